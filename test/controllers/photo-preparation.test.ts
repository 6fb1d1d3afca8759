import { expect } from '@esm-bundle/chai';
import { preparePhoto, type PhotoRefusal } from '../../src/controllers/photo-preparation.js';
import { engine } from '../support/browser.js';
import {
  appleSegments,
  asText,
  blackPng,
  blobOf,
  bytes,
  bytesOf,
  cameraSegments,
  canvasOf,
  cornersOf,
  exif,
  fields,
  heif,
  PNG_START,
  pngChunk,
  pngHead,
  segment,
  segmentNames,
  tiff,
  u16,
  webp,
  webpWithPlace,
  withChunks,
  withSegments,
} from '../support/photo-fixtures.js';

/** A JPEG as cameras make them: EXIF comes first. */
const photo = async (segments: readonly number[] = exif(1), width = 640, height = 480): Promise<Blob> =>
  withSegments(await blobOf(fields(width, height)), segments);

/** A picture whose coded data are many, so that it can be cut somewhere inside. */
function busyPicture(): HTMLCanvasElement {
  const [canvas, context] = canvasOf(640, 480);
  for (let dot = 0; dot < 3000; dot += 1) {
    context.fillStyle = `hsl(${(dot * 37) % 360} 70% 50%)`;
    context.fillRect((dot * 97) % 640, (dot * 61) % 480, 30, 20);
  }
  return canvas;
}
const partOf = (file: Blob, part: number): Blob => file.slice(0, Math.floor(file.size * part), file.type);

async function refusalOf(file: Blob, options?: { readonly signal: AbortSignal }): Promise<string> {
  try {
    await preparePhoto(file, options);
    return 'taken';
  } catch (error) {
    const { name, code } = error as PhotoRefusal;
    return name === 'PhotoRefusal' ? code : String(error);
  }
}

/** Puts another function in the place of one while `work` runs. */
async function replaced<Name extends string, Held extends Record<Name, unknown>>(
  holder: Held,
  name: Name,
  replacement: Held[Name],
  work: () => Promise<unknown>,
): Promise<void> {
  const original = holder[name];
  holder[name] = replacement;
  try {
    await work();
  } finally {
    holder[name] = original;
  }
}

/** Counts pictures that are decoded and let go while `work` runs. */
async function countDecoding(work: () => Promise<unknown>): Promise<{ tried: number; made: number; closed: number }> {
  const count = { tried: 0, made: 0, closed: 0 };
  const original = globalThis.createImageBitmap;
  const counting = async (image: ImageBitmapSource): Promise<ImageBitmap> => {
    count.tried += 1;
    const bitmap = await original(image);
    count.made += 1;
    const close = bitmap.close.bind(bitmap);
    bitmap.close = () => {
      count.closed += 1;
      close();
    };
    return bitmap;
  };
  await replaced(globalThis, 'createImageBitmap', counting, work);
  return count;
}

/** Nothing of the camera's words is left, nor any segment that holds words. */
async function expectBare(image: Blob): Promise<void> {
  const content = await bytesOf(image);
  expect(image.type).to.equal('image/jpeg');
  expect(asText(content)).not.to.contain('SECRET');
  const allowed = /^(?:e0 JFIF|e2 ICC_PROFILE|ee Adobe|c[0-9a-f] |d[abd] )/;
  expect(segmentNames(content).filter((name) => !allowed.test(name))).to.deep.equal([]);
  expect(content.subarray(-2)).to.deep.equal(Uint8Array.of(0xff, 0xd9));
}

