import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Service } from '../../domain/service.js';
import type { BookingFlow } from '../../flows/booking-flow.js';
import type { BookingIssue, BookingState } from '../../flows/booking-state.js';
import type { Formats } from '../../locales/formats.js';
import type { Messages } from '../../locales/messages.js';
import { previousIcon } from './icons.js';

/** What the templates of a booker draw from. */
export interface BookerView {
  readonly flow: BookingFlow;
  readonly state: BookingState;
  readonly words: Messages;
  readonly formats: Formats;
  /** First day of the week, 1 Monday … 7 Sunday. */
  readonly firstDay: number;
  /** Shows a narrow calendar the whole month, in place of a week? */
  readonly monthOpen: boolean;
  readonly visitorZone: string;
  /** Calendar time of the device, milliseconds since 1970. */
  readonly now: () => number;
  /** The clinic's phone number, if one is known. */
  readonly phone: string | undefined;
  readonly toggleMonth: () => void;
  /** Draws the ways to add the appointment to a calendar, once their code is there. */
  readonly calendars: ((view: BookerView) => Part) | undefined;
}

/** Anything a template may be. */
export type Part = TemplateResult | typeof nothing;

/** The chosen service. */
export function serviceOf({ state }: BookerView): Service | undefined {
  return state.clinic?.services.find(({ id }) => id === state.service);
}

/** `30 minutes · Video call · £45` */
export function serviceFacts({ words, formats }: BookerView, { durationMinutes, mode, price }: Service): string {
  const hours = Math.floor(durationMinutes / 60);
  const length = hours > 0 ? words.hours(hours, durationMinutes % 60) : words.minutes(durationMinutes);
  return [length, words.mode[mode], price && formats.price(price)].filter(Boolean).join(' · ');
}

/** The heading of a page. It takes the focus when the page is turned to. */
export const heading = (text: string) => html`<h2 tabindex="-1" part="heading">${text}</h2>`;

/** Leads to the page before, when there is one. */
export function backLink({ flow, words }: BookerView): Part {
  const { previous } = flow;
  if (!previous) return nothing;
  return html`<div>
    <button type="button" class="link back" @click=${() => flow.goTo(previous)}>${previousIcon}${words.back}</button>
  </div>`;
}

/** The clinic's number, to be called with one touch. */
export function phoneLink({ words, phone }: BookerView): Part {
  if (!phone) return nothing;
  return html`<p>
    ${words.callUs} <a part="phone" href=${`tel:${phone.replace(/[^\d+]/g, '')}`}><bdi>${phone}</bdi></a>
  </p>`;
}

/** Says why the last wish was not granted, in words for the visitor. */
export function errorNotice(view: BookerView): Part {
  const { error, step, submission } = view.state;
  // A booking without an answer has not failed: the check page has words of its own for it.
  if (!error || (step === 'check' && submission === 'unresolved')) return nothing;
  const { errors } = view.words;
  return html`<div class="notice bad" role="alert" part="error">
    <p>${errors[error.code] ?? errors.unknown}</p>
    ${phoneLink(view)}
  </div>`;
}

/** What is wrong with a field, if anything. */
export const issueOf = ({ state }: BookerView, field: BookingIssue['field']): BookingIssue | undefined =>
  state.issues.find((issue) => issue.field === field);
