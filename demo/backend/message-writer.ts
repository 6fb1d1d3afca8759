import { depositLink, type Clinic, type DueDeposit } from 'smp-widgets/server';
import { readDueDeposit } from './course-deposit.js';
import { readCourseReference } from './courses.js';
import { readOffer } from './offer-record.js';
import type { Queries } from './database.js';
import type { Signer } from './manage-token.js';
import { writeLetter, writeText, type Letter, type LetterOccasion } from './message-letter.js';
import { isAftercare, isEnding, isTrueOf, LATE_MS, planReminders, planTouchUps } from './message-plan.js';
import { dueOf } from './message-planner.js';
import type { ClaimedMessage } from './message-record.js';
import {
  readBooked,
  readCourse,
  readLead,
  readSender,
  readTogether,
  readTouchUp,
  readWaiting,
  type BookedVisit,
  type Recipient,
} from './message-subject.js';
import { messageToken } from './message-token.js';
import type { QuietHours } from './quiet-hours.js';
import { bookingOf, type Visit } from './visit.js';

/** What messages are written with. */
export interface WriterOptions {
  readonly signer: Signer;
  /** Where the clinic's pages are, without a slash at the end. */
  readonly siteUrl: string;
  /** Where this backend is to be reached, without a slash at the end. */
  readonly backendUrl: string;
  readonly quiet: QuietHours | undefined;
}

/** What is to be done with a claimed message. */
export type Draft = Written | Unwritten;

/** A message that is not sent, or not now. */
export type Unwritten =
  | { readonly drop: string }
  /** It goes by a wall clock, and that shows its time only then. Milliseconds since 1970. */
  | { readonly due: number };

/** A message as it is sent. */
export type Written =
  | { readonly recipient: Recipient; readonly mail: Letter; readonly text?: never }
  | { readonly recipient: Recipient; readonly text: string; readonly mail?: never };

/** Looks at what a message is about as it stands now, and writes it, or says why not. */
export async function draftOf(
  queries: Queries,
  message: ClaimedMessage,
  clinic: Clinic,
  now: number,
  options: WriterOptions,
): Promise<Draft> {
  const { kind } = message;
  if (kind === 'waitlist.joined' || kind === 'waitlist.removed')
    return draftWaiting(queries, message, clinic, now, options);
  if (kind === 'consultation.received') {
    const sender = await readSender(queries, message.ref);
    if (!sender) return { drop: 'erased' };
    const links = consentsLink('consultation', message.ref, options, sender.tokenVersion);
    return written(message, sender.recipient, { clinic, links, now });
  }
  if (kind === 'waitlist.offer') return draftOffer(queries, message, clinic, now, options);
  if (kind.startsWith('touch-up.')) return draftTouchUp(queries, message, clinic, now, options);
  return draftBooking(queries, message, clinic, now, options);
}

