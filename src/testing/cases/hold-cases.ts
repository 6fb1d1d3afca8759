import type { Slot } from '../../domain/slot.js';
import { check, checkSame, present, refused } from '../assert.js';
import { proofOf } from '../desk.js';
import type { AdapterCases } from '../harness.js';
import { at, overlap } from '../listed-slots.js';

/** A proof of this hold that is not right. */
const wrong = ({ holdId }: { readonly holdId: string }) => ({ holdId, holdToken: 'not-the-token-of-this-hold' });
const UNKNOWN = { holdId: 'no-such-hold', holdToken: 'no-such-token' };

/** Keeping a time for a while. */
export const holdCases: AdapterCases = {
  subject: 'holds',
  cases: [
    {
      name: 'holds a listed time',
      needs: 'holds',
      run: async (desk) => {
        const { service, practitioner, own } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        check(Date.parse(hold.slot.start) === Date.parse(at(own, 0).start), 'the time held is the time asked for');
        check(hold.slot.practitioner === practitioner, 'the hold should be with the chosen practitioner');
        check(hold.expiresInMs > 0, 'a hold should last');
      },
    },
    {
      name: 'assigns a practitioner to a hold when anyone will do',
      needs: 'holds',
      run: async (desk) => {
        const { clinic, service, anyone } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(anyone, 0).id });
        const known = clinic.practitioners.some(({ id }) => id === hold.slot.practitioner);
        check(known, `“${hold.slot.practitioner}” should be a practitioner of the clinic`);
      },
    },
    {
      name: 'takes a held time off the list',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        await desk.hold({ service: service.id, slotId: at(own, 0).id });
        check(!(await desk.lists(service.id, at(own, 0))), 'a held time should not be listed');
      },
    },
    {
      name: 'refuses a time that somebody else holds, with alternatives',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const slot = at(own, 4);
        await desk.hold({ service: service.id, slotId: slot.id });
        const again = () => desk.hold({ service: service.id, slotId: slot.id });
        for (const one of desk.alternatives(await refused(again, 'holding a held time', 'slot-taken'))) {
          check(await desk.lists(service.id, one), `an alternative, ${one.start}, should be a listed time`);
        }
        const book = () => desk.book(desk.draft(service.id, slot));
        desk.alternatives(await refused(book, 'booking a held time', 'slot-taken'));
      },
    },
    {
      name: 'refuses to hold a slot id that it never gave',
      needs: 'holds',
      run: async (desk) => {
        const { service } = await desk.scene();
        const hold = () => desk.hold({ service: service.id, slotId: 'no-such-slot' });
        await refused(hold, 'a slot id of somewhere else', 'not-found');
      },
    },
    {
      name: 'books the held time',
      needs: 'holds',
      run: async (desk) => {
        const { service, anyone } = await desk.scene();
        const slot = at(anyone, 0);
        const hold = await desk.hold({ service: service.id, slotId: slot.id });
        const booking = await desk.book(desk.draft(service.id, slot, { hold: proofOf(hold) }));
        check(Date.parse(booking.slot.start) === Date.parse(slot.start), 'the time held should be booked');
        check(booking.slot.practitioner === hold.slot.practitioner, 'who was held should be booked');
      },
    },
    {
      name: 'books the held time also under the id that the hold gave it',
      needs: 'holds',
      run: async (desk) => {
        const { service, anyone } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(anyone, 0).id });
        const booking = await desk.book(desk.draft(service.id, hold.slot, { hold: proofOf(hold) }));
        check(Date.parse(booking.slot.start) === Date.parse(hold.slot.start), 'the time held should be booked');
      },
    },
    {
      name: 'gives the same booking again for a hold that became one',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = proofOf(await desk.hold({ service: service.id, slotId: at(own, 0).id }));
        const draft = desk.draft(service.id, at(own, 0), { hold });
        const first = await desk.book(draft);
        const again = await desk.book(draft);
        checkSame([again.bookingId, again.reference], [first.bookingId, first.reference], 'the two bookings');
      },
    },
    {
      name: 'refuses a booking with the wrong token',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        const draft = desk.draft(service.id, at(own, 0), { hold: wrong(hold) });
        await refused(() => desk.book(draft), 'the wrong token', 'unauthorized');
        await desk.book(desk.draft(service.id, at(own, 0), { hold: proofOf(hold) }));
      },
    },
    {
      name: 'frees a time whose hold has run out',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        await desk.hold({ service: service.id, slotId: at(own, 0).id });
        await desk.expireHolds();
        check(await desk.lists(service.id, at(own, 0)), 'the time should be listed again');
        await desk.book(desk.draft(service.id, at(own, 0)));
      },
    },
    {
      name: 'books a time whose hold has run out while it is free',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = proofOf(await desk.hold({ service: service.id, slotId: at(own, 0).id }));
        await desk.expireHolds();
        const booking = await desk.book(desk.draft(service.id, at(own, 0), { hold }));
        check(Date.parse(booking.slot.start) === Date.parse(at(own, 0).start), 'the time should be booked');
      },
    },
    {
      name: 'refuses a time whose hold has run out once somebody else has it',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = proofOf(await desk.hold({ service: service.id, slotId: at(own, 4).id }));
        await desk.expireHolds();
        await desk.book(desk.draft(service.id, at(own, 4)));
        const draft = desk.draft(service.id, at(own, 4), { hold });
        const error = await refused(() => desk.book(draft), 'a lost time', 'slot-taken', 'hold-expired');
        if (error.code === 'slot-taken') desk.alternatives(error);
      },
    },
    {
      name: 'prolongs a hold',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        const longer = await desk.extend(hold);
        check(longer.holdId === hold.holdId, 'the hold should stay the same');
        checkSame(longer.slot, hold.slot, 'slots before and after');
        check(Date.parse(longer.expiresAt) >= Date.parse(hold.expiresAt), 'the hold should not get shorter');
      },
    },
    {
      name: 'stops prolonging after a while and leaves the hold as it is',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        let last = hold;
        for (let count = 0; count < 20; count += 1) last = await desk.extend(hold);
        const after = await desk.extend(hold);
        checkSame(after.expiresAt, last.expiresAt, 'ends of the hold');
        check(after.holdId === hold.holdId && after.expiresInMs > 0, 'the hold should still be there');
      },
    },
    {
      name: 'refuses to prolong a hold that is gone',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        await desk.expireHolds();
        await refused(() => desk.extend(hold), 'a hold that ran out', 'hold-expired');
        await refused(() => desk.extend(UNKNOWN), 'an unknown hold', 'hold-expired');
      },
    },
    {
      name: 'refuses to prolong a hold with the wrong token',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        await refused(() => desk.extend(wrong(hold)), 'the wrong token', 'unauthorized');
      },
    },
    {
      name: 'lets a hold go',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        await desk.release(hold);
        check(await desk.lists(service.id, at(own, 0)), 'the time should be listed again');
        await refused(() => desk.extend(hold), 'a hold let go', 'hold-expired');
      },
    },
    {
      name: 'lets a hold go that is gone already',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        await desk.release(hold);
        await desk.release(hold);
        await desk.release(UNKNOWN);
        const other = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        await desk.expireHolds();
        await desk.release(other);
      },
    },
    {
      name: 'refuses to let a hold go with the wrong token',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        await refused(() => desk.release(wrong(hold)), 'the wrong token', 'unauthorized');
        check(!(await desk.lists(service.id, at(own, 0))), 'the hold should stand');
      },
    },
    {
      name: 'keeps a booking when its hold is let go',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = proofOf(await desk.hold({ service: service.id, slotId: at(own, 0).id }));
        await desk.book(desk.draft(service.id, at(own, 0), { hold }));
        await desk.release(hold);
        await desk.expireHolds();
        check(!(await desk.lists(service.id, at(own, 0))), 'the booking should stand');
      },
    },
    {
      name: 'lets the earlier hold go once the new one stands',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const [first, last] = [at(own, 0), at(own, own.length - 1)];
        const replaces = proofOf(await desk.hold({ service: service.id, slotId: first.id }));
        await desk.hold({ service: service.id, slotId: last.id, replaces });
        check(await desk.lists(service.id, first), 'the earlier time should be free');
        check(!(await desk.lists(service.id, last)), 'the new time should be held');
      },
    },
    {
      name: 'gives the same hold again for a time that the visitor holds',
      needs: 'holds',
      run: async (desk) => {
        const { service, own, anyone } = await desk.scene();
        for (const slot of [at(own, 0), at(anyone, anyone.length - 1)]) {
          const hold = await desk.hold({ service: service.id, slotId: slot.id });
          const again = await desk.hold({ service: service.id, slotId: slot.id, replaces: proofOf(hold) });
          check(again.holdId === hold.holdId, 'the hold should stay the same');
          checkSame(again.slot, hold.slot, 'slots before and after');
          check(Date.parse(again.expiresAt) >= Date.parse(hold.expiresAt), 'the hold should not get shorter');
          await desk.book(desk.draft(service.id, slot, { hold: proofOf(again) }));
        }
      },
    },
    {
      name: 'is never blocked by the hold that it replaces',
      needs: 'holds',
      run: async (desk) => {
        const { clinic, practitioner } = await desk.scene();
        const { service, first, second } = await overlapping();
        const replaces = proofOf(await desk.hold({ service, slotId: first.id }));
        await refused(() => desk.hold({ service, slotId: second.id }), 'a time that touches a held one', 'slot-taken');
        const hold = await desk.hold({ service, slotId: second.id, replaces });
        check(Date.parse(hold.slot.start) === Date.parse(second.start), 'the time held is the time asked for');
        await refused(() => desk.extend(replaces), 'the hold that was replaced', 'hold-expired');

        async function overlapping(): Promise<{ service: string; first: Slot; second: Slot }> {
          for (const { id } of clinic.services) {
            const slots = await desk.slots({ service: id, practitioner }).catch(() => []);
            for (const [index, first] of slots.entries()) {
              const second = slots[index + 1];
              if (index > 3 && second && overlap(first, second)) return { service: id, first, second };
            }
          }
          throw new Error('this test needs times that overlap; skip it for a clinic without');
        }
      },
    },
    {
      name: 'keeps the earlier hold when the new one is refused',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const [first, last] = [at(own, 0), at(own, own.length - 1)];
        await desk.book(desk.draft(service.id, last));
        const replaces = proofOf(await desk.hold({ service: service.id, slotId: first.id }));
        const move = () => desk.hold({ service: service.id, slotId: last.id, replaces });
        await refused(move, 'a taken time', 'slot-taken');
        check(!(await desk.lists(service.id, first)), 'the earlier time should still be held');
        await desk.extend(replaces);
      },
    },
    {
      name: 'takes no notice of an earlier hold that is gone',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const replaces = proofOf(await desk.hold({ service: service.id, slotId: at(own, 0).id }));
        await desk.expireHolds();
        await desk.hold({ service: service.id, slotId: at(own, own.length - 1).id, replaces });
        await desk.hold({ service: service.id, slotId: at(own, 0).id, replaces: UNKNOWN });
      },
    },
    {
      name: 'keeps a hold that somebody replaces with the wrong token',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = await desk.hold({ service: service.id, slotId: at(own, 0).id });
        const last = at(own, own.length - 1);
        const request = { service: service.id, slotId: last.id, replaces: wrong(hold) };
        await desk.hold(request).catch(() => undefined);
        check(!(await desk.lists(service.id, at(own, 0))), 'the hold should stand');
        await desk.extend(hold);
        const theft = { service: service.id, slotId: at(own, 0).id, replaces: wrong(hold) };
        await refused(() => desk.hold(theft), 'holding what somebody else holds', 'slot-taken', 'unauthorized');
      },
    },
    {
      name: 'keeps a booking that somebody replaces',
      needs: 'holds',
      run: async (desk) => {
        const { service, own } = await desk.scene();
        const hold = proofOf(await desk.hold({ service: service.id, slotId: at(own, 0).id }));
        const booking = await desk.book(desk.draft(service.id, at(own, 0), { hold }));
        const last = at(own, own.length - 1);
        await desk.hold({ service: service.id, slotId: last.id, replaces: hold });
        check(!(await desk.lists(service.id, at(own, 0))), 'the booking should stand');
        present(booking.bookingId, 'a booking');
      },
    },
  ],
};
