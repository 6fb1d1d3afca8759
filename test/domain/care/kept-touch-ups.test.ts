import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  changeTouchUps,
  newTouchUps,
  renewTouchUps,
  touchUpKey,
  touchUpPlanOf,
} from '../../../src/domain/care/kept-touch-ups.js';
import type { TouchUpConsent, TouchUpRequest } from '../../../src/domain/care/touch-up-request.js';
import { isSmpError } from '../../../src/domain/errors.js';

const consent = (channel: 'email' | 'sms', version = '1'): TouchUpConsent => ({
  purpose: `touch-up-${channel}`,
  granted: true,
  version,
  at: '2026-11-24T10:00:00Z',
  wording: `By ${channel}`,
});
const REQUEST: TouchUpRequest = {
  lastSession: '2026-11-20',
  contact: { name: 'Robin Example', email: 'Robin@Example.org', phone: '+44 7700 900142' },
  channels: ['email'],
  consents: [consent('email')],
  dates: { check: '2027-01-01', review: '2027-11-20', refresh: '2029-05-20' },
};
const refusal = (code: string, issue?: string) => (error: unknown) =>
  isSmpError(error) && error.code === code && (issue === undefined || error.issues?.[0]?.code === issue);

describe('the wish to be reminded of touch-ups', () => {
  it('is one for each address, however that is written, and for a number where there is no address', () => {
    assert.equal(touchUpKey({ name: 'A', email: 'robin@example.org' }), touchUpKey(REQUEST.contact));
    assert.equal(
      touchUpKey({ name: 'A', phone: '+44 (7700) 900-142' }),
      touchUpKey({ name: 'B', phone: '+447700900142' }),
    );
    assert.notEqual(touchUpKey({ name: 'A', phone: '+447700900142' }), touchUpKey(REQUEST.contact));
  });

  it('does not change when it is told once more, but for a new moment of the consent', () => {
    const kept = newTouchUps(REQUEST);
    assert.equal(renewTouchUps(kept, { ...REQUEST, consents: [consent('email', '2')] }), kept);
  });

  it('follows what was asked for last, and remembers every consent', () => {
    const dates = { ...REQUEST.dates, refresh: '2030-05-20' };
    const renewed = renewTouchUps(newTouchUps(REQUEST), { ...REQUEST, dates, consents: [consent('email', '2')] });
    assert.deepEqual(renewed.dates, dates);
    assert.equal(renewed.version, 2);
    assert.deepEqual(
      renewed.consents.map(({ version }) => version),
      ['1', '2'],
    );
  });

  it('begins anew after a stop, even with the same words', () => {
    const stopped = { ...newTouchUps(REQUEST), stopped: true };
    assert.equal(renewTouchUps(stopped, REQUEST).stopped, false);
    assert.throws(() => changeTouchUps(stopped, { version: 1, channels: ['email'] }), refusal('not-found', 'gone'));
    assert.deepEqual(touchUpPlanOf(stopped).channels, []);
  });

  it('keeps no more consents than it has to', () => {
    let kept = newTouchUps(REQUEST);
    for (let version = 1; version < 60; version += 1) {
      const channels: TouchUpRequest['channels'] = version % 2 ? ['email', 'sms'] : ['email'];
      kept = changeTouchUps(kept, { version, channels, consents: [consent('sms', String(version))] });
    }
    assert.equal(kept.consents.length, 24);
    assert.equal(kept.consents.at(-1)?.version, '59');
  });

  it('refuses a change of nothing, and dates that come before the session', () => {
    const kept = newTouchUps(REQUEST);
    assert.throws(() => changeTouchUps(kept, { version: 1 }), refusal('validation', 'required'));
    const dates = { ...REQUEST.dates, check: '2026-11-20' };
    assert.throws(() => changeTouchUps(kept, { version: 1, dates }), refusal('validation', 'too-early'));
    assert.throws(() => changeTouchUps(kept, { version: 2, dates }), refusal('version-conflict'));
  });

  it('tells what it can be reached by, and of the addresses next to nothing', () => {
    const { reachable, contactHint } = touchUpPlanOf(newTouchUps(REQUEST));
    assert.deepEqual(reachable, ['email', 'sms']);
    assert.equal(contactHint, 'R•••@Example.org, ••• 42');
  });
});
