import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SmpError } from '../../src/domain/errors.js';
import { BookingBench, CLINIC, SCHEDULE, Town } from '../support/booking.js';
import { settle } from '../support/manual-clock.js';

const ONE_SERVICE = { clinic: { services: CLINIC.services.slice(0, 1) } };

describe('BookingFlow', () => {
  it('books a time that was held', async () => {
    const bench = await BookingBench.open();
    assert.equal(bench.state.status, 'ready');
    assert.equal(bench.state.step, 'service');
    await bench.pickService('consult');
    assert.equal(bench.state.step, 'time');
    bench.flow.chooseSlot(bench.time(1));
    await bench.flow.hold();
    assert.equal(bench.state.step, 'details');
    assert.equal(bench.state.hold?.slot.localTime, '10:00');
    assert.equal(bench.state.secondsLeft, 600);
    bench.fill({ phone: ' 020 7946 0123 ', note: ' Ring twice. ' });
    await bench.flow.submitDetails();
    assert.equal(bench.state.step, 'check');
    await bench.flow.confirm();
    assert.equal(bench.state.step, 'confirmed');

    const [stored, ...others] = bench.town.bookings;
    assert.deepEqual(others, []);
    assert.deepEqual(bench.state.booking, stored?.booking);
    assert.deepEqual(stored?.draft.contact, { name: 'Ada Example', email: 'ada@example.org', phone: '020 7946 0123' });
    assert.equal(stored.draft.note, 'Ring twice.');
    assert.equal(stored.draft.locale, 'en');
    assert.deepEqual(stored.draft.consents, [
      { purpose: 'privacy', version: 'test-1', granted: true, at: '2026-11-22T12:00:00.000Z' },
    ]);
    assert.equal(bench.state.hold, undefined);
    assert.deepEqual(bench.town.backend.state.holds, []);
    assert.deepEqual(bench.takeNews(), ['step', 'dated', 'selected', 'held', 'step', 'step', 'confirmed', 'step']);
  });

  it('asks no second time for what was agreed to with a consultation, and passes it on as it was given', async () => {
    const privacy = { version: 'of-the-consultation', at: '2026-11-22T11:50:00.000Z' };
    const bench = await BookingBench.open({ preset: { enquiry: { privacy } } });
    await bench.toDetails();
    bench.fill();
    bench.flow.setConsent('privacy', false);
    await bench.flow.submitDetails();
    assert.deepEqual(bench.state.issues, []);
    await bench.flow.confirm();
    assert.deepEqual(bench.town.bookings[0]?.draft.consents, [{ purpose: 'privacy', granted: true, ...privacy }]);
  });

  it('asks for it again once the consultation is withdrawn', async () => {
    const privacy = { version: 'of-the-consultation', at: '2026-11-22T11:50:00.000Z' };
    const bench = await BookingBench.open();
    await bench.toDetails();
    bench.fill();
    bench.flow.setConsent('privacy', false);
    const issues = async (): Promise<readonly string[]> => {
      await bench.flow.submitDetails();
      return bench.state.issues.map(({ field }) => field);
    };
    bench.flow.preset({ enquiry: { privacy } });
    bench.flow.preset({ enquiry: {} });
    assert.deepEqual(await issues(), ['privacy']);
    bench.flow.preset({ enquiry: { privacy } });
    assert.deepEqual(await issues(), []);
  });

  it('leads back to the details when the consultation with the consent is withdrawn before the booking is sent', async () => {
    const privacy = { version: 'of-the-consultation', at: '2026-11-22T11:50:00.000Z' };
    const bench = await BookingBench.open({ preset: { enquiry: { privacy } } });
    await bench.toDetails();
    bench.fill();
    bench.flow.setConsent('privacy', false);
    await bench.flow.submitDetails();
    assert.equal(bench.state.step, 'check');
    bench.flow.preset({ enquiry: {} });
    assert.equal(bench.state.step, 'details');
    await bench.confirm();
    assert.equal(bench.town.count('createBooking'), 0, 'nothing goes out without the consent');
    bench.flow.goTo('time');
    await bench.holdTime();
    assert.equal(bench.state.step, 'details', 'another time does not lead past it');
    bench.flow.setConsent('privacy', true);
    await bench.flow.submitDetails();
    await bench.confirm();
    assert.deepEqual(
      bench.town.bookings[0]?.draft.consents.map(({ version, granted }) => [version, granted]),
      [['test-1', true]],
    );
  });

  it('sends a booking with no answer yet again as it was, though the consultation is withdrawn meanwhile', async () => {
    const privacy = { version: 'of-the-consultation', at: '2026-11-22T11:50:00.000Z' };
    const bench = await BookingBench.open({ preset: { enquiry: { privacy, note: 'Flags: Scar' } } });
    await bench.toDetails();
    bench.fill();
    bench.flow.setConsent('privacy', false);
    await bench.flow.submitDetails();
    bench.town.faults.createBooking = Array.from({ length: 8 }, () => ({ kind: 'lose' as const }));
    await bench.confirm();
    assert.ok(bench.flow.unresolved);
    bench.flow.preset({ enquiry: {} });
    bench.town.faults.createBooking = [];
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
    assert.equal(new Set(bench.town.operations('createBooking')).size, 1);
  });

  it('books directly where the backend has no holds', async () => {
    const bench = await BookingBench.open({ capabilities: { holds: false } });
    await bench.toCheck();
    assert.equal(bench.state.hold, undefined);
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
    assert.equal(bench.town.count('holdSlot'), 0);
  });

  it('books directly where the clinic has switched holds off', async () => {
    const bench = await BookingBench.open({ clinic: { capabilities: { holds: false } } });
    await bench.toCheck();
    await bench.confirm();
    assert.equal(bench.town.count('holdSlot'), 0);
    assert.equal(bench.town.bookings.length, 1);
  });

  it('tells a request from a booking', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck('session');
    await bench.confirm();
    assert.equal(bench.state.booking?.status, 'requested');
  });

  it('shows the practitioner who was assigned', async () => {
    const bench = await BookingBench.open();
    await bench.toDetails();
    assert.match(bench.state.slot?.practitioner ?? '', /^(ana|ben)$/);
    assert.equal(bench.state.practitioner, undefined);
  });

  it('passes on where the visitor came from', async () => {
    const bench = await BookingBench.open({ attribution: () => ({ utm_source: 'letter', landingPath: '/book' }) });
    await bench.toCheck();
    await bench.confirm();
    assert.deepEqual(bench.town.bookings[0]?.draft.attribution, { utm_source: 'letter', landingPath: '/book' });
  });

  it('sends a phone number in digits that every clinic can dial', async () => {
    const bench = await BookingBench.open();
    await bench.toDetails();
    bench.fill({ phone: '٠٥٠ ١٢٣ ٤٥٦٧' });
    await bench.flow.submitDetails();
    await bench.confirm();
    assert.equal(bench.town.bookings[0]?.draft.contact.phone, '050 123 4567');
    assert.equal(bench.state.details.phone, '٠٥٠ ١٢٣ ٤٥٦٧', 'it stands as it was typed');
  });

  it('sends no attribution where there is none', async () => {
    const bench = await BookingBench.open({ attribution: () => ({}) });
    await bench.toCheck();
    await bench.confirm();
    assert.ok(!('attribution' in (bench.town.bookings[0]?.draft ?? {})));
  });

  it('tells its subscribers of each change until they leave', async () => {
    const bench = await BookingBench.open();
    const steps: string[] = [];
    const leave = bench.flow.subscribe(({ step }) => steps.push(step));
    const deaf = bench.flow.listen(() => steps.push('news'));
    await bench.pickService();
    assert.ok(steps.includes('time') && steps.includes('news'));
    leave();
    deaf();
    const heard = steps.length;
    await bench.holdTime();
    assert.equal(steps.length, heard);
  });

  it('never changes a state that it has handed out', async () => {
    const bench = await BookingBench.open();
    const first = bench.state;
    const copy = structuredClone(first);
    await bench.toCheck();
    await bench.confirm();
    assert.deepEqual(first, copy);
    assert.equal(new Set(bench.states).size, bench.states.length);
  });
});

