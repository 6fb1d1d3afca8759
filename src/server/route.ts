import * as z from 'zod/mini';
import type { AdapterCapabilities, SchedulingAdapter } from '../adapters/adapter.js';
import { Refusal } from './refusal.js';

/** A request as the handler has read it, before its route checks the fields. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The idempotency key; made up where the route needs none. */
  readonly operationId: string;
  /** The token of an `Authorization: Bearer` header. */
  readonly bearer: string;
  /** The version of an `If-Match` header; 0 where the route needs none. */
  readonly version: number;
  /** Aborted when the time of the request is over, and for reads also when the client has gone. */
  readonly signal: AbortSignal;
}

/** Starts the adapter's work for a request whose fields are right. */
export type Work = (adapter: SchedulingAdapter) => Promise<unknown>;

/** One call of the wire protocol. The table of these drives the handler and the OpenAPI document alike. */
export interface Route {
  /** Stable name, also the `operationId` of the OpenAPI document. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base path, with `{name}` for a parameter. */
  readonly path: string;
  readonly summary: string;
  /** The capability that the adapter must have. */
  readonly needs?: keyof AdapterCapabilities;
  /** Must the request have an `Idempotency-Key`? */
  readonly key: boolean;
  /** Does the request prove itself with `Authorization: Bearer`? */
  readonly bearer: boolean;
  /** Must the request name in `If-Match` the version that it changes? Answers then have it as their `ETag`. */
  readonly versioned: boolean;
  /** Is a bot check due before the adapter is asked? */
  readonly botCheck: boolean;
  readonly params: z.core.$ZodType;
  readonly query: z.core.$ZodType;
  readonly body?: z.core.$ZodType;
  /** Is the body bytes, not JSON? Then `Call.body` is a `Uint8Array`, and the request may take three times as long. */
  readonly raw: boolean;
  /** Media types that the body may have. */
  readonly mediaTypes: readonly string[];
  /** Status and schema of a success; without a schema the answer has no body. */
  readonly status: 200 | 201 | 202 | 204;
  readonly answer?: z.core.$ZodType;
  /** Statuses of refusals that are this route's own. */
  readonly refusals: readonly number[];
  /** Checks every field. @throws Refusal 422 */
  prepare(call: Call): Work;
}

const JSON_ONLY = ['application/json'];

const None = z.object({});

type RouteBase = Pick<Route, 'id' | 'method' | 'path' | 'summary' | 'status' | 'refusals'> &
  Partial<
    Pick<
      Route,
      | 'needs'
      | 'key'
      | 'bearer'
      | 'versioned'
      | 'botCheck'
      | 'params'
      | 'query'
      | 'body'
      | 'raw'
      | 'mediaTypes'
      | 'answer'
    >
  >;

/** Completes a route with what most have. */
export function route(base: RouteBase, prepare: (call: Call) => Work): Route {
  return {
    key: false,
    bearer: false,
    versioned: false,
    botCheck: false,
    params: None,
    query: None,
    raw: false,
    mediaTypes: JSON_ONLY,
    ...base,
    prepare,
  };
}

/** For a method that an adapter lacks. @throws Refusal 501 */
export function notSupported(): never {
  throw new Refusal(501, 'not-supported');
}
