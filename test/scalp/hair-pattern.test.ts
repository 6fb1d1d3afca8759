import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HAIR_LOSS_BANDS, type HairLossPattern } from '../../src/domain/consultation/hair-loss.js';
import { dotField } from '../../src/scalp/dot-field.js';
import { hairDensity } from '../../src/scalp/hair-pattern.js';
import { unitsOfMm } from '../../src/scalp/scalp-chart.js';
import { apart, type Place } from './skin-patch.js';

const PATTERNS = Object.keys(HAIR_LOSS_BANDS) as HairLossPattern[];
const FIELD = dotField(1);
const PLACES = Array.from({ length: FIELD.count }, (_, i): Place => [
  FIELD.places[3 * i] ?? NaN,
  FIELD.places[3 * i + 1] ?? NaN,
  FIELD.places[3 * i + 2] ?? NaN,
]);
const HAIR = new Map(PATTERNS.map((pattern) => [pattern, hairDensity(FIELD, pattern)]));
const hairOf = (pattern: HairLossPattern) => HAIR.get(pattern) ?? new Float32Array();

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const FULL = Math.max(...hairOf('norwood-1'));
/** Mean hair within a cm of a place, as a part of a full head's. */
function around(pattern: HairLossPattern, middle: Place): number {
  return mean([...hairOf(pattern)].filter((_, i) => apart(PLACES[i] ?? middle, middle) < 10)) / FULL;
}
const total = (pattern: HairLossPattern) => hairOf(pattern).reduce((sum, one) => sum + one, 0);

const FRONT: Place = [0, 105, 35];
const TOP: Place = [0, 118, -8];
const CROWN: Place = [0, 107, -62];
const SIDES: readonly Place[] = [
  [72, 40, -30],
  [-72, 40, -30],
];
const BACK: Place = [0, 14, -108];

describe('hairDensity', () => {
  for (const pattern of PATTERNS) {
    it(`is never less than none, nor more than a full head’s: ${pattern}`, () => {
      assert.ok(hairOf(pattern).every((hair) => hair >= 0 && hair <= FULL));
    });
  }

  it('is natural where nothing is lost', () => {
    assert.ok(FULL >= 65 && FULL <= 110);
    for (const place of [FRONT, TOP, CROWN, ...SIDES, BACK]) assert.ok(around('norwood-1', place) > 0.9);
    // The forehead stays free.
    const forehead = PLACES.map((place, i) => [place, hairOf('norwood-1')[i] ?? NaN] as const);
    assert.ok(forehead.every(([[x, y, z], hair]) => z < 72 || Math.abs(x) > 20 || y > 75 || hair === 0));
  });

  it('falls from stage to stage', () => {
    for (const stages of [
      ['norwood-1', 'norwood-2', 'norwood-3', 'norwood-3-vertex', 'norwood-4', 'norwood-5', 'norwood-6', 'norwood-7'],
      ['norwood-1', 'norwood-2a', 'norwood-3a', 'norwood-4a', 'norwood-5a', 'norwood-6'],
      ['norwood-1', 'ludwig-1', 'ludwig-2', 'ludwig-3', 'chemo', 'aa-totalis'],
    ] as const) {
      const totals = stages.map(total);
      totals.forEach((one, i) => assert.ok(i === 0 || one < (totals[i - 1] ?? NaN) * 0.995, `${stages[i]}: ${one}`));
    }
  });

  it('leaves the sides where the top is bare', () => {
    for (const pattern of ['norwood-6', 'norwood-7'] as const) {
      for (const place of [FRONT, TOP, CROWN]) assert.ok(around(pattern, place) < 0.02, pattern);
    }
    for (const place of [...SIDES, BACK]) {
      assert.ok(around('norwood-6', place) > 0.85);
      assert.ok(around('norwood-7', place) > 0.6 && around('norwood-7', place) < 0.85);
    }
    assert.ok(around('norwood-1', TOP) > 0.9);
  });

  it('goes at the crown, straight back, or all over the top, as the scales draw it', () => {
    assert.ok(around('norwood-3-vertex', CROWN) < 0.2 && around('norwood-3-vertex', TOP) > 0.8);
    assert.ok(around('norwood-3-vertex', FRONT) > 0.8);
    assert.ok(around('norwood-4a', FRONT) < 0.1 && around('norwood-4a', CROWN) > 0.9);
    assert.ok(around('norwood-5a', TOP) < 0.1);
    // A woman's parting thins out and her hairline stays.
    for (const pattern of ['ludwig-1', 'ludwig-2', 'ludwig-3'] as const) {
      assert.ok(around(pattern, TOP) < 0.7 && around(pattern, BACK) > 0.95);
    }
  });

  it('is gone all over, around, in patches, or thin everywhere', () => {
    assert.equal(total('aa-totalis'), 0);
    assert.equal(total('aa-universalis'), 0);
    assert.ok(around('aa-ophiasis', TOP) > 0.95 && around('aa-ophiasis', BACK) < 0.2);
    for (const place of [TOP, ...SIDES, BACK]) {
      assert.ok(around('chemo', place) < 0.15 && around('chemo', place) > 0.05);
      assert.ok(around('diffuse', place) > 0.35 && around('diffuse', place) < 0.55);
    }
    const patchy = [...hairOf('aa-patchy')].filter((hair) => hair === 0).length;
    const whole = [...hairOf('norwood-1')].filter((hair) => hair === 0).length;
    assert.ok(patchy > whole + 1000);
    for (const pattern of ['scarring', 'surgical-trauma'] as const) assert.ok(total(pattern) < total('norwood-1'));
  });

  it('has a bare line at the back after strip surgery, and many small spots after single ones', () => {
    const bare = (pattern: HairLossPattern) =>
      PLACES.map((place, i) => ({ place, i })).filter(
        ({ place, i }) => place[2] < -70 && place[1] > -20 && (hairOf(pattern)[i] ?? NaN) < FULL * 0.1,
      );
    assert.equal(bare('norwood-1').length, 0);
    const line = bare('scar-fut');
    const xs = line.map(({ place }) => place[0]);
    assert.ok(Math.min(...xs) < -45 && Math.max(...xs) > 45, `${Math.min(...xs)} to ${Math.max(...xs)}`);
    // One line: at each place along it some mm wide, and full hair a cm above and below.
    for (let x = -40; x <= 40; x += 10) {
      const here = line.filter(({ place }) => Math.abs(place[0] - x) < 4);
      const aways = here.map(({ i }) => FIELD.away[i] ?? NaN);
      const wide = (Math.max(...aways) - Math.min(...aways)) / unitsOfMm(mean(aways));
      assert.ok(here.length > 5 && wide > 1 && wide < 6, `${here.length} dots, ${wide} mm`);
    }
    const spots = bare('scar-fue');
    const rows = (dots: typeof spots) => new Set(dots.map(({ place }) => Math.round(place[1] / 4))).size;
    assert.ok(spots.length > 200 && rows(spots) > 1.5 * rows(line), `${spots.length} in ${rows(spots)}, ${rows(line)}`);
    assert.ok(around('scar-fue', BACK) > 0.5);
  });
});
