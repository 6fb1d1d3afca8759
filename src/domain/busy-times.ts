import type { Id } from './text.js';

/** A span of time in milliseconds since 1970, without its end. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** Time in which a practitioner can't be booked: a booking or a hold with its buffers, or anything else. */
export interface BusyRange extends TimeSpan {
  readonly practitioner: Id;
}

/**
 * Answers quickly whether a practitioner is free. Made once for each listing; the ranges may come in any order and
 * overlap. A booking may begin the moment that another ends.
 */
export class BusyTimes {
  /** For each practitioner start, end, start, end …, in order and apart from each other. */
  readonly #edges = new Map<Id, number[]>();

  /** @param within ranges wholly outside this span are passed over; nothing may be asked about the time outside it */
  constructor(ranges: Iterable<BusyRange> = [], within: TimeSpan = { start: -Infinity, end: Infinity }) {
    const byPractitioner = new Map<Id, BusyRange[]>();
    for (const range of ranges) {
      if (!(range.start < range.end && range.start < within.end && range.end > within.start)) continue;
      const own = byPractitioner.get(range.practitioner);
      if (own) own.push(range);
      else byPractitioner.set(range.practitioner, [range]);
    }
    for (const [practitioner, own] of byPractitioner) {
      own.sort((a, b) => a.start - b.start);
      const edges: number[] = [];
      for (const { start, end } of own) {
        const last = edges.length - 1;
        if (last > 0 && start <= (edges[last] ?? 0)) edges[last] = Math.max(edges[last] ?? 0, end);
        else edges.push(start, end);
      }
      this.#edges.set(practitioner, edges);
    }
  }

  /** Is nothing of `[start, end)` taken? Milliseconds since 1970. */
  isFree(practitioner: Id, start: number, end: number): boolean {
    const edges = this.#edges.get(practitioner);
    if (!edges) return true;
    // The first edge after `start`. At an odd place it is an end, so `start` lies in a busy range.
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((edges[middle] ?? 0) > start) high = middle;
      else low = middle + 1;
    }
    return low % 2 === 0 && (edges[low] ?? Infinity) >= end;
  }
}
