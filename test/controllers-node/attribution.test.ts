import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { attributionOf } from '../../src/controllers/attribution.js';
import { Attribution } from '../../src/domain/attribution.js';

const PAGE = 'https://clinic.example/book';
const PARAMETERS = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'gclid',
  'gbraid',
  'wbraid',
  'fbclid',
  'msclkid',
] as const;

/** As text that can be written in UTF-8. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

describe('attributionOf', () => {
  for (const name of PARAMETERS) {
    it(`takes ${name}`, () => {
      assert.deepEqual(attributionOf(`${PAGE}?x=1&${name}=a%20b%2Bc&y=2`, ''), {
        [name]: 'a b+c',
        landingPath: '/book',
      });
    });
  }

  it('takes all at once', () => {
    const query = PARAMETERS.map((name) => `${name}=${name}-value`).join('&');
    const found = attributionOf(`${PAGE}?${query}`, 'https://search.example/');
    assert.deepEqual(found, {
      ...Object.fromEntries(PARAMETERS.map((name) => [name, `${name}-value`])),
      landingPath: '/book',
      referrer: 'https://search.example/',
    });
  });

  it('leaves every other parameter and the fragment out', () => {
    const text = JSON.stringify(attributionOf(`${PAGE}?token=secret&email=ada@example.org#t=secret`, ''));
    assert.equal(text, '{"landingPath":"/book"}');
  });

  it('leaves out what is empty and takes the first of two', () => {
    assert.deepEqual(attributionOf(`${PAGE}?utm_source=&gclid=1&gclid=2`, ''), { gclid: '1', landingPath: '/book' });
  });

  it('tells the page before without its query, fragment and password', () => {
    const before = 'https://user:pass@search.example:8443/find/us?q=bald+spots&token=secret#top';
    assert.equal(attributionOf(PAGE, before).referrer, 'https://search.example:8443/find/us');
  });

  it('does without a page before, or with a bad one', () => {
    for (const before of ['', 'nonsense', '//search.example', 'https://', 'http://[', ' ']) {
      assert.deepEqual(attributionOf(PAGE, before), { landingPath: '/book' }, before);
    }
  });

  it('tells an app before by its address, never as “null”', () => {
    for (const before of [
      'android-app://com.google.android.googlequicksearchbox/',
      'about:blank',
      'data:text/html,x',
    ]) {
      assert.doesNotMatch(attributionOf(PAGE, before).referrer ?? '', /null/, before);
    }
  });

  it('cuts what is longer than 500 characters', () => {
    const long = 'x'.repeat(600);
    for (const name of PARAMETERS) {
      assert.equal(attributionOf(`${PAGE}?${name}=${long}`, '')[name], 'x'.repeat(500), name);
    }
    assert.equal(attributionOf(`https://clinic.example/${long}`, '').landingPath?.length, 500);
    assert.equal(attributionOf(PAGE, `https://search.example/${long}`).referrer?.length, 500);
    assert.equal(attributionOf(`${PAGE}?gclid=${'x'.repeat(500)}`, '').gclid?.length, 500);
  });

  it('never cuts a character in two', () => {
    const value = attributionOf(`${PAGE}?utm_term=${encodeURIComponent(`${'x'.repeat(499)}😀`)}`, '').utm_term ?? '';
    assert.ok(value.length >= 499);
    assert.equal(wellFormed(value), value);
  });

  it('leaves out characters that no database stores', () => {
    assert.doesNotMatch(attributionOf(`${PAGE}?utm_source=a%00b`, '').utm_source ?? '', /\0/);
  });

  it('is always what a backend accepts', () => {
    const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 700 }), fc.string());
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...PARAMETERS, 'other'), value),
        fc.webUrl(),
        value,
        (given, url, before) => {
          const query = Object.entries(given)
            .map(([name, text]) => `${name}=${encodeURIComponent(wellFormed(text))}`)
            .join('&');
          const found = attributionOf(`${url.split('?')[0]?.split('#')[0] ?? ''}?${query}`, before);
          assert.deepEqual(Attribution.parse(found), found);
          assert.equal(JSON.stringify(found).includes('\\ud'), false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
