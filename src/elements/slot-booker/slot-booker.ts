import { ContextConsumer } from '@lit/context';
import { html, LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SchedulingAdapter } from '../../adapters/adapter.js';
import { enquiryContext } from '../../context/enquiry-context.js';
import { ClinicController } from '../../controllers/clinic-controller.js';
import { visitor } from '../../controllers/visitor.js';
import type { Booking } from '../../domain/booking.js';
import { hostStyles } from '../../styles/host.styles.js';
import { tokenStyles } from '../../styles/tokens.styles.js';
import { frame } from '../form/frame.template.js';
import { latePages } from '../form/late-pages.js';
import type { Booker } from './booker.js';
import type { CourseBooker } from './course-booker.js';
import { skeleton } from './skeleton.template.js';
import { shellStyles } from './slot-booker.styles.js';

const PRESETS = [
  'service',
  'course',
  'practitioner',
  'location',
  'contactName',
  'contactEmail',
  'contactPhone',
] as const;

/**
 * Books an appointment: service, day and time, details, check, confirmation.
 *
 * Works inside `<smp-clinic>` or alone with `endpoint` or `adapter`. Inside a form of the page its value is the booking's
 * reference, once there is one.
 *
 * @tag smp-slot-booker
 * @slot - Shown until the booker is ready and again after a fatal error: a phone number or a plain form, say.
 * @slot heading - Above all pages: a heading of the page's own, say.
 * @slot legal - Above the button that sends: terms, say.
 * @slot footer - Below all pages: legal text, say.
 * @fires {SmpStepChangedEvent} smp-step-changed - Another page of the booking is shown.
 * @fires {SmpSlotSelectedEvent} smp-slot-selected - A time was picked.
 * @fires {SmpSlotHeldEvent} smp-slot-held - A time is kept for the visitor.
 * @fires {SmpBookingRequestedEvent} smp-booking-requested - A booking is about to be sent.
 * @fires {SmpCourseRequestedEvent} smp-course-requested - A course is about to be sent.
 * @fires {SmpBookingConfirmedEvent} smp-booking-confirmed - The backend has stored the booking.
 * @fires {SmpCourseConfirmedEvent} smp-course-confirmed - The backend has stored all sessions of a course.
 * @fires {SmpBookingRefusedEvent} smp-booking-refused - The backend decided against a hold or a booking.
 * @fires {SmpWaitlistJoinedEvent} smp-waitlist-joined - The visitor is on the waitlist.
 * @fires {SmpErrorEvent} smp-error - Nothing can be booked here.
 * @csspart page - Each page of the booking.
 * @csspart heading - The heading of a page.
 * @csspart service - A service in the menu.
 * @csspart calendar - The calendar.
 * @csspart day - A day of the calendar.
 * @csspart day-free - A day with free times.
 * @csspart times - The times of a day.
 * @csspart time - One time.
 * @csspart button - The main button of a page.
 * @csspart input - A text field.
 * @csspart session - One session of a course.
 * @csspart change - The button that leads to another time for it.
 * @csspart terms - Price and deposit of a course.
 * @csspart deposit - The link to where the deposit is paid.
 * @csspart payment - Tells that the visitor is back from there.
 * @csspart hold - The line that tells how long a time is held.
 * @csspart countdown - The time left in it.
 * @csspart lost - Tells that a time has been taken.
 * @csspart alternative - A free time offered in its place.
 * @csspart problems - The summary of what is to be put right.
 * @csspart error - A message that something failed.
 * @csspart unresolved - Tells that no answer has come yet.
 * @csspart undone - Tells that the sessions of a course are cancelled again.
 * @csspart undo - The button that cancels sessions of which the rest could not be booked.
 * @csspart answers - The list of answers.
 * @csspart reference - The booking's reference.
 * @csspart calendars - The ways to add the appointment to a calendar.
 * @csspart phone - The clinic's phone number.
 * @cssprop [--smp-accent=#17635c] - The clinic's colour. Its lightness is clamped to stay readable.
 * @cssprop [--smp-surface=light-dark(#ffffff, #17191b)] - The background.
 * @cssprop [--smp-text=light-dark(#1b1e20, #eceeef)] - Text.
 * @cssprop [--smp-danger=light-dark(#b3261e, #ff8f85)] - Errors.
 * @cssprop [--smp-focus=light-dark(#0b57d0, #a8c7fa)] - The ring around what has the focus.
 * @cssprop [--smp-radius=0.625em] - Roundness of corners.
 * @cssprop [--smp-font=inherit] - Font family.
 * @cssprop [--smp-heading-font=inherit] - Font family of headings.
 * @cssprop [--smp-font-size=max(1rem, 16px)] - Size of body text; all else follows it.
 * @cssprop [--smp-reserve=34em] - Height kept free, so that the page does not jump while times load.
 * @cssstate ready - The booker can be used.
 */
