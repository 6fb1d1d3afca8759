import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkDesignSettings } from '../../../src/domain/design/design-settings-check.js';
import { DEFAULT_DESIGN_SETTINGS } from '../../../src/domain/design/design-settings.js';
import { HairlineDesign } from '../../../src/domain/design/hairline-design-schema.js';
import { DEFAULT_DESIGN, withShape } from '../../../src/domain/design/hairline-design.js';
import { EDGES, HAIRLINE_SHAPES, SHAPE_GEOMETRY } from '../../../src/domain/design/hairline.js';
import { randomDesign } from './random-design.js';

const ASH = { id: 'ash', colour: '#7a7570', name: 'Cool ash' };
const INK = { id: 'ink', colour: '#222222' };
const SOFT = { id: 'soft', name: 'Soft and high', design: { shape: 'mature-receded', density: 50 } };

/** Places of the mistakes in these settings. */
const paths = (value: unknown): string[] => checkDesignSettings(value).problems.map(({ path }) => path);
const many = <T>(count: number, one: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => one(i));

/** One mistake, and the part that falls back to its default for it. */
const MISTAKES: readonly (readonly [path: string, value: Readonly<Record<string, unknown>>])[] = [
  ['shades', { shades: [] }],
  ['shades', { shades: { ash: ASH } }],
  ['shades', { shades: many(25, (i) => ({ ...ASH, id: `ash-${i}` })) }],
  ['shades[0].id', { shades: [{ ...ASH, id: 'cool ash' }] }],
  ['shades[0].id', { shades: [{ ...ASH, id: 'a'.repeat(41) }] }],
  ['shades[1].id', { shades: [ASH, { ...INK, id: 'ash' }] }],
  ['shades[1].id', { shades: [ASH, null] }],
  ['shades[0].colour', { shades: [{ ...ASH, colour: 'grey' }] }],
  ['shades[0].colour', { shades: [{ ...ASH, colour: '#777' }] }],
  ['shades[0].colour', { shades: [{ ...ASH, colour: '#777777;}' }] }],
  ['shades[0].name', { shades: [{ ...ASH, name: ' ' }] }],
  ['shades[0].name', { shades: [{ ...ASH, name: 'a'.repeat(61) }] }],
  ['shapes', { shapes: [] }],
  ['shapes', { shapes: ['straight', 'spiral'] }],
  ['shapes', { shapes: 'straight' }],
  ['edges', { edges: ['soft'] }],
  ['densities', { densities: [40, 65, 90, 110] }],
  ['densities', { densities: 'light' }],
  ['densities.full', { densities: { full: 131 } }],
  ['densities.light', { densities: { light: 40.5 } }],
  ['densities.natural', { densities: { natural: '65' } }],
  ['densities.full', { densities: { full: 65 } }],
  ['densities.dense', { densities: { dense: 100 } }],
  ['start', { start: 'straight' }],
  ['start.density', { start: { density: '65' } }],
  ['start.shape', { start: { shape: 'spiral' } }],
  ['start.shade', { start: { shade: 'ash' } }],
  ['start.midheight', { start: { midheight: 80 } }],
  ['start.version', { start: { version: 2 } }],
  ['presets', { presets: SOFT }],
  ['presets', { presets: many(13, (i) => ({ ...SOFT, id: `soft-${i}` })) }],
  ['presets[0].id', { presets: [{ ...SOFT, id: '' }] }],
  ['presets[0].name', { presets: [{ ...SOFT, name: 'a'.repeat(61) }] }],
  ['shade', { shade: [ASH] }],
  ['?', { 'a\nb': 1 }],
];

