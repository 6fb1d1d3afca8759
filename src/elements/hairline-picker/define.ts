// The clinic comes first, so that a picker inside one finds it when it wakes up.
import '../clinic/define.js';
import { SmpHairlinePicker } from './hairline-picker.js';

if (!customElements.get('smp-hairline-picker')) customElements.define('smp-hairline-picker', SmpHairlinePicker);
