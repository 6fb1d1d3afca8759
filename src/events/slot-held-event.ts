import type { Hold } from '../domain/hold.js';

/** A time is kept for this visitor until the hold runs out. */
export class SmpSlotHeldEvent extends Event {
  static readonly type = 'smp-slot-held';
  /** The hold, with the time as held. */
  readonly hold: Hold;

  constructor(hold: Hold) {
    super(SmpSlotHeldEvent.type, { bubbles: true, composed: true });
    this.hold = hold;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-slot-held': SmpSlotHeldEvent;
  }
}
