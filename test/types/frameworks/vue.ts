// Checked by the compiler, never run: each marked line must be an error, or the check of types fails.
import { memoryAdapter } from 'smp-widgets/adapters/memory';
import 'smp-widgets/vue';
import type { GlobalComponents } from 'vue';

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

export const booker: Props<'smp-slot-booker'> = {
  service: 'consultation',
  'contact-name': 'Ada Example',
  required: true,
  class: 'desk',
  onSmpBookingConfirmed: ({ booking }) => console.log(booking.reference),
};
export const journeyLauncher: Props<'smp-launcher'> = {
  opens: 'journey',
  steps: 'booking care',
  'contact-name': 'Ada',
};
// @ts-expect-error -- no element takes this
export const lost: Props<'smp-launcher'> = { step: 'booking' };
export const clinic: Props<'smp-clinic'> = {
  adapter: memoryAdapter(),
  onSmpBookingConfirmed: ({ booking }) => console.log(booking.reference),
};
export const journey: Props<'smp-journey'> = {
  steps: 'booking care',
  onSmpBookingConfirmed: ({ booking }) => console.log(booking.reference),
};
export const launcher: Props<'smp-launcher'> = {
  opens: 'slot-booker',
  service: 'consultation',
  onSmpBookingConfirmed: ({ booking }) => console.log(booking.reference),
};

export const wrong: Props<'smp-slot-booker'>[] = [
  // @ts-expect-error -- an id is text
  { service: 7 },
  // @ts-expect-error -- a property that is not there
  { services: 'consultation' },
  // @ts-expect-error -- what was booked can't be set
  { booking: undefined },
  // @ts-expect-error -- a booker shapes no hairline
  { onSmpHairlineChanged: () => undefined },
];
// @ts-expect-error -- an element that is not there
export const none: Props<'smp-slot-bookers'> = {};
// @ts-expect-error -- an attribute of nothing that a launcher opens
export const wrongLauncher: Props<'smp-launcher'> = { services: 'consultation' };
