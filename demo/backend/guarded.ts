import { isSmpError, SmpError, type RequestOptions } from 'smp-widgets/server';
import { sqlState, TryAgain } from './database.js';

/** Lock and statement time-outs, lost connections, a server that starts or stops, transactions that kept colliding. */
const BUSY = /^(55P03|57014|57P0[1-3]|08...|53300|40001|40P01)$/;
const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);

function isBusy(error: unknown): boolean {
  if (error instanceof TryAgain || BUSY.test(sqlState(error) ?? '')) return true;
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  return (typeof code === 'string' && LOST.has(code)) || /timeout|Connection terminated/i.test(error.message);
}

/** Lets nothing but an `SmpError` out. Whatever the cause, the same operation id may be sent again. */
export async function guarded<Answer>({ signal }: RequestOptions, work: () => Promise<Answer>): Promise<Answer> {
  if (signal?.aborted) throw new SmpError('aborted', 'Nobody waits for the answer', { cause: signal.reason });
  try {
    return await work();
  } catch (error) {
    if (isSmpError(error)) throw error;
    throw isBusy(error)
      ? new SmpError('unknown', 'The database is busy or away', { retryable: true, retryAfterMs: 1000, cause: error })
      : new SmpError('unknown', 'The database refused', { cause: error });
  }
}
