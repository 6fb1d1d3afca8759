import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, beforeEach, describe, it } from 'node:test';
import { wallTime } from 'smp-widgets/server';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import { silentLog } from '../../demo/backend/log.js';
import { stopReminders } from '../../demo/backend/message-stop.js';
import { readMessageToken } from '../../demo/backend/message-token.js';
import { MessageWorker } from '../../demo/backend/message-worker.js';
import { QUIET_HOURS } from '../../demo/backend/quiet-hours.js';
import { testSigner, useDatabase } from '../support/backend.js';

const ZONE = 'Europe/London';

describe('reminders of touch-ups', () => {
  const test = useDatabase('pglite');
  let now = 0;
  const sent: { channel: string; at: string; stop: string; said: string }[] = [];
  const note = (channel: string, stop: string, said: string) => {
    const { date, time } = wallTime(ZONE, now);
    sent.push({ channel, at: `${date} ${time}`, stop, said });
  };
  const run = (at: string) => {
    now = Date.parse(at);
    return new MessageWorker({
      database: test.database,
      book: new ClinicBook(),
      mail: {
        send: async ({ stopUrl = '', subject, text }) => note('mail', stopUrl, `${subject}\n${text}`),
        close: async () => {},
      },
      sms: { send: async ({ text }) => note('sms', '', text) },
      signer: testSigner,
      siteUrl: 'https://fadeaway.example',
      backendUrl: 'https://fadeaway.example',
      quiet: QUIET_HOURS,
      log: silentLog,
      now: () => now,
    }).run();
  };
  const sign = async (channels: string[], signedAt: string) => {
    const id = randomUUID();
    await test.database.query(
      `insert into touch_up (id, name, email, phone, channels, locale, check_on, review_on, refresh_on, time_zone, version)
       values ($1, 'Ann Sample', 'ann@example.com', '020 7946 0999', $2::text[], 'en', '2027-02-20', '2028-01-10',
         '2029-07-10', '${ZONE}', 1)`,
      [id, channels],
    );
    await test.database.query(
      `insert into outbox (kind, ref, created_at) values ('touch-up.signed', $1, $2::timestamptz)`,
      [id, signedAt],
    );
    return id;
  };

  before(() =>
    // What messages read of the table; where a migration has made it, nothing is made here.
    test.database.script(`create table if not exists touch_up (id uuid primary key, name text, email text, phone text,
      channels text[] not null, locale text, check_on date, review_on date, refresh_on date, time_zone text not null,
      stopped_at timestamptz, version integer not null default 1)`),
  );
  beforeEach(async () => {
    await test.clear();
    await test.database.script('truncate touch_up cascade');
    sent.length = 0;
  });

  it('come on their dates in the morning, by the channels that were asked for', async () => {
    await sign(['email', 'sms'], '2027-01-10T22:00:00Z');
    await run('2027-01-10T22:00:00Z');
    for (const date of ['2027-02-20', '2028-01-10', '2029-07-10']) {
      await run(`${date}T08:30:00Z`);
      await run(`${date}T10:00:00Z`);
    }
    assert.deepEqual(sent.map(({ channel, at }) => `${at} ${channel}`).sort(), [
      '2027-01-10 22:00 mail',
      '2027-02-20 10:00 mail',
      '2027-02-20 10:00 sms',
      '2028-01-10 10:00 mail',
      '2028-01-10 10:00 sms',
      // By 10:00 UTC it is 11:00 in a London summer.
      '2029-07-10 11:00 mail',
      '2029-07-10 11:00 sms',
    ]);
    for (const { said, channel } of sent.slice(1)) {
      assert.match(
        said,
        /https:\/\/fadeaway\.example\/messages\/stop\?m=t\./,
        'an invitation says how to make it stop',
      );
      if (channel === 'sms') assert.match(said, /^Fadeaway Studio: the reminder that you asked for\./);
    }
  });

  it('end when they are stopped', async () => {
    await sign(['email'], '2027-01-10T12:00:00Z');
    await run('2027-01-10T12:00:00Z');
    const token = new URL(sent[0]?.stop ?? '').searchParams.get('m') ?? '';
    const grant = readMessageToken(testSigner, 'stop', token);
    assert.ok(grant);
    await run('2027-02-20T10:00:00Z');
    assert.equal(sent.length, 2, 'the control: until then they come');
    assert.ok(await stopReminders(test.database, grant, now));
    await run('2028-01-10T10:00:00Z');
    await run('2029-07-10T10:00:00Z');
    assert.equal(sent.length, 2);
  });
});
