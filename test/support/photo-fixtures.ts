export type Colour = readonly [red: number, green: number, blue: number];
export const RED: Colour = [220, 30, 30];
export const GREEN: Colour = [30, 180, 30];
export const BLUE: Colour = [30, 30, 220];
export const WHITE: Colour = [250, 250, 250];

/** Texts and numbers as bytes. */
export const bytes = (...parts: readonly (string | ArrayLike<number>)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? latin(part) : Array.from(part))));
const latin = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));
export const u16 = (value: number): number[] => [(value >>> 8) & 255, value & 255];
export const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value)];
const little = (big: readonly number[]): number[] => [...big].reverse();

export const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());

/** An empty canvas and what draws on it. */
export function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Nothing can be drawn here');
  return [canvas, context];
}

/** A picture of four fields: red and green above, blue and white below. */
export function fields(width: number, height: number): HTMLCanvasElement {
  const [canvas, context] = canvasOf(width, height);
  [RED, GREEN, BLUE, WHITE].forEach((colour, index) => {
    context.fillStyle = `rgb(${colour.join()})`;
    context.fillRect((index % 2) * (width / 2), index < 2 ? 0 : height / 2, width / 2, height / 2);
  });
  return canvas;
}

/** What a canvas shows, as a file. */
export const blobOf = (canvas: HTMLCanvasElement, type = 'image/jpeg', quality = 0.95): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type, quality),
  );

/** One segment of a JPEG. */
export const segment = (marker: number, ...content: readonly (string | ArrayLike<number>)[]): number[] => {
  const body = bytes(...content);
  return [0xff, marker, ...u16(body.length + 2), ...body];
};

export interface ExifOptions {
  readonly isLittleEndian?: boolean;
  readonly secret?: string;
  /** A small JPEG inside, as cameras put it there. */
  readonly thumbnail?: Uint8Array;
}

/** The TIFF inside of EXIF: an orientation, a place and, if given, a thumbnail. */
export function tiff(orientation: number, options: ExifOptions = {}): number[] {
  const { isLittleEndian = false, secret = 'SECRET-GPS', thumbnail } = options;
  const short = (value: number) => (isLittleEndian ? little(u16(value)) : u16(value));
  const long = (value: number) => (isLittleEndian ? little(u32(value)) : u32(value));
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...short(tag),
    ...short(type),
    ...long(count),
    ...value,
  ];
  const text = bytes(secret, [0]);
  // A header of 8 bytes, IFD0, GPS and IFD1 with three entries each, then what they point at.
  const gps = 8 + 2 + 3 * 12 + 4;
  const ifd1 = gps + 2 + 3 * 12 + 4;
  const data = ifd1 + (thumbnail ? 2 + 3 * 12 + 4 : 0);
  const place = data + text.length;
  const picture = place + 24;
  const degrees = [51, 1, 30, 1, 12, 1].flatMap(long);
  return [
    ...bytes(isLittleEndian ? 'II' : 'MM'),
    ...short(42),
    ...long(8),
    ...short(3),
    ...entry(0x010f, 2, text.length, long(data)),
    ...entry(0x0112, 3, 1, [...short(orientation), 0, 0]),
    ...entry(0x8825, 4, 1, long(gps)),
    ...long(thumbnail ? ifd1 : 0),
    ...short(3),
    ...entry(0x0000, 1, 4, [2, 3, 0, 0]),
    ...entry(0x0001, 2, 2, [...bytes('N'), 0, 0, 0]),
    ...entry(0x0002, 5, 3, long(place)),
    ...long(0),
    ...(thumbnail
      ? [
          ...short(3),
          ...entry(0x0103, 3, 1, [...short(6), 0, 0]),
          ...entry(0x0201, 4, 1, long(picture)),
          ...entry(0x0202, 4, 1, long(thumbnail.length)),
          ...long(0),
        ]
      : []),
    ...text,
    ...degrees,
    ...Array.from(thumbnail ?? []),
  ];
}

/** The segment of a JPEG that says how the camera was held and where. */
export const exif = (orientation: number, options?: ExifOptions): number[] =>
  segment(0xe1, 'Exif\0\0', tiff(orientation, options));

/** What an iPhone or a phone with Android puts into a JPEG, after its first two bytes. */
export const cameraSegments = (orientation = 1, thumbnail?: Uint8Array): number[] => [
  ...exif(orientation, thumbnail ? { thumbnail } : {}),
  ...segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET-XMP</x:xmpmeta>'),
  ...segment(0xe2, 'MPF\0SECRET-MPF'),
  ...segment(0xed, 'Photoshop 3.0\x008BIM\x04\x04\0\0', u32(10), 'SECRET-IPTC'),
  ...segment(0xfe, 'SECRET-COMMENT'),
];

/** What Apple's encoder puts into every JPEG that a canvas makes: EXIF of the colour space and size, and a checksum. */
export const appleSegments = (width: number, height: number): number[] => [
  ...segment(
    0xe1,
    'Exif\0\0MM\0*',
    [...u32(8), ...u16(1), ...u16(0x8769), ...u16(4), ...u32(1), ...u32(26), ...u32(0)],
    [...u16(3), ...u16(0xa001), ...u16(3), ...u32(1), ...u16(1), 0, 0],
    [...u16(0xa002), ...u16(4), ...u32(1), ...u32(width), ...u16(0xa003), ...u16(4), ...u32(1), ...u32(height)],
    u32(0),
  ),
  ...segment(0xed, 'Photoshop 3.0\x008BIM\x04\x04', new Uint8Array(6), '8BIM\x04%', new Uint8Array(22)),
];

