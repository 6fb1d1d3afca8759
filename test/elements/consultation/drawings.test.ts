import { expect } from '@esm-bundle/chai';
import { render } from 'lit';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import { drawing, DRAWING_NAMES } from '../../../src/elements/consultation/drawings/drawing.js';

function draw(name: string): SVGSVGElement {
  const place = document.createElement('div');
  render(drawing(name), place);
  const svg = place.querySelector('svg');
  if (!svg) throw new Error(`${name} draws nothing`);
  return svg;
}

const geometry = (name: string): string =>
  [...draw(name).querySelectorAll('path, g')].map((one) => one.outerHTML).join();

describe('drawings', () => {
  it('are there for every choice of pictures and every photo', () => {
    const pictures = defaultQuestionnaire.questions
      .filter(({ kind }) => kind === 'picture')
      .flatMap(({ options = [] }) => options.map(({ value, picture = value }) => picture));
    const photos = ['front', 'top', 'crown', 'left', 'right', 'donor'].map((angle) => `photo-${angle}`);
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
        expect(path.getAttribute('d'), name).not.to.match(/NaN|undefined|Infinity/);
        const paints = [path.getAttribute('stroke'), path.getAttribute('fill')].filter(
          (paint) => paint && paint !== 'none',
        );
        for (const paint of paints) expect(['currentColor', 'Canvas'], name).to.include(paint);
      }
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

  it('draw nothing for a name that is none', () => {
    for (const name of ['', 'norwood-8', 'toString', 'constructor']) expect(drawing(name)).to.equal(undefined);
  });
});
