/** Where ticks are kept; a browser may refuse it. */
type TickStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Rises when the form of what is kept changes. */
const PREFIX = 'smp-care/1/';
const CODE = /^[\w-]{1,40}$/;

/**
 * The steps that a visitor has ticked off, by clinic and session. Codes of steps and nothing else, on the device alone;
 * where storage is refused, in memory while the page is open.
 */
export class Ticks {
  readonly #storage: () => TickStorage | undefined;
  readonly #known = new Map<string, Set<string>>();

  constructor(storage: () => TickStorage | undefined) {
    this.#storage = storage;
  }

  has(clinic: string, date: string | undefined, code: string): boolean {
    return this.#of(clinic, date).has(code);
  }

  set(clinic: string, date: string | undefined, code: string, ticked: boolean): void {
    const codes = this.#of(clinic, date);
    codes[ticked ? 'add' : 'delete'](code);
    const key = keyOf(clinic, date);
    try {
      if (codes.size > 0) this.#storage()?.setItem(key, [...codes].join());
      else this.#storage()?.removeItem(key);
    } catch {
      // Full or forbidden: memory has it.
    }
  }

  #of(clinic: string, date: string | undefined): Set<string> {
    const key = keyOf(clinic, date);
    let codes = this.#known.get(key);
    if (!codes) {
      codes = new Set(read(this.#storage, key).filter((code) => CODE.test(code)));
      this.#known.set(key, codes);
    }
    return codes;
  }
}

const keyOf = (clinic: string, date = 'any'): string => `${PREFIX}${clinic}/${date}`;

function read(storage: () => TickStorage | undefined, key: string): readonly string[] {
  try {
    return (storage()?.getItem(key) ?? '').slice(0, 2000).split(',');
  } catch {
    return [];
  }
}
