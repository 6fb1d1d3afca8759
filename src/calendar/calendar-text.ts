/**
 * Text for one line of a calendar entry: every form of line break becomes `newline`, a tab a space, and what no text
 * should hold (other control characters, halves of surrogate pairs) is left out.
 */
export function calendarText(text: string, newline: string): string {
  return text
    .replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, newline)
    .replaceAll('\t', ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '');
}

/** An instant as calendars write it, in UTC: `20261201T200000Z`. @throws RangeError when it is no instant */
export function calendarInstant(instant: string): string {
  return new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '') + 'Z';
}

/** A date as calendars write it: `20261201`. */
export function calendarDate(date: string): string {
  return date.replaceAll('-', '');
}
