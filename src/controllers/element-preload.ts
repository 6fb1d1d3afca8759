/** Where a page's loader is found, if there is one: with a bundler there is none. */
export const ELEMENT_LOADER = Symbol.for('smp-widgets/loader@1');

/** What elements may ask of the page's loader. */
export interface ElementPreloader {
  /** Asks for all files of these tags and for the way to a backend, so that they are there once an element is. */
  preload(...tags: readonly string[]): void;
  /** Runs the code of an element, once more where it has not come. */
  load?(tag: string): void;
}

const loader = (): ElementPreloader | undefined =>
  (globalThis as { [ELEMENT_LOADER]?: ElementPreloader })[ELEMENT_LOADER];

/** Is there a loader, to bring what the page has need of? */
export const hasLoader = (): boolean => loader() !== undefined;

/** Has the code of an element fetched before the element is on the page. Without a loader there is nothing to do. */
export function preloadElements(...tags: readonly string[]): void {
  loader()?.preload?.(...tags);
}

/** Has the code of an element asked for once more, where it has not come. */
export function reloadElement(tag: string): void {
  loader()?.load?.(tag);
}
