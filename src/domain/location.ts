import * as z from 'zod/mini';
import { Id, LongText, ShortText } from './text.js';

/** A place where the clinic receives clients. */
export const Location = z.object({
  id: Id,
  name: ShortText,
  /** Postal address on one or more lines, shown with a booking and written to calendar files. */
  address: z.optional(LongText),
  phone: z.optional(ShortText),
});
export type Location = z.infer<typeof Location>;
