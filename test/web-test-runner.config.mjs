import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { browserCommands } from './support/browser-commands.mjs';
import { summaryReporter } from './support/summary-reporter.mjs';
import { uploadServer } from './support/upload-server.mjs';

const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));

/** System browsers: nothing is downloaded. `CHROMIUM`, `FIREFOX` and `MINIBROWSER` say where they are, if elsewhere. */
const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: {
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
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
        'webkitgtk:browserOptions': {
          binary: process.env.MINIBROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
          args: ['--automation'],
        },
      },
    }),
};

const browser = process.env.BROWSER ?? 'chromium';

export default {
  rootDir,
  ...(process.env.TEST_PORT && { port: Number(process.env.TEST_PORT) }),
  files: process.env.FILES?.split(',') ?? [
    'test/{elements,controllers,context,embed,flows-browser,browser}/**/*.test.ts',
  ],
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
  ],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(rootDir, 'tsconfig.json') }),
    browserCommands(),
    uploadServer(),
  ],
  reporters: [summaryReporter({ rootDir })],
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
};
