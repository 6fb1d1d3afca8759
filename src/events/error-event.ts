import type { SmpError } from '../domain/errors.js';

/** An element can't do its work. It shows the visitor a message and the fallback content. */
export class SmpErrorEvent extends Event {
  static readonly type = 'smp-error';
  /** What went wrong, by its `code`. */
  readonly error: SmpError;

  constructor(error: SmpError) {
    super(SmpErrorEvent.type, { bubbles: true, composed: true });
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-error': SmpErrorEvent;
  }
}
