import { assert } from '@esm-bundle/chai';
import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import type { Clinic } from '../../../src/domain/clinic.js';
import { SmpError } from '../../../src/domain/errors.js';
import { en } from '../../../src/locales/en.js';
import { engine, press } from '../../support/browser.js';
import { backend, clinic, MONDAY, schedule, useClinicPage } from '../../support/clinic-page.js';
import { Gate, overridden, Weather } from '../../support/fault-adapter.js';
import { ADA, isShown, textOf, type SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';

const like = (changes: Partial<Clinic>): SchedulingAdapter => backend({ clinic: { ...clinic, ...changes } });

describe(`the calendar of <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();

  const shownDates = (booker: SlotBookerHarness): string[] =>
    booker
      .days()
      .filter(({ element }) => isShown(element))
      .map(({ date }) => date);
  const turner = (booker: SlotBookerHarness, name: string): HTMLButtonElement => booker.button(name);

  const monthOf = (booker: SlotBookerHarness): string =>
    booker.root.querySelector<HTMLElement>('#month')?.innerText.trim() ?? '';

  it('shows a week where there is little room, and the month when asked', async () => {
    page.element.style.inlineSize = '360px';
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    assert.lengthOf(shownDates(booker), 7);
    assert.match(monthOf(booker), /^Nov\s.\sDec 2026$/, 'the week reaches into December');
    await booker.press(en.showMonth);
    assert.lengthOf(shownDates(booker), 35);
    assert.match(monthOf(booker), /^Nov\s.\sDec 2026$/);
    await booker.press(en.showWeek);
    assert.lengthOf(shownDates(booker), 7);
    page.element.style.removeProperty('inline-size');
  });

  it('shows the month where there is room', async () => {
    page.element.style.inlineSize = '800px';
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    assert.isAtLeast(shownDates(booker).length, 30);
    page.element.style.removeProperty('inline-size');
  });

  it('turns by weeks and by months, from today on', async () => {
    page.element.style.inlineSize = '360px';
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    assert.equal(turner(booker, en.previousWeek).getAttribute('aria-disabled'), 'true');
    await booker.press(en.nextWeek);
    await booker.shows('the next week', () => shownDates(booker)[0] === '2026-12-07');
    await booker.press(en.previousWeek);
    await booker.shows('this week', () => shownDates(booker)[0] === '2026-11-30');
    await booker.press(en.previousWeek);
    assert.equal(shownDates(booker)[0], '2026-11-30');
    page.element.style.inlineSize = '800px';
    await booker.press(en.nextMonth);
    await booker.shows('the month after those that are shown', () => monthOf(booker) === 'January 2027');
    await booker.press(en.previousMonth);
    await booker.shows('the month before', () => monthOf(booker) === 'December 2026');
    await booker.press(en.previousMonth);
    await booker.shows('the weeks from today', () => monthOf(booker).startsWith('Nov'));
    page.element.style.removeProperty('inline-size');
  });

  it('answers a press at once, and draws what it leads to after the next paint', async () => {
    page.element.style.inlineSize = '800px';
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    const chosen = () => booker.days().find((day) => day.chosen)?.date;
    const legend = () => textOf(booker.part('times')?.querySelector('legend'));
    const another = booker.days().find(({ free, chosen: isChosen }) => free && !isChosen);
    const before = legend();
    another?.element.click();
    await booker.element.updateComplete;
    assert.equal(chosen(), another?.date);
    assert.equal(legend(), before);
    await booker.drawn();
    assert.notEqual(legend(), before);

    const first = booker.days()[0]?.date;
    turner(booker, en.nextMonth).click();
    await booker.element.updateComplete;
    assert.equal(monthOf(booker), 'January 2027');
    assert.equal(booker.days()[0]?.date, first);
    await booker.drawn();
    assert.notEqual(booker.days()[0]?.date, first);
    page.element.style.removeProperty('inline-size');
  });

  it('asks for further dates as they come into sight, and stops where there are none', async () => {
    const adapter = backend();
    page.element.style.inlineSize = '800px';
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.atTimes();
    await booker.press(en.nextMonth);
    await booker.shows('January', () => booker.days().some(({ date, free }) => date === '2027-01-28' && free));
    if (turner(booker, en.nextMonth).getAttribute('aria-disabled') !== 'true') await booker.press(en.nextMonth);
    await booker.shows('the end', () => turner(booker, en.nextMonth).getAttribute('aria-disabled') === 'true');
    const { listSlots } = adapter.state.calls;
    await booker.press(en.nextMonth);
    assert.equal(adapter.state.calls.listSlots, listSlots);
    page.element.style.removeProperty('inline-size');
  });

  it('can be asked again when further dates did not come', async () => {
    const weather = new Weather('listSlots');
    page.element.style.inlineSize = '800px';
    const booker = page.booker({ adapter: backend({ faults: weather.faults }), service: 'talk' });
    await booker.atTimes();
    weather.strike({ kind: 'refuse', error: new SmpError('network', 'down') });
    await booker.press(en.nextMonth);
    await booker.shows('that it failed', () => booker.alert().includes(en.failedTimes));
    weather.calm();
    await booker.press(en.retry);
    await booker.shows('the times', () => booker.days().some(({ free }) => free));
    page.element.style.removeProperty('inline-size');
  });

  it('shows the last choice, whichever answer comes first', async () => {
    const sound = backend();
    const gate = new Gate();
    const adapter: SchedulingAdapter = overridden(sound, {
      listSlots: async (query, options) => {
        if (query.practitioner === 'ann') await gate.passed;
        return sound.listSlots(query, options);
      },
    });
    const booker = page.booker({ adapter, service: 'visit' });
    await booker.atTimes();
    await booker.select(en.practitioner, 'Ann Marsh');
    await booker.select(en.practitioner, 'Ben Field');
    await booker.shows('Ben’s times', () => booker.times().some((time) => time.includes('West Room')));
    const times = booker.times();
    gate.open();
    await booker.pick(times[0]?.slice(0, 5) ?? '');
    assert.deepEqual(booker.times(), times);
    assert.equal(booker.field(en.practitioner).value, 'ben');
  });

  it('offers nobody who does not do what is booked', async () => {
    const practitioners = [...clinic.practitioners, { id: 'cat', name: 'Cat Rowe', services: ['session'] }];
    const booker = page.booker({ adapter: like({ practitioners }), service: 'talk' });
    await booker.atTimes();
    assert.include(textOf(booker.field(en.practitioner)), 'Ben Field');
    assert.notInclude(textOf(booker.field(en.practitioner)), 'Cat Rowe');
    assert.throws(() => booker.field(en.location), /No field/, 'a video call is nowhere');
  });

  it('offers only the locations of what is booked', async () => {
    const services = clinic.services.map((service) => ({ ...service, locations: ['east'] }));
    const booker = page.booker({ adapter: like({ services }), service: 'visit' });
    await booker.atTimes();
    assert.throws(() => booker.field(en.location), /No field/);
  });

  it('says so when a chosen day has filled up', async () => {
    const sound = backend();
    const full = { ...sound, days: false };
    const adapter: SchedulingAdapter = overridden(sound, {
      listSlots: async (query, options) => {
        const answer = await sound.listSlots(query, options);
        return full.days
          ? { ...answer, slots: answer.slots.filter(({ localDate }) => localDate !== '2026-11-30') }
          : answer;
      },
    });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.atTimes();
    full.days = true;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await booker.shows('that there are none', () =>
      /There are no free times on Monday,? 30 November/.test(booker.text()),
    );
    await booker.pickDay('2026-12-01');
    await booker.pick('10:00');
  });
});

describe(`the details page of <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();

  it('lets a browser fill it in', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.toDetails();
    const tokens = [en.name, en.email, en.phone].map((label) => {
      const field = booker.field(label);
      return [field.getAttribute('autocomplete'), field.getAttribute('type'), field.getAttribute('name')];
    });
    assert.deepEqual(tokens, [
      ['name', 'text', 'name'],
      ['email', 'email', 'email'],
      ['tel', 'tel', 'phone'],
    ]);
    assert.isTrue(booker.field(en.name).closest('form') !== null);
  });

  it('asks for a phone number as the clinic wants it', async () => {
    const required = page.booker({ adapter: like({ policies: { phone: 'required' } }), service: 'talk' });
    await required.toDetails();
    const { phone: _, ...rest } = ADA;
    await required.fill(rest);
    await required.continue();
    await required.shows('that it is missing', () => required.problems().length > 0);
    assert.deepEqual(required.problems(), [en.phoneMissing]);
    required.element.remove();
    sessionStorage.clear();

    const none = page.booker({ adapter: like({ policies: { phone: 'none' } }), service: 'talk' });
    await none.toDetails('11:00');
    assert.throws(() => none.field(en.phone), /No field/);
    await none.fill(rest);
    await none.continue();
    await none.at(en.checkTitle);
    assert.notProperty(none.answers(), en.phone);
  });

  it('calls the phone number optional until there is a consent to texts', async () => {
    const wording = 'Remind me by text message.';
    const consents = [{ purpose: 'appointment-sms' as const, wording, version: '1' }];
    const booker = page.booker({ adapter: like({ consents }), service: 'talk' });
    await booker.toDetails();
    const label = () => textOf(booker.field(en.phone).labels?.[0] ?? null);
    assert.include(label(), en.optional);
    booker.tick(wording, true);
    await booker.shows('that it is needed', () => !label().includes(en.optional));
  });

  it('asks for consent in its own words where the clinic has none', async () => {
    const { consents: _, ...rest } = clinic;
    const booker = page.booker({ adapter: backend({ clinic: rest }), service: 'talk' });
    await booker.toDetails();
    assert.include(booker.text(), en.privacyConsent('Northlight Clinic'));
  });

  it('ticks no consent beforehand, and requires only what must be', async () => {
    const adapter = backend();
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toDetails();
    const boxes = booker.all('input[type=checkbox]') as HTMLInputElement[];
    assert.deepEqual(
      boxes.map(({ checked }) => checked),
      [false, false],
    );
    await booker.fill(ADA);
    booker.tick('Send me news', true);
    await booker.continue();
    await booker.confirm();
    await booker.confirmed();
    assert.deepEqual(
      adapter.state.bookings[0]?.draft.consents.map(({ granted, version }) => [granted, version]),
      [
        [true, '1'],
        [true, '1'],
      ],
    );
  });

  it('leads to the privacy policy, if its address is a safe one', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.toDetails();
    const link = booker.all('a').find((one) => textOf(one).includes(en.privacyPolicy));
    assert.equal(link?.getAttribute('href'), 'https://northlight.example/privacy');
    assert.include(link?.getAttribute('rel'), 'noopener');
    booker.element.remove();
    sessionStorage.clear();
    for (const policies of [{ privacyUrl: 'javascript:alert(1)' }, {}]) {
      const none = page.booker({ adapter: like({ policies }), service: 'talk' });
      await none.toDetails('11:00');
      assert.notInclude(none.text(), en.privacyPolicy);
      none.element.remove();
      sessionStorage.clear();
    }
  });

  it('promises to hold no time where the backend holds none', async () => {
    const booker = page.booker({ adapter: backend({ capabilities: { holds: false } }), service: 'talk' });
    await booker.pick('10:00');
    assert.include(booker.buttons(), en.continue);
    assert.notInclude(booker.buttons(), en.holdTime);
    await booker.continue();
    await booker.at(en.yourDetails);
  });

  it('counts the characters of a long note', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.toDetails();
    await booker.fill({ ...ADA, note: 'x'.repeat(990) });
    assert.include(booker.text(), en.characters(10));
    await booker.fill({ note: 'x'.repeat(1003) });
    assert.include(booker.text(), en.characters(-3));
    await booker.continue();
    await booker.shows('that it is too long', () => booker.problems().length > 0);
    assert.deepEqual(booker.problems(), [en.noteTooLong]);
  });

  it('takes odd names and addresses as they are', async () => {
    const adapter = backend();
    const booker = page.booker({ adapter, service: 'talk' });
    const odd = { name: 'X Æ A-12 O’Brien-Żółć 李', email: 'a.b+tag@sub.example.co.uk', phone: '+44 (0)20 7946-0123' };
    await booker.toCheck('10:00', { ...ADA, ...odd });
    await booker.confirm();
    await booker.confirmed();
    assert.deepEqual(adapter.state.bookings[0]?.draft.contact, odd);
  });
});

