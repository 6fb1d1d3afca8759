import type { AftercareCode, PreparationCode } from '../../domain/care/care-code.js';
import type { AftercarePhase, CareLook, RescheduleCode } from '../../domain/care/care-rule.js';
import type { FlagLevel, RedFlag } from '../../domain/care/red-flag.js';

/** What sentences are completed with. */
export interface CareFigures {
  readonly spf: number;
}

/** Every word of preparation and aftercare. Dates are handed in as they are to be read. */
export interface CareMessages {
  readonly preparationTitle: string;
  readonly aftercareTitle: string;
  /** Heads the steps where no date is known. */
  readonly dayByDay: string;
  /** Heads one session of several. */
  readonly session: (number: number, of: number, date: string) => string;
  /** Informs that the practitioner's advice goes first. */
  readonly disclaimer: string;
  readonly over: string;
  readonly today: string;
  /** `In 3 days`; 1 is tomorrow. */
  readonly inDays: (days: number) => string;
  /** Against a session without a date: negative days are before it. */
  readonly relative: (from: number, until: number) => string;
  readonly dates: (from: string, until: string) => string;
  readonly since: (from: string) => string;
  readonly earlier: string;
  readonly expect: string;
  readonly do: string;
  readonly avoid: string;
  readonly onlyFor: Readonly<Record<CareLook, string>>;
  readonly nextSession: (date: string) => string;
  readonly reschedule: string;
  readonly rescheduleHint: string;
  readonly reschedules: Readonly<Record<RescheduleCode, string>>;
  readonly preparation: Readonly<Record<PreparationCode, string | ((figures: CareFigures) => string)>>;
  readonly phases: Readonly<Record<AftercarePhase, string>>;
  readonly expected: Readonly<Record<AftercarePhase, string>>;
  readonly aftercare: Readonly<Record<AftercareCode, string | ((figures: CareFigures) => string)>>;
  readonly flagsTitle: string;
  readonly levels: Readonly<Record<FlagLevel, string>>;
  readonly flags: Readonly<Record<RedFlag, string>>;
  readonly emergency: (number: string | undefined) => string;
  readonly addToCalendar: string;
  /** Neutral, since others see them in a calendar. */
  readonly calendarPreparation: string;
  readonly calendarAftercare: string;
  readonly print: string;
  readonly sources: string;
}
