import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { soon, useDatabase } from '../support/backend.js';
import { bookVisits } from '../support/booked-visits.js';
import { MailServer } from '../support/mail-server.js';
import { ServerProcess } from '../support/server-process.js';

const BOOKINGS = 250;
/** Alone, a server with two mails under way takes longer than the three seconds after which the other looks. */
const MAIL_MS = 32;

/** There is no event for what happens in another process, so it is asked every few milliseconds. */
async function until(what: string, question: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 60_000; !(await question());) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** How many mails a server has logged as sent. */
const sentBy = ({ output }: ServerProcess): number =>
  output
    .split('\n')
    .filter((line) => line.includes('"event":"messages"'))
    .map((line) => JSON.parse(line) as { kind: string; count: number })
    .reduce((sum, { kind, count }) => (kind === 'sent' ? sum + count : sum), 0);

describe('two servers, as people start them, on one PostgreSQL database', () => {
  const test = useDatabase('postgres');
  const directory = mkdtempSync(join(tmpdir(), 'smp-two-'));
  let mails: MailServer;
  let servers: ServerProcess[] = [];

  before(async () => {
    await test.clear();
    mails = await MailServer.start();
    mails.delayMs = MAIL_MS;
    const start = (name: string) =>
      ServerProcess.start({
        DATABASE_URL: test.url ?? '',
        DATA_DIR: join(directory, name),
        MANAGE_TOKEN_KEY: 'the key that both of them have to share',
        HEALTH_KEY: Buffer.alloc(32, 'health key of the tests').toString('base64'),
        CLINIC_PASSWORD: 'correct horse: battery',
        SMTP_URL: mails.url,
        SITE_URL: 'https://fadeaway.example',
        QUIET_HOURS: 'off',
      });
    servers = await Promise.all([start('one'), start('other')]);
  });
  after(async () => {
    await Promise.all(servers.map((server) => server.end('SIGKILL').catch(() => undefined)));
    await mails.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it(`share ${BOOKINGS} mails, send each once, and know each other’s links`, async () => {
    const visits = Array.from({ length: BOOKINGS }, () => ({ date: soon(20), time: '10:00' }));
    await bookVisits(test.database, visits, Date.now());
    await until('all are marked', async () => (await test.count('message', `state = 'sent'`)) === BOOKINGS);
    const received = mails.take();
    assert.equal(received.length, BOOKINGS);
    assert.equal(new Set(received.map(({ sendKey }) => sendKey)).size, BOOKINGS);
    assert.equal(new Set(received.map(({ to }) => to[0])).size, BOOKINGS);
    await until('both have told', () => servers.reduce((sum, server) => sum + sentBy(server), 0) >= BOOKINGS);
    const shares = servers.map(sentBy);
    assert.equal(
      shares.reduce((sum, share) => sum + share, 0),
      BOOKINGS,
    );
    assert.ok(
      shares.every((share) => share > BOOKINGS / 20),
      `shares ${shares.join(', ')}`,
    );
    const token = decodeURIComponent(/manage\.html#t=([\w.%-]+)/.exec(received[0]?.text ?? '')?.[1] ?? '');
    for (const { url } of servers) {
      const answer = await fetch(`${url}/smp/v1/manage`, { headers: { authorization: `Bearer ${token}` } });
      assert.equal(answer.status, 200, url);
    }
    const ends = await Promise.all(servers.splice(0).map((server) => server.end('SIGTERM')));
    assert.deepEqual(ends, [0, 0]);
  });
});
