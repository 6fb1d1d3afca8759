import type { HairlineDesign } from '../domain/design/hairline-design.js';

/** A visitor chose this design: it goes along with a booking or a consultation. */
export class SmpHairlineSelectedEvent extends Event {
  static readonly type = 'smp-hairline-selected';
  /** The design that was chosen. */
  readonly design: HairlineDesign;
  /** The same as a short text, for the picker's `value`. */
  readonly code: string;

  constructor(design: HairlineDesign, code: string) {
    super(SmpHairlineSelectedEvent.type, { bubbles: true, composed: true });
    this.design = design;
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-hairline-selected': SmpHairlineSelectedEvent;
  }
}
