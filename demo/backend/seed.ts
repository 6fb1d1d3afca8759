import type { Clinic, ClinicSchedule } from 'smp-widgets/server';
import { writeClinic } from './clinic-record.js';
import type { Database } from './database.js';
import { demoSeed } from './demo-seed.js';

/** What an empty database is filled with. */
export interface Seed {
  readonly clinic: Clinic;
  readonly schedule: ClinicSchedule;
}

/**
 * Puts the invented clinic, or another one, into a database that has none yet. Its calendar starts empty.
 * @returns whether it did
 */
export async function seedIfEmpty(database: Database, seed: Seed = demoSeed): Promise<boolean> {
  return database.transaction(async (transaction) => {
    // Two servers that start at once on an empty database take turns.
    await transaction.query('lock table clinic in exclusive mode');
    const [found] = await transaction.query('select true as found from clinic');
    if (found) return false;
    await writeClinic(transaction, seed.clinic, seed.schedule);
    return true;
  });
}
