import { JOURNEY_STEPS } from './journey-step.js';
import type { JourneyStep } from './journey-step.js';

/** Which steps a clinic has its visitors go through: the `journey` of its profile. */
export interface JourneySettings {
  /** In this order. Default: `consultation`, `design`, `booking`, `care`. */
  readonly steps?: readonly JourneyStep[];
  /** Those that may be left out for now. Default: `consultation` and `design`. */
  readonly skippable?: readonly JourneyStep[];
}

/** The steps of one journey, and what was wrong with how they were given. */
export interface JourneyPlan {
  /** One at least, and each once. */
  readonly steps: readonly JourneyStep[];
  readonly skippable: readonly JourneyStep[];
  /** For developers. */
  readonly problems: readonly string[];
}

const isStep = (name: unknown): name is JourneyStep => JOURNEY_STEPS.some((step) => step === name);

const wordsOf = (text: string): readonly string[] =>
  text
    .slice(0, 400)
    .split(/[\s,]+/)
    .filter(Boolean);

/**
 * Which steps there are: what the page says goes before the clinic's profile, and that before the usual. What is no step
 * is told and left out; never throws.
 * @param page lists of names with spaces or commas between them
 * @param profile the `journey` of the clinic's profile, unchecked
 */
export function journeyPlan(
  page: { readonly steps?: string | undefined; readonly skippable?: string | undefined } = {},
  profile?: unknown,
): JourneyPlan {
  const problems: string[] = [];
  const isObject = typeof profile === 'object' && profile !== null;
  if (profile !== undefined && !isObject) problems.push('journey: is not an object');
  const settings: Partial<Record<keyof JourneySettings, unknown>> = isObject ? profile : {};
  const named = (key: keyof JourneySettings): readonly JourneyStep[] | undefined => {
    const own = page[key];
    const given = own === undefined ? settings[key] : wordsOf(own);
    if (given === undefined) return undefined;
    const where = own === undefined ? `journey: ${key}` : key;
    if (!Array.isArray(given)) {
      problems.push(`${where} is not a list`);
      return undefined;
    }
    const steps = new Set<JourneyStep>();
    for (const name of given.slice(0, 20)) {
      if (isStep(name)) steps.add(name);
      else
        problems.push(
          `${where}: ${JSON.stringify(String(name).slice(0, 40))} is not one of ${JOURNEY_STEPS.join(', ')}`,
        );
    }
    return [...steps];
  };
  const steps = named('steps');
  const skippable = named('skippable');
  return {
    steps: steps?.length ? steps : JOURNEY_STEPS,
    skippable: skippable ?? ['consultation', 'design'],
    problems,
  };
}
