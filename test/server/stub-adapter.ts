import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import type { Booking, BookingDraft } from '../../src/domain/booking.js';
import type { Clinic } from '../../src/domain/clinic.js';
import type { Consultation, ConsultationDraft } from '../../src/domain/consultation/consultation.js';
import type { Photo } from '../../src/domain/consultation/photo.js';
import type { Hold } from '../../src/domain/hold.js';
import type { Slot, SlotPage } from '../../src/domain/slot.js';

export const SLOT: Slot = {
  id: 'consult|ana|2026-12-01T13:00',
  start: '2026-12-01T13:00:00+00:00',
  end: '2026-12-01T13:30:00+00:00',
  localDate: '2026-12-01',
  localTime: '13:00',
  timeZone: 'Europe/London',
  offset: '+00:00',
  practitioner: 'ana',
};

export const CLINIC: Clinic = {
  id: 'example',
  name: 'Example Clinic',
  timeZone: 'Europe/London',
  locations: [],
  services: [{ id: 'consult', name: 'Consultation', kind: 'consultation', mode: 'video', durationMinutes: 30 }],
  practitioners: [{ id: 'ana', name: 'Ana' }],
};

export const PAGE: SlotPage = {
  timeZone: 'Europe/London',
  today: '2026-11-22',
  from: '2026-11-22',
  to: '2026-12-26',
  slots: [SLOT],
  asOf: '2026-11-22T12:00:00Z',
  nextAvailable: null,
};

export const HOLD: Hold = {
  holdId: 'hold-1',
  holdToken: 'token-1',
  expiresAt: '2026-11-22T12:10:00Z',
  expiresInMs: 600_000,
  slot: SLOT,
};

export const BOOKING: Booking = {
  bookingId: 'booking-1',
  reference: 'SMP-7K3Q9F',
  status: 'confirmed',
  service: 'consult',
  slot: SLOT,
  version: 1,
};

export const DRAFT: BookingDraft = {
  service: 'consult',
  slotId: SLOT.id,
  contact: { name: 'Sam Doe', email: 'sam@example.com', phone: '+44 20 7946 0000' },
  consents: [{ purpose: 'privacy', granted: true, version: '1', at: '2026-11-22T12:00:00Z' }],
};

export const CONSULTATION: Consultation = {
  consultationId: 'consultation-1',
  consultationToken: 'token-of-consultation-1',
  reference: 'SMP-2K4Q9F',
};

export const CONSULTATION_DRAFT: ConsultationDraft = {
  questionnaire: { id: 'standard', version: '1' },
  answers: { lossDuration: 'years', pain: 2, goals: ['density'], more: 'A word of mine' },
  outcome: { findings: [], consultation: true, treatment: 'open' },
  contact: DRAFT.contact,
  consents: DRAFT.consents,
};

export const PHOTO: Photo = { angle: 'front', bytes: 100, width: 8, height: 8 };

/** One call of the stub, as it came in. */
export interface StubCall {
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Answers well-formed things, notes what it was asked, and lets single methods be replaced. */
export function stubAdapter(methods: Partial<SchedulingAdapter> = {}): SchedulingAdapter & { calls: StubCall[] } {
  const calls: StubCall[] = [];
  const answering =
    <Args extends unknown[], Result>(method: string, result: Result) =>
    async (...args: Args): Promise<Result> => {
      calls.push({ method, args });
      return result;
    };
  return {
    calls,
    name: 'stub',
    capabilities: { holds: true, waitlist: true, consultations: true, photos: true },
    getClinic: answering('getClinic', CLINIC),
    listSlots: answering('listSlots', PAGE),
    createBooking: answering('createBooking', BOOKING),
    holdSlot: answering('holdSlot', HOLD),
    extendHold: answering('extendHold', HOLD),
    releaseHold: answering('releaseHold', undefined),
    joinWaitlist: answering('joinWaitlist', undefined),
    submitConsultation: answering('submitConsultation', CONSULTATION),
    eraseConsultation: answering('eraseConsultation', undefined),
    uploadPhoto: answering('uploadPhoto', PHOTO),
    deletePhoto: answering('deletePhoto', undefined),
    ...methods,
  };
}
