import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { useClinicSite } from './support/clinic-site.js';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('care on the clinic’s site', () => {
  const site = useClinicSite();

  it('counts down to the date in the link, keeps ticks over a reload, and saves a neutral calendar', async () => {
    const { page, watch } = await site.visit(`/preparation.html#date=${inDays(5)}`);
    const tick = page.getByRole('checkbox').first();
    await tick.check();
    await page.reload();
    await page.getByRole('checkbox').first().waitFor();
    assert.equal(await page.getByRole('checkbox').first().isChecked(), true);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Add the steps to my calendar' }).click();
    const file = readFileSync(await (await saving).path(), 'utf8');
    assert.match(file, /SUMMARY:Preparation for your appointment/);
    assert.ok(file.includes(`DTSTART;VALUE=DATE:${inDays(5).replaceAll('-', '')}`));
    assert.doesNotMatch(file, /scalp|pigment|skin/i);
    assert.deepEqual(watch.problems, []);
  });

  it('shows the day of healing, and lists what it is based on', async () => {
    const { page, watch } = await site.visit(`/aftercare.html#date=${inDays(-10)}`);
    const today = page.locator('[aria-current=date]');
    assert.match(await today.innerText(), /Settling/);
    await page.getByText('What this is based on').click();
    await page.locator('.sources a').first().waitFor();
    assert.ok((await page.locator('.sources a').count()) > 5);
    assert.deepEqual(watch.problems, []);
  });
});
