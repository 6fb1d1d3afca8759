import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SchedulingAdapter } from '../../adapters/adapter.js';
import { clinicContext } from '../../context/clinic-context.js';
import type { ClinicContext } from '../../context/clinic-context.js';
import { enquiryContext } from '../../context/enquiry-context.js';
import { connectionOf } from '../../controllers/clinic-controller.js';
import { lateCode } from '../../controllers/late-code.js';
import { forAnotherClinic, openEnquiry } from '../../controllers/open-enquiry.js';
import { complain } from '../../controllers/report.js';
import { visitor } from '../../controllers/visitor.js';
import type { ClinicConnectionState } from '../../flows/clinic-connection.js';
import type { ClinicMessages } from '../../locales/messages.js';
import { clinicStyles } from './clinic.styles.js';
import { writtenWords } from './written-words.js';

/**
 * Connects the widgets inside it to one clinic's backend, and carries what a visitor has said from one to the next.
 *
 * @tag smp-clinic
 * @slot - The widgets, among any other content of the page; and the clinic's own words as JSON, in
 *   `<script type="application/json" data-smp-messages>`, with `lang` for those of one language.
 * @slot fallback - Shown until the clinic's backend has answered, and again after a fatal error: a phone number, say.
 * @fires {SmpErrorEvent} smp-error - The backend can't be reached or is not set up rightly, or the clinic's words are no JSON.
 */
export class SmpClinic extends LitElement {
  static override styles = clinicStyles;

  /** Base address of a backend that speaks the wire protocol, such as `/smp`. */
  @property() endpoint?: string;
  /** Shows a fictional clinic that lives in the page's memory; nothing is stored. */
  @property({ type: Boolean }) demo = false;
  /** The clinic's phone number, shown where something goes wrong before its profile is there. */
  @property() phone?: string;
  /** `datalayer` tells the page's tag manager how far visitors come, never what they say. Default: nothing is told. */
  @property() analytics?: string;
  /**
   * What the visitor has decided about that: `granted` or `denied`. Default: what `data-smp-consent` on `<html>` says, and
   * nothing is told before it says `granted`.
   */
  @property({ attribute: 'analytics-consent' }) analyticsConsent?: string;
  /** What a lead is worth to the clinic, in major units of `analytics-currency`. Told only with that. */
  @property({ attribute: 'analytics-value', type: Number }) analyticsValue?: number;
  /** ISO 4217 code of that value, such as `GBP`. */
  @property({ attribute: 'analytics-currency' }) analyticsCurrency?: string;
  /** An adapter of the page's own, in place of `endpoint`. */
  @property({ attribute: false }) adapter?: SchedulingAdapter;
  /** The clinic's own words, by message, over those that the page writes as JSON; the others stay as they are. */
  @property({ attribute: false }) messages: ClinicMessages = {};

  @state() private connection: ClinicConnectionState = { status: 'connecting' };
  @state() private written: ClinicMessages = {};
  #words: ClinicMessages = {};
  #merged: ClinicMessages | undefined;
  #source = '';
  #clinicId: string | undefined;
  #dataLayer: unknown;

  readonly #connection = connectionOf(this, (connection) => {
    this.connection = connection;
  });
  // With a value from the start, so that an element inside does not take itself for one without a clinic.
  readonly #clinic = new ContextProvider(this, { context: clinicContext, initialValue: this.#value() });
  readonly #enquiry = new ContextProvider(this, { context: enquiryContext });

  constructor() {
    super();
    openEnquiry(this.#enquiry, {});
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
    // Before, the parser may be in the middle of them.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#read, { once: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('DOMContentLoaded', this.#read);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { endpoint, adapter, demo } = this;
    if (!this.hasUpdated || changed.has('endpoint') || changed.has('adapter') || changed.has('demo')) {
      void this.#connection.connect({ endpoint, adapter, demo });
    }
    if (changed.has('messages') || this.#merged !== this.written) {
      this.#merged = this.written;
      this.#words = { ...this.written, ...this.messages };
    }
    const { id } = this.connection.clinic ?? {};
    if (id !== undefined && id !== this.#clinicId) {
      // Before anybody hears of the other clinic.
      if (this.#clinicId !== undefined) openEnquiry(this.#enquiry, forAnotherClinic(this.#enquiry.value.enquiry));
      this.#clinicId = id;
    }
    this.#clinic.setValue(this.#value());
  }

  protected override render() {
    const ready = this.connection.status === 'ready';
    return html`<slot @slotchange=${this.#read}></slot>${ready ? nothing : html`<slot name="fallback"></slot>`}`;
  }

  protected override updated(): void {
    if (this.analytics === 'datalayer' && this.connection.status === 'ready') {
      this.#dataLayer ??= lateCode(
        this,
        async () => new (await import('./data-layer.js')).DataLayer(this, visitor.now),
      );
    }
  }

  #value(): ClinicContext {
    const { connection, phone } = this;
    return { ...connection, messages: this.#words, phone, retry: () => void this.#connection.retry() };
  }

  readonly #read = (): void => {
    const scripts = [...this.querySelectorAll<HTMLScriptElement>(':scope > script[data-smp-messages]')];
    const source = scripts.map(({ lang, text }) => `${lang} ${text}`).join('\n');
    if (source === this.#source) return;
    this.#source = source;
    this.written = writtenWords(scripts, (message) => complain(this, message));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-clinic': SmpClinic;
  }
}
