import { expect } from '@esm-bundle/chai';
import { render } from 'lit';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import { PhotoAngle } from '../../../src/domain/consultation/photo.js';
import { drawing, DRAWING_NAMES } from '../../../src/elements/consultation/drawings/drawing.js';

function draw(name: string): SVGSVGElement {
  const place = document.createElement('div');
  render(drawing(name), place);
  const svg = place.querySelector('svg');
  if (!svg) throw new Error(`${name} draws nothing`);
  return svg;
}

const geometry = (name: string): string =>
  [...draw(name).querySelectorAll('path, g, circle')].map((one) => one.outerHTML).join();

describe('drawings', () => {
  it('are there for every choice of pictures and every photo', () => {
    const pictures = defaultQuestionnaire.questions
      .filter(({ kind }) => kind === 'picture')
      .flatMap(({ options = [] }) => options.map(({ value, picture = value }) => picture));
    const photos = PhotoAngle.options.map((angle) => `photo-${angle}`);
    expect(pictures.length).to.be.greaterThan(25);
    for (const name of [...pictures, ...photos]) expect(DRAWING_NAMES, name).to.include(name);
  });

  it('can stand on any page: no style, no id, no words, all in the colour of the text', () => {
    for (const name of DRAWING_NAMES) {
      const svg = draw(name);
      expect(svg.getAttribute('aria-hidden'), name).to.equal('true');
      expect(svg.getAttribute('viewBox'), name).to.equal('0 0 100 100');
      expect(svg.querySelector('[style], [id], style, text, image, script'), name).to.equal(null);
      expect(svg.textContent.trim(), name).to.equal('');
      for (const path of svg.querySelectorAll('path')) {
        expect(path.getAttribute('d'), name)
          .to.match(/^M[\d\sa-z.-]+$/i)
          .and.not.match(/NaN|undefined|Infinity/);
      }
      const paints = [svg, ...svg.querySelectorAll('*')].flatMap((one) =>
        ['stroke', 'fill'].map((paint) => one.getAttribute(paint)).filter((paint) => paint && paint !== 'none'),
      );
      const swatch = /^type-/.test(name) ? [/^#[0-9a-f]{6}$/] : [];
      const own = [...new Set(paints)].filter((paint) => paint !== 'currentColor');
      expect(own.length, name).to.equal(swatch.length);
      for (const [index, colour] of own.entries()) expect(colour, name).to.match(swatch[index] ?? /^$/);
    }
  });

  it('keep within their square', () => {
    for (const name of DRAWING_NAMES) {
      const svg = draw(name);
      document.body.append(svg);
      for (const path of svg.querySelectorAll('path')) {
        const { x, y, width, height } = path.getBBox();
        expect(Math.min(x, y), name).to.be.greaterThan(-1);
        expect(Math.max(x + width, y + height), name).to.be.lessThan(101);
      }
      svg.remove();
    }
  });

  it('differ from one another', () => {
    expect(new Set(DRAWING_NAMES.map(geometry)).size).to.equal(DRAWING_NAMES.length);
  });

  it('show less hair from stage to stage', () => {
    const hair = (name: string): number =>
      Math.max(
        ...[...draw(name).querySelectorAll('path')].map((path) => path.getAttribute('d')?.split('M').length ?? 0),
      );
    for (const series of [
      ['1', '2', '3', '4', '5', '6', '7'],
      ['1', '2a', '3a', '4a', '5a', '6'],
      ['2', '3-vertex', '4'],
    ]) {
      const counts = series.map((stage) => hair(`norwood-${stage}`));
      for (const [at, count] of counts.entries()) {
        if (at > 0) expect(count, `norwood-${series[at]}`).to.be.lessThan((counts[at - 1] ?? 0) * 0.97);
      }
    }
  });

  it('are as bare at the crown as their names say', () => {
    // The crown stands at a fifth of the height of the bowed head.
    const crown = (name: string): number =>
      [...draw(name).querySelectorAll('path')]
        .flatMap((path) => [...(path.getAttribute('d') ?? '').matchAll(/M([\d.]+) ([\d.]+)L/g)])
        .filter(([, x, y]) => Math.hypot(Number(x) - 50, Number(y) - 20) < 4).length;
    for (const stage of ['1', '2', '2a', '3', '3a', '4a']) expect(crown(`norwood-${stage}`), stage).to.be.above(15);
    for (const stage of ['3-vertex', '4', '5', '6', '7']) expect(crown(`norwood-${stage}`), stage).to.be.below(5);
  });

  it('show the left of a head as left, also where text runs from the right', () => {
    for (const [angle, way] of [
      ['left', 1],
      ['right', -1],
    ] as const) {
      const svg = draw(`photo-${angle}`);
      const place = document.createElement('div');
      place.dir = 'rtl';
      place.append(svg);
      document.body.append(place);
      const middle = ({ left, width }: DOMRect): number => left + width / 2;
      const hair = svg.querySelector('path');
      // The nose points away from the hair.
      const aside = hair ? middle(hair.getBoundingClientRect()) - middle(svg.getBoundingClientRect()) : 0;
      expect(aside * way, angle).to.be.greaterThan(1);
      place.remove();
    }
  });

  it('can be told apart where a phone shows them small', () => {
    /** Side of the smallest drawing on a page, in CSS pixels. */
    const SIDE = 88;
    for (const name of DRAWING_NAMES) {
      const svg = draw(name);
      svg.style.inlineSize = svg.style.blockSize = `${SIDE}px`;
      document.body.append(svg);
      for (const path of svg.querySelectorAll('path')) {
        const scale = path.getScreenCTM()?.a ?? 0;
        const width = Number(path.getAttribute('stroke-width') ?? 1) * Math.abs(scale);
        const opacity = Number(path.getAttribute('stroke-opacity') ?? 1);
        // Hair is drawn by many strokes; outlines have to stand alone.
        const strokes = path.getAttribute('d')?.split('M').length ?? 0;
        expect(width, `${name}: a line`).to.be.at.least(strokes > 20 ? 0.5 : 0.53);
        expect(opacity, name).to.be.at.least(0.8);
      }
      svg.remove();
    }
    // Where the hair is has to differ by more than a few strokes between neighbours that are told apart by it alone.
    const strokesOf = (name: string): number => geometry(name).split('M').length;
    expect(Math.abs(strokesOf('norwood-2') - strokesOf('norwood-1'))).to.be.above(10);
  });

  it('draw nothing for a name that is none', () => {
    for (const name of ['', 'norwood-8', 'toString', 'constructor']) expect(drawing(name)).to.equal(undefined);
  });
});
