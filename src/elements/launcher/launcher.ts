import type { SchedulingAdapter } from '../../adapters/adapter.js';
import { hasLoader, preloadElements } from '../../controllers/element-preload.js';
import type { ClinicMessages } from '../../locales/messages.js';
import type { LauncherDialog } from './launcher-dialog.js';
import { buttonStyles } from './launcher.styles.js';
import type { WidgetSettings } from './widget.js';

/** On a server there are no elements, and this module may be imported all the same. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- stands in for an element where there is none
const PageElement = (globalThis as Partial<typeof globalThis>).HTMLElement ?? (class {} as typeof HTMLElement);

const TRIGGER = 'data-smp-open';

/**
 * A button that opens a consultation, a booking or the whole journey in a dialog: full screen on a phone, and still where
 * the visitor left off when it is opened again.
 *
 * Anything else on the page with `data-smp-open` opens it too, also by keyboard, and so do links to `#smp-open` or
 * `#smp-open=consultation`, and a page that is opened at such an address. Until one of them is pressed, the dialog and what
 * is in it are not loaded. Inside `<smp-clinic>` it uses that one's backend and takes part in its enquiry; with an `endpoint`
 * of its own it needs none around it. What it has no use for itself, such as `service`, `course` or `steps`, is handed
 * on to the element it opens. It opens itself for whoever comes back to it from the clinic's payment page.
 *
 * @tag smp-launcher
 * @slot - The words on the button, or a link or button of the page's own to be pressed in its place: a link goes on leading somewhere where scripts do not run. Without any, only other triggers open the dialog.
 * @slot heading - Above what the dialog shows: a heading of the page's own, say.
 * @slot content - What the dialog shows. The launcher fills it.
 * @slot legal - Above the button that sends, in what the dialog shows: terms, say. What is opened gets a copy.
 * @slot footer - Below what the dialog shows: legal text, say.
 * @fires {SmpLauncherOpenedEvent} smp-launcher-opened - The dialog is shown.
 * @fires {SmpLauncherClosedEvent} smp-launcher-closed - The dialog is closed.
 * @csspart place - Where the button stands: with `floating`, at the lower corner of the window.
 * @csspart button - The button.
 * @csspart phone - The clinic's phone number, where nothing could be loaded.
 * @csspart dialog - The dialog.
 * @csspart bar - Its upper edge.
 * @csspart title - Its name: the words on what was pressed.
 * @csspart close - The button that closes it.
 * @csspart content - What stands under the bar.
 * @csspart failed - Says that what was to be opened has not come.
 * @csspart leaving - Asks before answers that have not been sent are left.
 * @handson
 */
export class SmpLauncher extends PageElement {
  /** An adapter of the page's own, in place of `endpoint`. Set it before the dialog is first opened. */
  declare adapter?: SchedulingAdapter;
  /** The clinic's own words, where no `<smp-clinic>` is around. Set them before the dialog is first opened. */
  declare messages?: ClinicMessages;

  #dialog: LauncherDialog | undefined;
  #loading: Promise<LauncherDialog> | undefined;
  /** Counts what is asked for: who closes it while its code is on its way does not want it any more. */
  #wish = 0;
  #connected: AbortController | undefined;
  #button: HTMLButtonElement | undefined;
  #label: HTMLSlotElement | undefined;
  #phone: HTMLElement | undefined;

  /**
   * Which element it opens, without `smp-`: `journey`, `slot-booker`, `consultation` and so on.
   *
   * @attr opens
   */
  get opens(): string {
    return this.getAttribute('opens') ?? 'journey';
  }

  set opens(value: string) {
    this.setAttribute('opens', value);
  }

  /**
   * Base address of the clinic's backend, when there is no `<smp-clinic>` around.
   *
   * @attr endpoint
   */
  get endpoint(): string | undefined {
    return this.getAttribute('endpoint') ?? undefined;
  }

  set endpoint(value: string | undefined) {
    this.#set('endpoint', value);
  }

