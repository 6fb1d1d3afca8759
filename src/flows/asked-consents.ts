import type { Clinic } from '../domain/clinic.js';
import type { ConsentRequest, GivenConsent } from '../domain/consultation/consent.js';
import type { Enquiry } from '../domain/enquiry.js';
import { lacksConsent } from './booking-request.js';
import type { AskedConsent, BookingState } from './booking-state.js';

/** What stands of a booking or a course, as far as its consents depend on it. */
interface ConsentingRecord {
  readonly state: Pick<BookingState, 'clinic' | 'consents' | 'details'> & { readonly step: string };
  readonly options: {
    readonly consents: (clinic: string) => readonly ConsentRequest[];
    readonly draft?: { read(): unknown } | undefined;
  };
  readonly preset: { readonly enquiry?: Enquiry | undefined };
  readonly given: GivenConsent | undefined;
  readonly fixed: boolean;
  detailsChecked: boolean;
  set(patch: { readonly consents?: AskedConsent[]; readonly step?: 'details' }): void;
  remember(): void;
}

/** What a clinic asks for; the consent to privacy that was given with a consultation stands, in the words of then. */
export function askedConsents({ options, preset, given }: ConsentingRecord, clinic: Clinic): AskedConsent[] {
  const before = preset.enquiry?.privacy ?? given;
  return (clinic.consents ?? options.consents(clinic.name)).map((one) =>
    one.purpose === 'privacy' ? { ...one, ...before } : one,
  );
}

/**
 * Takes the consents as they stand now; with what has been sent they stay as they were. Where one that is required has
 * been lost with the consultation that it was given in, the details have to be looked at again.
 * @returns whether none is missing
 */
export function renewConsents(record: ConsentingRecord): boolean {
  const { clinic } = record.state;
  if (!clinic || record.fixed) return true;
  record.set({ consents: askedConsents(record, clinic) });
  // What is kept over a reload must not outlast what was withdrawn.
  if (record.options.draft?.read()) record.remember();
  if (!lacksConsent(record.state)) return true;
  record.detailsChecked = false;
  // The visitor is elsewhere on the page, and keeps the focus there.
  if (record.state.step === 'check') record.set({ step: 'details' });
  return false;
}
