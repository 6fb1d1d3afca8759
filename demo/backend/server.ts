import { randomBytes, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { createHandler } from 'smp-widgets/server';
import { ClinicBook } from './clinic-book.js';
import { clinicDesk } from './clinic-desk.js';
import type { Database } from './database.js';
import { OutboxFolder } from './folder-transport.js';
import { loadHealthCipher, type HealthCipher } from './health-cipher.js';
import { tidy } from './housekeeping.js';
import { describeError, silentLog, type Log } from './log.js';
import { logTransport } from './log-transport.js';
import type { Mailbox, MailTransport, SmsTransport } from './mail-transport.js';
import { loadKey, signer, type Signer } from './manage-token.js';
import { messagePages } from './message-pages.js';
import { MessageWorker } from './message-worker.js';
import { migrate } from './migrate.js';
import { openDatabase, type DatabaseOptions } from './open-database.js';
import { PhotoStore } from './photo-store.js';
import { postgresAdapter, type PostgresAdapterOptions } from './postgres-adapter.js';
import { QUIET_HOURS, type QuietHours } from './quiet-hours.js';
import { TokenBuckets, type RateLimit } from './rate-limit.js';
import { applyRetention, type Retention } from './retention.js';
import { secretFile } from './secret-file.js';
import { seedIfEmpty, type Seed } from './seed.js';
import { smtpTransport } from './smtp-transport.js';
import { StaticFiles } from './static-files.js';
import { followTimeZoneLaw } from './time-zone-law.js';
import { OFFER_HOURS, offerFreeTimes, offerNow, type OfferOptions } from './waitlist-offer.js';

/** Limits for one address. */
export interface RateLimits {
  readonly reads: RateLimit;
  readonly writes: RateLimit;
}

/** Options of {@link startServer}. */
export interface ServerOptions
  extends
    DatabaseOptions,
    Omit<PostgresAdapterOptions, 'signer' | 'cipher' | 'photos' | 'reminders' | 'onSettingsMistake'> {
  /** Default 0: any that is free. */
  readonly port?: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** A database that is open already; it stays open. Then `databaseUrl` and `dataDir` open nothing. */
  readonly database?: Database;
  /** The clinic's web site, served at `/`. Default: none. */
  readonly siteDir?: string;
  /** The built SDK, served at `/sdk/`. Default: none. */
  readonly sdkDir?: string;
  /** Pages of which other origins may book. Default: none. */
  readonly origins?: readonly string[];
  /** Default: 300 reads at once and 30 a second, 60 writes at once and 2 a second. `false`: no limits. */
  readonly rateLimits?: RateLimits | false;
  /** How long one request may take, in milliseconds. Default 20,000. */
  readonly timeoutMs?: number;
  /** How long a client may take to send its headers, in milliseconds. Default 10,000. */
  readonly headersTimeoutMs?: number;
  /** Believe the last `X-Forwarded-For`, because a proxy in front writes it. Default false. */
  readonly trustProxy?: boolean;
  /** Seals what is about health: 32 bytes as base64 or hexadecimal. Default: one kept in `dataDir`, else for this run. */
  readonly healthKey?: string;
  /** Keys that earlier records are sealed with, with commas between. */
  readonly healthKeyPrevious?: string;
  /** Where photos lie, sealed. Default: `photos` in `dataDir`; without that, no photos are taken. */
  readonly photoDir?: string;
  /** Opens the clinic's desk. Default: one kept in `dataDir`; without that, there is no desk. */
  readonly clinicPassword?: string;
  /** How long consultations are kept. Default: 30 days without a booking, 365 days after one. */
  readonly retention?: Retention;
  /** Sends mails; closed with the server. Default: `smtpUrl`, else the folder `outbox` in `dataDir`; without either, none are sent. */
  readonly mail?: MailTransport;
  /** Sends text messages. Default: into the outbox folder, where mails go there too, else the log says that none went out. */
  readonly sms?: SmsTransport;
  /** A mail server: `smtps://user:password@host:465`. */
  readonly smtpUrl?: string;
  /** Whom mails are from. Default: the clinic's own name and address. */
  readonly mailFrom?: Mailbox;
  /** Where the clinic's pages are, for links in messages. Default: this server's own address. */
  readonly siteUrl?: string;
  /** Where this server is to be reached, for links in messages. Default: `siteUrl`. */
  readonly backendUrl?: string;
  /** When nobody is written to, but to answer what they do. Default: 20:00 to 08:00 on the clinic's clock. */
  readonly quietHours?: QuietHours | 'off';
  /** How long a time is kept for somebody from the waiting list, in hours. Default 12. */
  readonly offerHours?: number;
  /** How often the server looks what is to be sent, in milliseconds. Default 3000. */
  readonly sendEveryMs?: number;
  /** What an empty database is filled with. Default: the invented clinic. */
  readonly seed?: Seed;
  /** Default: nothing is written. */
  readonly log?: Log;
}

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, finishes those under way (10 seconds at most), closes the database. May be called twice. */
  close(): Promise<void>;
}

