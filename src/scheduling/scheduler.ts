import type * as z from 'zod/mini';
import type { AdapterCapabilities, RequestOptions, SchedulingAdapter, WriteOptions } from '../adapters/adapter.js';
import { Booking, BookingDraft } from '../domain/booking.js';
import { Clinic } from '../domain/clinic.js';
import { SmpError, isSmpError } from '../domain/errors.js';
import { Hold, HoldProof, HoldRequest } from '../domain/hold.js';
import { MAX_PAGE_SLOTS, SlotPage, SlotQuery, type Slot } from '../domain/slot.js';
import { WaitlistRequest } from '../domain/waitlist.js';
import { checked } from './answer.js';
import { abortError, attempt } from './attempt.js';
import { systemClock, type Clock } from './clock.js';
import { failureOf, isDecided, mayHaveTakenEffect } from './failure.js';
import { browserLocks, withOperationLock, type OperationLocks } from './operation-lock.js';
import { isOperationId, newOperationId } from './operation.js';
import { DEFAULT_RETRY_LIMITS, decideRetry, type RetryLimits } from './retry.js';

/**
 * How a write ended. `refused`: the backend said no, or nothing was sent; nothing was done. `unknown`: it may have been
 * done. Never show `unknown` as a failure: send the same content with the same operation id again, which either does it
 * or tells what was done.
 */
export type WriteOutcome<T> =
  | { readonly status: 'confirmed'; readonly value: T }
  | { readonly status: 'refused'; readonly error: SmpError }
  | { readonly status: 'unknown'; readonly error: SmpError };

/** Told before a request is sent again. */
export interface RetryInfo {
  /** Tries made so far, from 1. */
  readonly attempt: number;
  /** The wait that the backend asked for, in milliseconds, if it did. */
  readonly retryAfterMs?: number;
}

/** Options of a write through the {@link Scheduler}. */
export interface ScheduledWriteOptions {
  /** Names the operation; see `newOperationId` and `OperationLog`. Keep it for as long as the content stays the same. */
  readonly operationId: string;
  /** Called before each further try. */
  readonly onRetry?: (info: RetryInfo) => void;
  /** Heeded only until the first try: a write that was sent is not aborted. */
  readonly signal?: AbortSignal;
}

/** Something a developer may want to know; never shown to visitors. */
export interface Diagnostic {
  /** An error code, or `duplicate-slots`, `slots-capped`, `cursor-loop`. */
  readonly code: string;
  /** The adapter's method that was called. */
  readonly method: string;
  readonly message: string;
}

/** Limits of a {@link Scheduler}; the defaults suit a web page. All times in milliseconds. */
export interface SchedulerOptions extends Partial<RetryLimits> {
  /** Longest wait for one try. Default 10,000. */
  readonly timeoutMs?: number;
  readonly clock?: Clock;
  /** Source of the jitter. Default `Math.random`. */
  readonly random?: () => number;
  /** Keeps two tabs from sending one operation at a time. Default: the browser's Web Locks, where there are any. */
  readonly locks?: OperationLocks | undefined;
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
}

type Method = keyof Omit<SchedulingAdapter, 'name' | 'capabilities'>;

/** How all tries of one request ended. `effect`: one of them may have changed something. */
type Ending<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SmpError; readonly effect: boolean };

interface Sending {
  readonly signal?: AbortSignal | undefined;
  readonly onRetry?: ((info: RetryInfo) => void) | undefined;
  /** When the first try began, by the clock. */
  readonly since: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const MAX_PAGES = 50;
const REQUIRED: readonly Method[] = ['getClinic', 'listSlots', 'createBooking'];

/** Reads an adapter's answer. */
type Reader<T> = (answer: unknown) => T;

const reader =
  <T>(schema: z.ZodMiniType<T>, what: string): Reader<T> =>
  (answer) =>
    checked(schema, answer, 'invalid-response', what);
const readClinic = reader(Clinic, 'The clinic');
const readSlots = reader(SlotPage, 'The page of slots');
const readHold = reader(Hold, 'The hold');
const readBooking = reader(Booking, 'The booking');
const readNothing: Reader<undefined> = () => undefined;

const refused = (error: SmpError): WriteOutcome<never> => ({ status: 'refused', error });

/**
 * Guards an adapter: checks what goes in and what comes out, ends calls that hang, sends again what may be sent again,
 * and turns whatever an adapter throws into one {@link SmpError}. Reads reject with an `SmpError` and nothing else;
 * writes never reject. What an adapter is handed and what it returns is copied, so that neither side can change the other's.
 */
export class Scheduler {
  readonly #adapter: SchedulingAdapter;
  readonly #options: SchedulerOptions;
  readonly #limits: RetryLimits;
  readonly #timeoutMs: number;
  readonly #clock: Clock;
  readonly #locks: OperationLocks | undefined;
  readonly #inFlight = new Map<string, Promise<WriteOutcome<unknown>>>();

