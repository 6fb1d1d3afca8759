import {
  screen,
  wallTime,
  type AppliedSettings,
  type ConsentPurpose,
  type ConsentRecord,
  type ConsultationDraft,
} from 'smp-widgets/server';
import type { Opened } from './clinic-book.js';
import {
  readConsultation,
  SEALED_COLUMNS,
  sealConsultation,
  tryConsultation,
  withdrawConsultations,
  type ConsentsWithdrawn,
  type ConsultationRow,
} from './consultation-record.js';
import type { Queries, Row } from './database.js';
import type { HealthCipher } from './health-cipher.js';

/** With what a consent was given. */
export type ConsentPlace = 'consultation' | 'booking' | 'waitlist';

/** To what of a person a link was sent, so that whoever opens it has shown to have that, and nothing else. */
export type Reached = 'email' | 'phone';

/** One consent that is to end. */
export interface Withdrawal {
  readonly of: ConsentPlace;
  /** Of the consultation, the booking or the entry of the waiting list. */
  readonly id: string;
  readonly purpose: ConsentPurpose;
  /** Who says so: the person, by a link that came to their email address or to their phone, or the clinic, asked to. */
  readonly by: Reached | 'clinic';
}

/** What was agreed to, and what of it has ended since. */
export interface Consenting {
  readonly consents: readonly ConsentRecord[];
  readonly consents_withdrawn: ConsentsWithdrawn;
}

/** Where consents are stored. */
export const PLACES: Readonly<Record<ConsentPlace, { readonly table: string; readonly id: string }>> = {
  consultation: { table: 'consultation', id: 'id' },
  booking: { table: 'client_details', id: 'booking_id' },
  waitlist: { table: 'waitlist', id: 'id' },
};

/** Is it to something that is sent to a person, whatever they have booked or told? */
export const isSent = (purpose: ConsentPurpose): boolean =>
  purpose === 'appointment-sms' || purpose === 'marketing-email' || purpose === 'marketing-sms';

/** All sessions that were booked, and agreed to, in one go with the booking `$6`. */
const OF_COURSE = `
  select booking.id from booking join booking own on own.id = booking.id or own.course_id = booking.course_id
  where own.id = $6::uuid`;

/** The consents as they hold: what was withdrawn is given no more. */
export const standingConsents = ({ consents, consents_withdrawn: withdrawn }: Consenting): ConsentRecord[] =>
  consents.map((consent) => ({ ...consent, granted: consent.granted && withdrawn[consent.purpose] === undefined }));

/** Is this consent given, and not withdrawn since? */
export const isConsented = (row: Consenting, purpose: ConsentPurpose): boolean =>
  standingConsents(row).some((consent) => consent.purpose === purpose && consent.granted);

/**
 * Can it be withdrawn? Without `privacy` there is no consultation, which is erased with it; an appointment, or a place on
 * the waiting list, has to end first.
 */
export const isWithdrawable = (of: ConsentPlace, purpose: ConsentPurpose): boolean =>
  purpose !== 'privacy' || of === 'consultation';

/**
 * Notes that one consent is withdrawn, and lets go of what only it allowed: photos, or all answers about health and what
 * was made of them, or with `privacy` the whole consultation. What was agreed to with a course ends for all its sessions.
 * Texts, news and offers are sent to a person, so that consents to them end wherever the same address has given them, or
 * the same number if the link came by text; the clinic ends both. Anybody can write down anybody's address or number
 * beside their own, so that a link ends nothing of what it did not reach. One that was not given, or is withdrawn, stays
 * as it is.
 * @param now milliseconds since 1970
 * @returns the files of photos, to be removed once the transaction stands; `undefined` when there is no such record
 */
