import { nameIn, settingsIn, type WidgetSettings } from '../elements/launcher/widget.js';
import { mount, pageLauncher } from './mount.js';

const PLACE = 'data-smp';
const TRIGGER = 'data-smp-open';

/**
 * Makes elements of `<div data-smp="slot-booker" data-smp-…>`, for site builders that drop tags they do not know, and a
 * launcher where something with `data-smp-open` has none. Also in content that is added later.
 */
export function watchDataAttributes(defaults: WidgetSettings): void {
  const scan = (root: Element): void => {
    for (const place of [root, ...root.querySelectorAll(`[${PLACE}]`)]) {
      const name = place.getAttribute(PLACE);
      if (name !== null) mount(place, { ...settingsIn(place), element: nameIn(name) }, defaults);
    }
    if (root.hasAttribute(TRIGGER) || root.querySelector(`[${TRIGGER}]`)) pageLauncher(defaults);
  };
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        if (node instanceof Element && node.isConnected) scan(node);
      }
    }
  }).observe(document, { childList: true, subtree: true, attributeFilter: [PLACE, TRIGGER] });
  scan(document.documentElement);
}
