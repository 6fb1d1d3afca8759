import { expect } from '@esm-bundle/chai';
import { preparePhoto, type PhotoRefusal } from '../../src/controllers/photo-preparation.js';

type Colour = readonly [red: number, green: number, blue: number];
const RED: Colour = [220, 30, 30];
const GREEN: Colour = [30, 180, 30];
const BLUE: Colour = [30, 30, 220];
const WHITE: Colour = [250, 250, 250];

/** A picture of four fields: red and green above, blue and white below. */
function fields(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  const field = (colour: Colour, x: number, y: number) => {
    if (!context) return;
    context.fillStyle = `rgb(${colour.join()})`;
    context.fillRect(x, y, width / 2, height / 2);
  };
  field(RED, 0, 0);
  field(GREEN, width / 2, 0);
  field(BLUE, 0, height / 2);
  field(WHITE, width / 2, height / 2);
  return canvas;
}

const blobOf = (canvas: HTMLCanvasElement, type: string): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type, 0.95),
  );
const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
const text = (words: string): number[] => Array.from(words, (sign) => sign.charCodeAt(0));
const u16 = (value: number): number[] => [value >> 8, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 65_535)];

/** EXIF with an orientation and a place: big-endian, IFD0 with orientation and a pointer to the GPS IFD. */
function exif(orientation: number): number[] {
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...u16(tag),
    ...u16(type),
    ...u32(count),
    ...value,
  ];
  const tiff = [
    ...text('MM'),
    ...u16(42),
    ...u32(8),
    ...u16(2),
    ...entry(0x0112, 3, 1, [...u16(orientation), 0, 0]),
    ...entry(0x8825, 4, 1, u32(38)),
    ...u32(0),
    ...u16(1),
    ...entry(0x0001, 2, 2, [...text('N'), 0, 0, 0]),
    ...u32(0),
    ...text('SECRET-PLACE 51.5N 0.1W'),
  ];
  const body = [...text('Exif'), 0, 0, ...tiff];
  return [0xff, 0xe1, ...u16(body.length + 2), ...body];
}

const comment = (words: string): number[] => [0xff, 0xfe, ...u16(words.length + 2), ...text(words)];

/** A JPEG with segments of our own after its first two bytes. */
async function jpegWith(segments: readonly number[], width = 640, height = 480): Promise<Blob> {
  const bytes = await bytesOf(await blobOf(fields(width, height), 'image/jpeg'));
  return new Blob([bytes.slice(0, 2), Uint8Array.from(segments), bytes.slice(2)], { type: 'image/jpeg' });
}

/** Names of all segments before the picture's data, by a reader of the test's own. */
function segmentsOf(bytes: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 2; at < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const name = String.fromCharCode(...bytes.slice(at + 4, at + 15));
    names.push(marker.toString(16) + (marker === 0xe2 ? ` ${name}` : ''));
    if (marker === 0xda) break;
    at += 2 + length;
  }
  return names;
}

/** Which of the four fields lie at the corners: above left and right, below left and right. */
async function cornersOf(image: Blob): Promise<string> {
  const bitmap = await createImageBitmap(image);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const { width, height } = canvas;
  const names = { red: RED, green: GREEN, blue: BLUE, white: WHITE };
  const at = (x: number, y: number): string => {
    const [r = 0, g = 0, b = 0] = context?.getImageData(x * width, y * height, 1, 1).data ?? [];
    const far = ([red, green, blue]: Colour) => Math.hypot(red - r, green - g, blue - b);
    return Object.entries(names).sort(([, one], [, other]) => far(one) - far(other))[0]?.[0] ?? '';
  };
  bitmap.close();
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)].join(' ');
}

async function refusalOf(file: Blob, options?: { signal: AbortSignal }): Promise<string> {
  try {
    await preparePhoto(file, options);
    return 'taken';
  } catch (error) {
    return (error as PhotoRefusal).code;
  }
}

/** Counts pictures that are decoded and let go while `work` runs. */
async function countDecoding(work: () => Promise<void>): Promise<{ made: number; closed: number }> {
  const count = { made: 0, closed: 0 };
  const original = globalThis.createImageBitmap;
  globalThis.createImageBitmap = (async (...args: Parameters<typeof createImageBitmap>) => {
    const bitmap = await original(...args);
    count.made += 1;
    const close = bitmap.close.bind(bitmap);
    bitmap.close = () => {
      count.closed += 1;
      close();
    };
    return bitmap;
  }) as typeof createImageBitmap;
  try {
    await work();
  } finally {
    globalThis.createImageBitmap = original;
  }
  return count;
}

