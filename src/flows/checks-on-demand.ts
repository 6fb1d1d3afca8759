import { SmpError } from '../domain/errors.js';
import type * as Checks from './booking-checks.js';

/** Code that comes in a file of its own. Without it the visitor is told to try again. */
export async function onDemand<Code>(
  load: () => Promise<Code>,
  failed: (error: SmpError) => void,
): Promise<Code | undefined> {
  try {
    return await load();
  } catch (cause) {
    failed(new SmpError('network', 'The code of the widget did not load', { cause }));
    return undefined;
  }
}

let loaded: typeof Checks | undefined;

/** What a booking is checked by. */
export const bookingChecks = (failed: (error: SmpError) => void): Promise<typeof Checks | undefined> =>
  onDemand(async () => (loaded ??= await import('./booking-checks.js')), failed);
