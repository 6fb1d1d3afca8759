import type { PhotoHeader } from './photo-header.js';

/** The segments of a JPEG up to its coded picture, whose marker (`0xda`) comes last. */
function* segmentsOf(content: Uint8Array): Generator<readonly [marker: number, at: number, end: number]> {
  for (let at = 2; content[at] === 0xff;) {
    const [, marker = 0, high = 0, low = 0] = content.subarray(at, at + 4);
    const end = at + 2 + high * 256 + low;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) at += 1;
    else {
      yield [marker, at, end];
      if (marker === 0xda) return;
      at = end;
    }
  }
}

/**
 * A JPEG without what the program that made it wrote for itself: EXIF, XMP, IPTC, comments. Colour profiles stay. Meant
 * for what a browser has made; what others hang on after the picture stays too.
 */
export function strippedJpeg(content: Uint8Array<ArrayBuffer>): Blob {
  const kept: Uint8Array<ArrayBuffer>[] = [];
  let from = 0;
  for (const [marker, at, end] of segmentsOf(content)) {
    if (marker < 0xe1 || marker === 0xe2 || marker === 0xee) continue;
    kept.push(content.subarray(from, at));
    from = end;
  }
  return new Blob([...kept, content.subarray(from)], { type: 'image/jpeg' });
}

/** Is the file there to its end? Some browsers draw what there is of one that was cut off, and leave the rest empty. */
export function isWhole(content: Uint8Array, type: PhotoHeader['type']): boolean {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const { length } = content;
  if (type === 'image/jpeg') {
    const picture = [...segmentsOf(content)].at(-1)?.[2] ?? length;
    // A coded picture holds no such pair; other pictures may follow it.
    for (let at = picture; (at = content.indexOf(0xff, at) + 1) > 0;) if (content[at] === 0xd9) return true;
    return false;
  }
  if (type === 'image/png') {
    for (let at = 8; at + 8 <= length; at += 12 + view.getUint32(at)) {
      if (view.getUint32(at + 4) === 0x49454e44) return true;
    }
    return false;
  }
  return type !== 'image/webp' || view.getUint32(4, true) + 8 <= length;
}

/** Pixels of the largest picture that a HEIC or AVIF says it holds; the others are its tiles and previews. Else 0. */
export function heifPixels(content: Uint8Array): number {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let most = 0;
  for (let at = 0; (at = content.indexOf(0x69, at) + 1) > 0 && at + 15 <= content.length;) {
    // The box `ispe`: its name, four bytes, and the dimensions.
    if (view.getUint32(at - 1) === 0x69737065) most = Math.max(most, view.getUint32(at + 7) * view.getUint32(at + 11));
  }
  return most;
}
