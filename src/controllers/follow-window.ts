import type { ReactiveControllerHost } from 'lit';

/** As long as an element is on the page, it hears of an event of the window; by default it is updated then. */
export function followWindow(
  host: Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'>,
  type: keyof WindowEventMap,
  heard: () => unknown = () => host.requestUpdate(),
): void {
  host.addController({
    hostConnected: () => window.addEventListener(type, heard),
    hostDisconnected: () => window.removeEventListener(type, heard),
  });
}
