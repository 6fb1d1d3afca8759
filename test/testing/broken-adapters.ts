import { memoryAdapter, type MemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/memory.js';
import type { SchedulingAdapter, WriteOptions } from '../../src/adapters/adapter.js';
import type { Booking, BookingDraft } from '../../src/domain/booking.js';
import { SmpError, isSmpError } from '../../src/domain/errors.js';
import type { Hold, HoldProof, HoldRequest } from '../../src/domain/hold.js';
import type { Slot, SlotPage, SlotQuery } from '../../src/domain/slot.js';
import { addDays, daysBetween } from '../../src/domain/time/plain-date.js';

/** A memory adapter with all its optional methods. */
export type Whole = Required<MemoryAdapter>;

/** An adapter that breaks one clause of the contract, and the tests that have to notice. */
export interface BrokenAdapter {
  readonly what: string;
  readonly fails: readonly string[];
  readonly options?: MemoryAdapterOptions;
  /** @param fresh opens another backend for the same clinic, on the same clock, where nothing is booked yet */
  readonly change: (whole: Whole, fresh: () => Whole) => Partial<SchedulingAdapter>;
}

const HOUR = 3_600_000;
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let count = 0;
/** Makes a backend forget operation ids: each call comes as an operation of its own. */
export const anew = (): WriteOptions => ({ operationId: `anew-${String((count += 1)).padStart(16, '0')}` });

const later = (slot: Slot, ms = HOUR): Slot => ({
  ...slot,
  start: new Date(Date.parse(slot.start) + ms).toISOString(),
});

function withSlots(whole: Whole, change: (slots: Slot[], query: SlotQuery) => Slot[]): Partial<SchedulingAdapter> {
  return {
    listSlots: async (query, options) => {
      const page = await whole.listSlots(query, options);
      return { ...page, slots: change(page.slots, query) };
    },
  };
}

function withAlternatives(whole: Whole, change: (slots: readonly Slot[], asked: string) => readonly Slot[]) {
  const guard = async <T>(slotId: string, call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      if (!isSmpError(error, 'slot-taken')) throw error;
      throw new SmpError('slot-taken', error.message, { alternatives: change(error.alternatives ?? [], slotId) });
    }
  };
  return {
    createBooking: (draft: BookingDraft, options: WriteOptions) =>
      guard(draft.slotId, whole.createBooking(draft, options)),
    holdSlot: (request: HoldRequest, options: WriteOptions) => guard(request.slotId, whole.holdSlot(request, options)),
  };
}

/** Answers an empty page where the backend should refuse. */
function emptyInsteadOf(code: 'not-found' | 'validation') {
  return (whole: Whole): Partial<SchedulingAdapter> => ({
    listSlots: async (query, options): Promise<SlotPage> => {
      try {
        return await whole.listSlots(query, options);
      } catch (error) {
        if (!isSmpError(error, code)) throw error;
        return { ...(await whole.listSlots({ service: 'consultation' })), slots: [] };
      }
    },
  });
}

/** Answers each operation by its id, whatever is in it. */
function byIdAlone<Request, Answer>(call: (request: Request, options: WriteOptions) => Promise<Answer>) {
  const answers = new Map<string, Promise<Answer>>();
  return (request: Request, { operationId }: WriteOptions): Promise<Answer> => {
    const answer = answers.get(operationId) ?? call(request, anew());
    answers.set(operationId, answer);
    return answer;
  };
}

/** Looks whether an operation is known, and notes it down only when it is done. */
function notedTooLate<Request, Answer>(call: (request: Request, options: WriteOptions) => Promise<Answer>) {
  const answers = new Map<string, Answer>();
  return async (request: Request, { operationId }: WriteOptions): Promise<Answer> => {
    const known = answers.get(operationId);
    if (known) return known;
    await tick();
    const answer = await call(request, anew());
    answers.set(operationId, answer);
    return answer;
  };
}

/** Books where it looks free: looks first, writes afterwards. */
function looksThenWrites(whole: Whole, fresh: () => Whole) {
  const taken = new Set<string>();
  const write = async <T>(slotId: string, act: (other: Whole) => Promise<T>): Promise<T> => {
    if (taken.has(slotId)) throw new SmpError('slot-taken', 'Taken', { alternatives: await someSlots(whole) });
    await tick();
    const answer = await act(fresh());
    taken.add(slotId);
    return answer;
  };
  return {
    createBooking: (draft: BookingDraft, options: WriteOptions) =>
      write(draft.slotId, (other) => other.createBooking(draft, options)),
    holdSlot: (request: HoldRequest, options: WriteOptions) =>
      write(request.slotId, (other) => other.holdSlot(request, options)),
  };
}

