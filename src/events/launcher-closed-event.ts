/** A launcher's dialog is closed. What was in it stays as it was, for the next time. */
export class SmpLauncherClosedEvent extends Event {
  static readonly type = 'smp-launcher-closed';
  /** What was shown in it, such as `slot-booker`. */
  readonly opens: string;

  constructor(opens: string) {
    super(SmpLauncherClosedEvent.type, { bubbles: true, composed: true });
    this.opens = opens;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-launcher-closed': SmpLauncherClosedEvent;
  }
}
