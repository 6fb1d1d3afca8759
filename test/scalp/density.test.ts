import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HairLossPattern } from '../../src/domain/consultation/hair-loss.js';
import { DENSITIES } from '../../src/domain/design/density.js';
import { DEFAULT_DESIGN, type HairlineDesign } from '../../src/domain/design/hairline-design.js';
import { shareAfter } from '../../src/domain/design/treatment-stage.js';
import { dotField } from '../../src/scalp/dot-field.js';
import { FULL_HEAD, hairDensity } from '../../src/scalp/hair-pattern.js';
import { Painter, type Ink, type Sight, type Spread } from '../../src/scalp/painter.js';
import { Region } from '../../src/scalp/region.js';
import { apart, areaAround, onSkin, type Place } from './skin-patch.js';

const SIDE = 200;
const INK: Ink = { rgb: [61, 57, 54], width: 0.4, strength: 0.68 };
const FIELD = dotField(1);
const ALL = Uint32Array.from({ length: FIELD.count }, (_, i) => i);

/** Patches of skin well behind the line, and one that the line runs through. */
const PATCHES = {
  top: [0, 118, -8],
  crown: [0, 110, -56],
  'left side': [69, 62, -36],
  'right side': [-69, 62, -36],
  back: [0, 54, -108],
  line: [0, 98, 47],
} as const satisfies Record<string, Place>;
type Patch = keyof typeof PATCHES;
const RADIUS = 24;

/** A patch laid out in a picture, so that a painter can be asked how many dots it puts there. */
function patchOf(name: Patch): { readonly area: number; readonly sight: Sight } {
  const middle = onSkin(PATCHES[name]);
  const which = ALL.filter((i) => {
    const at = (k: number) => FIELD.places[3 * i + k] ?? NaN;
    return apart([at(0), at(1), at(2)], middle) < RADIUS;
  });
  const at = Float32Array.from({ length: which.length * 2 }, (_, k) => 0.1 + 0.8 * ((k * 0.618) % 1));
  const facing = new Uint8Array(which.length).fill(255);
  return { area: areaAround(middle, RADIUS), sight: { count: which.length, which, at, facing } };
}
const SKIN = new Map((Object.keys(PATCHES) as Patch[]).map((name) => [name, patchOf(name)]));
const NONE = new Float32Array(FIELD.count);

/** Dots per cm² that a painter draws in a patch. */
function painted(name: Patch, spread: Spread): number {
  const { sight, area } = SKIN.get(name) ?? patchOf(name);
  const picture = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  return new Painter().dots(picture, SIDE, FIELD, sight, spread, INK) / area;
}

function weightsOf(part: Partial<HairlineDesign> = {}): Float32Array {
  const region = new Region(FIELD);
  region.shape({ ...DEFAULT_DESIGN, ...part }, ALL);
  return region.weights;
}
const WEIGHTS = weightsOf();

/** Hair and pigment that a picture shows in a patch, per cm². */
function shown(name: Patch, pattern: HairLossPattern, density: number, share = 1) {
  const over = hairDensity(FIELD, pattern);
  return {
    hair: painted(name, { over: NONE, part: over, density: 1, share: 1 }),
    dots: painted(name, { over, part: WEIGHTS, density, share }),
  };
}

function near(actual: number, wanted: number, what: string): void {
  assert.ok(Math.abs(actual - wanted) <= wanted * 0.05 + 0.5, `${what}: ${actual.toFixed(1)}, not ${wanted}`);
}

const NAMED = Object.entries(DENSITIES);
const BEHIND = (Object.keys(PATCHES) as Patch[]).filter((name) => name !== 'line');

describe('the dots of a picture', () => {
  for (const [name, density] of NAMED) {
    it(`are as many to a cm² as is said where no hair is: ${name}`, () => {
      for (const patch of BEHIND) near(shown(patch, 'aa-totalis', density).dots, density, patch);
    });
  }

  it('lie between thin hair, as many as is said, until both are as dense as a full head', () => {
    for (const [pattern, patches, part] of [
      ['diffuse', BEHIND, 0.45],
      ['ludwig-2', ['top'], 0.38],
      ['chemo', BEHIND, 0.1],
    ] as const) {
      for (const patch of patches) {
        const grown = FULL_HEAD * part;
        for (const [name, density] of NAMED) {
          const { hair, dots } = shown(patch, pattern, density);
          const what = `${pattern}, ${patch}, ${name}`;
          near(hair, grown, `hair of ${what}`);
          if (density + grown <= FULL_HEAD) near(dots, density, what);
          else near(hair + dots, Math.max(FULL_HEAD, density), `hair and dots of ${what}`);
        }
      }
    }
  });

  it('are none in a full head of hair, unless more is wanted than grows', () => {
    for (const patch of BEHIND) {
      for (const [name, density] of NAMED) {
        const { dots } = shown(patch, 'norwood-1', density);
        if (density <= FULL_HEAD) assert.ok(dots < 1, `${patch}, ${name}: ${dots}`);
        else near(FULL_HEAD + dots, density, `${patch}, ${name}`);
      }
    }
  });

  it('are there in their part after each session, between hair as on bare skin', () => {
    for (const pattern of ['aa-totalis', 'diffuse'] as const) {
      for (const session of [1, 2, 3]) {
        const share = shareAfter(session, 3);
        for (const patch of BEHIND) near(shown(patch, pattern, 40, share).dots, 40 * share, `${pattern}, ${session}`);
      }
    }
  });

  it('are fewer at the line, in the part that its region says', () => {
    const { sight } = SKIN.get('line') ?? patchOf('line');
    for (const edge of ['soft-broken', 'medium', 'defined'] as const) {
      const weights = weightsOf({ edge });
      const part = sight.which.reduce((sum, i) => sum + (weights[i] ?? NaN), 0) / sight.count;
      assert.ok(part > 0.1 && part < 0.9, `the line runs through it: ${part}`);
      for (const [name, density] of NAMED) {
        near(painted('line', { over: NONE, part: weights, density, share: 1 }), density * part, `${edge}, ${name}`);
      }
    }
  });
});
