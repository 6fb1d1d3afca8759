/** What became of the reminders of touch-ups. */
export type TouchUpsChange = 'requested' | 'updated' | 'stopped';

/** The backend has stored a wish to be reminded of touch-ups, other dates or channels for it, or its end. */
export class SmpTouchUpsChangedEvent extends Event {
  static readonly type = 'smp-touch-ups-changed';

  /** `requested`, `updated` or `stopped`. */
  readonly change: TouchUpsChange;

  constructor(change: TouchUpsChange) {
    super(SmpTouchUpsChangedEvent.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-touch-ups-changed': SmpTouchUpsChangedEvent;
  }
}
