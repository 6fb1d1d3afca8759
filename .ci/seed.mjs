// Property tests draw the same cases in every run, so that a commit passes or fails for what is in it. `SEED=7 npm test`
// draws others, and a failed test names the seed it had.
import fc from 'fast-check';

export const SEED = Number(process.env.SEED ?? 1);

fc.configureGlobal({ seed: SEED });
