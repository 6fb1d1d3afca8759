import { isSmpError, SmpError } from '../domain/errors.js';
import { DEFAULT_QUERY_DAYS, MAX_QUERY_DAYS } from '../domain/slot-limits.js';
import type { Slot, SlotPage, SlotQuery } from '../domain/slot.js';
import { addDays } from '../domain/time/plain-date.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { RequestOptions } from '../adapters/adapter.js';
import { isLate, type SlotStart } from '../domain/consultation/service-limits.js';
import type { Instant } from '../domain/time/instant.js';

/** The one call of the Scheduler that a {@link SlotCalendar} needs. */
export interface SlotSource {
  listSlots(query: SlotQuery, options?: RequestOptions): Promise<SlotPage>;
}

/** Whose times are wanted. */
export type SlotChoice = Pick<SlotQuery, 'service' | 'practitioner' | 'location'>;

/** What is known of the free times of one choice. */
export interface SlotCalendarState {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  /** The clinic's date by the server's clock. */
  readonly today?: PlainDate;
  /** When the server looked. */
  readonly asOf?: Instant;
  /** Last clinic date that has been asked for. */
  readonly knownTo?: PlainDate;
  /** Free times by clinic date; a date without any is absent. */
  readonly days: ReadonlyMap<PlainDate, readonly Slot[]>;
  /** There is no free time after `knownTo`. */
  readonly complete: boolean;
  readonly error?: SmpError;
}

/** Before anything is known. */
export const NO_TIMES: SlotCalendarState = { status: 'idle', days: new Map(), complete: false };

/** Most pages that one wish may cost: a backend that never says how far its times reach must not be asked for ever. */
const MAX_PAGES = 12;

/**
 * Collects the free times of one choice: first from the clinic's today on until one is found, then further as the
 * visitor pages on. The last question asked wins; earlier answers that come late are dropped.
 */
export class SlotCalendar {
  state: SlotCalendarState = NO_TIMES;
  #source: SlotSource | undefined;
  #choice: SlotChoice | undefined;
  /** From when times are wanted. */
  #start: SlotStart = {};
  #request: AbortController | undefined;
  /** The furthest date that was asked for; empty: as far as the first free time. */
  #wanted: PlainDate = '';
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** First date with a free time, if one is known. */
  get firstFree(): PlainDate | undefined {
    return [...this.state.days.keys()].sort()[0];
  }

  /** Starts over for a choice. Without a source or a choice the calendar is idle. */
  async open(source: SlotSource | undefined, choice: SlotChoice | undefined, start: SlotStart = {}): Promise<void> {
    this.#request?.abort();
    this.#source = source;
    this.#choice = choice;
    this.#start = start;
    this.#wanted = '';
    this.#set(NO_TIMES);
    if (source && choice) await this.#load(NO_TIMES);
  }

  /** Asks for the dates up to `date`, unless they are known. */
  async extendTo(date: PlainDate): Promise<void> {
    const { status, knownTo, complete } = this.state;
    if (date > this.#wanted) this.#wanted = date;
    // A load that is under way goes on to the new date.
    if (status === 'loading' || knownTo === undefined || complete || date <= knownTo) return;
    await this.#load(this.state);
  }

  /** Asks again for all known dates, keeping what is shown until the answer is there. */
  async reload(): Promise<void> {
    const { knownTo = '' } = this.state;
    if (knownTo > this.#wanted) this.#wanted = knownTo;
    await this.#load(NO_TIMES);
  }

  /** Stops waiting for an answer. */
  close(): void {
    this.#request?.abort();
    if (this.state.status === 'loading') this.#set({ ...this.state, status: 'idle' });
  }

  async #load(start: SlotCalendarState): Promise<void> {
    const source = this.#source;
    const choice = this.#choice;
    if (!source || !choice) return;
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    const { error: _error, ...shown } = this.state;
    this.#set({ ...shown, status: 'loading' });
    const searching = start.days.size === 0;
    let known = start;
    try {
      for (let page = 0; page < MAX_PAGES; page++) {
        const answer = await source.listSlots(
          { ...choice, ...nextRange(known, this.#wanted, this.#start.from) },
          { signal: request.signal },
        );
        if (request.signal.aborted) return;
        known = merged(known, answer, this.#start);
        if (known.complete) break;
        if (answer.to < this.#wanted) continue;
        if (!searching || known.days.size > 0) break;
        this.#wanted = answer.nextAvailable ?? '';
      }
      this.#set({ ...known, status: 'ready' });
    } catch (cause) {
      if (request.signal.aborted) return;
      const error = isSmpError(cause) ? cause : new SmpError('unknown', 'Listing slots failed', { cause });
      this.#set({ ...this.state, status: 'failed', error });
    }
  }

  #set(state: SlotCalendarState): void {
    this.state = state;
    this.#changed();
  }
}

/** The first question leaves the dates to the server, so that it does not hang on the visitor's clock. */
function nextRange(
  known: SlotCalendarState,
  wanted: PlainDate,
  start: PlainDate | undefined,
): Pick<SlotQuery, 'from' | 'to'> {
  if (known.knownTo === undefined) return start === undefined ? {} : { from: start };
  const from = addDays(known.knownTo, 1);
  const usual = addDays(from, DEFAULT_QUERY_DAYS - 1);
  const most = addDays(from, MAX_QUERY_DAYS - 1);
  if (wanted <= usual) return { from, to: usual };
  return { from, to: wanted < most ? wanted : most };
}

function merged(known: SlotCalendarState, page: SlotPage, start: SlotStart): SlotCalendarState {
  const found = new Map<PlainDate, Slot[]>();
  for (const slot of page.slots) {
    if (!isLate(start, slot, page.asOf)) continue;
    const day = found.get(slot.localDate);
    if (day) day.push(slot);
    else found.set(slot.localDate, [slot]);
  }
  const days = new Map([...known.days, ...found]);
  // A backend whose pages do not move on has no more to tell.
  const stuck = known.knownTo !== undefined && page.to <= known.knownTo;
  return {
    status: 'loading',
    today: page.today,
    asOf: page.asOf,
    knownTo: page.to,
    days,
    complete: page.nextAvailable === null || stuck,
  };
}
