import { createContext } from '@lit/context';
import type { Enquiry } from '../domain/enquiry.js';

/** What this visitor has said so far, and how an element adds its own part. */
export interface EnquiryContext {
  readonly enquiry: Enquiry;
  readonly update: (part: Partial<Enquiry>) => void;
}

/** See `clinicContext` for the key. */
export const enquiryContext = createContext<EnquiryContext>(Symbol.for('smp-widgets/enquiry@1'));
