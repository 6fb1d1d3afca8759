import * as z from 'zod/mini';
import { Id, LongText, ShortText } from './text.js';
import { WholeNumber } from './whole-number.js';

/** What a service is for. `touch-up` refreshes an earlier treatment. */
export const ServiceKind = z.enum(['consultation', 'treatment', 'touch-up', 'other']);
export type ServiceKind = z.infer<typeof ServiceKind>;

/** How clinic and client meet. */
export const ServiceMode = z.enum(['in-person', 'video', 'phone']);
export type ServiceMode = z.infer<typeof ServiceMode>;

/** A price in major units (`45.5` is £45.50) of an ISO 4217 currency. Shown only when the clinic sets it. */
export const Price = z.object({
  amount: z.number().check(z.minimum(0), z.maximum(1_000_000)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
export type Price = z.infer<typeof Price>;

/** Something a client can book. */
export const Service = z.object({
  id: Id,
  name: ShortText,
  kind: z.catch(ServiceKind, 'other'),
  mode: z.catch(ServiceMode, 'in-person'),
  durationMinutes: WholeNumber.check(z.minimum(5), z.maximum(1440)),
  description: z.optional(LongText),
  price: z.optional(Price),
  /** `request`: the clinic approves each booking, so the visitor is told “requested”, not “booked”. */
  confirmation: z.optional(z.catch(z.enum(['instant', 'request']), 'instant')),
  /** Locations where it is offered; all when absent. Ignored unless `mode` is `in-person`. */
  locations: z.optional(z.array(Id).check(z.maxLength(100))),
});
export type Service = z.infer<typeof Service>;
