/** A launcher shows its dialog. */
export class SmpLauncherOpenedEvent extends Event {
  static readonly type = 'smp-launcher-opened';
  /** What is shown in it, such as `slot-booker`. */
  readonly opens: string;

  constructor(opens: string) {
    super(SmpLauncherOpenedEvent.type, { bubbles: true, composed: true });
    this.opens = opens;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-launcher-opened': SmpLauncherOpenedEvent;
  }
}
