import type { TouchUpChannel } from '../../domain/care/touch-up-request.js';

/** The words of signing up for touch-up reminders, and of the page that their links lead to. Loaded when they are needed. */
export interface TouchUpReminderMessages {
  readonly signUpTitle: string;
  /** Above the boxes. */
  readonly ways: string;
  /**
   * The sentences beside the boxes, one for each channel: who writes, of what, how often, and how it ends. Each is stored
   * with the consent that it asks for.
   */
  readonly consents: Readonly<Record<TouchUpChannel, (clinic: string) => string>>;
  /** Under the field for a number. */
  readonly phoneHint: string;
  readonly wayMissing: string;
  readonly signUp: string;
  readonly sending: string;
  readonly notNow: string;
  readonly signedTitle: string;
  /** What happens next. `where` is an address or a number. */
  readonly signedNext: (where: string) => string;
  /** Under “We have not heard back yet”. */
  readonly unresolvedHint: string;

  readonly planTitle: string;
  /** `where` is an address with most of it hidden. */
  readonly planNext: (where: string) => string;
  /** Beside a date that has passed. */
  readonly passed: string;
  /** What is wrong with a date, by its name. */
  readonly wrong: Readonly<Record<'invalid' | 'past' | 'order', (date: string) => string>>;
  readonly save: string;
  readonly stopTitle: string;
  readonly stopHint: string;
  readonly stop: string;
  readonly stoppedTitle: string;
  readonly stoppedHint: string;
  /** What became of the last change. `changed`: somebody else was quicker. */
  readonly notice: Readonly<Record<'saved' | 'unchanged' | 'changed', string>>;
  readonly refusedTitle: string;
  readonly refusedHint: string;
  readonly failedTitle: string;
}
