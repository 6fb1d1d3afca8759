import { SmpError, isSmpError } from '../domain/errors.js';

const KEPT_MS = 86_400_000;

interface Operation {
  readonly content: string;
  readonly at: number;
  replay(): unknown;
}

/** Remembers for a day what each operation ended in, so that a copy of it has the same answer and no second effect. */
export class MemoryOperations {
  readonly #operations = new Map<string, Operation>();

  /**
   * Does `act`, or answers as the first time when this operation is known.
   * @param now milliseconds since 1970
   * @throws `validation` with issue `key-reused` when the operation had other content; what `act` throws
   */
  run<T>(method: string, operationId: string, request: unknown, now: number, act: () => T): T {
    const key = `${method} ${operationId}`;
    const content = canonical(request);
    this.#forget(now);
    const known = this.#operations.get(key);
    if (known && known.content !== content) {
      const issues = [{ pointer: '', code: 'key-reused' }];
      throw new SmpError('validation', 'This operation id came with other content before', { issues });
    }
    // Written below by this very method, for the same method's answers.
    if (known) return known.replay() as T;
    try {
      const answer = act();
      this.#operations.set(key, { content, at: now, replay: () => structuredClone(answer) });
      return structuredClone(answer);
    } catch (error) {
      // Only what was decided is kept: a crash leaves nothing behind.
      if (isSmpError(error)) {
        const replay = (): never => {
          throw copyOf(error);
        };
        this.#operations.set(key, { content, at: now, replay });
      }
      throw error;
    }
  }

  #forget(now: number): void {
    for (const [key, { at }] of this.#operations) {
      if (at > now - KEPT_MS) return;
      this.#operations.delete(key);
    }
  }
}

/** JSON with the fields of each object in order and undefined ones left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function copyOf(error: SmpError): SmpError {
  return new SmpError(error.code, error.message, {
    ...(error.issues && { issues: structuredClone(error.issues) }),
    ...(error.alternatives && { alternatives: structuredClone(error.alternatives) }),
  });
}
