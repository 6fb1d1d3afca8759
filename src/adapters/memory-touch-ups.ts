import {
  changeTouchUps,
  newTouchUps,
  renewTouchUps,
  touchUpKey,
  touchUpPlanOf,
  type KeptTouchUps,
} from '../domain/care/kept-touch-ups.js';
import type { TouchUpPlan, TouchUpRequest, TouchUpStop, TouchUpUpdate } from '../domain/care/touch-up-request.js';
import { SmpError } from '../domain/errors.js';
import { isSameToken } from './memory-token.js';

/** A wish to be reminded, with the token that a real backend would send by mail. */
export interface MemoryTouchUps extends KeptTouchUps {
  readonly token: string;
}

/** Who wants to be reminded of touch-ups, in memory. Nothing is sent. */
export class MemoryReminders {
  readonly #kept = new Map<string, MemoryTouchUps>();
  readonly #token: (length: number) => string;

  /** @param token a random text of so many letters and digits */
  constructor(token: (length: number) => string) {
    this.#token = token;
  }

  get list(): readonly MemoryTouchUps[] {
    return [...this.#kept.values()];
  }

  signUp(request: TouchUpRequest): void {
    const key = touchUpKey(request.contact);
    const known = this.#kept.get(key);
    this.#kept.set(
      key,
      known
        ? { ...renewTouchUps(known, request), token: known.token }
        : { ...newTouchUps(request), token: this.#token(32) },
    );
  }

  /** @throws `unauthorized` */
  get(token: string): TouchUpPlan {
    return touchUpPlanOf(this.#open(token)[1]);
  }

  /** @throws `unauthorized`, `version-conflict`, `not-found`, `validation` */
  update({ token, ...update }: TouchUpUpdate): TouchUpPlan {
    const [key, known] = this.#open(token);
    const changed = { ...changeTouchUps(known, update), token: known.token };
    this.#kept.set(key, changed);
    return touchUpPlanOf(changed);
  }

  /** @throws `unauthorized` */
  stop({ token }: TouchUpStop): void {
    const [key, known] = this.#open(token);
    if (!known.stopped) this.#kept.set(key, { ...known, stopped: true, version: known.version + 1 });
  }

  #open(token: string): readonly [key: string, kept: MemoryTouchUps] {
    // All are compared, so that the time tells nothing.
    let found: readonly [string, MemoryTouchUps] | undefined;
    for (const entry of this.#kept) if (isSameToken(entry[1].token, token)) found = entry;
    if (!found) throw new SmpError('unauthorized', 'This token opens nothing');
    return found;
  }
}
