// The clinic comes first, so that a manager inside one finds it when it wakes up.
import '../clinic/define.js';
import { SmpBookingManager } from './booking-manager.js';

if (!customElements.get('smp-booking-manager')) customElements.define('smp-booking-manager', SmpBookingManager);
