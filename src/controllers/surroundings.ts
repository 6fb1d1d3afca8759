/** What is around a node, from itself outwards: through slots and shadow roots to the document. */
export function surroundings(node: Node): Node[] {
  const found: Node[] = [];
  for (let at: Node | null = node; at; at = outerOf(at)) found.push(at);
  return found;
}

const outerOf = (node: Node): Node | null =>
  (node instanceof Element && node.assignedSlot) || (node instanceof ShadowRoot ? node.host : node.parentNode);

/** The nearest `lang`, as it is written; empty where none is. */
export const tagOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => (node instanceof Element ? node.getAttribute('lang') : null)).find((tag) => tag !== null) ?? '';
