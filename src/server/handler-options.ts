import type { BotPasses } from './bot-check.js';
import type { AllowedOrigins } from './cors.js';

/** One request, as the hooks are told of it. */
export interface HandledRequest {
  /** For its address and headers; its body is the handler's. */
  readonly request: Request;
  /** `POST /v1/holds/{holdId}/extend`: the pattern, so that nothing of the visitor's is in it. */
  readonly route: string;
  /** What the runtime passed beside the request (Deno: `{remoteAddr}`, Bun: the server, Workers: the bindings). */
  readonly platform: unknown;
}

/** A request that a bot check decides on. */
export interface BotCheckInfo extends HandledRequest {
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

/** Options of `createHandler`. */
export interface HandlerOptions {
  /** What stands before `/v1` in the address: `/smp` serves `/smp/v1/…`. Default: nothing. */
  readonly basePath?: string;
  /** Pages of which other origins may use the API. Default: none, so only pages of the API's own origin. */
  readonly origins?: AllowedOrigins;
  /** Request headers beyond the protocol's that those pages may send, such as the one with a bot check's token. */
  readonly allowHeaders?: readonly string[];
  /** Called before the body is read. Return how long to wait to refuse with 429. Default: no limit. */
  readonly rateLimit?: (info: HandledRequest) => Promise<{ readonly retryAfterMs: number } | undefined>;
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
  /**
   * Called with what was thrown when the answer is a 5xx, but for `not-supported`. The error is the adapter's own and may say
   * anything.
   */
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
