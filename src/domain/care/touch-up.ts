import type { TouchUpChannel } from './touch-up-request.js';
import { addDays, addMonths, isPlainDate } from '../time/plain-date.js';
import type { PlainDate } from '../time/plain-date.js';

/** What a visitor says of what makes dots fade sooner or later. Each may be left open, and none is ever sent. */
export interface FadeAnswers {
  readonly skin?: 'dry' | 'normal' | 'oily' | undefined;
  readonly sun?: 'low' | 'medium' | 'high' | undefined;
  /** Was scar tissue treated? */
  readonly scar?: boolean | undefined;
}

/** When a clinic looks at its work again. Sources of the defaults are in `TOUCH_UP_SOURCES`. */
export interface TouchUpSettings {
  /** Weeks from the last session to the settling check. 1 to 24, default 6: dots have settled after four to eight weeks. */
  readonly checkWeeks: number;
  /** Months from the last session to the first review. 6 to 24, default 12, the soonest that sources name for a refresh. */
  readonly reviewMonths: number;
  /** Months from the last session to a refresh, before what the visitor says. 12 to 60, default 30. */
  readonly refreshMonths: number;
  /** By which ways the clinic reminds, where its backend can: `email`, `sms`. Default by email only; none: not at all. */
  readonly channels: readonly TouchUpChannel[];
}

/** Used where a clinic sets nothing else. */
export const DEFAULT_TOUCH_UPS: TouchUpSettings = {
  checkWeeks: 6,
  reviewMonths: 12,
  refreshMonths: 30,
  channels: ['email'],
};

/** Within which months an estimate stays: touch-ups are named from the first year to the sixth. */
export const REFRESH_LIMITS = { soonest: 12, latest: 60 } as const;

/** How many months sooner each of these makes a refresh. The step is ours; that it is sooner is what sources say. */
const SOONER = 6;
/** How many months later for dry skin that sees little sun. The step is ours. */
const LATER = 12;

/** The dates of a plan, all of them whole days at the clinic. */
export interface TouchUpDates {
  /** The settling check. */
  readonly check: PlainDate;
  /** The review. */
  readonly review: PlainDate;
  /** About when a refresh is worth thinking of. */
  readonly refresh: PlainDate;
}

/** What is expected, and never promised. */
export interface TouchUpEstimate extends TouchUpDates {
  /** Months from the last session to the refresh. */
  readonly refreshMonths: number;
}

/** Months from the last session to a refresh. */
export function refreshMonths(
  { skin, sun, scar }: FadeAnswers,
  usual: number = DEFAULT_TOUCH_UPS.refreshMonths,
): number {
  const sooner = [skin === 'oily', sun === 'high', scar === true].filter(Boolean).length * SOONER;
  const later = skin === 'dry' && sun === 'low' ? LATER : 0;
  return Math.min(REFRESH_LIMITS.latest, Math.max(REFRESH_LIMITS.soonest, usual - sooner + later));
}

/**
 * When to look at the dots again, as an estimate. A review never comes after the refresh.
 * @throws RangeError for a last session that is no date or too near to the end of the calendar
 */
export function touchUpEstimate(
  lastSession: PlainDate,
  answers: FadeAnswers = {},
  settings: Omit<TouchUpSettings, 'channels'> = DEFAULT_TOUCH_UPS,
): TouchUpEstimate {
  if (!isPlainDate(lastSession)) throw new RangeError('The last session is not a date');
  const months = refreshMonths(answers, settings.refreshMonths);
  return {
    check: addDays(lastSession, settings.checkWeeks * 7),
    review: addMonths(lastSession, Math.min(settings.reviewMonths, months)),
    refresh: addMonths(lastSession, months),
    refreshMonths: months,
  };
}
