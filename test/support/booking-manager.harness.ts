import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import type { Booking } from '../../src/domain/booking.js';
import type { PlainDate } from '../../src/domain/time/plain-date.js';
import type { SmpBookingManager } from '../../src/elements/booking-manager/booking-manager.js';
import type { ClinicPage } from './clinic-page.js';
import { textOf } from './slot-booker.harness.js';
import { until } from './until.js';

/** A booking of somebody who now comes with its link. */
export async function bookedVisit(adapter: MemoryAdapter, service = 'visit', index = 40): Promise<Booking> {
  const { slots } = await adapter.listSlots({ service });
  const slot = slots[index];
  if (!slot) throw new Error('Too few times');
  const contact = { name: 'Ada Example', email: 'ada@example.com' };
  return adapter.createBooking(
    { service, slotId: slot.id, contact, consents: [] },
    { operationId: `booked-visit-${service}-${index}` },
  );
}

/** A booking manager as a visitor meets it. */
export class BookingManagerHarness {
  readonly element: SmpBookingManager;

  constructor(element: SmpBookingManager) {
    this.element = element;
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The manager has not rendered');
    return shadowRoot;
  }

  parts(name: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  }

  part(name: string): HTMLElement | undefined {
    return this.parts(name)[0];
  }

  heading(): string {
    return textOf(this.part('heading'));
  }

  text(): string {
    return textOf(this.root.lastElementChild);
  }

  /** Waits for a page by its heading. */
  async at(heading: string): Promise<this> {
    await until(`the page “${heading}”`, () => this.heading() === heading);
    await this.element.updateComplete;
    return this;
  }

  async shows(what: string, isThere: () => unknown): Promise<this> {
    await until(what, isThere);
    await this.element.updateComplete;
    return this;
  }

  async press(part: string): Promise<void> {
    await this.shows(part, () => this.part(part));
    this.part(part)?.click();
    await this.element.updateComplete;
  }

  /** The chosen id of a choice: `practitioner`, `location`. */
  chosen(name: string): string | undefined {
    return this.root.querySelector<HTMLSelectElement>(`select#${name}`)?.value;
  }

  /** Chooses one id; an empty one: no preference. */
  async choose(name: string, id: string): Promise<void> {
    const select = this.root.querySelector<HTMLSelectElement>(`select#${name}`);
    if (!select) throw new Error(`No choice of ${name}`);
    select.value = id;
    select.dispatchEvent(new Event('change'));
    await this.element.updateComplete;
  }

  /** Chooses the day with so many free days before it, and its first time. */
  async pick(day: number): Promise<string> {
    await this.shows('free days', () => this.root.querySelectorAll('.day[data-free]').length > day);
    return this.#pickDay(this.root.querySelectorAll<HTMLElement>('.day[data-free]')[day]);
  }

  /** Chooses the first free day from a date on, turning the calendar to it, and its first time. */
  async pickFrom(date: PlainDate): Promise<string> {
    const days = () => [...this.root.querySelectorAll<HTMLElement>('.day')];
    const later = () => days().find(({ dataset: { date: on = '', free } }) => free !== undefined && on >= date);
    await this.shows('a calendar', () => days().at(-1)?.dataset['date']);
    for (let pages = 0; pages < 3 && (days().at(-1)?.dataset['date'] ?? '') < date; pages += 1) {
      [...this.root.querySelectorAll<HTMLElement>('.turn.by-month')].at(-1)?.click();
      await this.#drawn();
    }
    await this.shows(`a free day from ${date} on`, later);
    return this.#pickDay(later());
  }

  /** Waits until what a press has led to is drawn. */
  async #drawn(): Promise<void> {
    await this.element.updateComplete;
    await this.shows('days and times', () => !this.root.querySelector('[part=calendar][aria-busy=true]'));
  }

  async #pickDay(day: HTMLElement | undefined): Promise<string> {
    day?.click();
    await this.#drawn();
    const [time] = this.parts('time');
    time?.querySelector('input')?.click();
    await this.element.updateComplete;
    return textOf(time?.querySelector('span'));
  }
}

/** Puts a manager on the page. */
export function managerOn(
  page: ClinicPage,
  settings: { readonly adapter?: SchedulingAdapter; readonly token?: string | undefined; readonly dir?: string },
): BookingManagerHarness {
  const element = Object.assign(document.createElement('smp-booking-manager'), settings);
  page.element.append(element);
  return new BookingManagerHarness(element);
}
