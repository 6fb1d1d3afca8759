import type { Attribution } from '../domain/attribution.js';

const PARAMETERS = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'gclid',
  'gbraid',
  'wbraid',
  'fbclid',
  'msclkid',
] as const;

/** Longest value that is passed on, in characters. */
const MAX_LENGTH = 500;

/** Where the visitor came from, by the page's address and referrer; the rest of both is left out. */
export function attributionOf(address: string, referrer: string): Attribution {
  const { searchParams, pathname } = new URL(address);
  const entries: [keyof Attribution, string][] = PARAMETERS.map((name) => [name, searchParams.get(name) ?? '']);
  entries.push(['landingPath', pathname]);
  if (URL.canParse(referrer)) {
    const { protocol, host, pathname: path } = new URL(referrer);
    // An app's name is as good as a site's; `about:blank` tells nothing.
    if (host) entries.push(['referrer', `${protocol}//${host}${path}`]);
  }
  const attribution: Attribution = {};
  for (const [name, value] of entries) {
    const text = clean(value);
    if (text !== '') attribution[name] = text;
  }
  return attribution;
}

/** Without control characters and halves of characters, which some databases refuse. */
function clean(value: string): string {
  return value.slice(0, MAX_LENGTH).replace(/\p{Cc}|\p{Cs}/gu, '');
}
