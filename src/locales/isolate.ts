/**
 * A name, an address or a number as a unit of its own in a sentence that runs the other way: without this, the words
 * around it would change the order of its parts.
 */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
