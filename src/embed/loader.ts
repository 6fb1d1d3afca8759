// The script of a page: `<script async src="…/smp-widgets.js"></script>`, as a module or not.
import { ELEMENT_LOADER } from '../controllers/element-preload.js';
import { ElementLoader, type ChunkManifest } from './element-loader.js';
import { DOORS, type QueuedCalls } from './doors-selector.js';
import { scriptUrl } from './script-url.js';

/** Written in by the build. */
declare const __SMP_MANIFEST__: ChunkManifest;

const page = globalThis as { [ELEMENT_LOADER]?: ElementLoader; smp?: QueuedCalls; readonly document?: Document };

// A page builder may put the script in twice, or a client-side router run it again: the first one does the work.
// On a server there is no page to look at.
if (page.document && !page[ELEMENT_LOADER]) {
  const loader = (page[ELEMENT_LOADER] = new ElementLoader(__SMP_MANIFEST__, scriptUrl()));
  loader.start();
  const call: QueuedCalls = (...words) => {
    call.q?.push(words);
    loader.load(DOORS);
  };
  call.q = [];
  // What else a page may call so is left alone. An element with this id is no property of the window's own.
  if (page.smp?.q) loader.load(DOORS);
  else if (!Object.hasOwn(page, 'smp')) page.smp = call;
}
