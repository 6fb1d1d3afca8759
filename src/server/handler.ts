import * as z from 'zod/mini';
import type { SchedulingAdapter } from '../adapters/adapter.js';
import { SmpError } from '../domain/errors.js';
import { Id } from '../domain/text.js';
import { memoryBotPasses, oncePerOperation, type BotPasses } from './bot-check.js';
import { cors, type AllowedOrigins } from './cors.js';
import { digest } from './digest.js';
import { problemOf, refusalOf } from './problem-answer.js';
import { malformed, Refusal } from './refusal.js';
import { readBody, type RequestBody } from './request-body.js';
import { check, readQuery } from './request-check.js';
import { HEALTH_ROUTE, type Call, type Route } from './routes.js';
import { find } from './router.js';

/** One request, as the hooks are told of it. */
export interface RequestInfo {
  /** For its address and headers; its body is the handler's. */
  readonly request: Request;
  /** `POST /v1/holds/{holdId}/extend`: the pattern, so that nothing of the visitor's is in it. */
  readonly route: string;
  /** What the runtime passed beside the request (Deno: `{remoteAddr}`, Bun: the server, Workers: the bindings). */
  readonly platform: unknown;
}

/** A request that a bot check decides on. */
export interface BotCheckInfo extends RequestInfo {
  /** Turnstile and others take this as their own idempotency key, which makes their tokens safe to ask about again. */
  readonly operationId: string;
}

/** One line for a log. It has no address, no header, no body: nothing personal. */
export interface LogEntry {
  readonly requestId: string;
  /** `POST /v1/bookings`, or `-` where nothing is at the address. */
  readonly route: string;
  readonly status: number;
  /** The problem's code, for answers that are not a success. */
  readonly code?: string;
  readonly durationMs: number;
}

/** Options of {@link createHandler}. */
export interface HandlerOptions {
  /** What stands before `/v1` in the address: `/smp` serves `/smp/v1/…`. Default: nothing. */
  readonly basePath?: string;
  /** Pages of which other origins may use the API. Default: none, so only pages of the API's own origin. */
  readonly origins?: AllowedOrigins;
  /** Request headers beyond the protocol's that those pages may send, such as the one with a bot check's token. */
  readonly allowHeaders?: readonly string[];
  /** Called before the body is read. Return how long to wait to refuse with 429. Default: no limit. */
  readonly rateLimit?: (info: RequestInfo) => Promise<{ readonly retryAfterMs: number } | undefined>;
  /**
   * Called before a hold, a booking and a waiting-list entry; `false` refuses with 403. Called once for each operation
   * that passed: the same key with the same content is not asked again, since the tokens of bot checks are good for
   * one use. Default: everybody passes.
   */
  readonly botCheck?: (info: BotCheckInfo) => Promise<boolean>;
  /**
   * Where passed bot checks are remembered. Default: in this process, which forgets them when it ends: where the
   * check's tokens are good for one use, pass a store that lasts and that all processes share.
   */
  readonly botPasses?: BotPasses;
  /** Called after every answer. */
  readonly log?: (entry: LogEntry) => void;
  /** Called with what was thrown when the answer is a 5xx. The error is the adapter's own and may say anything. */
  readonly onError?: (error: unknown, entry: LogEntry) => void;
  /** Throws when the backend can't be reached; `GET /v1/health` is then 503. Default: always well. */
  readonly health?: () => Promise<void>;
  /** How long one request may take, in milliseconds; then 503 `timeout`. Default 20,000. */
  readonly timeoutMs?: number;
  /** Seconds that browsers and proxies may reuse the clinic's answer. Default 60. */
  readonly clinicMaxAge?: number;
  /** Adds `Strict-Transport-Security`. Default false, for servers that are behind plain http while developed. */
  readonly hsts?: boolean;
  /** The clock, in milliseconds since 1970. Default: the system's. */
  readonly now?: () => number;
}

/** Answers one request. The second argument is passed on to the hooks untouched. Never rejects. */
export type Handler = (request: Request, platform?: unknown) => Promise<Response>;

const KEY = /^[A-Za-z0-9_-]{16,64}$/;
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

function operationIdOf(route: Route, headers: Headers): string {
  const sent = headers.get('idempotency-key');
  if (sent === null) {
    if (route.key) throw malformed(400, '/header/idempotency-key', 'required', 'Send an Idempotency-Key.');
    return crypto.randomUUID();
  }
  const key = /^"(.*)"$/.exec(sent)?.[1] ?? sent;
  if (!KEY.test(key)) {
    throw malformed(400, '/header/idempotency-key', 'format', 'An Idempotency-Key has 16 to 64 of A–Z a–z 0–9 _ -.');
  }
  return key;
}