describe('checkDesignSettings', () => {
  it('offers the defaults where nothing is set', () => {
    for (const value of [undefined, {}, { shades: undefined, start: undefined }]) {
      assert.deepEqual(checkDesignSettings(value), { settings: DEFAULT_DESIGN_SETTINGS, problems: [] });
    }
  });

  for (const value of [null, 'x', 3, [], [ASH], true]) {
    it(`tells that ${JSON.stringify(value)} is no object`, () => {
      assert.deepEqual(checkDesignSettings(value), {
        settings: DEFAULT_DESIGN_SETTINGS,
        problems: [{ path: 'design', message: 'is not an object' }],
      });
    });
  }

  it('takes all that a clinic can set', () => {
    const densities = { light: 30, natural: 55, full: 80, bold: 100 };
    const { settings, problems } = checkDesignSettings({
      shades: [ASH, INK],
      presets: [SOFT],
      start: { shape: 'straight', leftCorner: 85, shade: 'ink' },
      shapes: ['mature-receded', 'straight'],
      edges: ['medium', 'soft-broken'],
      densities,
    });
    assert.deepEqual(problems, []);
    const start = { ...withShape(DEFAULT_DESIGN, 'straight'), leftCorner: 85, shade: 'ink' };
    assert.deepEqual(settings, {
      shades: [ASH, INK],
      start,
      presets: [{ ...SOFT, design: { ...withShape(start, 'mature-receded'), density: 50 } }],
      shapes: ['straight', 'mature-receded'],
      edges: ['soft-broken', 'medium'],
      densities,
    });
  });

  it('takes 24 shades and 12 presets', () => {
    const { settings, problems } = checkDesignSettings({
      shades: many(24, (i) => ({ ...ASH, id: `ash-${i}`, name: 'n'.repeat(60) })),
      presets: many(12, (i) => ({ id: `soft-${i}`, name: 'Soft' })),
    });
    assert.deepEqual(problems, []);
    assert.deepEqual([settings.shades.length, settings.presets.length], [24, 12]);
  });

  for (const [path, value] of MISTAKES) {
    it(`tells of ${path} in ${JSON.stringify(value).slice(0, 70)}`, () => {
      const { settings, problems } = checkDesignSettings(value);
      assert.deepEqual(
        problems.map((problem) => problem.path),
        [path],
      );
      assert.ok(problems.every(({ message }) => message.length > 5 && message.length < 200));
      const { presets, ...others } = settings;
      const { presets: none, ...usual } = DEFAULT_DESIGN_SETTINGS;
      assert.deepEqual(others, usual);
      assert.deepEqual(presets, none);
    });
  }

  it('keeps what is right beside a mistake', () => {
    const { settings, problems } = checkDesignSettings({
      shades: [ASH, INK],
      edges: ['jagged'],
      presets: [{ id: 'x', name: '' }, SOFT, SOFT],
      densities: { light: 'few', bold: 120 },
    });
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['edges', 'densities.light', 'presets[0].name', 'presets[2].id'],
    );
    assert.deepEqual(settings.shades, [ASH, INK]);
    assert.deepEqual(settings.edges, EDGES);
    assert.deepEqual(
      settings.presets.map(({ id }) => id),
      ['soft'],
    );
    assert.deepEqual(settings.densities, { light: 40, natural: 65, full: 90, bold: 120 });
  });

  it('starts with what is offered, and tells only what was asked for', () => {
    const { settings, problems } = checkDesignSettings({ shades: [ASH], shapes: ['straight'], edges: ['defined'] });
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.start, {
      ...withShape(DEFAULT_DESIGN, 'straight'),
      edge: 'defined',
      shade: 'ash',
    });
    const asked = { shades: [ASH], shapes: ['straight'], edges: ['defined'] };
    assert.deepEqual(paths({ ...asked, start: { shade: 'ink', shape: 'round', edge: 'medium' } }), [
      'start.shade',
      'start.edge',
      'start.shape',
    ]);
    assert.deepEqual(paths({ ...asked, presets: [{ ...SOFT, design: { shape: 'round' } }] }), [
      'presets[0].design.shape',
    ]);
  });

  it('gives the geometry of the shape that takes the place of another', () => {
    const { settings } = checkDesignSettings({ shapes: ['straight'], start: { shape: 'round', midHeight: 90 } });
    const { midHeight, leftCorner } = settings.start;
    assert.deepEqual([midHeight, leftCorner], [SHAPE_GEOMETRY.straight.midHeight, SHAPE_GEOMETRY.straight.leftCorner]);
  });

  it('tells no more than fifty mistakes', () => {
    const value = Object.fromEntries(many(1000, (i) => [`odd${i}`, i]));
    assert.equal(paths(value).length, 50);
  });

  it('throws nothing, and offers only what can be sent', () => {
    const part = fc.oneof({ weight: 2, arbitrary: fc.anything() }, randomDesign, fc.constant([ASH, SOFT]));
    const list = fc.array(
      fc.oneof(fc.anything(), fc.record({ id: fc.string(), colour: fc.string(), name: fc.anything(), design: part })),
    );
    const some = fc.subarray([...HAIRLINE_SHAPES, ...EDGES]);
    const settingsLike = fc.record(
      {
        shades: fc.oneof(part, list, fc.constant([ASH]), fc.constant([INK, ASH])),
        presets: fc.oneof(part, list, fc.constant([SOFT])),
        start: fc.oneof(part, fc.record({ shape: part, shade: part, edge: fc.constantFrom(...EDGES) })),
        shapes: fc.oneof(part, some, fc.subarray([...HAIRLINE_SHAPES])),
        edges: fc.oneof(part, some, fc.subarray([...EDGES])),
        densities: fc.oneof(part, fc.dictionary(fc.constantFrom('light', 'natural', 'full', 'bold'), fc.anything())),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), settingsLike), (value) => {
        const { settings } = checkDesignSettings(value);
        const { shades, shapes, edges, densities, start, presets } = settings;
        assert.ok(shades.length > 0 && shapes.length > 0 && edges.length > 0);
        for (const design of [start, ...presets.map((preset) => preset.design)]) {
          assert.ok(HairlineDesign.safeParse(design).success);
          assert.ok(shades.some(({ id }) => id === design.shade));
          assert.ok(shapes.includes(design.shape) && edges.includes(design.edge));
        }
        assert.ok(densities.light < densities.natural && densities.natural < densities.full);
        assert.ok(densities.full < densities.bold && densities.light >= 20 && densities.bold <= 130);
        assert.deepEqual(checkDesignSettings(settings), { settings, problems: [] });
      }),
      { numRuns: 3000 },
    );
  });
});
