import type { BusyRange } from '../domain/busy-times.js';
import type { Clinic } from '../domain/clinic.js';
import type { ClinicSchedule, OpeningHours } from '../domain/schedule.js';
import { addDays, daysBetween, weekday, type PlainDate } from '../domain/time/plain-date.js';
import { offsetAt } from '../domain/time/zone.js';

const MINUTE = 60_000;
const RIVERSIDE = 'riverside';
const NORTHGATE = 'northgate';

/**
 * An invented clinic to try the widgets with. Its numbers come from the range that Ofcom keeps for drama, its
 * addresses from the names and postcodes that nobody is given.
 */
export const demoClinic: Clinic = {
  id: 'fadeaway',
  name: 'Fadeaway Studio',
  timeZone: 'Europe/London',
  phone: '020 7946 0111',
  email: 'hello@fadeaway.example',
  website: 'https://fadeaway.example/',
  locations: [
    {
      id: RIVERSIDE,
      name: 'Riverside',
      address: '4 Example Wharf\nLondon ZZ99 3VZ',
      phone: '020 7946 0112',
    },
    {
      id: NORTHGATE,
      name: 'Northgate',
      address: 'First floor, 27 Fiction Lane\nLondon ZZ99 4VZ',
      phone: '020 7946 0113',
    },
  ],
  services: [
    {
      id: 'consultation-video',
      name: 'Video consultation',
      kind: 'consultation',
      mode: 'video',
      durationMinutes: 30,
      description: 'Talk your hair loss over from home, see what is possible and get a price.',
    },
    {
      id: 'consultation',
      name: 'Consultation at the studio',
      kind: 'consultation',
      mode: 'in-person',
      durationMinutes: 45,
      description: 'Meet your practitioner, have your scalp looked at and a hairline drawn on.',
    },
    {
      id: 'treatment',
      name: 'Treatment session',
      kind: 'treatment',
      mode: 'in-person',
      durationMinutes: 180,
      description: 'One of the two to four sessions of a treatment. Booked after a consultation.',
      confirmation: 'request',
    },
    {
      id: 'touch-up',
      name: 'Touch-up',
      kind: 'touch-up',
      mode: 'in-person',
      durationMinutes: 90,
      description: 'Refreshes an earlier treatment that has faded.',
    },
  ],
  courses: [
    {
      id: 'shaved-look',
      name: 'The shaved look',
      description: 'Dots over the whole head, built up in three sessions and matched to hair that is cut very short.',
      bands: ['moderate', 'advanced', 'full'],
      sessions: [
        { service: 'treatment', role: 'foundation' },
        { service: 'treatment', role: 'density' },
        { service: 'treatment', role: 'detail' },
      ],
      gapDays: { min: 7, default: 10, max: 30 },
      price: { amount: 1800, currency: 'GBP' },
      deposit: { text: 'We ask for £150 once the times are agreed. It is taken off the price.' },
    },
    {
      id: 'density',
      name: 'Density between your hair',
      description: 'Dots between hair that stays, so that the scalp shows less. Two sessions; your hair is not cut.',
      bands: ['early'],
      sessions: [
        { service: 'treatment', role: 'foundation' },
        { service: 'treatment', role: 'detail' },
      ],
      gapDays: { min: 7, default: 10, max: 30 },
      price: { amount: 1100, currency: 'GBP' },
    },
  ],
  touchUps: { channels: ['email', 'sms'] },
  practitioners: [
    { id: 'maya', name: 'Maya Fairweather', role: 'Founder and senior practitioner' },
    { id: 'idris', name: 'Idris Kenward', role: 'Senior practitioner', locations: [RIVERSIDE] },
    {
      id: 'tomasz',
      name: 'Tomasz Ashdown',
      role: 'Practitioner',
      services: ['consultation-video', 'consultation', 'touch-up'],
      locations: [NORTHGATE],
    },
  ],
  policies: {
    cancellation:
      'You can move or cancel free of charge up to 48 hours before. If you have paid a deposit, we keep it after that.',
    nextSteps:
      'We send you an email with the details. For a video consultation it has the link; for a visit, how to find us.',
    privacyUrl: 'https://fadeaway.example/privacy',
    phone: 'optional',
  },
  consents: [
    {
      purpose: 'privacy',
      wording: 'I agree that Fadeaway Studio uses these details to arrange my appointment.',
      version: '2026-11',
      required: true,
    },
    {
      purpose: 'marketing-email',
      wording: 'Send me news and offers by email, at most once a month. I can stop them at any time.',
      version: '2026-11',
    },
  ],
};

