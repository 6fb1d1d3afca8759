import { assert } from '@esm-bundle/chai';
import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import type { MemoryAdapter } from '../../../src/adapters/memory.js';
import { bookingEvent } from '../../../src/calendar/booking-event.js';
import { calendarFile } from '../../../src/calendar/ics.js';
import { SmpError } from '../../../src/domain/errors.js';
import { addDays } from '../../../src/domain/time/plain-date.js';
import type { SmpBookingCancelledEvent } from '../../../src/events/booking-cancelled-event.js';
import type { SmpBookingMovedEvent } from '../../../src/events/booking-moved-event.js';
import { en as paying } from '../../../src/locales/deposit/en.js';
import { en as words } from '../../../src/locales/en.js';
import { en } from '../../../src/locales/management/en.js';
import { en as touchUpEn } from '../../../src/locales/touch-up/en.js';
import { reminderEn } from '../../../src/locales/touch-up/reminder.en.js';
import { violations } from '../../support/accessibility.js';
import { BookingManagerHarness, bookedVisit, managerOn } from '../../support/booking-manager.harness.js';
import { can, emulateMedia, engine } from '../../support/browser.js';
import { backend, clinic, MONDAY, useClinicPage } from '../../support/clinic-page.js';
import { courseBackend } from '../../support/course-page.js';
import { usePageReports } from '../../support/page-reports.js';
import { Gate } from '../../support/fault-adapter.js';
import { textOf } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';

