import type { VirtualClock } from './virtual-clock.js';

/** What may become of one request on its way to the server and back. */
const FAULTS = [
  'slow',
  'request-lost',
  'answer-lost',
  'request-hangs',
  'answer-hangs',
  'error-500',
  'bad-gateway',
  'unavailable',
  'too-many',
  'too-early',
  'in-progress',
  'captive-portal',
  'html',
  'cut-short',
  'other-shape',
  'delivered-twice',
  'delivered-late',
] as const;
export type NetworkFault = (typeof FAULTS)[number] | 'none';

const never = (): Promise<never> => new Promise(() => undefined);
const html = (status: number): Response =>
  new Response('<!doctype html><title>Something else</title>', { status, headers: { 'content-type': 'text/html' } });
const problem = (status: number, code: string, more: object = {}): Response =>
  new Response(JSON.stringify({ code, title: code, status, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

export interface FaultNetworkOptions {
  readonly handler: (request: Request) => Promise<Response>;
  readonly clock: VirtualClock;
  readonly random: () => number;
  /** How likely a request is struck, from 0 to 1. */
  readonly faultRate: number;
  /** From this time on nothing goes wrong any more. */
  readonly calmFrom: number;
}

/** A network between pages and a server in the same process, on which much goes wrong and all of it by a seed. */
export class FaultNetwork {
  readonly counts = new Map<NetworkFault, number>();
  /** Requests that still are to arrive. */
  readonly underWay = new Set<Promise<unknown>>();
  /** How many things need real time just now. */
  busy = 0;
  readonly #options: FaultNetworkOptions;

  constructor(options: FaultNetworkOptions) {
    this.#options = options;
  }

  /** The `fetch` of one page. Once the page is gone nothing is sent any more, and no answer arrives. */
  pageFetch(page: { readonly gone: boolean }): (request: Request) => Promise<Response> {
    return async (request) => {
      if (page.gone) return never();
      const { url, method, headers, signal } = request;
      const body = method === 'GET' ? null : await this.#really(() => request.text());
      const deliver = (): Promise<Response> => this.#deliver(new Request(url, { method, headers, body }));
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
      try {
        return await Promise.race([this.#carry(deliver), aborted]);
      } finally {
        if (page.gone) await never();
      }
    };
  }

  async #really<T>(work: () => Promise<T>): Promise<T> {
    this.busy++;
    try {
      return await work();
    } finally {
      this.busy--;
    }
  }

  #deliver(request: Request): Promise<Response> {
    return this.#really(() => this.#options.handler(request));
  }

  #pick(): NetworkFault {
    const { clock, random, faultRate, calmFrom } = this.#options;
    const struck = random() < faultRate && clock.now() < calmFrom;
    const fault = (struck && FAULTS[Math.floor(random() * FAULTS.length)]) || 'none';
    this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
    return fault;
  }

  async #carry(deliver: () => Promise<Response>): Promise<Response> {
    const { clock, random } = this.#options;
    const upTo = (ms: number): Promise<void> => clock.sleep(1 + random() * ms);
    const fault = this.#pick();
    await upTo(fault === 'slow' ? 9_000 : 200);
    switch (fault) {
      case 'none':
      case 'slow': {
        const response = await deliver();
        await upTo(fault === 'slow' ? 9_000 : 200);
        return response;
      }
      case 'request-lost':
        throw new TypeError('Failed to fetch');
      case 'answer-lost':
        await deliver();
        throw new TypeError('terminated');
      case 'request-hangs':
        return never();
      case 'answer-hangs':
        await deliver();
        return never();
      case 'error-500':
        return problem(500, 'unknown');
      case 'bad-gateway':
        await deliver();
        return html(502);
      case 'unavailable':
        return new Response(null, { status: 503, headers: { 'retry-after': String(Math.ceil(random() * 40)) } });
      case 'too-many':
        return problem(429, 'rate-limited', { retryAfterMs: Math.ceil(random() * 40_000) });
      case 'too-early':
        return html(425);
      case 'in-progress':
        return problem(409, 'key-in-progress', { retryAfterMs: 1_000 });
      case 'captive-portal':
        return html(random() < 0.5 ? 403 : 404);
      case 'html':
        await deliver();
        return html(200);
      case 'cut-short': {
        const text = await (await deliver()).text();
        return new Response(text.slice(0, text.length / 2), { status: 201 });
      }
      case 'other-shape':
        await deliver();
        return new Response('{"ok":true}', { status: 201 });
      case 'delivered-twice': {
        const [first, second] = await Promise.all([deliver(), upTo(3_000).then(deliver)]);
        return random() < 0.5 ? first : second;
      }
      case 'delivered-late': {
        const late = upTo(60_000).then(deliver);
        this.underWay.add(late);
        void late.finally(() => this.underWay.delete(late));
        throw new TypeError('Failed to fetch');
      }
    }
  }
}
