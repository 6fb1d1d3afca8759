import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../demo/backend/main.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The backend as people start it, in a process of its own. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #output: string[];

  private constructor(child: ChildProcess, url: string, output: string[]) {
    this.#child = child;
    this.url = url;
    this.#output = output;
  }

  /** Starts it and waits until it has told its address. @throws Error with what it wrote, when it ends before */
  static async start(env: Record<string, string>): Promise<ServerProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: '', PORT: '0', RATE_LIMITS: 'off', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    // Not even a test that dies half-way leaves a server behind.
    const abandon = () => child.kill('SIGKILL');
    process.once('exit', abandon);
    child.once('exit', () => process.off('exit', abandon));
    const url = await new Promise<string>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        output.push(chunk.toString());
        const address = /site: +(http:\S+)\//.exec(output.join(''))?.[1];
        if (address !== undefined) resolve(address);
      };
      child.stdout?.on('data', listen);
      child.stderr?.on('data', listen);
      child.once('exit', () => reject(new Error(output.join(''))));
    });
    return new ServerProcess(child, url, output);
  }

  /** All that it has written. */
  get output(): string {
    return this.#output.join('');
  }

  /** Sends a signal and waits for the end. @returns the exit code, or `null` when the signal killed it */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const exited = once(this.#child, 'exit') as Promise<[number | null]>;
    this.#child.kill(signal);
    const [code] = await exited;
    return code;
  }
}
