/**
 * Keeps the page behind a dialog where it is, and gives how to let it go. Where a scroll bar takes room, that room stays
 * free, so that nothing moves. A sheet of its own: the page's inline styles are left alone, and a policy allows it.
 */
export function lockScrolling(): () => void {
  const hasBar = innerWidth > document.documentElement.clientWidth;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`html{overflow:hidden!important;${hasBar ? 'scrollbar-gutter:stable!important' : ''}}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
