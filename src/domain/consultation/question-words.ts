import type { PhotoAngle } from './photo.js';

/** The words of one question. */
export interface QuestionText {
  /** The question, which is the heading of its page. */
  readonly label: string;
  /** Why it is asked, or how to answer. */
  readonly hint?: string;
  /** By value, for questions with options. */
  readonly options?: Readonly<Record<string, OptionText>>;
  /** For a scale: what its ends mean. */
  readonly ends?: readonly [low: string, high: string];
  /** For a question with another name in a list of answers: short, without a question mark. */
  readonly short: string;
}

/** A choice: a label, or a label and a hint under it. */
export type OptionText = string | readonly [label: string, hint: string];

/** What a screening flag means, in words for the client: a short name, and kindly what to do. */
export type FindingText = readonly [title: string, advice: string];

/** The built-in words of questionnaire and screening, in one language. */
export interface QuestionWords {
  /** By question id. */
  readonly questions: Readonly<Record<string, QuestionText>>;
  /** By flag. */
  readonly findings: Readonly<Record<string, FindingText>>;
  readonly yesNo: Readonly<Record<'yes' | 'no' | 'unsure', string>>;
  /** By angle: what the photo shows, and how to take it. */
  readonly photos: Readonly<Record<PhotoAngle, OptionText>>;
}