describe(`<smp-booking-manager> in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();

  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    assert.isEmpty(reports.uncaught);
  });

  /** A manager that shows a booking. */
  async function shown() {
    const adapter = backend();
    const booking = await bookedVisit(adapter);
    const manager = managerOn(page, { adapter, token: booking.manageToken });
    await manager.at(en.title(1));
    return { adapter, booking, manager };
  }

  it('shows the booking of the token in the page’s address', async () => {
    const adapter = backend();
    const booking = await bookedVisit(adapter);
    location.hash = `t=${encodeURIComponent(booking.manageToken ?? '')}`;
    const manager = managerOn(page, { adapter });
    await manager.at(en.title(1));
    assert.include(manager.text(), booking.reference);
    assert.include(manager.text(), en.status.confirmed);
    assert.include(manager.text(), clinic.policies?.cancellation ?? '?');
    assert.isTrue(manager.element.matches(':state(ready)'));
  });

  it('goes along when the address gets another token', async () => {
    const { adapter } = await shown();
    const other = await bookedVisit(adapter, 'talk', 60);
    const manager = managerOn(page, { adapter });
    await manager.at(en.refusedTitle);
    location.hash = `t=${encodeURIComponent(other.manageToken ?? '')}`;
    await manager.shows('the other booking', () => manager.text().includes(other.reference));
  });

  it('keeps the booking when a skip link or another anchor of the page is followed', async () => {
    const adapter = backend();
    const booking = await bookedVisit(adapter);
    location.hash = `t=${encodeURIComponent(booking.manageToken ?? '')}`;
    const manager = managerOn(page, { adapter });
    await manager.at(en.title(1));
    await manager.press('move');
    await manager.at(en.timeTitle);
    for (const anchor of ['#main', '#smp-open=journey']) {
      const followed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      location.hash = anchor;
      await followed;
      await manager.element.updateComplete;
      assert.equal(manager.heading(), en.timeTitle);
    }
  });

  it('says that one moment is asked for while it is read, not that times are looked for', async () => {
    const adapter = backend();
    const booking = await bookedVisit(adapter);
    const gate = new Gate();
    const manager = managerOn(page, { adapter: gate.before(adapter, 'getBooking'), token: booking.manageToken });
    await until('it waits', () => gate.waiting > 0);
    await manager.shows('so', () => manager.text().includes(words.wait));
    assert.notInclude(manager.text(), words.loading);
    gate.open();
    await manager.at(en.title(1));
  });

  describe('with a deposit', () => {
    /** A course of one week's distance, which the clinic agrees to at once or not. */
    async function course(confirmation: 'instant' | 'request') {
      const services = clinic.services.map((service) => ({ ...service, confirmation }));
      const courses = [
        {
          id: 'pair',
          name: 'Two visits',
          sessions: [{ service: 'visit' }, { service: 'visit' }],
          gapDays: { min: 7, default: 7, max: 20 },
          deposit: { text: 'We ask for £50.', url: 'https://pay.northlight.example/?shop=7' },
        },
      ];
      const adapter = courseBackend({}, { clinic: { ...clinic, services, courses } });
      assert.isDefined(adapter.bookCourse);
      const sessions: { service: string; slotId: string }[] = [];
      for (const from of [addDays('2026-11-30', 3), addDays('2026-11-30', 10)]) {
        const { slots } = await adapter.listSlots({ service: 'visit', from, to: addDays(from, 1) });
        sessions.push({ service: 'visit', slotId: slots[0]?.id ?? '' });
      }
      const contact = { name: 'Ada Example', email: 'ada@example.com' };
      const draft = { course: 'pair', sessions, contact, consents: [] };
      const booked = await adapter.bookCourse(draft, { operationId: 'a-course-with-a-deposit' });
      location.hash = `t=${encodeURIComponent(booked.manageToken ?? '')}`;
      const manager = managerOn(page, { adapter });
      await manager.at(en.title(2));
      await manager.shows('calendars', () => manager.part('calendars') ?? confirmation === 'request');
      return { booked, manager };
    }

    it('says what is to be paid under which reference, and leads to the clinic’s payment page without the token', async () => {
      const { booked, manager } = await course('instant');
      await manager.shows('the deposit', () => manager.part('terms'));
      const terms = textOf(manager.part('terms'));
      for (const said of ['We ask for £50.', booked.reference, paying.alreadyPaid]) assert.include(terms, said);
      const link = new URL(manager.part('deposit')?.getAttribute('href') ?? '');
      const here = location.origin + location.pathname + location.search;
      assert.deepEqual(Object.fromEntries(link.searchParams), {
        shop: '7',
        reference: booked.reference,
        return_url: `${here}#smp-paid=${booked.reference}`,
        cancel_url: `${here}#smp-payment-cancelled=${booked.reference}`,
      });
      assert.notInclude(link.href, encodeURIComponent(booked.manageToken ?? '?'));
      assert.isEmpty(await violations(manager.element));
    });

    it('asks for nothing before the clinic has agreed', async () => {
      const { manager } = await course('request');
      await manager.shows('calendars', () => manager.part('calendars'));
      assert.isUndefined(manager.part('terms'));
    });

    for (const [fragment, said] of [
      ['smp-paid', paying.paid],
      ['smp-payment-cancelled', paying.unpaid],
    ] as const) {
      it(`says at #${fragment} that the visitor is back, and not that a link opens nothing`, async () => {
        location.hash = `${fragment}=SMP-7QX`;
        const adapter = backend();
        const manager = managerOn(page, { adapter });
        await manager.shows('that they are back', () => manager.part('payment'));
        assert.include(textOf(manager.part('payment')), said);
        assert.include(textOf(manager.part('payment')), 'SMP-7QX');
        assert.notInclude(manager.text(), en.refusedTitle);
        assert.isEmpty(await violations(manager.element));
        const booking = await bookedVisit(adapter);
        location.hash = `t=${encodeURIComponent(booking.manageToken ?? '')}`;
        await manager.at(en.title(1));
        assert.isUndefined(manager.part('payment'));
      });
    }
  });

  describe('whose page knows the token', () => {
    for (const [fragment, said] of [
      ['smp-paid', paying.paid],
      ['smp-payment-cancelled', paying.unpaid],
    ] as const) {
      it(`says at #${fragment} that the visitor is back, above their booking`, async () => {
        location.hash = `${fragment}=SMP-7QX`;
        const adapter = backend();
        const booking = await bookedVisit(adapter);
        const manager = managerOn(page, { adapter, token: booking.manageToken });
        await manager.at(en.title(1));
        await manager.shows('that they are back', () => manager.part('payment'));
        assert.include(textOf(manager.part('payment')), said);
        assert.include(textOf(manager.part('payment')), 'SMP-7QX');
        assert.isEmpty(await violations(manager.element));
        assert.equal(manager.parts('session').length, 1);
      });
    }

    it('says so no more beside another booking', async () => {
      location.hash = 'smp-paid=SMP-7QX';
      const adapter = backend();
      const [paid, other] = [await bookedVisit(adapter), await bookedVisit(adapter, 'talk', 60)];
      const manager = managerOn(page, { adapter, token: paid.manageToken });
      await manager.shows('that they are back', () => manager.part('payment'));
      manager.element.token = other.manageToken ?? '';
      await manager.shows('the other booking', () => manager.text().includes(other.reference));
      assert.isUndefined(manager.part('payment'));
      assert.notInclude(manager.text(), paid.reference);
    });

    it('says so no more once the visitor goes on to a change, nor when the page is loaded again', async () => {
      location.hash = 'smp-paid=SMP-7QX';
      const adapter = backend();
      const { manageToken: token } = await bookedVisit(adapter);
      const before = managerOn(page, { adapter, token });
      await before.shows('that they are back', () => before.part('payment'));
      before.element.remove();
      const manager = managerOn(page, { adapter, token });
      await manager.shows('it again, as they only looked', () => manager.part('payment'));
      await manager.press('move');
      await manager.at(en.timeTitle);
      await manager.pick(3);
      await manager.press('button');
      await manager.at(en.moveTitle);
      await manager.press('button');
      await manager.at(en.title(1));
      await manager.shows('the calendars', () => manager.part('calendars'));
      assert.equal(textOf(manager.part('notice')), en.notice.moved);
      assert.isUndefined(manager.part('payment'));
      manager.element.remove();
      const again = managerOn(page, { adapter, token });
      await again.shows('the calendars', () => again.part('calendars'));
      assert.isUndefined(again.part('payment'));
    });
  });

  describe('beside a touch-up reminder', () => {
    const PLAN = '00000000-0000-4000-8000-000000000001.signature';

    /** Both elements on one page, and the tokens that the backend is asked about. */
    async function both(hash: (manageToken: string) => string) {
      const memory = backend();
      const { manageToken = '', reference } = await bookedVisit(memory);
      const asked: string[] = [];
      const adapter: SchedulingAdapter = {
        ...memory,
        getBooking: (token, options) => {
          asked.push(`booking ${token}`);
          return memory.getBooking?.(token, options) ?? Promise.reject(new SmpError('unknown', 'Nothing'));
        },
        getTouchUps: (token) => {
          asked.push(`plan ${token}`);
          return Promise.reject(new SmpError('unauthorized', 'Opens nothing'));
        },
      };
      location.hash = hash(manageToken);
      const around = page.clinic({ adapter });
      const element = document.createElement('smp-booking-manager');
      element.textContent = 'Call us';
      const reminder = document.createElement('smp-touch-up-reminder');
      around.append(element, reminder);
      const manager = new BookingManagerHarness(element);
      await until('the reminder', () => reminder.matches(':state(ready)'));
      const reminded = () => textOf(reminder.shadowRoot?.querySelector('h2'));
      return { manager, reminded, asked, manageToken, reference };
    }

    it('shows the booking of its own link, and the reminder asks for nothing', async () => {
      const { manager, reminded, asked, manageToken, reference } = await both((token) => `t=${token}`);
      await manager.at(en.title(1));
      assert.include(manager.text(), reference);
      assert.equal(reminded(), touchUpEn.title);
      assert.deepEqual(asked, [`booking ${manageToken}`]);
    });

    for (const [name, hash] of [
      ['a link of a plan', 'r=any-token'],
      ['an older link of a plan', `t=${PLAN}`],
    ] as const) {
      it(`leaves ${name} to the reminder`, async () => {
        const { manager, reminded, asked } = await both(() => hash);
        await until('what the reminder says of it', () => reminded() === reminderEn.refusedTitle);
        assert.deepEqual(asked, [`plan ${hash.slice(2)}`]);
        assert.equal(manager.heading(), '');
        assert.isAbove(manager.element.getBoundingClientRect().height, 0, 'the page’s own words are shown');
      });
    }

    it('goes along when the address is about the booking again', async () => {
      const { manager, manageToken, reminded } = await both(() => 'r=any-token');
      await until('what the reminder says of it', () => reminded() === reminderEn.refusedTitle);
      location.hash = `t=${manageToken}`;
      await manager.at(en.title(1));
      await until('the estimate', () => reminded() === touchUpEn.title);
    });

    it('says of an address without any token what it says alone', async () => {
      const { manager, reminded } = await both(() => '');
      await manager.at(en.refusedTitle);
      assert.equal(reminded(), touchUpEn.title);
    });
  });

  it('moves a booking to a time that was chosen', async () => {
    const { adapter, booking, manager } = await shown();
    const moved: SmpBookingMovedEvent[] = [];
    manager.element.addEventListener('smp-booking-moved', (event) => moved.push(event));
    await manager.press('move');
    await manager.at(en.timeTitle);
    await manager.pick(3);
    await manager.press('button');
    await manager.at(en.moveTitle);
    assert.isEmpty(moved);
    await manager.press('button');
    await manager.at(en.title(1));
    await manager.shows('what was done', () => textOf(manager.part('notice')) === en.notice.moved);
    const stored = adapter.state.bookings[0]?.booking;
    assert.notEqual(stored?.slot.start, booking.slot.start);
    assert.equal(moved[0]?.sessions[0]?.slot.start, stored?.slot.start);
    assert.notInclude(JSON.stringify(moved[0]?.sessions), booking.manageToken ?? '?');
    assert.equal(manager.root.activeElement, manager.part('heading'));
  });

  it('keeps the person and the place, unless others are chosen', async () => {
    const { adapter, booking, manager } = await shown();
    await manager.press('move');
    await manager.at(en.timeTitle);
    const { practitioner, location } = booking.slot;
    assert.deepEqual([manager.chosen('practitioner'), manager.chosen('location')], [practitioner, location]);
    await manager.pick(3);
    await manager.press('button');
    await manager.at(en.moveTitle);
    for (const { name } of [...clinic.practitioners, ...clinic.locations]) assert.notInclude(manager.text(), name);
    await manager.press('button');
    await manager.at(en.title(1));
    const { slot } = adapter.state.bookings[0]?.booking ?? {};
    assert.notEqual(slot?.start, booking.slot.start);
    assert.deepEqual([slot?.practitioner, slot?.location], [practitioner, location]);
  });

  it('says from when a treatment can be after a consultation, and offers no earlier time', async () => {
    const adapter = backend();
    const booking = await bookedVisit(adapter);
    const from = '2026-12-03';
    const getBooking: SchedulingAdapter['getBooking'] = async (token, options) => {
      const managed = await (adapter as Required<MemoryAdapter>).getBooking(token, options);
      return { ...managed, sessions: managed.sessions.map((one) => ({ ...one, limits: { from } })) };
    };
    const manager = managerOn(page, { adapter: { ...adapter, getBooking }, token: booking.manageToken });
    await manager.press('move');
    await manager.at(en.timeTitle);
    await manager.pick(0);
    assert.include(manager.text(), 'Because of your answers');
    assert.include(manager.text(), '3 December');
    await manager.press('button');
    await manager.press('button');
    await manager.shows('what was done', () => textOf(manager.part('notice')) === en.notice.moved);
    const { localDate = '' } = adapter.state.bookings[0]?.booking.slot ?? {};
    assert.isTrue(localDate >= from, localDate);
  });

  it('says with whom and where a session would be, where that is another, before and after', async () => {
    const { manager } = await shown();
    await manager.press('move');
    await manager.at(en.timeTitle);
    await manager.choose('practitioner', 'ben');
    await manager.choose('location', 'west');
    await manager.pick(3);
    await manager.press('button');
    await manager.at(en.moveTitle);
    const [from = '', to = ''] = manager.parts('session').flatMap((one) => [...one.querySelectorAll('dd')].map(textOf));
    assert.match(from, / · East Room · Ann Marsh$/);
    assert.match(to, / · West Room · Ben Field$/);
    await manager.press('button');
    await manager.at(en.title(1));
    for (const name of ['Ben Field', 'West Room']) assert.include(textOf(manager.part('session')), name);
  });

  it('says that a time is with whoever is free', async () => {
    const { manager } = await shown();
    await manager.press('move');
    await manager.at(en.timeTitle);
    await manager.choose('practitioner', '');
    await manager.pick(3);
    await manager.press('button');
    await manager.at(en.moveTitle);
    assert.include(textOf(manager.part('session')), ` · ${words.practitioner}: ${words.anyPractitioner}`);
  });

  it('cancels a booking, with the clinic’s rules shown before', async () => {
    const { adapter, manager } = await shown();
    const cancelled: SmpBookingCancelledEvent[] = [];
    manager.element.addEventListener('smp-booking-cancelled', (event) => cancelled.push(event));
    await manager.press('cancel');
    await manager.at(en.cancelTitle(1));
    assert.include(textOf(manager.part('policy')), clinic.policies?.cancellation ?? '?');
    assert.equal(adapter.state.bookings[0]?.booking.status, 'confirmed');
    await manager.press('button');
    await manager.at(en.title(1));
    await manager.shows('what was done', () => textOf(manager.part('notice')) === en.notice.cancelled);
    assert.equal(adapter.state.bookings[0]?.booking.status, 'cancelled');
    assert.equal(cancelled[0]?.sessions[0]?.status, 'cancelled');
    assert.isUndefined(manager.part('move'));
  });

  it('has what is legal above the button that sends a change, and nowhere else', async () => {
    const { manager } = await shown();
    const terms = document.createElement('p');
    terms.slot = 'legal';
    terms.textContent = 'Our terms';
    manager.element.append(terms);
    const isShown = () => terms.getClientRects().length > 0;
    assert.isFalse(isShown());
    await manager.press('cancel');
    await manager.at(en.cancelTitle(1));
    assert.isTrue(isShown());
    const button = manager.part('button');
    assert.isAtMost(terms.getBoundingClientRect().bottom, button?.getBoundingClientRect().top ?? 0);
  });

  it('tells the same of a token that is forged, cut short or missing', async () => {
    const adapter = backend();
    const { manageToken = '' } = await bookedVisit(adapter);
    const texts = new Set<string>();
    for (const token of [`${manageToken}x`, manageToken.slice(1), 'forged', '', undefined]) {
      const manager = managerOn(page, { adapter, token });
      await manager.at(en.refusedTitle);
      assert.isUndefined(manager.part('error'));
      texts.add(manager.text());
      manager.element.remove();
    }
    assert.equal(texts.size, 1);
    assert.include([...texts][0] ?? '', clinic.phone ?? '?');
  });

  it('keeps the page’s own words for when the backend can’t be asked', async () => {
    const adapter = { ...backend(), getBooking: () => Promise.reject(new SmpError('unknown', 'Down')) };
    const element = document.createElement('smp-booking-manager');
    element.innerText = 'Call us';
    Object.assign(element, { adapter, token: 'token' });
    const errors: string[] = [];
    element.addEventListener('smp-error', ({ error }) => errors.push(error.code));
    page.element.append(element);
    const manager = new BookingManagerHarness(element);
    await manager.shows('that it failed', () => manager.part('error'));
    assert.include(manager.text(), en.failedTitle);
    assert.isAbove(element.getBoundingClientRect().height, 0);
    assert.deepEqual(errors, ['unknown']);
  });

  it('reads on after it was taken out of the page and put back', async () => {
    const { manager, booking } = await shown();
    const { element } = manager;
    await manager.press('move');
    element.remove();
    page.element.append(element);
    await manager.at(en.timeTitle);
    await manager.pick(1);
    assert.include(manager.text(), booking.slot.localTime.slice(0, 2).replace(/^0/, ''));
  });

  it('keeps the token out of markup, storage and what it sends on', async () => {
    const { manager, booking } = await shown();
    const { manageToken = '?' } = booking;
    assert.notInclude(manager.element.outerHTML + manager.root.innerHTML, manageToken);
    for (const storage of [sessionStorage, localStorage]) {
      assert.notInclude(JSON.stringify(Object.entries(storage)), manageToken);
    }
    assert.notInclude(location.search, manageToken);
  });

  for (const [name, go] of [
    ['the booking', async (manager: BookingManagerHarness) => manager],
    [
      'the times',
      async (manager: BookingManagerHarness) => {
        await manager.press('move');
        await manager.pick(2);
        return manager;
      },
    ],
    [
      'a move',
      async (manager: BookingManagerHarness) => {
        await manager.press('move');
        await manager.pick(2);
        await manager.press('button');
        return manager.at(en.moveTitle);
      },
    ],
    [
      'a cancellation',
      async (manager: BookingManagerHarness) => {
        await manager.press('cancel');
        return manager.at(en.cancelTitle(1));
      },
    ],
  ] as const) {
    it(`has nothing that axe objects to, and no sideways scrolling: ${name}`, async () => {
      const { manager } = await shown();
      await go(manager);
      assert.isEmpty(await violations(manager.element));
      if (can('emulateMedia')) {
        await emulateMedia({ 'prefers-color-scheme': 'dark' });
        assert.isEmpty(await violations(manager.element));
        await emulateMedia({});
      }
      document.documentElement.dir = 'rtl';
      page.element.style.maxInlineSize = '320px';
      await manager.element.updateComplete;
      const { scrollWidth, clientWidth } = manager.element;
      assert.isAtMost(scrollWidth, clientWidth);
      assert.isEmpty(await violations(manager.element, ['target-size', 'aria-valid-attr-value']));
      page.element.style.maxInlineSize = '';
      document.documentElement.removeAttribute('dir');
    });
  }

  it('has the ways into a calendar, with the entry of the confirmation brought up to date', async () => {
    const { booking, manager } = await shown();
    await manager.press('move');
    await manager.pick(3);
    await manager.press('button');
    await manager.at(en.moveTitle);
    await manager.press('button');
    await manager.at(en.title(1));
    await manager.shows('the ways into a calendar', () => manager.part('calendars'));
    const file = manager.part('calendars')?.querySelector('button');
    assert.equal(textOf(file), words.calendarFile);
    const files: Blob[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    URL.createObjectURL = (blob: Blob) => {
      files.push(blob);
      return createObjectURL.call(URL, blob);
    };
    // The file is read here, not saved.
    HTMLAnchorElement.prototype.click = () => undefined;
    try {
      file?.click();
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    const property = (text: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1]?.trim();
    const entry = (await files[0]?.text()) ?? '';
    const written = { title: words.calendarTitle, reference: words.calendarReference, phone: words.calendarPhone };
    const confirmed = calendarFile([bookingEvent(booking, clinic, written, { stamp: '2026-11-30T08:00:00Z' })]);
    assert.isNotEmpty(property(confirmed, 'UID'));
    assert.equal(property(entry, 'UID'), property(confirmed, 'UID'));
    assert.isAbove(Number(property(entry, 'SEQUENCE')), Number(property(confirmed, 'SEQUENCE')));
    assert.notEqual(property(entry, 'DTSTART'), property(confirmed, 'DTSTART'));
  });

  it('offers to bring the calendar up to date once nothing stands', async () => {
    const { manager } = await shown();
    const calendars = () => textOf(manager.part('calendars'));
    await manager.shows('the ways into a calendar', () => calendars().includes(words.addToCalendar));
    await manager.press('cancel');
    await manager.at(en.cancelTitle(1));
    await manager.press('button');
    await manager.shows('what is left of them', () => calendars() === `${en.updateCalendar} ${words.calendarFile}`);
  });

  /** A manager whose visitor is about to confirm a move, and what it told the page. */
  async function moving(adapter: MemoryAdapter) {
    const booking = await bookedVisit(adapter);
    const manager = managerOn(page, { adapter, token: booking.manageToken });
    const refused: string[] = [];
    manager.element.addEventListener('smp-booking-refused', ({ error }) => refused.push(error.code));
    await manager.at(en.title(1));
    await manager.press('move');
    await manager.at(en.timeTitle);
    await manager.pick(3);
    await manager.press('button');
    await manager.at(en.moveTitle);
    return { booking, manager, refused };
  }

  it('shows how it stands when it was changed somewhere else in the meantime', async () => {
    const adapter = backend();
    const { booking, manager, refused } = await moving(adapter);
    const { manageToken: token = '', bookingId } = booking;
    await adapter.cancel?.({ token, version: 1, bookingIds: [bookingId] }, { operationId: 'cancelled-elsewhere-1' });
    await manager.press('button');
    await manager.at(en.title(1));
    await manager.shows('what became of it', () => textOf(manager.part('notice')) === en.notice.changed);
    assert.equal(textOf(manager.part('status')), en.status.cancelled);
    assert.isUndefined(manager.part('error'));
    assert.deepEqual(refused, ['version-conflict']);
    assert.equal(textOf(manager.root.querySelector('[role=status]')), en.notice.changed);
  });

  it('says that it can’t be changed any more, and offers no change', async () => {
    let now = MONDAY;
    const adapter = backend({ now: () => now });
    const { booking, manager, refused } = await moving(adapter);
    now = Date.parse(booking.slot.start) + 1;
    await manager.press('button');
    await manager.at(en.title(1));
    await manager.shows('what became of it', () => textOf(manager.part('notice')) === en.notice.gone);
    assert.include(manager.text(), en.notChangeable);
    assert.isUndefined(manager.part('move'));
    assert.isUndefined(manager.part('cancel'));
    assert.deepEqual(refused, ['not-found']);
  });

  it('says beside the button that the chosen time is the one that they have', async () => {
    const adapter = backend();
    const booking = await bookedVisit(adapter);
    // On its day nothing but its own time is free.
    const listSlots: SchedulingAdapter['listSlots'] = async (query, options) => {
      const listed = await adapter.listSlots(query, options);
      const others = listed.slots.filter(({ localDate }) => localDate !== booking.slot.localDate);
      return { ...listed, slots: [...others, booking.slot].sort((a, b) => Date.parse(a.start) - Date.parse(b.start)) };
    };
    const manager = managerOn(page, { adapter: { ...adapter, listSlots }, token: booking.manageToken });
    await manager.at(en.title(1));
    await manager.press('move');
    await manager.at(en.timeTitle);
    await manager.pickFrom(booking.slot.localDate);
    const said = manager.part('button')?.parentElement?.querySelector('[role=alert]');
    assert.equal(textOf(said), en.gap.same(0, 0));
    await manager.press('button');
    assert.equal(manager.heading(), en.timeTitle);
    assert.isEmpty(await violations(manager.element));
  });

  it('says of a date too near to the session before, or too far from it, why it can’t be, in place of its times', async () => {
    const memory = backend();
    const first = await bookedVisit(memory, 'visit', 0);
    const second = await bookedVisit(memory, 'visit', 80);
    const sessions = [first, second].map((one) => ({ ...one, changeableUntil: one.slot.start }));
    const apart = (Date.parse(second.slot.localDate) - Date.parse(first.slot.localDate)) / 86_400_000;
    const gapDays = { min: 2, default: apart, max: apart };
    const adapter: SchedulingAdapter = {
      ...memory,
      getBooking: () => Promise.resolve({ sessions, version: 1, gapDays }),
    };
    const manager = managerOn(page, { adapter, token: first.manageToken });
    await manager.at(en.title(2));
    manager.parts('move')[1]?.click();
    await manager.at(en.timeTitle);
    for (const issue of ['too-soon', 'too-late'] as const) {
      const reason = en.gap[issue](gapDays.min, gapDays.max);
      const day = () =>
        [...manager.root.querySelectorAll<HTMLElement>('.day')].find((one) => one.ariaLabel?.includes(reason));
      await manager.shows(`a date that is ${issue}`, day);
      const date = day()?.dataset['date'] ?? '';
      assert.equal(date > second.slot.localDate, issue === 'too-late');
      assert.equal(day()?.ariaDisabled, 'true');
      day()?.click();
      const said = () => textOf(manager.root.querySelector('[role=alert]'));
      await manager.shows('why', () => said() === reason);
      assert.isEmpty(manager.parts('time'));
      assert.isEmpty(await violations(manager.element));
    }
  });

  it('says for which session no time is left, and sends nothing', async () => {
    const memory = backend();
    const first = await bookedVisit(memory, 'visit', 0);
    const { localDate } = first.slot;
    const { slots } = await memory.listSlots({ service: 'visit', from: addDays(localDate, 10) });
    const second = await memory.createBooking(
      {
        service: 'visit',
        slotId: slots[0]?.id ?? '',
        contact: { name: 'Ada Example', email: 'ada@example.com' },
        consents: [],
      },
      { operationId: 'booked-second-visit' },
    );
    const sessions = [first, second].map((one) => ({ ...one, changeableUntil: one.slot.start }));
    const adapter: SchedulingAdapter = {
      ...memory,
      getBooking: () => Promise.resolve({ sessions, version: 1, gapDays: { min: 9, default: 10, max: 14 } }),
      listSlots: async (query, options) => {
        const listed = await memory.listSlots(query, options);
        return { ...listed, slots: listed.slots.filter((slot) => slot.localDate < addDays(localDate, 12)) };
      },
    };
    const manager = managerOn(page, { adapter, token: first.manageToken });
    await manager.at(en.title(2));
    await manager.press('move');
    await manager.at(en.timeTitle);
    await manager.pick(4);
    await manager.press('button');
    await manager.at(en.moveTitle);
    assert.include(textOf(manager.root.querySelector('[role=alert]')), en.noTime(2));
    assert.isUndefined(manager.part('button'));
    assert.isDefined(manager.part('phone'));
    assert.isEmpty(await violations(manager.element));
    assert.equal(memory.state.calls.reschedule, 0);
  });
});
