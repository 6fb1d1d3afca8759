/** A visitor asked to be told when a time becomes free. */
export class SmpWaitlistJoinedEvent extends Event {
  static readonly type = 'smp-waitlist-joined';

  constructor() {
    super(SmpWaitlistJoinedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-waitlist-joined': SmpWaitlistJoinedEvent;
  }
}
