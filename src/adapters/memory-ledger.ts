import { Availability, type Candidate } from '../domain/availability.js';
import type { Booking, BookingDraft } from '../domain/booking.js';
import { BusyTimes, type BusyRange } from '../domain/busy-times.js';
import type { Clinic } from '../domain/clinic.js';
import { isSmpError, SmpError } from '../domain/errors.js';
import type { Hold, HoldProof, HoldRequest } from '../domain/hold.js';
import type { ClinicSchedule } from '../domain/schedule.js';
import type { SessionMove } from '../domain/management-request.js';
import type { Service } from '../domain/service.js';
import { parseSlotId } from '../domain/slot-id.js';
import type { Slot, SlotPage, SlotQuery } from '../domain/slot.js';
import type { PlainDate } from '../domain/time/instant.js';
import { formatInstant, offsetAt } from '../domain/time/zone.js';
import type { WaitlistRequest } from '../domain/waitlist.js';
import { isSameToken } from './memory-token.js';

/** Without the letters and digits that are mistaken for others when read aloud or written by hand. */
const REFERENCE_SIGNS = '234679ACDEFGHJKMNPQRTUVWXY';
const TOKEN_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A booking together with all that was sent for it. */
export interface MemoryBooking {
  readonly booking: Booking;
  readonly draft: BookingDraft;
}

/** What a ledger is opened with. */
export interface MemoryLedgerOptions {
  readonly clinic: Clinic;
  readonly schedule: ClinicSchedule;
  readonly busy: readonly BusyRange[];
  readonly holdMs: number;
  readonly maxExtensions: number;
  readonly random: () => number;
}

interface HoldEntry {
  readonly holdId: string;
  readonly holdToken: string;
  readonly slot: Slot;
  readonly service: string;
  readonly practitioner: string;
  expiresAt: number;
  extensions: number;
  bookingId?: string;
}

/** A clinic's book of appointments in memory. Each method is done at once and wholly, or not at all. */
export class MemoryLedger {
  readonly clinic: Clinic;
  readonly bookings: MemoryBooking[] = [];
  readonly waitlist = new Map<string, WaitlistRequest>();
  readonly #availability: Availability;
  readonly #fixed: readonly BusyRange[];
  readonly #holdMs: number;
  readonly #maxExtensions: number;
  readonly #random: () => number;
  readonly #holds = new Map<string, HoldEntry>();
  readonly #live = new Set<HoldEntry>();
  /** What bookings and live holds take up, by the id of either. */
  readonly #taken = new Map<string, BusyRange>();
  readonly #references = new Set<string>();
  #busy: BusyTimes | undefined;

  constructor({ clinic, schedule, busy, holdMs, maxExtensions, random }: MemoryLedgerOptions) {
    this.clinic = clinic;
    this.#availability = new Availability(clinic, schedule);
    this.#fixed = busy;
    this.#holdMs = holdMs;
    this.#maxExtensions = maxExtensions;
    this.#random = random;
  }

