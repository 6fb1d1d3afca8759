import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Enquiry } from '../../src/domain/enquiry.js';
import { journeyPlan } from '../../src/domain/journey/journey-plan.js';
import type { JourneyStep } from '../../src/domain/journey/journey-step.js';
import { DEFAULT_DESIGN } from '../../src/domain/design/hairline-design.js';
import { Draft } from '../../src/flows/draft.js';
import { JourneyFlow } from '../../src/flows/journey-flow.js';
import { TabStorage } from '../support/booking.js';

const CLINIC = 'northlight';
const { slots } = await memoryAdapter().listSlots({ service: 'consultation' });
const PROOF = { consultationId: 'c-1', consultationToken: 'token-of-the-consultation' };
const GIVEN = { version: 'privacy-1', at: '2026-11-22T12:00:00.000Z' };
const BOOKED = { booking: { reference: 'SMP-1', status: 'confirmed' } } as const;
const UNDER_AGE = { consultation: false, treatment: 'none', findings: [] } as unknown as Enquiry['screening'];

/** One page with a journey on it. */
class Page {
  turns: boolean[] = [];
  readonly storage: TabStorage;
  readonly flow: JourneyFlow;
  now = 0;

  constructor(storage = new TabStorage()) {
    this.storage = storage;
    this.flow = new JourneyFlow({
      draft: new Draft(storage, 'journey', () => this.now),
      changed: (turned) => this.turns.push(turned),
    });
  }

  get shown(): JourneyStep | undefined {
    return this.flow.state.step;
  }

  /** The steps that can be gone to. */
  get reach(): JourneyStep[] {
    return this.flow.state.steps.filter((step) => this.flow.mayGo(step));
  }
}

async function opened(
  page: { readonly steps?: string; readonly skippable?: string } = {},
  storage?: TabStorage,
): Promise<Page> {
  const opening = new Page(storage);
  await opening.flow.start(journeyPlan(page), CLINIC);
  return opening;
}

