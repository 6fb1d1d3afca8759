import type { Booking } from '../../domain/booking.js';
import type { ManagedBooking, ManagedSession } from '../../domain/managed-booking.js';
import type { Slot } from '../../domain/slot.js';
import { check, checkSame, present, refused } from '../assert.js';
import type { Desk } from '../desk.js';
import type { AdapterCases } from '../harness.js';
import { at } from '../listed-slots.js';

const needs = 'management';

/** A booking that stands, its token, and free times of the same service. */
async function booked(desk: Desk): Promise<{
  readonly service: string;
  readonly own: readonly Slot[];
  readonly booking: Booking;
  readonly token: string;
}> {
  const { service, own } = await desk.scene();
  const booking = await desk.book(desk.draft(service.id, at(own, 0)));
  return { service: service.id, own, booking, token: desk.token(booking) };
}

/** The first session of what a token shows. */
const first = ({ sessions }: ManagedBooking): ManagedSession => present(sessions[0], 'a session');

/** A free time of another day than the first. */
const elsewhere = (own: readonly Slot[]): Slot =>
  present(
    own.find(({ localDate }) => localDate > at(own, 0).localDate),
    'a free time of another day',
  );

/** A token that differs in one letter, at a place of the caller's choice. */
function altered(token: string, place: number): string {
  const other = token[place] === 'A' ? 'B' : 'A';
  return token.slice(0, place) + other + token.slice(place + 1);
}

