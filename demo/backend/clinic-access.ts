import { isSame } from './manage-token.js';
import { TokenBuckets, type RateLimit } from './rate-limit.js';

/** Who may come to the clinic's desk. */
export const CLINIC_USER = 'clinic';
/** Fewest characters of the password. */
export const PASSWORD_LENGTH = 12;

/** Wrong passwords of one address: ten, then one in ten seconds. */
const WRONG: RateLimit = { burst: 10, perSecond: 0.1 };

/** Why somebody is not let in: status, and headers of the answer. */
export interface Turned {
  readonly status: 401 | 429;
  readonly headers: Readonly<Record<string, string>>;
}

/** Lets in those who know the clinic's password, by HTTP Basic. */
export class ClinicAccess {
  readonly #password: string;
  readonly #wrong: TokenBuckets;

  /** @throws when the password is too short */
  constructor(password: string, wrong: RateLimit = WRONG) {
    if (password.length < PASSWORD_LENGTH) {
      throw new Error(`The clinic's password needs at least ${PASSWORD_LENGTH} characters`);
    }
    this.#password = password;
    this.#wrong = new TokenBuckets(wrong);
  }

  /** `undefined` for those who may come in. An address that has guessed too often is not even listened to. */
  turnAway(request: Request, address: string): Turned | undefined {
    const sent = request.headers.get('authorization');
    if (sent === null) return UNKNOWN;
    const wait = this.#wrong.look(address);
    if (wait !== undefined) return { status: 429, headers: { 'Retry-After': String(Math.ceil(wait / 1000)) } };
    const { user, password } = credentialsOf(sent);
    // Both are compared in any case, so that the time tells of neither.
    const known = [isSame(user, CLINIC_USER), isSame(password, this.#password)];
    if (known.every(Boolean)) return undefined;
    this.#wrong.take(address);
    return UNKNOWN;
  }
}

const UNKNOWN: Turned = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Basic realm="Clinic", charset="UTF-8"' },
};

function credentialsOf(header: string): { user: string; password: string } {
  const [, encoded = ''] = /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(header) ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return { user: text.slice(0, Math.max(0, colon)), password: colon < 0 ? '' : text.slice(colon + 1) };
}

/**
 * Does a request that changes something come from a page of this very server? A browser sends the clinic's password
 * with whatever another site makes it send, but it can't be made to hide where that came from.
 */
export function isOwnPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
