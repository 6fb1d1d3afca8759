import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { Booking } from '../../src/domain/booking.js';
import { visitor } from '../../src/controllers/visitor.js';
import { touchUpEstimate } from '../../src/domain/care/touch-up.js';
import type { Course } from '../../src/domain/course/course.js';
import type { JourneyMemory } from '../../src/domain/journey/journey-memory.js';
import type { Slot } from '../../src/domain/slot.js';
import { addDays, daysBetween } from '../../src/domain/time/plain-date.js';
import type { PlainDate } from '../../src/domain/time/plain-date.js';
import { Draft } from '../../src/flows/draft.js';

const contact = { name: 'Ada Example', email: 'ada@example.com' };
const consents = [{ purpose: 'privacy', granted: true, version: '2026-11', at: '2026-11-20T10:00:00Z' }] as const;

const slotsOf = async (adapter: MemoryAdapter, service: string, from?: PlainDate): Promise<readonly Slot[]> =>
  (await adapter.listSlots({ service, ...(from && { from }) })).slots;

/** An appointment that was made some days ago, two weeks from now. */
export async function bookVisit(adapter: MemoryAdapter, service = 'consultation'): Promise<Booking> {
  const slots = await slotsOf(adapter, service);
  const [first] = slots;
  const slot = slots.find(({ localDate }) => first && daysBetween(first.localDate, localDate) >= 8);
  if (!slot) throw new Error('No time is free');
  return adapter.createBooking(
    { service, slotId: slot.id, contact, consents: [...consents] },
    { operationId: `earlier-visit-${service}` },
  );
}

/** A course that was booked some days ago: three sessions, each the first free time ten days after the one before. */
export async function bookCourse(adapter: MemoryAdapter, offer = 'shaved-look'): Promise<Course> {
  const sessions: { service: string; slotId: string }[] = [];
  let from: PlainDate | undefined;
  for (let session = 0; session < 3; session += 1) {
    const [slot] = await slotsOf(adapter, 'treatment', from);
    if (!slot) throw new Error('No time is free');
    sessions.push({ service: 'treatment', slotId: slot.id });
    from = addDays(slot.localDate, 10);
  }
  if (!adapter.bookCourse) throw new Error('The memory adapter books courses');
  return adapter.bookCourse(
    { course: offer, sessions, contact, consents: [...consents] },
    { operationId: `earlier-course-${offer}` },
  );
}

/** Somebody cancels it elsewhere. */
export async function cancelVisit(adapter: MemoryAdapter, token: string): Promise<void> {
  const managed = await adapter.getBooking?.(token);
  if (!managed) throw new Error('The memory adapter knows its bookings');
  await adapter.cancel?.(
    { token, version: managed.version, bookingIds: managed.sessions.map(({ bookingId }) => bookingId) },
    { operationId: 'cancelled-elsewhere' },
  );
}

/** How far the visitor had come in a journey before they loaded its page again. */
export async function cameAsFarAs(adapter: MemoryAdapter, way: Omit<JourneyMemory, 'clinic'>): Promise<void> {
  const { id } = await adapter.getClinic();
  new Draft<JourneyMemory>(visitor.storage(), 'journey', visitor.now).write({ clinic: id, ...way });
}

/** Somebody signed up for reminders of touch-ups after their last session. Gives the token of the link in the mail. */
export async function signUpForTouchUps(adapter: MemoryAdapter, lastSession: PlainDate): Promise<string> {
  const { check, review, refresh } = touchUpEstimate(lastSession);
  const wording = 'You may write to me about these dates.';
  await adapter.signUpForTouchUps?.(
    {
      lastSession,
      contact,
      channels: ['email'],
      consents: [{ purpose: 'touch-up-email', granted: true, version: '1', at: '2026-11-20T10:00:00Z', wording }],
      dates: { check, review, refresh },
    },
    { operationId: 'earlier-touch-ups' },
  );
  const [kept] = adapter.state.touchUps;
  if (!kept) throw new Error('The memory adapter keeps touch-ups');
  return kept.token;
}
