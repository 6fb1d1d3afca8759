import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SchedulingAdapter } from '../../adapters/adapter.js';
import { clinicContext } from '../../context/clinic-context.js';
import type { ClinicContext } from '../../context/clinic-context.js';
import { enquiryContext } from '../../context/enquiry-context.js';
import { connectionOf } from '../../controllers/clinic-controller.js';
import type { Enquiry } from '../../domain/enquiry.js';
import type { ClinicConnectionState } from '../../flows/clinic-connection.js';
import type { ClinicMessages } from '../../locales/messages.js';
import { clinicStyles } from './clinic.styles.js';

/**
 * Connects the widgets inside it to one clinic's backend, and carries what a visitor has said from one to the next.
 *
 * @tag smp-clinic
 * @slot - The widgets, among any other content of the page.
 * @slot fallback - Shown until the clinic's backend has answered, and again after a fatal error: a phone number, say.
 * @fires {SmpErrorEvent} smp-error - The backend can't be reached or is not set up rightly.
 */
export class SmpClinic extends LitElement {
  static override styles = clinicStyles;

  /** Base address of a backend that speaks the wire protocol, such as `/smp`. */
  @property() endpoint?: string;
  /** Shows a fictional clinic that lives in the page's memory; nothing is stored. */
  @property({ type: Boolean }) demo = false;
  /** The clinic's phone number, shown where something goes wrong before its profile is there. */
  @property() phone?: string;
  /** An adapter of the page's own, in place of `endpoint`. */
  @property({ attribute: false }) adapter?: SchedulingAdapter;
  /** The clinic's own words, by message; the others stay as they are. */
  @property({ attribute: false }) messages: ClinicMessages = {};

  @state() private connection: ClinicConnectionState = { status: 'connecting' };

  readonly #connection = connectionOf(this, (connection) => {
    this.connection = connection;
  });
  // With a value from the start, so that an element inside does not take itself for one without a clinic.
  readonly #clinic = new ContextProvider(this, { context: clinicContext, initialValue: this.#value() });
  readonly #enquiry = new ContextProvider(this, { context: enquiryContext });

  constructor() {
    super();
    this.#provideEnquiry({});
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { endpoint, adapter, demo } = this;
    if (!this.hasUpdated || changed.has('endpoint') || changed.has('adapter') || changed.has('demo')) {
      void this.#connection.connect({ endpoint, adapter, demo });
    }
    this.#clinic.setValue(this.#value());
  }

  protected override render() {
    const ready = this.connection.status === 'ready';
    return html`<slot></slot>${ready ? nothing : html`<slot name="fallback"></slot>`}`;
  }

  #value(): ClinicContext {
    const { connection, messages, phone } = this;
    return { ...connection, messages, phone, retry: () => void this.#connection.retry() };
  }

  #provideEnquiry(enquiry: Enquiry): void {
    this.#enquiry.setValue({ enquiry, update: (part) => this.#provideEnquiry({ ...enquiry, ...part }) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-clinic': SmpClinic;
  }
}
