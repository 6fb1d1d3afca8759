import { assert } from '@esm-bundle/chai';
import { attributionOf } from '../../src/controllers/attribution.js';

describe('attributionOf', () => {
  it('takes what campaigns add to an address, and the path', () => {
    assert.deepEqual(
      attributionOf('https://clinic.example/book/now?utm_source=insta&utm_medium=social&gclid=1&x=2#part', ''),
      { utm_source: 'insta', utm_medium: 'social', gclid: '1', landingPath: '/book/now' },
    );
  });

  it('leaves out what is empty', () => {
    assert.deepEqual(attributionOf('https://clinic.example/?utm_source=&gclid', ''), { landingPath: '/' });
  });

  it('takes the page before without its query', () => {
    const { referrer } = attributionOf('https://clinic.example/', 'https://search.example/results?q=hair+loss#top');
    assert.equal(referrer, 'https://search.example/results');
  });

  it('minds no referrer that is no address', () => {
    assert.notProperty(attributionOf('https://clinic.example/', 'nonsense'), 'referrer');
  });

  it('cuts what is too long to be sent', () => {
    const long = 'x'.repeat(3000);
    const said = attributionOf(`https://clinic.example/${long}?utm_term=${long}`, `https://a.example/${long}`);
    for (const value of Object.values(said)) assert.isAtMost(value?.length ?? 0, 500);
  });

  it('takes the first of several', () => {
    assert.equal(attributionOf('https://clinic.example/?gclid=1&gclid=2', '').gclid, '1');
  });

  it('is not misled by names that every object has', () => {
    assert.deepEqual(attributionOf('https://clinic.example/?__proto__=1&constructor=2&toString=3', ''), {
      landingPath: '/',
    });
  });
});
