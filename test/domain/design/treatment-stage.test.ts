import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTreatmentStage, lookOf, numberOf, shareAfter } from '../../../src/domain/design/treatment-stage.js';
import type { TreatmentStage } from '../../../src/domain/design/treatment-stage.js';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('treatment stages', () => {
  it('are known by their names', () => {
    const stages = ['before', 'healed', 'session-1', 'session-99', 'years-1', 'years-10'];
    assert.deepEqual(stages.filter(isTreatmentStage), stages);
    const others = ['', 'after', 'session', 'session-', 'session-0', 'session-01', 'session-100', 'years--1'];
    const more = ['years-1.5', 'years-1\n', 'Healed', ' healed', 'days-3', 'xsession-1', 'constructor'];
    assert.deepEqual([...others, ...more].filter(isTreatmentStage), []);
  });

  it('tell the number of a session or of years, and 0 for others', () => {
    assert.deepEqual([numberOf('session-2', 'session'), numberOf('session-2', 'years')], [2, 0]);
    assert.deepEqual([numberOf('years-12', 'years'), numberOf('years-12', 'session')], [12, 0]);
    assert.deepEqual([numberOf('healed', 'session'), numberOf('before', 'years')], [0, 0]);
  });
});

describe('shareAfter', () => {
  it('gives 30, 70 and 100 % of three sessions', () => {
    assert.deepEqual(
      [1, 2, 3].map((session) => shareAfter(session, 3)),
      [0.3, 0.7, 1],
    );
  });

  for (const sessions of range(1, 6)) {
    it(`rises to the whole with each of ${sessions} sessions`, () => {
      const shares = range(1, sessions).map((session) => shareAfter(session, sessions));
      assert.equal(shares.at(-1), 1);
      shares.reduce((before, share) => {
        assert.ok(share > before && share <= 1, String(shares));
        return share;
      }, 0);
    });
  }

  it('gives less after the same session the more there are', () => {
    for (const sessions of range(1, 5)) assert.ok(shareAfter(1, sessions) > shareAfter(1, sessions + 1));
  });

  it('stays whole in sessions that come on top', () => assert.equal(shareAfter(5, 3), 1));
});

describe('lookOf', () => {
  it('has no dots before, and all of them healed', () => {
    assert.equal(lookOf('before', 3).share, 0);
    assert.deepEqual(lookOf('healed', 3), { share: 1, strength: 1, width: 1, redness: 0 });
  });

  it('is darker, wider and redder right after a session than healed', () => {
    const fresh = lookOf('session-2', 3);
    assert.ok(fresh.strength > 1 && fresh.width > 1 && fresh.redness > 0);
    assert.equal(fresh.share, 0.7);
  });

  it('fades and spreads from year to year, to half after five', () => {
    const looks = range(1, 20).map((years) => lookOf(`years-${years}`, 3));
    looks.reduce(
      (before, look) => {
        assert.ok(look.strength < before.strength && look.strength > 0);
        assert.ok(look.width > before.width && look.width < 2);
        assert.deepEqual([look.share, look.redness], [1, 0]);
        return look;
      },
      lookOf('healed', 3),
    );
    assert.equal(lookOf('years-5', 3).strength, 0.5);
  });

  it('is the same for any number of sessions once they are over', () => {
    for (const stage of ['before', 'healed', 'years-3'] satisfies TreatmentStage[]) {
      assert.deepEqual(lookOf(stage, 1), lookOf(stage, 6));
    }
  });
});
