const MARK = 'smp-launcher';

/** Which entry of this kind a state is of; `undefined`: it is another one. */
const markOf = (state: unknown): unknown =>
  typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[MARK] : undefined;

/**
 * Lets the back button close something that looks like a page of its own: an entry in the history for as long as it is
 * shown. Its address and state are those of the page, so that a router finds itself where it is.
 *
 * Some browsers have a phone's back button close dialogs by themselves; then the history is left alone.
 */
export class BackButton {
  readonly #onBack: () => void;
  #listening: AbortController | undefined;
  /** An entry is on its way out. */
  #leaving = false;
  #wanted = false;
  /** Tells the own entry from one that was left by a page before it was loaded again. */
  readonly #mark = Math.random();

  /** `onBack` is called when the visitor has gone back. */
  constructor(onBack: () => void) {
    this.#onBack = onBack;
  }

  /** Adds the entry. A browser may refuse it, and then going back leaves the page. */
  take(): void {
    this.#wanted = true;
    if (this.#listening || this.#leaving) return;
    const state: unknown = history.state;
    // This router draws the whole page anew for every entry, the dialog with it.
    const redraws = typeof state === 'object' && state !== null && 'turbo' in state;
    if ('CloseWatcher' in globalThis || redraws) return;
    try {
      const own = { ...(typeof state === 'object' ? state : {}), [MARK]: this.#mark };
      // The page may stand at such an entry already: after it was loaded again, or gone forward to.
      if (markOf(state) === undefined) history.pushState(own, '');
      else history.replaceState(own, '');
    } catch {
      return;
    }
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('popstate', (event) => this.#onPopState(event), { capture: true, signal });
  }

  /** Takes the entry away again, unless the page has gone on from there. */
  release(): void {
    this.#wanted = false;
    if (!this.#listening) return;
    this.#stop();
    if (markOf(history.state) !== this.#mark) return;
    this.#leaving = true;
    addEventListener('popstate', (event) => this.#onLeft(event), { capture: true, once: true });
    history.back();
  }

  #onPopState(event: PopStateEvent): void {
    if (markOf(event.state) === this.#mark) return;
    event.stopImmediatePropagation();
    this.#stop();
    this.#onBack();
  }

  #onLeft(event: PopStateEvent): void {
    event.stopImmediatePropagation();
    this.#leaving = false;
    // Opened again in the meantime.
    if (this.#wanted) this.take();
  }

  #stop(): void {
    this.#listening?.abort();
    this.#listening = undefined;
  }
}
