import type { BookingDraft } from '../domain/booking.js';
import { consultationIssues } from '../domain/consultation/consultation-issues.js';
import type { ConsultationProof } from '../domain/consultation/consultation-proof.js';
import type { Consultation, ConsultationDraft } from '../domain/consultation/consultation.js';
import type { Photo, PhotoAngle } from '../domain/consultation/photo.js';
import { checkPhoto } from '../domain/consultation/photo-check.js';
import type { Questionnaire } from '../domain/consultation/questionnaire.js';
import type { ScreeningOutcome } from '../domain/consultation/screening.js';
import { designIssues } from '../domain/design/design-issues.js';
import { SmpError } from '../domain/errors.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { MemoryBooking } from './memory-ledger.js';
import { isSameToken } from './memory-token.js';

/** A photo with its bytes. */
export interface MemoryPhoto extends Photo {
  readonly content: Uint8Array;
}

/** A consultation together with all that was sent for it. */
export interface MemoryConsultation {
  readonly consultation: Consultation;
  readonly draft: ConsultationDraft;
  readonly photos: readonly MemoryPhoto[];
  /** The bookings that it goes with: one, or all of a course. */
  readonly bookingIds: readonly string[];
}

interface Entry {
  readonly consultation: Consultation;
  readonly draft: ConsultationDraft;
  readonly photos: Map<PhotoAngle, MemoryPhoto>;
  readonly bookingIds: string[];
}

/** What {@link MemoryConsultations} is opened with. */
export interface MemoryConsultationsOptions {
  /** The questionnaire that the clinic asks at present. */
  readonly questionnaire: () => Questionnaire;
  readonly findBooking: (bookingId: string) => MemoryBooking | undefined;
  /** A random text of so many letters and digits. */
  readonly token: (length: number) => string;
  readonly reference: () => string;
}

/** A clinic's consultations and photos in memory. */
export class MemoryConsultations {
  readonly #options: MemoryConsultationsOptions;
  readonly #entries = new Map<string, Entry>();
  /** Bookings whose consultations were erased. */
  readonly #forgotten = new Set<string>();

  constructor(options: MemoryConsultationsOptions) {
    this.#options = options;
  }

  get list(): MemoryConsultation[] {
    return [...this.#entries.values()].map(({ photos, ...entry }) => ({ ...entry, photos: [...photos.values()] }));
  }

  submit(draft: ConsultationDraft, today: PlainDate): Consultation {
    const { questionnaire, answers, booking } = draft;
    checkDesign(draft);
    const current = this.#options.questionnaire();
    if (questionnaire.id === current.id && questionnaire.version === current.version) {
      const issues = consultationIssues(draft, current, today);
      if (issues.length > 0) throw new SmpError('validation', 'Not what was asked', { issues });
    } else if (Object.keys(answers).length > 0 && !isGranted(draft, 'health-data')) {
      // What an earlier questionnaire asked is not known here, so any answer may be about health.
      throw invalid('/consents', 'no-consent');
    }
    const booked = booking && this.#options.findBooking(booking.bookingId);
    if (booking && !booked) throw new SmpError('not-found', 'No such booking');
    if (booked && !isSameToken(booked.booking.manageToken ?? '', booking.manageToken)) {
      throw new SmpError('unauthorized', 'Not the token of this booking');
    }
    const consultation: Consultation = {
      consultationId: this.#options.token(22),
      consultationToken: this.#options.token(32),
      reference: this.#options.reference(),
    };
    this.#entries.set(consultation.consultationId, {
      consultation,
      draft: structuredClone(draft),
      photos: new Map(),
      bookingIds: booking ? [booking.bookingId] : [],
    });
    return consultation;
  }

  erase(proof: ConsultationProof): void {
    const entry = this.#proven(proof);
    if (!entry) return;
    for (const bookingId of entry.bookingIds) this.#forgotten.add(bookingId);
    this.#entries.delete(proof.consultationId);
  }

  /** Was there a consultation with this booking, which has been erased? */
  isForgotten(bookingId: string): boolean {
    return this.#forgotten.has(bookingId);
  }

  /**
   * Looks at what a booking that is being made brings along. A consultation that was withdrawn meanwhile does not keep
   * anybody from booking.
   * @returns what it means
   */
  check({ consultation, design }: Pick<BookingDraft, 'consultation' | 'design'>): ScreeningOutcome | undefined {
    checkDesign({ design });
    return consultation && this.#proven(consultation)?.draft.outcome;
  }

  link({ consultation }: Pick<BookingDraft, 'consultation'>, bookingId: string): void {
    const entry = consultation && this.#proven(consultation);
    entry?.bookingIds.push(bookingId);
  }

  /** What the consultation of a booking means; of several, the latest. */
  outcomeOf(bookingId: string): ScreeningOutcome | undefined {
    const own = [...this.#entries.values()].filter(({ bookingIds }) => bookingIds.includes(bookingId));
    return own.at(-1)?.draft.outcome;
  }

  putPhoto(proof: ConsultationProof, angle: PhotoAngle, content: Uint8Array): Photo {
    const entry = this.#proven(proof);
    if (!entry) throw new SmpError('not-found', 'No such consultation');
    if (!isGranted(entry.draft, 'photos-assessment')) throw invalid('', 'no-consent');
    const checked = checkPhoto(content);
    if (typeof checked === 'string') throw invalid('/image', checked);
    const { width, height } = checked;
    const photo: Photo = { angle, bytes: content.byteLength, width, height };
    entry.photos.set(angle, { ...photo, content });
    return photo;
  }

  deletePhoto(proof: ConsultationProof, angle: PhotoAngle): void {
    this.#proven(proof)?.photos.delete(angle);
  }

  #proven({ consultationId, consultationToken }: ConsultationProof): Entry | undefined {
    const entry = this.#entries.get(consultationId);
    if (entry && !isSameToken(entry.consultation.consultationToken, consultationToken)) {
      throw new SmpError('unauthorized', 'Not the token of this consultation');
    }
    return entry;
  }
}

function checkDesign(draft: Pick<BookingDraft, 'design'>): void {
  const issues = designIssues(draft);
  if (issues.length > 0) throw new SmpError('validation', 'Not a hairline design', { issues });
}

const isGranted = ({ consents }: ConsultationDraft, purpose: string): boolean =>
  consents.some((consent) => consent.purpose === purpose && consent.granted);

const invalid = (pointer: string, code: string): SmpError =>
  new SmpError('validation', `Bad value at ${pointer}`, { issues: [{ pointer, code }] });
