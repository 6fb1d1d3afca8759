import { createContext } from '@lit/context';
import type { ClinicConnectionState } from '../flows/clinic-connection.js';
import type { ClinicMessages } from '../locales/messages.js';

/** What `<smp-clinic>` gives to the elements inside it. */
export interface ClinicContext extends ClinicConnectionState {
  /** The clinic's own words, by message. */
  readonly messages: ClinicMessages;
  /** Shown where something goes wrong before the clinic's profile is there. */
  readonly phone?: string | undefined;
  /** Connects once more after a failure. */
  readonly retry: () => void;
}

/** The clinic's number: what its profile says, else what the element is given, else what the page has around it. */
export const phoneOf = (
  clinic: ClinicContext | undefined,
  host: { readonly phone?: string | undefined },
): string | undefined => clinic?.clinic?.phone ?? host.phone ?? clinic?.phone;

/** Two copies of this major version on one page understand each other; other versions do not. */
export const clinicContext = createContext<ClinicContext>(Symbol.for('smp-widgets/clinic@1'));
