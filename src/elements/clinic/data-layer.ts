import { visitor } from '../../controllers/visitor.js';
import type { SmpStepChangedEvent } from '../../events/step-changed-event.js';
import { Draft } from '../../flows/draft.js';
import type { SmpClinic } from './clinic.js';

/** What a lead was won by. */
export type LeadSource = 'booking' | 'course' | 'consultation' | 'waitlist';

/** All that is ever told to a tag manager: names of elements and steps, ids of services, seconds, and the clinic's own value. */
export type DataLayerEntry =
  | { readonly event: 'smp_step_view'; readonly smp_element: string; readonly smp_step: string }
  | {
      readonly event: 'smp_step_complete';
      readonly smp_element: string;
      readonly smp_step: string;
      /** How long it was shown, in seconds. */
      readonly smp_duration: number;
    }
  | { readonly event: 'smp_slot_select'; readonly smp_element: string; readonly smp_service?: string }
  | {
      readonly event: 'generate_lead';
      readonly smp_element: string;
      readonly lead_source: LeadSource;
      readonly smp_service?: string;
      readonly value?: number;
      readonly currency?: string;
    };

/** Elements that a visitor goes through step by step. */
const FLOWS = 'smp-journey, smp-consultation, smp-slot-booker';
/** The page an element opens with: it tells only of those after it. */
const START = 'start';
/** How far along the way of its element a page is; going on completes the page before. Others lie beside the way. */
const PLACES: Readonly<Record<string, number>> = {
  offer: 1,
  service: 1,
  question: 1,
  first: 2,
  time: 2,
  session: 2,
  plan: 3,
  outcome: 3,
  details: 4,
  check: 5,
  waitlist: 5,
  sent: 6,
  confirmed: 6,
  waitlisted: 6,
};
/** Pages that an element may open with. */
const FIRST = ['offer', 'service', 'question', 'first', 'time'];
/** What completes a step of a journey: skipping it does not. */
const COMPLETES: Readonly<Record<string, string>> = {
  'smp-consultation-submitted': 'consultation',
  'smp-hairline-selected': 'design',
  'smp-booking-confirmed': 'booking',
  'smp-course-confirmed': 'booking',
  'smp-waitlist-joined': 'booking',
};

interface Progress {
  readonly element: string;
  step: string;
  since: number;
  /** What the page it opened with is called, once that is known. */
  first: string | undefined;
  readonly seen: Set<string>;
  readonly done: Set<string>;
}

const nameOf = (element: Element): string => element.localName.replace('smp-', '');
const placeOf = (step: string): number => PLACES[step] ?? 0;
/** Who looks for a time and goes to the waitlist has chosen none. */
const goesOn = (from: string, to: string): boolean => to !== 'waitlist' && placeOf(to) > placeOf(from);

/**
 * Tells the page's tag manager how far visitors come, by `window.dataLayer`. Never what they say, who they are or what
 * they have booked: each entry is written out here, field by field.
 *
 * Nothing is told before the visitor has agreed, and nothing is kept to be told later. A visitor is one lead, from the
 * first thing that was sent or booked on; that it has been told outlives a reload of the page.
 */
export class DataLayer {
  readonly #clinic: SmpClinic;
  readonly #now: () => number;
  readonly #progress = new WeakMap<Element, Progress>();
  readonly #told: Draft<{ readonly told: true }>;

