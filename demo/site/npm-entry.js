import 'smp-widgets/clinic/define';
import 'smp-widgets/slot-booker/define';

const told = document.querySelector('[data-smp-told]');

document.addEventListener('smp-step-changed', ({ step }) => {
  told.textContent = `The visitor is at the step “${step}”.`;
});

document.addEventListener('smp-booking-confirmed', ({ booking }) => {
  told.textContent = `Booked, with the reference ${booking.reference}.`;
});