  /**
   * Shows a fictional clinic that lives in the page's memory; nothing is stored.
   *
   * @attr demo
   */
  get demo(): boolean {
    return this.hasAttribute('demo');
  }

  set demo(value: boolean) {
    this.#set('demo', value ? '' : undefined);
  }

  /**
   * Puts the button at the lower corner of the window.
   *
   * @attr floating
   */
  get floating(): boolean {
    return this.hasAttribute('floating');
  }

  set floating(value: boolean) {
    this.#set('floating', value ? '' : undefined);
  }

  /**
   * On a phone the back button closes the dialog: by itself, or where the browser does not do that, by an entry in the
   * history while it is open. With this the history is left alone.
   *
   * @attr no-history
   */
  get noHistory(): boolean {
    return this.hasAttribute('no-history');
  }

  set noHistory(value: boolean) {
    this.#set('no-history', value ? '' : undefined);
  }

  /**
   * The clinic's phone number: told where nothing could be loaded, and handed on.
   *
   * @attr phone
   */
  get phone(): string | undefined {
    return this.getAttribute('phone') ?? undefined;
  }

  set phone(value: string | undefined) {
    this.#set('phone', value);
  }

  /** Is the dialog shown? */
  get opened(): boolean {
    return this.#dialog?.opened ?? false;
  }

