import { hasMetadata, photoHeader } from './photo-header.js';
import { MAX_PHOTO_BYTES, MAX_PHOTO_SIDE, PHOTO_TYPES } from './photo.js';

/** A photo that may be stored, told by its own bytes. */
export interface CheckedPhoto {
  readonly type: (typeof PHOTO_TYPES)[number];
  readonly width: number;
  readonly height: number;
}

/** Why a file is not stored as a photo. */
export type PhotoProblem = 'not-a-photo' | 'too-large' | 'metadata';

/** What a server takes: a JPEG, PNG or WebP of at most 15 MiB and 2,048 pixels each way, without metadata. */
export function checkPhoto(content: Uint8Array): CheckedPhoto | PhotoProblem {
  const { type: told, width = 0, height = 0 } = photoHeader(content) ?? {};
  const type = PHOTO_TYPES.find((known) => known === told);
  if (!type || width < 1 || height < 1) return 'not-a-photo';
  if (content.byteLength > MAX_PHOTO_BYTES || Math.max(width, height) > MAX_PHOTO_SIDE) return 'too-large';
  return hasMetadata(content) ? 'metadata' : { type, width, height };
}
