import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { healthCipher, loadHealthCipher, parseHealthKey, SealBroken } from '../../demo/backend/health-cipher.js';

const key = randomBytes(32);
const ours = healthCipher(key);
const text = Buffer.from('takes warfarin');
const PLACE = 'consultation/1/answers';

describe('the health cipher', () => {
  it('opens what it has sealed, whatever that is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string(), (content, place) => {
        assert.deepEqual(Buffer.from(ours.open(ours.seal(content, place), place)), Buffer.from(content));
      }),
    );
  });

  it('hides the content, and seals the same content differently each time', () => {
    const [first, second] = [ours.seal(text, PLACE), ours.seal(text, PLACE)];
    assert.ok(!first.includes('warfarin'));
    assert.notDeepEqual(first, second);
    // A nonce that comes twice under one key would betray both contents.
    const nonces = new Set(Array.from({ length: 500 }, () => ours.seal(text, PLACE).subarray(9, 21).toString('hex')));
    assert.equal(nonces.size, 500);
  });

  it('refuses what was changed in any byte, or cut off', () => {
    const sealed = ours.seal(text, PLACE);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.throws(() => ours.open(changed, PLACE), SealBroken, `byte ${at}`);
      assert.throws(() => ours.open(sealed.subarray(0, at), PLACE), SealBroken, `cut at ${at}`);
    }
    assert.deepEqual(ours.open(sealed, PLACE), text);
  });

  it('refuses what belongs elsewhere', () => {
    const sealed = ours.seal(text, PLACE);
    for (const place of ['consultation/2/answers', 'consultation/1/outcome', '']) {
      assert.throws(() => ours.open(sealed, place), SealBroken);
    }
  });

  it('refuses what another key has sealed', () => {
    assert.throws(() => healthCipher(randomBytes(32)).open(ours.seal(text, PLACE), PLACE), SealBroken);
  });

  it('reads what an earlier key has sealed, and seals with the new one', () => {
    const next = healthCipher(randomBytes(32), [key]);
    assert.deepEqual(next.open(ours.seal(text, PLACE), PLACE), text);
    assert.throws(() => ours.open(next.seal(text, PLACE), PLACE), SealBroken);
    assert.notDeepEqual(next.keyId, ours.keyId);
    assert.deepEqual(next.seal(text, PLACE).subarray(1, 9), next.keyId);
  });

  it('takes keys of 32 bytes only', () => {
    for (const length of [0, 16, 31, 33]) assert.throws(() => healthCipher(randomBytes(length)), /32 bytes/);
  });
});

describe('a health key', () => {
  it('is read as hexadecimal, base64 and base64url', () => {
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      assert.deepEqual(Buffer.from(parseHealthKey(` ${key.toString(encoding)}\n`)), key);
    }
  });

  it('is refused when it is no key, without repeating it', () => {
    for (const wrong of [
      '',
      'a passphrase that is long enough to be 32',
      'a'.repeat(64),
      'A'.repeat(43),
      '0123456789',
    ]) {
      assert.throws(
        () => parseHealthKey(wrong),
        ({ message }: Error) => message.includes('HEALTH_KEY') && (wrong === '' || !message.includes(wrong)),
      );
    }
  });

  describe('of a server', () => {
    const directory = mkdtempSync(join(tmpdir(), 'smp-health-key-'));
    after(() => rmSync(directory, { recursive: true }));

    it('is made once in the data directory, for its owner only', () => {
      const sealed = loadHealthCipher({ directory }).seal(text, PLACE);
      assert.deepEqual(loadHealthCipher({ directory }).open(sealed, PLACE), text);
      assert.equal(statSync(join(directory, 'health.key')).mode & 0o777, 0o600);
    });

    it('is the one that is set, with earlier ones for reading', () => {
      const [first, second] = [randomBytes(32).toString('base64'), randomBytes(32).toString('hex')];
      const sealed = [loadHealthCipher({ key: first }), loadHealthCipher({ key: second })].map((one) =>
        one.seal(text, PLACE),
      );
      const cipher = loadHealthCipher({ key: key.toString('base64'), previous: `${first}, ${second}`, directory });
      for (const one of sealed) assert.deepEqual(cipher.open(one, PLACE), text);
    });
  });
});
