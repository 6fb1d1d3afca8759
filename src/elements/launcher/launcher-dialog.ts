import { SmpLauncherClosedEvent } from '../../events/launcher-closed-event.js';
import { SmpLauncherOpenedEvent } from '../../events/launcher-opened-event.js';
import { reloadElement } from '../../controllers/element-preload.js';
import { directionOf } from '../../locales/languages.js';
import type { LauncherMessages } from '../../locales/launcher/messages.js';
import { launcherWords } from '../../locales/launcher/words.js';
import { BackButton } from './back-button.js';
import { dialogWords } from './dialog-words.js';
import { dialogStyles } from './dialog.styles.js';
import { opensOf, type SmpLauncher } from './launcher.js';
import { lockScrolling } from './scroll-lock.js';
import { isInClinic, makeWidget, nameIn, settingsIn, type WidgetSettings } from './widget.js';

/** What the launcher says of itself; other attributes are for what it opens. */
const OWN =
  /^(?:opens|floating|no-history|id|class|style|slot|part|exportparts|hidden|title|role|tabindex|(?:data|aria|on).*)$/;
/** How long code may be on its way before the visitor is told, in milliseconds. */
const PATIENCE = 10_000;
const SVG = 'http://www.w3.org/2000/svg';

/** Where the dialog is the whole screen, or the device has a back button of its own. */
const BACK_CLOSES = '(max-width: 40rem), (pointer: coarse)';

interface Pressed {
  readonly settings: WidgetSettings;
  readonly trigger: HTMLElement | undefined;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> & { readonly partName?: string } = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const { partName, ...others } = properties;
  const element = Object.assign(document.createElement(tag), others);
  if (partName) element.part.add(partName);
  element.append(...children);
  return element;
}

/** The clinic's number, where the page says it. */
function phoneLine(host: SmpLauncher, callUs: HTMLElement): HTMLElement[] {
  const phone = host.phone ?? host.closest('smp-clinic')?.phone;
  if (!phone) return [];
  const link = make('a', { partName: 'phone', href: `tel:${phone.replace(/[^\d+]/g, '')}` }, make('bdi', {}, phone));
  return [make('p', {}, callUs, ' ', link)];
}

function cross(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', 'M5 5l14 14M19 5L5 19');
  svg.append(path);
  return svg;
}

/** The dialog of a launcher. What has been opened in it is kept, so that it is found again as it was left. */
export class LauncherDialog {
  readonly #host: SmpLauncher;
  #words = launcherWords.en;
  /** Which words stand where. */
  readonly #said: (readonly [place: HTMLElement, word: keyof LauncherMessages])[] = [];
  readonly #dialog: HTMLDialogElement;
  readonly #title: HTMLElement;
  readonly #close: HTMLButtonElement;
  readonly #content: HTMLElement;
  readonly #loading: HTMLElement;
  readonly #failed: HTMLElement;
  readonly #leaving: HTMLElement;
  readonly #stay: HTMLButtonElement;
  /** By what they were made with. */
  readonly #widgets = new Map<string, HTMLElement>();
  readonly #back = new BackButton(() => this.#onBack());
  #shown: HTMLElement | undefined;
  #opens = '';
  #trigger: HTMLElement | undefined;
  #unlock: (() => void) | undefined;
  #waiting: number | undefined;
  /** What is shown has been asked for once more. */
  #retried = false;

