import * as z from 'zod/mini';
import type { AdapterCapabilities } from '../adapters/adapter.js';
import { PHOTO_TYPES, PhotoAngle } from '../domain/consultation/photo.js';
import { HoldProof, HoldRequest } from '../domain/hold.js';
import { MAX_QUERY_DAYS, SlotQuery } from '../domain/slot.js';
import { Id } from '../domain/text.js';
import { daysBetween } from '../domain/time/plain-date.js';
import { WaitlistRequest } from '../domain/waitlist.js';
import {
  BookingAnswer,
  ClinicAnswer,
  ConsultationAnswer,
  CourseAnswer,
  HealthAnswer,
  HoldAnswer,
  PhotoAnswer,
  SlotPageAnswer,
  WaitlistAnswer,
} from './answers.js';
import { BookingBody, ConsultationBody, CourseBody } from './drafts.js';
import { photoOf } from './photo-body.js';
import { MANAGEMENT_ROUTES } from './management-routes.js';
import { malformed } from './refusal.js';
import { check } from './request-check.js';
import { notSupported, route, type Route } from './route.js';
import { TOUCH_UP_ROUTES } from './touch-up-routes.js';

const HoldParams = z.object({ holdId: Id });
/** The body of a request that names its hold in the path. */
export const HoldToken = z.pick(HoldProof, { holdToken: true });
const ConsultationParams = z.object({ consultationId: Id });
const PhotoParams = z.object({ consultationId: Id, angle: PhotoAngle });
function checkRange({ from, to }: SlotQuery): void {
  if (from === undefined || to === undefined) return;
  if (to < from) throw malformed(422, '/to', 'before-from', 'to is before from.');
  if (daysBetween(from, to) >= MAX_QUERY_DAYS) {
    throw malformed(422, '/to', 'too-far', `A query spans at most ${MAX_QUERY_DAYS} days.`);
  }
}