  constructor(clinic: SmpClinic, now: () => number) {
    this.#clinic = clinic;
    this.#now = now;
    this.#told = new Draft(visitor.storage(), `lead/${clinic.endpoint ?? ''}`, now);
    // Before the elements themselves hear of it: a journey may go on to its next step by that.
    this.#listen('smp-step-changed', (event) => this.#onStep(event));
    this.#listen('smp-slot-selected', (event) => this.#onSlot(event));
    for (const name of Object.keys(COMPLETES)) this.#listen(name, (event) => this.#onCompleted(event));
    this.#listen('smp-booking-confirmed', (event) => this.#lead(event, 'booking', event.booking.service));
    this.#listen('smp-course-confirmed', (event) => this.#lead(event, 'course', event.sessions[0]?.service));
    this.#listen('smp-consultation-submitted', (event) => {
      // Without a reference nothing has been sent: the answers wait for a booking to go along with.
      if (event.reference !== undefined) this.#lead(event, 'consultation');
    });
    this.#listen('smp-waitlist-joined', (event) => this.#lead(event, 'waitlist'));
    // Whatever comes later, and wherever inside, asks for its clinic and its enquiry.
    this.#listen('context-request', (event) => this.#meet(elementOf(event)));
    for (const element of clinic.querySelectorAll(FLOWS)) {
      if (element.closest(clinic.localName) !== clinic) continue;
      for (const one of [element, ...(element.shadowRoot?.querySelectorAll(FLOWS) ?? [])]) this.#meet(one);
    }
  }

  /** What the visitor has decided: on the clinic's element, else for the whole page. */
  get #allowed(): boolean {
    const { analytics, analyticsConsent } = this.#clinic;
    const consent = analyticsConsent ?? document.documentElement.dataset['smpConsent'];
    return analytics === 'datalayer' && consent === 'granted';
  }

  /** Hears what is inside this clinic, and not inside another one in it. */
  #listen<Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ): void;
  #listen(name: string, listener: (event: Event) => void): void;
  #listen(name: string, listener: (event: Event) => void): void {
    const isClinic = (target: EventTarget) => target instanceof Element && target.localName === this.#clinic.localName;
    this.#clinic.addEventListener(
      name,
      (event) => {
        if (event.composedPath().find(isClinic) === this.#clinic) listener(event);
      },
      { capture: true },
    );
  }

  #push(entry: DataLayerEntry): boolean {
    if (!this.#allowed) return false;
    const page = globalThis as { dataLayer?: unknown };
    page.dataLayer ??= [];
    if (!Array.isArray(page.dataLayer)) return false;
    page.dataLayer.push(entry);
    return true;
  }

  #meet(element: Element): void {
    if (element.matches(FLOWS)) this.#of(element);
  }

  #of(element: Element): Progress {
    const known = this.#progress.get(element);
    if (known) return known;
    const progress: Progress = {
      element: nameOf(element),
      step: START,
      since: this.#now(),
      first: undefined,
      seen: new Set([START]),
      done: new Set(),
    };
    this.#progress.set(element, progress);
    this.#view(progress, START);
    return progress;
  }

  #view(progress: Progress, step: string): void {
    progress.step = step;
    progress.since = this.#now();
    progress.seen.add(step);
    this.#push({ event: 'smp_step_view', smp_element: progress.element, smp_step: step });
  }

  /** Once for each step, whoever comes to it again. */
  #complete({ element, step, since, done }: Progress): void {
    if (done.has(step)) return;
    done.add(step);
    const seconds = Math.round((this.#now() - since) / 1000);
    this.#push({ event: 'smp_step_complete', smp_element: element, smp_step: step, smp_duration: seconds });
  }

  #onStep(event: SmpStepChangedEvent): void {
    const progress = this.#of(elementOf(event));
    const { step, seen } = progress;
    if (event.step === step) return;
    if (goesOn(step, event.step)) this.#complete(progress);
    // Back to a page that was never told of by its name: the one at the start.
    else if (FIRST.includes(event.step) && !seen.has(event.step)) progress.first ??= event.step;
    this.#view(progress, event.step === progress.first ? START : event.step);
  }

  #onCompleted(event: Event): void {
    const journey = event
      .composedPath()
      .find((target): target is Element => target instanceof Element && target.localName === 'smp-journey');
    if (!journey) return;
    const progress = this.#of(journey);
    if (progress.step === START) progress.first ??= COMPLETES[event.type];
    this.#complete(progress);
  }

  #onSlot(event: Event): void {
    const element = elementOf(event);
    const service = element.getAttribute('service');
    this.#push({
      event: 'smp_slot_select',
      smp_element: nameOf(element),
      ...(service !== null && { smp_service: service }),
    });
  }

  #lead(event: Event, source: LeadSource, service?: string): void {
    if (this.#told.read() !== undefined) return;
    const { analyticsValue: value, analyticsCurrency: currency } = this.#clinic;
    const isTold = this.#push({
      event: 'generate_lead',
      smp_element: nameOf(elementOf(event)),
      lead_source: source,
      ...(service !== undefined && { smp_service: service }),
      // A value without a currency means nothing.
      ...(value !== undefined && Number.isFinite(value) && currency !== undefined && { value, currency }),
    });
    if (isTold) this.#told.write({ told: true });
  }
}

/** The element that tells it, also where it stands in another one's shadow root. */
function elementOf(event: Event): Element {
  const [element] = event.composedPath();
  return element instanceof Element ? element : document.documentElement;
}
