/** @jsxImportSource react */
// Checked by the compiler, never run: each marked line must be an error, or the check of types fails.
import { memoryAdapter } from 'smp-widgets/adapters/memory';
import 'smp-widgets/react';
import { useRef } from 'react';
import type { HairlineDesign, SmpErrorEvent, SmpSlotBooker } from 'smp-widgets';

const adapter = memoryAdapter();
declare const design: HairlineDesign;

export function Right() {
  const booker = useRef<SmpSlotBooker>(null);
  return (
    <smp-clinic
      adapter={adapter}
      messages={{ continue: 'Go on' }}
      class="desk"
      style={{ '--smp-accent': '#7a3b2e' }}
      onsmp-booking-confirmed={({ booking }) => console.log(booking.reference)}
    >
      <smp-slot-booker
        ref={booker}
        id="booker"
        service="consultation"
        contactName="Ada Example"
        contact-email="ada@example.com"
        required
        onsmp-slot-selected={({ slot }) => console.log(slot?.localTime)}
        onsmp-error={({ error }) => console.log(error.code)}
      >
        <p>Call us.</p>
      </smp-slot-booker>
      <smp-hairline-picker
        design={design}
        mid-height="75"
        midHeight={75}
        readonly
        onsmp-hairline-changed={(event) => console.log(event.design.shape)}
      />
      <smp-journey
        steps="booking care"
        onsmp-step-changed={({ step }) => console.log(step)}
        onsmp-course-confirmed={({ sessions }) => console.log(sessions[0]?.reference)}
      />
      <smp-launcher
        opens="slot-booker"
        service="consultation"
        contact-name="Ada Example"
        course="two"
        mid-height={75}
        onsmp-launcher-opened={() => undefined}
        onsmp-booking-confirmed={({ booking }) => console.log(booking.reference)}
      />
    </smp-clinic>
  );
}

export function Wrong() {
  return (
    <>
      {/* @ts-expect-error -- an id is text */}
      <smp-slot-booker service={7} />
      {/* @ts-expect-error -- an attribute that is not there */}
      <smp-slot-booker services="consultation" />
      {/* @ts-expect-error -- what was booked can't be set */}
      <smp-slot-booker booking={undefined} />
      {/* @ts-expect-error -- an adapter has methods */}
      <smp-clinic adapter={{ name: 'empty' }} />
      {/* @ts-expect-error -- what is handed on is no less text */}
      <smp-launcher service={7} />
      {/* @ts-expect-error -- no element takes this */}
      <smp-launcher services="consultation" />
      {/* @ts-expect-error -- what is handed on is spelt as an attribute */}
      <smp-launcher contactName="Ada" />
      {/* @ts-expect-error -- another event */}
      <smp-slot-booker onsmp-booking-confirmed={(event: SmpErrorEvent) => console.log(event)} />
      {/* @ts-expect-error -- an event's fields stand on the event itself */}
      <smp-slot-booker onsmp-booking-confirmed={(event) => console.log(event.detail)} />
      {/* @ts-expect-error -- an element that is not there */}
      <smp-slot-bookers />
      {/* @ts-expect-error -- an attribute of nothing that a launcher opens */}
      <smp-launcher services="consultation" />
      {/* @ts-expect-error -- another event, of an element inside it */}
      <smp-journey onsmp-booking-confirmed={(event: SmpErrorEvent) => console.log(event)} />
      {/* @ts-expect-error -- another event, of what it opens */}
      <smp-launcher onsmp-booking-confirmed={(event: SmpErrorEvent) => console.log(event)} />
      {/* @ts-expect-error -- a token that is not there */}
      <smp-clinic style={{ '--smp-acent': 'red' }} />
    </>
  );
}