export async function withdrawConsent(
  queries: Queries,
  { cipher, opened }: { readonly cipher: HealthCipher; readonly opened: Opened },
  { of, id, purpose, by }: Withdrawal,
  now: number,
): Promise<string[] | undefined> {
  const row = await readConsenting(queries, of, id);
  if (!row) return undefined;
  if (!isWithdrawable(of, purpose) || !isConsented(row, purpose)) return [];
  const sent = isSent(purpose);
  const email = by === 'phone' ? null : row.email;
  const phone = by === 'email' || purpose === 'marketing-email' ? '' : (row.phone ?? '').replace(/\D/g, '');
  const mark = { [purpose]: { at: new Date(now).toISOString(), by: by === 'clinic' ? by : 'person' } };
  for (const [place, { table, id: key }] of Object.entries(PLACES)) {
    if (place !== of && !sent) continue;
    // One that is given anew on the waiting list counts once that is confirmed, unless it was withdrawn since.
    const newest =
      place === 'waitlist' ? 'consents_withdrawn || $2::text::jsonb' : '$2::text::jsonb || consents_withdrawn';
    const same = place === 'booking' ? `${key} in (${OF_COURSE})` : `${key} = $6::uuid`;
    await queries.query(
      `update ${table} set consents_withdrawn = ${newest}
       where consents @> jsonb_build_array(jsonb_build_object('purpose', $1::text, 'granted', true))
         and case when $3 then lower(email) = lower($4) or $5 <> '' and regexp_replace(phone, '\\D', '', 'g') = $5
           else ${same} end`,
      [purpose, JSON.stringify(mark), sent, email, phone, id],
    );
  }
  if (of !== 'consultation') return [];
  if (purpose === 'privacy') return withdrawConsultations(queries, [id]);
  if (purpose === 'health-data') await forgetHealth(queries, cipher, id, opened, now);
  if (purpose !== 'photos-assessment') return [];
  const photos = await queries.query<{ storage_name: string }>(
    'delete from consultation_photo where consultation_id = $1 returning storage_name',
    [id],
  );
  return photos.map(({ storage_name }) => storage_name);
}

type ConsentingRow = Consenting & Pick<ConsultationRow, 'email' | 'phone'> & Row;

/** What a consent was given with, kept from changing until the transaction ends. */
async function readConsenting(queries: Queries, of: ConsentPlace, id: string): Promise<ConsentingRow | undefined> {
  if (of === 'consultation') return readConsultation(queries, id, 'update');
  const { table, id: key } = PLACES[of];
  const [row] = await queries.query<ConsentingRow>(
    `select consents, consents_withdrawn, email, phone from ${table} where ${key} = $1::uuid for update`,
    [id],
  );
  return row;
}

/** What is left are the answers that are known to tell nothing of health, what follows from them, and the hairline. */
async function forgetHealth(
  queries: Queries,
  cipher: HealthCipher,
  id: string,
  { clinic, plan }: Opened,
  now: number,
): Promise<void> {
  const row = await readConsultation(queries, id);
  // Of what no key opens nothing is left.
  const opened = row && tryConsultation(cipher, row).opened;
  const answers = harmlessAnswers(opened?.answers ?? {}, plan);
  const { questionnaire, rules, patchTestHours } = plan;
  const today = wallTime(clinic.timeZone, now).date;
  const outcome = screen(rules, { questionnaire, answers, today, patchTestHours });
  const design = opened?.design;
  const sealed = sealConsultation(cipher, id, { answers, told: outcome, outcome, ...(design && { design }) });
  const values = sealed.map((_, index) => `$${index + 2}::bytea`);
  await queries.query(
    `update consultation set (${SEALED_COLUMNS.join(', ')}) = (select ${values.join(', ')}) where id = $1`,
    [id, ...sealed],
  );
  await queries.query('update booking set only_later = true where consultation_id = $1', [id]);
}

function harmlessAnswers(
  answers: ConsultationDraft['answers'],
  { questionnaire }: AppliedSettings,
): ConsultationDraft['answers'] {
  const kept = questionnaire.questions.flatMap((question) => {
    const { id, kind, health } = question;
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    // In their own words, people write about their health anywhere.
    if (health || answer === undefined || kind === 'text' || kind === 'long-text') return [];
    if (kind !== 'consent' || typeof answer !== 'object') return [[id, answer] as const];
    const others = answer.filter((purpose) => purpose !== 'health-data');
    return others.length > 0 ? [[id, others] as const] : [];
  });
  return Object.fromEntries(kept);
}
