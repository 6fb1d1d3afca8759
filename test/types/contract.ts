// Checked by the compiler, never run: each marked line must be an error, or the check of types fails.
import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import type { Booking } from '../../src/domain/booking.js';
import type { Clinic } from '../../src/domain/clinic.js';
import type { Consultation, ConsultationDraft } from '../../src/domain/consultation/consultation.js';
import type { Photo, PhotoUpload } from '../../src/domain/consultation/photo.js';
import { isSmpError, SmpError } from '../../src/domain/errors.js';
import type { Slot, SlotPage } from '../../src/domain/slot.js';
import type { Messages } from '../../src/locales/messages.js';

declare const clinic: Clinic;
declare const page: SlotPage;
declare const booking: Booking;
declare const slot: Slot;
declare const consultation: Consultation;
declare const consultationDraft: ConsultationDraft;
declare const photo: Photo;

export const smallest: SchedulingAdapter = {
  name: 'smallest',
  capabilities: { holds: false, waitlist: false },
  getClinic: () => Promise.resolve(clinic),
  listSlots: () => Promise.resolve(page),
  createBooking: () => Promise.resolve(booking),
};

// @ts-expect-error -- capabilities are declared, never left out
export const undeclared: SchedulingAdapter = {
  name: 'undeclared',
  getClinic: smallest.getClinic,
  listSlots: smallest.listSlots,
  createBooking: smallest.createBooking,
};

export const late: SchedulingAdapter = {
  ...smallest,
  // @ts-expect-error -- an answer is a promise
  getClinic: () => clinic,
};

export const bare: SchedulingAdapter = {
  ...smallest,
  // @ts-expect-error -- a booking has a reference
  createBooking: () => Promise.resolve({ bookingId: 'b' }),
};

// @ts-expect-error -- a write carries its operation id
void smallest.createBooking({ service: 's', slotId: slot.id, contact: { name: 'Ada', email: 'a@b.c' }, consents: [] });

// @ts-expect-error -- an instant is text with an offset, never a Date
slot.start = new Date();

// @ts-expect-error -- the codes are a closed union
export const wrongCode = new SmpError('slot-stolen', 'No such code');

export const asking: SchedulingAdapter = {
  ...smallest,
  capabilities: { holds: false, waitlist: false, consultations: true, photos: true },
  submitConsultation: () => Promise.resolve(consultation),
  eraseConsultation: () => Promise.resolve(),
  uploadPhoto: (_upload, { onProgress }) => {
    onProgress?.(1);
    return Promise.resolve(photo);
  },
  deletePhoto: () => Promise.resolve(),
};

export const tokenless: SchedulingAdapter = {
  ...asking,
  // @ts-expect-error -- a consultation has the token that proves it
  submitConsultation: () => Promise.resolve({ consultationId: 'c', reference: 'SMP-1' }),
};

// @ts-expect-error -- a consultation carries its operation id
void asking.submitConsultation?.(consultationDraft, {});

export const textual: PhotoUpload = {
  consultationId: 'c',
  consultationToken: 't',
  angle: 'front',
  // @ts-expect-error -- an image is a Blob, never text
  image: 'data:image/png;base64,',
};

// @ts-expect-error -- the angles are a closed union
export const below: Photo['angle'] = 'below';

// @ts-expect-error -- only an upload tells how it goes on
void asking.deletePhoto?.(textual, { operationId: 'o', onProgress: () => undefined });

export function codeOf(error: unknown): string {
  // @ts-expect-error -- an unknown error has no code before it is looked at
  if (error.code) return '';
  if (isSmpError(error, 'slot-taken')) {
    const code: 'slot-taken' = error.code;
    return code;
  }
  // @ts-expect-error -- the guard knows only the codes there are
  return isSmpError(error, 'slot-stolen') ? 'stolen' : '';
}

/** Every code has its own answer: a code left out is an error. */
export function everyCode(error: SmpError): number {
  switch (error.code) {
    case 'aborted':
    case 'network':
    case 'timeout':
    case 'unauthorized':
    case 'rate-limited':
    case 'slot-taken':
    case 'hold-expired':
    case 'version-conflict':
    case 'validation':
    case 'not-found':
    case 'invalid-response':
    case 'not-supported':
    case 'invalid-config':
    case 'unknown':
      return 1;
  }
}

// @ts-expect-error -- a locale has every message
export const half: Messages = {};
