import type { SmpJourney } from '../../src/elements/journey/journey.js';
import { en as words } from '../../src/locales/journey/en.js';
import type { ClinicPage } from './clinic-page.js';
import { ConsultationHarness } from './consultation.harness.js';
import { HairlinePickerHarness } from './hairline-picker.harness.js';
import { isShown, nameOf, SlotBookerHarness, textOf } from './slot-booker.harness.js';
import { until } from './until.js';

/** One step in the list of steps. */
export interface ShownStep {
  readonly name: string;
  readonly current: boolean;
  /** It is a link. */
  readonly open: boolean;
}

/** A journey as a visitor meets it: by words, roles and parts. */
export class JourneyHarness {
  readonly element: SmpJourney;

  constructor(element: SmpJourney) {
    this.element = element;
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The journey has not rendered');
    return shadowRoot;
  }

  part(name: string): HTMLElement | undefined {
    return this.root.querySelector<HTMLElement>(`[part~="${name}"]`) ?? undefined;
  }

  /** Place and name of the step. */
  heading(): string {
    return textOf(this.part('heading'));
  }

  steps(): ShownStep[] {
    return [...this.root.querySelectorAll('[part~="step"]')].map((item) => ({
      name: textOf(item),
      current: item.getAttribute('aria-current') === 'step',
      open: item.querySelector('button') !== null,
    }));
  }

  phone(): string {
    return textOf(this.part('phone'));
  }

  /** The ways on and back. */
  ways(): string[] {
    return [...(this.part('ways')?.querySelectorAll('button') ?? [])].map(textOf);
  }

  /** The element that has the focus within the journey. */
  focused(): Element | undefined {
    return this.root.activeElement ?? undefined;
  }

  /** Elements of the steps that are on the page, shown or not. */
  elements(): string[] {
    return [...this.root.querySelectorAll('*')]
      .map(({ localName }) => localName)
      .filter((name) => name.startsWith('smp-'));
  }

  /** Those that can be seen. */
  shown(): string[] {
    return [...this.root.querySelectorAll('*')]
      .filter((one) => one.localName.startsWith('smp-') && isShown(one))
      .map(({ localName }) => localName);
  }

  /** @throws where the element is not there */
  find<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
    const found = this.root.querySelector(name);
    if (!found) throw new Error(`No <${name}> in the journey, only ${this.elements().join(', ')}`);
    return found;
  }

  /** Waits for a step by its name, and for the first element in it. */
  async at(step: keyof typeof words.steps): Promise<this> {
    const name = words.steps[step];
    await until(`the journey is at "${name}" (it is at "${this.heading()}")`, () => this.heading().endsWith(name));
    await until(`there is something at "${name}"`, () => this.shown().length > 0 || this.part('receipt'));
    await this.element.updateComplete;
    return this;
  }

  async consultation(): Promise<ConsultationHarness> {
    await this.at('consultation');
    return new ConsultationHarness(this.find('smp-consultation'));
  }

  async picker(): Promise<HairlinePickerHarness> {
    await this.at('design');
    return new HairlinePickerHarness(this.find('smp-hairline-picker')).usable();
  }

  async booker(): Promise<SlotBookerHarness> {
    await this.at('booking');
    return new SlotBookerHarness(this.find('smp-slot-booker'));
  }

  /** Presses a button of the journey's own. @throws where there is none */
  async press(name: string): Promise<this> {
    const buttons = [...this.root.querySelectorAll('button')];
    const found = buttons.find((button) => nameOf(button) === name);
    if (!found) throw new Error(`No button "${name}" among ${buttons.map(nameOf).join(', ')}`);
    found.click();
    await this.element.updateComplete;
    return this;
  }

  /** Leaves the step out for now. */
  skip(): Promise<this> {
    return this.press(words.skip);
  }
}

/** Attributes and properties of a journey. */
export type JourneySettings = Partial<
  Pick<
    SmpJourney,
    | 'steps'
    | 'skippable'
    | 'booking'
    | 'service'
    | 'course'
    | 'adapter'
    | 'endpoint'
    | 'demo'
    | 'phone'
    | 'contactName'
    | 'contactEmail'
    | 'lang'
    | 'dir'
  >
>;

/** A journey on the page, alone or inside something. */
export function journeyOn(
  page: ClinicPage,
  settings: JourneySettings = {},
  parent: Element = page.element,
): JourneyHarness {
  const element = Object.assign(document.createElement('smp-journey'), settings);
  parent.append(element);
  return new JourneyHarness(element);
}
