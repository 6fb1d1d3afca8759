import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useClinicSite } from './support/clinic-site.js';

/** Each element as a page has it, and what is there once it is ready. */
const ELEMENTS: readonly (readonly [markup: string, ready: string])[] = [
  ['<smp-slot-booker><p>Call us</p></smp-slot-booker>', 'smp-slot-booker [part~=service]'],
  ['<smp-slot-booker service="consultation-video"></smp-slot-booker>', 'smp-slot-booker [part~=time]'],
  ['<smp-consultation><p>Call us</p></smp-consultation>', 'smp-consultation [part~=heading]'],
  ['<smp-hairline-picker><p>Call us</p></smp-hairline-picker>', 'smp-hairline-picker [part~=picture]'],
  ['<smp-booking-manager><p>Call us</p></smp-booking-manager>', 'smp-booking-manager [part~=heading]'],
  ['<smp-preparation><p>Call us</p></smp-preparation>', 'smp-preparation [part~=heading]'],
  ['<smp-aftercare><p>Call us</p></smp-aftercare>', 'smp-aftercare [part~=heading]'],
  ['<smp-touch-up-reminder><p>Call us</p></smp-touch-up-reminder>', 'smp-touch-up-reminder [part~=heading]'],
  ['<smp-slot-booker course="shaved-look"></smp-slot-booker>', 'smp-slot-booker [part~=time]'],
  ['<smp-journey><p>Call us</p></smp-journey>', 'smp-journey smp-consultation [part~=option]'],
  ['<div data-smp="journey"><p>Call us</p></div>', 'smp-journey smp-consultation [part~=option]'],
  ['<smp-journey steps="design booking"></smp-journey>', 'smp-journey smp-hairline-picker [part~=picture]'],
  ['<smp-journey steps="care"></smp-journey>', 'smp-journey smp-preparation [part~=heading]'],
  ['<smp-journey steps="booking care"></smp-journey>', 'smp-journey smp-slot-booker [part~=service]'],
  ['<smp-launcher>Book online</smp-launcher>', 'smp-launcher [part~=button]'],
  ['<smp-launcher><a href="/book">Book online</a></smp-launcher>', 'smp-launcher:defined'],
  ['<p>You can <smp-launcher>book online</smp-launcher> at any time.</p>', 'smp-launcher [part~=button]'],
  ['<smp-launcher floating>Book online</smp-launcher>', 'smp-launcher [part~=button]'],
  ['<div data-smp="launcher">Book online</div>', 'smp-launcher [part~=button]'],
  ['<div data-smp="slot-booker"><p>Call us</p></div>', 'smp-slot-booker [part~=service]'],
];

const PHONE = { width: 360, height: 740 };

/** Browsers tell a shift to three places: a line of small print that comes to stand in one instead of two is less. */
const SEEN = 0.0005;

/** What a browser tells of one jump. */
interface LayoutShift {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** All jumps of a page together. */
interface Shift {
  readonly value: number;
  readonly of: readonly string[];
}

const pageOf = (markup: string, sheet: boolean): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    ${sheet ? '<link rel="stylesheet" href="/sdk/cdn/smp-widgets.css" />' : ''}
    <script async src="/sdk/cdn/smp-widgets.js"></script>
  </head>
  <body>
    <smp-clinic endpoint="/smp">${markup}</smp-clinic>
    <p>What stands below it.</p>
  </body>
</html>`;

/** Lets the page be painted a few times. */
async function frames(page: Page): Promise<void> {
  for (let left = 6; left > 0; left -= 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

describe('the style sheet that keeps room', () => {
  const site = useClinicSite();

  /** How far things on the page jump while an element comes, as browsers count it, and which. */
  async function shiftOf(page: Page, markup: string, ready: string, sheet = true): Promise<Shift> {
    let release = (): void => undefined;
    const painted = new Promise<void>((resolve) => (release = resolve));
    // Neither code nor data is there before the page has been painted without them.
    await page.route(/\/sdk\/cdn\/.*\.js|\/smp\/v1\//, async (route) => {
      await painted;
      await route.continue();
    });
    await page.route('**/room.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: pageOf(markup, sheet) }),
    );
    await page.goto(`${site.url}/room.html`, { waitUntil: 'commit' });
    await page.getByText('What stands below it.').waitFor();
    await frames(page);
    release();
    await page.locator(ready).first().waitFor();
    await frames(page);
    const shift = await page.evaluate(() => (globalThis as unknown as { shifted: Shift }).shifted);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    return shift;
  }

  async function visit(viewport: { readonly width: number; readonly height: number }): Promise<Page> {
    const { page } = await site.visit('/privacy.html', { viewport });
    await page.addInitScript(() => {
      const shifted: { value: number; of: string[] } = { value: 0, of: [] };
      Object.assign(globalThis, { shifted });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as LayoutShift[]) {
          shifted.value += entry.value;
          for (const { node } of entry.sources) {
            const words =
              node instanceof Element ? [node.localName, ...node.classList, ...node.part] : [node?.textContent];
            shifted.of.push(words.join('.'));
          }
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    return page;
  }

  for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
    it(`lets nothing jump while an element comes, at ${viewport.width} × ${viewport.height}`, async () => {
      const page = await visit(viewport);
      const shifts: Record<string, Shift> = {};
      for (const [markup, ready] of ELEMENTS) {
        const shift = await shiftOf(page, markup, ready);
        if (shift.value >= SEEN) shifts[markup] = shift;
      }
      assert.deepEqual(shifts, {});
      await page.context().close();
    });
  }

  it('hides what a launcher has for its dialog, and keeps room for the words on its button alone', async () => {
    const page = await visit(PHONE);
    await page.route(/\/sdk\/cdn\/.*\.js/, (route) => route.abort());
    const dialog = ['heading', 'legal', 'footer'].map((slot) => `<p slot="${slot}">Our <a href="/terms">terms</a></p>`);
    await page.route('**/room.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: pageOf(
          `<smp-launcher>Book online${dialog.join('')}</smp-launcher><smp-launcher>Book online</smp-launcher>`,
          true,
        ),
      }),
    );
    await page.goto(`${site.url}/room.html`);
    assert.equal(await page.getByText('terms').first().isVisible(), false);
    const [first, second] = await page
      .locator('smp-launcher')
      .evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().width, one.getBoundingClientRect().height]));
    assert.deepEqual(first, second);
    await page.context().close();
  });

  it('is what keeps it: without it things jump', async () => {
    const page = await visit(PHONE);
    for (const [markup, ready] of [
      ['<smp-slot-booker><p>Call us</p></smp-slot-booker>', 'smp-slot-booker [part~=service]'],
      ['<smp-journey><p>Call us</p></smp-journey>', 'smp-journey smp-consultation [part~=option]'],
      ['<smp-launcher>Book online</smp-launcher>', 'smp-launcher [part~=button]'],
    ] as const) {
      assert.ok((await shiftOf(page, markup, ready, false)).value >= SEEN, markup);
    }
    await page.context().close();
  });
});
