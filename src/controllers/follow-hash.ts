import type { ReactiveControllerHost } from 'lit';

/** As long as an element is on the page, it learns when the part of the address after `#` changes. */
export function followHash(
  host: Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'>,
  changed = (): void => host.requestUpdate(),
): void {
  host.addController({
    hostConnected: () => window.addEventListener('hashchange', changed),
    hostDisconnected: () => window.removeEventListener('hashchange', changed),
  });
}
