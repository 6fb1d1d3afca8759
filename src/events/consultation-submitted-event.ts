/** A consultation has been sent, or goes along with the booking. Carries no answer, since pages pass events on. */
export class SmpConsultationSubmittedEvent extends Event {
  static readonly type = 'smp-consultation-submitted';
  /** The clinic's reference. Absent where the answers go along with a booking. */
  readonly reference: string | undefined;

  constructor(reference?: string) {
    super(SmpConsultationSubmittedEvent.type, { bubbles: true, composed: true });
    this.reference = reference;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-consultation-submitted': SmpConsultationSubmittedEvent;
  }
}
