// The clinic comes first, so that a reminder inside one finds it when it wakes up.
import '../clinic/define.js';
import { SmpTouchUpReminder } from './touch-up-reminder.js';

if (!customElements.get('smp-touch-up-reminder')) customElements.define('smp-touch-up-reminder', SmpTouchUpReminder);
