import type { SmpHairlinePicker } from '../../src/elements/hairline-picker/hairline-picker.js';
import type { HandleName } from '../../src/scalp/handle.js';
import { textOf } from './slot-booker.harness.js';
import { until } from './until.js';

/** What a picker's picture is made of: red, green, blue and alpha, row by row. */
export interface Pixels {
  readonly side: number;
  readonly data: Uint8ClampedArray;
}

/** CSS pixels to the right and down. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

/** What kind of pointer it is, and how far from the middle of its mark it comes down. */
export interface PointerKind extends Pick<PointerEventInit, 'pointerId' | 'pointerType' | 'isPrimary' | 'button'> {
  readonly aside?: Offset;
}

/** A pointer; its places are counted from where it came down. */
export interface Pointer {
  down(): Promise<void>;
  move(by: Offset): Promise<void>;
  /** Moves with nothing pressed. */
  hover(by: Offset): Promise<void>;
  end(by?: Offset, type?: string): Promise<void>;
}

/** A hairline picker as a visitor meets it: by labels, roles and parts. */
export class HairlinePickerHarness {
  readonly element: SmpHairlinePicker;

  constructor(element: SmpHairlinePicker) {
    this.element = element;
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The picker has no shadow root');
    return shadowRoot;
  }

  /** Waits until the picker can be used and its picture is drawn. */
  async ready(): Promise<this> {
    await until('the picker is ready', () => this.element.matches(':state(ready)'));
    await this.element.updateComplete;
    (await this.element.picture())?.close();
    return this;
  }

  /** Waits until the picker can be used, whatever its picture has come to. */
  async usable(): Promise<this> {
    await until('the picker can be used', () => this.element.matches(':state(ready)'));
    await this.element.updateComplete;
    return this;
  }

  async update(): Promise<void> {
    await this.element.updateComplete;
  }

  /** The picture at its finest. */
  async pixels(): Promise<Pixels> {
    const bitmap = await this.element.picture();
    if (!bitmap) throw new Error('There is no picture');
    const side = bitmap.width;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    bitmap.close();
    const data = context?.getImageData(0, 0, side, side).data;
    if (!data) throw new Error('The picture can’t be read');
    return { side, data };
  }

  get canvas(): HTMLCanvasElement {
    return this.#one('canvas');
  }

  /** A choice by its group and its label. */
  choice(group: string, label: string): HTMLInputElement {
    const input = this.#choices(group)
      .find((one) => textOf(one) === label)
      ?.querySelector('input');
    if (!input) throw new Error(`There is no "${label}" under "${group}"`);
    return input;
  }

  /** What there is to choose from in a group. */
  labels(group: string): string[] {
    return this.#choices(group).map(textOf);
  }

  /** What is chosen in a group. */
  picked(group: string): string | undefined {
    return this.#choices(group)
      .filter((one) => one.querySelector('input')?.checked)
      .map(textOf)[0];
  }

  /** A list to choose from, by its label. */
  list(label: string): HTMLSelectElement {
    const found = [...this.root.querySelectorAll('select')].find(
      (one) => textOf(this.root.querySelector(`label[for="${one.id}"]`)) === label,
    );
    if (!found) throw new Error(`There is no list "${label}"`);
    return found;
  }

  /** Opens what the model looks like, and waits for the names of its hair. */
  async dressing(label: string): Promise<HTMLSelectElement> {
    for (const details of this.root.querySelectorAll('details')) details.open = true;
    await until(`there is a list "${label}"`, () => this.root.querySelector('select'));
    return this.list(label);
  }

  async choose(group: string, label: string): Promise<void> {
    this.choice(group, label).click();
    await this.update();
  }

  /** A slider by its label. */
  slider(label: string): HTMLInputElement {
    const found = [...this.root.querySelectorAll('input[type=range]')].find(
      (one) =>
        one.getAttribute('aria-label') === label || textOf(this.root.querySelector(`label[for="${one.id}"]`)) === label,
    );
    if (!(found instanceof HTMLInputElement)) throw new Error(`There is no slider "${label}"`);
    return found;
  }

  /** Moves a slider as a finger does: on the way, and let go. */
  async slide(label: string, ...values: readonly number[]): Promise<void> {
    const slider = this.slider(label);
    for (const value of values) {
      slider.value = String(value);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await this.update();
    }
    slider.dispatchEvent(new Event('change', { bubbles: true }));
    await this.update();
  }

  /** A button by its words. */
  button(words: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find(
      (one) => textOf(one) === words || one.getAttribute('aria-label') === words,
    );
    if (!found) throw new Error(`There is no button "${words}"`);
    return found;
  }

