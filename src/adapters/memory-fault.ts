import { SmpError } from '../domain/errors.js';

/** One call of a {@link memoryAdapter}, as its faults see it. */
export interface MemoryCall {
  readonly method: MemoryMethod;
  /** Which call of this method and operation it is, from 1. */
  readonly attempt: number;
  /** Absent for reads. */
  readonly operationId?: string;
}

/** The methods that a fault may strike. */
export type MemoryMethod =
  | 'getClinic'
  | 'listSlots'
  | 'createBooking'
  | 'holdSlot'
  | 'extendHold'
  | 'releaseHold'
  | 'joinWaitlist'
  | 'submitConsultation'
  | 'eraseConsultation'
  | 'uploadPhoto'
  | 'deletePhoto'
  | 'bookCourse'
  | 'getBooking'
  | 'reschedule'
  | 'cancel'
  | 'signUpForTouchUps'
  | 'getTouchUps'
  | 'updateTouchUps'
  | 'stopTouchUps';

/**
 * What goes wrong with one call.
 * - `refuse`: fails with `error` and does nothing.
 * - `throw`: throws `error` at once instead of answering with a promise, and does nothing.
 * - `lose`: does what was asked, then the answer is lost: fails with `error`, `network` if there is none.
 * - `hang`: never answers, not even when aborted; does what was asked only with `effect`.
 * - `duplicate`: the request arrives twice; the second answer is given.
 * - `garble`: does what was asked, then answers what `answer` makes of the true answer.
 */
export type Fault =
  | { readonly kind: 'refuse'; readonly error: unknown }
  | { readonly kind: 'throw'; readonly error: unknown }
  | { readonly kind: 'lose'; readonly error?: unknown }
  | { readonly kind: 'hang'; readonly effect?: boolean }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'garble'; readonly answer: (answer: unknown) => unknown };

/** Carries out one call with its fault. `act` does what was asked, each time that it is called. */
export function suffer<T>(fault: Fault, act: () => T): T | Promise<T> {
  switch (fault.kind) {
    case 'refuse':
    case 'throw':
      throw fault.error;
    case 'lose':
      attempt(act);
      throw 'error' in fault ? fault.error : new SmpError('network', 'The answer was lost');
    case 'hang':
      if (fault.effect) attempt(act);
      return new Promise<never>(() => undefined);
    case 'duplicate':
      attempt(act);
      return act();
    case 'garble':
      // The caller was promised a `T`; getting something else is the fault.
      return fault.answer(act()) as T;
  }
}

/** A refusal is lost with the answer that would have told it. */
function attempt(act: () => unknown): void {
  try {
    act();
  } catch {
    // Nobody hears of it.
  }
}
