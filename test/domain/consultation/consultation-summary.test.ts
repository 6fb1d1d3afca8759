import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BookingDraft } from '../../../src/domain/booking.js';
import type { Answers } from '../../../src/domain/consultation/answer.js';
import {
  consultationSummary,
  shortSummary,
  type SummedUp,
} from '../../../src/domain/consultation/consultation-summary.js';
import { designAdvice } from '../../../src/domain/design/design-advice.js';
import { DEFAULT_DESIGN, withShape, type HairlineDesign } from '../../../src/domain/design/hairline-design.js';
import { MAX_NOTE } from '../../../src/domain/note.js';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import { plainLine, wrapped } from '../../../src/domain/consultation/plain-lines.js';
import { summaryLabels } from '../../../src/domain/consultation/summary-labels.js';
import { questionsEn as words } from '../../../src/locales/consultation/questions.en.js';
import { PLAIN, screened } from './questionnaire-fixture.js';

const AT = '2026-11-23T10:00:00Z';
const ANSWERS: Answers = {
  ...PLAIN,
  healthBody: ['pregnant', 'allergy'],
  previousTreatments: ['transplant-fut', 'minoxidil'],
  treatmentDates: 'Minoxidil since 2019',
  transplantDate: '2026-09-01',
  expectations: 'Like before',
};
const consultation = (change: Partial<SummedUp> = {}): SummedUp => ({
  questionnaire: { id: 'smp-consultation', version: '1' },
  answers: ANSWERS,
  outcome: screened(ANSWERS),
  contact: { name: 'Alex Example', email: 'alex@example.com', phone: '020 7946 0000' },
  consents: [
    { purpose: 'privacy', granted: true, version: 'default-1', at: AT },
    { purpose: 'health-data', granted: true, version: 'default-1', at: AT },
    { purpose: 'marketing-sms', granted: false, version: 'default-1', at: AT },
  ],
  ...change,
});
const linesOf = (text: string) => text.split('\n');
/** Anything that would end a line, hide, or turn the direction of what follows. */
const UNSAFE = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe('consultationSummary', () => {
  const summary = consultationSummary(consultation(), { words });

  it('puts flags first, each with what it means and until when', () => {
    assert.deepEqual(
      summary.flags.map(({ id, label, value }) => [id, label, value]),
      [
        ['pregnant', 'Pregnancy', 'wait, no date yet, practitioner decides'],
        ['recentTransplant', 'Hair transplant', 'from 2027-03-01, practitioner decides'],
        ['allergy', 'Allergies', 'practitioner decides, patch test first'],
        ['minoxidil', 'Minoxidil', 'for information'],
      ],
    );
    assert.deepEqual([summary.flags[1]?.effects, summary.flags[1]?.until], [['defer', 'review'], '2027-03-01']);
    const [title, , flags] = linesOf(summary.text);
    assert.deepEqual([title, flags], ['Consultation (smp-consultation, 1)', 'FLAGS']);
    assert.match(summary.booking.value, /^after a consultation, earliest date 2027-03-01, 48 hours/);
  });

  it('says which pattern was picked, in which band, and by whom', () => {
    assert.deepEqual(summary.pattern, { pattern: 'norwood-4', band: 'moderate', selfReported: true });
    assert.equal(summary.hairLoss.at(-1)?.value, 'norwood-4, moderate (self-reported)');
  });

  it('sorts answers into wishes, health and history, with readable values', () => {
    const valueOf = (rows: typeof summary.health, id: string) => rows.find((row) => row.id === id)?.value;
    assert.equal(valueOf(summary.wishes, 'treatmentGoal'), 'A shaved look');
    assert.equal(valueOf(summary.wishes, 'willKeepShaved'), 'Yes');
    assert.equal(valueOf(summary.health, 'healthBody'), 'Pregnant, An allergy');
    assert.equal(valueOf(summary.history, 'previousTreatments'), 'Hair transplant, strip (FUT), Minoxidil');
    assert.equal(valueOf(summary.history, 'transplantDate'), '2026-09-01');
    assert.equal(valueOf(summary.history, 'treatmentDates'), 'Minoxidil since 2019');
    const ids = [summary.hairLoss, summary.wishes, summary.health, summary.history].flat().map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id) => id !== 'band').sort(),
      Object.keys(ANSWERS)
        .filter((id) => id !== 'healthConsent')
        .sort(),
    );
  });

  it('says which hairline is wished for, also without consent to health questions', () => {
    assert.deepEqual(summary.design, []);
    assert.doesNotMatch(summary.text, /DESIGN/);
    const design = { ...DEFAULT_DESIGN, shade: 'ash' };
    const palette = [{ id: 'ash', colour: '#555555', name: 'Cool ash' }];
    for (const consents of [consultation().consents, []]) {
      const wished = consultationSummary(consultation({ design, consents }), { words, palette });
      assert.equal(wished.design[0]?.label, 'Hairline');
      assert.match(wished.design[0].value, /^Rounded, soft broken edge, 8\.2 cm .* shade Cool ash, /);
      assert.match(wished.text, /\n\nDESIGN\n {2}Hairline: Rounded, /);
    }
  });

  it('says what is worth a word about a hairline', () => {
    const advice = (change: Partial<HairlineDesign>) =>
      consultationSummary(consultation({ design: { ...DEFAULT_DESIGN, ...change } }), { words }).design[1];
    assert.equal(advice({}), undefined);
    assert.deepEqual(advice({ midHeight: 66, leftCorner: 60 }), {
      id: 'design-advice',
      label: 'To talk about',
      value: 'low for an adult, and can’t be raised later; a corner lower than the middle',
    });
  });

  it('has words for each advice', () => {
    const straight = designAdvice({ ...DEFAULT_DESIGN, midHeight: 65, leftCorner: 64, rightCorner: 65 });
    assert.deepEqual(
      straight.map(({ code }) => typeof summaryLabels.designAdvice[code]),
      ['string', 'string', 'string'],
    );
  });

  it('names consents with their version, and the contact', () => {
    assert.deepEqual(
      summary.consents.map(({ value }) => value.split(' ')[0]),
      ['Yes', 'Yes', 'No'],
    );
    assert.ok(summary.text.includes(`News by text message: No (default-1, ${AT})`));
    assert.deepEqual(
      summary.contact.map(({ value }) => value),
      ['Alex Example', 'alex@example.com', '020 7946 0000'],
    );
  });

  it('shows no health answer without consent on record, and says why', () => {
    const consents = [{ purpose: 'health-data' as const, granted: false, version: '1', at: AT }];
    const silent = consultationSummary(consultation({ consents, answers: { ...ANSWERS, secret: 'unheard-of' } }), {
      words,
    });
    assert.deepEqual(
      silent.health.map(({ value }) => value),
      ['Prefers to discuss in person'],
    );
    assert.deepEqual([silent.history, silent.hairLoss, silent.pattern], [[], [], undefined]);
    assert.ok(silent.wishes.length > 0);
    for (const told of ['An allergy', 'norwood', 'FUT', 'unheard-of']) {
      assert.ok(!silent.wishes.some(({ value }) => value.includes(told)), told);
    }
  });

  it('uses the clinic’s own words, and names what it has no words for', () => {
    const questionnaire = {
      ...defaultQuestionnaire,
      questions: [
        { id: 'drink', kind: 'single' as const, label: 'Tea or coffee?', options: [{ value: 'tea', label: 'Tea' }] },
      ],
    };
    const rules = [{ flag: 'tea', when: { question: 'drink', is: 'tea' }, effects: [], title: 'Likes tea' }];
    const outcome = { ...screened(PLAIN), findings: [{ flag: 'tea', effects: ['inform' as const] }] };
    const own = consultationSummary(consultation({ answers: { drink: 'tea', gone: 'x' }, outcome }), {
      words,
      questionnaire,
      rules,
    });
    assert.deepEqual(
      own.flags.map(({ label }) => label),
      ['Likes tea'],
    );
    assert.deepEqual(own.wishes, [{ id: 'drink', label: 'Tea or coffee?', value: 'Tea' }]);
    assert.deepEqual(own.health, [{ id: 'gone', label: 'gone', value: 'x' }]);
  });

  it('says that there are no flags', () => {
    const { text } = consultationSummary(consultation({ answers: PLAIN, outcome: screened(PLAIN) }), { words });
    assert.deepEqual(linesOf(text).slice(2, 5), ['FLAGS', '  None', '  Treatment: can be booked']);
  });

  const hostile = fc.string({ unit: 'binary', maxLength: 300 });

  it('stays within 80 columns and lets no answer forge a line, whatever is typed', () => {
    const forging = fc.oneof(
      hostile,
      fc.constantFrom(
        'Hi\r\nBcc: x@example.com',
        'x\nFLAGS\n  None',
        '\u202edesrever',
        '\u0000\u001b[2J',
        '\u2028HEALTH',
        '\ud800',
      ),
      fc.constantFrom('x'.repeat(1000), '漢'.repeat(300), 'word '.repeat(200)),
    );
    const before = linesOf(summary.text).filter((line) => /^\S/.test(line));
    fc.assert(
      fc.property(forging, forging, (expectations, name) => {
        const { contact } = consultation();
        const answers = { ...ANSWERS, expectations };
        const { text } = consultationSummary(consultation({ answers, contact: { ...contact, name } }), { words });
        const lines = linesOf(text);
        assert.deepEqual(
          lines.filter((line) => /^\S/.test(line)),
          before,
        );
        for (const line of lines) assert.ok(line.length <= 80, line);
        assert.doesNotMatch(text, UNSAFE);
        assert.equal(lines.filter((line) => /^ {2}\S/.test(line)).length >= 20, true);
      }),
      { numRuns: 1_000 },
    );
    assert.match('a\u202eb', UNSAFE);
  });
});

