import type { ReactiveControllerHost } from 'lit';
import { followWindow } from './follow-window.js';
import { warn } from './warning.js';

/**
 * Brings code that an element goes on with, as long as it is on the page. What does not come is asked for again when the
 * device is online again, and when the element comes to the page again.
 *
 * @param load is called until it has once resolved
 * @param failed takes why it did not. Default: the page's developer is told
 * @returns asks for it, unless it is there or on its way; resolves when it has come, or has not
 */
export function lateCode(
  host: ReactiveControllerHost,
  load: () => Promise<unknown>,
  failed = (cause: unknown): void => warn('network', String(cause)),
): () => Promise<unknown> {
  let asked: Promise<unknown> | undefined;
  const ask = () =>
    (asked ??= load().catch((cause: unknown) => {
      asked = undefined;
      failed(cause);
    }));
  followWindow(host, 'online', ask);
  host.addController({ hostConnected: () => void ask() });
  return ask;
}