/** What clients do with the links in their mail: look, move, cancel. */
export const managementCases: AdapterCases = {
  subject: 'management',
  cases: [
    {
      name: 'shows a booking to whoever has its token',
      needs,
      run: async (desk) => {
        const { booking, token } = await booked(desk);
        const managed = await desk.managed(token);
        const session = first(managed);
        check(managed.sessions.length === 1, 'one booking is one session');
        checkSame(session.bookingId, booking.bookingId, 'the booking');
        checkSame(session.slot, booking.slot, 'its time');
        check(session.changeableUntil !== undefined, 'a booking days ahead should be changeable');
        check(managed.version >= 1, 'a booking has a version');
      },
    },
    {
      name: 'opens nothing to a token that is forged, cut, lengthened or another’s',
      needs,
      run: async (desk) => {
        const { token } = await booked(desk);
        const places = [0, Math.floor(token.length / 3), Math.floor(token.length / 2), token.length - 2];
        const forged = [...places.map((place) => altered(token, place)), token.slice(0, -1), `${token}A`, 'A', 'a.b'];
        for (const one of forged) {
          await refused(() => desk.managed(one), `the token “${one.slice(0, 8)}…”`, 'unauthorized');
          const change = { token: one, version: 1 };
          await refused(() => desk.cancel({ ...change, bookingIds: ['x'] }), 'cancelling by it', 'unauthorized');
        }
      },
    },
    {
      name: 'keeps the sessions of others out of reach',
      needs,
      run: async (desk) => {
        const { service, own, token } = await booked(desk);
        const other = await desk.book(desk.draft(service, elsewhere(own)));
        const { version } = await desk.managed(token);
        const change = { token, version };
        await refused(() => desk.cancel({ ...change, bookingIds: [other.bookingId] }), 'another’s', 'not-found');
        const free = present(own.at(-1), 'a last free time');
        const moves = [{ bookingId: other.bookingId, slotId: free.id }];
        await refused(() => desk.reschedule({ ...change, moves }), 'moving another’s', 'not-found');
        checkSame(first(await desk.managed(desk.token(other))).slot, other.slot, 'the other booking');
      },
    },
    {
      name: 'moves a booking: the old time is free again, the new one taken',
      needs,
      run: async (desk) => {
        const { service, own, booking, token } = await booked(desk);
        const { version } = await desk.managed(token);
        const wanted = elsewhere(own);
        const { bookingId } = booking;
        const moved = await desk.reschedule({ token, version, moves: [{ bookingId, slotId: wanted.id }] });
        const session = first(moved);
        checkSame(session.slot.start, wanted.start, 'the new time');
        checkSame(session.reference, booking.reference, 'the reference');
        check(session.version > booking.version, 'the version of a moved booking should rise');
        check(moved.version > version, 'the version of the whole should rise');
        check(await desk.lists(service, at(own, 0)), 'the old time should be free');
        check(!(await desk.lists(service, wanted)), 'the new time should be taken');
        checkSame(await desk.managed(token), moved, 'what the token of before the move shows');
      },
    },
    {
      name: 'moves a booking to a time that overlaps its own',
      needs,
      run: async (desk) => {
        const { services, practitioners } = await desk.clinic();
        for (const { id } of services) {
          for (const practitioner of practitioners) {
            const own = await desk.slots({ service: id, practitioner: practitioner.id }).catch(() => []);
            const last = own.slice(-20);
            const overlaps = (one: Slot, other: Slot): boolean =>
              one.start < other.start && Date.parse(other.start) < Date.parse(one.end);
            const early = last.find((one) => last.some((other) => overlaps(one, other)));
            const later = early && last.find((other) => overlaps(early, other));
            if (!later) continue;
            const booking = await desk.book(desk.draft(id, early));
            const token = desk.token(booking);
            const { version } = await desk.managed(token);
            const moves = [{ bookingId: booking.bookingId, slotId: later.id }];
            const moved = await desk.reschedule({ token, version, moves });
            checkSame(first(moved).slot.start, later.start, 'the new time');
            return;
          }
        }
        // A clinic whose times never overlap has nothing to show here.
      },
    },
    {
      name: 'refuses a move to a taken time, with others, and leaves all as it was',
      needs,
      run: async (desk) => {
        const { service, own, booking, token } = await booked(desk);
        const wanted = elsewhere(own);
        await desk.book(desk.draft(service, wanted));
        const before = await desk.managed(token);
        const moves = [{ bookingId: booking.bookingId, slotId: wanted.id }];
        const request = { token, version: before.version, moves };
        const error = await refused(() => desk.reschedule(request), 'a taken time', 'slot-taken');
        desk.alternatives(error);
        checkSame(await desk.managed(token), before, 'the booking');
        check(!(await desk.lists(service, at(own, 0))), 'its own time should still be taken');
      },
    },
    {
      name: 'refuses a change of what was changed in the meantime',
      needs,
      run: async (desk) => {
        const { own, booking, token } = await booked(desk);
        const { version } = await desk.managed(token);
        const { bookingId } = booking;
        await desk.reschedule({ token, version, moves: [{ bookingId, slotId: elsewhere(own).id }] });
        const late = { token, version, bookingIds: [bookingId] };
        await refused(() => desk.cancel(late), 'a change of an old version', 'version-conflict');
      },
    },
    {
      name: 'lets one of many changes of one version through',
      needs,
      run: async (desk) => {
        const { own, booking, token } = await booked(desk);
        const { version } = await desk.managed(token);
        const { bookingId } = booking;
        const outcomes = await Promise.allSettled(
          own.slice(10, 16).map(({ id }) => desk.reschedule({ token, version, moves: [{ bookingId, slotId: id }] })),
        );
        const through = outcomes.filter(({ status }) => status === 'fulfilled');
        check(through.length === 1, `one change should get through, not ${through.length}`);
        checkSame((await desk.managed(token)).version, version + 1, 'the version');
      },
    },
    {
      name: 'cancels a booking: its time is free, and it can’t be changed again',
      needs,
      run: async (desk) => {
        const { service, own, booking, token } = await booked(desk);
        const { version } = await desk.managed(token);
        const { bookingId } = booking;
        const cancelled = await desk.cancel({ token, version, bookingIds: [bookingId] });
        const session = first(cancelled);
        checkSame(session.status, 'cancelled', 'its status');
        check(session.changeableUntil === undefined, 'what is cancelled is not changeable');
        check(session.version > booking.version, 'its version should rise');
        check(await desk.lists(service, at(own, 0)), 'its time should be free');
        const moves = [{ bookingId, slotId: elsewhere(own).id }];
        const again = { token, version: cancelled.version };
        await refused(() => desk.reschedule({ ...again, moves }), 'moving what is cancelled', 'not-found');
        await refused(() => desk.cancel({ ...again, bookingIds: [bookingId] }), 'cancelling it again', 'not-found');
      },
    },
    {
      name: 'answers a move and a cancellation sent again as the first time',
      needs,
      run: async (desk) => {
        const { own, booking, token } = await booked(desk);
        const { version } = await desk.managed(token);
        const { bookingId } = booking;
        const move = { token, version, moves: [{ bookingId, slotId: elsewhere(own).id }] };
        const moving = desk.operation();
        const moved = await desk.reschedule(move, moving);
        checkSame(await desk.reschedule(structuredClone(move), moving), moved, 'the two answers to a move');
        const cancel = { token, version: moved.version, bookingIds: [bookingId] };
        const cancelling = desk.operation();
        const cancelled = await desk.cancel(cancel, cancelling);
        checkSame(
          await desk.cancel(structuredClone(cancel), cancelling),
          cancelled,
          'the two answers to a cancellation',
        );
        checkSame((await desk.managed(token)).version, cancelled.version, 'the version after all');
      },
    },
    {
      name: 'refuses a time of another service for a move',
      needs,
      run: async (desk) => {
        const { service, booking, token } = await booked(desk);
        const { services } = await desk.clinic();
        const { version } = await desk.managed(token);
        for (const { id } of services.filter((one) => one.id !== service)) {
          const [slot] = await desk.slots({ service: id });
          if (!slot) continue;
          const moves = [{ bookingId: booking.bookingId, slotId: slot.id }];
          await refused(() => desk.reschedule({ token, version, moves }), 'another service', 'validation');
        }
      },
    },
  ],
};
