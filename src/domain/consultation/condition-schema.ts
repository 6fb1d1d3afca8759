import * as z from 'zod/mini';
import { Code, QuestionId } from './code.js';
import { MAX_CONDITION_DEPTH, type Condition as ConditionType } from './condition.js';

function conditionWithin(depth: number): z.ZodMiniType<ConditionType> {
  const number = z.optional(z.number());
  const simple = [
    z.strictObject({ question: QuestionId, is: z.union([Code, z.array(Code).check(z.minLength(1), z.maxLength(60))]) }),
    z.strictObject({ question: QuestionId, answered: z.boolean() }),
    z.strictObject({ question: QuestionId, min: number, max: number }),
  ] as const;
  if (depth <= 1) return z.union(simple);
  const inner = conditionWithin(depth - 1);
  const several = z.array(inner).check(z.minLength(1), z.maxLength(20));
  return z.union([
    ...simple,
    z.strictObject({ all: several }),
    z.strictObject({ any: several }),
    z.strictObject({ not: inner }),
  ]);
}

/** The schema of a {@link ConditionType}; it stands apart, since what asks the questions checks none. */
export const Condition: z.ZodMiniType<ConditionType> = conditionWithin(MAX_CONDITION_DEPTH);
