import type { Route } from './route.js';
import { ROUTES } from './routes.js';

/** What is at an address: a route for each method there, and what the address says. */
export interface Place {
  /** The pattern, with `{name}` for a parameter. */
  readonly path: string;
  readonly routes: readonly Route[];
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
}

function match(path: string, segments: readonly string[]): Record<string, string> | undefined {
  const pattern = path.split('/').slice(1);
  if (pattern.length !== segments.length) return undefined;
  const params: [string, string][] = [];
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) params.push([part.slice(1, -1), decode(segment)]);
    else if (part !== segment) return undefined;
  }
  return Object.fromEntries(params);
}

/** A segment that is not percent-encoded UTF-8 stays as it is, and its schema refuses it. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return ` ${segment}`;
  }
}

/** Finds what is at an address below `basePath`; undefined where nothing is. */
export function find(address: string, basePath: string): Place | undefined {
  const { pathname, searchParams: search } = new URL(address);
  if (!pathname.startsWith(`${basePath}/`)) return undefined;
  const segments = pathname.slice(basePath.length + 1).split('/');
  const found = ROUTES.flatMap((route) => {
    const params = match(route.path, segments);
    return params ? [{ route, params }] : [];
  });
  const [first] = found;
  return first && { path: first.route.path, routes: found.map(({ route }) => route), params: first.params, search };
}
