import { memoryAdapter, type MemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/memory.js';
import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import '../../src/define.js';
import type { Clinic } from '../../src/domain/clinic.js';
import type { ClinicSchedule } from '../../src/domain/schedule.js';
import type { SmpClinic } from '../../src/elements/clinic/clinic.js';
import type { SmpSlotBooker } from '../../src/elements/slot-booker/slot-booker.js';
import { SlotBookerHarness } from './slot-booker.harness.js';
import { turn } from './until.js';

/** A Monday morning in winter, when London keeps universal time. */
export const MONDAY = Date.parse('2026-11-30T08:00:00Z');

/** An invented clinic with a service of each way to book. */
export const clinic: Clinic = {
  id: 'northlight',
  name: 'Northlight Clinic',
  timeZone: 'Europe/London',
  phone: '020 7946 0100',
  locations: [
    { id: 'east', name: 'East Room', address: '1 Example Row\nLondon' },
    { id: 'west', name: 'West Room', address: '2 Example Row\nLondon' },
  ],
  services: [
    { id: 'talk', name: 'Video talk', kind: 'consultation', mode: 'video', durationMinutes: 30 },
    {
      id: 'visit',
      name: 'Visit',
      kind: 'consultation',
      mode: 'in-person',
      durationMinutes: 60,
      price: { amount: 45, currency: 'GBP' },
      description: 'Come and see us.',
    },
    {
      id: 'session',
      name: 'Session',
      kind: 'treatment',
      mode: 'in-person',
      durationMinutes: 90,
      confirmation: 'request',
    },
  ],
  practitioners: [
    { id: 'ann', name: 'Ann Marsh', locations: ['east'] },
    { id: 'ben', name: 'Ben Field' },
  ],
  policies: {
    cancellation: 'Tell us two days before.',
    nextSteps: 'We write to you today.',
    privacyUrl: 'https://northlight.example/privacy',
  },
  consents: [
    { purpose: 'privacy', wording: 'I agree to be contacted.', version: '1', required: true },
    { purpose: 'marketing-email', wording: 'Send me news.', version: '1' },
  ],
};

const WORKDAYS = [1, 2, 3, 4, 5];

/** Workdays from nine to five, with an hour for lunch; Ben is in the west in the afternoon. */
export const schedule: ClinicSchedule = {
  practitioners: [
    {
      practitioner: 'ann',
      hours: WORKDAYS.map((weekday) => ({ weekday, from: '09:00', to: '17:00', location: 'east' })),
      breaks: WORKDAYS.map((weekday) => ({ weekday, from: '13:00', to: '14:00' })),
    },
    {
      practitioner: 'ben',
      hours: WORKDAYS.flatMap((weekday) => [
        { weekday, from: '09:00', to: '13:00', location: 'east' },
        { weekday, from: '14:00', to: '18:00', location: 'west' },
      ]),
    },
  ],
  rules: { stepMinutes: 30, noticeMinutes: 30, windowDays: 60 },
};

/** A clinic's backend in the page, on that Monday. */
export const backend = (options: MemoryAdapterOptions = {}): MemoryAdapter =>
  memoryAdapter({ clinic, schedule, now: () => MONDAY, ...options });

/** The same with one practitioner, so that a time is gone once it is taken. */
export const lonelyBackend = (options: MemoryAdapterOptions = {}): MemoryAdapter =>
  backend({
    clinic: { ...clinic, practitioners: clinic.practitioners.slice(0, 1), locations: clinic.locations.slice(0, 1) },
    schedule: { ...schedule, practitioners: schedule.practitioners.slice(0, 1) },
    ...options,
  });

/** Books a time as somebody else would. */
export async function bookedByAnother(
  adapter: SchedulingAdapter,
  localDate: string,
  localTime: string,
  service = 'talk',
): Promise<void> {
  const { slots } = await adapter.listSlots({ service });
  const slot = slots.find((one) => one.localDate === localDate && one.localTime === localTime);
  if (!slot) throw new Error(`Nothing is free on ${localDate} at ${localTime}`);
  await adapter.createBooking(
    {
      service,
      slotId: slot.id,
      contact: { name: 'Somebody Else', email: 'else@example.com' },
      consents: [{ purpose: 'privacy', granted: true, version: '1', at: '2026-11-30T08:00:00Z' }],
    },
    { operationId: `else-${localDate}-${localTime.replace(':', '-')}` },
  );
}

/** Attributes and properties of a booker. */
export type BookerSettings = Partial<
  Pick<
    SmpSlotBooker,
    | 'adapter'
    | 'endpoint'
    | 'service'
    | 'course'
    | 'practitioner'
    | 'location'
    | 'phone'
    | 'name'
    | 'required'
    | 'contactName'
    | 'contactEmail'
    | 'contactPhone'
    | 'lang'
    | 'dir'
  >
>;

/** The part of the page that a test fills, emptied after each test. */
export class ClinicPage {
  readonly element = document.createElement('main');

  /** A booker that stands alone. */
  booker(settings: BookerSettings = {}, parent: Element = this.element): SlotBookerHarness {
    const element = Object.assign(document.createElement('smp-slot-booker'), settings);
    parent.append(element);
    return new SlotBookerHarness(element);
  }

  clinic(settings: Partial<Pick<SmpClinic, 'adapter' | 'endpoint' | 'demo' | 'phone' | 'messages'>> = {}): SmpClinic {
    const element = Object.assign(document.createElement('smp-clinic'), settings);
    this.element.append(element);
    return element;
  }

  /** Elements out of a page's source, properties set while they wait to be upgraded aside. */
  write(source: string): void {
    this.element.innerHTML = source;
  }

  find<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
    const found = this.element.querySelector(name);
    if (!found) throw new Error(`No <${name}> on the page`);
    return found;
  }

  bookers(): SlotBookerHarness[] {
    return [...this.element.querySelectorAll('smp-slot-booker')].map((element) => new SlotBookerHarness(element));
  }
}

/** A page for each test of the `describe` it is called in: English as in Britain, and nothing kept from before. */
export function useClinicPage(): ClinicPage {
  const page = new ClinicPage();
  const random = Math.random;
  beforeEach(() => {
    sessionStorage.clear();
    document.documentElement.lang = 'en-GB';
    document.documentElement.dir = 'ltr';
    // Waits between tries are a random part of a range: here, nothing of it.
    Math.random = () => 0;
    page.element.replaceChildren();
    document.body.append(page.element);
  });
  afterEach(async () => {
    page.element.remove();
    page.element.replaceChildren();
    Math.random = random;
    await turn();
    sessionStorage.clear();
  });
  return page;
}
