import * as z from 'zod/mini';
import { LongText, ShortText } from '../text.js';
import { Code, QuestionId } from './code.js';
import { Condition } from './condition-schema.js';
import { ConsentPurpose } from './consent.js';
import { PhotoAngle } from './photo.js';
import { WholeNumber } from '../whole-number.js';

/**
 * How a question is asked. `picture` is a `single` with drawings; `scale` a number out of few, with words at its ends;
 * `date` a date that the visitor knows, in three fields; `yes-no` has “I'm not sure” too.
 */
export const QuestionKind = z.enum([
  'single',
  'multi',
  'picture',
  'scale',
  'number',
  'text',
  'long-text',
  'date',
  'yes-no',
  'contact',
  'consent',
  'photos',
]);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** One choice. */
export const QuestionOption = z.strictObject({
  value: Code,
  /** The clinic's words. Default: the built-in words of this question and value. */
  label: z.optional(ShortText),
  hint: z.optional(ShortText),
  /** Name of a built-in drawing, with `picture`. Default: the value. */
  picture: z.optional(Code),
  /** Rules out every other choice, like “None of these”. Only with `multi`. */
  exclusive: z.optional(z.boolean()),
  /** Offered only when this holds. Default: always. */
  when: z.optional(Condition),
});
export type QuestionOption = z.infer<typeof QuestionOption>;

/** One question, on a page of its own. */
export const Question = z.strictObject({
  id: QuestionId,
  kind: QuestionKind,
  /** The clinic's words, plain text. Default: the built-in words of this question. */
  label: z.optional(ShortText),
  hint: z.optional(LongText),
  /** Has to be answered; “I'm not sure” is an answer. Default false. */
  required: z.optional(z.boolean()),
  /** Asked only with consent to health data; its answer is kept in memory only. Default false. */
  health: z.optional(z.boolean()),
  /** The answer is kept in memory only, though no consent is needed for it. Default false. */
  unstored: z.optional(z.boolean()),
  /** Asked only when this holds. May look at questions before this one only. Default: always. */
  when: z.optional(Condition),
  /** For `single`, `multi`, `picture`. */
  options: z.optional(z.array(QuestionOption).check(z.minLength(1), z.maxLength(60))),
  /** For `number` and `scale`, both included. Defaults 0 and 100; of a scale 1 and 5. */
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  /** For a scale: words at its two ends. */
  ends: z.optional(z.array(ShortText).check(z.minLength(2), z.maxLength(2))),
  /** Most characters, for `text` (default 200) and `long-text` (default 1,000). */
  maxLength: z.optional(WholeNumber.check(z.minimum(1), z.maximum(2000))),
  /** For `date`: what may lie ahead. Default `past`: today or before. */
  tense: z.optional(z.enum(['past', 'future', 'any'])),
  /** For `consent`: what is asked for on this page, each apart and unticked. */
  purposes: z.optional(z.array(ConsentPurpose).check(z.minLength(1), z.maxLength(7))),
  /** For `photos`: which views, in this order. */
  angles: z.optional(z.array(PhotoAngle).check(z.minLength(1), z.maxLength(PhotoAngle.options.length))),
});
export type Question = z.infer<typeof Question>;
