import type { SmpSlotBooker } from '../../src/elements/slot-booker/slot-booker.js';
import type { BookingStep } from '../../src/flows/booking-state.js';
import { en } from '../../src/locales/en.js';
import { until } from './until.js';

/** What a visitor types; a field that is not named stays as it is. */
export interface Details {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly note?: string;
  readonly privacy?: boolean;
}

/** A visitor who fills in everything. */
export const ADA = {
  name: 'Ada Example',
  email: 'ada@example.com',
  phone: '020 7946 0123',
  note: 'Please ring the bell twice.',
  privacy: true,
} as const satisfies Details;

/** One day as the calendar shows it. */
export interface ShownDay {
  /** Its accessible name. */
  readonly name: string;
  /** Read off that name, `2026-12-01`. */
  readonly date: string;
  readonly free: boolean;
  readonly chosen: boolean;
  readonly today: boolean;
  readonly element: HTMLElement;
}

/** Text as it is read, on one line. */
export const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Does the element take up room on the page? */
export const isShown = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
};

/** A booker as a visitor meets it: by words, roles and parts. */
export class SlotBookerHarness {
  readonly element: SmpSlotBooker;

  constructor(element: SmpSlotBooker) {
    this.element = element;
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The booker has not rendered');
    return shadowRoot;
  }

  // ---- what is shown

  all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  parts(name: string): HTMLElement[] {
    return this.all(`[part~="${name}"]`);
  }

  part(name: string): HTMLElement | undefined {
    return this.parts(name)[0];
  }

  heading(): string {
    return textOf(this.part('heading'));
  }

  /** All text that is drawn, the page's fallback content aside. */
  text(): string {
    return textOf(this.root.lastElementChild);
  }

  /** What has been said to those who listen. */
  spoken(): string {
    return textOf(this.root.querySelector('[role=status]'));
  }

  /** What is announced at once. */
  alert(): string {
    return this.all('[role=alert]').map(textOf).join(' ');
  }

  /** The element that has the focus within the booker. */
  focused(): HTMLElement | undefined {
    const { activeElement } = this.root;
    return activeElement instanceof HTMLElement ? activeElement : undefined;
  }

  /** The name and facts of each service in the menu. */
  services(): string[] {
    return this.parts('service').map(textOf);
  }

  days(): ShownDay[] {
    return this.parts('day').map((element) => {
      const name = nameOf(element);
      return {
        name,
        date: dateOf(name),
        free: element.getAttribute('aria-disabled') !== 'true',
        chosen: element.getAttribute('aria-pressed') === 'true',
        today: element.getAttribute('aria-current') === 'date',
        element,
      };
    });
  }

  /** The day that the keyboard is on. */
  cursor(): string {
    return this.days().find(({ element }) => element.tabIndex === 0)?.date ?? '';
  }

  times(): string[] {
    return this.parts('time').map(textOf);
  }

  chosenTime(): string {
    return textOf(this.parts('time').find((time) => time.querySelector('input')?.checked));
  }

  alternatives(): string[] {
    return this.parts('alternative').map(textOf);
  }

  problems(): string[] {
    return [...(this.part('problems')?.querySelectorAll('li') ?? [])].map(textOf);
  }

  /** The answers by their question. */
  answers(): Record<string, string> {
    const terms = [...(this.part('answers')?.querySelectorAll('dt') ?? [])];
    return Object.fromEntries(terms.map((term) => [textOf(term), textOf(term.nextElementSibling)]));
  }

  reference(): string {
    return textOf(this.part('reference'));
  }

  buttons(): string[] {
    return this.all('button:not([part~="day"])').map(nameOf);
  }

  /** @throws where there is no such button */
  button(name: string): HTMLButtonElement {
    const found = this.all('button').find((button) => nameOf(button) === name);
    if (!(found instanceof HTMLButtonElement))
      throw new Error(`No button "${name}" among ${this.buttons().join(', ')}`);
    return found;
  }

