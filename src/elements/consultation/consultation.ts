import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SchedulingAdapter } from '../../adapters/adapter.js';
import { enquiryContext } from '../../context/enquiry-context.js';
import { ClinicController } from '../../controllers/clinic-controller.js';
import { hostStyles } from '../../styles/host.styles.js';
import { tokenStyles } from '../../styles/tokens.styles.js';
import { frame } from '../form/frame.template.js';
import { latePages } from '../form/late-pages.js';
import { consultationStyles } from './consultation.styles.js';
import type { Consulting } from './consulting.js';

/**
 * Asks what a clinic needs to know before a treatment, one question a page, tells at once what the answers mean for a
 * booking, and sends them to the clinic.
 *
 * Works inside `<smp-clinic>` or alone with `endpoint` or `adapter`. Health answers and photos are kept in memory only
 * and go nowhere but to the clinic's backend; events and addresses never carry an answer.
 *
 * @tag smp-consultation
 * @slot - Shown until the consultation is ready and again after a fatal error: a phone number, say.
 * @slot heading - Above all pages: a heading of the page's own, say.
 * @slot legal - Above the button that sends: terms, say.
 * @slot footer - Below all pages: legal text, say.
 * @slot next - Shown on the confirmation: where to go from there.
 * @fires {SmpStepChangedEvent} smp-step-changed - Another stage is shown: `question`, `outcome`, `check`, `sent`, `withdrawn`.
 * @fires {SmpConsultationSubmittedEvent} smp-consultation-submitted - The backend has stored the answers, or they go along with a booking.
 * @fires {SmpConsultationWithdrawnEvent} smp-consultation-withdrawn - The backend has deleted the answers.
 * @fires {SmpErrorEvent} smp-error - Nothing can be asked here, or the clinic's changes to the questionnaire hold a mistake.
 * @csspart page - Each page of the consultation.
 * @csspart heading - The heading of a page.
 * @csspart progress - The place among the questions.
 * @csspart option - A choice.
 * @csspart picture - The drawing of a choice.
 * @csspart photo - A photo, or the place for one.
 * @csspart finding - What an answer means for a booking.
 * @csspart button - The main button of a page.
 * @csspart input - A text field.
 * @csspart problems - The summary of what is to be put right.
 * @csspart error - A message that something failed.
 * @csspart unresolved - Tells that no answer has come yet.
 * @csspart answers - The list of answers.
 * @csspart reference - The consultation's reference.
 * @csspart phone - The clinic's phone number.
 * @cssstate ready - The consultation can be filled in.
 */
export class SmpConsultation extends LitElement {
  static override styles = [tokenStyles, hostStyles, consultationStyles];

  /** Base address of the clinic's backend, when there is no `<smp-clinic>` around. */
  @property() endpoint?: string;
  /** The clinic's phone number, shown where something goes wrong before its profile is there. */
  @property() phone?: string;
  /** An adapter of the page's own, when there is no `<smp-clinic>` around. */
  @property({ attribute: false }) adapter?: SchedulingAdapter;

  @state() private consulting: Consulting | undefined;

  readonly #internals = this.attachInternals();
  readonly #clinic = new ClinicController(this, (clinic) => this.consulting?.connect(clinic));
  readonly #enquiry = new ContextConsumer(this, {
    context: enquiryContext,
    subscribe: true,
    callback: () => this.consulting?.preset(),
  });
  readonly #pages = latePages(this, this.#clinic, async () => {
    const { Consulting } = await import('./consulting.js');
    this.consulting = new Consulting(this, this.#clinic, this.#enquiry);
    if (this.#clinic.value) this.consulting.connect(this.#clinic.value);
    if (this.isConnected) this.consulting.resume();
  });

  /** The consultation's reference, once it is sent; empty before. */
  get reference(): string {
    return this.consulting?.flow.state.consultation?.reference ?? '';
  }

  /** Has something been answered that would be lost with the page? */
  get unsent(): boolean {
    return this.consulting?.flow.unsent ?? false;
  }

  /** Begins anew, with nothing but the contact details. */
  reset(): void {
    this.consulting?.flow.restart();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.consulting?.resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.consulting?.suspend();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#internals.states[this.consulting?.ready ? 'add' : 'delete']('ready');
  }

  protected override updated(): void {
    this.consulting?.updated();
  }

  protected override render() {
    return frame(this.consulting?.render() ?? this.#pages.render());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-consultation': SmpConsultation;
  }
}
