// The clinic comes first, so that a booker inside one finds it when it wakes up.
import '../clinic/define.js';
import { SmpSlotBooker } from './slot-booker.js';

if (!customElements.get('smp-slot-booker')) customElements.define('smp-slot-booker', SmpSlotBooker);
