import fc from 'fast-check';
import type { Answer, Answers } from '../../../src/domain/consultation/answer.js';
import type { Condition } from '../../../src/domain/consultation/condition.js';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import type { Question } from '../../../src/domain/consultation/question.js';
import { valuesOf, type Questionnaire } from '../../../src/domain/consultation/questionnaire.js';
import { screen } from '../../../src/domain/consultation/screen.js';
import { defaultScreeningRules } from '../../../src/domain/consultation/screening-rules.js';
import type { ScreeningOutcome } from '../../../src/domain/consultation/screening.js';

export const TODAY = '2026-11-23';

/** Somebody of age who consents to health questions, and in whose answers nothing is found. */
export const PLAIN: Answers = {
  ageConfirm18: 'yes',
  treatmentGoal: 'shavedLook',
  healthConsent: ['health-data'],
  presentation: 'male',
  hairLossPatternMale: 'norwood-4',
  progression: 'stable',
  previousTreatments: ['none'],
  healthSkin: ['none'],
  healthBody: ['none'],
  healthMedicines: ['none'],
  currentHairLength: 'short',
  willKeepShaved: 'yes',
  hairColour: 'brown',
};

/** What the default table finds in these answers to the default questionnaire. */
export const screened = (answers: Answers, today = TODAY): ScreeningOutcome =>
  screen(defaultScreeningRules, { questionnaire: defaultQuestionnaire, answers, today });

const KINDS = ['single', 'multi', 'yes-no', 'number', 'scale', 'text', 'long-text', 'date', 'consent'] as const;

interface Draw {
  readonly kind: (typeof KINDS)[number];
  readonly flags: number;
  readonly options: number;
  readonly links: readonly { readonly to: number; readonly value: number; readonly form: number }[];
}

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom(...KINDS),
  flags: fc.nat(15),
  options: fc.integer({ min: 1, max: 5 }),
  links: fc.array(fc.record({ to: fc.nat(30), value: fc.nat(9), form: fc.nat(7) }), { maxLength: 4 }),
});

function linkOf(before: readonly Question[], { to, value, form }: Draw['links'][number]): Condition {
  const about = before[to % before.length];
  if (!about) throw new Error('a condition needs a question before it');
  const { id: question, kind } = about;
  const values = valuesOf(about) ?? [];
  const is = values[value % Math.max(1, values.length)];
  const simple: Condition =
    is !== undefined && form % 4 > 0
      ? { question, is: form % 4 === 1 ? is : values.slice(0, 1 + (value % values.length)) }
      : (kind === 'number' || kind === 'scale') && form % 2 === 0
        ? { question, min: value }
        : { question, answered: form % 3 > 0 };
  return form > 4 ? { not: simple } : simple;
}

/** Builds only what is right by construction: conditions on earlier questions and values that these offer. */
function build(draws: readonly Draw[]): Questionnaire {
  const questions: Question[] = [{ id: 'consent', kind: 'consent', purposes: ['health-data'] }];
  draws.forEach(({ kind, flags, options, links }, index) => {
    const id = `q${index}`;
    const conditions = links.map((link) => linkOf(questions, link));
    const [first, second, third, ...more] = conditions;
    const when: Condition | undefined =
      first && second && third ? { any: [{ all: [first, second] }, third, ...more] } : (second ?? first);
    const choice = kind === 'single' || kind === 'multi';
    questions.push({
      id,
      kind: kind === 'consent' && (index > 0 || flags % 2 === 0) ? 'yes-no' : kind,
      ...(kind === 'consent' && index === 0 && flags % 2 > 0 && { purposes: ['marketing-email'] }),
      ...(kind !== 'consent' && flags % 2 > 0 && { required: true }),
      ...(kind !== 'consent' && flags % 4 > 1 && { health: true }),
      ...(flags % 8 > 3 && when && { when }),
      ...(choice && {
        options: Array.from({ length: options }, (_, place) => ({
          value: `v${place}`,
          ...(kind === 'multi' && place === options - 1 && { exclusive: true }),
          ...(place > 0 && third && place === 1 && { when: third }),
        })),
      }),
      ...(kind === 'date' && flags > 7 && { tense: 'any' as const }),
    });
  });
  questions.push({ id: 'contact', kind: 'contact', required: true });
  return { id: 'generated', version: '1', questions };
}

/** A questionnaire without mistakes. */
export const questionnaires: fc.Arbitrary<Questionnaire> = fc.array(draw, { maxLength: 14 }).map(build);

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.array(fc.constantFrom('v0', 'v1', 'v9', 'health-data', 'constructor'), { maxLength: 4 }),
  fc.double(),
  fc.constantFrom('v0', 'v1', 'v2', 'yes', 'no', 'unsure', '2024-02-29', '2024', '2023-02-29'),
);

/** Any answers at all to a questionnaire, fitting or not, and some to nothing. */
export const answersTo = (questionnaire: Questionnaire): fc.Arbitrary<Answers> =>
  fc.dictionary(
    fc.constantFrom(...questionnaire.questions.map(({ id }) => id), 'unknown', 'constructor', 'toString', '__proto__'),
    anyAnswer,
  );

/** An answer that fits a question, for somebody with these answers before it. `pick` chooses among several. */
export function fittingAnswer(question: Question, before: Answers, pick: number): Answer {
  const values = valuesOf(question, before);
  if (values) {
    const value = values[pick % values.length];
    if (value === undefined) throw new Error(`nothing is offered at ${question.id}`);
    return question.kind === 'multi' || question.kind === 'consent' ? [value] : value;
  }
  if (question.kind === 'number' || question.kind === 'scale') return (question.min ?? 1) + (pick % 3);
  return question.kind === 'date' ? (['2024-02-29', '2024-02', '2024'][pick % 3] ?? '2024') : 'words';
}
