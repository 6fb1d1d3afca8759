const MARK = 'smp-launcher';

const isMarked = (state: unknown): boolean => typeof state === 'object' && state !== null && MARK in state;

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
      history.pushState({ ...(typeof state === 'object' ? state : {}), [MARK]: true }, '');
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
    if (!isMarked(history.state)) return;
    this.#leaving = true;
    addEventListener('popstate', (event) => this.#onLeft(event), { capture: true, once: true });
    history.back();
  }

  #onPopState(event: PopStateEvent): void {
    if (isMarked(event.state)) return;
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