async function draftBooking(
  queries: Queries,
  message: ClaimedMessage,
  clinic: Clinic,
  now: number,
  options: WriterOptions,
): Promise<Draft> {
  const booked = await readSubject(queries, message);
  if (!booked?.recipient) return { drop: 'erased' };
  const { visit, recipient, plan } = booked;
  if (message.is_reminder) {
    const refused = whyNot(message, booked);
    if (refused !== undefined) return { drop: refused };
    const due = dueOf(planReminders(plan, options.quiet), message.kind, message.channel, visit.time_zone);
    if (due === undefined) return { drop: 'not-planned' };
    if (due > now) return { due };
    if (now - due > LATE_MS) return { drop: 'late' };
    if (booked.nextTreatment !== undefined && isAftercare(message.kind) && booked.nextTreatment <= due) {
      return { drop: 'next-session' };
    }
  } else if (!isTrueOf(message.kind, visit.status)) return { drop: 'overtaken' };
  else if (message.superseded) return { drop: 'superseded' };
  const { kind, is_reminder: isReminder } = message;
  const together = await readTogether(queries, visit);
  const { siteUrl } = options;
  // What to do depends on all sessions: one may begin while the skin still heals from another.
  const dates = together.map(({ local_date }) => local_date).join(',');
  // The last one's token is good for the longest time.
  const { manageToken = '' } = bookingOf(together.at(-1) ?? visit, options.signer);
  const manage = { manage: `${siteUrl}/manage.html#t=${encodeURIComponent(manageToken)}` };
  const attend = kind === 'booking.remind' ? { attend: attendUrlOf(visit, options) } : {};
  const course = await readCourseReference(queries, visit.course_id);
  const due = await depositToAsk(queries, message, booked, clinic, now, options);
  const pay = due?.url === undefined ? undefined : depositLink(due.url, due.reference, `${siteUrl}/manage.html`);
  const preparation = plan.isTreatment ? { preparation: `${siteUrl}/preparation.html#date=${dates}` } : {};
  const isText = message.channel === 'sms';
  const consents = consentsLink(isText ? 'phone' : 'booking', visit.id, options, visit.token_version);
  const links = isAftercare(kind)
    ? { aftercare: `${siteUrl}/aftercare.html#date=${dates}` }
    : isEnding(kind)
      ? { booking: `${siteUrl}/booking.html` }
      : isText
        ? { ...manage, ...attend }
        : { ...manage, ...attend, ...(pay !== undefined && { deposit: pay }), ...preparation };
  return written(message, recipient, {
    clinic,
    now,
    links: { ...links, ...consents },
    visits: (isReminder ? [visit] : together).map((one) => {
      const { local_date: localDate, local_time: localTime, location_id: location } = one;
      const own = bookingOf(one, options.signer);
      return {
        localDate,
        localTime,
        location,
        reference: course ?? own.reference,
        booking: isReminder ? undefined : own,
      };
    }),
    ...(due && { deposit: due }),
    ...(isReminder && { stopUrl: stopUrlOf('booking', message.ref, options, visit.token_version) }),
  });
}

/** What a letter asks for in advance: the one that says that a course is booked, or asked for. */
async function depositToAsk(
  queries: Queries,
  { kind }: ClaimedMessage,
  { visit }: BookedVisit,
  clinic: Clinic,
  now: number,
  { signer }: WriterOptions,
): Promise<DueDeposit | undefined> {
  if ((kind !== 'booking.confirmed' && kind !== 'booking.requested') || visit.course_id === null) return undefined;
  const sessions = (await readCourse(queries, visit.course_id)).map((one) => bookingOf(one, signer));
  return readDueDeposit(queries, visit.course_id, { clinic, sessions, now });
}

/** A letter about a course is stored as one of its sessions; that may be cancelled by now while others stand. */
async function readSubject(
  queries: Queries,
  { ref, kind, is_reminder }: ClaimedMessage,
): Promise<BookedVisit | undefined> {
  const booked = await readBooked(queries, ref);
  const { course_id: courseId, status } = booked?.visit ?? {};
  if (is_reminder || isEnding(kind) || status !== 'cancelled' || !courseId) return booked;
  const standing = (await readCourse(queries, courseId)).filter((one) => one.status !== 'cancelled');
  const other = await readLead(queries, standing);
  return other ? readBooked(queries, other.id) : booked;
}

/** Why a reminder of a booking is not sent, whenever it is due. */
function whyNot(message: ClaimedMessage, { visit, stopped }: BookedVisit): string | undefined {
  if (visit.status !== 'confirmed') return visit.status === 'cancelled' ? 'cancelled' : 'not-confirmed';
  if (stopped) return 'stopped';
  return message.superseded ? 'superseded' : undefined;
}

async function draftTouchUp(
  queries: Queries,
  message: ClaimedMessage,
  clinic: Clinic,
  now: number,
  options: WriterOptions,
): Promise<Draft> {
  const subject = await readTouchUp(queries, message.ref);
  if (!subject) return { drop: 'erased' };
  if (subject.stopped) return { drop: 'stopped' };
  if (message.is_reminder) {
    if (message.superseded) return { drop: 'superseded' };
    const plan = planTouchUps(subject.plan, options.quiet);
    const due = dueOf(plan, message.kind, message.channel, subject.timeZone);
    if (due === undefined) return { drop: 'not-planned' };
    if (due > now) return { due };
    if (now - due > LATE_MS) return { drop: 'late' };
  }
  const { siteUrl, signer } = options;
  const token = signer.touchUpToken(message.ref, subject.tokenVersion);
  return written(message, subject.recipient, {
    clinic,
    now,
    links: {
      ...(message.is_reminder && { booking: `${siteUrl}/touch-up.html#book` }),
      // A text message has room for one.
      ...((message.channel === 'mail' || !message.is_reminder) && { touchUp: `${siteUrl}/reminders.html#r=${token}` }),
    },
    stopUrl: stopUrlOf('touch-up', message.ref, options, subject.tokenVersion),
  });
}

