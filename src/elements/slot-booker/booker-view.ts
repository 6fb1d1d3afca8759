import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ServiceLimits } from '../../domain/consultation/service-limits.js';
import type { Service } from '../../domain/service.js';
import type { BookingFlow } from '../../flows/booking-flow.js';
import type { BookingIssue, BookingState } from '../../flows/booking-state.js';
import type { addToCalendar } from '../calendar/add-to-calendar.template.js';
import type { ChooserView } from '../calendar/chooser-view.js';
import { facts } from '../form/facts.js';
import { backButton, failure, phoneLine } from '../form/page.template.js';
import type { Part } from '../form/part.js';

export { failure, heading } from '../form/page.template.js';
export type { Part } from '../form/part.js';

/** What the templates of a booker draw from. */
export interface BookerView extends ChooserView {
  readonly flow: BookingFlow;
  readonly state: BookingState;
  /** Calendar time of the device, milliseconds since 1970. */
  readonly now: () => number;
  /** The clinic's phone number, if one is known. */
  readonly phone: string | undefined;
  /** A hairline design goes along. */
  readonly hasDesign: boolean;
  /** Draws the ways to add the appointment to a calendar, once their code is there. */
  readonly addToCalendar: typeof addToCalendar | undefined;
}

/** The chosen service. */
export function serviceOf({ state }: BookerView): Service | undefined {
  return state.clinic?.services.find(({ id }) => id === state.service);
}

/** `30 minutes · Video call · £45` */
export function serviceFacts(
  { words, formats }: Pick<BookerView, 'words' | 'formats'>,
  { durationMinutes, mode, price }: Service,
): string {
  const hours = Math.floor(durationMinutes / 60);
  const length = hours > 0 ? words.hours(hours, durationMinutes % 60) : words.minutes(durationMinutes);
  return facts(length, words.mode[mode], price && formats.price(price));
}

/** The same, after the name of the service; that may be written in another direction than the rest. */
export const serviceLine = (view: Pick<BookerView, 'words' | 'formats'>, service: Service): TemplateResult =>
  html`<bdi>${service.name}</bdi>&nbsp;· ${serviceFacts(view, service)}`;

/** What leads from page to page. */
export interface Turning {
  /** The page before this one, if there is one. */
  readonly previous: string | undefined;
  goTo(step: never): void;
}

/** Leads to the page before, when there is one. */
export function backLink({ flow, words }: Pick<BookerView, 'words'> & { readonly flow: Turning }): Part {
  const { previous } = flow;
  if (!previous) return nothing;
  // Each flow takes the pages that it names.
  return backButton(words.back, () => flow.goTo(previous as never));
}

/** The clinic's number, to be called with one touch. */
export const phoneLink = ({ words, phone }: Pick<BookerView, 'words' | 'phone'>): Part => phoneLine(words, phone);

/** Stands in place of times that the answers of a consultation rule out. */
export function limitNotice(view: BookerView): Part {
  const { booking } = view.flow.limits();
  return isRuledOut(booking) ? ruledOutPage(view, booking, backLink(view)) : nothing;
}

/** Do the answers of a consultation rule out that anything is booked here? */
export const isRuledOut = (booking: ServiceLimits['booking']): boolean =>
  booking === 'none' || booking === 'after-consultation';

/** Says why nothing can be booked here. */
export const ruledOutPage = (
  { words, phone }: Pick<BookerView, 'words' | 'phone'>,
  booking: ServiceLimits['booking'],
  back: Part = nothing,
): Part =>
  html`<div class="page" part="page">
    ${back}
    <div class="notice">
      <p>${booking === 'none' ? words.underAge : words.afterConsultation}</p>
      ${phoneLine(words, phone)}
    </div>
  </div>`;

/** What the last wish has come to. */
interface WishView extends Pick<BookerView, 'words' | 'phone'> {
  readonly state: Pick<BookingState, 'error' | 'submission'> & { readonly step: string };
}

/** Says why the last wish was not granted. */
export function errorNotice(view: WishView): Part {
  const { error, step, submission } = view.state;
  // A booking without an answer has not failed: the check page has words of its own for it.
  return error && !(step === 'check' && submission === 'unresolved') ? failure(view, error) : nothing;
}

/** What is wrong with a field, if anything. */
export const issueOf = (
  { state }: { readonly state: Pick<BookingState, 'issues'> },
  field: BookingIssue['field'],
): BookingIssue | undefined => state.issues.find((issue) => issue.field === field);
