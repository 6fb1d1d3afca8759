import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { depositLink } from '../../../src/domain/course/deposit-link.js';

const PAGE = 'https://clinic.example/book?lang=de#t=secret-token';

const linkOf = (...args: Parameters<typeof depositLink>): URL => {
  const link = depositLink(...args);
  assert.ok(link !== undefined);
  return new URL(link);
};

describe('depositLink', () => {
  it('says what is paid for, and where to come back to', () => {
    const { searchParams, origin, pathname } = linkOf('https://pay.example/now', 'SMP-7', PAGE);
    assert.equal(origin + pathname, 'https://pay.example/now');
    assert.deepEqual(Object.fromEntries(searchParams), {
      reference: 'SMP-7',
      return_url: 'https://clinic.example/book?lang=de#smp-paid=SMP-7',
      cancel_url: 'https://clinic.example/book?lang=de#smp-payment-cancelled=SMP-7',
    });
  });

  it('leaves what the clinic’s address says as it is', () => {
    const { searchParams, hash } = linkOf('https://pay.example/?shop=7&reference=shop&q=a%26b#terms', 'SMP-7', PAGE);
    assert.deepEqual(searchParams.getAll('reference'), ['shop', 'SMP-7']);
    assert.equal(searchParams.get('shop'), '7');
    assert.equal(searchParams.get('q'), 'a&b');
    assert.equal(hash, '#terms');
  });

  it('gives away nothing that stands after # in the page’s address, nor a password', () => {
    const link = depositLink('https://pay.example/', 'SMP-7', 'https://ada:secret@clinic.example/#t=secret-token');
    assert.doesNotMatch(decodeURIComponent(link ?? ''), /secret|ada/);
  });

  it('carries several references, and hostile ones, in one piece', () => {
    for (const reference of ['SMP-1, SMP-2', 'a&return_url=https://evil.example/#x', '😀%00']) {
      const { searchParams } = linkOf('https://pay.example/', reference, PAGE);
      assert.equal(searchParams.get('reference'), reference);
      const back = new URL(searchParams.get('return_url') ?? '');
      assert.equal(back.host, 'clinic.example');
      assert.equal(new URLSearchParams(back.hash.slice(1)).get('smp-paid'), reference);
    }
  });

  it('takes a reference that is no well-formed text', () => {
    assert.equal(linkOf('https://pay.example/', 'a\ud800', PAGE).searchParams.get('reference'), 'a\ufffd');
  });

  it('names no way back to a page without an address', () => {
    const { searchParams } = linkOf('https://pay.example/', 'SMP-7', 'about:srcdoc');
    assert.deepEqual(Object.fromEntries(searchParams), { reference: 'SMP-7' });
  });

  it('links to https only', () => {
    for (const url of ['http://pay.example/', 'javascript:alert(1)', 'mailto:pay@example.org', 'nonsense']) {
      assert.equal(depositLink(url, 'SMP-7', PAGE), undefined);
    }
  });
});
