import { expect } from '@esm-bundle/chai';
import { LitElement } from 'lit';
import { tokenStyles } from '../../../src/styles/tokens.styles.js';
import { caseCount } from '../../support/browser.js';

/** Nothing but the tokens. */
class TokenProbe extends LitElement {
  static override styles = tokenStyles;
}
customElements.define('token-probe', TokenProbe);

/** Relative luminances, as WCAG 2.2 defines them, of colours as the screen shows them: clipped to what it can show. */
function luminances(colours: readonly (readonly [colour: string, ground: string])[]): number[] {
  const canvas = document.createElement('canvas');
  canvas.width = colours.length;
  canvas.height = 1;
  const pixels = canvas.getContext('2d', { willReadFrequently: true });
  if (!pixels) throw new Error('This browser draws nothing');
  colours.forEach(([colour, ground], x) => {
    for (const fill of ['#fff', ground, colour]) {
      pixels.fillStyle = fill;
      pixels.fillRect(x, 0, 1, 1);
    }
  });
  const { data } = pixels.getImageData(0, 0, colours.length, 1);
  const light = (byte = 0) => (byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
  return colours.map(
    (_, x) => 0.2126 * light(data[4 * x]) + 0.7152 * light(data[4 * x + 1]) + 0.0722 * light(data[4 * x + 2]),
  );
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const ACCENTS = caseCount(10_000);

/** Stands for the accent that is there. */
const OWN = '';

/** How many accents are looked at together: a browser works out styles in one go. */
const AT_ONCE = 250;

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function colours(count: number): string[] {
  const next = numbers(20_261_127);
  const whole = (most: number) => Math.floor(next() * (most + 1));
  const kinds = [
    () => `rgb(${whole(255)} ${whole(255)} ${whole(255)})`,
    () => `hsl(${whole(359)} ${whole(100)}% ${whole(100)}%)`,
    () => `oklch(${next().toFixed(3)} ${(next() * 0.4).toFixed(3)} ${whole(359)})`,
    () => `color(display-p3 ${next().toFixed(3)} ${next().toFixed(3)} ${next().toFixed(3)})`,
    () => `rgb(${whole(255)} ${whole(255)} ${whole(255)} / ${whole(100)}%)`,
  ];
  return Array.from({ length: count }, (_, index) => (kinds[index % kinds.length] ?? kinds[0])?.() ?? '#000');
}

/** What is written on what, by the derived tokens; white on the accent. */
const PAIRS: readonly (readonly [text: string, ground: string])[] = [
  ['#fff', 'var(--_fill)'],
  ['#fff', 'color-mix(in oklab, var(--_fill) 86%, #000)'],
  ['var(--_ink)', 'var(--_surface)'],
  ['var(--_ink)', 'var(--_tint)'],
  ['var(--_text)', 'var(--_tint)'],
  ['var(--_muted)', 'var(--_tint)'],
];

/** The worst contrast of each pair over all accents, and the accent it is met with. */
function worst(accents: readonly string[], scheme: string, fill?: string): string[] {
  const found = PAIRS.map(([text, ground]) => ({ pair: `${text} on ${ground}`, ratio: Infinity, accent: '' }));
  const hosts = Array.from({ length: AT_ONCE }, () => {
    const host = new TokenProbe();
    host.style.colorScheme = scheme;
    if (fill !== undefined) host.style.setProperty('--_fill', fill);
    const probes = PAIRS.map(([text, ground]) => {
      const probe = document.createElement('p');
      probe.style.color = text;
      probe.style.backgroundColor = ground;
      return probe;
    });
    document.body.append(host);
    host.renderRoot.append(...probes);
    return { host, styles: probes.map((probe) => getComputedStyle(probe)) };
  });
  for (let first = 0; first < accents.length; first += AT_ONCE) {
    const some = accents.slice(first, first + AT_ONCE);
    some.forEach((accent, index) => {
      if (accent !== OWN) hosts[index]?.host.style.setProperty('--smp-accent', accent);
    });
    const seen = some.flatMap((_, index) =>
      (hosts[index]?.styles ?? []).map(({ color, backgroundColor }) => ({ color, backgroundColor })),
    );
    const grounds = luminances(seen.map(({ backgroundColor }) => [backgroundColor, '#fff']));
    const texts = luminances(seen.map(({ color, backgroundColor }) => [color, backgroundColor]));
    seen.forEach((_, index) => {
      const one = found[index % PAIRS.length];
      const ratio = contrast(texts[index] ?? 0, grounds[index] ?? 0);
      if (one && ratio < one.ratio) Object.assign(one, { ratio, accent: some[Math.floor(index / PAIRS.length)] });
    });
  }
  for (const { host } of hosts) host.remove();
  return found
    .filter(({ ratio }) => ratio < 4.5)
    .map(({ pair, ratio, accent }) => `${pair}: ${ratio.toFixed(2)} with ${accent}`);
}

describe('colours of any clinic', () => {
  for (const scheme of ['light', 'dark']) {
    it(`stay readable at 4.5 to 1, ${scheme}, with ${ACCENTS} accents`, function () {
      this.timeout(90_000);
      expect(worst(colours(ACCENTS), scheme).join('\n')).to.equal('');
    });
  }

  for (const theme of ['light', 'dark', 'barber']) {
    it(`stay readable in the theme “${theme}”`, async () => {
      const css = await (await fetch(`/src/styles/themes/${theme}.css`)).text();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
      const scheme = theme === 'light' ? 'light' : 'dark';
      expect(worst([OWN], scheme).join('\n')).to.equal('');
      document.adoptedStyleSheets.pop();
    });
  }

  it('would not without the clamp', () => {
    expect(worst(colours(50), 'light', 'var(--smp-accent)').join()).to.contain('#fff on var(--_fill)');
  });
});