const LIMITS: RateLimits = { reads: { burst: 300, perSecond: 30 }, writes: { burst: 60, perSecond: 2 } };
const TIDY_EVERY_MS = 600_000;
const OFFER_EVERY_MS = 60_000;
const DRAIN_MS = 10_000;
const BASE_PATH = '/smp';

/** Where the password of the clinic's desk is kept in the data directory, when none is set. */
export const CLINIC_PASSWORD_FILE = 'clinic-password';

/** The time-outs keep a slow or idle client from holding a connection for ever. */
const serverOptions = (headersTimeout = 10_000) => ({
  headersTimeout,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: Math.min(2_000, headersTimeout),
  maxHeaderSize: 16_384,
});

interface Env {
  Bindings: HttpBindings;
}

/** Opens the database, brings it up to date, fills an empty one, and serves API, site and SDK. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { log = silentLog, port = 0, host = '127.0.0.1' } = options;
  const onError = (error: unknown) => log('error', 'database.connection', describeError(error));
  const database = options.database ?? (await openDatabase({ ...options, onError }));
  const closeDatabase = async () => (options.database ? undefined : database.close());
  try {
    const safe = safeOf(options);
    await prepare(database, options, log);
    const housekeep = () => housekeepQuietly(database, options, safe, log);
    await housekeep();
    const post = postOf(options);
    const secret = signer(keyOf(options));
    const { app, drain } = appOf(database, options, { ...safe, ...post, signer: secret }, log);
    const server = createAdaptorServer({
      fetch: app.fetch,
      serverOptions: serverOptions(options.headersTimeoutMs),
      // Other code in this process has to find its own `Request` and `Response` as they were.
      overrideGlobalObjects: false,
    }) as Server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, 4096, resolve);
    });
    const address = server.address() as AddressInfo;
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
    const sending = post.mail && (await startSending(database, options, { ...post, mail: post.mail }, secret, url));
    const timer = setInterval(() => void housekeep(), TIDY_EVERY_MS);
    timer.unref();
    let closing: Promise<void> | undefined;
    return {
      port: address.port,
      url,
      close() {
        closing ??= (async () => {
          clearInterval(timer);
          drain();
          await stop(server);
          await sending?.close();
          await closeDatabase();
        })();
        return closing;
      },
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

async function prepare(database: Database, options: ServerOptions, log: Log): Promise<void> {
  const scripts = await migrate(database);
  if (scripts.length > 0) log('info', 'database.migrated', { count: scripts.length });
  if (await seedIfEmpty(database, options.seed)) log('info', 'database.seeded');
  const { moved, displaced, outdated } = await followTimeZoneLaw(database);
  if (outdated) log('warn', 'time-zones.outdated');
  if (moved > 0) log('warn', 'visits.moved', { count: moved });
  if (displaced > 0) log('error', 'visits.displaced', { count: displaced });
}

/** What seals health data, and where photos lie. */
interface Safe {
  readonly cipher: HealthCipher;
  readonly photos: PhotoStore | undefined;
}

/** @throws when photos would lie where the web can see them */
function safeOf({ dataDir, photoDir, healthKey, healthKeyPrevious, siteDir, sdkDir }: ServerOptions): Safe {
  const directory = photoDir ?? (dataDir === undefined ? undefined : join(dataDir, 'photos'));
  const inside = (parent: string) => `${resolve(directory ?? '')}${sep}`.startsWith(`${resolve(parent)}${sep}`);
  if (directory !== undefined && [siteDir, sdkDir].some((served) => served !== undefined && inside(served))) {
    throw new Error(`Photos must not lie in a folder that is served: ${directory}`);
  }
  return {
    cipher: loadHealthCipher({ key: healthKey, previous: healthKeyPrevious, directory: dataDir }),
    photos: directory === undefined ? undefined : new PhotoStore(directory),
  };
}

/** What messages are sent by. */
interface Post {
  readonly mail?: MailTransport | undefined;
  /** Absent: texts reach nobody, so that nobody can ask for them. */
  readonly sms?: SmsTransport | undefined;
  /** Where they lie instead, when there is no mail server. */
  readonly folder?: OutboxFolder | undefined;
}

function postOf({ mail, sms, smtpUrl, dataDir }: ServerOptions): Post {
  if (mail) return { mail, sms };
  if (smtpUrl !== undefined) return { mail: smtpTransport({ url: smtpUrl }), sms };
  const folder = dataDir === undefined ? undefined : new OutboxFolder(join(dataDir, 'outbox'));
  return { mail: folder, sms: sms ?? folder, folder };
}

