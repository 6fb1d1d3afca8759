import * as z from 'zod/mini';
import { ConsultationProof } from './consultation-proof.js';
import { WholeNumber } from '../whole-number.js';

/** From where a photo is taken. `donor`: the back of the head, where hair is dense; it reaches to both sides. */
export const PhotoAngle = z.enum([
  'front',
  'front-parted',
  'top',
  'crown',
  'left',
  'right',
  'donor',
  'temple-left',
  'temple-right',
  'donor-left',
  'donor-right',
]);
export type PhotoAngle = z.infer<typeof PhotoAngle>;

/** Media types that a photo may have when it is uploaded. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
/** Most bytes of a photo, as it is chosen and as it is uploaded. */
export const MAX_PHOTO_BYTES = 15_728_640;
/** Most pixels of a photo as it is chosen; an uploaded one has at most {@link MAX_PHOTO_SIDE} each way. */
export const MAX_PHOTO_PIXELS = 64_000_000;
/** Longest side of an uploaded photo, in pixels. */
export const MAX_PHOTO_SIDE = 2048;

/** One photo on its way to the clinic. A later one of the same angle takes its place. */
export const PhotoUpload = z.object({
  ...ConsultationProof.shape,
  angle: PhotoAngle,
  /** One of {@link PHOTO_TYPES}, without metadata. */
  image: z.custom<Blob>((image) => image instanceof Blob),
});
export type PhotoUpload = z.infer<typeof PhotoUpload>;

/** Which photo of a consultation is meant. */
export const PhotoName = z.object({ ...ConsultationProof.shape, angle: PhotoAngle });
export type PhotoName = z.infer<typeof PhotoName>;

/** A photo as the backend has stored it. */
export const Photo = z.object({
  angle: PhotoAngle,
  bytes: WholeNumber.check(z.minimum(1)),
  width: WholeNumber.check(z.minimum(1)),
  height: WholeNumber.check(z.minimum(1)),
});
export type Photo = z.infer<typeof Photo>;
