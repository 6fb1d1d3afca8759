import { hasMetadata, photoHeader } from '../domain/consultation/photo-header.js';
import { MAX_PHOTO_SIDE, PHOTO_TYPES } from '../domain/consultation/photo.js';
import { malformed } from './refusal.js';

/**
 * The photo that a body is, told by its own bytes and not by what the client calls it.
 *
 * @throws Refusal 422 for anything but a JPEG, PNG or WebP of at most 2,048 pixels each way without metadata
 */
export function photoOf(body: unknown): Blob {
  if (!(body instanceof Uint8Array)) throw new TypeError('The body of a photo has to be bytes.');
  const bytes = new Uint8Array(body);
  const { type, width, height } = photoHeader(bytes) ?? {};
  if (!PHOTO_TYPES.some((known) => known === type) || width === undefined || height === undefined) {
    throw malformed(422, '/image', 'not-a-photo', 'Send a JPEG, PNG or WebP.');
  }
  if (Math.max(width, height) > MAX_PHOTO_SIDE) {
    throw malformed(422, '/image', 'too-large', `A photo has at most ${MAX_PHOTO_SIDE} pixels each way.`);
  }
  if (hasMetadata(bytes)) throw malformed(422, '/image', 'metadata', 'Take out EXIF, XMP, IPTC and comments.');
  return new Blob([bytes], { type: type ?? '' });
}
