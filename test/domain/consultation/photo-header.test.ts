import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hasMetadata, photoHeader } from '../../../src/domain/consultation/photo-header.js';
import { tinyPhoto } from '../../../src/testing/tiny-photo.js';

const bytesOf = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])));
const fill = (length: number): number[] => Array.from({ length }, () => 0);
const u16 = (value: number): number[] => [value >> 8, value & 255];

const SOI = [0xff, 0xd8];
const segment = (marker: number, data: readonly number[]): number[] => [0xff, marker, ...u16(data.length + 2), ...data];
const frame = (width: number, height: number, marker = 0xc0): number[] =>
  segment(marker, [8, ...u16(height), ...u16(width), 3, ...fill(9)]);
const SCAN = [...segment(0xda, fill(10)), 1, 2, 3, 0xff, 0xd9];
const jpeg = (...segments: (readonly number[])[]): Uint8Array => bytesOf(SOI, ...segments, frame(640, 480), SCAN);
const text = (words: string): number[] => [...Buffer.from(words, 'latin1')];

const riff = (name: string, data: readonly number[], ...more: (readonly number[])[]): Uint8Array => {
  const chunks = bytesOf('WEBP', name, [data.length, 0, 0, 0], data, fill(data.length % 2), ...more);
  return bytesOf('RIFF', [chunks.length & 255, chunks.length >> 8, 0, 0], [...chunks]);
};

