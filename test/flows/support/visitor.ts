import assert from 'node:assert/strict';
import type { MemoryMethod } from '../../../src/adapters/memory.js';
import type { BookingDetails, BookingState, DetailField } from '../../../src/flows/booking-state.js';
import { BookingBench, SCHEDULE, Town, loaded, type BookingOptions } from '../../support/booking.js';

/** How long a page has to be left alone until all that was sent is answered or given up, in milliseconds. */
const LONG = 120_000;
const DRAFT_LIFE = 30 * 60_000;
const METHODS: readonly MemoryMethod[] = [
  'listSlots',
  'holdSlot',
  'extendHold',
  'releaseHold',
  'createBooking',
  'joinWaitlist',
];

/** What can be switched on or off in the world of a {@link Visitor}. */
export interface World {
  readonly holds: boolean;
  /** Ana is away, so that sessions are fully booked. */
  readonly anaAway: boolean;
  /** Milliseconds that requests take to arrive and to be answered, in turn. */
  readonly latencies: readonly number[];
  /** Default true. `false`: the backend forgets operation ids. */
  readonly idempotent?: boolean;
}

/** How often what was seen, over all runs: a model that never gets anywhere proves nothing. */
export class Sightings {
  readonly #counts = new Map<string, number>();

  saw(what: string): void {
    this.#counts.set(what, this.of(what) + 1);
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  toString(): string {
    return [...this.#counts].map(([what, count]) => `${what} ${count}`).join(', ');
  }
}

/** A visitor at a page, what they may rightly expect of it, and the checks that it keeps to that. */
export class Visitor {
  readonly town: Town;
  readonly sightings: Sightings;
  bench: BookingBench;
  /** Promises that were broken, by any wish. */
  readonly broken: unknown[] = [];
  readonly #holds: boolean;
  /** How many bookings this visitor wants by now. */
  #intents = 1;
  #details: BookingDetails;
  #typed = { name: new Set(['']), email: new Set(['']), phone: new Set(['']) };
  #submittedAt: number | undefined;
  #noteLost = false;

  private constructor(bench: BookingBench, holds: boolean, sightings: Sightings) {
    this.bench = bench;
    this.town = bench.town;
    this.sightings = sightings;
    this.#holds = holds;
    this.#details = bench.state.details;
    this.#attend(bench);
  }

  static async arrive(world: World, sightings: Sightings): Promise<Visitor> {
    const { holds, anaAway, latencies, idempotent = true } = world;
    const daysOff = anaAway ? [{ from: '2026-01-01', to: '2027-12-31', practitioner: 'ana' }] : [];
    const options: BookingOptions = { capabilities: { holds }, schedule: { ...SCHEDULE, daysOff }, idempotent };
    const town = new Town(options);
    let turn = 0;
    const travel = (): Promise<void> => town.clock.sleep(latencies[turn++ % latencies.length] ?? 0);
    for (const method of METHODS) {
      town.interceptions[method] = async (call) => {
        await travel();
        const answer = call();
        await answer.catch(() => undefined);
        await travel();
        return answer;
      };
    }
    const bench = await BookingBench.open(options, town);
    return new Visitor(bench, holds, sightings);
  }

  get state(): BookingState {
    return this.bench.state;
  }

  /** A wish whose answer the visitor may not wait for. */
  wish(promise: Promise<void>): void {
    promise.catch((error: unknown) => this.broken.push(error));
  }

  /** A wish that needs code which the page loads on demand. */
  async loadingWish(promise: Promise<void>): Promise<void> {
    this.wish(promise);
    await loaded();
  }

  type(field: DetailField, value: string): void {
    this.bench.flow.setDetail(field, value);
    this.#details = { ...this.#details, [field]: value };
    if (field !== 'note') this.#typed[field].add(value);
  }

  tick(granted: boolean): void {
    this.bench.flow.setConsent('privacy', granted);
    this.#details = { ...this.#details, consents: { ...this.#details.consents, privacy: granted } };
  }

  fillIn(note: string): void {
    for (const [field, value] of Object.entries({ name: 'Ada Example', email: 'ada@example.org', note })) {
      this.type(field as 'name' | 'email' | 'note', value);
    }
    if (this.#details.phone === 'nonsense') this.type('phone', '');
    this.tick(true);
  }

  /** Starts over once a booking stands. */
  restart(): void {
    if (this.state.step === 'confirmed') this.#intents += 1;
    this.bench.flow.restart();
    this.#details = { ...this.#details, note: '', consents: {} };
    this.#submittedAt = undefined;
  }

  /** The device sleeps, and wakes with the page in view. */
  sleep(ms: number): void {
    this.town.clock.jump(ms);
    this.bench.flow.wake();
  }

  /** Loads the page again. */
  async reload(): Promise<void> {
    const { clock } = this.town;
    const before = this.bench;
    const { step, submission, details } = before.state;
    const underway = step === 'check' && submission !== 'idle';
    const fresh = this.#submittedAt !== undefined && clock.now() - this.#submittedAt <= DRAFT_LIFE;
    this.bench = await before.reloaded();
    this.#attend(this.bench);
    this.sightings.saw('reloaded');
    const now = this.state.details;
    for (const field of ['name', 'email', 'phone'] as const) {
      assert.ok(this.#typed[field].has(now[field]), `${field} “${now[field]}” was never typed`);
      if (fresh && step === 'check') assert.equal(now[field], details[field], 'submitted details outlive a reload');
    }
    assert.equal(now.note, '');
    this.#details = now;
    // Whoever goes on after a booking wants another one.
    if (step === 'confirmed') this.#intents += 1;
    if (!underway) return;
    if (fresh) {
      assert.equal(this.state.submission, 'unresolved', 'a booking that was sent is not forgotten');
      if (!this.#holds && details.note.trim() !== '') this.#noteLost = true;
    } else if (this.town.bookings.length === this.#intents) {
      // The page knows nothing of it any more, so that the visitor starts from nothing.
      this.#intents += 1;
    }
  }

  /** Does what a visitor would do next who wants a booking. */
  async proceed(): Promise<void> {
    const { flow, state } = this.bench;
    const { calendar, lost, slot } = state;
    switch (state.step) {
      case 'service':
        return flow.chooseService('consult');
      case 'time': {
        if (calendar.status === 'failed') return flow.reload();
        const [alternative] = lost?.alternatives ?? [];
        if (alternative) return this.wish(flow.hold(alternative));
        if (slot) return this.wish(flow.hold());
        const [first] = [...calendar.days.values()].flat();
        if (first) {
          flow.chooseDate(first.localDate);
          flow.chooseSlot(first);
        } else if (calendar.status === 'ready' && flow.takesWaitlist) flow.goTo('waitlist');
        return;
      }
      case 'details':
        this.fillIn('Ring twice');
        return this.loadingWish(flow.submitDetails());
      case 'check':
        return this.wish(flow.confirm());
      case 'waitlist':
        this.fillIn('');
        return this.loadingWish(flow.joinWaitlist());
      default:
        return;
    }
  }

  /** Fails when the page has broken one of its promises. */
  check(): void {
    const { state, states, news } = this.bench;
    assert.deepEqual(this.broken, [], 'no wish may end in an error');
    assert.equal(state.status, 'ready');
    assert.deepEqual(state.details, this.#details, 'details never vanish');
    const stored = this.town.bookings.map(({ booking }) => booking);
    assert.ok(stored.length <= this.#intents, `${stored.length} bookings for ${this.#intents} wanted`);
    for (const one of news) {
      if (one.kind === 'confirmed') assert.deepEqual(stored.find(same(one.booking)), one.booking);
    }
    for (const { booking } of states) if (booking) assert.ok(stored.some(same(booking)), 'it is not booked');
    if (state.step === 'confirmed') {
      assert.ok(state.booking);
      assert.equal(stored.length, this.#intents);
    }
    if (state.step === 'details' || state.step === 'check') {
      assert.ok(state.slot, `${state.step} without a time`);
      assert.equal(state.slot.id.split('~')[0], state.service);
    }
    if (state.step === 'waitlisted') assert.ok(this.town.backend.state.waitlist.length > 0);
    const live = this.town.backend.state.holds.find(({ holdId }) => holdId === state.hold?.holdId);
    if (live && state.secondsLeft > 0) {
      assert.ok(state.secondsLeft * 1000 <= live.expiresInMs + 1000, 'a hold lasts at least as long as is shown');
    }
  }

  /** Once nothing goes wrong any more, there is a way to a booking or onto the waitlist. */
  async checkWayOn(): Promise<void> {
    const { clock, faults } = this.town;
    for (const method of METHODS) delete faults[method];
    this.bench.flow.resume();
    for (let wishes = 0; wishes < 15; wishes += 1) {
      await clock.advance(LONG);
      this.check();
      const { step, holding, submission, calendar } = this.state;
      assert.ok(![holding, submission].some((one) => one === 'sending' || one === 'checking'), 'waits for ever');
      assert.notEqual(calendar.status, 'loading', 'loads for ever');
      if (step === 'confirmed' || step === 'waitlisted') return;
      // All that can be found out without the note is that something has arrived; the clinic's number is shown.
      if (wishes > 5 && this.bench.flow.unresolved && this.#noteLost) return this.sightings.saw('note lost');
      await this.proceed();
    }
    assert.fail(`stuck at ${this.state.step}`);
  }

  #attend(bench: BookingBench): void {
    bench.flow.listen(({ kind }) => this.sightings.saw(kind));
    let step = bench.state.step;
    bench.flow.subscribe((state) => {
      // The draft is written when the details are right and when the booking is sent.
      const written = state.step === 'check' && (step !== 'check' || state.submission === 'sending');
      if (written) this.#submittedAt = this.town.clock.now();
      if (state.submission === 'unresolved') this.sightings.saw('unresolved');
      step = state.step;
    });
  }
}

const same =
  ({ bookingId }: { readonly bookingId: string }) =>
  (other: { readonly bookingId: string }): boolean =>
    other.bookingId === bookingId;
