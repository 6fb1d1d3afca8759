import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SchedulingAdapter } from '../../adapters/adapter.js';
import type { ClinicContext } from '../../context/clinic-context.js';
import { enquiryContext } from '../../context/enquiry-context.js';
import { attributionOf } from '../../controllers/attribution.js';
import { ClinicController } from '../../controllers/clinic-controller.js';
import { FlowController } from '../../controllers/flow-controller.js';
import { visitor } from '../../controllers/visitor.js';
import { warn } from '../../controllers/warning.js';
import type { Booking } from '../../domain/booking.js';
import { firstDayOfWeek } from '../../domain/time/calendar-grid.js';
import { SmpBookingConfirmedEvent } from '../../events/booking-confirmed-event.js';
import { SmpBookingRefusedEvent } from '../../events/booking-refused-event.js';
import { SmpBookingRequestedEvent } from '../../events/booking-requested-event.js';
import { SmpErrorEvent } from '../../events/error-event.js';
import { SmpSlotHeldEvent } from '../../events/slot-held-event.js';
import { SmpSlotSelectedEvent } from '../../events/slot-selected-event.js';
import { SmpStepChangedEvent } from '../../events/step-changed-event.js';
import { SmpWaitlistJoinedEvent } from '../../events/waitlist-joined-event.js';
import { BookingFlow } from '../../flows/booking-flow.js';
import type { BookingNews } from '../../flows/booking-flow.js';
import { systemClock } from '../../flows/clock.js';
import { Draft } from '../../flows/draft.js';
import { en } from '../../locales/en.js';
import { formatsOf } from '../../locales/formats.js';
import type { Messages } from '../../locales/messages.js';
import { controlStyles } from '../../styles/controls.styles.js';
import { hostStyles } from '../../styles/host.styles.js';
import { tokenStyles } from '../../styles/tokens.styles.js';
import { phoneLink } from './booker-view.js';
import type { BookerView } from './booker-view.js';
import { servicePage } from './service.template.js';
import { completingStyles, pickingStyles } from './slot-booker.styles.js';
import { timePage } from './time.template.js';

type Completing = typeof import('./completing.js');

/**
 * Books an appointment: service, day and time, details, check, confirmation.
 *
 * Works inside `<smp-clinic>` or alone with `endpoint` or `adapter`. Inside a form of the page its value is the booking's
 * reference, once there is one.
 *
 * @tag smp-slot-booker
 * @slot - Shown until the booker is ready and again after a fatal error: a phone number or a plain form, say.
 * @fires {SmpStepChangedEvent} smp-step-changed - Another page of the booking is shown.
 * @fires {SmpSlotSelectedEvent} smp-slot-selected - A time was picked.
 * @fires {SmpSlotHeldEvent} smp-slot-held - A time is kept for the visitor.
 * @fires {SmpBookingRequestedEvent} smp-booking-requested - A booking is about to be sent; cancelable.
 * @fires {SmpBookingConfirmedEvent} smp-booking-confirmed - The backend has stored the booking.
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
 * @csspart hold - The line that tells how long a time is held.
 * @csspart countdown - The time left in it.
 * @csspart lost - Tells that a time has been taken.
 * @csspart alternative - A free time offered in its place.
 * @csspart problems - The summary of what is to be put right.
 * @csspart error - A message that something failed.
 * @csspart unresolved - Tells that no answer has come yet.
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
 * @cssprop [--smp-font-size=1rem] - Size of body text; all else follows it.
 * @cssprop [--smp-reserve=34em] - Height kept free, so that the page does not jump while times load.
 * @cssstate ready - The booker can be used.
 */
export class SmpSlotBooker extends LitElement {
  static readonly formAssociated = true;
  static override styles = [tokenStyles, hostStyles, controlStyles, pickingStyles, completingStyles];

