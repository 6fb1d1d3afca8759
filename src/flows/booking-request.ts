import type { Attribution } from '../domain/attribution.js';
import type { BookingDraft } from '../domain/booking.js';
import type { ConsentRecord, GivenConsent } from '../domain/consultation/consent.js';
import type { CourseDraft } from '../domain/course/course.js';
import type { ServiceLimits } from '../domain/consultation/service-limits.js';
import type { Enquiry } from '../domain/enquiry.js';
import type { SmpError } from '../domain/errors.js';
import type { Hold, HoldProof } from '../domain/hold.js';
import { noteWith } from '../domain/note.js';
import { plainDigits } from '../domain/plain-digits.js';
import { addDays } from '../domain/time/plain-date.js';
import type { WaitlistRequest } from '../domain/waitlist.js';
import type { AskedConsent, BookingIssue, BookingState, DetailField } from './booking-state.js';

const DETAIL_FIELDS: readonly DetailField[] = ['name', 'email', 'phone', 'note'];

/** The parts of a request that the page knows and the visitor does not type. */
export interface RequestOrigin {
  readonly attribution?: Attribution | undefined;
  readonly locale?: string | undefined;
  /** The visitor is told that the clinic decides. */
  readonly asRequest?: boolean;
}

/** A request before the moment of its consents is known. */
export type Unstamped<Request extends BookingDraft | CourseDraft | WaitlistRequest> = Omit<Request, 'consents'> & {
  readonly consents: readonly Unstamp[];
};

/** Of what is sent, all that is not about times: who books, with which consents, and from where. */
export type VisitorRequest = Omit<Unstamped<BookingDraft>, 'service' | 'slotId' | 'hold'>;

/** Only what was given before has its moment already. */
type Unstamp = Omit<ConsentRecord, 'at'> & { readonly at?: string };

/** What was said elsewhere and goes along. */
type Said = Pick<Enquiry, 'consultation' | 'design' | 'note'>;

/** What the visitor has typed and ticked, and what that answers. */
type VisitorState = Pick<BookingState, 'details' | 'clinic' | 'consents'>;

/** The object without the keys that hold `undefined`. */
export function defined<T extends object>(object: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const copy: { [Key in keyof T]?: Exclude<T[Key], undefined> } = {};
  for (const key in object) {
    const value = object[key];
    if (value !== undefined) copy[key] = value as Exclude<T[typeof key], undefined>;
  }
  return copy;
}

/** What shows that a hold is the visitor's. */
export const proofOf = ({ holdId, holdToken }: Hold): HoldProof => ({ holdId, holdToken });

/** What is sent beside the times. */
export function visitorRequest(
  state: VisitorState,
  { attribution, locale, asRequest }: RequestOrigin,
  { consultation, design, note }: Said,
): VisitorRequest {
  return {
    ...personal(state, note),
    consents: consentsGiven(state),
    ...(consultation && { consultation }),
    ...(design && { design }),
    ...(asRequest && { request: true }),
    ...(attribution && Object.keys(attribution).length > 0 && { attribution }),
    ...(locale !== undefined && { locale }),
  };
}

/** What is sent to join the waitlist of the choice that is shown, as far as a consultation leaves it to the visitor. */
export function waitlistRequest(
  state: VisitorState & Pick<BookingState, 'service' | 'practitioner' | 'location' | 'calendar'>,
  { booking, from = '', leadHours }: ServiceLimits,
  locale: string | undefined,
  note: Enquiry['note'],
): Unstamped<WaitlistRequest> | undefined {
  const { service, practitioner, location, calendar } = state;
  if (service === undefined) return undefined;
  // Whole days: a patch test is no later than at the end of today.
  const tested = leadHours && calendar.today ? addDays(calendar.today, Math.ceil(leadHours / 24) + 1) : '';
  return {
    service,
    ...defined({ practitioner, location, from: (tested > from ? tested : from) || undefined }),
    ...personal(state, note),
    consents: consentsGiven(state),
    ...(booking !== 'open' && { request: true }),
    ...defined({ locale }),
  };
}

/** What a request is known by: note and design need not outlast a reload. */
export function lasting<Request extends object>(request: Request): Omit<Request, 'note' | 'design'> {
  const { note: _note, design: _design, ...rest } = request as Request & { note?: unknown; design?: unknown };
  return rest;
}

/**
 * The request with the moment of its consents. The moment is the operation's, so that a copy sent after a reload says
 * the same as the first.
 */
export function stamped<Request extends BookingDraft | CourseDraft | WaitlistRequest>(
  request: Unstamped<Request>,
  begunAt: number,
): Unstamped<Request> & { consents: ConsentRecord[] } {
  const at = new Date(begunAt).toISOString();
  return { ...request, consents: request.consents.map((consent) => ({ at, ...consent })) };
}

/** The fields that a backend's `validation` refusal points at. */
export function refusedFields(error: SmpError): BookingIssue[] {
  return (error.issues ?? []).flatMap(({ pointer }) => {
    const field = DETAIL_FIELDS.find((name) => pointer.endsWith(`/${name}`));
    return field ? [{ field, code: 'invalid' as const }] : [];
  });
}

function personal({ details, clinic }: VisitorState, said: Enquiry['note']): Pick<BookingDraft, 'contact' | 'note'> {
  const phone = clinic?.policies?.phone === 'none' ? '' : plainDigits(details.phone);
  const note = noteWith(details.note, said);
  return {
    contact: { name: details.name.trim(), email: details.email.trim(), ...(phone !== '' && { phone }) },
    ...(note !== '' && { note }),
  };
}

function consentsGiven({ consents, details }: VisitorState): Unstamp[] {
  return consents.map(({ purpose, version, at }) => ({
    purpose,
    version,
    granted: Boolean(at ?? details.consents[purpose]),
    ...(at && { at }),
  }));
}

/** Is a consent missing without which nothing may be sent? */
export const lacksConsent = ({ consents, details }: Pick<VisitorState, 'consents' | 'details'>): boolean =>
  consents.some(({ purpose, required, at }) => required && !(at ?? details.consents[purpose]));

/** The consent to privacy among these that was given before. */
export function givenPrivacy(consents: readonly AskedConsent[]): GivenConsent | undefined {
  const { version, at } = consents.find(({ purpose }) => purpose === 'privacy') ?? {};
  return version !== undefined && at !== undefined ? { version, at } : undefined;
}
