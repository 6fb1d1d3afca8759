import { addDays, daysBetween } from '../time/plain-date.js';
import type { PlainDate } from '../time/plain-date.js';
import { AFTERCARE_PHASES, aftercareRules, phaseStarts, preparationRules } from './care-rule.js';
import type { AftercarePhase, CareLook, CareRule } from './care-rule.js';
import type { CareSettings } from './care-settings.js';

/** Most sessions that are looked at. */
export const MOST_SESSIONS = 12;

/** A rule within a stretch. Days count from the stretch's session. */
export type CareStep = CareRule;

/** Some days in a row on which the same matters. */
export interface CareStretch {
  /** From 1. */
  readonly session: number;
  /** Day of the session; undefined while no date is known. */
  readonly date: PlainDate | undefined;
  /** The phase of healing; of a preparation, undefined. */
  readonly phase?: AftercarePhase;
  /** Days from the session, negative before it. */
  readonly from: number;
  /** Last day; Infinity for good. */
  readonly until: number;
  /** Against today; `open` while no date is known. */
  readonly time: 'past' | 'today' | 'coming' | 'open';
  readonly do: readonly CareStep[];
  readonly avoid: readonly CareStep[];
}

/** What stands before and after each session. */
export interface CarePlan {
  /** In order of time; none for a session that is over. */
  readonly preparation: readonly CareStretch[];
  readonly aftercare: readonly CareStretch[];
  /** Sessions in order, each day once. */
  readonly sessions: readonly PlainDate[];
  /** Number of the session that a preparation is for: the first from today on. Undefined when all are over. */
  readonly next: number | undefined;
  /** Number of the session that aftercare is for: the last until today or, before all of them, the first. */
  readonly last: number;
}

/** What a plan is made from. */
export interface CarePlanOptions {
  /** Days of the sessions, in any order. None: a plan in relative days. */
  readonly sessions: readonly PlainDate[];
  readonly today: PlainDate;
  readonly settings: CareSettings;
  readonly look?: CareLook | undefined;
}

const clash = (one: CareRule, other: CareRule): boolean =>
  one.topic === other.topic && (one.look === undefined || other.look === undefined || one.look === other.look);

const shifted = (rule: CareRule, days: number): CareRule => ({
  ...rule,
  from: rule.from + days,
  until: rule.until + days,
});

/** The first stretch of a rule that lies outside what is to be avoided; undefined when there is none. */
function outside(rule: CareRule, avoided: readonly CareRule[]): CareRule | undefined {
  let { from, until } = rule;
  for (const other of avoided.filter((one) => clash(rule, one)).sort((one, two) => one.from - two.from)) {
    if (other.until < from || other.from > until) continue;
    if (other.from <= from) from = other.until + 1;
    else until = other.from - 1;
  }
  return from <= until ? { ...rule, from, until } : undefined;
}

/**
 * The days before and after each session. A session ends the aftercare of the one before it, and a preparation begins at
 * the earliest on the day after the session before. Where a step of one session is to be avoided for the sake of
 * another, avoiding it wins.
 */
