import assert from 'node:assert/strict';
import type { AdapterCapabilities, SchedulingAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter, type Fault, type MemoryAdapter, type MemoryMethod } from '../../src/adapters/memory.js';
import type { Attribution } from '../../src/domain/attribution.js';
import type { BookingDraft } from '../../src/domain/booking.js';
import type { BusyRange } from '../../src/domain/busy-times.js';
import { Clinic } from '../../src/domain/clinic.js';
import type { ConsentRequest } from '../../src/domain/consultation/consent.js';
import { ClinicSchedule } from '../../src/domain/schedule.js';
import type { Slot } from '../../src/domain/slot.js';
import { BookingFlow, type BookingNews, type BookingPreset } from '../../src/flows/booking-flow.js';
import type { BookingState } from '../../src/flows/booking-state.js';
import { clinicBackend, type ClinicBackend } from '../../src/flows/clinic-backend.js';
import { Draft, type DraftStorage } from '../../src/flows/draft.js';
import { ManualClock, settle } from './manual-clock.js';

/** A Sunday noon. */
export const NOW = Date.parse('2026-11-22T12:00:00Z');
export const HOLD_SECONDS = 600;

/** A clinic whose two practitioners receive clients on weekday mornings; Ben is in Leeds on Wednesdays. */
export const CLINIC: Clinic = Clinic.parse({
  id: 'fern',
  name: 'Fern Row Clinic',
  timeZone: 'Europe/London',
  phone: '020 7946 0999',
  locations: [
    { id: 'soho', name: 'Soho' },
    { id: 'leeds', name: 'Leeds' },
  ],
  services: [
    { id: 'consult', name: 'Consultation', kind: 'consultation', mode: 'in-person', durationMinutes: 60 },
    { id: 'call', name: 'Video call', kind: 'consultation', mode: 'video', durationMinutes: 30 },
    {
      id: 'session',
      name: 'Session',
      kind: 'treatment',
      mode: 'in-person',
      durationMinutes: 120,
      confirmation: 'request',
    },
  ],
  practitioners: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben', services: ['consult', 'call'] },
  ],
});

const hours = (weekdays: readonly number[], location: string) =>
  weekdays.map((weekday) => ({ weekday, from: '09:00', to: '12:00', location }));

export const SCHEDULE: ClinicSchedule = ClinicSchedule.parse({
  practitioners: [
    { practitioner: 'ana', hours: hours([1, 2, 3, 4, 5], 'soho') },
    { practitioner: 'ben', hours: [...hours([1, 2, 4, 5], 'soho'), ...hours([3], 'leeds')] },
  ],
  rules: { stepMinutes: 60, noticeMinutes: 60, windowDays: 90 },
});

/** Storage of one tab. */
export class TabStorage implements DraftStorage {
  readonly items: Map<string, string>;
  /** While true, nothing can be read or written. */
  forbidden = false;

  constructor(items: ReadonlyMap<string, string> = new Map()) {
    this.items = new Map(items);
  }

  /** What a browser does to a tab that is duplicated. */
  copy(): TabStorage {
    return new TabStorage(this.items);
  }

  getItem(key: string): string | null {
    this.#check();
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#check();
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.#check();
    this.items.delete(key);
  }

  /** All that is kept, as one text to search in. */
  get text(): string {
    return [...this.items].flat().join('\n');
  }

  #check(): void {
    if (this.forbidden) throw new DOMException('Not for you', 'SecurityError');
  }
}

/** Stands between a Scheduler and its adapter: `call` does what was asked. */
export type Interception = (call: () => Promise<unknown>, request: unknown) => Promise<unknown>;

export interface BookingOptions {
  readonly clinic?: Partial<Clinic>;
  readonly schedule?: ClinicSchedule;
  readonly busy?: readonly BusyRange[];
  readonly capabilities?: Partial<AdapterCapabilities>;
  readonly idempotent?: boolean;
  readonly maxExtensions?: number;
  /** Fixed or filled in by the page. */
  readonly preset?: BookingPreset;
  readonly mayRequest?: (draft: BookingDraft) => boolean;
  readonly attribution?: () => Attribution;
  readonly locale?: () => string;
  /** Consents that the page asks for where the clinic names none. */
  readonly consents?: readonly ConsentRequest[];
}

/** The clinic, its backend and its time: what stays when a page is loaded again or another tab is opened. */
export class Town {
  readonly clock = new ManualClock(NOW);
  readonly clinic: Clinic;
  readonly backend: MemoryAdapter;
  /** What goes wrong with the next calls of a method, first come first served. */
  readonly faults: Partial<Record<MemoryMethod, Fault[]>> = {};
  readonly interceptions: Partial<Record<MemoryMethod, Interception>> = {};
  /** What was sent, by method. */
  readonly sent: { readonly method: MemoryMethod; readonly request: unknown; readonly operationId?: string }[] = [];
  readonly adapter: SchedulingAdapter;
  /** Nothing goes wrong for them. */
  #rival = false;

