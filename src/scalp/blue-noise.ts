/** Numbers from 0 to 1 that look random and are the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Places that are tried for each point; the one furthest from all others is kept. */
const TRIES = 14;

/**
 * Points on a square of side 1 whose edges meet, x and y in turn. Each is far from all before it, so that any first part
 * of them is spread evenly, with neither rows nor clumps (Mitchell, Spectrally optimal sampling).
 */
export function blueNoise(count: number, seed: number): Float32Array {
  const random = randomFrom(seed);
  const points = new Float32Array(count * 2);
  // A grid of cells, each with a chain of the points in it; finer as they grow closer.
  let cells = 1;
  let head = new Int32Array(1).fill(-1);
  const next = new Int32Array(count);
  const add = (i: number) => {
    const cell = Math.floor(points[i * 2 + 1]! * cells) * cells + Math.floor(points[i * 2]! * cells);
    next[i] = head[cell]!;
    head[cell] = i;
  };
  for (let i = 0; i < count; i++) {
    if (i > cells * cells * 3) {
      cells *= 2;
      head = new Int32Array(cells * cells).fill(-1);
      for (let j = 0; j < i; j++) add(j);
    }
    let best = -1;
    for (let k = 0; k < TRIES; k++) {
      const x = random();
      const y = random();
      const room = roomAt(x, y, best);
      if (room <= best) continue;
      best = room;
      points[i * 2] = x;
      points[i * 2 + 1] = y;
    }
    add(i);
  }
  return points;

  /** Square of the distance to the nearest point, or anything less than `enough` where that is nearer. */
  function roomAt(x: number, y: number, enough: number): number {
    let room = 4;
    const cx = Math.floor(x * cells);
    const cy = Math.floor(y * cells);
    // Few cells are looked into more than once, as all ends meet.
    for (let j = cy - 1; j <= cy + 1; j++) {
      for (let i = cx - 1; i <= cx + 1; i++) {
        let at = head[((j + cells) % cells) * cells + ((i + cells) % cells)]!;
        for (; at >= 0; at = next[at]!) {
          let dx = Math.abs(points[at * 2]! - x);
          let dy = Math.abs(points[at * 2 + 1]! - y);
          if (dx > 0.5) dx = 1 - dx;
          if (dy > 0.5) dy = 1 - dy;
          const square = dx * dx + dy * dy;
          if (square < room) room = square;
          if (room <= enough) return room;
        }
      }
    }
    return room;
  }
}