/** Every call but `GET /v1/health`, which asks no adapter. */
const ADAPTER_ROUTES: readonly Route[] = [
  route(
    {
      id: 'getClinic',
      method: 'GET',
      path: '/v1/clinic',
      summary: 'The clinic: its services, practitioners, locations and rules',
      status: 200,
      answer: ClinicAnswer,
      refusals: [404],
    },
    ({ signal }) =>
      async (adapter) => {
        const clinic = await adapter.getClinic({ signal });
        const can = (name: keyof AdapterCapabilities): boolean =>
          adapter.capabilities[name] === true && clinic.capabilities?.[name] !== false;
        const capabilities = {
          holds: can('holds'),
          waitlist: can('waitlist'),
          consultations: can('consultations'),
          photos: can('photos'),
          management: can('management'),
          courses: can('courses'),
          touchUps: can('touchUps'),
        };
        return { ...clinic, capabilities };
      },
  ),
  route(
    {
      id: 'listSlots',
      method: 'GET',
      path: '/v1/slots',
      summary: 'The free times of one service between two clinic dates',
      query: SlotQuery,
      status: 200,
      answer: SlotPageAnswer,
      refusals: [404, 422],
    },
    ({ query: sent, signal }) => {
      const query = check(SlotQuery, sent);
      checkRange(query);
      return (adapter) => adapter.listSlots(query, { signal });
    },
  ),
  route(
    {
      id: 'holdSlot',
      method: 'POST',
      path: '/v1/holds',
      summary: 'Keeps a time for one visitor while they fill in the form',
      needs: 'holds',
      key: true,
      botCheck: true,
      body: HoldRequest,
      status: 201,
      answer: HoldAnswer,
      refusals: [404, 409, 422],
    },
    ({ body, operationId, signal }) => {
      const request = check(HoldRequest, body);
      return async (adapter) => adapter.holdSlot?.(request, { operationId, signal }) ?? notSupported();
    },
  ),
  route(
    {
      id: 'extendHold',
      method: 'POST',
      path: '/v1/holds/{holdId}/extend',
      summary: 'Prolongs a hold',
      needs: 'holds',
      key: true,
      params: HoldParams,
      body: HoldToken,
      status: 200,
      answer: HoldAnswer,
      refusals: [401, 410, 422],
    },
    ({ params, body, operationId, signal }) => {
      const proof = { ...check(HoldParams, params), ...check(HoldToken, body) };
      return async (adapter) => adapter.extendHold?.(proof, { operationId, signal }) ?? notSupported();
    },
  ),
  route(
    {
      id: 'deleteHold',
      method: 'DELETE',
      path: '/v1/holds/{holdId}',
      summary: 'Lets a hold go; succeeds also when it is gone already',
      needs: 'holds',
      bearer: true,
      params: HoldParams,
      status: 204,
      refusals: [401, 422],
    },
    ({ params, bearer, operationId, signal }) => {
      const proof = { ...check(HoldParams, params), holdToken: bearer };
      return async (adapter) => adapter.releaseHold?.(proof, { operationId, signal }) ?? notSupported();
    },
  ),
  route(
    {
      id: 'releaseHold',
      method: 'POST',
      path: '/v1/holds/{holdId}/release',
      summary: 'Lets a hold go, for a page that is being left: takes text/plain too, which needs no preflight',
      needs: 'holds',
      params: HoldParams,
      body: HoldToken,
      mediaTypes: ['application/json', 'text/plain'],
      status: 204,
      refusals: [401, 422],
    },
    ({ params, body, operationId, signal }) => {
      const proof = { ...check(HoldParams, params), ...check(HoldToken, body) };
      return async (adapter) => adapter.releaseHold?.(proof, { operationId, signal }) ?? notSupported();
    },
  ),
  route(
    {
      id: 'createBooking',
      method: 'POST',
      path: '/v1/bookings',
      summary: 'Books a time, held before or not',
      key: true,
      botCheck: true,
      body: BookingBody,
      status: 201,
      answer: BookingAnswer,
      refusals: [401, 404, 409, 410, 422],
    },
    ({ body, operationId, signal }) => {
      const draft = check(BookingBody, body);
      return (adapter) => adapter.createBooking(draft, { operationId, signal });
    },
  ),
  route(
    {
      id: 'bookCourse',
      method: 'POST',
      path: '/v1/courses',
      summary: 'Books all sessions of a course or none; a refusal names the session',
      needs: 'courses',
      key: true,
      botCheck: true,
      body: CourseBody,
      status: 201,
      answer: CourseAnswer,
      refusals: [401, 404, 409, 410, 422],
    },
    ({ body, operationId, signal }) => {
      const draft = check(CourseBody, body);
      return async (adapter) => adapter.bookCourse?.(draft, { operationId, signal }) ?? notSupported();
    },
  ),
  ...MANAGEMENT_ROUTES,
  ...TOUCH_UP_ROUTES,
  route(
    {
      id: 'joinWaitlist',
      method: 'POST',
      path: '/v1/waitlist',
      summary: 'Asks to be told of free times; answers the same whether or not this person had asked before',
      needs: 'waitlist',
      key: true,
      botCheck: true,
      body: WaitlistRequest,
      status: 202,
      answer: WaitlistAnswer,
      refusals: [404, 422],
    },
    ({ body, operationId, signal }) => {
      const request = check(WaitlistRequest, body);
      return async (adapter) => {
        if (!adapter.joinWaitlist) notSupported();
        await adapter.joinWaitlist(request, { operationId, signal });
        return {};
      };
    },
  ),
  route(
    {
      id: 'submitConsultation',
      method: 'POST',
      path: '/v1/consultations',
      summary: 'Stores a questionnaire that was filled in, with its consents',
      needs: 'consultations',
      key: true,
      botCheck: true,
      body: ConsultationBody,
      status: 201,
      answer: ConsultationAnswer,
      refusals: [401, 404, 422],
    },
    ({ body, operationId, signal }) => {
      const draft = check(ConsultationBody, body);
      return async (adapter) => adapter.submitConsultation?.(draft, { operationId, signal }) ?? notSupported();
    },
  ),
  route(
    {
      id: 'eraseConsultation',
      method: 'DELETE',
      path: '/v1/consultations/{consultationId}',
      summary: 'Forgets a consultation with its photos; succeeds also when it is gone already',
      needs: 'consultations',
      bearer: true,
      params: ConsultationParams,
      status: 204,
      refusals: [401, 422],
    },
    ({ params, bearer, operationId, signal }) => {
      const proof = { ...check(ConsultationParams, params), consultationToken: bearer };
      return async (adapter) => adapter.eraseConsultation?.(proof, { operationId, signal }) ?? notSupported();
    },
  ),
  route(
    {
      id: 'uploadPhoto',
      method: 'PUT',
      path: '/v1/consultations/{consultationId}/photos/{angle}',
      summary: 'Stores a photo, in place of an earlier one of the same angle; it must carry no metadata',
      needs: 'photos',
      key: true,
      bearer: true,
      params: PhotoParams,
      raw: true,
      mediaTypes: PHOTO_TYPES,
      status: 200,
      answer: PhotoAnswer,
      refusals: [401, 404, 413, 415, 422],
    },
    ({ params, body, bearer, operationId, signal }) => {
      const name = { ...check(PhotoParams, params), consultationToken: bearer };
      const image = photoOf(body);
      return async (adapter) => adapter.uploadPhoto?.({ ...name, image }, { operationId, signal }) ?? notSupported();
    },
  ),
  route(
    {
      id: 'deletePhoto',
      method: 'DELETE',
      path: '/v1/consultations/{consultationId}/photos/{angle}',
      summary: 'Forgets one photo; succeeds also when it is gone already',
      needs: 'photos',
      bearer: true,
      params: PhotoParams,
      status: 204,
      refusals: [401, 422],
    },
    ({ params, bearer, operationId, signal }) => {
      const name = { ...check(PhotoParams, params), consultationToken: bearer };
      return async (adapter) => adapter.deletePhoto?.(name, { operationId, signal }) ?? notSupported();
    },
  ),
];

/** Tells that the server is up; the handler answers it without the adapter. */
export const HEALTH_ROUTE: Route = route(
  {
    id: 'getHealth',
    method: 'GET',
    path: '/v1/health',
    summary: 'Whether the server is up',
    status: 200,
    answer: HealthAnswer,
    refusals: [],
  },
  () => async () => ({}),
);

/** The whole wire protocol. */
export const ROUTES: readonly Route[] = [...ADAPTER_ROUTES, HEALTH_ROUTE];
