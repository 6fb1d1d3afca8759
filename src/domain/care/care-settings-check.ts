import { CARE_RANGES, SHAVE_RULES } from './care-choice.js';
import { AFTERCARE_CODES, PREPARATION_CODES } from './care-code.js';
import { DEFAULT_CARE_SETTINGS, isEmergencyNumber } from './care-settings.js';
import type { CareSettings, ExtraStep } from './care-settings.js';

const MOST_EXTRAS = 12;
const MOST_TEXT = 300;
const MOST_DAYS = 365;
const MOST_PROBLEMS = 50;
const NAME = /^[\w-]{1,40}$/;

/** A mistake in a clinic's settings: where it stands, `extra[1].text`, and why it is one. */
export interface CareSettingsProblem {
  readonly path: string;
  readonly message: string;
}

type Told = (path: string, message: string) => void;
type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/**
 * Reads the `care` of a clinic's profile; see `CareSettings`, each part optional. A part that holds a mistake is told, and
 * the default takes its place; never throws.
 */
export function checkCareSettings(value: unknown): {
  readonly settings: CareSettings;
  readonly problems: readonly CareSettingsProblem[];
} {
  const problems: CareSettingsProblem[] = [];
  const told: Told = (path, message) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ path, message });
  };
  const usual = DEFAULT_CARE_SETTINGS;
  const given = fieldsOf(value);
  if (!given) {
    if (value !== undefined) told('care', 'is not an object');
    return { settings: usual, problems };
  }
  const known = [...Object.keys(usual), 'emergency'];
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) told(NAME.test(name) ? name : '?', 'is not known');
  }
  const numbers: Partial<Record<keyof typeof CARE_RANGES, number>> = {};
  for (const name of Object.keys(CARE_RANGES) as (keyof typeof CARE_RANGES)[]) {
    const wanted = given[name];
    const [least, most] = CARE_RANGES[name];
    if (wanted === undefined) continue;
    if (!isWhole(wanted, least, most)) told(name, `is not a whole number from ${least} to ${most}`);
    else if (name === 'alcoholHours' && wanted % 24 !== 0) told(name, 'is not 24, 48 or 72');
    else numbers[name] = wanted;
  }
  const { emergency } = given;
  if (emergency !== undefined && !isEmergencyNumber(emergency)) told('emergency', 'is not a phone number');
  const shave = SHAVE_RULES.find((one) => one === given['shave']);
  if (given['shave'] !== undefined && !shave) told('shave', `is not one of ${SHAVE_RULES.join(', ')}`);
  const settings: CareSettings = {
    ...usual,
    ...numbers,
    ...(shave && { shave }),
    ...(isEmergencyNumber(emergency) && { emergency }),
    extra: extrasOf(given['extra'], told),
    without: withoutOf(given['without'], told),
  };
  return { settings, problems };
}

function extrasOf(value: unknown, told: Told): readonly ExtraStep[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MOST_EXTRAS) {
    told('extra', `is not a list of at most ${MOST_EXTRAS}`);
    return [];
  }
  return (value as unknown[]).flatMap((one, index) => {
    const { part, kind, day, until, text } = fieldsOf(one) ?? {};
    const wrong = (name: string, message: string): [] => {
      told(`extra[${index}].${name}`, message);
      return [];
    };
    if (part !== 'preparation' && part !== 'aftercare') return wrong('part', 'is not preparation or aftercare');
    if (kind !== 'do' && kind !== 'avoid') return wrong('kind', 'is not do or avoid');
    if (!isWhole(day, 0, MOST_DAYS)) return wrong('day', `is not a whole number from 0 to ${MOST_DAYS}`);
    if (until !== undefined && !isWhole(until, day, MOST_DAYS)) {
      return wrong('until', `is not a whole number from ${day} to ${MOST_DAYS}`);
    }
    if (typeof text !== 'string' || text.trim() === '' || text.length > MOST_TEXT) {
      return wrong('text', `is not a text of 1 to ${MOST_TEXT}`);
    }
    return [{ part, kind, day, ...(until !== undefined && { until }), text: text.trim() }];
  });
}

/** Codes that may be taken out; those of red flags are none of them. */
function withoutOf(value: unknown, told: Told): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    told('without', 'is not a list');
    return [];
  }
  const known: readonly unknown[] = [...PREPARATION_CODES, ...AFTERCARE_CODES];
  return (value as unknown[]).flatMap((code, index) => {
    if (known.includes(code)) return [String(code)];
    told(`without[${index}]`, 'is not a rule that can be taken out');
    return [];
  });
}
