import type { AdapterCapabilities, SchedulingAdapter } from '../../adapters/adapter.js';
import { check, checkSame, present, refused } from '../assert.js';
import type { AdapterCases } from '../harness.js';

const METHODS = {
  holds: ['holdSlot', 'extendHold', 'releaseHold'],
  waitlist: ['joinWaitlist'],
  consultations: ['submitConsultation', 'eraseConsultation'],
  photos: ['uploadPhoto', 'deletePhoto'],
  management: ['getBooking', 'reschedule', 'cancel'],
  courses: ['bookCourse'],
  touchUps: ['signUpForTouchUps', 'getTouchUps', 'updateTouchUps', 'stopTouchUps'],
} as const satisfies Record<keyof AdapterCapabilities, readonly (keyof SchedulingAdapter)[]>;
const KINDS: readonly (keyof AdapterCapabilities)[] = [
  'holds',
  'waitlist',
  'consultations',
  'photos',
  'management',
  'courses',
  'touchUps',
];

/** What an adapter declares, and the clinic it tells of. */
export const clinicCases: AdapterCases = {
  subject: 'clinic',
  cases: [
    {
      name: 'has a name',
      run: async ({ adapter }) => {
        check(typeof adapter.name === 'string' && adapter.name.length > 0, 'name should be text');
        await Promise.resolve();
      },
    },
    {
      name: 'declares a capability exactly when its methods are there',
      run: async ({ adapter }) => {
        for (const kind of KINDS) {
          const { [kind]: declared = false } = adapter.capabilities;
          check(typeof declared === 'boolean', `capabilities.${kind} should be true or false`);
          for (const method of METHODS[kind]) {
            const there = typeof adapter[method] === 'function';
            check(there === declared, `${method} and capabilities.${kind} should agree`);
          }
        }
        await Promise.resolve();
      },
    },
    {
      name: 'can do what the suite was told',
      run: async (desk) => {
        const { capabilities } = await desk.clinic();
        for (const kind of KINDS) {
          const able = desk.adapter.capabilities[kind] === true && capabilities?.[kind] !== false;
          const told = desk.capabilities[kind] === true;
          check(able === told, `the suite was told ${kind}: ${told}, found ${able}`);
        }
      },
    },
    {
      name: 'tells a clinic that fits its schema',
      run: async (desk) => {
        const clinic = await desk.clinic();
        check(clinic.services.length > 0, 'a clinic should have a service');
      },
    },
    {
      name: 'gives ids that are unique and lead somewhere',
      run: async (desk) => {
        const clinic = await desk.clinic();
        const services = uniqueIds(clinic.services, 'services');
        const locations = uniqueIds(clinic.locations, 'locations');
        uniqueIds(clinic.practitioners, 'practitioners');
        for (const one of clinic.services) among(one.locations, locations, `locations of ${one.id}`);
        for (const one of clinic.practitioners) {
          among(one.locations, locations, `locations of ${one.id}`);
          among(one.services, services, `services of ${one.id}`);
        }
      },
    },
    {
      name: 'gives answers that the caller may change',
      run: async (desk) => {
        const clinic = await desk.clinic();
        const service = present(clinic.services[0], 'a service').id;
        const page = await desk.page({ service });
        const { name, services } = clinic;
        const [clinicBefore, idsBefore] = [JSON.stringify(clinic), page.slots.map((slot) => slot.id)];
        Object.assign(clinic, { name: 'Somebody else', services: services.slice(1) });
        const slots = page.slots.splice(0);
        const times = slots.map((slot) => slot.localTime);
        for (const slot of slots) slot.localTime = '00:00';
        const [clinicAfter, pageAfter] = [await desk.clinic(), await desk.page({ service })];
        const [clinicThen, slotsThen] = [JSON.stringify(clinicAfter), structuredClone(pageAfter.slots)];
        // An adapter that hands out what it keeps fails here; for the tests after this one it is to be whole again.
        Object.assign(clinic, { name, services });
        slots.forEach((slot, index) => (slot.localTime = times[index] ?? slot.localTime));
        page.slots.push(...slots);
        checkSame(JSON.parse(clinicThen), JSON.parse(clinicBefore), 'the clinic before and after');
        checkSame(
          slotsThen.map((slot) => slot.id),
          idsBefore,
          'the slots before and after',
        );
        check(
          slotsThen.every((slot) => slot.start.includes(slot.localTime)),
          'slots should be copies',
        );
      },
    },
    {
      name: 'gives up telling the clinic when nobody waits for it',
      run: async ({ adapter }) => {
        await refused(() => adapter.getClinic({ signal: AbortSignal.abort() }), 'an aborted getClinic', 'aborted');
      },
    },
  ],
};

function uniqueIds(items: readonly { readonly id: string }[], what: string): Set<string> {
  const ids = new Set(items.map((item) => item.id));
  check(ids.size === items.length, `ids of ${what} should be unique`);
  return ids;
}

function among(ids: readonly string[] | undefined, all: ReadonlySet<string>, what: string): void {
  for (const id of ids ?? []) check(all.has(id), `${what} name “${id}”, which the clinic does not have`);
}
