import type { SmpStepChangedEvent } from '../../events/step-changed-event.js';
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

interface Progress {
  readonly element: string;
  step: string;
  since: number;
  readonly done: Set<string>;
}

const nameOf = (element: Element): string => element.localName.replace('smp-', '');

/**
 * Tells the page's tag manager how far visitors come, by `window.dataLayer`. Never what they say, who they are or what
 * they have booked: each entry is written out here, field by field.
 *
 * Nothing is told before the visitor has agreed, and nothing is kept to be told later.
 */
export class DataLayer {
  readonly #clinic: SmpClinic;
  readonly #now: () => number;
  readonly #progress = new WeakMap<Element, Progress>();
  readonly #told = new Set<string>();

  constructor(clinic: SmpClinic, now: () => number) {
    this.#clinic = clinic;
    this.#now = now;
    clinic.addEventListener('smp-step-changed', (event) => this.#onStep(event));
    clinic.addEventListener('smp-slot-selected', (event) => this.#onSlot(event));
    clinic.addEventListener('smp-booking-confirmed', (event) => {
      const { bookingId, service } = event.booking;
      this.#lead(event, 'booking', bookingId, service);
    });
    clinic.addEventListener('smp-course-confirmed', (event) => {
      const [first] = event.sessions;
      if (first) this.#lead(event, 'course', first.bookingId, first.service);
    });
    clinic.addEventListener('smp-consultation-submitted', (event) => {
      this.#lead(event, 'consultation', event.reference);
    });
    clinic.addEventListener('smp-waitlist-joined', (event) => this.#lead(event, 'waitlist'));
    for (const element of clinic.querySelectorAll(FLOWS)) this.#begin(element);
  }

  /** What the visitor has decided: on the clinic's element, else for the whole page. */
  get #allowed(): boolean {
    const { analytics, analyticsConsent } = this.#clinic;
    const consent = analyticsConsent ?? document.documentElement.dataset['smpConsent'];
    return analytics === 'datalayer' && consent === 'granted';
  }

  #push(entry: DataLayerEntry): void {
    if (!this.#allowed) return;
    const page = globalThis as { dataLayer?: unknown };
    page.dataLayer ??= [];
    if (Array.isArray(page.dataLayer)) page.dataLayer.push(entry);
  }

  #begin(element: Element): Progress {
    const progress = { element: nameOf(element), step: START, since: this.#now(), done: new Set<string>() };
    this.#progress.set(element, progress);
    this.#push({ event: 'smp_step_view', smp_element: progress.element, smp_step: START });
    return progress;
  }

  #onStep(event: SmpStepChangedEvent): void {
    const element = elementOf(event);
    const progress = this.#progress.get(element) ?? this.#begin(element);
    const { step, since, done } = progress;
    if (event.step === step) return;
    // Going back to a step completes none, nor does coming to it again.
    if (!done.has(step) && !done.has(event.step)) {
      const seconds = Math.round((this.#now() - since) / 1000);
      this.#push({ event: 'smp_step_complete', smp_element: progress.element, smp_step: step, smp_duration: seconds });
      done.add(step);
    }
    progress.step = event.step;
    progress.since = this.#now();
    this.#push({ event: 'smp_step_view', smp_element: progress.element, smp_step: event.step });
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

  /** `once` tells leads apart, so that none counts twice. It is not passed on. */
  #lead(event: Event, source: LeadSource, once?: string, service?: string): void {
    if (once !== undefined && this.#told.has(once)) return;
    if (once !== undefined) this.#told.add(once);
    const { analyticsValue: value, analyticsCurrency: currency } = this.#clinic;
    this.#push({
      event: 'generate_lead',
      smp_element: nameOf(elementOf(event)),
      lead_source: source,
      ...(service !== undefined && { smp_service: service }),
      // A value without a currency means nothing.
      ...(value !== undefined && Number.isFinite(value) && currency !== undefined && { value, currency }),
    });
  }
}

/** The element that tells it, also where it stands in another one's shadow root. */
function elementOf(event: Event): Element {
  const [element] = event.composedPath();
  return element instanceof Element ? element : document.documentElement;
}
