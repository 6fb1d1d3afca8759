import {
  applySettings,
  Availability,
  checkDesignSettings,
  SmpError,
  type AppliedSettings,
  type Clinic,
  type DesignSettings,
  type Service,
} from 'smp-widgets/server';
import { readClinic } from './clinic-record.js';
import type { Queries } from './database.js';

/** The clinic, its timetable and its questionnaire, as they stand at one revision. */
export interface Opened {
  readonly clinic: Clinic;
  readonly availability: Availability;
  /** What is asked of visitors, and what the answers mean. With a mistake in the clinic's wishes, the defaults. */
  readonly plan: AppliedSettings;
  /** What is offered in the hairline picker, read in the same way. */
  readonly offer: DesignSettings;
  readonly revision: number;
}

/** Keeps the clinic in memory and looks, each time it is asked for, whether the database has another one since. */
export class ClinicBook {
  readonly #onMistake: ((code: string) => void) | undefined;
  #opened: Opened | undefined;

  /** @param onMistake told of each mistake in the clinic's settings of questionnaire and designs, once for each revision */
  constructor(onMistake?: (code: string) => void) {
    this.#onMistake = onMistake;
  }

  /** @param revision which state the database has, where that is known already */
  async open(queries: Queries, revision?: number): Promise<Opened> {
    const current = revision ?? (await readRevision(queries));
    if (this.#opened && current === this.#opened.revision) return this.#opened;
    const record = await readClinic(queries);
    if (!record) throw new SmpError('not-found', 'The database has no clinic; seed it first');
    const { clinic, schedule } = record;
    const plan = applySettings(clinic.consultation ?? {});
    const { settings: offer, problems } = checkDesignSettings(clinic.design);
    for (const code of [...plan.problems.map((one) => one.code), ...problems.map(({ path }) => `design.${path}`)]) {
      this.#onMistake?.(code);
    }
    const availability = new Availability(clinic, schedule);
    const opened = { clinic, availability, plan, offer, revision: record.revision };
    this.#opened = opened;
    return opened;
  }
}

async function readRevision(queries: Queries): Promise<number | undefined> {
  const [row] = await queries.query<{ revision: number }>('select revision::float8 as revision from clinic');
  return row?.revision;
}

/** @throws `not-found` */
export function serviceOf({ clinic }: Opened, id: string): Service {
  const service = clinic.services.find((one) => one.id === id);
  if (!service) throw new SmpError('not-found', 'No such service');
  return service;
}
