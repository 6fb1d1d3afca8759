import {
  addDays,
  designIssues,
  isCourseOnRequest,
  needsApproval,
  SmpError,
  type Booking,
  type BookingDraft,
  type Candidate,
  type Course,
  type CourseDraft,
  type Clinic,
  type Hold,
  type HoldProof,
  type HoldRequest,
  type RequestOptions,
  type SchedulingAdapter,
  type SlotPage,
  type SlotQuery,
  type WaitlistRequest,
  type WriteOptions,
  type CancelRequest,
  type ManagedBooking,
  type ManageToken,
  type RescheduleRequest,
  type TouchUpChannel,
} from 'smp-widgets/server';
import { ClinicBook, type Opened } from './clinic-book.js';
import { ConsultationIntake } from './consultation-intake.js';
import { linkConsultation } from './consultation-record.js';
import { insertCourse, readCourse } from './courses.js';
import type { Database, Queries } from './database.js';
import { insertBooking, readBusyTimes, readVisit, recordClient, setSuccessor } from './diary.js';
import { guarded } from './guarded.js';
import type { HealthCipher } from './health-cipher.js';
import { Holds } from './holds.js';
import type { Signer } from './manage-token.js';
import { Management } from './management.js';
import { once } from './operation.js';
import type { PhotoStore } from './photo-store.js';
import { candidatesOf, takeSlot } from './slot-taking.js';
import { TouchUps } from './touch-ups.js';
import { bookingOf, type NewVisit, type Visit } from './visit.js';
import { addToWaitlist } from './waitlist.js';

/** How many days behind the page asked for are read with it, to find the next free one; seldom more are needed. */
const DAYS_AHEAD = 7;

/** Options of {@link postgresAdapter}. */
export interface PostgresAdapterOptions {
  /** Signs manage tokens and the proofs of holds and consultations. */
  readonly signer: Signer;
  /** Seals what is about health. Default: none, and no consultations are taken. */
  readonly cipher?: HealthCipher;
  /** Where photos go. Default: none are taken. */
  readonly photos?: PhotoStore;
  /** By which ways reminders of touch-ups go out. Default: all. Without any, nobody can ask for them. */
  readonly reminders?: readonly TouchUpChannel[] | undefined;
  /** How long a hold lasts. Default 600 seconds. */
  readonly holdSeconds?: number;
  /**
   * How often a hold may be extended. Default 3. With `holdSeconds` it says how long a time may be kept in all, whoever
   * asks: 40 minutes within four hours. Then it is not kept any more (`not-supported`), and can only be booked.
   */
  readonly extensions?: number;
  /** The clock that notice, booking window and “today” go by, in milliseconds since 1970. Holds go by the database's. */
  readonly now?: () => number;
  /** Told of each mistake in the clinic's changes to the questionnaire, by its code. What is wrong is left out. */
  readonly onSettingsMistake?: (code: string) => void;
}

/**
 * A scheduling backend on PostgreSQL or PGlite. Whoever comes first is decided by the database, in the one statement
 * that stores a visit; everything looked up before serves only to answer well.
 */
export function postgresAdapter(database: Database, options: PostgresAdapterOptions): SchedulingAdapter {
  return new PostgresAdapter(database, options);
}

class PostgresAdapter implements SchedulingAdapter {
  readonly name = 'postgres';
  readonly capabilities;
  // There exactly when the capability is.
  declare readonly submitConsultation?: NonNullable<SchedulingAdapter['submitConsultation']>;
  declare readonly eraseConsultation?: NonNullable<SchedulingAdapter['eraseConsultation']>;
  declare readonly uploadPhoto?: NonNullable<SchedulingAdapter['uploadPhoto']>;
  declare readonly deletePhoto?: NonNullable<SchedulingAdapter['deletePhoto']>;
  declare readonly signUpForTouchUps?: NonNullable<SchedulingAdapter['signUpForTouchUps']>;
  declare readonly getTouchUps?: NonNullable<SchedulingAdapter['getTouchUps']>;
  declare readonly updateTouchUps?: NonNullable<SchedulingAdapter['updateTouchUps']>;
  declare readonly stopTouchUps?: NonNullable<SchedulingAdapter['stopTouchUps']>;
  readonly #reminders: readonly TouchUpChannel[];
  readonly #database: Database;
  readonly #signer: Signer;
  readonly #now: () => number;
  readonly #book: ClinicBook;
  readonly #holds: Holds;
  readonly #intake: ConsultationIntake | undefined;
  readonly #management: Management;

