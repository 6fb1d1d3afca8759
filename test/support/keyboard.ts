import { press } from './browser.js';
import { nameOf, textOf } from './slot-booker.harness.js';

/** More than the stops of any page of the widgets. */
const MOST_STOPS = 60;

/** What the control that has the focus is called. */
export function labelOf(element: HTMLElement): string {
  const { labels } = element as HTMLInputElement;
  return labels?.[0] ? textOf(labels[0]) : nameOf(element);
}

/** What has the focus within an element. */
export function focusIn({ activeElement }: ShadowRoot): HTMLElement | undefined {
  return activeElement instanceof HTMLElement ? activeElement : undefined;
}

/** Moves on with the Tab key until something whose name begins so has the focus. */
export async function tabTo(root: ShadowRoot, name: string, key: readonly string[] = ['Tab']): Promise<HTMLElement> {
  const met: string[] = [];
  for (let presses = 0; presses < MOST_STOPS; presses++) {
    await press(...key);
    const focused = focusIn(root);
    const label = focused ? labelOf(focused) : 'outside';
    if (focused && label.startsWith(name)) return focused;
    met.push(label);
  }
  throw new Error(`The Tab key never came to "${name}", only to ${met.join(' | ')}`);
}
