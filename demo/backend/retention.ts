import { readConsultation, placeOf, SEALED_COLUMNS } from './consultation-record.js';
import type { Database } from './database.js';
import { SealBroken, type HealthCipher } from './health-cipher.js';
import { photoPlaceOf, type PhotoRow } from './photo-record.js';
import type { PhotoStore } from './photo-store.js';

/** How long a clinic keeps consultations. */
export interface Retention {
  /** Days after which one without a booking is erased, and the record of one that was withdrawn. Default 30. */
  readonly days: number;
  /** Days after the last booking that it belongs to. Default 365: the clinic's own decision, to be published by it. */
  readonly bookedDays: number;
}

export const RETENTION: Retention = { days: 30, bookedDays: 365 };

/** What {@link applyRetention} found to do. */
export interface Retained {
  /** Consultations that were erased because their time was over. */
  readonly erased: number;
  /** Files that no photo belongs to any more. */
  readonly files: number;
  /** Records and photos that were sealed with the key of today instead of an earlier one. */
  readonly resealed: number;
  /** Records and photos that none of the known keys opens. */
  readonly broken: number;
}

/** What {@link applyRetention} works on. */
export interface RetentionOptions {
  readonly cipher: HealthCipher;
  readonly photos?: PhotoStore | undefined;
  readonly retention?: Retention | undefined;
  /** The clock, in milliseconds since 1970. Default: the system's. */
  readonly now?: (() => number) | undefined;
}

/** A file belongs to a photo that is still being stored until then, whether or not there is a row. */
const UPLOAD_MS = 3_600_000;
const CHUNK = 500;

/**
 * Erases consultations whose time is over, removes files that belong to nobody, and seals again what an earlier key has
 * sealed. Safe to run at any time, on any server.
 */
export async function applyRetention(database: Database, options: RetentionOptions): Promise<Retained> {
  const { cipher, photos, retention = RETENTION, now = Date.now } = options;
  const erased = await eraseOld(database, photos, retention, now());
  const files = photos ? await removeOrphans(database, photos, now()) : 0;
  const tally = { resealed: 0, broken: 0 };
  await resealRecords(database, cipher, tally);
  if (photos) await resealPhotos(database, cipher, photos, tally);
  return { erased, files, ...tally };
}

interface Tally {
  resealed: number;
  broken: number;
}

/** One record that can't be opened must not keep the others from being sealed again. */
async function count(tally: Tally, reseal: () => Promise<boolean>): Promise<void> {
  try {
    if (await reseal()) tally.resealed += 1;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    tally.broken += 1;
  }
}

/** The time of a consultation is over: `$1` is now, in seconds, `$2` and `$3` are the days of {@link Retention}. */
const OVER = `
  coalesce(consultation.withdrawn_at, consultation.created_at) < to_timestamp($1::float8) - make_interval(days => $2::int)
  and not exists (
    select from booking
    where booking.consultation_id = consultation.id and status in ('requested', 'confirmed')
      and upper(during) > to_timestamp($1::float8) - make_interval(days => $3::int))`;

async function eraseOld(
  database: Database,
  photos: PhotoStore | undefined,
  { days, bookedDays }: Retention,
  now: number,
): Promise<number> {
  const times = [now / 1000, days, bookedDays];
  const rows = await database.transaction(async (transaction) => {
    const found = await transaction.query<{ id: string }>(
      `select id::text as id from consultation where ${OVER} for update skip locked`,
      times,
    );
    if (found.length === 0) return [];
    // Somebody may have booked with one while it was looked for. Now nobody can, and what they did is to be seen.
    // The photos' rows go with their consultation, so their files are named in the same statement.
    return transaction.query<{ files: string[] }>(
      `with files as (
         select consultation_id, array_agg(storage_name) as names from consultation_photo
         where consultation_id = any ($4::uuid[]) group by consultation_id)
       delete from consultation using unnest($4::uuid[]) as old (id) left join files on files.consultation_id = old.id
       where consultation.id = old.id and ${OVER}
       returning coalesce(files.names, '{}') as files`,
      [...times, found.map(({ id }) => id)],
    );
  });
  await photos?.remove(rows.flatMap(({ files }) => files));
  return rows.length;
}

async function removeOrphans(database: Database, photos: PhotoStore, now: number): Promise<number> {
  const names = await photos.writtenBefore(now - UPLOAD_MS);
  let removed = 0;
  for (let from = 0; from < names.length; from += CHUNK) {
    const chunk = names.slice(from, from + CHUNK);
    const rows = await database.query<{ storage_name: string }>(
      'select storage_name from consultation_photo where storage_name = any ($1::text[])',
      [chunk],
    );
    const stored = new Set(rows.map(({ storage_name }) => storage_name));
    for (const name of chunk.filter((one) => !stored.has(one))) {
      await photos.discard(name);
      removed += 1;
    }
  }
  return removed;
}

/** The name of a key stands in the second to ninth byte of what it has sealed. */
const SEALED_BY = `substring(answers from 2 for 8)`;

async function resealRecords(database: Database, cipher: HealthCipher, tally: Tally): Promise<void> {
  const rows = await database.query<{ id: string }>(
    `select id::text as id from consultation where answers is not null and ${SEALED_BY} <> $1::bytea`,
    [cipher.keyId],
  );
  for (const { id } of rows) {
    await count(tally, () =>
      database.transaction(async (transaction) => {
        const row = await readConsultation(transaction, id, 'update');
        if (!row?.answers) return false;
        const again = SEALED_COLUMNS.map((column) => {
          const sealed = row[column];
          const place = placeOf(id, column);
          return sealed && cipher.seal(cipher.open(sealed, place), place);
        });
        const changes = SEALED_COLUMNS.map((column, index) => `${column} = $${index + 2}`).join(', ');
        await transaction.query(`update consultation set ${changes} where id = $1`, [id, ...again]);
        return true;
      }),
    );
  }
}

async function resealPhotos(database: Database, cipher: HealthCipher, photos: PhotoStore, tally: Tally): Promise<void> {
  const rows = await database.query<Pick<PhotoRow, 'consultation_id' | 'angle' | 'storage_name'>>(
    `select consultation_id::text as consultation_id, angle, storage_name from consultation_photo
     where key_id <> $1::bytea`,
    [cipher.keyId],
  );
  for (const { consultation_id, angle, storage_name } of rows) {
    await count(tally, async () => {
      const sealed = await photos.read(storage_name);
      if (!sealed) return false;
      const place = photoPlaceOf(consultation_id, angle);
      const fresh = await photos.write(cipher.seal(cipher.open(sealed, place), place));
      const changed = await database.query(
        `update consultation_photo set storage_name = $2, key_id = $3 where storage_name = $1 returning true`,
        [storage_name, fresh, cipher.keyId],
      );
      // Another photo may have taken its place meanwhile.
      await photos.remove([changed.length > 0 ? storage_name : fresh]);
      return changed.length > 0;
    });
  }
}