function hours(weekdays: readonly number[], from: string, to: string, location: string): OpeningHours[] {
  return weekdays.map((day) => ({ weekday: day, from, to, location }));
}

function lunch(weekdays: readonly number[], from: string, to: string) {
  return weekdays.map((day) => ({ weekday: day, from, to }));
}

/** When the {@link demoClinic} can be booked: closed on Sundays and between Christmas and New Year. */
export const demoSchedule: ClinicSchedule = {
  practitioners: [
    {
      practitioner: 'maya',
      hours: [...hours([1, 2, 3], '09:00', '18:00', RIVERSIDE), ...hours([4, 5], '10:00', '19:00', NORTHGATE)],
      breaks: lunch([1, 2, 3, 4, 5], '13:00', '13:45'),
    },
    {
      practitioner: 'idris',
      hours: [...hours([2, 3, 4, 5], '09:00', '18:00', RIVERSIDE), ...hours([6], '10:00', '16:00', RIVERSIDE)],
      breaks: lunch([2, 3, 4, 5], '12:30', '13:15'),
    },
    {
      practitioner: 'tomasz',
      hours: [...hours([1, 3, 5], '11:00', '20:00', NORTHGATE), ...hours([6], '10:00', '16:00', NORTHGATE)],
      breaks: lunch([1, 3, 5], '15:00', '15:30'),
    },
  ],
  daysOff: [
    ...[2026, 2027, 2028, 2029].map((year) => ({
      from: `${year}-12-24`,
      to: `${year + 1}-01-01`,
      reason: 'Christmas and New Year',
    })),
    { from: '2026-12-07', to: '2026-12-12', practitioner: 'tomasz', reason: 'Training' },
    { from: '2027-02-15', to: '2027-02-19', practitioner: 'maya', reason: 'Holiday' },
    { from: '2027-03-26', to: '2027-03-29', reason: 'Easter' },
  ],
  rules: {
    stepMinutes: 30,
    noticeMinutes: 24 * 60,
    windowDays: 120,
    services: {
      'consultation-video': { noticeMinutes: 120 },
      treatment: { stepMinutes: 60, bufferBeforeMinutes: 15, bufferAfterMinutes: 15, noticeMinutes: 48 * 60 },
      'touch-up': { bufferAfterMinutes: 15 },
    },
  },
};

/** Lengths of the appointments that fill the demo calendar, in minutes. */
const LENGTHS = [30, 60, 90, 180];

/**
 * Appointments that the {@link demoClinic} seems to have: the same for a date whenever it is asked. A usual day is
 * lightly booked, every fifth has little left, every seventeenth nothing.
 * @param from first clinic date
 * @param days how many dates
 */
export function demoBusyTimes(from: PlainDate, days: number): BusyRange[] {
  const busy: BusyRange[] = [];
  for (let index = 0; index < days; index += 1) {
    const date = addDays(from, index);
    const day = daysBetween('2000-01-03', date);
    // Clocks change at night, so the offset at noon is that of all opening hours.
    const noon = Date.parse(`${date}T12:00Z`);
    const midnight = noon - (720 + offsetAt(demoClinic.timeZone, noon)) * MINUTE;
    const percent = day % 17 === 4 ? 100 : day % 5 === 1 ? 85 : 25;
    demoSchedule.practitioners.forEach(({ practitioner, hours: week }, person) => {
      for (const stretch of week) {
        if (stretch.weekday !== weekday(date)) continue;
        const closing = minuteOf(stretch.to);
        let minute = minuteOf(stretch.from);
        for (let turn = 0; minute < closing; turn += 1) {
          const dice = scatter(day * 64 + person * 16 + turn);
          const length = LENGTHS[dice % LENGTHS.length] ?? 60;
          const end = Math.min(minute + length, closing);
          if ((dice >>> 8) % 100 < percent) {
            busy.push({ practitioner, start: midnight + minute * MINUTE, end: midnight + end * MINUTE });
          }
          minute = end;
        }
      }
    });
  }
  return busy;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Turns a small number into one that looks random: the finish of MurmurHash3. */
function scatter(seed: number): number {
  let hash = seed >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
