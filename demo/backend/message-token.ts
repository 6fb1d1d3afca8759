import { isSame, type Signer } from './manage-token.js';

/** What a link of a message lets its bearer do. */
export type MessagePurpose = 'stop' | 'offer';

/** What such a link is about. */
export interface MessageGrant {
  readonly purpose: MessagePurpose;
  /** A booking, a touch-up plan, or an offer. */
  readonly about: 'booking' | 'touch-up' | 'offer';
  readonly ref: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ABOUT = { b: 'booking', t: 'touch-up', o: 'offer' } as const;

const seal = (signer: Signer, purpose: MessagePurpose, payload: string): string =>
  signer.digest(`messages.${purpose}\n${payload}`);

/** `b.<id>.<signature>`: good for one purpose and one thing, for as long as there is that thing. */
export function messageToken(signer: Signer, { purpose, about, ref }: MessageGrant): string {
  const payload = `${about.charAt(0)}.${ref}`;
  return `${payload}.${seal(signer, purpose, payload)}`;
}

/** What a token is about; `undefined` when this key did not sign it for that purpose. */
export function readMessageToken(signer: Signer, purpose: MessagePurpose, token: string): MessageGrant | undefined {
  const [letter = '', ref = '', signature = '', ...rest] = token.split('.');
  const about = Object.hasOwn(ABOUT, letter) ? ABOUT[letter as keyof typeof ABOUT] : undefined;
  if (!about || !UUID.test(ref) || rest.length > 0) return undefined;
  return isSame(signature, seal(signer, purpose, `${letter}.${ref}`)) ? { purpose, about, ref } : undefined;
}
