// Checked by the compiler, never run: each marked line must be an error, or the check of types fails.
import '../../src/elements/clinic/clinic.js';
import '../../src/elements/slot-booker/slot-booker.js';
import '../../src/events/booking-confirmed-event.js';

const booker = document.createElement('smp-slot-booker');
booker.service = 'consultation';
// @ts-expect-error -- an id is text
booker.service = 7;
// @ts-expect-error -- a property that is not there
booker.services = 'consultation';
// @ts-expect-error -- what was booked can't be set
booker.value = 'SMP-7K3Q9F';

const clinic = document.createElement('smp-clinic');
// @ts-expect-error -- an adapter has methods
clinic.adapter = { name: 'empty' };

booker.addEventListener('smp-booking-confirmed', (event) => {
  document.title = event.booking.reference;
  // @ts-expect-error -- an event's fields stand on the event itself
  document.title = event.detail;
});
