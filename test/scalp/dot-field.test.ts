import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { dotField, MOST_DOTS, type DotField } from '../../src/scalp/dot-field.js';
import { areaAt, chartedAt } from '../../src/scalp/scalp-chart.js';
import { apart, areaAround, offSkin, onSkin, outward, placesOf, squareApart, type Place } from './skin-patch.js';

const SEEDS = [1, 7, 65_535];
const FIELDS = SEEDS.map(dotField);
const [FIRST = dotField(1)] = FIELDS;
const DENSITIES = [20, 65, 110, MOST_DOTS];

/** Middles of patches, near the skin, in mm. */
const REGIONS: Readonly<Record<string, Place>> = {
  front: [0, 105, 35],
  'front, left': [24, 104, 27],
  'front, right': [-24, 104, 27],
  top: [0, 118, -8],
  crown: [0, 110, -56],
  'left temple': [66, 74, 4],
  'right temple': [-66, 74, 4],
  'left side': [69, 62, -36],
  'right side': [-69, 62, -36],
  'behind the left ear': [59, 31, -78],
  'behind the right ear': [-59, 31, -78],
  back: [0, 54, -108],
  'lower back': [0, 12, -108],
};
/** Few dots need more skin to be counted to a few in a hundred: 28 and 14 cm². */
const radiusFor = (density: number): number => (density < 40 ? 30 : 21);

/** How far a count is from what was asked for, in parts of it. */
function misses(field: Pick<DotField, 'places' | 'levels'>, middle: Place, area: number, density: number): number {
  const radius = radiusFor(density);
  const count = placesOf(field, density).filter((place) => apart(place, middle) < radius).length;
  return Math.abs(count / area / density - 1);
}

/** Distances from the dots around a middle to their nearest, in parts of 1 / √density. */
function gapsAround(dots: readonly Place[], middle: Place, density: number): { mean: number; least: number } {
  const near = dots.filter((place) => apart(place, middle) < 24);
  const unit = 10 / Math.sqrt(density);
  const gaps = near
    .filter((place) => apart(place, middle) < 20)
    .map((place) => {
      let least = Infinity;
      for (const other of near) if (other !== place) least = Math.min(least, squareApart(place, other));
      return Math.sqrt(least) / unit;
    });
  return { mean: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length, least: Math.min(...gaps) };
}

describe('dotField', () => {
  it('puts all dots on the skin of the scalp, pointing out of it', () => {
    for (const place of placesOf(FIRST, MOST_DOTS)) assert.ok(Math.abs(offSkin(place)) < 0.2);
    const { normals } = FIRST;
    for (let i = 0; i < FIRST.count; i += 97) {
      const own: Place = [normals[3 * i] ?? NaN, normals[3 * i + 1] ?? NaN, normals[3 * i + 2] ?? NaN];
      const skin = outward(placeOf(FIRST, i));
      assert.ok(Math.abs(Math.hypot(...own) - 1) < 0.01);
      assert.ok(own[0] * skin[0] + own[1] * skin[1] + own[2] * skin[2] > 0.98, String(placeOf(FIRST, i)));
    }
  });

  it('knows of each dot where on the scalp it is, along the nape too', () => {
    for (const field of FIELDS) {
      for (let i = 0; i < field.count; i++) {
        const { away } = chartedAt(...placeOf(field, i));
        assert.ok(Math.abs(away - (field.away[i] ?? NaN)) < 0.02, String(placeOf(field, i)));
      }
    }
  });

  for (const [name, near] of Object.entries(REGIONS)) {
    const middle = onSkin(near);
    it(`spreads what is asked for over each cm² of skin: ${name}`, () => {
      for (const density of DENSITIES) {
        const area = areaAround(middle, radiusFor(density));
        assert.ok(area > 12);
        FIELDS.forEach((field, i) => {
          const missed = misses(field, middle, area, density);
          assert.ok(missed < 0.05, `seed ${SEEDS[i]}, ${density} dots per cm²: ${(missed * 100).toFixed(1)} % off`);
        });
      }
    });

    it(`keeps them apart: ${name}`, () => {
      for (const density of DENSITIES) {
        const { mean, least } = gapsAround(placesOf(FIRST, density), middle, density);
        assert.ok(mean > 0.76 && mean < 0.84, `${density}: mean ${mean}`);
        assert.ok(least > 0.36, `${density}: least ${least}`);
      }
    });
  }

  it('would not, were dots as dense in the chart as at the crown, or their places drawn by lot', () => {
    const atCrown = areaAt(0, 0);
    const flat = FIRST.levels.map((level, i) => {
      const away = FIRST.away[i] ?? NaN;
      const { azimuth } = chartedAt(...placeOf(FIRST, i));
      return (level * areaAt(away * Math.sin(azimuth), away * Math.cos(azimuth))) / atCrown;
    });
    const side = onSkin([69, 62, -36]);
    assert.ok(misses({ places: FIRST.places, levels: flat }, side, areaAround(side, 21), 65) > 0.2);

    let state = 1;
    const lots = FIRST.levels.map(() => {
      state = (state * 16_807) % 2_147_483_647;
      return (state / 2_147_483_647) * MOST_DOTS;
    });
    const { mean, least } = gapsAround(placesOf({ places: FIRST.places, levels: lots }, 20), side, 20);
    assert.ok(mean < 0.76 && least < 0.36, `mean ${mean}, least ${least}`);
  });

  it('is even over all of the scalp, without a seam where its pattern meets itself', () => {
    // Counted around many places that are close to one another, no place is far from the rest.
    const dots = placesOf(FIRST, 110).filter(([, y]) => y > 60);
    for (let x = -54; x <= 54; x += 9) {
      for (let z = -80; z <= 24; z += 9) {
        const middle = onSkin([x, 100 - (x / 14) ** 2, z]);
        if (middle[1] < 80) continue;
        const count = dots.filter((dot) => apart(dot, middle) < 10).length;
        // 346 are expected.
        assert.ok(Math.abs(count / (Math.PI * 110) - 1) < 0.09, `${count} around ${middle.map(Math.round)}`);
      }
    }
  });

  it('shows no part of its pattern twice', () => {
    const top = placesOf(FIRST, 110).filter(([, y]) => y > 75);
    const seen = top.map(([x, , z]) => [x, z] as const);
    const best = bestMatch(seen);
    assert.ok(best < 0.5, String(best));
    // The left half of it laid on the right half is found.
    const twice = seen.filter(([x]) => x < -8).flatMap(([x, z]) => [[x, z] as const, [x + 57.3, z] as const]);
    assert.ok(bestMatch(twice) > 0.8, String(bestMatch(twice)));
  });

  it('gives the same dots for the same seed, now and later', () => {
    assert.deepEqual(dotField(7), FIELDS[1]);
    // What a client has chosen is drawn from its seed again, so none of these may change without need.
    assert.deepEqual(FIELDS.map(hashOf), ['61a6648eda39005e', '947ddb4ea7083501', 'c73903924a24cce4']);
  });

  it('gives other dots for another seed', () => {
    const places = new Set(placesOf(FIRST, MOST_DOTS).map((place) => place.map((one) => one.toFixed(2)).join()));
    for (const field of [dotField(0), dotField(2), dotField(65_534)]) {
      const same = placesOf(field, MOST_DOTS).filter((place) => places.has(place.map((one) => one.toFixed(2)).join()));
      assert.ok(same.length < field.count / 100, `${same.length} of ${field.count}`);
    }
  });

  it('has dots of all sizes and tones, whatever their place and level', () => {
    for (const { sizes, tones, levels, count } of FIELDS) {
      for (let size = 0; size < 4; size++) {
        const those = levels.filter((_, i) => sizes[i] === size);
        assert.ok(Math.abs(those.length / count - 0.25) < 0.02);
        assert.ok(Math.abs(those.filter((level) => level < 65).length / those.length - 0.5) < 0.03);
      }
      assert.ok(Math.min(...tones) === 192 && tones.some((tone) => tone === 255));
      assert.ok(Math.abs(tones.reduce((sum, tone) => sum + tone, 0) / count - 223.5) < 1);
    }
  });
});

