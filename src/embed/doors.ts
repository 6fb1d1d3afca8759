// The doors beside the elements: data attributes, and calls of `smp(…)`. Loaded where a page has either.
import { ELEMENT_LOADER } from '../controllers/element-preload.js';
import type { WidgetSettings } from '../elements/launcher/widget.js';
import { watchDataAttributes } from './data-attributes.js';
import type { QueuedCalls } from './doors-selector.js';
import { pageCalls } from './page-calls.js';

const OPEN = Symbol.for('smp-widgets/doors@1');
const page = globalThis as {
  [OPEN]?: true;
  [ELEMENT_LOADER]?: { readonly url: string };
  smp?: QueuedCalls;
};

/** Resolves once all of the page's own markup is there: before that, an element may still get content. */
const parsed = new Promise<void>((resolve) => {
  if (document.readyState !== 'loading') resolve();
  else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
});

function answerCalls(defaults: WidgetSettings): void {
  const queue = page.smp?.q;
  // Something else of the page's own is called so.
  if (!queue && Object.hasOwn(page, 'smp')) return;
  const calls = pageCalls(defaults, parsed);
  const smp: QueuedCalls = (name, ...words) => {
    const call = Object.hasOwn(calls, String(name)) ? calls[String(name)] : undefined;
    if (call) call(...(words as never[]));
    else console.warn(`[smp-widgets] There is no call smp('${String(name)}').`);
  };
  page.smp = smp;
  for (const call of queue ?? []) smp(...Array.from(call));
  // Whoever kept the stub itself goes on filling the list.
  smp.q = [];
  smp.q.push = (...more) => {
    for (const call of more) smp(...Array.from(call));
    return 0;
  };
}

/** What is no button can't be pressed by keyboard without it: it is asked for until it comes. */
function makePressable(): void {
  import('../elements/launcher/pressable.js').then(
    ({ watchTriggers }) => watchTriggers(),
    () => addEventListener('online', makePressable, { once: true }),
  );
}

if (!page[OPEN]) {
  page[OPEN] = true;
  const endpoint = new URL(page[ELEMENT_LOADER]?.url ?? document.baseURI).searchParams.get('endpoint');
  const defaults: WidgetSettings = endpoint === null ? {} : { endpoint };
  answerCalls(defaults);
  void parsed.then(() => watchDataAttributes(defaults));
  makePressable();
}
