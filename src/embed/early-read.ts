import { EARLY_READS, type EarlyReads } from '../adapters/early-reads.js';

/** How long an answer is good for, in milliseconds: later it would be shown as news. */
const GOOD_FOR = 30_000;

const page = globalThis as { [EARLY_READS]?: EarlyReads };

function read(address: string): void {
  const reads = (page[EARLY_READS] ??= new Map());
  if (reads.has(address)) return;
  const answer = fetch(address, { credentials: 'omit' });
  // Whoever takes the answer handles its failure; without a taker it is nobody's concern.
  answer.catch(() => undefined);
  reads.set(address, answer);
  setTimeout(() => reads.delete(address), GOOD_FOR);
}

/**
 * Asks for what an element will ask for first, while its code is still on the way: the clinic, and the first times of
 * the service it names. The http adapter takes the answers over by their address, so each is written as it writes it.
 */
export function readEarly(element: Element): void {
  const endpoint = element.closest('[endpoint]')?.getAttribute('endpoint');
  // Browsers that do not know this ask a little later.
  const url = endpoint && (URL as { parse?: typeof URL.parse }).parse?.(endpoint, document.baseURI);
  // The adapter refuses an address with more in it, and the element says so.
  if (!url || url.origin + url.pathname !== url.href) return;
  const base = `${url.href.replace(/\/+$/, '')}/v1/`;
  read(`${base}clinic`);
  // In a journey times come later, and old ones would be none.
  if (element.localName === 'smp-journey') return;
  const named = ['service', 'practitioner', 'location'].flatMap((name): [string, string][] => {
    const value = element.getAttribute(name);
    return value ? [[name, value]] : [];
  });
  if (element.getAttribute('service')) read(`${base}slots?${new URLSearchParams(named)}`);
}
