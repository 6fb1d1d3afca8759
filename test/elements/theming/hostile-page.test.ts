import { expect } from '@esm-bundle/chai';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import '../../../src/define.js';
import { until } from '../../support/until.js';

/** Style sheets that clinics' sites have, and one that no site should. */
const SHEETS: Readonly<Record<string, string>> = {
  'a reset of everything': '/demo/site/embed/hostile/revert.css',
  'a WordPress theme': '/demo/site/embed/hostile/theme.css',
  Bootstrap: '/demo/site/dist/bootstrap.css',
  'Tailwind’s reset': '/demo/site/dist/tailwind.css',
};

/** What is looked at of everything inside an element. */
const PROPERTIES = [
  'color',
  'background-color',
  'font-size',
  'font-weight',
  'line-height',
  'letter-spacing',
  'text-transform',
  'text-align',
  'text-shadow',
  'white-space',
  'border-top-width',
  'display',
  'opacity',
] as const;

/** Each thing inside an element, as it is drawn. */
function drawn(root: ShadowRoot): string[] {
  return [...root.querySelectorAll('*')].map((element) => {
    const { width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const looks = PROPERTIES.map((name) => `${name}: ${style.getPropertyValue(name)}`);
    const words = element.childElementCount === 0 ? (element.textContent?.trim().slice(0, 20) ?? '') : '';
    return [`<${element.localName}> ${words}`, `${Math.round(width)}×${Math.round(height)}`, ...looks].join('; ');
  });
}

/** An element in a place of its own, whose size and margins the page can't change. */
function mount(tag: string): HTMLElement {
  const place = document.createElement('div');
  place.style.cssText =
    'all: initial !important; display: block !important; position: absolute !important; inline-size: 700px !important;';
  const clinic = document.createElement('smp-clinic');
  const element = document.createElement(tag);
  for (const one of [clinic, element]) {
    one.style.cssText =
      'margin: 0 !important; padding: 0 !important; border: 0 !important; float: none !important; position: static !important; inline-size: auto !important';
  }
  // The font is the page's on purpose, unless the clinic sets one.
  element.style.setProperty('--smp-font', 'DejaVu Sans');
  Object.assign(clinic, { adapter: memoryAdapter() });
  clinic.append(element);
  place.append(clinic);
  document.body.append(place);
  return element;
}

const ELEMENTS = [
  'smp-slot-booker',
  'smp-consultation',
  'smp-aftercare',
  'smp-touch-up-reminder',
  'smp-hairline-picker',
  'smp-journey',
];

describe('a page that means it badly', () => {
  const sheet = new CSSStyleSheet();

  beforeEach(() => {
    document.adoptedStyleSheets.push(sheet);
  });

  afterEach(() => {
    sheet.replaceSync('');
    document.adoptedStyleSheets.pop();
    document.body.replaceChildren();
  });

  for (const tag of ELEMENTS) {
    it(`changes nothing inside <${tag}>`, async () => {
      const element = mount(tag);
      const root = element.shadowRoot;
      if (!root) throw new Error('It has no shadow root');
      await until('it is ready', () => element.matches(':state(ready)') && drawn(root).length > 8);
      // A journey goes on to its first step.
      await until('what is in it is ready', () => {
        const inner = root.querySelector('smp-consultation');
        return tag !== 'smp-journey' || inner?.matches(':state(ready)');
      });
      const plain = drawn(root);
      for (const [name, address] of Object.entries(SHEETS)) {
        const response = await fetch(address);
        if (!response.ok) throw new Error(`${address} is not there`);
        sheet.replaceSync(await response.text());
        const changed = drawn(root).flatMap((line, index) =>
          line === plain[index] ? [] : [`${line} for ${plain[index] ?? ''}`],
        );
        expect(changed.slice(0, 3).join('\n'), name).to.equal('');
      }
      sheet.replaceSync('');
    });
  }

  it('changes much inside what has no shadow', () => {
    const place = document.createElement('div');
    place.attachShadow({ mode: 'open' }).innerHTML = '<p>Text</p>';
    document.body.append(place);
    const root = place.shadowRoot;
    if (!root) throw new Error('There is no root');
    const plain = drawn(root);
    sheet.replaceSync('* { color: red; font-size: 62.5% }');
    expect(drawn(root)).not.to.deep.equal(plain);
  });
});
