/** The visitor comes to the page by an address with this after its `#`; empty: by the page's own. */
export function arriveAt(fragment: string): void {
  const { pathname, search } = location;
  history.replaceState(history.state, '', `${pathname}${search}${fragment && `#${fragment}`}`);
}
