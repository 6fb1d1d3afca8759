import { visitor } from '../../controllers/visitor.js';
import { PAID, PAYMENT_CANCELLED } from '../../domain/course/deposit-link.js';

/** How somebody came back from the clinic's payment page, by the page's address. */
export interface Payment {
  /** As the address says: anybody may have written it. */
  readonly reference: string;
  readonly isPaid: boolean;
}

/** What the page's address says of a payment. Undefined: nobody has come back from one. */
export function paymentOf(): Payment | undefined {
  const paid = visitor.fragment(PAID);
  const reference = paid ?? visitor.fragment(PAYMENT_CANCELLED);
  return reference === undefined ? undefined : { reference, isPaid: paid !== undefined };
}

/** Takes it out of the page's address: whoever has gone on from there is not told again when the page is loaded again. */
export function forgetPayment(): void {
  if (paymentOf()) forgetFragment();
}

/** Takes what is behind the # out of the page's address. */
export function forgetFragment(): void {
  try {
    history.replaceState(history.state, '', location.pathname + location.search);
  } catch {
    // A page that was written into a frame may have no address of its own to change.
  }
}
