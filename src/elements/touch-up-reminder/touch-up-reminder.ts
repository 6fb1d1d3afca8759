import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { clinicContext } from '../../context/clinic-context.js';
import { enquiryContext } from '../../context/enquiry-context.js';
import { followWindow } from '../../controllers/follow-window.js';
import { hostStyles } from '../../styles/host.styles.js';
import { tokenStyles } from '../../styles/tokens.styles.js';
import { frame } from '../form/frame.template.js';
import { latePages } from '../form/late-pages.js';
import type { Reminding } from './reminding.js';

/**
 * Estimates when to look at a treatment again, from the last session and three answers, and puts the dates into the
 * visitor's own calendar. The answers never leave the element. Works inside `<smp-clinic>`, whose `touchUps` it follows,
 * or alone and without any backend.
 *
 * Where the clinic's backend sends reminders, visitors can sign up for them. The link of a reminder, `#r=…` in the page's
 * address, opens their plan: dates and ways to change, and an end to it. Browsers send that part to no server. `#t=…` does
 * too, except beside a `<smp-booking-manager>`, whose links are like that.
 *
 * @tag smp-touch-up-reminder
 * @slot - Shown until the reminder is ready, and where the code of it does not load.
 * @slot heading - Above all pages: a heading of the page's own, say.
 * @slot legal - Above the button that signs up: terms, say.
 * @slot footer - Below all pages: legal text, say.
 * @fires {SmpTouchUpBookingRequestedEvent} smp-touch-up-booking-requested - The visitor follows the link to book.
 * @fires {SmpTouchUpsChangedEvent} smp-touch-ups-changed - The backend has stored a wish to be reminded, a change of it, or its end.
 * @fires {SmpErrorEvent} smp-error - An attribute or the clinic's settings hold a mistake and the rest is used; or a plan can't be read.
 * @csspart page - All of it.
 * @csspart heading - The heading.
 * @csspart dates - The dates.
 * @csspart date - One date.
 * @csspart estimate - Says that it is an estimate.
 * @csspart input - The field for the last session.
 * @csspart option - One choice among several.
 * @csspart button - The button that makes a calendar file.
 * @csspart remind - The button that leads to signing up for reminders.
 * @csspart sign-up-form - The form to sign up with.
 * @csspart problems - All that is to be put right.
 * @csspart sign-up - The button that sends the form.
 * @csspart leave - The button that leaves the form.
 * @csspart signed - Says that somebody is signed up.
 * @csspart plan - The form of a plan.
 * @csspart save - The button that stores a change of a plan.
 * @csspart stop - The button that ends all reminders.
 * @csspart notice - What became of the last change.
 * @csspart unresolved - Tells that no answer has come yet.
 * @csspart error - A message that something failed.
 * @csspart phone - The clinic's phone number.
 * @csspart book - The link to book a touch-up.
 * @cssstate ready - The reminder can be used.
 */
export class SmpTouchUpReminder extends LitElement {
  static override styles = [tokenStyles, hostStyles];

  /** Day of the last session, `YYYY-MM-DD`. Default: the last one booked in the same `<smp-clinic>`; else it is asked for. */
  @property() date?: string;
  /** Where a touch-up can be booked. Without it no link is shown. */
  @property({ attribute: 'booking-href' }) bookingHref?: string;
  /** The clinic's phone number, where its profile has none or is not there. */
  @property() phone?: string;

  /** The token of a reminder's link, where it is not in the page's address. Never an attribute: markup is copied and logged. */
  @property({ attribute: false }) token?: string;

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
  readonly #pages = latePages(this, this.#clinic, async () => {
    const { Reminding } = await import('./reminding.js');
    this.reminding = new Reminding(this, this.#clinic, this.#enquiry);
  });

  constructor() {
    super();
    followWindow(this, 'hashchange');
  }

  protected override willUpdate(): void {
    this.reminding?.follow();
    this.#internals.states[this.reminding?.ready ? 'add' : 'delete']('ready');
  }

  protected override render() {
    return frame(this.reminding?.render() ?? this.#pages.render());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-touch-up-reminder': SmpTouchUpReminder;
  }
}
