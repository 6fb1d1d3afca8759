import type { Price } from '../domain/service.js';
import type { Slot } from '../domain/slot.js';
import type { LocalTime } from '../domain/time/instant.js';
import type { PlainDate } from '../domain/time/plain-date.js';

const made = new Map<string, Formats>();

/** The formats of a language and region, made once: an `Intl` formatter costs as much as a hundred uses of it. */
export function formatsOf(locale: string): Formats {
  const formats = made.get(locale) ?? new Formats(locale);
  made.set(locale, formats);
  return formats;
}

/**
 * Writes clinic dates and times for people. They are taken as the text that the server sent and are never moved between
 * zones, so a device with old zone data shows them right.
 */
export class Formats {
  readonly #locale: string;
  readonly #formatters = new Map<string, Intl.DateTimeFormat>();
  /** What has been written: the same days and times are drawn again and again. */
  readonly #written = new Map<string, string>();
  #numbers: Intl.NumberFormat | undefined;

  constructor(locale: string) {
    this.#locale = locale;
  }

  /** `Tuesday 1 December` */
  day(date: PlainDate): string {
    return this.#date('day', date, { weekday: 'long', day: 'numeric', month: 'long' });
  }

  /** `Tuesday 1 December 2026` */
  fullDay(date: PlainDate): string {
    return this.#date('fullDay', date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** `Tue 1 Dec` */
  shortDay(date: PlainDate): string {
    return this.#date('shortDay', date, { weekday: 'short', day: 'numeric', month: 'short' });
  }

  /** `December 2026`; of a span of days that reaches into the next month, `Nov – Dec 2026`. */
  month(date: PlainDate, last = date): string {
    return date.slice(0, 7) === last.slice(0, 7)
      ? this.#date('month', date, { month: 'long', year: 'numeric' })
      : this.#format('months', { month: 'short', year: 'numeric' }).formatRange(Date.parse(date), Date.parse(last));
  }

  /** `14 March 2025`, or as much of it as is known: `March 2025`, `2025`. */
  knownDate(date: string): string {
    if (date.length > 7) return this.#date('date', date, { day: 'numeric', month: 'long', year: 'numeric' });
    return date.length > 4 ? this.month(`${date}-01`) : date;
  }

  /** `1` */
  dayNumber(date: PlainDate): string {
    this.#numbers ??= new Intl.NumberFormat(this.#locale);
    return this.#numbers.format(Number(date.slice(8)));
  }

  /** `Tue` */
  weekday(date: PlainDate): string {
    return this.#date('weekday', date, { weekday: 'short' });
  }

  /** `Tuesday` */
  longWeekday(date: PlainDate): string {
    return this.#date('longWeekday', date, { weekday: 'long' });
  }

  /** `13:00`, or `1:00 PM` where that is the custom. */
  time(time: LocalTime): string {
    return this.#date('time', `1970-01-01T${time}Z`, { timeStyle: 'short' });
  }

  /** `Tuesday 1 December, 13:00` */
  slot(slot: Slot): string {
    return this.#moment(this.day(slot.localDate), slot.localTime);
  }

  /** `Tue 1 Dec, 13:00` */
  shortSlot({ localDate, localTime }: Pick<Slot, 'localDate' | 'localTime'>): string {
    return this.#moment(this.shortDay(localDate), localTime);
  }

  /** `Tuesday 1 December 2026, 13:00 · United Kingdom Time`: some names of zones have brackets of their own. */
  fullSlot(slot: Slot): string {
    return `${this.#moment(this.fullDay(slot.localDate), slot.localTime)} · ${this.zone(slot.timeZone, slot.start)}`;
  }

  /** `£45` */
  price({ amount, currency }: Price): string {
    try {
      const text = new Intl.NumberFormat(this.#locale, {
        style: 'currency',
        currency,
        ...(Number.isInteger(amount) && { maximumFractionDigits: 0 }),
      }).format(amount);
      // Keeps `UK£` in one piece where the line runs from right to left.
      return text.replace(/[A-Z]\p{Sc}$/u, '$&\u200e');
    } catch {
      return `${amount} ${currency}`;
    }
  }

  /** `United Kingdom Time`, by the law at that instant; the zone's own name on a device that does not know it. */
  zone(timeZone: string, instant: string): string {
    try {
      const format = this.#format(`in ${timeZone}`, { timeZone, timeZoneName: 'longGeneric' });
      return format.formatToParts(Date.parse(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
    } catch {
      return timeZone;
    }
  }

  /**
   * The slot's time on the visitor's own clock, when that differs; with the day when that differs, too.
   * @param visitorZone name of the device's zone; asked only where its clock differs, for asking takes long
   */
  elsewhere(slot: Slot, visitorZone: () => string): string | undefined {
    const local = Date.parse(`${slot.localDate}T${slot.localTime}:00Z`);
    const here = Date.parse(slot.start) - new Date(slot.start).getTimezoneOffset() * 60_000;
    // Where it differs in the clinic's own zone, the device's zone data is out of date.
    if (local === here || visitorZone() === slot.timeZone) return undefined;
    const [date = '', time = ''] = new Date(here).toISOString().split('T');
    return date === slot.localDate
      ? this.time(time.slice(0, 5))
      : this.shortSlot({ localDate: date, localTime: time.slice(0, 5) });
  }

  #moment(day: string, time: LocalTime): string {
    return `${day}${this.#locale.startsWith('ar') ? '،' : ','} ${this.time(time)}`;
  }

  /** @param moment a date, or a date and a time in UTC, as the formats are */
  #date(name: string, moment: string, options: Intl.DateTimeFormatOptions): string {
    const key = name + moment;
    let text = this.#written.get(key);
    if (text === undefined) {
      text = this.#format(name, options).format(Date.parse(moment));
      this.#written.set(key, text);
    }
    return text;
  }

  #format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const format =
      this.#formatters.get(name) ??
      new Intl.DateTimeFormat(this.#locale, { calendar: 'gregory', timeZone: 'UTC', ...options });
    this.#formatters.set(name, format);
    return format;
  }
}
