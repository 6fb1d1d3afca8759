import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { CLINIC_PASSWORD, useClinicSite } from './support/clinic-site.js';
import { deskPages, LINK_KEY, mailedPages, type MailedPage } from './support/mailed-pages.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HEALTH_KEY = Buffer.alloc(32, 'health key of the tests');
process.env['MANAGE_TOKEN_KEY'] = LINK_KEY;

const LOOKS: readonly BrowserContextOptions[] = [
  { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { viewport: { width: 768, height: 1024 }, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
];
const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 }, colorScheme: 'dark' };

/** What is wrong with the page as it stands: rules of axe, and what sticks out sideways. */
async function wrongWith(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
    const options = { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] };
    const { violations } = await axe.run(document, options);
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`)),
      ...(scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} of ${clientWidth}`] : []),
    ];
  });
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: string[] }[] }[];
}

/** Goes through the page with the Tab key. @returns what had the focus, each with the width of its ring */
async function tabbed(page: Page): Promise<{ name: string; height: number; ring: number }[]> {
  const found = [];
  for (let count = 0; count < 40; count += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
      return {
        name: activeElement.tagName.toLowerCase(),
        height: activeElement.getBoundingClientRect().height,
        ring: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
      };
    });
    if (!focused) break;
    found.push(focused);
  }
  return found;
}

describe('the pages that mails lead to, and those of the clinic’s desk', () => {
  const site = useClinicSite({ sends: true });

  const show = async (page: Page, { path, isPosted, erases }: MailedPage) => {
    if (erases !== undefined) {
      await page.goto(site.url + path);
      await page.getByLabel('Email address or phone number').fill(erases);
      await page.getByRole('button', { name: 'Erase …' }).click();
      await page.getByText('Stored under').or(page.getByText('Nothing is stored')).first().waitFor();
      assert.ok(!page.url().includes('example.com'), 'the person is in no address');
    } else if (isPosted) {
      await page.goto(site.url + path);
      const button = page.locator('button');
      // What is done stays done, and says so when it is opened again.
      if ((await button.count()) > 0) {
        const answered = page.waitForEvent('load');
        await button.click();
        await answered;
      }
    } else await page.goto(site.url + path);
  };

  async function lookAt(pages: Record<string, MailedPage>, options: BrowserContextOptions): Promise<void> {
    const { page } = await site.visit('/messages/message-pages.css', {
      ...options,
      httpCredentials: { username: 'clinic', password: CLINIC_PASSWORD },
    });
    for (const [name, one] of Object.entries(pages)) {
      await show(page, one);
      await page.locator('h1').waitFor();
      assert.deepEqual(await wrongWith(page), [], name);
      if (one.asks !== undefined) {
        const stops = await tabbed(page);
        assert.ok(
          stops.every(({ ring }) => ring >= 2),
          `${name}: a ring around ${JSON.stringify(stops)}`,
        );
        assert.ok(
          stops.some(({ name: tag, height }) => (tag === 'button' || tag === 'a') && height >= 44),
          name,
        );
      }
    }
    await page.context().close();
  }

  it('are whole and can be used by anybody', async () => {
    for (const look of LOOKS) await lookAt(await mailedPages(site.database, 'en'), look);
  });

  it('have room on the smallest phone, in German and in Arabic', async () => {
    for (const locale of ['de', 'ar']) await lookAt(await mailedPages(site.database, locale), NARROW);
  });

  it('read from right to left in Arabic', async () => {
    const { 'is the client coming': one } = await mailedPages(site.database, 'ar');
    const { page } = await site.visit(one?.path ?? '');
    const box = await page.locator('button').boundingBox();
    const main = await page.locator('main').boundingBox();
    assert.ok(box && main && box.x + box.width / 2 > main.x + main.width / 2);
    await page.context().close();
  });

  it('serve the clinic on a phone too', async () => {
    const pages = await deskPages(site.database, HEALTH_KEY);
    for (const look of LOOKS) await lookAt(pages, look);
  });

  it('hand a person’s data over as a file, and name them in no address', async () => {
    await deskPages(site.database, HEALTH_KEY);
    const { page } = await site.visit('/messages/message-pages.css', {
      httpCredentials: { username: 'clinic', password: CLINIC_PASSWORD },
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.url}/clinic/`);
    await page.getByLabel('Email address or phone number').fill('robin@example.com');
    const file = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    assert.equal((await file).suggestedFilename(), 'person.json');
    assert.ok(asked.includes(`${site.url}/clinic/export`));
    assert.ok(!asked.some((url) => url.includes('robin')));
    await page.context().close();
  });

  it('hand a link over at the desk, by keyboard alone', async () => {
    const { 'a new link': one } = await deskPages(site.database, HEALTH_KEY);
    const { page } = await site.visit('/messages/message-pages.css', {
      httpCredentials: { username: 'clinic', password: CLINIC_PASSWORD },
    });
    await page.goto(site.url + (one?.path ?? ''));
    await page.getByRole('button', { name: /^Show it here/ }).focus();
    await page.keyboard.press('Enter');
    const link = await page.getByLabel('Link to hand over').inputValue();
    assert.deepEqual(await wrongWith(page), []);
    assert.ok(link.startsWith(`${site.url}/manage.html#t=`));
    await page.goto(link);
    await page.locator('smp-booking-manager [part~=heading]').first().waitFor();
    await page.context().close();
  });
});
