import { addDays, daysBetween } from '../time/plain-date.js';
import type { PlainDate } from '../time/plain-date.js';
import { aftercareRules, phases, preparationRules } from './care-rule.js';
import type { AftercarePhase, CareLook, CareRule, OwnRule } from './care-rule.js';
import type { CareSettings } from './care-settings.js';

/** Most sessions that are looked at. */
export const MOST_SESSIONS = 12;

/** Told in place of a step that would harm what still heals. */
const ASK = 'ask-before-trimming';

/** A rule within a stretch. Days count from the stretch's session. */
export type CareStep = CareRule;

/** Some days in a row on which the same matters. */
export interface CareStretch {
  /** From 1. */
  readonly session: number;
  /** Day of the session; undefined while no date is known. */
  readonly date: PlainDate | undefined;
  /** The phase of healing; of a preparation, undefined. */
  readonly phase?: AftercarePhase | undefined;
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
  /** The rules that the clinic adds. */
  readonly own: readonly OwnRule[];
}

const clash = (one: CareRule, other: CareRule): boolean =>
  one.topic === other.topic && (!one.look || !other.look || one.look === other.look);

const shifted = (rules: readonly CareRule[], days: number): readonly CareRule[] =>
  rules.map((rule) => ({ ...rule, from: rule.from + days, until: rule.until + days }));

/** What of the rules lies between two days. */
const within = (rules: readonly CareRule[], first: number, last: number): readonly CareRule[] =>
  rules
    .map((rule) => ({ ...rule, from: Math.max(rule.from, first), until: Math.min(rule.until, last) }))
    .filter(({ from, until }) => from <= until);

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
export function carePlan({ sessions, today, settings, look, own }: CarePlanOptions): CarePlan {
  const dated = [...new Set(sessions)].sort().slice(0, MOST_SESSIONS);
  const [first] = dated;
  const days = first === undefined ? [0] : dated.map((date) => daysBetween(first, date));
  const now = first === undefined ? undefined : daysBetween(first, today);

  /** On the line of days that counts from the first session, each rule as far as its session reaches. */
  const around = (rules: readonly CareRule[]) =>
    days.map((day, index) =>
      within(shifted(rules, day), (days[index - 1] ?? -Infinity) + 1, (days[index + 1] ?? Infinity) - 1),
    );
  const preparing = around(preparationRules(settings, look, own));
  const caring = around(aftercareRules(settings, look, own));
  const avoided = [...preparing, ...caring].flat().filter(({ kind }) => kind === 'avoid');
  const settled = (rules: readonly CareRule[]) =>
    rules.flatMap((rule) => (rule.kind === 'avoid' ? [rule] : (outside(rule, avoided) ?? [])));

  const stretch = (
    index: number,
    day: number,
    from: number,
    until: number,
    rules: readonly CareRule[],
    phase?: AftercarePhase,
  ): CareStretch => {
    const steps = shifted(rules, -day);
    return {
      session: index + 1,
      date: dated[index],
      phase,
      from: from - day,
      until: until - day,
      time: now === undefined ? 'open' : until < now ? 'past' : from > now ? 'coming' : 'today',
      do: steps.filter(({ kind }) => kind === 'do'),
      avoid: steps.filter(({ kind }) => kind === 'avoid'),
    };
  };

  const preparation = days.flatMap((day, index) => {
    if (now !== undefined && day < now) return [];
    const whole = preparing[index] ?? [];
    const steps = settled(whole);
    // Someone who may not trim for the sake of healing is told to ask, since the session wants it all the same.
    const untold = whole.find(
      ({ kind, topic, code }) => kind === 'do' && topic === 'clippers' && !steps.some((step) => step.code === code),
    );
    if (untold && !settings.without.includes(ASK)) steps.push({ ...untold, code: ASK, topic: ASK });
    const starts = [...new Set([...steps.map(({ from }) => from), day])].sort((one, two) => one - two);
    // What began earlier and still holds is told today, and not among what is over.
    const current = now === undefined ? undefined : starts.filter((from) => from <= now).at(-1);
    const shownFrom = ({ from, until }: CareRule): number =>
      current !== undefined && from < current && until >= current ? current : from;
    return starts.flatMap((from, at) => {
      const own = steps.filter((rule) => shownFrom(rule) === from);
      return own.length === 0 && from !== day ? [] : stretch(index, day, from, (starts[at + 1] ?? day + 1) - 1, own);
    });
  });

  const aftercare = days.flatMap((day, index) => {
    const steps = settled(caring[index] ?? []);
    return phases(settings).flatMap(([phase, start], at, all) => {
      const from = day + start;
      const until = Math.min(day + (all[at + 1]?.[1] ?? Infinity), days[index + 1] ?? Infinity) - 1;
      return from > until ? [] : stretch(index, day, from, until, within(steps, from, until), phase);
    });
  });

  const next = now === undefined ? 0 : days.findIndex((day) => day >= now);
  return {
    preparation,
    aftercare,
    sessions: dated,
    next: next + 1 || undefined,
    last: (now !== undefined && days.filter((day) => day <= now).length) || 1,
  };
}

/** The date of a day of a stretch; undefined where its session has none, and for good. */
export function dateOf({ date }: Pick<CareStretch, 'date'>, day: number): PlainDate | undefined {
  return date && day < Infinity ? addDays(date, day) : undefined;
}
