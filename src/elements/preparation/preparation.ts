import { ContextConsumer } from '@lit/context';
import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { clinicContext } from '../../context/clinic-context.js';
import { enquiryContext } from '../../context/enquiry-context.js';
import { hostStyles } from '../../styles/host.styles.js';
import { tokenStyles } from '../../styles/tokens.styles.js';
import { frame } from '../form/frame.template.js';
import type { Caring } from '../care/caring.js';

/**
 * Shows how to prepare for a session, day by day: what to do, what to avoid, and when to ask for another day. Steps can be
 * ticked off; the ticks stay on the device. Works inside `<smp-clinic>` or alone, with dates or in relative days.
 *
 * @tag smp-preparation
 * @slot - Shown until the steps are there, and where their code does not load.
 * @slot heading - Above all pages: a heading of the page's own, say.
 * @slot footer - Below all pages: legal text, say.
 * @fires {SmpErrorEvent} smp-error - An attribute or the clinic's settings hold a mistake; the rest is used.
 * @csspart heading - The heading.
 * @csspart timeline - The steps of one session.
 * @csspart stretch - Some days on which the same matters.
 * @csspart today - The mark of today.
 * @csspart tick - The box of one step.
 * @csspart flags - The signs that call for help.
 * @csspart phone - The clinic's phone number.
 * @csspart calendar - The button that saves the steps as a calendar file.
 * @csspart print - The button that prints them.
 * @csspart disclaimer - Says whose advice goes first.
 * @cssstate ready - The steps are shown.
 */
export class SmpPreparation extends LitElement {
  static override styles = [tokenStyles, hostStyles];

  /**
   * Days of the sessions, `YYYY-MM-DD`, with commas or spaces between them. Default: `#date=` of the page's address, then
   * what was booked in the same `<smp-clinic>`, then none.
   */
  @property() date?: string;
  /** `shaved`, or `density` for those who keep their hair. Default: what the consultation says, else words for both. */
  @property() look?: string;
  /** Number of the emergency service, `999`. Default: the clinic's, else words that name the usual ones. */
  @property() emergency?: string;
  /** The clinic's phone number, where its profile has none. */
  @property() phone?: string;

  @state() private caring: Caring | undefined;

  readonly #internals = this.attachInternals();
  readonly #clinic = new ContextConsumer(this, {
    context: clinicContext,
    subscribe: true,
    callback: (clinic) => {
      this.caring?.connect(clinic);
      this.requestUpdate();
    },
  });
  readonly #enquiry = new ContextConsumer(this, { context: enquiryContext, subscribe: true });
  readonly #onHash = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
  }

  protected override render() {
    this.#internals.states[this.caring?.ready ? 'add' : 'delete']('ready');
    return frame(this.caring?.ready ? this.caring.render() : html`<slot></slot>`);
  }

  async #load(): Promise<void> {
    if (this.caring) return;
    const { Caring } = await import('../care/caring.js');
    if (this.caring) return;
    this.caring = new Caring('preparation', this, this.#clinic, this.#enquiry);
    if (this.#clinic.value) this.caring.connect(this.#clinic.value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-preparation': SmpPreparation;
  }
}
