import * as z from 'zod/mini';
import { CancelRequest, RescheduleRequest } from '../domain/management-request.js';
import { ManagedBookingAnswer } from './answers.js';
import { malformed } from './refusal.js';
import { check } from './request-check.js';
import { notSupported, route, type Route } from './route.js';

/** What is to become of a booking: sessions to move, or sessions to cancel. */
export const ManageBody = z.object({
  moves: z.optional(RescheduleRequest.shape.moves),
  cancel: z.optional(CancelRequest.shape.bookingIds),
});

const PATH = '/v1/manage';

/** What the link in a client's mail opens, and what they can do there. */
export const MANAGEMENT_ROUTES: readonly Route[] = [
  route(
    {
      id: 'getBooking',
      method: 'GET',
      path: PATH,
      summary:
        'The booking of a manage token, or all sessions of its course; any token that opens nothing gets one 401',
      needs: 'management',
      bearer: true,
      status: 200,
      answer: ManagedBookingAnswer,
      refusals: [401],
    },
    ({ bearer, signal }) =>
      async (adapter) =>
        adapter.getBooking?.(bearer, { signal }) ?? notSupported(),
  ),
  route(
    {
      id: 'changeBooking',
      method: 'PATCH',
      path: PATH,
      summary: 'Moves sessions to other times or cancels them: all that are named or none',
      needs: 'management',
      key: true,
      bearer: true,
      versioned: true,
      body: ManageBody,
      status: 200,
      answer: ManagedBookingAnswer,
      refusals: [401, 409, 410, 412, 422, 428],
    },
    ({ body, bearer: token, version, operationId, signal }) => {
      const { moves, cancel } = check(ManageBody, body);
      const options = { operationId, signal };
      if (moves && !cancel) {
        return async (adapter) => adapter.reschedule?.({ token, version, moves }, options) ?? notSupported();
      }
      if (cancel && !moves) {
        return async (adapter) => adapter.cancel?.({ token, version, bookingIds: cancel }, options) ?? notSupported();
      }
      throw malformed(422, '', 'required', 'Send either moves or cancel.');
    },
  ),
];
