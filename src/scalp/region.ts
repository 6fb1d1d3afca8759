import type { Edge, Temples } from '../domain/design/hairline.js';
import type { HairlineDesign } from '../domain/design/hairline-design.js';
import type { DotField } from './dot-field.js';
import { CORNER_AZIMUTH, hairlineCurve, TURN, unrestOf } from './hairline-curve.js';
import type { Unrest } from './hairline-curve.js';
import { unitsOfMm } from './scalp-chart.js';

/** How an edge begins: mm over which it comes to its full density, mm of scatter before the line, mm of unrest. */
type Beginning = readonly [depth: number, scatter: number, grain: number];
const EDGE_BEGINNINGS: Readonly<Record<Edge, Beginning>> = {
  'soft-broken': [17, 5, 1.9],
  medium: [9, 2.2, 1],
  defined: [3.2, 0.6, 0.35],
};
const TEMPLE_BEGINNINGS: Readonly<Record<Temples, Beginning>> = {
  soft: [15, 4, 1.5],
  medium: [9, 2.2, 1],
  defined: [4, 0.8, 0.5],
};

/** Around the ears and along the nape hair thins out over this many mm. */
const NAPE: Beginning = [14, 3, 1.4];

const between = (one: Beginning, other: Beginning, t: number): [number, number, number] => [
  one[0] + (other[0] - one[0]) * t,
  one[1] + (other[1] - one[1]) * t,
  one[2] + (other[2] - one[2]) * t,
];

/** Where a design puts dots: for each place of a field the part of the full density, 0 to 1. */
export class Region {
  readonly weights: Float32Array;
  readonly #field: DotField;
  readonly #curve = new Float32Array(TURN + 1);
  readonly #depth = new Float32Array(TURN + 1);
  #unrest: Unrest | undefined;
  readonly #slant = new Float32Array(TURN + 1);

  constructor(field: DotField) {
    this.#field = field;
    this.weights = new Float32Array(field.count);
  }

  /** Works out the weights for a design, of the places in `which`; all others are left as they are. */
  shape(design: HairlineDesign, which: Uint32Array): void {
    this.#trace(design);
    const { steps, away } = this.#field;
    const curve = this.#curve;
    const depth = this.#depth;
    const slant = this.#slant;
    const { weights } = this;
    for (const i of which) {
      const step = steps[i]!;
      const at = step | 0;
      const r = away[i]!;
      const line = curve[at]! + (curve[at + 1]! - curve[at]!) * (step - at);
      // A mm is worth more units further out; near enough at the place itself.
      const t = ((line - r) * slant[at]! * 84) / (1 + (r * r) / 4) / depth[at]!;
      weights[i] = t <= 0 ? 0 : t >= 1 ? 1 : t * (0.35 + t * (1.3 - 0.65 * t));
    }
  }

  /** The line with its irregularities and scatter, how soft it is, and how it slants across the way from the crown. */
  #trace(design: HairlineDesign): void {
    const clean = hairlineCurve(design);
    const edge = EDGE_BEGINNINGS[design.edge];
    const temple = TEMPLE_BEGINNINGS[design.temples];
    if (this.#unrest?.seed !== design.seed) this.#unrest = unrestOf(design.seed);
    const { slow, fine } = this.#unrest;
    for (let i = 0; i < TURN; i++) {
      const azimuth = Math.abs((i / TURN - 0.5) * 2 * Math.PI);
      const past = (azimuth - CORNER_AZIMUTH) / 0.35;
      const beginning =
        past < 1 ? between(edge, temple, Math.max(0, past)) : between(temple, NAPE, Math.min(1, (past - 1) / 2));
      const [depth, scatter, grain] = beginning;
      const away = clean[i]!;
      this.#curve[i] = away + (slow[i]! + grain * fine[i]! + scatter) * unitsOfMm(away);
      this.#depth[i] = depth + scatter;
      const rise = ((clean[(i + 6) % TURN]! - clean[(i - 6 + TURN) % TURN]!) / 12) * (TURN / 6.2832);
      this.#slant[i] = 1 / Math.sqrt(1 + (rise / away) ** 2);
    }
    this.#curve[TURN] = this.#curve[0]!;
    this.#depth[TURN] = this.#depth[0]!;
    this.#slant[TURN] = this.#slant[0]!;
  }
}
