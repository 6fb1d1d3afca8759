import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import { httpAdapter } from '../../../src/adapters/http.js';
import { memoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory.js';
import type { Booking, BookingDraft } from '../../../src/domain/booking.js';
import type { SmpError } from '../../../src/domain/errors.js';
import type { Hold, HoldProof } from '../../../src/domain/hold.js';
import { OperationLog, type Operation } from '../../../src/scheduling/operation.js';
import { Scheduler } from '../../../src/scheduling/scheduler.js';
import { isDecided, type WriteOutcome } from '../../../src/scheduling/write-outcome.js';
import { createHandler } from '../../../src/server/handler.js';
import { FaultNetwork, type NetworkFault } from './fault-network.js';
import { seededRandom } from './random.js';
import { VirtualClock } from './virtual-clock.js';

const START = Date.UTC(2026, 10, 23, 9);
const SERVICE = 'consultation-video';
const MAX_ROUNDS = 60;

/** What must never happen. */
export interface Violation {
  readonly kind:
    | 'lost'
    | 'duplicate'
    | 'false-refusal'
    | 'false-failure'
    | 'unseen'
    | 'overlap'
    | 'unresolved'
    | 'not-on-waitlist'
    | 'odd-refusal';
  readonly detail: string;
}

/** How a schedule is played; the defaults are how things are meant to be. */
export interface FaultScheduleOptions {
  /** Stands between the handler and the backend. */
  readonly server?: (backend: SchedulingAdapter) => SchedulingAdapter;
  /** Stands between a page's Scheduler and its connection. */
  readonly client?: (connection: SchedulingAdapter) => SchedulingAdapter;
}

/** How often what happened: outcomes of writes by status, visitors who lost a time to another or joined the list, reloads. */
export interface FaultCounts {
  confirmed: number;
  refused: number;
  unknown: number;
  taken: number;
  waitlisted: number;
  reloads: number;
}

/** What came of a schedule. */
export interface FaultReport {
  readonly violations: readonly Violation[];
  readonly faults: ReadonlyMap<NetworkFault, number>;
  readonly counts: FaultCounts;
}

/** What a visitor's browser keeps over a reload: the storage of the operation log, and the draft. */
interface Memory {
  readonly storage: Map<string, string>;
  stage: 'hold' | 'book' | 'waitlist' | 'done';
  slotId: string;
  hold?: HoldProof;
  note: string;
  refusals: number;
  shown?: Booking;
  waits: boolean;
}

const free = memoryAdapter({ now: () => START, busy: [], random: () => 0.5 });
const pages = await Promise.all(
  ['', ...(await free.getClinic()).practitioners.map(({ id }) => id)].map((practitioner) =>
    free
      .listSlots({ service: SERVICE, from: '2026-11-25', to: '2026-11-25', ...(practitioner && { practitioner }) })
      .catch(() => undefined),
  ),
);
/** Slots of two times, with each practitioner and with whoever is free. */
const SLOT_IDS = pages.flatMap((page) => page?.slots.slice(4, 6).map(({ id }) => id) ?? []);

/** Plays one schedule of one to three visitors who book over a bad network, all of it given by the seed. */
export async function playFaultSchedule(seed: number, options: FaultScheduleOptions = {}): Promise<FaultReport> {
  const schedule = new FaultSchedule(seed, options);
  return schedule.play();
}

class FaultSchedule {
  readonly clock = new VirtualClock();
  readonly random: () => number;
  readonly memory: MemoryAdapter;
  readonly network: FaultNetwork;
  readonly violations: Violation[] = [];
  readonly counts: FaultCounts = { confirmed: 0, refused: 0, unknown: 0, taken: 0, waitlisted: 0, reloads: 0 };
  /** Which visitor an operation is of, and what the backend gave for it. */
  readonly #claims = new Map<string, number>();
  readonly #holds: { visitor: number; hold: Hold }[] = [];
  readonly #options: FaultScheduleOptions;
  readonly #hasHolds: boolean;
  /** Few, so that visitors get in each other's way. */
  readonly #slotIds: readonly string[];

  constructor(seed: number, options: FaultScheduleOptions) {
    const { clock } = this;
    const random = (this.random = seededRandom(seed));
    this.#options = options;
    this.#hasHolds = random() < 0.75;
    this.#slotIds = [1, 2].map(() => SLOT_IDS[Math.floor(random() * SLOT_IDS.length)] ?? '');
    const now = (): number => START + clock.now();
    this.memory = memoryAdapter({ now, busy: [], random, capabilities: { holds: this.#hasHolds } });
    const watched = this.#watch(this.memory);
    const handler = createHandler(options.server?.(watched) ?? watched, { now });
    this.network = new FaultNetwork({
      handler,
      clock,
      random,
      faultRate: 0.2 + 0.7 * random(),
      calmFrom: random() * 300_000,
    });
    clock.busy = () => this.network.busy > 0;
  }

  async play(): Promise<FaultReport> {
    const visitors = Array.from({ length: 1 + Math.floor(this.random() * 3) }, (_, n) => n);
    const memories = await this.clock.run(Promise.all(visitors.map((visitor) => this.#visit(visitor))));
    while (this.network.underWay.size > 0) await this.clock.run(Promise.allSettled(this.network.underWay));
    memories.forEach((memory, visitor) => this.#judge(visitor, memory));
    this.#judgeOverlaps();
    return { violations: this.violations, faults: this.network.counts, counts: this.counts };
  }

  /** Notes for whom each hold was made. */
  #watch(backend: MemoryAdapter): SchedulingAdapter {
    const { holdSlot } = backend;
    if (!holdSlot) return backend;
    const watched: SchedulingAdapter = {
      ...backend,
      holdSlot: async (request, options) => {
        const hold = await holdSlot(request, options);
        const visitor = this.#claims.get(options.operationId) ?? this.#ownerOf(options.operationId);
        this.#holds.push({ visitor, hold });
        return hold;
      },
    };
    return watched;
  }

  #ownerOf(operationId: string): number {
    // Where ids are made anew on the way they still end in the visitor's number.
    return Number(/-visitor-(\d)$/.exec(operationId)?.[1] ?? Number.NaN);
  }

  /** A visitor from the first click to the end, through all reloads of the page. */
  async #visit(visitor: number): Promise<Memory> {
    const { clock, random } = this;
    const memory: Memory = {
      storage: new Map(),
      stage: this.#hasHolds ? 'hold' : 'book',
      slotId: this.#someSlot(),
      note: '',
      refusals: 0,
      waits: false,
    };
    await clock.sleep(random() * 5_000);
    for (let reloads = 0; ; reloads++) {
      const page = { gone: false };
      const stays = reloads >= 3 || random() < 0.6;
      const end = await Promise.race([
        this.#page(visitor, memory, page),
        ...(stays ? [] : [clock.sleep(random() * 60_000).then(() => 'reload' as const)]),
      ]);
      page.gone = true;
      if (end !== 'reload') return memory;
      this.counts.reloads++;
      // The note is not kept over a reload, so the visitor types another one.
      if (memory.hold && random() < 0.3) memory.note = `after reload ${reloads}`;
    }
  }

  #someSlot(): string {
    return this.#slotIds[Math.floor(this.random() * this.#slotIds.length)] ?? '';
  }

  /** One life of a page. What it remembers is in `memory` only. */
  async #page(visitor: number, memory: Memory, page: { readonly gone: boolean }): Promise<'end'> {
    const { clock, random } = this;
    const connection = httpAdapter('http://clinic.example', {
      fetch: this.network.pageFetch(page),
      capabilities: { holds: this.#hasHolds, waitlist: true },
    });
    const adapter = this.#options.client?.(connection) ?? connection;
    const tab = (): Scheduler => new Scheduler(adapter, { clock, random, locks: undefined });
    const scheduler = tab();
    const log = new OperationLog({
      clinic: 'clinic',
      now: () => START + clock.now(),
      storage: () => ({
        getItem: (key) => memory.storage.get(key) ?? null,
        setItem: (key, value) => void memory.storage.set(key, value),
        removeItem: (key) => void memory.storage.delete(key),
      }),
    });
    /** Operations that one of the visitor's tabs has had no answer to. */
    const doubtful = new Set<string>();
    /** Sends once, by double click, or from two tabs; the page gets one outcome, or none when it is gone. */
    const send = async <T>(
      begun: Operation,
      write: (scheduler: Scheduler, operation: Operation) => Promise<WriteOutcome<T>>,
    ): Promise<WriteOutcome<T>> => {
      // The tab that had no answer asks again, and its copy of the storage says that it may have been sent.
      const operation = { ...begun, resumed: begun.resumed || doubtful.has(begun.operationId) };
      const way = random();
      const outcomes = await Promise.all([
        write(scheduler, operation),
        ...(way > 0.7 && way < 0.85 ? [write(scheduler, operation)] : []),
        // A tab that was duplicated finds the operation in its copy of the storage.
        ...(way > 0.85 ? [write(tab(), { ...operation, resumed: true })] : []),
      ]);
      if (page.gone) await new Promise(() => undefined);
      for (const { status } of outcomes) this.counts[status]++;
      if (outcomes.some(({ status }) => status === 'unknown')) doubtful.add(operation.operationId);
      // A visitor sees both tabs, and the worst counts; being turned away in one says nothing about the other.
      const [outcome] = [...outcomes].sort((a, b) => rank(a) - rank(b));
      return outcome as WriteOutcome<T>;
    };
    const pause = async (ms: number): Promise<void> => {
      await clock.sleep(random() * ms);
      if (page.gone) await new Promise(() => undefined);
    };
    const begin = (kind: string, content: unknown): Operation => {
      const operation = log.begin(kind, content);
      this.#claims.set(operation.operationId, visitor);
      return operation;
    };

    for (let round = 0; round < MAX_ROUNDS; round++) {
      switch (memory.stage) {
        case 'hold': {
          const request = { service: SERVICE, slotId: memory.slotId, ...(memory.hold && { replaces: memory.hold }) };
          const operation = begin('hold', request);
          const outcome = await send(operation, (scheduler, operation) => scheduler.holdSlot(request, operation));
          log.conclude('hold', operation.operationId, outcome);
          if (outcome.status === 'confirmed') {
            memory.hold = { holdId: outcome.value.holdId, holdToken: outcome.value.holdToken };
            memory.stage = 'book';
            // Some fill in the form for longer than a hold lasts.
            await pause(random() < 0.15 ? 900_000 : 30_000);
          } else if (outcome.status === 'refused') this.#refused(visitor, memory, outcome.error);
          break;
        }
        case 'book': {
          const draft = this.#draft(visitor, memory);
          const operation = begin('booking', draft);
          const outcome = await send(operation, (scheduler, operation) => scheduler.createBooking(draft, operation));
          log.conclude('booking', operation.operationId, outcome);
          if (outcome.status === 'confirmed') {
            memory.shown = outcome.value;
            memory.stage = random() < 0.2 ? 'waitlist' : 'done';
          } else if (outcome.status === 'refused') this.#refused(visitor, memory, outcome.error);
          break;
        }
        case 'waitlist': {
          const { contact, consents } = this.#draft(visitor, memory);
          const request = { service: SERVICE, contact, consents };
          const operation = begin('waitlist', request);
          const outcome = await send(operation, (scheduler, operation) => scheduler.joinWaitlist(request, operation));
          if (outcome.status === 'confirmed') {
            this.counts.waitlisted++;
            memory.waits = true;
            memory.stage = 'done';
          } else if (outcome.status === 'refused' && outcome.error.code !== 'rate-limited') {
            this.#violate('odd-refusal', `visitor ${visitor} is told ${outcome.error.code} by the waiting list`);
          }
          break;
        }
        case 'done':
          return 'end';
      }
      await pause(20_000);
    }
    return 'end';
  }

  #draft(visitor: number, memory: Memory): BookingDraft {
    return {
      service: SERVICE,
      slotId: memory.slotId,
      ...(memory.hold && { hold: memory.hold }),
      contact: { name: `Visitor ${visitor}`, email: `visitor-${visitor}@example.org` },
      consents: [{ purpose: 'privacy', granted: true, version: '1', at: '2026-11-23T09:00:00+00:00' }],
      ...(memory.note && { note: memory.note }),
    };
  }

  #bookingsOf(visitor: number): Booking[] {
    const { bookings } = this.memory.state;
    return bookings
      .filter(({ draft }) => draft.contact.email === `visitor-${visitor}@example.org`)
      .map(({ booking }) => booking);
  }

  /** A visitor was told no: it has to be true, and then they look for another time or give up. */
  #refused(visitor: number, memory: Memory, error: SmpError): void {
    const [booked] = this.#bookingsOf(visitor);
    const told = `visitor ${visitor} is told ${error.code} at ${memory.stage}`;
    if (booked) this.#violate('false-failure', `${told} but has ${booked.reference}`);
    if (error.code === 'rate-limited') return;
    if (error.code !== 'slot-taken') this.#violate('odd-refusal', `${told}: ${error.message}`);
    else if (this.#isOwn(visitor, memory.slotId)) this.#violate('false-refusal', `${told} by their own hold`);
    else if (!this.#othersHad(visitor)) this.#violate('false-refusal', `${told} though nobody else is there`);
    this.counts.taken++;
    if (memory.stage === 'book') delete memory.hold;
    memory.refusals++;
    memory.slotId = error.alternatives?.[Math.floor(this.random() * error.alternatives.length)]?.id ?? this.#someSlot();
    memory.stage = memory.refusals > 2 ? 'waitlist' : this.#hasHolds ? 'hold' : 'book';
  }

  /** Does the visitor hold this very time themself? */
  #isOwn(visitor: number, slotId: string): boolean {
    const live = new Set(this.memory.state.holds.map(({ holdId }) => holdId));
    const [, practitioner = '', , minutes = ''] = slotId.split('~');
    return this.#holds.some(
      ({ visitor: owner, hold }) =>
        owner === visitor &&
        live.has(hold.holdId) &&
        Date.parse(hold.slot.start) === parseInt(minutes, 36) * 60_000 &&
        (practitioner === '*' || practitioner === hold.slot.practitioner),
    );
  }

  /** Has anybody else ever had a time? */
  #othersHad(visitor: number): boolean {
    const mail = `visitor-${visitor}@example.org`;
    return (
      this.#holds.some(({ visitor: owner }) => owner !== visitor) ||
      this.memory.state.bookings.some(({ draft }) => draft.contact.email !== mail)
    );
  }

  #judge(visitor: number, memory: Memory): void {
    const booked = this.#bookingsOf(visitor);
    const { shown, stage } = memory;
    const same = (booking: Booking): boolean =>
      booking.bookingId === shown?.bookingId &&
      booking.reference === shown.reference &&
      booking.slot.start === shown.slot.start;
    if (shown && !booked.some(same))
      this.#violate('lost', `visitor ${visitor} is shown ${shown.reference}, not stored`);
    if (booked.length > 1) this.#violate('duplicate', `visitor ${visitor} has ${booked.length} bookings`);
    if (!shown && booked.length > 0) this.#violate('unseen', `visitor ${visitor} has a booking and was not told`);
    if (stage !== 'done') this.#violate('unresolved', `visitor ${visitor} is still at ${stage}`);
    const waits = this.memory.state.waitlist.filter(
      ({ contact }) => contact.email === `visitor-${visitor}@example.org`,
    );
    if (waits.length !== (memory.waits ? 1 : 0))
      this.#violate('not-on-waitlist', `visitor ${visitor} waits ${waits.length} times`);
  }

  #judgeOverlaps(): void {
    const seen = new Set<string>();
    for (const { booking } of this.memory.state.bookings) {
      const key = `${booking.slot.practitioner} ${booking.slot.start}`;
      if (seen.has(key)) this.#violate('overlap', key);
      seen.add(key);
    }
  }

  #violate(kind: Violation['kind'], detail: string): void {
    this.violations.push({ kind, detail });
  }
}

/** 0 is the worst that a visitor can be told. */
function rank(outcome: WriteOutcome<unknown>): number {
  if (outcome.status === 'refused') return isDecided(outcome) ? 0 : 3;
  return outcome.status === 'unknown' ? 1 : 2;
}
