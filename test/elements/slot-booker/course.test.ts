import { assert } from '@esm-bundle/chai';
import { ContextEvent } from '@lit/context';
import { enquiryContext } from '../../../src/context/enquiry-context.js';
import type { CourseDraft } from '../../../src/domain/course/course.js';
import type { Enquiry } from '../../../src/domain/enquiry.js';
import type { SmpCourseConfirmedEvent } from '../../../src/events/course-confirmed-event.js';
import type { SmpCourseRequestedEvent } from '../../../src/events/course-requested-event.js';
import { en as own } from '../../../src/locales/course/en.js';
import { en as paying } from '../../../src/locales/deposit/en.js';
import { en } from '../../../src/locales/en.js';
import { violations } from '../../support/accessibility.js';
import { screened } from '../../support/answers.js';
import { engine } from '../../support/browser.js';
import { clinic, schedule, useClinicPage } from '../../support/clinic-page.js';
import { courseBackend, courses, press, takeFirst, toCheck, toPlan } from '../../support/course-page.js';
import { ADA, type SlotBookerHarness, textOf } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';

describe(`a course in <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();

  function open(adapter: ReturnType<typeof courseBackend>, course = ''): SlotBookerHarness {
    return page.booker({ adapter, course });
  }

  it('books all sessions, with time to heal between them', async () => {
    const adapter = courseBackend();
    const booker = open(adapter);
    const told: SmpCourseConfirmedEvent[] = [];
    booker.element.addEventListener('smp-course-confirmed', (event) => told.push(event));
    await booker.at(own.chooseOffer);
    assert.include(booker.text(), own.sessions(3));
    await press(booker, 'button');
    await toPlan(booker);
    assert.lengthOf(booker.parts('session'), 3);
    assert.include(textOf(booker.parts('session')[1]), own.session(2, own.role.density));
    await toCheck(booker);
    assert.lengthOf(adapter.state.holds, 3);
    assert.include(booker.text(), 'We ask for £50.');
    await press(booker, 'button');
    await booker.at(own.requestedTitle);
    const { bookings } = adapter.state;
    assert.lengthOf(bookings, 3);
    const starts = bookings.map(({ booking }) => Date.parse(booking.slot.start) / 86_400_000);
    for (const [index, start] of starts.entries()) {
      if (index > 0) assert.isAtLeast(Math.round(start - (starts[index - 1] ?? 0)), 7);
    }
    assert.lengthOf(told[0]?.sessions ?? [], 3);
    assert.notInclude(JSON.stringify(told[0]?.sessions), bookings[0]?.booking.manageToken ?? '?');
    assert.equal(booker.element.value, textOf(booker.part('reference')));
    // The clinic has not agreed to it yet.
    assert.isUndefined(booker.part('deposit'));
    booker.element.reset();
    await booker.at(own.chooseOffer);
    assert.equal(booker.element.value, '');
    assert.lengthOf(bookings, 3);
  });

  it('is not sent while the page says no, and tells it all that would be sent', async () => {
    const adapter = courseBackend();
    const booker = open(adapter, 'two');
    const drafts: CourseDraft[] = [];
    const refuse = (event: SmpCourseRequestedEvent): void => {
      drafts.push(event.draft);
      event.preventDefault();
    };
    page.element.addEventListener('smp-course-requested', refuse, { once: true });
    await toPlan(booker);
    await toCheck(booker);
    await press(booker, 'button');
    await booker.shows('that the page is asked', () => drafts.length > 0);
    assert.equal(booker.heading(), en.checkTitle);
    assert.isEmpty(adapter.state.bookings);
    assert.equal(drafts[0]?.course, 'two');
    assert.lengthOf(drafts[0]?.sessions ?? [], 2);
    assert.equal(drafts[0]?.contact.email, ADA.email);
    await press(booker, 'button');
    await booker.at(own.confirmedTitle);
  });

  it('puts the visitor on the waitlist when nothing is free', async () => {
    const adapter = courseBackend({}, { schedule: { ...schedule, practitioners: [] } });
    const booker = open(adapter, 'look');
    let joined = 0;
    booker.element.addEventListener('smp-waitlist-joined', () => (joined += 1));
    await booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
    await booker.press(en.joinWaitlist);
    await booker.at(en.waitlistTitle);
    assert.isEmpty(await violations(booker.element));
    await booker.press(en.back);
    await booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
    await booker.press(en.joinWaitlist);
    await booker.at(en.waitlistTitle);
    await booker.fill(ADA);
    await booker.press(en.joinWaitlist);
    await booker.at(en.waitlistedTitle);
    assert.include(booker.text(), en.waitlistedHint(ADA.email));
    assert.isEmpty(await violations(booker.element));
    assert.equal(joined, 1);
    assert.lengthOf(adapter.state.waitlist, 1);
    assert.include(adapter.state.waitlist[0], { service: 'session' });
    await booker.press(en.bookAnother);
    await booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
    assert.include(booker.text(), en.callUs);
  });

  it('offers no waitlist that the backend does not keep', async () => {
    const adapter = courseBackend({ waitlist: false }, { schedule: { ...schedule, practitioners: [] } });
    const booker = open(adapter, 'look');
    await booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
    assert.isFalse(booker.buttons().includes(en.joinWaitlist));
  });

  describe('when one session is changed', () => {
    /** At the calendar for another time of the second of two sessions; the first is on Monday, 30 November. */
    async function changing(adapter = courseBackend()): Promise<SlotBookerHarness> {
      const booker = open(adapter, 'two');
      await toPlan(booker);
      await press(booker, 'change', 1);
      await booker.at(own.sessionTitle(2));
      assert.include(booker.text(), own.sofar('').trim());
      await booker.shows('days', () => booker.days().some(({ free }) => free));
      return booker;
    }

    const alerts = ({ element }: SlotBookerHarness) =>
      [...(element.shadowRoot?.querySelectorAll('[role=alert]') ?? [])].map(textOf);

    for (const [date, words] of [
      ['2026-12-01', own.tooSoon(7)],
      ['2026-12-04', own.tooSoon(7)],
      // A Sunday: nothing is free then anyway.
      ['2026-12-06', own.tooSoon(7)],
      ['2026-12-21', own.tooLate(20)],
      ['2026-12-30', own.tooLate(20)],
    ] as const) {
      it(`says on ${date} “${words}” in place of its times, and in the calendar`, async () => {
        const booker = await changing();
        const day = () => booker.root.querySelector<HTMLElement>(`.day[data-date="${date}"]`);
        await booker.pickDay(date);
        assert.deepEqual(alerts(booker), [words]);
        assert.include(day()?.ariaLabel, words);
        assert.equal(day()?.ariaDisabled, 'true');
        assert.notInclude(
          booker.days().flatMap((one) => (one.free ? one.date : [])),
          date,
        );
        assert.isEmpty(booker.parts('time'));
        await press(booker, 'button');
        assert.equal(booker.heading(), own.sessionTitle(2));
        assert.deepEqual(alerts(booker), [words]);
        assert.isEmpty(await violations(booker.element));
      });
    }

    it('calls no day too soon that is over', async () => {
      const thursday = Date.parse('2026-11-26T09:00:00Z');
      const booker = await changing(courseBackend({}, { now: () => thursday }));
      const day = (date: string) => booker.root.querySelector<HTMLElement>(`.day[data-date="${date}"]`);
      booker.root.querySelector<HTMLElement>(`button.by-month[aria-label="${en.previousMonth}"]`)?.click();
      await booker.shows('today', () => booker.root.querySelector('.day[aria-current=date]'));
      const today = booker.root.querySelector<HTMLElement>('.day[aria-current=date]')?.dataset['date'] ?? '';
      const before = booker.days().flatMap(({ date }) => (date < today ? date : []));
      assert.isNotEmpty(before);
      for (const date of before) {
        assert.include(day(date)?.ariaLabel, en.freeTimes(0));
        day(date)?.click();
      }
      await booker.drawn();
      assert.isEmpty(alerts(booker));
      assert.include(day(today)?.ariaLabel, own.tooSoon(7));
    });

    for (const date of ['2026-12-07', '2026-12-18']) {
      it(`takes a time on ${date}`, async () => {
        const booker = await changing();
        await booker.pickDay(date);
        assert.isEmpty(alerts(booker));
        await booker.shows('its times', () => booker.part('time'));
        booker.part('time')?.querySelector('input')?.click();
        await booker.element.updateComplete;
        await press(booker, 'button');
        await booker.at(own.planTitle);
        assert.match(textOf(booker.parts('session')[1]), new RegExp(`\\b${Number(date.slice(8))} Dec`));
      });
    }
  });

  for (const [treatment, wanted] of [
    ['open', own.confirm(3)],
    ['request', own.request(3)],
  ] as const) {
    it(`offers “${wanted}” where a consultation says “${treatment}”`, async () => {
      const services = clinic.services.map((service) => ({ ...service, confirmation: 'instant' as const }));
      const adapter = courseBackend({}, { clinic: { ...clinic, services, courses } });
      const around = page.clinic({ adapter });
      const booker = page.booker({ course: 'look' }, around);
      await screened(around, { treatment });
      await toPlan(booker);
      await toCheck(booker);
      assert.equal(textOf(booker.part('button')), wanted);
      await press(booker, 'button');
      await booker.at(treatment === 'open' ? own.confirmedTitle : own.requestedTitle);
    });
  }

  it('names whom each session is with, and plans with nobody but whom the page names', async () => {
    const on = (practitioner: string, weekday: number) => ({
      practitioner,
      hours: [{ weekday, from: '09:00', to: '17:00', location: 'east' }],
    });
    // Ann on Mondays, Ben on Tuesdays; and eight days from one session to the next.
    const options = {
      clinic: { ...clinic, courses: [{ ...courses[1], gapDays: { min: 8, default: 8, max: 8 } }] },
      schedule: { ...schedule, practitioners: [on('ann', 1), on('ben', 2)] },
    };
    const booker = open(courseBackend({}, options), 'two');
    await toPlan(booker);
    const [first, second] = booker.parts('session').map(textOf);
    assert.include(first, 'Ann Marsh');
    assert.include(second, 'Ben Field');
    const strict = page.booker({ adapter: courseBackend({}, options), course: 'two', practitioner: 'ann' });
    await takeFirst(strict);
    await strict.shows('that there is no plan', () => strict.part('error'));
    assert.include(strict.text(), own.unplannable);
  });

  describe('with a deposit', () => {
    const [look] = courses;
    const booked = async (payOnRequest: boolean, confirmation: 'instant' | 'request') => {
      const services = clinic.services.map((service) => ({ ...service, confirmation }));
      const paying = { ...look, deposit: { ...look?.deposit, payOnRequest } };
      const booker = open(courseBackend({}, { clinic: { ...clinic, services, courses: [paying] } }), 'look');
      await toPlan(booker);
      await toCheck(booker);
      await press(booker, 'button');
      await booker.at(confirmation === 'request' ? own.requestedTitle : own.confirmedTitle);
      return booker;
    };
    const leave = () => history.replaceState(null, '', location.pathname + location.search);
    afterEach(leave);

    it('leads to the clinic’s payment page with the reference and the way back, and nothing else', async () => {
      history.replaceState(null, '', '#t=a-secret');
      const booker = await booked(false, 'instant');
      const link = new URL(booker.part('deposit')?.getAttribute('href') ?? '');
      const reference = booker.element.value;
      assert.equal(link.origin, 'https://pay.northlight.example');
      const here = location.origin + location.pathname + location.search;
      assert.deepEqual(Object.fromEntries(link.searchParams), {
        shop: '7',
        reference,
        return_url: `${here}#smp-paid=${reference}`,
        cancel_url: `${here}#smp-payment-cancelled=${reference}`,
      });
      assert.notInclude(link.href, 'secret');
      for (const personal of Object.values(ADA)) assert.notInclude(link.href, encodeURIComponent(String(personal)));
    });

    it('asks for it before the clinic has agreed only where the clinic says so', async () => {
      assert.isUndefined((await booked(false, 'request')).part('deposit'));
      page.element.replaceChildren();
      assert.isDefined((await booked(true, 'request')).part('deposit'));
    });

    for (const [fragment, words] of [
      ['smp-paid', paying.paid],
      ['smp-payment-cancelled', paying.unpaid],
    ] as const) {
      it(`says at #${fragment} that the visitor is back, until they go on`, async () => {
        history.replaceState(null, '', `#${fragment}=SMP-7QX`);
        const booker = open(courseBackend());
        await booker.at(own.chooseOffer);
        const notice = textOf(booker.part('payment'));
        assert.include(notice, words);
        assert.include(notice, 'SMP-7QX');
        assert.isEmpty(await violations(booker.element));
        await press(booker, 'button');
        await booker.at(own.firstTitle);
        assert.isUndefined(booker.part('payment'));
      });
    }

    it('repeats no message that somebody wrote into the address', async () => {
      history.replaceState(null, '', `#smp-paid=${encodeURIComponent('Call 0900 123 to get your money back')}`);
      const booker = open(courseBackend());
      await booker.at(own.chooseOffer);
      assert.include(textOf(booker.part('payment')), paying.paid);
      assert.notInclude(booker.text(), '0900');
    });

    it('says nothing of it at any other address, control', async () => {
      const booker = open(courseBackend());
      await booker.at(own.chooseOffer);
      assert.isUndefined(booker.part('payment'));
    });
  });

  it('books one by one where the backend knows no courses', async () => {
    const adapter = courseBackend({ courses: false });
    const booker = open(adapter, 'two');
    await toPlan(booker);
    await toCheck(booker);
    await press(booker, 'button');
    await booker.at(own.confirmedTitle);
    assert.lengthOf(adapter.state.bookings, 2);
    assert.equal(adapter.state.calls.bookCourse, 0);
  });

  it('tells the rest of the page who booked it, and gives the proof of its first session', async () => {
    const around = page.clinic({ adapter: courseBackend({}, { clinic: { ...clinic, courses: courses.slice(1) } }) });
    const booker = page.booker({ course: '' }, around);
    await toPlan(booker);
    await toCheck(booker);
    await booker.confirm();
    await until('it is booked', () => booker.element.bookings.length === 2);
    let said: Enquiry | undefined;
    const ask = new ContextEvent(enquiryContext, booker.element, ({ enquiry }) => (said = enquiry));
    booker.element.dispatchEvent(ask);
    const [first] = booker.element.bookings;
    assert.equal(said?.sessions?.length, 2);
    assert.equal(said?.contact?.email, ADA.email);
    assert.equal(said?.contact?.name, ADA.name);
    assert.isString(first?.manageToken);
    assert.deepEqual({ ...said?.booking }, { bookingId: first?.bookingId, manageToken: first?.manageToken });
  });

  it('keeps the times that are shown when the clinic around it says something else anew', async () => {
    const adapter = courseBackend({}, { clinic: { ...clinic, courses: courses.slice(1) } });
    const around = page.clinic({ adapter });
    const booker = page.booker({ course: '' }, around);
    await booker.at(own.firstTitle);
    await booker.shows('times', () => booker.part('time'));
    const { listSlots } = adapter.state.calls;
    around.phone = '020 7946 0555';
    await around.updateComplete;
    await booker.element.updateComplete;
    assert.equal(adapter.state.calls.listSlots, listSlots, 'asked again');
    const other = courseBackend({}, { clinic: { ...clinic, courses: courses.slice(1) } });
    around.adapter = other;
    await until('control: another backend is asked', () => other.state.calls.listSlots > 0);
  });

  it('tells the page of a course that is not there', async () => {
    const errors: string[] = [];
    page.element.addEventListener('smp-error', ({ error }) => errors.push(error.code), { once: true });
    const booker = open(courseBackend(), 'no-such');
    await booker.shows('that it failed', () => booker.part('error'));
    assert.deepEqual(errors, ['not-found']);
  });

  it('has nothing that axe objects to, and no sideways scrolling', async () => {
    const booker = open(courseBackend());
    await booker.at(own.chooseOffer);
    const check = async (): Promise<void> => {
      assert.isEmpty(await violations(booker.element));
      page.element.style.maxInlineSize = '320px';
      document.documentElement.dir = 'rtl';
      assert.isAtMost(booker.element.scrollWidth, booker.element.clientWidth);
      document.documentElement.removeAttribute('dir');
      page.element.style.maxInlineSize = '';
    };
    await check();
    await press(booker, 'button');
    await toPlan(booker);
    await check();
    await toCheck(booker);
    await check();
  });
});