const pngHead = (width: number, height: number): Blob =>
  new Blob([
    Uint8Array.from([
      0x89,
      ...text('PNG\r\n\x1a\n'),
      ...u32(13),
      ...text('IHDR'),
      ...u32(width),
      ...u32(height),
      ...[8, 2, 0, 0, 0, 0, 0, 0, 0],
    ]),
  ]);

describe('preparePhoto', () => {
  it('leaves nothing of place, camera and comments', async () => {
    const file = await jpegWith([...exif(1), ...comment('SECRET-COMMENT')]);
    expect(String.fromCharCode(...(await bytesOf(file)))).to.contain('SECRET-PLACE');
    const { image } = await preparePhoto(file);
    const bytes = await bytesOf(image);
    expect(image.type).to.equal('image/jpeg');
    for (let at = 0; at < bytes.length; at += 20_000) {
      expect(String.fromCharCode(...bytes.slice(at, at + 20_020))).not.to.contain('SECRET');
    }
    const telling = segmentsOf(bytes).filter((name) => /^(?:e[1-9a-f]|fe)/.test(name) && !name.includes('ICC_PROFILE'));
    expect(telling.filter((name) => name !== 'ee')).to.deep.equal([]);
  });

  const turned: readonly (readonly [orientation: number, corners: string])[] = [
    [1, 'red green blue white'],
    [2, 'green red white blue'],
    [3, 'white blue green red'],
    [4, 'blue white red green'],
    [5, 'red blue green white'],
    [6, 'blue red white green'],
    [7, 'white green blue red'],
    [8, 'green white red blue'],
  ];
  for (const [orientation, corners] of turned) {
    it(`turns a photo upright that was taken with orientation ${orientation}`, async () => {
      const { image, width, height } = await preparePhoto(await jpegWith(exif(orientation)));
      expect(await cornersOf(image)).to.equal(corners);
      expect([width, height]).to.deep.equal(orientation > 4 ? [480, 640] : [640, 480]);
    });
  }

  it('makes a large photo smaller and keeps its shape', async () => {
    const { image, width, height } = await preparePhoto(await blobOf(fields(5000, 2500), 'image/jpeg'));
    expect([width, height]).to.deep.equal([2048, 1024]);
    expect(await cornersOf(image)).to.equal('red green blue white');
  });

  it('takes PNG, on white where it is see-through', async () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 300;
    const { image } = await preparePhoto(await blobOf(canvas, 'image/png'));
    expect(image.type).to.equal('image/jpeg');
    expect(await cornersOf(image)).to.equal('white white white white');
  });

  it('says what is wrong with a file', async () => {
    const jpeg = await bytesOf(await blobOf(fields(640, 480), 'image/jpeg'));
    const cases: readonly (readonly [string, Blob])[] = [
      ['not-a-photo', new Blob([])],
      ['not-a-photo', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/jpeg' })],
      ['not-a-photo', new Blob(['<script>alert(1)</script>'], { type: 'image/png' })],
      ['not-a-photo', new Blob(['GIF89a', Uint8Array.from([200, 1, 200, 1, 0, 0, 0])])],
      ['too-small', pngHead(1, 1)],
      ['too-many-pixels', pngHead(16_000, 16_000)],
      ['too-many-bytes', new Blob([new Uint8Array(15_728_641)])],
      ['unreadable', new Blob([jpeg.slice(0, 200)])],
      ['unreadable', pngHead(640, 480)],
      ['heic', new Blob([Uint8Array.from([0, 0, 0, 24]), 'ftypheic', new Uint8Array(4), 'mif1heic', 'nonsense'])],
    ];
    for (const [code, file] of cases) expect(await refusalOf(file), `${file.size} bytes`).to.equal(code);
  });

  it('never decodes a flood of pixels', async () => {
    const count = await countDecoding(async () => {
      expect(await refusalOf(pngHead(30_000, 30_000))).to.equal('too-many-pixels');
    });
    expect(count.made).to.equal(0);
  });

  it('lets go of every picture that it decodes', async () => {
    const file = await blobOf(fields(900, 600), 'image/jpeg');
    const count = await countDecoding(async () => {
      for (let photo = 0; photo < 30; photo += 1) await preparePhoto(file);
    });
    expect(count).to.deep.equal({ made: 30, closed: 30 });
  });

  it('gives up when it is told to, and goes on with the next', async () => {
    const file = await blobOf(fields(900, 600), 'image/jpeg');
    const stop = new AbortController();
    const given = refusalOf(file, { signal: stop.signal });
    const next = preparePhoto(file);
    stop.abort();
    expect(await given).to.equal('cancelled');
    expect((await next).width).to.equal(900);
  });
});
