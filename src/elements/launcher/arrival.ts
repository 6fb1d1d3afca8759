import { forgetFragment, forgetPayment, paymentOf } from '../deposit/payment.js';
import type { SmpLauncher } from './launcher.js';

/** Elements that tell of a payment. */
const TELLING = 'smp-journey, smp-slot-booker[course], smp-booking-manager';
/** What leads to one of them. */
const LEADING = '[data-smp-open=journey], [data-smp-open][data-smp-course]';

/** Does a launcher, by itself, lead to an element that tells of a payment? */
const leads = ({ opens, attributes }: SmpLauncher): boolean =>
  opens === 'journey' || (opens === 'slot-booker' && attributes.getNamedItem('course') !== null);

/** Does somebody press for the launcher, or, without a trigger, does the address mean it? */
type Answers = (trigger?: HTMLElement) => boolean;

/**
 * Opens a launcher for whoever comes to the page by an address that asks for it, or back from the clinic's payment page.
 * Of several launchers, one opens.
 * @param wanted what the address asks for; undefined: nothing
 */
export async function arrive(launcher: SmpLauncher, wanted: string | undefined, answers: Answers): Promise<void> {
  if (document.readyState === 'loading') {
    await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
  }
  if (wanted === undefined) return welcomePayer(launcher, answers);
  if (!answers()) return;
  // Done once: it does not open again when the page draws it anew, or is loaded again.
  forgetFragment();
  await launcher.open(wanted && wanted !== launcher.opens ? { element: wanted } : {});
}

/** Opens a launcher for a payer, unless something else on the page tells them, or another launcher does. */
async function welcomePayer(launcher: SmpLauncher, answers: Answers): Promise<void> {
  if (!paymentOf() || [...document.querySelectorAll(TELLING)].some((one) => !one.closest(launcher.localName))) return;
  const first = [...document.querySelectorAll<SmpLauncher>(launcher.localName)].find(leads);
  const trigger = first ? undefined : document.querySelector<HTMLElement>(LEADING);
  if (first ? first !== launcher : !trigger || !answers(trigger)) return;
  await launcher.open({}, trigger ?? undefined);
  const forget = () => {
    forgetPayment();
    // Closing may go back to an entry of the history that still has it.
    addEventListener('hashchange', forgetPayment, { once: true });
  };
  launcher.addEventListener('smp-launcher-closed', forget, { once: true });
}