  constructor(options: BookingOptions = {}) {
    const { schedule = SCHEDULE, busy = [], capabilities, idempotent = true, maxExtensions = 3 } = options;
    this.clinic = Clinic.parse({ ...CLINIC, ...options.clinic });
    this.backend = memoryAdapter({
      clinic: this.clinic,
      schedule,
      busy,
      idempotent,
      maxExtensions,
      now: this.clock.wall,
      ...(capabilities && { capabilities }),
      faults: ({ method }) => (this.#rival ? undefined : this.faults[method]?.shift()),
    });
    this.adapter = this.#intercepted(this.backend);
  }

  /** Somebody else books a time. */
  async rivalBooks(slot: Slot): Promise<void> {
    const service = this.#serviceOf(slot);
    const contact = { name: 'Rival', email: 'rival@example.org' };
    this.#rival = true;
    const booking = this.backend.createBooking(
      { service, slotId: slot.id, contact, consents: [] },
      { operationId: crypto.randomUUID() },
    );
    this.#rival = false;
    await booking;
  }

  /** Somebody else books a time with everybody who could take it. */
  async rivalsBook(slot: Slot): Promise<void> {
    for (;;) {
      try {
        await this.rivalBooks(slot);
      } catch {
        return;
      }
    }
  }

  /** Bookings other than a rival's. */
  get bookings() {
    return this.backend.state.bookings.filter(({ draft }) => draft.contact.name !== 'Rival');
  }

  /** How many requests of a method were sent. */
  count(method: MemoryMethod): number {
    return this.sent.filter((one) => one.method === method).length;
  }

  /** The ids under which a method was called, in order. */
  operations(method: MemoryMethod): (string | undefined)[] {
    return this.sent.filter((one) => one.method === method).map(({ operationId }) => operationId);
  }

  /** Keeps the answers of a method back; returns what lets them all go. */
  keepBack(method: MemoryMethod): () => Promise<void> {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.interceptions[method] = async (call) => {
      const answer = call();
      answer.catch(() => undefined);
      await gate;
      return answer;
    };
    return async () => {
      delete this.interceptions[method];
      open();
      await settle();
    };
  }

  #serviceOf(slot: Slot): string {
    return slot.id.split('~')[0] ?? '';
  }

  #intercepted(backend: MemoryAdapter): SchedulingAdapter {
    const methods: readonly MemoryMethod[] = [
      'getClinic',
      'listSlots',
      'createBooking',
      'holdSlot',
      'extendHold',
      'releaseHold',
      'joinWaitlist',
    ];
    const calls = methods.flatMap((method) => {
      const original = backend[method] as ((...args: readonly unknown[]) => Promise<unknown>) | undefined;
      if (!original) return [];
      const call = (...args: readonly unknown[]): Promise<unknown> => {
        const [request, options] = args as [unknown, { readonly operationId?: string } | undefined];
        const operationId = options?.operationId;
        this.sent.push({
          method,
          request: structuredClone(method === 'getClinic' ? undefined : request),
          ...(operationId !== undefined && { operationId }),
        });
        const interception = this.interceptions[method];
        return interception ? interception(() => original(...args), request) : original(...args);
      };
      return [[method, call] as const];
    });
    const { name, capabilities } = backend;
    return { name, capabilities, ...Object.fromEntries(calls) } as unknown as SchedulingAdapter;
  }
}

/** One page with a booking on it, as a visitor uses it. */
export class BookingBench {
  readonly town: Town;
  readonly storage: TabStorage;
  readonly flow: BookingFlow;
  readonly backend: ClinicBackend;
  readonly news: BookingNews[] = [];
  readonly states: BookingState[] = [];
  readonly #options: BookingOptions;
  /** The page was left: what it had sent may arrive, and nothing of it runs any more. */
  #left = false;

