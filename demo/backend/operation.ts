import { createHash, randomUUID } from 'node:crypto';
import { isSmpError, SmpError, type Slot, type SmpErrorCode, type SmpIssue } from 'smp-widgets/server';
import { TryAgain, type Database, type Queries } from './database.js';

/** A write as a client names it. */
export interface Operation {
  /** Which kind of write: the same key may be used once in each. */
  readonly scope:
    | 'hold'
    | 'extend'
    | 'release'
    | 'booking'
    | 'waitlist'
    | 'consultation'
    | 'photo'
    | 'manage'
    | 'course'
    | 'touch-ups'
    | 'touch-up-plan';
  /** The operation id. */
  readonly key: string;
  /** All that was asked for; only its digest is kept. */
  readonly content: unknown;
  /**
   * A digest with a key, for content that could be guessed: how somebody answered a few questions. Then a refusal is not
   * kept either, for what it names may tell how they were answered; the same request is judged again.
   */
  readonly digest?: (text: string) => string;
}

/** What came of a write: the row that holds its result, and the answer made of it. */
export interface Done<Answer> {
  readonly id: string | undefined;
  readonly answer: Answer;
}

/** How one kind of write is done, and how its answer is made again from the row that holds its result. */
export interface Steps<Answer> {
  /**
   * Refuses by throwing an `SmpError`, before it has changed anything.
   * @param id for a new row, if one is made
   * @param revision which state of the clinic the database has
   */
  run(transaction: Queries, id: string, revision: number | undefined): Promise<Done<Answer>>;
  replay(transaction: Queries, id: string | undefined): Promise<Answer>;
}

interface Refusal {
  readonly code: SmpErrorCode;
  readonly message: string;
  readonly issues?: readonly SmpIssue[];
  readonly alternatives?: readonly Slot[];
}

interface StoredRow extends Record<string, unknown> {
  fingerprint: string;
  result_kind: 'done' | 'refused';
  result_id: string | null;
  refusal: Refusal | null;
}

/** Refusals that hold for good: the same request again gets the same one. */
const DECIDED: readonly SmpErrorCode[] = [
  'slot-taken',
  'hold-expired',
  'version-conflict',
  'validation',
  'not-found',
  'unauthorized',
  'not-supported',
];

/**
 * Does a write once, however often and however much at the same time it arrives. The row that remembers it stands in
 * the same transaction as its effect: copies wait for that row and answer from it, and a crash takes both away.
 * @throws SmpError as decided the first time, or `validation` with issue `key-reused` when the content differs
 */
export async function once<Answer>(database: Database, operation: Operation, steps: Steps<Answer>): Promise<Answer> {
  const { scope, key } = operation;
  const fingerprint = (operation.digest ?? sha256)(canonical(operation.content));
  const outcome = await database.transaction(async (transaction): Promise<Done<Answer> | SmpError> => {
    const id = randomUUID();
    const [first] = await transaction.query<{ revision: number | null }>(
      `insert into idempotency (scope, key, fingerprint, result_kind, result_id) values ($1, $2, $3, 'done', $4)
       on conflict (scope, key) do nothing returning (select revision::float8 from clinic) as revision`,
      [scope, key, fingerprint, id],
    );
    if (!first) return replay(transaction, operation, fingerprint, steps);
    try {
      const done = await steps.run(transaction, id, first.revision ?? undefined);
      if (done.id !== id) {
        await transaction.query('update idempotency set result_id = $3 where scope = $1 and key = $2', [
          scope,
          key,
          done.id ?? null,
        ]);
      }
      return done;
    } catch (error) {
      if (operation.digest || !isSmpError(error) || !DECIDED.includes(error.code)) throw error;
      await transaction.query(
        `update idempotency set result_kind = 'refused', result_id = null, refusal = $3::text::jsonb
         where scope = $1 and key = $2`,
        [scope, key, JSON.stringify(refusalOf(error))],
      );
      return error;
    }
  });
  if (isSmpError(outcome)) throw outcome;
  return outcome.answer;
}

async function replay<Answer>(
  transaction: Queries,
  { scope, key }: Operation,
  fingerprint: string,
  steps: Steps<Answer>,
): Promise<Done<Answer> | SmpError> {
  const [stored] = await transaction.query<StoredRow>(
    'select fingerprint, result_kind, result_id::text, refusal from idempotency where scope = $1 and key = $2',
    [scope, key],
  );
  // Swept away between the two statements.
  if (!stored) throw new TryAgain('The row of the operation is gone');
  if (stored.fingerprint !== fingerprint) {
    return new SmpError('validation', 'This operation id stands for another request', {
      issues: [{ pointer: '', code: 'key-reused' }],
    });
  }
  if (stored.refusal) {
    const { code, message, ...options } = stored.refusal;
    return new SmpError(code, message, options);
  }
  const id = stored.result_id ?? undefined;
  return { id, answer: await steps.replay(transaction, id) };
}

function refusalOf({ code, message, issues, alternatives }: SmpError): Refusal {
  return { code, message, ...(issues ? { issues } : {}), ...(alternatives ? { alternatives } : {}) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** JSON with its keys in order, so that two spellings of one request are one. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}
