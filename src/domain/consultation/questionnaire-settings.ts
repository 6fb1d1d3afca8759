import * as z from 'zod/mini';
import { Id, ShortText } from '../text.js';
import { Code, QuestionId } from './code.js';
import { Condition } from './condition-schema.js';
import { partsOf } from './condition-parts.js';
import { defaultQuestionnaire } from './default-questionnaire.js';
import { Question } from './question.js';
import {
  questionnaireProblems,
  screeningProblems,
  type BuiltIn,
  type QuestionnaireProblem,
} from './questionnaire-check.js';
import type { Questionnaire } from './questionnaire.js';
import { defaultScreeningRules } from './screening-rules.js';
import { ScreeningRule } from './screening.js';
import { WholeNumber } from '../whole-number.js';

const ids = z.array(QuestionId).check(z.maxLength(100));

/** The same fields, none of which has to be there. What zod has for this weighs more than a page that books can bear. */
function optional<Shape extends Record<string, z.ZodMiniType>>(
  shape: Shape,
): { readonly [Name in keyof Shape]: z.ZodMiniOptional<Shape[Name]> } {
  const entries = Object.entries(shape).map(([name, schema]) => [name, z.optional(schema)]);
  return Object.fromEntries(entries) as { [Name in keyof Shape]: z.ZodMiniOptional<Shape[Name]> };
}

const { kind: _kind, ...changeable } = Question.shape;
/** What changes in a question. Everything but its id and its kind can; `when: null` asks it of everybody. */
const QuestionChange = z.strictObject({
  ...optional(changeable),
  id: QuestionId,
  when: z.optional(z.union([Condition, z.literal(null)])),
});

/** The clinic's own questions: a list that stands in for the built-in one, or changes to that. */
export const QuestionnaireSettings = z.strictObject({
  /** Names this version, so that answers can be traced to what was asked. Say another with every change. */
  version: ShortText,
  /** Default `clinic`. */
  id: z.optional(Id),
  /** The whole list. Stands alone, without the changes below. */
  questions: z.optional(z.array(Question).check(z.minLength(1), z.maxLength(100))),
  /** Built-in questions that are not asked. */
  remove: z.optional(ids),
  /** By id: what stands here takes the place of what is built in. */
  change: z.optional(z.array(QuestionChange).check(z.maxLength(100))),
  /** Further questions, each after another; one may follow one that is added before it. */
  add: z.optional(z.array(z.strictObject({ ...Question.shape, after: QuestionId })).check(z.maxLength(60))),
  /** All questions that are then left, in the order in which they are asked. */
  order: z.optional(ids),
});
export type QuestionnaireSettings = z.infer<typeof QuestionnaireSettings>;

/** The clinic's own screening table: changes to the built-in one. */
export const ScreeningSettings = z.strictObject({
  /** Rows of a flag take the place of all built-in rows of that flag. */
  rules: z.optional(z.array(ScreeningRule).check(z.maxLength(100))),
  /** Flags that are never raised. */
  remove: z.optional(z.array(Code).check(z.maxLength(100))),
  /** A patch test comes at least this many hours before a treatment. Default 48; clinics say 24 to 168. */
  patchTestHours: z.optional(WholeNumber.check(z.minimum(24), z.maximum(168))),
});
export type ScreeningSettings = z.infer<typeof ScreeningSettings>;

/** What a clinic changes in the consultation. */
export const ConsultationSettings = z.strictObject({
  questionnaire: z.optional(QuestionnaireSettings),
  screening: z.optional(ScreeningSettings),
});
export type ConsultationSettings = z.infer<typeof ConsultationSettings>;

/** What is asked and what it means. */
export interface AppliedSettings {
  readonly questionnaire: Questionnaire;
  readonly rules: readonly ScreeningRule[];
  readonly patchTestHours: number;
  /** Mistakes in the settings. With any, all else is as if there were no settings. */
  readonly problems: readonly QuestionnaireProblem[];
}

const { questions: defaultQuestions } = defaultQuestionnaire;

