import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ClinicContext } from '../../context/clinic-context.js';
import { report } from '../../controllers/report.js';
import type { Booking } from '../../domain/booking.js';
import type { SmpError } from '../../domain/errors.js';
import { SmpBookingConfirmedEvent } from '../../events/booking-confirmed-event.js';
import { SmpBookingRequestedEvent } from '../../events/booking-requested-event.js';
import { SmpSlotHeldEvent } from '../../events/slot-held-event.js';
import { BookingFlow } from '../../flows/booking-flow.js';
import type { BookingNews } from '../../flows/booking-flow.js';
import type { BookingStep } from '../../flows/booking-state.js';
import { onDemand } from '../../flows/checks-on-demand.js';
import { formatsOf } from '../../locales/formats.js';
import { backButton } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { limitNotice } from './booker-view.js';
import type { BookerView } from './booker-view.js';
import { BookingDesk, type Surroundings } from './booking-desk.js';
import type * as Completing from './completing.js';
import { servicePage } from './service.template.js';
import { skeleton } from './skeleton.template.js';
import { timePage } from './time.template.js';

/** The pages of a booker: draws its flow's state, and tells its element what happened. */
export class Booker {
  flow: BookingFlow;
  readonly desk: BookingDesk;
  #completing: typeof Completing | undefined;
  #asking = false;
  /** Where the pages after the choice of a time were asked for in vain. */
  #missed: { readonly at: BookingStep; readonly error: SmpError } | undefined;
  #retried = false;

  constructor(...around: Surroundings) {
    const [host] = around;
    this.desk = new BookingDesk(around);
    this.flow = this.#begin();
    host.addController({
      hostUpdated: () => void this.#loadCompleting(),
    });
  }

  /** The booking, once it is made. */
  get bookings(): readonly Booking[] {
    const { booking } = this.flow.state;
    return booking ? [booking] : [];
  }

  get reference(): string {
    return this.flow.state.booking?.reference ?? '';
  }

  /** Takes what the page fixes or fills in, and what the visitor has said elsewhere. */
  preset(): void {
    this.flow.preset({ ...this.desk.preset, service: this.desk.host.service ?? undefined });
  }

  connect(context: ClinicContext): void {
    const backend = this.desk.backendOf(context, () => {
      this.flow = this.#begin();
      this.preset();
    });
    if (backend) this.flow.connect(backend);
    this.desk.meet(context);
  }

  render(): TemplateResult {
    const { state } = this.flow;
    const view: BookerView = { ...this.desk.view(), flow: this.flow, state };
    // The times of a service that the page names can be shown before the clinic's profile is there.
    const waiting = () => (state.step === 'time' && !this.#hasFallback ? timePage(view) : skeleton);
    return this.desk.render(() => this.desk.page(view, () => this.#pageOf(view), waiting));
  }

  #begin(): BookingFlow {
    const { desk } = this;
    const flow = new BookingFlow({
      ...desk.options('booking'),
      mayRequest: (draft) => desk.host.dispatchEvent(new SmpBookingRequestedEvent(draft)),
    });
    flow.listen((news) => {
      if (flow === this.flow) this.#onNews(news);
      else if (news.kind === 'confirmed') desk.host.dispatchEvent(new SmpBookingConfirmedEvent(news.booking));
      else desk.hearLeft(flow, news);
    });
    desk.serve(flow);
    return flow;
  }

  #pageOf(view: BookerView): Part | undefined {
    const { step } = view.state;
    switch (step) {
      case 'service':
        return this.flow.limits().booking === 'none' ? limitNotice(view) : servicePage(view);
      case 'time': {
        const limit = limitNotice(view);
        return limit === nothing ? timePage(view) : limit;
      }
      default:
        if (this.#completing) return this.#completing[`${step}Page`](view);
        if (step !== this.#missed?.at) return skeleton;
        // The page before may be one of those that did not come.
        return html`${this.flow.previous && backButton(view.words.back, () => this.flow.goTo('time'))}
        ${this.desk.failed(view, this.#missed.error, () => this.#retry())}`;
    }
  }

  /** Does the page show something of its own until the booker is ready? */
  get #hasFallback(): boolean {
    return [...this.desk.host.childNodes].some(
      (node) => node instanceof Text || (node instanceof Element && node.slot === ''),
    );
  }

  #onNews(news: BookingNews): void {
    const { desk } = this;
    switch (news.kind) {
      case 'lost':
        desk.focusOn = '#lost';
        break;
      case 'held':
        desk.say(() => desk.words.held(formatsOf(desk.language.locale).slot(news.hold.slot)));
        desk.host.dispatchEvent(new SmpSlotHeldEvent(news.hold));
        break;
      case 'hold-expired':
        desk.say(() => desk.words.holdEnded);
        break;
      case 'confirmed':
        desk.booked(this.flow.state.details, [news.booking]);
        desk.host.dispatchEvent(new SmpBookingConfirmedEvent(news.booking));
        break;
      default:
        desk.hear(news);
    }
  }

  /** Asks for the pages after the choice of a time while the visitor is choosing, or is past that after a reload. */
  async #loadCompleting(): Promise<void> {
    const { host } = this.desk;
    const { calendar, step } = this.flow.state;
    const isChoosing = step === 'service' || step === 'time';
    if (this.#completing || this.#asking || step === this.#missed?.at) return;
    if (isChoosing && calendar.status !== 'ready') return;
    this.#asking = true;
    this.#completing = await onDemand(
      () => import('./completing.js'),
      (error) => {
        // At the next page they are asked for again.
        this.#missed = { at: step, error };
        if (!isChoosing) report(host, error);
      },
    );
    this.#asking = false;
    host.requestUpdate();
  }

  #retry(): void {
    // Firefox does not ask again for a file that once failed, as long as the page stands.
    if (this.#retried) return location.reload();
    this.#retried = true;
    this.#missed = undefined;
    this.desk.host.requestUpdate();
  }
}
