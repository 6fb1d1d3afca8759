import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { LEASE_MS } from '../../demo/backend/message-worker.js';
import { instantOf } from '../../demo/backend/quiet-hours.js';
import { useDatabase } from '../support/backend.js';
import { bookVisits } from '../support/booked-visits.js';
import { MailServer, type ReceivedMail } from '../support/mail-server.js';

const PROGRAM = fileURLToPath(new URL('../support/message-process.ts', import.meta.url));
const BOOKINGS = 1000;
const STOPPED = 100;
const KILLS = 4;

/** There is no event for what happens in another process, so it is asked every few milliseconds. */
async function until(what: string, question: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 60_000; !(await question());) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** How many mails came with each key. */
function copiesOf(mails: readonly ReceivedMail[]): number[] {
  const copies = new Map<string, number>();
  for (const { sendKey } of mails) copies.set(sendKey, (copies.get(sendKey) ?? 0) + 1);
  return [...copies.values()];
}

describe('several processes that send messages from one PostgreSQL database', () => {
  const test = useDatabase('postgres');
  let server: MailServer;
  let now = instantOf({ date: '2027-03-16', time: '12:00' }, 'Europe/London');
  const children = new Set<ChildProcess>();
  const sentBy = new Map<ChildProcess, number>();

  async function start(): Promise<ChildProcess> {
    const child = fork(PROGRAM, [test.url ?? '', server.url], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.add(child);
    child.once('exit', () => children.delete(child));
    await once(child, 'message');
    child.on('message', (count) => sentBy.set(child, (sentBy.get(child) ?? 0) + Number(count)));
    return child;
  }
  const tell = () => {
    for (const child of children) child.send(now);
  };
  const pending = () =>
    test.count('message', `state in ('waiting', 'claimed') and due_at <= to_timestamp(${now / 1000})`);

  before(async () => {
    server = await MailServer.start();
    await test.clear();
    // Reminders between nine and five on one day, which all are due by its evening.
    const visits = Array.from({ length: BOOKINGS }, (_, index) => ({
      date: '2027-03-29',
      time: `${String(9 + (index % 8)).padStart(2, '0')}:${index % 2 ? '30' : '00'}`,
    }));
    await bookVisits(test.database, visits, now);
  });
  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await server.close();
  });

  it(`share ${BOOKINGS} messages without sending one twice`, async () => {
    await Promise.all([start(), start()]);
    tell();
    await until('all have come', () => server.mails.length >= BOOKINGS);
    await until('all are marked', async () => (await pending()) === 0);
    assert.deepEqual(
      copiesOf(server.take()),
      Array.from({ length: BOOKINGS }, () => 1),
    );
    await until('both have told', () => [...sentBy.values()].reduce((sum, count) => sum + count, 0) === BOOKINGS);
    const shares = [...sentBy.values()];
    assert.ok(shares.length === 2 && shares.every((share) => share > BOOKINGS / 10), `shares ${shares.join(', ')}`);
  });

  it(`send each reminder, hardly one twice and none that was stopped, while they are killed ${KILLS} times`, async () => {
    const stopped = await test.database.query<{ email: string }>(
      `update client_details set reminders_stopped_at = now()
       where booking_id in (select booking_id from client_details order by booking_id limit ${STOPPED}) returning email`,
    );
    now = instantOf({ date: '2027-03-27', time: '17:00' }, 'Europe/London');
    const expected = BOOKINGS - STOPPED;
    let killed = 0;
    server.onMail = () => {
      if (server.mails.length < (killed + 1) * (expected / (KILLS + 1)) || killed === KILLS) return;
      killed += 1;
      const victim = [...children][0];
      // At no moment of its own choosing: while it reads, sends or marks.
      setTimeout(() => victim?.kill('SIGKILL'), Math.random() * 25);
      victim?.once('exit', () => {
        // What the dead one had claimed is another's once its lease is over.
        now += LEASE_MS + 1;
        void start().then(tell);
      });
    };
    tell();
    await until('most have come', () => killed === KILLS && server.mails.length >= expected - 50);
    await until('two are at work', () => children.size === 2);
    now += LEASE_MS + 1;
    tell();
    await until('all are marked', async () => (await pending()) === 0);
    for (const child of children) child.kill('SIGKILL');
    const mails = server.take();
    const copies = copiesOf(mails);
    assert.equal(copies.length, expected, 'each once at least');
    const twice = copies.filter((count) => count > 1).length;
    assert.ok(twice < expected / 100, `${twice} of ${expected} came more than once`);
    const wanted = new Set(stopped.map(({ email }) => email));
    assert.equal(wanted.size, STOPPED);
    assert.deepEqual(
      mails.filter(({ to }) => wanted.has(to[0] ?? '')),
      [],
    );
    assert.equal(await test.count('message', `state = 'dropped' and reason = 'stopped'`), STOPPED);
  });
});
