import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { DEFAULT_DESIGN, HEAD_VIEWS, type HairlineDesign } from '../../src/domain/design/hairline-design.js';
import { HeadMaps } from '../../src/scalp/head-maps.js';
import { Preview, type PreviewScene } from '../../src/scalp/preview.js';

const SIDE = 180;
const BASE: PreviewScene = {
  design: { ...DEFAULT_DESIGN, view: 'front' },
  view: 'front',
  look: { share: 0.7, strength: 1.35, width: 1.2, redness: 1 },
  pigment: [61, 57, 54],
  hair: [85, 80, 75],
  skin: [234, 218, 186],
  pattern: 'norwood-4',
  before: 0,
};
const designed = (part: Partial<HairlineDesign>): PreviewScene => ({ ...BASE, design: { ...BASE.design, ...part } });

/** One other value for each field of a scene that is seen, and what it is called. */
const OTHERS: readonly (readonly [string, PreviewScene])[] = [
  ['shape', designed({ shape: 'm-shape' })],
  ['midHeight', designed({ midHeight: 72 })],
  ['leftCorner', designed({ leftCorner: 104 })],
  ['rightCorner', designed({ rightCorner: 104 })],
  ['temporalPeak', designed({ temporalPeak: 18 })],
  ['peakDepth', designed({ peakDepth: 10 })],
  ['edge', designed({ edge: 'defined' })],
  ['temples', designed({ temples: 'defined' })],
  ['density', designed({ density: 120 })],
  ['seed', designed({ seed: 4321 })],
  ['share', { ...BASE, look: { ...BASE.look, share: 0.3 } }],
  ['strength', { ...BASE, look: { ...BASE.look, strength: 0.4 } }],
  ['width', { ...BASE, look: { ...BASE.look, width: 1.6 } }],
  ['redness', { ...BASE, look: { ...BASE.look, redness: 0 } }],
  ['pigment', { ...BASE, pigment: [140, 133, 125] }],
  ['hair', { ...BASE, hair: [20, 20, 20] }],
  ['skin', { ...BASE, skin: [96, 65, 52] }],
  ['pattern', { ...BASE, pattern: 'norwood-6' }],
  ['before', { ...BASE, before: 0.5 }],
  ...HEAD_VIEWS.slice(1).map((view) => [`view ${view}`, { ...BASE, view }] as const),
];

function draw(preview: Preview, scene: PreviewScene, side = SIDE): string {
  const picture = new Uint8ClampedArray(side * side * 4);
  preview.draw(scene, side, picture);
  return createHash('sha256').update(picture).digest('hex');
}
/** The maps of a head, once those of a view are fine. */
function refined(maps: HeadMaps, view: PreviewScene['view']): HeadMaps {
  for (const _ of maps.refine(view));
  return maps;
}

const FRESH = new Map([['', BASE] as const, ...OTHERS].map(([name, scene]) => [name, draw(new Preview(), scene)]));

describe('Preview', () => {
  it('draws the same scene in the same bytes, twice and from anew', () => {
    const preview = new Preview();
    const first = draw(preview, BASE);
    assert.equal(draw(preview, BASE), first);
    assert.equal(draw(new Preview(), BASE), first);
  });

  it('draws another picture for any other scene', () => {
    const names = new Map([...FRESH].map(([name, picture]) => [picture, name]));
    // Of two that are alike the first has lost its place.
    assert.deepEqual([...names.values()], [...FRESH.keys()]);
  });

  for (const [name, scene] of OTHERS) {
    it(`keeps nothing that is no longer true: ${name}`, () => {
      const preview = new Preview();
      draw(preview, BASE);
      assert.equal(draw(preview, scene), FRESH.get(name));
      assert.equal(draw(preview, BASE), FRESH.get(''));
    });
  }

  it('goes from each scene to the next and back as if it were the first', () => {
    const preview = new Preview();
    for (const [name, scene] of [...OTHERS, ...[...OTHERS].reverse()]) {
      assert.equal(draw(preview, scene), FRESH.get(name), name);
    }
  });

  it('lets a handle be dragged there and back', () => {
    const preview = new Preview();
    const there = [82, 79, 75, 70, 66, 62];
    const drawn = (heights: readonly number[]) => heights.map((midHeight) => draw(preview, designed({ midHeight })));
    const out = drawn(there);
    assert.equal(new Set(out).size, there.length);
    assert.deepEqual(drawn([...there].reverse()), [...out].reverse());
  });

  it('draws other sizes in between', () => {
    const preview = new Preview();
    draw(preview, BASE);
    assert.equal(draw(preview, BASE, 120), draw(new Preview(), BASE, 120));
    assert.equal(draw(preview, BASE), FRESH.get(''));
  });

  it('draws more finely once the head is refined, by whomever, and whatever was drawn before', () => {
    const maps = new HeadMaps();
    const preview = new Preview(maps);
    assert.equal(maps.fine('front'), false);
    draw(preview, BASE);
    refined(maps, 'front');
    assert.equal(maps.fine('front'), true);
    assert.equal(maps.fine('back'), false);
    const fine = draw(preview, BASE);
    assert.notEqual(fine, FRESH.get(''));
    assert.equal(draw(new Preview(maps), BASE), fine);
    assert.equal(draw(new Preview(refined(new HeadMaps(), 'front')), BASE), fine);
    draw(preview, { ...BASE, view: 'back' });
    draw(preview, designed({ seed: 9 }));
    assert.equal(draw(preview, BASE), fine);
  });

  it('draws the same when it was made ready before', () => {
    const preview = new Preview();
    assert.ok([...preview.prepare(BASE)].length >= 3);
    assert.equal(draw(preview, BASE), FRESH.get(''));
    const picture = new Uint8ClampedArray(SIDE * SIDE * 4);
    preview.head({ ...BASE, skin: [96, 65, 52] }, SIDE, picture);
    assert.equal(draw(preview, BASE), FRESH.get(''));
  });

  it('draws no pigment before its share of the width, and all of it after', () => {
    const picture = (scene: PreviewScene) => {
      const out = new Uint8ClampedArray(SIDE * SIDE * 4);
      new Preview().draw(scene, SIDE, out);
      return out;
    };
    const none = picture({ ...BASE, look: { ...BASE.look, share: 0 } });
    const half = picture({ ...BASE, before: 0.5 });
    const all = picture(BASE);
    const margin = 8;
    const column = (i: number) => (i >> 2) % SIDE;
    assert.ok(half.every((one, i) => column(i) > SIDE / 2 - margin || one === none[i]));
    assert.ok(half.every((one, i) => column(i) < SIDE / 2 + margin || one === all[i]));
    assert.notDeepEqual(none, half);
    assert.notDeepEqual(half, all);
  });
});
