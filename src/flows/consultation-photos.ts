import type { ConsultationProof } from '../domain/consultation/consultation-proof.js';
import type { PhotoAngle } from '../domain/consultation/photo.js';
import { isSmpError } from '../domain/errors.js';
import { newOperationId } from '../scheduling/operation.js';
import type * as Consultations from '../scheduling/consultations.js';
import type { Scheduler } from '../scheduling/scheduler.js';

/** One photo on its way from the visitor's device to the clinic. */
export interface ConsultationPhoto {
  readonly angle: PhotoAngle;
  /** `refused`: it can't be used. `waiting`: it goes once the consultation is sent. `failed`: it can be sent again. */
  readonly status: 'preparing' | 'refused' | 'waiting' | 'sending' | 'sent' | 'failed';
  /** Downscaled, turned upright and without metadata. */
  readonly image?: Blob;
  /** How much has been sent, 0 to 1. */
  readonly fraction: number;
  /** Why it was refused or has failed. */
  readonly problem?: string;
}

/** Makes a photo fit to be sent. Rejects with an error whose `code` says why not. */
export type PreparePhoto = (file: Blob, options: { readonly signal: AbortSignal }) => Promise<{ readonly image: Blob }>;

/** What {@link ConsultationPhotos} is given. */
export interface ConsultationPhotosOptions {
  readonly prepare: PreparePhoto;
  readonly changed: () => void;
}

interface Entry extends ConsultationPhoto {
  /** Ends what is under way with it. */
  readonly stop: AbortController;
  /** Tells this file from another that takes its place. */
  readonly key: number;
  /** Names the upload of this very image. */
  readonly operationId: string;
}

/** The photos of one consultation: prepared one at a time, kept in memory, sent one after the other. */
export class ConsultationPhotos {
  readonly #options: ConsultationPhotosOptions;
  #entries: readonly Entry[] = [];
  #preparing: Promise<unknown> = Promise.resolve();
  #sending: Promise<void> | undefined;
  /** Rises when all are let go: what was sending them is done then. */
  #round = 0;
  #count = 0;

  constructor(options: ConsultationPhotosOptions) {
    this.#options = options;
  }

  get list(): readonly ConsultationPhoto[] {
    return this.#entries;
  }

  /** Takes a file for an angle, in place of an earlier one. */
  async add(angle: PhotoAngle, file: Blob): Promise<void> {
    this.remove(angle);
    const stop = new AbortController();
    const key = (this.#count += 1);
    const entry: Entry = { angle, key, status: 'preparing', fraction: 0, stop, operationId: newOperationId() };
    this.#set([...this.#entries, entry]);
    const { signal } = stop;
    const prepared = this.#preparing.then(async () => {
      if (signal.aborted) return;
      try {
        const { image } = await this.#options.prepare(file, { signal });
        this.#patch(entry, { status: 'waiting', image });
      } catch (error) {
        this.#patch(entry, { status: 'refused', problem: codeOf(error) });
      }
    });
    this.#preparing = prepared;
    await prepared;
  }

  /** Lets go of a photo that has not been sent. */
  remove(angle: PhotoAngle): void {
    for (const entry of this.#entries) if (entry.angle === angle) entry.stop.abort();
    this.#set(this.#entries.filter((entry) => entry.angle !== angle));
  }

  /** Lets go of all. */
  clear(): void {
    for (const { angle } of this.#entries) this.remove(angle);
    this.#round += 1;
    this.#sending = undefined;
  }

  /** Has the photo of an angle wait to be sent once more. */
  retry(angle: PhotoAngle | undefined): void {
    this.#set(
      this.#entries.map((entry) => (entry.angle === angle && entry.status === 'failed' ? again(entry) : entry)),
    );
  }

  /** Sends those that wait, one after the other. One failure does not stop the others. */
  send(scheduler: Scheduler, proof: ConsultationProof, calls: typeof Consultations): Promise<void> {
    const round = this.#round;
    this.#sending ??= this.#sendAll(scheduler, proof, calls).finally(() => {
      if (round === this.#round) this.#sending = undefined;
    });
    return this.#sending;
  }

  async #sendAll(scheduler: Scheduler, proof: ConsultationProof, calls: typeof Consultations): Promise<void> {
    const round = this.#round;
    // Photos that were chosen since all were let go are those of another consultation.
    const due = () => (round === this.#round ? this.#entries.find(({ status }) => status === 'waiting') : undefined);
    for (let entry = due(); entry?.image; entry = due()) {
      const { angle, image, stop, operationId } = entry;
      const own = entry;
      this.#patch(own, { status: 'sending', fraction: 0 });
      const outcome = await calls.uploadPhoto(
        scheduler,
        { ...proof, angle, image },
        { operationId, signal: stop.signal, onProgress: (fraction) => this.#patch(own, { fraction }) },
      );
      if (outcome.status === 'confirmed') this.#patch(own, { status: 'sent', fraction: 1 });
      else {
        this.#patch(own, { status: 'failed', problem: outcome.error.code });
        // What was given up may have arrived all the same.
        if (stop.signal.aborted) {
          await calls.deletePhoto(scheduler, { ...proof, angle }, { operationId: newOperationId() });
        }
      }
    }
  }

  /** Stops sending one photo, or before it is sent. It can be sent again. */
  cancel(angle: PhotoAngle): void {
    const entry = this.#entries.find((one) => one.angle === angle);
    if (entry?.status === 'sending') entry.stop.abort();
    if (entry?.status === 'waiting') this.#patch(entry, { status: 'failed', problem: 'aborted' });
  }

  #patch(entry: Entry, patch: Partial<ConsultationPhoto>): void {
    this.#set(this.#entries.map((one) => (one.key === entry.key ? { ...one, ...patch } : one)));
  }

  #set(entries: readonly Entry[]): void {
    this.#entries = entries;
    this.#options.changed();
  }
}

/** Once more: under the same id, so that a copy which arrived counts; under another once that copy was taken back. */
function again(entry: Entry): Entry {
  const { problem: _problem, ...rest } = entry;
  const given = entry.stop.signal.aborted ? { stop: new AbortController(), operationId: newOperationId() } : {};
  return { ...rest, status: 'waiting', ...given };
}

function codeOf(error: unknown): string {
  if (isSmpError(error)) return error.code;
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'unreadable';
}