describe('photoHeader', () => {
  it('reads the size of a JPEG, after whatever stands before it', () => {
    const size = { type: 'image/jpeg', width: 640, height: 480 };
    assert.deepEqual(photoHeader(jpeg()), size);
    assert.deepEqual(photoHeader(jpeg(segment(0xe1, fill(60_000)), segment(0xe1, fill(60_000)))), size);
    assert.deepEqual(photoHeader(bytesOf(SOI, [0xff, 0xff], frame(640, 480, 0xc2), SCAN)), size);
    // A table is no frame.
    assert.deepEqual(photoHeader(bytesOf(SOI, segment(0xc4, fill(20)), frame(640, 480))), size);
  });

  it('says no size where the bytes end before it', () => {
    assert.deepEqual(photoHeader(bytesOf(SOI, segment(0xe1, fill(100)))), { type: 'image/jpeg' });
    assert.deepEqual(photoHeader(jpeg().subarray(0, 4)), { type: 'image/jpeg' });
  });

  it('reads PNG, GIF and the three kinds of WebP', async () => {
    const png = new Uint8Array(await tinyPhoto({ width: 300, height: 200 }).arrayBuffer());
    assert.deepEqual(photoHeader(png), { type: 'image/png', width: 300, height: 200 });
    assert.deepEqual(photoHeader(bytesOf('GIF89a', [10, 0, 20, 0])), { type: 'image/gif', width: 10, height: 20 });
    assert.deepEqual(photoHeader(riff('VP8X', [0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0])), {
      type: 'image/webp',
      width: 640,
      height: 480,
    });
    assert.deepEqual(photoHeader(riff('VP8 ', [...fill(3), 0x9d, 1, 0x2a, 0x80, 2, 0xe0, 1])), {
      type: 'image/webp',
      width: 640,
      height: 480,
    });
    const packed = 639 | (479 << 14);
    assert.deepEqual(
      photoHeader(riff('VP8L', [0x2f, packed & 255, (packed >> 8) & 255, (packed >> 16) & 255, packed >>> 24])),
      { type: 'image/webp', width: 640, height: 480 },
    );
  });

  it('tells HEIC and AVIF by their brands', () => {
    assert.deepEqual(photoHeader(bytesOf([0, 0, 0, 24], 'ftypheic', fill(4), 'mif1heic')), { type: 'image/heic' });
    assert.deepEqual(photoHeader(bytesOf([0, 0, 0, 24], 'ftypmif1', fill(4), 'mif1avif')), { type: 'image/avif' });
    assert.equal(photoHeader(bytesOf([0, 0, 0, 20], 'ftypmp42', fill(8))), undefined);
  });

  it('takes nothing else for a photo, whatever it is called', () => {
    for (const words of ['', '<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '%PDF-1.7', 'RIFF....AVI ']) {
      assert.equal(photoHeader(bytesOf(words)), undefined, words);
    }
  });

  it('reads what a flood of pixels claims to be without drawing it', () => {
    const flood = bytesOf([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 0x3e, 0x80], [0, 0, 0x3e, 0x80]);
    assert.deepEqual(photoHeader(flood), { type: 'image/png', width: 16_000, height: 16_000 });
  });

  it('never throws and always ends', () => {
    const starts = [SOI, [0x89, ...text('PNG\r\n\x1a\n')], text('RIFF\0\0\0\0WEBP'), text('\0\0\0\x18ftyp')];
    const random = fc.tuple(fc.constantFrom(...starts, []), fc.uint8Array({ maxLength: 400 }));
    fc.assert(
      fc.property(random, ([start, rest]) => {
        const bytes = bytesOf(start, [...rest]);
        photoHeader(bytes);
        hasMetadata(bytes);
      }),
      { numRuns: 20_000 },
    );
  });

  it('never throws for a photo with a byte changed', () => {
    const whole = jpeg(segment(0xe0, text('JFIF\0')), segment(0xe1, text('Exif\0\0')));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const changed = Uint8Array.from(whole);
        changed[at] = value;
        photoHeader(changed);
        hasMetadata(changed);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('hasMetadata', () => {
  it('finds none in what holds only a picture and its colours', async () => {
    assert.equal(hasMetadata(jpeg()), false);
    assert.equal(hasMetadata(jpeg(segment(0xe0, text('JFIF\0')), segment(0xe2, text('ICC_PROFILE\0\x01\x01')))), false);
    assert.equal(hasMetadata(jpeg(segment(0xee, text('Adobe')))), false);
    assert.equal(hasMetadata(new Uint8Array(await tinyPhoto().arrayBuffer())), false);
    assert.equal(hasMetadata(riff('VP8X', fill(10))), false);
    // Stuffed bytes and restarts belong to the picture, and so do the tables between its scans.
    const coded = [1, 0xff, 0, 2, 0xff, 0xd0, 3];
    const scan = [...segment(0xda, fill(10)), ...coded];
    assert.equal(hasMetadata(bytesOf(SOI, frame(8, 8), scan, segment(0xc4, fill(20)), scan, [0xff, 0xd9])), false);
  });

  it('finds EXIF, XMP, IPTC, previews and comments in a JPEG', () => {
    const found = [
      segment(0xe1, text('Exif\0\0GPS')),
      segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0')),
      segment(0xed, text('Photoshop 3.0\0')),
      segment(0xe2, text('MPF\0')),
      segment(0xfe, text('Taken at home')),
    ];
    for (const one of found) {
      assert.equal(hasMetadata(jpeg(one)), true);
      const scan = [...segment(0xda, fill(10)), 1, 0xff, 0, 2];
      assert.equal(hasMetadata(bytesOf(SOI, frame(8, 8), scan, one, scan, [0xff, 0xd9])), true, 'between two scans');
    }
  });

  it('finds what is hung on after the picture', async () => {
    const png = [...new Uint8Array(await tinyPhoto().arrayBuffer())];
    for (const whole of [[...jpeg()], png, [...riff('VP8X', fill(10))]]) {
      assert.equal(hasMetadata(bytesOf(whole)), false);
      assert.equal(hasMetadata(bytesOf(whole, [0])), true);
    }
  });

  it('looks through no endless file: more pieces than any picture has are not one', () => {
    const pieces = (count: number) => jpeg(Array.from({ length: count }, () => segment(0xdb, [])).flat());
    assert.equal(hasMetadata(pieces(9_000)), false);
    assert.equal(hasMetadata(pieces(11_000)), true);
    // Its frame comes too late to be waited for.
    assert.deepEqual(photoHeader(pieces(11_000)), { type: 'image/jpeg' });
  });

  it('finds it in PNG and WebP', async () => {
    assert.equal(hasMetadata(new Uint8Array(await tinyPhoto({ comment: 'x' }).arrayBuffer())), true);
    for (const name of ['EXIF', 'XMP ']) {
      assert.equal(hasMetadata(riff('VP8X', fill(10), text(name), [2, 0, 0, 0, 1, 2])), true);
    }
  });
});
