import type { Slot } from '../domain/slot.js';

/** A visitor picked a time. Nothing is held yet. */
export class SmpSlotSelectedEvent extends Event {
  static readonly type = 'smp-slot-selected';
  /** The time that was picked. */
  readonly slot: Slot;

  constructor(slot: Slot) {
    super(SmpSlotSelectedEvent.type, { bubbles: true, composed: true });
    this.slot = slot;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-slot-selected': SmpSlotSelectedEvent;
  }
}
