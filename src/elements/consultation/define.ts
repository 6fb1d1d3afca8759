// The clinic comes first, so that a consultation inside one finds it when it wakes up.
import '../clinic/define.js';
import { SmpConsultation } from './consultation.js';

if (!customElements.get('smp-consultation')) customElements.define('smp-consultation', SmpConsultation);
