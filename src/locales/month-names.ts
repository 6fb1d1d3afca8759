/**
 * `January` to `December`, in the words of a language and region; then the same as they stand in a date, where some
 * languages inflect them, and their short forms.
 */
export function monthNames(locale: string): readonly string[] {
  const forms: readonly Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'long', day: 'numeric' },
    { month: 'short' },
  ];
  return forms.flatMap((form) => {
    const format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...form });
    return Array.from(
      { length: 12 },
      (_, month) => format.formatToParts(Date.UTC(2024, month)).find(({ type }) => type === 'month')?.value ?? '',
    );
  });
}
