import type { PlainDate } from '../time/instant.js';
import { addDays, addMonths } from '../time/plain-date.js';
import type { Answers } from './answer.js';
import { holds } from './condition.js';
import { daysOf } from './date-answer.js';
import { walk, type Questionnaire } from './questionnaire.js';
import type {
  ScreeningEffect,
  ScreeningEffectKind,
  ScreeningFinding,
  ScreeningOutcome,
  ScreeningRule,
  Wait,
} from './screening.js';

/** What is screened, and when. */
export interface ScreeningInput {
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
  /** The clinic's date. */
  readonly today: PlainDate;
  /** A patch test comes at least this many hours before a treatment. Default 48. */
  readonly patchTestHours?: number | undefined;
}

/** In the order in which they matter to a visitor. */
const KINDS: readonly ScreeningEffectKind[] = ['block', 'letter', 'defer', 'review', 'patch-test', 'inform'];

const after = (date: PlainDate, { count, unit }: Wait): PlainDate =>
  unit === 'month' ? addMonths(date, count) : addDays(date, unit === 'week' ? count * 7 : count);

/**
 * What the answers mean for a booking. Only answers to questions that are asked count. A date that is known to the month
 * or the year is taken as the last day it can mean; waits that are over raise nothing.
 */
export function screen(rules: readonly ScreeningRule[], input: ScreeningInput): ScreeningOutcome {
  const { questionnaire, today, patchTestHours = 48 } = input;
  const { asked, answers } = walk(questionnaire, input.answers);
  /** Effects by flag, each with the day from which it does not hold any more. */
  const raised = new Map<string, { kind: ScreeningEffectKind; until?: PlainDate | undefined }[]>();

  const sinceWhen = (id: string | undefined): PlainDate | undefined => {
    const question = asked.find((one) => one.id === id);
    const last = question && daysOf(answers[question.id])?.[1];
    // Something that has happened, happened today at the latest.
    return last !== undefined && last > today && (question?.tense ?? 'past') === 'past' ? today : last;
  };
  const untilOf = (effect: ScreeningEffect): PlainDate | undefined => {
    if (effect.kind === 'defer') return effect.wait && after(sinceWhen(effect.since) ?? today, effect.wait);
    const since = sinceWhen(effect.since);
    return effect.within && since && after(since, effect.within);
  };

  for (const { flag, when, effects } of rules) {
    if (!holds(when, answers)) continue;
    const lasting = effects
      .map((effect) => ({ kind: effect.kind, until: untilOf(effect) }))
      .filter(({ until }) => until === undefined || until > today);
    if (lasting.length > 0) raised.set(flag, [...(raised.get(flag) ?? []), ...lasting]);
  }

  const findings = [...raised].map(([flag, effects]): ScreeningFinding => {
    const deferrals = effects.filter(({ kind }) => kind === 'defer').map(({ until }) => until);
    const until = deferrals.includes(undefined) ? undefined : deferrals.sort().at(-1);
    return {
      flag,
      effects: KINDS.filter((kind) => effects.some((effect) => effect.kind === kind)),
      ...(until !== undefined && { until }),
    };
  });
  const rank = ({ effects }: ScreeningFinding) => KINDS.findIndex((kind) => effects.includes(kind));
  findings.sort((one, other) => rank(one) - rank(other));

  const blocking = findings.filter(({ effects }) => effects.includes('block'));
  if (blocking.length > 0) return { findings: blocking, consultation: false, treatment: 'none' };
  const has = (kind: ScreeningEffectKind) => findings.some(({ effects }) => effects.includes(kind));
  const openEnded = findings.some(({ effects, until }) => effects.includes('defer') && until === undefined);
  const earliestTreatment = findings
    .flatMap(({ until }) => until ?? [])
    .sort()
    .at(-1);
  return {
    findings,
    consultation: true,
    treatment: openEnded || has('letter') ? 'after-consultation' : has('review') ? 'request' : 'open',
    ...(earliestTreatment !== undefined && { earliestTreatment }),
    ...(has('patch-test') && { patchTestHours }),
  };
}
