/** `January` to `December`, in the words of a language and region. */
export function monthNames(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', month: 'long' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month)));
}
