import type {
  ConsentRecord,
  ConsultationDraft,
  ConsultationProof,
  HairlineDesign,
  HairLoss,
  ScreeningOutcome,
} from 'smp-widgets/server';
import { hairLossOf, SmpError } from 'smp-widgets/server';
import { TryAgain, violatedConstraint, type Queries, type Row } from './database.js';
import { drawReference } from './diary.js';
import { SealBroken, type HealthCipher } from './health-cipher.js';
import type { Signer } from './manage-token.js';

/** The columns whose content is sealed. */
export const SEALED_COLUMNS = ['answers', 'told', 'outcome', 'design', 'hair_loss'] as const;
type SealedColumn = (typeof SEALED_COLUMNS)[number];

/** Where a sealed column belongs: it opens in no other row and no other column. */
export const placeOf = (id: string, column: SealedColumn): string => `consultation/${id}/${column}`;

/** When consents were withdrawn, as ISO instants of the server's clock, and by whom. */
export type ConsentsWithdrawn = Readonly<
  Partial<Record<ConsentRecord['purpose'], { readonly at: string; readonly by: 'person' | 'clinic' }>>
>;

/** What is known of a consultation without opening anything. */
export interface ConsultationRow extends Row {
  readonly id: string;
  readonly reference: string;
  readonly questionnaire_id: string;
  readonly questionnaire_version: string;
  readonly consents: readonly ConsentRecord[];
  readonly consents_withdrawn: ConsentsWithdrawn;
  readonly token_version: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly attribution: unknown;
  readonly answers: Uint8Array | null;
  readonly told: Uint8Array | null;
  readonly outcome: Uint8Array | null;
  /** Also absent where none was sent. */
  readonly design: Uint8Array | null;
  /** Also absent where nothing is known of it. */
  readonly hair_loss: Uint8Array | null;
  /** Milliseconds since 1970. */
  readonly consents_ms: number;
  readonly created_ms: number;
  readonly withdrawn_ms: number | null;
}

/** A server of an earlier version, which runs until all are replaced, notes when only: it was the clinic. */
export const WITHDRAWN_OF_CONSULTATION = `
  (select coalesce(jsonb_object_agg(key, case jsonb_typeof(value)
     when 'string' then jsonb_build_object('at', value, 'by', 'clinic') else value end), '{}')
   from jsonb_each(consents_withdrawn)) as consents_withdrawn`;

/** The columns of a {@link ConsultationRow}. */
export const CONSULTATION_COLUMNS = `
  consultation.id::text as id, consultation.reference, questionnaire_id, questionnaire_version, consultation.consents, ${WITHDRAWN_OF_CONSULTATION},
  token_version, consultation.name, consultation.email, consultation.phone, consultation.locale,
  consultation.attribution, answers, told, outcome, design, hair_loss,
  (extract(epoch from consultation.consents_at) * 1000)::float8 as consents_ms,
  (extract(epoch from consultation.created_at) * 1000)::float8 as created_ms,
  (extract(epoch from withdrawn_at) * 1000)::float8 as withdrawn_ms`;

