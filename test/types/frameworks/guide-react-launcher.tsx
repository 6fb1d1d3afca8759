import 'smp-widgets/react'; // types
import 'smp-widgets/launcher/define';
import { useRef } from 'react';
import type { Booking, SmpLauncher } from 'smp-widgets';

interface OpenerProps {
  onOpen: (isOpen: boolean) => void;
  onBooked: (booking: Booking) => void;
}

export function Opener({ onOpen, onBooked }: OpenerProps) {
  const launcher = useRef<SmpLauncher>(null);
  return (
    <>
      <smp-launcher
        ref={launcher}
        opens="journey"
        steps="booking care"
        endpoint="/smp"
        phone="020 7946 0111"
        floating
        onsmp-launcher-opened={() => onOpen(true)}
        onsmp-launcher-closed={() => onOpen(false)}
        onsmp-booking-confirmed={(event) => onBooked(event.booking)}
      >
        Book online
      </smp-launcher>
      <button onClick={() => void launcher.current?.open({ element: 'consultation' })}>Not sure yet? Ask us</button>
    </>
  );
}
