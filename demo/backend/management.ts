import { randomUUID } from 'node:crypto';
import {
  changeableUntil,
  checkChanges,
  checkGaps,
  checkLate,
  formatInstant,
  managedVersion,
  moveLimits,
  offersOf,
  offsetAt,
  parseSlotId,
  slotTakenAt,
  SmpError,
  type CancelRequest,
  type ManagedBooking,
  type ManagedSession,
  type RescheduleRequest,
  type ScreeningOutcome,
  type SessionGap,
  type SessionMove,
  type SlotStart,
} from 'smp-widgets/server';
import { serviceOf, type ClinicBook, type Opened } from './clinic-book.js';
import { readDueDeposit } from './course-deposit.js';
import { sqlState, TryAgain, type Database, type Queries, type Row } from './database.js';
import { insertHold, isUuid } from './diary.js';
import { readOutcomes } from './consultation-record.js';
import type { HealthCipher } from './health-cipher.js';
import type { Signer } from './manage-token.js';
import { once } from './operation.js';
import { NOTHING_BUSY, takeSlot } from './slot-taking.js';
import { bookingOf, NEW_VISIT_COLUMNS, NEW_VISIT_VALUES, slotOf, valuesOf, VISIT_COLUMNS } from './visit.js';
import type { NewVisit, Visit } from './visit.js';

/** For the blink between taking the new time and giving it to the booking. */
const HOLD_SECONDS = 60;

/** What {@link Management} works with. */
export interface ManagementOptions {
  readonly database: Database;
  readonly book: ClinicBook;
  readonly signer: Signer;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Opens what consultations mean. Absent: there are none. */
  readonly cipher?: HealthCipher | undefined;
}

/** A row of the token's booking, or of each session of its course. */
interface Session extends Visit {
  readonly token_version: number;
}

interface Managed {
  readonly sessions: readonly Session[];
  readonly gapDays?: SessionGap | undefined;
  /** The offer that its course is of. */
  readonly offerId?: string | undefined;
  /** What the consultations of its sessions mean, by the session's id. */
  readonly outcomes: ReadonlyMap<string, ScreeningOutcome>;
}

const SESSIONS = `
  select ${VISIT_COLUMNS} from booking
  where (booking.id = $1 or booking.course_id = (select course_id from booking where id = $1))
    and reference is not null
  order by starts_at, booking.id`;

/** What clients do with the links in their mail. */
export class Management {
  readonly #options: ManagementOptions;

  constructor(options: ManagementOptions) {
    this.#options = options;
  }

  /** @throws `unauthorized` */
  async get(token: string): Promise<ManagedBooking> {
    const { database, book } = this.#options;
    const managed = await this.#open(database, token);
    return this.#shown(database, managed, await book.open(database));
  }

