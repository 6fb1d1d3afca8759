import type { ContextConsumer } from '@lit/context';
import { adoptStyles, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ClinicContext } from '../../context/clinic-context.js';
import type { enquiryContext } from '../../context/enquiry-context.js';
import { attributionOf } from '../../controllers/attribution.js';
import type { ClinicController } from '../../controllers/clinic-controller.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { report } from '../../controllers/report.js';
import { visitor } from '../../controllers/visitor.js';
import type { Booking } from '../../domain/booking.js';
import type { Enquiry } from '../../domain/enquiry.js';
import { firstDayOfWeek } from '../../domain/time/calendar-grid.js';
import { SmpBookingConfirmedEvent } from '../../events/booking-confirmed-event.js';
import { SmpBookingRefusedEvent } from '../../events/booking-refused-event.js';
import { SmpBookingRequestedEvent } from '../../events/booking-requested-event.js';
import { SmpSlotHeldEvent } from '../../events/slot-held-event.js';
import { SmpSlotSelectedEvent } from '../../events/slot-selected-event.js';
import { SmpStepChangedEvent } from '../../events/step-changed-event.js';
import { SmpWaitlistJoinedEvent } from '../../events/waitlist-joined-event.js';
import { BookingFlow } from '../../flows/booking-flow.js';
import type { BookingNews } from '../../flows/booking-flow.js';
import { systemClock } from '../../flows/clock.js';
import { Draft } from '../../flows/draft.js';
import { formatsOf } from '../../locales/formats.js';
import type { Messages } from '../../locales/messages.js';
import { commonWords } from '../../locales/words.js';
import { controlStyles } from '../../styles/controls.styles.js';
import type { addToCalendar } from '../calendar/add-to-calendar.template.js';
import { formStyles } from '../form/form.styles.js';
import { failure, limitNotice } from './booker-view.js';
import type { BookerView } from './booker-view.js';
import { bookingStyles } from '../calendar/booking.styles.js';
import type * as Completing from './completing.js';
import { servicePage } from './service.template.js';
import { skeleton } from './skeleton.template.js';
import type { SmpSlotBooker } from './slot-booker.js';
import { timePage } from './time.template.js';

/** The pages of a booker: draws its flow's state, and tells its element what happened. */
export class Booker {
  readonly flow: BookingFlow;
  #monthOpen = false;
  #spoken: (() => string) | undefined;
  #completing: typeof Completing | undefined;
  #addToCalendar: typeof addToCalendar | undefined;
  #focusOn: string | undefined;
  /** The visitor has done something here: before, the focus is not the booker's to take. */
  #touched = false;
  #leave: (() => void) | undefined;
  readonly #host: SmpSlotBooker;
  readonly #clinic: ClinicController;
  readonly #language: LanguageController;
  readonly #enquiry: ContextConsumer<typeof enquiryContext, SmpSlotBooker>;

  constructor(
    host: SmpSlotBooker,
    clinic: ClinicController,
    enquiry: ContextConsumer<typeof enquiryContext, SmpSlotBooker>,
  ) {
    this.#host = host;
    this.#clinic = clinic;
    this.#enquiry = enquiry;
    this.#language = new LanguageController(host, clinic, [commonWords]);
    this.flow = new BookingFlow({
      clock: systemClock,
      consents: (name) => [
        {
          purpose: 'privacy',
          required: true,
          version: this.#language.versionOf(commonWords, ({ privacyConsent }) => privacyConsent),
          wording: this.words.privacyConsent(name),
        },
      ],
      draft: new Draft(visitor.storage(), 'booking', visitor.now),
      attribution: () => attributionOf(location.href, document.referrer),
      locale: () => this.#language.language,
      mayRequest: (draft) => host.dispatchEvent(new SmpBookingRequestedEvent(draft)),
    });
    this.flow.subscribe(() => host.requestUpdate());
    this.flow.listen((news) => this.#onNews(news));
    const root = host.renderRoot;
    root.addEventListener('click', () => {
      this.#touched = true;
    });
    if (root instanceof ShadowRoot) {
      const { elementStyles } = host.constructor as typeof SmpSlotBooker;
      adoptStyles(root, [...elementStyles, controlStyles, formStyles, bookingStyles]);
    }
  }

  get words(): Messages {
    return this.#language.of(commonWords);
  }

  /** The booking, once it is made. */
  get bookings(): readonly Booking[] {
    const { booking } = this.flow.state;
    return booking ? [booking] : [];
  }

  get reference(): string {
    return this.flow.state.booking?.reference ?? '';
  }

  restart(): void {
    this.flow.restart();
  }

  /** Can the booker be used? */
  get ready(): boolean {
    return this.flow.state.status === 'ready' && this.#language.ready;
  }

  /** Takes what the page fixes or fills in, and what the visitor has said elsewhere. */
  preset(): void {
    const { contactName: name, contactEmail: email, contactPhone: phone, service, practitioner, location } = this.#host;
    const enquiry = this.#enquiry.value?.enquiry;
    const contact = { ...enquiry?.contact, ...(name && { name }), ...(email && { email }), ...(phone && { phone }) };
    this.flow.preset({ service, practitioner, location, enquiry: { ...enquiry, contact } });
  }

  connect({ status, backend, clinic, error }: ClinicContext): void {
    if (backend) this.flow.connect(backend);
    if (status === 'ready' && clinic) {
      if (clinic !== this.flow.state.clinic) this.flow.open(clinic);
    } else if (error) this.flow.fail(error);
  }

  /** The element has come into the document. */
  resume(): void {
    this.#leave?.();
    const wake = () => {
      if (document.visibilityState === 'visible') this.flow.wake();
    };
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('pageshow', wake);
    this.#leave = () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('pageshow', wake);
    };
    this.flow.resume();
  }

