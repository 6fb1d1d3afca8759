import type { Slot } from '../domain/slot.js';
import { addDays, endOfMonth } from '../domain/time/plain-date.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { SlotCalendar, type SlotCalendarState, type SlotChoice, type SlotSource } from './slot-calendar.js';
import type { SlotStart } from '../domain/consultation/service-limits.js';

/** What stands of the choice of a time. */
interface ChoosingState {
  readonly calendar: SlotCalendarState;
  readonly cursor?: PlainDate;
  readonly date?: PlainDate;
  readonly slot?: Slot;
}

/** Where that stands, and who is told. */
interface ChoosingRecord {
  readonly state: ChoosingState;
  set(patch: Partial<ChoosingState>): void;
  tell(news: { readonly kind: 'dated'; readonly date: PlainDate; readonly free: number }): void;
}

/** What only the one whose calendar it is knows. */
export interface CalendarRules {
  /** Asks for the times of what is chosen. */
  readonly open: () => void;
  /** The date to turn to, of those with free times; the first by default. `isKnown`: no other can turn out to be better. */
  readonly best?: (first: PlainDate | undefined) => { readonly date: PlainDate | undefined; readonly isKnown: boolean };
  /** The chosen time is not on offer any more. */
  readonly gone: () => void;
}

/** A calendar as it is shown: turned to a date, with the times of a date, which is the first free one until another is chosen. */
export class ShownCalendar {
  readonly #record: ChoosingRecord;
  readonly #rules: CalendarRules;
  readonly #slots = new SlotCalendar(() => this.#changed());

  constructor(record: ChoosingRecord, rules: CalendarRules) {
    this.#record = record;
    this.#rules = rules;
  }

  /** Starts over for a choice. */
  open(source: SlotSource | undefined, choice: SlotChoice | undefined, start: SlotStart): void {
    const { cursor } = this.#record.state;
    void this.#slots.open(source, choice, start);
    if (cursor !== undefined) this.#reach(cursor);
  }

  /** Turns to a date without choosing it. */
  turnTo(wanted: PlainDate): void {
    const { today } = this.#record.state.calendar;
    const cursor = today !== undefined && wanted < today ? today : wanted;
    this.#record.set({ cursor });
    this.#reach(cursor);
  }

  /** Is a time among those of the date that is shown? One that was drawn before another choice is not. */
  shows({ id }: Slot): boolean {
    const { date, calendar } = this.#record.state;
    return calendar.days.get(date ?? '')?.some((slot) => slot.id === id) ?? false;
  }

  /** Asks for the times again: after a pause, or after a failure. */
  reload(): void {
    if (this.#record.state.calendar.knownTo === undefined) this.#rules.open();
    else void this.#slots.reload();
  }

  /** Stops waiting for times. */
  close(): void {
    this.#slots.close();
  }

  /** Takes up what {@link close} stopped. */
  resume(): void {
    if (this.#record.state.calendar.status === 'idle') this.#rules.open();
  }

  /** Says which date's times are shown. */
  tell(): void {
    const { date, calendar } = this.#record.state;
    if (date !== undefined) this.#record.tell({ kind: 'dated', date, free: calendar.days.get(date)?.length ?? 0 });
  }

  /** Asks for what a month shows: all of its weeks, the last of which may end in the next month. */
  #reach(date: PlainDate): void {
    void this.#slots.extendTo(addDays(endOfMonth(date), 6));
  }

  #changed(): void {
    const record = this.#record;
    const { state: calendar, firstFree } = this.#slots;
    record.set({ calendar });
    if (calendar.status !== 'ready') return;
    const { date: best, isKnown } = this.#rules.best?.(firstFree) ?? { date: firstFree, isKnown: true };
    const { date, slot } = record.state;
    const cursor = record.state.cursor ?? best ?? calendar.today;
    if (cursor !== undefined) record.set({ cursor });
    if (date === undefined && best !== undefined && isKnown) {
      record.set({ date: best, cursor: best });
      this.tell();
    }
    if (cursor !== undefined) this.#reach(cursor);
    if (slot && !calendar.days.get(slot.localDate)?.some(({ id }) => id === slot.id)) this.#rules.gone();
  }
}
