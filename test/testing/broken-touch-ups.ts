import type { SchedulingAdapter, WriteOptions } from '../../src/adapters/adapter.js';
import type { TouchUpPlan, TouchUpRequest, TouchUpUpdate } from '../../src/domain/care/touch-up-request.js';
import { isSmpError } from '../../src/domain/errors.js';
import type { BrokenAdapter } from './broken-adapters.js';

/** The methods of a whole adapter, bound to it. */
function partsOf(whole: SchedulingAdapter) {
  const none = (): Promise<never> => Promise.reject(new Error('no touch-ups'));
  return {
    signUp: (request: TouchUpRequest, options: WriteOptions): Promise<void> =>
      whole.signUpForTouchUps?.(request, options) ?? none(),
    get: (token: string): Promise<TouchUpPlan> => whole.getTouchUps?.(token) ?? none(),
    update: (update: TouchUpUpdate, options: WriteOptions): Promise<TouchUpPlan> =>
      whole.updateTouchUps?.(update, options) ?? none(),
    stop: (token: string, options: WriteOptions): Promise<void> => whole.stopTouchUps?.({ token }, options) ?? none(),
  };
}

/** Tokens that were seen to open something. */
const half = (token: string): string => token.slice(0, 8);

/** Adapters that break one clause of what touch-up reminders are promised. */
export const brokenTouchUps: readonly BrokenAdapter[] = [
  {
    what: 'shows whom it reminds',
    fails: ['reminds who asks for it of the dates that were asked for, and hides whom'],
    change: (whole) => {
      const { signUp, get } = partsOf(whole);
      let name = '';
      return {
        signUpForTouchUps: (request, options) => {
          ({ name } = request.contact);
          return signUp(request, options);
        },
        getTouchUps: async (token) => ({ ...(await get(token)), contactHint: name }),
      };
    },
  },
  {
    what: 'answers with what it knew',
    fails: [
      'answers the same to who has asked before, and keeps to what was asked last',
      'reminds again who signs up after a stop',
    ],
    change: (whole) => {
      const { signUp } = partsOf(whole);
      const known = new Set<string>();
      return {
        signUpForTouchUps: async (request, options) => {
          if (known.has(request.contact.email ?? '')) return { known: true } as unknown as undefined;
          known.add(request.contact.email ?? '');
          return signUp(request, options);
        },
      };
    },
  },
  {
    what: 'keeps to what was asked first',
    fails: [
      'answers the same to who has asked before, and keeps to what was asked last',
      'reminds again who signs up after a stop',
    ],
    change: (whole) => {
      const { signUp } = partsOf(whole);
      const known = new Set<string>();
      return {
        signUpForTouchUps: async (request, options) => {
          if (!known.has(request.contact.email ?? '')) await signUp(request, options);
          known.add(request.contact.email ?? '');
        },
      };
    },
  },
  {
    what: 'does not tell one wish from another',
    fails: ['takes a wish sent again once'],
    change: (whole) => {
      const { signUp } = partsOf(whole);
      let count = 0;
      return {
        signUpForTouchUps: (request) => signUp(request, { operationId: `fresh-operation-${(count += 1)}` }),
      };
    },
  },
  {
    what: 'looks at half of a touch-up token',
    fails: ['opens no plan to a token that is forged, cut, lengthened or of another kind'],
    change: (whole) => {
      const { get } = partsOf(whole);
      const known = new Map<string, string>();
      return {
        getTouchUps: async (token) => {
          const plan = await get(known.get(half(token)) ?? token);
          known.set(half(token), known.get(half(token)) ?? token);
          return plan;
        },
      };
    },
  },
  {
    what: 'stops the plan of any token',
    fails: ['opens no plan to a token that is forged, cut, lengthened or of another kind'],
    change: (whole) => {
      const { stop } = partsOf(whole);
      return { stopTouchUps: ({ token }, options) => stop(token, options).catch(() => undefined) };
    },
  },
  {
    what: 'does not look at the version of a plan',
    fails: ['changes the dates of a plan, once for a version'],
    change: (whole) => {
      const { get, update } = partsOf(whole);
      return {
        updateTouchUps: async (change, options) =>
          update({ ...change, version: (await get(change.token)).version }, options).catch(async (error: unknown) => {
            if (isSmpError(error, 'validation')) return get(change.token);
            throw error;
          }),
      };
    },
  },
  {
    what: 'writes without having been allowed to',
    fails: ['adds a channel only with its consent, and an address to use it'],
    change: (whole) => {
      const { update } = partsOf(whole);
      return {
        updateTouchUps: (change, options) => {
          const at = '2026-11-22T12:00:00Z';
          const consent = { granted: true, version: '1', at, wording: 'Taken for granted' };
          const consents = (change.channels ?? []).map(
            (channel) => ({ ...consent, purpose: `touch-up-${channel}` }) as const,
          );
          return update({ ...change, consents }, options);
        },
      };
    },
  },
  {
    what: 'goes on after a stop',
    fails: ['stops a plan for good, also when asked twice'],
    change: () => ({ stopTouchUps: () => Promise.resolve() }),
  },
];
