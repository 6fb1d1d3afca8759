// The clinic comes first, so that what stands inside one finds it when it wakes up.
import '../clinic/define.js';
import { SmpAftercare } from './aftercare.js';

if (!customElements.get('smp-aftercare')) customElements.define('smp-aftercare', SmpAftercare);
