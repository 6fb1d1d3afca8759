/** Counts who listens to the document and the window, from now until `stop`. */
export function countListeners(): { readonly count: () => number; readonly stop: () => void } {
  const listening = new Set<unknown>();
  const targets: EventTarget[] = [document, window, document.documentElement, document.body];
  for (const target of targets) {
    const { addEventListener: add, removeEventListener: remove } = target;
    Object.assign(target, {
      addEventListener(...args: Parameters<EventTarget['addEventListener']>) {
        listening.add(args[1]);
        Reflect.apply(add, target, args);
      },
      removeEventListener(...args: Parameters<EventTarget['removeEventListener']>) {
        listening.delete(args[1]);
        Reflect.apply(remove, target, args);
      },
    });
  }
  return {
    count: () => listening.size,
    stop: () => {
      for (const target of targets) {
        Reflect.deleteProperty(target, 'addEventListener');
        Reflect.deleteProperty(target, 'removeEventListener');
      }
    },
  };
}
