import type { SmpAftercare } from '../../src/elements/aftercare/aftercare.js';
import type { SmpPreparation } from '../../src/elements/preparation/preparation.js';
import type { ClinicPage } from './clinic-page.js';
import { textOf } from './slot-booker.harness.js';
import { until } from './until.js';

/** Which of the two. */
export type CareTag = 'smp-preparation' | 'smp-aftercare';

/** A preparation or an aftercare as a visitor meets it. */
export class CareHarness {
  readonly element: SmpPreparation | SmpAftercare;

  constructor(element: SmpPreparation | SmpAftercare) {
    this.element = element;
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('There is no shadow root');
    return shadowRoot;
  }

  async ready(): Promise<this> {
    await until('the steps are there', () => this.element.matches(':state(ready)'));
    await this.element.updateComplete;
    return this;
  }

  async shows(what: string, isThere: () => unknown): Promise<this> {
    await until(what, isThere);
    await this.element.updateComplete;
    return this;
  }

  parts(name: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  }

  text(): string {
    return textOf(this.root.lastElementChild);
  }

  /** The headings of the timeline that is open. */
  stretches(): string[] {
    return this.parts('stretch').map((one) => textOf(one.querySelector('h4')));
  }

  ticks(): HTMLInputElement[] {
    return this.parts('tick').filter((one) => one instanceof HTMLInputElement);
  }
}

/** Puts one on the page. */
export function careOn(
  { element: page }: Pick<ClinicPage, 'element'>,
  tag: CareTag,
  attributes: Readonly<Record<string, string>> = {},
): CareHarness {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  page.append(element);
  return new CareHarness(element);
}
