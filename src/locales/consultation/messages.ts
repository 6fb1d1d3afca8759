import type { ConsentPurpose } from '../../domain/consultation/consent.js';
import type { QuestionWords } from '../../domain/consultation/question-words.js';
import type { ScreeningEffectKind } from '../../domain/consultation/screening.js';

/** Every word of the consultation in one language, beside those of {@link Messages}. */
export interface ConsultationMessages extends QuestionWords {
  /** `Question 3 of 9` */
  readonly position: (number: number, count: number) => string;
  readonly restored: string;
  /** Before the names of questions whose answers fell away. */
  readonly dropped: string;
  readonly several: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly dateHint: string;
  /** By issue; `unknown` stands in for one without words of its own. */
  readonly issues: Readonly<Partial<Record<string, string>> & { missing: string; unknown: string }>;
  readonly between: (min: number, max: number) => string;
  readonly consents: Readonly<Record<ConsentPurpose, (clinic: string) => string>>;
  readonly skipHealth: string;
  readonly emailHint: string;
  readonly phoneHint: string;

  readonly photoChoose: string;
  readonly photoReplace: string;
  readonly photoRemove: string;
  readonly photoCancel: string;
  readonly photoRetry: string;
  readonly photoPreparing: string;
  readonly photoReady: string;
  readonly photoSending: (percent: number) => string;
  readonly photoSent: string;
  readonly photoFailed: string;
  readonly photoAlt: (angle: string) => string;
  readonly photoLocal: string;
  readonly photosSending: string;
  /** Of photos that lack a consent. */
  readonly photosHeld: string;
  /** By reason of the refusal. */
  readonly photoProblems: Readonly<Partial<Record<string, string>> & { unreadable: string }>;

  readonly outcomeTitle: string;
  readonly outcomeClear: string;
  readonly outcomeFound: string;
  readonly blockedTitle: string;
  /** What a flag means, as a word beside it. */
  readonly effects: Readonly<Record<ScreeningEffectKind, string>>;
  readonly until: (date: string) => string;
  readonly bookableTitle: string;
  readonly bookConsultation: string;
  readonly treatment: Readonly<Record<'open' | 'request' | 'after-consultation' | 'none', string>>;
  readonly treatmentFrom: (date: string) => string;
  readonly patchTest: (hours: number) => string;
  readonly noAdvice: string;

  readonly consentsTitle: string;
  readonly agreed: string;
  readonly notAgreed: string;
  readonly withdrawHint: string;
  readonly submit: string;
  readonly submitting: string;
  readonly checking: string;
  readonly unresolvedHint: string;
  readonly photoCount: (count: number) => string;

  readonly sentTitle: string;
  /** Of an email address or a phone number. */
  readonly sentNext: (address: string) => string;
  readonly keptTitle: string;
  readonly keptNext: string;
  readonly withdraw: string;
  /** Before that is done: what it means. */
  readonly withdrawAsk: string;
  readonly withdrawing: string;
  readonly withdrawnTitle: string;
  readonly withdrawnHint: string;
  readonly another: string;
  readonly failedTitle: string;
}
