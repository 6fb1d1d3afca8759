import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { MemoryAdapter } from 'smp-widgets/adapters/memory';
import { APPS, buildApps } from '../../demo/frameworks/build.mjs';
import { Booker } from '../site/support/booker.js';
import { useStaticSite } from '../support/static-site.js';

const FOLDER = fileURLToPath(new URL('../../demo/frameworks/', import.meta.url));
/** The design that the apps start with, as they write it. */
const START = 'ACSB548gC1AAO-5';

/** What the picker of a page has as its properties. */
const picker = (page: Page) =>
  page.evaluate(() => {
    const element = document.querySelector('smp-hairline-picker');
    if (!element) return undefined;
    const { design, skin, value } = element;
    return { isDefined: element.matches(':defined'), shape: design?.shape, edge: design?.edge, skin, value };
  });

/** Keeps the code of the picker back; answers how to let it through. */
async function holdPicker(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/define-*.js', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

describe('the example apps', () => {
  const site = useStaticSite(async () => {
    await buildApps();
    return FOLDER;
  });

  for (const app of APPS) {
    it(`keeps a design in the state of the ${app} app and in the picker alike, from before its code is there`, async () => {
      let release = (): void => undefined;
      const { page, watch } = await site.visit(`/${app}/dist/`, async (opened) => {
        release = await holdPicker(opened);
      });
      await page.waitForFunction(() => document.querySelector('smp-hairline-picker')?.design);
      const before = await picker(page);
      assert.deepEqual([before?.isDefined, before?.shape], [false, 'straight']);
      release();
      await page.locator('smp-hairline-picker:state(ready)').waitFor();
      assert.deepEqual(await picker(page), {
        isDefined: true,
        shape: 'straight',
        edge: 'medium',
        skin: 4,
        value: START,
      });

      const edge = (name: string) => page.getByRole('group', { name: 'Edge' }).getByRole('radio', { name });
      const told = page.locator('#told-design');
      await edge('Defined').check();
      await told.getByText('defined').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await told.getByText('medium').waitFor();

      await page.getByRole('button', { name: 'Soften the edge' }).click();
      await told.getByText('soft-broken').waitFor();
      assert.equal(await edge('Soft').isChecked(), true);
      await page.getByLabel('Skin of the model').selectOption({ label: 'Dark' });
      await page.waitForFunction(() => document.querySelector('smp-hairline-picker')?.skin === 8);
      await page.getByRole('button', { name: 'Back to our design' }).click();
      await edge('Medium').and(page.locator(':checked')).waitFor();
      assert.equal((await picker(page))?.value, START);
      assert.deepEqual(watch.problems, []);
      await page.context().close();
    });

    it(`books in the ${app} app, which gives objects and attributes and hears events`, async () => {
      const { page, watch } = await site.visit(`/${app}/dist/`);
      const booker = new Booker(page);
      const told = page.locator('#told-booking');
      await booker.at('What would you like to book?');
      await page.getByRole('combobox', { name: /^Service/ }).selectOption({ label: 'Video consultation' });
      await booker.at('Choose a day and time');
      assert.equal(await page.evaluate(() => document.querySelector('smp-slot-booker')?.service), 'consultation-video');
      await told.getByText('time').waitFor();

      await booker.times.first().check();
      await page.getByRole('button', { name: 'Use our own words' }).click();
      await page.getByRole('button', { name: 'Keep this time for me' }).click();
      await booker.giveDetails('Ada Example');
      await told.getByText('check').waitFor();
      await page.getByRole('button', { name: 'Close the booker' }).click();
      await page.locator('smp-slot-booker').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Open the booker' }).click();
      await booker.confirmKept('Ada Example');
      await booker.at('Your appointment is booked');
      const reference = (await booker.confirmation.innerText()).trim();
      await told.getByText(reference).waitFor();

      const stored = await page.evaluate(() => {
        const adapter = document.querySelector('smp-clinic')?.adapter as MemoryAdapter | undefined;
        return adapter?.state.bookings.map(({ booking }) => [booking.reference, booking.service]);
      });
      assert.deepEqual(stored, [[reference, 'consultation-video']]);
      assert.deepEqual(watch.problems, []);
      await page.context().close();
    });
  }
});
