import type { CourseBand, SessionRole } from './course-offer.js';
import type { SessionGap } from './session-gap.js';

/** One session of a template. */
export interface TemplateSession {
  readonly role: SessionRole;
  readonly hours: number;
}

/** What a course for a band usually is. A clinic changes what it likes. */
export interface CourseTemplate {
  /** In order. */
  readonly sessions: readonly TemplateSession[];
  readonly gapDays: SessionGap;
}

/** How many sessions a band takes, and the hours of the first, each in the middle, and the last. */
interface BandPlan {
  readonly fewest: number;
  readonly most: number;
  readonly hours: readonly [first: number, middle: number, last: number];
}

/** Estimates within the spread of what clinics tell: see `COURSE_SOURCES`. */
const BANDS: Readonly<Record<CourseBand, BandPlan>> = {
  early: { fewest: 2, most: 3, hours: [2, 2, 1.5] },
  moderate: { fewest: 3, most: 3, hours: [3, 2.5, 2] },
  advanced: { fewest: 3, most: 3, hours: [4, 3, 2] },
  full: { fewest: 3, most: 4, hours: [4, 3.5, 2.5] },
  scar: { fewest: 3, most: 4, hours: [3, 2.5, 2] },
};

const ROLES: Readonly<Record<number, readonly SessionRole[]>> = {
  2: ['foundation', 'detail'],
  3: ['foundation', 'density', 'detail'],
  4: ['foundation', 'density', 'detail', 'refine'],
};

/** Days between sessions: the skin heals for a week at least; after a month the clinic wants to be asked. */
const GAP_DAYS: SessionGap = { min: 7, default: 10, max: 30 };

/**
 * The usual course for a band, to build an offer from.
 * @param sessions how many; brought within what the band takes. Default: the fewest
 */
export function courseTemplate(band: CourseBand, sessions?: number): CourseTemplate {
  const { fewest, most, hours } = BANDS[band];
  const count = Math.min(most, Math.max(fewest, Math.round(sessions ?? fewest)));
  const [first, middle, last] = hours;
  return {
    sessions: (ROLES[count] ?? []).map((role, index) => ({
      role,
      hours: index === 0 ? first : index === count - 1 ? last : middle,
    })),
    gapDays: { ...GAP_DAYS },
  };
}
