import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Booker } from './support/booker.js';
import { CLINIC_PASSWORD, useClinicSite } from './support/clinic-site.js';
import { MarkerScan } from './support/marker-scan.js';

const PLACE = 'MARK-PLACE-48.9N';

describe('a hairline on the clinic’s site', () => {
  const site = useClinicSite();

  it('is tried on a photo that goes nowhere, and goes along with a booking', async () => {
    const { page, watch } = await site.visit('/privacy.html');
    const scan = await MarkerScan.over(page);
    await page.goto(`${site.url}/design.html`);
    await page.getByText('Design your hairline').waitFor();
    await page.getByRole('radio', { name: 'Mature' }).check();
    await page.getByRole('radio', { name: 'Defined' }).first().check();
    await page.getByRole('slider', { name: 'Middle' }).press('ArrowRight');

    const drawn = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = 600;
      canvas.height = 800;
      const context = canvas.getContext('2d');
      if (context) context.fillStyle = '#d7bd96';
      context?.fillRect(0, 0, 600, 800);
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
    });
    const jpeg = Buffer.from(drawn, 'base64');
    const exif = Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0${PLACE}`, 'latin1');
    const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]);
    const buffer = Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
    const picked = page.locator('smp-hairline-picker input[type=file]');
    await picked.setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByRole('button', { name: 'Top of the head' }).waitFor();
    await page.getByRole('button', { name: 'Use this design' }).click();

    const booker = new Booker(page);
    await booker.chooseService('Video consultation');
    await booker.takeTime();
    await booker.giveDetails('Ada Example');
    await page.getByText('Goes along, as you chose it').waitFor();
    await booker.confirm();
    await booker.at('Your appointment is booked');

    const [row] = await site.database.query<{ design: { shape: string; edge: string; midHeight: number } }>(
      'select design from client_details where design is not null',
    );
    assert.deepEqual([row?.design.shape, row?.design.edge, row?.design.midHeight], ['mature-receded', 'defined', 93]);
    assert.deepEqual(await scan.traces([PLACE, 'me.jpg'], site.log), []);
    assert.deepEqual(watch.problems, []);
  });

  it('stands on the clinic’s desk in words', async () => {
    const { page } = await site.visit('/', { httpCredentials: { username: 'clinic', password: CLINIC_PASSWORD } });
    await page.goto(`${site.url}/clinic/`);
    const text = await page.locator('main').innerText();
    assert.match(text, /Mature.*9\.3 cm above the brows/s);
  });

  it('comes back from a link that was copied', async () => {
    const { page } = await site.visit('/design.html#smp-design=broken');
    await page.getByText('Design your hairline').waitFor();
    const code = await page.evaluate(() => {
      const picker = document.querySelector('smp-hairline-picker');
      picker?.setAttribute('shape', 'm-shape');
      return picker?.updateComplete.then(() => picker.value);
    });
    await page.goto(`${site.url}/`);
    await page.goto(`${site.url}/design.html#smp-design=${code}`);
    await page.getByText('Design your hairline').waitFor();
    await page.getByText('M-shape hairline', { exact: false }).first().waitFor();
  });

  it('has a contact sheet that draws every kind', async () => {
    const { page, watch } = await site.visit('/preview-sheet?group=moments');
    await page.locator('html[data-ready]').waitFor();
    assert.equal(await page.locator('main figure canvas').count(), 8);
    assert.deepEqual(watch.problems, []);
  });
});
