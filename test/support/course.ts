import assert from 'node:assert/strict';
import { memoryAdapter, type Fault, type MemoryAdapter, type MemoryCall } from '../../src/adapters/memory.js';
import type { AdapterCapabilities } from '../../src/adapters/adapter.js';
import type { Attribution } from '../../src/domain/attribution.js';
import { Clinic } from '../../src/domain/clinic.js';
import type { CourseOffer } from '../../src/domain/course/course-offer.js';
import { ClinicSchedule } from '../../src/domain/schedule.js';
import type { Slot } from '../../src/domain/slot.js';
import { clinicBackend } from '../../src/flows/clinic-backend.js';
import { courseBackend } from '../../src/flows/course-backend.js';
import { CourseFlow, type CourseBackend, type CourseNews, type CoursePreset } from '../../src/flows/course-flow.js';
import type { CourseState } from '../../src/flows/course-state.js';
import { Draft, type DraftStorage } from '../../src/flows/draft.js';
import { TabStorage } from './booking.js';
import { ManualClock, settle } from './manual-clock.js';

/** A Sunday noon. */
const NOW = Date.parse('2026-11-22T12:00:00Z');

/** Three sessions, 7 to 30 days apart. */
export const FULL: CourseOffer = {
  id: 'full',
  name: 'Full course',
  bands: ['full', 'advanced'],
  sessions: [
    { service: 'long', role: 'foundation' },
    { service: 'short', role: 'density' },
    { service: 'short', role: 'detail' },
  ],
  gapDays: { min: 7, default: 10, max: 30 },
  price: { amount: 1200, currency: 'GBP' },
  deposit: { text: 'We ask for £50 in advance.', url: 'https://pay.example.org/' },
};

/** Two sessions, with a patch test before them. */
export const SCARS: CourseOffer = {
  id: 'scars',
  name: 'Scars',
  bands: ['scar'],
  sessions: [{ service: 'short' }, { service: 'short' }],
  gapDays: { min: 10, default: 14, max: 40 },
  patchTestHours: 48,
};

const treatment = (id: string, durationMinutes: number) => ({
  id,
  name: id,
  kind: 'treatment',
  mode: 'in-person',
  durationMinutes,
});

export const COURSE_CLINIC: Clinic = Clinic.parse({
  id: 'fern',
  name: 'Fern Row Clinic',
  timeZone: 'Europe/London',
  locations: [{ id: 'soho', name: 'Soho' }],
  services: [treatment('long', 180), treatment('short', 120)],
  practitioners: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben' },
  ],
  courses: [FULL, SCARS],
});

const week = (practitioner: string, weekdays: readonly number[]) => ({
  practitioner,
  hours: weekdays.map((weekday) => ({ weekday, from: '09:00', to: '17:00', location: 'soho' })),
});

/** Ana on weekdays, Ben at the end of the week. */
export const COURSE_SCHEDULE: ClinicSchedule = ClinicSchedule.parse({
  practitioners: [week('ana', [1, 2, 3, 4, 5]), week('ben', [4, 5])],
  rules: { stepMinutes: 60, noticeMinutes: 60, windowDays: 120 },
});

export interface CourseBenchOptions {
  readonly clinic?: Partial<Clinic>;
  readonly capabilities?: Partial<AdapterCapabilities>;
  readonly preset?: CoursePreset;
  readonly attribution?: () => Attribution;
  readonly locale?: () => string;
  /** When nobody is there. */
  readonly daysOff?: ClinicSchedule['daysOff'];
  /** What goes wrong with a call. */
  readonly faults?: (call: MemoryCall) => Fault | undefined;
  /** Changes the backend before the flow sees it. */
  readonly spoil?: (backend: CourseBackend) => CourseBackend;
}

/** One page on which a course is booked, over the whole way to a backend in memory. */
export class CourseBench {
  readonly clock: ManualClock;
  readonly storage: TabStorage;
  readonly adapter: MemoryAdapter;
  readonly flow: CourseFlow;
  readonly clinic: Clinic;
  readonly news: CourseNews[] = [];
  readonly #preset: CoursePreset;
  readonly #backend: CourseBackend;
  #rivals = 0;

  readonly #options: CourseBenchOptions;
  /** The page was left: nothing of it is remembered any more. */
  #left = false;

