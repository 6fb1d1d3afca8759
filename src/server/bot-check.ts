/** Remembers which operations have passed the bot check, for at least 24 hours. */
export interface BotPasses {
  has(operation: string): Promise<boolean>;
  add(operation: string): Promise<void>;
}

const MAX_PASSES = 10_000;
const KEEP_MS = 24 * 3_600_000;

/** Keeps the passes of one process: enough for one server, lost when it restarts. */
export function memoryBotPasses(now: () => number): BotPasses {
  const passes = new Map<string, number>();
  return {
    async has(operation) {
      const at = passes.get(operation);
      return at !== undefined && now() - at < KEEP_MS;
    },
    async add(operation) {
      passes.delete(operation);
      passes.set(operation, now());
      for (const oldest of passes.keys()) {
        if (passes.size <= MAX_PASSES) break;
        passes.delete(oldest);
      }
    },
  };
}

/**
 * Makes sure that each operation is checked once: the tokens of bot checks are good for one use, so a visitor who
 * sends the same operation again because its answer was lost must not be asked again, nor two copies at once.
 */
export function oncePerOperation(
  passes: BotPasses,
): (operation: string, ask: () => Promise<boolean>) => Promise<boolean> {
  const asking = new Map<string, Promise<boolean>>();
  const decide = async (operation: string, ask: () => Promise<boolean>): Promise<boolean> => {
    if (await passes.has(operation)) return true;
    const passed = await ask();
    if (passed) await passes.add(operation);
    return passed;
  };
  return (operation, ask) => {
    const running = asking.get(operation);
    if (running) return running;
    const decision = decide(operation, ask).finally(() => asking.delete(operation));
    asking.set(operation, decision);
    return decision;
  };
}
