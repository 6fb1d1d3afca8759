/** When in the day a time is, as people plan by it: before noon, before five, or later. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** The part of the day of a wall-clock time, `HH:mm`. */
export function partOfDay(localTime: string): PartOfDay {
  if (localTime < '12:00') return 'morning';
  return localTime < '17:00' ? 'afternoon' : 'evening';
}
