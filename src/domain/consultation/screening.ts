import * as z from 'zod/mini';
import { LongText, ShortText } from '../text.js';
import { PlainDate } from '../time/instant.js';
import { Code, QuestionId } from './code.js';
import { Condition } from './condition-schema.js';
import { WholeNumber } from '../whole-number.js';

/**
 * What an answer means for a treatment. `block`: nothing can be booked, for those under age only. `defer`: not before
 * some time has passed. `letter`: a doctor's letter comes first. `review`: the practitioner decides. `inform`: worth
 * knowing. `patch-test`: pigment is tried on the skin first. A consultation can be booked with all but `block`.
 */
export const ScreeningEffectKind = z.enum(['block', 'defer', 'letter', 'review', 'inform', 'patch-test']);
export type ScreeningEffectKind = z.infer<typeof ScreeningEffectKind>;

/** A length of time to wait. */
export const Wait = z.strictObject({
  count: WholeNumber.check(z.minimum(1), z.maximum(730)),
  unit: z.enum(['day', 'week', 'month']),
});
export type Wait = z.infer<typeof Wait>;

/** What a flag means: one of the kinds, for a time or for good. */
export const ScreeningEffect = z.union([
  z.strictObject({
    kind: z.enum(['block', 'letter', 'review', 'inform', 'patch-test']),
    /** Lapses this long after the answer to `since`. Default, and where that is not answered: holds for good. */
    within: z.optional(Wait),
    since: z.optional(QuestionId),
  }),
  z.strictObject({
    kind: z.literal('defer'),
    /** Absent: until it has ended or healed, whenever that is. */
    wait: z.optional(Wait),
    /** The date question from whose answer the time counts. Default, and where it is not answered: from today. */
    since: z.optional(QuestionId),
  }),
]);
export type ScreeningEffect = z.infer<typeof ScreeningEffect>;

/**
 * One row of the screening table: what raises a flag, and what the flag means. A flag with several rows has the effects
 * of all that hold.
 */
export const ScreeningRule = z.strictObject({
  flag: Code,
  when: Condition,
  effects: z.array(ScreeningEffect).check(z.minLength(1), z.maxLength(6)),
  /** The clinic's words. Default: the built-in words of this flag. */
  title: z.optional(ShortText),
  advice: z.optional(LongText),
});
export type ScreeningRule = z.infer<typeof ScreeningRule>;

/** A flag that an answer raised. */
export const ScreeningFinding = z.object({
  flag: Code,
  effects: z.array(ScreeningEffectKind).check(z.minLength(1), z.maxLength(6)),
  /** First clinic date for a treatment, with `defer`. Absent: it depends on when something ends or heals. */
  until: z.optional(PlainDate),
});
export type ScreeningFinding = z.infer<typeof ScreeningFinding>;

/** What all answers together mean for a booking. Never a medical decision: a practitioner makes those. */
export const ScreeningOutcome = z.object({
  findings: z.array(ScreeningFinding).check(z.maxLength(60)),
  /** Can a consultation be booked? False only for those under age. */
  consultation: z.boolean(),
  /** `open`: can be booked. `request`: can be asked for, the practitioner decides. */
  treatment: z.enum(['open', 'request', 'after-consultation', 'none']),
  /** First clinic date on which a treatment can be. Absent: any. */
  earliestTreatment: z.optional(PlainDate),
  /** A patch test comes at least this many hours before a treatment. Absent: none is needed because of the answers. */
  patchTestHours: z.optional(WholeNumber.check(z.minimum(24), z.maximum(168))),
});
export type ScreeningOutcome = z.infer<typeof ScreeningOutcome>;