  async press(words: string): Promise<void> {
    this.button(words).click();
    await this.update();
  }

  /** A mark of the line, or of the photo. */
  mark(name: HandleName | 'top' | 'brow' | 'left' | 'right'): HTMLElement {
    return this.#one(`[part~=handle]:is([data-line=${name}], [data-mark=${name}])`);
  }

  /** Where the middle of something is on the page. */
  placeOf(element: Element): { x: number; y: number } {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  /** A pointer on a mark: a finger or a mouse that comes down `aside` from the mark's middle. */
  pointer(from: HTMLElement, { aside = { x: 0, y: 0 }, ...kind }: PointerKind = {}): Pointer {
    const middle = this.placeOf(from);
    const [x, y] = [middle.x + aside.x, middle.y + aside.y];
    const send = async (type: string, by: Offset, buttons: number) => {
      from.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          composed: true,
          cancelable: true,
          pointerId: 1,
          isPrimary: true,
          button: type === 'pointermove' ? -1 : 0,
          buttons,
          clientX: x + by.x,
          clientY: y + by.y,
          ...kind,
        }),
      );
      await this.update();
    };
    return {
      down: () => send('pointerdown', { x: 0, y: 0 }, 1),
      move: (by) => send('pointermove', by, 1),
      hover: (by) => send('pointermove', by, 0),
      end: (by = { x: 0, y: 0 }, type = 'pointerup') => send(type, by, 0),
    };
  }

  /** Drags from the middle of a mark, step by step, and lets go. */
  async drag(from: HTMLElement, by: readonly Offset[], end = 'pointerup', kind: PointerKind = {}): Promise<void> {
    const pointer = this.pointer(from, kind);
    await pointer.down();
    for (const step of by) await pointer.move(step);
    await pointer.end(by.at(-1), end);
  }

  /** Everything that is said politely now. */
  get said(): string {
    return [...this.root.querySelectorAll('[role=status]')].map(textOf).filter(Boolean).join(' ');
  }

  /** What the one place says that tells what has changed, once it says something else than `before`. */
  async news(before = ''): Promise<string> {
    const place = this.#one('.show > [role=status]');
    return until('it is said what has changed', () => textOf(place) !== before && textOf(place));
  }

  part(name: string): HTMLElement {
    return this.#one(`[part~=${name}]`);
  }

  /** Chooses a file, as the browser's own dialogue would. */
  async offerPhoto(file: File): Promise<void> {
    const input = this.#one<HTMLInputElement>('input[type=file]');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await this.update();
  }

  /** Chooses a file, and waits until it is known what becomes of it. */
  async choosePhoto(file: File): Promise<void> {
    await this.offerPhoto(file);
    const input = this.#one<HTMLInputElement>('input[type=file]');
    await until(
      'the photo is read',
      () => input.value === '' && this.root.querySelector('[data-mark], [role=alert]:not(:empty)'),
    );
    await this.update();
  }

  /** Waits until something is said to be wrong. */
  async alerted(): Promise<void> {
    await until('something is wrong', () => this.alert !== '');
  }

  get alert(): string {
    return textOf(this.root.querySelector('[role=alert]'));
  }

  #choices(group: string): HTMLLabelElement[] {
    const field = [...this.root.querySelectorAll('fieldset')].find(
      (one) => textOf(one.querySelector('legend')) === group,
    );
    return [...(field?.querySelectorAll('label') ?? [])];
  }

  #one<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector);
    if (!found) throw new Error(`The picker has no ${selector}`);
    return found;
  }
}

/** Puts a picker on the page, 400 pixels wide, and drops it after each test of the `describe` it is called in. */
export function usePickers(): (
  attributes?: Readonly<Record<string, string>>,
  around?: Element,
) => HairlinePickerHarness {
  const made: Element[] = [];
  const { setPointerCapture } = Element.prototype;
  beforeEach(() => {
    // Pointers that a script makes up can't be captured.
    Element.prototype.setPointerCapture = function (pointer) {
      try {
        Reflect.apply(setPointerCapture, this, [pointer]);
      } catch {
        // Real ones can.
      }
    };
  });
  afterEach(() => {
    for (const one of made.splice(0)) one.remove();
    Element.prototype.setPointerCapture = setPointerCapture;
  });
  return (attributes = {}, around = document.body) => {
    const element = document.createElement('smp-hairline-picker');
    element.style.setProperty('inline-size', '400px');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    around.append(element);
    made.push(element);
    return new HairlinePickerHarness(element);
  };
}
