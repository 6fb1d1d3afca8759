import assert from 'node:assert/strict';
import { Problem } from '../../src/domain/problem.js';
import type { Handler } from '../../src/server/index.js';

export const ORIGIN = 'https://api.example';
export const KEY = 'operation-0123456789';

/** What {@link ask} sends beside method and path. */
export interface Ask {
  readonly headers?: Readonly<Record<string, string>>;
  /** Text and bytes go as they are; anything else as JSON with its content type and a key. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** A request as a test sends it. */
export function requestOf(method: string, path: string, { headers = {}, body, signal }: Ask = {}): Request {
  const raw = typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
  const json = body !== undefined && !raw;
  return new Request(ORIGIN + path, {
    method,
    headers: { ...(json && { 'content-type': 'application/json', 'idempotency-key': KEY }), ...headers },
    ...(body !== undefined && { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    ...(body instanceof ReadableStream && { duplex: 'half' }),
    ...(signal && { signal }),
  });
}

export function ask(handler: Handler, method: string, path: string, options?: Ask): Promise<Response> {
  return handler(requestOf(method, path, options));
}

/** The body of a success, with its `serverTime` checked and taken out. */
export async function answerOf(response: Response, status: number): Promise<Record<string, unknown>> {
  const text = await response.text();
  assert.equal(response.status, status, text);
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  const { serverTime, ...rest } = JSON.parse(text) as Record<string, unknown>;
  assert.match(String(serverTime), /^\d{4}-\d\d-\d\dT.*Z$/);
  return rest;
}

/** The body of a refusal, checked to be a whole problem. */
export async function problemOf(response: Response, status: number, code: string): Promise<Problem> {
  const text = await response.text();
  assert.equal(response.status, status, text);
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  const problem = Problem.parse(JSON.parse(text));
  assert.equal(problem.status, status);
  assert.equal(problem.code, code);
  assert.equal(problem.type, `urn:smp-widgets:problem:${code}`);
  return problem;
}

/** The one issue of a refusal, as `pointer code`. */
export function issuesOf(problem: Problem): string[] {
  return (problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
}
