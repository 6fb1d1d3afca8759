import { assert } from '@esm-bundle/chai';
import { en } from '../../../src/locales/en.js';
import { backend, clinic, schedule, useClinicPage } from '../../support/clinic-page.js';
import { ADA, type SlotBookerHarness, stepsOf } from '../../support/slot-booker.harness.js';
import { engine } from '../../support/browser.js';

describe(`<smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();

  it('reads from right to left where its words do, whatever the service is called', async () => {
    const contact = { contactName: ADA.name, contactEmail: ADA.email, contactPhone: '٠٢٠ ٧٩٤٦ ٠١٢٣' };
    const booker = page.booker({ adapter: backend(), service: 'visit', lang: 'ar', ...contact });
    await booker.shows('times', () => booker.part('time'));
    booker.part('time')?.querySelector('input')?.click();
    booker.part('button')?.click();
    await booker.shows('the details', () => booker.root.querySelector('[autocomplete=name]'));
    booker.root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    booker.part('button')?.click();
    await booker.shows('the answers', () => booker.part('answers'));
    const [service] = booker.part('answers')?.querySelectorAll('dd > bdi') ?? [];
    assert.match(service?.textContent ?? '', /^Visit\u00a0· ساعة/);
    assert.equal(service && getComputedStyle(service).direction, 'rtl');
    // A number that is sent in these digits is read in them: others would stand in the wrong order here.
    assert.include(booker.text(), '020 7946 0123');
  });

  it('books from the choice of a service to the confirmation', async () => {
    const adapter = backend();
    const booker = page.booker({ adapter });
    const steps = stepsOf(booker.element);
    await booker.at(en.chooseService);
    assert.deepEqual(booker.services(), [
      'Video talk 30 minutes · Video call',
      'Visit 1 hour · At the clinic · £45 Come and see us.',
      'Session 1 hour 30 minutes · At the clinic',
    ]);
    // No line begins with the dot.
    assert.include(booker.element.shadowRoot?.textContent, '1 hour\u00a0· At the clinic\u00a0· £45');
    await booker.chooseService('Visit');
    await booker.atTimes();
    assert.include(booker.element.shadowRoot?.textContent, 'Visit\u00a0· 1 hour');
    await booker.pickDay('2026-12-01');
    await booker.pick('10:30');
    await booker.hold();
    await booker.at(en.yourDetails);
    assert.lengthOf(adapter.state.holds, 1);
    await booker.fill(ADA);
    await booker.continue();
    await booker.at(en.checkTitle);
    assert.deepInclude(booker.answers(), {
      [en.service]: 'Visit · 1 hour · At the clinic · £45',
      [en.where]: 'East Room, 1 Example Row London',
      [en.who]: 'Ann Marsh',
      [en.name]: ADA.name,
      [en.email]: ADA.email,
      [en.phone]: ADA.phone,
      [en.note]: ADA.note,
    });
    assert.match(booker.answers()[en.when] ?? '', /^Tuesday,? 1 December 2026, 10:30 /);
    await booker.confirm();
    const reference = await booker.confirmed();

    const [stored, ...others] = adapter.state.bookings;
    assert.isEmpty(others);
    assert.equal(reference, stored?.booking.reference);
    assert.equal(stored?.booking.slot.start, '2026-12-01T10:30:00+00:00');
    assert.deepEqual(stored?.draft.contact, { name: ADA.name, email: ADA.email, phone: ADA.phone });
    assert.equal(stored?.draft.note, ADA.note);
    assert.deepEqual(
      stored?.draft.consents.map(({ purpose, granted }) => [purpose, granted]),
      [
        ['privacy', true],
        ['marketing-email', false],
      ],
    );
    assert.deepEqual(steps, ['time', 'details', 'check', 'confirmed']);
    assert.isEmpty(adapter.state.holds);
  });

  it('says what happens next, and gives the ways into a calendar', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    assert.include(booker.text(), en.confirmedNext(ADA.email));
    assert.include(booker.text(), 'We write to you today.');
    await booker.shows('the ways into a calendar', () => booker.part('calendars'));
    const links = [...(booker.part('calendars')?.querySelectorAll('a') ?? [])];
    assert.deepEqual(
      links.map(({ host }) => host),
      ['calendar.google.com', 'outlook.live.com', 'outlook.office.com', 'calendar.yahoo.com'],
    );
    assert.isTrue(booker.buttons().includes(en.calendarFile));
    assert.equal(booker.part('phone')?.getAttribute('href'), 'tel:02079460100');
  });

  it('books with a backend that has no holds', async () => {
    const adapter = backend({ capabilities: { holds: false } });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    assert.isUndefined(booker.part('hold'));
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(adapter.state.bookings, 1);
    assert.equal(adapter.state.calls.holdSlot, 0);
    assert.isUndefined(adapter.state.bookings[0]?.draft.hold);
  });

  it('heeds a clinic that switches holds off', async () => {
    const adapter = backend({ clinic: { ...clinic, capabilities: { holds: false } } });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    assert.equal(adapter.state.calls.holdSlot, 0);
  });

  it('books inside <smp-clinic>', async () => {
    const adapter = backend();
    const around = page.clinic({ adapter });
    const booker = page.booker({}, around);
    await booker.chooseService('Video talk');
    await booker.toCheck('09:30');
    await booker.confirm();
    const reference = await booker.confirmed();
    assert.equal(adapter.state.bookings[0]?.booking.reference, reference);
  });

  it('goes straight to the times of a service that an attribute names', async () => {
    page.write('<smp-slot-booker service="visit"></smp-slot-booker>');
    page.find('smp-slot-booker').adapter = backend();
    const [booker] = page.bookers() as [SlotBookerHarness];
    await booker.atTimes();
    assert.isFalse(booker.buttons().includes(en.back));
    await booker.toCheck();
    assert.isFalse(booker.buttons().includes(`${en.change} ${en.service}`));
  });

  it('shows no menu where there is one service only', async () => {
    const booker = page.booker({ adapter: backend({ clinic: { ...clinic, services: clinic.services.slice(0, 1) } }) });
    await booker.atTimes();
    assert.isFalse(booker.buttons().includes(en.back));
  });

  it('starts with the practitioner and the location that attributes name', async () => {
    const adapter = backend();
    const booker = page.booker({ adapter, service: 'visit', practitioner: 'ben', location: 'west' });
    await booker.atTimes();
    assert.equal(booker.field(en.practitioner).value, 'ben');
    assert.equal(booker.field(en.location).value, 'west');
    assert.equal(booker.times()[0], '14:00');
    await booker.toCheck('14:30');
    assert.include(booker.answers()[en.where], 'West Room');
    assert.equal(booker.answers()[en.who], 'Ben Field');
  });

  it('lists the times of the practitioner who is chosen, and of anyone again', async () => {
    const booker = page.booker({ adapter: backend(), service: 'visit' });
    await booker.atTimes();
    const anyone = booker.times();
    await booker.select(en.practitioner, 'Ben Field');
    await booker.shows(
      'Ben’s own times',
      () => !booker.times().some((time) => time.startsWith('14:00East')) && booker.times().length > 0,
    );
    await booker.select(en.location, 'West Room');
    await booker.shows('times in the west', () => booker.times()[0] === '14:00');
    await booker.select(en.practitioner, en.anyPractitioner);
    await booker.select(en.location, en.anyLocation);
    await booker.shows('the times of anyone', () => booker.times().length === anyone.length);
    assert.deepEqual(booker.times(), anyone);
  });

  it('names those whose times are listed also where the page chooses after the visitor', async () => {
    const booker = page.booker({ adapter: backend(), service: 'visit' });
    await booker.atTimes();
    for (const name of ['Ann Marsh', 'Ben Field', 'Ann Marsh']) await booker.select(en.practitioner, name);
    booker.element.practitioner = 'ben';
    await booker.shows('Ben', () => booker.field(en.practitioner).value === 'ben');
  });

  it('tells that a request waits for the clinic', async () => {
    const adapter = backend();
    const booker = page.booker({ adapter, service: 'session' });
    await booker.toCheck();
    assert.include(booker.buttons(), en.request);
    await booker.confirm();
    await booker.confirmed(en.requestedTitle);
    assert.equal(adapter.state.bookings[0]?.booking.status, 'requested');
    assert.include(booker.text(), en.requestedNext(ADA.email));
    assert.isUndefined(booker.part('calendars'));
  });

  it('puts the visitor on the waitlist when all is taken', async () => {
    const adapter = backend({ schedule: { ...schedule, practitioners: [] } });
    const booker = page.booker({ adapter, service: 'talk' });
    let joined = 0;
    booker.element.addEventListener('smp-waitlist-joined', () => (joined += 1));
    await booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
    assert.equal(booker.part('phone')?.getAttribute('href'), 'tel:02079460100');
    assert.notInclude(booker.text(), en.fullyBookedHint, 'nobody was chosen');
    await booker.select(en.practitioner, 'Ann Marsh');
    await booker.shows('that others may have a time', () => booker.text().includes(en.fullyBookedHint));
    await booker.press(en.joinWaitlist);
    await booker.at(en.waitlistTitle);
    await booker.fill(ADA);
    await booker.press(en.joinWaitlist);
    await booker.at(en.waitlistedTitle);
    assert.include(booker.text(), en.waitlistedHint(ADA.email));
    assert.equal(joined, 1);
    assert.equal(adapter.state.waitlist[0]?.contact.email, ADA.email);
  });

  it('offers no waitlist that the backend does not keep', async () => {
    const adapter = backend({ schedule: { ...schedule, practitioners: [] }, capabilities: { waitlist: false } });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
    assert.isFalse(booker.buttons().includes(en.joinWaitlist));
  });

  it('finds and opens the first day with a free time, months away', async () => {
    const booker = page.booker({
      adapter: backend({
        schedule: {
          ...schedule,
          daysOff: [{ from: '2026-11-01', to: '2027-02-09' }],
          rules: { ...schedule.rules, windowDays: 120 },
        },
      }),
      service: 'talk',
    });
    await booker.atTimes();
    assert.equal(booker.days().find(({ chosen }) => chosen)?.date, '2027-02-10');
  });

  it('starts another booking with the contact kept', async () => {
    const adapter = backend();
    const booker = page.booker({ adapter });
    await booker.chooseService('Video talk');
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    await booker.press(en.bookAnother);
    await booker.chooseService('Visit');
    await booker.toDetails('11:00');
    assert.deepEqual(booker.details(), { ...ADA, note: '', privacy: false });
    await booker.fill({ privacy: true });
    await booker.continue();
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(adapter.state.bookings, 2);
  });

  it('keeps every answer while the visitor goes back and changes the time', async () => {
    const adapter = backend();
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck('10:00');
    await booker.press(`${en.change} ${en.when}`);
    await booker.pick('11:30');
    await booker.hold();
    await booker.at(en.checkTitle);
    assert.match(booker.answers()[en.when] ?? '', /11:30/);
    assert.equal(booker.answers()[en.note], ADA.note);
    assert.lengthOf(adapter.state.holds, 1);
    await booker.confirm();
    await booker.confirmed();
    assert.equal(adapter.state.bookings[0]?.booking.slot.localTime, '11:30');
  });

  it('says what is to be put right, and where', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.pick('10:00');
    await booker.hold();
    await booker.at(en.yourDetails);
    await booker.fill({ email: 'ada@nowhere', phone: 'twelve' });
    await booker.continue();
    await booker.shows('the problems', () => booker.part('problems'));
    assert.deepEqual(booker.problems(), [en.nameMissing, en.emailInvalid, en.phoneInvalid, en.consentMissing]);
    assert.isTrue(booker.focused() === booker.part('problems'));
    assert.equal(booker.field(en.email).getAttribute('aria-invalid'), 'true');
    booker.part('problems')?.querySelector('a')?.click();
    assert.isTrue(booker.focused() === booker.field(en.name));
    await booker.fill(ADA);
    await booker.continue();
    await booker.at(en.checkTitle);
  });

  it('asks for a time that has not been chosen', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    await booker.hold();
    assert.include(booker.alert(), en.timeMissing);
  });

  it('offers the address that was probably meant', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.toDetails();
    await booker.fill({ email: 'ada@gmial.com' });
    await booker.press(en.emailSuggestion('ada@gmail.com'));
    assert.equal(booker.field(en.email).value, 'ada@gmail.com');
  });
});