async function someSlots(whole: Whole): Promise<Slot[]> {
  return (await whole.listSlots({ service: 'consultation' })).slots.slice(0, 3);
}

/** Keeps a book for each key, so that what is in one never blocks the other. */
function bookFor(key: (draft: BookingDraft) => string) {
  return (_: Whole, fresh: () => Whole): Partial<SchedulingAdapter> => {
    const books = new Map<string, Whole>();
    return {
      createBooking: (draft, options) => {
        const book = books.get(key(draft)) ?? fresh();
        books.set(key(draft), book);
        return book.createBooking(draft, options);
      },
    };
  };
}

/** Takes any token for the right one. */
function trusting(whole: Whole) {
  const tokens = new Map<string, string>();
  const right = ({ holdId, holdToken }: HoldProof): HoldProof => ({
    holdId,
    holdToken: tokens.get(holdId) ?? holdToken,
  });
  return {
    holdSlot: async ({ replaces, ...request }: HoldRequest, options: WriteOptions): Promise<Hold> => {
      const hold = await whole.holdSlot(replaces ? { ...request, replaces: right(replaces) } : request, options);
      tokens.set(hold.holdId, hold.holdToken);
      return hold;
    },
    extendHold: (hold: HoldProof, options: WriteOptions) => whole.extendHold(right(hold), options),
    releaseHold: (hold: HoldProof, options: WriteOptions) => whole.releaseHold(right(hold), options),
    createBooking: ({ hold, ...draft }: BookingDraft, options: WriteOptions): Promise<Booking> =>
      whole.createBooking(hold ? { ...draft, hold: right(hold) } : draft, options),
  };
}

