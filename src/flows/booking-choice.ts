import type { Slot } from '../domain/slot.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { BookingPreset, BookingRecord } from './booking-record.js';
import { defined } from './booking-request.js';
import { ShownCalendar } from './shown-calendar.js';

/** Whose times are shown. */
export type Choice = Pick<BookingPreset, 'service' | 'practitioner' | 'location'>;

/** Choosing: a service, with whom and where, a date, a time. */
export class BookingChoice {
  readonly calendar: ShownCalendar;
  readonly #record: BookingRecord;
  readonly #releaseHold: () => void;

  /** @param releaseHold lets go what is held, of a service that is no longer chosen */
  constructor(record: BookingRecord, releaseHold: () => void) {
    this.#record = record;
    this.#releaseHold = releaseHold;
    this.calendar = new ShownCalendar(record, {
      open: () => this.openCalendar(),
      gone: () => {
        const { step, hold } = record.state;
        if (step === 'time' && !hold) record.without(['slot']);
      },
    });
  }

  /** Drops the date and the time of the choice before. */
  choose(choice: Choice): void {
    const record = this.#record;
    if (choice.service !== record.state.service) this.#releaseHold();
    record.without(['service', 'practitioner', 'location', 'slot', 'date', 'cursor', 'lost', 'error'], {
      ...defined(choice),
      issues: [],
    });
    record.go('time');
    this.openCalendar();
  }

  /** Shows the times of a date. */
  chooseDate(date: PlainDate): void {
    this.calendar.turnTo(date);
    if (date === this.#record.state.date) return;
    this.#record.without(['slot', 'error'], { date, issues: [] });
    this.calendar.tell();
  }

  /** Chooses one of the times that are shown, and no other. Is it one? */
  chooseSlot(slot: Slot): boolean {
    if (!this.calendar.shows(slot)) return false;
    this.#record.without(['error'], { slot, issues: [] });
    this.#record.tell({ kind: 'selected', slot });
    return true;
  }

  /** Asks for the times of the choice. */
  openCalendar(): void {
    const { state, backend } = this.#record;
    const { service, practitioner, location } = state;
    const choice = service === undefined ? undefined : { service, ...defined({ practitioner, location }) };
    this.calendar.open(backend?.scheduler, choice, this.#record.limits());
  }
}
