import type { HairlineDesign } from '../domain/design/hairline-design.js';

/** A visitor changed the design, and let go. */
export class SmpHairlineChangedEvent extends Event {
  static readonly type = 'smp-hairline-changed';
  /** The design as it is now. */
  readonly design: HairlineDesign;
  /** The same as a short text, for the picker's `value`. */
  readonly code: string;

  constructor(design: HairlineDesign, code: string) {
    super(SmpHairlineChangedEvent.type, { bubbles: true, composed: true });
    this.design = design;
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-hairline-changed': SmpHairlineChangedEvent;
  }
}