describe(`the confirmation of <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();
  const { createObjectURL } = URL;
  const clickLink = HTMLAnchorElement.prototype.click;

  afterEach(() => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = clickLink;
  });

  async function confirmed(adapter: SchedulingAdapter, service = 'visit'): Promise<SlotBookerHarness> {
    const booker = page.booker({ adapter, service });
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    return booker.shows('the ways into a calendar', () => booker.part('calendars'));
  }

  it('gives a calendar file that tells nothing of what the visit is for', async () => {
    const files: Blob[] = [];
    const names: string[] = [];
    URL.createObjectURL = (file) => {
      files.push(file as Blob);
      return createObjectURL.call(URL, file);
    };
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    const booker = await confirmed(backend());
    await booker.press(en.calendarFile);
    await until('there is a file', () => files.length > 0);
    const text = (await files[0]?.text()) ?? '';
    assert.match(text, /^BEGIN:VCALENDAR\r\n/);
    assert.include(text, 'DTSTART:20261130T100000Z');
    assert.include(text, 'SUMMARY:Appointment at Northlight Clinic');
    assert.include(text, booker.reference());
    assert.notMatch(text, /consultation|Visit|scalp/i);
    assert.deepEqual(names, [`${booker.reference()}.ics`]);
  });

  for (const [address, safe] of [
    ['https://clinic.example/a.ics', true],
    ['javascript:alert(1)', false],
    ['data:text/calendar,x', false],
  ] as const) {
    it(`${safe ? 'links to' : 'links to no'} file at ${address}`, async () => {
      const sound = backend();
      const booker = await confirmed(
        overridden(sound, {
          createBooking: async (draft, options) => ({
            ...(await sound.createBooking(draft, options)),
            icsUrl: address,
          }),
        }),
      );
      const links = booker.all('a').map((link) => link.getAttribute('href'));
      assert.equal(links.includes(address), safe);
      assert.equal(booker.buttons().includes(en.calendarFile), !safe);
    });
  }

  it('opens calendars in a tab that can’t reach back', async () => {
    const booker = await confirmed(backend());
    const links = booker.all('[part~=calendars] a[target=_blank]');
    assert.lengthOf(links, 4);
    for (const link of links) {
      assert.include(link.getAttribute('rel'), 'noopener');
      assert.include(textOf(link), en.newTab);
      assert.notMatch(decodeURIComponent(link.getAttribute('href') ?? ''), /Visit|consultation/);
    }
  });

  it('can’t be left by a stray back', async () => {
    const booker = await confirmed(backend());
    assert.isFalse(booker.buttons().includes(en.back));
    assert.isFalse(booker.buttons().some((name) => name.startsWith(en.change)));
  });
});

describe(`the focus in <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();

  /** Presses a button by the keyboard, and then the Tab key. */
  async function pressAndTab(booker: SlotBookerHarness, name: string, done: () => unknown): Promise<void> {
    booker.button(name).focus();
    await press('Enter');
    await booker.shows(`what follows from "${name}"`, done);
    await press('Tab');
  }

  it('stays in the booker when the button that had it goes', async () => {
    let now = MONDAY;
    const before = document.createElement('button');
    before.textContent = 'Before';
    page.element.append(before);
    const booker = page.booker({ adapter: backend({ now: () => now, holdMs: 100_000 }), service: 'talk' });
    await booker.toDetails();
    await booker.shows('a way to have more', () => booker.buttons().includes(en.extendHold));
    now += 1000;
    await pressAndTab(booker, en.extendHold, () => true);
    assert.isDefined(booker.focused());
  });

  it('goes to the heading by Change and by Back', async () => {
    const booker = page.booker({ adapter: backend() });
    await booker.chooseService('Video talk');
    await booker.toCheck();
    for (const [button, heading] of [
      [`${en.change} ${en.email}`, en.yourDetails],
      [en.back, en.chooseTime],
      [en.back, en.chooseService],
    ] as const) {
      await booker.press(button);
      await booker.at(heading);
      assert.isTrue(booker.focused() === booker.part('heading'), heading);
    }
  });

  it('is told of in the language of the words', async () => {
    document.documentElement.lang = 'fi';
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    const languages = [
      ...new Set(
        booker.parts('heading').map((heading) => {
          const root = heading.closest('[lang]') ?? booker.element.closest('[lang]');
          return root?.getAttribute('lang')?.slice(0, 2);
        }),
      ),
    ];
    assert.deepEqual(languages, ['en']);
  });
});