  constructor(host: SmpLauncher) {
    this.#host = host;
    const say = <Place extends HTMLElement>(place: Place, word: keyof LauncherMessages): Place => {
      this.#said.push([place, word]);
      return place;
    };
    this.#title = make('p', { partName: 'title', id: 'title' });
    this.#close = make('button', { type: 'button', partName: 'close' }, cross());
    this.#loading = say(make('p', { className: 'loading', role: 'status' }), 'loading');
    const retry = say(make('button', { type: 'button' }), 'retry');
    this.#failed = make(
      'div',
      { partName: 'failed', role: 'alert', hidden: true },
      say(make('p'), 'failed'),
      ...phoneLine(host, say(make('span'), 'callUs')),
      retry,
    );
    this.#content = make(
      'div',
      { partName: 'content' },
      make('slot', { name: 'heading' }),
      this.#loading,
      this.#failed,
      make('slot', { name: 'content' }),
      make('slot', { name: 'footer' }),
    );
    this.#stay = say(make('button', { type: 'button', className: 'stay' }), 'stay');
    const leave = say(make('button', { type: 'button' }), 'leave');
    this.#leaving = make(
      'div',
      { partName: 'leaving', role: 'alert', hidden: true },
      say(make('h2'), 'leavingTitle'),
      say(make('p'), 'leavingHint'),
      make('div', { className: 'choices' }, this.#stay, leave),
    );
    const bar = make('div', { partName: 'bar' }, this.#title, this.#close);
    this.#dialog = make('dialog', { partName: 'dialog', autofocus: true }, bar, this.#leaving, this.#content);
    this.#dialog.setAttribute('aria-labelledby', 'title');

    this.#close.addEventListener('click', () => this.#leave());
    retry.addEventListener('click', () => this.#onRetry());
    leave.addEventListener('click', () => this.close());
    this.#stay.addEventListener('click', () => this.#goOn());
    this.#dialog.addEventListener('cancel', (event) => this.#onCancel(event));
    // Browsers tell of it a little later, when it may be open again.
    this.#dialog.addEventListener('close', () => {
      if (!this.opened) this.#onClosed();
    });
    // What is opened says whether its pages have come.
    host.addEventListener('smp-pages', (event) => this.#onPages(event));
    // Outside of the window, and pressed there: not let go of there after text was marked inside.
    this.#dialog.addEventListener('pointerdown', (event) => {
      if (event.target === this.#dialog)
        this.#dialog.addEventListener('click', (next) => this.#onOutside(next), { once: true });
    });

    const root = host.shadowRoot;
    if (!root) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(dialogStyles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    root.append(this.#dialog);
    // The page's own content, or what a page restored from a snapshot had in it.
    const given = host.querySelector<HTMLElement>(':scope > [slot=content]');
    if (given) this.#widgets.set(keyOf(this.#settings({ settings: {}, trigger: undefined })), given);
  }

  get opened(): boolean {
    return this.#dialog.open;
  }

  /** Takes the words of now, which come before it is shown: none changes before the visitor's eyes. */
  async speak(): Promise<void> {
    const { words, tag } = await dialogWords(this.#host);
    this.#words = words;
    for (const [place, word] of this.#said) place.textContent = words[word];
    this.#close.ariaLabel = words.close;
    this.#dialog.lang = tag;
    this.#dialog.dir = directionOf(tag);
  }

  /** Shows what is asked for: as it was left, if it has been open before. */
  open(settings: WidgetSettings, trigger: HTMLElement | undefined): void {
    this.#show(this.#settings({ settings, trigger }));
    this.#title.textContent = this.#titleOf(trigger);
    if (this.opened) return;
    this.#trigger = trigger ?? (document.activeElement instanceof HTMLElement ? document.activeElement : undefined);
    this.#unlock = lockScrolling();
    if (!this.#host.noHistory && matchMedia(BACK_CLOSES).matches) this.#back.take();
    this.#dialog.showModal();
    this.#host.dispatchEvent(new SmpLauncherOpenedEvent(this.#opens));
  }

  close(): void {
    this.#dialog.close();
    this.#onClosed();
  }

  /** What the launcher says, then the trigger, then the call. */
  #settings({ settings, trigger }: Pressed): WidgetSettings {
    const own = [...this.#host.attributes].filter(({ name }) => !OWN.test(name));
    const { adapter, messages, opens } = this.#host;
    const named = trigger && opensOf(trigger);
    return {
      element: opens,
      ...Object.fromEntries(own.map(({ name, value }) => [name, value])),
      ...(adapter && { adapter }),
      ...(messages && { messages }),
      ...(trigger && settingsIn(trigger, 'data-smp-open')),
      ...(named && { element: named }),
      ...settings,
    };
  }

  #show(settings: WidgetSettings): void {
    const key = keyOf(settings);
    let widget = this.#widgets.get(key);
    if (!widget) {
      widget = makeWidget(settings, isInClinic(this.#host));
      const target = widget.firstElementChild ?? widget;
      // A copy, for each that is opened needs it, and the page may go on with its own.
      for (const legal of this.#host.querySelectorAll(':scope > [slot=legal]')) {
        target.append(legal.cloneNode(true));
      }
      widget.slot = 'content';
      this.#widgets.set(key, widget);
    }
    this.#opens = nameIn(settings.element ?? '');
    if (widget === this.#shown && widget.parentNode === this.#host) return;
    this.#goOn();
    this.#shown?.remove();
    this.#shown = widget;
    this.#retried = false;
    if (widget.parentNode !== this.#host) this.#host.append(widget);
    this.#wait();
    void customElements.whenDefined(`smp-${this.#opens}`).then(() => {
      if (this.#shown === widget) this.#waits('over');
    });
  }

  /** Code that does not come tells nobody so: after a while the visitor is told. */
  #wait(): void {
    this.#waits('on');
    this.#waiting = window.setTimeout(() => this.#waits('in vain'), PATIENCE);
  }

  #waits(how: 'on' | 'in vain' | 'over'): void {
    clearTimeout(this.#waiting);
    this.#loading.hidden = how !== 'on';
    this.#failed.hidden = how !== 'in vain';
  }

  #onRetry(): void {
    // Firefox does not ask again for a file that once failed, as long as the page stands.
    if (this.#retried && ![...this.#widgets.values()].some(isUnsent)) return location.reload();
    this.#retried = true;
    this.#wait();
    this.#dialog.focus();
    for (const name of ['clinic', this.#opens]) reloadElement(`smp-${name}`);
    // What has come without its pages asks for them whenever it comes to the page.
    if (this.#shown) this.#host.append(this.#shown);
  }

  #onPages({ target, detail }: Event & { readonly detail?: unknown }): void {
    if (target instanceof Node && this.#shown?.contains(target)) this.#waits(detail ? 'over' : 'in vain');
  }

  #titleOf(trigger: HTMLElement | undefined): string {
    const label = this.#host.shadowRoot?.querySelector<HTMLSlotElement>('slot:not([name])');
    const own = label?.assignedNodes().map(({ textContent }) => textContent) ?? [];
    const pressed = trigger && trigger.getRootNode() !== this.#host.shadowRoot ? trigger.textContent : own.join(' ');
    return (trigger?.ariaLabel ?? pressed).trim() || this.#words.title;
  }

  /** The visitor wants to leave. */
  #leave(): void {
    if (this.#leaving.hidden && this.#shown && isUnsent(this.#shown)) {
      this.#leaving.hidden = false;
      this.#content.inert = true;
      this.#stay.focus();
    } else this.close();
  }

  /** The visitor stays. */
  #goOn(): void {
    if (this.#leaving.hidden) return;
    this.#leaving.hidden = true;
    this.#content.inert = false;
    this.#close.focus();
  }

  #onCancel(event: Event): void {
    // A field for files inside has such an event too.
    if (event.target !== this.#dialog) return;
    event.preventDefault();
    this.#leave();
  }

  #onOutside(event: MouseEvent): void {
    if (event.target === this.#dialog) this.#leave();
  }

  #onBack(): void {
    this.#leave();
    if (this.opened) this.#back.take();
  }

  /** Once for each time it was open, whoever closed it. */
  #onClosed(): void {
    if (!this.#unlock) return;
    this.#unlock();
    this.#unlock = undefined;
    this.#goOn();
    this.#back.release();
    // A menu that it stood in may be closed by now.
    const isThere = this.#trigger?.checkVisibility() ?? true;
    (isThere ? this.#trigger : this.#host.shadowRoot?.querySelector('button'))?.focus();
    this.#host.dispatchEvent(new SmpLauncherClosedEvent(this.#opens));
  }
}

/** Is there something in it that the visitor would lose with the page? */
const isUnsent = (widget: HTMLElement): boolean =>
  [widget, ...widget.querySelectorAll('*')].some((part) => 'unsent' in part && part.unsent === true);

const keyOf = (settings: WidgetSettings): string =>
  JSON.stringify(
    Object.entries(settings)
      .filter(([, value]) => typeof value !== 'object')
      .sort(),
  );
