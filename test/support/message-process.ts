// A process that does nothing but send messages, as one of several servers on a database. Told of the time by its parent.
import { Buffer } from 'node:buffer';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import { silentLog } from '../../demo/backend/log.js';
import { signer } from '../../demo/backend/manage-token.js';
import { MessageWorker } from '../../demo/backend/message-worker.js';
import { openPostgres } from '../../demo/backend/postgres-database.js';
import { QUIET_HOURS } from '../../demo/backend/quiet-hours.js';
import { smtpTransport } from '../../demo/backend/smtp-transport.js';

const [, , databaseUrl = '', smtpUrl = ''] = process.argv;
let now = 0;

const worker = new MessageWorker({
  database: await openPostgres({ url: databaseUrl, connections: 5 }),
  book: new ClinicBook(),
  mail: smtpTransport({ url: smtpUrl }),
  signer: signer(Buffer.alloc(32, 1)),
  siteUrl: 'https://fadeaway.example',
  backendUrl: 'https://fadeaway.example',
  quiet: QUIET_HOURS,
  log: silentLog,
  now: () => now,
});

process.on('message', (time) => {
  now = Number(time);
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
for (;;) {
  if (now > 0) {
    const { sent } = await worker.run();
    if (sent > 0) process.send?.(sent);
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
}