export function carePlan({ sessions, today, settings, look }: CarePlanOptions): CarePlan {
  const dated = [...new Set(sessions)].sort().slice(0, MOST_SESSIONS);
  const [first = today] = dated;
  const days = dated.length > 0 ? dated.map((date) => daysBetween(first, date)) : [0];
  const now = dated.length > 0 ? daysBetween(first, today) : undefined;

  const before = preparationRules(settings, look);
  const after = aftercareRules(settings, look);
  // On the line of days that counts from the first session, each rule as far as its session reaches.
  const preparing = days.map((day, index) => {
    const earliest = (days[index - 1] ?? -Infinity) + 1;
    return before
      .map((rule) => shifted(rule, day))
      .flatMap((rule) => (rule.until < earliest ? [] : [{ ...rule, from: Math.max(rule.from, earliest) }]));
  });
  const caring = days.map((day, index) => {
    const latest = (days[index + 1] ?? Infinity) - 1;
    return after
      .map((rule) => shifted(rule, day))
      .flatMap((rule) => (rule.from > latest ? [] : [{ ...rule, until: Math.min(rule.until, latest) }]));
  });
  const avoided = [...preparing, ...caring].flat().filter(({ kind }) => kind === 'avoid');
  const settled = (rules: readonly CareRule[]) =>
    rules.flatMap((rule) => (rule.kind === 'avoid' ? [rule] : (outside(rule, avoided) ?? [])));

  const timeOf = (from: number, until: number): CareStretch['time'] =>
    now === undefined ? 'open' : until < now ? 'past' : from > now ? 'coming' : 'today';
  const stretch = (
    index: number,
    [from, until]: readonly [number, number],
    steps: readonly CareRule[],
    phase?: AftercarePhase,
  ): CareStretch => {
    const day = days[index] ?? 0;
    const own = steps.map((rule) => shifted(rule, -day));
    return {
      session: index + 1,
      date: dated[index],
      ...(phase && { phase }),
      from: from - day,
      until: until - day,
      time: timeOf(from, until),
      do: own.filter(({ kind }) => kind === 'do'),
      avoid: own.filter(({ kind }) => kind === 'avoid'),
    };
  };

  const preparation = days.flatMap((day, index) => {
    if (now !== undefined && day < now) return [];
    const whole = preparing[index] ?? [];
    const steps = settled(whole);
    // Someone who may not trim for the sake of healing is told to ask, since the session wants it all the same.
    const untold = whole.find(
      (rule) => rule.kind === 'do' && rule.topic === 'clippers' && !steps.some(({ code }) => code === rule.code),
    );
    if (untold && !settings.without.includes('ask-before-trimming')) {
      steps.push({ ...untold, code: 'ask-before-trimming', topic: 'ask-trim' });
    }
    const starts = [...new Set([...steps.map(({ from }) => from), day])].sort((one, two) => one - two);
    // What began earlier and still holds is told today, and not among what is over.
    const current = now === undefined ? undefined : starts.filter((from) => from <= now).at(-1);
    const shownFrom = (rule: CareRule): number =>
      current !== undefined && rule.from < current && rule.until >= current ? current : rule.from;
    return starts.flatMap((from, at) => {
      const until = (starts[at + 1] ?? day + 1) - 1;
      const own = steps.filter((rule) => shownFrom(rule) === from);
      return own.length === 0 && from !== day ? [] : [stretch(index, [from, until], own)];
    });
  });

  const starts = phaseStarts(settings);
  const aftercare = days.flatMap((day, index) => {
    const end = (days[index + 1] ?? Infinity) - 1;
    const steps = settled(caring[index] ?? []);
    return AFTERCARE_PHASES.flatMap((phase, at) => {
      const from = day + starts[phase];
      const following = AFTERCARE_PHASES[at + 1];
      const until = Math.min(following ? day + starts[following] - 1 : Infinity, end);
      if (from > until) return [];
      const within = steps
        .filter((rule) => rule.from <= until && rule.until >= from)
        .map((rule) => ({ ...rule, from: Math.max(rule.from, from), until: Math.min(rule.until, until) }));
      return stretch(index, [from, until], within, phase);
    });
  });

  const next = now === undefined ? 0 : days.findIndex((day) => day >= now);
  const last = now === undefined ? 0 : days.filter((day) => day <= now).length - 1;
  return {
    preparation,
    aftercare,
    sessions: dated,
    next: next < 0 ? undefined : next + 1,
    last: Math.max(0, last) + 1,
  };
}

/** The date of a day of a stretch; undefined where its session has none. */
export function dateOf({ date }: Pick<CareStretch, 'date'>, day: number): PlainDate | undefined {
  return date === undefined ? undefined : addDays(date, day);
}
