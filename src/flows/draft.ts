/** The part of the Web Storage interface that is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const VERSION = 1;
const LIFE_MS = 30 * 60_000;

/** Keeps one draft in storage. Storage that is full, forbidden or broken means only that nothing is remembered. */
export class Draft<Memory extends object> {
  readonly #storage: DraftStorage | undefined;
  readonly #key: string;
  readonly #now: () => number;

  constructor(storage: DraftStorage | undefined, key: string, now: () => number) {
    this.#storage = storage;
    this.#key = `smp-widgets/${key}`;
    this.#now = now;
  }

  /** What was kept, unless it is too old. Not checked any further: anything may stand there. */
  read(): unknown {
    try {
      const { version, at, draft } = JSON.parse(this.#storage?.getItem(this.#key) ?? '') as Record<string, unknown>;
      return version === VERSION && Math.abs(this.#now() - Number(at)) <= LIFE_MS ? draft : undefined;
    } catch {
      return undefined;
    }
  }

  write(draft: Memory): void {
    try {
      this.#storage?.setItem(this.#key, JSON.stringify({ version: VERSION, at: this.#now(), draft }));
    } catch {
      // A full or forbidden storage must not stop a booking.
    }
  }

  clear(): void {
    try {
      this.#storage?.removeItem(this.#key);
    } catch {
      // As above.
    }
  }
}
