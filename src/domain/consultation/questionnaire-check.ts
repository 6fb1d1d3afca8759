import { partsOf } from './condition-parts.js';
import type { Condition } from './condition.js';
import type { Question } from './question.js';
import type { QuestionWords } from './question-words.js';
import { valuesOf, type Questionnaire } from './questionnaire.js';
import type { ScreeningRule } from './screening.js';

/** A mistake in a questionnaire or a screening table, for whoever made it. */
export interface QuestionnaireProblem {
  /** The question with the mistake. Absent: it is in a rule, or in the whole. */
  readonly question?: string;
  /** The flag whose rule has the mistake. */
  readonly flag?: string;
  readonly code: string;
  /** One English sentence for developers. */
  readonly message: string;
}

/** What is built in and need not be given. What is absent here is not checked. */
export interface BuiltIn {
  /** Words by question and value, and by flag. */
  readonly words?: Pick<QuestionWords, 'questions' | 'findings'> | undefined;
  /** Names of drawings. */
  readonly pictures?: readonly string[] | undefined;
}

const CHOICES = ['single', 'multi', 'picture'];
/** Names that the pages have for fields and parts of their own. */
const RESERVED = ['name', 'email', 'phone', 'privacy', 'problems', 'dropped'];

const own = <Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

type Complain = (code: string, message: string) => void;

/** Nobody reads more at a time. */
const MOST_PROBLEMS = 20;

/** What is wrong with a questionnaire, beyond its shape: the first 20 mistakes. Empty when it can be asked. */
export function questionnaireProblems({ questions }: Questionnaire, builtIn: BuiltIn): QuestionnaireProblem[] {
  const problems: QuestionnaireProblem[] = [];
  const contacts = questions.filter(({ kind }) => kind === 'contact');
  if (contacts.length === 0) {
    problems.push({ code: 'no-contact', message: 'No question of kind “contact”: nobody could be answered' });
  }
  const purposesBefore = new Set<string>();
  questions.forEach((question, index) => {
    const { id, kind, when, purposes = [] } = question;
    const complain: Complain = (code, message) => {
      if (problems.length < MOST_PROBLEMS)
        problems.push({ question: id, code, message: `Question “${id}”: ${message}` });
    };
    const before = questions.slice(0, index);
    if (before.some((one) => one.id === id)) complain('duplicate-id', 'another question has this id');
    if (RESERVED.includes(id)) complain('reserved-id', 'this id is taken by the pages themselves');
    checkOptions(question, before, complain);
    checkWords(question, builtIn, complain);
    checkRange(question, complain);
    if (when) checkCondition(when, before, questions, complain);

    if (question.health && !purposesBefore.has('health-data')) {
      complain('no-health-consent', 'no page before it asks for the consent “health-data”');
    }
    if (kind === 'photos') {
      if (!purposesBefore.has('photos-assessment')) {
        complain('no-photos-consent', 'no page before it asks for the consent “photos-assessment”');
      }
      if (before.some((one) => one.kind === 'photos')) complain('several-photos', 'photos are asked for once only');
    }
    if (kind === 'contact') {
      if (contacts[0] !== question) complain('several-contacts', 'contact details are asked for once only');
      if (when || question.health) complain('contact-conditional', 'contact details have to be asked of everybody');
    }
    if (kind === 'consent') {
      if (purposes.length === 0) complain('no-purposes', 'it names no purpose to consent to');
      if (question.required) complain('required-consent', 'a consent must be free, so it can’t be required');
      if (question.health) complain('conditional-consent', 'a consent can’t itself be a health question');
    } else if (purposes.length > 0) complain('unexpected-purposes', 'only questions of kind “consent” have purposes');
    for (const purpose of purposes) {
      if (purposesBefore.has(purpose)) complain('repeated-purpose', `the consent “${purpose}” is asked for before`);
      purposesBefore.add(purpose);
    }
  });
  return problems;
}