  /** Service to book, by id; without it the visitor chooses. */
  @property() service?: string;
  /** Practitioner to start with, by id. */
  @property() practitioner?: string;
  /** Location to start with, by id. */
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
  /** Prefills the e-mail address. */
  @property({ attribute: 'contact-email' }) contactEmail?: string;
  /** Prefills the phone number. */
  @property({ attribute: 'contact-phone' }) contactPhone?: string;
  /** An adapter of the page's own, when there is no `<smp-clinic>` around. */
  @property({ attribute: false }) adapter?: SchedulingAdapter;

  @state() private monthOpen = false;
  @state() private spoken = '';
  @state() private completing: Completing | undefined;
  @state() private disabledByForm = false;

  readonly #internals = this.attachInternals();
  readonly #flow: BookingFlow = new BookingFlow({
    clock: systemClock,
    consents: () => [
      {
        purpose: 'privacy',
        required: true,
        version: 'default-1',
        wording: this.#words.privacyConsent(this.#flow.state.clinic?.name ?? ''),
      },
    ],
    draft: new Draft(visitor.storage(), 'booking', visitor.now),
    attribution: () => attributionOf(location.href, document.referrer),
    locale: () => this.#words.language,
    mayRequest: (draft) => this.dispatchEvent(new SmpBookingRequestedEvent(draft)),
  });
  readonly #clinic = new ClinicController(this, (clinic) => this.#onClinic(clinic));
  readonly #enquiry = new ContextConsumer(this, {
    context: enquiryContext,
    subscribe: true,
    callback: () => this.#preset(),
  });
  #focusOn: string | undefined;
  #leave: (() => void) | undefined;

  constructor() {
    super();
    new FlowController(this, this.#flow);
    this.#flow.listen((news) => this.#onNews(news));
  }

  /** The booking, once it is made. */
  get booking(): Booking | undefined {
    return this.#flow.state.booking;
  }

  /** The booking's reference, once it is made; empty before. */
  get value(): string {
    return this.booking?.reference ?? '';
  }

  /** Starts another booking. */
  reset(): void {
    this.#flow.restart();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const wake = () => {
      if (document.visibilityState === 'visible') this.#flow.wake();
    };
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('pageshow', wake);
    this.#leave = () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('pageshow', wake);
    };
    this.#flow.resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#flow.suspend();
  }

  /** The page's form is reset: another booking starts. */
  formResetCallback(): void {
    if (this.booking) this.#flow.restart();
  }

  /** The page's form or fieldset is disabled. */
  formDisabledCallback(disabled: boolean): void {
    this.disabledByForm = disabled;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const presets = ['service', 'practitioner', 'location', 'contactName', 'contactEmail', 'contactPhone'] as const;
    if (presets.some((name) => changed.has(name))) this.#preset();
    const { booking, status, calendar } = this.#flow.state;
    this.#internals.setFormValue(booking?.reference ?? null);
    const missing = this.required && !booking;
    this.#internals.setValidity(missing ? { valueMissing: true } : {}, missing ? this.#words.timeMissing : '');
    this.#internals.states[status === 'ready' ? 'add' : 'delete']('ready');
    if (calendar.status === 'ready') void this.#loadCompleting();
  }

  protected override updated(): void {
    if (this.#focusOn === undefined) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focusOn);
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  protected override render() {
    return html`<div role="status" class="out-of-sight">${this.spoken}</div>
      <div ?inert=${this.disabledByForm}>${this.#renderPage()}</div>`;
  }

  #renderPage(): TemplateResult {
    const { state } = this.#flow;
    const view = this.#view;
    // A service that the page names can be shown before the profile is there.
    const early = state.status === 'loading' && state.step === 'time';
    if (state.status === 'failed') return this.#renderFailure(view);
    if (state.status === 'loading' && !early) return html`<slot></slot>`;
    switch (state.step) {
      case 'service':
        return html`${servicePage(view)}`;
      case 'time':
        return early ? html`<slot>${timePage(view)}</slot>` : html`${timePage(view)}`;
      case 'details':
        return html`${this.completing?.detailsPage(view)}`;
      case 'check':
        return html`${this.completing?.checkPage(view)}`;
      case 'confirmed':
        return html`${this.completing?.confirmedPage(view)}`;
      case 'waitlist':
        return html`${this.completing?.waitlistPage(view)}`;
      case 'waitlisted':
        return html`${this.completing?.waitlistedPage(view)}`;
    }
  }

  #renderFailure(view: BookerView): TemplateResult {
    const { words, state } = view;
    const { errors } = words;
    return html`<div class="notice bad" role="alert" part="error">
        <h3>${words.failedTitle}</h3>
        <p>${errors[state.error?.code ?? 'unknown'] ?? errors.unknown}</p>
        ${phoneLink(view)}
        ${
          state.error?.retryable
            ? html`<button type="button" class="button quiet" @click=${() => this.#clinic.value?.retry()}>
                ${words.retry}
              </button>`
            : nothing
        }
      </div>
      <slot></slot>`;
  }

  get #words(): Messages {
    const { messages } = this.#clinic.value ?? {};
    return messages ? { ...en, ...messages } : en;
  }

  get #view(): BookerView {
    const locale = visitor.locale(this, this.#words.language);
    const { state } = this.#flow;
    return {
      flow: this.#flow,
      state,
      words: this.#words,
      formats: formatsOf(locale),
      firstDay: firstDayOfWeek(locale),
      monthOpen: this.monthOpen,
      visitorZone: visitor.timeZone(),
      now: visitor.now,
      phone: state.clinic?.phone ?? this.phone ?? this.#clinic.value?.phone,
      toggleMonth: () => {
        this.monthOpen = !this.monthOpen;
      },
    };
  }

  #preset(): void {
    const { contactName: name, contactEmail: email, contactPhone: phone, service, practitioner, location } = this;
    const enquiry = this.#enquiry.value?.enquiry;
    const contact = { ...enquiry?.contact, ...(name && { name }), ...(email && { email }), ...(phone && { phone }) };
    this.#flow.preset({ service, practitioner, location, enquiry: { ...enquiry, contact } });
  }

  #onClinic({ status, backend, clinic, error }: ClinicContext): void {
    if (backend) this.#flow.connect(backend);
    if (status === 'ready' && clinic) {
      this.#flow.open(clinic);
      const failure = this.#flow.state.error;
      if (this.#flow.state.status !== 'failed' || !failure) return;
      warn(failure.code, failure.message);
      this.dispatchEvent(new SmpErrorEvent(failure));
    } else if (error) this.#flow.fail(error);
  }

  #onNews(news: BookingNews): void {
    const { words, formats } = this.#view;
    switch (news.kind) {
      case 'step':
        this.#focusOn = this.#flow.state.lost && news.step === 'time' ? '#lost' : 'h2';
        this.dispatchEvent(new SmpStepChangedEvent(news.step));
        break;
      case 'issues':
        this.#focusOn = '#problems';
        break;
      case 'dated':
        this.spoken = words.timesOn(news.free, formats.day(news.date));
        break;
      case 'selected':
        this.dispatchEvent(new SmpSlotSelectedEvent(news.slot));
        break;
      case 'held':
        this.spoken = words.held(formats.slot(news.hold.slot));
        this.dispatchEvent(new SmpSlotHeldEvent(news.hold));
        break;
      case 'hold-ending':
        this.spoken = words.holdEnding(news.secondsLeft);
        break;
      case 'hold-expired':
        this.spoken = words.holdEnded;
        break;
      case 'confirmed':
        this.#enquiry.value?.update(this.#said());
        this.dispatchEvent(new SmpBookingConfirmedEvent(news.booking));
        break;
      case 'waitlisted':
        this.dispatchEvent(new SmpWaitlistJoinedEvent());
        break;
      case 'refused':
        this.dispatchEvent(new SmpBookingRefusedEvent(news.error));
        break;
    }
  }

  #said() {
    const { details, booking, service } = this.#flow.state;
    const { name, email, phone } = details;
    return {
      contact: { name, email, ...(phone && { phone }) },
      ...(service !== undefined && { service }),
      ...(booking && { bookingId: booking.bookingId }),
    };
  }

  async #loadCompleting(): Promise<void> {
    this.completing ??= await import('./completing.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-slot-booker': SmpSlotBooker;
  }
}
