import type { Clock } from './clock.js';

/** What is used of the Web Locks API. */
export interface OperationLocks {
  request<T>(name: string, options: { signal: AbortSignal }, callback: () => Promise<T>): Promise<T>;
}

/** The browser's locks, shared by all tabs of an origin. Absent on plain http pages and in old browsers. */
export function browserLocks(): OperationLocks | undefined {
  try {
    return globalThis.navigator?.locks;
  } catch {
    return undefined;
  }
}

/**
 * Runs `run` once while no other tab runs the same operation. Waits `patienceMs` at most: two copies of an operation do
 * no harm (the backend knows them by their id), a visitor who waits for a frozen tab does.
 */
export async function withOperationLock<T>(
  locks: OperationLocks | undefined,
  operationId: string,
  { clock, patienceMs }: { readonly clock: Clock; readonly patienceMs: number },
  run: () => Promise<T>,
): Promise<T> {
  if (!locks) return run();
  let running: Promise<T> | undefined;
  const start = (): Promise<T> => (running ??= run());
  const patience = new AbortController();
  const over = new AbortController();
  void clock.sleep(patienceMs, over.signal).then(() => {
    if (!over.signal.aborted) patience.abort();
  });
  try {
    await locks.request(`smp-widgets/operation/${operationId}`, { signal: patience.signal }, () => {
      over.abort();
      return start();
    });
  } catch {
    // Refused (a sandboxed frame), or not granted in time.
  }
  over.abort();
  return start();
}
