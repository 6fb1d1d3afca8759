import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { httpAdapter } from 'smp-widgets/adapters/http';
import { createHandler, isSmpError, type CourseOffer } from 'smp-widgets/server';
import { adapterSuite, fakeClinic } from 'smp-widgets/testing';
import { demoSeed } from '../../demo/backend/demo-seed.js';
import { followTimeZoneLaw } from '../../demo/backend/time-zone-law.js';
import {
  adapterOver,
  ENGINES,
  mailedTokenOf,
  operationId,
  soon,
  touchUpWish,
  useDatabase,
  visitor,
} from '../support/backend.js';

for (const engine of ENGINES) {
  describe(`the reference backend on ${engine}`, () => {
    const test = useDatabase(engine);

    adapterSuite({ describe, it }, engine, async () => {
      await test.clear();
      return {
        adapter: adapterOver(test.database),
        expireHolds: () => test.expireHolds(),
        touchUpToken: mailedTokenOf(test.database),
      };
    });

    adapterSuite({ describe, it }, `http → handler → ${engine}`, async () => {
      await test.clear();
      const handler = createHandler(adapterOver(test.database), { basePath: '/smp' });
      return {
        adapter: httpAdapter('https://clinic.example/smp', { fetch: (request) => handler(request) }),
        expireHolds: () => test.expireHolds(),
        touchUpToken: mailedTokenOf(test.database),
      };
    });

    it('refuses dates at the ends of the calendar, and does not fail', async () => {
      await test.clear();
      const handler = createHandler(adapterOver(test.database));
      const ask = (path: string, body?: object) =>
        handler(
          new Request(`https://clinic.example${path}`, {
            ...(body && { method: 'POST', body: JSON.stringify(body) }),
            headers: { 'content-type': 'application/json', 'idempotency-key': operationId() },
          }),
        );
      for (const dates of ['from=9999-12-31', 'from=9999-12-31&to=9999-12-31', 'from=9999-12-01', 'from=0000-01-01']) {
        assert.equal((await ask(`/v1/slots?service=consultation&${dates}`)).status, 422, dates);
      }
      assert.equal((await ask('/v1/slots?service=consultation&from=0001-01-01&to=0001-02-01')).status, 200);
      const waits = { service: 'consultation', from: '0000-01-01', ...visitor() };
      assert.equal((await ask('/v1/waitlist', waits)).status, 422);
      const wish = { ...touchUpWish('visitor@example.com', '2026-11-20'), lastSession: '0000-01-01' };
      assert.equal((await ask('/v1/touch-ups', wish)).status, 422);
      assert.equal((await ask('/v1/touch-ups', { ...wish, lastSession: '0001-01-01' })).status, 202);
    });

    describe('what it stores', () => {
      const open = async () => {
        await test.reset();
        const adapter = adapterOver(test.database);
        const { slots } = await adapter.listSlots({ service: 'consultation', from: soon() });
        const slot = slots[5];
        assert.ok(slot);
        return { adapter, slot };
      };
      const draftOf = (slotId: string, service = 'consultation') => ({ service, slotId, ...visitor() });

      it('puts a booking in the outbox, once for each operation', async () => {
        const { adapter, slot } = await open();
        const key = operationId();
        const booking = await adapter.createBooking(draftOf(slot.id), { operationId: key });
        await adapter.createBooking(draftOf(slot.id), { operationId: key });
        const outbox = await test.database.query('select kind, ref::text as ref from outbox');
        assert.deepEqual(outbox, [{ kind: 'booking.confirmed', ref: booking.bookingId }]);
      });

      it('leaves nothing of a refused booking but the refusal', async () => {
        const { adapter, slot } = await open();
        await adapter.createBooking(draftOf(slot.id), { operationId: operationId() });
        const { slots } = await adapter.listSlots({ service: 'consultation', practitioner: 'maya', from: soon() });
        const other = slots[0];
        assert.ok(other);
        await assert.rejects(
          adapter.createBooking(draftOf(other.id, 'touch-up'), { operationId: operationId() }),
          (error) => isSmpError(error, 'validation'),
        );
        assert.equal(await test.count('booking'), 1);
        assert.equal(await test.count('client_details'), 1);
        assert.equal(await test.count('outbox'), 1);
        assert.equal(await test.count('idempotency', `result_kind = 'refused'`), 1);
      });

      it('keeps nothing of a person with the operation id', async () => {
        const { adapter, slot } = await open();
        const draft = {
          ...draftOf(slot.id),
          contact: { name: 'Marker-Name', email: 'marker@example.com', phone: '020 7946 0999' },
          note: 'Marker-Note',
        };
        await adapter.createBooking(draft, { operationId: operationId() });
        await adapter.createBooking(draft, { operationId: operationId() }).catch(() => undefined);
        const rows = await test.database.query('select * from idempotency');
        assert.equal(rows.length, 2);
        assert.doesNotMatch(JSON.stringify(rows), /marker|0999/i);
      });

      it('keeps the wall clock, and the buffers in the time that is taken', async () => {
        await test.reset();
        const adapter = adapterOver(test.database);
        const { slots } = await adapter.listSlots({ service: 'treatment', from: soon() });
        const slot = slots[0];
        assert.ok(slot);
        await adapter.createBooking(draftOf(slot.id, 'treatment'), { operationId: operationId() });
        const [row] = await test.database.query(
          `select to_char(local_start, 'YYYY-MM-DD HH24:MI') as local, time_zone,
             (extract(epoch from starts_at - lower(during)) / 60)::int as before,
             (extract(epoch from upper(during) - starts_at) / 60)::int as after from booking`,
        );
        assert.deepEqual(row, {
          local: `${slot.localDate} ${slot.localTime}`,
          time_zone: 'Europe/London',
          before: 15,
          after: 195,
        });
      });

      it('stores a person on the waiting list once for each wish', async () => {
        const { adapter } = await open();
        const join = async (email: string) => {
          const request = { service: 'consultation', ...visitor(), contact: { name: 'A', email } };
          await adapter.joinWaitlist?.(request, { operationId: operationId() });
        };
        await join('one@example.com');
        await join('ONE@example.com');
        await join('two@example.com');
        assert.equal(await test.count('waitlist'), 2);
        // Whoever has not confirmed yet is asked again.
        assert.equal(await test.count('outbox', `kind = 'waitlist.joined'`), 3);
      });
    });

    it('asks for the consent to text messages only where some go out', async () => {
      await test.reset(demoSeed);
      const purposes = async (reminders?: readonly ('email' | 'sms')[]) =>
        (await adapterOver(test.database, { reminders }).getClinic()).consents?.map(({ purpose }) => purpose);
      assert.deepEqual(await purposes(), ['privacy', 'appointment-sms', 'marketing-email']);
      assert.deepEqual(await purposes(['email']), ['privacy', 'marketing-email']);
      await test.reset();
    });

    it('tells pages what the clinic has visitors book in its journey', async () => {
      const journey = { steps: ['booking', 'care'], booking: 'course' };
      await test.reset({ ...demoSeed, clinic: { ...demoSeed.clinic, journey } });
      const handler = createHandler(adapterOver(test.database), { basePath: '/smp' });
      const page = httpAdapter('https://clinic.example/smp', { fetch: (request) => handler(request) });
      assert.deepEqual((await page.getClinic()).journey, journey);
      await test.reset();
    });

    it('follows a change of the opening hours at once', async () => {
      await test.reset();
      const adapter = adapterOver(test.database);
      const list = async () =>
        (await adapter.listSlots({ service: 'consultation', practitioner: 'maya', from: soon() })).slots;
      const [first] = await list();
      assert.ok(first);
      await test.database.query('insert into days_off (from_date, to_date, practitioner_id) values ($1, $1, $2)', [
        first.localDate,
        'maya',
      ]);
      assert.notEqual((await list())[0]?.localDate, first.localDate);
      await assert.rejects(
        adapter.createBooking(
          { service: 'consultation', slotId: first.id, ...visitor() },
          { operationId: operationId() },
        ),
        (error) => isSmpError(error, 'slot-taken'),
      );
    });

    it('asks for all sessions of a course of which one is on request', async () => {
      const [offer] = fakeClinic.clinic.courses as CourseOffer[];
      const services = ['consultation', 'treatment'].map((service) => ({ service }));
      for (const sessions of [services, [...services].reverse()]) {
        const courses = [{ ...offer, id: 'mixed', sessions }];
        await test.reset({ ...fakeClinic, clinic: { ...fakeClinic.clinic, courses } });
        const adapter = adapterOver(test.database);
        const wanted: { service: string; slotId: string }[] = [];
        for (const [index, { service }] of sessions.entries()) {
          const { slots } = await adapter.listSlots({ service, from: soon(6 + 12 * index) });
          wanted.push({ service, slotId: slots[0]?.id ?? '' });
        }
        const course = { course: 'mixed', sessions: wanted, ...visitor() };
        const booked = await adapter.bookCourse?.(course, { operationId: operationId() });
        assert.deepEqual(
          booked?.sessions.map(({ status }) => status),
          ['requested', 'requested'],
        );
      }
    });

    it('keeps the two hours apart that the clock shows twice', async () => {
      const [service] = fakeClinic.clinic.services;
      const [maya] = fakeClinic.clinic.practitioners;
      assert.ok(service && maya);
      await test.reset({
        clinic: { ...fakeClinic.clinic, services: [service], practitioners: [maya] },
        schedule: {
          practitioners: [{ practitioner: maya.id, hours: [{ weekday: 7, from: '00:00', to: '04:00' }] }],
          rules: { stepMinutes: 30 },
        },
      });
      const adapter = adapterOver(test.database, { now: () => Date.parse('2027-10-30T12:00:00Z') });
      const day = { service: service.id, from: '2027-10-31', to: '2027-10-31' };
      const { slots } = await adapter.listSlots(day);
      const twice = slots.filter(({ localTime }) => localTime === '01:30');
      assert.deepEqual(
        twice.map(({ start, offset, fold }) => [start, offset, fold]),
        [
          ['2027-10-31T01:30:00+01:00', '+01:00', 0],
          ['2027-10-31T01:30:00+00:00', '+00:00', 1],
        ],
      );
      for (const slot of twice) {
        const draft = { service: service.id, slotId: slot.id, ...visitor() };
        const booking = await adapter.createBooking(draft, { operationId: operationId() });
        assert.deepEqual(booking.slot, { ...slot, practitioner: maya.id });
      }
      const left = (await adapter.listSlots(day)).slots;
      assert.deepEqual(
        left,
        slots.filter((slot) => !twice.includes(slot)),
      );
      assert.deepEqual(await followTimeZoneLaw(test.database), { moved: 0, displaced: 0, outdated: false });
    });

    it('finds the next free day far behind the page', async () => {
      await test.reset();
      const adapter = adapterOver(test.database);
      const { today } = await adapter.listSlots({ service: 'consultation', from: soon() });
      await test.database.query('insert into days_off (from_date, to_date) values ($1::date, $1::date + 60)', [today]);
      const page = await adapter.listSlots({ service: 'consultation', from: today, to: today });
      assert.deepEqual(page.slots, []);
      const expected = new Date(Date.parse(today) + 61 * 86_400_000).toISOString().slice(0, 10);
      assert.ok(page.nextAvailable && page.nextAvailable >= expected, `${page.nextAvailable} is not after ${expected}`);
      await test.database.query('insert into days_off (from_date, to_date) values ($1::date, $1::date + 400)', [today]);
      const none = await adapter.listSlots({ service: 'consultation', from: today, to: today });
      assert.equal(none.nextAvailable, null);
    });
  });
}
