import * as z from 'zod/mini';
import { Id, ShortText } from '../text.js';
import { Question } from './question.js';

/** Questions in the order in which they are asked. */
export const Questionnaire = z.strictObject({
  id: Id,
  /** Names this wording and order, so that answers can be traced to what was asked. */
  version: ShortText,
  questions: z.array(Question).check(z.minLength(1), z.maxLength(100)),
});
