import { DEFAULT_TOUCH_UPS, REFRESH_LIMITS } from './touch-up.js';
import type { TouchUpSettings } from './touch-up.js';

/** A mistake in a clinic's settings: where it stands, `refreshMonths`, and why it is one. */
export interface TouchUpSettingsProblem {
  readonly path: string;
  readonly message: string;
}

const LIMITS: Readonly<Record<Exclude<keyof TouchUpSettings, 'channels'>, readonly [number, number]>> = {
  checkWeeks: [1, 24],
  reviewMonths: [6, 24],
  refreshMonths: [REFRESH_LIMITS.soonest, REFRESH_LIMITS.latest],
};
const NAMES = Object.keys(LIMITS) as readonly (keyof typeof LIMITS)[];
const CHANNELS = ['email', 'sms'] as const;
const MOST_PROBLEMS = 20;

/**
 * Reads the `touchUps` of a clinic's profile: `checkWeeks`, `reviewMonths`, `refreshMonths` and `channels`, each of them optional. A
 * part that holds a mistake is told, and the default takes its place; never throws.
 */
export function checkTouchUpSettings(value: unknown): {
  readonly settings: TouchUpSettings;
  readonly problems: readonly TouchUpSettingsProblem[];
} {
  const problems: TouchUpSettingsProblem[] = [];
  const settings = { ...DEFAULT_TOUCH_UPS };
  if (value === undefined) return { settings, problems };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { settings, problems: [{ path: 'touchUps', message: 'is not an object' }] };
  }
  for (const [path, given] of Object.entries(value)) {
    const name = NAMES.find((known) => known === path);
    if (path === 'channels') {
      const isList = Array.isArray(given) && given.every((one) => CHANNELS.some((channel) => channel === one));
      if (isList) settings.channels = CHANNELS.filter((channel) => given.includes(channel));
      else if (given !== undefined) problems.push({ path, message: 'is not a list of email and sms' });
    } else if (!name) problems.push({ path, message: 'is not known' });
    else if (given !== undefined) {
      const [least, most] = LIMITS[name];
      const fits = Number.isInteger(given) && Number(given) >= least && Number(given) <= most;
      if (fits) settings[name] = Number(given);
      else problems.push({ path, message: `is not a whole number from ${least} to ${most}` });
    }
    if (problems.length === MOST_PROBLEMS) break;
  }
  return { settings, problems };
}
