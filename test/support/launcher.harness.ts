import type { SmpLauncher } from '../../src/elements/launcher/launcher.js';
import { textOf } from './slot-booker.harness.js';
import { until } from './until.js';

/** A launcher as a visitor meets it. */
export class LauncherHarness {
  readonly element: SmpLauncher;

  constructor(element: SmpLauncher) {
    this.element = element;
  }

  part(name: string): HTMLElement | undefined {
    return this.element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`) ?? undefined;
  }

  get button(): HTMLElement {
    const button = this.part('button');
    if (!button) throw new Error('The launcher has no button');
    return button;
  }

  get dialog(): HTMLDialogElement | undefined {
    const dialog = this.part('dialog');
    return dialog instanceof HTMLDialogElement ? dialog : undefined;
  }

  get isOpen(): boolean {
    return this.dialog?.matches(':modal') ?? false;
  }

  get title(): string {
    return textOf(this.part('title'));
  }

  /** Does it ask before answers are left? */
  get asks(): boolean {
    return this.part('leaving')?.checkVisibility() ?? false;
  }

  /** What is shown in the dialog. */
  content(tag: string): HTMLElement {
    const found = this.element.querySelector<HTMLElement>(tag);
    if (!found) throw new Error(`There is no <${tag}> in the dialog`);
    return found;
  }

  choose(words: string): void {
    const buttons = [...(this.part('leaving')?.querySelectorAll('button') ?? [])];
    const wanted = buttons.find((button) => textOf(button) === words);
    if (!wanted) throw new Error(`There is no “${words}”`);
    wanted.click();
  }

  async opened(): Promise<void> {
    await until('the dialog is open', () => this.isOpen);
  }

  async closed(): Promise<void> {
    await until('the dialog is closed', () => !this.isOpen);
  }
}
