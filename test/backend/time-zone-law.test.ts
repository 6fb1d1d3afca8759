import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantsOf } from 'smp-widgets/server';
import { confirmAttendance, readAttendance } from '../../demo/backend/message-attend.js';
import { followTimeZoneLaw, type InstantsOf } from '../../demo/backend/time-zone-law.js';
import { adapterOver, ENGINES, operationId, soon, useDatabase, visitor } from '../support/backend.js';

const HOUR = 3_600_000;
/** The law of tomorrow: every clock is an hour ahead of what was known. */
const changed: InstantsOf = (zone, date, time) => instantsOf(zone, date, time).map((at) => at - HOUR);

for (const engine of ENGINES) {
  describe(`followTimeZoneLaw on ${engine}`, () => {
    const test = useDatabase(engine);

    async function book(count: number) {
      await test.clear();
      const adapter = adapterOver(test.database);
      const { slots } = await adapter.listSlots({ service: 'consultation', practitioner: 'maya', from: soon() });
      const bookings = [];
      // Back to back, so that neighbours move through each other's time.
      let free = 0;
      for (const slot of slots) {
        if (Date.parse(slot.start) < free || bookings.length === count) continue;
        free = Date.parse(slot.end);
        const draft = { service: 'consultation', slotId: slot.id, ...visitor() };
        bookings.push({ draft, key: operationId(), slot });
      }
      for (const { draft, key } of bookings) await adapter.createBooking(draft, { operationId: key });
      return { adapter, bookings };
    }

    it('changes nothing while the law is the same', async () => {
      await book(4);
      assert.deepEqual(await followTimeZoneLaw(test.database), { moved: 0, displaced: 0, outdated: false });
    });

    it('keeps the wall clock of visits and moves their instants', async () => {
      const { adapter, bookings } = await book(12);
      assert.deepEqual(await followTimeZoneLaw(test.database, changed), { moved: 12, displaced: 0, outdated: false });
      for (const { draft, key, slot } of bookings) {
        const moved = await adapter.createBooking(draft, { operationId: key });
        assert.equal(moved.slot.localTime, slot.localTime);
        assert.equal(moved.slot.localDate, slot.localDate);
        assert.equal(Date.parse(moved.slot.start), Date.parse(slot.start) - HOUR);
        assert.equal(Date.parse(moved.slot.end), Date.parse(slot.end) - HOUR);
        assert.equal(moved.slot.offset, slot.offset === '+00:00' ? '+01:00' : '+02:00');
        assert.equal(moved.version, 1);
      }
      assert.deepEqual(await followTimeZoneLaw(test.database, changed), { moved: 0, displaced: 0, outdated: false });
    });

    it('leaves links and what was said by them good, for it is the same appointment', async () => {
      const { adapter, bookings } = await book(2);
      const made = await Promise.all(
        bookings.map(({ draft, key }) => adapter.createBooking(draft, { operationId: key })),
      );
      const grants = made.map(
        ({ bookingId: ref, version }) =>
          ({ purpose: 'attend', about: 'booking', ref, tokenVersion: 1, version }) as const,
      );
      const [said = assert.fail(), unsaid = assert.fail()] = grants;
      await confirmAttendance(test.database, said, Date.now());
      const token = made[1]?.manageToken ?? '';
      assert.ok(adapter.getBooking && adapter.cancel);
      const shown = await adapter.getBooking(token);
      assert.equal((await followTimeZoneLaw(test.database, changed)).moved, 2);
      assert.equal((await readAttendance(test.database, said, Date.now()))?.state, 'confirmed');
      assert.equal((await readAttendance(test.database, unsaid, Date.now()))?.state, 'open');
      assert.equal((await confirmAttendance(test.database, unsaid, Date.now()))?.state, 'confirmed');
      // Who had the page of their booking open goes on with it.
      const bookingIds = [made[1]?.bookingId ?? ''];
      await adapter.cancel({ token, version: shown.version, bookingIds }, { operationId: operationId() });
      assert.equal((await readAttendance(test.database, unsaid, Date.now()))?.state, 'changed');
    });

    it('leaves it to the server with the newest time-zone data', async () => {
      await book(2);
      await followTimeZoneLaw(test.database, undefined, '9999b');
      const older = await followTimeZoneLaw(test.database, changed, '9999a');
      assert.deepEqual(older, { moved: 0, displaced: 0, outdated: true });
      assert.equal((await followTimeZoneLaw(test.database, changed, '9999b')).moved, 2);
      await test.database.query(`delete from setting where name = 'tzdb'`);
    });

    it('marks visits that come to lie on one another', async () => {
      await book(2);
      await test.database.query(`update booking set time_zone = 'Elsewhere/Town'
        where starts_at = (select max(starts_at) from booking)`);
      const [row] = await test.database.query<{ first: number }>(
        `select (extract(epoch from min(starts_at)) * 1000)::float8 as first from booking`,
      );
      const first = row?.first ?? 0;
      const law: InstantsOf = (zone, date, time) =>
        zone === 'Elsewhere/Town' ? [first] : instantsOf(zone, date, time);
      assert.deepEqual(await followTimeZoneLaw(test.database, law), { moved: 1, displaced: 1, outdated: false });
      assert.equal(await test.count('booking', 'displaced'), 1);
      assert.equal(await test.count('booking', `status = 'confirmed'`), 2);
    });
  });
}