describe('JourneyFlow', () => {
  it('begins with the first step, and knows the one after before it can be reached', async () => {
    const { flow, shown, reach } = await opened();
    assert.equal(shown, 'consultation');
    assert.deepEqual(reach, ['consultation']);
    assert.equal(flow.next, undefined);
    assert.equal(flow.following, 'design');
    assert.equal(flow.previous, undefined);
  });

  it('waits with the step until it is known', () => {
    assert.equal(new Page().shown, undefined);
  });

  it('goes on once a step is done, and only one step', async () => {
    const page = await opened();
    page.flow.goTo('design');
    assert.equal(page.shown, 'consultation');
    page.flow.finish('consultation', { consultation: 'C-1' });
    assert.equal(page.shown, 'consultation');
    assert.deepEqual(page.reach, ['consultation', 'design']);
    page.flow.goTo('design');
    assert.equal(page.shown, 'design');
    assert.equal(page.flow.position, 2);
    assert.equal(page.turns.at(-1), true);
  });

  it('leads back, and on again, and keeps alive what was shown', async () => {
    const page = await opened();
    page.flow.finish('consultation');
    page.flow.goTo('design');
    assert.equal(page.flow.previous, 'consultation');
    page.flow.goTo('consultation');
    assert.deepEqual(page.flow.state.visited, ['consultation', 'design']);
    assert.equal(page.flow.next, 'design');
  });

  it('skips for now what may be skipped, and comes back to it', async () => {
    const page = await opened();
    assert.equal(page.flow.skippable, true);
    page.flow.skip();
    assert.equal(page.shown, 'design');
    assert.deepEqual(page.flow.state.skipped, ['consultation']);
    page.flow.goTo('consultation');
    assert.equal(page.flow.skippable, false, 'one can simply go on');
    assert.equal(page.flow.next, 'design');
    page.flow.finish('consultation');
    assert.deepEqual(page.flow.state.skipped, []);
  });

  it('skips nothing that the clinic wants done, and nothing at the end', async () => {
    const strict = await opened({ skippable: 'design' });
    strict.flow.skip();
    assert.equal(strict.shown, 'consultation');
    const last = await opened({ steps: 'design' });
    assert.equal(last.flow.skippable, false);
  });

  it('ends where the answers rule out any appointment, until they are others', async () => {
    const page = await opened();
    page.flow.skip();
    page.flow.goTo('consultation');
    page.flow.carry({ screening: UNDER_AGE });
    assert.deepEqual(page.reach, ['consultation']);
    assert.equal(page.flow.skippable, false);
    page.flow.carry({});
    assert.deepEqual(page.reach, ['consultation', 'design']);
  });

  it('asks anew for a consultation that was withdrawn', async () => {
    const page = await opened({ skippable: '' });
    page.flow.finish('consultation');
    page.flow.reopen('consultation');
    assert.deepEqual(page.reach, ['consultation']);
  });

  it('lets no hairline be chosen that would reach nobody', async () => {
    const page = await opened();
    page.flow.skip();
    page.flow.skip();
    page.flow.finish('booking', BOOKED);
    assert.equal(page.flow.mayGo('design'), true, 'a consultation may carry it yet');
    page.flow.finish('consultation');
    assert.equal(page.flow.mayGo('design'), false);
    assert.equal(page.flow.designSent, true);
    assert.deepEqual(page.reach, ['consultation', 'booking', 'care']);
    page.flow.goTo('consultation');
    assert.equal(page.flow.next, 'booking');
  });

  it('lets a hairline be chosen by who is on the waitlist, where none goes along', async () => {
    const page = await opened();
    page.flow.finish('consultation');
    page.flow.skip();
    page.flow.goTo('design');
    page.flow.skip();
    page.flow.finish('booking', { booking: { status: 'waitlisted' } });
    assert.equal(page.flow.mayGo('design'), true);
    assert.equal(page.flow.designSent, false);
    page.flow.finish('booking', BOOKED);
    assert.equal(page.flow.designSent, true, 'control');
  });

  it('stays in its place when the steps become others', async () => {
    const page = await opened();
    page.flow.skip();
    await page.flow.start(journeyPlan({ steps: 'design booking' }), CLINIC);
    assert.equal(page.shown, 'design');
    assert.equal(page.flow.position, 1);
    await page.flow.start(journeyPlan({ steps: 'booking' }), CLINIC);
    assert.equal(page.shown, 'booking');
  });
});

