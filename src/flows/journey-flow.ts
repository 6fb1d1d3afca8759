import type { JourneyMemory, JourneyReceipts } from '../domain/journey/journey-memory.js';
import type { JourneyPlan } from '../domain/journey/journey-plan.js';
import type { JourneyStep } from '../domain/journey/journey-step.js';
import type { Enquiry } from '../domain/enquiry.js';
import type { Draft } from './draft.js';

/** All that a journey shows of itself. */
export interface JourneyState {
  readonly steps: readonly JourneyStep[];
  /** The step that is shown. Undefined until it is known where the visitor begins, or goes on after a reload. */
  readonly step: JourneyStep | undefined;
  /** Those that have been shown: what was said there is alive. */
  readonly visited: readonly JourneyStep[];
  readonly done: readonly JourneyStep[];
  /** Left out for now. */
  readonly skipped: readonly JourneyStep[];
  /** The answers of the consultation rule out any appointment: nothing comes after it. */
  readonly blocked: boolean;
  /** The visitor goes on where they were before the page was loaded. */
  readonly restored: boolean;
  /** Done before the page was loaded: there is nothing to show of them but that they are done. */
  readonly behind: readonly JourneyStep[];
  readonly receipts: JourneyReceipts;
}

/** What a {@link JourneyFlow} is given. */
export interface JourneyFlowOptions {
  /** Keeps the way over a reload. Default: nothing is kept. */
  readonly draft?: Draft<JourneyMemory> | undefined;
  /** Called with each change; `turned` says that another step is shown, as the visitor wished. */
  readonly changed: (turned: boolean) => void;
}

/** What goes on from step to step, as far as it may be kept over a reload. */
type Carried = Pick<JourneyMemory, 'contact' | 'service' | 'sessions' | 'privacy' | 'consultation' | 'design'>;

const NOTHING_DONE: JourneyState = {
  steps: [],
  step: undefined,
  visited: [],
  done: [],
  skipped: [],
  blocked: false,
  restored: false,
  behind: [],
  receipts: {},
};

/**
 * The way through a journey without a DOM: which steps there are, what is done, and where one may go.
 *
 * A step can be reached once all before it are done or left out for now; one that was done can always be gone back to.
 */
export class JourneyFlow {
  #state = NOTHING_DONE;
  #skippable: readonly JourneyStep[] = [];
  #clinic: string | undefined;
  #starting = false;
  #carried: Carried = {};
  readonly #options: JourneyFlowOptions;

  constructor(options: JourneyFlowOptions) {
    this.#options = options;
  }

  get state(): JourneyState {
    return this.#state;
  }

  /** Is there something of an earlier visit to this page? It may turn out to be of another clinic. */
  get hasMemory(): boolean {
    return this.#options.draft?.read() !== undefined;
  }

  /** Place of the step that is shown, from 1. */
  get position(): number {
    const { steps, step } = this.#state;
    return step === undefined ? 1 : steps.indexOf(step) + 1;
  }

  /** The step before, to go back to. */
  get previous(): JourneyStep | undefined {
    return this.#state.steps
      .slice(0, this.position - 1)
      .filter((step) => this.mayGo(step))
      .at(-1);
  }

  /** The step after, once this one is done or left out for now. */
  get next(): JourneyStep | undefined {
    const after = this.following;
    return after !== undefined && this.mayGo(after) ? after : undefined;
  }

  /** The step after this one, whether it can be reached yet or not. */
  get following(): JourneyStep | undefined {
    return this.#state.steps.slice(this.position).find((step) => !this.#sealed(step));
  }

  /** Can the step that is shown be left out for now? */
  get skippable(): boolean {
    const { step, done, blocked } = this.#state;
    if (step === undefined || blocked || this.following === undefined) return false;
    return this.#skippable.includes(step) && !done.includes(step) && this.next === undefined;
  }

  /**
   * Has the hairline gone to the clinic, with all that could carry it? Then another choice would reach nobody. A place on
   * the waitlist carries none.
   */
  get designSent(): boolean {
    const { steps, done, receipts } = this.#state;
    if (!done.includes('booking') || receipts.booking?.status === 'waitlisted') return false;
    return done.includes('consultation') || !steps.includes('consultation');
  }

