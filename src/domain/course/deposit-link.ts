import { safeUrl } from '../web-address.js';

/** What a page's address says after `#` when the clinic's payment page sends somebody back to it. */
export const PAID = 'smp-paid';
export const PAYMENT_CANCELLED = 'smp-payment-cancelled';

/**
 * The clinic's payment page for a booking: its address with the parameters `reference`, `return_url` and `cancel_url`
 * after those it has. Undefined where it isn't `https:`.
 * @param page address of the page to come back to; what it says after `#` may be a secret and is left out
 */
export function depositLink(url: string, reference: string, page: string): string | undefined {
  const safe = safeUrl(url);
  if (!safe?.startsWith('https:')) return undefined;
  const back = (name: string): string => {
    const address = new URL(page);
    address.username = '';
    address.password = '';
    address.hash = new URLSearchParams({ [name]: reference }).toString();
    return address.href;
  };
  const link = new URL(safe);
  link.searchParams.append('reference', reference);
  // Nobody can be sent back to what a page has written into a frame.
  if (/^https?:/.test(page)) {
    link.searchParams.append('return_url', back(PAID));
    link.searchParams.append('cancel_url', back(PAYMENT_CANCELLED));
  }
  return link.href;
}
