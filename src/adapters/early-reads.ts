/**
 * Where answers lie that were asked for before this code was there. The page's loader starts the first reads while the
 * code is still on the way; whoever needs the same address takes the answer out.
 */
export const EARLY_READS = Symbol.for('smp-widgets/early@1');

/** Answers on their way, by absolute address. */
export type EarlyReads = Map<string, Promise<Response>>;

const earlyReads = (): EarlyReads | undefined => (globalThis as { [EARLY_READS]?: EarlyReads })[EARLY_READS];

/** Is there an answer to be taken? */
export const areReadsEarly = (): boolean => (earlyReads()?.size ?? 0) > 0;

/** Takes the answer for an address out: each is good for one reader. */
export function takeEarlyRead(url: string): Promise<Response> | undefined {
  const reads = earlyReads();
  const read = reads?.get(url);
  reads?.delete(url);
  return read;
}