/** Every language has words, and there are drawings, for what is built in. */
const BUILT_IN: BuiltIn = {
  words: {
    questions: Object.fromEntries(
      defaultQuestions.map(({ id, options = [] }) => [
        id,
        { label: id, short: id, options: Object.fromEntries(options.map(({ value }) => [value, value])) },
      ]),
    ),
    findings: Object.fromEntries(defaultScreeningRules.map(({ flag }) => [flag, [flag, '']])),
  },
  pictures: defaultQuestions.flatMap(({ kind, options = [] }) =>
    kind === 'picture' ? options.map(({ value, picture = value }) => picture) : [],
  ),
};

const DEFAULT_HOURS = 48;
const AGE = 'ageConfirm18';
const UNDER_AGE = 'under18';
const HEALTH = 'health-data';

/**
 * The consultation of a clinic with these settings. Never throws. A mistake leaves the defaults as a whole, since half of
 * a clinic's wish may be worse than none, and is told in `problems`. That nobody under 18 is treated can't be changed.
 * Page and server come to the same, since neither a language nor a drawing has a say in it.
 */
export function applySettings(settings: unknown): AppliedSettings {
  const defaults = { questionnaire: defaultQuestionnaire, rules: defaultScreeningRules, patchTestHours: DEFAULT_HOURS };
  if (settings === undefined) return { ...defaults, problems: [] };
  const { data, problems: misshapen } = parsed(settings);
  if (!data) return { ...defaults, problems: misshapen };

  const problems: QuestionnaireProblem[] = [];
  const questionnaire = data.questionnaire ? questionnaireOf(data.questionnaire, problems) : defaultQuestionnaire;
  if (problems.length === 0 && data.questionnaire) {
    problems.push(...ageProblems(questionnaire), ...questionnaireProblems(questionnaire, BUILT_IN));
  }
  const rules = rulesOf(data.screening ?? {}, questionnaire, problems);
  if (problems.length === 0) {
    problems.push(...screeningProblems(data.screening?.rules ?? [], questionnaire, BUILT_IN));
  }
  if (problems.length > 0) return { ...defaults, problems };
  return { questionnaire, rules, patchTestHours: data.screening?.patchTestHours ?? DEFAULT_HOURS, problems };
}

function parsed(settings: unknown): { data?: ConsultationSettings; problems: QuestionnaireProblem[] } {
  try {
    const { data, error } = ConsultationSettings.safeParse(settings);
    if (data) return { data, problems: [] };
    return { problems: error.issues.slice(0, 20).map((issue) => misshape(issue, settings)) };
  } catch {
    // Settings may be an object of the page's own, with getters that throw.
    return { problems: [{ code: 'unreadable', message: 'The settings of the consultation can’t be read' }] };
  }
}

/** Names the place, and the question it belongs to. */
function misshape({ path, code, ...issue }: z.core.$ZodIssue, settings: unknown): QuestionnaireProblem {
  let place: unknown = settings;
  let question: string | undefined;
  for (const key of path) {
    place = typeof place === 'object' && place !== null ? (place as Record<PropertyKey, unknown>)[key] : undefined;
    const id = typeof place === 'object' && place !== null && 'id' in place ? place.id : undefined;
    if (typeof id === 'string' && path.length > 1) question = id.slice(0, 40);
  }
  const keys = 'keys' in issue ? `: ${issue.keys.map((key) => key.slice(0, 40)).join(', ')}` : '';
  const where = ['consultation', ...path.map(String)].join('.').slice(0, 200);
  const reason = `${code.replaceAll('_', ' ')}${'expected' in issue ? `, expected ${String(issue.expected)}` : ''}${keys}`;
  return {
    ...(question !== undefined && { question }),
    code: 'shape',
    message: `${question === undefined ? '' : `Question “${question}”: `}${where}: ${reason}`,
  };
}

