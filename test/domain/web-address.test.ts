import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { safeUrl } from '../../src/domain/web-address.js';

const ALLOWED = ['https:', 'mailto:', 'tel:', 'http:'];

describe('safe addresses', () => {
  it('pass https, mail, phone and this machine', () => {
    assert.equal(safeUrl('https://clinic.example/privacy?a=1#b'), 'https://clinic.example/privacy?a=1#b');
    assert.equal(safeUrl('HTTPS://Clinic.Example'), 'https://clinic.example/');
    assert.equal(safeUrl('mailto:hello@clinic.example'), 'mailto:hello@clinic.example');
    assert.equal(safeUrl('tel:+442079460000'), 'tel:+442079460000');
    assert.equal(safeUrl('http://localhost:8787/smp'), 'http://localhost:8787/smp');
    assert.equal(safeUrl('http://127.0.0.1:8787'), 'http://127.0.0.1:8787/');
    assert.equal(safeUrl('http://[::1]/'), 'http://[::1]/');
  });

  it('read relative ones against a safe base only', () => {
    assert.equal(safeUrl('/smp', 'https://clinic.example/book/'), 'https://clinic.example/smp');
    assert.equal(safeUrl('smp', 'http://127.0.0.1:8787/a/b'), 'http://127.0.0.1:8787/a/smp');
    assert.equal(safeUrl('//other.example/x', 'https://clinic.example/'), 'https://other.example/x');
    assert.equal(safeUrl('/smp'), undefined);
    assert.equal(safeUrl('/smp', 'http://clinic.example/'), undefined);
    assert.equal(safeUrl('//other.example/x', 'http://localhost/'), undefined);
    assert.equal(safeUrl('/smp', 'file:///home/'), undefined);
    assert.equal(safeUrl('#x', 'javascript:alert(1)'), undefined);
    // What nobody wrote is not the page itself.
    for (const text of ['', ' ']) assert.equal(safeUrl(text, 'https://clinic.example/book'), undefined);
  });

  it('refuse everything else', () => {
    for (const text of [
      '',
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'blob:https://clinic.example/1',
      'vbscript:x',
      'file:///etc/passwd',
      'ftp://clinic.example',
      'filesystem:https://clinic.example/x',
      'about:blank',
      'http://clinic.example',
      'http://localhost.evil.example',
      'http://127.0.0.1.evil.example',
      'https://clinic.example@evil.example',
      'https://user:secret@clinic.example',
      'https:\\\\evil.example',
      '\\\\evil.example',
      '/\\evil.example',
      'https://clinic.example/\u202egpj.exe',
      'https://clinic.example/a\tb',
      'https://',
      'https://exa mple',
    ]) {
      assert.equal(safeUrl(text), undefined, JSON.stringify(text));
      if (/^\s*[^/#?]*:|\\/.test(text) && !text.startsWith('/')) {
        assert.equal(safeUrl(text, 'https://clinic.example/'), undefined, JSON.stringify(text));
      }
    }
  });

  it('never lets an unsafe scheme through, and are stable', () => {
    const scheme = fc.constantFrom('javascript:', 'data:', 'https://', 'http://', '//', '/', 'blob:', 'tel:', '');
    const noise = fc.string({ unit: fc.constantFrom(...Array.from('\\/:@#?.%\t\n\r\u0000\u200e\u202e aZ0[]')) });
    fc.assert(
      fc.property(
        noise,
        scheme,
        noise,
        fc.constantFrom(undefined, 'https://a.example/b', 'http://localhost/'),
        (a, b, c, base) => {
          const url = safeUrl(a + b + c, base);
          if (url === undefined) return;
          const parsed = new URL(url);
          assert.ok(ALLOWED.includes(parsed.protocol));
          if (parsed.protocol === 'http:') assert.match(parsed.hostname, /^(localhost|127\.0\.0\.1|\[::1\])$/);
          assert.equal(safeUrl(url), url);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});
