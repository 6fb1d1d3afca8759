import type { Page } from 'playwright-core';

/** Writes down what must not happen on a page: errors, warnings, broken policies, requests to other sites. */
export class PageWatch {
  readonly problems: string[] = [];

  static async over(page: Page, origin: string): Promise<PageWatch> {
    const watch = new PageWatch();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) watch.problems.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => watch.problems.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol !== 'blob:' && url.origin !== origin) watch.problems.push(`elsewhere: ${url.origin}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 500) watch.problems.push(`${response.status()}: ${response.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    return watch;
  }
}
