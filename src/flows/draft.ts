/** The part of the Web Storage interface that is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const VERSION = 1;
const LIFE_MS = 30 * 60_000;

/**
 * Keeps one draft in storage. Storage that is full, forbidden or broken means only that nothing is remembered.
 *
 * A draft that was sent and not answered stays until who sent it, or goes on with it, writes or clears it: another page of
 * the site keeps its own beside it.
 */
export class Draft<Memory extends object> {
  readonly #storage: DraftStorage | undefined;
  readonly #keys: readonly string[];
  readonly #now: () => number;
  /** This one, as it was written: it lies where that still stands. */
  #own: string | undefined;

  constructor(storage: DraftStorage | undefined, key: string, now: () => number) {
    this.#storage = storage;
    this.#keys = [`smp-widgets/${key}`, `smp-widgets/${key}+`];
    this.#now = now;
  }

  /** What was kept, unless it is too old. Not checked any further: anything may stand there. */
  read(): unknown {
    return this.#keys.map((key) => this.#kept(key)).find((kept) => kept)?.draft;
  }

  /** Goes on with the first that was kept of which `goOn` says that it does. */
  take(goOn: (draft: unknown) => boolean): void {
    this.#own = this.#keys.map((key) => this.#kept(key)).find((kept) => kept && goOn(kept.draft))?.text;
  }

  /** @param sent no answer has come yet */
  write(draft: Memory, sent = false): void {
    this.#store((key) => {
      const text = JSON.stringify({ version: VERSION, at: this.#now(), sent, draft });
      this.#storage?.setItem(key, text);
      this.#own = text;
    });
  }

  clear(): void {
    this.#store((key) => {
      this.#storage?.removeItem(key);
      this.#own = undefined;
    });
  }

  #store(change: (key: string) => void): void {
    try {
      // While this page was away, in the browser's cache say, another one may have written in its place.
      const key =
        this.#keys.find((one) => this.#storage?.getItem(one) === this.#own) ??
        this.#keys.find((one) => !this.#kept(one)?.sent);
      if (key !== undefined) change(key);
    } catch {
      // A full or forbidden storage must not stop a booking.
    }
  }

  #kept(key: string): { readonly text: string; readonly draft: unknown; readonly sent: boolean } | undefined {
    try {
      const text = this.#storage?.getItem(key) ?? '';
      const { version, at, sent, draft } = JSON.parse(text) as Record<string, unknown>;
      return version === VERSION && Math.abs(this.#now() - Number(at)) <= LIFE_MS
        ? { text, draft, sent: sent === true }
        : undefined;
    } catch {
      return undefined;
    }
  }
}
