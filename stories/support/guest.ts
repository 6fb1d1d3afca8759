/** How long a page may take to come, in milliseconds. */
const PATIENCE = 20_000;
/** How long to look away between two looks. */
const PAUSE = 25;

/** Waits until something is there, and gives it. @throws after a while */
async function until<T>(what: string, find: () => T | undefined | false): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Somebody who uses an element, in whatever language it speaks: by its parts and fields. */
export class Guest {
  readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error(`<${this.element.localName}> has not been drawn`);
    return shadowRoot;
  }

  parts(name: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  }

  has(name: string): boolean {
    return this.parts(name).length > 0;
  }

  /** Waits for a part; `index` counts from 0. */
  part(name: string, index = 0): Promise<HTMLElement> {
    return this.until(`a part "${name}"`, () => this.parts(name)[index]);
  }

  /** Waits for a field or a choice by its id. */
  field(id: string): Promise<HTMLElement> {
    return this.until(`a field "${id}"`, () => this.root.getElementById(id) ?? undefined);
  }

  /** Waits until something is there, and gives it. */
  until<T>(what: string, find: () => T | undefined | false): Promise<T> {
    return until(what, find);
  }

  async press(part: string, index = 0): Promise<void> {
    (await this.part(part, index)).click();
  }

  /** Chooses a time. Those of a day that was just pressed are drawn a frame later, and can be chosen from then on. */
  async chooseTime(index = 0): Promise<void> {
    await this.until('a time that stays chosen', () => {
      const input = this.parts('time')[index]?.querySelector('input');
      input?.click();
      return input?.checked;
    });
  }

  /** Waits for an element that this one has drawn, and gives the guest there. */
  async within(tag: string): Promise<Guest> {
    return new Guest(
      await this.until(`<${tag}>`, () => {
        const found = this.root.querySelector<HTMLElement>(tag);
        return found?.shadowRoot ? found : undefined;
      }),
    );
  }

  /** The last button of the page, which leads on. */
  lastButton(): Promise<HTMLElement> {
    return this.until('a button', () => [...this.root.querySelectorAll('button')].at(-1));
  }

  /** Ticks or chooses. */
  async choose(id: string): Promise<void> {
    const input = await this.field(id);
    if (input instanceof HTMLInputElement && !input.checked) input.click();
  }

  async type(id: string, text: string): Promise<void> {
    const field = await this.field(id);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      throw new Error(`${id} takes no text`);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Waits until the element says that it can be used. */
  async ready(): Promise<void> {
    await this.until('the element to be ready', () => this.element.matches(':state(ready)'));
  }
}

/** What a play function is given of its story. */
export interface Played {
  readonly canvasElement: HTMLElement;
}

/** Waits for the element of a story. */
export const elementIn = ({ canvasElement }: Played, tag: string): Promise<HTMLElement> =>
  until(`<${tag}>`, () => {
    const found = canvasElement.querySelector<HTMLElement>(tag);
    return found?.shadowRoot ? found : undefined;
  });

/** A guest at the element of a story. */
export const guestAt = async (played: Played, tag: string): Promise<Guest> => new Guest(await elementIn(played, tag));

/** A play function that only waits until the element can be used. */
export const untilReady =
  (tag: string) =>
  async (played: Played): Promise<void> => {
    await (await guestAt(played, tag)).ready();
  };

/** A play function that only waits for a part. */
export const untilPart =
  (tag: string, part: string) =>
  async (played: Played): Promise<void> => {
    await (await guestAt(played, tag)).part(part);
  };