export const brokenAdapters: readonly BrokenAdapter[] = [
  { what: 'has no name', fails: ['has a name'], change: () => ({ name: '' }) },
  {
    what: 'declares what it does not have',
    fails: ['declares a capability exactly when its methods are there'],
    options: { capabilities: { holds: false } },
    change: () => ({ capabilities: { holds: true, waitlist: true } }),
  },
  {
    what: 'can do less than the suite was told',
    fails: ['can do what the suite was told'],
    options: { capabilities: { waitlist: false } },
    change: () => ({}),
  },
  {
    what: 'tells a clinic of the wrong shape',
    fails: ['tells a clinic that fits its schema'],
    change: (whole) => ({ getClinic: async () => ({ ...(await whole.getClinic()), timeZone: '' }) }),
  },
  {
    what: 'gives two services one id',
    fails: ['gives ids that are unique and lead somewhere'],
    change: (whole) => ({
      getClinic: async () => {
        const clinic = await whole.getClinic();
        return { ...clinic, services: clinic.services.map((service) => ({ ...service, id: 'consultation' })) };
      },
    }),
  },
  {
    what: 'names a location that is not there',
    fails: ['gives ids that are unique and lead somewhere'],
    change: (whole) => ({ getClinic: async () => ({ ...(await whole.getClinic()), locations: [] }) }),
  },
  {
    what: 'hands out what it works with',
    fails: ['gives answers that the caller may change'],
    change: (whole) => {
      const clinic = whole.getClinic();
      const pages = new Map<string, Promise<SlotPage>>();
      return {
        getClinic: () => clinic,
        listSlots: (query) => {
          const page = pages.get(query.service) ?? whole.listSlots(query);
          pages.set(query.service, page);
          return page;
        },
      };
    },
  },
  {
    what: 'answers though nobody waits',
    fails: ['gives up telling the clinic when nobody waits for it', 'gives up listing when nobody waits for it'],
    change: (whole) => ({
      getClinic: () => whole.getClinic(),
      listSlots: (query) => whole.listSlots(query),
    }),
  },
  {
    what: 'lists the latest first',
    fails: ['lists times in order of their instant, each once'],
    change: (whole) => withSlots(whole, (slots) => [...slots].reverse()),
  },
  {
    what: 'lists a time twice',
    fails: ['lists times in order of their instant, each once'],
    change: (whole) => withSlots(whole, (slots) => slots.flatMap((slot) => [slot, slot])),
  },
  {
    what: 'counts the buffer as part of the service',
    fails: ['lists times that last as long as the service'],
    change: (whole) =>
      withSlots(whole, (slots) =>
        slots.map((slot) => ({ ...slot, end: new Date(Date.parse(slot.end) + 900_000).toISOString() })),
      ),
  },
  {
    what: 'writes wall times in another zone',
    fails: ['writes the wall time of each instant as its text says'],
    change: (whole) => withSlots(whole, (slots) => slots.map((slot) => ({ ...slot, offset: '+02:00' }))),
  },
  {
    what: 'takes no notice of dates',
    fails: ['keeps to the dates that were asked for'],
    change: (whole) => ({
      listSlots: async (query) => {
        const page = await whole.listSlots(query);
        return { ...page, slots: (await whole.listSlots({ service: query.service })).slots };
      },
    }),
  },
  {
    what: 'covers 30 days',
    fails: ['covers 35 days from today when no dates are given', 'covers 35 days from a date given alone'],
    change: (whole) => ({
      listSlots: async (query, options) => {
        const { today } = await whole.listSlots({ service: 'consultation' });
        return whole.listSlots({ ...query, to: query.to ?? addDays(query.from ?? today, 29) }, options);
      },
    }),
  },
  {
    what: 'lists what is over',
    fails: ['lists nothing in the past'],
    change: (whole) => ({
      listSlots: async (query) => {
        const page = await whole.listSlots(query);
        const shift = (slot: Slot): Slot => {
          const start = new Date(Date.parse(slot.start) - 20 * 24 * HOUR).toISOString();
          return { ...slot, start, localDate: start.slice(0, 10) };
        };
        const all = (await whole.listSlots({ service: query.service })).slots.map(shift);
        return { ...page, slots: all.filter(({ localDate }) => localDate >= page.from && localDate <= page.to) };
      },
    }),
  },
  {
    what: 'refuses long ranges too early',
    fails: ['accepts a range of 62 days'],
    change: (whole) => ({
      listSlots: (query, options) =>
        query.from && query.to && daysBetween(query.from, query.to) > 59
          ? Promise.reject(new SmpError('validation', 'Too long', { issues: [{ pointer: '/to', code: 'range' }] }))
          : whole.listSlots(query, options),
    }),
  },
  {
    what: 'answers nothing to a range that makes no sense',
    fails: ['refuses a range of 63 days', 'refuses a range that ends before it starts'],
    change: emptyInsteadOf('validation'),
  },
  {
    what: 'blames another field for a bad range',
    fails: ['refuses a range of 63 days', 'refuses a range that ends before it starts'],
    change: (whole) => ({
      listSlots: async (query, options) => {
        try {
          return await whole.listSlots(query, options);
        } catch (error) {
          if (!isSmpError(error, 'validation')) throw error;
          throw new SmpError('validation', error.message, { issues: [{ pointer: '/from', code: 'range' }] });
        }
      },
    }),
  },
  {
    what: 'answers nothing to a name that it does not know',
    fails: [
      'refuses a service that it does not have',
      'refuses a practitioner whom it does not have',
      'refuses a location that it does not have',
    ],
    change: emptyInsteadOf('not-found'),
  },
  {
    what: 'throws plain errors',
    fails: ['refuses a service that it does not have', 'refuses a time that is taken'],
    change: (whole) => ({
      listSlots: (query, options) =>
        whole.listSlots(query, options).catch((error: unknown) => Promise.reject(new Error('Oops', { cause: error }))),
      createBooking: (draft, options) =>
        whole
          .createBooking(draft, options)
          .catch((error: unknown) => Promise.reject(new Error('Oops', { cause: error }))),
    }),
  },
  {
    what: 'throws instead of rejecting',
    fails: ['refuses a service that it does not have'],
    change: (whole) => ({
      listSlots: (query, options) => {
        if (query.service === 'no-such-service') throw new SmpError('not-found', 'No such service');
        return whole.listSlots(query, options);
      },
    }),
  },
  {
    what: 'leaves out whose time it is',
    fails: ['names the practitioner in times of a chosen practitioner'],
    change: (whole) => withSlots(whole, (slots) => slots.map(({ practitioner: _, ...slot }) => slot)),
  },
  {
    what: 'lists everybody’s times when anyone will do',
    fails: ['lists each time once and without a name when anyone will do'],
    change: (whole) => ({
      listSlots: async (query) => {
        const page = await whole.listSlots(query);
        if (query.practitioner) return page;
        const people = ['maya', 'idris', 'tomasz'];
        const pages = await Promise.all(people.map((practitioner) => whole.listSlots({ ...query, practitioner })));
        const slots = pages.flatMap((one) => one.slots);
        return { ...page, slots: slots.sort((a, b) => Date.parse(a.start) - Date.parse(b.start)) };
      },
    }),
  },
  {
    what: 'forgets a practitioner when anyone will do',
    fails: ['lists a time for anyone exactly when somebody has it'],
    change: (whole) => ({
      listSlots: async (query) => {
        const page = await whole.listSlots(query);
        if (query.practitioner) return page;
        const own = await whole.listSlots({ ...query, practitioner: 'maya' });
        const starts = new Set(own.slots.map((slot) => slot.start));
        return { ...page, slots: page.slots.filter((slot) => starts.has(slot.start)) };
      },
    }),
  },
  {
    what: 'takes no notice of the location',
    fails: ['lists the times of one location when one is asked for'],
    change: (whole) => ({ listSlots: ({ location: _, ...query }) => whole.listSlots(query) }),
  },
  {
    what: 'numbers slots as it lists them',
    fails: ['gives the same time the same id whenever it is asked'],
    change: (whole) => withSlots(whole, (slots) => slots.map((slot, index) => ({ ...slot, id: `slot-${index}` }))),
  },
  {
    what: 'takes the day after for the next free one',
    fails: ['tells the next date that has a free time'],
    change: (whole) => ({
      listSlots: async (query) => {
        const page = await whole.listSlots(query);
        return { ...page, nextAvailable: addDays(page.to, 5) };
      },
    }),
  },
  {
    what: 'lists what the clinic has no room for',
    fails: ['lists only times that can be had'],
    change: (_, fresh) => {
      const open = fresh();
      return { listSlots: (query) => open.listSlots(query) };
    },
  },
  {
    what: 'books another time than it was asked',
    fails: ['books a listed time of a chosen practitioner', 'assigns a practitioner when anyone will do'],
    change: (whole) => ({
      createBooking: async (draft, options) => {
        const booking = await whole.createBooking(draft, options);
        return { ...booking, slot: later(booking.slot) };
      },
    }),
  },
  {
    what: 'does not say with whom',
    fails: [
      'books a listed time of a chosen practitioner',
      'assigns a practitioner when anyone will do',
      'assigns a practitioner to a hold when anyone will do',
    ],
    change: (whole) => ({
      createBooking: async (draft, options) => {
        const { slot, ...booking } = await whole.createBooking(draft, options);
        const { practitioner: _, ...rest } = slot;
        return { ...booking, slot: rest };
      },
      holdSlot: async (request, options) => {
        const { slot, ...hold } = await whole.holdSlot(request, options);
        const { practitioner: _, ...rest } = slot;
        return { ...hold, slot: rest };
      },
    }),
  },
  {
    what: 'says “confirmed” before the clinic agreed',
    fails: ['confirms at once, or says that the clinic has to agree'],
    change: (whole) => ({
      createBooking: async (draft, options) => ({
        ...(await whole.createBooking(draft, options)),
        status: 'confirmed',
      }),
    }),
  },
  {
    what: 'lists from a calendar that never changes',
    fails: [
      'takes a booked time off the list',
      'takes a held time off the list',
      'keeps a booking when its hold is let go',
      'keeps a booking that somebody replaces',
      'never has one person in two places',
    ],
    change: (whole, fresh) => {
      const before = fresh();
      return {
        listSlots: async (query) => {
          const page = await before.listSlots(query);
          return { ...page, today: (await whole.listSlots(query)).today };
        },
      };
    },
    options: { busy: [] },
  },
  {
    what: 'has two winners',
    fails: ['refuses a time that is taken', 'refuses a time that somebody else holds, with alternatives'],
    change: (whole, fresh) => ({
      createBooking: (draft, options) =>
        whole.createBooking(draft, options).catch(() => fresh().createBooking(draft, options)),
      holdSlot: (request, options) => whole.holdSlot(request, options).catch(() => fresh().holdSlot(request, options)),
    }),
    options: { busy: [] },
  },
  {
    what: 'has one booking at a time for the whole clinic',
    fails: [
      'gives a time for anyone until nobody is free',
      'gives a time for anyone to as many of 20 as have somebody free',
    ],
    change: (whole) => {
      const starts = new Set<string>();
      return {
        createBooking: async (draft, options) => {
          const start = draft.slotId.split('~')[3] ?? '';
          if (starts.has(start)) throw new SmpError('slot-taken', 'Taken', { alternatives: await someSlots(whole) });
          starts.add(start);
          return whole.createBooking(draft, options);
        },
      };
    },
  },
  {
    what: 'offers no other times',
    fails: [
      'offers other times of the same choice with a refusal',
      'offers other times for anyone with a refusal',
      'refuses a time that somebody else holds, with alternatives',
      'lets one of 20 bookers have a time',
      'lets one of 20 visitors hold a time',
    ],
    change: (whole) => withAlternatives(whole, () => []),
  },
  {
    what: 'offers everybody’s times instead of the chosen person’s',
    fails: ['offers other times of the same choice with a refusal'],
    change: (whole) => withAlternatives(whole, (slots) => slots.map(({ practitioner: _, ...slot }) => slot)),
  },
  {
    what: 'offers the farthest first',
    fails: ['offers the nearest times first'],
    change: (whole) => withAlternatives(whole, (slots) => [...slots].reverse()),
  },
  {
    what: 'leaves out the nearest',
    fails: ['offers the nearest times first'],
    change: (whole) => withAlternatives(whole, (slots) => slots.slice(1)),
  },
  {
    what: 'offers the very time that is taken',
    fails: ['offers times that can be had'],
    change: (whole) =>
      withAlternatives(whole, (slots, asked) => slots.map((slot, index) => (index ? slot : { ...slot, id: asked }))),
  },
  {
    what: 'says “taken” of what it never gave',
    fails: ['refuses a slot id that it never gave', 'refuses to hold a slot id that it never gave'],
    change: (whole) => {
      const taken = async (error: unknown): Promise<never> => {
        if (!isSmpError(error, 'not-found')) throw error;
        throw new SmpError('slot-taken', 'Taken', { alternatives: await someSlots(whole) });
      };
      return {
        createBooking: (draft, options) => whole.createBooking(draft, options).catch(taken),
        holdSlot: (request, options) => whole.holdSlot(request, options).catch(taken),
      };
    },
  },
  {
    what: 'books what fits the time whatever was asked',
    fails: ['refuses a service that does not fit the time'],
    change: (whole) => ({
      createBooking: (draft, options) =>
        whole.createBooking({ ...draft, service: draft.slotId.split('~')[0] ?? draft.service }, options),
    }),
  },
  {
    what: 'keeps a book for each service',
    fails: ['never has one person in two services at once'],
    change: bookFor(({ service }) => service),
    options: { busy: [] },
  },
  {
    what: 'compares starts only',
    fails: ['makes no bookings that overlap'],
    change: bookFor(({ slotId }) => slotId),
    options: { busy: [] },
  },
  {
    what: 'gives all bookings one reference',
    fails: ['gives each booking an id and a reference of its own'],
    change: (whole) => ({
      createBooking: async (draft, options) => ({
        ...(await whole.createBooking(draft, options)),
        reference: 'SMP-222222',
      }),
    }),
  },
  {
    what: 'changes what it is given',
    fails: ['leaves what it is given unchanged', 'takes a booked time off the list'],
    change: (whole) => ({
      createBooking: (draft, options) => {
        draft.contact.name = draft.contact.name.toUpperCase();
        return whole.createBooking(draft, options);
      },
    }),
  },
  {
    what: 'has no idempotency',
    fails: [
      'answers a booking sent again with the same booking',
      'knows a booking again that comes without its note, which pages forget when they are loaded again',
      'refuses a used operation id with other content',
      'repeats a refusal though the time is free again',
      'answers a hold sent again with the same hold',
      'refuses a used operation id with another hold',
      'prolongs once when an extension is sent again',
      'makes one booking of 20 copies of one operation',
      'makes one hold of 20 copies of one operation',
      'decides for one content when an operation id comes with two at once',
      'takes a waiting-list request sent again once',
    ],
    options: { idempotent: false },
    change: () => ({}),
  },
  {
    what: 'takes the note for a part of what a booking is known by',
    fails: ['knows a booking again that comes without its note, which pages forget when they are loaded again'],
    change: (whole) => ({
      createBooking: (draft, { operationId, ...options }) =>
        whole.createBooking(draft, { ...options, operationId: draft.note ? `noted-${operationId}` : operationId }),
    }),
  },
  {
    what: 'knows an operation by its id alone',
    fails: [
      'refuses a used operation id with other content',
      'refuses a used operation id with another hold',
      'decides for one content when an operation id comes with two at once',
    ],
    change: (whole) => ({
      createBooking: byIdAlone(whole.createBooking),
      holdSlot: byIdAlone(whole.holdSlot),
    }),
  },
  {
    what: 'knows an operation by its content alone',
    fails: ['makes a second booking of the same content under another id only if there is room'],
    change: (whole) => {
      const answers = new Map<string, Promise<Booking>>();
      return {
        createBooking: (draft, options) => {
          const key = JSON.stringify(draft);
          const answer = answers.get(key) ?? whole.createBooking(draft, options);
          answers.set(key, answer);
          return answer;
        },
      };
    },
  },
  {
    what: 'forgets its refusals',
    fails: ['repeats a refusal though the time is free again'],
    change: (whole) => {
      const refused = new Set<string>();
      return {
        createBooking: async (draft, options) => {
          try {
            return await whole.createBooking(draft, refused.has(options.operationId) ? anew() : options);
          } catch (error) {
            refused.add(options.operationId);
            throw error;
          }
        },
      };
    },
  },
  {
    what: 'mixes up operations of different methods',
    fails: ['keeps the operation ids of different methods apart'],
    change: (whole) => {
      const used = new Map<string, string>();
      const once = <Request, Answer>(
        method: string,
        call: (request: Request, options: WriteOptions) => Promise<Answer>,
      ) => {
        return (request: Request, options: WriteOptions): Promise<Answer> => {
          const before = used.get(options.operationId) ?? method;
          used.set(options.operationId, before);
          const issues = [{ pointer: '', code: 'key-reused' }];
          if (before !== method) return Promise.reject(new SmpError('validation', 'Reused', { issues }));
          return call(request, options);
        };
      };
      return { createBooking: once('book', whole.createBooking), holdSlot: once('hold', whole.holdSlot) };
    },
  },
  {
    what: 'notes operations down too late',
    fails: ['makes one booking of 20 copies of one operation', 'makes one hold of 20 copies of one operation'],
    change: (whole) => ({
      createBooking: notedTooLate(whole.createBooking),
      holdSlot: notedTooLate(whole.holdSlot),
    }),
  },
  {
    what: 'looks first and writes afterwards',
    fails: [
      'lets one of 20 bookers have a time',
      'lets one of 20 visitors hold a time',
      'lets one of 20 have a time that some hold and some book',
      'gives a time for anyone to as many of 20 as have somebody free',
    ],
    change: looksThenWrites,
    options: { busy: [] },
  },
  {
    what: 'makes a booking of a hold each time it is asked',
    fails: [
      'makes one booking of one hold confirmed 20 times',
      'gives the same booking again for a hold that became one',
    ],
    change: (whole) => ({
      createBooking: async ({ hold, ...draft }, options) => {
        if (hold) await whole.releaseHold(hold, anew());
        return whole.createBooking(draft, options);
      },
    }),
  },
  {
    what: 'holds another time than it was asked',
    fails: ['holds a listed time'],
    change: (whole) => ({
      holdSlot: async (request, options) => {
        const hold = await whole.holdSlot(request, options);
        return { ...hold, slot: later(hold.slot) };
      },
    }),
  },
  {
    what: 'blocks visitors with their own hold',
    fails: ['books the held time', 'books a time whose hold has run out while it is free'],
    change: (whole) => ({
      createBooking: async ({ hold, ...draft }, options) => {
        if (!hold) return whole.createBooking(draft, options);
        const live = await whole.extendHold(hold, anew()).catch(() => undefined);
        if (!live) throw new SmpError('hold-expired', 'Gone');
        return whole.createBooking(draft, options);
      },
    }),
  },
  {
    what: 'does not know the slot that it gave with a hold',
    fails: ['books the held time also under the id that the hold gave it'],
    change: (whole) => ({
      holdSlot: async (request, options) => {
        const hold = await whole.holdSlot(request, options);
        return { ...hold, slot: { ...hold.slot, id: `held-${hold.holdId}` } };
      },
    }),
  },
  {
    what: 'takes any token for the right one',
    fails: [
      'refuses a booking with the wrong token',
      'refuses to prolong a hold with the wrong token',
      'refuses to let a hold go with the wrong token',
      'keeps a hold that somebody replaces with the wrong token',
    ],
    change: trusting,
  },
  {
    what: 'holds for ever',
    fails: ['frees a time whose hold has run out', 'refuses to prolong a hold that is gone'],
    options: { holdMs: 80_000_000 },
    change: () => ({}),
  },
  {
    what: 'books whatever had been held',
    fails: ['refuses a time whose hold has run out once somebody else has it'],
    options: { busy: [] },
    change: (whole, fresh) => ({
      createBooking: (draft, options) =>
        whole.createBooking(draft, options).catch((error: unknown) => {
          const { hold, ...rest } = draft;
          if (!hold || !isSmpError(error, 'slot-taken')) throw error;
          return fresh().createBooking(rest, options);
        }),
    }),
  },
  {
    what: 'answers an extension with another hold',
    fails: ['prolongs a hold'],
    change: (whole) => ({
      extendHold: async (hold, options) => ({ ...(await whole.extendHold(hold, options)), holdId: 'another' }),
    }),
  },
  {
    what: 'prolongs without end',
    fails: ['stops prolonging after a while and leaves the hold as it is'],
    options: { maxExtensions: Infinity },
    change: () => ({}),
  },
  {
    what: 'lets nothing go',
    fails: ['lets a hold go'],
    change: () => ({ releaseHold: () => Promise.resolve() }),
  },
  {
    what: 'complains of a hold that is gone',
    fails: ['lets a hold go that is gone already'],
    change: (whole) => ({
      releaseHold: async (hold, options) => {
        await whole.extendHold(hold, anew());
        await whole.releaseHold(hold, options);
      },
    }),
  },
  {
    what: 'takes no notice of the hold that is replaced',
    fails: [
      'lets the earlier hold go once the new one stands',
      'gives the same hold again for a time that the visitor holds',
      'is never blocked by the hold that it replaces',
    ],
    change: (whole) => ({ holdSlot: ({ replaces: _, ...request }, options) => whole.holdSlot(request, options) }),
  },
  {
    what: 'lets the earlier hold go before the new one stands',
    fails: ['keeps the earlier hold when the new one is refused'],
    change: (whole) => ({
      holdSlot: async ({ replaces, ...request }, options) => {
        if (replaces) await whole.releaseHold(replaces, anew());
        return whole.holdSlot(request, options);
      },
    }),
  },
  {
    what: 'asks for an earlier hold that still stands',
    fails: ['takes no notice of an earlier hold that is gone'],
    change: (whole) => ({
      holdSlot: async (request, options) => {
        if (request.replaces) await whole.extendHold(request.replaces, anew());
        return whole.holdSlot(request, options);
      },
    }),
  },
  {
    what: 'has no waiting list though it says so',
    fails: ['takes a visitor on the waiting list'],
    change: () => ({ joinWaitlist: () => Promise.reject(new SmpError('not-supported', 'No list')) }),
  },
  {
    what: 'waits for dates that are over',
    fails: ['refuses a waiting-list request for dates that are over'],
    change: (whole) => ({
      joinWaitlist: ({ from: _from, to: _to, ...request }, options) => whole.joinWaitlist(request, options),
    }),
  },
  {
    what: 'tells who is on the waiting list',
    fails: ['answers the same to a visitor who is on the waiting list'],
    change: (whole) => {
      const emails = new Set<string>();
      return {
        joinWaitlist: (request, options) => {
          if (emails.has(request.contact.email)) return Promise.reject(new SmpError('validation', 'On the list'));
          emails.add(request.contact.email);
          return whole.joinWaitlist(request, options);
        },
      };
    },
  },
];

/** Opens a memory adapter with all its methods. */
export function openWhole(options: MemoryAdapterOptions): Whole {
  // Broken adapters that declare less never call what is missing.
  return memoryAdapter(options) as Whole;
}