function placeOf({ places }: DotField, i: number): Place {
  return [places[3 * i] ?? NaN, places[3 * i + 1] ?? NaN, places[3 * i + 2] ?? NaN];
}

/** Of places, levels and looks, to a tenth of a mm and of a dot. */
function hashOf({ places, levels, sizes, tones }: DotField): string {
  const hash = createHash('sha256');
  for (const numbers of [places, levels]) hash.update(Int16Array.from(numbers, (one) => Math.round(one * 10)));
  return hash.update(sizes).update(tones).digest('hex').slice(0, 16);
}

/**
 * Moves round pieces of a flat picture, 12 mm wide, all over it. Returns the largest part of a piece's dots that came to
 * lie on dots (within 0.2 mm) anywhere else. Some 0.14 do by chance.
 */
function bestMatch(dots: readonly (readonly [number, number])[]): number {
  const perMm = 10;
  const size = 2400;
  const near = 2;
  const taken = new Uint8Array(size * size);
  const pixel = (mm: number) => Math.round((mm + 120) * perMm);
  for (const [x, y] of dots) {
    for (let j = -near; j <= near; j++) {
      for (let i = -near; i <= near; i++) {
        if (i * i + j * j <= near * near) taken[(pixel(y) + j) * size + pixel(x) + i] = 1;
      }
    }
  }
  let best = 0;
  for (let x = -40; x <= 40; x += 20) {
    for (let y = -70; y <= 30; y += 25) {
      const piece = dots.filter((dot) => Math.hypot(dot[0] - x, dot[1] - y) < 6);
      if (piece.length < 110) continue;
      const offsets = Int32Array.from(piece, (dot) => pixel(dot[1]) * size + pixel(dot[0]));
      for (let down = -100 * perMm; down <= 100 * perMm; down += 3) {
        for (let across = -100 * perMm; across <= 100 * perMm; across += 3) {
          if (across * across + down * down < 900) continue;
          best = Math.max(best, matched(taken, offsets, down * size + across) / piece.length);
        }
      }
    }
  }
  return best;
}

/** How many of the offsets, moved, are taken; 0 where the first few show that they are not many. */
function matched(taken: Uint8Array, offsets: Int32Array, by: number): number {
  let count = 0;
  for (let i = 0; i < offsets.length; i++) {
    count += taken[(offsets[i] ?? NaN) + by] ?? 0;
    if (i === 20 && count < 8) return 0;
  }
  return count;
}
