import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BookingBench, CLINIC, TabStorage, Town, type BookingOptions } from '../support/booking.js';
import { settle } from '../support/manual-clock.js';

const MINUTE = 60_000;
const KEY = 'smp-widgets/booking';

/** What stands in the storage as the draft. */
function kept(storage: TabStorage): Record<string, unknown> {
  const text = storage.items.get(KEY);
  assert.ok(text, 'there is no draft');
  return (JSON.parse(text) as { draft: Record<string, unknown> }).draft;
}

/** A page that was loaded again after its visitor had filled in the details. */
async function reloaded(options: BookingOptions = {}, minutes = 1): Promise<BookingBench> {
  const bench = await BookingBench.open(options);
  await bench.toCheck();
  await bench.clock.advance(minutes * MINUTE);
  return bench.reloaded();
}

describe('BookingFlow, what is kept over a reload', () => {
  it('is the choice and who the visitor is, and nothing else', async () => {
    const bench = await BookingBench.open();
    await bench.pickService();
    bench.flow.choosePractitioner('ben');
    bench.flow.chooseLocation('soho');
    await settle();
    await bench.toDetails();
    bench.fill({ phone: '020 7946 0123' });
    await bench.flow.submitDetails();
    const { slot, hold } = bench.state;
    assert.deepEqual(kept(bench.storage), {
      clinic: 'fern',
      service: 'consult',
      practitioner: 'ben',
      location: 'soho',
      slot,
      hold,
      name: 'Ada Example',
      email: 'ada@example.org',
      phone: '020 7946 0123',
      granted: ['privacy'],
      submitted: false,
    });
  });

  it('never holds the note, in which people write about their health', async () => {
    const marker = 'alopecia-marker-5170';
    const bench = await BookingBench.open({ preset: { enquiry: { note: `${marker} prefilled` } } });
    const seen: string[] = [];
    bench.flow.subscribe(() => seen.push(bench.storage.text));
    await bench.toDetails();
    bench.fill({ note: marker });
    await bench.flow.submitDetails();
    bench.town.faults.createBooking = [{ kind: 'lose' }];
    await bench.confirm();
    assert.equal(bench.town.bookings[0]?.draft.note, `${marker}\n\n${marker} prefilled`, 'the note was sent');
    assert.ok(
      seen.some((text) => text.includes('Ada Example')),
      'the storage was watched',
    );
    assert.ok(seen.every((text) => !text.includes(marker)));
    assert.ok(!bench.storage.text.includes(marker));
  });

  it('holds no words of a consent, only that it was given', async () => {
    const consents = [
      { purpose: 'privacy' as const, wording: 'wording-marker-1', version: 'version-marker-1', required: true },
      { purpose: 'health-data' as const, wording: 'wording-marker-2', version: 'version-marker-2' },
    ];
    const bench = await BookingBench.open({ clinic: { consents } });
    await bench.toCheck();
    assert.ok(!bench.storage.text.includes('marker'));
    assert.deepEqual((await bench.reloaded()).state.details.consents, { privacy: true });
  });

  it('is written when a time is held, before anything is typed', async () => {
    const bench = await BookingBench.open();
    await bench.pickService();
    assert.equal(bench.storage.items.has(KEY), false);
    await bench.holdTime();
    assert.equal(kept(bench.storage)['service'], 'consult');
  });

  it('is written as it is typed, for whoever leaves amid the details', async () => {
    const bench = await BookingBench.open();
    await bench.toDetails();
    bench.flow.setDetail('name', 'Ada Ex');
    bench.flow.setDetail('note', 'alopecia-marker-5171');
    bench.flow.setConsent('privacy', true);
    assert.ok(!bench.storage.text.includes('marker'));
    const { details, step } = (await bench.reloaded()).state;
    assert.equal(step, 'details');
    assert.deepEqual(details, { name: 'Ada Ex', email: '', phone: '', note: '', consents: { privacy: true } });
  });

  it('says whether a booking was sent', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    assert.equal(kept(bench.storage)['submitted'], false);
    const release = bench.town.keepBack('createBooking');
    const sending = bench.flow.confirm();
    assert.equal(kept(bench.storage)['submitted'], true);
    await release();
    await sending;
    assert.equal(bench.storage.items.has(KEY), false, 'nothing is left once the booking stands');
  });
});