const quietOf = ({ quietHours = QUIET_HOURS }: ServerOptions): QuietHours | undefined =>
  quietHours === 'off' ? undefined : quietHours;

/** What offers are made with, at this moment. */
function offersOf(database: Database, options: ServerOptions, secret: Signer): () => Promise<OfferOptions> {
  const { now = Date.now, offerHours = OFFER_HOURS } = options;
  const book = new ClinicBook();
  // Its holds are those of the waiting list, which last longer than those of visitors.
  const adapter = postgresAdapter(database, { signer: secret, now, holdSeconds: offerHours * 3600 });
  return async () => {
    const { timeZone } = (await book.open(database)).clinic;
    return { database, adapter, timeZone, quiet: quietOf(options), now: now(), offerMs: offerHours * 3_600_000 };
  };
}

/** Sends messages and makes offers, every now and then, until closed. */
async function startSending(
  database: Database,
  options: ServerOptions,
  { mail, sms, folder }: Post & { readonly mail: MailTransport },
  secret: Signer,
  url: string,
): Promise<{ close(): Promise<void> }> {
  const { log = silentLog, now = Date.now } = options;
  const book = new ClinicBook();
  const quiet = quietOf(options);
  const siteUrl = (options.siteUrl ?? url).replace(/\/+$/, '');
  const backendUrl = (options.backendUrl ?? siteUrl).replace(/\/+$/, '');
  const texts = sms ?? logTransport(log);
  const shared = { database, book, mail, sms: texts, from: options.mailFrom, log, now, quiet, signer: secret };
  const worker = new MessageWorker({ ...shared, siteUrl, backendUrl });
  const offering = offersOf(database, options, secret);
  let looking: Promise<void> | undefined;
  const offer = async () => {
    try {
      const count = await offerFreeTimes(await offering());
      if (count > 0) log('info', 'waitlist.offered', { count });
    } catch (error) {
      log('error', 'waitlist.offer', describeError(error));
    }
  };
  const tidyUp = async () => {
    try {
      await worker.tidy();
      await folder?.tidy(now());
    } catch (error) {
      log('error', 'messages.tidy', describeError(error));
    }
  };
  await worker.start(options.sendEveryMs);
  const timers = [
    setInterval(() => void (looking ??= offer().finally(() => (looking = undefined))), OFFER_EVERY_MS),
    setInterval(() => void tidyUp(), TIDY_EVERY_MS),
  ];
  for (const timer of timers) timer.unref();
  return {
    async close() {
      for (const timer of timers) clearInterval(timer);
      await worker.close();
      await looking;
      await mail.close();
    },
  };
}

async function housekeepQuietly(database: Database, options: ServerOptions, safe: Safe, log: Log): Promise<void> {
  const { retention, now = Date.now } = options;
  await tidyQuietly(database, now(), log);
  try {
    const { broken, ...done } = await applyRetention(database, { ...safe, retention, now });
    if (broken > 0) log('error', 'consultations.unreadable', { count: broken });
    for (const [kind, count] of Object.entries(done))
      if (count > 0) log('info', 'consultations.tidied', { kind, count });
  } catch (error) {
    log('error', 'consultations.tidy', describeError(error));
  }
}

async function tidyQuietly(database: Database, now: number, log: Log): Promise<void> {
  try {
    const { operations, holds, expired, touchUps, waiting } = await tidy(database, now);
    const count = operations + holds + expired + touchUps + waiting;
    if (count > 0) log('info', 'database.tidied', { count });
  } catch (error) {
    log('error', 'database.tidy', describeError(error));
  }
}

