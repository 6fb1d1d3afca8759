import type { PlainDate } from './instant.js';

// The schema stands apart: the first paint counts days and checks none.
export type { PlainDate };

export {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  isPlainDate,
  startOfMonth,
  startOfWeek,
  weekday,
} from './date-arithmetic.js';
