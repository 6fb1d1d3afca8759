// Runs the browser tests in one engine or all: `node .ci/browsers.mjs [chromium|firefox|webkit …] [--files glob,glob]`.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../.config/entries.mjs';
import { bundleTests } from './browser-bundles.mjs';

export const ENGINES = ['chromium', 'firefox', 'webkit'];

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const stop = async (child) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(late);
};

/** A screen that nobody sees, since this engine has no headless mode. Gives its name and how to end it. */
async function startScreen() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('Xvfb ended at once')));
    screen.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
  return { display: `:${number}`, end: () => stop(screen) };
}

/** Waits until something listens. */
async function listening(port, triesLeft = 100) {
  try {
    await fetch(`http://127.0.0.1:${port}/status`);
  } catch (error) {
    if (triesLeft === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await listening(port, triesLeft - 1);
  }
}

async function startWebKit() {
  const screen = await startScreen();
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen.display,
      // No sandbox as root, no graphics card, and the desktop's accessibility bus is not there.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      LANG: process.env.LANG ?? 'C.UTF-8',
    },
  });
  await listening(port);
  return {
    env: { WEBKIT_DRIVER_PORT: String(port) },
    end: async () => {
      await stop(driver);
      await screen.end();
    },
  };
}

const runner = (env) =>
  new Promise((resolve, reject) => {
    const bin = join(ROOT, 'node_modules/@web/test-runner/dist/bin.js');
    const config = join(ROOT, 'test/web-test-runner.config.mjs');
    const child = spawn(process.execPath, [bin, '--config', config], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** Runs the browser tests in one engine, all or those that the globs name; gives the exit code. */
export async function testInBrowser(browser, files) {
  const bundled = await bundleTests(browser);
  const driver = browser === 'webkit' ? await startWebKit() : { env: {}, end: async () => undefined };
  try {
    return await runner({
      BROWSER: browser,
      TEST_PORT: String(await freePort()),
      FILES: (files ?? 'test/**/*.test.ts').split(',').map(bundled).join(','),
      ...driver.env,
    });
  } finally {
    await driver.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { files: { type: 'string' } } });
  let code = 0;
  for (const browser of positionals.length > 0 ? positionals : ENGINES) {
    console.log(`== ${browser}`);
    code = Math.max(code, await testInBrowser(browser, values.files));
  }
  process.exitCode = code;
}