/** A JPEG with segments of our own after its first two bytes, in place of the segment that browsers begin with. */
export async function withSegments(jpeg: Blob, segments: readonly number[]): Promise<Blob> {
  const content = await bytesOf(jpeg);
  const first = content[3] === 0xe0 ? 4 + (content[4] ?? 0) * 256 + (content[5] ?? 0) : 2;
  return new Blob([content.slice(0, 2), Uint8Array.from(segments), content.slice(first)], { type: 'image/jpeg' });
}

function crc(content: Uint8Array): number {
  let value = ~0;
  for (const byte of content) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

export const PNG_START = bytes([0x89], 'PNG\r\n\x1a\n');

/** One chunk of a PNG. */
export function pngChunk(type: string, ...content: readonly (string | ArrayLike<number>)[]): Uint8Array<ArrayBuffer> {
  const body = bytes(type, ...content);
  return bytes(u32(body.length - 4), body, u32(crc(body)));
}

/** The first chunk of a black and white PNG. */
export const pngHead = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  pngChunk('IHDR', u32(width), u32(height), [1, 0, 0, 0, 0]);

/** A black PNG that can be drawn: few bytes, however many pixels. */
export async function blackPng(width: number, height: number): Promise<Blob> {
  const rows = new Blob([new Uint8Array((Math.ceil(width / 8) + 1) * height)]);
  const packed = await new Response(rows.stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer();
  const data = new Uint8Array(packed);
  // Not by pngChunk: a checksum of a long array of numbers takes its time.
  const body = new Uint8Array(data.length + 4);
  body.set(bytes('IDAT'));
  body.set(data, 4);
  const parts = [PNG_START, pngHead(width, height), bytes(u32(data.length)), body, bytes(u32(crc(body)))];
  return new Blob([...parts, pngChunk('IEND')], { type: 'image/png' });
}

/** A PNG with more chunks after its first. */
export async function withChunks(png: Blob, ...chunks: readonly Uint8Array<ArrayBuffer>[]): Promise<Blob> {
  const content = await bytesOf(png);
  return new Blob([content.slice(0, 33), ...chunks, content.slice(33)], { type: 'image/png' });
}

const littleU32 = (value: number): number[] => little(u32(value));
const webpChunk = (type: string, content: Uint8Array): Uint8Array =>
  bytes(type, littleU32(content.length), content, new Uint8Array(content.length % 2));

/** An extended WebP with these chunks after the picture; its flags say EXIF and XMP. */
export function webp(width: number, height: number, ...chunks: readonly Uint8Array[]): Blob {
  const size = [width, height].flatMap((side) => littleU32(side - 1).slice(0, 3));
  const body = bytes('WEBP', webpChunk('VP8X', bytes([12, 0, 0, 0], size)), ...chunks);
  return new Blob([bytes('RIFF', littleU32(body.length), body)], { type: 'image/webp' });
}

/** A WebP that tells where it was taken. Undefined where this browser makes none. */
export async function webpWithPlace(canvas: HTMLCanvasElement): Promise<Blob | undefined> {
  const made = await blobOf(canvas, 'image/webp');
  if (made.type !== 'image/webp') return undefined;
  const content = await bytesOf(made);
  // Chromium begins with VP8X itself, and a colour profile after it.
  const picture = content.slice(content[15] === 0x58 ? 30 : 12);
  const telling = [webpChunk('EXIF', bytes(tiff(1))), webpChunk('XMP ', bytes('SECRET-XMP'))];
  return webp(canvas.width, canvas.height, picture, ...telling);
}

/** The beginning of a HEIC or AVIF that says its picture, or a tile of it, has these dimensions. */
export const heif = (brand: 'heic' | 'avif', ...sizes: readonly (readonly [width: number, height: number])[]): Blob => {
  const boxes = sizes.flatMap(([width, height]) => [
    ...u32(20),
    ...bytes('ispe'),
    ...u32(0),
    ...u32(width),
    ...u32(height),
  ]);
  return new Blob([bytes(u32(24), 'ftyp', brand, u32(0), 'mif1', brand, u32(boxes.length + 8), 'meta', boxes)]);
};

/** Every byte as one character, to look for words in. */
export const asText = (content: Uint8Array): string => new TextDecoder('latin1').decode(content);

/** Names of all segments of a JPEG before the picture's data, with the first letters of what they hold. */
export function segmentNames(content: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 2; content[at] === 0xff;) {
    const [, marker = 0, high = 0, low = 0] = content.subarray(at, at + 4);
    names.push(`${marker.toString(16)} ${asText(content.subarray(at + 4, at + 15))}`);
    if (marker === 0xda) break;
    at += 2 + high * 256 + low;
  }
  return names;
}

/** The colours near the four corners, by name: above left and right, below left and right. */
export async function cornersOf(image: Blob): Promise<string> {
  const bitmap = await createImageBitmap(image);
  const [{ width, height }, context] = canvasOf(bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const at = (x: number, y: number) => colourName(context, x * width, y * height);
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)].join(' ');
}

/** Which of the four colours a point is nearest to. */
export function colourName(context: CanvasRenderingContext2D, x: number, y: number): string {
  const [r = 0, g = 0, b = 0] = context.getImageData(x, y, 1, 1).data;
  const far = ([red, green, blue]: Colour) => Math.hypot(red - r, green - g, blue - b);
  const names = Object.entries({ red: RED, green: GREEN, blue: BLUE, white: WHITE, black: [0, 0, 0] as Colour });
  return names.sort(([, one], [, other]) => far(one) - far(other))[0]?.[0] ?? '';
}
