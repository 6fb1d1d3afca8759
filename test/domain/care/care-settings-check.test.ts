import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkCareSettings } from '../../../src/domain/care/care-settings-check.js';
import { CARE_RANGES } from '../../../src/domain/care/care-choice.js';
import { DEFAULT_CARE_SETTINGS } from '../../../src/domain/care/care-settings.js';
import { RED_FLAGS } from '../../../src/domain/care/red-flag.js';

const paths = (value: unknown): string[] => checkCareSettings(value).problems.map(({ path }) => path);

describe('the check of care settings', () => {
  it('takes a right one as it is', () => {
    const given = {
      shave: 'day-before',
      dryDays: 5,
      alcoholHours: 72,
      emergency: '999',
      extra: [{ part: 'aftercare', kind: 'avoid', day: 2, until: 9, text: 'Motorbike helmets.' }],
      without: ['no-caffeine'],
    };
    assert.deepEqual(checkCareSettings(given), { settings: { ...DEFAULT_CARE_SETTINGS, ...given }, problems: [] });
  });

  it('names each mistake by its path and keeps the default', () => {
    const wrong = {
      shave: 'bald',
      dryDays: 9,
      alcoholHours: 30,
      emergency: 'call me',
      extra: [{ part: 'aftercare', kind: 'avoid', day: 2, until: 1, text: 'x' }, { part: 'now' }],
      without: ['eat', 'eating'],
      dry: 4,
    };
    assert.deepEqual(paths(wrong), [
      'dry',
      'dryDays',
      'alcoholHours',
      'emergency',
      'shave',
      'extra[0].until',
      'extra[1].part',
      'without[1]',
    ]);
    assert.deepEqual(checkCareSettings(wrong).settings, { ...DEFAULT_CARE_SETTINGS, without: ['eat'] });
  });

  it('lets no red flag be taken out', () => {
    const flags = Object.values(RED_FLAGS).flat();
    assert.equal(paths({ without: flags }).length, flags.length);
    assert.deepEqual(checkCareSettings({ without: flags }).settings.without, []);
  });

  it('never throws, and stays within the ranges', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.integer(), (value, part, number) => {
        for (const given of [value, { dryDays: part, extra: part, without: value, spf: number, sunDays: number }]) {
          const { settings } = checkCareSettings(given);
          for (const [name, [least, most]] of Object.entries(CARE_RANGES)) {
            const set = settings[name as keyof typeof CARE_RANGES];
            assert.ok(set >= least && set <= most);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has defaults that it would take', () => {
    assert.deepEqual(paths(DEFAULT_CARE_SETTINGS), []);
  });
});