function checkOptions({ kind, options }: Question, before: readonly Question[], complain: Complain): void {
  if (!CHOICES.includes(kind)) {
    if (options) complain('unexpected-options', `questions of kind “${kind}” have no options of their own`);
    return;
  }
  if (!options?.length) return complain('no-options', 'there is nothing to choose from');
  if (options.every(({ when }) => when)) complain('may-offer-nothing', 'at least one option has to be offered to all');
  options.forEach(({ value, exclusive, when }, index) => {
    if (options.slice(0, index).some((one) => one.value === value)) {
      complain('duplicate-option', `the value “${value}” is there twice`);
    }
    if (exclusive && kind !== 'multi') {
      complain('exclusive-outside-multi', `option “${value}” is exclusive, which only “multi” knows`);
    }
    if (when) checkCondition(when, before, before, complain);
  });
}

function checkWords({ id, kind, label, options = [] }: Question, builtIn: BuiltIn, complain: Complain): void {
  const { words, pictures } = builtIn;
  const text = own(words?.questions, id);
  if (words && label === undefined && !text) complain('no-words', 'it has no label, and none is built in');
  for (const option of options) {
    const { value, picture = value } = option;
    if (words && option.label === undefined && own(text?.options, value) === undefined) {
      complain('no-words', `option “${value}” has no label, and none is built in`);
    }
    if (kind === 'picture' && pictures && !pictures.includes(picture)) {
      complain('unknown-picture', `option “${value}” has no drawing: “${picture}” is none of ours`);
    }
  }
}

function checkRange({ kind, min, max }: Question, complain: Complain): void {
  const [least, most] = kind === 'scale' ? [min ?? 1, max ?? 5] : [min ?? 0, max ?? 100];
  if (least > most) complain('empty-range', `no number lies between ${least} and ${most}`);
  if (kind !== 'scale') return;
  if (![least, most].every(Number.isInteger) || most - least > 10) {
    complain('long-scale', 'a scale has at most 11 steps, from one whole number to another');
  }
}

function checkCondition(
  when: Condition,
  before: readonly Question[],
  all: readonly Question[],
  complain: Complain,
): void {
  for (const part of partsOf(when)) {
    const about = before.find(({ id }) => id === part.question);
    if (!about) {
      const later = all.some(({ id }) => id === part.question);
      if (later) complain('later-question', `its condition looks at “${part.question}”, which is not asked before it`);
      else complain('unknown-question', `its condition looks at “${part.question}”, which is no question before it`);
    } else if (about.kind === 'contact' || about.kind === 'photos') {
      complain('no-answer', `its condition looks at “${about.id}”, which has no answer of its own`);
    } else if ('is' in part) {
      const values = valuesOf(about);
      for (const value of typeof part.is === 'string' ? [part.is] : part.is) {
        if (values?.includes(value)) continue;
        complain('unknown-value', `its condition waits for “${value}”, which “${about.id}” does not offer`);
      }
    } else if (!('answered' in part)) {
      const { min = -Infinity, max = Infinity } = part;
      if (about.kind !== 'number' && about.kind !== 'scale') {
        complain('not-a-number', `its condition compares numbers, and “${about.id}” has none`);
      }
      if (min > max || (min === -Infinity && max === Infinity))
        complain('empty-range', 'its condition needs a “min” or a “max” that fit');
    }
  }
}

/** What is wrong with rows of a screening table for this questionnaire: the first 20 mistakes. Empty when they can be used. */
export function screeningProblems(
  rules: readonly ScreeningRule[],
  { questions }: Questionnaire,
  { words }: Pick<BuiltIn, 'words'>,
): QuestionnaireProblem[] {
  const problems: QuestionnaireProblem[] = [];
  for (const { flag, when, effects, title } of rules) {
    const complain: Complain = (code, message) => {
      if (problems.length < MOST_PROBLEMS)
        problems.push({ flag, code, message: `Screening rule “${flag}”: ${message}` });
    };
    checkCondition(when, questions, questions, complain);
    if (words && title === undefined && !own(words.findings, flag)) {
      complain('no-words', 'it has no title, and none is built in');
    }
    for (const { kind, since } of effects) {
      if (kind === 'block') complain('block', 'only “under18” may block');
      if (since !== undefined && questions.find(({ id }) => id === since)?.kind !== 'date') {
        complain('not-a-date', `it counts from “${since}”, which is no date question`);
      }
    }
  }
  return problems;
}
