import { guestAt } from './guest.js';
import type { Guest, Played } from './guest.js';

/** The element that asks. */
export const CONSULTATION = 'smp-consultation';

/** What is said to a question: values of its choices, or a text. */
export type Said = Readonly<Record<string, string | readonly string[]>>;

/** A stage of a consultation, or a question by its id. */
type Goal = 'outcome' | 'check' | 'sent' | (string & {});

/** What somebody with a common pattern says, in good health. */
const USUAL: Said = {
  ageConfirm18: 'yes',
  treatmentGoal: 'shavedLook',
  healthConsent: ['health-data'],
  presentation: 'male',
  hairLossPatternMale: 'norwood-5',
  progression: 'stable',
  currentHairLength: 'clipped',
  willKeepShaved: 'yes',
};

/** Answers the consultation of a story until a question or a stage is reached. */
export const consult = async (played: Played, goal: Goal, said: Said = {}): Promise<Guest> =>
  answerUntil(await guestAt(played, CONSULTATION), goal, said);

/** Answers until a question or a stage is reached. */
export async function answerUntil(visitor: Guest, goal: Goal, said: Said = {}): Promise<Guest> {
  await visitor.part('heading');
  for (let place = placeOf(visitor); !isAt(visitor, goal); place = placeOf(visitor)) {
    await answer(visitor, { ...USUAL, ...said });
    await visitor.press('button');
    await visitor.until(`another page than ${place}`, () => placeOf(visitor) !== place);
  }
  return visitor;
}

/** Answers the page that is shown, unless it needs none. */
async function answer(visitor: Guest, said: Said): Promise<void> {
  const question = questionOf(visitor);
  if (stageOf(visitor) === 'check') await visitor.choose('privacy');
  if (question === 'name') {
    await visitor.type('name', 'Ada Example');
    await visitor.type('email', 'ada@example.com');
    return;
  }
  if (question === undefined) return;
  const values = said[question] ?? choices(visitor, question).find((value) => value === 'none') ?? [];
  const list = typeof values === 'string' ? [values] : values;
  if (list.length > 0) {
    for (const value of list) await visitor.choose(`${question}.${value}`);
    return;
  }
  const [first] = choices(visitor, question);
  const isChoice = visitor.has('option');
  if (first !== undefined && isChoice) await visitor.choose(`${question}.${first}`);
}

function isAt(visitor: Guest, goal: Goal): boolean {
  return stageOf(visitor) === goal || (stageOf(visitor) === 'question' && questionOf(visitor) === goal);
}

function stageOf(visitor: Guest): string {
  if (visitor.has('progress')) return 'question';
  if (!visitor.has('answers')) return visitor.has('reference') ? 'sent' : 'outcome';
  return visitor.has('reference') ? 'sent' : 'check';
}

/** The id of the question that is shown, as its first field bears it. */
function questionOf({ root }: Guest): string | undefined {
  const field = root.querySelector('input[id], textarea[id]') ?? root.querySelector('[id^="photo-"]');
  return field?.id.split('.')[0];
}

const choices = ({ root }: Guest, question: string): string[] =>
  [...root.querySelectorAll(`input[id^="${question}."]`)].map(({ id }) => id.slice(question.length + 1));

const placeOf = (visitor: Guest): string =>
  `${stageOf(visitor)} ${visitor.parts('progress')[0]?.textContent} ${questionOf(visitor)}`;
