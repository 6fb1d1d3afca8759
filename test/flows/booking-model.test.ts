import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Sightings, Visitor, type World } from './support/visitor.js';
import { WISHES } from './support/wishes.js';

/** A fixed one, so that a run can be told apart from the change that broke it. */
const SEED = 20261122;
/** The answers do not hang on the time zone of the machine: elsewhere a sample is enough. */
const WHOLE = (process.env['TZ'] ?? 'UTC') === 'UTC';
const RUNS = WHOLE ? 500 : 50;
/** What has to happen for the promises to be tried. */
const EVENTFUL = [
  'confirmed',
  'held',
  'refused',
  'lost',
  'unresolved',
  'issues',
  'waitlisted',
  'reloaded',
  'hold-ending',
  'hold-expired',
];

const worlds: fc.Arbitrary<World> = fc.record({
  holds: fc.boolean(),
  anaAway: fc.boolean(),
  latencies: fc.array(fc.constantFrom(0, 0, 20, 400, 3000), { minLength: 1, maxLength: 8 }),
});
const wishes = fc.commands(WISHES, { maxCommands: 20, size: 'max' });

interface Trial {
  readonly world?: Partial<World>;
  readonly runs?: number;
  /** Spoils the visit. */
  readonly spoil?: (visitor: Visitor) => void;
}

/** Lets many visitors come, each with wishes and mishaps of their own. */
async function visits({ world = {}, runs = RUNS, spoil }: Trial = {}): Promise<Sightings> {
  const sightings = new Sightings();
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  try {
    await fc.assert(
      fc.asyncProperty(worlds, wishes, async (drawn, commands) => {
        const visitor = await Visitor.arrive({ ...drawn, ...world }, sightings);
        spoil?.(visitor);
        await fc.asyncModelRun(() => ({ model: visitor, real: visitor }), commands);
        await visitor.checkWayOn();
        assert.deepEqual(unhandled, []);
      }),
      { numRuns: runs, seed: SEED },
    );
  } finally {
    process.off('unhandledRejection', note);
  }
  return sightings;
}

describe('BookingFlow under random wishes, faults and time', () => {
  it(`keeps its promises to ${RUNS} visitors`, async () => {
    const sightings = await visits();
    for (const what of WHOLE ? EVENTFUL : []) {
      assert.ok(sightings.of(what) > 0, `${what} never happened: ${sightings}`);
    }
  });
});

/** What the first visit complains of that goes wrong. */
async function complaint(trial: Trial): Promise<string> {
  try {
    await visits(trial);
  } catch (error) {
    assert.ok(error instanceof Error && error.cause instanceof Error, String(error));
    return error.cause.message;
  }
  return 'nothing';
}

describe('The model of a visit', () => {
  it('notices a backend that forgets operation ids', async () => {
    assert.match(await complaint({ world: { idempotent: false, holds: false } }), /^\d bookings for \d wanted|^stuck/);
  });

  it('notices a booking that is shown and does not exist', async () => {
    const spoil = ({ town }: Visitor): void => {
      town.interceptions.createBooking = async () => ({
        bookingId: 'invented',
        reference: 'SMP-INVENT',
        status: 'confirmed',
        service: 'consult',
        slot: (await town.backend.listSlots({ service: 'consult' })).slots[0],
        version: 1,
      });
    };
    assert.match(await complaint({ spoil, runs: 50 }), /undefined|not booked/);
  });

  it('notices details that vanish', async () => {
    const spoil = ({ bench }: Visitor): void => {
      bench.flow.listen(({ kind }) => {
        if (kind === 'step' && bench.state.step === 'check') bench.flow.setDetail('name', '');
      });
    };
    assert.match(await complaint({ spoil, runs: 50 }), /details never vanish/);
  });

  it('notices a wish that ends in an error', async () => {
    const spoil = ({ bench }: Visitor): void => {
      bench.flow.listen(({ kind }) => {
        if (kind === 'held') throw new Error('a careless listener');
      });
    };
    assert.match(await complaint({ world: { holds: true }, spoil, runs: 50 }), /no wish may end in an error/);
  });

  it('notices a visitor who can’t get on', async () => {
    const spoil = ({ town }: Visitor): void => {
      town.interceptions.createBooking = () => new Promise(() => undefined);
    };
    assert.match(await complaint({ world: { anaAway: false }, spoil, runs: 5 }), /stuck at check/);
  });
});