async function draftWaiting(
  queries: Queries,
  { kind, ref, version, ...message }: ClaimedMessage,
  clinic: Clinic,
  now: number,
  options: WriterOptions,
): Promise<Draft> {
  const recipient = await readWaiting(queries, ref);
  if (!recipient) return { drop: 'erased' };
  const isAsked = kind === 'waitlist.joined';
  if (recipient.wish !== version || recipient.state !== (isAsked ? 'asked' : 'removed')) return { drop: 'overtaken' };
  const { signer, siteUrl, backendUrl } = options;
  const token = messageToken(signer, { purpose: 'join', about: 'waitlist', ref, version });
  const said = isAsked
    ? {
        links: { join: `${backendUrl}/messages/join?m=${token}`, ...consentsLink('waitlist', ref, options) },
        stopUrl: stopUrlOf('waitlist', ref, options),
      }
    : { links: { booking: `${siteUrl}/booking.html` } };
  return written({ ...message, kind, ref, version }, recipient, { clinic, now, ...said });
}

async function draftOffer(
  queries: Queries,
  message: ClaimedMessage,
  clinic: Clinic,
  now: number,
  options: WriterOptions,
): Promise<Draft> {
  const { signer, backendUrl } = options;
  const offer = await readOffer(queries, message.ref, now);
  if (!offer?.recipient || offer.waitingId === null) return { drop: 'erased' };
  if (offer.state !== 'open') return { drop: offer.state === 'gone' ? 'ran-out' : 'overtaken' };
  const token = messageToken(signer, { purpose: 'offer', about: 'offer', ref: message.ref });
  return written(message, offer.recipient, {
    clinic,
    now,
    visits: [{ localDate: offer.localDate, localTime: offer.localTime, location: offer.location }],
    until: offer.until,
    links: {
      offer: `${backendUrl}/messages/offer?m=${token}`,
      ...consentsLink('waitlist', offer.waitingId, options),
    },
    stopUrl: stopUrlOf('waitlist', offer.waitingId, options),
  });
}

function stopUrlOf(
  about: 'booking' | 'touch-up' | 'waitlist',
  ref: string,
  { signer, backendUrl }: WriterOptions,
  tokenVersion = 1,
): string {
  return `${backendUrl}/messages/stop?m=${messageToken(signer, { purpose: 'stop', about, ref, tokenVersion })}`;
}

/** Leads to what they have agreed to, and can withdraw there. */
function consentsLink(
  about: 'booking' | 'phone' | 'waitlist' | 'consultation',
  ref: string,
  { signer, backendUrl }: WriterOptions,
  tokenVersion = 1,
): { readonly consents: string } {
  const token = messageToken(signer, { purpose: 'consents', about, ref, tokenVersion });
  return { consents: `${backendUrl}/messages/consents?m=${token}` };
}

function attendUrlOf(
  { id, version, token_version: tokenVersion }: Visit,
  { signer, backendUrl }: WriterOptions,
): string {
  const grant = { purpose: 'attend', about: 'booking', ref: id, tokenVersion, version } as const;
  return `${backendUrl}/messages/attend?m=${messageToken(signer, grant)}`;
}

async function written(
  { kind, channel }: ClaimedMessage,
  recipient: Recipient,
  said: Omit<LetterOccasion, 'kind' | 'name' | 'locale'>,
): Promise<Draft> {
  const occasion = { ...said, kind, name: recipient.name, locale: recipient.locale };
  if (channel === 'sms') {
    return recipient.phone === null ? { drop: 'no-phone' } : { recipient, text: writeText(occasion) };
  }
  return recipient.email === '' ? { drop: 'no-address' } : { recipient, mail: await writeLetter(occasion) };
}
