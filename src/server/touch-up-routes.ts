import * as z from 'zod/mini';
import { TouchUpRequest, TouchUpUpdate } from '../domain/care/touch-up-request.js';
import { TouchUpAnswer, TouchUpPlanAnswer } from './answers.js';
import { check } from './request-check.js';
import { notSupported, route, type Route } from './route.js';

/** What is to become of a plan; its token and version stand in headers. */
export const TouchUpBody = z.omit(TouchUpUpdate, { token: true, version: true });

const PATH = '/v1/touch-ups';
const needs = 'touchUps';

/** Reminders of touch-ups: asking for them, and what the link in them opens. */
export const TOUCH_UP_ROUTES: readonly Route[] = [
  route(
    {
      id: 'signUpForTouchUps',
      method: 'POST',
      path: PATH,
      summary: 'Asks to be reminded of touch-ups; answers the same whether or not this person had asked before',
      needs,
      key: true,
      botCheck: true,
      body: TouchUpRequest,
      status: 202,
      answer: TouchUpAnswer,
      refusals: [422],
    },
    ({ body, operationId, signal }) => {
      const request = check(TouchUpRequest, body);
      return async (adapter) => {
        if (!adapter.signUpForTouchUps) notSupported();
        await adapter.signUpForTouchUps(request, { operationId, signal });
        return {};
      };
    },
  ),
  route(
    {
      id: 'getTouchUps',
      method: 'GET',
      path: PATH,
      summary: 'The plan of a touch-up token; any token that opens nothing gets one 401',
      needs,
      bearer: true,
      status: 200,
      answer: TouchUpPlanAnswer,
      refusals: [401],
    },
    ({ bearer, signal }) =>
      async (adapter) =>
        adapter.getTouchUps?.(bearer, { signal }) ?? notSupported(),
  ),
  route(
    {
      id: 'updateTouchUps',
      method: 'PATCH',
      path: PATH,
      summary: 'Changes dates or channels; a channel that is new needs its consent',
      needs,
      key: true,
      bearer: true,
      versioned: true,
      body: TouchUpBody,
      status: 200,
      answer: TouchUpPlanAnswer,
      refusals: [401, 410, 412, 422, 428],
    },
    ({ body, bearer: token, version, operationId, signal }) => {
      const update = { ...check(TouchUpBody, body), token, version };
      return async (adapter) => adapter.updateTouchUps?.(update, { operationId, signal }) ?? notSupported();
    },
  ),
  route(
    {
      id: 'stopTouchUps',
      method: 'DELETE',
      path: PATH,
      summary: 'Ends all reminders of a plan; succeeds also when they have ended already',
      needs,
      bearer: true,
      status: 204,
      refusals: [401],
    },
    ({ bearer: token, operationId, signal }) =>
      async (adapter) =>
        adapter.stopTouchUps?.({ token }, { operationId, signal }) ?? notSupported(),
  ),
];
