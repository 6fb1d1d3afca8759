import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { after, before, describe, it } from 'node:test';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import { silentLog } from '../../demo/backend/log.js';
import { signer } from '../../demo/backend/manage-token.js';
import { messagePages } from '../../demo/backend/message-pages.js';
import { seededRandom } from '../scheduling/support/random.js';
import { adapterOver, confirmWaits, operationId, testCipher, useDatabase, visitor } from '../support/backend.js';
import { MailServer, type ReceivedMail } from '../support/mail-server.js';
import { liveThrough, type Life } from '../support/message-life.js';
import { MessageProcesses } from '../support/message-processes.js';
import { checkReminders, type Findings } from '../support/reminder-check.js';

/** `SEED=7` lives another life. */
const SEED = Number(process.env['SEED'] ?? 1);
const SITE = 'https://fadeaway.example';
const BOOKINGS = 1000;
const KILLS = 14;
const WAITING = 20;

describe('two processes that send messages for ten weeks from one PostgreSQL database', () => {
  const test = useDatabase('postgres');
  const clock = { now: 0 };
  let server: MailServer;

  before(async () => {
    server = await MailServer.start(() => clock.now);
  });
  after(() => server.close());

  /** A life of so many bookings, and what is wrong with the mails that came of it. */
  async function live(
    bookings: number,
    kills: number,
    sabotage: readonly (readonly [string, string])[] = [],
  ): Promise<Life & { mails: ReceivedMail[]; findings: Findings; processes: MessageProcesses }> {
    await test.clear();
    server.take();
    clock.now = 0;
    const pages = messagePages(
      {
        ...{ database: test.database, book: new ClinicBook(), signer: signer(Buffer.alloc(32, 1)), log: silentLog },
        ...{ adapter: adapterOver(test.database), cipher: testCipher, now: () => clock.now },
      },
      () => '192.0.2.1',
    );
    const ask = async (url: string, body?: string) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await pages.request(url, body === undefined ? {} : { method: 'POST', body, headers });
      assert.equal(answer.status, 200);
      return answer.text();
    };
    const processes = new MessageProcesses({
      ...{ databaseUrl: test.url ?? '', smtpUrl: server.url, siteUrl: SITE, sabotage },
    });
    try {
      await processes.start(2);
      const life = await liveThrough({
        ...{ database: test.database, server, processes, clock, bookings, kills, random: seededRandom(SEED) },
        async stop(url, way) {
          if (way === 'one click') return void (await ask(url, 'List-Unsubscribe=One-Click'));
          assert.match(await ask(url), /<form method="post">/);
          await ask(url, '');
        },
      });
      const mails = server.take();
      return { ...life, mails, processes, findings: checkReminders(life.bookings, life.touchUps, mails, life.end) };
    } finally {
      await processes.close();
    }
  }

  it(`send each reminder of ${BOOKINGS} bookings in time, hardly one twice, none in vain, though killed ${KILLS} times`, async () => {
    const { findings, mails, bookings, touchUps, deaths, processes } = await live(BOOKINGS, KILLS);
    const { expected, doubled, ...others } = findings;
    const none = { missing: [], afterStop: [], afterCancellation: [], stale: [], astray: [], unknown: [] };
    assert.deepEqual(others, none, `SEED=${SEED}`);
    assert.ok(doubled.length < expected / 100, `${doubled.length} of ${expected} came more than once`);
    // It was a life in which all of this could have gone wrong.
    const some = (what: string, count: number, least: number) => assert.ok(count >= least, `${count} ${what}`);
    some('mails', mails.length, BOOKINGS * 2.5);
    some('bookings moved', bookings.filter(({ agreed }) => agreed.length > 1).length, BOOKINGS / 20);
    some('bookings cancelled', bookings.filter(({ cancelledAt }) => cancelledAt).length, BOOKINGS / 20);
    some('bookings stopped', bookings.filter(({ stoppedAt }) => stoppedAt).length, BOOKINGS / 20);
    some('touch-ups stopped', touchUps.filter(({ stoppedAt }) => stoppedAt).length, 3);
    assert.deepEqual(
      Object.values(deaths),
      Array.from({ length: 7 }, () => KILLS / 7),
    );
    some('deaths', processes.deaths, KILLS - 1);
    assert.ok(processes.deaths <= KILLS, 'none has died of itself');
    const shares = [...processes.shares.values()].sort((one, other) => other - one);
    some('mails by the second of them', shares[1] ?? 0, 50);
  });

  it('are found to have done all of this wrong where what guards against it is taken away', async () => {
    const { findings, bookings, touchUps, mails, end } = await live(60, 2, [
      // What was sent is forgotten the first time; what the dead had claimed is nobody's.
      [
        'set state = $3, reason',
        `set state = case when attempts = 1 and $3 = 'sent' then 'waiting' else $3 end, reason`,
      ],
      [`state in ('waiting', 'claimed') and try_at`, `state = 'waiting' and try_at`],
      ['details.reminders_stopped_at is not null as stopped', 'false as stopped'],
      ['booking.id::text as id, status', `booking.id::text as id, 'confirmed' as status`],
      // A clock that is never put forward.
      [
        'as local_time, time_zone',
        `as local_time, case time_zone when 'America/New_York' then 'Etc/GMT+5' else time_zone end as time_zone`,
      ],
    ]);
    assert.ok(findings.doubled.length > findings.expected / 2, 'sent twice');
    for (const kind of ['missing', 'afterStop', 'afterCancellation', 'astray'] as const) {
      assert.notDeepEqual(findings[kind], [], kind);
    }
    // Reminders are written from the booking as it stands, which no guard keeps; so it is said to have been another.
    const reminded = mails.filter(({ text }) => text.includes('Your appointment is coming up.')).at(-1);
    const booking = bookings.find(({ email }) => email === reminded?.to[0]);
    booking?.agreed.push({ since: (reminded?.at ?? 0) - 3_600_000, date: '2027-05-01', time: '10:00' });
    assert.notDeepEqual(checkReminders(bookings, touchUps, mails, end).stale, []);
  });

  it(`make one offer to each of ${WAITING} who wait, though they look at the same time`, async () => {
    await test.clear();
    server.take();
    clock.now = Date.now();
    const adapter = adapterOver(test.database);
    for (let index = 0; index < WAITING; index += 1) {
      const contact = { name: 'Wanda Waiting', email: `waiting.${index}@example.com` };
      const wish = { service: 'consultation', ...visitor(), contact };
      await adapter.joinWaitlist?.(wish, { operationId: operationId() });
    }
    await confirmWaits(test);
    const processes = new MessageProcesses({
      ...{ databaseUrl: test.url ?? '', smtpUrl: server.url, siteUrl: SITE, sabotage: [] },
    });
    try {
      await processes.start(2);
      const made = await processes.run({ now: clock.now, offers: true });
      assert.equal(made.length, 2);
      assert.equal(
        made.reduce((sum, count) => sum + count, 0),
        WAITING,
        made.join(' and '),
      );
      assert.equal(await test.count('waitlist_offer'), WAITING);
      assert.equal(await test.count('booking', `status = 'held'`), WAITING);
    } finally {
      await processes.close();
    }
  });
});
