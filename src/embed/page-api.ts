import type { WidgetSettings } from '../elements/launcher/widget.js';

/** The name of an event that the widgets dispatch. */
export type PageEventName = Extract<keyof HTMLElementEventMap, `smp-${string}`>;

/**
 * `smp(…)`, the widgets' interface for scripts of the page. Calls made before its code is there wait for it, so none of
 * them answers anything.
 */
export interface PageApi {
  /** Opens the dialog of the page's launcher; without one on the page, of one that shows no button. */
  (call: 'open', settings?: WidgetSettings): void;
  /** Presses what the visitor has pressed before the script was there: a launcher, or something with `data-smp-open`. */
  (call: 'open', pressed: HTMLElement): void;
  /** Closes the dialog that is open. */
  (call: 'close'): void;
  /** Puts an element into the page: into `target`, which is an element or a selector. What is in there is the fallback. */
  (call: 'mount', target: Element | string, settings?: WidgetSettings): void;
  /** Listens to the widgets, wherever in the page they are, or listens no more. */
  <Name extends PageEventName>(
    call: 'on' | 'off',
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ): void;
  /** Tells what the visitor has decided about analytics, for the whole page. */
  (call: 'consent', analytics: 'granted' | 'denied'): void;
  /** Calls that wait; the stub makes this list. */
  q?: ArrayLike<unknown>[];
}

declare global {
  interface Window {
    smp?: PageApi;
  }
}