  /** The control with this label. @throws where there is none */
  field(label: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
    const found = [...this.root.querySelectorAll('label')].find((element) => textOf(element).startsWith(label));
    const { control } = found ?? {};
    if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      return control;
    }
    throw new Error(`No field "${label}"`);
  }

  // ---- what is waited for

  /** Waits for the page with this heading. */
  async at(heading: string): Promise<this> {
    await until(`the booker shows "${heading}" (it shows "${this.heading()}")`, () => this.heading() === heading);
    await this.element.updateComplete;
    return this;
  }

  /** Waits until the times of a day can be chosen. */
  async atTimes(): Promise<this> {
    await this.at(en.chooseTime);
    await until('times are shown', () => this.times().length > 0);
    return this;
  }

  /** Waits until what was asked is so and drawn. */
  async shows(what: string, question: () => unknown): Promise<this> {
    await until(what, question);
    await this.element.updateComplete;
    return this;
  }

  // ---- what is done

  async chooseService(name: string): Promise<this> {
    await this.at(en.chooseService);
    const card = this.parts('service').find((service) => textOf(service).includes(name));
    if (!card) throw new Error(`No service "${name}" among ${this.services().join(', ')}`);
    card.querySelector('input')?.click();
    return this.continue();
  }

  async pickDay(date: string): Promise<this> {
    const day = this.days().find((shown) => shown.date === date);
    if (!day)
      throw new Error(
        `No day "${date}" among ${this.days()
          .map((shown) => shown.date)
          .join('; ')}`,
      );
    day.element.click();
    await this.drawn();
    return this;
  }

  /** Waits until what a press has led to is drawn. */
  async drawn(): Promise<void> {
    await this.element.updateComplete;
    await until('days and times are drawn', () => !this.root.querySelector('[part=calendar][aria-busy=true]'));
    await this.element.updateComplete;
  }

  async pick(time: string): Promise<this> {
    await this.atTimes();
    const chip = this.parts('time').find((shown) => textOf(shown).startsWith(time));
    if (!chip) throw new Error(`No time "${time}" among ${this.times().join(', ')}`);
    chip.querySelector('input')?.click();
    await this.element.updateComplete;
    return this;
  }

  async press(button: string): Promise<this> {
    this.button(button).click();
    await this.drawn();
    return this;
  }

  hold(): Promise<this> {
    // Without holds a time is only gone on with.
    return this.press(this.buttons().includes(en.holdTime) ? en.holdTime : en.continue);
  }

  continue(): Promise<this> {
    return this.press(en.continue);
  }

  /** Sends what stands on the check page, whatever its button says. */
  async confirm(): Promise<this> {
    await this.at(en.checkTitle);
    const button = this.part('button');
    button?.click();
    await this.element.updateComplete;
    return this;
  }

  async fill({ name, email, phone, note, privacy }: Details): Promise<this> {
    const typed = [
      [en.name, name],
      [en.email, email],
      [en.phone, phone],
      [en.note, note],
    ] as const;
    for (const [label, value] of typed) if (value !== undefined) this.type(label, value);
    if (privacy !== undefined) this.tick('I agree', privacy);
    await this.element.updateComplete;
    return this;
  }

  type(label: string, value: string): void {
    const control = this.field(label);
    control.value = value;
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  tick(label: string, checked: boolean): void {
    const box = this.field(label);
    if (box instanceof HTMLInputElement && box.checked !== checked) box.click();
  }

  async select(label: string, option: string): Promise<this> {
    const list = this.field(label);
    if (!(list instanceof HTMLSelectElement)) throw new Error(`"${label}" is no list`);
    const wanted = [...list.options].find((one) => textOf(one) === option);
    if (!wanted) throw new Error(`No option "${option}"`);
    // As a person does: from then on a browser takes no attribute of the option for what is chosen.
    wanted.selected = true;
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
    return this;
  }

  details(): Record<'name' | 'email' | 'phone' | 'note', string> & { readonly privacy: boolean } {
    const box = this.field('I agree');
    return {
      name: this.field(en.name).value,
      email: this.field(en.email).value,
      phone: this.field(en.phone).value,
      note: this.field(en.note).value,
      privacy: box instanceof HTMLInputElement && box.checked,
    };
  }

  // ---- whole stretches

  /** From the choice of a time to the details page. */
  async toDetails(time = '10:00'): Promise<this> {
    await this.pick(time);
    await this.hold();
    return this.at(en.yourDetails);
  }

  /** From the choice of a time to the check page. */
  async toCheck(time = '10:00', details: Details = ADA): Promise<this> {
    await this.toDetails(time);
    await this.fill(details);
    await this.continue();
    return this.at(en.checkTitle);
  }

  /** Waits for the end of a booking, and gives its reference. */
  async confirmed(title: string = en.confirmedTitle): Promise<string> {
    await this.at(title);
    return this.reference();
  }
}

/** The steps that an element tells of, in order. */
export function stepsOf(element: EventTarget): BookingStep[] {
  const steps: BookingStep[] = [];
  element.addEventListener('smp-step-changed', (event) => {
    if ('step' in event) steps.push(event.step as BookingStep);
  });
  return steps;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The date in `Tuesday, 1 December 2026, 3 times available` or `Tuesday, December 1, 2026`, as engines differ in it. */
export function dateOf(text: string): string {
  const month = MONTHS.findIndex((name) => text.includes(name)) + 1;
  const [, day = ''] = /\b(\d{1,2})\b/.exec(text) ?? [];
  const [year = ''] = /\b\d{4}\b/.exec(text) ?? [];
  return [year, String(month).padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** The accessible name of something that is named by its label or by what is written in it. */
export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return textOf(copy);
}
