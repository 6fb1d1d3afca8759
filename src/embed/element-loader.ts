import type { ElementPreloader } from '../controllers/element-preload.js';
import { readEarly } from './early-read.js';

/** Which files the elements need, as the build found them. Files are named once and meant by their number. */
export interface ChunkManifest {
  /** Paths relative to the loader. */
  readonly files: readonly string[];
  /**
   * For each tag, and for the selector of what opens the other doors: first the file to run, then everything that one
   * imports.
   */
  readonly tags: Readonly<Record<string, readonly number[]>>;
  /** What any element with an `endpoint` needs on top. */
  readonly endpoint: readonly number[];
  /** Languages that there are files of words in: those with a `*` in its place in their path. */
  readonly languages: readonly string[];
}

/**
 * Finds `smp-*` elements in the page, also ones that are added later, and loads the code of those in use. All files of
 * an element are asked for at once, beside the clinic's data, so nothing waits for a file to name the next one.
 *
 * Elements inside other elements' shadow roots are not looked for.
 */
export class ElementLoader implements ElementPreloader {
  /** The loader's own address: the files are relative to it. */
  readonly url: string;
  readonly #manifest: ChunkManifest;
  readonly #waiting: Set<string>;
  readonly #asked = new Set<string>();
  #observer: MutationObserver | undefined;

  constructor(manifest: ChunkManifest, url: string) {
    this.#manifest = manifest;
    this.url = url;
    this.#waiting = new Set(Object.keys(manifest.tags));
  }

  /** Loads what the page uses and goes on watching until every element is loaded. */
  start(): void {
    this.#observer = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node instanceof Element) this.#scan(node);
    });
    this.#observer.observe(document, { childList: true, subtree: true });
    this.#scan(document.documentElement);
  }

  /** Looks for no further elements. */
  stop(): void {
    this.#observer?.disconnect();
  }

  /** Runs the code of a tag, or of the selector of the other doors, unless that has been done; and asks for its words. */
  load(tag: string, language?: string): void {
    this.#askFor(tag, language);
    if (!this.#waiting.delete(tag)) return;
    if (this.#waiting.size === 0) this.stop();
    // eslint-disable-next-line no-unsanitized/method -- the build names the file, not the page
    import(this.#address(this.#manifest.tags[tag]?.[0] ?? 0)).catch((error: unknown) => {
      // The element's own content stays: that is its fallback. The next one that comes, or asks, is another try.
      this.#waiting.add(tag);
      console.warn(`<${tag}> did not load`, error);
    });
  }

  preload(...tags: readonly string[]): void {
    for (const tag of tags) this.#askFor(tag);
    this.#ask(this.#manifest.endpoint);
  }

  #scan(root: Element): void {
    const tags = Object.keys(this.#manifest.tags);
    const found = [...(root.matches(tags.join()) ? [root] : []), ...root.querySelectorAll(tags.join())];
    // In the order of need: a server may answer only a few at a time. A launcher has need of nothing before it is
    // pressed, and what is defined asks for itself: it may only have been moved, and know it all.
    const active = found.filter((element) => !element.matches('smp-launcher,:defined'));
    active.forEach(readEarly);
    for (const element of found) {
      for (const tag of tags) {
        if (element.matches(tag)) this.load(tag, element.closest('[lang]')?.getAttribute('lang') ?? '');
      }
    }
    if (active.some((element) => element.hasAttribute('endpoint'))) this.#ask(this.#manifest.endpoint);
    // The first date of a page takes the browser long to write: better now, while files are on their way, than with them.
    if (active[0]) setTimeout(() => new Date().toLocaleString());
  }

  #askFor(tag: string, language = document.documentElement.lang): void {
    this.#ask(this.#manifest.tags[tag] ?? [], language);
  }

  #ask(files: readonly number[], tag = ''): void {
    const language = this.#manifest.languages.find((one) => tag.startsWith(one)) ?? '*';
    for (const file of files) {
      const address = this.#address(file).replace('*', language);
      // English stands in the code.
      if (address.includes('*') || this.#asked.has(address)) continue;
      this.#asked.add(address);
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = address;
      // For a policy that lets in nothing without the nonce that let the loader in.
      link.nonce = [...document.scripts].find(({ src }) => src === this.url)?.nonce ?? '';
      document.head.append(link);
    }
  }

  #address(file: number): string {
    return new URL(this.#manifest.files[file] ?? '', this.url).href;
  }
}
