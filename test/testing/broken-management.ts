import type { SchedulingAdapter, WriteOptions } from '../../src/adapters/adapter.js';
import { isSmpError, SmpError } from '../../src/domain/errors.js';
import type { ManagedBooking } from '../../src/domain/managed-booking.js';
import type { CancelRequest, RescheduleRequest } from '../../src/domain/management-request.js';
import { parseSlotId } from '../../src/domain/slot-id.js';
import type { BrokenAdapter } from './broken-adapters.js';

type Change<Request> = (request: Request, options: WriteOptions) => Promise<ManagedBooking>;

/** The methods of a whole adapter, bound to it. */
function partsOf(whole: SchedulingAdapter) {
  const get = (token: string): Promise<ManagedBooking> =>
    whole.getBooking?.(token) ?? Promise.reject(new Error('no management'));
  const move: Change<RescheduleRequest> = (request, options) =>
    whole.reschedule?.(request, options) ?? Promise.reject(new Error('no management'));
  const cancel: Change<CancelRequest> = (request, options) =>
    whole.cancel?.(request, options) ?? Promise.reject(new Error('no management'));
  return { get, move, cancel };
}

/** Adapters that break one clause of what management is promised. */
export const brokenManagement: readonly BrokenAdapter[] = [
  {
    what: 'knows no token',
    fails: ['shows a booking to whoever has its token'],
    change: () => ({ getBooking: () => Promise.reject(new SmpError('unauthorized', 'Unknown token')) }),
  },
  {
    what: 'looks at half of a token',
    fails: ['opens nothing to a token that is forged, cut, lengthened or another’s'],
    change: (whole) => {
      const { get } = partsOf(whole);
      const known: string[] = [];
      return {
        createBooking: async (draft, options) => {
          const booking = await whole.createBooking(draft, options);
          known.push(booking.manageToken ?? '');
          return booking;
        },
        getBooking: (token) => get(known.find((one) => one.slice(0, 8) === token.slice(0, 8)) ?? token),
      };
    },
  },
  {
    what: 'lets a token change any booking',
    fails: ['keeps the sessions of others out of reach'],
    change: (whole) => {
      const { get, cancel } = partsOf(whole);
      const tokens = new Map<string, string>();
      return {
        createBooking: async (draft, options) => {
          const booking = await whole.createBooking(draft, options);
          tokens.set(booking.bookingId, booking.manageToken ?? '');
          return booking;
        },
        cancel: async (request, options) => {
          const token = tokens.get(request.bookingIds[0] ?? '') ?? request.token;
          return cancel({ ...request, token, version: (await get(token)).version }, options);
        },
      };
    },
  },
  {
    what: 'keeps the old times of what was moved or cancelled',
    fails: [
      'moves a booking: the old time is free again, the new one taken',
      'cancels a booking: its time is free, and it can’t be changed again',
    ],
    change: (whole) => {
      const { get, move, cancel } = partsOf(whole);
      const keeping =
        <Request extends { readonly token: string }>(change: Change<Request>): Change<Request> =>
        async (request, options) => {
          const before = await get(request.token);
          const answer = await change(request, options);
          for (const { service, slot } of before.sessions) {
            const contact = { name: 'Somebody Else', email: 'else@example.com' };
            const draft = { service, slotId: slot.id, contact, consents: [] };
            await whole.createBooking(draft, { operationId: `${options.operationId}-again` });
          }
          return answer;
        };
      return { reschedule: keeping(move), cancel: keeping(cancel) };
    },
  },
  {
    what: 'lets a booking stand in its own way',
    fails: ['moves a booking to a time that overlaps its own'],
    change: (whole) => {
      const { get, move } = partsOf(whole);
      return {
        reschedule: async (request, options) => {
          const { sessions } = await get(request.token);
          const start = parseSlotId(request.moves[0]?.slotId ?? '')?.start ?? 0;
          const overlaps = sessions.some(({ slot }) => start >= Date.parse(slot.start) && start < Date.parse(slot.end));
          if (overlaps) throw new SmpError('slot-taken', 'Somebody is there: you');
          return move(request, options);
        },
      };
    },
  },
  {
    what: 'knows no other times for a move',
    fails: ['refuses a move to a taken time, with others, and leaves all as it was'],
    change: (whole) => {
      const { move } = partsOf(whole);
      return {
        reschedule: (request, options) =>
          move(request, options).catch((error: unknown) => {
            throw isSmpError(error, 'slot-taken') ? new SmpError('slot-taken', error.message) : error;
          }),
      };
    },
  },
  {
    what: 'does not look at versions',
    fails: ['refuses a change of what was changed in the meantime', 'lets one of many changes of one version through'],
    change: (whole) => {
      const { get, move, cancel } = partsOf(whole);
      const anyway =
        <Request extends { readonly token: string; readonly version: number }>(
          change: Change<Request>,
        ): Change<Request> =>
        async (request, options) => {
          for (;;) {
            const { version } = await get(request.token);
            try {
              return await change({ ...request, version }, options);
            } catch (error) {
              if (!isSmpError(error, 'version-conflict')) throw error;
              options = { ...options, operationId: `${options.operationId}x` };
            }
          }
        };
      return { reschedule: anyway(move), cancel: anyway(cancel) };
    },
  },
  {
    what: 'forgets which changes were made',
    fails: ['answers a move and a cancellation sent again as the first time'],
    change: (whole) => {
      const { move, cancel } = partsOf(whole);
      let count = 0;
      const fresh = (): WriteOptions => ({ operationId: `fresh-operation-${(count += 1)}` });
      return { reschedule: (request) => move(request, fresh()), cancel: (request) => cancel(request, fresh()) };
    },
  },
  {
    what: 'does not mind which service a time is of',
    fails: ['refuses a time of another service for a move'],
    change: (whole) => {
      const { get, move } = partsOf(whole);
      return {
        reschedule: async (request, options) => {
          const { sessions } = await get(request.token);
          const service = parseSlotId(request.moves[0]?.slotId ?? '')?.service;
          return sessions.some((one) => one.service === service) ? move(request, options) : get(request.token);
        },
      };
    },
  },
];
