// Checked by the compiler, never run: each marked line must be an error, or the check of types fails.
import { memoryAdapter } from 'smp-widgets/adapters/memory';
import 'smp-widgets/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

export const booker: SvelteHTMLElements['smp-slot-booker'] = {
  service: 'consultation',
  'contact-name': 'Ada Example',
  required: true,
  class: 'desk',
  'onsmp-booking-confirmed': ({ booking }) => console.log(booking.reference),
};
export const journeyLauncher: SvelteHTMLElements['smp-launcher'] = {
  opens: 'journey',
  steps: 'booking',
  booking: 'course',
};
// @ts-expect-error -- what is handed on is no less text
export const wrongly: SvelteHTMLElements['smp-launcher'] = { steps: 2 };
export const clinic: SvelteHTMLElements['smp-clinic'] = {
  adapter: memoryAdapter(),
  'onsmp-booking-confirmed': ({ booking }) => console.log(booking.reference),
};
export const journey: SvelteHTMLElements['smp-journey'] = {
  steps: 'booking care',
  'onsmp-booking-confirmed': ({ booking }) => console.log(booking.reference),
};
export const launcher: SvelteHTMLElements['smp-launcher'] = {
  opens: 'slot-booker',
  service: 'consultation',
  'onsmp-booking-confirmed': ({ booking }) => console.log(booking.reference),
};

export const wrong: SvelteHTMLElements['smp-slot-booker'][] = [
  // @ts-expect-error -- an id is text
  { service: 7 },
  // @ts-expect-error -- a property that is not there
  { services: 'consultation' },
  // @ts-expect-error -- what was booked can't be set
  { booking: undefined },
  // @ts-expect-error -- a booker shapes no hairline
  { 'onsmp-hairline-changed': () => undefined },
];
// @ts-expect-error -- an attribute of nothing that a launcher opens
export const wrongLauncher: SvelteHTMLElements['smp-launcher'] = { services: 'consultation' };
