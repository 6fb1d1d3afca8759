import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Condition as ConditionSchema } from '../../../src/domain/consultation/condition-schema.js';
import { partsOf } from '../../../src/domain/consultation/condition-parts.js';
import { holds, MAX_CONDITION_DEPTH, type Condition } from '../../../src/domain/consultation/condition.js';

const leaf: Condition = { question: 'a', is: 'yes' };

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let condition: unknown = leaf;
  for (let level = 1; level < depth; level++) condition = wrap(condition);
  return condition;
}

const WRAPS = [
  (inner: unknown) => ({ not: inner }),
  (inner: unknown) => ({ all: [inner] }),
  (inner: unknown) => ({ any: [inner, inner] }),
];

describe('a condition', () => {
  it('looks at one value, at several, at numbers, and at whether there is an answer', () => {
    assert.equal(holds({ question: 'a', is: 'yes' }, { a: 'yes' }), true);
    assert.equal(holds({ question: 'a', is: ['no', 'yes'] }, { a: ['yes', 'maybe'] }), true);
    assert.equal(holds({ question: 'a', is: 'yes' }, { a: 'no' }), false);
    assert.equal(holds({ question: 'a', is: 'yes' }, {}), false);
    assert.equal(holds({ question: 'a', min: 2, max: 4 }, { a: 4 }), true);
    assert.equal(holds({ question: 'a', min: 2 }, { a: 1 }), false);
    assert.equal(holds({ question: 'a', max: 4 }, {}), false);
    assert.equal(holds({ question: 'a', answered: false }, {}), true);
    assert.equal(holds({ question: 'a', answered: true }, { a: '2024' }), true);
  });

  it('combines as logic does', () => {
    const b: Condition = { question: 'b', is: 'yes' };
    const values = fc.constantFrom('yes', 'no');
    fc.assert(
      fc.property(values, values, (one, other) => {
        const answers = { a: one, b: other };
        const both = holds({ all: [leaf, b] }, answers);
        assert.equal(both, one === 'yes' && other === 'yes');
        assert.equal(holds({ not: { any: [{ not: leaf }, { not: b }] } }, answers), both);
      }),
    );
  });

  it('names the conditions it is made of', () => {
    assert.deepEqual(partsOf({ all: [leaf, { not: { any: [leaf] } }] }), [leaf, leaf]);
  });
});

describe('the schema of conditions', () => {
  it('takes what is nested as deep as is allowed, and nothing deeper', () => {
    for (const wrap of WRAPS) {
      assert.ok(ConditionSchema.safeParse(nested(MAX_CONDITION_DEPTH, wrap)).success);
      assert.equal(ConditionSchema.safeParse(nested(MAX_CONDITION_DEPTH + 1, wrap)).success, false);
    }
  });

  it('refuses 100 and 100,000 levels, and a circle, without running out of stack', () => {
    const circle: Record<string, unknown> = {};
    circle['not'] = circle;
    for (const hostile of [
      nested(100, (inner) => ({ not: inner })),
      nested(100_000, (inner) => ({ all: [inner] })),
      circle,
    ]) {
      assert.equal(ConditionSchema.safeParse(hostile).success, false);
    }
  });

  it('costs little, also for a wide condition with a mistake at its bottom', () => {
    let wide: unknown = { question: 'a', is: 'not a code' };
    for (let level = 1; level < MAX_CONDITION_DEPTH; level++) wide = { any: Array.from({ length: 6 }, () => wide) };
    const before = performance.now();
    assert.equal(ConditionSchema.safeParse(wide).success, false);
    assert.ok(performance.now() - before < 2000);
  });

  it('refuses what is not quite a condition', () => {
    for (const wrong of [
      {},
      null,
      [],
      'a',
      { question: 'a', is: [] },
      { question: 'a', is: 'x', min: 1 },
      { all: [] },
    ]) {
      assert.equal(ConditionSchema.safeParse(wrong).success, false, JSON.stringify(wrong));
    }
  });
});
