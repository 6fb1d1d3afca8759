import type { TouchUpReminderMessages } from './reminder-messages.js';
import type { FadeAnswers, TouchUpDates } from '../../domain/care/touch-up.js';

/** One of the dates of an estimate. */
export type TouchUpDateKind = keyof TouchUpDates;

/** The words of the touch-up reminder. Dates are handed in as they are to be read. */
export interface TouchUpMessages {
  readonly title: string;
  /** Says that it is an estimate, beside the dates. */
  readonly estimate: string;
  /** Names each date. */
  readonly names: Readonly<Record<TouchUpDateKind, string>>;
  /** What happens then, in a sentence. */
  readonly hints: Readonly<Record<TouchUpDateKind, string>>;
  /** `about May 2029` */
  readonly about: (month: string) => string;
  /** In place of a date that has passed. */
  readonly due: string;

  readonly lastSession: string;
  readonly lastSessionHint: string;
  /** Beside the dates: which session they count from. */
  readonly counted: (day: string) => string;
  /** The field is no date, or one that can't be. */
  readonly lastSessionWrong: string;

  /** Heads the three questions. */
  readonly refine: string;
  /** What becomes of the answers. */
  readonly stays: string;
  readonly unsure: string;
  readonly skin: string;
  readonly skins: Readonly<Record<NonNullable<FadeAnswers['skin']>, string>>;
  readonly sun: string;
  readonly suns: Readonly<Record<NonNullable<FadeAnswers['sun']>, string>>;
  readonly scar: string;
  readonly scars: Readonly<Record<'yes' | 'no', string>>;

  readonly calendar: string;
  readonly calendarHint: string;
  readonly calendarDone: string;
  /** Name of an entry. Others may see it, so that it says nothing of what it is for. */
  readonly entry: (clinic: string | undefined) => string;
  readonly entryNote: string;
  readonly book: string;
  /** Leads to signing up for reminders. */
  readonly remind: string;
  /** Words of reminders, where they are other than ours. */
  readonly reminder?: Partial<TouchUpReminderMessages>;
}
