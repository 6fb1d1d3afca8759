import type { Photo, PhotoAngle } from 'smp-widgets/server';
import type { Queries, Row } from './database.js';
import type { PhotoFile } from './photo-file.js';

/** Where a sealed photo belongs: it opens as no other consultation's and from no other angle. */
export const photoPlaceOf = (consultationId: string, angle: PhotoAngle): string =>
  `consultation/${consultationId}/photo/${angle}`;

/** A stored photo. */
export interface PhotoRow extends Row {
  readonly consultation_id: string;
  readonly angle: PhotoAngle;
  readonly media_type: PhotoFile['mediaType'];
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly digest: string;
  readonly storage_name: string;
  /** Milliseconds since 1970. */
  readonly created_ms: number;
}

const COLUMNS = `consultation_id::text as consultation_id, angle, media_type, bytes, width, height, digest, storage_name,
  (extract(epoch from created_at) * 1000)::float8 as created_ms`;

/** The photos of some consultations, in the order in which they came. */
export function readPhotos(queries: Queries, consultationIds: readonly string[]): Promise<PhotoRow[]> {
  return queries.query<PhotoRow>(
    `select ${COLUMNS} from consultation_photo where consultation_id = any ($1::uuid[]) order by created_at, angle`,
    [[...consultationIds]],
  );
}

/** The photo of one angle. */
export async function readPhoto(
  queries: Queries,
  consultationId: string,
  angle: string,
): Promise<PhotoRow | undefined> {
  const [row] = await queries.query<PhotoRow>(
    `select ${COLUMNS} from consultation_photo where consultation_id = $1 and angle = $2`,
    [consultationId, angle],
  );
  return row;
}

/** What is stored of a photo beside its file. */
export interface NewPhoto {
  readonly id: string;
  readonly consultationId: string;
  readonly photo: Photo;
  readonly mediaType: PhotoFile['mediaType'];
  readonly digest: string;
  readonly storageName: string;
  /** Names the key that the file is sealed with. */
  readonly keyId: Uint8Array;
}

/** Stores a photo in place of the one of its angle. The consultation has to be locked. */
export async function putPhoto(queries: Queries, entry: NewPhoto): Promise<void> {
  const { id, consultationId, photo, mediaType, digest, storageName, keyId } = entry;
  await queries.query(
    `insert into consultation_photo
       (id, consultation_id, angle, media_type, bytes, width, height, digest, storage_name, key_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict on constraint one_photo_an_angle do update set
       id = excluded.id, media_type = excluded.media_type, bytes = excluded.bytes, width = excluded.width,
       height = excluded.height, digest = excluded.digest, storage_name = excluded.storage_name,
       key_id = excluded.key_id, created_at = excluded.created_at`,
    [id, consultationId, photo.angle, mediaType, photo.bytes, photo.width, photo.height, digest, storageName, keyId],
  );
}

/** Forgets the photo of one angle. @returns the file, to be removed once the transaction stands */
export async function deletePhoto(queries: Queries, consultationId: string, angle: string): Promise<string[]> {
  const rows = await queries.query<{ storage_name: string }>(
    'delete from consultation_photo where consultation_id = $1 and angle = $2 returning storage_name',
    [consultationId, angle],
  );
  return rows.map(({ storage_name }) => storage_name);
}