function bearerOf(route: Route, headers: Headers): string {
  if (!route.bearer) return '';
  const token = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (z.safeParse(Id, token).success && token !== undefined) return token;
  throw new Refusal(401, 'unauthorized', {
    detail: 'Send Authorization: Bearer and the hold’s token.',
    issues: [{ pointer: '/header/authorization', code: 'required' }],
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag.slice(2));
}

/** Node, Deno and Bun tell the release of their time-zone data; other runtimes don't. */
function tzdbOfRuntime(): string | undefined {
  const { process } = globalThis as { process?: { versions?: { tz?: string } } };
  return process?.versions?.tz;
}

function quietly(tell: () => void): void {
  try {
    tell();
  } catch {
    // A log that fails must not fail a booking.
  }
}

/**
 * Serves an adapter over the wire protocol: `(Request) => Promise<Response>`, so it runs wherever Fetch does — Node,
 * Deno, Bun, Workers.
 *
 * The adapter keeps operations apart by their id, in its own transaction, as its contract says; the handler passes
 * `Idempotency-Key` on and stores nothing. So it can't tell a first answer from a repeated one, and never claims to
 * with `Idempotency-Replayed`.
 *
 * What comes in is checked by the domain's schemas, strictly; so is what the adapter answers, and a field that the
 * schema does not know never gets out.
 *
 * @throws `invalid-config` for options that can't work
 */
export function createHandler(adapter: SchedulingAdapter, options: HandlerOptions = {}): Handler {
  const { basePath = '', timeoutMs = 20_000, clinicMaxAge = 60, now = Date.now, rateLimit, botCheck } = options;
  if (!/^(?:\/[^/?#]+)*$/.test(basePath)) {
    throw new SmpError('invalid-config', `basePath has to be like /smp, without a slash at its end: ${basePath}`);
  }
  const crossOrigin = cors(options.origins ?? [], options.allowHeaders);
  const oncePassed = oncePerOperation(options.botPasses ?? memoryBotPasses(now));
  const hsts = options.hsts ? { 'Strict-Transport-Security': 'max-age=31536000' } : {};
  const serverTime = (): string => new Date(now()).toISOString();

  /** Waits for hooks and adapter until the signal says that it is over, whether they heed it or not. */
  async function inTime<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
    let stop = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      stop = () => reject(signal.reason as Error);
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async function passBotCheck(route: Route, info: RequestInfo, operationId: string, body: string): Promise<void> {
    if (!route.botCheck || !botCheck) return;
    const operation = await digest(info.route, operationId, body);
    if (await oncePassed(operation, () => botCheck({ ...info, operationId }))) return;
    throw new Refusal(403, 'unauthorized', { issues: [{ pointer: '', code: 'bot-check' }] });
  }

  async function answerHealth(): Promise<Response> {
    const well = await (options.health?.() ?? Promise.resolve()).then(
      () => true,
      () => false,
    );
    const tzdb = tzdbOfRuntime();
    const body = {
      status: well ? 'ok' : 'unavailable',
      apiVersion: 'v1',
      ...(tzdb !== undefined && { tzdb }),
      serverTime: serverTime(),
    };
    return json(well ? 200 : 503, body);
  }

  function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
    });
  }

  async function answerClinic(request: Request, clinic: object): Promise<Response> {
    // The server's time differs with each answer, so the tag is weak and stands for the rest.
    const etag = `W/"${(await digest(JSON.stringify({ ...clinic, serverTime: '' }))).slice(0, 22)}"`;
    const headers = {
      ETag: etag,
      'Cache-Control': `public, max-age=${clinicMaxAge}, stale-while-revalidate=${clinicMaxAge * 10}`,
    };
    if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
    return json(200, clinic, headers);
  }

  async function answer(route: Route, request: Request, result: unknown): Promise<Response> {
    if (!route.answer) return new Response(null, { status: route.status, headers: { 'Cache-Control': 'no-store' } });
    const whole = typeof result === 'object' && result !== null ? { ...result, serverTime: serverTime() } : result;
    const checked = z.safeParse(route.answer, whole);
    if (!checked.success) {
      const fields = checked.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ');
      throw new Refusal(500, 'unknown', {
        cause: new SmpError('invalid-response', `${adapter.name}.${route.id} answered in a wrong shape: ${fields}`),
      });
    }
    return route.id === 'getClinic' ? answerClinic(request, checked.data as object) : json(route.status, checked.data);
  }

  async function serve(
    route: Route,
    params: Call['params'],
    url: URL,
    info: RequestInfo,
    signal: AbortSignal,
  ): Promise<Response> {
    const { request } = info;
    const limited = rateLimit && (await inTime(signal, rateLimit(info)));
    if (limited) throw new Refusal(429, 'rate-limited', { retryAfterMs: limited.retryAfterMs });
    const operationId = operationIdOf(route, request.headers);
    const bearer = bearerOf(route, request.headers);
    const query = readQuery(url.searchParams);
    check(route.query, query);
    if (route === HEALTH_ROUTE) return answerHealth();
    const nothing: RequestBody = { text: '', value: undefined };
    const body = route.body ? await readBody(request, route.mediaTypes, signal) : nothing;
    const work = route.prepare({ params, query, body: body.value, operationId, bearer, signal });
    if (route.needs && !adapter.capabilities[route.needs]) throw new Refusal(501, 'not-supported');
    await inTime(signal, passBotCheck(route, info, operationId, body.text));
    return answer(route, request, await inTime(signal, work(adapter)));
  }

  async function dispatch(request: Request, platform: unknown, name: (route: string) => void): Promise<Response> {
    const url = new URL(request.url);
    const place = find(url.pathname, basePath);
    if (!place) throw new Refusal(404, 'not-found', { detail: 'Nothing is at this address.' });
    const methods = place.routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    const allow = [...methods, 'OPTIONS'].join(', ');
    if (request.method === 'OPTIONS') {
      name(`OPTIONS ${place.routes[0]?.path ?? ''}`);
      const headers = { Allow: allow, 'Cache-Control': 'no-store', ...crossOrigin.preflight(request, methods) };
      return new Response(null, { status: 204, headers });
    }
    const wanted = request.method === 'HEAD' ? 'GET' : request.method;
    const route = place.routes.find(({ method }) => method === wanted);
    if (!route) {
      throw new Refusal(405, 'not-supported', {
        detail: `Allowed here: ${allow}.`,
        issues: [{ pointer: '', code: 'method' }],
        headers: { Allow: allow },
      });
    }
    const pattern = `${route.method} ${route.path}`;
    name(pattern);
    const timeout = new AbortController();
    const late = new Refusal(503, 'timeout', { retryAfterMs: 1000, detail: `No answer within ${timeoutMs} ms.` });
    const timer = setTimeout(() => timeout.abort(late), timeoutMs);
    // A write goes on when its client has gone: the same operation id will come again and ask how it ended.
    const signal = wanted === 'GET' ? AbortSignal.any([timeout.signal, request.signal]) : timeout.signal;
    const info: RequestInfo = { request, route: pattern, platform };
    try {
      const response = await serve(route, place.params, url, info, signal);
      return request.method === 'HEAD' ? new Response(null, response) : response;
    } catch (error) {
      // Nobody reads this answer; the status keeps it out of the log's failures.
      throw signal.aborted && !timeout.signal.aborted ? new Refusal(499, 'aborted', { cause: error }) : error;
    } finally {
      clearTimeout(timer);
    }
  }

  function refuse(refusal: Refusal): Response {
    const { retryAfterMs, headers } = refusal.options;
    return json(refusal.status, problemOf(refusal, serverTime()), {
      'Content-Type': 'application/problem+json; charset=utf-8',
      ...(retryAfterMs !== undefined && { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) }),
      ...headers,
    });
  }

  return async (request, platform) => {
    const start = now();
    const requestId = crypto.randomUUID();
    let route = '-';
    let refusal: Refusal | undefined;
    const response = await dispatch(request, platform, (name) => (route = name)).catch((error: unknown) => {
      refusal = refusalOf(error);
      return refuse(refusal);
    });
    const headers = { ...SECURITY_HEADERS, ...hsts, ...crossOrigin.headers(request), 'X-Request-Id': requestId };
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    const entry: LogEntry = {
      requestId,
      route,
      status: response.status,
      ...(refusal && { code: refusal.code }),
      durationMs: now() - start,
    };
    quietly(() => options.log?.(entry));
    if (refusal && refusal.status >= 500) {
      const { cause } = refusal.options;
      quietly(() => options.onError?.(cause ?? refusal, entry));
    }
    return response;
  };
}