  /** @throws `unauthorized`, `version-conflict`, `not-found`, `slot-taken`, `validation` */
  reschedule(request: RescheduleRequest, operationId: string): Promise<ManagedBooking> {
    const ids = request.moves.map(({ bookingId }) => bookingId);
    return this.#change(request, operationId, ids, '/moves', async (transaction, managed, opened) => {
      await transaction.query('savepoint before_move');
      try {
        await this.#move(transaction, managed, opened, request.moves);
      } catch (error) {
        await transaction.query('rollback to savepoint before_move').catch(() => undefined);
        throw error;
      }
      await transaction.query('release savepoint before_move');
    });
  }

  /** @throws `unauthorized`, `version-conflict`, `not-found` */
  cancel(request: CancelRequest, operationId: string): Promise<ManagedBooking> {
    return this.#change(request, operationId, request.bookingIds, '/cancel', async (transaction) => {
      await transaction.query(
        `with changed as (
           update booking set status = 'cancelled', version = version + 1, updated_at = clock_timestamp(),
             cancelled_at = now()
           where id = any ($1::uuid[]) returning id)
         insert into outbox (kind, ref) select 'booking.cancelled', id from changed`,
        [[...request.bookingIds]],
      );
    });
  }

  #change(
    request: RescheduleRequest | CancelRequest,
    key: string,
    ids: readonly string[],
    pointer: string,
    work: (transaction: Queries, managed: Managed, opened: Opened) => Promise<void>,
  ): Promise<ManagedBooking> {
    const { database, book } = this.#options;
    const answer = async (transaction: Queries): Promise<ManagedBooking> =>
      this.#shown(transaction, await this.#open(transaction, request.token), await book.open(transaction));
    return once(database, { scope: 'manage', key, content: request } as const, {
      run: async (transaction, _, revision) => {
        const managed = await this.#open(transaction, request.token, true);
        const opened = await book.open(transaction, revision);
        if (managedVersion(managed.sessions) !== request.version) {
          throw new SmpError('version-conflict', 'The booking was changed in the meantime');
        }
        this.#check(managed, opened, ids, pointer);
        await work(transaction, managed, opened);
        return { id: managed.sessions[0]?.id, answer: await answer(transaction) };
      },
      replay: answer,
    });
  }

  /** The same refusal for whatever is wrong with a token. @throws `unauthorized` */
  async #open(queries: Queries, token: string, lock = false): Promise<Managed> {
    const { signer, now } = this.#options;
    const grant = signer.readManageToken(token, now());
    const sessions =
      typeof grant === 'string' || !isUuid(grant.bookingId)
        ? []
        : await queries.query<Session>(`${SESSIONS} ${lock ? 'for update' : ''}`, [grant.bookingId]);
    const own = typeof grant === 'string' ? undefined : sessions.find(({ id }) => id === grant.bookingId);
    if (!own || typeof grant === 'string' || own.token_version !== grant.version) {
      throw new SmpError('unauthorized', 'This token opens nothing');
    }
    const { cipher } = this.#options;
    const course = own.course_id === null ? undefined : await courseOf(queries, own.course_id);
    return {
      sessions,
      gapDays: course?.gap,
      offerId: course?.offer_id,
      outcomes: cipher
        ? await readOutcomes(
            queries,
            cipher,
            sessions.map(({ id }) => id),
          )
        : new Map(),
    };
  }

  #check(managed: Managed, opened: Opened, ids: readonly string[], pointer: string): void {
    checkChanges(ids, pointer, (id) => {
      const session = managed.sessions.find((one) => one.id === id);
      return session && this.#isChangeable(session, opened);
    });
  }

  async #move(transaction: Queries, managed: Managed, opened: Opened, moves: readonly SessionMove[]): Promise<void> {
    // Their own times don't stand in the way, and one may take another's.
    await transaction.query(`update booking set status = 'released' where id = any ($1::uuid[])`, [
      moves.map(({ bookingId }) => bookingId),
    ]);
    const dates = new Map(managed.sessions.map(({ id, local_date }) => [id, local_date]));
    for (const [index, move] of moves.entries()) {
      const session = managed.sessions.find(({ id }) => id === move.bookingId);
      if (!session) continue;
      const moved = await this.#moveOne(transaction, opened, session, move.slotId, index);
      checkLate(this.#limits(managed, session, opened), slotOf(moved), this.#options.now(), index);
      dates.set(moved.id, moved.local_date);
    }
    if (!managed.gapDays) return;
    const standing = managed.sessions.filter(({ status }) => status !== 'cancelled');
    checkGaps(
      standing.map(({ id, local_date }) => dates.get(id) ?? local_date),
      managed.gapDays,
      standing.map(({ local_date }) => local_date),
    );
  }

  async #moveOne(
    transaction: Queries,
    opened: Opened,
    session: Session,
    slotId: string,
    index: number,
  ): Promise<Visit> {
    const { now } = this.#options;
    if (parseSlotId(slotId)?.service !== session.service_id) {
      const issues = [{ pointer: `/moves/${index}/slotId`, code: 'mismatch' }];
      throw new SmpError('validation', 'The time is one of another service', { issues });
    }
    const rank = ({ practitioner }: { practitioner: string }) => (practitioner === session.resource_id ? 0 : 1);
    const candidates = opened.availability.candidates(slotId, NOTHING_BUSY, now()).sort((a, b) => rank(a) - rank(b));
    let chosen: NewVisit | undefined;
    const insert = (visit: NewVisit) => insertHold(transaction, (chosen = visit), HOLD_SECONDS);
    const service = serviceOf(opened, session.service_id);
    const wish = { slotId, service, candidates, id: randomUUID(), insert };
    const held = await takeSlot(transaction, opened, wish, now()).catch((error: unknown) => {
      throw slotTakenAt(`/moves/${index}`, error);
    });
    if (!chosen) throw new Error('A time was taken that nobody chose');
    await transaction.query('delete from booking where id = $1', [held.id]);
    try {
      const [moved] = await transaction.query<Visit>(
        `with moved as (
           update booking set (${NEW_VISIT_COLUMNS}) = (select ${NEW_VISIT_VALUES}), status = $15, displaced = false,
             version = version + 1, updated_at = clock_timestamp()
           where id = $1::uuid returning *),
         told as (insert into outbox (kind, ref) select 'booking.moved', id from moved)
         select ${VISIT_COLUMNS} from moved as booking`,
        [...valuesOf({ ...chosen, id: session.id }), session.status],
      );
      if (moved) return moved;
    } catch (error) {
      // Somebody slipped in between: all is tried again.
      if (sqlState(error) === EXCLUDED) throw new TryAgain('The time was taken in between');
      throw error;
    }
    throw new TryAgain('The booking is gone');
  }

  #limits({ sessions, outcomes, offerId }: Managed, session: Session, { clinic }: Opened): SlotStart | undefined {
    const kind = clinic.services.find(({ id }) => id === session.service_id)?.kind;
    const [first] = sessions.filter(({ status }) => status !== 'cancelled');
    const offer = first === session ? offersOf(clinic).find(({ id }) => id === offerId) : undefined;
    return moveLimits(kind, outcomes.get(session.id), slotOf(session), {
      now: this.#options.now(),
      patchTestHours: offer?.patchTestHours,
      onlyLater: session.only_later,
    });
  }

  #changeableUntil(session: Session, { clinic }: Opened): number {
    return changeableUntil(session.start_ms, clinic);
  }

  #isChangeable(session: Session, opened: Opened): boolean {
    const stands = session.status === 'confirmed' || session.status === 'requested';
    return stands && this.#changeableUntil(session, opened) > this.#options.now();
  }

  async #shown(queries: Queries, managed: Managed, opened: Opened): Promise<ManagedBooking> {
    const { gapDays } = managed;
    const courseId = managed.sessions[0]?.course_id;
    const sessions = managed.sessions.map((session): ManagedSession => {
      const booking = bookingOf(session, this.#options.signer);
      if (!this.#isChangeable(session, opened)) return booking;
      const until = this.#changeableUntil(session, opened);
      const limits = this.#limits(managed, session, opened);
      return {
        ...booking,
        changeableUntil: formatInstant(until, offsetAt(session.time_zone, until)),
        ...(limits && { limits }),
      };
    });
    const about = { clinic: opened.clinic, sessions, now: this.#options.now() };
    const deposit = courseId ? await readDueDeposit(queries, courseId, about) : undefined;
    return {
      sessions,
      version: managedVersion(managed.sessions),
      ...(gapDays && { gapDays }),
      ...(deposit && { deposit }),
    };
  }
}

/** `exclusion_violation`. */
const EXCLUDED = '23P01';

interface CourseTerms extends Row {
  readonly gap: SessionGap;
  readonly offer_id: string;
}

async function courseOf(queries: Queries, courseId: string): Promise<CourseTerms | undefined> {
  const [row] = await queries.query<CourseTerms>(
    `select offer_id, json_build_object('min', gap_min_days, 'default', gap_default_days, 'max', gap_max_days) as gap
     from course where id = $1`,
    [courseId],
  );
  return row;
}
