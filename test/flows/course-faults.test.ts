import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { settle } from '../support/manual-clock.js';
import { CourseDesk, MISHAPS, type DeskOptions } from './support/course-desk.js';

/** A fixed one, so that a run can be told apart from the change that broke it. */
const SEED = 20261124;
const RUNS = 2000;
/** More than a visitor needs who meets no mishap. */
const MOST_STEPS = 40;

const desks: fc.Arbitrary<
  DeskOptions & { readonly pauses: readonly number[]; readonly restartsAt: number; readonly reloadsAt: number }
> = fc.record({
  holds: fc.boolean(),
  courses: fc.boolean(),
  management: fc.oneof({ arbitrary: fc.constant(true), weight: 3 }, { arbitrary: fc.constant(false), weight: 1 }),
  mishaps: fc.array(fc.constantFrom('fine' as const, ...MISHAPS), { maxLength: 14 }),
  deaf: fc.array(fc.boolean(), { maxLength: 4 }),
  pauses: fc.array(fc.constantFrom(0, 0, 0, 60_000, 700_000), { maxLength: 12 }),
  restartsAt: fc.integer({ min: 1, max: 60 }),
  reloadsAt: fc.integer({ min: 1, max: 14 }),
});

const isBooked = ({ flow }: CourseDesk): boolean => flow.state.step === 'confirmed';

interface Sightings {
  readonly [what: string]: number;
}

/** Lets many visitors come to the desk, each with mishaps of their own, and looks at what is left after each step. */
async function visits(flaw?: DeskOptions['flaw'], runs = RUNS): Promise<Sightings> {
  const seen: Record<string, number> = {};
  const note = (what: string): void => void (seen[what] = (seen[what] ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(desks, async ({ pauses, restartsAt, reloadsAt, ...options }) => {
      const desk = new CourseDesk({ ...options, flaw });
      const listen = () => desk.flow.listen(({ kind }) => note(kind));
      listen();
      await settle();
      for (let step = 0; step < MOST_STEPS && !isBooked(desk); step++) {
        if (step === restartsAt) {
          desk.flow.restart();
          note('restarted');
          break;
        }
        await desk.step();
        // A calendar may be loading.
        if (desk.flow.state.step === 'first') await settle();
        desk.check();
        if (desk.flow.unresolved) note('unresolved');
        if (step === reloadsAt && !isBooked(desk)) {
          desk.reload();
          listen();
          await settle();
          note('reloaded');
          note(`reloaded at ${desk.flow.state.step}`);
          desk.check();
        }
        const { state } = desk.flow;
        // Nothing more can be done about these.
        if (state.step === 'remains' && state.standing.every(({ cancellation }) => cancellation !== 'unclear')) break;
        const pause = pauses[step] ?? 0;
        if (pause > 0) desk.clock.jump(pause);
      }
      const { step } = desk.flow.state;
      note(step);
      if (restartsAt >= MOST_STEPS) assert.ok(step === 'confirmed' || step === 'remains', `stuck at ${step}`);
      // Holds of which no answer came run out.
      desk.clock.jump(600_000);
      assert.equal(desk.held, 0);
      desk.check();
    }),
    { numRuns: runs, seed: SEED },
  );
  return seen;
}

describe('CourseFlow under random mishaps', () => {
  it(`leaves nothing behind in ${RUNS} visits that the visitor is not told of`, async () => {
    const seen = await visits();
    for (const what of [
      'confirmed',
      'remains',
      'undone',
      'remaining',
      'lost',
      'unresolved',
      'refused',
      'restarted',
      'held',
    ]) {
      assert.ok((seen[what] ?? 0) > 10, `${what}: ${JSON.stringify(seen)}`);
    }
  });

  it('lets go what is held when another course is started', async () => {
    const desk = new CourseDesk({ holds: true, courses: true, management: true, mishaps: [] });
    await settle();
    await desk.step();
    await desk.step();
    assert.equal(desk.held, 3);
    desk.flow.restart();
    assert.equal(desk.held, 0);
  });
});

/** What a visit complains of that goes wrong. */
async function complaint(flaw: DeskOptions['flaw']): Promise<string> {
  try {
    await visits(flaw, 500);
  } catch (error) {
    assert.ok(error instanceof Error && error.cause instanceof Error, String(error));
    return error.cause.message;
  }
  return 'nothing';
}

describe('The check of a visit, control', () => {
  it('notices a desk that forgets operation ids', async () => {
    assert.match(await complaint('forgetful'), /nothing is left behind|nothing stands|what is booked/);
  });

  it('notices sessions that are called cancelled and are not', async () => {
    assert.match(await complaint('keeps-bookings'), /nothing is left behind/);
  });
});
