import { ConsultationProof } from '../domain/consultation/consultation-proof.js';
import { Consultation, ConsultationDraft } from '../domain/consultation/consultation.js';
import { Photo, PhotoName, PhotoUpload } from '../domain/consultation/photo.js';
import { reader, readNothing } from './scheduler.js';
import type { ScheduledUploadOptions, ScheduledWriteOptions, Scheduler, WriteKind } from './scheduler.js';
import type { WriteOutcome } from './write-outcome.js';

// What a Scheduler does for a consultation, apart from it: a page that only books loads none of this.

/** A photo takes its time on a slow line. */
const UPLOAD_TIMEOUT_MS = 60_000;

const SUBMIT: WriteKind<ConsultationDraft, Consultation> = {
  method: 'submitConsultation',
  schema: ConsultationDraft,
  read: reader(Consultation, 'The consultation'),
};
const ERASE: WriteKind<ConsultationProof, undefined> = {
  method: 'eraseConsultation',
  schema: ConsultationProof,
  read: readNothing,
};
const DELETE: WriteKind<PhotoName, undefined> = { method: 'deletePhoto', schema: PhotoName, read: readNothing };

const images = new WeakMap<Blob, number>();
let imageCount = 0;

/** A number for an image, since nothing in JSON tells two apart. */
function numberOf(image: Blob): number {
  const number = images.get(image) ?? (imageCount += 1);
  images.set(image, number);
  return number;
}

const UPLOAD: WriteKind<PhotoUpload, Photo> = {
  method: 'uploadPhoto',
  schema: PhotoUpload,
  read: reader(Photo, 'The photo'),
  timeoutMs: UPLOAD_TIMEOUT_MS,
  identity: ({ image, ...name }) => [name, numberOf(image)],
};

/** Stores a questionnaire that was filled in. */
export function submitConsultation(
  scheduler: Scheduler,
  draft: ConsultationDraft,
  options: ScheduledWriteOptions,
): Promise<WriteOutcome<Consultation>> {
  return scheduler.write(SUBMIT, draft, options);
}

/** Has the clinic forget a consultation, its photos included. */
export function eraseConsultation(
  scheduler: Scheduler,
  proof: ConsultationProof,
  options: ScheduledWriteOptions,
): Promise<WriteOutcome<undefined>> {
  return scheduler.write(ERASE, proof, options);
}

/**
 * Sends a photo. Unlike other writes it can be stopped under way by its signal. Its outcome is `unknown` then, with
 * `aborted`: it may have arrived all the same, so delete it where it is not wanted. Each try has 60 s.
 */
export function uploadPhoto(
  scheduler: Scheduler,
  photo: PhotoUpload,
  { onProgress, ...options }: ScheduledUploadOptions,
): Promise<WriteOutcome<Photo>> {
  const tell = (fraction: number): void => {
    if (!(fraction >= 0)) return;
    try {
      onProgress?.(Math.min(1, fraction));
    } catch {
      // A listener that fails must not end an upload.
    }
  };
  return scheduler.write(UPLOAD, photo, { ...options, ...(onProgress && { onProgress: tell }) });
}

/** Has the clinic forget one photo. */
export function deletePhoto(
  scheduler: Scheduler,
  photo: PhotoName,
  options: ScheduledWriteOptions,
): Promise<WriteOutcome<undefined>> {
  return scheduler.write(DELETE, photo, options);
}
