import { nothing } from 'lit';
import { firstDayOfWeek } from '../../domain/time/calendar-grid.js';
import { SmpBookingCancelledEvent } from '../../events/booking-cancelled-event.js';
import { SmpBookingMovedEvent } from '../../events/booking-moved-event.js';
import { SmpBookingRefusedEvent } from '../../events/booking-refused-event.js';
import { ManagementChange } from '../../flows/management-change.js';
import type { ManagementNews } from '../../flows/management-flow.js';
import { formatsOf } from '../../locales/formats.js';
import { chooserDisplay } from '../calendar/chooser-display.js';
import type { Part } from '../form/part.js';
import { cancelPage, movePage, timePage } from './change.template.js';
import type { Managing } from './managing.js';
import type { ManagingView } from './managing-view.js';

export { changingStyles } from './changing.styles.js';

/** The pages on which a booking is changed. They are loaded when the first one is wanted. */
export class Changing {
  readonly flow: ManagementChange;
  readonly #page: Managing;
  readonly #display: ReturnType<typeof chooserDisplay>;

  constructor(page: Managing) {
    this.flow = new ManagementChange(page.flow);
    this.#page = page;
    this.#display = chooserDisplay(page.host);
  }

  /** Tells the element what became of a change. */
  onNews(news: ManagementNews): void {
    const { host } = this.#page;
    switch (news.kind) {
      case 'moved':
        host.dispatchEvent(new SmpBookingMovedEvent(news.managed.sessions));
        break;
      case 'cancelled':
        host.dispatchEvent(new SmpBookingCancelledEvent(news.managed.sessions));
        break;
      case 'refused':
        host.dispatchEvent(new SmpBookingRefusedEvent(news.error));
        break;
      case 'dated':
        this.#page.say(() => this.#page.words.timesOn(news.free, formatsOf(this.#page.locale).day(news.date)));
        break;
      // What the overview tells itself.
      case 'page':
      case 'shown':
      case 'failed':
    }
  }

  render(managing: ManagingView): Part {
    const view = {
      ...managing,
      flow: this.flow,
      firstDay: firstDayOfWeek(this.#page.locale),
      ...this.#display(),
    };
    switch (view.state.page) {
      case 'time':
        return timePage(view);
      case 'move':
        return movePage(view);
      case 'cancel':
        return cancelPage(view);
      case 'overview':
        return nothing;
    }
  }
}
