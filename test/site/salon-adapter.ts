import { addDays, formatInstant, offsetText, SmpError, wallTime } from 'smp-widgets/server';
import type { Clinic, SchedulingAdapter, Slot } from 'smp-widgets/server';

const clinic: Clinic = {
  id: 'salon',
  name: 'The Salon',
  timeZone: 'Europe/London',
  phone: '020 7946 0199',
  locations: [],
  practitioners: [],
  services: [{ id: 'consultation', name: 'Consultation', kind: 'consultation', mode: 'video', durationMinutes: 30 }],
};

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
    if (response.status === 409) throw new SmpError('slot-taken', 'The salon gave this time to somebody else');
    if (!response.ok) throw new SmpError('unknown', `The salon answered ${response.status}`, { retryable: true });
    return (await response.json()) as Answer;
  }

  return {
    name: 'salon',
    capabilities: { holds: false, waitlist: false },

    getClinic: () => Promise.resolve(clinic),

    async listSlots({ service, from, to }, { signal } = {}) {
      const today = wallTime(clinic.timeZone, Date.now()).date;
      const [first, last] = [from ?? today, to ?? addDays(from ?? today, 34)];
      const query = new URLSearchParams({ treatment: service, from: first, to: last });
      const openings = await call<Opening[]>(`/openings?${query}`, signal ? { signal } : {});
      return {
        timeZone: clinic.timeZone,
        today,
        from: first,
        to: last,
        slots: openings.map(slotOf),
        asOf: new Date().toISOString(),
      };
    },

    async createBooking({ service, slotId, contact }, { operationId }) {
      // The salon answers a copy of one request with the appointment it has made already.
      const appointment = await call<{ number: string; opening: Opening }>('/appointments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': operationId },
        body: JSON.stringify({ treatment: service, opening: slotId, client: contact }),
      });
      return {
        bookingId: appointment.number,
        reference: appointment.number,
        status: 'confirmed',
        service,
        slot: slotOf(appointment.opening),
        version: 1,
      };
    },
  };
}
