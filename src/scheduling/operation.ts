import { digest } from './digest.js';
import { isDecided, type WriteOutcome } from './write-outcome.js';

const OPERATION_ID = /^[A-Za-z0-9_-]{16,64}$/;
/** As long as a backend remembers an operation. */
const LIFETIME_MS = 24 * 60 * 60 * 1000;
const MAX_ENTRIES = 16;

/** A fresh operation id of 128 random bits. */
export function newOperationId(): string {
  // `randomUUID` is not there on plain http pages.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Has it the form that a backend accepts? */
export const isOperationId = (value: unknown): value is string => typeof value === 'string' && OPERATION_ID.test(value);

/** The part of `Storage` that is used. */
export type OperationStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What an {@link OperationLog} needs. */
export interface OperationLogOptions {
  /** Tells clinics apart: two on one origin must not share operations. */
  readonly clinic: string;
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
  /** Where to keep ids over a reload. May throw or give nothing: then they are kept in memory. */
  readonly storage?: () => OperationStorage | null | undefined;
}

/** An operation that has begun and is not settled. Fits into the options of a write as it is. */
export interface Operation {
  /** The id to send it with. */
  readonly operationId: string;
  /** It was begun before this page was loaded, so it may have been sent, and may have been carried out. */
  readonly resumed: boolean;
  /**
   * When it was begun, milliseconds since 1970. Use it for every time stamp within the content, so that a copy sent
   * after a reload says the same as the first.
   */
  readonly begunAt: number;
}

interface Entry {
  readonly kind: string;
  readonly id: string;
  readonly begunAt: number;
  readonly digest: string;
}

const isEntry = (value: unknown): value is Entry => {
  const entry = value as Partial<Entry> | null;
  return (
    typeof entry === 'object' &&
    entry !== null &&
    isOperationId(entry.id) &&
    typeof entry.kind === 'string' &&
    typeof entry.digest === 'string' &&
    typeof entry.begunAt === 'number'
  );
};

/**
 * Remembers under which id something was sent, so that the same content goes out under the same id again: after a lost
 * answer, on a second click, after a reload. Keeps a digest of the content, never the content.
 *
 * The content to compare is the caller's to choose: all that the visitor decided, nothing that changes by itself
 * (times of consent).
 */
export class OperationLog {
  readonly #key: string;
  readonly #now: () => number;
  readonly #storage: () => OperationStorage | null | undefined;
  /** Begun by this page. */
  readonly #own = new Set<string>();
  /** Begun or gone on with by this page, and not settled by it: another page may have settled them while it was away. */
  #open: readonly Entry[] = [];
  #stored = true;

  constructor(options: OperationLogOptions) {
    this.#key = `smp-widgets/operations@1/${options.clinic}`;
    this.#now = options.now;
    this.#storage = options.storage ?? (() => undefined);
  }

  /** The operation of this kind with this content: the one that was begun and not settled in the last 24 hours, or a new one. */
  begin(kind: string, content: unknown): Operation {
    const wanted = digest(content);
    const entries = this.#read();
    const found = [...entries, ...this.#open].find(
      (entry) => entry.kind === kind && entry.digest === wanted && this.#isFresh(entry),
    );
    const entry = found ?? { kind, digest: wanted, id: newOperationId(), begunAt: this.#now() };
    const { id, begunAt } = entry;
    this.#open = [...this.#open.filter((one) => one.id !== id), entry];
    if (!found) {
      this.#own.add(id);
      this.#write([...entries, entry].slice(-MAX_ENTRIES));
    }
    return { operationId: id, resumed: !this.#own.has(id), begunAt };
  }

  /** Just the id of {@link begin}. */
  idFor(kind: string, content: unknown): string {
    return this.begin(kind, content).operationId;
  }

  /**
   * The backend has decided (see `isDecided`): the next operation of this kind gets a new id, whatever its content. With
   * `operationId`, only that operation is settled.
   */
  settle(kind: string, operationId?: string): void {
    const isLeft = (entry: Entry) => entry.kind !== kind || (operationId !== undefined && entry.id !== operationId);
    this.#open = this.#open.filter(isLeft);
    this.#write(this.#read().filter(isLeft));
  }

  /** Settles an operation if the backend has decided on it. */
  conclude(kind: string, operationId: string, outcome: WriteOutcome<unknown>): void {
    if (isDecided(outcome)) this.settle(kind, operationId);
  }

  #read(): readonly Entry[] {
    return this.#load().filter((entry) => this.#isFresh(entry));
  }

  #isFresh({ begunAt }: Entry): boolean {
    return Math.abs(this.#now() - begunAt) < LIFETIME_MS;
  }

  #load(): readonly Entry[] {
    if (!this.#stored) return this.#open;
    try {
      const storage = this.#storage();
      if (!storage) return this.#open;
      const entries: unknown = JSON.parse(storage.getItem(this.#key) ?? '[]');
      return Array.isArray(entries) ? entries.filter(isEntry) : [];
    } catch {
      return this.#open;
    }
  }

  #write(entries: readonly Entry[]): void {
    const text = entries.length > 0 ? JSON.stringify(entries) : null;
    try {
      const storage = this.#storage();
      if (text === null) storage?.removeItem(this.#key);
      else storage?.setItem(this.#key, text);
      this.#stored = storage?.getItem(this.#key) === text;
    } catch {
      // Full or forbidden: what is stored, if anything, is out of date from here on.
      this.#stored = false;
    }
  }
}
