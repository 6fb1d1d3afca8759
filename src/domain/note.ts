/** Longest note of a booking, in UTF-16 units. */
export const MAX_NOTE = 1000;

/**
 * A note with what was said elsewhere under the visitor's own words, in place of what had been said there before. What is
 * said there no more, or the visitor has struck out, does not come back.
 */
export function noteWith(note: string, said = '', before = ''): string {
  return said === before ? note : `${note.replace(before, '').trim()}\n\n${said}`.trim();
}
