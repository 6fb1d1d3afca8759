import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ClinicContext } from '../../context/clinic-context.js';
import type { Booking } from '../../domain/booking.js';
import { SmpCourseConfirmedEvent } from '../../events/course-confirmed-event.js';
import { SmpCourseRequestedEvent } from '../../events/course-requested-event.js';
import { courseBackend } from '../../flows/course-backend.js';
import { CourseFlow, type CourseNews } from '../../flows/course-flow.js';
import type { CourseMessages } from '../../locales/course/messages.js';
import { courseWords } from '../../locales/course/words.js';
import type { DepositMessages } from '../../locales/deposit/messages.js';
import { depositWords } from '../../locales/deposit/words.js';
import { forgetPayment, paymentOf } from '../deposit/payment.js';
import { paymentNotice } from '../deposit/payment.template.js';
import type { Part } from '../form/part.js';
import { isRuledOut, ruledOutPage } from './booker-view.js';
import { BookingDesk, type Surroundings } from './booking-desk.js';
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

/** What its pages are written with, beside the words that all elements share. */
export const WORDS = [courseWords, depositWords];

/** The pages of a booker that books a whole course: draws its flow's state, and tells its element what happened. */
export class CourseBooker {
  flow: CourseFlow;
  readonly desk: BookingDesk;
  /** What the flow was connected to last: it knows a course's own apart only by identity. */
  #backend: ClinicContext['backend'];
  /** Until the visitor goes on. */
  #payment = paymentOf();

  constructor(...around: Surroundings) {
    this.desk = new BookingDesk(around, WORDS, [courseStyles]);
    this.flow = this.#begin();
  }

  get own(): CourseMessages {
    return this.desk.language.of(courseWords);
  }

  get paying(): DepositMessages {
    return this.desk.language.of(depositWords);
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

  /** Takes what the page fixes or fills in, and what the visitor has said elsewhere. */
  preset(): void {
    this.flow.preset({ ...this.desk.preset, offer: this.desk.host.course || undefined });
  }

  connect(context: ClinicContext): void {
    const backend = this.desk.backendOf(context, () => {
      this.flow = this.#begin();
      this.preset();
    });
    if (backend && backend !== this.#backend) this.flow.connect(courseBackend((this.#backend = backend)));
    this.desk.meet(context);
  }

  render(): TemplateResult {
    const { flow, own, paying } = this;
    const view: CourseView = { ...this.desk.view(), flow, state: flow.state, own, paying, page: location.href };
    return this.desk.render(
      () =>
        html`${this.#payment ? paymentNotice(view.words, paying, this.#payment, view.phone) : nothing}
        ${this.desk.page(view, () => this.#pageOf(view))}`,
    );
  }

  #begin(): CourseFlow {
    const { desk } = this;
    const flow = new CourseFlow({
      ...desk.options('course'),
      mayRequest: (draft) => desk.host.dispatchEvent(new SmpCourseRequestedEvent(draft)),
    });
    flow.listen((news) => {
      if (flow === this.flow) this.#onNews(news);
      else if (news.kind === 'confirmed') desk.host.dispatchEvent(new SmpCourseConfirmedEvent(news.booked.sessions));
      else desk.hearLeft(flow, news);
    });
    desk.serve(flow);
    return flow;
  }

  #pageOf(view: CourseView): Part {
    const { step } = view.state;
    const { booking } = this.flow.limits;
    if (isRuledOut(booking) && (step === 'offer' || step === 'first')) return ruledOutPage(view, booking);
    switch (step) {
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
        return waitlistedPage(view);
    }
  }

  #onNews(news: CourseNews): void {
    const { desk } = this;
    switch (news.kind) {
      case 'step':
        if (desk.touched) {
          this.#payment = undefined;
          forgetPayment();
        }
        desk.hear(news);
        break;
      case 'held': {
        const minutes = Math.ceil(this.flow.state.secondsLeft / 60);
        desk.say(() => this.own.held(minutes));
        break;
      }
      case 'lost':
        desk.say(() => this.own.lost);
        break;
      case 'hold-expired':
        desk.say(() => this.own.heldEnded);
        break;
      case 'confirmed': {
        const { sessions } = news.booked;
        desk.booked(this.flow.state.details, sessions);
        desk.host.dispatchEvent(new SmpCourseConfirmedEvent(sessions));
        break;
      }
      case 'remaining':
        // The button that was pressed may be gone.
        desk.focusOn = 'h2';
        break;
      case 'undone':
        desk.focusOn = '#undone';
        break;
      case 'planned':
      case 'unplannable':
        break;
      default:
        desk.hear(news);
    }
  }
}
