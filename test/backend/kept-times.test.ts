import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { isSmpError, type Hold, type HoldProof, type Slot, type SlotQuery } from 'smp-widgets/server';
import { tidy } from '../../demo/backend/housekeeping.js';
import { adapterOver, ENGINES, operationId, soon, useDatabase, visitor } from '../support/backend.js';

const key = () => ({ operationId: operationId() });
const isUnkept = (error: unknown) => isSmpError(error, 'not-supported');
const MINUTE = 60_000;

for (const engine of ENGINES) {
  describe(`how long a time is kept for visitors, on ${engine}`, () => {
    const test = useDatabase(engine);
    beforeEach(() => test.clear());

    /** Somebody who wants one time: the first, or the first of those that are wished for. */
    async function visiting(
      query: Partial<SlotQuery> = { practitioner: 'maya' },
      isWished: (slot: Slot) => boolean = () => true,
    ) {
      const adapter = adapterOver(test.database);
      const wish = { service: 'consultation', from: soon(), ...query };
      const list = async () => (await adapter.listSlots(wish)).slots;
      const slotId = (await list()).find(isWished)?.id ?? '';
      const hold = async (replaces?: HoldProof): Promise<Hold> => {
        const held = await adapter.holdSlot?.(
          { service: 'consultation', slotId, ...(replaces && { replaces }) },
          key(),
        );
        assert.ok(held);
        return held;
      };
      const release = ({ holdId, holdToken }: Hold) => adapter.releaseHold?.({ holdId, holdToken }, key());
      const extend = async ({ holdId, holdToken }: Hold): Promise<Hold> => {
        const longer = await adapter.extendHold?.({ holdId, holdToken }, key());
        assert.ok(longer);
        return longer;
      };
      const isFree = async () => (await list()).some(({ id }) => id === slotId);
      const book = () => adapter.createBooking({ service: 'consultation', slotId, ...visitor() }, key());
      return { hold, release, extend, isFree, book };
    }
    /** As if so many minutes went by, in which nothing that is held runs out. */
    const pass = (minutes: number) =>
      test.database.query(
        `update booking set created_at = created_at - make_interval(mins => $1::int),
           updated_at = updated_at - make_interval(mins => $1::int)`,
        [minutes],
      );
    /** As if all of it had been so many minutes earlier. */
    const earlier = (minutes: number) =>
      test.database.query(
        `update booking set created_at = created_at - make_interval(mins => $1::int),
           updated_at = updated_at - make_interval(mins => $1::int),
           hold_expires_at = hold_expires_at - make_interval(mins => $1::int)`,
        [minutes],
      );

    it('is 40 minutes in all, however often it is let go and held again; then it can only be booked', async () => {
      const { hold, release, isFree, book } = await visiting();
      const first = await hold();
      await pass(30);
      await release(first);
      // Whoever goes back and chooses the same time has it.
      const second = await hold();
      await pass(9);
      await release(second);
      const third = await hold();
      await pass(1);
      await release(third);
      await assert.rejects(hold(), isUnkept);
      assert.ok(await isFree());
      assert.equal((await book()).status, 'confirmed');
    });

    it('counts a hold that ran out until it did, and what is over for four hours no more', async () => {
      const { hold } = await visiting();
      for (let times = 0; times < 4; times += 1) {
        await hold();
        await earlier(30);
        await tidy(test.database, Date.now());
      }
      await assert.rejects(hold(), isUnkept);
      // The first of them began two hours ago.
      await earlier(110);
      await assert.rejects(hold(), isUnkept);
      await earlier(20);
      assert.ok(await hold());
    });

    it('is not made longer by holding the same time in place of itself', async () => {
      const { hold } = await visiting();
      const first = await hold();
      await pass(39);
      await test.database.query(`update booking set hold_expires_at = clock_timestamp() + interval '1 minute'`);
      const longer = await hold(first);
      assert.equal(longer.holdId, first.holdId);
      assert.ok(longer.expiresInMs > 9 * MINUTE);
      await pass(1);
      await test.database.query(`update booking set hold_expires_at = clock_timestamp() + interval '1 minute'`);
      const same = await hold(longer);
      assert.equal(same.holdId, first.holdId);
      assert.ok(same.expiresInMs <= MINUTE);
    });

    it('is not made longer by extending what somebody else has kept as long before', async () => {
      const { hold, release, extend } = await visiting();
      const first = await hold();
      await pass(30);
      await release(first);
      const second = await hold();
      await pass(9);
      await test.database.query(`update booking set hold_expires_at = clock_timestamp() + interval '1 minute'
        where status = 'held'`);
      assert.ok((await extend(second)).expiresInMs > 9 * MINUTE, 'control: not yet');
      await pass(1);
      await test.database.query(`update booking set hold_expires_at = clock_timestamp() + interval '1 minute'
        where status = 'held'`);
      assert.ok((await extend(second)).expiresInMs <= MINUTE);
    });

    it('is over for what overlaps it, too, which is not refused as taken by who keeps it', async () => {
      const adapter = adapterOver(test.database);
      const { slots } = await adapter.listSlots({ service: 'consultation', practitioner: 'maya', from: soon() });
      const [first, next] = slots;
      assert.ok(first && next && first.end > next.start);
      const hold = (slotId: string, replaces?: HoldProof) =>
        adapter.holdSlot?.({ service: 'consultation', slotId, ...(replaces && { replaces }) }, key());
      const held = await hold(first.id);
      assert.ok(held);
      await pass(40);
      await assert.rejects(
        async () => hold(next.id),
        (error) => isSmpError(error, 'slot-taken'),
        'control: another’s',
      );
      const mine = { holdId: held.holdId, holdToken: held.holdToken };
      await assert.rejects(async () => hold(next.id, mine), isUnkept);
      assert.equal(await test.count('booking', `status = 'held'`), 1);
      await adapter.releaseHold?.(mine, key());
      await adapter.createBooking({ service: 'consultation', slotId: next.id, ...visitor() }, key());
    });

    it('counts once what two hold at the same time', async () => {
      const adapter = adapterOver(test.database);
      const { slots } = await adapter.listSlots({ service: 'consultation', practitioner: 'maya', from: soon() });
      const [first, between, last] = slots;
      assert.ok(first && between && last);
      assert.ok(first.end > between.start && between.end > last.start && first.end <= last.start);
      const hold = async (slotId: string) => {
        const held = await adapter.holdSlot?.({ service: 'consultation', slotId }, key());
        assert.ok(held);
        return held;
      };
      const release = ({ holdId, holdToken }: Hold) => adapter.releaseHold?.({ holdId, holdToken }, key());
      const both = [await hold(first.id), await hold(last.id)];
      await pass(20);
      for (const one of both) await release(one);
      const third = await hold(between.id);
      await pass(19);
      await release(third);
      const fourth = await hold(between.id);
      await pass(1);
      await release(fourth);
      await assert.rejects(hold(between.id), isUnkept, 'control: 40 minutes by the clock');
    });

    it('counts a hold until it ran out that is let go long after', async () => {
      const { hold, release } = await visiting();
      const first = await hold();
      await earlier(100);
      await release(first);
      assert.ok(await hold());
    });

    it('is each practitioner’s own, and the next one keeps theirs', async () => {
      const timesOf = async (practitioner: string) => {
        const { slots } = await adapterOver(test.database).listSlots({
          service: 'consultation',
          from: soon(),
          practitioner,
        });
        return new Set(slots.map(({ start, location }) => `${start} ${location}`));
      };
      const [maya, idris] = [await timesOf('maya'), await timesOf('idris')];
      const isShared = ({ start, location }: Slot) => [maya, idris].every((times) => times.has(`${start} ${location}`));
      const { hold, release } = await visiting({}, isShared);
      const first = await hold();
      await pass(40);
      await release(first);
      const other = await hold();
      assert.notEqual(other.slot.practitioner, first.slot.practitioner);
    });

    it('refuses as taken what somebody holds who was quicker', async () => {
      const { hold, release } = await visiting();
      const first = await hold();
      await pass(39);
      await release(first);
      await hold();
      await pass(5);
      await assert.rejects(hold(), (error) => isSmpError(error, 'slot-taken'));
    });

    it('does not count what was kept for somebody from the waiting list', async () => {
      const { hold, release } = await visiting();
      const offered = await hold();
      await pass(200);
      await release(offered);
      await test.database.query(
        `insert into waitlist_offer (id, booking_id, slot_id, expires_at, created_at)
         values (gen_random_uuid(), $1, 'any', now(), now())`,
        [offered.holdId],
      );
      assert.ok(await hold());
    });
  });
}
