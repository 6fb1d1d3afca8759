/** The clinic has deleted a consultation, as the visitor wished. */
export class SmpConsultationWithdrawnEvent extends Event {
  static readonly type = 'smp-consultation-withdrawn';

  constructor() {
    super(SmpConsultationWithdrawnEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-consultation-withdrawn': SmpConsultationWithdrawnEvent;
  }
}
