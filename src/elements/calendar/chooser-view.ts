import type { BookingState } from '../../flows/booking-state.js';
import type { Slot } from '../../domain/slot.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import type { Formats } from '../../locales/formats.js';
import type { Messages } from '../../locales/messages.js';

/** What a calendar and its times draw from, wherever a time is chosen. */
export interface ChooserView {
  readonly flow: {
    turnTo(date: PlainDate): void;
    chooseDate(date: PlainDate): void;
    /** Is the time one of those that are shown? No other is chosen. */
    chooseSlot(slot: Slot): boolean;
  };
  readonly state: Pick<BookingState, 'calendar' | 'cursor' | 'date' | 'slot' | 'location' | 'clinic'>;
  readonly words: Messages;
  readonly formats: Formats;
  /** Why a date can't be taken, whether times are free on it or not; undefined: it can. Absent: any can. */
  readonly barred?: (date: PlainDate) => string | undefined;
  /** First day of the week, 1 Monday … 7 Sunday. */
  readonly firstDay: number;
  /** Shows a narrow calendar the whole month, in place of a week? */
  readonly monthOpen: boolean;
  /** A day of the month that is shown. Some days of the next one are shown with it, and can be chosen there. */
  readonly shown: { month: PlainDate | undefined };
  /** Name of the time zone of the visitor's device. */
  readonly visitorZone: () => string;
  readonly toggleMonth: () => void;
  /** What waits until the answer to a press has been painted: the times of another day, or also the days of another month. */
  readonly due: 'times' | 'days' | undefined;
  /** Does what a press means, with what it leads to drawn after the next paint: on a slow phone that takes a while. */
  readonly press: (due: 'times' | 'days', act: () => void) => void;
}
