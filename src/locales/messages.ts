import type { ServiceMode } from '../domain/service.js';
import type { Overrides } from './catalogue.js';
import type { CareMessages } from './care/messages.js';
import type { ConsultationMessages } from './consultation/messages.js';
import type { CourseMessages } from './course/messages.js';
import type { DepositMessages } from './deposit/messages.js';
import type { HairlineMessages } from './hairline/messages.js';
import type { LauncherMessages } from './launcher/messages.js';
import type { JourneyMessages } from './journey/messages.js';
import type { ManagementMessages } from './management/messages.js';
import type { TouchUpMessages } from './touch-up/messages.js';

/** A clinic's own words, by message: those that all elements share, and below them those of single ones. */
export type ClinicWords = Overrides<Messages> & {
  readonly care?: Overrides<CareMessages>;
  readonly consultation?: Overrides<ConsultationMessages>;
  readonly hairline?: Overrides<HairlineMessages>;
  readonly launcher?: Overrides<LauncherMessages>;
  readonly journey?: Overrides<JourneyMessages>;
  readonly management?: Overrides<ManagementMessages>;
  readonly course?: Overrides<CourseMessages>;
  readonly deposit?: Overrides<DepositMessages>;
  readonly touchUp?: Overrides<TouchUpMessages>;
};

/**
 * A clinic's own words. They go with every language, or with that of `language` where they name one; those for a
 * certain language stand below `languages` and go first.
 */
export type ClinicMessages = ClinicWords & {
  /** By BCP 47 tag: `de` also for `de-AT`, which goes before it. */
  readonly languages?: Readonly<Partial<Record<string, ClinicWords>>>;
};

/**
 * Every word that a visitor reads, in one language. Parts that vary are handed in already formatted for the language,
 * except numbers that decide a plural.
 */
export interface Messages {
  /** BCP 47 tag of the language these words are in. */
  readonly language: string;

  readonly back: string;
  readonly continue: string;
  readonly retry: string;
  readonly optional: string;
  /** While times are looked for. */
  readonly loading: string;
  /** While anything else is on its way. */
  readonly wait: string;
  /** Beside a phone number, wherever something may go wrong. */
  readonly callUs: string;

  readonly chooseService: string;
  readonly minutes: (count: number) => string;
  readonly hours: (hours: number, minutes: number) => string;
  readonly mode: Readonly<Record<ServiceMode, string>>;

  /** Beside a treatment that the answers of a consultation rule out for now. */
  readonly afterConsultation: string;
  readonly underAge: string;
  readonly treatmentFrom: (date: string) => string;
  readonly chooseTime: string;
  readonly practitioner: string;
  readonly anyPractitioner: string;
  readonly location: string;
  readonly anyLocation: string;
  readonly clinicTime: (zone: string) => string;
  readonly yourTime: (time: string) => string;
  readonly previousWeek: string;
  readonly nextWeek: string;
  readonly previousMonth: string;
  readonly nextMonth: string;
  readonly showMonth: string;
  readonly showWeek: string;
  /** Under a date in the calendar, short: `6 free`. */
  readonly free: (count: number) => string;
  /** Follows a date in a day's accessible name. */
  readonly freeTimes: (count: number) => string;
  /** Said aloud, and the heading of the times: `12 times on Tuesday 14 May`. */
  readonly timesOn: (count: number, date: string) => string;
  readonly noTimesOn: (date: string) => string;
  readonly morning: string;
  readonly afternoon: string;
  readonly evening: string;
  readonly holdTime: string;
  readonly holding: string;
  readonly timeMissing: string;
  readonly fullyBooked: string;
  readonly fullyBookedHint: string;
  readonly joinWaitlist: string;

  readonly lostTitle: string;
  readonly lostHint: (time: string) => string;
  readonly lostAlternatives: string;
  readonly lostNone: string;

  readonly held: (time: string) => string;
  readonly heldMinutes: (minutes: number) => string;
  readonly heldSeconds: (minutes: number, seconds: number) => string;
  /** Said aloud when little of the hold is left. */
  readonly holdEnding: (seconds: number) => string;
  readonly holdEnded: string;
  readonly extendHold: string;
  readonly holdAgain: string;

  readonly yourDetails: string;
  readonly name: string;
  readonly email: string;
  readonly emailHint: string;
  readonly phone: string;
  readonly phoneHint: string;
  readonly note: string;
  readonly noteHint: string;
  readonly characters: (count: number) => string;
  readonly privacyConsent: (clinic: string) => string;
  readonly privacyPolicy: string;
  readonly emailSuggestion: (address: string) => string;

  readonly problemTitle: string;
  /** Before an error beside its field, for those who can't see it. */
  readonly errorPrefix: string;
  readonly nameMissing: string;
  readonly nameInvalid: string;
  readonly emailMissing: string;
  readonly emailInvalid: string;
  readonly phoneMissing: string;
  readonly phoneInvalid: string;
  readonly noteTooLong: string;
  readonly consentMissing: string;

  readonly checkTitle: string;
  readonly design: string;
  /** Beside it: `Goes along, as you chose it`. */
  readonly designGoes: string;
  readonly change: string;
  readonly service: string;
  readonly when: string;
  readonly where: string;
  readonly who: string;
  readonly notProvided: string;
  readonly cancellationPolicy: string;
  readonly confirm: string;
  readonly request: string;
  readonly sending: string;
  readonly checking: string;
  readonly unresolvedTitle: string;
  readonly unresolvedHint: string;
  readonly checkAgain: string;

  readonly confirmedTitle: string;
  readonly requestedTitle: string;
  readonly reference: string;
  readonly confirmedNext: (email: string) => string;
  readonly requestedNext: (email: string) => string;
  readonly whatNext: string;
  readonly addToCalendar: string;
  readonly calendarFile: string;
  readonly calendarTitle: (clinic: string) => string;
  readonly calendarReference: (reference: string) => string;
  readonly calendarPhone: (phone: string) => string;
  readonly newTab: string;
  readonly bookAnother: string;

  readonly waitlistTitle: string;
  readonly waitlistHint: string;
  readonly waitlistedTitle: string;
  readonly waitlistedHint: (email: string) => string;

  readonly failedTitle: string;
  readonly failedTimes: string;
  /** By error code; `unknown` stands in for a code without words of its own. */
  readonly errors: Readonly<Partial<Record<string, string>> & { unknown: string }>;
}
