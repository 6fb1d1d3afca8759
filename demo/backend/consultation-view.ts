import { questionsEn } from 'smp-widgets/locales/consultation/questions.en';
import {
  consultationSummary,
  type ConsentRecord,
  type ConsultationDraft,
  type ConsultationSummary,
  type HairlineDesign,
  type HairLoss,
  type ScreeningOutcome,
} from 'smp-widgets/server';
import { standingConsents } from './consent-withdrawal.js';
import type { Opened } from './clinic-book.js';
import {
  readConsultation,
  tryConsultation,
  type ConsentsWithdrawn,
  type ConsultationRow,
  type OpenedConsultation,
} from './consultation-record.js';
import type { Queries } from './database.js';
import type { HealthCipher } from './health-cipher.js';
import { readPhotos } from './photo-record.js';

/** One consultation, opened for the practitioner. */
export interface ConsultationView {
  readonly id: string;
  readonly reference: string;
  readonly questionnaire: ConsultationDraft['questionnaire'];
  /** ISO instants, here and below. */
  readonly sentAt: string;
  readonly withdrawnAt: string | null;
  /** Absent: withdrawn, or it can't be opened. */
  readonly content: ConsultationContent | undefined;
  readonly unreadable: boolean;
  readonly consents: readonly ConsentRecord[];
  /** By purpose. */
  readonly consentsWithdrawn: ConsentsWithdrawn;
  readonly consentsReceivedAt: string;
  readonly bookings: readonly ViewedBooking[];
  readonly photos: readonly ViewedPhoto[];
}

/** What the visitor has said, and what follows from it. */
export interface ConsultationContent {
  /** In words, by the outcome that the server worked out. */
  readonly summary: ConsultationSummary;
  readonly contact: ConsultationDraft['contact'];
  readonly locale: string | null;
  readonly answers: ConsultationDraft['answers'];
  /** What the visitor was told. */
  readonly told: ScreeningOutcome;
  /** What the server worked out. */
  readonly outcome: ScreeningOutcome;
  /** The hairline that the visitor would like. */
  readonly design?: HairlineDesign | undefined;
  /** What the visitor took for the own pattern, and the band to plan by. */
  readonly hairLoss?: HairLoss | undefined;
}

/** A booking that a consultation belongs to, on the clinic's clock. */
export interface ViewedBooking extends Record<string, unknown> {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly localDate: string;
  readonly localTime: string;
  /** The one that went along with it. */
  readonly design: HairlineDesign | null;
}

/** A photo, without the picture. */
export interface ViewedPhoto {
  readonly angle: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly receivedAt: string;
  readonly link: string;
}

const instant = (ms: number): string => new Date(ms).toISOString();

/** Opens a consultation, as far as its seal can be; `undefined` when there is none. */
export async function openView(
  queries: Queries,
  cipher: HealthCipher,
  { plan, offer }: Opened,
  id: string,
): Promise<ConsultationView | undefined> {
  const row = await readConsultation(queries, id);
  if (!row) return undefined;
  const { opened, unreadable } = tryConsultation(cipher, row);
  const bookings = await queries.query<ViewedBooking>(
    `select booking.id::text as id, reference, status, to_char(local_start, 'YYYY-MM-DD') as "localDate",
       to_char(local_start, 'HH24:MI') as "localTime", client_details.design
     from booking left join client_details on client_details.booking_id = booking.id
     where consultation_id = $1 and reference is not null order by starts_at`,
    [id],
  );
  const photos = await readPhotos(queries, [id]);
  return {
    id: row.id,
    reference: row.reference,
    questionnaire: { id: row.questionnaire_id, version: row.questionnaire_version },
    sentAt: instant(row.created_ms),
    withdrawnAt: row.withdrawn_ms === null ? null : instant(row.withdrawn_ms),
    content: opened && contentOf(row, opened, { plan, offer }),
    unreadable,
    consents: row.consents,
    consentsWithdrawn: row.consents_withdrawn,
    consentsReceivedAt: instant(row.consents_ms),
    bookings,
    photos: photos.map(({ angle, media_type, width, height, created_ms }) => ({
      angle,
      mediaType: media_type,
      width,
      height,
      receivedAt: instant(created_ms),
      link: `/clinic/consultations/${id}/photos/${angle}`,
    })),
  };
}

function contentOf(
  row: ConsultationRow,
  opened: OpenedConsultation,
  { plan, offer }: Pick<Opened, 'plan' | 'offer'>,
): ConsultationContent {
  const contact = { name: row.name ?? '', email: row.email ?? '', ...(row.phone !== null && { phone: row.phone }) };
  const { answers, outcome, design } = opened;
  const questionnaire = { id: row.questionnaire_id, version: row.questionnaire_version };
  const summary = consultationSummary(
    { questionnaire, answers, outcome, contact, consents: standingConsents(row), design },
    // An earlier questionnaire is gone; its answers are read by the one of today, as far as they are known to it.
    { words: questionsEn, questionnaire: plan.questionnaire, rules: plan.rules, palette: offer.shades },
  );
  return { summary, contact, locale: row.locale, ...opened };
}