  /** Holds that have not run out. */
  liveHolds(now: number): Hold[] {
    this.#sweep(now);
    return [...this.#live].map((entry) => this.#answer(entry, now));
  }

  list(query: SlotQuery, now: number): SlotPage {
    return this.#availability.page(query, this.#busyAt(now), now);
  }

  hold({ service, slotId, replaces }: HoldRequest, now: number): Hold {
    this.#checkService(service, slotId);
    this.#sweep(now);
    const own = replaces && this.#holds.get(replaces.holdId);
    const isReplaced = own && this.#live.has(own) && isSameToken(own.holdToken, replaces.holdToken);
    const replaced = isReplaced ? own : undefined;
    if (replaced && covers(replaced, slotId)) return this.#prolong(replaced, now);
    const { practitioner, slot, occupied } = this.#candidate(slotId, now, { except: replaced?.holdId });
    if (replaced) this.#drop(replaced);
    const entry: HoldEntry = {
      holdId: this.token(22),
      holdToken: this.token(32),
      slot,
      service,
      practitioner,
      expiresAt: now + this.#holdMs,
      extensions: 0,
    };
    this.#holds.set(entry.holdId, entry);
    this.#live.add(entry);
    this.#take(entry.holdId, { practitioner, ...occupied });
    return this.#answer(entry, now);
  }

  extend(proof: HoldProof, now: number): Hold {
    const entry = this.#proven(proof, now);
    if (!entry || !this.#live.has(entry)) throw new SmpError('hold-expired', 'This hold is gone');
    return this.#prolong(entry, now);
  }

  release(proof: HoldProof, now: number): void {
    const entry = this.#proven(proof, now);
    if (entry && this.#live.has(entry)) this.#drop(entry);
  }

  book(draft: BookingDraft, now: number): Booking {
    const held = draft.hold && this.#proven(draft.hold, now);
    const became = held?.bookingId === undefined ? undefined : this.find(held.bookingId);
    if (held && became && covers(held, draft.slotId)) return became.booking;
    const service = this.#checkService(draft.service, draft.slotId);
    const live = held && this.#live.has(held) ? held : undefined;
    if (live && !covers(live, draft.slotId)) throw invalid('/slotId', 'not-held');
    // A hold that ran out is no reason to refuse a time that is still free.
    const taken = live ?? this.#candidate(draft.slotId, now, { preferred: held?.practitioner });
    const booking: Booking = {
      bookingId: this.token(22),
      reference: this.reference(),
      status: service.confirmation === 'request' || draft.request ? 'requested' : 'confirmed',
      service: service.id,
      slot: taken.slot,
      version: 1,
      manageToken: this.token(32),
    };
    if (live) this.#drop(live);
    this.#take(booking.bookingId, { practitioner: taken.practitioner, ...this.#availability.occupied(draft.slotId) });
    if (held && covers(held, draft.slotId)) held.bookingId = booking.bookingId;
    this.bookings.push({ booking, draft: structuredClone(draft) });
    return booking;
  }

  /** A booking with what was sent for it. */
  find(id: string): MemoryBooking | undefined {
    return this.bookings.find(({ booking }) => booking.bookingId === id);
  }

  /**
   * Moves bookings to other times: all or none. Their own times don't stand in the way.
   * @param check told once all are moved; what it throws takes everything back
   * @throws `slot-taken` with alternatives, `validation`, `not-found`
   */
  move(moves: readonly SessionMove[], now: number, check: () => void): void {
    this.whole(() => {
      for (const { bookingId } of moves) this.#taken.delete(bookingId);
      this.#busy = undefined;
      for (const [index, move] of moves.entries()) this.#moveOne(move, index, now);
      check();
    });
  }

  /** Does several things, or none when one of them is refused. */
  whole<T>(work: () => T): T {
    const before = { bookings: [...this.bookings], taken: [...this.#taken], live: [...this.#live] };
    const became = [...this.#holds.values()].map((entry) => [entry, entry.bookingId] as const);
    try {
      return work();
    } catch (error) {
      this.bookings.splice(0, Infinity, ...before.bookings);
      this.#taken.clear();
      for (const [id, range] of before.taken) this.#taken.set(id, range);
      for (const entry of before.live) this.#live.add(entry);
      for (const [entry, bookingId] of became) {
        if (bookingId === undefined) delete entry.bookingId;
      }
      this.#busy = undefined;
      throw error;
    }
  }

  #moveOne({ bookingId, slotId }: SessionMove, index: number, now: number): void {
    const found = this.find(bookingId);
    if (!found) throw new SmpError('not-found', 'No such booking');
    this.#checkService(found.booking.service, slotId);
    try {
      const { practitioner, slot, occupied } = this.#candidate(slotId, now, {
        preferred: found.booking.slot.practitioner,
      });
      this.#take(bookingId, { practitioner, ...occupied });
      this.#change(bookingId, { slot });
    } catch (error) {
      if (!isSmpError(error, 'slot-taken')) throw error;
      const { message, alternatives = [] } = error;
      throw new SmpError('slot-taken', message, {
        alternatives,
        issues: [{ pointer: `/moves/${index}`, code: 'slot-taken' }],
      });
    }
  }

  /** Cancels bookings; their times are free again. */
  cancel(ids: readonly string[]): void {
    for (const id of ids) {
      this.#taken.delete(id);
      this.#change(id, { status: 'cancelled' });
    }
    this.#busy = undefined;
  }

  #change(id: string, part: Partial<Booking>): void {
    const index = this.bookings.findIndex(({ booking }) => booking.bookingId === id);
    const found = this.bookings[index];
    if (!found) return;
    const { booking } = found;
    this.bookings[index] = { ...found, booking: { ...booking, ...part, version: booking.version + 1 } };
  }

  join(request: WaitlistRequest, today: PlainDate): void {
    const { service, practitioner, location, contact, from = today, to } = request;
    this.#service(service);
    if (practitioner !== undefined && !this.clinic.practitioners.some(({ id }) => id === practitioner)) {
      throw new SmpError('not-found', 'No such practitioner');
    }
    if (location !== undefined && !this.clinic.locations.some(({ id }) => id === location)) {
      throw new SmpError('not-found', 'No such location');
    }
    if (to !== undefined && (to < today || to < from)) throw invalid('/to', 'range');
    const key = [contact.email.trim().toLowerCase(), service, practitioner, location].join('\n');
    this.waitlist.set(key, structuredClone(request));
  }

  #service(id: string): Service {
    const service = this.clinic.services.find((one) => one.id === id);
    if (!service) throw new SmpError('not-found', 'No such service');
    return service;
  }

  #checkService(id: string, slotId: string): Service {
    // Says `not-found` to an id that this clinic never gave.
    this.#availability.occupied(slotId);
    if (parseSlotId(slotId)?.service !== id) throw invalid('/service', 'mismatch');
    return this.#service(id);
  }

