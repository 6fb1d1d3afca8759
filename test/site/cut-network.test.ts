import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useClinicSite } from './support/clinic-site.js';

/** As long as the widgets ask again by themselves, and some more. */
const PATIENCE = { timeout: 90_000 };

/** Lets a write arrive, loses its answer, and cuts the network from then on. */
async function cutAt(page: Page, method: string, path: string) {
  let isCut = false;
  await page.route('**/smp/v1/**', async (route) => {
    const request = route.request();
    if (isCut) return route.abort('internetdisconnected');
    if (request.method() !== method || !new URL(request.url()).pathname.endsWith(path)) return route.continue();
    isCut = true;
    await route.fetch();
    return route.abort('connectionreset');
  });
  return () => page.unroute('**/smp/v1/**');
}

describe('a network that is cut while something is sent', () => {
  const site = useClinicSite({ sends: true });

  const at = (page: Page, heading: string | RegExp) =>
    page.locator('[part~=heading]').filter({ hasText: heading }).waitFor();

  /** Chooses the first free day that is shown, and its first time. */
  async function chooseTime(page: Page): Promise<void> {
    await page.locator('.day[data-free]:visible').first().click();
    await page.locator('[part~=time] input').first().check();
  }

  /** Books a course up to the button that sends it, and answers what the visitor is called. */
  async function toCourse(page: Page, email: string): Promise<void> {
    await at(page, 'Which treatment would you like?');
    await page.locator('smp-slot-booker').getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await at(page, 'When can you come first?');
    await chooseTime(page);
    await page.getByRole('button', { name: 'Take this time' }).click();
    await at(page, 'Your sessions');
    await page.getByRole('button', { name: 'Keep these times' }).click();
    await at(page, 'Your details');
    await page.getByLabel('Full name').fill('Ada Example');
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('checkbox', { name: 'uses these details' }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await at(page, 'Check your answers');
  }

  const send = (page: Page) => page.getByRole('button', { name: /^(?:Book|Request) \d sessions$/ }).click();

  /** Sends the course, and answers the link with which it can be changed. */
  async function linkTo(page: Page): Promise<string> {
    let token = '';
    await page.route('**/courses', async (route) => {
      const response = await route.fetch();
      ({ manageToken: token } = (await response.json()) as { manageToken: string });
      await route.fulfill({ response });
    });
    await send(page);
    await at(page, /We have your request|Your sessions are booked/);
    return `/manage.html#t=${token}`;
  }

  const count = async (table: string, where: string): Promise<number> => {
    const [row] = await site.database.query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`);
    return row?.n ?? NaN;
  };
  const sessionsOf = (email: string) =>
    count('booking join client_details on booking_id = id', `email = '${email}' and status <> 'cancelled'`);

  it('books a course once', async () => {
    const { page } = await site.visit('/course.html');
    const email = 'course@example.com';
    await toCourse(page, email);
    const mend = await cutAt(page, 'POST', '/courses');
    await send(page);
    await page.locator('[part~=unresolved]').waitFor(PATIENCE);
    const sessions = await sessionsOf(email);
    assert.ok(sessions >= 2);
    await mend();
    await page.getByRole('button', { name: 'Check again' }).click();
    await at(page, /We have your request|Your sessions are booked/);
    assert.equal(await sessionsOf(email), sessions);
  });

  it('moves and cancels once', async () => {
    const { page } = await site.visit('/course.html');
    const email = 'manage@example.com';
    await toCourse(page, email);
    const link = await linkTo(page);
    const { page: managing } = await site.visit(link);
    await at(managing, 'Your appointments');
    // The earliest day that the distance allows; the course was planned at the usual one.
    await managing.getByRole('button', { name: 'Choose another time' }).last().click();
    await at(managing, 'Choose another time');
    await chooseTime(managing);
    await managing.getByRole('button', { name: 'Continue' }).click();
    await at(managing, 'Move it to this time?');
    let mend = await cutAt(managing, 'PATCH', '/manage');
    await managing.getByRole('button', { name: 'Move the appointment' }).click();
    await managing.locator('[part~=unresolved]').waitFor(PATIENCE);
    await mend();
    await managing.getByRole('button', { name: 'Check again' }).click();
    await at(managing, 'Your appointments');
    await managing.getByText('It is moved.').first().waitFor();
    assert.equal(await count('outbox', "kind = 'booking.moved'"), 1);

    await managing.getByRole('button', { name: 'Cancel', exact: false }).first().click();
    await at(managing, /^Cancel/);
    mend = await cutAt(managing, 'PATCH', '/manage');
    await managing.getByRole('button', { name: /^Cancel (?:the|\d)/ }).click();
    await managing.locator('[part~=unresolved]').waitFor(PATIENCE);
    await mend();
    await managing.getByRole('button', { name: 'Check again' }).click();
    await managing.getByText('It is cancelled.').first().waitFor();
    assert.equal(await count('outbox', "kind = 'booking.cancelled'"), 1);
  });

  it('signs up for reminders once', async () => {
    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const { page } = await site.visit(`/touch-up.html#date=${day}`);
    await page.getByLabel('When was your last session?').fill(day);
    await page.getByLabel('When was your last session?').blur();
    await page.getByRole('button', { name: 'Remind me' }).click();
    await page.getByLabel('Full name').fill('Ada Example');
    await page.getByRole('checkbox', { name: /^By email/ }).check();
    await page.getByLabel('Email address').fill('reminded@example.com');
    const mend = await cutAt(page, 'POST', '/touch-ups');
    await page.getByRole('button', { name: 'Remind me' }).click();
    await page.locator('[part~=unresolved]').waitFor(PATIENCE);
    await mend();
    await page.getByRole('button', { name: /Check again|Remind me/ }).click();
    await page.locator('[part~=signed]').waitFor();
    assert.equal(await count('touch_up', `email = 'reminded@example.com'`), 1);
  });

  it('says that the pages for changes did not load, and begins anew when asked to', async () => {
    const { page } = await site.visit('/course.html');
    await toCourse(page, 'chunks@example.com');
    const link = await linkTo(page);
    const { page: managing } = await site.visit('/manage.html');
    await managing.route('**/chunks/changing*', (route) => route.abort('internetdisconnected'));
    await managing.goto(site.url + link);
    await managing.reload();
    await at(managing, 'Your appointments');
    const move = managing.getByRole('button', { name: 'Choose another time' }).first();
    await move.click();
    await managing.getByRole('alert').waitFor();
    await managing.unroute('**/chunks/changing*');
    await managing.getByRole('button', { name: 'Try again' }).click();
    await managing.getByRole('alert').waitFor({ state: 'detached' });
    await move.click();
    await at(managing, 'Choose another time');
  });

  it('says that the pages after the choice of a time did not load, and shows them once they do', async () => {
    const { page } = await site.visit('/booking.html');
    await page.route('**/chunks/completing*', (route) => route.abort('internetdisconnected'));
    await page.reload();
    await page.locator('smp-slot-booker').getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await chooseTime(page);
    await page.getByRole('button', { name: 'Hold this time' }).click();
    await page.getByRole('alert').filter({ hasText: 'The connection was lost' }).waitFor();
    await page.unroute('**/chunks/completing*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await at(page, 'Your details');
  });

  it('says that the calendar of a preparation did not load, and makes it once it does', async () => {
    const date = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const { page, watch } = await site.visit(`/preparation.html#date=${date}`);
    const save = page.getByRole('button', { name: 'Add the steps to my calendar' });
    await save.waitFor();
    await page.context().setOffline(true);
    await save.click();
    await page.getByRole('alert').filter({ hasText: 'The connection was lost' }).waitFor();
    await page.context().setOffline(false);
    const saving = page.waitForEvent('download');
    await save.click();
    await saving;
    assert.equal(await page.getByRole('alert').count(), 0);
    assert.deepEqual(
      watch.problems.filter((problem) => problem.startsWith('uncaught')),
      [],
    );
  });
});
