import type { ContextProvider } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { enquiryContext } from '../context/enquiry-context.js';
import type { Enquiry } from '../domain/enquiry.js';

/**
 * Provides an enquiry that begins here. What is added is laid over what has been said by then, however late it comes; what
 * belongs to an enquiry before this one is dropped.
 *
 * @param said called whenever something has been added
 */
export function openEnquiry(
  provider: ContextProvider<typeof enquiryContext, ReactiveElement>,
  enquiry: Enquiry,
  said?: () => void,
): void {
  const update = (part: Partial<Enquiry>): void => {
    const { value } = provider;
    if (value.update !== update) return;
    provider.setValue({ enquiry: { ...value.enquiry, ...part }, update });
    said?.();
  };
  provider.setValue({ enquiry, update });
  said?.();
}

/** What goes on to another clinic: who it is, and what they would like. Health, consents and proofs stay where they were given. */
export const forAnotherClinic = ({ contact, design }: Enquiry): Enquiry => ({ contact, design });
