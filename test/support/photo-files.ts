import { deflateSync } from 'node:zlib';

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

function crc(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

/** One chunk of a PNG. */
export function pngChunk(type: string, content: Uint8Array = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  return Buffer.concat([u32(content.byteLength), body, u32(crc(body))]);
}

/** A real PNG of one grey, with further chunks before its picture. */
export function pngFile(
  width: number,
  height: number,
  extra: readonly Buffer[] = [],
  grey = 0x80,
): Buffer<ArrayBuffer> {
  const header = Buffer.concat([u32(width), u32(height), Buffer.of(8, 0, 0, 0, 0)]);
  const rows = Buffer.alloc((width + 1) * height, grey);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND'),
  ]);
}

/** One segment of a JPEG. */
export function jpegSegment(marker: number, content: Uint8Array): Buffer {
  const length = content.byteLength + 2;
  return Buffer.concat([Buffer.of(0xff, marker, length >> 8, length & 0xff), content]);
}

/** A JPEG by its structure; nobody could draw it. */
export function jpegFile(width: number, height: number, extra: readonly Buffer[] = []): Buffer<ArrayBuffer> {
  const frame = Buffer.of(8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    jpegSegment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...extra,
    jpegSegment(0xdb, Buffer.alloc(65)),
    jpegSegment(0xc0, frame),
    jpegSegment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
    Buffer.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56),
    Buffer.of(0xff, 0xd9),
  ]);
}

/** One chunk of a WebP. */
export function webpChunk(type: string, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.byteLength);
  return Buffer.concat([Buffer.from(type, 'latin1'), length, content, Buffer.alloc(content.byteLength % 2)]);
}

/** A WebP by its structure, lossless, or extended with further chunks. */
export function webpFile(width: number, height: number, extra: readonly Buffer[] = []): Buffer<ArrayBuffer> {
  const packed = Buffer.alloc(5, 0x2f);
  packed.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
  const extended = Buffer.alloc(10);
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  const chunks = Buffer.concat([
    ...(extra.length > 0 ? [webpChunk('VP8X', extended)] : []),
    webpChunk('VP8L', packed),
    ...extra,
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(chunks.byteLength + 4);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), size, Buffer.from('WEBP', 'latin1'), chunks]);
}
