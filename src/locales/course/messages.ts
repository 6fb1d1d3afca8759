import type { SessionRole } from '../../domain/course/course-offer.js';

/** The words of a course of sessions. Dates and times are handed in as they are to be read. */
export interface CourseMessages {
  readonly chooseOffer: string;
  readonly suggested: string;
  readonly sessions: (count: number) => string;
  readonly forAll: (price: string) => string;

  readonly firstTitle: string;
  readonly sessionTitle: (number: number) => string;
  /** The time that the session has, while another is chosen. */
  readonly sofar: (time: string) => string;
  /** Heads one session: `Session 1: foundation`. */
  readonly session: (number: number, role: string | undefined) => string;
  readonly role: Readonly<Record<SessionRole, string>>;
  readonly takeTime: string;
  readonly takesTime: string;

  readonly planTitle: string;
  readonly planHint: (min: number, max: number) => string;
  readonly daysAfter: (days: number) => string;
  readonly lost: string;
  readonly moved: string;
  readonly noTime: string;
  readonly planning: string;
  readonly changeTime: string;
  readonly tooSoon: (min: number) => string;
  readonly tooLate: (max: number) => string;
  readonly movesOthers: string;
  readonly unplannable: string;
  readonly hold: string;
  readonly holding: string;
  readonly held: (minutes: number) => string;
  readonly heldEnded: string;

  readonly confirm: (sessions: number) => string;
  readonly request: (sessions: number) => string;
  readonly confirmedTitle: string;
  readonly requestedTitle: string;

  readonly remainsTitle: string;
  readonly remainsHint: string;
  /** In place of `remainsHint`, where they can't be cancelled online. */
  readonly remainsCall: string;
  /** Above the sessions that are booked while the rest is not. */
  readonly standing: string;
  readonly cancelled: string;
  readonly tryAgain: string;
}
