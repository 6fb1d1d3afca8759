import { ContextConsumer } from '@lit/context';
import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { clinicContext } from '../../context/clinic-context.js';
import { enquiryContext } from '../../context/enquiry-context.js';
import { hostStyles } from '../../styles/host.styles.js';
import { tokenStyles } from '../../styles/tokens.styles.js';
import type { Reminding } from './reminding.js';

/**
 * Estimates when to look at a treatment again, from the last session and three answers, and puts the dates into the
 * visitor's own calendar. The answers never leave the element. Works inside `<smp-clinic>`, whose `touchUps` it follows,
 * or alone and without any backend.
 *
 * @tag smp-touch-up-reminder
 * @slot - Shown until the reminder is ready, and where the code of it does not load.
 * @fires {SmpTouchUpBookingRequestedEvent} smp-touch-up-booking-requested - The visitor follows the link to book.
 * @fires {SmpErrorEvent} smp-error - An attribute or the clinic's settings hold a mistake; the rest is used.
 * @csspart page - All of it.
 * @csspart heading - The heading.
 * @csspart dates - The dates.
 * @csspart date - One date.
 * @csspart estimate - Says that it is an estimate.
 * @csspart input - The field for the last session.
 * @csspart option - One choice among several.
 * @csspart button - The button that makes a calendar file.
 * @csspart book - The link to book a touch-up.
 * @cssstate ready - The reminder can be used.
 */
export class SmpTouchUpReminder extends LitElement {
  static override styles = [tokenStyles, hostStyles];

  /** Day of the last session, `YYYY-MM-DD`. Default: the last one booked in the same `<smp-clinic>`; else it is asked for. */
  @property() date?: string;
  /** Where a touch-up can be booked. Without it no link is shown. */
  @property({ attribute: 'booking-href' }) bookingHref?: string;

  @state() private reminding: Reminding | undefined;

  readonly #internals = this.attachInternals();
  readonly #clinic = new ContextConsumer(this, {
    context: clinicContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });
  readonly #enquiry = new ContextConsumer(this, {
    context: enquiryContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override willUpdate(): void {
    this.reminding?.follow();
    this.#internals.states[this.reminding ? 'add' : 'delete']('ready');
  }

  protected override render() {
    return this.reminding?.render() ?? html`<slot></slot>`;
  }

  async #load(): Promise<void> {
    if (this.reminding) return;
    const { Reminding } = await import('./reminding.js');
    this.reminding ??= new Reminding(this, this.#clinic, this.#enquiry);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-touch-up-reminder': SmpTouchUpReminder;
  }
}
