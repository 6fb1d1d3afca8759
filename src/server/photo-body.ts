import { checkPhoto, type PhotoProblem } from '../domain/consultation/photo-check.js';
import { MAX_PHOTO_SIDE } from '../domain/consultation/photo.js';
import { malformed } from './refusal.js';

const DETAILS: Readonly<Record<PhotoProblem, string>> = {
  'not-a-photo': 'Send a JPEG, PNG or WebP.',
  'too-large': `A photo has at most ${MAX_PHOTO_SIDE} pixels each way.`,
  metadata: 'Take out EXIF, XMP, IPTC and comments.',
};

/**
 * The photo that a body is, told by its own bytes and not by what the client calls it.
 *
 * @throws Refusal 422 for anything but a JPEG, PNG or WebP of at most 2,048 pixels each way without metadata
 */
export function photoOf(body: unknown): Blob {
  if (!(body instanceof Uint8Array)) throw new TypeError('The body of a photo has to be bytes.');
  const bytes = new Uint8Array(body);
  const photo = checkPhoto(bytes);
  if (typeof photo === 'string') throw malformed(422, '/image', photo, DETAILS[photo]);
  return new Blob([bytes], { type: photo.type });
}
