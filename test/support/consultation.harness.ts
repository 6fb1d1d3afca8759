import type { SmpConsultation } from '../../src/elements/consultation/consultation.js';
import type { QuestionText } from '../../src/domain/consultation/question-words.js';
import type { ConsultationStep } from '../../src/flows/consultation-state.js';
import { en as words } from '../../src/locales/consultation/en.js';
import { en } from '../../src/locales/en.js';
import type { ClinicPage } from './clinic-page.js';
import { ADA, nameOf, textOf } from './slot-booker.harness.js';
import { until } from './until.js';

/** A date as it is typed. */
export interface TypedDate {
  readonly day?: string;
  readonly month?: string;
  readonly year?: string;
}

/**
 * What is said on one page: the name of a choice, the names of several, a text, or a date. `null` leaves the page as it
 * is.
 */
export type Said = string | readonly string[] | TypedDate | null;

/** What is said, by the heading of the page. */
export type Sayings = Readonly<Record<string, Said>>;

const { questions } = words;

/** What a built-in choice is called. @throws where there is none */
export function option(id: keyof typeof questions, value: string): string {
  const { options }: QuestionText = questions[id];
  const text = options?.[value];
  if (text === undefined) throw new Error(`No option "${value}" of "${id}"`);
  return typeof text === 'object' ? text[0] : text;
}

/** What an attentive visitor says, unless a test says otherwise; the rest is left out or answered with “None of these”. */
export const ORDINARY: Sayings = {
  [questions.ageConfirm18.label]: option('ageConfirm18', 'yes'),
  [questions.treatmentGoal.label]: option('treatmentGoal', 'shavedLook'),
  [questions.healthConsent.label]: ['I agree'],
  [questions.presentation.label]: option('presentation', 'male'),
  [questions.hairLossPatternMale.label]: option('hairLossPatternMale', 'norwood-5'),
  [questions.progression.label]: option('progression', 'stable'),
  [questions.willKeepShaved.label]: words.yesNo.yes,
};

/** One choice as it is shown. */
export interface ShownChoice {
  /** Its accessible name. */
  readonly name: string;
  readonly chosen: boolean;
  readonly input: HTMLInputElement;
}

/** One row of the check page. */
export interface ShownAnswer {
  readonly label: string;
  readonly value: string;
  /** The name of its button; empty where it has none. */
  readonly change: string;
}

/** A consultation as a visitor meets it: by words, roles and parts. */
export class ConsultationHarness {
  readonly element: SmpConsultation;

  constructor(element: SmpConsultation) {
    this.element = element;
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The consultation has not rendered');
    return shadowRoot;
  }

  // ---- what is shown

