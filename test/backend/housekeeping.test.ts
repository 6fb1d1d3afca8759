import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tidy } from '../../demo/backend/housekeeping.js';
import { adapterOver, operationId, soon, useDatabase, visitor } from '../support/backend.js';

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
    assert.deepEqual(await tidy(test.database), { expired: 1, holds: 0, operations: 0 });
    await test.database.query(`update idempotency set created_at = clock_timestamp() - interval '25 hours'`);
    await test.database.query(`update booking set updated_at = clock_timestamp() - interval '49 hours'`);
    assert.deepEqual(await tidy(test.database), { expired: 0, holds: 1, operations: 3 });
    assert.deepEqual(await test.database.query('select status from booking'), [{ status: 'confirmed' }]);
    assert.equal(await test.count('client_details'), 1);
  });
});