describe('shortSummary', () => {
  it('says flags first and keeps to its length', () => {
    const text = shortSummary(consultation(), { words });
    assert.ok(text.startsWith('Flags:\n- Pregnancy (wait, no date yet, practitioner decides)\n- Hair transplant'));
    assert.ok(text.length <= 1000);
    assert.ok(!text.includes('alex@example.com'));
  });

  it('has the hairline in it', () => {
    const text = shortSummary(consultation({ design: withShape(DEFAULT_DESIGN, 'straight') }), { words });
    assert.match(text, /\nHairline: Straight, soft broken edge, 8\.0 cm/);
  });

  it('leaves out whole lines where there is no room for all, and says so', () => {
    const answers = { ...ANSWERS, medications: '😀'.repeat(450), expectations: 'Hope. '.repeat(150) };
    const whole = shortSummary(consultation({ answers }), { words }, 10_000).split('\n');
    fc.assert(
      fc.property(fc.integer({ min: summaryLabels.more.length, max: 2000 }), (max) => {
        const lines = shortSummary(consultation({ answers }), { words }, max).split('\n');
        assert.ok(lines.join('\n').length <= max);
        assert.equal(lines.at(-1), summaryLabels.more);
        assert.deepEqual(lines.slice(0, -1), whole.slice(0, lines.length - 1));
        // No more is left out than has to be.
        const next = whole[lines.length - 1] ?? '';
        assert.ok([...lines, next].join('\n').length > max);
      }),
    );
  });

  it('has the long answers last, so that they crowd out no other', () => {
    const answers = { ...ANSWERS, medications: 'x'.repeat(900) };
    const text = shortSummary(consultation({ answers }), { words });
    assert.ok(text.endsWith(summaryLabels.more));
    for (const { label } of consultationSummary(consultation({ answers }), { words }).wishes) {
      assert.ok(text.includes(`\n${label}: `), label);
    }
    assert.doesNotMatch(text, /xxx/);
  });

  it('is as long as the note of a booking may be', () => {
    const answers = { ...ANSWERS, expectations: 'x'.repeat(700) };
    assert.equal(MAX_NOTE, 1000);
    const text = shortSummary(consultation({ answers }), { words });
    assert.ok(text.length <= MAX_NOTE);
    assert.ok(BookingDraft.shape.note.safeParse('x'.repeat(MAX_NOTE)).success);
    assert.ok(!BookingDraft.shape.note.safeParse('x'.repeat(MAX_NOTE + 1)).success);
  });
});

describe('plain lines', () => {
  it('keep what scripts need', () => {
    assert.equal(plainLine(' می\u200cخواهم\n👨\u200d👩 '), 'می\u200cخواهم 👨\u200d👩');
  });

  it('break where they have blanks, or anywhere if they must, and lose nothing', () => {
    const text = fc.array(fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme-ascii' }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const line = plainLine(parts.join(' '));
        const lines = wrapped(line).split('\n');
        for (const one of lines) assert.ok(one.length <= 80);
        assert.equal(lines.join('').replaceAll(' ', ''), line.replaceAll(' ', ''));
        for (const one of lines.slice(1)) assert.ok(one.startsWith('    '), one);
      }),
    );
  });
});