describe('BookingFlow, opening', () => {
  it('asks for the times before the clinic is there when the page names the service', async () => {
    const bench = new BookingBench({ preset: { service: 'call' } });
    bench.flow.preset({ service: 'call' });
    bench.flow.connect(bench.backend);
    await settle();
    assert.equal(bench.state.status, 'loading');
    assert.equal(bench.state.step, 'time');
    assert.equal(bench.state.calendar.status, 'ready');
    assert.equal(bench.state.date, '2026-11-23');
    bench.flow.open(bench.town.clinic);
    await settle();
    assert.equal(bench.state.status, 'ready');
    assert.equal(bench.town.count('listSlots'), 1);
  });

  it('asks for the times once the backend is there when the clinic came first', async () => {
    const bench = new BookingBench();
    bench.flow.preset({ service: 'call' });
    bench.flow.open(bench.town.clinic);
    await settle();
    assert.equal(bench.state.status, 'ready');
    assert.equal(bench.state.calendar.status, 'idle');
    bench.flow.connect(bench.backend);
    await settle();
    assert.equal(bench.state.calendar.status, 'ready');
    assert.equal(bench.town.count('listSlots'), 1);
  });

  it('takes a service that is named after everything has loaded', async () => {
    const bench = await BookingBench.open();
    bench.flow.preset({ service: 'session' });
    await settle();
    assert.equal(bench.state.step, 'time');
    assert.equal(bench.state.service, 'session');
    assert.ok(bench.times().length > 0);
  });

  it('asks once when the same backend and choices are given again', async () => {
    const bench = await BookingBench.open({ preset: { service: 'call' } });
    bench.flow.preset({ service: 'call' });
    bench.flow.connect(bench.backend);
    await settle();
    assert.equal(bench.town.count('listSlots'), 1);
  });

  it('goes straight to the times where the page fixes the service', async () => {
    const bench = await BookingBench.open({ preset: { service: 'call' } });
    assert.equal(bench.flow.serviceFixed, true);
    assert.equal(bench.state.step, 'time');
    assert.equal(bench.flow.previous, undefined);
  });

  it('goes straight to the times where the clinic has one service', async () => {
    const bench = await BookingBench.open(ONE_SERVICE);
    assert.equal(bench.flow.serviceFixed, true);
    assert.equal(bench.state.service, 'consult');
    assert.equal(bench.state.step, 'time');
    assert.equal(bench.state.calendar.status, 'ready');
  });

  it('starts with what the visitor has said elsewhere, and lets them change the service', async () => {
    const enquiry = { service: 'call', contact: { name: 'Ada', email: 'ada@example.org' }, note: 'Left side' };
    const bench = await BookingBench.open({ preset: { enquiry } });
    assert.equal(bench.state.service, 'call');
    assert.equal(bench.flow.serviceFixed, false);
    assert.equal(bench.flow.previous, 'service');
    const { name, email, phone, note } = bench.state.details;
    assert.deepEqual([name, email, phone, note], ['Ada', 'ada@example.org', '', '']);
    assert.equal(bench.flow.note, 'Left side');
  });

  it('sends what was said elsewhere under the visitor’s own note, as it stands then', async () => {
    const bench = await BookingBench.open();
    await bench.toDetails();
    bench.fill({ note: ' Ring twice. ' });
    bench.flow.preset({ enquiry: { note: 'Flags: None' } });
    bench.flow.preset({ enquiry: { note: 'Flags: Scar' } });
    assert.equal(bench.state.details.note, ' Ring twice. ', 'the field is the visitor’s own');
    assert.equal(bench.flow.note, 'Ring twice.\n\nFlags: Scar');
    await bench.flow.submitDetails();
    await bench.confirm();
    assert.equal(bench.town.bookings[0]?.draft.note, 'Ring twice.\n\nFlags: Scar');
    bench.flow.preset({ enquiry: {} });
    assert.equal(bench.flow.note, 'Ring twice.', 'what was withdrawn is gone');
  });

  it('has room for the visitor’s own note, however much was said elsewhere', async () => {
    const bench = await BookingBench.open({ preset: { enquiry: { note: 'Flags: Scar\n'.repeat(84).slice(0, 1000) } } });
    await bench.toDetails();
    bench.fill({ note: 'Ring twice.' });
    await bench.flow.submitDetails();
    assert.deepEqual(bench.state.issues, []);
    await bench.confirm();
    const note = bench.town.bookings[0]?.draft.note ?? '';
    assert.match(note, /^Ring twice\.\n\n(?:Flags: Scar\n)+More was said than fits here: please ask\.$/);
    assert.ok(note.length > 900 && note.length <= 1000);
  });

  it('puts what was said elsewhere into a wish for a time, too', async () => {
    const bench = await BookingBench.open({ preset: { enquiry: { note: 'Flags: Scar' } } });
    await bench.pickService();
    bench.flow.goTo('waitlist');
    bench.fill({ note: 'Mornings' });
    await bench.clock.run(bench.flow.joinWaitlist());
    assert.equal(bench.town.backend.state.waitlist[0]?.note, 'Mornings\n\nFlags: Scar');
  });

  it('does not overwrite what was typed with what the page fills in', async () => {
    const bench = await BookingBench.open();
    bench.flow.setDetail('name', 'Typed');
    bench.flow.preset({ enquiry: { contact: { name: 'Filled', email: 'filled@example.org' } } });
    assert.equal(bench.state.details.name, 'Typed');
    assert.equal(bench.state.details.email, 'filled@example.org');
  });

  it('leaves out what the visitor has taken out, until something else is said', async () => {
    const contact = { name: 'Ada Example', email: 'ada@example.org', phone: '020 7946 0123' };
    const bench = await BookingBench.open({ preset: { enquiry: { contact } } });
    await bench.toDetails();
    assert.equal(bench.state.details.phone, contact.phone);
    bench.fill({ phone: '', email: '' });
    bench.flow.preset({ enquiry: { contact, note: 'Flags: Scar' } });
    assert.equal(bench.state.details.email, '');
    bench.flow.setDetail('email', 'other@example.org');
    await bench.flow.submitDetails();
    bench.flow.preset({ enquiry: { contact: { ...contact } } });
    assert.equal(bench.state.details.phone, '');
    const other = { ...contact, phone: '020 7946 0456' };
    bench.flow.preset({ enquiry: { contact: other } });
    assert.equal(bench.state.details.phone, other.phone, 'control');
    bench.flow.setDetail('phone', '');
    await bench.confirm();
    assert.deepEqual(bench.town.bookings[0]?.draft.contact, { name: 'Ada Example', email: 'other@example.org' });
  });

  it('fills nothing into a booking of which nothing has been heard', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    bench.town.faults.createBooking = Array.from({ length: 8 }, () => ({ kind: 'lose' as const }));
    await bench.confirm();
    bench.flow.preset({ enquiry: { contact: { phone: '020 7946 0123' } } });
    assert.equal(bench.state.details.phone, '', 'the page shows what was sent');
  });

  it('asks for the consents of the clinic, or its own', async () => {
    const consents = [{ purpose: 'marketing-email' as const, wording: 'News?', version: '1' }];
    assert.deepEqual((await BookingBench.open({ clinic: { consents } })).state.consents, consents);
    assert.equal((await BookingBench.open()).state.consents[0]?.version, 'test-1');
  });

  for (const [what, preset] of [
    ['service', { service: 'tattoo' }],
    ['practitioner', { service: 'call', practitioner: 'nobody' }],
    ['location', { service: 'call', location: 'moon' }],
    ['practitioner', { practitioner: 'nobody' }],
    ['location', { location: 'moon' }],
  ] as const) {
    it(`fails with a word to the developer when the page names ${Object.values(preset).join(' and ')}, an unknown ${what}`, async () => {
      const bench = await BookingBench.open({ preset });
      assert.equal(bench.state.status, 'failed');
      assert.equal(bench.state.error?.code, 'not-found');
      const failed = bench.news.find(({ kind }) => kind === 'failed');
      assert.ok(failed?.kind === 'failed' && failed.error.message.includes(what));
    });
  }

  it('fails when the clinic has no services', async () => {
    const bench = await BookingBench.open({ clinic: { services: [] } });
    assert.equal(bench.state.status, 'failed');
    assert.equal(bench.state.error?.code, 'not-found');
  });

  it('recovers when the page names a practitioner that there is, while the service is still to be chosen', async () => {
    const bench = await BookingBench.open({ preset: { practitioner: 'nobody' } });
    bench.flow.preset({ practitioner: 'ben' });
    assert.equal(bench.state.status, 'ready');
    assert.equal(bench.state.error, undefined);
    assert.equal(bench.state.step, 'service');
    bench.flow.preset({ practitioner: 'benn' });
    assert.equal(bench.state.status, 'failed');
  });

  it('recovers when the page names a service that there is', async () => {
    const bench = await BookingBench.open({ preset: { service: 'tattoo' } });
    bench.flow.preset({ service: 'call' });
    await settle();
    assert.equal(bench.state.status, 'ready');
    assert.equal(bench.state.error, undefined);
    assert.equal(bench.state.calendar.status, 'ready');
    await bench.toCheck();
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
  });

  it('shows a connection that failed, and goes on with the next one', async () => {
    const bench = new BookingBench({}, new Town());
    bench.flow.preset({ service: 'call' });
    bench.flow.connect(bench.backend);
    bench.flow.fail(new SmpError('network', 'Offline'));
    await settle();
    assert.equal(bench.state.status, 'failed');
    assert.equal(bench.state.error?.code, 'network');
    const next = new BookingBench({}, bench.town);
    bench.flow.connect(next.backend);
    bench.flow.open(bench.town.clinic);
    await settle();
    assert.equal(bench.state.status, 'ready');
    assert.equal(bench.state.calendar.status, 'ready');
  });

  it('does nothing without a backend', async () => {
    const bench = new BookingBench();
    bench.flow.open(bench.town.clinic);
    bench.flow.chooseService('call');
    await bench.flow.hold();
    await bench.flow.extendHold();
    await bench.flow.confirm();
    await bench.flow.joinWaitlist();
    bench.flow.wake();
    bench.flow.reload();
    assert.equal(bench.state.step, 'time');
    assert.equal(bench.flow.takesWaitlist, false);
    assert.deepEqual(bench.town.sent, []);
  });
});

