import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { Booker } from './support/booker.js';
import { CLINIC_PASSWORD, useClinicSite } from './support/clinic-site.js';
import { MarkerScan } from './support/marker-scan.js';

const PLACE = 'MARK-PLACE-51.5N';
/** Typed or chosen in the consultation; some are the codes that such choices have. */
const MARKERS = ['MARK-HOPES', 'MARK-MEDICINE', PLACE, 'norwood-5', 'epilepsy', 'shavedLook', 'hairLossPattern'];

/** The choice of a question, by the beginning of its heading; the first one where nothing stands here. */
const CHOICES: Readonly<Record<string, string | undefined>> = {
  'Which picture is closest': 'Front and crown, little hair between',
  'Does any of this apply': undefined,
};

/** Somebody at the consultation, by what they see. */
class Client {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #form(): Locator {
    return this.#page.locator('smp-consultation form[part~=page]:visible').first();
  }

  async heading(): Promise<string> {
    const text = await this.#page.locator('smp-consultation [part~=heading]:visible').first().innerText();
    return text.replaceAll(/\s+/g, ' ').trim();
  }

  async next(): Promise<void> {
    await this.#form.locator('button[part~=button]').click();
  }

  /** Answers the page that is shown. */
  async answer(photo: Buffer): Promise<void> {
    const form = this.#form;
    const heading = await this.heading();
    if ((await form.getByLabel('Full name').count()) > 0) {
      await form.getByLabel('Full name').fill('Ada Example');
      await form.getByLabel('Email address').fill('ada@example.org');
    } else if ((await form.locator('input[type=file]').count()) > 0) {
      await form
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
      await form.getByText('Ready to send').waitFor();
    } else if ((await form.locator('textarea').count()) > 0) {
      await form.locator('textarea').fill(/medicine/i.test(heading) ? 'MARK-MEDICINE' : 'MARK-HOPES');
    } else if ((await form.getByLabel('Epilepsy or blackouts').count()) > 0) {
      await form.getByLabel('Epilepsy or blackouts').check();
    } else {
      const chosen = Object.entries(CHOICES).find(([start]) => heading.startsWith(start))?.[1];
      const none = form.getByLabel('None of these');
      if (chosen !== undefined) await form.getByLabel(chosen).check();
      else if ((await none.count()) > 0) await none.check();
      else await form.locator('input[type=radio], input[type=checkbox]').first().check();
    }
  }

  /** From the page that is shown to the check page. `look` is called on every page, once it is filled in. */
  async fillIn(photo: Buffer, look: (heading: string) => Promise<void>): Promise<void> {
    for (let pages = 0; pages < 60; pages++) {
      const heading = await this.heading();
      if (heading === 'Check your answers') return;
      if (heading !== 'What your answers mean') await this.answer(photo);
      await look(heading);
      const before = await this.#title();
      await this.next();
      for (let wait = 0; (await this.#title()) === before; wait++) {
        assert.ok(wait < 400, `the page “${heading}” can't be left`);
        await this.#page.waitForTimeout(10);
      }
    }
    assert.fail('the check page is not reached');
  }

  /** What tells one page from another: the heading, and the place among the questions. */
  async #title(): Promise<string> {
    const parts = this.#page.locator('smp-consultation :is([part~=heading], [part~=progress]):visible');
    return (await parts.allInnerTexts()).join(' ');
  }
}

