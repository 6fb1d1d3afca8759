import type { Slot, SlotPage } from '../domain/slot.js';
import { MAX_PAGE_SLOTS } from '../domain/slot.js';

const MAX_PAGES = 50;

/** Something odd about the pages that came. */
export interface SlotListRemark {
  readonly code: 'duplicate-slots' | 'slots-capped' | 'cursor-loop';
  readonly message: string;
}

/** The pages of one slot query, laid together. */
export class SlotList {
  readonly #slots = new Map<string, Slot>();
  readonly #cursors = new Set<string>();
  readonly #remarks: SlotListRemark[] = [];
  readonly #first: SlotPage;
  #last: SlotPage;
  #duplicates = 0;

  constructor(first: SlotPage) {
    this.#first = first;
    this.#last = first;
    this.add(first);
  }

  /** Takes the next page in. */
  add(page: SlotPage): void {
    this.#last = page;
    for (const slot of page.slots) {
      if (this.#slots.has(slot.id)) this.#duplicates++;
      else this.#slots.set(slot.id, slot);
    }
  }

  /** The cursor to ask for next, if there is more to come and room for it. */
  next(): string | undefined {
    const { next } = this.#last;
    if (next === undefined) return undefined;
    if (this.#cursors.has(next)) {
      this.#remarks.push({ code: 'cursor-loop', message: 'A cursor came again and is ignored' });
      this.#last = { ...this.#last, next: undefined };
      return undefined;
    }
    if (this.#slots.size >= MAX_PAGE_SLOTS || this.#cursors.size >= MAX_PAGES) {
      const message = `There are more than ${this.#slots.size} slots on ${this.#cursors.size + 1} pages`;
      this.#remarks.push({ code: 'slots-capped', message });
      return undefined;
    }
    this.#cursors.add(next);
    return next;
  }

  /** What was odd so far. */
  get remarks(): readonly SlotListRemark[] {
    if (this.#duplicates === 0) return this.#remarks;
    return [...this.#remarks, { code: 'duplicate-slots', message: `${this.#duplicates} slots came more than once` }];
  }

  /** All as one page: slots in order of their instant, each once, 5,000 at most. */
  toPage(): SlotPage {
    const { next: _, ...page } = this.#first;
    const { next, nextAvailable } = this.#last;
    const slots = [...this.#slots.values()]
      .map((slot) => ({ slot, at: Date.parse(slot.start) }))
      .sort((one, other) => one.at - other.at)
      .slice(0, MAX_PAGE_SLOTS)
      .map(({ slot }) => slot);
    return {
      ...page,
      slots,
      ...(next !== undefined && { next }),
      ...(nextAvailable !== undefined && { nextAvailable }),
    };
  }
}
