import { SmpLauncher } from './launcher.js';

if (!customElements.get('smp-launcher')) customElements.define('smp-launcher', SmpLauncher);
