/** @jsxImportSource preact */
// Checked by the compiler, never run: each marked line must be an error, or the check of types fails.
import type { SmpErrorEvent } from 'smp-widgets';
import { memoryAdapter } from 'smp-widgets/adapters/memory';
import 'smp-widgets/preact';

export const right = (
  <smp-clinic
    adapter={memoryAdapter()}
    class="desk"
    style={{ '--smp-accent': '#7a3b2e' }}
    onsmp-booking-confirmed={({ booking }) => console.log(booking.reference)}
  >
    <smp-slot-booker
      ref={(booker) => console.log(booker?.value)}
      service="consultation"
      contactName="Ada Example"
      contact-email="ada@example.com"
      required
      onsmp-error={({ error }) => console.log(error.code)}
    >
      <p>Call us.</p>
    </smp-slot-booker>
    <smp-journey steps="booking care" onsmp-booking-confirmed={({ booking }) => console.log(booking.reference)} />
    <smp-launcher service="consultation" onsmp-booking-confirmed={({ booking }) => console.log(booking.reference)} />
  </smp-clinic>
);

export const wrong = [
  // @ts-expect-error -- an id is text
  <smp-slot-booker service={7} />,
  // @ts-expect-error -- an attribute that is not there
  <smp-slot-booker services="consultation" />,
  // @ts-expect-error -- what was booked can't be set
  <smp-slot-booker booking={undefined} />,
  // @ts-expect-error -- an adapter has methods
  <smp-clinic adapter={{ name: 'empty' }} />,
  // @ts-expect-error -- another event
  <smp-slot-booker onsmp-booking-confirmed={(event: SmpErrorEvent) => console.log(event)} />,
  // @ts-expect-error -- an attribute of nothing that a launcher opens
  <smp-launcher services="consultation" />,
  // @ts-expect-error -- an element that is not there
  <smp-slot-bookers />,
];