function questionnaireOf(settings: QuestionnaireSettings, problems: QuestionnaireProblem[]): Questionnaire {
  const { id = 'clinic', version, remove = [], change = [], add = [], order } = settings;
  const complain = (question: string, code: string, message: string) =>
    problems.push({ question, code, message: `Question “${question}”: ${message}` });
  if (settings.questions) {
    if (remove.length + change.length + add.length > 0 || order) {
      problems.push({ code: 'whole-and-changes', message: 'Give a whole list of questions or changes, not both' });
    }
    return { id, version, questions: settings.questions };
  }
  let questions: Question[] = [...defaultQuestions];
  const placeOf = (wanted: string) => questions.findIndex((question) => question.id === wanted);

  for (const one of remove) {
    if (placeOf(one) < 0) complain(one, 'unknown-question', 'it can’t be removed, there is none of this id');
  }
  questions = questions.filter((question) => !remove.includes(question.id));
  for (const { id: changed, when, ...others } of change) {
    const place = placeOf(changed);
    const before = questions[place];
    if (!before) {
      complain(changed, 'unknown-question', 'it can’t be changed, there is none of this id');
      continue;
    }
    if (before.health && others.health === false) {
      complain(changed, 'health', 'a built-in health question stays one: its answer needs consent');
    }
    const { when: usual, ...same } = before;
    const condition = when === undefined ? usual : (when ?? undefined);
    questions[place] = { ...same, ...others, ...(condition && { when: condition }) };
  }
  for (const { after, ...question } of add) {
    const place = placeOf(after);
    if (place < 0) complain(question.id, 'unknown-question', `it can’t follow “${after}”, there is none of this id`);
    questions.splice(place + 1, 0, question);
  }
  if (order) {
    for (const { id: left } of questions) {
      if (!order.includes(left)) complain(left, 'not-in-order', 'it is missing in “order”, which names all questions');
    }
    order.forEach((one, index) => {
      if (placeOf(one) < 0) complain(one, 'unknown-question', 'it is in “order”, and there is none of this id');
      if (order.indexOf(one) < index) complain(one, 'duplicate-id', 'it is in “order” twice');
    });
    const ordered = order.flatMap((one) => questions[placeOf(one)] ?? []);
    questions = ordered;
  }
  return { id, version, questions };
}

/** The question on age has to stand first, be asked of all, and know no other answers than yes and no. */
function ageProblems({ questions: [first] }: Questionnaire): QuestionnaireProblem[] {
  const values = first?.options?.map(({ value, when }) => (when ? '' : value)).sort();
  const stands =
    first?.id === AGE &&
    first.kind === 'single' &&
    first.required === true &&
    !first.when &&
    !first.health &&
    values?.join() === 'no,yes';
  if (stands) return [];
  const message = `Question “${AGE}”: it has to come first, be required of all, and have the answers “yes” and “no” only`;
  return [{ question: AGE, code: 'age', message }];
}

function rulesOf(
  { rules = [], remove = [] }: ScreeningSettings,
  { questions }: Questionnaire,
  problems: QuestionnaireProblem[],
): readonly ScreeningRule[] {
  const complain = (flag: string, code: string, message: string) =>
    problems.push({ flag, code, message: `Screening rule “${flag}”: ${message}` });
  for (const flag of remove) {
    if (!defaultScreeningRules.some((rule) => rule.flag === flag)) {
      complain(flag, 'unknown-flag', 'it can’t be removed, there is none of this flag');
    }
  }
  const replaced = [...remove, ...rules.map(({ flag }) => flag)];
  if (replaced.includes(UNDER_AGE)) complain(UNDER_AGE, 'age', 'the lowest age can’t be changed');
  const consent = questions.find(({ purposes }) => purposes?.includes(HEALTH));
  const left = defaultScreeningRules.flatMap((rule) => {
    const { flag, when } = rule;
    if (replaced.includes(flag)) return [];
    // Whichever page asks for the consent, without it somebody has to ask in person.
    if (flag === 'in-person')
      return consent ? [{ ...rule, when: { not: { question: consent.id, is: [HEALTH] } } }] : [];
    // A built-in row says nothing where none of its questions is left.
    return partsOf(when).some(({ question }) => questions.some(({ id }) => id === question)) ? [rule] : [];
  });
  const all = [...left, ...rules];
  if (new Set(all.map(({ flag }) => flag)).size > 60) {
    problems.push({ code: 'too-many-flags', message: 'There can be at most 60 flags' });
  }
  return all;
}
