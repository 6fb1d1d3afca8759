import { assert } from '@esm-bundle/chai';
import type { Fault, MemoryAdapterOptions, MemoryCall } from '../../../src/adapters/memory.js';
import { SmpError } from '../../../src/domain/errors.js';
import { en as own } from '../../../src/locales/course/en.js';
import { en } from '../../../src/locales/en.js';
import { violations } from '../../support/accessibility.js';
import { engine } from '../../support/browser.js';
import { schedule, useClinicPage } from '../../support/clinic-page.js';
import { courseBackend, press, takeFirst, toCheck, toPlan } from '../../support/course-page.js';
import { type SlotBookerHarness, textOf } from '../../support/slot-booker.harness.js';

const PHONE = '020 7946 0100';
const REFUSED = new SmpError('validation', 'Not today');
const GONE = new SmpError('network', 'Gone');

/** Goes wrong with the second session, and with cancelling. */
const faults =
  (booking: Fault, cancelling?: Fault) =>
  (count = new Set<string>()) =>
  ({ method, operationId = '' }: MemoryCall): Fault | undefined => {
    if (method === 'cancel') return cancelling;
    if (method !== 'createBooking') return undefined;
    return count.add(operationId).size > 1 ? booking : undefined;
  };

describe(`a course in <smp-slot-booker> when something goes wrong in ${engine}`, () => {
  const page = useClinicPage();

  const open = (options: MemoryAdapterOptions = {}, capabilities: MemoryAdapterOptions['capabilities'] = {}) => {
    const adapter = courseBackend(capabilities, options);
    return { adapter, booker: page.booker({ adapter, course: 'two' }) };
  };

  /** Books one by one, and the second session can't be had. */
  async function failing(booking: Fault, cancelling?: Fault, capabilities: MemoryAdapterOptions['capabilities'] = {}) {
    const opened = open({ faults: faults(booking, cancelling)() }, { courses: false, ...capabilities });
    await toPlan(opened.booker);
    await toCheck(opened.booker);
    await press(opened.booker, 'button');
    return opened;
  }

  const standing = ({ adapter }: ReturnType<typeof open>) =>
    adapter.state.bookings.filter(({ booking }) => booking.status !== 'cancelled');

  const focused = ({ element }: SlotBookerHarness) => element.shadowRoot?.activeElement;

  it('says on the page of times that nothing fits after the chosen one, and how to call', async () => {
    const { booker } = open({ schedule: { ...schedule, rules: { ...schedule.rules, windowDays: 5 } } });
    await takeFirst(booker);
    await booker.shows('why there is no plan', () => booker.part('error'));
    assert.equal(booker.heading(), own.firstTitle);
    const problem = booker.part('error');
    assert.include(textOf(problem), own.unplannable);
    assert.include(textOf(problem), PHONE);
    assert.equal(problem?.getAttribute('role'), 'alert');
    assert.isEmpty(await violations(booker.element));
    // Another time is another wish.
    booker.parts('time')[1]?.querySelector('input')?.click();
    await booker.element.updateComplete;
    assert.isUndefined(booker.part('error'));
    await press(booker, 'button');
    await booker.shows('it again', () => booker.part('error'));
  });

  it('shows as chosen what is, where another time was pressed while the others were looked for', async () => {
    const { booker } = open({ schedule: { ...schedule, rules: { ...schedule.rules, windowDays: 5 } } });
    await booker.at(own.firstTitle);
    await booker.shows('times', () => booker.parts('time')[1]);
    const [first, other] = booker.parts('time').map((time) => time.querySelector('input'));
    first?.click();
    await booker.element.updateComplete;
    const chosen = booker.chosenTime();
    assert.isNotEmpty(chosen);
    booker.part('button')?.click();
    other?.click();
    await booker.shows('why there is no plan', () => booker.part('error'));
    assert.equal(booker.chosenTime(), chosen);
    other?.click();
    await booker.element.updateComplete;
    assert.isTrue(other?.checked, 'control: now it can be');
  });

  it('says that what was booked is cancelled again, and why, where it was refused', async () => {
    const opened = await failing({ kind: 'refuse', error: REFUSED });
    const { booker } = opened;
    await booker.shows('both', () => booker.part('undone') && booker.part('error'));
    assert.equal(booker.heading(), en.checkTitle);
    assert.equal(textOf(booker.part('undone')), own.cancelled);
    assert.equal(booker.part('undone')?.getAttribute('role'), 'alert');
    assert.include(textOf(booker.part('error')), en.errors.unknown);
    assert.equal(focused(booker), booker.part('undone'));
    assert.isEmpty(standing(opened));
    assert.isEmpty(await violations(booker.element));
  });

  it('says both that a time was lost and that what was booked is cancelled again', async () => {
    const opened = await failing({ kind: 'refuse', error: new SmpError('slot-taken', 'Taken') });
    const { booker } = opened;
    await booker.at(own.planTitle);
    await booker.shows('another time', () => booker.text().includes(own.lost));
    assert.equal(textOf(booker.part('undone')), own.cancelled);
    assert.include(textOf(booker.parts('session')[1]), own.lost);
    assert.isEmpty(standing(opened));
    // The next step is another matter.
    await press(booker, 'button');
    await booker.at(en.checkTitle);
    assert.isUndefined(booker.part('undone'));
  });

  it('lists what stands while nothing was heard of another session', async () => {
    const opened = await failing({ kind: 'refuse', error: GONE });
    const { booker } = opened;
    await booker.shows('that no answer came', () => booker.part('unresolved'));
    const notice = textOf(booker.part('unresolved'));
    const [one] = standing(opened);
    assert.lengthOf(standing(opened), 1);
    assert.include(notice, en.unresolvedTitle);
    assert.include(notice, own.standing);
    assert.include(notice, one?.booking.reference ?? '?');
    // The other may stand as well: only the same can be sent again.
    assert.isUndefined(booker.part('undo'));
    assert.isUndefined(booker.part('hold'));
    assert.isEmpty(await violations(booker.element));
  });

  it('lists what stands, and cancels it if that is wished, while the clinic is too busy for the rest', async () => {
    const opened = await failing({ kind: 'refuse', error: new SmpError('rate-limited', 'Too busy') });
    const { booker } = opened;
    await booker.shows('that it is put off', () => booker.part('undo'));
    const notice = textOf(booker.part('unresolved'));
    assert.include(notice, own.remainsTitle);
    assert.include(notice, en.errors['rate-limited']);
    assert.include(notice, standing(opened)[0]?.booking.reference ?? '?');
    assert.equal(textOf(booker.part('button')), en.retry);
    await press(booker, 'undo');
    await booker.shows('that nothing stands', () => booker.part('undone'));
    assert.isEmpty(standing(opened));
  });

  for (const [why, cancelling, capabilities] of [
    ['can be cancelled by phone only', undefined, { management: false }],
    ['the clinic would not cancel', { kind: 'refuse', error: REFUSED }, {}],
  ] as const) {
    it(`offers no cancelling of sessions that ${why}`, async () => {
      const opened = await failing({ kind: 'refuse', error: REFUSED }, cancelling, capabilities);
      const { booker } = opened;
      await booker.at(own.remainsTitle);
      assert.include(booker.text(), own.remainsCall);
      assert.include(booker.text(), standing(opened)[0]?.booking.reference ?? '?');
      assert.include(booker.text(), PHONE);
      assert.isUndefined(booker.part('button'));
      assert.isEmpty(await violations(booker.element));
    });
  }

  it('offers to cancel what may still stand', async () => {
    const { booker } = await failing({ kind: 'refuse', error: REFUSED }, { kind: 'refuse', error: GONE });
    await booker.at(own.remainsTitle);
    assert.include(booker.text(), own.remainsHint);
    assert.equal(textOf(booker.part('button')), own.tryAgain);
  });
});