  all(selector: string): HTMLElement[] {
    return [...(this.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }

  parts(name: string): HTMLElement[] {
    return this.all(`[part~="${name}"]`);
  }

  part(name: string): HTMLElement | undefined {
    return this.parts(name)[0];
  }

  /** The heading itself, without what is said beside it. */
  heading(): string {
    const copy = this.part('heading')?.cloneNode(true) as Element | undefined;
    for (const beside of copy?.querySelectorAll('small, span') ?? []) beside.remove();
    return textOf(copy);
  }

  /** All text that is drawn, the page's fallback content aside. */
  text(): string {
    return textOf(this.root.lastElementChild);
  }

  progress(): string {
    return textOf(this.part('progress'));
  }

  /** What is announced at once. */
  alert(): string {
    return this.all('[role=alert]').map(textOf).join(' ');
  }

  /** What is announced in its turn. */
  spoken(): string {
    return this.all('[role=status]').map(textOf).join(' ');
  }

  /** The element that has the focus within the consultation. */
  focused(): HTMLElement | undefined {
    return (this.root.activeElement as HTMLElement | null) ?? undefined;
  }

  choices(): ShownChoice[] {
    return this.all('label:has(> input:is([type=radio], [type=checkbox]))').flatMap((label) => {
      const input = label.querySelector('input');
      return input ? [{ name: textOf(label), chosen: input.checked, input }] : [];
    });
  }

  /** The names of what is chosen. */
  chosen(): string[] {
    return this.choices().flatMap(({ name, chosen }) => (chosen ? [name] : []));
  }

  /** @throws where there is no such choice */
  choice(name: string): ShownChoice {
    const choices = this.choices();
    const found = choices.find((one) => one.name === name) ?? choices.find((one) => one.name.startsWith(name));
    if (!found) {
      throw new Error(`No choice "${name}" on "${this.heading()}", only ${choices.map((one) => one.name).join(' | ')}`);
    }
    return found;
  }

  problems(): string[] {
    return [...(this.part('problems')?.querySelectorAll('li') ?? [])].map(textOf);
  }

  findings(): string[] {
    return this.parts('finding').map(textOf);
  }

  answers(): ShownAnswer[] {
    return this.parts('answers').flatMap((list) =>
      [...list.querySelectorAll('dt')].map((term) => {
        const button = term.parentElement?.querySelector('button');
        return {
          label: textOf(term),
          value: textOf(term.nextElementSibling),
          change: button ? nameOf(button) : '',
        };
      }),
    );
  }

  /** The answer beside a label of the check page; `undefined` where there is no such row. */
  answer(label: string): string | undefined {
    return this.answers().find((row) => row.label === label)?.value;
  }

  reference(): string {
    return textOf(this.part('reference'));
  }

  buttons(): string[] {
    return this.all('button').map(nameOf);
  }

  /** @throws where there is no such button */
  button(name: string): HTMLButtonElement {
    const found = this.all('button').find((button) => nameOf(button) === name);
    if (!found) throw new Error(`No button "${name}" among ${this.buttons().join(', ')}`);
    return found as HTMLButtonElement;
  }

  /** The control with this label. @throws where there is none */
  field(label: string): HTMLInputElement | HTMLTextAreaElement {
    const found = [...this.root.querySelectorAll('label')].find((element) => textOf(element).startsWith(label));
    if (!found?.control) throw new Error(`No field "${label}" on "${this.heading()}"`);
    // A page within the page has classes of its own, so that nothing is an instance of these.
    return found.control as HTMLInputElement | HTMLTextAreaElement;
  }

  /** What describes a control to those who listen. */
  description(control: Element): string {
    const ids = control.getAttribute('aria-describedby')?.split(/\s+/) ?? [];
    return ids
      .map((id) => textOf(this.root.getElementById(id)))
      .filter(Boolean)
      .join(' ');
  }

  /** The place of one angle among the photos. @throws where there is none */
  photo(label: string): HTMLElement {
    const found = this.parts('photo').find((place) => textOf(place.querySelector('h3')) === label);
    if (!found) throw new Error(`No place for a photo "${label}" on "${this.heading()}"`);
    return found;
  }

  // ---- what is waited for

  /** Waits for the page with this heading. */
  async at(heading: string): Promise<this> {
    await until(`the consultation shows "${heading}" (it shows "${this.heading()}")`, () => this.heading() === heading);
    await this.element.updateComplete;
    return this;
  }

  /** Waits for the first page. */
  ready(): Promise<this> {
    return this.at(questions.ageConfirm18.label);
  }

  /** Waits until what was asked is so and drawn. */
  async shows(what: string, question: () => unknown): Promise<this> {
    await until(`${what} (on "${this.heading()}")`, question);
    await this.element.updateComplete;
    return this;
  }

  // ---- what is done

  async press(button: string): Promise<this> {
    this.button(button).click();
    await this.element.updateComplete;
    return this;
  }

  /** Has the answers deleted: asks for it, and agrees to what that means. @throws where it is not asked first */
  async withdraw(): Promise<this> {
    const asked = this.all('details').find((one) => textOf(one).includes(words.withdrawAsk)) as HTMLDetailsElement;
    if (!asked.open) {
      if (!asked.contains(this.button(words.withdraw))) throw new Error('Nothing is asked first');
      asked.querySelector('summary')?.click();
    }
    await until('the button is in sight', () => asked.open);
    return this.press(words.withdraw);
  }

  /** The main button of the page, whatever it says; waits for nothing but the next drawing. */
  async submit(): Promise<this> {
    this.part('button')?.click();
    await this.element.updateComplete;
    return this;
  }

  /** The main button; waits for another page, or for the focus on what is to be put right. */
  async continue(): Promise<this> {
    const place = () => `${this.heading()} ${this.progress()}`;
    const before = place();
    this.focused()?.blur();
    await this.submit();
    return this.shows('another page or the problems', () => {
      const told = this.part('problems');
      return place() !== before || (told && told === this.focused());
    });
  }

  /** Chooses, or takes the choice of several back. */
  async choose(name: string, chosen = true): Promise<this> {
    const { input } = this.choice(name);
    if (input.checked !== chosen) input.click();
    await this.element.updateComplete;
    return this;
  }

  async type(label: string, value: string): Promise<this> {
    const control = this.field(label);
    control.value = value;
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
    return this;
  }

  async typeDate({ day = '', month = '', year = '' }: TypedDate): Promise<this> {
    await this.type(words.day, day);
    await this.type(words.month, month);
    return this.type(words.year, year);
  }

  /** Says something on the page that is shown, as an attentive visitor unless told otherwise. */
  async say(sayings: Sayings = {}): Promise<this> {
    const heading = this.heading();
    const choices = this.choices();
    const usual = ORDINARY[heading];
    // The same words may stand above other choices.
    const fits = typeof usual !== 'string' || choices.some(({ name }) => name.startsWith(usual));
    const said = heading in sayings ? sayings[heading] : fits ? usual : undefined;
    if (said === null) return this;
    if (said === undefined) {
      if (this.parts('option').length > 0 && !this.#isOptional) {
        const harmless = choices.find(({ name }) => name === option('healthBody', 'none')) ?? choices[0];
        if (harmless) await this.choose(harmless.name);
      } else if (heading === questions.contact.label) await this.fillContact();
    } else if (typeof said === 'string') {
      if (choices.length > 0) await this.choose(said);
      else await this.type(heading, said);
    } else if (Array.isArray(said)) {
      for (const { name } of choices) await this.choose(name, false);
      for (const name of said as readonly string[]) await this.choose(name);
    } else await this.typeDate(said as TypedDate);
    return this;
  }

  async fillContact(
    contact: { readonly name?: string; readonly email?: string; readonly phone?: string } = {},
  ): Promise<this> {
    const { name = ADA.name, email = ADA.email, phone } = contact;
    await this.type(en.name, name);
    await this.type(en.email, email);
    if (phone !== undefined) await this.type(en.phone, phone);
    return this;
  }

  // ---- whole stretches

  /** Says and goes on until the page with this heading. */
  async goTo(heading: string, sayings: Sayings = {}): Promise<this> {
    await until('there is a page', () => this.part('heading'));
    for (let pages = 0; this.heading() !== heading; pages++) {
      const before = this.heading();
      if (pages > 80) throw new Error(`"${heading}" is never reached; the page is "${before}"`);
      await this.say(sayings);
      await this.continue();
      const problems = this.problems();
      if (problems.length > 0) throw new Error(`The page "${before}" can’t be left: ${problems.join(', ')}`);
    }
    return this;
  }

  toOutcome(sayings: Sayings = {}): Promise<this> {
    return this.goTo(words.outcomeTitle, sayings);
  }

  toCheck(sayings: Sayings = {}): Promise<this> {
    return this.goTo(en.checkTitle, sayings);
  }

  /** From the check page: accepts the privacy notice and sends. */
  async send(): Promise<this> {
    await this.at(en.checkTitle);
    await this.choose(this.privacyWording());
    return this.submit();
  }

  /** From wherever it is to the confirmation. */
  async toSent(sayings: Sayings = {}): Promise<this> {
    await this.toCheck(sayings);
    await this.send();
    return this.at(words.sentTitle);
  }

  /** The sentence beside the only box of the check page. */
  privacyWording(): string {
    const [box, ...others] = this.choices();
    if (!box || others.length > 0) throw new Error(`There is not one box on "${this.heading()}"`);
    return box.name;
  }

  get #isOptional(): boolean {
    return textOf(this.part('heading')).includes(`(${en.optional})`);
  }
}

/** Attributes and properties of a consultation. */
export type ConsultationElementSettings = Partial<
  Pick<SmpConsultation, 'adapter' | 'endpoint' | 'phone' | 'lang' | 'dir'>
>;

/** A consultation on the page, alone or inside something. */
export function consultationOn(
  page: ClinicPage,
  settings: ConsultationElementSettings = {},
  parent: Element = page.element,
): ConsultationHarness {
  const element = Object.assign(document.createElement('smp-consultation'), settings);
  parent.append(element);
  return new ConsultationHarness(element);
}

/** The stages that an element tells of, in order. */
export function stagesOf(element: EventTarget): ConsultationStep[] {
  const stages: ConsultationStep[] = [];
  element.addEventListener('smp-step-changed', (event) => {
    if ('step' in event) stages.push(event.step as ConsultationStep);
  });
  return stages;
}