  constructor(adapter: SchedulingAdapter, options: SchedulerOptions = {}) {
    this.#adapter = adapter;
    this.#options = options;
    this.#limits = { ...DEFAULT_RETRY_LIMITS, ...options };
    this.#timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    this.#clock = options.clock ?? systemClock;
    this.#locks = 'locks' in options ? options.locks : browserLocks();
  }

  /** The adapter's name, for diagnosis. */
  get adapterName(): string {
    try {
      return String(this.#adapter.name);
    } catch {
      return 'unknown';
    }
  }

  /** What can be asked for: what the adapter declares and has methods for, less what the clinic switches off. */
  capabilities(clinic?: Pick<Clinic, 'capabilities'>): AdapterCapabilities {
    const can = (capability: keyof AdapterCapabilities, ...methods: readonly Method[]): boolean => {
      try {
        return (
          this.#adapter.capabilities[capability] === true &&
          clinic?.capabilities?.[capability] !== false &&
          methods.every((method) => typeof this.#adapter[method] === 'function')
        );
      } catch {
        return false;
      }
    };
    return { holds: can('holds', 'holdSlot', 'extendHold', 'releaseHold'), waitlist: can('waitlist', 'joinWaitlist') };
  }

  /** @throws SmpError */
  getClinic(options?: RequestOptions): Promise<Clinic> {
    return this.#read('getClinic', readClinic, undefined, options, this.#clock.now());
  }

  /**
   * All free times that the query asks for, in order of their instant, each once. Where the backend has more than 5,000,
   * the first ones are returned and `next` is set.
   *
   * @throws SmpError
   */
  async listSlots(query: SlotQuery, options?: RequestOptions): Promise<SlotPage> {
    const asked = checked(SlotQuery, query, 'validation', 'The slot query');
    const since = this.#clock.now();
    const slots = new Map<string, Slot>();
    const cursors = new Set<string>();
    let duplicates = 0;
    let first: SlotPage | undefined;
    let next = asked.cursor;
    for (;;) {
      const page = await this.#read('listSlots', readSlots, next ? { ...asked, cursor: next } : asked, options, since);
      first ??= page;
      for (const slot of page.slots) {
        if (slots.has(slot.id)) duplicates++;
        else slots.set(slot.id, slot);
      }
      if (page.nextAvailable !== undefined) first = { ...first, nextAvailable: page.nextAvailable };
      next = page.next;
      if (next === undefined) break;
      if (cursors.has(next)) {
        this.#tell('listSlots', 'cursor-loop', 'The same page came again; its cursor is ignored');
        next = undefined;
        break;
      }
      cursors.add(next);
      if (slots.size >= MAX_PAGE_SLOTS || cursors.size >= MAX_PAGES) {
        this.#tell('listSlots', 'slots-capped', `More than ${slots.size} slots in ${cursors.size} pages`);
        break;
      }
    }
    if (duplicates > 0) this.#tell('listSlots', 'duplicate-slots', `${duplicates} slots came more than once`);
    const { next: _, ...page } = first;
    return { ...page, slots: inOrder([...slots.values()]).slice(0, MAX_PAGE_SLOTS), ...(next && { next }) };
  }

  /** Keeps a slot for the visitor. */
  holdSlot(request: HoldRequest, options: ScheduledWriteOptions): Promise<WriteOutcome<Hold>> {
    return this.#write('holdSlot', HoldRequest, readHold, request, options);
  }

  /** Prolongs a hold. */
  extendHold(hold: HoldProof, options: ScheduledWriteOptions): Promise<WriteOutcome<Hold>> {
    return this.#write('extendHold', HoldProof, readHold, hold, options);
  }

  /** Books a slot. */
  createBooking(draft: BookingDraft, options: ScheduledWriteOptions): Promise<WriteOutcome<Booking>> {
    return this.#write('createBooking', BookingDraft, readBooking, draft, options);
  }

  /** Asks to be told when a time becomes free. */
  joinWaitlist(request: WaitlistRequest, options: ScheduledWriteOptions): Promise<WriteOutcome<undefined>> {
    return this.#write('joinWaitlist', WaitlistRequest, readNothing, request, options);
  }

  /** Lets a hold go, as well as it can: never rejects, and a hold that stays runs out by itself. Sent before it returns. */
  async releaseHold(hold: HoldProof): Promise<void> {
    try {
      const proof = checked(HoldProof, hold, 'validation', 'The hold');
      await this.#send(
        'releaseHold',
        readNothing,
        proof,
        { operationId: newOperationId() },
        { since: this.#clock.now() },
      );
    } catch {
      // Not a hold, so there is nothing to let go.
    }
  }

  async #read<T>(
    method: 'getClinic' | 'listSlots',
    read: Reader<T>,
    query: SlotQuery | undefined,
    options: RequestOptions | undefined,
    since: number,
  ): Promise<T> {
    const ending = await this.#send(method, read, query, {}, { signal: options?.signal, since });
    if (ending.ok) return ending.value;
    throw ending.error;
  }

  /** One promise for one operation, however often it is asked for while it is under way. */
  #write<In, Out>(
    method: Method,
    input: z.ZodMiniType<In>,
    read: Reader<Out>,
    content: In,
    options: ScheduledWriteOptions,
  ): Promise<WriteOutcome<Out>> {
    let sent: In;
    try {
      if (!isOperationId(options.operationId)) throw new SmpError('invalid-config', 'The operation id is ill-formed');
      sent = checked(input, content, 'validation', `What ${method} is to send`);
    } catch (error) {
      return Promise.resolve(refused(isSmpError(error) ? error : failureOf(error)));
    }
    const key = JSON.stringify([method, options.operationId, sent]);
    const running = this.#inFlight.get(key);
    if (running) return running as Promise<WriteOutcome<Out>>;
    const outcome = this.#writeOnce(method, read, sent, options).finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, outcome);
    return outcome;
  }

