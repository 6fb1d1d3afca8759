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
  openConsultation,
  readConsultation,
  SEALED_COLUMNS,
  sealConsultation,
  type ConsultationRow,
} from './consultation-record.js';
import type { Queries } from './database.js';
import type { HealthCipher } from './health-cipher.js';

/** The consents as they hold: what was withdrawn is given no more. */
export const standingConsents = ({
  consents,
  consents_withdrawn: withdrawn,
}: Pick<ConsultationRow, 'consents' | 'consents_withdrawn'>): ConsentRecord[] =>
  consents.map((consent) => ({ ...consent, granted: consent.granted && withdrawn[consent.purpose] === undefined }));

/** Is this consent given, and not withdrawn since? */
export const isConsented = (row: Parameters<typeof standingConsents>[0], purpose: ConsentPurpose): boolean =>
  standingConsents(row).some((consent) => consent.purpose === purpose && consent.granted);

/** Can it be withdrawn by itself? Without `privacy` there is no consultation, which is erased instead. */
export const isWithdrawable = (purpose: ConsentPurpose): boolean => purpose !== 'privacy';

/**
 * Notes that one consent is withdrawn, and lets go of what only it allowed: photos, or all answers about health and what
 * was made of them. News and offers are sent to a person, so that consents to them end for all consultations of the
 * address. One that was not given, or is withdrawn, stays as it is.
 * @param now milliseconds since 1970
 * @returns the files of photos, to be removed once the transaction stands; `undefined` when there is no such consultation
 */
export async function withdrawConsent(
  queries: Queries,
  { cipher, opened }: { readonly cipher: HealthCipher; readonly opened: Opened },
  id: string,
  purpose: ConsentPurpose,
  now: number,
): Promise<string[] | undefined> {
  const row = await readConsultation(queries, id, 'update');
  if (!row) return undefined;
  if (row.withdrawn_ms !== null || !isWithdrawable(purpose) || !isConsented(row, purpose)) return [];
  await queries.query(
    `update consultation set consents_withdrawn = jsonb_build_object($2::text, $3::text) || consents_withdrawn
     where withdrawn_at is null and consents @> jsonb_build_array(jsonb_build_object('purpose', $2::text, 'granted', true))
       and (id = $1 or ($2 like 'marketing-%' and lower(email) = lower($4)))`,
    [id, purpose, new Date(now).toISOString(), row.email],
  );
  if (purpose === 'health-data') await forgetHealth(queries, cipher, row, opened, now);
  if (purpose !== 'photos-assessment') return [];
  const photos = await queries.query<{ storage_name: string }>(
    'delete from consultation_photo where consultation_id = $1 returning storage_name',
    [id],
  );
  return photos.map(({ storage_name }) => storage_name);
}

/** What is left are the answers that are known to tell nothing of health, what follows from them, and the hairline. */
async function forgetHealth(
  queries: Queries,
  cipher: HealthCipher,
  row: ConsultationRow,
  { clinic, plan }: Opened,
  now: number,
): Promise<void> {
  const opened = openConsultation(cipher, row);
  const answers = harmlessAnswers(opened?.answers ?? {}, plan);
  const { questionnaire, rules, patchTestHours } = plan;
  const today = wallTime(clinic.timeZone, now).date;
  const outcome = screen(rules, { questionnaire, answers, today, patchTestHours });
  const design = opened?.design;
  const sealed = sealConsultation(cipher, row.id, { answers, told: outcome, outcome, ...(design && { design }) });
  const values = sealed.map((_, index) => `$${index + 2}::bytea`);
  await queries.query(
    `update consultation set (${SEALED_COLUMNS.join(', ')}) = (select ${values.join(', ')}) where id = $1`,
    [row.id, ...sealed],
  );
  await queries.query('update booking set only_later = true where consultation_id = $1', [row.id]);
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
