/** What the first bytes of an image say. */
export interface PhotoHeader {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/heic' | 'image/avif';
  /** In pixels, as stored: a JPEG may be turned when it is shown. Absent where the bytes given don't tell. */
  readonly width?: number;
  readonly height?: number;
}

/** A reader of numbers and names that answers nothing beyond the end. */
class Bytes {
  readonly #content: Uint8Array;

  constructor(content: Uint8Array) {
    this.#content = content;
  }

  get length(): number {
    return this.#content.length;
  }

  /** Where this byte stands next, or the end. */
  next(byte: number, at: number): number {
    const found = this.#content.indexOf(byte, at);
    return found < 0 ? this.length : found;
  }

  u8 = (at: number): number => this.#content[at] ?? NaN;
  u16 = (at: number): number => (this.u8(at) << 8) | this.u8(at + 1);
  u16le = (at: number): number => this.u8(at) | (this.u8(at + 1) << 8);
  u24le = (at: number): number => this.u16le(at) | (this.u8(at + 2) << 16);
  u32 = (at: number): number => this.u16(at) * 65_536 + this.u16(at + 2);
  u32le = (at: number): number => this.u16le(at) + this.u16le(at + 2) * 65_536;

  /** Text of so many bytes, one character each. */
  text(at: number, length: number): string {
    let text = '';
    for (let index = at; index < at + length && index < this.length; index++)
      text += String.fromCharCode(this.u8(index));
    return text;
  }
}

/** One piece of a file: its name, where its content begins, and how long that is. */
interface Piece {
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

/** What comes after the end of the picture, where programs hang things on: another piece. */
function* rest(bytes: Bytes, at: number): Generator<Piece, void> {
  if (at < bytes.length) yield { name: 'rest', at, length: bytes.length - at };
}

const PNG = '\x89PNG\r\n\x1a\n';

/** The segments of a JPEG without its coded data. A name is the second byte of the marker, in hexadecimal. */
function* jpegSegments(bytes: Bytes): Generator<Piece, void> {
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes.u8(at) !== 0xff) return;
    const marker = bytes.u8(at + 1);
    // Fill bytes may stand before a marker; some markers stand alone.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker === 0xd9) return yield* rest(bytes, at + 2);
    else {
      const length = bytes.u16(at + 2);
      if (length < 2) return;
      yield { name: marker.toString(16), at: at + 4, length: length - 2 };
      at += 2 + length;
      if (marker === 0xda) at = endOfScan(bytes, at);
    }
  }
}

/** Where coded data end: at a marker that is neither a stuffed byte nor a restart. Segments may follow. */
function endOfScan(bytes: Bytes, from: number): number {
  for (let at = bytes.next(0xff, from); ; at = bytes.next(0xff, at + 2)) {
    const marker = bytes.u8(at + 1);
    if (!(marker === 0 || (marker >= 0xd0 && marker <= 0xd7))) return at;
  }
}

function* pngChunks(bytes: Bytes): Generator<Piece, void> {
  for (let at = 8; at + 8 <= bytes.length;) {
    const name = bytes.text(at + 4, 4);
    const length = bytes.u32(at);
    yield { name, at: at + 8, length };
    at += 12 + length;
    if (name === 'IEND') return yield* rest(bytes, at);
  }
}

function* webpChunks(bytes: Bytes): Generator<Piece, void> {
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.u32le(at + 4);
    yield { name: bytes.text(at, 4), at: at + 8, length };
    at += 8 + length + (length % 2);
  }
  yield* rest(bytes, 8 + bytes.u32le(4));
}

/** More pieces no camera and no program makes; a file that has them is there to keep a server busy. */
const MAX_PIECES = 10_000;

function* piecesOf(type: PhotoHeader['type'] | undefined, bytes: Bytes): Generator<Piece, void> {
  const all =
    type === 'image/jpeg'
      ? jpegSegments(bytes)
      : type === 'image/png'
        ? pngChunks(bytes)
        : type === 'image/webp'
          ? webpChunks(bytes)
          : [];
  let count = 0;
  for (const piece of all) {
    if ((count += 1) > MAX_PIECES) return yield* rest(bytes, piece.at);
    yield piece;
  }
}

/** A start of frame: all of `c0`–`cf` but tables and extensions. */
const isFrame = (name: string): boolean => /^c[0-35-79-bd-f]$/.test(name);

function sized(type: PhotoHeader['type'], width: number, height: number): PhotoHeader {
  return width > 0 && height > 0 ? { type, width, height } : { type };
}

/** Its first piece tells. */
function webpHeader(bytes: Bytes): PhotoHeader {
  const type = 'image/webp';
  const name = bytes.text(12, 4);
  if (name === 'VP8X') return sized(type, bytes.u24le(24) + 1, bytes.u24le(27) + 1);
  if (name === 'VP8 ') return sized(type, bytes.u16le(26) & 0x3fff, bytes.u16le(28) & 0x3fff);
  const bits = bytes.u32le(21);
  return name === 'VP8L' ? sized(type, (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1) : { type };
}

/**
 * What an image is, told by its own bytes and not by its name. Undefined: no image of a known kind. Safe with any bytes;
 * the first 256 kB of a file do, the dimensions stay away where they come later.
 */
export function photoHeader(content: Uint8Array): PhotoHeader | undefined {
  const bytes = new Bytes(content);
  const start = bytes.text(0, 12);
  if (start.startsWith('\xff\xd8\xff')) {
    for (const { name, at, length } of piecesOf('image/jpeg', bytes)) {
      if (name === 'da') break;
      if (isFrame(name) && length >= 6) return sized('image/jpeg', bytes.u16(at + 3), bytes.u16(at + 1));
    }
    return { type: 'image/jpeg' };
  }
  if (start.startsWith(PNG)) return sized('image/png', bytes.u32(16), bytes.u32(20));
  if (start.startsWith('GIF8')) return sized('image/gif', bytes.u16le(6), bytes.u16le(8));
  if (/^RIFF[^]{4}WEBP/.test(start)) return webpHeader(bytes);
  if (start.slice(4, 8) !== 'ftyp') return undefined;
  const brands = bytes.text(8, Math.min(64, bytes.u32(0)));
  if (/avi[fs]/.test(brands)) return { type: 'image/avif' };
  return /hei[cxms]|hev[cxms]|mif1|msf1/.test(brands) ? { type: 'image/heic' } : undefined;
}

/**
 * Pieces that tell of more than the picture: where, when, with what and by whom it was taken. In a JPEG that is all that
 * programs write for themselves, save colour (`e2` ICC, `ee` Adobe), and comments.
 */
const TELLING = /^(?:e[1-9a-df]|fe|eXIf|tEXt|iTXt|zTXt|tIME|EXIF|XMP |rest)$/;

/**
 * Does a JPEG, PNG or WebP carry metadata: EXIF with the place, XMP, IPTC, comments, anything hung on after the picture?
 * Needs the whole file. Colour profiles don't count.
 */
export function hasMetadata(content: Uint8Array): boolean {
  const bytes = new Bytes(content);
  for (const { name, at } of piecesOf(photoHeader(content)?.type, bytes)) {
    const isColour = name === 'e2' && bytes.text(at, 11) === 'ICC_PROFILE';
    if (TELLING.test(name) && !isColour) return true;
  }
  return false;
}
