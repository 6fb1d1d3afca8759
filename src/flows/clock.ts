/** Time as a flow sees it: never the device's calendar, which may be years off. */
export interface Clock {
  /** Milliseconds since some fixed moment, never running backwards. */
  now(): number;
  /** Calls back once after `ms`; returns what cancels it. */
  after(ms: number, callback: () => void): () => void;
}

/** The browser's own monotonic clock and timers. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
