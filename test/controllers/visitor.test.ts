import { assert } from '@esm-bundle/chai';
import { visitor } from '../../src/controllers/visitor.js';

/** A paragraph below elements with these languages, outermost first. */
function paragraphIn(...languages: readonly string[]): HTMLElement {
  return languages.reduce<HTMLElement>(
    (outer, lang) => outer.appendChild(Object.assign(document.createElement('p'), { lang })),
    document.createElement('div'),
  );
}

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
    assert.equal(visitor.locale(paragraphIn('en-GB'), 'en'), 'en-GB');
  });

  it('is the nearest one’s', () => {
    assert.equal(visitor.locale(paragraphIn('en-GB', 'en-AU'), 'en'), 'en-AU');
  });

  it('takes the region from the visitor where the page has none', () => {
    speak('fr-FR', 'en-NZ', 'en-US');
    assert.equal(visitor.locale(paragraphIn('en'), 'en'), 'en-NZ');
  });

  it('is in the language of the words, whatever the page’s', () => {
    speak('de-DE');
    assert.equal(visitor.locale(paragraphIn('fr-CA'), 'en'), 'en');
  });

  it('has a default', () => {
    speak();
    assert.equal(visitor.locale(paragraphIn(), 'en'), 'en');
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
