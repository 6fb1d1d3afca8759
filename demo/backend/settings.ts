import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PASSWORD_LENGTH } from './clinic-access.js';
import { parseHealthKey } from './health-cipher.js';
import { RETENTION } from './retention.js';
import { CLINIC_PASSWORD_FILE, type ServerOptions } from './server.js';

const demo = fileURLToPath(new URL('..', import.meta.url));

/** A variable of the environment is missing or wrong. The message says which, and never what it was if that is secret. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
}

/** What the server is started with, and what is told of it. */
export interface Settings {
  readonly options: ServerOptions & { readonly dataDir: string; readonly photoDir: string };
  /** Where the password of the clinic's desk is to be found. */
  readonly passwordPlace: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the environment says, else the defaults of the demo.
 * @throws {WrongSettings}
 */
export function settingsOf(environment: Environment): Settings {
  const { DATABASE_URL, HOST = '127.0.0.1', ORIGINS, TRUST_PROXY, RATE_LIMITS } = environment;
  const { DATA_DIR, PHOTO_DIR, HEALTH_KEY, HEALTH_KEY_PREVIOUS, CLINIC_PASSWORD } = environment;
  if (environment['NODE_ENV'] === 'production') refuseDefaults(environment);
  const port = Number(environment['PORT'] ?? '8787');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new WrongSettings(`PORT has to be a number up to 65535: ${environment['PORT']}`);
  }
  try {
    for (const key of [HEALTH_KEY].filter(Boolean)) parseHealthKey(key ?? '');
    for (const key of (HEALTH_KEY_PREVIOUS ?? '').split(',').filter((one) => one.trim() !== '')) {
      parseHealthKey(key, 'HEALTH_KEY_PREVIOUS');
    }
  } catch (error) {
    throw new WrongSettings(error instanceof Error ? error.message : '', { cause: error });
  }
  if (CLINIC_PASSWORD && CLINIC_PASSWORD.length < PASSWORD_LENGTH) {
    throw new WrongSettings(`CLINIC_PASSWORD needs at least ${PASSWORD_LENGTH} characters`);
  }
  const siteDir = resolve(demo, 'site');
  const sdkDir = resolve(demo, '../dist');
  const dataDir = resolve(DATA_DIR || resolve(demo, 'data'));
  return {
    passwordPlace: CLINIC_PASSWORD ? 'CLINIC_PASSWORD' : join(dataDir, CLINIC_PASSWORD_FILE),
    options: {
      port,
      host: HOST,
      dataDir,
      photoDir: resolve(PHOTO_DIR || join(dataDir, 'photos')),
      retention: {
        days: daysOf(environment, 'RETENTION_DAYS', RETENTION.days),
        bookedDays: daysOf(environment, 'RETENTION_BOOKED_DAYS', RETENTION.bookedDays),
      },
      ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
      ...(HEALTH_KEY ? { healthKey: HEALTH_KEY } : {}),
      ...(HEALTH_KEY_PREVIOUS ? { healthKeyPrevious: HEALTH_KEY_PREVIOUS } : {}),
      ...(CLINIC_PASSWORD ? { clinicPassword: CLINIC_PASSWORD } : {}),
      ...(existsSync(siteDir) ? { siteDir } : {}),
      ...(existsSync(sdkDir) ? { sdkDir } : {}),
      ...(ORIGINS ? { origins: ORIGINS.split(',').map((origin) => origin.trim()) } : {}),
      trustProxy: TRUST_PROXY === '1',
      ...(RATE_LIMITS === 'off' ? { rateLimits: false as const } : {}),
    },
  };
}

/** What is convenient while developing would be carelessness with real people's data. */
function refuseDefaults({ HEALTH_KEY, CLINIC_PASSWORD, DATABASE_URL, DATA_DIR, PHOTO_DIR }: Environment): void {
  const missing = [
    ...(HEALTH_KEY ? [] : ['HEALTH_KEY, which seals health data: 32 random bytes, from openssl rand -base64 32']),
    ...(CLINIC_PASSWORD ? [] : [`CLINIC_PASSWORD, which opens /clinic/: at least ${PASSWORD_LENGTH} characters`]),
    ...(DATABASE_URL && !DATA_DIR && !PHOTO_DIR ? ['PHOTO_DIR (or DATA_DIR), where sealed photos are kept'] : []),
  ];
  if (missing.length > 0) throw new WrongSettings(`In production it needs ${missing.join('; and ')}.`);
}

function daysOf(environment: Environment, name: string, standard: number): number {
  const text = environment[name];
  if (!text) return standard;
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 36_500) {
    throw new WrongSettings(`${name} has to be a whole number of days, 1 to 36500: ${text}`);
  }
  return days;
}
