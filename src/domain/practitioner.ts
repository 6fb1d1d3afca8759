import * as z from 'zod/mini';
import { Id, ShortText } from './text.js';

/** A person who carries out consultations or treatments. */
export const Practitioner = z.object({
  id: Id,
  name: ShortText,
  /** One line under the name, for example “Senior practitioner”. */
  role: z.optional(ShortText),
  /** Services this person offers; all of the clinic's when absent. */
  services: z.optional(z.array(Id).check(z.maxLength(200))),
  /** Locations this person works at; all of the clinic's when absent. */
  locations: z.optional(z.array(Id).check(z.maxLength(100))),
});
export type Practitioner = z.infer<typeof Practitioner>;
