import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeDesign, encodeDesign } from '../../../src/domain/design/design-code.js';
import { DEFAULT_DESIGN, DESIGN_LIMITS, withShape } from '../../../src/domain/design/hairline-design.js';
import type { DesignNumber, HairlineDesign } from '../../../src/domain/design/hairline-design.js';
import { randomDesign } from './random-design.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~';

const atEnd = (end: 0 | 1): Partial<Record<DesignNumber, number>> =>
  Object.fromEntries(Object.entries(DESIGN_LIMITS).map(([name, limits]) => [name, limits[end]]));

/** Codes as they stand in addresses that people have sent to each other. */
const KNOWN: readonly (readonly [code: string, design: HairlineDesign])[] = [
  ['AAAKyBCgC1AAC7h', DEFAULT_DESIGN],
  ['AAAAAAAAAAAAAah', { ...DEFAULT_DESIGN, ...atEnd(0), view: 'front', shade: 'shade-1' }],
  [
    'AOkuVChSm6___V2',
    {
      ...DEFAULT_DESIGN,
      ...atEnd(1),
      shape: 'rectangular',
      edge: 'defined',
      temples: 'defined',
      view: 'back',
      shade: 'shade-5',
    },
  ],
  ['AEALSRKhC1AACBf.own_Ash-12', { ...withShape(DEFAULT_DESIGN, 'widows-peak'), shade: 'own_Ash-12' }],
];

const sample = fc.sample(randomDesign, { numRuns: 200, seed: 20 });

describe('design codes', () => {
  for (const [code, design] of KNOWN) {
    it(`stay as they are: ${code}`, () => {
      assert.equal(encodeDesign(design), code);
      assert.deepEqual(decodeDesign(code), design);
    });
  }

  it('say the design that they were made of, and fit into an address', () => {
    fc.assert(
      fc.property(randomDesign, (design) => {
        const code = encodeDesign(design);
        assert.deepEqual(decodeDesign(code), design);
        assert.match(code, /^[\w-]{15}(\.[\w-]{1,40})?$/);
        assert.equal(code.length, /^shade-[1-5]$/.test(design.shade) ? 15 : 16 + design.shade.length);
        assert.equal(new URL(`https://clinic.example/#${code}`).hash.slice(1), code);
      }),
      { numRuns: 10_000 },
    );
  });

  it('differ when the designs differ', () => {
    const codes = new Map(sample.map((design) => [JSON.stringify(design), encodeDesign(design)]));
    assert.equal(new Set(codes.values()).size, codes.size);
  });

  it('are refused when any one letter is another, is missing or is there twice', () => {
    let tried = 0;
    for (const code of sample.map(encodeDesign)) {
      for (let at = 0; at < code.length; at++) {
        const [before, after] = [code.slice(0, at), code.slice(at + 1)];
        for (const letter of LETTERS) {
          if (letter === code[at]) continue;
          tried++;
          assert.equal(decodeDesign(before + letter + after), undefined, `${code}, ${letter} at ${at}`);
        }
      }
      for (const other of [code.slice(0, -1), code + code.slice(-1), ` ${code}`, `${code} `, `${code}.`]) {
        if (!code.includes('.')) assert.equal(decodeDesign(other), undefined, other);
      }
    }
    assert.ok(tried > 150_000);
  });

  it('are refused when two neighbours have changed places', () => {
    for (const code of sample.map(encodeDesign)) {
      for (let at = 0; at + 1 < code.length; at++) {
        const [one = '', other = ''] = code.slice(at, at + 2);
        if (one === other) continue;
        assert.equal(decodeDesign(code.slice(0, at) + other + one + code.slice(at + 2)), undefined, `${code} at ${at}`);
      }
    }
  });

  it('are rarely met by chance', () => {
    const letter = fc.constantFrom(...Array.from(LETTERS.slice(0, 64)));
    const texts = fc.sample(fc.string({ unit: letter, minLength: 14, maxLength: 14 }), { numRuns: 20_000, seed: 1 });
    const met = texts.filter((text) => decodeDesign(`A${text}`) !== undefined);
    assert.ok(met.length < 20, `${met.length} of ${texts.length}`);
  });

  it('of a later format are refused', () => {
    for (const [code] of KNOWN) {
      for (const format of 'BZaz09-_') assert.equal(decodeDesign(format + code.slice(1)), undefined);
    }
  });

  it('are not met by anything else, which throws nothing', () => {
    const odd = [
      undefined,
      null,
      0,
      {},
      [],
      [KNOWN[0]],
      '',
      '.',
      'A',
      'A.',
      '\ud800',
      'A\udfff'.repeat(9),
      '__proto__',
    ];
    const long = [LETTERS.repeat(16_000), 'A'.repeat(1_000_000), `${KNOWN[0]?.[0]}.${'a'.repeat(1_000_000)}`];
    for (const value of [...odd, ...long]) assert.equal(decodeDesign(value as string), undefined);
    const anything = fc.oneof(fc.anything(), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(anything, (value) => decodeDesign(value as string) === undefined),
      { numRuns: 5000 },
    );
  });

  it('are not read further than a code can go', () => {
    const long = `${encodeDesign({ ...DEFAULT_DESIGN, shade: 'ash' })}${'a'.repeat(1_000_000)}`;
    const began = performance.now();
    for (let run = 0; run < 200; run++) assert.equal(decodeDesign(long), undefined);
    assert.ok(performance.now() - began < 1000);
  });

  it('are refused with another shade than the one they were made with', () => {
    const code = encodeDesign({ ...DEFAULT_DESIGN, shade: 'ash' });
    for (const rest of ['.', '.a b', '.<b>', '.äsh', `.${'a'.repeat(41)}`, 'ash', '']) {
      assert.equal(decodeDesign(code.slice(0, 15) + rest), undefined, rest);
    }
  });

  it('hold whole numbers within their limits, whatever was written', () => {
    const decoded = decodeDesign(encodeDesign({ ...DEFAULT_DESIGN, midHeight: 81.6, density: 5000, seed: -3 }));
    assert.deepEqual(decoded, { ...DEFAULT_DESIGN, midHeight: 82, density: 130, seed: 0 });
    fc.assert(fc.property(fc.anything(), (value) => decodeDesign(encodeDesign(value as HairlineDesign)) !== undefined));
  });
});
