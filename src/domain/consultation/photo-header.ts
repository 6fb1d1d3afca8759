/** What the first bytes of an image say. */
export interface PhotoHeader {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/heic' | 'image/avif';
  /** In pixels, as stored: a JPEG may be turned when it is shown. Absent where the bytes given don't tell. */
  readonly width?: number;
  readonly height?: number;
}

/** A reader of numbers and names that answers nothing beyond the end. */
class Bytes {
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.#view.byteLength;
  }

  u8 = (at: number): number => (at >= 0 && at < this.length ? this.#view.getUint8(at) : NaN);
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

const PNG = '\x89PNG\r\n\x1a\n';

/** The segments of a JPEG up to its image data. A name is the second byte of the marker, in hexadecimal. */
function* jpegSegments(bytes: Bytes): Generator<Piece> {
  for (let at = 2; at + 3 < bytes.length;) {
    if (bytes.u8(at) !== 0xff) return;
    const marker = bytes.u8(at + 1);
    // Fill bytes may stand before a marker; some markers stand alone.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      const length = bytes.u16(at + 2);
      if (length < 2 || marker === 0xd9) return;
      yield { name: marker.toString(16), at: at + 4, length: length - 2 };
      if (marker === 0xda) return;
      at += 2 + length;
    }
  }
}

function* pngChunks(bytes: Bytes): Generator<Piece> {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.u32(at)) {
    yield { name: bytes.text(at + 4, 4), at: at + 8, length: bytes.u32(at) };
  }
}

function* webpChunks(bytes: Bytes): Generator<Piece> {
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.u32le(at + 4);
    yield { name: bytes.text(at, 4), at: at + 8, length };
    at += 8 + length + (length % 2);
  }
}

/** A start of frame: all of `c0`–`cf` but tables and extensions. */
const isFrame = (name: string): boolean => /^c[0-35-79-bd-f]$/.test(name);

function sized(type: PhotoHeader['type'], width: number, height: number): PhotoHeader {
  return width > 0 && height > 0 ? { type, width, height } : { type };
}

function webpHeader(bytes: Bytes): PhotoHeader {
  const type = 'image/webp';
  for (const { name, at } of webpChunks(bytes)) {
    if (name === 'VP8X') return sized(type, bytes.u24le(at + 4) + 1, bytes.u24le(at + 7) + 1);
    if (name === 'VP8 ') return sized(type, bytes.u16le(at + 6) & 0x3fff, bytes.u16le(at + 8) & 0x3fff);
    if (name === 'VP8L') {
      const bits = bytes.u32le(at + 1);
      return sized(type, (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
  }
  return { type };
}

/**
 * What an image is, told by its own bytes and not by its name. Undefined: no image of a known kind. Safe with any bytes;
 * the first 256 kB of a file do, the dimensions stay away where they come later.
 */
export function photoHeader(content: Uint8Array): PhotoHeader | undefined {
  const bytes = new Bytes(content);
  const start = bytes.text(0, 12);
  if (start.startsWith('\xff\xd8\xff')) {
    for (const { name, at, length } of jpegSegments(bytes)) {
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

/** Chunks that tell of more than the picture: where, when, with what and by whom it was taken. */
const TELLING = /^(?:eXIf|tEXt|iTXt|zTXt|tIME|EXIF|XMP )$/;
/** The same in a JPEG: all that programs write for themselves, save colour (`e2` ICC, `ee` Adobe), and comments. */
const TELLING_JPEG = /^(?:e[1-9a-df]|fe)$/;

/**
 * Does a JPEG, PNG or WebP carry metadata: EXIF with the place, XMP, IPTC, comments? Needs the whole file. Colour
 * profiles don't count.
 */
export function hasMetadata(content: Uint8Array): boolean {
  const bytes = new Bytes(content);
  const type = photoHeader(content)?.type;
  if (type === 'image/jpeg') {
    for (const { name, at } of jpegSegments(bytes)) {
      const isColour = name === 'e2' && bytes.text(at, 11) === 'ICC_PROFILE';
      if (TELLING_JPEG.test(name) && !isColour) return true;
    }
    return false;
  }
  const chunks = type === 'image/png' ? pngChunks(bytes) : type === 'image/webp' ? webpChunks(bytes) : [];
  for (const { name } of chunks) if (TELLING.test(name)) return true;
  return false;
}