/** A JPEG as a phone makes it, with the place in its EXIF. */
async function phonePhoto(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 1200;
    const context = canvas.getContext('2d');
    if (context) context.fillStyle = '#a07e56';
    context?.fillRect(0, 0, 900, 1200);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  const jpeg = Buffer.from(drawn, 'base64');
  const exif = Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0${PLACE}`, 'latin1');
  const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

/** What a tag manager may be told, by entry. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  smp_step_view: ['smp_element', 'smp_step'],
  smp_step_complete: ['smp_element', 'smp_step', 'smp_duration'],
  smp_slot_select: ['smp_element', 'smp_service'],
  generate_lead: ['smp_element', 'lead_source', 'smp_service', 'value', 'currency'],
};

type Told = Readonly<Record<string, string | number>>;

describe('a consultation on the clinic’s site', () => {
  const site = useClinicSite();

  it('reaches the clinic with its photo, goes with a booking, and leaves no trace elsewhere', async () => {
    const { page, watch } = await site.visit('/privacy.html');
    const scan = await MarkerScan.over(page);
    // The clinic counts its visitors, and this one has agreed.
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const clinic = document.querySelector('smp-clinic');
        clinic?.setAttribute('analytics', 'datalayer');
        clinic?.setAttribute('analytics-value', '45');
        clinic?.setAttribute('analytics-currency', 'GBP');
        document.documentElement.dataset['smpConsent'] = 'granted';
      });
    });
    const photo = await phonePhoto(page);
    assert.ok(photo.includes(PLACE));
    await page.goto(`${site.url}/consultation.html`);
    const client = new Client(page);
    await page.locator('smp-consultation [part~=progress]').waitFor();
    const clean = async (where: string) => assert.deepEqual(await scan.traces(MARKERS, site.log), [], where);
    await client.fillIn(photo, clean);
    await clean('before it is sent');

    await page.getByLabel(/I agree that Fadeaway Studio uses/).check();
    await client.next();
    const reference = page.locator('smp-consultation [part~=reference]').first();
    await reference.waitFor();
    await page.getByText('Sent', { exact: true }).waitFor();
    const said = await reference.innerText();

    const booker = new Booker(page);
    await booker.chooseService('Video consultation');
    await booker.takeTime();
    await booker.giveDetails('Ada Example', true);
    await booker.confirm();
    await booker.at('Your appointment is booked');

    const [row] = await site.database.query<{ reference: string; linked: boolean; sealed: string }>(
      `select consultation.reference, exists (select 1 from booking where consultation_id = consultation.id) as linked,
         (select string_agg(t::text, ' ') from consultation t) as sealed from consultation`,
    );
    assert.equal(row?.reference, said);
    assert.equal(row.linked, true);
    for (const marker of MARKERS) assert.ok(!row.sealed.includes(marker), `${marker} stands in the database`);

    await clean('after all');
    assert.deepEqual(watch.problems, []);

    const told = await page.evaluate(() => (globalThis as unknown as { dataLayer: Told[] }).dataLayer);
    for (const { event, ...fields } of told) {
      const unknown = Object.keys(fields).filter((name) => !TOLD[String(event)]?.includes(name));
      assert.deepEqual(unknown, [], String(event));
    }
    const leads = told.filter(({ event }) => event === 'generate_lead');
    assert.deepEqual(
      leads.map(({ lead_source, smp_service, value, currency }) => [lead_source, smp_service, value, currency]),
      [['consultation', undefined, 45, 'GBP']],
      'one visitor is one lead',
    );
    const booked = (await booker.confirmation.innerText()).trim();
    const all = JSON.stringify(told);
    for (const personal of ['Ada', 'example.org', 'visitor@', said, booked])
      assert.ok(!all.includes(personal), personal);
  });

  it('leaves no trace while it is filled in, nor over a reload', async () => {
    const { page } = await site.visit('/privacy.html');
    const scan = await MarkerScan.over(page);
    const photo = await phonePhoto(page);
    await page.goto(`${site.url}/consultation.html`);
    const client = new Client(page);
    const place = page.locator('smp-consultation [part~=progress]');
    await place.waitFor();
    const clean = async (where: string) => assert.deepEqual(await scan.traces(MARKERS, site.log), [], where);
    page.on('dialog', (dialog) => void dialog.accept());
    for (const time of ['first', 'second']) {
      let pages = 0;
      await client.fillIn(photo, async (heading) => {
        pages += 1;
        await clean(`${time} time, on “${heading}”`);
      });
      assert.ok(pages > 8, `only ${pages} pages the ${time} time`);
      const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
      assert.ok(kept.includes('ageConfirm18'), 'something is kept, so that a trace could be');
      await clean(`${time} time, at the end`);
      await page.reload();
      await place.waitFor();
      await clean(`${time} time, loaded again`);
    }
  });

  it('stands on the clinic’s desk, its flags first and its photo beside it', async () => {
    const { page } = await site.visit('/', { httpCredentials: { username: 'clinic', password: CLINIC_PASSWORD } });
    await page.goto(`${site.url}/clinic/`);
    await page
      .getByRole('link', { name: /Ada Example|SMP-/ })
      .first()
      .click();
    const text = await page.locator('main').innerText();
    assert.ok(text.includes('MARK-HOPES') && text.includes('MARK-MEDICINE'));
    assert.ok(text.indexOf('Epilepsy') < text.indexOf('MARK-HOPES'), 'flags come first');
    const image = page.locator('main img');
    await image.scrollIntoViewIfNeeded();
    const width = await image.evaluate(async (element) => {
      if (!(element instanceof HTMLImageElement)) return 0;
      await element.decode();
      return element.naturalWidth;
    });
    assert.equal(width, 900);
  });

  it('is not shown to anybody else', async () => {
    const { page } = await site.visit('/');
    const response = await page.request.get(`${site.url}/clinic/`);
    assert.equal(response.status(), 401);
  });
});

describe('the search for traces, control', () => {
  const site = useClinicSite();

  it('finds a marker wherever one is planted', async () => {
    const { page } = await site.visit('/privacy.html');
    const scan = await MarkerScan.over(page);
    await page.goto(`${site.url}/privacy.html`);
    await page.evaluate(async () => {
      sessionStorage.setItem('one', 'MARK-1');
      localStorage.setItem('two', 'MARK-2');
      console.log('MARK-3');
      await fetch('/?q=MARK-4');
      await fetch('/smp/v1/waitlist', { method: 'POST', body: 'MARK-5' });
      history.replaceState('MARK-6', '', '#MARK-7');
      document.cookie = 'eight=MARK-8';
      const event = new Event('smp-error');
      Object.assign(event, { error: 'MARK-9' });
      document.dispatchEvent(event);
      Object.assign(globalThis, { dataLayer: [{ event: 'x', name: 'MARK-11' }] });
    });
    const markers = Array.from({ length: 11 }, (_, index) => `MARK-${index + 1}`);
    const traces = (await scan.traces(markers, ['MARK-10'])).join('\n');
    for (const marker of markers) assert.match(traces, new RegExp(`: ${marker}(?:\\n|$)`), marker);
  });
});