  constructor(options: CourseBenchOptions = {}, before?: CourseBench) {
    const { clinic, capabilities, preset = {}, daysOff, faults, spoil = (it: CourseBackend) => it } = options;
    this.#options = options;
    this.clock = before?.clock ?? new ManualClock(NOW);
    this.storage = before?.storage ?? new TabStorage();
    this.clinic = Clinic.parse({ ...COURSE_CLINIC, ...clinic });
    this.adapter =
      before?.adapter ??
      memoryAdapter({
        clinic: this.clinic,
        schedule: { ...COURSE_SCHEDULE, ...(daysOff && { daysOff }) },
        now: this.clock.wall,
        ...(capabilities && { capabilities }),
        faults: (call) => (this.#rivals > 0 ? undefined : faults?.(call)),
      });
    const { clock } = this;
    const { storage } = this;
    const memory: DraftStorage = {
      getItem: (key) => storage.getItem(key),
      setItem: (key, value) => (this.#left ? undefined : storage.setItem(key, value)),
      removeItem: (key) => (this.#left ? undefined : storage.removeItem(key)),
    };
    this.#preset = preset;
    this.#backend = spoil(
      courseBackend(
        clinicBackend(
          this.adapter,
          { clinic: 'fern', now: clock.wall, storage: () => memory },
          { clock, random: () => 0.5, locks: undefined },
        ),
      ),
    );
    const { attribution, locale = () => 'en' } = options;
    this.flow = new CourseFlow({
      clock,
      consents: () => [{ purpose: 'privacy', wording: 'I agree.', version: 'test-1', required: true }],
      draft: new Draft(memory, 'course', clock.wall),
      locale,
      ...(attribution && { attribution }),
    });
    this.flow.listen((news) => this.news.push(news));
  }

  /** The same tab, loaded again. */
  async reloaded(preset = this.#preset): Promise<CourseBench> {
    this.flow.suspend();
    this.#left = true;
    return CourseBench.open({ ...this.#options, preset }, this);
  }

  static async open(options: CourseBenchOptions = {}, before?: CourseBench): Promise<CourseBench> {
    const bench = new CourseBench(options, before);
    bench.flow.preset(bench.#preset);
    bench.flow.connect(bench.#backend);
    bench.flow.open(bench.clinic);
    await settle();
    return bench;
  }

  get state(): CourseState {
    return this.flow.state;
  }

  /** Clinic dates of the plan. */
  get dates(): (string | undefined)[] {
    return this.state.sessions.map(({ slot }) => slot?.localDate);
  }

  /** Bookings that stand, without the rivals'. */
  get standing() {
    return this.adapter.state.bookings.filter(
      ({ booking, draft }) => booking.status !== 'cancelled' && draft.contact.name !== 'Rival',
    );
  }

  takeNews(): string[] {
    return this.news.splice(0).map(({ kind }) => kind);
  }

  /** A time that the calendar shows. @throws AssertionError when there is none */
  time(date = this.state.date, index = 0): Slot {
    const slot = this.state.calendar.days.get(date ?? '')?.[index];
    assert.ok(slot, `no time ${index} on ${date}`);
    return slot;
  }

  /** Chooses an offer and a first time. */
  async toPlan(offer = 'full'): Promise<void> {
    this.flow.chooseOffer(offer);
    await settle();
    await this.clock.run(this.flow.takeSlot(this.time()));
    assert.equal(this.state.step, 'plan');
  }

  /** Moves a session to the first time of a date. */
  async change(index: number, date: string): Promise<void> {
    this.flow.changeSession(index);
    await settle();
    this.flow.chooseDate(date);
    await settle();
    this.flow.chooseSlot(this.time(date));
    await this.clock.run(this.flow.takeSlot());
  }

  fill(name = 'Ada Example'): void {
    this.flow.setDetail('name', name);
    this.flow.setDetail('email', 'ada@example.org');
    this.flow.setConsent('privacy', true);
  }

  /** From the start to the check page. */
  async toCheck(offer?: string): Promise<void> {
    await this.toPlan(offer);
    await this.clock.run(this.flow.hold());
    this.fill();
    await this.clock.run(this.flow.submitDetails());
    assert.equal(this.state.step, 'check');
  }

  async confirm(): Promise<void> {
    await this.clock.run(this.flow.confirm());
  }

  /** Somebody else books the time of a session, with everybody who could take it. */
  async rivalsBook(slot: Slot): Promise<void> {
    this.#rivals += 1;
    try {
      for (;;) {
        const { slots } = await this.adapter.listSlots({
          service: slot.id.split('~')[0] ?? '',
          from: slot.localDate,
          to: slot.localDate,
        });
        const free = slots.find(({ start }) => start === slot.start);
        if (!free) return;
        await this.adapter.createBooking(
          {
            service: slot.id.split('~')[0] ?? '',
            slotId: free.id,
            contact: { name: 'Rival', email: 'rival@example.org' },
            consents: [],
          },
          { operationId: crypto.randomUUID() },
        );
      }
    } finally {
      this.#rivals -= 1;
    }
  }
}
