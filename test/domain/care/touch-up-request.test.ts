import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TouchUpRequest, TouchUpUpdate } from '../../../src/domain/care/touch-up-request.js';
import { touchUpEstimate } from '../../../src/domain/care/touch-up.js';

const AT = '2026-11-24T10:00:00+00:00';
const consent = (channel: 'email' | 'sms', granted = true) => ({
  purpose: `touch-up-${channel}`,
  granted,
  version: '1',
  at: AT,
  wording: `You may write to me by ${channel}.`,
});
const { check, review, refresh } = touchUpEstimate('2026-11-20');
const dates = { check, review, refresh };
const REQUEST = {
  lastSession: '2026-11-20',
  contact: { name: 'Robin Example', email: 'robin@example.org' },
  channels: ['email'],
  consents: [consent('email')],
  dates,
};

const faults = (change: object): string[] =>
  TouchUpRequest.safeParse({ ...REQUEST, ...change }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('TouchUpRequest', () => {
  it('takes one channel or both, each with its own consent and address', () => {
    assert.deepEqual(faults({}), []);
    assert.deepEqual(
      faults({
        contact: { name: 'Robin Example', phone: '07700 900142' },
        channels: ['sms'],
        consents: [consent('sms')],
      }),
      [],
    );
    assert.deepEqual(
      faults({
        contact: { ...REQUEST.contact, phone: '07700 900142' },
        channels: ['email', 'sms'],
        consents: [consent('email'), consent('sms')],
      }),
      [],
    );
  });

  it('lets no consent stand for another channel', () => {
    const contact = { ...REQUEST.contact, phone: '07700 900142' };
    assert.deepEqual(faults({ contact, channels: ['sms'] }), ['consents']);
    assert.deepEqual(faults({ contact, channels: ['email', 'sms'] }), ['consents']);
    assert.deepEqual(faults({ consents: [consent('email', false)] }), ['consents']);
    assert.deepEqual(faults({ consents: [consent('email'), consent('email', false)] }), ['consents']);
    assert.deepEqual(faults({ consents: [] }), ['consents']);
  });

  it('wants the address of each channel, and of no other', () => {
    assert.deepEqual(faults({ contact: { name: 'Robin Example' } }), ['contact.email']);
    assert.deepEqual(faults({ channels: ['sms'], consents: [consent('sms')] }), ['contact.phone']);
  });

  it('wants the dates in their order, after the last session', () => {
    assert.deepEqual(faults({ dates: { ...dates, check: review } }), ['dates.review']);
    assert.deepEqual(faults({ dates: { ...dates, refresh: check } }), ['dates.refresh']);
    assert.deepEqual(faults({ lastSession: check }), ['dates.check']);
  });

  it('wants the words that were agreed to', () => {
    assert.deepEqual(faults({ consents: [{ ...consent('email'), wording: '' }] }), ['consents.0.wording']);
  });

  it('drops what must not travel', () => {
    const parsed = TouchUpRequest.parse({ ...REQUEST, skin: 'oily', scar: true });
    assert.ok(!('skin' in parsed) && !('scar' in parsed));
  });

  it('refuses no channel, one twice, and one that is not known', () => {
    for (const channels of [[], ['email', 'email'], ['fax']]) assert.ok(faults({ channels }).length > 0);
  });
});

describe('TouchUpUpdate', () => {
  it('takes dates and channels apart', () => {
    const update = { token: 'abc.def', version: 1 };
    assert.ok(TouchUpUpdate.safeParse({ ...update, dates }).success);
    assert.ok(TouchUpUpdate.safeParse({ ...update, channels: ['email'] }).success);
    assert.ok(!TouchUpUpdate.safeParse({ ...update, version: 0 }).success);
    assert.ok(!TouchUpUpdate.safeParse({ ...update, token: 'two words' }).success);
  });
});
