import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tidy } from '../../demo/backend/housekeeping.js';
import { adapterOver, operationId, soon, touchUpWish, useDatabase, visitor } from '../support/backend.js';

const NOTHING = { expired: 0, holds: 0, operations: 0, touchUps: 0, waiting: 0 };
const DAY = 86_400_000;

describe('tidy', () => {
  const test = useDatabase('postgres');

  it('marks holds that ran out, and forgets spent ones and old operation ids, but no booking', async () => {
    await test.clear();
    const adapter = adapterOver(test.database);
    const { slots } = await adapter.listSlots({ service: 'consultation', practitioner: 'maya', from: soon() });
    const hold = (index: number) =>
      adapter.holdSlot?.({ service: 'consultation', slotId: slots[index]?.id ?? '' }, { operationId: operationId() });
    const [first, second] = [await hold(0), await hold(6)];
    assert.ok(first && second);
    const slotId = slots[6]?.id ?? '';
    await adapter.createBooking(
      { service: 'consultation', slotId, hold: second, ...visitor() },
      { operationId: operationId() },
    );
    await test.expireHolds();
    assert.deepEqual(await tidy(test.database, Date.now()), { ...NOTHING, expired: 1 });
    await test.database.query(`update idempotency set created_at = clock_timestamp() - interval '25 hours'`);
    await test.database.query(`update booking set updated_at = clock_timestamp() - interval '49 hours'`);
    assert.deepEqual(await tidy(test.database, Date.now()), { ...NOTHING, holds: 1, operations: 3 });
    assert.deepEqual(await test.database.query('select status from booking'), [{ status: 'confirmed' }]);
    assert.equal(await test.count('client_details'), 1);
  });

  it('forgets who stopped their reminders a month ago, and whose last date is long past', async () => {
    await test.clear();
    const now = Date.now();
    const adapter = adapterOver(test.database);
    for (const name of ['ended', 'stopped', 'ahead']) {
      const wish = touchUpWish(`${name}@example.com`, name === 'ended' ? '2020-01-10' : '2026-11-20');
      await adapter.signUpForTouchUps?.(wish, { operationId: operationId() });
    }
    await test.database.query(`update touch_up set stopped_at = to_timestamp($1::float8) where email like 'stopped%'`, [
      now / 1000,
    ]);
    assert.deepEqual(await tidy(test.database, now + 29 * DAY), { ...NOTHING, touchUps: 1, waiting: 0 });
    assert.deepEqual(await tidy(test.database, now + 31 * DAY), { ...NOTHING, touchUps: 1, waiting: 0 });
    assert.deepEqual(await test.database.query('select email from touch_up'), [{ email: 'ahead@example.com' }]);
  });
});
