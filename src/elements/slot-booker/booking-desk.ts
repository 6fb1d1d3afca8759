import type { ContextConsumer } from '@lit/context';
import { adoptStyles, html } from 'lit';
import type { CSSResultOrNative, ReactiveController, TemplateResult } from 'lit';
import { phoneOf, type ClinicContext } from '../../context/clinic-context.js';
import type { enquiryContext } from '../../context/enquiry-context.js';
import { attributionOf } from '../../controllers/attribution.js';
import type { ClinicController } from '../../controllers/clinic-controller.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { lateCode } from '../../controllers/late-code.js';
import { report } from '../../controllers/report.js';
import { visitor } from '../../controllers/visitor.js';
import type { Booking } from '../../domain/booking.js';
import type { Clinic } from '../../domain/clinic.js';
import type { Enquiry } from '../../domain/enquiry.js';
import type { SmpError } from '../../domain/errors.js';
import { firstDayOfWeek } from '../../domain/time/calendar-grid.js';
import { SmpBookingRefusedEvent } from '../../events/booking-refused-event.js';
import { SmpSlotSelectedEvent } from '../../events/slot-selected-event.js';
import { SmpStepChangedEvent } from '../../events/step-changed-event.js';
import { SmpWaitlistJoinedEvent } from '../../events/waitlist-joined-event.js';
import type { BookingNews } from '../../flows/booking-news.js';
import type { BookingDetails, DetailField } from '../../flows/booking-state.js';
import type { ClinicBackend } from '../../flows/clinic-backend.js';
import { systemClock } from '../../flows/clock.js';
import type { CourseNews } from '../../flows/course-state.js';
import { Draft } from '../../flows/draft.js';
import type { VisitOptions, VisitPreset } from '../../flows/visit-record.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { formatsOf } from '../../locales/formats.js';
import type { Messages } from '../../locales/messages.js';
import { commonWords } from '../../locales/words.js';
import { controlStyles } from '../../styles/controls.styles.js';
import type { addToCalendar } from '../calendar/add-to-calendar.template.js';
import { bookingStyles } from '../calendar/booking.styles.js';
import { chooserDisplay } from '../calendar/chooser-display.js';
import { formStyles } from '../form/form.styles.js';
import type { Part } from '../form/part.js';
import { failure } from './booker-view.js';
import type { BookerView } from './booker-view.js';
import { skeleton } from './skeleton.template.js';
import type { SmpSlotBooker } from './slot-booker.js';

/** Whose draft lies where. */
const holders = new Map<string, WeakRef<HTMLElement>>();

/** Where a booker keeps its draft: never where another one on the page does, and in the same place after a reload. */
function placeFor(host: HTMLElement, key: string, number = 1): string {
  const place = number === 1 ? key : `${key}/${number}`;
  const holder = holders.get(place)?.deref();
  if (holder?.isConnected && holder !== host) return placeFor(host, key, number + 1);
  holders.set(place, new WeakRef(host));
  return place;
}

/** What both flows that book tell alike. */
export type DeskNews = Extract<
  BookingNews | CourseNews,
  { readonly kind: 'step' | 'issues' | 'dated' | 'selected' | 'hold-ending' | 'waitlisted' | 'refused' | 'failed' }
>;

/** A flow that books, as far as it does not matter what. */
interface DeskFlow {
  readonly state: {
    readonly status: 'loading' | 'ready' | 'failed';
    readonly clinic?: Clinic;
    readonly error?: SmpError;
    readonly details: BookingDetails;
  };
  setDetail(field: DetailField, value: string): void;
  restart(): void;
  open(clinic: Clinic): void;
  fail(error: SmpError): void;
  wake(): void;
  resume(): void;
  suspend(): void;
  subscribe(subscriber: () => void): unknown;
}

/** The elements around a booker, as it is handed them. */
export type Surroundings = readonly [
  host: SmpSlotBooker,
  clinic: ClinicController,
  enquiry: ContextConsumer<typeof enquiryContext, SmpSlotBooker>,
];

/**
 * Where a visitor books, an appointment or a course: has the words, follows the life of the element, leads the focus to
 * what is to be read next, and tells ears and the page what has happened.
 */
