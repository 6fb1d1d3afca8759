import { does } from './care-rule.js';
import type { OwnRule } from './care-rule.js';
import { checkCareSettings } from './care-settings-check.js';
import type { CareSettings, ExtraStep } from './care-settings.js';
import type { ShaveRule } from './care-choice.js';

/** What a clinic says of care in its profile. */
export interface ClinicCare {
  readonly settings: CareSettings;
  readonly own: readonly OwnRule[];
  /** What is wrong in it, each with its path. */
  readonly problems: readonly string[];
}

const HAIR = {
  'as-told': undefined,
  'two-days-before': does('shave-two-days-before', -2, -2, 'clippers', 'shaved'),
  'day-before': does('shave-day-before', -1, -1, 'clippers', 'shaved'),
  'zero-clipper': does('zero-clipper', -1, -1, 'clippers', 'shaved'),
  'clinic-trims': does('clinic-trims', -2, 0, undefined, 'shaved'),
  none: undefined,
} as const satisfies Readonly<Record<ShaveRule, unknown>>;

/** A step in the clinic's own words is a topic of its own. */
function extraRule({ part, kind, day, until = day, text }: ExtraStep, index: number): OwnRule {
  const code = `extra-${index}`;
  const [from, to] = part === 'preparation' ? [-day, kind === 'do' ? -day : 0] : [day, until];
  return { part, code, kind, topic: code, from, until: to, text };
}

/** The rules that a clinic's settings add: how hair is prepared, and its own steps. */
export function ownRules({ shave, extra }: Pick<CareSettings, 'shave' | 'extra'>): readonly OwnRule[] {
  const hair = HAIR[shave];
  return [...(hair ? [{ part: 'preparation' as const, ...hair }] : []), ...extra.map(extraRule)];
}

/** Reads the `care` of a clinic's profile. What holds a mistake is told, and the default takes its place; never throws. */
export function clinicCare(value: unknown): ClinicCare {
  const { settings, problems } = checkCareSettings(value);
  return {
    settings,
    own: ownRules(settings),
    problems: problems.map(({ path, message }) => `care: ${path} ${message}`),
  };
}