describe(`what <smp-slot-booker> says when it can’t tell, in ${engine}`, () => {
  const page = useClinicPage();

  it('names the reason when more time is asked for in vain', async () => {
    const weather = new Weather('extendHold', { kind: 'lose' });
    const booker = page.booker({ adapter: backend({ holdMs: 100_000, faults: weather.faults }), service: 'talk' });
    await booker.toDetails();
    await booker.shows('a way to have more', () => booker.buttons().includes(en.extendHold));
    await booker.press(en.extendHold);
    await booker.shows('that there was no answer', () => booker.alert() !== '');
    assert.include(booker.alert(), en.errors.network);
  });

  it('leaves a way on when a time can’t be held again after a reload', async () => {
    const weather = new Weather('holdSlot');
    const adapter = backend({ faults: weather.faults });
    await page
      .booker({ adapter })
      .chooseService('Video talk')
      .then((booker) => booker.toCheck());
    page.element.replaceChildren();
    weather.strike({ kind: 'refuse', error: new SmpError('rate-limited', 'slow', { retryAfterMs: 120_000 }) });
    const again = page.booker({ adapter });
    await again.at(en.chooseTime);
    await again.shows('why', () => again.alert().includes(en.errors['rate-limited']));
    weather.calm();
    await again.toDetails('11:00');
    assert.equal(again.details().name, ADA.name);
  });

  it('offers another practitioner where one has no time', async () => {
    const [, ben] = schedule.practitioners;
    if (!ben) throw new Error('No Ben');
    const booker = page.booker({
      adapter: backend({ schedule: { ...schedule, practitioners: [ben] } }),
      service: 'talk',
      practitioner: 'ann',
    });
    await booker.shows('that Ann has none', () => booker.text().includes(en.fullyBooked));
    await booker.select(en.practitioner, 'Ben Field');
    await booker.atTimes();
  });
});