describe('BookingFlow, loaded again', () => {
  it('brings the answers back and holds the time again', async () => {
    const bench = await reloaded();
    assert.equal(bench.state.step, 'details');
    assert.equal(bench.state.details.name, 'Ada Example');
    assert.equal(bench.state.details.email, 'ada@example.org');
    assert.deepEqual(bench.state.details.consents, { privacy: true });
    assert.equal(bench.state.slot?.localTime, '09:00');
    assert.equal(bench.state.service, 'consult');
    assert.ok(bench.state.secondsLeft > 0);
    assert.equal(bench.town.backend.state.holds.length, 1);
    assert.equal(bench.state.date, '2026-11-23');
    assert.ok(bench.times().length > 0);
    await bench.flow.submitDetails();
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
  });

  for (const where of [{ location: 'leeds' }, { practitioner: 'ben' }]) {
    it(`brings back no time of another ${Object.keys(where).join()} than the page names by now`, async () => {
      const before = await BookingBench.open({ preset: { location: 'soho', practitioner: 'ana' } });
      await before.toCheck();
      const bench = await before.reloaded({ service: 'consult', ...where });
      await settle();
      assert.equal(bench.state.step, 'time');
      assert.equal(bench.state.slot, undefined);
      const { location, practitioner } = bench.state;
      assert.deepEqual({ location, practitioner }, { location: undefined, practitioner: undefined, ...where });
      const same = await before.reloaded({ location: 'soho' });
      assert.equal(same.state.slot?.location, 'soho', 'control');
    });
  }

  it('offers to check on a booking that was sent, though the page names another place by now', async () => {
    const before = await BookingBench.open({ preset: { location: 'soho' } });
    await before.toCheck();
    before.town.faults.createBooking = [{ kind: 'hang', effect: true }];
    void before.flow.confirm();
    await before.clock.advance(1000);
    const bench = await before.reloaded({ location: 'leeds' });
    assert.equal(bench.flow.unresolved, true);
    await bench.confirm();
    assert.equal(bench.state.booking?.slot.location, 'soho');
  });

  it('keeps who the visitor is as this page knows them, where nothing was typed before', async () => {
    const before = await BookingBench.open();
    await before.toDetails();
    const contact = { name: 'Ada Example', email: 'ada@example.org', phone: '020 7946 0123' };
    const bench = await before.reloaded({ enquiry: { contact } });
    const { name, email, phone } = bench.state.details;
    assert.deepEqual({ name, email, phone }, contact);
  });

  it('brings back what was typed before what this page knows, and leaves out what was taken out', async () => {
    const contact = { name: 'A. Example', email: 'ada@example.org', phone: '020 7946 0123' };
    const before = await BookingBench.open({ preset: { enquiry: { contact } } });
    await before.toDetails();
    before.fill({ phone: '' });
    await before.flow.submitDetails();
    const bench = await before.reloaded();
    assert.equal(bench.state.details.name, 'Ada Example');
    assert.equal(bench.state.details.phone, '');
  });

  it('brings nothing back of a booking that was given up', async () => {
    const before = await BookingBench.open();
    await before.toDetails();
    before.flow.restart();
    await settle();
    assert.equal(before.storage.items.has(KEY), false);
    assert.equal((await before.reloaded()).state.step, 'service');
  });

  it('brings back the consent that was given with a consultation, so that a copy says the same as the first', async () => {
    const privacy = { version: 'of-the-consultation', at: '2026-11-22T11:50:00.000Z' };
    for (const holds of [true, false]) {
      const town = new Town({ capabilities: { holds } });
      const before = await BookingBench.open({ preset: { enquiry: { privacy } } }, town);
      await before.toDetails();
      before.fill();
      before.flow.setConsent('privacy', false);
      await before.flow.submitDetails();
      town.faults.createBooking = Array.from({ length: 8 }, () => ({ kind: 'lose' as const }));
      await before.confirm();
      assert.ok(before.flow.unresolved);
      town.faults.createBooking = [];
      before.flow.suspend();
      const bench = await BookingBench.open({}, town, before.storage);
      assert.ok(bench.flow.unresolved);
      await bench.confirm();
      assert.equal(bench.state.step, 'confirmed');
      assert.equal(new Set(town.operations('createBooking')).size, 1);
      assert.deepEqual(town.bookings[0]?.draft.consents, [{ purpose: 'privacy', granted: true, ...privacy }]);
    }
  });

  it('keeps no consent of a consultation that was withdrawn', async () => {
    const privacy = { version: 'of-the-consultation', at: '2026-11-22T11:50:00.000Z' };
    const before = await BookingBench.open();
    before.flow.preset({ enquiry: { privacy } });
    await before.toDetails();
    assert.deepEqual(kept(before.storage)['privacy'], privacy);
    before.flow.preset({ enquiry: {} });
    assert.equal(kept(before.storage)['privacy'], undefined);
    assert.equal((await before.reloaded()).state.consents[0]?.at, undefined);
  });

  it('brings back practitioner and location', async () => {
    const before = await BookingBench.open();
    await before.pickService();
    before.flow.choosePractitioner('ben');
    before.flow.chooseLocation('leeds');
    await settle();
    await before.toDetails();
    const bench = await before.reloaded();
    assert.deepEqual([bench.state.practitioner, bench.state.location], ['ben', 'leeds']);
    assert.equal(bench.state.slot?.location, 'leeds');
  });

  it('works without holds, too', async () => {
    const bench = await reloaded({ capabilities: { holds: false } });
    assert.equal(bench.state.step, 'details');
    assert.equal(bench.state.slot?.localTime, '09:00');
  });

  it('works where the page fixes the same service', async () => {
    const bench = await reloaded({ preset: { service: 'consult' } });
    assert.equal(bench.state.step, 'details');
    assert.equal(bench.state.details.name, 'Ada Example');
  });

  it('holds the time again after the hold has run out', async () => {
    const bench = await reloaded({}, 15);
    assert.equal(bench.state.step, 'details');
    assert.equal(bench.state.secondsLeft, 600);
  });

  it('offers the nearest times when the time has gone meanwhile, with the answers kept', async () => {
    const before = await BookingBench.open();
    await before.toCheck();
    await before.clock.advance(15 * MINUTE);
    const { slot } = before.state;
    assert.ok(slot);
    await before.town.rivalsBook(slot);
    const bench = await before.reloaded();
    assert.equal(bench.state.step, 'time');
    assert.ok(bench.state.lost && bench.state.lost.alternatives.length > 0);
    assert.equal(bench.state.details.name, 'Ada Example');
  });

  it('starts empty after half an hour', async () => {
    const bench = await reloaded({}, 31);
    assert.equal(bench.state.step, 'service');
    assert.deepEqual(bench.state.details, { name: '', email: '', phone: '', note: '', consents: {} });
    assert.equal(bench.town.count('holdSlot'), 1);
  });

  it('starts empty where the page fixes another service', async () => {
    const before = await BookingBench.open();
    await before.toCheck('consult');
    const bench = await BookingBench.open({ preset: { service: 'call' } }, before.town, before.storage);
    assert.equal(bench.state.step, 'time');
    assert.equal(bench.state.service, 'call');
    assert.equal(bench.state.slot, undefined);
    assert.equal(bench.state.details.name, '');
    await bench.toCheck();
    await bench.confirm();
    assert.equal(bench.state.booking?.service, 'call');
  });

  it('starts empty where the clinic does not offer the service any more', async () => {
    const before = await BookingBench.open();
    await before.toCheck('consult');
    const town = new Town({ clinic: { services: CLINIC.services.slice(1) } });
    const bench = await BookingBench.open({}, town, before.storage);
    assert.equal(bench.state.step, 'service');
    assert.equal(bench.state.service, undefined);
  });

  it('starts with what the page fills in where there is no draft', async () => {
    const preset = { enquiry: { contact: { name: 'Filled in' } } };
    const bench = await BookingBench.open({ preset });
    assert.equal(bench.state.details.name, 'Filled in');
  });

  it('does not bring back the draft of another clinic on the same site', async () => {
    const before = await BookingBench.open();
    await before.toCheck('consult');
    const town = new Town({ clinic: { id: 'heath', name: 'Heath Clinic' } });
    const bench = await BookingBench.open({}, town, before.storage);
    assert.equal(bench.state.details.email, '');
    assert.equal(town.count('holdSlot'), 0);
  });

  it('goes on after any wish that comes while the time is being held again', async () => {
    const before = await BookingBench.open();
    await before.toCheck('consult');
    const release = before.town.keepBack('holdSlot');
    const bench = await before.reloaded();
    bench.flow.chooseService('call');
    await release();
    await settle();
    const { service, slot } = bench.state;
    assert.ok(!slot || slot.id.startsWith(`${service}~`), `${slot?.id} for ${service}`);
  });

  it('shows where the time would be chosen when it can’t be held for want of an answer', async () => {
    const before = await BookingBench.open();
    await before.toCheck('consult');
    before.town.faults.holdSlot = Array.from({ length: 5 }, () => ({ kind: 'lose' }));
    const bench = await before.reloaded();
    await bench.clock.advance(2 * MINUTE);
    assert.equal(bench.state.error?.code, 'network');
    assert.equal(bench.state.step, 'time', 'the error and the time are shown on the page of times');
    await bench.flow.hold();
    assert.equal(bench.state.step, 'details');
  });

  for (const holds of [true, false]) {
    it(`of another page leaves what was sent and not answered alone, ${holds ? 'with' : 'without'} holds`, async () => {
      const town = new Town({ capabilities: { holds } });
      const first = await BookingBench.open({ preset: { service: 'consult' } }, town);
      await first.toCheck();
      town.faults.createBooking = Array.from({ length: 5 }, () => ({ kind: 'lose' as const }));
      await first.confirm();
      assert.ok(first.flow.unresolved);
      const [{ request: sent } = { request: undefined }] = town.sent.filter(({ method }) => method === 'createBooking');
      first.flow.suspend();
      // The same tab is on a page for another service, where somebody books, gives up, and books.
      const other = await BookingBench.open({ preset: { service: 'call' } }, town, first.storage);
      await other.toCheck();
      other.flow.restart();
      await settle();
      await other.toCheck();
      const reloaded = await other.reloaded();
      assert.equal(reloaded.state.details.name, 'Ada Example', 'what is said there is kept, too');
      await reloaded.flow.submitDetails();
      await reloaded.confirm();
      assert.equal(reloaded.state.booking?.service, 'call');
      const again = await first.reloaded();
      assert.ok(again.flow.unresolved);
      await again.confirm();
      assert.equal(again.state.booking?.service, 'consult');
      assert.deepEqual(town.sent.at(-1)?.request, sent);
      assert.equal(town.bookings.length, 2);
      assert.equal(first.storage.items.has(KEY), false);
    });
  }

  it('does without storage', async () => {
    const storage = new TabStorage();
    storage.forbidden = true;
    const bench = await BookingBench.open({}, undefined, storage);
    await bench.toCheck();
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
  });

  it('does not stumble over a draft that somebody has spoilt', async () => {
    const town = new Town();
    const value = fc.oneof(fc.constantFrom('consult', 'ana', 'soho'), fc.jsonValue({ maxDepth: 2 }));
    const names = [
      'service',
      'practitioner',
      'location',
      'slot',
      'hold',
      'name',
      'email',
      'phone',
      'consents',
    ] as const;
    const draft = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: ['slot'] });
    await fc.assert(
      fc.asyncProperty(draft, fc.boolean(), async (spoilt, submitted) => {
        const storage = new TabStorage();
        const text = {
          version: 1,
          at: town.clock.wall(),
          draft: { clinic: 'fern', service: 'consult', ...spoilt, submitted },
        };
        storage.setItem(KEY, JSON.stringify(text));
        const bench = await BookingBench.open({}, town, storage);
        await bench.flow.submitDetails();
        await bench.clock.run(bench.flow.confirm());
        bench.flow.goTo('service');
        bench.flow.chooseService('call');
        await settle();
        assert.equal(bench.state.calendar.status, 'ready');
      }),
      { numRuns: 60 },
    );
  });
});
