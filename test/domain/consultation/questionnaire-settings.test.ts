import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import { applySettings, ConsultationSettings } from '../../../src/domain/consultation/questionnaire-settings.js';
import { askedQuestions } from '../../../src/domain/consultation/questionnaire.js';
import { screen } from '../../../src/domain/consultation/screen.js';
import { defaultScreeningRules } from '../../../src/domain/consultation/screening-rules.js';
import { PLAIN, TODAY } from './questionnaire-fixture.js';

const apply = applySettings;
const questions = (changes: object) => apply({ questionnaire: { version: '2', ...changes } });
const idsOf = (settings: ReturnType<typeof apply>) => settings.questionnaire.questions.map(({ id }) => id);
const DEFAULT_IDS = defaultQuestionnaire.questions.map(({ id }) => id);

function assertDefaults({ questionnaire, rules, patchTestHours, problems }: ReturnType<typeof apply>): void {
  assert.equal(questionnaire, defaultQuestionnaire);
  assert.equal(rules, defaultScreeningRules);
  assert.equal(patchTestHours, 48);
  assert.ok(problems.length > 0);
  for (const { code, message } of problems) assert.ok(code.length > 0 && message.length > 10 && message.length < 400);
}

const budget = {
  id: 'budgetBand',
  kind: 'single',
  label: 'What would you like to spend?',
  options: [
    { value: 'low', label: 'Up to £500' },
    { value: 'high', label: 'More' },
  ],
  after: 'timeframe',
};

