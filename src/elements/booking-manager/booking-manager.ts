import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SchedulingAdapter } from '../../adapters/adapter.js';
import { enquiryContext } from '../../context/enquiry-context.js';
import { ClinicController } from '../../controllers/clinic-controller.js';
import { followWindow } from '../../controllers/follow-window.js';
import { hostStyles } from '../../styles/host.styles.js';
import { tokenStyles } from '../../styles/tokens.styles.js';
import { frame } from '../form/frame.template.js';
import { latePages } from '../form/late-pages.js';
import type { Managing } from './managing.js';

/**
 * Shows a booking, or all sessions of a course, to whoever has its link; moves sessions and cancels them.
 *
 * The token comes from the page's address, `#t=…`: browsers send that part to no server. Works inside `<smp-clinic>` or
 * alone with `endpoint` or `adapter`. On a page that has a `<smp-touch-up-reminder>` too it leaves that one's links to it.
 *
 * @tag smp-booking-manager
 * @slot - Shown until the booking is there, and when it can't be shown: a phone number, say.
 * @slot heading - Above all pages: a heading of the page's own, say.
 * @slot legal - Above the button that sends a change: terms, say.
 * @slot footer - Below all pages: legal text, say.
 * @fires {SmpBookingMovedEvent} smp-booking-moved - The backend has moved sessions.
 * @fires {SmpBookingCancelledEvent} smp-booking-cancelled - The backend has cancelled sessions.
 * @fires {SmpBookingRefusedEvent} smp-booking-refused - The backend decided against a change.
 * @fires {SmpErrorEvent} smp-error - The booking can't be read.
 * @csspart page - Each page.
 * @csspart heading - The heading of a page.
 * @csspart session - One session.
 * @csspart status - Whether it is booked, requested or cancelled.
 * @csspart move - The button that leads to another time.
 * @csspart cancel - The button that leads to the cancellation.
 * @csspart notice - What became of the last change.
 * @csspart terms - What is to be paid in advance of a course.
 * @csspart deposit - The link to where it is paid.
 * @csspart payment - Tells that the visitor is back from there.
 * @csspart policy - The clinic's rules of cancellation.
 * @csspart button - The main button of a page.
 * @csspart calendar - The calendar.
 * @csspart day - A day of the calendar.
 * @csspart day-free - A day with free times.
 * @csspart times - The times of a day.
 * @csspart time - One time.
 * @csspart lost - Tells that a time has been taken.
 * @csspart alternative - A free time offered in its place.
 * @csspart unresolved - Tells that no answer has come yet.
 * @csspart error - A message that something failed.
 * @csspart calendars - The ways to add the appointments to a calendar.
 * @csspart phone - The clinic's phone number.
 * @cssstate ready - The booking is shown.
 */
export class SmpBookingManager extends LitElement {
  static override styles = [tokenStyles, hostStyles];

  /** Base address of the clinic's backend, when there is no `<smp-clinic>` around. */
  @property() endpoint?: string;
  /** The clinic's phone number, shown where something goes wrong before its profile is there. */
  @property() phone?: string;
  /** An adapter of the page's own, when there is no `<smp-clinic>` around. */
  @property({ attribute: false }) adapter?: SchedulingAdapter;
  /** The manage token, where it is not in the page's address. Never an attribute: markup is copied and logged. */
  @property({ attribute: false }) token?: string;

  @state() private managing: Managing | undefined;

  readonly #internals = this.attachInternals();
  readonly #clinic = new ClinicController(this, (clinic) => this.managing?.connect(clinic));
  readonly #enquiry = new ContextConsumer(this, { context: enquiryContext, subscribe: true });
  readonly #pages = latePages(this, this.#clinic, async () => {
    const { Managing } = await import('./managing.js');
    this.managing = new Managing(this, this.#clinic, this.#enquiry);
    this.managing.open();
    if (this.#clinic.value) this.managing.connect(this.#clinic.value);
  });

  constructor() {
    super();
    followWindow(this, 'hashchange', () => this.managing?.follow());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.managing?.flow.resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.managing?.flow.suspend();
  }

  protected override willUpdate(): void {
    this.#internals.states[this.managing?.ready ? 'add' : 'delete']('ready');
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Once it is known at which backend.
    if (changed.has('token')) this.managing?.open();
    this.managing?.updated();
  }

  protected override render() {
    return frame(this.managing?.render() ?? this.#pages.render());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-booking-manager': SmpBookingManager;
  }
}
