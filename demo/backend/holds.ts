import {
  isSmpError,
  SmpError,
  type BookingDraft,
  type Candidate,
  type Hold,
  type HoldProof,
  type HoldRequest,
  type TimeSpan,
} from 'smp-widgets/server';
import type { ClinicBook, Opened } from './clinic-book.js';
import type { Database, Queries } from './database.js';
import { confirmHold, insertHold, prolongHold, readBusyTimes, readKeptOut, readVisit, releaseHold } from './diary.js';
import type { Signer } from './manage-token.js';
import { once } from './operation.js';
import { candidatesOf, mismatch, takeSlot } from './slot-taking.js';
import { holdOf, type NewVisit, type Visit } from './visit.js';

const MINUTE = 60_000;

/**
 * A time is kept for visitors as long as one of them can have it kept, with all extensions, in six times as long: or it
 * would be out of reach for ever to those who don't let it go, and to others who only ask for it again and again.
 */
const KEPT_WITHIN = 6;

/** What {@link Holds} works with. */
export interface HoldsOptions {
  readonly database: Database;
  readonly book: ClinicBook;
  /** Signs the proofs of holds. */
  readonly signer: Signer;
  /** The clock that notice and booking window go by, in milliseconds since 1970. Holds go by the database's. */
  readonly now: () => number;
  /** How long a hold lasts. */
  readonly seconds: number;
  /** How often a hold may be extended. */
  readonly extensions: number;
}

/** What came of a booking's hold. Nothing of it: there was none. */
export interface Redeemed {
  /** The booking that it has just become. */
  readonly confirmed?: Visit;
  /** The booking that it had become before, or that took its place. */
  readonly became?: Visit;
  /** The hold, which ran out and is good for nothing any more. */
  readonly spent?: Visit;
}

/** Times that are kept for visitors while they fill in who they are. */
export class Holds {
  readonly #options: HoldsOptions;

  constructor(options: HoldsOptions) {
    this.#options = options;
  }

  /** @throws `not-found`, `validation`, `slot-taken`; `not-supported` for a time that was kept long enough */
  hold(request: HoldRequest, key: string): Promise<Hold> {
    const { database, book, signer } = this.#options;
    return once(database, { scope: 'hold', key, content: request } as const, {
      run: async (transaction, id, revision) => {
        const visit = await this.#take(transaction, await book.open(transaction, revision), request, id);
        return { id: visit.id, answer: holdOf(visit, signer) };
      },
      replay: (transaction, id) => this.#again(transaction, id),
    });
  }

  /** @throws `hold-expired`, `unauthorized` */
  extend({ holdId, holdToken }: HoldProof, key: string): Promise<Hold> {
    const { database, signer, seconds, extensions } = this.#options;
    return once(database, { scope: 'extend', key, content: { holdId, holdToken } } as const, {
      run: async (transaction) => {
        const hold = await readVisit(transaction, holdId, true);
        if (!hold) throw new SmpError('hold-expired', 'The hold is gone');
        this.#checkToken({ holdId, holdToken });
        if (!isLive(hold)) throw new SmpError('hold-expired', 'The hold has run out');
        const { resource_id, start_ms: start, duration_minutes } = hold;
        const span = { start, end: start + duration_minutes * MINUTE };
        const keptOut = await this.#keptOut(transaction, [resource_id], span);
        const longer = keptOut.size > 0 ? undefined : await prolongHold(transaction, holdId, seconds, extensions);
        return { id: holdId, answer: holdOf(longer ?? hold, signer) };
      },
      replay: (transaction, id) => this.#again(transaction, id),
    });
  }

  /** Lets a hold go. Twice is the same as once, so nothing has to be remembered of it. @throws `unauthorized` */
  async release(proof: HoldProof): Promise<void> {
    const { database } = this.#options;
    const hold = await readVisit(database, proof.holdId);
    if (!hold) return;
    this.#checkToken(proof);
    await releaseHold(database, proof.holdId);
  }

