/** @jsxImportSource solid-js */
// Checked by the compiler, never run: each marked line must be an error, or the check of types fails.
import type { SmpErrorEvent } from 'smp-widgets';
import { memoryAdapter } from 'smp-widgets/adapters/memory';
import 'smp-widgets/solid';

export const right = (
  <smp-clinic
    adapter={memoryAdapter()}
    prop:messages={{ continue: 'Go on' }}
    class="desk"
    style={{ '--smp-accent': '#7a3b2e' }}
    on:smp-booking-confirmed={({ booking }) => console.log(booking.reference)}
  >
    <smp-launcher
      opens="slot-booker"
      service="consultation"
      contact-name="Ada"
      on:smp-launcher-opened={() => undefined}
    />
    <smp-slot-booker
      ref={(booker) => console.log(booker.value)}
      service="consultation"
      prop:contactName="Ada Example"
      contact-email="ada@example.com"
      required
      on:smp-error={({ error }) => console.log(error.code)}
    >
      <p>Call us.</p>
    </smp-slot-booker>
    <smp-journey steps="booking care" on:smp-booking-confirmed={({ booking }) => console.log(booking.reference)} />
    <smp-launcher service="consultation" on:smp-booking-confirmed={({ booking }) => console.log(booking.reference)} />
  </smp-clinic>
);

export const wrong = [
  // @ts-expect-error -- an id is text
  <smp-slot-booker service={7} />,
  // @ts-expect-error -- an attribute that is not there
  <smp-slot-booker services="consultation" />,
  // @ts-expect-error -- an adapter has methods
  <smp-clinic prop:adapter={{ name: 'empty' }} />,
  // @ts-expect-error -- another event
  <smp-slot-booker on:smp-booking-confirmed={(event: SmpErrorEvent) => console.log(event)} />,
  // @ts-expect-error -- an attribute of nothing that a launcher opens
  <smp-launcher services="consultation" />,
  // @ts-expect-error -- an element that is not there
  <smp-slot-bookers />,
];