describe('JourneyFlow after a reload', () => {
  /** Everything up to the appointment. */
  async function booked(): Promise<Page> {
    const page = await opened();
    page.flow.finish('consultation', { consultation: 'C-1' });
    page.flow.goTo('design');
    page.flow.finish('design');
    page.flow.goTo('booking');
    page.flow.carry({
      answers: { pregnant: 'yes' },
      screening: { consultation: true, treatment: 'request', findings: [] } as unknown as Enquiry['screening'],
      contact: { name: 'Ada Example', email: 'ada@example.com' },
      privacy: GIVEN,
      consultation: PROOF,
      design: DEFAULT_DESIGN,
      service: 'consultation',
      sessions: slots.slice(0, 1),
      booking: { bookingId: 'b-1', manageToken: 'token-of-the-booking' },
    });
    page.flow.finish('booking', BOOKED);
    return page;
  }

  it('goes on in the same place, and gives back what goes on to the next step', async () => {
    const { storage } = await booked();
    const page = new Page(storage);
    assert.equal(page.flow.hasMemory, true);
    const said = await page.flow.start(journeyPlan(), CLINIC);
    assert.equal(page.shown, 'booking');
    assert.equal(page.flow.state.restored, true);
    assert.deepEqual(page.flow.state.done, ['consultation', 'design', 'booking']);
    assert.deepEqual(page.flow.state.behind, ['consultation', 'booking']);
    assert.deepEqual(page.flow.state.receipts, { consultation: 'C-1', ...BOOKED });
    assert.deepEqual(said, {
      contact: { name: 'Ada Example', email: 'ada@example.com' },
      privacy: GIVEN,
      consultation: PROOF,
      design: DEFAULT_DESIGN,
      service: 'consultation',
      sessions: slots.slice(0, 1),
    });
    assert.equal(page.turns.includes(true), false, 'the focus is not the journey’s to take');
  });

  it('remembers no answer, nothing that follows from one, and no token of a booking', async () => {
    const { storage } = await booked();
    const kept = JSON.stringify([...storage.items]);
    assert.match(kept, /Ada Example/);
    assert.doesNotMatch(kept, /pregnant|screening|request"|token-of-the-booking/);
  });

  it('books another appointment when asked', async () => {
    const { storage } = await booked();
    const page = await opened({}, storage);
    page.flow.reopen('booking');
    assert.deepEqual(page.flow.state.behind, ['consultation']);
    assert.equal(page.flow.mayGo('care'), true);
  });

  it('goes to the last step that can be reached where the page has others', async () => {
    const { storage } = await booked();
    const page = await opened({ steps: 'consultation design' }, storage);
    assert.equal(page.shown, 'design');
    assert.deepEqual(page.flow.state.done, ['consultation', 'design']);
  });

  it('asks again for answers that were to go along with a booking and went with the page', async () => {
    const before = await opened();
    before.flow.finish('consultation');
    before.flow.carry({ privacy: GIVEN, contact: { name: 'Ada Example' } });
    before.flow.goTo('design');
    const page = new Page(before.storage);
    const said = await page.flow.start(journeyPlan(), CLINIC);
    assert.equal(page.shown, 'consultation');
    assert.deepEqual([page.flow.state.done, page.flow.state.behind], [[], []]);
    assert.deepEqual(said, { contact: { name: 'Ada Example' } });
  });

  it('knows of answers that have gone along with a booking, and of a consultation left out for now', async () => {
    const before = await opened();
    before.flow.finish('consultation');
    before.flow.goTo('design');
    before.flow.finish('design');
    before.flow.finish('booking', BOOKED);
    const page = await opened({}, before.storage);
    assert.deepEqual(page.flow.state.behind, ['consultation', 'booking']);
    const other = await opened();
    other.flow.skip();
    assert.deepEqual((await opened({}, other.storage)).flow.state.skipped, ['consultation']);
  });

  it('waits for the clinic, and forgets what was said to another one', async () => {
    const { storage } = await booked();
    const page = new Page(storage);
    await page.flow.start(journeyPlan(), 'another');
    assert.equal(page.shown, 'consultation');
    assert.deepEqual(page.flow.state.done, []);
  });

  it('begins anew when another clinic takes the place of the first, which is told nothing of it', async () => {
    const page = await booked();
    await page.flow.start(journeyPlan(), 'another');
    assert.equal(page.shown, 'consultation');
    assert.deepEqual([page.flow.state.done, page.flow.state.receipts], [[], {}]);
    page.flow.skip();
    const text = page.storage.getItem('smp-widgets/journey') ?? '';
    assert.match(text, /"another"/);
    assert.doesNotMatch(text, /consultationToken|contact/);
  });

  it('goes on where it was once a clinic that could not be reached can', async () => {
    const { storage } = await booked();
    const page = new Page(storage);
    await page.flow.start(journeyPlan());
    assert.equal(page.shown, 'consultation');
    await page.flow.start(journeyPlan(), CLINIC);
    assert.equal(page.shown, 'booking');
  });

  it('leaves no trace of somebody who only looked', async () => {
    const page = await opened();
    assert.equal(page.flow.hasMemory, false);
    page.flow.skip();
    assert.equal(page.flow.hasMemory, true);
  });

  it('minds nonsense in the storage little', async () => {
    for (const draft of [7, null, {}, { clinic: CLINIC, step: 'nowhere', done: [], skipped: [], receipts: {} }]) {
      const storage = new TabStorage();
      storage.setItem('smp-widgets/journey', JSON.stringify({ version: 1, at: 0, draft }));
      assert.equal((await opened({}, storage)).shown, 'consultation');
    }
  });
});
