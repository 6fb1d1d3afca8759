import { assert } from '@esm-bundle/chai';
import '../../../src/define.js';
import { photoEn } from '../../../src/locales/hairline/photo.en.js';
import { en as words } from '../../../src/locales/hairline/en.js';
import { engine } from '../../support/browser.js';
import { useClinicPage } from '../../support/clinic-page.js';
import { HairlinePickerHarness, usePickers, type Pixels } from '../../support/hairline-picker.harness.js';
import { usePageReports } from '../../support/page-reports.js';
import {
  blackPng,
  blobOf,
  BLUE,
  bytes,
  bytesOf,
  cameraSegments,
  fields,
  GREEN,
  heif,
  PNG_START,
  pngHead,
  RED,
  WHITE,
  withSegments,
  type Colour,
} from '../../support/photo-fixtures.js';
import { framedPage, STRICT } from '../consultation/support/framed-page.js';
import { photoFile } from '../consultation/support/photo-file.js';

const fileOf = (content: BlobPart, name = 'head.jpg', type = 'image/jpeg') => new File([content], name, { type });

const NAMES: Readonly<Record<string, Colour>> = { R: RED, G: GREEN, B: BLUE, W: WHITE };

/** The colours near the corners of a photo of so many pixels in the middle of a picture, row by row. */
function cornersOf({ side, data }: Pixels, width: number, height: number): string {
  const longest = Math.max(width, height);
  const at = (right: number, down: number): string => {
    const place = (share: number, length: number) =>
      Math.round(((share - 0.5) * 0.94 * (length / longest) + 0.5) * (side - 1));
    const pixel = (place(down, height) * side + place(right, width)) * 4;
    const far = ([red, green, blue]: Colour) =>
      Math.hypot(red - (data[pixel] ?? 0), green - (data[pixel + 1] ?? 0), blue - (data[pixel + 2] ?? 0));
    return Object.entries(NAMES).sort(([, one], [, other]) => far(one) - far(other))[0]?.[0] ?? '?';
  };
  return at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1);
}

const differ = (one: Pixels, other: Pixels): boolean => one.data.some((value, i) => value !== other.data[i]);

