import type { Slot } from '../../domain/slot.js';
import { check, checkIssue, checkSame, present, refused } from '../assert.js';
import type { AdapterCases } from '../harness.js';
import { at, dailyOf, overlap } from '../listed-slots.js';

/** Booking one time. */
export const bookingCases: AdapterCases = {
  subject: 'bookings',
  cases: [
    {
      name: 'books a listed time of a chosen practitioner',
      run: async (desk) => {
        const { service, practitioner, own } = await desk.scene();
        const slot = at(own, 0);
        const booking = await desk.book(desk.draft(service.id, slot));
        check(booking.service === service.id, `the service should be ${service.id}, not ${booking.service}`);
        checkSame(timeOf(booking.slot), timeOf(slot), 'times asked and booked');
        check(booking.slot.practitioner === practitioner, 'the booking should be with the chosen practitioner');
        check(booking.slot.location === slot.location, 'the booking should be at the listed location');
      },
    },
    {
      name: 'assigns a practitioner when anyone will do',
      run: async (desk) => {
        const { clinic, service, anyone } = await desk.scene();
        const slot = at(anyone, 0);
        const booking = await desk.book(desk.draft(service.id, slot));
        checkSame(timeOf(booking.slot), timeOf(slot), 'times asked and booked');
        const person = clinic.practitioners.find(({ id }) => id === booking.slot.practitioner);
        check(person, `“${booking.slot.practitioner}” should be a practitioner of the clinic`);
        check(person.services?.includes(service.id) ?? true, `${person.id} should offer ${service.id}`);
      },
    },
    {
      name: 'confirms at once, or says that the clinic has to agree',
      run: async (desk) => {
        const { clinic } = await desk.scene();
        for (const service of clinic.services) {
          const slot = at(dailyOf(await desk.slots({ service: service.id })), 1);
          const free = await desk.free(service.id, slot);
          const { status } = await desk.book(desk.draft(service.id, slot));
          const expected = service.confirmation === 'request' ? 'requested' : 'confirmed';
          check(status === expected, `a booking of ${service.id} should be ${expected}, not ${status}`);
          check((await desk.free(service.id, slot)) === free - 1, `the time of a ${status} booking should be kept`);
        }
      },
    },
    {
      name: 'takes a booked time off the list',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const slot = at(own, 0);
        check(await desk.lists(service.id, slot), 'a free time should be listed');
        await desk.book(desk.draft(service.id, slot));
        check(!(await desk.lists(service.id, slot)), 'a booked time should not be listed');
      },
    },
    {
      name: 'refuses a time that is taken',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const slot = at(own, 0);
        await desk.book(desk.draft(service.id, slot));
        await refused(() => desk.book(desk.draft(service.id, slot)), 'a taken time', 'slot-taken');
      },
    },
    {
      name: 'gives a time for anyone until nobody is free',
      run: async (desk) => {
        const scene = await desk.scene();
        const { service } = scene;
        const { slot, free } = await desk.shared(scene);
        const people = new Set<string | undefined>();
        for (let count = 0; count < free; count += 1) {
          people.add((await desk.book(desk.draft(service.id, slot))).slot.practitioner);
        }
        check(people.size === free, `${free} bookings at one time should be with ${free} people`);
        await refused(() => desk.book(desk.draft(service.id, slot)), 'a time when nobody is free', 'slot-taken');
        check(!(await desk.lists(service.id, slot)), 'a time when nobody is free should not be listed');
      },
    },
    {
      name: 'offers other times of the same choice with a refusal',
      run: async (desk) => {
        const { service, practitioner, own } = await desk.scene();
        const slot = at(own, 4);
        await desk.book(desk.draft(service.id, slot));
        const error = await refused(() => desk.book(desk.draft(service.id, slot)), 'a taken time', 'slot-taken');
        const alternatives = desk.alternatives(error);
        for (const one of alternatives) {
          check(one.practitioner === practitioner, 'alternatives should keep to the chosen practitioner');
          check(await desk.lists(service.id, one), `an alternative, ${one.start}, should be a listed time`);
        }
      },
    },
    {
      name: 'offers other times for anyone with a refusal',
      run: async (desk) => {
        const { service, anyone } = await desk.scene();
        const slot = at(anyone, 4);
        for (let count = await desk.free(service.id, slot); count > 0; count -= 1) {
          await desk.book(desk.draft(service.id, slot));
        }
        const error = await refused(() => desk.book(desk.draft(service.id, slot)), 'a taken time', 'slot-taken');
        for (const one of desk.alternatives(error)) {
          check(one.practitioner === undefined, 'alternatives should leave the practitioner open');
          check(await desk.lists(service.id, one), `an alternative, ${one.start}, should be a listed time`);
        }
      },
    },
    {
      name: 'offers the nearest times first',
      run: async (desk) => {
        const { service, practitioner, own } = await desk.scene();
        const slot = at(own, 4);
        await desk.book(desk.draft(service.id, slot));
        const error = await refused(() => desk.book(desk.draft(service.id, slot)), 'a taken time', 'slot-taken');
        const offered = desk.alternatives(error).map((one) => distance(one, slot));
        const free = await desk.slots({ service: service.id, practitioner });
        const nearest = free
          .filter((one) => one.location === slot.location)
          .map((one) => distance(one, slot))
          .sort((a, b) => a - b);
        offered.forEach((gap, index) => {
          check(gap >= (offered[index - 1] ?? 0), 'alternatives should be in order of their distance');
          // Another location may have a nearer time; none may be left out for a farther one.
          check(gap <= (nearest[index] ?? Infinity), `alternative ${index + 1} should be the nearest that is free`);
        });
      },
    },
    {
      name: 'offers times that can be had',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const slot = at(own, 4);
        await desk.book(desk.draft(service.id, slot));
        const error = await refused(() => desk.book(desk.draft(service.id, slot)), 'a taken time', 'slot-taken');
        for (const one of desk.alternatives(error)) {
          const apart = desk.alternatives(error).every((other) => other === one || !overlap(one, other));
          if (desk.capabilities.holds) {
            await desk.release(await desk.hold({ service: service.id, slotId: one.id }));
          } else if (apart || one === error.alternatives?.[0]) {
            await desk.book(desk.draft(service.id, one));
          }
        }
      },
    },
    {
      name: 'refuses a slot id that it never gave',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        for (const slotId of ['no-such-slot', '~', '{}']) {
          const draft = { ...desk.draft(service.id, at(own, 0)), slotId };
          await refused(() => desk.book(draft), `slot id “${slotId}”`, 'not-found');
        }
      },
    },
    {
      name: 'refuses a service that does not fit the time',
      run: async (desk) => {
        const { clinic, service, own } = await desk.scene();
        const other = present(
          clinic.services.find(({ id }) => id !== service.id),
          'this test needs two services; skip it for a clinic with one',
        );
        const error = await refused(() => desk.book(desk.draft(other.id, at(own, 0))), 'another service', 'validation');
        checkIssue(error, '/service');
        check(await desk.lists(service.id, at(own, 0)), 'a refused booking should leave the time free');
      },
    },
    {
      name: 'never has one person in two places',
      run: async (desk) => {
        const { clinic, service, practitioner, own } = await desk.scene();
        const { slot } = await desk.book(desk.draft(service.id, at(own, 4)));
        for (const { id } of clinic.services) {
          if (!(clinic.practitioners.find((one) => one.id === practitioner)?.services?.includes(id) ?? true)) continue;
          const query = { service: id, practitioner, from: slot.localDate, to: slot.localDate };
          for (const one of await desk.slots(query)) {
            check(
              !overlap(one, slot),
              `${practitioner} is booked at ${slot.start}, yet listed for ${id} at ${one.start}`,
            );
          }
        }
      },
    },
    {
      name: 'gives each booking an id and a reference of its own',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const [ids, references] = [new Set<string>(), new Set<string>()];
        const slots = dailyOf(own).slice(0, 6);
        for (const slot of slots) {
          const { bookingId, reference } = await desk.book(desk.draft(service.id, slot));
          check(/^[ -~]{4,24}$/.test(reference), `“${reference}” should be 4 to 24 plain characters, to be read aloud`);
          ids.add(bookingId);
          references.add(reference);
        }
        check(ids.size === slots.length && references.size === slots.length, 'ids and references should be unique');
      },
    },
    {
      name: 'leaves what it is given unchanged',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const query = { service: service.id };
        const draft = desk.draft(service.id, at(own, 0));
        const before = JSON.stringify([query, draft]);
        await desk.adapter.listSlots(query);
        await desk.adapter.createBooking(draft, { operationId: desk.operation() });
        check(JSON.stringify([query, draft]) === before, 'arguments should come back as they were');
      },
    },
  ],
};

function timeOf(slot: Slot): number[] {
  return [Date.parse(slot.start), Date.parse(slot.end)];
}

function distance(one: Slot, other: Slot): number {
  return Math.abs(Date.parse(one.start) - Date.parse(other.start));
}
