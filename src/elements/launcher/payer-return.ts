import { forgetPayment } from '../deposit/payment.js';
import type { SmpLauncher } from './launcher.js';

/** Elements that tell of a payment. */
const TELLING = 'smp-journey, smp-slot-booker[course], smp-booking-manager';
/** What leads to one of them. */
const LEADING = '[data-smp-open=journey], [data-smp-open][data-smp-course]';

/** Does a launcher, by itself, lead to an element that tells of a payment? */
const leads = ({ opens, attributes }: SmpLauncher): boolean =>
  opens === 'journey' || (opens === 'slot-booker' && attributes.getNamedItem('course') !== null);

/**
 * Opens a launcher for whoever comes back from the clinic's payment page, unless something else on the page tells them, or
 * another launcher does.
 * @param answers whether the launcher is the one for a trigger
 */
export async function welcomePayer(launcher: SmpLauncher, answers: (trigger: HTMLElement) => boolean): Promise<void> {
  if (document.readyState === 'loading') {
    await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
  }
  if ([...document.querySelectorAll(TELLING)].some((one) => !one.closest(launcher.localName))) return;
  const first = [...document.querySelectorAll<SmpLauncher>(launcher.localName)].find(leads);
  const trigger = first ? undefined : document.querySelector<HTMLElement>(LEADING);
  if (first ? first !== launcher : !trigger || !answers(trigger)) return;
  await launcher.open({}, trigger ?? undefined);
  launcher.addEventListener('smp-launcher-closed', forgetPayment, { once: true });
}
