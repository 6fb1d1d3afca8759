import { assert } from '@esm-bundle/chai';
import { visitor } from '../../src/controllers/visitor.js';
import type { ManagedSession } from '../../src/domain/managed-booking.js';
import { addDays, addMonths } from '../../src/domain/time/plain-date.js';
import type { SmpBookingManager } from '../../src/elements/booking-manager/booking-manager.js';
import { en as care } from '../../src/locales/care/en.js';
import { en as course } from '../../src/locales/course/en.js';
import { en } from '../../src/locales/en.js';
import { en as manage } from '../../src/locales/management/en.js';
import { reminderEn } from '../../src/locales/touch-up/reminder.en.js';
import { axeViolations } from '../support/accessibility.js';
import { BookingManagerHarness } from '../support/booking-manager.harness.js';
import { engine } from '../support/browser.js';
import { careOn } from '../support/care.harness.js';
import { useClinicPage } from '../support/clinic-page.js';
import { clinicServer } from '../support/clinic-server.js';
import { textOf, type SlotBookerHarness } from '../support/slot-booker.harness.js';
import { until } from '../support/until.js';

const DAY = 86_400_000;
const REMINDERS = /reminders\.html#r=/;
const EMAIL = `ada.${engine}@example.com`;
/** Others, of whom the second one is always a day later. */
const [BEA, CLEO] = [`bea.${engine}@example.com`, `cleo.${engine}@example.com`] as const;

/** What a link in a message says behind the `#`. */
function behind(message: string, page: string): string {
  const [, fragment = ''] = new RegExp(`/${page}\\.html#(\\S+)`).exec(message) ?? [];
  assert.notEqual(fragment, '', `a link to ${page} in: ${message}`);
  return fragment;
}

