// The clinic comes first, so that a journey inside one finds it when it wakes up.
import '../clinic/define.js';
import { SmpJourney } from './journey.js';

if (!customElements.get('smp-journey')) customElements.define('smp-journey', SmpJourney);