export class BookingDesk implements ReactiveController {
  readonly host: SmpSlotBooker;
  readonly language: LanguageController;
  /** Selector of what gets the focus once it is drawn. */
  focusOn: string | undefined;
  /** The visitor has done something here: before, the focus is not the booker's to take. */
  touched = false;
  #spoken: (() => string) | undefined;
  #addToCalendar: typeof addToCalendar | undefined;
  #calendars: unknown;
  #flow: DeskFlow | undefined;
  #leave: (() => void) | undefined;
  readonly #clinic: ClinicController;
  readonly #enquiry: Surroundings[2];
  readonly #display: ReturnType<typeof chooserDisplay>;

  constructor(
    [host, clinic, enquiry]: Surroundings,
    catalogues: readonly Catalogue<unknown>[] = [],
    styles: readonly CSSResultOrNative[] = [],
  ) {
    this.host = host;
    this.#clinic = clinic;
    this.#enquiry = enquiry;
    this.#display = chooserDisplay(host);
    this.language = new LanguageController(host, clinic, [commonWords, ...catalogues]);
    const root = host.renderRoot;
    root.addEventListener('click', () => {
      this.touched = true;
    });
    if (root instanceof ShadowRoot) {
      const { elementStyles } = host.constructor as typeof SmpSlotBooker;
      adoptStyles(root, [...elementStyles, controlStyles, formStyles, bookingStyles, ...styles]);
    }
  }

  get words(): Messages {
    return this.language.of(commonWords);
  }

  /** Can the booker be used? */
  get ready(): boolean {
    return this.#flow?.state.status === 'ready' && this.language.ready;
  }

  /** What the visitor has said elsewhere. */
  get enquiry(): Enquiry | undefined {
    return this.#enquiry.value?.enquiry;
  }

  /** What the page fixes or fills in, and what the visitor has said elsewhere. */
  get preset(): VisitPreset {
    const { contactName: name, contactEmail: email, contactPhone: phone, practitioner, location } = this.host;
    const { enquiry } = this;
    const contact = { ...enquiry?.contact, ...(name && { name }), ...(email && { email }), ...(phone && { phone }) };
    // An attribute that was taken away is `null`.
    return {
      practitioner: practitioner ?? undefined,
      location: location ?? undefined,
      enquiry: { ...enquiry, contact },
    };
  }

  /** What a flow is given. `key` names what it keeps over a reload. */
  options<Memory extends object>(key: string): Omit<VisitOptions<Memory, never>, 'mayRequest'> {
    return {
      clock: systemClock,
      consents: (name) => [
        {
          purpose: 'privacy',
          required: true,
          version: this.language.versionOf(commonWords, ({ privacyConsent }) => privacyConsent),
          wording: this.words.privacyConsent(name),
        },
      ],
      draft: new Draft(visitor.storage(), placeFor(this.host, key), visitor.now),
      attribution: () => attributionOf(location.href, document.referrer),
      locale: () => this.language.language,
    };
  }

  /** Draws the flow from here on, and no other; lets it live as long as the element is on the page. */
  serve(flow: DeskFlow): void {
    this.#flow = flow;
    flow.subscribe(() => this.host.requestUpdate());
    this.host.addController(this);
  }

  /**
   * The backend for the flow. What is said and held stays with the clinic that it was said to: as long as nobody knows whose
   * the next backend is there is none, and for another clinic `begin` makes another flow.
   */
  backendOf({ backend, clinic }: ClinicContext, begin: () => void): ClinicBackend | undefined {
    const before = this.#flow;
    const known = before?.state.clinic;
    if (!before || !known) return backend;
    if (!clinic || clinic.id === known.id) return clinic && backend;
    begin();
    for (const field of ['name', 'email', 'phone'] as const) this.#flow?.setDetail(field, before.state.details[field]);
    // Lets go what is held. What has been sent goes on, and is asked for again where the visitor comes back.
    before.restart();
    before.suspend();
    return backend;
  }

  /** Hands the flow the clinic, or why there is none. */
  meet({ status, clinic, error }: ClinicContext): void {
    if (status === 'ready' && clinic) {
      if (clinic !== this.#flow?.state.clinic) this.#flow?.open(clinic);
    } else if (error) this.#flow?.fail(error);
  }

  hostConnected(): void {
    this.#leave?.();
    const wake = () => {
      if (document.visibilityState === 'visible') this.#flow?.wake();
    };
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('pageshow', wake);
    this.#leave = () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('pageshow', wake);
    };
    this.#flow?.resume();
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#flow?.suspend();
  }