  constructor(database: Database, options: PostgresAdapterOptions) {
    this.#database = database;
    this.#signer = options.signer;
    this.#now = options.now ?? Date.now;
    this.#book = new ClinicBook(options.onSettingsMistake);
    this.#holds = new Holds({
      database,
      book: this.#book,
      signer: options.signer,
      now: this.#now,
      seconds: options.holdSeconds ?? 600,
      extensions: options.extensions ?? 3,
    });
    this.#management = new Management({
      database,
      book: this.#book,
      signer: options.signer,
      now: this.#now,
      cipher: options.cipher,
    });
    const { cipher, photos, reminders = ['email', 'sms'] } = options;
    this.#reminders = reminders;
    this.capabilities = {
      holds: true,
      waitlist: true,
      consultations: cipher !== undefined,
      photos: cipher !== undefined && photos !== undefined,
      management: true,
      courses: true,
      touchUps: reminders.length > 0,
    };
    if (reminders.length > 0) {
      const shared = { database, book: this.#book, signer: options.signer, now: this.#now };
      const touchUps = new TouchUps({ ...shared, channels: reminders });
      this.signUpForTouchUps = (request, write) => guarded(write, () => touchUps.signUp(request, write.operationId));
      this.getTouchUps = (token, read = {}) => guarded(read, () => touchUps.get(token));
      this.updateTouchUps = (update, write) => guarded(write, () => touchUps.update(update, write.operationId));
      this.stopTouchUps = (stop, write) => guarded(write, () => touchUps.stop(stop));
    }
    if (!cipher) return;
    const { signer } = options;
    const intake = new ConsultationIntake({ database, book: this.#book, signer, cipher, now: this.#now }, photos);
    this.#intake = intake;
    this.submitConsultation = (draft, write) => guarded(write, () => intake.submit(draft, write));
    this.eraseConsultation = (proof, write) => guarded(write, () => intake.erase(proof));
    if (!photos) return;
    this.uploadPhoto = (photo, write) => guarded(write, () => intake.upload(photo, write));
    this.deletePhoto = (photo, write) => guarded(write, () => intake.deletePhoto(photo));
  }

  getBooking(token: ManageToken, options: RequestOptions = {}): Promise<ManagedBooking> {
    return guarded(options, () => this.#management.get(token));
  }

  reschedule(request: RescheduleRequest, options: WriteOptions): Promise<ManagedBooking> {
    return guarded(options, () => this.#management.reschedule(request, options.operationId));
  }

  cancel(request: CancelRequest, options: WriteOptions): Promise<ManagedBooking> {
    return guarded(options, () => this.#management.cancel(request, options.operationId));
  }

  getClinic(options: RequestOptions = {}): Promise<Clinic> {
    return guarded(options, async () => {
      const { clinic } = await this.#book.open(this.#database);
      const { consents, touchUps } = clinic;
      return structuredClone({
        ...clinic,
        // Nobody agrees to what can't be sent.
        ...(consents && { consents: consents.filter(({ purpose }) => canSend(purpose, this.#reminders)) }),
        touchUps: withChannels(touchUps, this.#reminders),
      });
    });
  }

  listSlots(query: SlotQuery, options: RequestOptions = {}): Promise<SlotPage> {
    return guarded(options, async () => {
      const { availability } = await this.#book.open(this.#database);
      const now = this.#now();
      const search = availability.resolve(query, now);
      const from = search.from < search.today ? search.today : search.from;
      const near = addDays(search.to < search.today ? search.today : search.to, DAYS_AHEAD);
      const busy = await readBusyTimes(this.#database, availability.spanOf(from, near));
      const page = availability.pageOf(search, availability.list(search, busy, now), now, query.cursor);
      const tzdb = process.versions['tz'];
      return {
        ...page,
        ...(tzdb === undefined ? {} : { tzdb }),
        nextAvailable:
          availability.nextAvailable(search, busy, now, near) ??
          (await this.#farAvailable(availability, search, near, now)),
      };
    });
  }

  async #farAvailable(
    availability: Opened['availability'],
    search: ReturnType<Opened['availability']['resolve']>,
    after: string,
    now: number,
  ): Promise<string | null> {
    const last = availability.lastDate(now);
    if (after >= last) return null;
    const busy = await readBusyTimes(this.#database, availability.spanOf(addDays(after, 1), last));
    return availability.nextAvailable({ ...search, to: after }, busy, now);
  }

  holdSlot(request: HoldRequest, options: WriteOptions): Promise<Hold> {
    return guarded(options, () => this.#holds.hold(request, options.operationId));
  }

  extendHold(proof: HoldProof, options: WriteOptions): Promise<Hold> {
    return guarded(options, () => this.#holds.extend(proof, options.operationId));
  }

  releaseHold(proof: HoldProof, options: WriteOptions): Promise<void> {
    return guarded(options, () => this.#holds.release(proof));
  }

  createBooking(draft: BookingDraft, options: WriteOptions): Promise<Booking> {
    const operation = { scope: 'booking', key: options.operationId, content: lasting(draft) } as const;
    return guarded(options, () =>
      once(this.#database, operation, {
        run: async (transaction, id, revision) => {
          const issues = designIssues(draft);
          if (issues.length > 0) throw new SmpError('validation', 'This is no design', { issues });
          const opened = await this.#book.open(transaction, revision);
          const consultation = draft.consultation && (await this.#intake?.proven(transaction, draft.consultation));
          const outcome = await this.#intake?.outcome(transaction, consultation);
          const asks = needsApproval(opened.clinic, draft, outcome, this.#now());
          const visit = await this.#createBooking(transaction, opened, asks ? { ...draft, request: true } : draft, id);
          if (consultation !== undefined) await linkConsultation(transaction, visit.id, consultation);
          return { id: visit.id, answer: bookingOf(visit, this.#signer) };
        },
        replay: async (transaction, id) => {
          const visit = id === undefined ? undefined : await readVisit(transaction, id);
          if (!visit) throw new SmpError('not-found', 'The booking is gone');
          return bookingOf(visit, this.#signer);
        },
      }),
    );
  }

  bookCourse(draft: CourseDraft, options: WriteOptions): Promise<Course> {
    const operation = { scope: 'course', key: options.operationId, content: lasting(draft) } as const;
    const again = async (transaction: Queries, id: string | undefined): Promise<Course> => {
      const course = id === undefined ? undefined : await readCourse(transaction, id, this.#signer);
      if (!course) throw new SmpError('not-found', 'The course is gone');
      return course;
    };
    return guarded(options, () =>
      once(this.#database, operation, {
        run: async (transaction, id, revision) => {
          const issues = designIssues(draft);
          if (issues.length > 0) throw new SmpError('validation', 'This is no design', { issues });
          const opened = await this.#book.open(transaction, revision);
          const consultation = draft.consultation && (await this.#intake?.proven(transaction, draft.consultation));
          const outcome = await this.#intake?.outcome(transaction, consultation);
          const asks =
            isCourseOnRequest(draft, opened.clinic) ||
            draft.sessions.some((one) => needsApproval(opened.clinic, one, outcome, this.#now()));
          const sent = asks ? { ...draft, request: true } : draft;
          const visits = await insertCourse(transaction, opened, sent, id, (session, sessionId) =>
            this.#createBooking(transaction, opened, session, sessionId),
          );
          if (consultation !== undefined) {
            for (const visit of visits) await linkConsultation(transaction, visit.id, consultation);
          }
          return { id, answer: await again(transaction, id) };
        },
        replay: again,
      }),
    );
  }

  async #createBooking(transaction: Queries, opened: Opened, draft: BookingDraft, id: string): Promise<Visit> {
    const { candidates, service } = candidatesOf(opened, draft, this.#now());
    const status = service.confirmation === 'request' || draft.request ? 'requested' : 'confirmed';
    const { confirmed, became, spent } = await this.#holds.redeem(transaction, draft, status);
    if (became) return became;
    const insert = (visit: NewVisit) => insertBooking(transaction, visit, status);
    const wish = { slotId: draft.slotId, service, candidates: firstHeld(candidates, spent), id, insert };
    const booked = confirmed ?? (await takeSlot(transaction, opened, wish, this.#now()));
    if (spent) await setSuccessor(transaction, spent.id, booked.id);
    await recordClient(transaction, booked, draft);
    return booked;
  }

  joinWaitlist(request: WaitlistRequest, options: WriteOptions): Promise<void> {
    const operation = { scope: 'waitlist', key: options.operationId, content: request } as const;
    return guarded(options, () =>
      once(this.#database, operation, {
        run: async (transaction, id, revision) => {
          const { availability } = await this.#book.open(transaction, revision);
          const { service, practitioner, location, from, to } = request;
          const { today } = availability.resolve(
            { service, ...(practitioner && { practitioner }), ...(location && { location }), ...(from && { from }) },
            this.#now(),
          );
          // What is over at once could be joined again at once, and told of each time.
          if (to !== undefined && (to < today || (from !== undefined && to < from))) {
            const issues = [{ pointer: '/to', code: 'range' }];
            throw new SmpError('validation', 'to is over, or before from', { issues });
          }
          await addToWaitlist(transaction, id, request, today);
          return { id, answer: undefined };
        },
        replay: () => Promise.resolve(),
      }),
    );
  }
}

/** Whoever was held is asked first. */
function firstHeld(candidates: readonly Candidate[], held?: Visit): readonly Candidate[] {
  const rank = ({ practitioner }: Candidate) => (practitioner === held?.resource_id ? 0 : 1);
  return [...candidates].sort((left, right) => rank(left) - rank(right));
}

/** Is a consent to text messages about something that goes out? */
const canSend = (purpose: string, reminders: readonly TouchUpChannel[]): boolean =>
  purpose !== 'appointment-sms' || reminders.includes('sms');

/** The clinic's settings of touch-ups, with no more channels than messages go out by. */
function withChannels(touchUps: unknown, reminders: readonly TouchUpChannel[]): unknown {
  if (typeof touchUps !== 'object' || touchUps === null || !('channels' in touchUps)) return touchUps;
  const { channels } = touchUps;
  if (!Array.isArray(channels)) return touchUps;
  return { ...touchUps, channels: channels.filter((one) => reminders.some((channel) => channel === one)) };
}

/** What a copy has in common with the first: a page that was loaded again has no longer the note. */
function lasting<Draft extends BookingDraft | CourseDraft>({ note: _note, ...draft }: Draft): Omit<Draft, 'note'> {
  return draft;
}
