import type { MemoryAdapter, MemoryAdapterOptions } from '../../src/adapters/memory.js';
import { en as own } from '../../src/locales/course/en.js';
import { en } from '../../src/locales/en.js';
import { backend, clinic } from './clinic-page.js';
import { ADA, type SlotBookerHarness } from './slot-booker.harness.js';

/** A course that the clinic has to approve, with a deposit; and one that is booked at once. */
export const courses = [
  {
    id: 'look',
    name: 'The whole look',
    sessions: [
      { service: 'session', role: 'foundation' },
      { service: 'session', role: 'density' },
      { service: 'session', role: 'detail' },
    ],
    gapDays: { min: 7, default: 10, max: 20 },
    price: { amount: 900, currency: 'GBP' },
    deposit: { text: 'We ask for £50.', url: 'https://pay.northlight.example/?shop=7' },
  },
  {
    id: 'two',
    name: 'Two visits',
    sessions: [{ service: 'visit' }, { service: 'visit' }],
    gapDays: { min: 7, default: 8, max: 20 },
  },
];

/** The clinic's backend with its courses. */
export const courseBackend = (
  capabilities: MemoryAdapterOptions['capabilities'] = {},
  options: MemoryAdapterOptions = {},
): MemoryAdapter => backend({ clinic: { ...clinic, courses }, capabilities, ...options });

/** Presses one of the elements with a part, as soon as it is there. */
export async function press(booker: SlotBookerHarness, part: string, index = 0): Promise<void> {
  await booker.shows(part, () => booker.parts(part)[index]);
  booker.parts(part)[index]?.click();
  await booker.element.updateComplete;
}

/** Takes the first time of the first free day, if the others can be planned from it. */
export async function takeFirst(booker: SlotBookerHarness): Promise<void> {
  await booker.at(own.firstTitle);
  await booker.shows('times', () => booker.part('time'));
  booker.part('time')?.querySelector('input')?.click();
  await booker.element.updateComplete;
  await press(booker, 'button');
}

/** At the plan, from the first time of the first free day. */
export async function toPlan(booker: SlotBookerHarness): Promise<void> {
  await takeFirst(booker);
  await booker.at(own.planTitle);
  await booker.shows(
    'a whole plan',
    () => !booker.text().includes(own.noTime) && !booker.text().includes(own.planning),
  );
}

/** From the plan to the check page. */
export async function toCheck(booker: SlotBookerHarness): Promise<void> {
  await press(booker, 'button');
  await booker.at(en.yourDetails);
  await booker.fill(ADA);
  await booker.continue();
  await booker.at(en.checkTitle);
}
