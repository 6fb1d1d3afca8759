import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PASSWORD = 'correct horse: battery';
const DESK = { authorization: `Basic ${Buffer.from(`clinic:${PASSWORD}`).toString('base64')}` };

/** Starts the reference backend with an empty database. */
function start(rootDir, origin) {
  const dataDir = mkdtempSync(join(tmpdir(), 'clinic-server-'));
  const script = join(rootDir, 'test/support/clinic-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, origin, PASSWORD], {
    cwd: rootDir,
    env: { ...process.env, DATABASE_URL: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const server = { child, dataDir, said: '' };
  child.stdout.on('data', (chunk) => {
    server.said += chunk;
  });
  return server;
}

/** Texts of the messages that have been sent so far, the oldest first. */
function messagesIn(dataDir) {
  const folder = join(dataDir, 'outbox');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name))
    .map((path) => ({ at: statSync(path).mtimeMs, text: readFileSync(path, 'utf8') }))
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text);
}

/** Confirms at the clinic's desk whatever was asked for. Tells how many. */
async function confirmAll(url) {
  const list = await (await fetch(`${url}/clinic/`, { headers: { ...DESK, accept: 'application/json' } })).json();
  const asked = list.bookings.filter(({ status }) => status === 'requested');
  for (const { id, version } of asked) {
    const answer = await fetch(`${url}/clinic/bookings/${id}/confirm`, {
      method: 'POST',
      headers: { ...DESK, origin: url, accept: 'application/json' },
      body: new URLSearchParams({ version }),
    });
    if (answer.status >= 400) throw new Error(`The desk says ${answer.status}: ${await answer.text()}`);
  }
  return asked.length;
}

/**
 * Test runner plugin: the reference backend, in a process of its own, once a page asks for it by `smp-clinic-server`. It
 * lets in pages of the origin that asks. Whoever asks again, as a command must not take long, is told the address once there
 * is one. Other commands put its clock on, read the messages it has sent, do the clinic's part at its desk, and end it.
 */
export function clinicServer({ rootDir }) {
  let running;
  const address = () => /address: +(http:\S+)\//.exec(running.said)?.[1];
  const end = async () => {
    if (!running) return;
    const { child, dataDir } = running;
    running = undefined;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill('SIGTERM')) await gone;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const commands = {
    'smp-clinic-server'({ origin }) {
      running ??= start(rootDir, origin);
      if (running.child.exitCode !== null) throw new Error(`The backend did not start. ${running.said}`);
      return { url: address() };
    },
    'smp-clinic-clock'({ ahead }) {
      running.child.stdin.write(`${ahead}\n`);
      return {};
    },
    'smp-clinic-messages': () => ({ texts: messagesIn(running.dataDir) }),
    'smp-clinic-confirm': async () => ({ count: await confirmAll(address()) }),
    async 'smp-clinic-end'() {
      await end();
      return {};
    },
  };
  return {
    name: 'smp-clinic-server',
    async executeCommand({ command, payload }) {
      return commands[command]?.(payload);
    },
    serverStop: end,
  };
}