describe(`a client’s life with the clinic’s backend in ${engine}`, () => {
  const page = useClinicPage();
  const { now } = visitor;
  let url = '';

  before(async function () {
    this.timeout(90_000);
    url = await clinicServer.url();
  });
  // Nobody else has a use for it after the journey.
  after(() => clinicServer.end());
  afterEach(() => {
    visitor.now = now;
    history.replaceState(null, '', location.pathname + location.search);
  });

  /** Goes to the clinic's clock at a moment, with the page's clock along. */
  async function goTo(moment: number): Promise<void> {
    const ahead = moment - Date.now();
    await clinicServer.putOn(ahead);
    visitor.now = () => Date.now() + ahead;
  }

  const clear = (hash = ''): void => {
    page.element.replaceChildren();
    history.replaceState(null, '', `${location.pathname}${location.search}${hash && '#'}${hash}`);
  };
  const isFine = async (element: Element): Promise<void> => {
    assert.equal((await axeViolations(element)).join('\n'), '');
  };

  /** Chooses the free day with so many before it, and its first time. */
  async function pick(booker: SlotBookerHarness, day: number): Promise<void> {
    const days = () => [...booker.root.querySelectorAll<HTMLElement>('.day[data-free]')];
    await booker.shows('free days', () => days().length > 0);
    const all = days();
    all[Math.min(day, all.length - 1)]?.click();
    // Its times are drawn a frame later, and can be chosen from then on.
    await booker.shows('a time that stays chosen', () => {
      const input = booker.part('time')?.querySelector('input');
      input?.click();
      return input?.checked ?? false;
    });
  }

  async function press(booker: SlotBookerHarness, part: string): Promise<void> {
    await booker.shows(part, () => booker.part(part));
    booker.part(part)?.click();
    await booker.element.updateComplete;
  }

  async function bookCourse(): Promise<void> {
    const booker = page.booker({ endpoint: `${url}/smp`, course: 'shaved-look' });
    await booker.at(course.firstTitle);
    await pick(booker, 5);
    await press(booker, 'button');
    await booker.at(course.planTitle);
    await booker.shows(
      'a whole plan',
      () => !booker.text().includes(course.noTime) && !booker.text().includes(course.planning),
    );
    assert.lengthOf(booker.parts('session'), 3);
    await isFine(booker.element);
    await press(booker, 'button');
    await booker.at(en.yourDetails);
    await booker.fill({ name: 'Ada Example', email: EMAIL, privacy: true });
    await booker.continue();
    await booker.at(en.checkTitle);
    await press(booker, 'button');
    await booker.at(course.requestedTitle);
    await isFine(booker.element);
  }

  /** The page that the link in a mail leads to. */
  async function manager(hash: string): Promise<BookingManagerHarness> {
    clear(hash);
    const element = document.createElement('smp-booking-manager');
    page.clinic({ endpoint: `${url}/smp` }).append(element);
    const harness = new BookingManagerHarness(element);
    await harness.at(manage.title(3));
    return harness;
  }

  async function told<Kind extends 'smp-booking-moved' | 'smp-booking-cancelled'>(
    element: SmpBookingManager,
    kind: Kind,
    act: () => Promise<void>,
  ): Promise<HTMLElementEventMap[Kind]> {
    let event: HTMLElementEventMap[Kind] | undefined;
    element.addEventListener(kind, (one) => (event = one), { once: true });
    await act();
    await until(kind, () => event);
    return event as HTMLElementEventMap[Kind];
  }

  /** To the day of the second one or after it, so that no other can stay where it is. */
  async function moveFirst(
    own: BookingManagerHarness,
    second: string,
  ): Promise<readonly Pick<ManagedSession, 'bookingId' | 'slot'>[]> {
    const { sessions } = await told(own.element, 'smp-booking-moved', async () => {
      await own.press('move');
      await own.at(manage.timeTitle);
      await own.pickFrom(second);
      await own.press('button');
      await own.at(manage.moveTitle);
      assert.lengthOf(own.parts('session'), 3);
      assert.include(own.text(), manage.followers(7));
      await isFine(own.element);
      await own.press('button');
    });
    await own.at(manage.title(3));
    return sessions;
  }

  /** Signs up for reminders of touch-ups after a course that ended on a day. */
  async function signUp(date: string, email: string): Promise<void> {
    clear();
    const reminder = Object.assign(document.createElement('smp-touch-up-reminder'), { date });
    page.clinic({ endpoint: `${url}/smp` }).append(reminder);
    const find = <T extends HTMLElement>(selector: string) =>
      until(selector, () => reminder.shadowRoot?.querySelector<T>(selector)) as Promise<T>;
    const type = async (id: string, text: string) => {
      const field = await find<HTMLInputElement>(`#${id}`);
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    (await find('[part=remind]')).click();
    await type('remind-name', 'Ada Example');
    (await find('#way-email')).click();
    await type('remind-email', email);
    await isFine(reminder);
    (await find('[part=sign-up]')).click();
    await find('[part=signed]');
  }

  it('leads from the course over its link, its aftercare and its reminders to the end', async function () {
    this.timeout(180_000);
    const known = await clinicServer.messages();
    const message = async (what: RegExp, to = EMAIL): Promise<string> => {
      const text = await clinicServer.message(to, what, known);
      known.push(text);
      return text;
    };

    await bookCourse();
    await message(/Subject: .*your request/);
    assert.isAtLeast(await clinicServer.confirmAll(), 3);
    const confirmed = await message(/Subject: .*your (?:\d+ )?appointments? (?:from|on)/);

    // The link in the mail: session 1 to the day of session 2, with which all move; session 3 not at all.
    const shown = await manager(behind(confirmed, 'manage'));
    assert.lengthOf(shown.parts('session'), 3);
    await isFine(shown.element);
    const agreed = behind(confirmed, 'preparation').replace('date=', '').split(',');
    assert.lengthOf(agreed, 3);
    const moved = await moveFirst(shown, agreed[1] ?? '');
    const changed = await message(/Subject: .*your appointments have changed/);
    assert.equal(behind(changed, 'preparation'), `date=${moved.map(({ slot }) => slot.localDate).join(',')}`);
    for (const [index, { slot }] of moved.entries())
      assert.isAbove(Date.parse(slot.localDate), Date.parse(agreed[index] ?? ''));
    const [first = '', second = '', third = ''] = moved.map(({ slot }) => slot.localDate);
    assert.isAtLeast(Date.parse(second) - Date.parse(first), 7 * DAY);
    assert.isAtLeast(Date.parse(third) - Date.parse(second), 7 * DAY);
    const after = await told(shown.element, 'smp-booking-cancelled', async () => {
      shown.parts('cancel')[2]?.click();
      await shown.at(manage.cancelTitle(1));
      assert.include(shown.text(), '48 hours');
      await shown.press('button');
    });
    assert.deepEqual(
      after.sessions.map(({ status }) => status === 'cancelled'),
      [false, false, true],
    );

    await message(/Subject: .*is cancelled/);

    // The evening of session 1: the mail, and the page that it leads to, which knows of the other session that stands.
    await goTo(Date.parse(`${first}T22:00:00Z`));
    const evening = await message(/aftercare\.html#date=/);
    assert.equal(behind(evening, 'aftercare'), `date=${first},${second}`);
    clear(behind(evening, 'aftercare'));
    const aftercare = await careOn({ element: page.clinic({ endpoint: `${url}/smp` }) }, 'smp-aftercare').ready();
    const today = aftercare.parts('stretch').filter((one) => one.getAttribute('aria-current') === 'date');
    assert.lengthOf(today, 1);
    assert.include(textOf(today[0]), care.phases.day0);
    await isFine(aftercare.element);

    // Once the last session is over: reminders of touch-ups, one of them, and no more.
    await goTo(Date.parse(`${addDays(second, 1)}T12:00:00Z`));
    await signUp(second, EMAIL);
    const signed = await message(REMINDERS);
    await signUp(second, BEA);
    await signUp(addDays(second, 1), CLEO);
    for (const other of [BEA, CLEO]) await message(REMINDERS, other);

    await goTo(Date.parse(`${addDays(second, 42)}T12:00:00Z`));
    const due = await message(REMINDERS);
    await message(REMINDERS, BEA);
    await goTo(Date.parse(`${addDays(second, 43)}T12:00:00Z`));
    await message(REMINDERS, CLEO);
    assert.notEqual(due, signed);
    clear(behind(due, 'reminders'));
    const plan = document.createElement('smp-touch-up-reminder');
    page.clinic({ endpoint: `${url}/smp` }).append(plan);
    await until('the plan', () => plan.shadowRoot?.querySelector('[part=plan]'));
    await isFine(plan);
    plan.shadowRoot?.querySelector<HTMLElement>('[part=stop]')?.click();
    await until('it is stopped', () => textOf(plan.shadowRoot?.querySelector('h2')) === reminderEn.stoppedTitle);

    // A year on, when the yearly look would have been due. What is sent a day later is sent after all of that day.
    const before = (await clinicServer.messages()).length;
    await goTo(Date.parse(`${addMonths(second, 12)}T12:00:00Z`));
    await message(REMINDERS, BEA);
    await goTo(Date.parse(`${addMonths(addDays(second, 1), 12)}T12:00:00Z`));
    await message(REMINDERS, CLEO);
    const later = (await clinicServer.messages()).slice(before);
    assert.deepEqual(
      later.filter((text) => text.includes('reminders.html') && text.includes(EMAIL)),
      [],
    );
  });
});
