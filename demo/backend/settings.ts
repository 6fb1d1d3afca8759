import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PASSWORD_LENGTH } from './clinic-access.js';
import { parseHealthKey } from './health-cipher.js';
import type { Mailbox } from './mail-transport.js';
import { parseQuietHours, type QuietHours } from './quiet-hours.js';
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
      ...messagesOf(environment),
    },
  };
}

/** What is convenient while developing would be carelessness with real people's data. */
function refuseDefaults(environment: Environment): void {
  const { HEALTH_KEY, CLINIC_PASSWORD, DATABASE_URL, DATA_DIR, PHOTO_DIR, SMTP_URL, SITE_URL } = environment;
  const missing = [
    ...(HEALTH_KEY ? [] : ['HEALTH_KEY, which seals health data: 32 random bytes, from openssl rand -base64 32']),
    ...(CLINIC_PASSWORD ? [] : [`CLINIC_PASSWORD, which opens /clinic/: at least ${PASSWORD_LENGTH} characters`]),
    ...(SMTP_URL && !SITE_URL ? ['SITE_URL, where the clinic’s pages are: mails link to them'] : []),
    ...(DATABASE_URL && !DATA_DIR && !PHOTO_DIR ? ['PHOTO_DIR (or DATA_DIR), where sealed photos are kept'] : []),
  ];
  if (missing.length > 0) throw new WrongSettings(`In production it needs ${missing.join('; and ')}.`);
}

/** How, from whom and with which links messages are sent. */
function messagesOf(environment: Environment): Partial<ServerOptions> {
  const { SMTP_URL, MAIL_FROM, SITE_URL, BACKEND_URL, QUIET_HOURS, OFFER_HOURS } = environment;
  if (SMTP_URL && !/^smtps?:$/.test(protocolOf(SMTP_URL) ?? '')) {
    throw new WrongSettings('SMTP_URL has to be an address like smtps://user:password@host:465');
  }
  for (const [name, url] of Object.entries({ SITE_URL, BACKEND_URL })) {
    if (url && !/^https?:$/.test(protocolOf(url) ?? '')) {
      throw new WrongSettings(`${name} has to be an address like https://clinic.example: ${url}`);
    }
  }
  const quietHours: QuietHours | 'off' | undefined = QUIET_HOURS ? parseQuietHours(QUIET_HOURS) : undefined;
  if (QUIET_HOURS && !quietHours)
    throw new WrongSettings(`QUIET_HOURS has to be like 20:00-08:00, or off: ${QUIET_HOURS}`);
  const offerHours = Number(OFFER_HOURS || '0');
  if (OFFER_HOURS && !(offerHours >= 1 && offerHours <= 72)) {
    throw new WrongSettings(`OFFER_HOURS has to be a number of hours, 1 to 72: ${OFFER_HOURS}`);
  }
  return {
    ...(SMTP_URL ? { smtpUrl: SMTP_URL } : {}),
    ...(MAIL_FROM ? { mailFrom: mailboxOf(MAIL_FROM) } : {}),
    ...(SITE_URL ? { siteUrl: SITE_URL } : {}),
    ...(BACKEND_URL ? { backendUrl: BACKEND_URL } : {}),
    ...(quietHours ? { quietHours } : {}),
    ...(OFFER_HOURS ? { offerHours } : {}),
  };
}

const protocolOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).protocol : undefined);

/** Reads `clinic@example.com` or `Name <clinic@example.com>`. */
function mailboxOf(text: string): Mailbox {
  const [, name = '', inAngles] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  const address = (inAngles ?? text).trim();
  if (!/^[^\s@<>",]+@[^\s@<>",]+$/.test(address)) {
    throw new WrongSettings(`MAIL_FROM has to be like Name <clinic@example.com>: ${text}`);
  }
  return { name: name.trim(), address };
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
