import * as z from 'zod/mini';

// Ids and values are keys of objects. One that every object has would be found where nothing was put.
const ownName = z.refine<string>((name) => !(name in {}));

/** Names one thing in a questionnaire's data, such as the value of an option: a letter, then up to 39 letters, digits, dashes. */
export const Code = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/), ownName);
export type Code = z.infer<typeof Code>;

/** Names a question: a letter, then up to 39 letters and digits. */
export const QuestionId = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/), ownName);
export type QuestionId = z.infer<typeof QuestionId>;
