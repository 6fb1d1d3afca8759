import { SmpError } from '../domain/errors.js';

/** Which pages of other origins may use the API: all, these (`https://clinic.example`), or those the function says. */
export type AllowedOrigins = '*' | readonly string[] | ((origin: string) => boolean);

const ALLOW_HEADERS = ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match'];
const EXPOSE_HEADERS = 'ETag, Retry-After, X-Request-Id';
/** Two hours, the most that Chromium keeps. */
const MAX_AGE_SECONDS = '7200';

/** Answers for one set of allowed origins. */
export interface Cors {
  /** Headers of any answer to this request. */
  headers(request: Request): Record<string, string>;
  /** Headers that a preflight answer has beside those. */
  preflight(request: Request, methods: readonly string[]): Record<string, string>;
}

function checkOrigin(origin: string): void {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    throw new SmpError('invalid-config', `Not an origin: ${origin}. Write it as https://clinic.example, no path.`);
  }
}

/** @throws `invalid-config` for a text that is not an origin */
export function cors(origins: AllowedOrigins, allowHeaders: readonly string[] = []): Cors {
  if (typeof origins === 'object') origins.forEach(checkOrigin);
  const allowed = (origin: string): boolean => {
    if (origins === '*') return true;
    if (typeof origins !== 'function') return origins.includes(origin);
    try {
      return origins(origin);
    } catch {
      return false;
    }
  };
  const headers = (request: Request): Record<string, string> => {
    if (origins === '*') {
      return {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Expose-Headers': EXPOSE_HEADERS,
        'Cross-Origin-Resource-Policy': 'cross-origin',
      };
    }
    const origin = request.headers.get('origin');
    if (origin === null || !allowed(origin)) {
      return { Vary: 'Origin', 'Cross-Origin-Resource-Policy': 'same-origin' };
    }
    return {
      Vary: 'Origin',
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': EXPOSE_HEADERS,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    };
  };
  const preflight = (request: Request, methods: readonly string[]): Record<string, string> => {
    const origin = request.headers.get('origin');
    if (origin === null || !allowed(origin)) return {};
    return {
      'Access-Control-Allow-Methods': methods.join(', '),
      'Access-Control-Allow-Headers': [...ALLOW_HEADERS, ...allowHeaders].join(', '),
      'Access-Control-Max-Age': MAX_AGE_SECONDS,
    };
  };
  return { headers, preflight };
}
