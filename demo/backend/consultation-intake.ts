import {
  SmpError,
  type Consultation,
  type ConsultationDraft,
  type ConsultationProof,
  type Photo,
  type PhotoName,
  type PhotoUpload,
  type ScreeningOutcome,
  type UploadOptions,
  type WriteOptions,
} from 'smp-widgets/server';
import type { ClinicBook } from './clinic-book.js';
import { isConsented } from './consent-withdrawal.js';
import { judgeConsultation } from './consultation-check.js';
import {
  insertConsultation,
  linkConsultation,
  proveConsultation,
  readConsultation,
  readOutcome,
  withdrawConsultations,
  type ConsultationRow,
} from './consultation-record.js';
import type { Database, Queries } from './database.js';
import { readVisit } from './diary.js';
import type { HealthCipher } from './health-cipher.js';
import type { Signer } from './manage-token.js';
import { once } from './operation.js';
import { readPhotoFile } from './photo-file.js';
import { deletePhoto, photoPlaceOf, putPhoto, readPhoto } from './photo-record.js';
import type { PhotoStore } from './photo-store.js';

/** What {@link ConsultationIntake} works with. */
export interface IntakeOptions {
  readonly database: Database;
  readonly book: ClinicBook;
  readonly signer: Signer;
  readonly cipher: HealthCipher;
  readonly now: () => number;
}

/** Takes consultations in, and lets go of them. */
export class ConsultationIntake {
  readonly #options: IntakeOptions;
  readonly #photos: PhotoStore | undefined;

  /** @param photos where photos go. Without, none is taken. */
  constructor(options: IntakeOptions, photos?: PhotoStore) {
    this.#options = options;
    this.#photos = photos;
  }

  /** See `submitConsultation` of the adapter's contract. */
  async submit(draft: ConsultationDraft, { operationId }: WriteOptions): Promise<Consultation> {
    const { database, book, signer, cipher, now } = this.#options;
    const operation = {
      scope: 'consultation',
      key: operationId,
      content: draft,
      digest: (text: string) => signer.digest(text),
    } as const;
    return once(database, operation, {
      run: async (transaction, id, revision) => {
        const opened = await book.open(transaction, revision);
        const outcome = judgeConsultation(draft, opened, now());
        const bookingId = draft.booking && (await this.#provenBooking(transaction, draft.booking));
        const reference = await insertConsultation(transaction, cipher, id, draft, outcome);
        if (bookingId !== undefined) await linkConsultation(transaction, bookingId, id);
        return { id, answer: this.#answer({ id, reference, token_version: 1 }) };
      },
      replay: async (transaction, id) => {
        const row = id === undefined ? undefined : await readConsultation(transaction, id);
        if (!row || row.withdrawn_ms !== null) throw gone();
        return this.#answer(row);
      },
    });
  }

  // Derived, not drawn: an answer that is given again is the same to the last letter, and nothing of the token is stored.
  #answer({ id, reference, token_version }: Pick<ConsultationRow, 'id' | 'reference' | 'token_version'>): Consultation {
    const consultationToken = this.#options.signer.consultationToken(id, token_version);
    return { consultationId: id, consultationToken, reference };
  }

  async #provenBooking(
    transaction: Queries,
    { bookingId, manageToken }: NonNullable<ConsultationDraft['booking']>,
  ): Promise<string> {
    const visit = await readVisit(transaction, bookingId, true);
    if (!visit?.reference) throw new SmpError('not-found', 'No such booking');
    const grant = this.#options.signer.readManageToken(manageToken, this.#options.now());
    const isRight = typeof grant === 'object' && grant.bookingId === visit.id && grant.version === visit.token_version;
    if (!isRight) {
      throw new SmpError('unauthorized', 'The token is not of this booking');
    }
    return visit.id;
  }