function appOf(
  database: Database,
  options: ServerOptions,
  safe: Safe & Post & { readonly signer: Signer },
  log: Log,
): { app: Hono<Env>; drain: () => void } {
  let draining = false;
  const addressOf = (env: HttpBindings, request: Request): string => {
    const forwarded = options.trustProxy
      ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
      : undefined;
    return forwarded ?? env.incoming.socket.remoteAddress ?? '';
  };
  const { cipher, photos } = safe;
  const adapter = postgresAdapter(database, {
    ...options,
    signer: safe.signer,
    reminders: safe.mail ? (safe.sms ? ['email', 'sms'] : ['email']) : [],
    cipher,
    ...(photos && { photos }),
    onSettingsMistake: (code) => log('warn', 'clinic.settings', { code }),
  });
  const handler = createHandler(adapter, {
    basePath: BASE_PATH,
    ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
    ...(options.origins && { origins: options.origins }),
    ...(options.rateLimits !== false && { rateLimit: rateLimitBy(options.rateLimits ?? LIMITS) }),
    health: async () => {
      if (draining) throw new Error('The server is closing');
      await database.query('select 1 as well');
    },
    log: (entry) => log('info', 'request', entry),
    onError: (error, { requestId, route }) => {
      const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
      log('error', 'request.failed', { requestId, route, ...describeError(cause) });
    },
  });

  const app = new Hono<Env>();
  app.use(async (context, next) => {
    await next();
    if (draining) context.res.headers.set('Connection', 'close');
  });
  app.use(`${BASE_PATH}/*`, compress());
  app.all(`${BASE_PATH}/*`, (context) =>
    handler(context.req.raw, { address: addressOf(context.env, context.req.raw) } satisfies Platform),
  );
  const password = passwordOf(options);
  if (password !== undefined) {
    const { rateLimits = LIMITS, now } = options;
    const rateLimit = rateLimits === false ? undefined : rateLimits.reads;
    const offering = offersOf(database, options, safe.signer);
    const deskOptions = {
      database,
      cipher,
      signer: safe.signer,
      siteUrl: options.siteUrl?.replace(/\/+$/, ''),
      photos,
      outbox: safe.folder,
      offer: safe.mail && (async (id: string) => offerNow(await offering(), id)),
      textsReachNobody: !safe.sms,
      password,
      log,
      rateLimit,
      now,
    };
    const desk = clinicDesk(deskOptions, ({ env, req }) => addressOf(env as HttpBindings, req.raw));
    app.get('/clinic', (context) => context.redirect('/clinic/', 308));
    app.all('/clinic/*', (context) => desk.fetch(context.req.raw, context.env));
  }
  if (safe.mail) {
    const { rateLimits = LIMITS, now = Date.now } = options;
    const rateLimit = rateLimits === false ? undefined : rateLimits.reads;
    const siteUrl = options.siteUrl?.replace(/\/+$/, '');
    const book = new ClinicBook();
    const shared = { database, book, signer: safe.signer, cipher, photos, siteUrl, adapter, log, rateLimit, now };
    const pages = messagePages(shared, ({ env, req }) => addressOf(env as HttpBindings, req.raw));
    app.all('/messages/*', (context) => pages.fetch(context.req.raw, context.env));
  }
  const folder = (path: string, files: StaticFiles) =>
    app.on(['GET', 'HEAD'], `${path}*`, async (context, next) => {
      const found = await files.serve(context.req.raw, context.req.path.slice(path.length));
      return found ?? next();
    });
  if (options.sdkDir !== undefined) folder('/sdk/', new StaticFiles({ directory: options.sdkDir, shared: true }));
  const site = options.siteDir === undefined ? undefined : new StaticFiles({ directory: options.siteDir });
  if (site) folder('/', site);
  app.notFound(async (context) => {
    const page = await site?.serve(context.req.raw, '404.html');
    if (page && page.status === 200) return new Response(page.body, { status: 404, headers: page.headers });
    return context.text('Not found', 404);
  });
  app.onError((error, context) => {
    const requestId = randomUUID();
    log('error', 'request.failed', { requestId, route: 'static', ...describeError(error) });
    context.header('X-Request-Id', requestId);
    return context.text('Something went wrong', 500);
  });
  return { app, drain: () => (draining = true) };
}

interface Platform {
  readonly address: string;
}

function rateLimitBy({ reads, writes }: RateLimits) {
  const buckets = { reads: new TokenBuckets(reads), writes: new TokenBuckets(writes) };
  return ({ request, platform }: { request: Request; platform: unknown }) => {
    const { address } = platform as Platform;
    const kind = request.method === 'GET' || request.method === 'HEAD' ? 'reads' : 'writes';
    const retryAfterMs = buckets[kind].take(address);
    return Promise.resolve(retryAfterMs === undefined ? undefined : { retryAfterMs });
  };
}

/** Several servers on one PostgreSQL database have to share `MANAGE_TOKEN_KEY`, or none would know the others' tokens. */
function keyOf({ dataDir }: ServerOptions): Uint8Array {
  const fromEnvironment = process.env['MANAGE_TOKEN_KEY'];
  if (fromEnvironment) return Buffer.from(fromEnvironment, 'utf8');
  return dataDir === undefined ? randomBytes(32) : loadKey(dataDir);
}

/** The password of the clinic's desk: what is set, else one that is made at the first start. */
function passwordOf({ clinicPassword, dataDir }: ServerOptions): string | undefined {
  if (clinicPassword !== undefined || dataDir === undefined) return clinicPassword;
  return secretFile(dataDir, CLINIC_PASSWORD_FILE, () => randomBytes(18).toString('base64url'));
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Closing lets go of connections that are idle at that moment; those that become so later would linger.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const impatient = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(impatient);
}
