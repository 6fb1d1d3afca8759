import type { Page, Request } from 'playwright-core';

/** Where a trace of something private was found. */
export type Trace = string;

/** The calls that health answers and photos may go out by, to the clinic's own backend. */
const isTheirWay = (request: Request): boolean =>
  /\/smp\/v1\/consultations(?:\/[^/]+\/photos\/[\w-]+)?$/.test(new URL(request.url()).pathname) &&
  ['POST', 'PUT'].includes(request.method());

/** Follows a page and finds out whether markers that were typed into it turn up where nothing private may be. */
export class MarkerScan {
  readonly #page: Page;
  readonly #seen: [where: string, text: string][] = [];

  private constructor(page: Page) {
    this.#page = page;
  }

  static async over(page: Page): Promise<MarkerScan> {
    const scan = new MarkerScan(page);
    page.on('console', (message) => scan.#seen.push(['console', message.text()]));
    page.on('request', (request) => {
      const { referer = '' } = request.headers();
      scan.#seen.push(['address', decodeURIComponent(request.url())], ['referrer', decodeURIComponent(referer)]);
      if (!isTheirWay(request)) scan.#seen.push([`body of ${request.method()}`, request.postData() ?? '']);
    });
    page.on('framenavigated', (frame) => scan.#seen.push(['history', decodeURIComponent(frame.url())]));
    await page.addInitScript(() => {
      const told: string[] = ((globalThis as { told?: string[] }).told = []);
      const kinds = ['step-changed', 'consultation-submitted', 'consultation-withdrawn', 'error', 'booking-requested'];
      for (const kind of kinds) {
        document.addEventListener(`smp-${kind}`, (event) => {
          const fields = Object.entries(event).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
          told.push(`${kind} ${fields.join(' ')}`);
        });
      }
    });
    return scan;
  }

  /** Every place where one of the markers stands. */
  async traces(markers: readonly string[], log: readonly string[] = []): Promise<Trace[]> {
    const kept = await this.#page.evaluate(async () => {
      const databases = (await indexedDB.databases?.()) ?? [];
      return {
        'local storage': JSON.stringify(Object.entries(localStorage)),
        'session storage': JSON.stringify(Object.entries(sessionStorage)),
        cookie: document.cookie,
        'state of history': JSON.stringify(history.state),
        'address of the page': decodeURIComponent(location.href),
        'title of the page': document.title,
        'databases of the browser': JSON.stringify(databases),
        'caches of the browser': JSON.stringify(globalThis.caches ? await caches.keys() : []),
        'data layer': JSON.stringify((globalThis as { dataLayer?: unknown }).dataLayer ?? []),
        events: ((globalThis as { told?: string[] }).told ?? []).join('\n'),
      };
    });
    const all = [...this.#seen, ...Object.entries(kept), ...log.map((line) => ['log', line] as const)];
    return all.flatMap(([where, text]) =>
      markers.filter((marker) => text.includes(marker)).map((marker) => `${where}: ${marker}`),
    );
  }
}
