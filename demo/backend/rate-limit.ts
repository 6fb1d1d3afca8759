import { isIPv6 } from 'node:net';

/** How much one address may ask for. */
export interface RateLimit {
  /** Requests at once. */
  readonly burst: number;
  /** Requests that are added each second, up to `burst`. */
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Addresses remembered at most; beyond it those that have been quiet the longest are let off. */
const MOST = 50_000;

/** Counts requests by address: each has a bucket of tokens that fills up again with time. */
export class TokenBuckets {
  readonly #limit: RateLimit;
  readonly #now: () => number;
  /** In order of their last use. */
  readonly #buckets = new Map<string, Bucket>();

  /** @param now milliseconds that only ever go forward */
  constructor(limit: RateLimit, now: () => number = () => performance.now()) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Takes a token. `undefined` when there was one, else the milliseconds until there is. */
  take(address: string): number | undefined {
    const key = networkOf(address);
    const { tokens, at } = this.#filled(key);
    const wait = this.#waitFor(tokens);
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: wait === undefined ? tokens - 1 : tokens, at });
    if (this.#buckets.size > MOST) this.#forget();
    return wait;
  }

  /** Like {@link take}, without taking one. */
  look(address: string): number | undefined {
    return this.#waitFor(this.#filled(networkOf(address)).tokens);
  }

  #filled(key: string): Bucket {
    const { burst, perSecond } = this.#limit;
    const now = this.#now();
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now };
    return { tokens: Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond), at: now };
  }

  #waitFor(tokens: number): number | undefined {
    // A thousandth is let pass, for fractions of a token add up to not quite one.
    if (tokens >= 1 - 1e-6) return undefined;
    return Math.max(1, Math.ceil(((1 - tokens) / this.#limit.perSecond) * 1000 - 0.001));
  }

  #forget(): void {
    for (const key of this.#buckets.keys()) {
      this.#buckets.delete(key);
      if (this.#buckets.size <= MOST * 0.9) return;
    }
  }
}

/** One household has a whole /64 of IPv6 addresses, so those count as one. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? [];
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = plain.includes('::')
    ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
    : [];
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