  /** What was drawn stands: the focus goes to what the visitor has to read next. */
  hostUpdated(): void {
    if (this.focusOn === undefined) return;
    const target = this.host.renderRoot.querySelector<HTMLElement>(this.focusOn);
    if (!target) return;
    this.focusOn = undefined;
    target.focus();
  }

  /** Tells ears. */
  say(text: () => string): void {
    this.#spoken = text;
    this.host.requestUpdate();
  }

  /** Hands on what has been said and booked here. */
  update(said: Partial<Enquiry>): void {
    this.#enquiry.value?.update(said);
  }

  /** Takes in what a flow tells in whose place another clinic's has come: what it gets to hold it lets go. */
  hearLeft(flow: DeskFlow, news: BookingNews | CourseNews): void {
    if (news.kind === 'refused') this.hear(news);
    if (news.kind === 'refused' || (news.kind === 'step' && /^(details|check)$/.test(news.step))) flow.restart();
  }

  /** Takes in what both flows tell. */
  hear(news: DeskNews): void {
    const { host } = this;
    switch (news.kind) {
      case 'step':
        if (this.touched) this.focusOn = 'h2';
        // What was said of the page before is over. That the time is held is said just before its page is turned to.
        if (news.step !== 'details') this.#spoken = undefined;
        host.dispatchEvent(new SmpStepChangedEvent(news.step));
        break;
      case 'issues':
        this.focusOn = '#problems';
        break;
      case 'dated':
        this.say(() => this.words.timesOn(news.free, formatsOf(this.language.locale).day(news.date)));
        break;
      case 'selected':
        host.dispatchEvent(new SmpSlotSelectedEvent(news.slot));
        break;
      case 'hold-ending':
        this.say(() => this.words.holdEnding(news.secondsLeft));
        break;
      case 'waitlisted':
        this.update({ waitlisted: true });
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

  /** Tells the page who has booked what. The ways to add it to a calendar are there soon. */
  booked({ name, email, phone }: BookingDetails, bookings: readonly Booking[]): void {
    const [first] = bookings;
    this.update({
      contact: { name, email, ...(phone && { phone }) },
      sessions: bookings.map(({ slot }) => slot),
      ...(first && { service: first.service, bookingId: first.bookingId }),
      ...(first?.manageToken && { booking: { bookingId: first.bookingId, manageToken: first.manageToken } }),
    });
    this.#calendars ??= lateCode(this.host, async () => {
      this.#addToCalendar = (await import('../calendar/add-to-calendar.template.js')).addToCalendar;
      this.host.requestUpdate();
    });
  }

  /** What all pages draw from. */
  view(): Omit<BookerView, 'flow' | 'state'> {
    const { locale } = this.language;
    let zone: string | undefined;
    return {
      words: this.words,
      formats: formatsOf(locale),
      firstDay: firstDayOfWeek(locale),
      ...this.#display(),
      visitorZone: () => (zone ??= visitor.timeZone()),
      now: visitor.now,
      phone: phoneOf(this.#clinic.value, this.host),
      hasDesign: this.enquiry?.design !== undefined,
      addToCalendar: this.#addToCalendar,
    };
  }

  /** Draws what `draw` makes, with what ears are told; nothing before there are words for it. */
  render(draw: () => Part | undefined): TemplateResult {
    const { ready, language, dir } = this.language;
    if (!ready) return html`<slot>${skeleton}</slot>`;
    return html`<div lang=${language} dir=${dir}>
      <div role="status" class="out-of-sight">${this.#spoken?.()}</div>
      ${draw()}
    </div>`;
  }

  /** A page once the clinic is known; before, what `waiting` makes, and what the page of the clinic's own shows. */
  page(
    view: Pick<BookerView, 'words' | 'phone'>,
    page: () => Part | undefined,
    waiting: () => Part = () => skeleton,
  ): Part | undefined {
    const { status, error } = this.#flow?.state ?? {};
    if (status === 'failed') {
      const retry = error?.retryable ? () => this.#clinic.value?.retry() : undefined;
      return this.failed(view, error, retry);
    }
    return status === 'ready' ? page() : html`<slot>${waiting()}</slot>`;
  }

  /** Says that nothing can be booked here, and shows what the page has in its place. */
  failed(view: Pick<BookerView, 'words' | 'phone'>, error: SmpError | undefined, retry?: () => void): Part {
    return html`${failure(view, error, view.words.failedTitle, retry)}<slot></slot>`;
  }
}