describe(`files for <smp-hairline-picker> in ${engine}`, () => {
  const pickers = usePickers();
  const page = useClinicPage();
  const reports = usePageReports();

  afterEach(() => assert.isEmpty(reports.uncaught));

  it('turns a photo as the camera was held', async () => {
    // How four fields lie once a camera's note on them is followed: above, then below.
    const upright = ['RGBW', 'GRWB', 'WBGR', 'BWRG', 'RBGW', 'BRWG', 'WGBR', 'GWRB'];
    const jpeg = await blobOf(fields(240, 400));
    const picker = await pickers({ stage: 'before' }).usable();
    for (const [i, corners] of upright.entries()) {
      const photo = await withSegments(jpeg, cameraSegments(i + 1));
      await picker.choosePhoto(fileOf(photo));
      assert.equal(picker.alert, '');
      const [width, height] = i < 4 ? [240, 400] : [400, 240];
      assert.equal(cornersOf(await picker.pixels(), width, height), corners, `orientation ${i + 1}`);
    }
  });

  it('shows photos of any form and size that it can take', async () => {
    const picker = await pickers({ stage: 'before' }).usable();
    for (const [width, height] of [
      [200, 200],
      [200, 2000],
      [5000, 600],
      [4000, 3000],
    ] as const) {
      await picker.choosePhoto(fileOf(await blobOf(fields(width, height))));
      assert.equal(picker.alert, '', `${width} × ${height}`);
      assert.equal(cornersOf(await picker.pixels(), width, height), 'RGBW', `${width} × ${height}`);
    }
    await picker.choosePhoto(fileOf(await blackPng(6000, 4000), 'black.png', 'image/png'));
    assert.equal(picker.alert, '');
  });

  const { refusals } = photoEn;
  const whole = async () => bytesOf(await photoFile());
  const files: Readonly<Record<string, readonly [() => BlobPart | Promise<BlobPart>, string]>> = {
    'an empty file': [() => '', refusals['not-a-photo']],
    'a text': [() => 'just some words', refusals['not-a-photo']],
    'a page': [() => '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', refusals['not-a-photo']],
    'a GIF': [() => bytes('GIF89a', [1, 1, 1, 1, 0, 0, 0], new Uint8Array(40)), refusals['not-a-photo']],
    'a photo of 199 pixels': [() => photoFile({ width: 199, height: 400 }), refusals['too-small']],
    'a head that promises too many pixels': [
      () => bytes(PNG_START, pngHead(20_000, 20_000)),
      refusals['too-many-pixels'],
    ],
    'a HEIC that promises too many pixels': [() => heif('heic', [16_000, 12_000]), refusals['too-many-pixels']],
    'a HEIC': [() => heif('heic', [640, 480]), refusals.heic],
    'a JPEG that is cut off': [async () => (await whole()).slice(0, 400), refusals.unreadable],
    'a JPEG of noise': [
      async () => (await whole()).map((one, i) => (i < 30 ? one : (i * 149) & 255)),
      refusals.unreadable,
    ],
    'a file of 16 MB': [() => new Uint8Array(16_777_216), refusals['too-many-bytes']],
  };

  it('says in an alert what is wrong with a file, keeps what it shows, and goes on', async () => {
    const picker = await pickers().ready();
    const model = await picker.pixels();
    for (const [what, [content, message]] of Object.entries(files)) {
      await picker.choosePhoto(fileOf(await content()));
      assert.equal(picker.alert, message, what);
      assert.throws(() => picker.mark('top'));
    }
    assert.isFalse(differ(model, await picker.pixels()), 'the head is still there');
    await picker.press(words.more(words.midHeight));
    await picker.press(words.undo);
    assert.deepEqual(picker.picked(words.shape), words.shapes['natural-rounded']);
    await picker.choosePhoto(await photoFile());
    assert.equal(picker.alert, '');
    const photo = await picker.pixels();
    await picker.offerPhoto(fileOf('no photo'));
    await picker.alerted();
    assert.equal(picker.alert, refusals['not-a-photo']);
    assert.isFalse(differ(photo, await picker.pixels()), 'the photo before is still there');
    await picker.press(words.useModel);
    assert.equal(picker.alert, '');
    assert.isFalse(differ(model, await picker.pixels()));
  });

  it('takes the last of several files that are chosen in a hurry', async () => {
    const picker = await pickers({ stage: 'before' }).usable();
    await picker.offerPhoto(fileOf(await blobOf(fields(3000, 4000))));
    await picker.offerPhoto(fileOf('no photo'));
    await picker.choosePhoto(fileOf(await blobOf(fields(500, 300))));
    assert.equal(picker.alert, '');
    assert.equal(cornersOf(await picker.pixels(), 500, 300), 'RGBW');
  });

  it('goes back to the model for good, also while another photo is read', async () => {
    const picker = await pickers({ stage: 'before' }).ready();
    const model = await picker.pixels();
    await picker.choosePhoto(await photoFile());
    await picker.offerPhoto(fileOf(await blobOf(fields(3000, 2000))));
    await picker.press(words.useModel);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await picker.update();
    assert.throws(() => picker.mark('top'));
    assert.isFalse(differ(model, await picker.pixels()));
  });

  it('shows the photo without dots on the side before', async () => {
    const picker = await pickers({ stage: 'before', density: 'bold', view: 'front' }).usable();
    await picker.choosePhoto(await photoFile({ width: 500, height: 500 }, 'rgb(200 160 130)'));
    const none = await picker.pixels();
    picker.element.stage = 'healed';
    const all = await picker.pixels();
    assert.isTrue(differ(none, all));
    await picker.press(words.compare);
    await picker.slide(words.compare, 100);
    assert.isFalse(differ(none, await picker.pixels()));
    await picker.slide(words.compare, 0);
    assert.isFalse(differ(all, await picker.pixels()));
  });

  it('works where pictures come from the page’s own address only', async () => {
    const own = STRICT.replace("img-src 'none'", `img-src ${location.origin}`);
    assert.notEqual(own, STRICT);
    const frame = await framedPage(page, { policy: own });
    const refused: string[] = [];
    frame.document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      refused.push(violatedDirective),
    );
    const element = frame.document.createElement('smp-hairline-picker');
    frame.document.body.append(element);
    const picker = await new HairlinePickerHarness(element).ready();
    await picker.choosePhoto(fileOf(await blobOf(fields(400, 500))));
    assert.equal(picker.alert, '');
    element.stage = 'before';
    assert.equal(cornersOf(await picker.pixels(), 400, 500), 'RGBW');
    assert.isEmpty(refused);
    // What the policy does to a picture with an address of its own making.
    const image = frame.document.createElement('img');
    image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    frame.document.body.append(image);
    for (let times = 0; times < 100 && refused.length === 0; times++) await new Promise((done) => setTimeout(done, 10));
    assert.deepEqual(refused, ['img-src']);
  });
});
