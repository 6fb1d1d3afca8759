/** What a periodogram of points says, by frequency in parts of the root of their number. */
export interface Spectrum {
  /** Mean power at frequencies up to half the root: clumps and gaps. 1 for points without order. */
  readonly low: number;
  /** Mean power from 1 to 1.4 times the root, where well spread points have most of theirs. */
  readonly ring: number;
  /** The largest power at any one frequency: rows. */
  readonly peak: number;
  /** The largest mean power of any twelfth of all directions, as a multiple of the mean of all. */
  readonly direction: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Waves of each whole frequency at each point, cosines or sines. */
function waves(values: readonly number[], most: number, of: (angle: number) => number): Float64Array[] {
  return Array.from({ length: most + 1 }, (_, k) => Float64Array.from(values, (one) => of(2 * Math.PI * k * one)));
}

/** Power of points on a square of side 1 whose edges meet (x and y in turn), at all whole frequencies to 1.5 times √n. */
export function spectrumOf(points: Float32Array): Spectrum {
  const n = points.length / 2;
  const root = Math.sqrt(n);
  const most = Math.ceil(1.5 * root);
  const xs = Array.from({ length: n }, (_, i) => points[2 * i] ?? NaN);
  const ys = Array.from({ length: n }, (_, i) => points[2 * i + 1] ?? NaN);
  const [cx, sx] = [waves(xs, most, Math.cos), waves(xs, most, Math.sin)];
  const [cy, sy] = [waves(ys, most, Math.cos), waves(ys, most, Math.sin)];
  const low: number[] = [];
  const ring: number[] = [];
  const sectors: number[][] = Array.from({ length: 12 }, () => []);
  let peak = 0;
  const take = (kx: number, ky: number, power: number) => {
    const away = Math.hypot(kx, ky) / root;
    if (away === 0 || away > 1.5) return;
    peak = Math.max(peak, power);
    if (away <= 0.5) low.push(power);
    if (away >= 1 && away <= 1.4) ring.push(power);
    if (away >= 0.7 && away <= 1.4) sectors[Math.floor((Math.atan2(ky, kx) / Math.PI + 1) * 12) % 12]?.push(power);
  };
  for (let kx = 0; kx <= most; kx++) {
    for (let ky = 0; ky <= most; ky++) {
      if (Math.hypot(kx, ky) > most) continue;
      const sums = fourSums(cx[kx], sx[kx], cy[ky], sy[ky]);
      const [cc, ss, cs, sc] = sums;
      // Of the four signs of a frequency two are the same wave backwards.
      if (kx > 0 || ky > 0) take(kx, ky, ((cc - ss) ** 2 + (sc + cs) ** 2) / n);
      if (kx > 0 && ky > 0) take(kx, -ky, ((cc + ss) ** 2 + (sc - cs) ** 2) / n);
    }
  }
  const directions = sectors.map(mean);
  return { low: mean(low), ring: mean(ring), peak, direction: Math.max(...directions) / mean(directions) };
}

type Wave = Float64Array | undefined;

function fourSums(cx: Wave, sx: Wave, cy: Wave, sy: Wave): readonly [number, number, number, number] {
  if (!cx || !sx || !cy || !sy) return [NaN, NaN, NaN, NaN];
  let [cc, ss, cs, sc] = [0, 0, 0, 0];
  for (let i = 0; i < cx.length; i++) {
    const [a, b, c, d] = [cx[i] ?? NaN, sx[i] ?? NaN, cy[i] ?? NaN, sy[i] ?? NaN];
    cc += a * c;
    ss += b * d;
    cs += a * d;
    sc += b * c;
  }
  return [cc, ss, cs, sc];
}
