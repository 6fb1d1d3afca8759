import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { blueNoise, randomFrom } from '../../src/scalp/blue-noise.js';
import { spectrumOf, type Spectrum } from './spectrum.js';

const COUNT = 8192;
const PREFIXES = [COUNT / 8, COUNT / 4, COUNT / 2, COUNT];

/** Distances from each point to its nearest, in parts of 1/√n; across the edges where they meet. */
function gaps(points: Float32Array, edgesMeet = true): { readonly mean: number; readonly least: number } {
  const n = points.length / 2;
  let sum = 0;
  let least = Infinity;
  for (let i = 0; i < n; i++) {
    let nearest = Infinity;
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      let dx = Math.abs((points[2 * i] ?? NaN) - (points[2 * j] ?? NaN));
      let dy = Math.abs((points[2 * i + 1] ?? NaN) - (points[2 * j + 1] ?? NaN));
      if (edgesMeet) {
        dx = Math.min(dx, 1 - dx);
        dy = Math.min(dy, 1 - dy);
      }
      const square = dx * dx + dy * dy;
      if (!(square >= nearest)) nearest = square;
    }
    sum += Math.sqrt(nearest);
    least = Math.min(least, Math.sqrt(nearest));
  }
  return { mean: (sum / n) * Math.sqrt(n), least: least * Math.sqrt(n) };
}

const spread = ({ mean, least }: ReturnType<typeof gaps>): boolean => mean > 0.77 && mean < 0.82 && least >= 0.4;
const noClumps = ({ low, ring }: Spectrum): boolean => low < 0.3 && ring > 1 && ring < 1.4;
/** Of some thousand frequencies without order the largest has a power of about 9. */
const noRows = ({ peak, direction }: Spectrum): boolean => peak < 20 && direction < 1.2;

/** What points without order, in rows, and in clumps look like: the checks above find each of them. */
function whiteNoise(count: number): Float32Array {
  const random = randomFrom(5);
  return Float32Array.from({ length: count * 2 }, () => random());
}
function rows(side: number, unrest: number): Float32Array {
  const random = randomFrom(6);
  return Float32Array.from({ length: side * side * 2 }, (_, i) => {
    const cell = i % 2 === 0 ? (i >> 1) % side : Math.floor((i >> 1) / side);
    return (cell + 0.5 + unrest * (random() - 0.5)) / side;
  });
}
function clumps(count: number): Float32Array {
  const random = randomFrom(7);
  const middles = whiteNoise(count / 8);
  return Float32Array.from({ length: count * 2 }, (_, i) => {
    const middle = middles[2 * Math.floor(i / 16) + (i % 2)] ?? NaN;
    return (middle + (random() - 0.5) * 0.06 + 1) % 1;
  });
}
describe('blueNoise', () => {
  const points = blueNoise(COUNT, 1);

  for (const count of PREFIXES) {
    it(`spreads its first ${count} points evenly, with neither rows nor clumps`, () => {
      const first = points.subarray(0, count * 2);
      const near = gaps(first);
      assert.ok(spread(near), JSON.stringify(near));
      const spectrum = spectrumOf(first);
      assert.ok(noClumps(spectrum), JSON.stringify(spectrum));
      assert.ok(noRows(spectrum), JSON.stringify(spectrum));
    });
  }

  it('does so for other seeds', () => {
    for (const seed of [2, 65_535]) {
      const other = blueNoise(1024, seed);
      assert.ok(spread(gaps(other)));
      const spectrum = spectrumOf(other);
      assert.ok(noClumps(spectrum) && noRows(spectrum), JSON.stringify(spectrum));
    }
  });

  it('is told from points without order, in rows, in loose rows and in clumps', () => {
    assert.equal(spread(gaps(whiteNoise(1024))), false);
    assert.equal(noClumps(spectrumOf(whiteNoise(1024))), false);
    assert.equal(spread(gaps(rows(32, 0))), false);
    assert.equal(noRows(spectrumOf(rows(32, 0))), false);
    assert.equal(noRows(spectrumOf(rows(32, 0.7))), false);
    assert.equal(spread(gaps(clumps(1024))), false);
    assert.equal(noClumps(spectrumOf(clumps(1024))), false);
  });

  it('fills its square, edges included, and meets itself there', () => {
    for (const one of points) assert.ok(one >= 0 && one < 1);
    // Within half a gap of each edge there are as many as anywhere else.
    const strip = 0.5 / Math.sqrt(COUNT);
    const expected = COUNT * strip;
    for (const axis of [0, 1]) {
      const along = points.filter((_, i) => i % 2 === axis);
      for (const inStrip of [along.filter((one) => one < strip), along.filter((one) => one > 1 - strip)]) {
        assert.ok(Math.abs(inStrip.length - expected) < expected * 0.4, `${inStrip.length} of ${expected}`);
      }
    }
    // A quarter of the square is as well spread inside, but two of its edges have nothing to do with each other.
    const quarter: number[] = [];
    for (let i = 0; i < points.length; i += 2) {
      const [x, y] = [points[i] ?? NaN, points[i + 1] ?? NaN];
      if (x < 0.5 && y < 0.5) quarter.push(2 * x, 2 * y);
    }
    assert.equal(spread(gaps(Float32Array.from(quarter), false)), true);
    assert.equal(spread(gaps(Float32Array.from(quarter))), false);
  });

  it('is the same for the same seed, and another for another', () => {
    const hash = (seed: number) =>
      createHash('sha256')
        .update(new Uint8Array(blueNoise(500, seed).buffer))
        .digest('hex')
        .slice(0, 16);
    assert.deepEqual([1, 2, 65_535].map(hash), ['f930985d1ff2b614', 'ae5d884a553ba04b', '296bb16df7fb1cff']);
  });

  it('makes a longer list of the same beginning', () => {
    assert.deepEqual(blueNoise(2000, 3).subarray(0, 1000), blueNoise(500, 3));
  });

  it('makes no point, or one', () => {
    assert.equal(blueNoise(0, 1).length, 0);
    assert.equal(blueNoise(1, 1).length, 2);
  });
});

describe('randomFrom', () => {
  it('gives numbers from 0 to 1, evenly, each seed its own', () => {
    const bins = new Uint32Array(20);
    const random = randomFrom(9);
    for (let i = 0; i < 20_000; i++) {
      const bin = Math.floor(random() * 20);
      bins[bin] = (bins[bin] ?? NaN) + 1;
    }
    // 1000 in each, ± 31: within five times that.
    for (const count of bins) assert.ok(Math.abs(count - 1000) < 155, String(count));
    const firsts = new Set(Array.from({ length: 1000 }, (_, seed) => randomFrom(seed)()));
    assert.equal(firsts.size, 1000);
  });
});
