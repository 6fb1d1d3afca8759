import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkGaps } from '../../../src/domain/course/course-check.js';
import { addDays } from '../../../src/domain/time/plain-date.js';

const GAP = { min: 7, default: 10, max: 30 };
const on = (...days: readonly number[]) => days.map((day) => addDays('2027-03-01', day));

/** What is wrong with sessions on these days, which so far are on those. */
function issue(days: readonly number[], stood?: readonly number[]): unknown {
  try {
    checkGaps(on(...days), GAP, stood && on(...stood));
    return undefined;
  } catch (error) {
    return (error as { issues?: readonly { pointer: string; code: string }[] }).issues?.[0];
  }
}

describe('checkGaps', () => {
  it('names the session that is too near to the one before it, or too far', () => {
    assert.equal(issue([0, 7, 37]), undefined);
    assert.deepEqual(issue([0, 6, 16]), { pointer: '/sessions/1', code: 'too-soon' });
    assert.deepEqual(issue([0, 10, 41]), { pointer: '/sessions/2', code: 'too-late' });
    assert.deepEqual(issue([10, 0]), { pointer: '/sessions/1', code: 'too-soon' });
  });

  it('lets what was out of bounds before a change be, or get better', () => {
    // The session between the first two was cancelled.
    assert.equal(issue([0, 40, 55], [0, 40, 50]), undefined);
    assert.equal(issue([0, 38, 50], [0, 40, 50]), undefined);
    assert.equal(issue([0, 4], [0, 3]), undefined);
  });

  it('refuses what gets worse, whatever it was', () => {
    assert.deepEqual(issue([0, 41, 50], [0, 40, 50]), { pointer: '/sessions/1', code: 'too-late' });
    assert.deepEqual(issue([0, 40, 71], [0, 40, 50]), { pointer: '/sessions/2', code: 'too-late' });
    assert.deepEqual(issue([0, 2], [0, 3]), { pointer: '/sessions/1', code: 'too-soon' });
    assert.deepEqual(issue([0, 40, 46], [0, 40, 50]), { pointer: '/sessions/2', code: 'too-soon' });
  });
});
