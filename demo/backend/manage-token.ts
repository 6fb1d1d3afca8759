import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { secretFile } from './secret-file.js';

/** What a manage token lets its bearer do: see and change one booking, or its whole course, until a moment. */
export interface ManageGrant {
  readonly bookingId: string;
  /** Of the booking's tokens; raised, those given out before are good for nothing. */
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Why a token is not accepted. A visitor is told the same in each case. */
export type ManageTokenRefusal = 'malformed' | 'forged' | 'expired';

/** Signs and checks the tokens a server gives out. Nothing of them is stored. */
export interface Signer {
  /** `payload.signature`, both base64url. The same grant gives the same token. */
  manageToken(grant: ManageGrant): string;
  /** The grant of a token that this key signed and that hasn't run out by `now` (milliseconds since the epoch). */
  readManageToken(token: string, now: number): ManageGrant | ManageTokenRefusal;
  /** Proof of a hold. */
  holdToken(holdId: string): string;
  isHoldToken(holdId: string, token: string): boolean;
  /** Proof of a consultation. Good for as long as the consultation's row has this version. */
  consultationToken(consultationId: string, version: number): string;
  isConsultationToken(consultationId: string, version: number, token: string): boolean;
  /** `plan.signature`: opens a plan of touch-ups for as long as its row has this version. */
  touchUpToken(planId: string, version: number): string;
  isTouchUpToken(planId: string, version: number, token: string): boolean;
  /** A digest that nobody without the key can compare with guesses of what it is the digest of. */
  digest(content: string | Uint8Array): string;
}

/** Makes a {@link Signer} of a secret of at least 32 bytes. @throws when it is shorter */
export function signer(key: Uint8Array): Signer {
  if (key.byteLength < 32) throw new Error('The key of the manage tokens needs at least 32 bytes');
  // One purpose, one key: a hold's proof can never pass for a manage token.
  const sign = (purpose: string, content: string | Uint8Array) =>
    createHmac('sha256', key).update(`${purpose}\n`).update(content).digest('base64url');
  return {
    manageToken({ bookingId, version, expiresAt }) {
      const payload = Buffer.from(JSON.stringify({ b: bookingId, v: version, e: expiresAt })).toString('base64url');
      return `${payload}.${sign('manage', payload)}`;
    },
    readManageToken(token, now) {
      const [payload, signature, ...rest] = token.split('.');
      if (!payload || !signature || rest.length > 0) return 'malformed';
      if (!isSame(signature, sign('manage', payload))) return 'forged';
      const grant = parseGrant(payload);
      if (!grant) return 'malformed';
      return grant.expiresAt <= now ? 'expired' : grant;
    },
    holdToken: (holdId) => sign('hold', holdId),
    isHoldToken: (holdId, token) => isSame(token, sign('hold', holdId)),
    consultationToken: (id, version) => sign('consultation', `${version}\n${id}`),
    isConsultationToken: (id, version, token) => isSame(token, sign('consultation', `${version}\n${id}`)),
    touchUpToken: (id, version) => `${id}.${sign('touch-up', `${version}\n${id}`)}`,
    isTouchUpToken: (id, version, token) => isSame(token, `${id}.${sign('touch-up', `${version}\n${id}`)}`),
    digest: (content) => sign('digest', content),
  };
}

/** Compares in the same time whatever the texts are, and however long. */
export function isSame(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

function parseGrant(payload: string): ManageGrant | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof value !== 'object' || value === null || !('b' in value && 'v' in value && 'e' in value))
      return undefined;
    const { b, v, e } = value;
    if (typeof b !== 'string' || typeof v !== 'number' || typeof e !== 'number') return undefined;
    return { bookingId: b, version: v, expiresAt: e };
  } catch {
    return undefined;
  }
}

/**
 * The key of a server: `MANAGE_TOKEN_KEY` if it is set, else the file `manage-token.key` in the data directory,
 * which is made at the first start and readable by its owner only.
 */
export function loadKey(directory: string, fromEnvironment = process.env['MANAGE_TOKEN_KEY']): Uint8Array {
  if (fromEnvironment) return Buffer.from(fromEnvironment, 'utf8');
  return Buffer.from(
    secretFile(directory, 'manage-token.key', () => randomBytes(32).toString('base64url')),
    'utf8',
  );
}
