import type { Clinic } from './clinic.js';
import { SmpError } from './errors.js';

const HOUR = 3_600_000;

/** Until when a session can be moved or cancelled online, in milliseconds since 1970. @param start of the session */
export function changeableUntil(start: number, { policies }: Pick<Clinic, 'policies'>): number {
  return start - (policies?.changeNoticeHours ?? 0) * HOUR;
}

/** The version of what a manage token opens: rises by one with each change of each session. */
export function managedVersion(sessions: readonly { readonly version: number }[]): number {
  return sessions.reduce((sum, { version }) => sum + version - 1, 1);
}

/**
 * Checks that a change names sessions of this booking, each once, that can still be changed.
 * @param pointer to the list in the request: `/moves`
 * @param canChange of a session by its id; undefined where it is none of this booking
 * @throws `validation` (`repeated`), `not-found` (`gone`, `unknown`), with an issue at the session
 */
export function checkChanges(
  ids: readonly string[],
  pointer: string,
  canChange: (id: string) => boolean | undefined,
): void {
  for (const [index, id] of ids.entries()) {
    const isTwice = ids.indexOf(id) !== index;
    const can = canChange(id);
    if (can === true && !isTwice) continue;
    const issues = [
      { pointer: `${pointer}/${index}`, code: isTwice ? 'repeated' : can === undefined ? 'unknown' : 'gone' },
    ];
    throw new SmpError(isTwice ? 'validation' : 'not-found', 'This session can’t be changed', { issues });
  }
}