  async #writeOnce<In, Out>(
    method: Method,
    read: Reader<Out>,
    content: In,
    { operationId, onRetry, signal }: ScheduledWriteOptions,
  ): Promise<WriteOutcome<Out>> {
    const since = this.#clock.now();
    const lock = { clock: this.#clock, patienceMs: this.#timeoutMs };
    return withOperationLock(this.#locks, operationId, lock, async () => {
      if (signal?.aborted) return refused(abortError());
      const ending = await this.#send(method, read, content, { operationId }, { onRetry, since });
      if (ending.ok) return { status: 'confirmed', value: ending.value };
      return { status: ending.effect ? 'unknown' : 'refused', error: ending.error };
    });
  }

  /** Sends one request until it is answered or the limits are reached. Never rejects. */
  async #send<T>(
    method: Method,
    read: Reader<T>,
    content: unknown,
    options: Partial<WriteOptions>,
    { signal, onRetry, since }: Sending,
  ): Promise<Ending<T>> {
    let effect = false;
    for (let tries = 1; ; tries++) {
      if (signal?.aborted) return { ok: false, error: abortError(), effect };
      const timeoutMs = Math.max(1, Math.min(this.#timeoutMs, this.#limits.totalMs - this.#elapsed(since)));
      const failed = await this.#try(method, read, content, options, { timeoutMs, signal });
      if (failed.ok) return failed;
      const { error } = failed;
      if (error.code === 'aborted') return { ok: false, error, effect };
      effect ||= mayHaveTakenEffect(error);
      this.#tell(method, error.code, error.message);
      const random = (this.#options.random ?? Math.random)();
      const decision = decideRetry(error, tries, this.#elapsed(since), random, this.#limits);
      if (!decision.retry) return { ok: false, error, effect: effect && !isDecided(error) };
      const { retryAfterMs } = error;
      quietly(() => onRetry?.({ attempt: tries, ...(retryAfterMs !== undefined && { retryAfterMs }) }));
      await this.#clock.sleep(decision.delayMs, signal);
    }
  }

  async #try<T>(
    method: Method,
    read: Reader<T>,
    content: unknown,
    options: Partial<WriteOptions>,
    limits: { readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
  ): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SmpError }> {
    try {
      const answer = await attempt((signal) => this.#call(method, content, { ...options, signal }), {
        clock: this.#clock,
        ...limits,
      });
      return { ok: true, value: read(answer) };
    } catch (error) {
      return { ok: false, error: isSmpError(error) ? error : failureOf(error) };
    }
  }

  #call(method: Method, content: unknown, options: Partial<WriteOptions>): unknown {
    const adapter = this.#adapter as unknown as Partial<Record<Method, (...args: readonly unknown[]) => unknown>>;
    if (typeof adapter?.[method] !== 'function') {
      const code = REQUIRED.includes(method) ? 'invalid-config' : 'not-supported';
      throw new SmpError(code, `The adapter has no method ${method}`);
    }
    return content === undefined ? adapter[method](options) : adapter[method](structuredClone(content), options);
  }

  #elapsed(since: number): number {
    return this.#clock.now() - since;
  }

  #tell(method: Method, code: string, message: string): void {
    quietly(() => this.#options.onDiagnostic?.({ code, method, message }));
  }
}

/** Runs a caller's function whose failure is none of our concern. */
function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // The caller's own.
  }
}

function inOrder(slots: readonly Slot[]): Slot[] {
  return slots
    .map((slot) => ({ slot, at: Date.parse(slot.start) }))
    .sort((a, b) => a.at - b.at)
    .map(({ slot }) => slot);
}
