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
import { firstDayOfWeek } from '../../domain/time/calendar-grid.js';
import { SmpBookingRefusedEvent } from '../../events/booking-refused-event.js';
import { SmpCourseConfirmedEvent } from '../../events/course-confirmed-event.js';
import { SmpCourseRequestedEvent } from '../../events/course-requested-event.js';
import { SmpSlotSelectedEvent } from '../../events/slot-selected-event.js';
import { SmpStepChangedEvent } from '../../events/step-changed-event.js';
import { SmpWaitlistJoinedEvent } from '../../events/waitlist-joined-event.js';
import { systemClock } from '../../flows/clock.js';
import { courseBackend } from '../../flows/course-backend.js';
import { CourseFlow, type CourseNews } from '../../flows/course-flow.js';
import { Draft } from '../../flows/draft.js';
import type { CourseMessages } from '../../locales/course/messages.js';
import { courseWords } from '../../locales/course/words.js';
import type { DepositMessages } from '../../locales/deposit/messages.js';
import { depositWords } from '../../locales/deposit/words.js';
import { formatsOf } from '../../locales/formats.js';
import type { Messages } from '../../locales/messages.js';
import { commonWords } from '../../locales/words.js';
import { controlStyles } from '../../styles/controls.styles.js';
import type { addToCalendar } from '../calendar/add-to-calendar.template.js';
import { bookingStyles } from '../calendar/booking.styles.js';
import { forgetPayment, paymentOf } from '../deposit/payment.js';
import { paymentNotice } from '../deposit/payment.template.js';
import { formStyles } from '../form/form.styles.js';
import { phoneLine } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { failure } from './booker-view.js';
import { waitlistedPage } from './confirmed.template.js';
import { courseTimePage } from './course-times.template.js';
import { courseStyles } from './course.styles.js';
import {
  courseCheckPage,
  courseConfirmedPage,
  courseDetailsPage,
  offerPage,
  planPage,
  remainsPage,
} from './course.template.js';
import type { CourseView } from './course-view.js';
import { waitlistPage } from './details.template.js';
import { skeleton } from './skeleton.template.js';
import type { SmpSlotBooker } from './slot-booker.js';

/** The pages of a booker that books a whole course: draws its flow's state, and tells its element what happened. */
export class CourseBooker {
  readonly flow: CourseFlow;
  #monthOpen = false;
  #spoken: (() => string) | undefined;
  #focusOn: string | undefined;
  #touched = false;
  #addToCalendar: typeof addToCalendar | undefined;
  /** Until the visitor goes on. */
  #payment = paymentOf();
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
    this.#language = new LanguageController(host, clinic, [commonWords, courseWords, depositWords]);
    this.flow = new CourseFlow({
      clock: systemClock,
      consents: (name) => [
        {
          purpose: 'privacy',
          required: true,
          version: this.#language.versionOf(commonWords, ({ privacyConsent }) => privacyConsent),
          wording: this.words.privacyConsent(name),
        },
      ],
      draft: new Draft(visitor.storage(), 'course', visitor.now),
      attribution: () => attributionOf(location.href, document.referrer),
      locale: () => this.#language.language,
      mayRequest: (draft) => host.dispatchEvent(new SmpCourseRequestedEvent(draft)),
    });
    this.flow.subscribe(() => host.requestUpdate());
    this.flow.listen((news) => this.#onNews(news));
    const root = host.renderRoot;
    root.addEventListener('click', () => {
      this.#touched = true;
    });
    if (root instanceof ShadowRoot) {
      const { elementStyles } = host.constructor as typeof SmpSlotBooker;
      adoptStyles(root, [...elementStyles, controlStyles, formStyles, bookingStyles, courseStyles]);
    }
  }

  get words(): Messages {
    return this.#language.of(commonWords);
  }

  get own(): CourseMessages {
    return this.#language.of(courseWords);
  }

  get paying(): DepositMessages {
    return this.#language.of(depositWords);
  }

  /** The sessions, once they are booked. */
  get bookings(): readonly Booking[] {
    return this.flow.state.booked?.sessions ?? [];
  }

  /** The reference of the whole, or of each session where the backend knows no courses. */
  get reference(): string {
    const { booked } = this.flow.state;
    return booked?.course?.reference ?? this.bookings.map(({ reference }) => reference).join(', ');
  }

  /** Can the booker be used? */
  get ready(): boolean {
    return this.flow.state.status === 'ready' && this.#language.ready;
  }

  /** Takes what the page fixes or fills in, and what the visitor has said elsewhere. */
  preset(): void {
    const { contactName: name, contactEmail: email, contactPhone: phone, course, practitioner, location } = this.#host;
    const enquiry = this.#enquiry.value?.enquiry;
    const contact = { ...enquiry?.contact, ...(name && { name }), ...(email && { email }), ...(phone && { phone }) };
    this.flow.preset({ offer: course || undefined, practitioner, location, enquiry: { ...enquiry, contact } });
  }

  connect({ status, backend, clinic, error }: ClinicContext): void {
    if (backend) this.flow.connect(courseBackend(backend));
    if (status === 'ready' && clinic) {
      if (clinic !== this.flow.state.clinic) this.flow.open(clinic);
    } else if (error) this.flow.fail(error);
  }

