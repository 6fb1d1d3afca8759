import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contactHint } from '../../../src/domain/care/contact-hint.js';
import { checkTouchUpSettings } from '../../../src/domain/care/touch-up-settings.js';
import { TOUCH_UP_SOURCES } from '../../../src/domain/care/touch-up-sources.js';
import { DEFAULT_TOUCH_UPS, refreshMonths, touchUpEstimate } from '../../../src/domain/care/touch-up.js';
import type { FadeAnswers } from '../../../src/domain/care/touch-up.js';

const answers: fc.Arbitrary<FadeAnswers> = fc.record({
  skin: fc.constantFrom('dry', 'normal', 'oily', undefined),
  sun: fc.constantFrom('low', 'medium', 'high', undefined),
  scar: fc.constantFrom(true, false, undefined),
});

describe('touchUpEstimate', () => {
  it('looks again after six weeks, a year and 30 months when nothing is known', () => {
    assert.deepEqual(touchUpEstimate('2026-11-24'), {
      check: '2027-01-05',
      review: '2027-11-24',
      refresh: '2029-05-24',
      refreshMonths: 30,
    });
  });

  it('brings a refresh forward for oily skin, much sun and scars, half a year each', () => {
    assert.equal(refreshMonths({ skin: 'oily' }), 24);
    assert.equal(refreshMonths({ sun: 'high' }), 24);
    assert.equal(refreshMonths({ scar: true }), 24);
    assert.equal(refreshMonths({ skin: 'oily', sun: 'high' }), 18);
    assert.equal(refreshMonths({ skin: 'oily', sun: 'high', scar: true }), 12);
  });

  it('puts it off by a year for dry skin only if it sees little sun', () => {
    assert.equal(refreshMonths({ skin: 'dry', sun: 'low' }), 42);
    assert.equal(refreshMonths({ skin: 'dry', sun: 'medium' }), 30);
    assert.equal(refreshMonths({ skin: 'normal', sun: 'low' }), 30);
    assert.equal(refreshMonths({ skin: 'dry', sun: 'low', scar: true }), 36);
  });

  it('stays between one year and five', () => {
    assert.equal(refreshMonths({ skin: 'oily', sun: 'high', scar: true }, 12), 12);
    assert.equal(refreshMonths({ skin: 'dry', sun: 'low' }, 60), 60);
  });

  it('takes the last day of a shorter month', () => {
    assert.equal(touchUpEstimate('2027-02-28').review, '2028-02-28');
    assert.equal(touchUpEstimate('2024-02-29').review, '2025-02-28');
    assert.equal(touchUpEstimate('2026-08-31', { scar: true }).refresh, '2028-08-31');
    assert.equal(touchUpEstimate('2026-08-31').refresh, '2029-02-28');
  });

  it('never puts the review after the refresh', () => {
    const { review, refresh } = touchUpEstimate(
      '2026-01-15',
      { skin: 'oily', sun: 'high', scar: true },
      { ...DEFAULT_TOUCH_UPS, reviewMonths: 24 },
    );
    assert.equal(review, refresh);
    assert.equal(refresh, '2027-01-15');
  });

  it('refuses what is no date', () => {
    for (const wrong of ['', '2026-02-30', 'soon', '2026-1-1']) assert.throws(() => touchUpEstimate(wrong), RangeError);
  });

  it('keeps its order and its limits whatever is said, for all that a clinic may set', () => {
    fc.assert(
      fc.property(
        answers,
        fc.integer({ min: 0, max: 20_000 }),
        fc.record({
          checkWeeks: fc.integer({ min: 1, max: 24 }),
          reviewMonths: fc.integer({ min: 6, max: 24 }),
          refreshMonths: fc.integer({ min: 12, max: 60 }),
        }),
        (said, day, settings) => {
          const last = new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10);
          const { check, review, refresh, refreshMonths: months } = touchUpEstimate(last, said, settings);
          assert.ok(last < check && check < review && review <= refresh);
          assert.ok(months >= 12 && months <= 60);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('checkTouchUpSettings', () => {
  it('has nothing to say of a clinic that sets nothing', () => {
    assert.deepEqual(checkTouchUpSettings(undefined), { settings: DEFAULT_TOUCH_UPS, problems: [] });
    assert.deepEqual(checkTouchUpSettings({}), { settings: DEFAULT_TOUCH_UPS, problems: [] });
  });

  it('takes what a clinic sets', () => {
    const { settings, problems } = checkTouchUpSettings({ checkWeeks: 4, refreshMonths: 48 });
    assert.deepEqual(settings, { ...DEFAULT_TOUCH_UPS, checkWeeks: 4, refreshMonths: 48 });
    assert.deepEqual(problems, []);
  });

  it('takes the ways that a clinic reminds by, or none, and no others', () => {
    const channelsOf = (channels: unknown) => checkTouchUpSettings({ channels }).settings.channels;
    assert.deepEqual(channelsOf(['sms', 'email']), ['email', 'sms']);
    assert.deepEqual(channelsOf([]), []);
    for (const wrong of [['fax'], 'email', [undefined], null]) {
      assert.deepEqual(channelsOf(wrong), ['email']);
      assert.deepEqual(
        checkTouchUpSettings({ channels: wrong }).problems.map(({ path }) => path),
        ['channels'],
      );
    }
  });

  it('names each mistake and keeps the rest', () => {
    const { settings, problems } = checkTouchUpSettings({
      checkWeeks: 0,
      reviewMonths: '12',
      refreshMonths: 24,
      refresh: 24,
    });
    assert.deepEqual(settings, { ...DEFAULT_TOUCH_UPS, refreshMonths: 24 });
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['checkWeeks', 'reviewMonths', 'refresh'],
    );
  });

  it('never throws and never lets a wrong figure through', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, weeks) => {
        for (const given of [value, { checkWeeks: weeks }]) {
          const { settings } = checkTouchUpSettings(given);
          assert.ok(Number.isInteger(settings.checkWeeks) && settings.checkWeeks >= 1 && settings.checkWeeks <= 24);
        }
      }),
    );
  });
});

describe('TOUCH_UP_SOURCES', () => {
  it('gives every figure a page that can be read', () => {
    for (const { spread, sources } of Object.values(TOUCH_UP_SOURCES)) {
      assert.ok(spread.endsWith('.') && sources.length > 0);
      for (const { url } of sources) assert.equal(new URL(url).protocol, 'https:');
    }
    const { channels: _, ...figures } = DEFAULT_TOUCH_UPS;
    for (const name of Object.keys(figures)) assert.ok(name in TOUCH_UP_SOURCES, name);
  });
});

describe('contactHint', () => {
  it('hides all but what its owner recognises', () => {
    assert.equal(contactHint({ email: 'robin@example.org' }), 'r•••@example.org');
    assert.equal(contactHint({ phone: '+44 7700 900142' }), '••• 42');
    assert.equal(contactHint({ email: 'robin@example.org', phone: '07700 900142' }), 'r•••@example.org, ••• 42');
    assert.equal(contactHint({}), '•••');
  });

  it('does not tell how long a name is', () => {
    assert.equal(contactHint({ email: 'r@example.org' }), contactHint({ email: 'robin.longname@example.org' }));
  });
});
