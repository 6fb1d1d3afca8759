import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConsentRequest } from '../../src/domain/consultation/consent.js';
import type { BookingDetails } from '../../src/flows/booking-state.js';
import { detailIssues } from '../../src/flows/detail-issues.js';
import { CLINIC, issuesOf } from '../support/booking.js';

const PRIVACY: ConsentRequest = { purpose: 'privacy', wording: 'I agree.', version: '1', required: true };
const NEWS: ConsentRequest = { purpose: 'marketing-email', wording: 'News?', version: '1' };
const GOOD: BookingDetails = {
  name: 'Ada Example',
  email: 'ada@example.org',
  phone: '',
  note: '',
  consents: { privacy: true },
};

type PhonePolicy = 'required' | 'optional' | 'none';

function issues(details: Partial<BookingDetails>, phone?: PhonePolicy, consents = [PRIVACY, NEWS]): string[] {
  const clinic = { ...CLINIC, ...(phone && { policies: { phone } }) };
  return issuesOf({ issues: detailIssues({ ...GOOD, ...details }, clinic, consents) });
}

const field =
  (name: 'name' | 'email' | 'phone' | 'note') =>
  (value: string, policy?: PhonePolicy): string[] =>
    issues({ [name]: value }, policy);

describe('detailIssues', () => {
  it('finds nothing in good details', () => assert.deepEqual(issues({}), []));

  it('names everything in the order of the fields', () => {
    const all = { name: ' ', email: 'ada', phone: '12', note: 'x'.repeat(1001), consents: {} };
    assert.deepEqual(issues(all, 'required'), [
      'name missing',
      'email invalid',
      'phone invalid',
      'note too-long',
      'privacy unconfirmed',
    ]);
  });

  it('asks for a phone number where text messages are agreed to', () => {
    const texts: ConsentRequest = { purpose: 'appointment-sms', wording: 'Texts?', version: '1' };
    const agreed = { consents: { privacy: true, 'appointment-sms': true } };
    assert.deepEqual(issues(agreed, 'optional', [PRIVACY, texts]), ['phone missing']);
    assert.deepEqual(issues({ ...agreed, phone: '020 7946 0123' }, 'optional', [PRIVACY, texts]), []);
    assert.deepEqual(issues({}, 'optional', [PRIVACY, texts]), [], 'nobody has to agree');
    assert.deepEqual(issues(agreed, 'none', [PRIVACY, texts]), [], 'there is no field for it');
    assert.deepEqual(issues(agreed, 'optional'), [], 'it is not asked');
  });

  it('takes a phone number in the digits of other keyboards', () => {
    for (const phone of ['٠٥٠ ١٢٣ ٤٥٦٧', '+۹۸ ۲۱ ۱۲۳۴ ۵۶۷۸']) assert.deepEqual(field('phone')(phone), [], phone);
    assert.deepEqual(field('phone')('١٢'), ['phone invalid']);
  });

  it('checks the name', () => {
    const check = field('name');
    assert.deepEqual(check(''), ['name missing']);
    assert.deepEqual(check(' \t\n'), ['name missing']);
    assert.deepEqual(check('x'.repeat(121)), ['name invalid']);
    for (const name of ['X', 'x'.repeat(120), ` ${'x'.repeat(120)} `, 'Łucja Żółć-Ñandú', '小林', 'O’Neill 3rd']) {
      assert.deepEqual(check(name), [], name);
    }
  });

  it('checks the email address', () => {
    const check = field('email');
    assert.deepEqual(check('  '), ['email missing']);
    for (const email of ['ada', 'ada@', '@example.org', 'ada@example', 'ada @example.org', 'a@b@c.de', 'ada@ex..']) {
      assert.deepEqual(check(email), ['email invalid'], email);
    }
    assert.deepEqual(check(`${'x'.repeat(243)}@example.org`), ['email invalid']);
    for (const email of ['ada@example.org', ' ada@example.org ', 'ada+smp@mail.example.co.uk', 'ä@bücher.example']) {
      assert.deepEqual(check(email), [], email);
    }
  });

  it('checks a phone number that is optional', () => {
    const check = field('phone');
    for (const policy of [undefined, 'optional'] as const) {
      assert.deepEqual(check('', policy), []);
      assert.deepEqual(check('  ', policy), []);
      assert.deepEqual(check('12', policy), ['phone invalid']);
      assert.deepEqual(check('call me', policy), ['phone invalid']);
      assert.deepEqual(check('020 7946 0123', policy), []);
      assert.deepEqual(check(' +44 (0)20-7946.0123 ', policy), []);
    }
  });

  it('asks for a phone number that is required', () => {
    assert.deepEqual(issues({ phone: ' ' }, 'required'), ['phone missing']);
    assert.deepEqual(issues({ phone: '0207 946 0123' }, 'required'), []);
  });

  it('looks at no phone number where none is asked for', () => {
    assert.deepEqual(issues({ phone: 'nonsense' }, 'none'), []);
  });

  it('limits the note as it is sent: without the space around it', () => {
    const check = field('note');
    assert.deepEqual(check(`  ${'x'.repeat(1000)}\n`), []);
    assert.deepEqual(check('x'.repeat(1001)), ['note too-long']);
  });

  it('asks for the consents that are required, and no others', () => {
    assert.deepEqual(issues({ consents: {} }), ['privacy unconfirmed']);
    assert.deepEqual(issues({ consents: { privacy: false } }), ['privacy unconfirmed']);
    assert.deepEqual(issues({ consents: { 'marketing-email': true } }), ['privacy unconfirmed']);
    const health: ConsentRequest = { ...PRIVACY, purpose: 'health-data' };
    assert.deepEqual(issues({ consents: {} }, undefined, [health, PRIVACY]), [
      'health-data unconfirmed',
      'privacy unconfirmed',
    ]);
    assert.deepEqual(issues({ consents: {} }, undefined, []), []);
  });
});
