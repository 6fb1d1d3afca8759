import * as z from 'zod/mini';
import { Code, QuestionId } from './code.js';

/**
 * What was answered to one question: the value of a choice (`yes`, `no`, `unsure` too), several values, a number, a text,
 * or a date as far as it is known (`2025-03-14`, `2025-03`, `2025`). A consent's answer is the purposes that were ticked.
 */
export const Answer = z.union([z.string().check(z.maxLength(2000)), z.array(Code).check(z.maxLength(60)), z.number()]);
export type Answer = string | readonly string[] | number;

/** Answers by question. A question that was not asked or not answered is absent. */
export const Answers = z.catchall(z.object({}), Answer).check(
  z.check<Record<string, unknown>>(({ value, issues }) => {
    const ids = Object.keys(value);
    for (const id of ids) {
      if (!QuestionId.safeParse(id).success)
        issues.push({ code: 'invalid_key', origin: 'record', issues: [], path: [id], input: id });
    }
    if (ids.length > 120) issues.push({ code: 'custom', input: value });
  }),
);
export type Answers = Readonly<Record<QuestionId, Answer>>;
