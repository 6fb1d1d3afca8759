import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Database } from '../../../demo/backend/database.js';
import { OutboxFolder } from '../../../demo/backend/folder-transport.js';
import { jsonLog } from '../../../demo/backend/log.js';
import { startServer, type RunningServer } from '../../../demo/backend/server.js';
import { launchChromium } from '../../support/chromium.js';
import { emptyPglite } from '../../support/embedded-database.js';
import { PageWatch } from './page-watch.js';

/** The folder of the pages. */
export const SITE = fileURLToPath(new URL('../../../demo/site/', import.meta.url));
const SDK = fileURLToPath(new URL('../../../dist/', import.meta.url));

/** Opens the clinic's desk; the user is `clinic`. */
export const CLINIC_PASSWORD = 'correct horse: battery';

/** The clinic's site as it is served, with a database of its own and a browser. */
export interface ClinicSite {
  readonly database: Database;
  readonly url: string;
  /** What the server has written to its log. */
  readonly log: readonly string[];
  /** A visitor's own browser window: nothing is shared between two. */
  visit(path: string, options?: BrowserContextOptions): Promise<{ page: Page; watch: PageWatch }>;
}

// A process starts it once for all its tests.
let browser: Browser | undefined;

after(() => browser?.close());

/** Serves the site before the tests of the `describe` it is called in; with `sends`, it writes to its clients too. */
export function useClinicSite({ sends = false } = {}): ClinicSite {
  const directory = mkdtempSync(join(tmpdir(), 'clinic-site-'));
  const log: string[] = [];
  let database: Database | undefined;
  let server: RunningServer | undefined;
  before(async () => {
    for (const made of [join(SDK, 'cdn/smp-widgets.js'), join(SITE, 'dist/npm-entry.js')]) {
      if (!existsSync(made)) throw new Error(`Not built: ${made}`);
    }
    const launching = browser ?? launchChromium();
    database = await emptyPglite();
    server = await startServer({
      database,
      siteDir: SITE,
      sdkDir: SDK,
      rateLimits: false,
      clinicPassword: CLINIC_PASSWORD,
      healthKey: Buffer.alloc(32, 'health key of the tests').toString('base64'),
      photoDir: join(directory, 'photos'),
      ...(sends && { mail: new OutboxFolder(join(directory, 'outbox')) }),
      log: jsonLog((line) => log.push(line)),
    });
    browser = await launching;
  });
  after(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
    await server?.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const running = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('The site is served only while tests run');
    return thing;
  };
  return {
    get database() {
      return running(database);
    },
    log,
    get url() {
      return running(server).url;
    },
    async visit(path, options) {
      // A page that scrolls smoothly moves what a click aims at.
      const context = await running(browser).newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      const watch = await PageWatch.over(page, running(server).url);
      await page.goto(running(server).url + path);
      return { page, watch };
    },
  };
}
