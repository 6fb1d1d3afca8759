// A process that does nothing but send messages, as one of several servers on a database. Its parent tells it the time,
// and now and then at which moment of its work it dies.
import { Buffer } from 'node:buffer';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import type { Database, Queries, Row } from '../../demo/backend/database.js';
import { silentLog } from '../../demo/backend/log.js';
import { signer } from '../../demo/backend/manage-token.js';
import { followWallClocks } from '../../demo/backend/message-record.js';
import { MessageWorker } from '../../demo/backend/message-worker.js';
import { postgresAdapter } from '../../demo/backend/postgres-adapter.js';
import { openPostgres } from '../../demo/backend/postgres-database.js';
import { instantOf, QUIET_HOURS } from '../../demo/backend/quiet-hours.js';
import { smtpTransport } from '../../demo/backend/smtp-transport.js';
import { offerFreeTimes } from '../../demo/backend/waitlist-offer.js';
import type { Doom, Order, ProcessOptions } from './message-processes.js';

const { databaseUrl, smtpUrl, siteUrl, sabotage } = JSON.parse(process.argv[2] ?? '{}') as ProcessOptions;
const secret = signer(Buffer.alloc(32, 1));
let now = 0;
let doom: Doom | undefined;

/** A moment of the work at which a process may have been told to die. */
function pass(moment: Doom['moment']): void {
  if (doom?.moment !== moment) return;
  doom = { moment, after: doom.after - 1 };
  if (doom.after < 0) process.kill(process.pid, 'SIGKILL');
}

/** The same statements, but for what a control has broken in them. */
const watched = (queries: Queries): Queries => ({
  async query<Result extends Row>(sql: string, parameters?: readonly unknown[]) {
    const isClaim = sql.includes(`set state = 'claimed'`);
    if (isClaim) pass('before the claim');
    const text = sabotage.reduce((broken, [from, to]) => broken.replaceAll(from, to), sql);
    const rows = await queries.query<Result>(text, parameters);
    if (isClaim && rows.length > 0) pass('between claim and send');
    if (sql.includes('insert into message')) pass('amid planning');
    if (sql.includes('update message set state = $3')) pass('after the mark');
    return rows;
  },
});

const opened = await openPostgres({ url: databaseUrl, connections: 4 });
const database: Database = {
  ...watched(opened),
  kind: opened.kind,
  transaction: (work) => opened.transaction((transaction) => work(watched(transaction))),
  script: (sql) => opened.script(sql),
  close: () => opened.close(),
};
const smtp = smtpTransport({ url: smtpUrl });
const worker = new MessageWorker({
  database,
  book: new ClinicBook(),
  mail: {
    async send(mail) {
      await smtp.send(mail);
      pass('between send and mark');
    },
    close: () => smtp.close(),
  },
  signer: secret,
  siteUrl,
  backendUrl: siteUrl,
  quiet: QUIET_HOURS,
  log: silentLog,
  now: () => now,
});

const offer = () =>
  offerFreeTimes({
    database,
    adapter: postgresAdapter(database, { signer: secret, holdSeconds: 12 * 3600, now: () => now }),
    timeZone: 'Europe/London',
    quiet: undefined,
    now,
    offerMs: 12 * 3_600_000,
  });

process.on('message', (order: Order) => {
  now = order.now;
  doom = order.doom ?? doom;
  const work = order.offers ? offer() : worker.run().then(({ sent }) => sent);
  void work.then((count) => process.send?.(count));
});
process.on('disconnect', () => process.exit());
// As a server does before it starts to send.
await followWallClocks(database, instantOf);
process.send?.('ready');
