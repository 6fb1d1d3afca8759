import { SmpClinic } from './clinic.js';

// The first copy on a page wins: scripts are embedded twice more often than one would think.
if (!customElements.get('smp-clinic')) customElements.define('smp-clinic', SmpClinic);