/** What was sealed of a consultation. */
export interface OpenedConsultation {
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

/** Opens what is sealed; `undefined` when it was withdrawn. @throws SealBroken */
export function openConsultation(cipher: HealthCipher, row: ConsultationRow): OpenedConsultation | undefined {
  const { id, answers, told, outcome, design, hair_loss: hairLoss } = row;
  if (!answers || !told || !outcome) return undefined;
  return {
    answers: unseal(cipher, id, 'answers', answers) as OpenedConsultation['answers'],
    told: unseal(cipher, id, 'told', told) as ScreeningOutcome,
    outcome: unseal(cipher, id, 'outcome', outcome) as ScreeningOutcome,
    ...(design && { design: unseal(cipher, id, 'design', design) as HairlineDesign }),
    ...(hairLoss && { hairLoss: unseal(cipher, id, 'hair_loss', hairLoss) as HairLoss }),
  };
}

/** What was sealed, as far as there is anything and one of this server's keys opens it. */
export interface Unsealed {
  readonly opened: OpenedConsultation | undefined;
  readonly unreadable: boolean;
}

/** The same for where one that no key opens must not hide, or keep from being erased, what else there is. */
export function tryConsultation(cipher: HealthCipher, row: ConsultationRow): Unsealed {
  try {
    return { opened: openConsultation(cipher, row), unreadable: false };
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return { opened: undefined, unreadable: true };
  }
}

const unseal = (cipher: HealthCipher, id: string, column: SealedColumn, sealed: Uint8Array): unknown =>
  JSON.parse(cipher.open(sealed, placeOf(id, column)).toString('utf8'));

interface SealedOutcome extends Row {
  readonly id: string;
  readonly outcome: Uint8Array;
}

/** What a consultation means; of one whose seal is broken nothing, since nobody is kept from booking by that. */
function outcomeOf(cipher: HealthCipher, { id, outcome }: SealedOutcome): ScreeningOutcome | undefined {
  try {
    return unseal(cipher, id, 'outcome', outcome) as ScreeningOutcome;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return undefined;
  }
}

/** What a consultation means; `undefined` when it was withdrawn. */
export async function readOutcome(
  queries: Queries,
  cipher: HealthCipher,
  id: string,
): Promise<ScreeningOutcome | undefined> {
  const [row] = await queries.query<SealedOutcome>(
    'select id::text as id, outcome from consultation where id = $1::uuid and outcome is not null',
    [id],
  );
  return row && outcomeOf(cipher, row);
}

/** What the consultations of bookings mean, by the booking's id. */
export async function readOutcomes(
  queries: Queries,
  cipher: HealthCipher,
  bookingIds: readonly string[],
): Promise<ReadonlyMap<string, ScreeningOutcome>> {
  const rows = await queries.query<SealedOutcome & { readonly booking_id: string }>(
    `select booking.id::text as booking_id, consultation.id::text as id, consultation.outcome
     from booking join consultation on consultation.id = booking.consultation_id
     where booking.id = any ($1::uuid[]) and consultation.outcome is not null`,
    [[...bookingIds]],
  );
  const found = new Map<string, ScreeningOutcome>();
  for (const row of rows) {
    const outcome = outcomeOf(cipher, row);
    if (outcome) found.set(row.booking_id, outcome);
  }
  return found;
}

/** Seals what belongs to a consultation, in the order of {@link SEALED_COLUMNS}. */
export function sealConsultation(
  cipher: HealthCipher,
  id: string,
  { answers, told, outcome, design, hairLoss }: OpenedConsultation,
): (Uint8Array | null)[] {
  const content: Record<SealedColumn, unknown> = { answers, told, outcome, design, hair_loss: hairLoss };
  return SEALED_COLUMNS.map((column) => {
    const text = content[column] && JSON.stringify(content[column]);
    return text === undefined ? null : cipher.seal(Buffer.from(text as string, 'utf8'), placeOf(id, column));
  });
}

/** Stores a consultation. @returns its reference */
export async function insertConsultation(
  queries: Queries,
  cipher: HealthCipher,
  id: string,
  draft: ConsultationDraft,
  outcome: ScreeningOutcome,
): Promise<string> {
  const { questionnaire, contact, consents, locale, attribution, answers, design, outcome: told } = draft;
  const sealed = sealConsultation(cipher, id, { answers, told, outcome, design, hairLoss: hairLossOf(answers) });
  const reference = drawReference();
  try {
    const stored = await queries.query(
      `with stored as (
         insert into consultation (id, reference, questionnaire_id, questionnaire_version, consents, name, email, phone,
           locale, attribution, answers, told, outcome, design, hair_loss)
         select $1::uuid, $2::text, $3, $4, $5::text::jsonb, $6, $7, $8, $9, $10::text::jsonb, $11::bytea, $12::bytea,
           $13::bytea, $14::bytea, $15::bytea
         where not exists (select from booking where booking.reference = $2::text)
         returning id)
       insert into outbox (kind, ref) select 'consultation.submitted', id from stored returning true`,
      [
        id,
        reference,
        questionnaire.id,
        questionnaire.version,
        JSON.stringify(consents),
        contact.name,
        contact.email,
        contact.phone ?? null,
        locale ?? null,
        attribution ? JSON.stringify(attribution) : null,
        ...sealed,
      ],
    );
    if (stored.length === 0) throw new TryAgain('A booking has this reference');
    return reference;
  } catch (error) {
    if (violatedConstraint(error) === 'consultation_reference') throw new TryAgain('The reference is taken');
    throw error;
  }
}

/** Any text may come in as an id; the database would refuse one that is no UUID. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** One consultation by its id. `lock` keeps others from changing it, or its photos, until the transaction ends. */
export async function readConsultation(
  queries: Queries,
  id: string,
  lock?: 'update' | 'share',
): Promise<ConsultationRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queries.query<ConsultationRow>(
    `select ${CONSULTATION_COLUMNS} from consultation where id = $1 ${lock ? `for ${lock}` : ''}`,
    [id],
  );
  return row;
}

/**
 * The consultation that a visitor shows to be theirs, or `undefined` when there is none of that id.
 * @throws `unauthorized`
 */
export async function proveConsultation(
  queries: Queries,
  signer: Signer,
  { consultationId, consultationToken }: ConsultationProof,
  lock?: 'update' | 'share',
): Promise<ConsultationRow | undefined> {
  const row = await readConsultation(queries, consultationId, lock);
  if (row && !signer.isConsultationToken(row.id, row.token_version, consultationToken)) {
    throw new SmpError('unauthorized', 'The token is not of this consultation');
  }
  return row;
}

/** Notes that a booking and a consultation belong together. A booking that had another one has this one then. */
export async function linkConsultation(queries: Queries, bookingId: string, consultationId: string): Promise<void> {
  await queries.query('update booking set consultation_id = $2 where id = $1', [bookingId, consultationId]);
}

/**
 * Empties consultations. Left are their references and the record of what was consented to, and when that ended.
 * @returns the files of their photos, to be removed once the transaction stands
 */
export async function withdrawConsultations(queries: Queries, ids: readonly string[]): Promise<string[]> {
  const withdrawn = await queries.query<{ id: string }>(
    `update consultation set withdrawn_at = clock_timestamp(), answers = null, told = null, outcome = null, design = null,
       hair_loss = null, name = null, email = null, phone = null, locale = null, attribution = null
     where id = any ($1::uuid[]) and withdrawn_at is null returning id::text as id`,
    [[...ids]],
  );
  const emptied = withdrawn.map(({ id }) => id);
  if (emptied.length === 0) return [];
  await queries.query(
    'update booking set consultation_id = null, only_later = true where consultation_id = any ($1::uuid[])',
    [emptied],
  );
  await queries.query(`insert into outbox (kind, ref) select 'consultation.withdrawn', unnest($1::uuid[])`, [emptied]);
  const photos = await queries.query<{ storage_name: string }>(
    'delete from consultation_photo where consultation_id = any ($1::uuid[]) returning storage_name',
    [emptied],
  );
  return photos.map(({ storage_name }) => storage_name);
}
