import type { SchedulingAdapter, WriteOptions } from '../../src/adapters/adapter.js';
import type { Course, CourseDraft } from '../../src/domain/course/course.js';
import { checkGaps } from '../../src/domain/course/course-check.js';
import { SmpError } from '../../src/domain/errors.js';
import { anew, type BrokenAdapter } from './broken-adapters.js';

const book = (whole: SchedulingAdapter, draft: CourseDraft, options: WriteOptions): Promise<Course> =>
  whole.bookCourse?.(draft, options) ?? Promise.reject(new Error('no courses'));

/** Books the sessions one by one, as many as it can. */
async function oneByOne(whole: SchedulingAdapter, { course, sessions, ...rest }: CourseDraft): Promise<void> {
  for (const session of sessions) await whole.createBooking({ ...rest, ...session }, anew());
  throw new SmpError('not-found', `No course ${course}`);
}

/** Adapters that break one clause of what courses are promised. */
export const brokenCourses: readonly BrokenAdapter[] = [
  {
    what: 'knows no courses',
    fails: ['books all sessions of a course, or asks for all of them where the clinic decides on one'],
    change: () => ({ bookCourse: () => Promise.reject(new SmpError('not-found', 'No such course')) }),
  },
  {
    what: 'confirms one session of a course that the clinic decides on',
    fails: ['books all sessions of a course, or asks for all of them where the clinic decides on one'],
    change: (whole) => ({
      bookCourse: async (draft, options) => {
        const course = await book(whole, draft, options);
        const status = 'confirmed' as const;
        const sessions = course.sessions.map((one, index) => (index === 0 ? { ...one, status } : one));
        return { ...course, sessions };
      },
    }),
  },
  {
    what: 'books what it can of a course',
    fails: ['books none of a course when one time is taken, and names it'],
    change: (whole) => ({
      bookCourse: async (draft, options) => {
        try {
          return await book(whole, draft, options);
        } catch (error) {
          await oneByOne(whole, draft).catch(() => undefined);
          throw error;
        }
      },
    }),
  },
  {
    what: 'does not say which session of a course is taken',
    fails: ['books none of a course when one time is taken, and names it'],
    change: (whole) => ({
      bookCourse: (draft, options) =>
        book(whole, draft, options).catch((error: unknown) => {
          if (!(error instanceof SmpError)) throw error;
          const { code, message, alternatives = [] } = error;
          throw new SmpError(code, message, { alternatives });
        }),
    }),
  },
  {
    what: 'forgets which courses were booked',
    fails: [
      'answers a course sent again as the first time, and books it once',
      'knows a course again that comes without its note, which pages forget when they are loaded again',
      'refuses a used operation id with another course',
    ],
    change: (whole) => ({ bookCourse: (draft) => book(whole, draft, anew()) }),
  },
  {
    what: 'takes the note for a part of what a course is known by',
    fails: ['knows a course again that comes without its note, which pages forget when they are loaded again'],
    change: (whole) => ({
      bookCourse: (draft, { operationId, ...options }) =>
        book(whole, draft, { ...options, operationId: draft.note ? `noted-${operationId}` : operationId }),
    }),
  },
  {
    what: 'does not count the days between sessions',
    fails: ['refuses sessions that are too near or too many for the course, and an offer that is not there'],
    change: (whole) => ({
      bookCourse: (draft, options) =>
        book(whole, draft, options).catch(async (error: unknown) => {
          if (error instanceof SmpError && error.code === 'validation') await oneByOne(whole, draft);
          throw error;
        }),
    }),
  },
  {
    what: 'shows one session of a course alone',
    fails: ['opens the whole course to the token of any session'],
    change: (whole) => ({
      getBooking: async (token, options) => {
        const managed = await whole.getBooking?.(token, options);
        if (!managed) throw new Error('no management');
        return { ...managed, sessions: managed.sessions.slice(0, 1) };
      },
    }),
  },
  {
    what: 'moves a session of a course wherever it likes',
    fails: ['keeps the distance between the sessions of a course when one moves'],
    change: (whole) => ({
      reschedule: async (request, options) => {
        const moved = whole.reschedule?.(request, options).catch(() => whole.getBooking?.(request.token));
        const managed = await moved;
        if (!managed) throw new Error('no management');
        return managed;
      },
    }),
  },
  {
    what: 'counts every distance of a course, whatever it was before',
    fails: ['lets a distance that a cancellation has made too long become shorter, and no longer'],
    change: (whole) => ({
      reschedule: async (request, options) => {
        const managed = await whole.reschedule?.(request, options);
        if (!managed) throw new Error('no management');
        const standing = managed.sessions.filter(({ status }) => status !== 'cancelled');
        const dates = standing.map(({ slot }) => slot.localDate);
        if (managed.gapDays) checkGaps(dates, managed.gapDays);
        return managed;
      },
    }),
  },
];
