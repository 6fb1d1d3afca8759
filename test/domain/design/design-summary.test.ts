import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { designSummary } from '../../../src/domain/design/design-summary.js';
import { DEFAULT_DESIGN, DESIGN_CHOICES, withShape } from '../../../src/domain/design/hairline-design.js';

describe('designSummary', () => {
  it('says a design in one line', () => {
    assert.equal(
      designSummary(DEFAULT_DESIGN),
      'Rounded, soft broken edge, 8.2 cm above the brows, corners 9.2 and 9.3 cm (left, right), ' +
        'soft temples 0.8 cm forward, shade 3, natural density (65 dots/cm²), 3 sessions',
    );
  });

  it('says what only some designs have', () => {
    const peak = designSummary({ ...withShape(DEFAULT_DESIGN, 'widows-peak'), temporalPeak: 0, sessions: 1 });
    assert.match(peak, /^Widow’s peak, .*, middle dips 0\.8 cm, .*, soft temples, shade 3, .*, 1 session$/);
    assert.doesNotMatch(designSummary(DEFAULT_DESIGN), /dips/);
  });

  it('tells the client’s left from the client’s right', () => {
    const design = { ...DEFAULT_DESIGN, leftCorner: 101, rightCorner: 120 };
    assert.match(designSummary(design), /corners 10\.1 and 12\.0 cm \(left, right\)/);
  });

  it('calls a shade as the clinic does', () => {
    const palette = [
      { id: 'ash', colour: '#555555', name: 'Cool\nash' },
      { id: 'own-4', colour: '#444444' },
    ];
    assert.match(designSummary({ ...DEFAULT_DESIGN, shade: 'ash' }, palette), /, shade Cool ash,/);
    assert.match(designSummary({ ...DEFAULT_DESIGN, shade: 'own-4' }, palette), /, shade own-4,/);
    assert.match(designSummary({ ...DEFAULT_DESIGN, shade: 'gone' }, palette), /, shade gone,/);
  });

  it('tells a density by the nearest name and its number', () => {
    const named = (density: number) => /\w+ density \(\d+/.exec(designSummary({ ...DEFAULT_DESIGN, density }))?.[0];
    assert.deepEqual([38, 72, 90, 130].map(named), [
      'light density (38',
      'natural density (72',
      'full density (90',
      'bold density (130',
    ]);
  });

  for (const field of ['shape', 'edge', 'temples'] as const) {
    it(`has other words for each ${field}`, () => {
      const texts = DESIGN_CHOICES[field].map((value) => designSummary({ ...DEFAULT_DESIGN, [field]: value }));
      assert.equal(new Set(texts).size, DESIGN_CHOICES[field].length);
      for (const text of texts) assert.doesNotMatch(text, /undefined/);
    });
  }
});