  /**
   * Shows the dialog. `settings` say what is other than in the attributes: `{ element: 'consultation' }`, or a
   * `service`. The focus goes back to `trigger` afterwards.
   */
  async open(settings: WidgetSettings = {}, trigger?: HTMLElement): Promise<void> {
    this.#preload(settings.element ?? (trigger && opensOf(trigger)));
    this.#button?.setAttribute('aria-busy', 'true');
    this.#phone?.remove();
    const wish = ++this.#wish;
    try {
      const dialog = await (this.#loading ??= this.#load());
      await dialog.speak();
      if (this.isConnected && wish === this.#wish) dialog.open(settings, trigger);
    } catch (error) {
      this.#loading = undefined;
      console.warn('[smp-widgets] <smp-launcher> could not load its dialog.', error);
      if (trigger instanceof HTMLAnchorElement) location.assign(trigger.href);
      else this.#tell();
    } finally {
      this.#button?.removeAttribute('aria-busy');
    }
  }

  /** Closes the dialog without asking. */
  close(): void {
    this.#wish++;
    this.#dialog?.close();
  }

  /** The page shows the element. */
  connectedCallback(): void {
    this.#upgrade();
    this.#draw();
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    document.addEventListener('click', (event) => this.#onClick(event), { signal });
    // Whoever comes near will press it in a moment, which is long enough for the code to be there by then.
    for (const type of ['pointerover', 'focusin']) {
      document.addEventListener(type, (event) => this.#onNear(event), { signal, passive: true });
    }
    // The page's loader brings it where there is something else to press.
    if (!hasLoader()) import('./pressable.js').then(({ watchTriggers }) => watchTriggers()).catch(() => undefined);
    if (/^#smp-(?:open|pa)/.test(location.hash)) void this.#arrive(linkedFrom(location));
  }

  /** The page does not show the element any more. */
  disconnectedCallback(): void {
    this.#connected?.abort();
    this.#dialog?.close();
  }

  #set(name: string, value: string | undefined): void {
    if (value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** Takes what was set before this code was there. */
  #upgrade(): void {
    const set = this as Record<string, unknown>;
    for (const name of ['opens', 'endpoint', 'demo', 'floating', 'noHistory', 'phone']) {
      if (!Object.hasOwn(this, name)) continue;
      const value = set[name];
      Reflect.deleteProperty(this, name);
      set[name] = value;
    }
  }

  #draw(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(buttonStyles);
    root.adoptedStyleSheets = [sheet];
    const place = document.createElement('div');
    place.part.add('place');
    const button = document.createElement('button');
    button.type = 'button';
    button.part.add('button');
    button.ariaHasPopup = 'dialog';
    const label = document.createElement('slot');
    button.append(label);
    place.append(button);
    root.append(place);
    this.#button = button;
    this.#label = label;
    label.addEventListener('slotchange', () => this.#onLabel());
    this.#onLabel();
  }

  #onLabel(): void {
    const [button, label] = [this.#button, this.#label];
    if (!button || !label) return;
    const words = label.assignedNodes().filter((node) => node instanceof Element || node.textContent?.trim());
    const own = words.some((node) => node instanceof Element && node.matches('a, button'));
    button.hidden = own || words.length === 0;
    const place = own ? button.parentNode : button;
    if (label.parentNode !== place) place?.appendChild(label);
  }

  /** Without any code there are no words either: the clinic's number speaks for itself, and the button is still there. */
  #tell(): void {
    const phone = this.phone ?? this.closest('smp-clinic')?.getAttribute('phone');
    if (!phone) return;
    const link = document.createElement('a');
    link.part.add('phone');
    link.href = `tel:${phone.replace(/[^\d+]/g, '')}`;
    link.textContent = phone;
    this.#phone = document.createElement('span');
    this.#phone.role = 'alert';
    this.#phone.append(link);
    this.#button?.after(this.#phone);
  }

  #onNear(event: Event): void {
    const trigger = this.#triggerOf(event);
    if (trigger) this.#preload(opensOf(trigger));
  }

  #onClick(event: MouseEvent): void {
    if (event.defaultPrevented || event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const trigger = this.#triggerOf(event);
    if (!trigger) return;
    event.preventDefault();
    void this.open({}, trigger);
  }

  /** What this launcher opens for, if the event is on it. */
  #triggerOf(event: Event): HTMLElement | undefined {
    const path = event.composedPath().filter((target) => target instanceof HTMLElement);
    const place = path.findIndex((target) => target === this.#button || target === this.#label);
    // The page's own link stands before the slot it is shown in.
    if (place >= 0)
      return this.#button?.hidden ? path.slice(0, place).find((one) => one.matches('a, button')) : this.#button;
    const trigger = path.find((target) => opensOf(target) !== undefined);
    return trigger && this.#answers(opensOf(trigger), trigger) ? trigger : undefined;
  }

  /** Of several launchers, one answers: the one around the trigger, that for the same element, else the first. */
  #answers(wanted: string | undefined, trigger?: HTMLElement): boolean {
    const all = [...document.querySelectorAll<SmpLauncher>(this.localName)];
    return (trigger?.closest(this.localName) ?? all.find(({ opens }) => opens === wanted) ?? all[0]) === this;
  }

  /** Whoever comes by an address that asks for the dialog, or back from the clinic's payment page, would see a button only. */
  async #arrive(wanted: string | undefined): Promise<void> {
    try {
      const { arrive } = await import('./arrival.js');
      await arrive(this, wanted, (trigger) => this.#answers(trigger ? opensOf(trigger) : wanted, trigger));
    } catch {
      if (this.#answers(wanted)) this.#tell();
    }
  }

  async #load(): Promise<LauncherDialog> {
    const { LauncherDialog } = await import('./launcher-dialog.js');
    return (this.#dialog = new LauncherDialog(this));
  }

  #preload(name: string | undefined): void {
    preloadElements('smp-clinic', `smp-${name || this.opens}`);
    import('./launcher-dialog.js').catch(() => undefined);
  }
}

/** The element that an address of this page names after `#smp-open=`, empty where it names none. */
const linkedFrom = ({ origin, pathname, hash }: Location | HTMLAnchorElement): string | undefined =>
  origin + pathname === location.origin + location.pathname ? /^#smp-open(?:=|$)([a-z-]*)/.exec(hash)?.[1] : undefined;

/** Which element something in the page opens, empty for the launcher's own; undefined: it opens none. */
export const opensOf = (trigger: HTMLElement): string | undefined =>
  trigger.getAttribute(TRIGGER) ?? (trigger instanceof HTMLAnchorElement ? linkedFrom(trigger) : undefined);

declare global {
  interface HTMLElementTagNameMap {
    'smp-launcher': SmpLauncher;
  }
}
