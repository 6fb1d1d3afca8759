import type { WidgetSettings } from '../elements/launcher/widget.js';
import { mount, pageLauncher } from './mount.js';

/** What each call of `smp(…)` does. */
type Calls = Readonly<Record<string, (...words: never[]) => void>>;

/**
 * The calls of the page's interface. `defaults` hold for every element that is made; `parsed` is when all of the page's
 * own markup is there.
 */
export function pageCalls(defaults: WidgetSettings, parsed: Promise<void>): Calls {
  const calls = {
    open(settings: WidgetSettings | HTMLElement = {}): void {
      void parsed.then(async () => {
        const launcher = pageLauncher(defaults);
        await customElements.whenDefined('smp-launcher');
        if (!(settings instanceof HTMLElement)) return launcher.open(settings);
        // What was pressed too early is pressed again: whose it is, and what it says, is known by now.
        const pressed = [...document.querySelectorAll('smp-launcher')].find((one) => one === settings);
        if (pressed) return pressed.open();
        settings.click();
      });
    },
    close(): void {
      // After what was opened before, which waits for the same.
      void parsed.then(async () => {
        await customElements.whenDefined('smp-launcher');
        for (const launcher of document.querySelectorAll('smp-launcher')) launcher.close();
      });
    },
    mount(target: Element | string, settings: WidgetSettings = {}): void {
      void parsed.then(() => {
        const place = typeof target === 'string' ? document.querySelector(target) : target;
        if (place) mount(place, settings, defaults);
        else
          console.warn(
            `[smp-widgets] There is no ${typeof target === 'string' ? target : target.localName} in the page to put an element into.`,
          );
      });
    },
    on(name: string, listener: (event: Event) => void): void {
      document.addEventListener(name, listener);
    },
    off(name: string, listener: (event: Event) => void): void {
      document.removeEventListener(name, listener);
    },
    consent(analytics: string): void {
      document.documentElement.dataset['smpConsent'] = analytics;
    },
  };
  return calls;
}
