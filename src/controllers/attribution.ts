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
    const before = new URL(referrer);
    entries.push(['referrer', before.origin + before.pathname]);
  }
  return Object.fromEntries(
    entries.filter(([, value]) => value !== '').map(([name, value]) => [name, value.slice(0, MAX_LENGTH)]),
  );
}