describe(`preparePhoto in ${engine}`, () => {
  describe('leaves nothing but the picture', () => {
    it('of a JPEG with place, XMP, IPTC, comments, a preview and a film hung on', async () => {
      const thumbnail = await bytesOf(await blobOf(fields(160, 120)));
      const camera = await photo(cameraSegments(1, thumbnail));
      const file = new Blob([camera, 'SECRET-FILM'], { type: 'image/jpeg' });
      for (const secret of ['GPS', 'XMP', 'MPF', 'IPTC', 'COMMENT', 'FILM']) {
        expect(asText(await bytesOf(file))).to.contain(`SECRET-${secret}`);
      }
      const { image } = await preparePhoto(file);
      await expectBare(image);
      expect(await cornersOf(image)).to.equal('red green blue white');
    });

    it('of a PNG with texts, a time and EXIF', async () => {
      const file = await withChunks(
        await blobOf(fields(640, 480), 'image/png'),
        pngChunk('eXIf', tiff(1)),
        pngChunk('tEXt', 'Comment\0SECRET-TEXT'),
        pngChunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0SECRET-XMP'),
        pngChunk('tIME', u16(2026), [1, 2, 3, 4, 5]),
      );
      const { image } = await preparePhoto(file);
      await expectBare(image);
      expect(await cornersOf(image)).to.equal('red green blue white');
    });

    it('of a WebP with EXIF and XMP', async () => {
      const file = await webpWithPlace(fields(640, 480));
      // WebKitGTK reads WebP, but makes none to test with.
      if (!file) return void expect(engine).to.equal('webkit');
      const { image } = await preparePhoto(file);
      await expectBare(image);
      expect(await cornersOf(image)).to.equal('red green blue white');
    });

    it('where the browser itself writes EXIF into what a canvas makes, as Safari does', async () => {
      const { prototype } = HTMLCanvasElement;
      const original = prototype.toBlob;
      const asSafari = function (this: HTMLCanvasElement, done: BlobCallback, type?: string, quality?: number): void {
        const { width, height } = this;
        const tell = async (blob: Blob | null) =>
          done(blob && (await withSegments(blob, [...segment(0xe0, 'JFIF\0'), ...appleSegments(width, height)])));
        original.call(this, (blob) => void tell(blob), type, quality);
      };
      const file = await photo();
      await replaced(prototype, 'toBlob', asSafari, async () => {
        expect(segmentNames(await bytesOf(await blobOf(fields(8, 8)))).join()).to.contain('Exif');
        const { image } = await preparePhoto(file);
        await expectBare(image);
        expect(await cornersOf(image)).to.equal('red green blue white');
      });
    });
  });

  describe('turns a photo upright', () => {
    const turned = [
      'red green blue white',
      'green red white blue',
      'white blue green red',
      'blue white red green',
      'red blue green white',
      'blue red white green',
      'white green blue red',
      'green white red blue',
    ];
    turned.forEach((corners, index) => {
      const orientation = index + 1;
      it(`that was taken with orientation ${orientation}`, async () => {
        const thumbnail = await bytesOf(await blobOf(fields(160, 120)));
        const jfif = segment(0xe0, 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]);
        const little = exif(orientation, { isLittleEndian: true });
        const files = [exif(orientation), little, [...jfif, ...little], cameraSegments(orientation, thumbnail)];
        for (const segments of files) {
          const { image, width, height } = await preparePhoto(await photo(segments));
          expect(await cornersOf(image)).to.equal(corners);
          expect([width, height]).to.deep.equal(orientation > 4 ? [480, 640] : [640, 480]);
        }
      });
    });
  });

  describe('makes a picture fit', () => {
    for (const [[width, height], fit] of [
      [
        [5000, 2500],
        [2048, 1024],
      ],
      [
        [1500, 4500],
        [683, 2048],
      ],
      [
        [2048, 200],
        [2048, 200],
      ],
      [
        [200, 200],
        [200, 200],
      ],
    ] as const) {
      it(`of ${width} × ${height}`, async () => {
        const prepared = await preparePhoto(await blobOf(fields(width, height)));
        expect([prepared.width, prepared.height]).to.deep.equal(fit);
        expect(await cornersOf(prepared.image)).to.equal('red green blue white');
      });
    }

    it('of 64 megapixels', async () => {
      const { image, width, height } = await preparePhoto(await blackPng(8000, 8000));
      expect([width, height]).to.deep.equal([2048, 2048]);
      expect(await cornersOf(image)).to.equal('black black black black');
    });

    it('without leaving out what lies between', async () => {
      const [canvas, context] = canvasOf(6400, 3200);
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 6400, 3200);
      context.fillStyle = '#000';
      for (let x = 0; x < 6400; x += 2) context.fillRect(x, 0, 1, 3200);
      const bitmap = await createImageBitmap((await preparePhoto(await blobOf(canvas, 'image/png'))).image);
      const [, shown] = canvasOf(bitmap.width, bitmap.height);
      shown.drawImage(bitmap, 0, 0);
      bitmap.close();
      const row = shown.getImageData(100, 500, 400, 1).data.filter((_value, index) => index % 4 === 0);
      const mean = row.reduce((sum, grey) => sum + grey, 0) / row.length;
      expect(mean).to.be.within(110, 145);
      expect(Math.max(...row) - Math.min(...row), 'no moiré').to.be.below(40);
    });

    it('on white where it is see-through', async () => {
      const { image } = await preparePhoto(await blobOf(canvasOf(300, 300)[0], 'image/png'));
      expect(image.type).to.equal('image/jpeg');
      expect(await cornersOf(image)).to.equal('white white white white');
    });

    it('of at most 4 MB, by its quality', async () => {
      const asked: (number | undefined)[] = [];
      const { prototype } = HTMLCanvasElement;
      const original = prototype.toBlob;
      const heavy = function (this: HTMLCanvasElement, done: BlobCallback, type?: string, quality?: number): void {
        asked.push(quality);
        original.call(
          this,
          (blob) => done(blob && new Blob([blob, new Uint8Array(10e6 * (quality ?? 1) - 2e6)])),
          type,
        );
      };
      const file = await photo();
      await replaced(prototype, 'toBlob', heavy, () => refusalOf(file));
      expect(asked).to.deep.equal([0.85, 0.7, 0.55]);
      expect((await preparePhoto(file)).image.size).to.be.below(100_000);
    });
  });

  describe('says what is wrong with', () => {
    const frame = segment(0xc0, [8, ...u16(16_000), ...u16(16_000), 1, 1, 0x11, 0]);
    const cases: Readonly<Record<string, readonly [code: string, file: () => Blob | Promise<Blob>]>> = {
      nothing: ['not-a-photo', () => new Blob([])],
      'a drawing named like a photo': [
        'not-a-photo',
        () => new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.jpg', { type: 'image/jpeg' }),
      ],
      'a page named like a photo': [
        'not-a-photo',
        () => new File(['<!doctype html><script>alert(1)</script>'], 'a.png', { type: 'image/png' }),
      ],
      'a GIF': ['not-a-photo', () => new Blob([bytes('GIF89a', [200, 1, 200, 1, 0, 0, 0])])],
      'one pixel': ['too-small', () => blackPng(1, 1)],
      'a short side of 199': ['too-small', () => blackPng(199, 1000)],
      'a strip that would be 68 pixels wide': ['too-small', () => blackPng(200, 6000)],
      'a strip of 40,000 pixels': ['too-small', () => blackPng(40_000, 250)],
      '15 MB and a byte': ['too-many-bytes', () => new Blob([new Uint8Array(15_728_641)])],
      'a PNG cut off in its head': ['unreadable', () => new Blob([PNG_START, pngHead(640, 480)])],
      'a PNG cut off in its picture': ['unreadable', async () => partOf(await blobOf(busyPicture(), 'image/png'), 0.5)],
      'a JPEG cut off in its head': ['unreadable', async () => (await photo()).slice(0, 200)],
      'a JPEG cut off in its picture': ['unreadable', async () => partOf(await blobOf(busyPicture()), 0.5)],
      'a camera’s JPEG that lacks its last bytes': [
        'unreadable',
        async () => {
          const thumbnail = await bytesOf(await blobOf(fields(160, 120)));
          const whole = await withSegments(await blobOf(busyPicture()), cameraSegments(6, thumbnail));
          expect(await refusalOf(whole)).to.equal('taken');
          return whole.slice(0, -2);
        },
      ],
      'a file that can’t be read any more': [
        'unreadable',
        () =>
          Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }),
      ],
      'a HEIC that this browser can’t read': ['heic', () => heif('heic', [512, 512], [4032, 3024])],
      'an AVIF that is none': ['unreadable', () => heif('avif', [640, 480])],
      'a PNG of 16,000 × 16,000': ['too-many-pixels', () => blackPng(16_000, 16_000)],
      'a JPEG of 16,000 × 16,000': ['too-many-pixels', () => new Blob([bytes([0xff, 0xd8], frame)])],
      'a WebP of 16,000 × 16,000': ['too-many-pixels', () => webp(16_000, 16_000)],
      'a HEIC of 16,000 × 16,000': ['too-many-pixels', () => heif('heic', [512, 512], [16_000, 16_000], [320, 240])],
      'an AVIF of 16,000 × 16,000': ['too-many-pixels', () => heif('avif', [16_000, 16_000])],
    };
    for (const [what, [code, make]] of Object.entries(cases)) {
      it(what, async () => {
        const file = await make();
        const { made, closed, tried } = await countDecoding(async () => {
          expect(await refusalOf(file)).to.equal(code);
        });
        expect(made).to.equal(closed);
        if (code.startsWith('too-')) expect(tried, 'nothing is decoded').to.equal(0);
      });
    }

    it('a canvas without memory, and one that a browser spoils', async () => {
      const file = await photo();
      const canvases = HTMLCanvasElement.prototype;
      const contexts = CanvasRenderingContext2D.prototype;
      const giving = (value: (at: number) => number) => () => {
        const image = new ImageData(4, 4);
        image.data.forEach((_, at) => (image.data[at] = value(at)));
        return image;
      };
      const check = (code: string) => async () => expect(await refusalOf(file)).to.equal(code);
      await replaced(canvases, 'toBlob', (done) => done(null), check('out-of-memory'));
      await replaced(canvases, 'getContext', () => null, check('out-of-memory'));
      await replaced(
        contexts,
        'getImageData',
        giving(() => 0),
        check('out-of-memory'),
      );
      await replaced(
        contexts,
        'getImageData',
        giving((at) => (at * 97) % 256),
        check('blocked'),
      );
      await replaced(
        contexts,
        'getImageData',
        giving((at) => 255 - (at % 2)),
        check('taken'),
      );
    });
  });

  it('lets go of every picture that it decodes', async () => {
    const file = await blobOf(fields(900, 600));
    const count = await countDecoding(async () => {
      for (let times = 0; times < 30; times += 1) await preparePhoto(file);
    });
    expect(count).to.deep.equal({ tried: 30, made: 30, closed: 30 });
  });

  it('prepares one photo at a time', async () => {
    const file = await blobOf(fields(900, 600));
    let [open, most] = [0, 0];
    const original = globalThis.createImageBitmap;
    const watching = async (image: ImageBitmapSource): Promise<ImageBitmap> => {
      most = Math.max(most, (open += 1));
      const bitmap = await original(image);
      const close = bitmap.close.bind(bitmap);
      bitmap.close = () => {
        open -= 1;
        close();
      };
      return bitmap;
    };
    await replaced(globalThis, 'createImageBitmap', watching, () =>
      Promise.all([1, 2, 3, 4].map(() => preparePhoto(file))),
    );
    expect([open, most]).to.deep.equal([0, 1]);
  });

  describe('gives up when it is told to', () => {
    it('before it has begun, and goes on with the next', async () => {
      const file = await blobOf(fields(900, 600));
      const first = preparePhoto(file);
      const stop = new AbortController();
      const given = refusalOf(file, { signal: stop.signal });
      const next = preparePhoto(file);
      stop.abort();
      expect(await given).to.equal('cancelled');
      expect(await refusalOf(file, { signal: AbortSignal.abort() })).to.equal('cancelled');
      expect([(await first).width, (await next).width]).to.deep.equal([900, 900]);
    });

    it('while a picture is being decoded that never comes, and goes on with the next', async () => {
      const file = await blobOf(fields(900, 600));
      const original = globalThis.createImageBitmap;
      const stop = new AbortController();
      let late = (_bitmap: ImageBitmap): void => undefined;
      let asked = (): void => undefined;
      const decoding = new Promise<void>((resolve) => (asked = resolve));
      const never = () => {
        asked();
        return new Promise<ImageBitmap>((resolve) => (late = resolve));
      };
      await replaced(globalThis, 'createImageBitmap', never, async () => {
        const given = refusalOf(file, { signal: stop.signal });
        await decoding;
        stop.abort();
        expect(await given).to.equal('cancelled');
      });
      expect((await preparePhoto(file)).width).to.equal(900);
      const bitmap = await original(file);
      const closed = new Promise<void>((resolve) => (bitmap.close = resolve));
      late(bitmap);
      await closed;
    });
  });
});
