import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { chromiumPath } from '../.ci/chromium.mjs';
import { browserCommands } from './support/browser-commands.mjs';
import { clinicServer } from './support/clinic-server.mjs';
import { summaryReporter } from './support/summary-reporter.mjs';
import { uploadServer } from './support/upload-server.mjs';

const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));

/** System browsers: nothing is downloaded. `CHROMIUM`, `FIREFOX` and `MINIBROWSER` say where they are, if elsewhere. */
const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: {
        executablePath: chromiumPath(),
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--lang=en-GB'],
      },
    }),
  firefox: () =>
    puppeteerLauncher({
      launchOptions: { browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox' },
    }),
  webkit: () =>
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: Number(process.env.WEBKIT_DRIVER_PORT),
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        // The runner asks pages themselves whether their tests are over. A driver that waits for a page to have loaded,
        // too, waits in vain where its tests were over and the next page asked for before that.
        pageLoadStrategy: 'none',
        'webkitgtk:browserOptions': {
          binary: process.env.MINIBROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
          args: ['--automation'],
        },
      },
    }),
};

/**
 * The page that tests run in. What a failed assertion compared goes to the runner, which elements and functions can't;
 * without this the runner would wait for the results in vain.
 */
const testRunnerHtml = (testFramework) => `<!doctype html>
<script>
  const clone = window.structuredClone;
  const asText = (key, value) => (key === 'actual' || key === 'expected' ? String(value) : value);
  window.structuredClone = (value, ...rest) =>
    value?.type === 'wtr-session-finished' ? JSON.parse(JSON.stringify(value, asText)) : clone(value, ...rest);
  // Sizes that are told of a frame later are no fault, but WebKit calls it an error.
  addEventListener('error', (event) => {
    if (event.message.startsWith('ResizeObserver loop')) event.stopImmediatePropagation();
  });
</script>
<script type="module" src="${testFramework}"></script>`;

const browser = process.env.BROWSER ?? 'chromium';

export default {
  rootDir,
  ...(process.env.TEST_PORT && { port: Number(process.env.TEST_PORT) }),
  files: process.env.FILES.split(','),
  browsers: [launchers[browser]()],
  // One page at a time: a page behind another one paints no frames and has no focus.
  concurrency: 1,
  nodeResolve: { exportConditions: ['production'] },
  // The same server under another name stands for a content delivery network.
  middleware: [
    (context, next) => {
      context.set('access-control-allow-origin', '*');
      return next();
    },
    // The runner changes scripts on their way; digests need them byte for byte.
    (context, next) => {
      const [, file] = /^\/as-built\/([\w./-]+)$/.exec(context.path) ?? [];
      if (!file || file.includes('..')) return next();
      context.type = extname(file);
      context.body = readFileSync(join(rootDir, 'dist/cdn', file));
    },
  ],
  plugins: [browserCommands(), uploadServer(), clinicServer({ rootDir })],
  testRunnerHtml,
  reporters: [summaryReporter({ rootDir })],
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
};
