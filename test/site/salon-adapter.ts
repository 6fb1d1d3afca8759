import { addDays, formatInstant, offsetText, SmpError, wallTime } from 'smp-widgets/server';
import type { Clinic, SchedulingAdapter, Slot, SmpErrorCode } from 'smp-widgets/server';

const clinic: Clinic = {
  id: 'salon',
  name: 'The Salon',
  timeZone: 'Europe/London',
  phone: '020 7946 0199',
  locations: [],
  practitioners: [{ id: 'sam', name: 'Sam' }],
  services: [{ id: 'consultation', name: 'Consultation', kind: 'consultation', mode: 'video', durationMinutes: 30 }],
};

/** What the salon's refusals mean. Of any other answer nobody knows what it did, so it is asked again. */
const CODES: Partial<Record<number, SmpErrorCode>> = { 404: 'not-found', 409: 'slot-taken', 422: 'validation' };

/** A free half hour, as the salon's own system tells it. */
interface Opening {
  readonly id: string;
  readonly startsAt: string;
  readonly minutes: number;
}

function slotOf({ id, startsAt, minutes }: Opening): Slot {
  const { timeZone } = clinic;
  const start = Date.parse(startsAt);
  const end = start + minutes * 60_000;
  const { date, time, offset } = wallTime(timeZone, start);
  return {
    id,
    start: formatInstant(start, offset),
    end: formatInstant(end, wallTime(timeZone, end).offset),
    localDate: date,
    localTime: time,
    timeZone,
    offset: offsetText(offset),
  };
}

/** Books in the salon's own system, which stands at `address`. */
export function salonAdapter(address: string): SchedulingAdapter {
  async function call<Answer>(path: string, init?: RequestInit): Promise<Answer> {
    const response = await fetch(address + path, init);
    if (response.ok) return (await response.json()) as Answer;
    const code = CODES[response.status] ?? 'unknown';
    throw new SmpError(code, `The salon answered ${response.status}`, { retryable: code === 'unknown' });
  }

  return {
    name: 'salon',
    capabilities: { holds: false, waitlist: false },

    getClinic: () => Promise.resolve(structuredClone(clinic)),

    async listSlots({ service, practitioner, from, to }, { signal } = {}) {
      const today = wallTime(clinic.timeZone, Date.now()).date;
      const [first, last] = [from ?? today, to ?? addDays(from ?? today, 34)];
      const query = new URLSearchParams({ treatment: service, from: first, to: last });
      const openings = await call<Opening[]>(`/openings?${query}`, signal ? { signal } : {});
      return {
        timeZone: clinic.timeZone,
        today,
        from: first,
        to: last,
        // A time for whoever is free names nobody.
        slots: openings.map((opening) => ({ ...slotOf(opening), ...(practitioner && { practitioner }) })),
        asOf: new Date().toISOString(),
      };
    },

    async createBooking({ service, slotId, contact, note }, { operationId }) {
      // The salon answers a copy of one request with the appointment it has made already.
      const appointment = await call<{ number: string; opening: Opening }>('/appointments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': operationId },
        body: JSON.stringify({ treatment: service, opening: slotId, client: contact, note }),
      });
      return {
        bookingId: appointment.number,
        reference: appointment.number,
        status: 'confirmed',
        service,
        slot: { ...slotOf(appointment.opening), practitioner: 'sam' },
        version: 1,
      };
    },
  };
}
