import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge, LIMITS, type Limit } from '../bench/limits.mjs';

const speed = { coarseMs: 100, fineMs: 800, fieldMs: 5, redrawMs: 3, viewMs: 60, plainMs: 10 };
const clicks = { day: { medianMs: 40 }, month: { medianMs: 40 } };
const figures = ['pglite', 'postgres'].flatMap((engine) =>
  ['slots', 'holds', 'bookings'].flatMap((what) =>
    [0, 20_000].map((stored) => ({ engine, what, stored, p50Ms: 10 + stored / 10_000 })),
  ),
);
const RESULTS = {
  loading: { bare: {}, loader: { paintRatio: 0.5, readyRatio: 1.7 } },
  interaction: { ordinary: clicks, '10,080 times': clicks },
  drawing: { 1: speed, 4: speed, cycles: { canvasPixelsKept: 0 } },
  leaks: { growth: { heap: 0.01, nodes: 0, listeners: -0.02 } },
  backend: { figures },
};

const slower = (by: number) => Object.fromEntries(Object.entries(speed).map(([name, time]) => [name, time * by]));

describe('the limits of the benches', () => {
  it('are kept by what has been reached', () => {
    assert.deepEqual(
      judge(RESULTS).filter(({ isWithin }) => !isWithin),
      [],
    );
    assert.equal(judge(RESULTS).length, LIMITS.length);
  });

  it('are asked for what was measured only', () => {
    const { leaks } = RESULTS;
    assert.deepEqual(
      judge({ leaks }).map(({ name }) => name),
      ['growth of heap', 'growth of nodes', 'growth of listeners'],
    );
  });

  it('each fail what is over it, and what is no number', () => {
    const isWithin = (limit: Limit, value: number) => judge(RESULTS, [{ ...limit, of: () => value }])[0]?.isWithin;
    for (const one of LIMITS) {
      assert.equal(isWithin(one, one.limit), true, one.name);
      assert.equal(isWithin(one, one.limit + 1e-6), false, one.name);
      assert.equal(isWithin(one, NaN), false, one.name);
    }
  });

  it('take no machine for slow code', () => {
    const slow = { ...RESULTS, drawing: { ...RESULTS.drawing, 1: slower(3), 4: slower(3) } };
    assert.ok(judge(slow).every(({ isWithin }) => isWithin));
  });

  it('see code that became slow', () => {
    const redrawnPlainly = { ...RESULTS, drawing: { ...RESULTS.drawing, 1: { ...speed, redrawMs: 25 } } };
    const fullOfBookings = {
      ...RESULTS,
      backend: {
        figures: figures.map((figure) =>
          figure.engine === 'postgres' && figure.what === 'holds' && figure.stored > 0
            ? { ...figure, p50Ms: 107 }
            : figure,
        ),
      },
    };
    const over = (results: Readonly<Record<string, unknown>>) =>
      judge(results)
        .filter(({ isWithin }) => !isWithin)
        .map(({ name }) => name);
    assert.deepEqual(over(redrawnPlainly), ['redrawn, beside 40,000 plain dots']);
    assert.deepEqual(over(fullOfBookings), ['holds on postgres with a year stored, beside an empty year']);
  });
});
