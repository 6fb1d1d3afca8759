import { isLate } from '../domain/consultation/service-limits.js';
import type { Slot } from '../domain/slot.js';
import { endOfMonth } from '../domain/time/plain-date.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { BookingRecord, type BookingFlowOptions, type BookingPreset } from './booking-record.js';
import { defined } from './booking-request.js';
import { SlotCalendar } from './slot-calendar.js';

/** Whose times are shown. */
export type Choice = Pick<BookingPreset, 'service' | 'practitioner' | 'location'>;

/** Choosing: a service, with whom and where, a date, a time. */
export class BookingChoice {
  readonly record: BookingRecord;
  readonly #calendar: SlotCalendar;
  readonly #releaseHold: () => void;

  /** @param releaseHold lets go what is held, of a service that is no longer chosen */
  constructor(options: BookingFlowOptions, releaseHold: () => void) {
    this.#calendar = new SlotCalendar(() => this.#calendarChanged());
    this.record = new BookingRecord(options, this.#calendar.state);
    this.#releaseHold = releaseHold;
  }

  /** Drops the date and the time of the choice before. */
  choose(choice: Choice): void {
    const { record } = this;
    if (choice.service !== record.state.service) this.#releaseHold();
    record.without(['service', 'practitioner', 'location', 'slot', 'date', 'cursor', 'lost', 'error'], {
      ...defined(choice),
      issues: [],
    });
    record.go('time');
    this.openCalendar();
  }

  /** Turns the calendar to a date without choosing it. */
  turnTo(wanted: PlainDate): void {
    const { today } = this.record.state.calendar;
    const cursor = today !== undefined && wanted < today ? today : wanted;
    this.record.set({ cursor });
    void this.#calendar.extendTo(endOfMonth(cursor));
  }

  /** Shows the times of a date. */
  chooseDate(date: PlainDate): void {
    this.turnTo(date);
    if (date === this.record.state.date) return;
    this.record.without(['slot', 'error'], { date, issues: [] });
    this.#tellDate();
  }

  chooseSlot(slot: Slot): void {
    this.record.without(['error'], { slot, issues: [] });
    this.record.tell({ kind: 'selected', slot });
  }

  /** Asks for the times of the choice. */
  openCalendar(): void {
    const { state, backend } = this.record;
    const { service, practitioner, location, cursor } = state;
    const choice = service === undefined ? undefined : { service, ...defined({ practitioner, location }) };
    void this.#calendar.open(backend?.scheduler, choice, this.record.limits());
    if (cursor !== undefined) void this.#calendar.extendTo(endOfMonth(cursor));
  }

  /** Asks for them again: after a pause, or after a failure. */
  reload(): void {
    if (this.record.state.calendar.knownTo === undefined) this.openCalendar();
    else void this.#calendar.reload();
  }

  /** Stops waiting for times. */
  close(): void {
    this.#calendar.close();
  }

  /** Takes up what {@link close} stopped. */
  resume(): void {
    if (this.record.state.calendar.status === 'idle') this.openCalendar();
  }

  /** Is the time late enough, as far as a consultation puts off the service? */
  isLate(slot: Slot): boolean {
    return isLate(this.record.limits(), slot, this.record.state.calendar.asOf ?? slot.start);
  }

  #calendarChanged(): void {
    const { record } = this;
    const { state: calendar, firstFree } = this.#calendar;
    record.set({ calendar });
    if (calendar.status !== 'ready') return;
    const { date, slot, step, hold } = record.state;
    const cursor = record.state.cursor ?? firstFree ?? calendar.today;
    if (cursor !== undefined) record.set({ cursor });
    if (date === undefined && firstFree !== undefined) {
      record.set({ date: firstFree, cursor: firstFree });
      this.#tellDate();
    }
    const listed = slot && calendar.days.get(slot.localDate)?.some(({ id }) => id === slot.id);
    if (slot && step === 'time' && !hold && !listed) record.without(['slot'], {});
  }

  #tellDate(): void {
    const { date, calendar } = this.record.state;
    if (date !== undefined) this.record.tell({ kind: 'dated', date, free: calendar.days.get(date)?.length ?? 0 });
  }
}
