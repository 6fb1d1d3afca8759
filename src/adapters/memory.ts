import type { BusyRange } from '../domain/busy-times.js';
import type { Clinic } from '../domain/clinic.js';
import type { Booking, BookingDraft } from '../domain/booking.js';
import { needsApproval } from '../domain/consultation/approval.js';
import { isCourseOnRequest } from '../domain/course/course-check.js';
import type { ConsultationProof } from '../domain/consultation/consultation-proof.js';
import type { TouchUpPlan, TouchUpRequest, TouchUpStop, TouchUpUpdate } from '../domain/care/touch-up-request.js';
import type { Consultation, ConsultationDraft } from '../domain/consultation/consultation.js';
import type { Photo, PhotoName, PhotoUpload } from '../domain/consultation/photo.js';
import { applySettings } from '../domain/consultation/questionnaire-settings.js';
import type { Course, CourseDraft } from '../domain/course/course.js';
import { SmpError } from '../domain/errors.js';
import type { Hold, HoldProof, HoldRequest } from '../domain/hold.js';
import type { ManagedBooking } from '../domain/managed-booking.js';
import type { CancelRequest, RescheduleRequest } from '../domain/management-request.js';
import type { ClinicSchedule } from '../domain/schedule.js';
import type { SlotPage, SlotQuery } from '../domain/slot.js';
import { addDays, type PlainDate } from '../domain/time/plain-date.js';
import { wallTime } from '../domain/time/zone.js';
import type { WaitlistRequest } from '../domain/waitlist.js';
import type { AdapterCapabilities, RequestOptions, SchedulingAdapter, UploadOptions, WriteOptions } from './adapter.js';
import { demoBusyTimes, demoClinic, demoSchedule } from './demo-clinic.js';
import { suffer, type Fault, type MemoryCall, type MemoryMethod } from './memory-fault.js';
import { MemoryConsultations, type MemoryConsultation } from './memory-consultations.js';
import { MemoryCourses } from './memory-courses.js';
import { MemoryManagement } from './memory-management.js';
import { MemoryLedger, type MemoryBooking } from './memory-ledger.js';
import { MemoryOperations } from './memory-operations.js';
import { MemoryReminders, type MemoryTouchUps } from './memory-touch-ups.js';

export type { Fault, MemoryCall, MemoryMethod } from './memory-fault.js';
export type { MemoryConsultation, MemoryPhoto } from './memory-consultations.js';
export type { MemoryBooking } from './memory-ledger.js';
export type { MemoryTouchUps } from './memory-touch-ups.js';

const DEMO_DAYS = 200;

/** Options of {@link memoryAdapter}. */
export interface MemoryAdapterOptions {
  /** Default: an invented clinic in London whose calendar looks lived in. */
  readonly clinic?: Clinic;
  /** When the clinic can be booked. Default: the invented clinic's; a clinic given alone is never open. */
  readonly schedule?: ClinicSchedule;
  /** Time that is taken already. Default: none, or the invented clinic's appointments. */
  readonly busy?: readonly BusyRange[];
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** What can be done beyond listing and booking. Default: everything. */
  readonly capabilities?: Partial<AdapterCapabilities>;
  /** How long a hold lasts, in milliseconds. Default 10 minutes. */
  readonly holdMs?: number;
  /** How often a hold can be prolonged. Default 3. */
  readonly maxExtensions?: number;
  /** How long an answer takes, in milliseconds: always the same or somewhere between two. Default 0. */
  readonly latencyMs?: number | readonly [min: number, max: number];
  /** `false`: forgets operation ids, as a backend does that a test should catch. Default true. */
  readonly idempotent?: boolean;
  /** Where ids and latencies come from: numbers from 0 up to 1. Default: the platform's cryptographic source. */
  readonly random?: () => number;
  /** Asked before each call what goes wrong with it. Default: nothing. */
  readonly faults?: (call: MemoryCall) => Fault | undefined;
}

/** What a {@link memoryAdapter} has in store, as copies. */
export interface MemoryState {
  readonly bookings: readonly MemoryBooking[];
  /** Live holds. */
  readonly holds: readonly Hold[];
  readonly waitlist: readonly WaitlistRequest[];
  /** Consultations that were not withdrawn, with their photos. */
  readonly consultations: readonly MemoryConsultation[];
  /** Who wants to be reminded of touch-ups. */
  readonly touchUps: readonly MemoryTouchUps[];
  /** How often each method was called, whatever came of it. */
  readonly calls: Readonly<Record<MemoryMethod, number>>;
}

/** A whole backend in memory. */
export interface MemoryAdapter extends SchedulingAdapter {
  /** For tests and demonstrations to look at. */
  readonly state: MemoryState;
}

/**
 * A whole backend in memory, true to the contract: holds that run out, conflicts, alternatives, operation ids, waiting
 * list. For demonstrations, stories and tests; what it knows is gone with the page.
 * @throws RangeError for a time zone that this engine does not know
 */
