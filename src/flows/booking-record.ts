import type { BookingDraft } from '../domain/booking.js';
import { serviceLimits } from '../domain/consultation/service-limits.js';
import type { DraftMemory } from '../domain/draft-memory.js';
import type { OperationLog } from '../scheduling/operation.js';
import type { Scheduler } from '../scheduling/scheduler.js';
import type { BookingNews } from './booking-news.js';
import type { BookingState } from './booking-state.js';
import { NO_TIMES } from './slot-calendar.js';
import { NOTHING_SAID, VisitRecord, type VisitCalls, type VisitOptions, type VisitPreset } from './visit-record.js';

/** The backend as a booking uses it. */
export interface BookingBackend {
  readonly scheduler: Pick<Scheduler, 'capabilities' | VisitCalls>;
  readonly operations: Pick<OperationLog, 'begin' | 'conclude'>;
}

/** What the page fixes or fills in beforehand. */
export interface BookingPreset extends VisitPreset {
  readonly service?: string | undefined;
}

/** What a booking is given by the page. */
export type BookingFlowOptions = VisitOptions<DraftMemory, BookingDraft>;

/** One appointment. */
export interface BookingKind {
  readonly state: BookingState;
  readonly news: BookingNews;
  readonly options: BookingFlowOptions;
  readonly preset: BookingPreset;
  readonly backend: BookingBackend;
  readonly progress: boolean;
}

/** What stands of one appointment. */
export type BookingRecord = VisitRecord<BookingKind>;

/** An appointment of which nothing is chosen yet. */
export const bookingRecord = (options: BookingFlowOptions): BookingRecord =>
  new VisitRecord(
    options,
    { ...NOTHING_SAID, status: 'loading', step: 'service', calendar: NO_TIMES },
    {
      limits({ state, preset }, id = state.service) {
        return serviceLimits(state.clinic?.services.find((one) => one.id === id)?.kind, preset.enquiry);
      },
      memory({ service, slot, hold }, submitted = false) {
        return service === undefined || !slot ? undefined : { service, slot, hold, submitted };
      },
    },
  );
