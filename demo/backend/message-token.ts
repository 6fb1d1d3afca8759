import { isSame, type Signer } from './manage-token.js';

/** What a link of a message lets its bearer do. */
export type MessagePurpose = 'stop' | 'offer' | 'attend' | 'join' | 'consents';

/** What such a link is about. */
export interface MessageGrant {
  readonly purpose: MessagePurpose;
  /** A booking, or the phone that its texts go to, a touch-up plan, an offer, an entry of the waiting list, a consultation. */
  readonly about: 'booking' | 'phone' | 'touch-up' | 'offer' | 'waitlist' | 'consultation';
  readonly ref: string;
  /** Of its tokens; raised, those given out before are good for nothing. Default 1. */
  readonly tokenVersion?: number | undefined;
  /** Of the thing itself, where the link is about a state of it. */
  readonly version?: number | undefined;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ABOUT = {
  b: 'booking',
  p: 'phone',
  t: 'touch-up',
  o: 'offer',
  w: 'waitlist',
  c: 'consultation',
} as const;

const seal = (signer: Signer, purpose: MessagePurpose, payload: string): string =>
  signer.digest(`messages.${purpose}\n${payload}`);

/** `b.<id>.1.<signature>`: good for one purpose and one thing, for as long as there is that thing. */
export function messageToken(signer: Signer, { purpose, about, ref, tokenVersion = 1, version }: MessageGrant): string {
  const payload = [about.charAt(0), ref, tokenVersion, ...(version === undefined ? [] : [version])].join('.');
  return `${payload}.${seal(signer, purpose, payload)}`;
}

/**
 * What a token is about; `undefined` when this key did not sign it for that purpose. Mails that went out before tokens
 * had versions hold `b.<id>.<signature>`.
 */
export function readMessageToken(signer: Signer, purpose: MessagePurpose, token: string): MessageGrant | undefined {
  const [signature = '', ...payload] = token.split('.').reverse();
  const [letter = '', ref = '', tokenVersion, version, ...rest] = payload.reverse();
  const about = Object.hasOwn(ABOUT, letter) ? ABOUT[letter as keyof typeof ABOUT] : undefined;
  if (!about || !UUID.test(ref) || rest.length > 0) return undefined;
  if (!isSame(signature, seal(signer, purpose, payload.join('.')))) return undefined;
  return {
    purpose,
    about,
    ref,
    tokenVersion: Number(tokenVersion ?? 1),
    ...(version !== undefined && { version: Number(version) }),
  };
}