describe('applySettings', () => {
  it('leaves all as it is where nothing is set', () => {
    for (const settings of [undefined, {}, { questionnaire: undefined }, { screening: {} }]) {
      const { questionnaire, rules, patchTestHours, problems } = apply(settings);
      assert.deepEqual(questionnaire, defaultQuestionnaire);
      assert.deepEqual(rules, defaultScreeningRules);
      assert.deepEqual([patchTestHours, problems], [48, []]);
    }
  });

  it('removes, changes, adds and puts in order', () => {
    const order = [...DEFAULT_IDS.filter((id) => id !== 'howHeard' && id !== 'timeframe' && id !== 'contact')];
    order.push('timeframe', 'budgetBand', 'contact');
    const settings = questions({
      remove: ['howHeard'],
      change: [{ id: 'skinTone', required: true, label: 'Your skin in the sun', when: null }],
      add: [budget],
      order,
    });
    assert.deepEqual(settings.problems, []);
    assert.deepEqual(idsOf(settings), order);
    const { questionnaire } = settings;
    assert.deepEqual([questionnaire.id, questionnaire.version], ['clinic', '2']);
    const skinTone = questionnaire.questions.find(({ id }) => id === 'skinTone');
    assert.deepEqual([skinTone?.required, skinTone?.label], [true, 'Your skin in the sun']);
    assert.equal(skinTone?.options?.length, 6);
    assert.ok(!('after' in (questionnaire.questions.find(({ id }) => id === 'budgetBand') ?? {})));
  });

  it('asks a question of everybody with `when: null`', () => {
    const settings = questions({ change: [{ id: 'willKeepShaved', when: null }] });
    const asked = askedQuestions(settings.questionnaire, { ...PLAIN, treatmentGoal: 'scar' });
    assert.ok(asked.some(({ id }) => id === 'willKeepShaved'));
  });

  it('takes a whole list, and leaves out rules on what is not asked', () => {
    const { problems, questionnaire, rules } = questions({
      id: 'short',
      questions: [
        defaultQuestionnaire.questions[0],
        { id: 'knots', kind: 'scale', label: 'How tight?', ends: ['Loose', 'Tight'] },
        { id: 'contact', kind: 'contact' },
      ],
    });
    assert.deepEqual(problems, []);
    assert.deepEqual([questionnaire.id, questionnaire.questions.length], ['short', 3]);
    assert.deepEqual(
      rules.map(({ flag }) => flag),
      ['under18'],
    );
    const outcome = screen(rules, { questionnaire, answers: { ageConfirm18: 'yes' }, today: TODAY });
    assert.deepEqual(outcome.findings, []);
  });

  it('has health asked about in person wherever the consent to it is asked for, and only without it', () => {
    const consent = { kind: 'consent', label: 'May we?', purposes: ['health-data'] };
    const own = questions({
      questions: [
        defaultQuestionnaire.questions[0],
        { ...consent, id: 'mayWe' },
        { id: 'healthBody', kind: 'text', health: true },
        { id: 'contact', kind: 'contact' },
      ],
    });
    const moved = questions({
      change: [
        { id: 'healthConsent', purposes: ['marketing-sms'] },
        { id: 'marketingConsent', purposes: ['marketing-email'] },
      ],
      add: [{ ...consent, id: 'mayWe', after: 'healthConsent' }],
    });
    for (const { problems, questionnaire, rules } of [own, moved]) {
      assert.deepEqual(problems, []);
      const flags = (mayWe?: string[]) =>
        screen(rules, {
          questionnaire,
          answers: { ageConfirm18: 'yes', ...(mayWe && { mayWe }) },
          today: TODAY,
        }).findings.map(({ flag }) => flag);
      assert.deepEqual(flags(), ['in-person']);
      assert.deepEqual(flags(['health-data']), []);
    }
  });

  it('replaces all rows of a flag, adds flags, removes others and sets the hours', () => {
    const isotretinoin = {
      flag: 'isotretinoin',
      when: { question: 'healthMedicines', is: 'isotretinoin' },
      effects: [{ kind: 'defer', wait: { count: 12, unit: 'month' }, since: 'isotretinoinEnd' }],
    };
    const long = {
      flag: 'longHair',
      when: { question: 'currentHairLength', is: 'long' },
      effects: [{ kind: 'inform' }],
      title: 'Long hair',
      advice: 'Bring a clip.',
    };
    const { problems, rules, patchTestHours, questionnaire } = apply({
      screening: { rules: [isotretinoin, long], remove: ['bloodDonor'], patchTestHours: 24 },
    });
    assert.deepEqual([problems, patchTestHours], [[], 24]);
    assert.equal(questionnaire, defaultQuestionnaire);
    assert.equal(rules.filter(({ flag }) => flag === 'isotretinoin').length, 1);
    assert.ok(!rules.some(({ flag }) => flag === 'bloodDonor'));
    const answers = {
      ...PLAIN,
      currentHairLength: 'long',
      healthMedicines: ['isotretinoin', 'bloodDonor'],
      isotretinoinEnd: '2026-06',
    };
    const { findings, earliestTreatment } = screen(rules, { questionnaire, answers, today: TODAY });
    assert.deepEqual(
      findings.map(({ flag }) => flag),
      ['isotretinoin', 'longHair'],
    );
    assert.equal(earliestTreatment, '2027-06-30');
  });

  const MISTAKES: readonly (readonly [name: string, settings: unknown, code: string, about?: string])[] = [
    ['settings that are none', 'questionnaire', 'shape'],
    ['an unknown key', { questions: [] }, 'shape'],
    ['no version', { questionnaire: { remove: ['howHeard'] } }, 'shape'],
    [
      'a question of no known kind',
      { questionnaire: { version: '2', add: [{ ...budget, kind: 'slider' }] } },
      'shape',
      'budgetBand',
    ],
    [
      'a kind that changes',
      { questionnaire: { version: '2', change: [{ id: 'scars', kind: 'text' }] } },
      'shape',
      'scars',
    ],
    ['too few hours', { screening: { patchTestHours: 12 } }, 'shape'],
    ['removal of what is not there', { questionnaire: { version: '2', remove: ['gone'] } }, 'unknown-question', 'gone'],
    [
      'change of what is not there',
      { questionnaire: { version: '2', change: [{ id: 'gone', hint: 'x' }] } },
      'unknown-question',
      'gone',
    ],
    [
      'a place that is not there',
      { questionnaire: { version: '2', add: [{ ...budget, after: 'gone' }] } },
      'unknown-question',
      'budgetBand',
    ],
    [
      'a question that is there twice',
      { questionnaire: { version: '2', add: [{ ...budget, id: 'scars' }] } },
      'duplicate-id',
      'scars',
    ],
    [
      'an order that leaves out',
      { questionnaire: { version: '2', order: DEFAULT_IDS.slice(1) } },
      'not-in-order',
      'ageConfirm18',
    ],
    [
      'an order that repeats',
      { questionnaire: { version: '2', order: [...DEFAULT_IDS, 'photos'] } },
      'duplicate-id',
      'photos',
    ],
    [
      'an order that turns conditions round',
      { questionnaire: { version: '2', order: [...DEFAULT_IDS].reverse() } },
      'later-question',
    ],
    [
      'a list and changes',
      { questionnaire: { version: '2', remove: ['photos'], questions: defaultQuestionnaire.questions } },
      'whole-and-changes',
    ],
    [
      'health questions without consent',
      { questionnaire: { version: '2', remove: ['healthConsent'] } },
      'no-health-consent',
      'presentation',
    ],
    [
      'a health question that is to be none',
      { questionnaire: { version: '2', change: [{ id: 'healthBody', health: false }] } },
      'health',
      'healthBody',
    ],
    [
      'a condition on what was removed',
      { questionnaire: { version: '2', remove: ['treatmentGoal'] } },
      'unknown-question',
      'willKeepShaved',
    ],
    ['no contact', { questionnaire: { version: '2', remove: ['contact'] } }, 'no-contact'],
    ['no question on age', { questionnaire: { version: '2', remove: ['ageConfirm18'] } }, 'age', 'ageConfirm18'],
    [
      'an age that may be left out',
      { questionnaire: { version: '2', change: [{ id: 'ageConfirm18', required: false }] } },
      'age',
      'ageConfirm18',
    ],
    [
      'an age with a third answer',
      {
        questionnaire: {
          version: '2',
          change: [
            { id: 'ageConfirm18', options: [{ value: 'yes' }, { value: 'no' }, { value: 'nearly', label: 'Nearly' }] },
          ],
        },
      },
      'age',
      'ageConfirm18',
    ],
    ['no rule on age', { screening: { remove: ['under18'] } }, 'age', 'under18'],
    [
      'a milder rule on age',
      {
        screening: {
          rules: [{ flag: 'under18', when: { question: 'ageConfirm18', is: 'no' }, effects: [{ kind: 'inform' }] }],
        },
      },
      'age',
      'under18',
    ],
    [
      'a rule that blocks',
      {
        screening: {
          rules: [{ flag: 'pregnant', when: { question: 'healthBody', is: 'pregnant' }, effects: [{ kind: 'block' }] }],
        },
      },
      'block',
      'pregnant',
    ],
    [
      'a rule without words',
      {
        screening: {
          rules: [{ flag: 'mine', when: { question: 'healthBody', is: 'pregnant' }, effects: [{ kind: 'inform' }] }],
        },
      },
      'no-words',
      'mine',
    ],
    [
      'a picture that nobody has drawn',
      {
        questionnaire: {
          version: '2',
          change: [{ id: 'presentation', options: [{ value: 'male', picture: 'mona-lisa' }] }],
        },
      },
      'unknown-picture',
      'presentation',
    ],
    [
      'a question without words',
      { questionnaire: { version: '2', add: [{ id: 'mine', kind: 'text', after: 'scars' }] } },
      'no-words',
      'mine',
    ],
    ['a flag that is not there', { screening: { remove: ['gone'] } }, 'unknown-flag', 'gone'],
  ];
  for (const [name, settings, code, about] of MISTAKES) {
    it(`falls back on the defaults with ${name}, and says so`, () => {
      const applied = apply(settings);
      assertDefaults(applied);
      const told = applied.problems.map((problem) => [problem.code, problem.question ?? problem.flag]);
      assert.ok(
        told.some(([found, where]) => found === code && (about === undefined || where === about)),
        JSON.stringify(applied.problems),
      );
    });
  }

  it('survives getters that throw', () => {
    const hostile = {
      get questionnaire() {
        throw new Error('no');
      },
    };
    assertDefaults(apply(hostile));
    assertDefaults(
      apply(
        new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error('no');
            },
          },
        ),
      ),
    );
  });

  it('never throws, and applies nothing or something right, on 2,000 malformed settings', () => {
    const id = fc.constantFrom(...DEFAULT_IDS.slice(0, 8), 'constructor', '__proto__', 'gone', '', '1');
    const bits = fc.oneof(fc.anything({ maxDepth: 2 }), id, fc.array(id, { maxLength: 4 }));
    const condition = fc.oneof(
      fc.record({ question: id, is: bits }),
      fc.record({ not: fc.record({ question: id, answered: fc.boolean() }) }),
      bits,
    );
    const question = fc.record(
      {
        id,
        kind: fc.constantFrom('single', 'multi', 'consent', 'contact', 'slider'),
        after: id,
        required: fc.oneof(fc.boolean(), bits),
        when: condition,
        options: fc.array(fc.record({ value: id }), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    const settings = fc.oneof(
      fc.anything({ maxDepth: 3 }),
      fc.record(
        {
          questionnaire: fc.record(
            {
              version: fc.constantFrom('2', '', 3),
              remove: fc.oneof(fc.array(id, { maxLength: 3 }), bits),
              change: fc.array(question, { maxLength: 2 }),
              add: fc.array(question, { maxLength: 2 }),
              order: fc.array(id, { maxLength: 5 }),
              questions: fc.array(question, { maxLength: 3 }),
            },
            { requiredKeys: ['remove'] },
          ),
          screening: fc.oneof(
            fc.record({
              rules: fc.array(fc.record({ flag: id, when: condition, effects: fc.array(fc.record({ kind: bits })) })),
            }),
            bits,
          ),
        },
        { requiredKeys: ['questionnaire'] },
      ),
    );
    let refused = 0;
    fc.assert(
      fc.property(settings, (one) => {
        const applied = apply(one);
        if (applied.problems.length > 0) {
          refused++;
          assertDefaults(applied);
        } else assert.ok(one === undefined || ConsultationSettings.safeParse(one).success);
      }),
      { numRuns: 2_000 },
    );
    assert.ok(refused > 1_500, String(refused));
  });
});
