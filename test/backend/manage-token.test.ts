import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { loadKey, signer } from '../../demo/backend/manage-token.js';

const key = (text: string) => Buffer.from(text.padEnd(32, '.'));
const ours = signer(key('ours'));
const grant = { bookingId: '0a2f9a4e-0000-4000-8000-000000000001', version: 1, expiresAt: 2_000 };

describe('manage tokens', () => {
  it('give back what they were made of', () => {
    assert.deepEqual(ours.readManageToken(ours.manageToken(grant), 1_999), grant);
  });

  it('are the same for the same grant', () => {
    assert.equal(ours.manageToken(grant), ours.manageToken({ ...grant }));
  });

  it('are refused once they have run out', () => {
    assert.equal(ours.readManageToken(ours.manageToken(grant), 2_000), 'expired');
  });

  it('are refused when another key signed them', () => {
    assert.equal(signer(key('theirs')).readManageToken(ours.manageToken(grant), 0), 'forged');
  });

  it('are refused when anything in them is changed', () => {
    const token = ours.manageToken(grant);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'b', '0', '_', '.'), (place, letter) => {
        const changed = token.slice(0, place) + letter + token.slice(place + 1);
        // The last letter of base64url has bits that mean nothing; the signature is compared as text.
        if (changed !== token) assert.ok(typeof ours.readManageToken(changed, 0) === 'string', changed);
      }),
    );
  });

  it('are refused with the signature of another payload', () => {
    const [, signature] = ours.manageToken(grant).split('.');
    const [payload] = ours.manageToken({ ...grant, version: 2 }).split('.');
    assert.equal(ours.readManageToken(`${payload}.${signature}`, 0), 'forged');
  });

  it('can not be made of a hold’s token', () => {
    const payload = Buffer.from(JSON.stringify({ b: 'x', v: 1, e: 9e15 })).toString('base64url');
    assert.equal(ours.readManageToken(`${payload}.${ours.holdToken(payload)}`, 0), 'forged');
  });

  it('take any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.ok(typeof ours.readManageToken(text, 0) === 'string');
      }),
    );
  });

  it('know a hold’s own token from another’s', () => {
    assert.ok(ours.isHoldToken('a', ours.holdToken('a')));
    assert.ok(!ours.isHoldToken('b', ours.holdToken('a')));
    assert.ok(!ours.isHoldToken('a', ''));
  });

  it('need a key of 32 bytes', () => {
    assert.throws(() => signer(Buffer.alloc(31)), /32 bytes/);
  });
});

describe('the key of the manage tokens', () => {
  const directory = mkdtempSync(join(tmpdir(), 'smp-key-'));
  after(() => rmSync(directory, { recursive: true }));

  it('is made once, and readable by its owner only', () => {
    const first = loadKey(directory, undefined);
    assert.deepEqual(loadKey(directory, undefined), first);
    assert.ok(first.byteLength >= 32);
    assert.equal(statSync(join(directory, 'manage-token.key')).mode & 0o777, 0o600);
  });

  it('is the one of the environment where it is set', () => {
    assert.equal(Buffer.from(loadKey(directory, 'from outside')).toString(), 'from outside');
  });
});
