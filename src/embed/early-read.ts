const KEY = Symbol.for('smp-widgets/early@1');
const page = globalThis as { [KEY]?: Map<string, Promise<Response>> };

function read(url: URL): void {
  const reads = (page[KEY] ??= new Map());
  if (reads.has(url.href)) return;
  const answer = fetch(url, { credentials: 'omit' });
  // Whoever takes the answer handles its failure; without a taker it is nobody's concern.
  answer.catch(() => undefined);
  reads.set(url.href, answer);
}

/**
 * Asks for what an element will ask for first, while its code is still on the way: the clinic, and the first times of
 * the service it names. The http adapter takes the answers over by their address.
 */
export function readEarly(element: Element): void {
  const endpoint = (element.closest('[endpoint]') ?? element).getAttribute('endpoint');
  if (!endpoint) return;
  const base = endpoint.replace(/\/+$/, '');
  try {
    read(new URL(`${base}/v1/clinic`, document.baseURI));
    if (!element.getAttribute('service')) return;
    const slots = new URL(`${base}/v1/slots`, document.baseURI);
    for (const name of ['service', 'practitioner', 'location']) {
      const value = element.getAttribute(name);
      if (value) slots.searchParams.set(name, value);
    }
    read(slots);
  } catch {
    // An address that can't be one: the element says so.
  }
}
