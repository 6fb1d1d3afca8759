import type { CourseDraft } from '../../domain/course/course.js';
import { isCourseOnRequest } from '../../domain/course/course-check.js';
import { offersOf } from '../../domain/course/course-offers.js';
import type { Slot } from '../../domain/slot.js';
import { addDays, daysBetween } from '../../domain/time/plain-date.js';
import { check, checkIssue, checkSame, present, refused } from '../assert.js';
import type { Desk } from '../desk.js';
import type { AdapterCases } from '../harness.js';
import { at } from '../listed-slots.js';

const needs = 'courses';

/**
 * A course that can be booked: the offer's first sessions that are free, at the usual distance or a little more.
 * @param far as far apart as can be instead
 */
async function wanted(
  desk: Desk,
  far = false,
): Promise<{ readonly draft: CourseDraft; readonly slots: readonly Slot[] }> {
  const clinic = await desk.clinic();
  const offer = present(offersOf(clinic)[0], 'a clinic whose backend takes courses offers one');
  const { min, default: usual, max } = offer.gapDays;
  const slots: Slot[] = [];
  for (const { service } of offer.sessions) {
    const before = slots.at(-1)?.localDate;
    const from = before && addDays(before, far ? min : usual);
    const to = before && addDays(before, far ? max : usual + max);
    const free = await desk.slots({ service, ...(from && to && { from, to }) });
    const later = free.filter(({ localDate }) => from && to && localDate >= from && localDate <= to);
    // Not from the first days: another test's clock may be at their end.
    const slot = from ? later.at(far ? -1 : 0) : free[4];
    slots.push(present(slot, `a free time for session ${slots.length + 1}`));
  }
  const { service: _, slotId: __, ...rest } = desk.draft(at(offer.sessions, 0).service, at(slots, 0));
  const sessions = offer.sessions.map(({ service }, index) => ({ service, slotId: at(slots, index).id }));
  return { draft: { ...rest, course: offer.id, sessions }, slots };
}

