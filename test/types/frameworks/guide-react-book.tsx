import 'smp-widgets/react'; // types
import 'smp-widgets/clinic/define';
import 'smp-widgets/slot-booker/define';
import type { Booking } from 'smp-widgets';

interface BookProps {
  service?: string;
  onBooked: (booking: Booking) => void;
}

export function Book({ service, onBooked }: BookProps) {
  return (
    <smp-clinic endpoint="/smp">
      <smp-slot-booker service={service} onsmp-booking-confirmed={(event) => onBooked(event.booking)}>
        <p>
          To book, call us on <a href="tel:+442079460111">020 7946 0111</a>.
        </p>
      </smp-slot-booker>
    </smp-clinic>
  );
}
