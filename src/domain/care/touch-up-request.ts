import * as z from 'zod/mini';
import { ConsentRecord } from '../consultation/consent.js';
import { Contact } from '../contact.js';
import { ManageToken } from '../managed-booking.js';
import { LongText, ShortText } from '../text.js';
import { PlainDate } from '../time/instant.js';
import { WholeNumber } from '../whole-number.js';

/** A way to be reminded. */
export const TouchUpChannel = z.enum(['email', 'sms']);
export type TouchUpChannel = z.infer<typeof TouchUpChannel>;

/** The consent of one channel. An invitation to a touch-up is marketing, so each channel is agreed to on its own. */
export const TouchUpConsent = z.object({
  ...ConsentRecord.shape,
  purpose: z.enum(['touch-up-email', 'touch-up-sms']),
  /** The sentence beside the box, as it was read. */
  wording: LongText.check(z.minLength(1)),
});
export type TouchUpConsent = z.infer<typeof TouchUpConsent>;

const dates = z.object({ check: PlainDate, review: PlainDate, refresh: PlainDate }).check(
  z.refine((all) => all.check < all.review, { path: ['review'] }),
  z.refine((all) => all.review <= all.refresh, { path: ['refresh'] }),
);
const channels = z.array(TouchUpChannel).check(
  z.minLength(1),
  z.maxLength(2),
  z.refine((all) => new Set(all).size === all.length),
);
const consents = z.array(TouchUpConsent).check(z.maxLength(2));

/** Has each channel a consent that was given, and none two? */
function agreed(wanted: readonly TouchUpChannel[], given: readonly TouchUpConsent[]): boolean {
  return (
    new Set(given.map(({ purpose }) => purpose)).size === given.length &&
    wanted.every((channel) => given.some(({ purpose, granted }) => granted && purpose === `touch-up-${channel}`))
  );
}

/** Who wants to be reminded, when and how. What the dates were worked out from stays with the visitor. */
export const TouchUpRequest = z
  .object({
    lastSession: PlainDate,
    contact: z.object({ ...Contact.shape, email: z.optional(Contact.shape.email) }),
    channels,
    consents,
    dates,
    /** Language of the messages, as a BCP 47 tag. */
    locale: z.optional(z.string().check(z.maxLength(35))),
  })
  .check(
    z.refine((request) => !request.channels.includes('email') || request.contact.email !== undefined, {
      path: ['contact', 'email'],
    }),
    z.refine((request) => !request.channels.includes('sms') || request.contact.phone !== undefined, {
      path: ['contact', 'phone'],
    }),
    z.refine((request) => agreed(request.channels, request.consents), { path: ['consents'] }),
    z.refine((request) => request.lastSession < request.dates.check, { path: ['dates', 'check'] }),
  );
export type TouchUpRequest = z.infer<typeof TouchUpRequest>;

/** What a touch-up token shows. Nobody's address stands in it in full: a link may be forwarded. */
export const TouchUpPlan = z.object({
  dates,
  channels: z.array(TouchUpChannel).check(z.maxLength(2)),
  /** The channels that there is an address for, so that they can be asked for. */
  reachable: z.array(TouchUpChannel).check(z.maxLength(2)),
  /** Rises with each change. A change names the version that it was made for. */
  version: WholeNumber.check(z.minimum(1)),
  /** No more reminders are sent. */
  stopped: z.boolean(),
  /** Where messages go, with most of it hidden. */
  contactHint: ShortText,
});
export type TouchUpPlan = z.infer<typeof TouchUpPlan>;

/** Other dates or other channels. A channel that is new needs its consent in the same request. */
export const TouchUpUpdate = z.object({
  token: ManageToken,
  version: WholeNumber.check(z.minimum(1)),
  dates: z.optional(dates),
  channels: z.optional(channels),
  consents: z.optional(consents),
});
export type TouchUpUpdate = z.infer<typeof TouchUpUpdate>;

/** Ends all reminders of a plan. */
export const TouchUpStop = z.object({ token: ManageToken });
export type TouchUpStop = z.infer<typeof TouchUpStop>;
