import type * as z from 'zod/mini';
import type { AdapterCapabilities, RequestOptions, SchedulingAdapter } from '../adapters/adapter.js';
import { Booking, BookingDraft } from '../domain/booking.js';
import { Clinic } from '../domain/clinic.js';
import { SmpError, isSmpError } from '../domain/errors.js';
import { Hold, HoldProof, HoldRequest } from '../domain/hold.js';
import { SlotPage, SlotQuery } from '../domain/slot.js';
import { WaitlistRequest } from '../domain/waitlist.js';
import { checked } from './answer.js';
import { abortError } from './attempt.js';
import { systemClock, type Clock } from './clock.js';
import { Courier, type Errand, type Method, type RetryInfo } from './courier.js';
import { failureOf } from './failure.js';
import { browserLocks, withOperationLock, type OperationLocks } from './operation-lock.js';
import { isOperationId, newOperationId } from './operation.js';
import { DEFAULT_RETRY_LIMITS, type RetryLimits } from './retry.js';
import { SlotList } from './slot-list.js';
import { isDecided, type WriteOutcome } from './write-outcome.js';

export type { WriteOutcome } from './write-outcome.js';

/** The methods that each capability stands for. */
const CAPABILITIES = {
  holds: ['holdSlot', 'extendHold', 'releaseHold'],
  waitlist: ['joinWaitlist'],
  consultations: ['submitConsultation', 'eraseConsultation'],
  photos: ['uploadPhoto', 'deletePhoto'],
  management: ['getBooking', 'reschedule', 'cancel'],
  courses: ['bookCourse'],
  touchUps: ['signUpForTouchUps', 'getTouchUps', 'updateTouchUps', 'stopTouchUps'],
} as const satisfies Record<keyof AdapterCapabilities, readonly Method[]>;

/** Options of a write through the {@link Scheduler}. */
export interface ScheduledWriteOptions {
  /** Names the operation; see `newOperationId` and `OperationLog`. Keep it for as long as the content stays the same. */
  readonly operationId: string;
  /** It may have been sent before this page was loaded, as `OperationLog` tells. Default false. */
  readonly resumed?: boolean;
  /** Called before each further try. */
  readonly onRetry?: (info: RetryInfo) => void;
  /** Heeded only until the first try: a write that was sent is not aborted. */
  readonly signal?: AbortSignal;
}

/** Options of an upload, which its visitor may also stop half way. */
export interface ScheduledUploadOptions extends ScheduledWriteOptions {
  /** Told how much has been sent, from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
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

const DEFAULT_TIMEOUT_MS = 10_000;

/** Reads an adapter's answer. @throws SmpError `invalid-response` */
export type Reader<T> = (answer: unknown) => T;

/** One kind of write: which method, what may be sent, and how the answer is read. */
export interface WriteKind<In, Out> {
  readonly method: Method;
  readonly schema: z.ZodMiniType<In>;
  readonly read: Reader<Out>;
  /** Longest wait for one try, in milliseconds. Default: the Scheduler's. */
  readonly timeoutMs?: number;
  /** Of what was sent, all that tells it from another write under the same id. Default: all of it. */
  readonly identity?: (sent: In) => unknown;
}

/** Makes a reader of a schema; `what` names the thing for developers. */
export const reader =
  <T>(schema: z.ZodMiniType<T>, what: string): Reader<T> =>
  (answer) =>
    checked(schema, answer, 'invalid-response', what);
const readClinic = reader(Clinic, 'The clinic');
const readSlots = reader(SlotPage, 'The page of slots');
const readHold = reader(Hold, 'The hold');
const readBooking = reader(Booking, 'The booking');
/** For answers that say nothing. */
export const readNothing: Reader<undefined> = () => undefined;

const ended = (error: SmpError, effect: boolean): WriteOutcome<never> => ({
  status: effect ? 'unknown' : 'refused',
  error,
});

/**
 * Guards an adapter: checks what goes in and what comes out, ends calls that hang, sends again what may be sent again,
 * and turns whatever an adapter throws into one {@link SmpError}. Reads reject with an `SmpError` and nothing else;
 * writes never reject. What an adapter is handed and what it returns is copied, so that neither side can change the other's.
 */
export class Scheduler {
  readonly #adapter: SchedulingAdapter;
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #locks: OperationLocks | undefined;
  readonly #onDiagnostic: SchedulerOptions['onDiagnostic'];
  readonly #courier: Courier;
  /** Operations whose outcome this page does not know. */
  readonly #unresolved = new Set<string>();
  readonly #inFlight = new Map<string, Promise<WriteOutcome<unknown>>>();

