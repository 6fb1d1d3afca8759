/** Longest note, in characters. */
export const MAX_NOTE = 1000;
