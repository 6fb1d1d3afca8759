import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Booker } from './support/booker.js';
import { SITE, useClinicSite } from './support/clinic-site.js';

const WAYS = ['cdn', 'bundle', 'npm', 'adapter', 'csp', 'attributes', 'calls'];
const PAGES = ['/booking.html', ...WAYS.map((way) => `/embed/${way}.html`)];

describe('each way of embedding', () => {
  const site = useClinicSite();

  for (const path of PAGES) {
    it(`books an appointment on ${path}`, async () => {
      const { page, watch } = await site.visit(path);
      const name = `Visitor of ${path}`;
      const reference = await new Booker(page).book('Video consultation', name);
      const rows = await site.database.query(
        `select status, service_id, name, email from booking join client_details on booking_id = id where reference = $1`,
        [reference],
      );
      assert.deepEqual(rows, [
        { status: 'confirmed', service_id: 'consultation-video', name, email: 'visitor@example.com' },
      ]);
      assert.deepEqual(watch.problems, []);
      await page.context().close();
    });
  }

  it('tells the page of its own bundle what happens', async () => {
    const { page } = await site.visit('/embed/npm.html');
    const reference = await new Booker(page).book('Video consultation', 'Event Listener');
    await page.getByText(`Booked, with the reference ${reference}.`).waitFor();
    await page.context().close();
  });

  it('books an appointment in the dialog of /embed/launcher.html, and asks a consultation there', async () => {
    const { page, watch } = await site.visit('/embed/launcher.html', { viewport: { width: 390, height: 800 } });
    await page.locator('smp-launcher:defined').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.deepEqual(asked, []);
    await page.getByRole('link', { name: 'Book online' }).click();
    await page.getByRole('dialog', { name: 'Book online' }).waitFor();
    const reference = await new Booker(page).book('Video consultation', 'Visitor of the dialog');
    assert.match(reference, /^SMP-/);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('link', { name: 'Tell us about your hair' }).click();
    await page.getByRole('dialog', { name: 'Tell us about your hair' }).waitFor();
    // What the dialog shows stands in the page, and the dialog only has a place for it.
    await page.getByRole('heading', { name: 'Are you 18 or over?' }).waitFor();
    assert.deepEqual(watch.problems, []);
    await page.context().close();
  });

  it('would notice a policy that is broken', async () => {
    const { page, watch } = await site.visit('/embed/csp.html');
    const reported = (directive: string) =>
      page.waitForEvent('console', (message) => message.text().startsWith(`policy: ${directive}`));
    const reports = Promise.all([reported('style-src-attr'), reported('require-trusted-types-for')]);
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    const blocked = await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<i></i>');
        return false;
      } catch {
        return true;
      }
    });
    assert.ok(blocked);
    await reports;
    assert.equal(watch.problems.filter((problem) => problem.startsWith('error: policy:')).length, 2);
    await page.context().close();
  });

  it('would notice a request to another site', async () => {
    const { page, watch } = await site.visit('/booking.html');
    await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined));
    assert.ok(watch.problems.includes('elsewhere: http://127.0.0.1:9'));
    await page.context().close();
  });
});

describe('the source that a page shows', () => {
  const SOURCES = [...WAYS, 'launcher'];
  const squeezed = (text: string) => text.replaceAll(/\s+|\/(?=>)/g, '');
  const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

  for (const way of SOURCES) {
    it(`is the source of embed/${way}.html`, () => {
      const page = readFileSync(join(SITE, 'embed', `${way}.html`), 'utf8');
      const own = squeezed(page.replaceAll(/<pre[^]*?<\/pre>/g, ''));
      const shown = [...page.matchAll(/<pre[^>]*?\sdata-runs[^>]*><code[^>]*>([^]*?)<\/code\s*><\/pre/g)];
      assert.ok(shown.length > 0);
      for (const [, text = ''] of shown) {
        for (const part of plain(text)
          .split('\n\n')
          .filter((piece) => piece.startsWith('<'))) {
          const start = plain(text).indexOf(part);
          const whole = part.startsWith('<script type="module">') ? plain(text).slice(start) : part;
          assert.ok(own.includes(squeezed(whole)), whole);
        }
      }
    });
  }

  it('is the script of embed/npm.html', () => {
    const page = readFileSync(join(SITE, 'embed/npm.html'), 'utf8');
    const [, text = ''] = /<pre[^>]*data-source[^>]*><code[^>]*>([^]*?)<\/code/.exec(page) ?? [];
    assert.equal(squeezed(plain(text)), squeezed(readFileSync(join(SITE, 'npm-entry.js'), 'utf8')));
  });

  it('is the style sheet’s, in embed/cdn.html', () => {
    const page = readFileSync(join(SITE, 'embed/cdn.html'), 'utf8');
    const [, text = ''] = /<pre[^>]*data-style[^>]*><code[^>]*>([^]*?)<\/code/.exec(page) ?? [];
    assert.ok(text.includes('min-block-size'));
    assert.ok(squeezed(readFileSync(join(SITE, 'site.css'), 'utf8')).includes(squeezed(text)));
  });
});
