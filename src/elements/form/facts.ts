/** Facts on one line, `30 minutes · Video call`: without what is not there, and where it wraps, no dot begins a line. */
export const facts = (...all: readonly (string | number | false | undefined)[]): string =>
  all.filter(Boolean).join('\u00a0· ');