export class SmpSlotBooker extends LitElement {
  static readonly formAssociated = true;
  static override styles = [tokenStyles, hostStyles, shellStyles];

  /** Service to book, by id; without it the visitor chooses. */
  @property() service?: string;
  /**
   * Books a whole course of sessions: the id of the clinic's offer, or empty for the visitor to choose. Set it before the
   * element is on the page.
   */
  @property() course?: string;
  /** Practitioner to start with, by id; of a course, the one for all sessions. */
  @property() practitioner?: string;
  /** Location to start with, by id; of a course, the one for all sessions. */
  @property() location?: string;
  /** Base address of the clinic's backend, when there is no `<smp-clinic>` around. */
  @property() endpoint?: string;
  /** The clinic's phone number, shown where something goes wrong before its profile is there. */
  @property() phone?: string;
  /** Name under which a form of the page sends the booking's reference. */
  @property({ reflect: true }) name?: string;
  /** A form of the page can't be sent before a booking is made. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Prefills the full name. */
  @property({ attribute: 'contact-name' }) contactName?: string;
  /** Prefills the email address. */
  @property({ attribute: 'contact-email' }) contactEmail?: string;
  /** Prefills the phone number. */
  @property({ attribute: 'contact-phone' }) contactPhone?: string;
  /** An adapter of the page's own, when there is no `<smp-clinic>` around. */
  @property({ attribute: false }) adapter?: SchedulingAdapter;

  @state() private booker: Booker | CourseBooker | undefined;
  @state() private disabledByForm = false;

  readonly #internals = this.attachInternals();
  readonly #clinic = new ClinicController(this, (clinic) => this.booker?.connect(clinic));
  readonly #enquiry = new ContextConsumer(this, {
    context: enquiryContext,
    subscribe: true,
    callback: () => this.#preset(),
  });
  readonly #pages = latePages(this, this.#clinic, async () => {
    visitor.warmUp();
    const Pages =
      typeof this.course === 'string'
        ? (await import('./course-booker.js')).CourseBooker
        : (await import('./booker.js')).Booker;
    this.booker = new Pages(this, this.#clinic, this.#enquiry);
    this.#preset();
    if (this.#clinic.value) this.booker.connect(this.#clinic.value);
  });

  /** The booking, once it is made; of a course, the first session's. */
  get booking(): Booking | undefined {
    return this.bookings[0];
  }

  /** All bookings, once they are made: one, or each session of a course. */
  get bookings(): readonly Booking[] {
    return this.booker?.bookings ?? [];
  }

  /** The booking's or the course's reference, once it is made; empty before. */
  get value(): string {
    return this.booker?.reference ?? '';
  }

  /** Starts another booking. */
  reset(): void {
    this.booker?.flow.restart();
  }

  /** The page's form is reset: another booking starts. */
  formResetCallback(): void {
    if (this.booking) this.reset();
  }

  /** The page's form or fieldset is disabled. */
  formDisabledCallback(disabled: boolean): void {
    this.disabledByForm = disabled;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (PRESETS.some((name) => changed.has(name))) this.#preset();
    this.#internals.setFormValue(this.booking ? this.value : null);
    this.#internals.states[this.booker?.desk.ready ? 'add' : 'delete']('ready');
  }

  protected override updated(): void {
    const { booker, required, renderRoot } = this;
    const missing = required && !this.booking;
    this.#internals.setValidity(
      missing ? { valueMissing: true } : {},
      missing ? (booker?.desk.words.timeMissing ?? '…') : '',
      // A browser takes visitors there who have not booked.
      renderRoot.querySelector('h2') ?? undefined,
    );
  }

  protected override render() {
    return frame(this.booker?.render() ?? this.#pages.render(html`<slot>${skeleton}</slot>`), this.disabledByForm);
  }

  #preset(): void {
    this.booker?.preset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-slot-booker': SmpSlotBooker;
  }
}
