import { JOURNEY_STEPS } from './journey-step.js';
import type { JourneyStep } from './journey-step.js';

/** What the step of the times is for: one appointment, or a whole course of sessions. */
export const JOURNEY_BOOKINGS = ['single', 'course'] as const;
export type JourneyBooking = (typeof JOURNEY_BOOKINGS)[number];

/** Which steps a clinic has its visitors go through: the `journey` of its profile. */
export interface JourneySettings {
  /** In this order. Default: `consultation`, `design`, `booking`, `care`. */
  readonly steps?: readonly JourneyStep[];
  /** Those that may be left out for now. Default: `consultation` and `design`. */
  readonly skippable?: readonly JourneyStep[];
  /** One appointment or one of the clinic's `courses`. Default: `single`. */
  readonly booking?: JourneyBooking;
}

/** The steps of one journey, and what was wrong with how they were given. */
export interface JourneyPlan {
  /** One at least, and each once. */
  readonly steps: readonly JourneyStep[];
  readonly skippable: readonly JourneyStep[];
  readonly booking: JourneyBooking;
  /** For developers. */
  readonly problems: readonly string[];
}

const isOneOf = <Name extends string>(names: readonly Name[], name: unknown): name is Name =>
  names.some((one) => one === name);

const notOneOf = (where: string, name: unknown, names: readonly string[]): string =>
  `${where}: ${JSON.stringify(String(name).slice(0, 40))} is not one of ${names.join(', ')}`;

const wordsOf = (text: string): readonly string[] =>
  text
    .slice(0, 400)
    .split(/[\s,]+/)
    .filter(Boolean);

/**
 * Which steps there are: what the page says goes before the clinic's profile, and that before the usual. What is no step
 * is told and left out; never throws.
 * @param page lists of names with spaces or commas between them, and what is booked
 * @param profile the `journey` of the clinic's profile, unchecked
 * @param courses the `courses` of the clinic's profile, unchecked
 */
export function journeyPlan(
  page: { readonly [Key in keyof JourneySettings]?: string | undefined } = {},
  profile?: unknown,
  courses?: unknown,
): JourneyPlan {
  const problems: string[] = [];
  const isObject = typeof profile === 'object' && profile !== null;
  if (profile !== undefined && !isObject) problems.push('journey: is not an object');
  const settings: Partial<Record<keyof JourneySettings, unknown>> = isObject ? profile : {};
  const named = (key: 'steps' | 'skippable'): readonly JourneyStep[] | undefined => {
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
      if (isOneOf(JOURNEY_STEPS, name)) steps.add(name);
      else problems.push(notOneOf(where, name, JOURNEY_STEPS));
    }
    return [...steps];
  };
  const booked = (where: string, given: unknown): JourneyBooking | undefined => {
    if (given === undefined) return undefined;
    if (isOneOf(JOURNEY_BOOKINGS, given)) return given;
    problems.push(notOneOf(where, given, JOURNEY_BOOKINGS));
    return undefined;
  };
  const ofClinic = (): JourneyBooking | undefined => {
    const booking = booked('journey: booking', settings.booking);
    if (booking !== 'course' || (Array.isArray(courses) && courses.length > 0)) return booking;
    problems.push('journey: booking: the clinic has no courses');
    return undefined;
  };
  const steps = named('steps');
  const skippable = named('skippable');
  return {
    steps: steps?.length ? steps : JOURNEY_STEPS,
    skippable: skippable ?? ['consultation', 'design'],
    booking: booked('booking', page.booking) ?? ofClinic() ?? 'single',
    problems,
  };
}