  /** Makes the booking of a draft's hold, if that is still live at this very moment. @throws `unauthorized`, `validation` */
  async redeem(
    transaction: Queries,
    { hold: proof, slotId }: Pick<BookingDraft, 'hold' | 'slotId'>,
    status: 'confirmed' | 'requested',
  ): Promise<Redeemed> {
    const hold = proof && (await readVisit(transaction, proof.holdId, true));
    if (!hold) return {};
    this.#checkToken(proof);
    if (hold.slot_id !== slotId) throw mismatch('/slotId', 'The hold is on another time');
    const confirmed = isLive(hold) ? await confirmHold(transaction, hold.id, slotId, status) : undefined;
    if (confirmed) return { confirmed };
    const became = await becameOf(transaction, hold);
    return became ? { became } : { spent: hold };
  }

  async #take(transaction: Queries, opened: Opened, request: HoldRequest, id: string): Promise<Visit> {
    const { seconds, now } = this.#options;
    const { slotId } = request;
    const { candidates, service } = candidatesOf(opened, request, now());
    const earlier = request.replaces && (await this.#live(transaction, request.replaces));
    const [first] = candidates;
    const asked = candidates.map(({ practitioner }) => practitioner);
    const keptOut = first ? await this.#keptOut(transaction, asked, first.occupied) : new Set<string>();
    if (earlier && earlier.slot_id === slotId) {
      if (keptOut.has(earlier.resource_id)) return earlier;
      const longer = await prolongHold(transaction, earlier.id, seconds);
      if (longer) return longer;
    }
    const keeping = candidates.filter(({ practitioner }) => !keptOut.has(practitioner));
    const insert = (visit: NewVisit) => insertHold(transaction, visit, seconds);
    const wish = { slotId, service, candidates: keeping, id, insert };
    try {
      return await takeSlot(transaction, opened, wish, now(), earlier);
    } catch (error) {
      if (!first || keptOut.size === 0 || !isSmpError(error, 'slot-taken')) throw error;
      // What this visitor keeps themselves is not in their way.
      await transaction.query('savepoint before_release');
      if (earlier) await releaseHold(transaction, earlier.id);
      const busy = await readBusyTimes(transaction, first.occupied);
      await transaction.query('rollback to savepoint before_release');
      const isFree = ({ practitioner, occupied }: Candidate) => busy.isFree(practitioner, occupied.start, occupied.end);
      if (!candidates.some(isFree)) throw error;
      throw new SmpError('not-supported', 'This time has been kept long enough, and can only be booked');
    }
  }

  async #again(transaction: Queries, id: string | undefined): Promise<Hold> {
    const visit = id === undefined ? undefined : await readVisit(transaction, id);
    if (!visit) throw new SmpError('hold-expired', 'The hold is gone');
    return holdOf(visit, this.#options.signer);
  }

  #keptOut(transaction: Queries, practitioners: readonly string[], span: TimeSpan): Promise<ReadonlySet<string>> {
    const { seconds, extensions } = this.#options;
    const limit = seconds * (extensions + 1);
    return readKeptOut(transaction, practitioners, span, { seconds: limit, within: limit * KEPT_WITHIN });
  }

  /** A visitor's earlier hold, if the proof of it is theirs. */
  async #live(transaction: Queries, { holdId, holdToken }: HoldProof): Promise<Visit | undefined> {
    if (!this.#options.signer.isHoldToken(holdId, holdToken)) return undefined;
    const hold = await readVisit(transaction, holdId, true);
    return hold && isLive(hold) ? hold : undefined;
  }

  #checkToken({ holdId, holdToken }: HoldProof): void {
    if (!this.#options.signer.isHoldToken(holdId, holdToken)) {
      throw new SmpError('unauthorized', 'The token is not of this hold');
    }
  }
}

const isLive = (visit: Visit): boolean => visit.status === 'held' && (visit.expires_ms ?? 0) > visit.now_ms;
const isBooked = ({ status }: Visit): boolean => status === 'confirmed' || status === 'requested';

/** The booking that a hold has become, or that took its place. */
async function becameOf(transaction: Queries, hold: Visit): Promise<Visit | undefined> {
  if (isBooked(hold)) return hold;
  const successor = hold.successor_id === null ? undefined : await readVisit(transaction, hold.successor_id);
  return successor && isBooked(successor) ? successor : undefined;
}
