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
  /** Pixels. Default 8. */
  readonly width?: number;
  readonly height?: number;
  /** Grey, 0 to 255. Default 128. */
  readonly grey?: number;
  /** A comment in its metadata. Default: it has none. */
  readonly comment?: string;
}

/** A small PNG to test uploads with. */
export function tinyPhoto({ width = 8, height = 8, grey = 128, comment }: TinyPhoto = {}): Blob {
  // A row is a filter byte and its pixels, eight of which a byte holds here.
  const row = [0, ...Array.from({ length: Math.ceil(width / 8) }, () => grey)];
  const bytes = [
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...u32(width), ...u32(height), 1, 0, 0, 0, 0]),
    ...(comment === undefined ? [] : chunk('tEXt', [...encoder.encode(`Comment\0${comment}`)])),
    ...chunk('IDAT', stored(Array.from({ length: height }, () => row).flat())),
    ...chunk('IEND', []),
  ];
  return new Blob([Uint8Array.from(bytes)], { type: 'image/png' });
}
