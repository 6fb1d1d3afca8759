const TRIGGER = 'data-smp-open';
/** What browsers let people reach and press by keyboard. */
const NATIVE = 'a[href],area[href],button,input,select,summary,textarea';

/**
 * Is it nothing that can be pressed by keyboard, nor around or inside such a thing? Another custom element may well have one
 * inside.
 */
const isPlain = (trigger: Element): boolean =>
  trigger.hasAttribute(TRIGGER) &&
  !trigger.localName.includes('-') &&
  !trigger.closest(NATIVE) &&
  !trigger.querySelector(NATIVE);

function makePressable(root: Element): void {
  for (const trigger of [root, ...root.querySelectorAll(`[${TRIGGER}]`)]) {
    if (!(trigger instanceof HTMLElement) || !isPlain(trigger)) continue;
    if (!trigger.hasAttribute('role')) trigger.role = 'button';
    if (!trigger.hasAttribute('tabindex')) trigger.tabIndex = 0;
  }
}

/** Stands in for what a browser does by itself for a button. */
function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.defaultPrevented || event.repeat || ![' ', 'Enter'].includes(key)) return;
  if (!(target instanceof HTMLElement) || !isPlain(target)) return;
  event.preventDefault();
  target.click();
}

/** A link or button is pressed itself, by keyboard always, and not the words in it that open something. */
function onClick(event: MouseEvent): void {
  const { target } = event;
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement) || !target.matches('a[href],button')) return;
  if (target.closest(`[${TRIGGER}]`)) return;
  const trigger = target.querySelector<HTMLElement>(`[${TRIGGER}]`);
  if (!trigger) return;
  event.preventDefault();
  trigger.click();
}

let isWatching = false;

/** Makes a button of every `<div>` or `<span>` that opens something, for keyboards and screen readers, whenever it comes. */
export function watchTriggers(): void {
  if (isWatching) return;
  isWatching = true;
  new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      for (const node of type === 'attributes' ? [target] : addedNodes)
        if (node instanceof Element) makePressable(node);
    }
  }).observe(document, { childList: true, subtree: true, attributeFilter: [TRIGGER] });
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', onClick);
  makePressable(document.documentElement);
}