describe('BookingFlow, choices', () => {
  it('finds and opens the first date with a free time', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult', location: 'leeds' } });
    assert.equal(bench.state.date, '2026-11-25');
    assert.equal(bench.state.cursor, '2026-11-25');
    assert.deepEqual(bench.news.at(-1), { kind: 'dated', date: '2026-11-25', free: 3 });
  });

  it('shows the times of another date and lets the chosen time go', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    bench.flow.chooseSlot(bench.time());
    bench.flow.chooseDate('2026-11-24');
    assert.equal(bench.state.date, '2026-11-24');
    assert.equal(bench.state.slot, undefined);
    assert.deepEqual(bench.news.at(-1), { kind: 'dated', date: '2026-11-24', free: 3 });
  });

  it('takes no time that was drawn before another choice', async () => {
    const bench = await BookingBench.open({ preset: { location: 'soho' } });
    await bench.pickService();
    const others = {
      date: () => bench.flow.chooseDate('2026-11-24'),
      practitioner: () => bench.flow.choosePractitioner('ben'),
      location: () => bench.flow.chooseLocation('leeds'),
      service: () => bench.flow.chooseService('call'),
    };
    for (const [what, choose] of Object.entries(others)) {
      const drawn = bench.time();
      assert.equal(bench.flow.chooseSlot(drawn), true, 'control');
      bench.takeNews();
      choose();
      assert.equal(bench.flow.chooseSlot(drawn), false, what);
      await settle();
      const isOffered = bench.times().some(({ id }) => id === drawn.id);
      assert.equal(bench.flow.chooseSlot(drawn), isOffered, what);
      if (!isOffered) assert.equal(bench.state.slot, undefined, what);
      if (!isOffered) assert.ok(!bench.takeNews().includes('selected'), what);
    }
  });

  it('keeps the chosen time when its date is chosen again', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    const slot = bench.time();
    bench.flow.chooseSlot(slot);
    bench.flow.chooseDate(slot.localDate);
    assert.equal(bench.state.slot, slot);
  });

  it('turns to a later month and learns its times, without choosing a date', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    assert.equal(bench.state.calendar.knownTo, '2026-12-26');
    bench.flow.turnTo('2027-01-15');
    await settle();
    assert.equal(bench.state.cursor, '2027-01-15');
    assert.equal(bench.state.date, '2026-11-23');
    assert.ok((bench.state.calendar.knownTo ?? '') >= '2027-01-31');
    assert.equal(bench.times('2027-01-29').length, 3);
  });

  it('does not turn to before today', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    bench.flow.turnTo('2026-10-01');
    assert.equal(bench.state.cursor, '2026-11-22');
  });

  it('shows the times of one practitioner, of all again', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    bench.flow.choosePractitioner('ben');
    await settle();
    assert.equal(bench.state.practitioner, 'ben');
    assert.ok(bench.times().every(({ practitioner }) => practitioner === 'ben'));
    bench.flow.choosePractitioner(undefined);
    await settle();
    assert.ok(!('practitioner' in bench.state));
    assert.ok(bench.times().every(({ practitioner }) => practitioner === undefined));
  });

  it('keeps the practitioner when the location changes, and the other way round', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    bench.flow.choosePractitioner('ben');
    bench.flow.chooseLocation('leeds');
    await settle();
    assert.deepEqual([bench.state.practitioner, bench.state.location], ['ben', 'leeds']);
    assert.equal(bench.state.date, '2026-11-25');
    bench.flow.choosePractitioner('ana');
    await settle();
    assert.equal(bench.state.location, 'leeds');
    assert.equal(bench.state.calendar.days.size, 0);
    bench.flow.chooseLocation(undefined);
    await settle();
    assert.ok(!('location' in bench.state));
    assert.equal(bench.state.date, '2026-11-23');
  });

  it('lets the chosen time go when the practitioner or the location changes', async () => {
    for (const change of ['choosePractitioner', 'chooseLocation'] as const) {
      const bench = await BookingBench.open({ preset: { service: 'consult' } });
      bench.flow.chooseSlot(bench.time());
      bench.flow[change](change === 'chooseLocation' ? 'leeds' : 'ben');
      assert.equal(bench.state.slot, undefined);
    }
  });

  it('shows the answer to the last choice when an earlier one comes late', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    const release = bench.town.keepBack('listSlots');
    bench.flow.choosePractitioner('ana');
    await settle();
    delete bench.town.interceptions.listSlots;
    bench.flow.choosePractitioner('ben');
    await settle();
    const shown = bench.state.calendar;
    await release();
    assert.equal(bench.state.calendar, shown);
    assert.ok(bench.times().every(({ practitioner }) => practitioner === 'ben'));
  });

  it('starts with the preset practitioner and location for each service', async () => {
    const bench = await BookingBench.open({ preset: { practitioner: 'ben', location: 'soho' } });
    await bench.pickService('consult');
    assert.deepEqual([bench.state.practitioner, bench.state.location], ['ben', 'soho']);
    bench.flow.choosePractitioner(undefined);
    bench.flow.goTo('service');
    await bench.pickService('call');
    assert.deepEqual([bench.state.practitioner, bench.state.location], ['ben', 'soho']);
  });

  it('lets the hold go when another service is chosen', async () => {
    const bench = await BookingBench.open();
    await bench.toDetails('consult');
    assert.equal(bench.town.backend.state.holds.length, 1);
    bench.flow.goTo('time');
    bench.flow.goTo('service');
    await bench.pickService('call');
    assert.deepEqual(bench.town.backend.state.holds, []);
    assert.equal(bench.state.hold, undefined);
    assert.equal(bench.state.secondsLeft, 0);
    await bench.clock.advance(900_000);
    assert.ok(!bench.takeNews().includes('hold-expired'));
  });

  it('lets the hold go when the page names another service', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    await bench.toDetails();
    bench.flow.preset({ service: 'session' });
    await settle();
    assert.deepEqual([bench.state.step, bench.state.service], ['time', 'session']);
    assert.equal(bench.state.hold, undefined);
    assert.deepEqual(bench.town.backend.state.holds, []);
    await bench.toCheck();
    await bench.confirm();
    assert.equal(bench.state.booking?.service, 'session');
  });

  for (const service of ['consult', undefined]) {
    const who = service ? 'names' : 'leaves to the visitor';

    it(`shows the times of the place and the person that the page names by now, of a service that it ${who}`, async () => {
      const bench = await BookingBench.open({ preset: { service, location: 'soho' } });
      if (!service) await bench.pickService('consult');
      assert.ok(bench.times().length > 0 && bench.times().every(({ location }) => location === 'soho'));
      bench.flow.chooseSlot(bench.time());
      bench.flow.preset({ service, location: 'leeds' });
      await settle();
      assert.equal(bench.state.slot, undefined);
      assert.ok(bench.times().length > 0 && bench.times().every(({ location }) => location === 'leeds'));
      bench.flow.preset({ service, practitioner: 'ana' });
      await settle();
      assert.equal(bench.state.location, undefined);
      assert.equal(bench.state.practitioner, 'ana');
      assert.equal(bench.state.service, 'consult');
    });
  }

  it('keeps the chosen time when the page does not name its service any more, or names it only now', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    bench.flow.chooseSlot(bench.time());
    bench.flow.preset({});
    assert.ok(bench.state.slot);
    bench.flow.preset({ service: 'consult' });
    assert.ok(bench.state.slot);
    assert.equal(bench.town.count('listSlots'), 1);
  });

  it('keeps everything when the same service is chosen again', async () => {
    const bench = await BookingBench.open();
    await bench.pickService('consult');
    bench.flow.chooseDate('2026-11-26');
    bench.flow.goTo('service');
    bench.flow.chooseService('consult');
    assert.equal(bench.state.step, 'time');
    assert.equal(bench.state.date, '2026-11-26');
    assert.equal(bench.town.count('listSlots'), 1);
  });

  it('names the page before each page', async () => {
    const bench = await BookingBench.open();
    assert.equal(bench.flow.previous, undefined);
    await bench.pickService();
    assert.equal(bench.flow.previous, 'service');
    bench.flow.goTo('waitlist');
    assert.equal(bench.flow.previous, 'time');
    bench.flow.goTo('time');
    await bench.toDetails();
    assert.equal(bench.flow.previous, 'time');
    bench.fill();
    await bench.flow.submitDetails();
    assert.equal(bench.flow.previous, 'details');
    await bench.confirm();
    assert.equal(bench.flow.previous, undefined);
  });

  it('asks to choose a time when none is chosen', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    await bench.flow.hold();
    assert.deepEqual(bench.state.issues, [{ field: 'slot', code: 'missing' }]);
    assert.equal(bench.state.step, 'time');
    bench.flow.chooseSlot(bench.time());
    assert.deepEqual(bench.state.issues, []);
  });

  it('tells a clinic that is fully booked from one that is not', async () => {
    const bench = await BookingBench.open({
      preset: { service: 'consult' },
      schedule: { ...SCHEDULE, daysOff: [{ from: '2026-01-01', to: '2027-12-31' }] },
    });
    assert.equal(bench.state.calendar.status, 'ready');
    assert.equal(bench.state.calendar.complete, true);
    assert.equal(bench.state.calendar.days.size, 0);
    assert.equal(bench.state.date, undefined);
    assert.equal(bench.state.cursor, '2026-11-22');
    assert.equal(bench.flow.takesWaitlist, true);
  });

  it('finds the first free date far ahead', async () => {
    const bench = await BookingBench.open({
      preset: { service: 'consult' },
      schedule: { ...SCHEDULE, daysOff: [{ from: '2026-01-01', to: '2027-02-11' }] },
    });
    assert.equal(bench.state.date, '2027-02-12');
    assert.equal(bench.state.cursor, '2027-02-12');
    assert.ok((bench.state.calendar.knownTo ?? '') >= '2027-03-06', 'all days that are shown with it are known');
    assert.equal(bench.town.count('listSlots'), 3);
  });
});

