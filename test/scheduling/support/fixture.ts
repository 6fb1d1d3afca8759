import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import type { Booking, BookingDraft } from '../../../src/domain/booking.js';
import type { Clinic } from '../../../src/domain/clinic.js';
import type { Hold, HoldRequest } from '../../../src/domain/hold.js';
import type { Slot, SlotPage } from '../../../src/domain/slot.js';
import type { WaitlistRequest } from '../../../src/domain/waitlist.js';

export const OPERATION = '0123456789abcdef';

/** The n-th slot, half an hour after the one before. */
export function slot(n: number, id = `slot-${n}`): Slot {
  const start = new Date(Date.UTC(2026, 11, 1, 9) + n * 1_800_000);
  const iso = (date: Date): string => date.toISOString().replace('.000Z', '+00:00');
  return {
    id,
    start: iso(start),
    end: iso(new Date(start.getTime() + 1_800_000)),
    localDate: iso(start).slice(0, 10),
    localTime: iso(start).slice(11, 16),
    timeZone: 'Europe/London',
    offset: '+00:00',
  };
}

export const clinic = (): Clinic => ({
  id: 'clinic',
  name: 'Clinic',
  timeZone: 'Europe/London',
  locations: [{ id: 'town', name: 'Town' }],
  services: [
    { id: 'consultation', name: 'Consultation', kind: 'consultation', mode: 'video', durationMinutes: 30 },
    { id: 'treatment', name: 'Treatment', kind: 'treatment', mode: 'in-person', durationMinutes: 180 },
  ],
  practitioners: [{ id: 'ann', name: 'Ann' }],
});

export const page = (slots: readonly Slot[], more: Partial<SlotPage> = {}): SlotPage => ({
  timeZone: 'Europe/London',
  today: '2026-11-22',
  from: '2026-11-22',
  to: '2026-12-26',
  slots: [...slots],
  asOf: '2026-11-22T09:00:00+00:00',
  ...more,
});

export const hold = (): Hold => ({
  holdId: 'hold-1',
  holdToken: 'token-1',
  expiresAt: '2026-11-22T09:10:00+00:00',
  expiresInMs: 600_000,
  slot: slot(1),
});

export const booking = (): Booking => ({
  bookingId: 'booking-1',
  reference: 'SMP-7K3Q9F',
  status: 'confirmed',
  service: 'consultation',
  slot: slot(1),
  version: 1,
});

export const holdRequest = (): HoldRequest => ({ service: 'consultation', slotId: 'slot-1' });

export const draft = (): BookingDraft => ({
  service: 'consultation',
  slotId: 'slot-1',
  contact: { name: 'Ada Example', email: 'ada@example.org' },
  consents: [{ purpose: 'privacy', granted: true, version: '1', at: '2026-11-22T09:00:00+00:00' }],
});

export const waitlistRequest = (): WaitlistRequest => ({
  service: 'consultation',
  contact: { name: 'Ada Example', email: 'ada@example.org' },
  consents: [],
});

/** An adapter that answers everything well, with parts of it replaced. */
export const adapterWith = (parts: Partial<SchedulingAdapter> = {}): SchedulingAdapter => ({
  name: 'test',
  capabilities: { holds: true, waitlist: true },
  getClinic: () => Promise.resolve(clinic()),
  listSlots: () => Promise.resolve(page([slot(1), slot(2)])),
  createBooking: () => Promise.resolve(booking()),
  holdSlot: () => Promise.resolve(hold()),
  extendHold: () => Promise.resolve(hold()),
  releaseHold: () => Promise.resolve(),
  joinWaitlist: () => Promise.resolve(),
  ...parts,
});

/** Rejects with anything, as an adapter may. */
export const rejection = (reason: unknown): Promise<never> =>
  Promise.resolve().then(() => {
    throw reason as Error;
  });
