import { MAX_PHOTO_BYTES, MAX_PHOTO_SIDE, SmpError, type PHOTO_TYPES } from 'smp-widgets/server';

/** What a photo's file says of itself. */
export interface PhotoFile {
  readonly mediaType: (typeof PHOTO_TYPES)[number];
  readonly width: number;
  readonly height: number;
}

/** Why a file is not taken: the `code` of the issue. */
type Reason = 'not-a-photo' | 'too-large' | 'metadata';

class Unfit extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Looks a photo through without drawing it: what kind it is, how large, and that there is nothing in it but the picture.
 * Where and when it was taken and with what is metadata, and so is anything that this does not know, or that comes after
 * the picture's end.
 * @throws SmpError `validation`, with `not-a-photo`, `too-large` or `metadata` at `/image`
 */
export function readPhotoFile(bytes: Uint8Array): PhotoFile {
  try {
    if (bytes.byteLength > MAX_PHOTO_BYTES) throw new Unfit('too-large');
    const file = new Reader(bytes);
    const photo = file.starts(0, 'ffd8ff')
      ? readJpeg(file)
      : file.starts(0, '89504e470d0a1a0a')
        ? readPng(file)
        : file.starts(0, '52494646') && file.text(8, 4) === 'WEBP'
          ? readWebp(file)
          : undefined;
    if (!photo || photo.width < 1 || photo.height < 1) throw new Unfit('not-a-photo');
    if (Math.max(photo.width, photo.height) > MAX_PHOTO_SIDE) throw new Unfit('too-large');
    return photo;
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    throw new SmpError('validation', 'The photo can not be taken', {
      issues: [{ pointer: '/image', code: error.reason }],
    });
  }
}

/** Numbers in a file. Beyond its end nothing is a photo. */
class Reader {
  readonly bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  #within(at: number, length: number): number {
    if (at + length > this.length) throw new Unfit('not-a-photo');
    return at;
  }

  byte = (at: number): number => this.bytes.readUInt8(this.#within(at, 1));
  big16 = (at: number): number => this.bytes.readUInt16BE(this.#within(at, 2));
  big32 = (at: number): number => this.bytes.readUInt32BE(this.#within(at, 4));
  little16 = (at: number): number => this.bytes.readUInt16LE(this.#within(at, 2));
  little24 = (at: number): number => this.bytes.readUIntLE(this.#within(at, 3), 3);
  little32 = (at: number): number => this.bytes.readUInt32LE(this.#within(at, 4));
  text = (at: number, length: number): string => this.bytes.toString('latin1', this.#within(at, length), at + length);
  starts = (at: number, hex: string): boolean => this.bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;
}

/** `FFC0` to `FFCF` start a frame, but for the tables and the arithmetic coding among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Tables, restart interval, and the two application segments that say how to show the colours. */
function isPlainSegment(file: Reader, marker: number, at: number): boolean {
  if ([0xdb, 0xc4, 0xcc, 0xdd].includes(marker)) return true;
  if (marker === 0xe0) return file.text(at, 5) === 'JFIF\0';
  if (marker === 0xe2) return file.text(at, 12) === 'ICC_PROFILE\0';
  return marker === 0xee && file.text(at, 5) === 'Adobe';
}

function readJpeg(file: Reader): PhotoFile {
  let size: { width: number; height: number } | undefined;
  let drawn = false;
  let at = 2;
  for (;;) {
    if (file.byte(at) !== 0xff) throw new Unfit('not-a-photo');
    const marker = file.byte(at + 1);
    at += 2;
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at -= 1;
      continue;
    }
    if (marker === 0xd9) break;
    const length = file.big16(at);
    if (length < 2) throw new Unfit('not-a-photo');
    if (isFrame(marker)) size = { height: file.big16(at + 3), width: file.big16(at + 5) };
    else if (marker === 0xda) {
      drawn = true;
      at = endOfScan(file, at + length);
      continue;
    } else if (!isPlainSegment(file, marker, at + 2)) throw new Unfit('metadata');
    at += length;
  }
  if (!size || !drawn) throw new Unfit('not-a-photo');
  if (at !== file.length) throw new Unfit('metadata');
  return { mediaType: 'image/jpeg', ...size };
}

/** Where the picture's coded data end: at a marker other than a stuffed zero or a restart. */
function endOfScan(file: Reader, from: number): number {
  let at = from;
  for (;;) {
    at = file.bytes.indexOf(0xff, at);
    if (at < 0) throw new Unfit('not-a-photo');
    const next = file.byte(at + 1);
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 2;
  }
}

const PNG_CHUNKS = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs'.split(' '));

function readPng(file: Reader): PhotoFile {
  if (file.text(12, 4) !== 'IHDR') throw new Unfit('not-a-photo');
  const size = { width: file.big32(16), height: file.big32(20) };
  let drawn = false;
  for (let at = 8; ;) {
    const length = file.big32(at);
    const type = file.text(at + 4, 4);
    drawn ||= type === 'IDAT';
    if (!PNG_CHUNKS.has(type)) throw new Unfit('metadata');
    at += length + 12;
    if (at > file.length) throw new Unfit('not-a-photo');
    if (type !== 'IEND') continue;
    if (!drawn) throw new Unfit('not-a-photo');
    if (at !== file.length) throw new Unfit('metadata');
    return { mediaType: 'image/png', ...size };
  }
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']);

function readWebp(file: Reader): PhotoFile {
  let size: { width: number; height: number } | undefined;
  let drawn = false;
  const end = 8 + file.little32(4);
  if (end > file.length) throw new Unfit('not-a-photo');
  if (end < file.length) throw new Unfit('metadata');
  for (let at = 12; at < end;) {
    const type = file.text(at, 4);
    const length = file.little32(at + 4);
    if (!WEBP_CHUNKS.has(type)) throw new Unfit('metadata');
    drawn ||= type === 'VP8 ' || type === 'VP8L';
    // The first that tells a size is the whole picture's.
    size ??= webpSize(file, type, at + 8);
    at += 8 + length + (length % 2);
    if (at > end) throw new Unfit('not-a-photo');
  }
  if (!size || !drawn) throw new Unfit('not-a-photo');
  return { mediaType: 'image/webp', ...size };
}

function webpSize(file: Reader, type: string, at: number): { width: number; height: number } | undefined {
  if (type === 'VP8X') return { width: file.little24(at + 4) + 1, height: file.little24(at + 7) + 1 };
  if (type === 'VP8L') {
    const packed = file.little32(at + 1);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (type !== 'VP8 ' || !file.starts(at + 3, '9d012a')) return undefined;
  return { width: file.little16(at + 6) & 0x3fff, height: file.little16(at + 8) & 0x3fff };
}
