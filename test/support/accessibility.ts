import { engine } from './browser.js';

/**
 * Is every state of an element shown to axe in this engine? It judges the tree and the styles, which are the same in all;
 * what becomes of them, as sizes and what has the focus, is tested in each. The whole journey and the whole life are shown to
 * it in every engine.
 */
export const showsAxeAll = engine === 'chromium';

/** Rules about a whole page, which a part of a test page can't keep. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main', 'document-title', 'bypass'];

/** Ends what fades or moves in an element, shadow roots included; what never ends by itself goes on. */
export function bringToRest(element: Element): void {
  // Styles that were just set begin their transitions.
  element.getBoundingClientRect();
  for (const animation of element.getAnimations({ subtree: true })) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
  for (const inner of [element, ...element.querySelectorAll('*')]) {
    for (const child of inner.shadowRoot?.children ?? []) bringToRest(child);
  }
}

/** Attributes that name other elements of the same root by their ids. */
const NAMING = ['aria-controls', 'aria-describedby', 'aria-errormessage', 'aria-labelledby', 'for'];

/** Ids that are named within an element, shadow roots included, and that nothing has. axe passes over most of them. */
function missingIds(element: Element): string[] {
  return [element, ...element.querySelectorAll('*')].flatMap((inner) => {
    const root = inner.getRootNode() as Document | ShadowRoot;
    const missing = NAMING.flatMap((name) => {
      const ids = inner.getAttribute(name)?.split(/\s+/).filter(Boolean) ?? [];
      return ids.filter((id) => !root.getElementById(id)).map((id) => `${name} "${id}"`);
    });
    return [
      ...missing.map((name) => `missing-id: ${name} of ${inner.outerHTML.slice(0, 160)}`),
      ...[...(inner.shadowRoot?.children ?? [])].flatMap(missingIds),
    ];
  });
}

/**
 * What axe objects to within an element, shadow roots included, by rule and place, and which ids are named there that
 * nothing has. With colours of the visitor's own contrast is theirs, and axe would judge the colours that nobody sees.
 *
 * @param only the rules of axe to look at, and nothing else; default: all
 */
export async function axeViolations(element: Element, only?: string[]): Promise<string[]> {
  // Much code, which few pages need.
  const axe = await import('./axe.js');
  bringToRest(element);
  const forced = matchMedia('(forced-colors: active)').matches;
  const off = [...PAGE_RULES, ...(forced ? ['color-contrast'] : [])].map((id) => [id, { enabled: false }] as const);
  const results = await axe.run(element, {
    resultTypes: ['violations'],
    ...(only && { runOnly: only }),
    rules: { ...Object.fromEntries(off), 'target-size': { enabled: true } },
  });
  const found = results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} – ${failureSummary.slice(0, 240)}`),
  );
  return only ? found : [...found, ...missingIds(element)];
}

/** As {@link axeViolations}; where not every state is shown to axe, only the ids that nothing has. */
export async function violations(element: Element, only?: string[]): Promise<string[]> {
  if (showsAxeAll) return axeViolations(element, only);
  bringToRest(element);
  return only ? [] : missingIds(element);
}
