/** Is what stands behind the # of an address for an element of the page, and no place in it? A launcher's word is its own. */
export const isLink = (hash: string): boolean => /^#(?!smp-open).+=/.test(hash);