  /**
   * The consultation of somebody who books, kept from being withdrawn until it is linked. `undefined` when it was
   * withdrawn before, which keeps nobody from booking.
   * @throws `unauthorized`
   */
  async proven(transaction: Queries, proof: ConsultationProof): Promise<string | undefined> {
    const row = await proveConsultation(transaction, this.#options.signer, proof, 'share');
    return row?.withdrawn_ms === null ? row.id : undefined;
  }

  /** What a consultation means, as far as there is one. */
  async outcome(transaction: Queries, id: string | undefined): Promise<ScreeningOutcome | undefined> {
    return id === undefined ? undefined : readOutcome(transaction, this.#options.cipher, id);
  }

  /** See `eraseConsultation` of the adapter's contract. */
  async erase(proof: ConsultationProof): Promise<void> {
    const { database, signer } = this.#options;
    const files = await database.transaction(async (transaction) => {
      const row = await proveConsultation(transaction, signer, proof, 'update');
      return row ? withdrawConsultations(transaction, [row.id]) : [];
    });
    await this.#photos?.remove(files);
  }

  /** See `uploadPhoto` of the adapter's contract. */
  async upload(upload: PhotoUpload, { operationId }: UploadOptions): Promise<Photo> {
    const { database, signer, cipher } = this.#options;
    const { consultationId, consultationToken, angle, image } = upload;
    const proof = { consultationId, consultationToken };
    const photos = this.#photos;
    if (!photos) throw new SmpError('not-supported', 'Photos have no place here');
    // Nothing is written for those who may not.
    await this.#permitted(database, proof);
    const bytes = new Uint8Array(await image.arrayBuffer());
    const { mediaType, width, height } = readPhotoFile(bytes);
    const photo: Photo = { angle, bytes: bytes.byteLength, width, height };
    const digest = signer.digest(bytes);
    const storageName = await photos.write(cipher.seal(bytes, photoPlaceOf(consultationId, angle)));
    let spare = [storageName];
    const operation = {
      scope: 'photo',
      key: operationId,
      content: { ...proof, angle, digest },
      digest: (text: string) => signer.digest(text),
    } as const;
    try {
      return await once(database, operation, {
        run: async (transaction, id) => {
          await this.#permitted(transaction, proof, 'update');
          const earlier = await readPhoto(transaction, consultationId, angle);
          spare = [storageName];
          if (earlier?.digest !== digest) {
            const { keyId } = cipher;
            await putPhoto(transaction, { id, consultationId, photo, mediaType, digest, storageName, keyId });
            spare = earlier ? [earlier.storage_name] : [];
          }
          return { id, answer: photo };
        },
        replay: () => {
          spare = [storageName];
          return Promise.resolve(photo);
        },
      });
    } catch (error) {
      spare = await this.#unlessStored(storageName);
      throw error;
    } finally {
      await photos.remove(spare);
    }
  }

  /** A commit whose answer was lost may have happened. What can't be asked about is left to housekeeping. */
  async #unlessStored(storageName: string): Promise<string[]> {
    const found = await this.#options.database
      .query('select true from consultation_photo where storage_name = $1', [storageName])
      .catch(() => undefined);
    return found?.length === 0 ? [storageName] : [];
  }

  /** @throws `not-found`, `unauthorized`, `validation` when there is no consent to photos */
  async #permitted(queries: Queries, proof: ConsultationProof, lock?: 'update'): Promise<void> {
    const row = await proveConsultation(queries, this.#options.signer, proof, lock);
    if (!row || row.withdrawn_ms !== null) throw gone();
    if (!isConsented(row, 'photos-assessment')) {
      throw new SmpError('validation', 'Without consent to photos there are none', {
        issues: [{ pointer: '', code: 'no-consent' }],
      });
    }
  }

  /** See `deletePhoto` of the adapter's contract. */
  async deletePhoto({ angle, ...proof }: PhotoName): Promise<void> {
    const { database, signer } = this.#options;
    const files = await database.transaction(async (transaction) => {
      const row = await proveConsultation(transaction, signer, proof, 'update');
      return row ? deletePhoto(transaction, row.id, angle) : [];
    });
    await this.#photos?.remove(files);
  }
}

const gone = (): SmpError => new SmpError('not-found', 'No such consultation');
