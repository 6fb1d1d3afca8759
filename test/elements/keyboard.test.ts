import { assert } from '@esm-bundle/chai';
import { visitor } from '../../src/controllers/visitor.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import { en as care } from '../../src/locales/care/en.js';
import { en as course } from '../../src/locales/course/en.js';
import { en } from '../../src/locales/en.js';
import { en as management } from '../../src/locales/management/en.js';
import { en as touchUp } from '../../src/locales/touch-up/en.js';
import { reminderEn } from '../../src/locales/touch-up/reminder.en.js';
import { bookedVisit, managerOn } from '../support/booking-manager.harness.js';
import { engine, press, type } from '../support/browser.js';
import { careOn } from '../support/care.harness.js';
import { backend, clinic, MONDAY, useClinicPage } from '../support/clinic-page.js';
import { focusIn, labelOf, tabTo } from '../support/keyboard.js';
import { ADA, nameOf, textOf } from '../support/slot-booker.harness.js';
import { until } from '../support/until.js';

const courses = ['one', 'two'].map((id) => ({
  id,
  name: `Course ${id}`,
  sessions: [{ service: 'visit', role: 'foundation' }, { service: 'visit' }],
  gapDays: { min: 7, default: 8, max: 20 },
}));

describe(`the keyboard after the first booking, in ${engine}`, () => {
  const page = useClinicPage();
  const { now } = visitor;

  beforeEach(() => {
    visitor.now = () => MONDAY;
    localStorage.clear();
  });
  afterEach(() => {
    visitor.now = now;
    localStorage.clear();
  });

  /** Waits until the focus is on what a page is called. */
  const onHeading = (root: ShadowRoot, heading: string) =>
    until(`the focus on “${heading}”`, () => {
      const focused = focusIn(root);
      return focused !== undefined && textOf(focused) === heading;
    });

  /** From the calendar to a time: the day with so many days after the one it starts on, and its second time. */
  async function pickTime(root: ShadowRoot, days: number): Promise<void> {
    const start = [...root.querySelectorAll<HTMLElement>('[part~=day]')].find(({ tabIndex }) => tabIndex === 0);
    if (!start) throw new Error('There is no calendar');
    await tabTo(root, nameOf(start));
    for (let step = 0; step < days; step++) {
      const before = focusIn(root);
      await press('ArrowRight');
      await until('the next day', () => focusIn(root) !== before);
    }
    await press('Enter');
    // Those of the day before stand for a moment, and can't be chosen.
    await until(
      'its times',
      () =>
        !root.querySelector('[part~=calendar][aria-busy=true]') &&
        root.querySelectorAll('[part~=time] input').length > 1,
    );
    const [first] = root.querySelectorAll<HTMLInputElement>('[part~=time] input');
    await tabTo(root, first ? labelOf(first) : 'a time');
    await press('ArrowRight');
    await until('a time that is chosen', () => root.querySelector('[part~=time] input:checked'));
  }

  it('is all that a course needs', async () => {
    const adapter = backend({ clinic: { ...clinic, courses } });
    const booker = page.booker({ adapter, course: '' });
    await booker.at(course.chooseOffer);
    const { root } = booker;
    await tabTo(root, 'Course one');
    await press('ArrowDown');
    await press('Enter');
    await onHeading(root, course.firstTitle);
    await booker.shows('times', () => booker.part('time'));
    await pickTime(root, 1);
    await press('Enter');
    await onHeading(root, course.planTitle);
    await booker.shows('a whole plan', () => !booker.text().includes(course.planning));

    const before = textOf(booker.parts('session')[1]);
    await tabTo(root, `${course.changeTime}: ${course.session(2, undefined)}`);
    await press('Enter');
    await onHeading(root, course.sessionTitle(2));
    await booker.shows('times', () => booker.part('time'));
    await pickTime(root, 1);
    await press('Enter');
    await onHeading(root, course.planTitle);
    await booker.shows('another plan', () => textOf(booker.parts('session')[1]) !== before);
    await tabTo(root, course.hold);
    await press('Enter');

    await onHeading(root, en.yourDetails);
    await tabTo(root, en.name);
    await type(ADA.name);
    await tabTo(root, en.email);
    await type(ADA.email);
    await tabTo(root, 'I agree');
    await press('Space');
    await tabTo(root, en.continue);
    await press('Enter');
    await onHeading(root, en.checkTitle);
    await tabTo(root, course.confirm(2));
    await press('Enter');
    await onHeading(root, course.confirmedTitle);
    assert.lengthOf(adapter.state.bookings, 2);
  });

  it('moves a booking, and cancels it', async () => {
    const adapter = backend();
    const booking = await bookedVisit(adapter);
    const manager = await managerOn(page, { adapter, token: booking.manageToken }).at(management.title(1));
    const { root } = manager;
    await tabTo(root, management.move);
    await press('Enter');
    await onHeading(root, management.timeTitle);
    await pickTime(root, 1);
    await press('Enter');
    await onHeading(root, management.moveTitle);
    await tabTo(root, management.moveConfirm(1));
    await press('Enter');
    await onHeading(root, management.title(1));
    const stored = () => adapter.state.bookings[0]?.booking;
    assert.notEqual(stored()?.slot.start, booking.slot.start);

    await tabTo(root, management.cancel);
    await press('Enter');
    await onHeading(root, management.cancelTitle(1));
    await tabTo(root, management.keep);
    await press('Enter');
    await onHeading(root, management.title(1));
    await tabTo(root, management.cancel);
    await press('Enter');
    await onHeading(root, management.cancelTitle(1));
    await tabTo(root, management.cancelConfirm(1));
    await press('Enter');
    await onHeading(root, management.title(1));
    assert.equal(stored()?.status, 'cancelled');
  });

  it('ticks the steps of a preparation, and opens what lies behind in an aftercare', async () => {
    const steps = await careOn(page, 'smp-preparation', { date: '2026-12-03' }).ready();
    const [tick] = steps.ticks();
    assert.isFalse(tick?.checked);
    await tabTo(steps.root, tick ? labelOf(tick) : 'a step');
    await press('Space');
    await steps.shows('the tick', () => tick?.checked);
    steps.element.remove();
    const aftercare = await careOn(page, 'smp-aftercare', { date: '2026-11-20' }).ready();
    const behind = [...aftercare.root.querySelectorAll('summary')].find((one) => /behind/.test(textOf(one)));
    await tabTo(aftercare.root, behind ? textOf(behind) : care.earlier);
    await press('Enter');
    await aftercare.shows('what lies behind', () => (behind?.parentElement as HTMLDetailsElement).open);
  });

  it('signs up for touch-ups, and stops them', async () => {
    const adapter = backend();
    const around = page.clinic({ adapter });
    const date = addDays(visitor.today(), -3);
    const element = Object.assign(document.createElement('smp-touch-up-reminder'), { date });
    around.append(element);
    await until('the sign-up', () => element.shadowRoot?.querySelector('[part=remind]'));
    const root = element.shadowRoot as ShadowRoot;
    await tabTo(root, touchUp.remind);
    await press('Enter');
    await onHeading(root, reminderEn.signUpTitle);
    await tabTo(root, en.name);
    await type('Ada Example');
    await tabTo(root, 'By email');
    await press('Space');
    await tabTo(root, en.email);
    await type('ada@example.com');
    await tabTo(root, reminderEn.signUp);
    await press('Enter');
    await onHeading(root, reminderEn.signedTitle);
    assert.lengthOf(adapter.state.touchUps, 1);

    element.token = adapter.state.touchUps[0]?.token ?? '';
    await until('the plan', () => root.querySelector('[part=plan]'));
    await tabTo(root, reminderEn.stop);
    await press('Enter');
    await until('that they stopped', () => root.textContent.includes(reminderEn.stoppedTitle));
    assert.isTrue(adapter.state.touchUps[0]?.stopped);
  });
});