describe('BookingFlow, times asked for again', () => {
  const open = () => BookingBench.open({ preset: { service: 'consult' } });

  it('keeps the chosen date and time while they are free', async () => {
    const bench = await open();
    bench.flow.chooseDate('2026-11-26');
    const slot = bench.time(2);
    bench.flow.chooseSlot(slot);
    bench.flow.reload();
    assert.equal(bench.state.calendar.status, 'loading');
    assert.ok(bench.times().length > 0, 'what is shown stays until the answer is there');
    await settle();
    assert.equal(bench.state.calendar.status, 'ready');
    assert.equal(bench.state.date, '2026-11-26');
    assert.equal(bench.state.slot, slot);
  });

  it('drops the chosen time when somebody else has it, and keeps the date', async () => {
    const bench = await open();
    bench.flow.chooseDate('2026-11-26');
    const slot = bench.time(2);
    bench.flow.chooseSlot(slot);
    await bench.town.rivalsBook(slot);
    bench.flow.reload();
    await settle();
    assert.equal(bench.state.slot, undefined);
    assert.equal(bench.state.date, '2026-11-26');
    assert.ok(!bench.times().some(({ id }) => id === slot.id));
  });

  it('keeps the chosen time on later pages, where the visitor has gone on with it', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' }, capabilities: { holds: false } });
    const slot = bench.time();
    await bench.holdTime();
    assert.equal(bench.state.step, 'details');
    await bench.town.rivalsBook(slot);
    bench.flow.reload();
    await settle();
    assert.equal(bench.state.slot?.id, slot.id);
  });

  it('keeps a time that the visitor holds, though it is not listed any more', async () => {
    const bench = await open();
    bench.flow.choosePractitioner('ana');
    await settle();
    await bench.holdTime();
    bench.flow.goTo('time');
    bench.flow.reload();
    await settle();
    const slot = bench.state.slot;
    assert.ok(slot && !bench.times().some(({ id }) => id === slot.id));
  });

  it('asks again for all that is known', async () => {
    const bench = await open();
    bench.flow.turnTo('2027-01-15');
    await settle();
    bench.flow.reload();
    await settle();
    assert.ok((bench.state.calendar.knownTo ?? '') >= '2027-01-31');
    assert.equal(bench.times('2027-01-29').length, 3);
  });

  it('asks again after a failure', async () => {
    const bench = new BookingBench();
    bench.town.faults.listSlots = [{ kind: 'refuse', error: new SmpError('unauthorized', 'No') }];
    bench.flow.preset({ service: 'consult' });
    await bench.load();
    assert.equal(bench.state.calendar.status, 'failed');
    assert.equal(bench.state.calendar.error?.code, 'unauthorized');
    bench.flow.reload();
    await settle();
    assert.equal(bench.state.calendar.status, 'ready');
    assert.equal(bench.state.calendar.error, undefined);
    assert.equal(bench.state.date, '2026-11-23');
  });

  it('keeps what is shown when asking again fails', async () => {
    const bench = await open();
    const shown = bench.state.calendar.days;
    bench.town.faults.listSlots = [{ kind: 'refuse', error: new SmpError('unauthorized', 'No') }];
    bench.flow.reload();
    await settle();
    assert.equal(bench.state.calendar.status, 'failed');
    assert.equal(bench.state.calendar.days, shown);
  });

  it('asks again when the page can be seen again, only where times are chosen', async () => {
    const bench = await open();
    bench.flow.wake();
    await settle();
    assert.equal(bench.town.count('listSlots'), 2);
    await bench.holdTime();
    bench.flow.wake();
    await settle();
    assert.equal(bench.town.count('listSlots'), 2);
  });

  it('stops waiting while its element is out of the page, and asks again when it is back', async () => {
    const bench = new BookingBench();
    const release = bench.town.keepBack('listSlots');
    bench.flow.preset({ service: 'consult' });
    await bench.load();
    assert.equal(bench.state.calendar.status, 'loading');
    bench.flow.suspend();
    assert.equal(bench.state.calendar.status, 'idle');
    await release();
    assert.equal(bench.state.calendar.days.size, 0);
    bench.flow.resume();
    await settle();
    assert.equal(bench.state.calendar.status, 'ready');
    bench.flow.resume();
    assert.equal(bench.town.count('listSlots'), 2);
  });
});

