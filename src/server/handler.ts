import * as z from 'zod/mini';
import type { SchedulingAdapter } from '../adapters/adapter.js';
import { SmpError } from '../domain/errors.js';
import { memoryBotPasses, oncePerOperation } from './bot-check.js';
import { cors } from './cors.js';
import { inTime } from './deadline.js';
import { digest } from './digest.js';
import type { HandledRequest, Handler, HandlerOptions, LogEntry } from './handler-options.js';
import { refusalOf } from './problem-answer.js';
import { Refusal } from './refusal.js';
import { readBody, readBytes, type RequestBody } from './request-body.js';
import { check, readQuery } from './request-check.js';
import { bearerOf, operationIdOf, versionOf } from './request-proof.js';
import { bare, cacheable, json, problem, SECURITY_HEADERS } from './response.js';
import { find, type Place } from './router.js';
import type { Route } from './route.js';
import { HEALTH_ROUTE } from './routes.js';

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

/** What has a version can be changed by whoever names it. */
function etagOf(answer: unknown): Readonly<Record<string, string>> {
  const { version } = answer as { version?: unknown };
  return typeof version === 'number' ? { ETag: `"${version}"` } : {};
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

  async function answerHealth(signal: AbortSignal): Promise<Response> {
    const well = await inTime(signal, options.health?.() ?? Promise.resolve()).then(
      () => true,
      () => false,
    );
    const tzdb = tzdbOfRuntime();
    return json(well ? 200 : 503, {
      status: well ? 'ok' : 'unavailable',
      apiVersion: 'v1',
      ...(tzdb !== undefined && { tzdb }),
      serverTime: serverTime(),
    });
  }

  async function passBotCheck(info: HandledRequest, operationId: string, body: string, signal: AbortSignal) {
    if (!botCheck) return;
    // Limited in time itself, or the copies of this operation would wait for a check that hangs for ever.
    const ask = (): Promise<boolean> => inTime(signal, botCheck({ ...info, operationId }));
    if (await oncePassed(await digest(info.route, operationId, body), ask)) return;
    throw new Refusal(403, 'unauthorized', { issues: [{ pointer: '', code: 'bot-check' }] });
  }

  async function answer(route: Route, request: Request, result: unknown): Promise<Response> {
    if (!route.answer) return bare(route.status);
    const whole = typeof result === 'object' && result !== null ? { ...result, serverTime: serverTime() } : result;
    const checked = z.safeParse(route.answer, whole);
    if (!checked.success) {
      const fields = checked.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ');
      throw new Refusal(500, 'unknown', {
        cause: new SmpError('invalid-response', `${adapter.name}.${route.id} answered in a wrong shape: ${fields}`),
      });
    }
    return route.id === 'getClinic'
      ? cacheable(request, checked.data as object, clinicMaxAge)
      : json(route.status, checked.data, etagOf(checked.data));
  }

  async function serve(route: Route, place: Place, info: HandledRequest, signal: AbortSignal): Promise<Response> {
    const { request } = info;
    const limited = rateLimit && (await inTime(signal, rateLimit(info)));
    if (limited) throw new Refusal(429, 'rate-limited', { retryAfterMs: limited.retryAfterMs });
    const operationId = operationIdOf(route, request.headers);
    const bearer = bearerOf(route, request.headers);
    const version = versionOf(route, request.headers);
    const query = readQuery(place.search);
    check(route.query, query);
    if (route === HEALTH_ROUTE) return answerHealth(signal);
    if (route.needs && !adapter.capabilities[route.needs]) throw new Refusal(501, 'not-supported');
    const { text, value } = await bodyOf(route, request, signal);
    const work = route.prepare({ params: place.params, query, body: value, operationId, bearer, version, signal });
    if (route.botCheck) await inTime(signal, passBotCheck(info, operationId, text, signal));
    return answer(route, request, await inTime(signal, work(adapter)));
  }

  async function bodyOf(route: Route, request: Request, signal: AbortSignal): Promise<RequestBody> {
    if (route.raw) return { text: '', value: await readBytes(request, route.mediaTypes, signal) };
    return route.body ? readBody(request, route.mediaTypes, signal) : { text: '', value: undefined };
  }

  async function serveInTime(route: Route, place: Place, info: HandledRequest): Promise<Response> {
    const { request } = info;
    const timeout = new AbortController();
    const limitMs = route.raw ? timeoutMs * 3 : timeoutMs;
    const late = new Refusal(503, 'timeout', { retryAfterMs: 1000, detail: `No answer within ${limitMs} ms.` });
    const timer = setTimeout(() => timeout.abort(late), limitMs);
    // A write goes on when its client has gone: the same operation id will come again and ask how it ended.
    const signal = route.method === 'GET' ? AbortSignal.any([timeout.signal, request.signal]) : timeout.signal;
    try {
      const response = await serve(route, place, info, signal);
      return request.method === 'HEAD' ? new Response(null, response) : response;
    } catch (error) {
      // Nobody reads this answer; the status keeps it out of the log's failures.
      throw signal.aborted && !timeout.signal.aborted ? new Refusal(499, 'aborted', { cause: error }) : error;
    } finally {
      clearTimeout(timer);
    }
  }

  async function dispatch(request: Request, platform: unknown, name: (route: string) => void): Promise<Response> {
    const place = find(request.url, basePath);
    if (!place) throw new Refusal(404, 'not-found', { detail: 'Nothing is at this address.' });
    const methods = place.routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    const allow = [...methods, 'OPTIONS'].join(', ');
    if (request.method === 'OPTIONS') {
      name(`OPTIONS ${place.path}`);
      return bare(204, { Allow: allow, ...crossOrigin.preflight(request, methods) });
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
    return serveInTime(route, place, { request, route: pattern, platform });
  }

  return async (request, platform) => {
    const start = now();
    const requestId = crypto.randomUUID();
    let route = '-';
    let refusal: Refusal | undefined;
    const response = await dispatch(request, platform, (name) => (route = name)).catch((error: unknown) => {
      refusal = refusalOf(error);
      return problem(refusal, serverTime());
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
    // What is not supported is no failure.
    if (refusal && refusal.status >= 500 && refusal.code !== 'not-supported') {
      const { cause } = refusal.options;
      quietly(() => options.onError?.(cause ?? refusal, entry));
    }
    return response;
  };
}
