import { addDays, firstInstantFrom, instantsOf, wallTime } from 'smp-widgets/server';

/** A date and time on the clinic's clock. */
export interface WallMoment {
  /** `2026-12-01`. */
  readonly date: string;
  /** `09:30`. */
  readonly time: string;
}

/** When nobody is written to, on the clinic's clock. May go past midnight. */
export interface QuietHours {
  /** The first quiet minute, `20:00`. */
  readonly from: string;
  /** The first that is not, `08:00`. */
  readonly until: string;
}

export const QUIET_HOURS: QuietHours = { from: '20:00', until: '08:00' };

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const SPAN = new RegExp(`^(${TIME})-(${TIME})$`);

/** Reads `20:00-08:00`; `off` is none at all. @returns `undefined` when it is neither */
export function parseQuietHours(text: string): QuietHours | 'off' | undefined {
  if (text === 'off') return 'off';
  const [, from, until] = SPAN.exec(text.replaceAll(/\s/g, '')) ?? [];
  return from === undefined || until === undefined || from === until ? undefined : { from, until };
}

/** The moment itself or, when it is a quiet one, the first after it that is not. */
export function afterQuiet(moment: WallMoment, quiet: QuietHours | undefined): WallMoment {
  if (!quiet) return moment;
  const { from, until } = quiet;
  const { date, time } = moment;
  if (from < until) return time >= from && time < until ? { date, time: until } : moment;
  if (time >= from) return { date: addDays(date, 1), time: until };
  return time < until ? { date, time: until } : moment;
}

/** When a wall clock shows a moment; where it jumps past it, when it jumps; where it shows it twice, the first time. */
export function instantOf({ date, time }: WallMoment, zone: string): number {
  return firstInstantFrom(zone, date, time);
}

/**
 * When the quiet ends that there is at an instant.
 * @param now milliseconds since 1970, as is the answer
 * @returns `undefined` when it is not quiet
 */
export function quietUntil(now: number, zone: string, quiet: QuietHours | undefined): number | undefined {
  const { date, time } = wallTime(zone, now);
  const next = afterQuiet({ date, time: time.slice(0, 5) }, quiet);
  if (next.date === date && next.time === time.slice(0, 5)) return undefined;
  // Where the clock shows that time twice, the first may have been before now, and the quiet goes on.
  return instantsOf(zone, next.date, next.time).find((instant) => instant > now) ?? instantOf(next, zone);
}
