// Kept from before any test puts a clock of its own in their place.
const { setTimeout: later, performance: watch } = globalThis;
const realNow = watch.now.bind(watch);

/** Longest wait for anything on the page, in milliseconds: machines that run tests may be slow. */
const PATIENCE_MS = 12_000;

const channel = new MessageChannel();
channel.port1.start();

/** Lets the page do what is due. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    channel.port1.addEventListener('message', () => resolve(), { once: true });
    channel.port2.postMessage('');
  });

/** Waits until the page is as told, and gives what the question answered. */
export async function until<T>(
  what: string,
  question: () => T,
): Promise<Exclude<T, undefined | null | false | '' | 0>> {
  const end = realNow() + PATIENCE_MS;
  for (;;) {
    const answer = question();
    if (answer) return answer as Exclude<T, undefined | null | false | '' | 0>;
    if (realNow() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => later(resolve, 4));
  }
}
