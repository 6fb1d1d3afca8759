import type { PHOTO_TYPES } from '../domain/consultation/photo.js';

const encoder = new TextEncoder();

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const u32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function chunk(name: string, data: readonly number[]): number[] {
  const body = [...encoder.encode(name), ...data];
  return [...u32(data.length), ...body, ...u32(crc32(Uint8Array.from(body)))];
}

/** Deflate without compression, in one block. */
function stored(data: readonly number[]): number[] {
  let [low, high] = [1, 0];
  for (const byte of data) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  const { length } = data;
  const size = [length & 255, length >>> 8];
  return [0x78, 0x01, 1, ...size, ...size.map((byte) => byte ^ 255), ...data, ...u32(high * 65_536 + low)];
}

/** What a {@link tinyPhoto} may be made to be. */
export interface TinyPhoto {
  /** Default `image/png`. */
  readonly type?: (typeof PHOTO_TYPES)[number];
  /** Pixels. Default 8. */
  readonly width?: number;
  readonly height?: number;
  /** Eight pixels of a PNG, a bit each, that repeat: 0 to 255. Default 128. */
  readonly grey?: number;
  /** A comment in the metadata of a PNG. Default: it has none. */
  readonly comment?: string;
}

function png({ width = 8, height = 8, grey = 128, comment }: TinyPhoto): number[] {
  // A row is a filter byte and its pixels, eight of which a byte holds here.
  const row = [0, ...Array.from({ length: Math.ceil(width / 8) }, () => grey)];
  return [
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...u32(width), ...u32(height), 1, 0, 0, 0, 0]),
    ...(comment === undefined ? [] : chunk('tEXt', [...encoder.encode(`Comment\0${comment}`)])),
    ...chunk('IDAT', stored(Array.from({ length: height }, () => row).flat())),
    ...chunk('IEND', []),
  ];
}

const segment = (marker: number, data: readonly number[]): number[] => [
  ...[0xff, marker, (data.length + 2) >>> 8, (data.length + 2) & 255],
  ...data,
];

/** One grey all over: each block of 8 × 8 is two codes of one bit, both of which are 0. */
function jpeg({ width = 8, height = 8 }: TinyPhoto): number[] {
  const oneCode = [1, ...Array.from({ length: 15 }, () => 0), 0];
  const bits = 2 * Math.ceil(width / 8) * Math.ceil(height / 8);
  const coded = Array.from({ length: Math.ceil(bits / 8) }, () => 0);
  // What is left of the last byte has to be ones.
  coded.push((coded.pop() ?? 0) | (255 >>> (bits % 8 || 8)));
  return [
    ...[0xff, 0xd8],
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(0xc0, [8, height >>> 8, height & 255, width >>> 8, width & 255, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0x00, ...oneCode]),
    ...segment(0xc4, [0x10, ...oneCode]),
    ...segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    ...coded,
    ...[0xff, 0xd9],
  ];
}

/** One grey all over, lossless: five codes of one symbol each, so that a pixel takes no bit at all. */
function webp({ width = 8, height = 8 }: TinyPhoto): number[] {
  const number = (value: number, length: number): number[] => Array.from({ length }, (_, bit) => (value >>> bit) & 1);
  const symbol = (value: number): number[] => [1, 0, 1, ...number(value, 8)];
  const size = [...number(width - 1, 14), ...number(height - 1, 14)];
  const grey = [...symbol(128), ...symbol(128), ...symbol(128)];
  // No alpha, version 0; neither transforms nor a cache nor groups of codes; the last code is for distances.
  const bits = [...size, ...number(0, 4), 0, 0, 0, ...grey, ...symbol(255), 1, 0, 0, 0];
  const bytes = [0x2f];
  for (let at = 0; at < bits.length; at += 8) {
    bytes.push(bits.slice(at, at + 8).reduce((byte, bit, index) => byte | (bit << index), 0));
  }
  const length = u32(bytes.length).reverse();
  const padded = [...bytes, ...(bytes.length % 2 ? [0] : [])];
  const inside = [...encoder.encode('WEBPVP8L'), ...length, ...padded];
  return [...encoder.encode('RIFF'), ...u32(inside.length).reverse(), ...inside];
}

const MAKERS = { 'image/png': png, 'image/jpeg': jpeg, 'image/webp': webp };

/** A small picture to test uploads with, which every reader of its kind can draw. */
export function tinyPhoto(photo: TinyPhoto = {}): Blob {
  const { type = 'image/png' } = photo;
  return new Blob([Uint8Array.from(MAKERS[type](photo))], { type });
}
