import type { JourneyStep } from '../../domain/journey/journey-step.js';

/** The words of the journey. */
export interface JourneyMessages {
  /** Names of the steps, short: they stand side by side. */
  readonly steps: Readonly<Record<JourneyStep, string>>;
  /** Name of the list of steps, for those who can't see it. */
  readonly stepsLabel: string;
  /** `Step 2 of 4`; the name of the step follows. */
  readonly place: (number: number, of: number) => string;
  /** Opens the list of steps on narrow pages. */
  readonly allSteps: string;
  /** Follows the name of a step, for those who can't see its mark. */
  readonly done: string;
  /** Follows the name of a step that was left out for now. */
  readonly skipped: string;
  /** Leads on to a step, by its name. */
  readonly goOn: (step: string) => string;
  /** Leads back to a step, by its name. */
  readonly goBack: (step: string) => string;
  /** Leaves a step out for now. */
  readonly skip: string;
  /** After a reload of the page. */
  readonly restored: string;
  /** Heads what is told of a consultation that was sent before the page was loaded. */
  readonly sentTitle: string;
  /** Open what is folded away in the last step: the care after a session, and touch-ups. */
  readonly aftercare: string;
  readonly touchUps: string;
}
