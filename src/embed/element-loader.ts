import { readEarly } from './early-read.js';

/** Which files the elements need, as the build found them. Files are named once and meant by their number. */
export interface ChunkManifest {
  /** Paths relative to the loader. */
  readonly files: readonly string[];
  /** For each tag: first the file that registers it, then everything that one imports. */
  readonly tags: Readonly<Record<string, readonly number[]>>;
  /** What any element with an `endpoint` needs on top. */
  readonly endpoint: readonly number[];
}

/**
 * Finds `smp-*` elements in the page, also ones that are added later, and loads the code of those in use. All files of
 * an element are asked for at once, beside the clinic's data, so nothing waits for a file to name the next one.
 *
 * Elements inside other elements' shadow roots are not looked for.
 */
export class ElementLoader {
  readonly #manifest: ChunkManifest;
  readonly #url: string;
  readonly #waiting: Set<string>;
  readonly #asked = new Set<number>();
  #observer: MutationObserver | undefined;

  /** `url` is the loader's own address: the files are relative to it. */
  constructor(manifest: ChunkManifest, url: string) {
    this.#manifest = manifest;
    this.#url = url;
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

  #scan(root: Element): void {
    const selector = Object.keys(this.#manifest.tags).join();
    const found = [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)];
    // In the order of need: a server may answer only a few at a time.
    for (const element of found) readEarly(element);
    for (const element of found) this.#load(element.localName);
    if (found.some((element) => element.hasAttribute('endpoint'))) this.#ask(this.#manifest.endpoint);
  }

  #load(tag: string): void {
    if (!this.#waiting.delete(tag)) return;
    if (this.#waiting.size === 0) this.stop();
    const files = this.#manifest.tags[tag] ?? [];
    this.#ask(files);
    // eslint-disable-next-line no-unsanitized/method -- the build names the file, not the page
    import(this.#address(files[0] ?? 0)).catch((error: unknown) => {
      // The element's own content stays: that is its fallback.
      console.warn(`[smp-widgets] <${tag}> could not be loaded.`, error);
    });
  }

  #ask(files: readonly number[]): void {
    for (const file of files) {
      if (this.#asked.has(file)) continue;
      this.#asked.add(file);
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = this.#address(file);
      link.nonce = this.#nonce();
      document.head.append(link);
    }
  }

  #address(file: number): string {
    return new URL(this.#manifest.files[file] ?? '', this.#url).href;
  }

  /** The page's nonce, for a policy that lets in nothing without one. */
  #nonce(): string {
    for (const script of document.scripts) if (script.src === this.#url) return script.nonce;
    return '';
  }
}
