import { heifPixels, isWhole, strippedJpeg } from '../domain/consultation/photo-content.js';
import { hasMetadata, photoHeader, type PhotoHeader } from '../domain/consultation/photo-header.js';
import { MAX_PHOTO_BYTES, MAX_PHOTO_PIXELS, MAX_PHOTO_SIDE } from '../domain/consultation/photo.js';

/**
 * Why a file can't be used as a photo. `heic`: a photo, but not one that this browser can read. `blocked`: the browser
 * gives the page noise in place of pictures, to keep visitors from being recognised.
 */
export type PhotoRefusalCode =
  | 'not-a-photo'
  | 'heic'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'too-small'
  | 'unreadable'
  | 'cancelled'
  | 'blocked'
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

const MIN_SIDE = 200;
/** A photo for looking at needs no more. */
const AMPLE_BYTES = 4_194_304;
const QUALITIES = [0.85, 0.7, 0.55];

let queue: Promise<unknown> = Promise.resolve();

/**
 * Makes a photo fit to be sent: at most 2,048 pixels each way, turned as it was held, drawn anew so that no metadata is
 * left. All on the device. Photos are prepared one at a time, for the sake of small devices. What is given up is refused
 * at once, and holds up nobody.
 *
 * @throws PhotoRefusal
 */
export function preparePhoto(file: Blob, { signal }: { readonly signal?: AbortSignal } = {}): Promise<PreparedPhoto> {
  const given = new Promise<never>((_resolve, reject) => {
    const cancel = (): void => reject(new PhotoRefusal('cancelled'));
    if (signal?.aborted) cancel();
    else signal?.addEventListener('abort', cancel, { once: true });
  });
  const prepared = Promise.race([given, queue.then(() => prepare(file, signal))]);
  // Keeps no photo: the next one waits, and that is all.
  queue = Promise.allSettled([queue, prepared]).then(() => undefined);
  return prepared;
}

async function prepare(file: Blob, signal: AbortSignal | undefined): Promise<PreparedPhoto> {
  const check = (): void => {
    if (signal?.aborted) throw new PhotoRefusal('cancelled');
  };
  let code: PhotoRefusalCode = 'unreadable';
  try {
    check();
    if (file.size > MAX_PHOTO_BYTES) throw new PhotoRefusal('too-many-bytes');
    const content = await bytesOf(file);
    check();
    const type = examine(content);
    if (type === 'image/heic') code = 'heic';
    // Browsers turn a photo as its camera was held, by default. What was looked at is what is decoded.
    const bitmap = await createImageBitmap(new Blob([content], { type }));
    try {
      check();
      checkSize(bitmap.width, bitmap.height);
      const canvas = draw(bitmap);
      try {
        const image = await encode(canvas);
        check();
        return { image, width: canvas.width, height: canvas.height };
      } finally {
        // Lets go of the memory at once; a canvas may live on for long otherwise.
        canvas.width = 0;
      }
    } finally {
      bitmap.close();
    }
  } catch (error) {
    throw error instanceof PhotoRefusal ? error : new PhotoRefusal(code, error);
  }
}

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());

function checkSize(width: number, height: number): void {
  if (width * height > MAX_PHOTO_PIXELS) throw new PhotoRefusal('too-many-pixels');
  const short = Math.min(width, height);
  // A long strip is left too narrow once it is made smaller.
  if (short * Math.min(1, MAX_PHOTO_SIDE / Math.max(width, height)) < MIN_SIDE) throw new PhotoRefusal('too-small');
}

/** Looks at the file before anything is decoded: a few bytes can stand for pixels beyond measure. Says what it is. */
function examine(content: Uint8Array): PhotoHeader['type'] {
  const { type, width, height } = photoHeader(content) ?? {};
  if (!type || type === 'image/gif') throw new PhotoRefusal('not-a-photo');
  if (width !== undefined && height !== undefined) checkSize(width, height);
  else if (type !== 'image/heic' && type !== 'image/avif') throw new PhotoRefusal('unreadable');
  else if (heifPixels(content) > MAX_PHOTO_PIXELS) throw new PhotoRefusal('too-many-pixels');
  if (!isWhole(content, type)) throw new PhotoRefusal('unreadable');
  return type;
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
  const { data } = context.getImageData(0, 0, 4, 4);
  // Without memory a canvas stays empty.
  if (data.some((value) => value < 200)) throw new PhotoRefusal(data.some(Boolean) ? 'blocked' : 'out-of-memory');
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
  const content = await bytesOf(smallest);
  if (!hasMetadata(content)) return smallest;
  // Safari writes EXIF of its own: nothing of the camera's, but clinics take none at all.
  const stripped = strippedJpeg(content);
  if (hasMetadata(await bytesOf(stripped))) throw new PhotoRefusal('unreadable');
  return stripped;
}