describe('BookingFlow, another booking', () => {
  it('keeps who the visitor is and asks for the rest anew', async () => {
    const bench = await BookingBench.open();
    await bench.toDetails();
    bench.fill({ phone: '020 7946 0123', note: 'Private' });
    await bench.flow.submitDetails();
    await bench.confirm();
    bench.flow.restart();
    const { details, step, slot, service, booking, issues } = bench.state;
    assert.deepEqual(details, {
      name: 'Ada Example',
      email: 'ada@example.org',
      phone: '020 7946 0123',
      note: '',
      consents: {},
    });
    assert.deepEqual([step, slot, service, booking, issues], ['service', undefined, undefined, undefined, []]);
    await bench.pickService('consult');
    await bench.holdTime();
    assert.equal(bench.state.step, 'details', 'the consents have to be given again');
    bench.fill();
    await bench.flow.submitDetails();
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 2);
  });

  it('stays with the service that the page fixes', async () => {
    const bench = await BookingBench.open({ preset: { service: 'call', practitioner: 'ben' } });
    await bench.toCheck();
    await bench.confirm();
    bench.flow.restart();
    await settle();
    assert.deepEqual([bench.state.step, bench.state.service, bench.state.practitioner], ['time', 'call', 'ben']);
    assert.equal(bench.state.calendar.status, 'ready');
    assert.ok(bench.state.date);
  });

  it('does not start while a booking is under way', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    const release = bench.town.keepBack('createBooking');
    const sending = bench.flow.confirm();
    bench.flow.restart();
    assert.equal(bench.state.step, 'check');
    await release();
    await sending;
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.state.service, 'consult');
  });

  it('lets a hold go that was not used', async () => {
    const bench = await BookingBench.open();
    await bench.toDetails();
    bench.flow.goTo('waitlist');
    bench.fill();
    await bench.flow.joinWaitlist();
    bench.flow.restart();
    await settle();
    assert.deepEqual(bench.town.backend.state.holds, []);
  });

  it('leads nowhere else once a booking stands', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    await bench.confirm();
    bench.flow.goTo('time');
    await bench.confirm();
    bench.flow.preset({ service: 'call' });
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.state.service, 'consult');
    assert.equal(bench.town.count('createBooking'), 1);
  });
});
