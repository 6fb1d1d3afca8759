import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { ClinicSchedule } from '../../src/domain/schedule.js';
import { fakeClinic } from '../../src/testing/index.js';
import { Booker } from './support/booker.js';
import { useClinicSite } from './support/clinic-site.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const READING = ['/', '/privacy.html', '/embed/', '/embed/launcher.html', '/nowhere'];
const BOOKING = [
  '/booking.html',
  '/design.html',
  ...['cdn', 'bundle', 'npm', 'adapter', 'csp', 'hostile', 'attributes', 'calls'].map((way) => `/embed/${way}.html`),
];

/** Pages of one element, and that element. */
const ELEMENTS = new Map([
  ['/course.html', 'smp-slot-booker'],
  ['/manage.html', 'smp-booking-manager'],
  ['/reminders.html', 'smp-touch-up-reminder'],
  ['/preparation.html', 'smp-preparation'],
  ['/aftercare.html', 'smp-aftercare'],
  ['/touch-up.html', 'smp-touch-up-reminder'],
]);
const PAGES = [...READING, ...BOOKING, ...ELEMENTS.keys()];

/** Waits until what the page is for can be seen. */
async function shown(page: Page, path: string): Promise<void> {
  if (BOOKING.includes(path)) await new Booker(page).at('What would you like to book?');
  const element = ELEMENTS.get(path);
  if (element) await page.locator(`${element} [part~=heading]`).first().waitFor();
}