  /** The element has left the document. */
  suspend(): void {
    this.#leave?.();
    this.flow.suspend();
  }

  /** What was drawn stands: the focus goes to what the visitor has to read next. */
  updated(): void {
    if (this.flow.state.calendar.status === 'ready') void this.#loadCompleting();
    if (this.#focusOn === undefined) return;
    const target = this.#host.renderRoot.querySelector<HTMLElement>(this.#focusOn);
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  render(): TemplateResult {
    const { ready, language, dir } = this.#language;
    if (!ready) return html`<slot>${skeleton}</slot>`;
    return html`<div lang=${language} dir=${dir}>
      <div role="status" class="out-of-sight">${this.#spoken?.()}</div>
      ${this.#renderPage()}
    </div>`;
  }

  #renderPage() {
    const { state } = this.flow;
    const view = this.#view();
    if (state.status === 'failed') {
      const retry = state.error?.retryable ? () => this.#clinic.value?.retry() : undefined;
      return html`${failure(view, state.error, view.words.failedTitle, retry)}<slot></slot>`;
    }
    // The times of a service that the page names can be shown before the clinic's profile is there.
    if (state.status === 'loading') {
      const seen = state.step === 'time' && !this.#hasFallback;
      return html`<slot>${seen ? timePage(view) : skeleton}</slot>`;
    }
    switch (state.step) {
      case 'service':
        return this.flow.limits().booking === 'none' ? limitNotice(view) : servicePage(view);
      case 'time': {
        const limit = limitNotice(view);
        return limit === nothing ? timePage(view) : limit;
      }
      default:
        return this.#completing?.[`${state.step}Page`](view);
    }
  }

  /** Does the page show something of its own until the booker is ready? */
  get #hasFallback(): boolean {
    return [...this.#host.childNodes].some(
      (node) => node instanceof Text || (node instanceof Element && node.slot === ''),
    );
  }

  #view(): BookerView {
    const { words } = this;
    const { locale } = this.#language;
    const { state } = this.flow;
    let zone: string | undefined;
    return {
      flow: this.flow,
      state,
      words,
      formats: formatsOf(locale),
      firstDay: firstDayOfWeek(locale),
      monthOpen: this.#monthOpen,
      visitorZone: () => (zone ??= visitor.timeZone()),
      now: visitor.now,
      phone: state.clinic?.phone ?? this.#host.phone ?? this.#clinic.value?.phone,
      hasDesign: this.#enquiry.value?.enquiry.design !== undefined,
      toggleMonth: () => {
        this.#monthOpen = !this.#monthOpen;
        this.#host.requestUpdate();
      },
      addToCalendar: this.#addToCalendar,
    };
  }

  #onNews(news: BookingNews): void {
    const host = this.#host;
    const formats = () => formatsOf(this.#language.locale);
    switch (news.kind) {
      case 'step':
        if (this.#touched) this.#focusOn = 'h2';
        host.dispatchEvent(new SmpStepChangedEvent(news.step));
        break;
      case 'issues':
        this.#focusOn = '#problems';
        break;
      case 'lost':
        this.#focusOn = '#lost';
        break;
      case 'dated':
        this.#say(() => this.words.timesOn(news.free, formats().day(news.date)));
        break;
      case 'selected':
        host.dispatchEvent(new SmpSlotSelectedEvent(news.slot));
        break;
      case 'held':
        this.#say(() => this.words.held(formats().slot(news.hold.slot)));
        host.dispatchEvent(new SmpSlotHeldEvent(news.hold));
        break;
      case 'hold-ending':
        this.#say(() => this.words.holdEnding(news.secondsLeft));
        break;
      case 'hold-expired':
        this.#say(() => this.words.holdEnded);
        break;
      case 'confirmed':
        void this.#loadCalendars();
        this.#enquiry.value?.update(this.#said());
        host.dispatchEvent(new SmpBookingConfirmedEvent(news.booking));
        break;
      case 'waitlisted':
        this.#enquiry.value?.update({ waitlisted: true });
        host.dispatchEvent(new SmpWaitlistJoinedEvent());
        break;
      case 'refused':
        host.dispatchEvent(new SmpBookingRefusedEvent(news.error));
        break;
      case 'failed':
        report(host, news.error);
        break;
    }
  }

  #say(text: () => string): void {
    this.#spoken = text;
    this.#host.requestUpdate();
  }

  #said(): Enquiry {
    const { details, booking, service } = this.flow.state;
    const { name, email, phone } = details;
    return {
      contact: { name, email, ...(phone && { phone }) },
      ...(service !== undefined && { service }),
      ...(booking && { bookingId: booking.bookingId, sessions: [booking.slot] }),
      ...(booking?.manageToken !== undefined && {
        booking: { bookingId: booking.bookingId, manageToken: booking.manageToken },
      }),
    };
  }

  async #loadCompleting(): Promise<void> {
    if (this.#completing) return;
    this.#completing = await import('./completing.js');
    this.#host.requestUpdate();
  }

  async #loadCalendars(): Promise<void> {
    this.#addToCalendar = (await import('../calendar/add-to-calendar.template.js')).addToCalendar;
    this.#host.requestUpdate();
  }
}
