import type { MemoryAdapterOptions } from '../../src/adapters/memory.js';
import type { Clinic } from '../../src/domain/clinic.js';
import type { ClinicSchedule } from '../../src/domain/schedule.js';
import { offersOf } from '../../src/domain/course/course-offers.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import { wallTime } from '../../src/domain/time/zone.js';
import { fakeClinic } from '../../src/testing/fake-clinic.js';
import { STORY_START } from './story-time.js';

/** How many days of appointments are made up. */
const DAYS = 200;

/** A clinic to show the elements with. */
export interface StoryClinic {
  readonly title: string;
  /** When its stories begin, milliseconds since 1970. */
  readonly begins: number;
  readonly options: MemoryAdapterOptions & { readonly clinic: Clinic; readonly schedule: ClinicSchedule };
}

const { clinic, schedule, busyTimes } = fakeClinic;

const busyFrom = (begins: number) => busyTimes(addDays(wallTime(clinic.timeZone, begins).date, -1), DAYS);
const fadeaway = (begins: number) => ({ clinic, schedule, busy: busyFrom(begins) });

/** Names as long as a clinic could make them, to see what gives way. */
const LONG = {
  clinic: 'Fadeaway Studio for Scalp Micropigmentation, Density and Scar Camouflage at Riverside and Northgate',
  service: 'Treatment session with foundation, density and detail for a shaved look over the whole head',
  practitioner: 'Dr Maximiliana-Alexandrina Featherstonehaugh-Cholmondeley of Lower Riverside',
  word: 'Scalpmicropigmentationconsultationappointment',
} as const;

const longNames: Clinic = {
  ...clinic,
  id: 'long-names',
  name: LONG.clinic,
  services: clinic.services.map((service, index) => ({
    ...service,
    name: index === 0 ? LONG.word : `${LONG.service} (${index})`,
    description: `${service.description ?? ''} ${LONG.word} ${service.description ?? ''}`,
  })),
  practitioners: clinic.practitioners.map((person, index) => ({
    ...person,
    name: index === 0 ? LONG.practitioner : `${LONG.word} ${person.name}`,
  })),
  locations: clinic.locations.map((location) => ({ ...location, name: `${LONG.word} ${location.name}` })),
};

/** Books treatments at once, and has a deposit for a course paid online. */
const deposits: Clinic = {
  ...clinic,
  id: 'deposits',
  services: clinic.services.map(({ confirmation: _asksFirst, ...service }) => service),
  courses: offersOf(clinic).map((offer) => ({
    ...offer,
    deposit: {
      text: 'We ask for £150 within three days. It is taken off the price.',
      url: 'https://pay.fadeaway.example/deposit',
    },
  })),
};

const oneChair: Clinic = {
  id: 'one-chair',
  name: 'Under One Light',
  timeZone: 'Europe/London',
  phone: '0117 496 0120',
  locations: [],
  practitioners: [{ id: 'noor', name: 'Noor Halloway' }],
  services: [
    { id: 'consultation', name: 'Consultation', kind: 'consultation', mode: 'in-person', durationMinutes: 60 },
    { id: 'treatment', name: 'Treatment session', kind: 'treatment', mode: 'in-person', durationMinutes: 240 },
  ],
};

const oneChairWeek: ClinicSchedule = {
  practitioners: [
    {
      practitioner: 'noor',
      hours: [2, 3, 4, 5].map((weekday) => ({ weekday, from: '10:00', to: '17:00' })),
    },
  ],
  rules: { stepMinutes: 60, noticeMinutes: 24 * 60, windowDays: 60 },
};

/** Monday before British Summer Time begins on 28 March 2027. */
const BEFORE_SUMMER_TIME = Date.parse('2027-03-22T09:30:00Z');

/** The clinics that a story can be set in, by name. All are invented. */
export const storyClinics = {
  fadeaway: { title: 'Fadeaway Studio', begins: STORY_START, options: fadeaway(STORY_START) },
  'one-chair': {
    title: 'Under One Light: lists and books, no more',
    begins: STORY_START,
    options: {
      clinic: oneChair,
      schedule: oneChairWeek,
      capabilities: {
        holds: false,
        waitlist: false,
        consultations: false,
        photos: false,
        management: false,
        courses: false,
      },
    },
  },
  deposits: {
    title: 'Deposits paid online',
    begins: STORY_START,
    options: { ...fadeaway(STORY_START), clinic: deposits },
  },
  'long-names': {
    title: 'The clinic with long names',
    begins: STORY_START,
    options: { ...fadeaway(STORY_START), clinic: longNames },
  },
  'clock-change': {
    title: 'The week in which the clocks change',
    begins: BEFORE_SUMMER_TIME,
    options: fadeaway(BEFORE_SUMMER_TIME),
  },
} as const satisfies Record<string, StoryClinic>;

/** The name of one of {@link storyClinics}. */
export type StoryClinicName = keyof typeof storyClinics;