/** Rules that a page breaks, by axe. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
    const rules = { 'target-size': { enabled: true } };
    const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
  });
}

/** Lets the page be painted a few times. */
async function frames(page: Page): Promise<void> {
  for (let left = 10; left > 0; left -= 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Opening times by weekday, out of rows such as “Monday to Friday”, “09:00 – 18:00”. */
function openingTimes(rows: readonly (readonly (string | null)[])[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [days = '', hours] of rows) {
    const [first = '', last] = (days ?? '').split(' to ');
    const named =
      last === undefined ? first.split(', ') : WEEKDAYS.slice(WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last) + 1);
    for (const day of named) found[day] = hours ?? '';
  }
  return found;
}

/** When anybody works at a place, by weekday. */
function openAt(schedule: ClinicSchedule, location: string): Record<string, string> {
  const hours = schedule.practitioners
    .flatMap((person) => person.hours)
    .filter((stretch) => stretch.location === location);
  const found: Record<string, string> = {};
  for (const [index, day] of WEEKDAYS.entries()) {
    const stretches = hours.filter(({ weekday }) => weekday === index + 1);
    const from = stretches.map((stretch) => stretch.from).sort()[0];
    const to = stretches
      .map((stretch) => stretch.to)
      .sort()
      .at(-1);
    found[day] = from === undefined || to === undefined ? 'Closed' : `${from} – ${to}`;
  }
  return found;
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
}

describe('the pages of the site', () => {
  const site = useClinicSite();

  for (const path of PAGES) {
    it(`${path} has nothing in the way of anybody, light and dark`, async () => {
      const { page, watch } = await site.visit(path, { bypassCSP: true, colorScheme: 'light' });
      await shown(page, path);
      const found: Record<string, string[]> = {};
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        found[colorScheme] = await violations(page);
      }
      assert.deepEqual(found, { light: [], dark: [] });
      const expected = path === '/nowhere' ? [/status of 404/] : [];
      assert.equal(watch.problems.length, expected.length, watch.problems.join('\n'));
      await page.context().close();
    });
  }

  it('are as wide as the screen, from phone to desk, either way round', async () => {
    const { page } = await site.visit('/');
    const tooWide: string[] = [];
    for (const path of PAGES) {
      await page.goto(site.url + path);
      await shown(page, path);
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        for (const direction of ['ltr', 'rtl']) {
          const excess = await page.evaluate((dir) => {
            document.documentElement.dir = dir;
            return document.documentElement.scrollWidth - document.documentElement.clientWidth;
          }, direction);
          if (excess > 0) tooWide.push(`${path} at ${width} ${direction}: ${excess}`);
        }
      }
    }
    assert.deepEqual(tooWide, []);
    await page.context().close();
  });

  it('have nothing in the way at any step of a booking, light and dark', async () => {
    const { page } = await site.visit('/booking.html');
    const booker = new Booker(page);
    const found: Record<string, string[]> = {};
    const look = async (step: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        found[`${step}, ${colorScheme}`] = await violations(page);
      }
    };
    await booker.chooseService('Consultation at the studio');
    await look('time');
    await booker.takeTime();
    await booker.at('Your details');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('There is a problem').waitFor();
    await look('details with problems');
    await booker.giveDetails('Everybody');
    await look('check');
    await booker.confirm();
    await booker.at('Your appointment is booked');
    await look('confirmation');
    assert.equal(Object.keys(found).length, 8);
    assert.deepEqual(
      Object.entries(found).filter(([, broken]) => broken.length > 0),
      [],
    );
    await page.context().close();
  });

  it('would notice what is in the way', async () => {
    const { page } = await site.visit('/');
    await page.evaluate(() => document.body.append(document.createElement('button')));
    assert.deepEqual(await violations(page), ['button-name button']);
    await page.context().close();
  });

  it('say about the clinic what its backend says', async () => {
    const { page } = await site.visit('/');
    const text = await page.locator('main').innerText();
    const { clinic, schedule } = fakeClinic;
    for (const { name, role = '' } of clinic.practitioners) {
      for (const said of [name, role]) assert.ok(text.includes(said), said);
    }
    for (const { name, address = '', phone = '' } of clinic.locations) {
      for (const said of [name, ...address.split('\n'), phone]) assert.ok(text.includes(said), said);
    }
    for (const place of clinic.locations) {
      const shown = await page
        .locator('.place', { hasText: place.address?.split('\n')[0] ?? '' })
        .locator('tr')
        .evaluateAll((rows) => rows.map((row) => Array.from(row.children, ({ textContent }) => textContent)));
      assert.deepEqual(openingTimes(shown), openAt(schedule, place.id), place.name);
    }
    await page.context().close();
  });

  it('have links that lead somewhere', async () => {
    const { page } = await site.visit('/');
    const seen = new Map<string, Set<string>>();
    const dead: string[] = [];
    const look = async (path: string): Promise<void> => {
      if (seen.has(path)) return;
      seen.set(path, new Set());
      const response = await page.goto(site.url + path);
      if (response?.status() !== 200) dead.push(path);
      const { ids, links } = await page.evaluate(() => ({
        ids: Array.from(document.querySelectorAll('[id]'), ({ id }) => id),
        links: Array.from(document.querySelectorAll('a'), ({ href }) => href),
      }));
      seen.set(path, new Set(ids));
      for (const link of links.filter((href) => href.startsWith(site.url))) {
        const { pathname, hash } = new URL(link);
        wanted.push({ pathname, id: decodeURIComponent(hash.slice(1)), from: path });
      }
    };
    const wanted: { pathname: string; id: string; from: string }[] = [{ pathname: '/', id: '', from: '' }];
    for (let next = 0; next < wanted.length; next += 1) {
      const { pathname, id, from } = wanted[next] ?? { pathname: '/', id: '', from: '' };
      await look(pathname);
      if (id && !seen.get(pathname)?.has(id)) dead.push(`${from} → ${pathname}#${id}`);
    }
    assert.deepEqual(dead, []);
    assert.ok(seen.size >= 10, [...seen.keys()].join(' '));
    await page.context().close();
  });

  for (const width of [390, 1280]) {
    it(`/booking.html does not jump while it loads, ${width} pixels wide`, async () => {
      const { page } = await site.visit('/privacy.html', { viewport: { width, height: 800 } });
      await page.addInitScript(() => {
        const shifts = globalThis as unknown as { shifted: number };
        shifts.shifted = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.shifted += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const shifted = () => page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);
      // Nothing answers before the page has been painted without it.
      let release = (): void => undefined;
      const painted = new Promise<void>((resolve) => (release = resolve));
      await page.route('**/smp/v1/**', async (route) => {
        await painted;
        await route.continue();
      });
      await page.goto(`${site.url}/booking.html`, { waitUntil: 'domcontentloaded' });
      await frames(page);
      release();
      await new Booker(page).at('What would you like to book?');
      await frames(page);
      assert.equal(await shifted(), 0);
      await page.evaluate(() => document.querySelector('main')?.before(document.createElement('hr')));
      await frames(page);
      assert.ok((await shifted()) > 0, 'a page that jumps is noticed');
      await page.context().close();
    });
  }
});
