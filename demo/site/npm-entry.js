import 'smp-widgets/clinic/define';
import 'smp-widgets/slot-booker/define';

const told = document.querySelector('[data-smp-told]');

function tell(text) {
  const line = document.createElement('li');
  line.textContent = text;
  told.append(line);
}

document.addEventListener('smp-step-changed', ({ step }) => {
  tell(`The visitor is at the step “${step}”.`);
});

document.addEventListener('smp-booking-confirmed', ({ booking }) => {
  tell(`Booked, with the reference ${booking.reference}.`);
});
