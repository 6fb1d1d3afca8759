import type { Hold } from '../domain/hold.js';
import type { Slot } from '../domain/slot.js';
import type { BookingDetails } from './booking-state.js';

/** The part of the Web Storage interface that is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * What outlives a reload of the page: choices and contact details, for half an hour, in this tab only.
 * The free note is left out, since people write about their health in it.
 */
export interface BookingDraftMemory {
  readonly service?: string;
  readonly practitioner?: string;
  readonly location?: string;
  readonly slot?: Slot;
  readonly hold?: Hold;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly consents?: BookingDetails['consents'];
  /** The booking had been sent and no answer had come yet. */
  readonly submitted?: boolean;
}

const VERSION = 1;
const LIFE_MS = 30 * 60_000;

/** Keeps one draft in storage. Storage that is full, forbidden or broken means only that nothing is remembered. */
export class Draft {
  readonly #storage: DraftStorage | undefined;
  readonly #key: string;
  readonly #now: () => number;

  constructor(storage: DraftStorage | undefined, key: string, now: () => number) {
    this.#storage = storage;
    this.#key = `smp-widgets/${key}`;
    this.#now = now;
  }

  read(): BookingDraftMemory | undefined {
    try {
      const kept: unknown = JSON.parse(this.#storage?.getItem(this.#key) ?? 'null');
      if (typeof kept !== 'object' || kept === null || !('version' in kept) || kept.version !== VERSION)
        return undefined;
      if (!('at' in kept) || typeof kept.at !== 'number' || Math.abs(this.#now() - kept.at) > LIFE_MS) return undefined;
      return 'draft' in kept && typeof kept.draft === 'object' && kept.draft !== null ? kept.draft : undefined;
    } catch {
      return undefined;
    }
  }

  write(draft: BookingDraftMemory): void {
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