  /** Starts another course. */
  restart(): void {
    this.flow.restart();
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
    if (this.#focusOn === undefined) return;
    const target = this.#host.renderRoot.querySelector<HTMLElement>(this.#focusOn);
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  render(): TemplateResult {
    const { ready, language, dir } = this.#language;
    if (!ready) return html`<slot>${skeleton}</slot>`;
    const { words, paying, phone } = this.#view();
    return html`<div lang=${language} dir=${dir}>
      <div role="status" class="out-of-sight">${this.#spoken?.()}</div>
      ${this.#payment ? paymentNotice(words, paying, this.#payment, phone) : nothing} ${this.#renderPage()}
    </div>`;
  }

  #renderPage(): Part {
    const view = this.#view();
    const { state } = view;
    if (state.status === 'failed') {
      const retry = state.error?.retryable ? () => this.#clinic.value?.retry() : undefined;
      return html`${failure(view, state.error, view.words.failedTitle, retry)}<slot></slot>`;
    }
    if (state.status === 'loading') return html`<slot>${skeleton}</slot>`;
    const { booking } = this.flow.limits;
    const isRuledOut = booking === 'none' || booking === 'after-consultation';
    if (isRuledOut && (state.step === 'offer' || state.step === 'first')) {
      return html`<div class="page" part="page">
        <div class="notice">
          <p>${booking === 'none' ? view.words.underAge : view.words.afterConsultation}</p>
          ${phoneLine(view.words, view.phone)}
        </div>
      </div>`;
    }
    switch (state.step) {
      case 'offer':
        return offerPage(view);
      case 'first':
      case 'session':
        return courseTimePage(view);
      case 'plan':
        return planPage(view);
      case 'details':
        return courseDetailsPage(view);
      case 'check':
        return courseCheckPage(view);
      case 'confirmed':
        return courseConfirmedPage(view);
      case 'remains':
        return remainsPage(view);
      case 'waitlist':
        return waitlistPage(view);
      case 'waitlisted':
        this.#enquiry.value?.update({ waitlisted: true });
        return waitlistedPage(view);
    }
  }

  #view(): CourseView {
    const { words, own, paying, flow } = this;
    const { state } = flow;
    const { locale } = this.#language;
    let zone: string | undefined;
    return {
      flow,
      state,
      words,
      own,
      paying,
      formats: formatsOf(locale),
      firstDay: firstDayOfWeek(locale),
      monthOpen: this.#monthOpen,
      visitorZone: () => (zone ??= visitor.timeZone()),
      now: visitor.now,
      phone: state.clinic?.phone ?? this.#host.phone ?? this.#clinic.value?.phone,
      addToCalendar: this.#addToCalendar,
      page: location.href,
      toggleMonth: () => {
        this.#monthOpen = !this.#monthOpen;
        this.#host.requestUpdate();
      },
    };
  }

  #onNews(news: CourseNews): void {
    const host = this.#host;
    switch (news.kind) {
      case 'step':
        if (this.#touched) {
          this.#focusOn = 'h2';
          this.#payment = undefined;
          forgetPayment();
        }
        host.dispatchEvent(new SmpStepChangedEvent(news.step));
        break;
      case 'issues':
        this.#focusOn = '#problems';
        break;
      case 'dated':
        this.#say(() => this.words.timesOn(news.free, formatsOf(this.#language.locale).day(news.date)));
        break;
      case 'selected':
        host.dispatchEvent(new SmpSlotSelectedEvent(news.slot));
        break;
      case 'held': {
        const minutes = Math.ceil(this.flow.state.secondsLeft / 60);
        this.#say(() => this.own.held(minutes));
        break;
      }
      case 'lost':
        this.#say(() => this.own.lost);
        break;
      case 'hold-ending':
        this.#say(() => this.words.holdEnding(news.secondsLeft));
        break;
      case 'hold-expired':
        this.#say(() => this.own.heldEnded);
        break;
      case 'refused':
        host.dispatchEvent(new SmpBookingRefusedEvent(news.error));
        break;
      case 'confirmed': {
        void this.#loadCalendars();
        const { sessions } = news.booked;
        const [first] = sessions;
        this.#enquiry.value?.update({
          sessions: sessions.map(({ slot }) => slot),
          ...(first && { service: first.service, bookingId: first.bookingId }),
        });
        host.dispatchEvent(new SmpCourseConfirmedEvent(sessions));
        break;
      }
      case 'waitlisted':
        host.dispatchEvent(new SmpWaitlistJoinedEvent());
        break;
      case 'failed':
        report(host, news.error);
        break;
      case 'remaining':
        // The button that was pressed may be gone.
        this.#focusOn = 'h2';
        break;
      case 'undone':
        this.#focusOn = '#undone';
        break;
      case 'planned':
      case 'unplannable':
        break;
    }
  }

  #say(text: () => string): void {
    this.#spoken = text;
    this.#host.requestUpdate();
  }

  async #loadCalendars(): Promise<void> {
    this.#addToCalendar = (await import('../calendar/add-to-calendar.template.js')).addToCalendar;
    this.#host.requestUpdate();
  }
}
