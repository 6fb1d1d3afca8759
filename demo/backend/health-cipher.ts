import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { secretFile } from './secret-file.js';

/** What was sealed can't be opened: with this key, in this place, or because it was changed. Tells no more than that. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** Seals what is about somebody's health before it is stored, and opens it for the clinic. */
export interface HealthCipher {
  /**
   * Encrypts and authenticates. The same content gives other bytes each time.
   * @param place where it will be stored; it opens nowhere else, so that records can't be exchanged for one another
   */
  seal(content: Uint8Array, place: string): Buffer;
  /** @throws {SealBroken} */
  open(sealed: Uint8Array, place: string): Buffer;
  /** Names the key that new content is sealed with: the second to ninth byte of what is sealed. */
  readonly keyId: Buffer;
}

// AES-256-GCM. One byte that names this layout, eight that name the key, twelve of nonce, the content, sixteen of tag.
const LAYOUT = 1;
const KEY_ID = 8;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + KEY_ID + NONCE;

/** Tells keys apart without telling anything of them. */
function keyIdOf(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('smp-widgets: name of a health key').digest().subarray(0, KEY_ID);
}

/**
 * Makes a {@link HealthCipher}.
 * @param key 32 random bytes
 * @param previous keys that earlier records are sealed with: they are read, never written with
 * @throws when a key has another length
 */
export function healthCipher(key: Uint8Array, previous: readonly Uint8Array[] = []): HealthCipher {
  for (const one of [key, ...previous]) if (one.byteLength !== 32) throw new Error('A health key has 32 bytes');
  const keys = new Map([key, ...previous].map((one) => [keyIdOf(one).toString('hex'), one]));
  const current = keyIdOf(key);
  const boundTo = (head: Uint8Array, place: string) => Buffer.concat([head, Buffer.from(place, 'utf8')]);
  return {
    seal(content, place) {
      const head = Buffer.concat([Buffer.of(LAYOUT), current, randomBytes(NONCE)]);
      const cipher = createCipheriv('aes-256-gcm', key, head.subarray(HEAD - NONCE), { authTagLength: TAG });
      cipher.setAAD(boundTo(head, place));
      return Buffer.concat([head, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, place) {
      if (sealed.byteLength < HEAD + TAG || sealed[0] !== LAYOUT) throw new SealBroken('This was not sealed here');
      const own = keys.get(Buffer.from(sealed.subarray(1, 1 + KEY_ID)).toString('hex'));
      if (!own) throw new SealBroken('The key that this was sealed with is not known');
      const head = sealed.subarray(0, HEAD);
      const end = sealed.byteLength - TAG;
      const decipher = createDecipheriv('aes-256-gcm', own, head.subarray(HEAD - NONCE), { authTagLength: TAG });
      decipher.setAAD(boundTo(head, place));
      decipher.setAuthTag(sealed.subarray(end));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(HEAD, end)), decipher.final()]);
      } catch (error) {
        throw new SealBroken('This was changed, or belongs elsewhere', { cause: error });
      }
    },
    keyId: current,
  };
}

/**
 * Reads a key: 32 bytes as 64 hexadecimal digits or as base64 (base64url too).
 * @param name of the variable, for the error
 * @throws when it is anything else, or 32 times the same byte. The error does not repeat the text.
 */
export function parseHealthKey(text: string, name = 'HEALTH_KEY'): Uint8Array {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)
      ? Buffer.from(trimmed, 'base64')
      : Buffer.alloc(0);
  if (key.byteLength !== 32 || key.every((byte) => byte === key[0])) {
    throw new Error(
      `${name} has to be 32 random bytes, as base64 or as 64 hexadecimal digits: openssl rand -base64 32`,
    );
  }
  return key;
}

/** Where the keys come from. */
export interface HealthKeySource {
  /** `HEALTH_KEY`. */
  readonly key?: string | undefined;
  /** `HEALTH_KEY_PREVIOUS`: one key, or several with commas between. */
  readonly previous?: string | undefined;
  /** Where a key is made, or found, when none is given. Without: one that is gone with this process. */
  readonly directory?: string | undefined;
}

/** The cipher of a server. */
export function loadHealthCipher({ key, previous, directory }: HealthKeySource): HealthCipher {
  const draw = () => randomBytes(32).toString('base64');
  const text = key || (directory === undefined ? draw() : secretFile(directory, 'health.key', draw));
  const earlier = (previous ?? '').split(',').filter((one) => one.trim() !== '');
  return healthCipher(
    parseHealthKey(text),
    earlier.map((one) => parseHealthKey(one, 'HEALTH_KEY_PREVIOUS')),
  );
}
