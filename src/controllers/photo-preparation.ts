import { hasMetadata, photoHeader, type PhotoHeader } from '../domain/consultation/photo-header.js';
import { MAX_PHOTO_BYTES, MAX_PHOTO_PIXELS, MAX_PHOTO_SIDE } from '../domain/consultation/photo.js';

/** Why a file can't be used as a photo. `heic`: a photo, but not one that this browser can read. */
export type PhotoRefusalCode =
  | 'not-a-photo'
  | 'heic'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'too-small'
  | 'unreadable'
  | 'cancelled'
  | 'out-of-memory';

/** Says why a file can't be used. */
export class PhotoRefusal extends Error {
  override readonly name = 'PhotoRefusal';
  readonly code: PhotoRefusalCode;

  constructor(code: PhotoRefusalCode, cause?: unknown) {
    super(`The photo can't be used: ${code}`, { cause });
    this.code = code;
  }
}

/** A photo that is fit to be sent: upright, small enough, and nothing but the picture. */
export interface PreparedPhoto {
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
}

/** What stands at the beginning of a file tells what it is; dimensions of a JPEG may come after large previews. */
const HEAD_BYTES = 262_144;
const MIN_SIDE = 200;
/** A photo for looking at needs no more. */
const AMPLE_BYTES = 4_194_304;
const QUALITIES = [0.85, 0.7, 0.55];

let queue: Promise<unknown> = Promise.resolve();

/**
 * Makes a photo fit to be sent: at most 2,048 pixels each way, turned as it was held, drawn anew so that no metadata is
 * left. All on the device. Photos are prepared one at a time, for the sake of small devices.
 *
 * @throws PhotoRefusal
 */
export function preparePhoto(file: Blob, { signal }: { readonly signal?: AbortSignal } = {}): Promise<PreparedPhoto> {
  const prepared = queue.then(() => prepare(file, signal));
  queue = prepared.catch(() => undefined);
  return prepared;
}

async function prepare(file: Blob, signal: AbortSignal | undefined): Promise<PreparedPhoto> {
  const check = (): void => {
    if (signal?.aborted) throw new PhotoRefusal('cancelled');
  };
  check();
  const type = await examine(file);
  check();
  const bitmap = await decode(file, type);
  try {
    check();
    if (Math.min(bitmap.width, bitmap.height) < MIN_SIDE) throw new PhotoRefusal('too-small');
    const canvas = draw(bitmap);
    try {
      const image = await encode(canvas);
      check();
      if (hasMetadata(new Uint8Array(await image.arrayBuffer()))) throw new PhotoRefusal('unreadable');
      return { image, width: canvas.width, height: canvas.height };
    } finally {
      // Lets go of the memory at once; a canvas may live on for long otherwise.
      canvas.width = 0;
    }
  } finally {
    bitmap.close();
  }
}

/** Looks at the file before anything is decoded: a few bytes can stand for pixels beyond measure. Says what it is. */
async function examine(file: Blob): Promise<PhotoHeader['type']> {
  if (file.size > MAX_PHOTO_BYTES) throw new PhotoRefusal('too-many-bytes');
  const head = new Uint8Array(
    await file
      .slice(0, HEAD_BYTES)
      .arrayBuffer()
      .catch((error: unknown) => {
        throw new PhotoRefusal('unreadable', error);
      }),
  );
  let { type, width, height } = photoHeader(head) ?? {};
  // A camera may put so much before the picture that its size comes late.
  if (type === 'image/jpeg' && width === undefined) {
    ({ type, width, height } = photoHeader(new Uint8Array(await file.arrayBuffer())) ?? { type });
  }
  if (!type || type === 'image/gif') throw new PhotoRefusal('not-a-photo');
  if (width !== undefined && height !== undefined) {
    if (width * height > MAX_PHOTO_PIXELS) throw new PhotoRefusal('too-many-pixels');
    if (Math.min(width, height) < MIN_SIDE) throw new PhotoRefusal('too-small');
  } else if (type !== 'image/heic' && type !== 'image/avif') {
    // The size of these is known from their first bytes, unless somebody hides it.
    throw new PhotoRefusal('unreadable');
  }
  return type;
}

/** The segment that most JPEGs begin with. */
const JFIF = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);

/** Browsers turn a photo as its camera was held, by default. */
async function decode(file: Blob, type: PhotoHeader['type']): Promise<ImageBitmap> {
  let bitmap: ImageBitmap;
  try {
    // Firefox takes no JPEG that begins with EXIF, as those of cameras do, unless this segment stands before it.
    bitmap = await createImageBitmap(file).catch((error: unknown) => {
      if (type === 'image/jpeg') return createImageBitmap(new Blob([JFIF, file.slice(2)], { type }));
      throw error;
    });
  } catch (error) {
    throw new PhotoRefusal(type === 'image/heic' ? 'heic' : 'unreadable', error);
  }
  if (bitmap.width * bitmap.height <= MAX_PHOTO_PIXELS) return bitmap;
  bitmap.close();
  throw new PhotoRefusal('too-many-pixels');
}

/** Draws the picture no larger than it may be, halving it step by step: one great step would leave out most pixels. */
function draw(bitmap: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(1, MAX_PHOTO_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  let source: ImageBitmap | HTMLCanvasElement = bitmap;
  while (source.width > width * 2) source = paint(source, Math.ceil(source.width / 2), Math.ceil(source.height / 2));
  return paint(source, width, height);
}

function paint(source: ImageBitmap | HTMLCanvasElement, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new PhotoRefusal('out-of-memory');
  context.imageSmoothingQuality = 'high';
  // What is see-through would turn black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  if (source instanceof HTMLCanvasElement) source.width = 0;
  return canvas;
}

async function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  let smallest: Blob | null = null;
  for (const quality of QUALITIES) {
    smallest = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (smallest && smallest.size <= AMPLE_BYTES) break;
  }
  if (!smallest) throw new PhotoRefusal('out-of-memory');
  return smallest;
}
