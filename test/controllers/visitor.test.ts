import { assert } from '@esm-bundle/chai';
import { visitor } from '../../src/controllers/visitor.js';

describe('the locale of a visitor', () => {
  const own = Object.getOwnPropertyDescriptor(navigator, 'languages');
  const speak = (...languages: readonly string[]): void => {
    Object.defineProperty(navigator, 'languages', { configurable: true, value: languages });
  };
  afterEach(() => {
    if (own) Object.defineProperty(navigator, 'languages', own);
    else Reflect.deleteProperty(navigator, 'languages');
  });

  it('is the page’s, where that has a region', () => {
    speak('en-US');
    assert.equal(visitor.locale('en-GB', 'en'), 'en-GB');
  });

  it('takes the region from the visitor where the page has none', () => {
    speak('fr-FR', 'en-NZ', 'en-US');
    assert.equal(visitor.locale('en', 'en'), 'en-NZ');
  });

  it('is in the language of the words, whatever the page’s', () => {
    speak('de-DE');
    assert.equal(visitor.locale('fr-CA', 'en'), 'en');
  });

  it('writes Arabic with Latin digits, unless the page asks for others', () => {
    speak('ar-EG');
    assert.equal(visitor.locale('ar', 'ar'), 'ar-EG-u-nu-latn');
    assert.equal(visitor.locale('ar-SA-u-ca-gregory', 'ar'), 'ar-SA-u-nu-latn-ca-gregory');
    assert.equal(visitor.locale('ar-EG-u-nu-arab', 'ar'), 'ar-EG-u-nu-arab');
    speak();
    assert.equal(visitor.locale('', 'ar'), 'ar-u-nu-latn');
  });

  it('is no tag that the page wrote wrongly', () => {
    speak('de-CH');
    assert.equal(visitor.locale('de_AT', 'de'), 'de-AT');
    assert.equal(visitor.locale('de-Österreich', 'de'), 'de-CH');
  });

  it('has a default', () => {
    speak();
    assert.equal(visitor.locale('', 'en'), 'en');
  });
});

describe('the storage of a visitor', () => {
  const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
  afterEach(() => {
    if (own) Object.defineProperty(window, 'sessionStorage', own);
  });

  it('is this tab’s', () => {
    assert.isTrue(visitor.storage() === sessionStorage);
  });

  it('is none where the browser forbids it', () => {
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get() {
        throw new DOMException('Not allowed', 'SecurityError');
      },
    });
    assert.isUndefined(visitor.storage());
  });
});
