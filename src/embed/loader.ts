// The script of a page: `<script type="module" src="…/smp-widgets.js"></script>`.
import { ElementLoader, type ChunkManifest } from './element-loader.js';

/** Written in by the build. */
declare const __SMP_MANIFEST__: ChunkManifest;

const KEY = Symbol.for('smp-widgets/loader@1');
const page = globalThis as { [KEY]?: ElementLoader };

// A page builder may put the script in twice, or a client-side router run it again: the first one does the work.
if (!page[KEY]) {
  page[KEY] = new ElementLoader(__SMP_MANIFEST__, import.meta.url);
  page[KEY].start();
  // The first use of formatters takes a browser as long as drawing the page does; while the files are on the way there
  // is time for it.
  setTimeout(() => {
    new Intl.NumberFormat().format(0);
    new Intl.DateTimeFormat([], { dateStyle: 'full', timeStyle: 'short' }).format();
    new Intl.DateTimeFormat([], { weekday: 'short', timeZoneName: 'longGeneric' }).format();
  });
}
