import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { heifPixels, isWhole, strippedJpeg } from '../../../src/domain/consultation/photo-content.js';
import { hasMetadata, photoHeader } from '../../../src/domain/consultation/photo-header.js';
import { jpegFile, jpegSegment, pngChunk, pngFile, webpFile } from '../../support/photo-files.js';

const named = (marker: number, text: string): Buffer => jpegSegment(marker, Buffer.from(text, 'latin1'));
const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
const stripped = async (buffer: Buffer): Promise<Buffer> =>
  Buffer.from(await strippedJpeg(bytesOf(buffer)).arrayBuffer());

const EXIF = named(0xe1, 'Exif\0\0MM\0*');
const PHOTOSHOP = named(0xed, 'Photoshop 3.0\x008BIM');
const COMMENT = named(0xfe, 'at home');
const PROFILE = named(0xe2, 'ICC_PROFILE\0\x01\x01');
const ADOBE = named(0xee, 'Adobe\0\x64');

describe('strippedJpeg', () => {
  it('takes out what programs write for themselves, and nothing else', async () => {
    const telling = jpegFile(640, 480, [EXIF, PROFILE, PHOTOSHOP, EXIF, ADOBE, COMMENT]);
    assert.equal(hasMetadata(bytesOf(telling)), true);
    const bare = await stripped(telling);
    assert.deepEqual(bare, jpegFile(640, 480, [PROFILE, ADOBE]));
    assert.equal(hasMetadata(bytesOf(bare)), false);
    assert.equal(strippedJpeg(bytesOf(telling)).type, 'image/jpeg');
  });

  it('leaves a bare one as it is', async () => {
    assert.deepEqual(await stripped(jpegFile(640, 480)), jpegFile(640, 480));
  });

  it('ends with any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (tail) => {
        const any = Buffer.concat([Buffer.of(0xff, 0xd8), tail]);
        assert.ok((await stripped(any)).length <= any.length);
      }),
    );
  });
});

describe('isWhole', () => {
  const files = {
    'image/jpeg': jpegFile(640, 480, [EXIF, COMMENT]),
    'image/png': pngFile(64, 48, [pngChunk('tEXt', Buffer.from('a\0b'))]),
    'image/webp': webpFile(640, 480, [Buffer.from('EXIF\x04\0\0\0abcd', 'latin1')]),
  } as const;

  for (const [type, file] of Object.entries(files) as [keyof typeof files, Buffer][]) {
    it(`tells a whole ${type} from one that lacks anything at its end`, () => {
      assert.equal(photoHeader(bytesOf(file))?.type, type);
      assert.equal(isWhole(bytesOf(file), type), true);
      assert.equal(isWhole(bytesOf(Buffer.concat([file, Buffer.from('a film')])), type), true);
      // The last four bytes of a PNG are a checksum that no browser needs.
      const end = file.length - (type === 'image/png' ? 8 : 1);
      for (let length = 12; length < end; length += 1) {
        assert.equal(isWhole(bytesOf(file.subarray(0, length)), type), false, `${length} of ${file.length} bytes`);
      }
    });
  }

  it('takes the end of a preview for no end of the picture', () => {
    const preview = jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), jpegFile(160, 120)]));
    const whole = jpegFile(640, 480, [preview]);
    assert.equal(isWhole(bytesOf(whole), 'image/jpeg'), true);
    assert.equal(isWhole(bytesOf(whole.subarray(0, -2)), 'image/jpeg'), false);
  });

  it('finds the picture after fill bytes', () => {
    const [start, rest] = [Buffer.of(0xff, 0xd8, 0xff, 0xff), jpegFile(640, 480).subarray(2)];
    assert.equal(isWhole(bytesOf(Buffer.concat([start, rest])), 'image/jpeg'), true);
    assert.equal(isWhole(bytesOf(Buffer.concat([start, rest.subarray(0, -2)])), 'image/jpeg'), false);
  });

  it('answers with any bytes, at any place of their memory', () => {
    const types = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.uint8Array({ minLength: 12, maxLength: 200 }), (type, bytes) => {
        assert.equal(isWhole(bytes, type), isWhole(Buffer.concat([Buffer.alloc(3), bytes]).subarray(3), type));
      }),
    );
  });
});

describe('heifPixels', () => {
  const box = (width: number, height: number): Buffer => {
    const bytes = Buffer.alloc(20);
    bytes.writeUInt32BE(20);
    bytes.write('ispe', 4);
    bytes.writeUInt32BE(width, 12);
    bytes.writeUInt32BE(height, 16);
    return bytes;
  };

  it('is of the largest picture inside', () => {
    const file = Buffer.concat([Buffer.from('i is iss '), box(512, 512), box(8064, 6048), box(320, 240)]);
    assert.equal(heifPixels(bytesOf(file)), 8064 * 6048);
    assert.equal(heifPixels(bytesOf(file.subarray(5))), 8064 * 6048);
  });

  it('is 0 where no box tells', () => {
    assert.equal(heifPixels(bytesOf(Buffer.from('ftypheic'))), 0);
    assert.equal(heifPixels(bytesOf(box(512, 512).subarray(0, -1))), 0);
    fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.ok(heifPixels(bytes) >= 0)));
  });
});
