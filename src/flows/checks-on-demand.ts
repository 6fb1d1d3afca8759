import { SmpError } from '../domain/errors.js';
import type * as Checks from './booking-checks.js';

let loaded: typeof Checks | undefined;

/** The checks of a booking come in a file of their own. Without it the visitor is told to try again. */
export async function bookingChecks(failed: (error: SmpError) => void): Promise<typeof Checks | undefined> {
  try {
    return (loaded ??= await import('./booking-checks.js'));
  } catch (cause) {
    failed(new SmpError('network', 'The code of the widget did not load', { cause }));
    return undefined;
  }
}