  constructor(adapter: SchedulingAdapter, options: SchedulerOptions = {}) {
    const { clock = systemClock, random = Math.random, timeoutMs = DEFAULT_TIMEOUT_MS, onDiagnostic } = options;
    this.#adapter = adapter;
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
    this.#locks = 'locks' in options ? options.locks : browserLocks();
    this.#onDiagnostic = onDiagnostic;
    this.#courier = new Courier(adapter, {
      clock,
      random,
      limits: { ...DEFAULT_RETRY_LIMITS, ...options },
      timeoutMs,
      onFailure: (method, { code, message }) => this.#tell({ code, method, message }),
    });
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
  capabilities(clinic?: Pick<Clinic, 'capabilities'>): Required<AdapterCapabilities> {
    const can = (capability: keyof AdapterCapabilities): boolean => {
      try {
        return (
          this.#adapter.capabilities[capability] === true &&
          clinic?.capabilities?.[capability] !== false &&
          CAPABILITIES[capability].every((method) => typeof this.#adapter[method] === 'function')
        );
      } catch {
        return false;
      }
    };
    return {
      holds: can('holds'),
      waitlist: can('waitlist'),
      consultations: can('consultations'),
      photos: can('photos'),
      management: can('management'),
      courses: can('courses'),
      touchUps: can('touchUps'),
    };
  }

  /** @throws SmpError */
  getClinic(options?: RequestOptions): Promise<Clinic> {
    const since = this.#clock.now();
    return this.#read({ method: 'getClinic', content: undefined, read: readClinic, since, signal: options?.signal });
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
    const page = (content: SlotQuery): Promise<SlotPage> =>
      this.#read({ method: 'listSlots', content, read: readSlots, since, signal: options?.signal });
    const list = new SlotList(await page(asked));
    for (let cursor = list.next(); cursor !== undefined; cursor = list.next()) {
      list.add(await page({ ...asked, cursor }));
    }
    for (const remark of list.remarks) this.#tell({ ...remark, method: 'listSlots' });
    return list.toPage();
  }

  /** Keeps a slot for the visitor. */
  holdSlot(request: HoldRequest, options: ScheduledWriteOptions): Promise<WriteOutcome<Hold>> {
    return this.write({ method: 'holdSlot', schema: HoldRequest, read: readHold }, request, options);
  }

  /** Prolongs a hold. */
  extendHold(hold: HoldProof, options: ScheduledWriteOptions): Promise<WriteOutcome<Hold>> {
    return this.write({ method: 'extendHold', schema: HoldProof, read: readHold }, hold, options);
  }

  /** Books a slot. */
  createBooking(draft: BookingDraft, options: ScheduledWriteOptions): Promise<WriteOutcome<Booking>> {
    return this.write({ method: 'createBooking', schema: BookingDraft, read: readBooking }, draft, options);
  }

  /** Asks to be told when a time becomes free. */
  joinWaitlist(request: WaitlistRequest, options: ScheduledWriteOptions): Promise<WriteOutcome<undefined>> {
    return this.write({ method: 'joinWaitlist', schema: WaitlistRequest, read: readNothing }, request, options);
  }

  /** Lets a hold go, as well as it can: never rejects, and a hold that stays runs out by itself. Sent before it returns. */
  async releaseHold(hold: HoldProof): Promise<void> {
    try {
      await this.#courier.send({
        method: 'releaseHold',
        content: checked(HoldProof, hold, 'validation', 'The hold'),
        options: { operationId: newOperationId() },
        read: readNothing,
        since: this.#clock.now(),
      });
    } catch {
      // Not a hold, so there is nothing to let go.
    }
  }

  /** Any read, as {@link write} is any write. @throws SmpError */
  read<T>(method: Method, content: unknown, read: Reader<T>, { signal }: RequestOptions = {}): Promise<T> {
    return this.#read({ method, content, read, since: this.#clock.now(), signal });
  }

  async #read<T>(errand: Errand<T>): Promise<T> {
    const ending = await this.#courier.send(errand);
    if (ending.ok) return ending.value;
    throw ending.error;
  }

  /**
   * Any write: what the methods above do, and what those do that are loaded with the elements that need them. One
   * promise for one operation, however often it is asked for while it is under way. Never rejects.
   */
  write<In, Out>(
    kind: WriteKind<In, Out>,
    content: In,
    options: ScheduledWriteOptions & Pick<ScheduledUploadOptions, 'onProgress'>,
  ): Promise<WriteOutcome<Out>> {
    const { method, schema, identity } = kind;
    let sent: In;
    try {
      if (!isOperationId(options.operationId)) throw new SmpError('invalid-config', 'The operation id is ill-formed');
      sent = checked(schema, content, 'validation', `What ${method} is to send`);
    } catch (error) {
      return Promise.resolve(ended(isSmpError(error) ? error : failureOf(error), false));
    }
    const key = JSON.stringify([method, options.operationId, identity ? identity(sent) : sent]);
    const running = this.#inFlight.get(key);
    if (running) return running as Promise<WriteOutcome<Out>>;
    const outcome = this.#writeOnce(kind, sent, options).finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, outcome);
    return outcome;
  }

  async #writeOnce<In, Out>(
    { method, read, timeoutMs, identity }: WriteKind<In, Out>,
    content: In,
    { operationId, resumed, onRetry, signal, onProgress }: ScheduledUploadOptions,
  ): Promise<WriteOutcome<Out>> {
    const since = this.#clock.now();
    const key = `${method} ${operationId}`;
    const patience = { clock: this.#clock, patienceMs: this.#timeoutMs };
    const outcome = await withOperationLock(
      this.#locks,
      operationId,
      patience,
      async (): Promise<WriteOutcome<Out>> => {
        const sentBefore = resumed === true || this.#unresolved.has(key);
        if (signal?.aborted) return ended(abortError(), sentBefore);
        const errand = {
          method,
          content,
          options: { operationId, ...(onProgress && { onProgress }) },
          read,
          since,
          resumed: sentBefore,
          onRetry,
          ...(timeoutMs !== undefined && { timeoutMs }),
          // What has an identity of its own is an upload, which may be stopped half way.
          ...(identity && { signal }),
        };
        const ending = await this.#courier.send(errand);
        return ending.ok ? { status: 'confirmed', value: ending.value } : ended(ending.error, ending.effect);
      },
    );
    if (outcome.status === 'unknown') this.#unresolved.add(key);
    else if (isDecided(outcome)) this.#unresolved.delete(key);
    return outcome;
  }

  #tell(diagnostic: Diagnostic): void {
    try {
      this.#onDiagnostic?.(diagnostic);
    } catch {
      // A listener that fails must not end a request.
    }
  }
}
