import type { ScheduledWriteOptions } from '../scheduling/scheduler.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type { ClinicBackend } from './clinic-backend.js';

/** How a write is sent: with the id that its content has, and the moment at which that was begun. */
export type SendWrite<T> = (options: ScheduledWriteOptions & { readonly begunAt: number }) => Promise<WriteOutcome<T>>;

/**
 * Sends something under the id that it was begun with, so that a second try after a lost answer is the same and not another.
 * @param content all that the visitor decided, and nothing that changes by itself
 * @param checking called when the answer is late, and what was sent is sent again
 */
export async function writeCarefully<T>(
  { operations }: Pick<ClinicBackend, 'operations'>,
  kind: string,
  content: object,
  send: SendWrite<T>,
  checking: () => void,
): Promise<WriteOutcome<T>> {
  const begun = operations.begin(kind, content);
  const outcome = await send({ ...begun, onRetry: checking });
  operations.conclude(kind, begun.operationId, outcome);
  return outcome;
}
