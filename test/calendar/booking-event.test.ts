import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bookingEvent, calendarFile, calendarLinks, type BookingEventWords } from '../../src/calendar/index.js';
import { Booking } from '../../src/domain/booking.js';
import { Clinic } from '../../src/domain/clinic.js';

const words: BookingEventWords = {
  title: (clinic) => `Appointment at ${clinic}`,
  reference: (reference) => `Booking reference: ${reference}`,
  phone: (phone) => `Phone: ${phone}`,
};
const clinic = Clinic.parse({
  id: 'fern',
  name: 'Fern Row Clinic',
  timeZone: 'Europe/London',
  phone: '020 7946 0000',
  locations: [
    { id: 'soho', name: 'Soho', address: '1 Long Row\r\nLondon\n\nW1D 1AA' },
    { id: 'leeds', name: 'Leeds', phone: '0113 496 0000' },
  ],
  services: [{ id: 'scar', name: 'Scar camouflage', kind: 'treatment', mode: 'in-person', durationMinutes: 45 }],
  practitioners: [],
});
const booking = Booking.parse({
  bookingId: 'b-17',
  reference: 'SMP-7K3Q9F',
  status: 'confirmed',
  service: 'scar',
  version: 3,
  manageToken: 'secret-token',
  slot: {
    id: 'scar~*~soho~0',
    start: '2026-12-01T13:00:00+00:00',
    end: '2026-12-01T13:45:00+00:00',
    localDate: '2026-12-01',
    localTime: '13:00',
    timeZone: 'Europe/London',
    offset: '+00:00',
    location: 'soho',
    practitioner: 'ana',
  },
});
const stamp = '2026-11-22T12:00:00Z';

describe('the calendar entry of a booking', () => {
  it('says where, when, the reference and the phone number', () => {
    assert.deepEqual(bookingEvent(booking, clinic, words, { stamp }), {
      uid: 'b-17@fern',
      sequence: 2,
      stamp,
      start: '2026-12-01T13:00:00+00:00',
      end: '2026-12-01T13:45:00+00:00',
      title: 'Appointment at Fern Row Clinic',
      description: 'Booking reference: SMP-7K3Q9F\nPhone: 020 7946 0000',
      location: '1 Long Row, London, W1D 1AA',
      alarms: [1440, 120],
      status: 'confirmed',
    });
  });

  it('tells nobody what the visit is for, nor how to change it', () => {
    const event = bookingEvent(booking, clinic, words, { stamp });
    const all = calendarFile([event]) + Object.values(calendarLinks(event)).join('\n');
    assert.doesNotMatch(all, /scar|camouflage|secret|ana/i);
  });

  it('falls back on the place’s name and own phone number', () => {
    const leeds = { ...booking, slot: { ...booking.slot, location: 'leeds' } };
    const event = bookingEvent(leeds, clinic, words, { stamp });
    assert.equal(event.location, 'Leeds');
    assert.match(event.description ?? '', /0113 496 0000$/);
  });

  it('has no place for a call', () => {
    const { location: _, ...slot } = booking.slot;
    assert.equal('location' in bookingEvent({ ...booking, slot }, clinic, words, { stamp }), false);
  });

  it('is tentative until approved, and rings for no cancelled visit', () => {
    const entry = (status: Booking['status']) =>
      bookingEvent({ ...booking, status }, clinic, words, { stamp, alarms: [30] });
    assert.deepEqual([entry('requested').status, entry('requested').alarms], ['tentative', [30]]);
    assert.deepEqual([entry('cancelled').status, entry('cancelled').alarms], ['cancelled', []]);
  });

  it('does without a phone number', () => {
    const { phone: _, ...silent } = clinic;
    assert.equal(bookingEvent(booking, silent, words, { stamp }).description, 'Booking reference: SMP-7K3Q9F');
  });
});
