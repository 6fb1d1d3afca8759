import { digest } from './digest.js';
import { problemOf } from './problem-answer.js';
import type { Refusal } from './refusal.js';

/** What every answer says to the browser. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

const NO_STORE = { 'Cache-Control': 'no-store' };

/** An answer without a body. */
export function bare(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...NO_STORE, ...headers } });
}

/** An answer in JSON that nobody may store, unless the headers say otherwise. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...NO_STORE, ...headers },
  });
}

/** A refusal as `application/problem+json`. */
export function problem(refusal: Refusal, serverTime: string): Response {
  const { retryAfterMs, headers } = refusal.options;
  return json(refusal.status, problemOf(refusal, serverTime), {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...(retryAfterMs !== undefined && { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) }),
    ...headers,
  });
}

function fits(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag.slice(2));
}

/** An answer that may be stored for `maxAge` seconds, shown ten times as long while asked for anew; 304 if it is known. */
export async function cacheable(request: Request, body: object, maxAge: number): Promise<Response> {
  // The server's time differs with each answer, so the tag is weak and stands for the rest.
  const etag = `W/"${(await digest(JSON.stringify({ ...body, serverTime: '' }))).slice(0, 22)}"`;
  const headers = {
    ETag: etag,
    'Cache-Control': `public, max-age=${maxAge}, stale-while-revalidate=${maxAge * 10}`,
  };
  return fits(request.headers.get('if-none-match'), etag) ? bare(304, headers) : json(200, body, headers);
}
