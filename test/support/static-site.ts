import type { AddressInfo } from 'node:net';
import { after, before } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { StaticFiles } from '../../demo/backend/static-files.js';
import { PageWatch } from '../site/support/page-watch.js';
import { launchChromium } from './chromium.js';

/** A folder of files as any web server serves it, and a browser. */
export interface StaticSite {
  /** Opens a page in a window of its own. `prepare` comes before the first request. */
  visit(path: string, prepare?: (page: Page) => Promise<void>): Promise<{ page: Page; watch: PageWatch }>;
}

/** Serves a folder while the tests run of the `describe` it is called in. `make` writes the files first. */
export function useStaticSite(make: () => Promise<string>): StaticSite {
  let browser: Browser | undefined;
  let url = '';
  let close = (): void => undefined;
  before(async () => {
    const launching = launchChromium();
    const files = new StaticFiles({ directory: await make() });
    const fetch = async (request: Request): Promise<Response> =>
      (await files.serve(request, new URL(request.url).pathname.slice(1))) ?? new Response('', { status: 404 });
    const server = createAdaptorServer({ fetch });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => void server.close();
    browser = await launching;
  });
  after(async () => {
    await browser?.close();
    close();
  });
  return {
    async visit(path, prepare) {
      if (!browser) throw new Error('Files are served only while tests run');
      const context = await browser.newContext({ locale: 'en-GB' });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      const watch = await PageWatch.over(page, url);
      await prepare?.(page);
      await page.goto(url + path);
      return { page, watch };
    },
  };
}