/** Several sessions that are booked as one. */
export const courseCases: AdapterCases = {
  subject: 'courses',
  cases: [
    {
      name: 'books all sessions of a course, or asks for all of them where the clinic decides on one',
      needs,
      run: async (desk) => {
        const { draft, slots } = await wanted(desk);
        const status = isCourseOnRequest(draft, await desk.clinic()) ? 'requested' : 'confirmed';
        const course = await desk.bookCourse(draft);
        checkSame(course.course, draft.course, 'the offer');
        checkSame(course.sessions.length, draft.sessions.length, 'the number of sessions');
        for (const [index, session] of course.sessions.entries()) {
          checkSame(session.slot.start, at(slots, index).start, `the time of session ${index + 1}`);
          checkSame(session.status, status, `the status of session ${index + 1}`);
        }
        const ids = new Set(course.sessions.map(({ bookingId }) => bookingId));
        check(ids.size === course.sessions.length, 'each session is a booking of its own');
      },
    },
    {
      name: 'books none of a course when one time is taken, and names it',
      needs,
      run: async (desk) => {
        const { draft, slots } = await wanted(desk);
        const last = slots.length - 1;
        const { service } = at(draft.sessions, last);
        for (let free = await desk.free(service, at(slots, last)); free > 0; free -= 1) {
          await desk.take(service, at(slots, last));
        }
        const before = await desk.free(at(draft.sessions, 0).service, at(slots, 0));
        const error = await refused(() => desk.bookCourse(draft), 'a course with a taken time', 'slot-taken');
        checkIssue(error, `/sessions/${last}`);
        desk.alternatives(error);
        checkSame(
          await desk.free(at(draft.sessions, 0).service, at(slots, 0)),
          before,
          'who is free at the first time',
        );
      },
    },
    {
      name: 'answers a course sent again as the first time, and books it once',
      needs,
      run: async (desk) => {
        const { draft } = await wanted(desk);
        const operationId = desk.operation();
        const all = await Promise.all([1, 2, 3].map(() => desk.bookCourse(structuredClone(draft), operationId)));
        check(new Set(all.map(({ courseId }) => courseId)).size === 1, 'copies should be one course');
        checkSame(await desk.bookCourse(draft, operationId), at(all, 0), 'the answer to a copy');
      },
    },
    {
      name: 'knows a course again that comes without its note, which pages forget when they are loaded again',
      needs,
      run: async (desk) => {
        const { draft } = await wanted(desk);
        const operationId = desk.operation();
        const first = await desk.bookCourse({ ...draft, note: 'Ring twice' }, operationId);
        checkSame(await desk.bookCourse(draft, operationId), first, 'the answer to a copy without the note');
      },
    },
    {
      name: 'refuses a used operation id with another course',
      needs,
      run: async (desk) => {
        const { draft } = await wanted(desk);
        const operationId = desk.operation();
        await desk.bookCourse(draft, operationId);
        const other = { ...draft, contact: { ...draft.contact, name: 'Another one' } };
        await refused(() => desk.bookCourse(other, operationId), 'a reused operation id', 'validation');
      },
    },
    {
      name: 'refuses sessions that are too near or too many for the course, and an offer that is not there',
      needs,
      run: async (desk) => {
        const { draft, slots } = await wanted(desk);
        const first = at(slots, 0);
        const { service } = at(draft.sessions, 0);
        const near = (await desk.slots({ service, from: addDays(first.localDate, 1) })).find(
          ({ localDate }) => daysBetween(first.localDate, localDate) < 7,
        );
        if (near) {
          const sessions = [at(draft.sessions, 0), { service, slotId: near.id }, ...draft.sessions.slice(2)];
          await refused(() => desk.bookCourse({ ...draft, sessions }), 'sessions too near', 'validation');
        }
        const more = { ...draft, sessions: [...draft.sessions, at(draft.sessions, 0)] };
        await refused(() => desk.bookCourse(more), 'one session too many', 'validation');
        await refused(() => desk.bookCourse({ ...draft, course: 'no-such-course' }), 'no offer', 'not-found');
        check(await desk.lists(service, first), 'a refused course should keep no time');
      },
    },
    {
      name: 'opens the whole course to the token of any session',
      needs,
      run: async (desk) => {
        if (!desk.capabilities.management) return;
        const { draft } = await wanted(desk);
        const course = await desk.bookCourse(draft);
        const tokens = [course.manageToken, ...course.sessions.map(({ manageToken }) => manageToken)];
        for (const token of tokens.filter((one) => one !== undefined)) {
          const { sessions, gapDays } = await desk.managed(token);
          checkSame(
            sessions.map(({ bookingId }) => bookingId),
            course.sessions.map(({ bookingId }) => bookingId),
            'the sessions that a token opens',
          );
          checkSame(gapDays, course.gapDays, 'the distance between sessions');
        }
      },
    },
    {
      name: 'keeps the distance between the sessions of a course when one moves',
      needs,
      run: async (desk) => {
        if (!desk.capabilities.management) return;
        const { draft, slots } = await wanted(desk);
        const course = await desk.bookCourse(draft);
        const token = present(course.manageToken ?? course.sessions[0]?.manageToken, 'a token');
        const { version } = await desk.managed(token);
        const second = at(course.sessions, 1);
        const from = addDays(at(slots, 0).localDate, 1);
        const near = (await desk.slots({ service: second.service, from })).find(
          ({ localDate }) => daysBetween(at(slots, 0).localDate, localDate) < course.gapDays.min,
        );
        if (!near) return;
        const moves = [{ bookingId: second.bookingId, slotId: near.id }];
        await refused(() => desk.reschedule({ token, version, moves }), 'a session too near', 'validation');
        checkSame((await desk.managed(token)).version, version, 'the version');
        const cancelled = await desk.cancel({ token, version, bookingIds: [second.bookingId] });
        checkSame(
          cancelled.sessions.map(({ status }) => status === 'cancelled'),
          cancelled.sessions.map((_, index) => index === 1),
          'which session is cancelled',
        );
      },
    },
    {
      name: 'lets a distance that a cancellation has made too long become shorter, and no longer',
      needs,
      run: async (desk) => {
        if (!desk.capabilities.management) return;
        const { draft } = await wanted(desk, true);
        const course = await desk.bookCourse(draft);
        const [first, second, third] = course.sessions;
        if (!first || !second || !third) return;
        const token = present(course.manageToken ?? first.manageToken, 'a token');
        const { version } = await desk.managed(token);
        const cancelled = await desk.cancel({ token, version, bookingIds: [second.bookingId] });
        const { localDate } = third.slot;
        // Nothing after it is to stand in the way.
        const rest = course.sessions.slice(3).map(({ bookingId }) => bookingId);
        const alone =
          rest.length === 0 ? cancelled : await desk.cancel({ token, version: cancelled.version, bookingIds: rest });
        const from = addDays(first.slot.localDate, course.gapDays.max + 1);
        const free = await desk.slots({ service: third.service, from, to: addDays(localDate, 14) });
        const move = (slot: Slot | undefined) => {
          const moves = [{ bookingId: third.bookingId, slotId: present(slot, 'a free time').id }];
          return desk.reschedule({ token, version: alone.version, moves });
        };
        const later = free.find((slot) => slot.localDate > localDate);
        await refused(() => move(later), 'a distance that gets longer', 'validation');
        const before = free.filter((slot) => slot.localDate < localDate).at(-1);
        const moved = await move(before);
        checkSame(
          moved.sessions.find(({ bookingId }) => bookingId === third.bookingId)?.slot.start,
          before?.start,
          'the new time',
        );
      },
    },
  ],
};
