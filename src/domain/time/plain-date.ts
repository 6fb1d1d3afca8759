import * as z from 'zod/mini';

/** A calendar date as `YYYY-MM-DD`, without time or zone. Text order is date order. */
export const PlainDate = z.iso.date();
export type PlainDate = z.infer<typeof PlainDate>;
