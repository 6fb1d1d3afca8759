import { Availability } from '../../src/domain/availability.js';
import { BusyTimes } from '../../src/domain/busy-times.js';
import { Clinic } from '../../src/domain/clinic.js';
import { ClinicSchedule, type OpeningHours } from '../../src/domain/schedule.js';
import type { Slot, SlotQuery } from '../../src/domain/slot.js';

export const NOW = Date.parse('2026-11-22T12:00:00Z');
export const NOTHING_BUSY = new BusyTimes();
export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;

/** The same hours on every day of the week. */
export function daily(from: string, to: string, location?: string): OpeningHours[] {
  return EVERY_DAY.map((weekday) => ({ weekday, from, to, ...(location !== undefined && { location }) }));
}

const CLINIC = {
  id: 'fern',
  name: 'Fern Row Clinic',
  timeZone: 'Europe/London',
  locations: [
    { id: 'soho', name: 'Soho' },
    { id: 'leeds', name: 'Leeds' },
  ],
  services: [
    { id: 'consult', name: 'Consultation', kind: 'consultation', mode: 'in-person', durationMinutes: 45 },
    { id: 'call', name: 'Video consultation', kind: 'consultation', mode: 'video', durationMinutes: 30 },
    { id: 'session', name: 'Session', kind: 'treatment', mode: 'in-person', durationMinutes: 180, locations: ['soho'] },
  ],
  practitioners: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben', services: ['consult', 'call'] },
  ],
} as const;

const SCHEDULE = {
  practitioners: [
    { practitioner: 'ana', hours: daily('09:00', '17:00', 'soho') },
    { practitioner: 'ben', hours: daily('10:00', '14:00', 'soho') },
  ],
} as const;

/** A clinic with two practitioners in Soho; `clinic` and `schedule` replace parts of it. Both are checked. */
export function engine(schedule: object = {}, clinic: object = {}): Availability {
  return new Availability(Clinic.parse({ ...CLINIC, ...clinic }), ClinicSchedule.parse({ ...SCHEDULE, ...schedule }));
}

/** Lists with nothing busy, at {@link NOW}. */
export function slotsOf(availability: Availability, query: SlotQuery, busy = NOTHING_BUSY, now = NOW): Slot[] {
  return availability.list(availability.resolve(query, now), busy, now);
}

export const times = (slots: readonly Slot[]): string[] => slots.map(({ localTime }) => localTime);
