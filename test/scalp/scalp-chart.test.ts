import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { areaAt, chartedAt, placeAt, prepareChart, readChart, unitsOfMm } from '../../src/scalp/scalp-chart.js';
import { apart, offSkin, outward } from './skin-patch.js';

const AZIMUTHS = Array.from({ length: 24 }, (_, i) => -3.1 + i * 0.27);
const AWAYS = [0.05, 0.3, 0.6, 0.9, 1.2, 1.5, 1.8, 2.1, 2.4];

describe('scalp chart', () => {
  // First of all: whoever reads it before it is ready gets it all the same.
  it('is there for whoever reads it at once, and worked out once', () => {
    assert.ok(placeAt(0, 0)[1] > 100);
    assert.equal([...prepareChart()].length, 0);
  });

  it('lies on the skin, and finds each place of it again', () => {
    for (const azimuth of AZIMUTHS) {
      for (const away of AWAYS) {
        const place = placeAt(azimuth, away);
        assert.ok(Math.abs(offSkin(place)) < 0.2, `${azimuth}, ${away}: ${offSkin(place)}`);
        const found = chartedAt(...place);
        assert.ok(Math.abs(found.away - away) < 0.01);
        const turn = found.azimuth - azimuth;
        assert.ok(Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))) * away < 0.01);
      }
    }
  });

  it('has the face in front, the client’s left at the right, the crown high', () => {
    assert.ok(placeAt(0, 1.5)[2] > 50);
    assert.ok(placeAt(Math.PI, 1.5)[2] < -90);
    assert.ok(placeAt(Math.PI / 2, 1.5)[0] > 60);
  });

  it('knows the direction and the area of the skin', () => {
    const out = new Float32Array(7);
    for (const azimuth of AZIMUTHS) {
      for (const away of AWAYS) {
        const [a, b] = [away * Math.sin(azimuth), away * Math.cos(azimuth)];
        readChart(a, b, out);
        const [x = NaN, y = NaN, z = NaN, nx = NaN, ny = NaN, nz = NaN, area = NaN] = out;
        const skin = outward([x, y, z]);
        assert.ok(nx * skin[0] + ny * skin[1] + nz * skin[2] > 0.97, `${azimuth}, ${away}`);
        // A small square of the chart, on the skin: half of each of its two triangles' parallelograms.
        const h = 0.04;
        const at = (i: number, j: number) =>
          placeAt(Math.atan2(a + i * h, b + j * h), Math.hypot(a + i * h, b + j * h));
        const [p, q, r, s] = [at(-0.5, -0.5), at(0.5, -0.5), at(0.5, 0.5), at(-0.5, 0.5)];
        const triangle = (i: typeof p, j: typeof p, k: typeof p) => {
          const [one, two, three] = [apart(i, j), apart(j, k), apart(k, i)];
          const half = (one + two + three) / 2;
          return Math.sqrt(half * (half - one) * (half - two) * (half - three));
        };
        const measured = (triangle(p, q, r) + triangle(p, r, s)) / h ** 2;
        assert.ok(Math.abs(area / measured - 1) < 0.05, `${azimuth}, ${away}: ${area}, not ${measured}`);
        assert.ok(Math.abs(areaAt(a, b) / measured - 1) < 0.12);
      }
    }
  });

  it('knows about how long a mm is', () => {
    for (const azimuth of AZIMUTHS) {
      for (const away of AWAYS) {
        const mm = apart(placeAt(azimuth, away), placeAt(azimuth, away + 0.02));
        const ratio = 0.02 / mm / unitsOfMm(away);
        assert.ok(ratio > 0.75 && ratio < 1.3, `${azimuth}, ${away}: ${ratio}`);
      }
    }
  });
});
