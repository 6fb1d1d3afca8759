import * as z from 'zod/mini';
import { Slot } from './slot.js';
import { Id } from './text.js';
import { Instant } from './time/instant.js';

/** Proof that a hold is the visitor's own. */
export const HoldProof = z.object({ holdId: Id, holdToken: Id });
export type HoldProof = z.infer<typeof HoldProof>;

/** Asks for a slot to be kept while the visitor fills in the form. */
export const HoldRequest = z.object({
  service: Id,
  slotId: Id,
  /**
   * The visitor's earlier hold. It is let go once the new one stands; when it is on this very time
   * it is prolonged and returned again, so nobody is refused a time that they hold themselves.
   */
  replaces: z.optional(HoldProof),
});
export type HoldRequest = z.infer<typeof HoldRequest>;

/** A slot kept for one visitor until `expiresAt`. */
export const Hold = z.object({
  holdId: Id,
  holdToken: Id,
  expiresAt: Instant,
  /** Time left when the server answered; the countdown runs from this, not from the device's clock. */
  expiresInMs: z.number().check(z.minimum(0), z.maximum(86_400_000)),
  /** The slot as held, with the practitioner who was assigned if none was asked for. */
  slot: Slot,
});
export type Hold = z.infer<typeof Hold>;