  constructor(options: BookingOptions = {}, town = new Town(options), storage = new TabStorage()) {
    this.#options = options;
    this.town = town;
    this.storage = storage;
    const { clock } = town;
    const memory: DraftStorage = {
      getItem: (key) => (this.#left ? null : storage.getItem(key)),
      setItem: (key, value) => (this.#left ? undefined : storage.setItem(key, value)),
      removeItem: (key) => (this.#left ? undefined : storage.removeItem(key)),
    };
    this.backend = clinicBackend(
      this.#ownAdapter(),
      { clinic: 'fern', now: clock.wall, storage: () => memory },
      { clock, random: () => 0.5, locks: undefined },
    );
    const { mayRequest, attribution, consents, locale = () => 'en' } = options;
    this.flow = new BookingFlow({
      clock,
      consents: () => consents ?? [{ purpose: 'privacy', wording: 'I agree.', version: 'test-1', required: true }],
      draft: new Draft(memory, 'booking', clock.wall),
      locale,
      ...(mayRequest && { mayRequest }),
      ...(attribution && { attribution }),
    });
    this.flow.listen((news) => this.news.push(news));
    this.flow.subscribe((state) => this.states.push(state));
  }

  /** A page that has loaded everything. */
  static async open(options: BookingOptions = {}, town?: Town, storage?: TabStorage): Promise<BookingBench> {
    const bench = new BookingBench(options, town, storage);
    await bench.load();
    return bench;
  }

  get state(): BookingState {
    return this.flow.state;
  }

  get clock(): ManualClock {
    return this.town.clock;
  }

  /** What the page does once its code is there: the choices, then the backend, then the clinic's profile. */
  async load(): Promise<void> {
    if (this.#options.preset) this.flow.preset(this.#options.preset);
    this.flow.connect(this.backend);
    this.flow.open(this.town.clinic);
    await loaded();
  }

  /** The same tab, loaded again. */
  async reloaded(preset = this.#options.preset): Promise<BookingBench> {
    this.flow.suspend();
    this.#left = true;
    return BookingBench.open({ ...this.#options, ...(preset && { preset }) }, this.town, this.storage);
  }

  /** The browser's “Duplicate tab”. */
  async duplicated(): Promise<BookingBench> {
    return BookingBench.open(this.#options, this.town, this.storage.copy());
  }

  /** Kinds of all news of late, the oldest first; forgets them. */
  takeNews(): string[] {
    return this.news.splice(0).map(({ kind }) => kind);
  }

  /** The free times of a date, the shown one if none is named. */
  times(date = this.state.date): readonly Slot[] {
    return (date === undefined ? undefined : this.state.calendar.days.get(date)) ?? [];
  }

  /** One of the times that are shown. @throws AssertionError when there is none */
  time(index = 0, date = this.state.date): Slot {
    const slot = this.times(date)[index];
    assert.ok(slot, `no time ${index} on ${date}`);
    return slot;
  }

  async pickService(id = 'consult'): Promise<void> {
    this.flow.chooseService(id);
    await settle();
  }

  /** Chooses a time and goes on with it. */
  async holdTime(index = 0): Promise<void> {
    this.flow.chooseSlot(this.time(index));
    await this.clock.run(this.flow.hold());
  }

  fill(details: { readonly [Field in 'name' | 'email' | 'phone' | 'note']?: string } = {}): void {
    const all = { name: 'Ada Example', email: 'ada@example.org', ...details };
    for (const field of ['name', 'email', 'phone', 'note'] as const) {
      if (all[field] !== undefined) this.flow.setDetail(field, all[field]);
    }
    this.flow.setConsent('privacy', true);
  }

  /** From the start to the details page. */
  async toDetails(service = 'consult'): Promise<void> {
    if (this.state.step === 'service') await this.pickService(service);
    await this.holdTime();
    assert.equal(this.state.step, 'details');
  }

  /** From the start to the check page. */
  async toCheck(service = 'consult'): Promise<void> {
    await this.toDetails(service);
    this.fill();
    await this.flow.submitDetails();
    assert.equal(this.state.step, 'check');
  }

  async confirm(): Promise<void> {
    await this.clock.run(this.flow.confirm());
  }

  /** The town's, until this page is left. */
  #ownAdapter(): SchedulingAdapter {
    const { adapter } = this.town;
    const calls = Object.entries(adapter).map(([name, value]: [string, unknown]) => {
      if (typeof value !== 'function') return [name, value];
      const call = value as (...args: readonly unknown[]) => unknown;
      return [name, (...args: readonly unknown[]) => (this.#left ? new Promise(() => undefined) : call(...args))];
    });
    return Object.fromEntries(calls) as SchedulingAdapter;
  }
}

/** Waits until the modules that were asked for by now are there. */
export async function loaded(): Promise<void> {
  await settle();
  await import('../../src/flows/booking-flow.js');
  await settle();
}

/** What a flow loads on demand is loaded once before any test, so that none has to wait for it in real time. */
async function warmUp(): Promise<void> {
  const bench = new BookingBench();
  bench.flow.open(bench.town.clinic);
  await bench.flow.submitDetails();
}
await warmUp();

/** The issues of a state as short text. */
export const issuesOf = ({ issues }: Pick<BookingState, 'issues'>): string[] =>
  issues.map(({ field, code }) => `${field} ${code}`);

/** Faults that make a backend answer nothing at all to `times` calls. */
export const silence = (times: number, effect: boolean): Fault[] =>
  Array.from({ length: times }, () => ({ kind: 'hang', effect }));
