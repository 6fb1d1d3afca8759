import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { isSmpError, MAX_PHOTO_BYTES } from 'smp-widgets/server';
import { readPhotoFile } from '../../demo/backend/photo-file.js';
import { PhotoStore } from '../../demo/backend/photo-store.js';
import { jpegFile, jpegSegment, pngChunk, pngFile, webpChunk, webpFile } from '../support/photo-files.js';

/** The code of the refusal, or `undefined` when it is taken. */
function refusal(bytes: Uint8Array): string | undefined {
  try {
    readPhotoFile(bytes);
    return undefined;
  } catch (error) {
    assert.ok(isSmpError(error, 'validation'), String(error));
    assert.equal(error.issues?.[0]?.pointer, '/image');
    return error.issues?.[0]?.code;
  }
}

const text = (content: string) => Buffer.from(content, 'latin1');

describe('readPhotoFile', () => {
  it('tells kind and size by the content', () => {
    assert.deepEqual(readPhotoFile(pngFile(20, 30)), { mediaType: 'image/png', width: 20, height: 30 });
    assert.deepEqual(readPhotoFile(jpegFile(640, 480)), { mediaType: 'image/jpeg', width: 640, height: 480 });
    assert.deepEqual(readPhotoFile(webpFile(300, 2000)), { mediaType: 'image/webp', width: 300, height: 2000 });
    const profile = webpFile(7, 9, [webpChunk('ICCP', text('profile'))]);
    assert.deepEqual(readPhotoFile(profile), { mediaType: 'image/webp', width: 7, height: 9 });
  });

  it('lets colour profiles pass', () => {
    assert.equal(refusal(jpegFile(10, 10, [jpegSegment(0xe2, text('ICC_PROFILE\0\x01\x01data'))])), undefined);
    assert.equal(refusal(pngFile(10, 10, [pngChunk('iCCP', text('profile'))])), undefined);
  });

  it('refuses all that tells more than the picture', () => {
    const told: Record<string, Buffer> = {
      'JPEG with EXIF': jpegFile(10, 10, [jpegSegment(0xe1, text('Exif\0\0MM'))]),
      'JPEG with XMP': jpegFile(10, 10, [jpegSegment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x/>'))]),
      'JPEG with IPTC': jpegFile(10, 10, [jpegSegment(0xed, text('Photoshop 3.0\0'))]),
      'JPEG with a comment': jpegFile(10, 10, [jpegSegment(0xfe, text('at home'))]),
      'JPEG with a second picture': jpegFile(10, 10, [jpegSegment(0xe2, text('MPF\0'))]),
      'JPEG with a thumbnail': jpegFile(10, 10, [jpegSegment(0xe0, text('JFXX\0\x10'))]),
      'JPEG with a film behind it': Buffer.concat([jpegFile(10, 10), text('\0\0\0\x18ftypmp42')]),
      'PNG with EXIF': pngFile(10, 10, [pngChunk('eXIf', text('MM'))]),
      'PNG with text': pngFile(10, 10, [pngChunk('tEXt', text('Author\0Somebody'))]),
      'PNG with a time': pngFile(10, 10, [pngChunk('tIME', Buffer.alloc(7))]),
      'PNG with an unknown chunk': pngFile(10, 10, [pngChunk('prIv', text('who knows'))]),
      'PNG with something behind it': Buffer.concat([pngFile(10, 10), text('PK')]),
      'WebP with EXIF': webpFile(10, 10, [webpChunk('EXIF', text('MM'))]),
      'WebP with XMP': webpFile(10, 10, [webpChunk('XMP ', text('<x/>'))]),
      'WebP with something behind it': Buffer.concat([webpFile(10, 10), text('PK')]),
    };
    for (const [name, bytes] of Object.entries(told)) assert.equal(refusal(bytes), 'metadata', name);
  });

  it('refuses what is too large, in pixels and in bytes', () => {
    for (const make of [pngFile, jpegFile, webpFile]) {
      assert.equal(refusal(make(2048, 10)), undefined);
      assert.equal(refusal(make(2049, 10)), 'too-large');
      assert.equal(refusal(make(10, 2049)), 'too-large');
    }
    assert.equal(refusal(Buffer.concat([jpegFile(10, 10), Buffer.alloc(MAX_PHOTO_BYTES)])), 'too-large');
  });

  it('refuses what is no photo', () => {
    const none = [
      Buffer.alloc(0),
      text('GIF89a\x01\0\x01\0'),
      text('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      text('<!doctype html><script>alert(1)</script>'),
      pngFile(0, 10),
      text('RIFF\x04\0\0\0WEBP'),
      Buffer.from('ffd8ffd9', 'hex'),
    ];
    for (const bytes of none) assert.equal(refusal(bytes), 'not-a-photo', bytes.toString('latin1').slice(0, 20));
  });

  it('refuses every photo that is cut off, and never throws anything else', () => {
    for (const whole of [pngFile(10, 10), jpegFile(10, 10), webpFile(10, 10)]) {
      for (let end = 0; end < whole.length; end += 1) {
        assert.ok(refusal(whole.subarray(0, end)) !== undefined, `${end} of ${whole.length}`);
      }
      fc.assert(
        fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
          const changed = Buffer.from(whole);
          changed[at] = byte;
          refusal(changed);
        }),
      );
    }
  });
});

describe('the photo store', () => {
  const parent = mkdtempSync(join(tmpdir(), 'smp-store-'));
  const store = new PhotoStore(join(parent, 'photos'));
  after(() => rmSync(parent, { recursive: true }));

  it('keeps files under names that tell nothing, for its owner only', async () => {
    const [one, other] = [await store.write(text('one')), await store.write(text('one'))];
    assert.match(one, /^[0-9a-f]{40}$/);
    assert.notEqual(one, other);
    assert.deepEqual(await store.read(one), text('one'));
    assert.equal(statSync(join(store.directory, one)).mode & 0o777, 0o600);
    assert.equal(statSync(store.directory).mode & 0o777, 0o700);
    await store.remove([one, one]);
    assert.equal(await store.read(one), undefined);
    assert.deepEqual(readdirSync(store.directory), [other]);
  });

  it('reads and removes nothing beside its own files', async () => {
    writeFileSync(join(parent, 'outside'), 'secret');
    for (const name of ['../outside', '/etc/passwd', '', '.']) {
      assert.equal(await store.read(name), undefined);
      await store.remove([name]);
    }
    assert.ok(statSync(join(parent, 'outside')));
  });

  it('names what is old, unfinished writes included', async () => {
    const name = await store.write(text('old'));
    const part = `${'a'.repeat(40)}.part`;
    writeFileSync(join(store.directory, part), 'half');
    writeFileSync(join(store.directory, 'README'), 'not ours');
    const hourAgo = Date.now() / 1000 - 3600;
    for (const file of [name, part, 'README']) utimesSync(join(store.directory, file), hourAgo, hourAgo);
    assert.deepEqual((await store.writtenBefore(Date.now() - 1_800_000)).sort(), [name, part].sort());
  });
});
