import { demoBusyTimes, demoClinic, demoSchedule } from '../adapters/demo-clinic.js';
import type { BusyRange } from '../domain/busy-times.js';
import type { Clinic } from '../domain/clinic.js';
import type { ClinicSchedule } from '../domain/schedule.js';
import type { PlainDate } from '../domain/time/plain-date.js';

/** All there is to know of an invented clinic. */
export interface FakeClinic {
  readonly clinic: Clinic;
  readonly schedule: ClinicSchedule;
  /** Appointments that it seems to have on this many dates from `from` on; always the same for a date. */
  busyTimes(from: PlainDate, days: number): BusyRange[];
}

/**
 * Fadeaway Studio, an invented clinic in Europe/London with four services, three practitioners and two locations: what
 * `memoryAdapter()` shows when it is told of no other.
 */
export const fakeClinic: FakeClinic = { clinic: demoClinic, schedule: demoSchedule, busyTimes: demoBusyTimes };
