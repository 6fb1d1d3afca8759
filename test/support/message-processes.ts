import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PROGRAM = fileURLToPath(new URL('./message-process.ts', import.meta.url));

/** Moments at which a process can be told to die. */
export const MOMENTS = [
  'before the claim',
  'between claim and send',
  'between send and mark',
  'after the mark',
  'amid planning',
] as const;

/** At which moment a process dies, once it has lived through it so often. */
export interface Doom {
  readonly moment: (typeof MOMENTS)[number];
  readonly after: number;
}

/** What a process is told: to do whatever is to be done by then. */
export interface Order {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly doom?: Doom | undefined;
  /** To offer what is free to who waits, instead of sending what is due. Default false. */
  readonly offers?: boolean;
}

/** Options of {@link MessageProcesses}. */
export interface ProcessOptions {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly siteUrl: string;
  /** Parts of statements, each with what stands there instead: guards that a control takes away. */
  readonly sabotage: readonly (readonly [string, string])[];
}

/** Processes that send messages from one database, and are started anew whenever they die. */
export class MessageProcesses {
  readonly #options: ProcessOptions;
  readonly #alive = new Set<ChildProcess>();
  readonly #starting = new Set<Promise<void>>();
  #folder = '';
  #program = '';
  #closed = false;
  #deaths = 0;
  /** How many messages each has sent, dead or alive. */
  readonly shares = new Map<number, number>();

  constructor(options: ProcessOptions) {
    this.#options = options;
  }

  /** How many have died so far. */
  get deaths(): number {
    return this.#deaths;
  }

  async start(count: number): Promise<void> {
    this.#folder = mkdtempSync(join(tmpdir(), 'smp-messages-'));
    this.#program = join(this.#folder, 'message-process.mjs');
    // In one file it starts several times as fast, and it starts often.
    await build({
      entryPoints: [PROGRAM],
      outfile: this.#program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: `import { createRequire } from 'node:module';const require = createRequire(import.meta.url);` },
      logLevel: 'error',
    });
    await Promise.all(Array.from({ length: count }, () => this.#startOne()));
  }

  async #startOne(): Promise<void> {
    const child = fork(this.#program, [JSON.stringify(this.#options)], { execArgv: [] });
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', () => reject(new Error('A process ended before it had begun')));
    });
    this.#alive.add(child);
    child.once('exit', () => {
      this.#alive.delete(child);
      if (this.#closed) return;
      this.#deaths += 1;
      const starting = this.#startOne().finally(() => this.#starting.delete(starting));
      this.#starting.add(starting);
    });
  }

  /**
   * Has those that are alive do what is due, at the same time. Whoever dies over it, dies.
   * @returns how much each has sent or offered that has lived to tell
   */
  async run(order: Order): Promise<number[]> {
    while (this.#alive.size === 0) await Promise.race(this.#starting);
    const deaths = this.#deaths;
    const done = await Promise.all(
      [...this.#alive].map(async (child, index) => {
        // One is doomed at a time.
        const sent = await this.#tell(child, index === 0 ? order : { ...order, doom: undefined });
        if (child.pid !== undefined) this.shares.set(child.pid, (this.shares.get(child.pid) ?? 0) + sent);
        return sent;
      }),
    );
    // What the dead have handed over may still be on its way.
    if (this.#deaths > deaths) await new Promise((resolve) => setTimeout(resolve, 20));
    return done;
  }

  /** @returns how many it has sent, as far as it has lived to tell */
  #tell(child: ChildProcess, order: Order): Promise<number> {
    return new Promise((resolve) => {
      const dies = () => settle(0);
      const settle = (sent: number) => {
        child.off('message', settle);
        child.off('exit', dies);
        resolve(sent);
      };
      child.on('message', settle);
      child.on('exit', dies);
      child.send(order, () => undefined);
    });
  }

  /** Kills one, wherever it is. */
  kill(): void {
    [...this.#alive][0]?.kill('SIGKILL');
  }

  /** Kills all. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#starting);
    await Promise.all(
      [...this.#alive].map((child) => {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        return gone;
      }),
    );
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