  /** Can a step be gone to? */
  mayGo(step: JourneyStep): boolean {
    const { steps, done, skipped, blocked } = this.#state;
    const place = steps.indexOf(step);
    if (place < 0 || this.#sealed(step)) return false;
    if (done.includes(step)) return true;
    if (blocked && place > steps.indexOf('consultation')) return false;
    return steps
      .slice(0, place)
      .every((before) => done.includes(before) || skipped.includes(before) || this.#sealed(before));
  }

  /** Is this another clinic than the one that the visitor is with? */
  leavesFor(clinic: string | undefined): boolean {
    return clinic !== undefined && this.#clinic !== undefined && clinic !== this.#clinic;
  }

  /**
   * Says which steps there are, and of which clinic they are. The first time, and for another clinic, the visitor begins, or
   * goes on where they were before a reload; later, the steps are others and the place stays where it can.
   * @returns what was kept of the enquiry, to be said again
   */
  async start(plan: JourneyPlan, clinic?: string): Promise<Partial<Enquiry> | undefined> {
    this.#skippable = plan.skippable;
    if (this.leavesFor(clinic)) {
      this.#state = NOTHING_DONE;
      this.#carried = {};
    }
    const { step } = this.#state;
    const isNew = clinic !== undefined && this.#clinic === undefined;
    this.#clinic = clinic ?? this.#clinic;
    // Whoever met a failure first and has done nothing since may still go on where they were.
    const mayRestore = isNew && this.#untouched && this.hasMemory;
    if (step !== undefined && !mayRestore) {
      const kept = plan.steps.includes(step) ? step : plan.steps[0];
      if (plan.steps.join() !== this.#state.steps.join()) this.#show(kept, { steps: plan.steps }, false);
      if (isNew) this.#remember();
      return undefined;
    }
    this.#state = { ...this.#state, steps: plan.steps };
    if (this.#starting) return undefined;
    this.#starting = true;
    const memory = clinic === undefined ? undefined : await this.#memory();
    this.#starting = false;
    if (!memory || memory.clinic !== this.#clinic || !this.#untouched) {
      if (this.#state.step !== undefined) return undefined;
      this.#show(this.#state.steps[0], {}, false);
      return undefined;
    }
    return this.#restore(memory);
  }

  /** Shows another step. What was said in this one stays. */
  goTo(step: JourneyStep): void {
    if (step !== this.#state.step && this.mayGo(step)) this.#show(step, {}, true);
  }

  /** Leaves the step that is shown out for now, and goes on. */
  skip(): void {
    const { step, skipped } = this.#state;
    if (step === undefined || !this.skippable) return;
    this.#set({ skipped: [...skipped, step] });
    const { next } = this;
    if (next !== undefined) this.goTo(next);
  }

  /** A step is done. `receipts` say what was sent or booked by it. */
  finish(step: JourneyStep, receipts: JourneyReceipts = {}): void {
    const { done, skipped } = this.#state;
    this.#set({
      done: [...done.filter((one) => one !== step), step],
      skipped: skipped.filter((one) => one !== step),
      receipts: { ...this.#state.receipts, ...receipts },
    });
  }

  /** A step is to be done anew: what was sent is taken back, or another time is wanted. */
  reopen(step: JourneyStep): void {
    const { done, behind } = this.#state;
    const without = (steps: readonly JourneyStep[]) => steps.filter((one) => one !== step);
    this.#set({ behind: without(behind), ...(!behind.includes(step) && { done: without(done) }) });
  }

  /** Takes what the visitor has said, as far as it decides on the way or goes on after a reload. */
  carry({ screening, contact, service, sessions, privacy, consultation, design }: Enquiry): void {
    this.#carried = { contact, service, sessions: sessions && [...sessions], privacy, consultation, design };
    const blocked = screening?.consultation === false;
    if (blocked !== this.#state.blocked) this.#set({ blocked });
    else this.#remember();
  }

  get #untouched(): boolean {
    const { visited, done, skipped } = this.#state;
    return visited.length + done.length + skipped.length <= 1;
  }

  /** A hairline that was not chosen in time can't go along any more. */
  #sealed(step: JourneyStep): boolean {
    return step === 'design' && this.designSent && !this.#state.done.includes('design');
  }

  #restore({ step, done: was, skipped, receipts, ...kept }: JourneyMemory): Partial<Enquiry> {
    const { steps } = this.#state;
    // Answers that go along with a booking are in memory until it is made, and the page took them with it.
    const isLost = !kept.consultation && was.indexOf('booking') <= was.indexOf('consultation');
    const carried = isLost ? { ...kept, privacy: undefined } : kept;
    const known = (list: readonly JourneyStep[]) => list.filter((one) => steps.includes(one));
    const done = known(was).filter((one) => !isLost || one !== 'consultation');
    this.#carried = carried;
    this.#state = { ...this.#state, done, skipped: known(skipped), receipts };
    const behind = done.filter((one) => one === 'consultation' || one === 'booking');
    const place = this.mayGo(step) ? step : steps.filter((one) => this.mayGo(one)).at(-1);
    this.#show(place, { behind, restored: true }, false);
    const { contact, service, sessions, privacy, consultation, design } = carried;
    const said = { contact, service, sessions, privacy, consultation, design };
    return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  }

  async #memory(): Promise<JourneyMemory | undefined> {
    const kept = this.#options.draft?.read();
    if (kept === undefined) return undefined;
    try {
      const { JourneyMemory } = await import('../domain/journey/journey-memory.js');
      return JourneyMemory.safeParse(kept).data;
    } catch {
      // Without the code of it nothing is remembered.
      return undefined;
    }
  }

  #show(step: JourneyStep | undefined, patch: Partial<JourneyState>, turned: boolean): void {
    const { visited } = this.#state;
    const seen = step === undefined || visited.includes(step) ? visited : [...visited, step];
    this.#set({ ...patch, step, visited: seen }, turned);
  }

  #set(patch: Partial<JourneyState>, turned = false): void {
    this.#state = { ...this.#state, ...patch };
    this.#remember();
    this.#options.changed(turned);
  }

  /** Who has only looked leaves no trace. */
  #remember(): void {
    const { step, done, skipped, receipts } = this.#state;
    if (this.#clinic === undefined || step === undefined || done.length + skipped.length === 0) return;
    this.#options.draft?.write({
      clinic: this.#clinic,
      step,
      done: [...done],
      skipped: [...skipped],
      receipts,
      ...this.#carried,
    });
  }
}