export function memoryAdapter(options: MemoryAdapterOptions = {}): MemoryAdapter {
  const { now = Date.now, random = secureRandom, latencyMs = 0, idempotent = true, faults } = options;
  const capabilities: AdapterCapabilities = {
    holds: true,
    waitlist: true,
    consultations: true,
    photos: true,
    management: true,
    courses: true,
    touchUps: true,
    ...options.capabilities,
  };
  const clinic = options.clinic ?? demoClinic;
  const isDemo = clinic === demoClinic;
  const ledger = new MemoryLedger({
    clinic,
    schedule: options.schedule ?? (isDemo ? demoSchedule : { practitioners: [] }),
    busy: options.busy ?? (isDemo ? demoAppointments(now()) : []),
    holdMs: options.holdMs ?? 600_000,
    maxExtensions: options.maxExtensions ?? 3,
    random,
  });
  const consultations = new MemoryConsultations({
    questionnaire: () => applySettings(clinic.consultation).questionnaire,
    findBooking: (id) => ledger.bookings.find(({ booking }) => booking.bookingId === id),
    token: (length) => ledger.token(length),
    reference: () => ledger.reference(),
  });
  const courses = new MemoryCourses(ledger);
  const management = new MemoryManagement(ledger, courses, consultations);
  const reminders = new MemoryReminders((length) => ledger.token(length));
  const today = (): PlainDate => wallTime(clinic.timeZone, now()).date;
  const operations = new MemoryOperations();
  const attempts = new Map<string, number>();
  const calls: Record<MemoryMethod, number> = {
    getClinic: 0,
    listSlots: 0,
    createBooking: 0,
    holdSlot: 0,
    extendHold: 0,
    releaseHold: 0,
    joinWaitlist: 0,
    submitConsultation: 0,
    eraseConsultation: 0,
    uploadPhoto: 0,
    deletePhoto: 0,
    bookCourse: 0,
    getBooking: 0,
    reschedule: 0,
    cancel: 0,
    signUpForTouchUps: 0,
    getTouchUps: 0,
    updateTouchUps: 0,
    stopTouchUps: 0,
  };

  function call<T>(method: MemoryMethod, act: () => T, { signal, operationId }: Partial<WriteOptions>): Promise<T> {
    calls[method] += 1;
    const key = `${method} ${operationId ?? ''}`;
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    const fault = faults?.({ method, attempt, ...(operationId !== undefined && { operationId }) });
    if (fault?.kind === 'throw') throw fault.error;
    // A write that was sent goes on: nobody could tell what came of it.
    const listening = operationId === undefined ? signal : undefined;
    return pause(latencyOf(latencyMs, random), listening).then(() => (fault ? suffer(fault, act) : act()));
  }

  function read<T>(method: MemoryMethod, act: () => T, options: RequestOptions = {}): Promise<T> {
    return call(method, () => structuredClone(act()), options);
  }

  function write<R, T>(
    method: MemoryMethod,
    request: R,
    act: (sent: R) => T,
    options: WriteOptions,
    answer: (result: T) => T = same,
  ): Promise<T> {
    // The caller may change its request while it travels.
    const sent = structuredClone(request);
    // A page that was loaded again has no longer the note.
    const { note: _note, ...content } = sent as R & { readonly note?: string };
    const run = (): T =>
      idempotent
        ? operations.run(method, options.operationId, content, now(), () => act(sent))
        : structuredClone(act(sent));
    return call(method, () => answer(run()), options);
  }

  /** A hold as it stands now: a copy of the operation that made it may come minutes later. */
  function timed(hold: Hold): Hold {
    return { ...hold, expiresInMs: Math.max(0, Date.parse(hold.expiresAt) - now()) };
  }

  return {
    name: 'memory',
    capabilities,
    get state() {
      return structuredClone({
        bookings: ledger.bookings,
        holds: ledger.liveHolds(now()),
        waitlist: [...ledger.waitlist.values()],
        consultations: consultations.list,
        touchUps: reminders.list,
        calls,
      });
    },
    getClinic: (options?: RequestOptions): Promise<Clinic> => read('getClinic', () => ledger.clinic, options),
    listSlots: (query: SlotQuery, options?: RequestOptions): Promise<SlotPage> => {
      const sent = { ...query };
      return read('listSlots', () => ledger.list(sent, now()), options);
    },
    createBooking: (draft: BookingDraft, options: WriteOptions): Promise<Booking> =>
      write(
        'createBooking',
        draft,
        (sent) => {
          const outcome = consultations.check(sent);
          const asks = needsApproval(ledger.clinic, sent, outcome, now());
          const booking = ledger.book(asks ? { ...sent, request: true } : sent, now());
          consultations.link(sent, booking.bookingId);
          return booking;
        },
        options,
      ),
    ...(capabilities.holds && {
      holdSlot: (request: HoldRequest, options: WriteOptions): Promise<Hold> =>
        write('holdSlot', request, (sent) => ledger.hold(sent, now()), options, timed),
      extendHold: (hold: HoldProof, options: WriteOptions): Promise<Hold> =>
        write('extendHold', hold, (sent) => ledger.extend(sent, now()), options, timed),
      releaseHold: (hold: HoldProof, options: WriteOptions): Promise<void> =>
        write('releaseHold', hold, (sent) => ledger.release(sent, now()), options),
    }),
    ...(capabilities.waitlist && {
      joinWaitlist: (request: WaitlistRequest, options: WriteOptions): Promise<void> =>
        write('joinWaitlist', request, (sent) => ledger.join(sent, today()), options),
    }),
    ...(capabilities.consultations && {
      submitConsultation: (draft: ConsultationDraft, options: WriteOptions): Promise<Consultation> =>
        write('submitConsultation', draft, (sent) => consultations.submit(sent, today()), options),
      eraseConsultation: (proof: ConsultationProof, options: WriteOptions): Promise<void> =>
        write('eraseConsultation', proof, (sent) => consultations.erase(sent), options),
    }),
    ...(capabilities.courses && {
      bookCourse: (draft: CourseDraft, options: WriteOptions): Promise<Course> =>
        write(
          'bookCourse',
          draft,
          (sent) => {
            const outcome = consultations.check(sent);
            const asks =
              isCourseOnRequest(sent, ledger.clinic) ||
              sent.sessions.some((one) => needsApproval(ledger.clinic, one, outcome, now()));
            const course = courses.book(asks ? { ...sent, request: true } : sent, now());
            for (const { bookingId } of course.sessions) consultations.link(sent, bookingId);
            return course;
          },
          options,
        ),
    }),
    ...(capabilities.management && {
      getBooking: (token: string, options?: RequestOptions): Promise<ManagedBooking> =>
        read('getBooking', () => management.get(token, now()), options),
      reschedule: (request: RescheduleRequest, options: WriteOptions): Promise<ManagedBooking> =>
        write('reschedule', request, (sent) => management.reschedule(sent, now()), options),
      cancel: (request: CancelRequest, options: WriteOptions): Promise<ManagedBooking> =>
        write('cancel', request, (sent) => management.cancel(sent, now()), options),
    }),
    ...(capabilities.touchUps && {
      signUpForTouchUps: (request: TouchUpRequest, options: WriteOptions): Promise<void> =>
        write('signUpForTouchUps', request, (sent) => reminders.signUp(sent), options),
      getTouchUps: (token: string, options?: RequestOptions): Promise<TouchUpPlan> =>
        read('getTouchUps', () => reminders.get(token), options),
      updateTouchUps: (update: TouchUpUpdate, options: WriteOptions): Promise<TouchUpPlan> =>
        write('updateTouchUps', update, (sent) => reminders.update(sent), options),
      stopTouchUps: (stop: TouchUpStop, options: WriteOptions): Promise<void> =>
        write('stopTouchUps', stop, (sent) => reminders.stop(sent), options),
    }),
    ...(capabilities.photos && {
      uploadPhoto: async ({ image, ...name }: PhotoUpload, options: UploadOptions): Promise<Photo> => {
        const content = new Uint8Array(await image.arrayBuffer());
        options.onProgress?.(0);
        // The bytes themselves are part of what an operation id stands for.
        const request = { ...name, content: [...content.subarray(0, 64), content.length, sumOf(content)] };
        const photo = await write(
          'uploadPhoto',
          request,
          () => consultations.putPhoto(name, name.angle, content),
          options,
        );
        options.onProgress?.(1);
        return photo;
      },
      deletePhoto: ({ angle, ...proof }: PhotoName, options: WriteOptions): Promise<void> =>
        write('deletePhoto', { ...proof, angle }, () => consultations.deletePhoto(proof, angle), options),
    }),
  };
}

/** Tells one content from another of the same length, well enough for a mistake to be noticed. */
function sumOf(content: Uint8Array): number {
  let sum = 0;
  for (const byte of content) sum = (sum * 31 + byte) % 4_294_967_291;
  return sum;
}

function same<T>(value: T): T {
  return value;
}

function demoAppointments(now: number): BusyRange[] {
  return demoBusyTimes(addDays(wallTime(demoClinic.timeZone, now).date, -1), DEMO_DAYS);
}

function latencyOf(latencyMs: number | readonly [min: number, max: number], random: () => number): number {
  if (typeof latencyMs === 'number') return latencyMs;
  const [min, max] = latencyMs;
  return min + random() * (max - min);
}

/** Resolves after `ms`, at the next turn when 0. @throws `aborted` as soon as the signal is */
function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(new SmpError('aborted', 'Nobody waits for the answer', { cause: signal?.reason }));
    };
    const timer =
      ms > 0 && !signal?.aborted
        ? setTimeout(() => {
            signal?.removeEventListener('abort', abort);
            resolve();
          }, ms)
        : undefined;
    if (signal?.aborted) abort();
    else if (timer === undefined) resolve();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

function secureRandom(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