  #candidate(
    slotId: string,
    now: number,
    { except, preferred }: { readonly except?: string | undefined; readonly preferred?: string | undefined },
  ): Candidate {
    const candidates = this.#availability.candidates(slotId, this.#busyAt(now, except), now);
    const candidate = candidates.find(({ practitioner }) => practitioner === preferred) ?? candidates[0];
    if (candidate) return candidate;
    const alternatives = this.#availability.alternatives(slotId, this.#busyAt(now), now);
    throw new SmpError('slot-taken', 'This time is taken', { alternatives });
  }

  #proven({ holdId, holdToken }: HoldProof, now: number): HoldEntry | undefined {
    this.#sweep(now);
    const entry = this.#holds.get(holdId);
    if (entry && !isSameToken(entry.holdToken, holdToken))
      throw new SmpError('unauthorized', 'Not the token of this hold');
    return entry;
  }

  #prolong(entry: HoldEntry, now: number): Hold {
    if (entry.extensions < this.#maxExtensions) {
      entry.extensions += 1;
      entry.expiresAt = Math.max(entry.expiresAt, now + this.#holdMs);
    }
    return this.#answer(entry, now);
  }

  #answer({ holdId, holdToken, expiresAt, slot }: HoldEntry, now: number): Hold {
    return {
      holdId,
      holdToken,
      expiresAt: formatInstant(expiresAt, offsetAt(this.clinic.timeZone, expiresAt)),
      expiresInMs: Math.max(0, expiresAt - now),
      slot,
    };
  }

  #sweep(now: number): void {
    for (const entry of this.#live) {
      if (entry.expiresAt <= now) this.#drop(entry);
    }
  }

  #drop(entry: HoldEntry): void {
    this.#live.delete(entry);
    this.#taken.delete(entry.holdId);
    this.#busy = undefined;
  }

  #take(id: string, range: BusyRange): void {
    this.#taken.set(id, range);
    this.#busy = undefined;
  }

  #busyAt(now: number, except?: string): BusyTimes {
    this.#sweep(now);
    if (except !== undefined) {
      const others = [...this.#taken].filter(([id]) => id !== except).map(([, range]) => range);
      return new BusyTimes([...this.#fixed, ...others]);
    }
    this.#busy ??= new BusyTimes([...this.#fixed, ...this.#taken.values()]);
    return this.#busy;
  }

  /** A random text of so many letters and digits. */
  token(length: number): string {
    return this.#text(TOKEN_SIGNS, length);
  }

  /** A reference that nothing else has. */
  reference(): string {
    let reference: string;
    do reference = `SMP-${this.#text(REFERENCE_SIGNS, 6)}`;
    while (this.#references.has(reference));
    this.#references.add(reference);
    return reference;
  }

  #text(signs: string, length: number): string {
    return Array.from({ length }, () => signs[Math.floor(this.#random() * signs.length)]).join('');
  }
}

/** Is a held time the one that this slot id asks for? */
function covers({ slot, service, practitioner }: HoldEntry, slotId: string): boolean {
  const key = parseSlotId(slotId);
  return (
    key?.service === service &&
    key.start === Date.parse(slot.start) &&
    key.location === slot.location &&
    (key.practitioner ?? practitioner) === practitioner
  );
}

function invalid(pointer: string, code: string): SmpError {
  return new SmpError('validation', `Bad value at ${pointer}`, { issues: [{ pointer, code }] });
}
