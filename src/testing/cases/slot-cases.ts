import type { Slot } from '../../domain/slot.js';
import { addDays, daysBetween } from '../../domain/time/plain-date.js';
import { check, checkIssue, checkSame, present, refused } from '../assert.js';
import { proofOf, type Desk } from '../desk.js';
import type { AdapterCases } from '../harness.js';
import { at, dailyOf, timeAndPlace } from '../listed-slots.js';

/** The times that an adapter lists. */
export const slotCases: AdapterCases = {
  subject: 'slots',
  cases: [
    {
      name: 'lists times in order of their instant, each once',
      run: async (desk) => {
        for (const slots of await listings(desk)) {
          check(new Set(slots.map((slot) => slot.id)).size === slots.length, 'ids of slots should be unique');
          slots.reduce(
            (before, slot) => {
              check(Date.parse(before.start) <= Date.parse(slot.start), `${slot.start} comes after ${before.start}`);
              return slot;
            },
            at(slots, 0),
          );
        }
      },
    },
    {
      name: 'lists times that last as long as the service',
      run: async (desk) => {
        const { service, anyone } = await desk.scene();
        for (const slot of anyone) {
          const minutes = (Date.parse(slot.end) - Date.parse(slot.start)) / 60_000;
          check(minutes === service.durationMinutes, `${slot.id} lasts ${minutes}, not ${service.durationMinutes}`);
        }
      },
    },
    {
      name: 'writes the wall time of each instant as its text says',
      run: async (desk) => {
        const { clinic, anyone } = await desk.scene();
        for (const slot of anyone) {
          const sign = slot.offset.startsWith('-') ? -1 : 1;
          const minutes = sign * (Number(slot.offset.slice(1, 3)) * 60 + Number(slot.offset.slice(4)));
          const wall = new Date(Date.parse(slot.start) + minutes * 60_000).toISOString();
          checkSame(
            [slot.localDate, slot.localTime],
            [wall.slice(0, 10), wall.slice(11, 16)],
            `wall time of ${slot.id}`,
          );
          check(slot.timeZone === clinic.timeZone, `${slot.id} should be in the clinic's zone`);
        }
      },
    },
    {
      name: 'keeps to the dates that were asked for',
      run: async (desk) => {
        const { service, anyone } = await desk.scene();
        const from = at(anyone, 0).localDate;
        const to = addDays(from, 6);
        const page = await desk.page({ service: service.id, from, to });
        checkSame([page.from, page.to], [from, to], 'dates asked and answered');
        check(page.slots.length > 0, 'a week with free times should have slots');
        for (const { localDate } of page.slots) check(localDate >= from && localDate <= to, `${localDate} is outside`);
      },
    },
    {
      name: 'covers 35 days from today when no dates are given',
      run: async (desk) => {
        const { service } = await desk.scene();
        const page = await desk.page({ service: service.id });
        check(page.from === page.today, `from should be today, ${page.today}, not ${page.from}`);
        check(daysBetween(page.from, page.to) === 34, `to should be 34 days later, not ${page.to}`);
      },
    },
    {
      name: 'covers 35 days from a date given alone',
      run: async (desk) => {
        const { service } = await desk.scene();
        const { today } = await desk.page({ service: service.id });
        const page = await desk.page({ service: service.id, from: addDays(today, 3) });
        checkSame([page.from, page.to], [addDays(today, 3), addDays(today, 37)], 'dates');
      },
    },
    {
      name: 'lists nothing in the past',
      run: async (desk) => {
        const { service } = await desk.scene();
        const { today } = await desk.page({ service: service.id });
        const past = await desk.page({ service: service.id, from: addDays(today, -40), to: addDays(today, -1) });
        check(past.slots.length === 0, 'days before today should have no slots');
        const across = await desk.page({ service: service.id, from: addDays(today, -10), to: addDays(today, 10) });
        const asOf = Date.parse(across.asOf);
        for (const slot of across.slots) check(Date.parse(slot.start) >= asOf, `${slot.start} is over`);
      },
    },
    {
      name: 'accepts a range of 62 days',
      run: async (desk) => {
        const { service } = await desk.scene();
        const { today } = await desk.page({ service: service.id });
        const page = await desk.page({ service: service.id, from: today, to: addDays(today, 61) });
        checkSame([page.from, page.to], [today, addDays(today, 61)], 'dates asked and answered');
      },
    },
    {
      name: 'refuses a range of 63 days',
      run: async (desk) => {
        const { service } = await desk.scene();
        const { today } = await desk.page({ service: service.id });
        const query = { service: service.id, from: today, to: addDays(today, 62) };
        checkIssue(await refused(() => desk.adapter.listSlots(query), 'a range of 63 days', 'validation'), '/to');
      },
    },
    {
      name: 'refuses a range that ends before it starts',
      run: async (desk) => {
        const { service } = await desk.scene();
        const { today } = await desk.page({ service: service.id });
        const query = { service: service.id, from: addDays(today, 5), to: addDays(today, 4) };
        checkIssue(await refused(() => desk.adapter.listSlots(query), 'an upside-down range', 'validation'), '/to');
      },
    },
    {
      name: 'refuses a service that it does not have',
      run: async ({ adapter }) => {
        await refused(() => adapter.listSlots({ service: 'no-such-service' }), 'an unknown service', 'not-found');
      },
    },
    {
      name: 'refuses a practitioner whom it does not have',
      run: async (desk) => {
        const query = { service: (await desk.scene()).service.id, practitioner: 'no-such-person' };
        await refused(() => desk.adapter.listSlots(query), 'an unknown practitioner', 'not-found');
      },
    },
    {
      name: 'refuses a location that it does not have',
      run: async (desk) => {
        const query = { service: (await desk.scene()).service.id, location: 'no-such-place' };
        await refused(() => desk.adapter.listSlots(query), 'an unknown location', 'not-found');
      },
    },
    {
      name: 'names the practitioner in times of a chosen practitioner',
      run: async (desk) => {
        const { practitioner, own } = await desk.scene();
        for (const slot of own) check(slot.practitioner === practitioner, `${slot.id} should be ${practitioner}'s`);
      },
    },
    {
      name: 'lists each time once and without a name when anyone will do',
      run: async (desk) => {
        const { anyone } = await desk.scene();
        for (const slot of anyone) check(slot.practitioner === undefined, `${slot.id} should name nobody`);
        check(new Set(anyone.map(timeAndPlace)).size === anyone.length, 'times for anyone should be unique');
      },
    },
    {
      name: 'lists a time for anyone exactly when somebody has it',
      run: async (desk) => {
        const { clinic, service, anyone } = await desk.scene();
        const from = at(anyone, 0).localDate;
        const query = { service: service.id, from, to: addDays(from, 13) };
        const somebody = new Set<string>();
        for (const { id, services } of clinic.practitioners) {
          if (services && !services.includes(service.id)) continue;
          for (const slot of await desk.slots({ ...query, practitioner: id })) somebody.add(timeAndPlace(slot));
        }
        const listed = (await desk.slots(query)).map(timeAndPlace);
        checkSame(listed.sort(), [...somebody].sort(), 'times for anyone and times of somebody');
      },
    },
    {
      name: 'lists the times of one location when one is asked for',
      run: async (desk) => {
        const clinic = await desk.clinic();
        const service = present(
          clinic.services.find(({ mode }) => mode === 'in-person'),
          'this test needs a service in person; skip it for a clinic without',
        );
        const all = await desk.slots({ service: service.id });
        const places = [...new Set(all.map(({ location }) => location))];
        for (const place of places) {
          const location = present(place, 'a time in person should name its location');
          const slots = await desk.slots({ service: service.id, location });
          const expected = all.filter((slot) => slot.location === location);
          checkSame(slots.map(timeAndPlace), expected.map(timeAndPlace), `times at ${location}`);
        }
        check(places.length > 0, 'a service in person should have times');
      },
    },
    {
      name: 'gives the same time the same id whenever it is asked',
      run: async (desk) => {
        const { service, anyone } = await desk.scene();
        const from = at(anyone, 0).localDate;
        const ids = (slots: readonly Slot[]) => slots.map((slot) => slot.id);
        const alone = await desk.slots({ service: service.id, from, to: from });
        const week = await desk.slots({ service: service.id, from: addDays(from, -2), to: addDays(from, 4) });
        checkSame(ids(alone), ids(week.filter((slot) => slot.localDate === from)), 'ids of one day');
      },
    },
    {
      name: 'tells the next date that has a free time',
      run: async (desk) => {
        const { service } = await desk.scene();
        const { today } = await desk.page({ service: service.id });
        const page = await desk.page({ service: service.id, from: today, to: addDays(today, 1) });
        const next = page.nextAvailable;
        // A backend that can't tell leaves it out.
        if (next === undefined) return;
        check(next !== null && next > page.to, `nextAvailable should come after ${page.to}, not ${next}`);
        const slots = await desk.slots({ service: service.id, from: addDays(page.to, 1), to: addDays(page.to, 60) });
        check(slots[0]?.localDate === next, `the next free date is ${slots[0]?.localDate}, not ${next}`);
      },
    },
    {
      name: 'lists only times that can be had',
      run: async (desk) => {
        const { service, anyone, own } = await desk.scene();
        for (const slots of [dailyOf(anyone).slice(0, 10), dailyOf([...own].reverse()).slice(0, 10)]) {
          for (const slot of slots) {
            if (desk.capabilities.holds) {
              const hold = await desk.hold({ service: service.id, slotId: slot.id });
              check(Date.parse(hold.slot.start) === Date.parse(slot.start), 'the time held is the time listed');
              await desk.release(proofOf(hold));
            } else {
              await desk.book(desk.draft(service.id, slot));
            }
          }
        }
      },
    },
    {
      name: 'gives up listing when nobody waits for it',
      run: async (desk) => {
        const { service } = await desk.scene();
        const signal = AbortSignal.abort();
        const call = () => desk.adapter.listSlots({ service: service.id }, { signal });
        await refused(call, 'an aborted listSlots', 'aborted');
      },
    },
  ],
};

async function listings(desk: Desk): Promise<readonly (readonly Slot[])[]> {
  const { clinic, anyone, own } = await desk.scene();
  const others = await Promise.all(clinic.services.map(({ id }) => desk.slots({ service: id })));
  return [anyone, own, ...others.filter((slots) => slots.length > 0)];
}
