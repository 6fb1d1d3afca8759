import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseSlotId, slotId, type SlotKey } from '../../src/domain/slot-id.js';
import { Id } from '../../src/domain/text.js';
import { caseCount } from '../support/case-count.js';

const PRINTABLE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index));
const id = fc.oneof(
  fc.string({ unit: fc.constantFrom(...PRINTABLE), minLength: 1, maxLength: 12 }),
  fc.constantFrom('*', '~', '%', '%2A', '~~', 'undefined', '__proto__', 'constructor'),
);
const key = fc.record(
  {
    service: id,
    practitioner: id,
    location: id,
    start: fc.integer({ min: 0, max: 100_000_000 }).map((m) => m * 60_000),
  },
  { requiredKeys: ['service', 'start'] },
) as fc.Arbitrary<SlotKey>;

describe('slot ids', () => {
  it('say what they were made of, and are ids', () => {
    fc.assert(
      fc.property(key, (slot) => {
        const text = slotId(slot);
        assert.deepEqual(parseSlotId(text), { ...slot });
        assert.ok(Id.safeParse(text).success);
      }),
      { numRuns: caseCount(20_000) },
    );
  });

  it('differ when the slots differ', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        const same = (['service', 'practitioner', 'location', 'start'] as const).every(
          (name) => one[name] === other[name],
        );
        assert.equal(slotId(one) === slotId(other), same);
      }),
      { numRuns: caseCount(20_000) },
    );
  });

  it('tell a practitioner named * from anyone', () => {
    assert.equal(slotId({ service: 's', start: 0 }), 's~*~~0');
    assert.equal(slotId({ service: 's', practitioner: '*', start: 0 }), 's~%2A~~0');
  });

  it('are written in one way only', () => {
    const noise = fc.string({ unit: fc.constantFrom(...Array.from('ab~*%207EeA-Z01.')) });
    const bent = fc
      .tuple(key, fc.nat(40), noise)
      .map(([slot, at, text]) => slotId(slot).slice(0, at) + text + slotId(slot).slice(at));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), noise, bent), (text) => {
        const found = parseSlotId(text);
        if (found) assert.equal(slotId(found), text);
      }),
      { numRuns: caseCount(20_000) },
    );
    for (const text of [
      '',
      's',
      's~*~',
      's~*~~',
      '~*~~0',
      's~~~0',
      's~*~~00',
      's~*~~-0',
      's~*~~0~',
      's~*~~1.5',
      's~*~~A',
      '%73~*~~0',
      's~%~~0',
      's~*~~zzzzzzzzzzz',
    ]) {
      assert.equal(parseSlotId(text), undefined, text);
    }
  });

  it('have room for three UUIDs and refuse what does not fit', () => {
    const uuid = '123e4567-e89b-12d3-a456-426614174000';
    const slot: SlotKey = { service: uuid, practitioner: uuid, location: uuid, start: Date.UTC(2026, 10, 22) };
    assert.deepEqual(parseSlotId(slotId(slot)), slot);
    assert.throws(() => slotId({ ...slot, location: uuid + uuid }), RangeError);
    assert.equal(parseSlotId(`${'s'.repeat(130)}~*~~0`), undefined);
  });
});
