import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Availability } from '../../src/domain/availability.js';
import { BusyTimes } from '../../src/domain/busy-times.js';
import { Clinic } from '../../src/domain/clinic.js';
import { ClinicSchedule } from '../../src/domain/schedule.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import { wallTime } from '../../src/domain/time/zone.js';
import { fakeClinic } from '../../src/testing/fake-clinic.js';

const { clinic, schedule, busyTimes } = fakeClinic;

/** Free times of each date of the five weeks from a date on. */
function freeTimes(today: string, service: string, practitioner?: string): Map<string, number> {
  const availability = new Availability(clinic, schedule);
  const busy = new BusyTimes(busyTimes(addDays(today, -1), 60));
  const now = Date.parse(`${today}T08:00Z`);
  const search = availability.resolve({ service, ...(practitioner && { practitioner }) }, now);
  const days = new Map<string, number>();
  for (const { localDate } of availability.list(search, busy, now)) {
    days.set(localDate, (days.get(localDate) ?? 0) + 1);
  }
  return days;
}

describe('fakeClinic', () => {
  it('fits the schemas', () => {
    assert.deepEqual(Clinic.parse(clinic), clinic);
    assert.deepEqual(ClinicSchedule.parse(schedule), schedule);
  });

  it('can’t be taken for a real one', () => {
    const text = JSON.stringify(clinic);
    const numbers = text.match(/\+?\d[\d ]{6,}\d/g) ?? [];
    assert.ok(numbers.length >= 3);
    // Ofcom keeps these for drama.
    for (const number of numbers) assert.match(number, /^020 7946 0\d{3}$/);
    for (const host of text.match(/(?<=@|https:\/\/)[^/"]+/g) ?? []) assert.match(host, /\.example$/);
    for (const { address } of clinic.locations) assert.match(address ?? '', /ZZ99/);
  });

  it('names practitioners, services and locations that are there', () => {
    const people = clinic.practitioners.map(({ id }) => id);
    assert.deepEqual(
      schedule.practitioners.map(({ practitioner }) => practitioner),
      people,
    );
    const places = clinic.locations.map(({ id }) => id);
    for (const { practitioner, hours } of schedule.practitioners) {
      const works = clinic.practitioners.find(({ id }) => id === practitioner)?.locations ?? places;
      for (const { location } of hours) assert.ok(location && works.includes(location));
    }
    const services = clinic.services.map(({ id }) => id);
    for (const id of Object.keys(schedule.rules?.services ?? {})) assert.ok(services.includes(id), id);
  });

  it('is booked the same on a date whenever it is asked', () => {
    const range = ({ start }: { start: number }) => wallTime(clinic.timeZone, start).date === '2026-12-16';
    const [early, late] = [busyTimes('2026-11-01', 90), busyTimes('2026-12-16', 1)];
    assert.ok(late.length > 0);
    assert.deepEqual(early.filter(range), late);
  });

  it('is booked within its opening hours, also after the clocks change', () => {
    const hours = new Set(busyTimes('2026-03-01', 365).map(({ start }) => wallTime(clinic.timeZone, start).time));
    const times = [...hours].sort();
    assert.deepEqual([times[0], times.every((time) => /:[03]0$/.test(time))], ['09:00', true]);
    assert.ok((times.at(-1) ?? '') < '20:00');
  });

  it('looks lived in: a full day, days with little left, days with much', () => {
    const days = freeTimes('2026-11-22', 'consultation');
    assert.equal(days.get('2026-12-02'), undefined, 'Wednesday, 2 December is fully booked');
    const counts = [...days.values()];
    assert.ok(counts.some((count) => count <= 5));
    assert.ok(counts.some((count) => count >= 20));
  });

  it('has times for every service on any day of three years', () => {
    for (let today = '2026-11-22'; today < '2029-11-22'; today = addDays(today, 11)) {
      for (const { id } of clinic.services) assert.ok(freeTimes(today, id).size >= 5, `${id} from ${today}`);
      // What the conformance suite asks for.
      const own = clinic.practitioners.map(({ id }) => freeTimes(today, 'consultation', id));
      const enough = own.some((days) => days.size > 8 && [...days.values()].reduce((a, b) => a + b, 0) > 60);
      assert.ok(enough, `one person’s consultations from ${today}`);
    }
  });
});
