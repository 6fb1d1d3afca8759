import * as z from 'zod/mini';

/** A whole number that a computer can tell from its neighbours. A check of our own weighs a tenth of zod's. */
export const WholeNumber = z.number().check(
  z.check<number>(({ value: input, issues }) => {
    if (!Number.isSafeInteger(input)) issues.push({ code: 'invalid_type', expected: 'int', input });
  }),
);
