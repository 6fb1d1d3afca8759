// The clinic comes first, so that what stands inside one finds it when it wakes up.
import '../clinic/define.js';
import { SmpPreparation } from './preparation.js';

if (!customElements.get('smp-preparation')) customElements.define('smp-preparation', SmpPreparation);
