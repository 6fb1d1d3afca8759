import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it, mock } from 'node:test';
import ICAL from 'ical.js';
import { wallTime, type TouchUpChannel } from 'smp-widgets/server';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import { decideRequest } from '../../demo/backend/desk-decision.js';
import { renewLinks } from '../../demo/backend/desk-links.js';
import { jsonLog } from '../../demo/backend/log.js';
import { MessageFailure, type OutgoingText } from '../../demo/backend/mail-transport.js';
import { confirmAttendance } from '../../demo/backend/message-attend.js';
import { planEvents } from '../../demo/backend/message-planner.js';
import { claimMessages, countLetter, followWallClocks } from '../../demo/backend/message-record.js';
import { stopReminders } from '../../demo/backend/message-stop.js';
import { readMessageToken } from '../../demo/backend/message-token.js';
import { LEASE_MS, MessageWorker, type WorkerOptions } from '../../demo/backend/message-worker.js';
import { instantOf, QUIET_HOURS } from '../../demo/backend/quiet-hours.js';
import { failureOf, smtpTransport } from '../../demo/backend/smtp-transport.js';
import { adapterOver, ENGINES, mailedTokenOf, tally, testSigner, useDatabase } from '../support/backend.js';
import { bookVisits, cancelVisit, moveVisit } from '../support/booked-visits.js';
import { consultationDraft } from '../support/consultation-drafts.js';
import { PWNED, hostileTexts } from '../support/hostile-texts.js';
import { MailServer, type ReceivedMail } from '../support/mail-server.js';

const ZONE = 'Europe/London';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SITE = 'https://fadeaway.example';
const at = (date: string, time: string): number => instantOf({ date, time }, ZONE);

for (const engine of ENGINES) {
  describe(`messages on ${engine}`, () => {
    const test = useDatabase(engine);
    let now = 0;
    let server: MailServer;
    let worker: MessageWorker;
    const texts: OutgoingText[] = [];
    const lines: string[] = [];

    const workerWith = (options: Partial<WorkerOptions> = {}) =>
      new MessageWorker({
        database: test.database,
        book: new ClinicBook(),
        mail: smtpTransport({ url: server.url }),
        sms: { send: async (text) => void texts.push(text) },
        signer: testSigner,
        siteUrl: SITE,
        backendUrl: SITE,
        quiet: QUIET_HOURS,
        log: jsonLog((line) => lines.push(line)),
        now: () => now,
        ...options,
      });

    /** Lets time pass until then, and the worker look whenever something is due. */
    async function passUntil(until: number): Promise<void> {
      await worker.run();
      for (;;) {
        const [next] = await test.database.query<{ at: number | null }>(
          `select (extract(epoch from min(try_at)) * 1000)::float8 as at from message where state = 'waiting'`,
        );
        if (next?.at === null || next === undefined || next.at > until) break;
        // What is due and was not sent waits for a pause to be over.
        now = next.at > now ? next.at : now + MINUTE;
        await worker.run();
      }
      now = until;
    }

    /** Makes bookings the sessions of one course. */
    const inOneCourse = (ids: readonly string[]) =>
      test.database.query(
        `with made as (
           insert into course (id, offer_id, reference, gap_min_days, gap_default_days, gap_max_days)
           values (gen_random_uuid(), 'offer', 'SMP-' || left($1::text, 8), 7, 10, 30) returning id)
         update booking set course_id = made.id from made where booking.id = any ($2::uuid[])`,
        [ids[0], [...ids]],
      );
    const states = async () =>
      tally(
        (
          await test.database.query<{ state: string }>(
            `select state || coalesce(' ' || reason, '') as state from message`,
          )
        ).map(({ state }) => state),
      );
    const wallOf = (mail: ReceivedMail): string => {
      const { date, time } = wallTime(ZONE, mail.at);
      return `${date} ${time}`;
    };
    const linkIn = (text: string, page: string): string =>
      text
        .split('\n')
        .find((line) => line.includes(page))
        ?.replace(/^.*?(https:)/, '$1') ?? '';

    before(async () => {
      server = await MailServer.start(() => now);
    });
    after(() => server.close());
    beforeEach(async () => {
      await test.clear();
      now = at('2027-03-10', '12:00');
      server.judge = () => undefined;
      server.judgeSender = () => undefined;
      server.take();
      texts.length = 0;
      lines.length = 0;
      worker = workerWith();
    });
    afterEach(() => worker.close());

    it('tells of a booking at once, with a calendar file and links, and nothing of what it is for', async () => {
      const [id = ''] = await bookVisits(
        test.database,
        [{ date: '2027-03-30', time: '14:30', service: 'treatment', name: 'Ann Sample', email: 'ann@example.com' }],
        now,
      );
      await worker.run();
      const [mail, ...more] = server.take();
      assert.ok(mail && more.length === 0);
      assert.deepEqual(mail.to, ['ann@example.com']);
      assert.equal(mail.headers.get('from'), 'Fadeaway Studio <hello@fadeaway.example>');
      assert.match(mail.subject, /^Fadeaway Studio: your appointment on Tue,? 30 Mar 2027, 14:30$/);
      for (const body of [mail.text, mail.html]) {
        assert.match(body, /Hello Ann Sample/);
        assert.match(body, /Tuesday,? 30 March 2027 at 14:30/);
        assert.match(body, /https:\/\/fadeaway\.example\/preparation\.html#date=2027-03-30/);
        const token = /manage\.html#t=([\w.%-]+)/.exec(body)?.[1] ?? '';
        const grant = testSigner.readManageToken(decodeURIComponent(token), now);
        assert.ok(typeof grant === 'object' && grant.bookingId === id);
        assert.doesNotMatch(body, /treatment|touch|scalp|hair|tattoo|session/i);
      }
      assert.doesNotMatch(mail.html, /<img|<script|<link|url\(|@import/i);
      assert.equal(mail.headers.get('message-id'), `<${mail.sendKey}@fadeaway.example>`);
      assert.equal(mail.headers.get('list-unsubscribe'), undefined, 'there is nothing to stop in an answer');
      const calendar = new ICAL.Component(ICAL.parse(mail.calendar ?? '') as unknown[]);
      const event = calendar.getFirstSubcomponent('vevent');
      assert.equal(event?.getFirstPropertyValue('uid'), `${id}@fadeaway`);
      assert.equal(event?.getFirstPropertyValue('sequence'), 0);
      assert.equal(String(event?.getFirstPropertyValue('dtstart')), '2027-03-30T13:30:00Z');
      await worker.run();
      assert.deepEqual(server.take(), []);
    });

    it('reminds at the time that the wall shows, across a change of the clocks, and never at night', async () => {
      const days = ['2027-03-28', '2027-04-04', '2027-11-02'];
      const times = ['07:15', '14:30', '19:30', '23:59', '00:30'];
      const visits = days.flatMap((date) => times.map((time) => ({ date, time, service: 'touch-up' })));
      const ids = await bookVisits(test.database, visits, now);
      // Clocks go forward on 28 March and back on 31 October.
      await passUntil(at('2027-12-30', '12:00'));
      const mails = server.take();
      const answers = mails.splice(0, visits.length);
      assert.ok(answers.every((mail) => wallOf(mail) === '2027-03-10 12:00'));
      const plus = (date: string, count: number) => new Date(Date.parse(date) + count * DAY).toISOString().slice(0, 10);
      const morning = (date: string, time: string) =>
        time >= '20:00' ? `${plus(date, 1)} 08:00` : time < '08:00' ? `${date} 08:00` : `${date} ${time}`;
      const evenings: Record<string, string> = { '19:30': 'next', '23:59': 'next' };
      const expected = visits.map(({ date, time }) =>
        [
          `${plus(date, -7)} 10:00`,
          morning(plus(date, -2), time),
          evenings[time] === 'next' ? `${plus(date, 1)} 08:00` : `${date} 18:00`,
          ...[4, 8, 30].map((count) => `${plus(date, count)} 10:00`),
        ].sort(),
      );
      const found = ids.map((id) =>
        mails
          .filter(({ to }) => to[0] === `${id}@example.com`)
          .map(wallOf)
          .sort(),
      );
      assert.deepEqual(found, expected);
      assert.ok(mails.every((mail) => wallOf(mail).slice(11) >= '08:00' && wallOf(mail).slice(11) < '20:00'));
    });

    it('moves what waits when a country changes its law, before and at the moment of sending', async () => {
      await bookVisits(test.database, [{ date: '2027-04-10', time: '14:00' }], now);
      await worker.run();
      server.take();
      // Another process, with other time-zone data, worked it out an hour too early.
      assert.equal(await followWallClocks(test.database, (moment, zone) => instantOf(moment, zone) - HOUR), 1);
      now = at('2027-04-08', '13:00');
      await worker.run();
      assert.deepEqual(server.take(), [], 'it is not due by this one');
      await passUntil(at('2027-04-09', '12:00'));
      assert.deepEqual(server.take().map(wallOf), ['2027-04-08 14:00']);
      // The control: what was worked out right is left alone.
      await bookVisits(test.database, [{ date: '2027-05-10', time: '14:00' }], now);
      await worker.run();
      assert.equal(await followWallClocks(test.database, instantOf), 0);
    });

    it('follows a booking that is moved and one that is cancelled', async () => {
      const [moved = '', gone = ''] = await bookVisits(
        test.database,
        [
          { date: '2027-04-10', time: '14:00', service: 'touch-up' },
          { date: '2027-04-10', time: '15:00', service: 'touch-up' },
        ],
        now,
      );
      await passUntil(at('2027-04-04', '12:00'));
      server.take();
      await moveVisit(test.database, moved, '2027-04-20', '09:00', now);
      await cancelVisit(test.database, gone, now);
      await passUntil(at('2027-06-30', '12:00'));
      const to = (id: string) => server.mails.filter((mail) => mail.to[0] === `${id}@example.com`);
      assert.deepEqual(to(moved).map(wallOf), [
        '2027-04-04 12:00',
        '2027-04-13 10:00',
        '2027-04-18 09:00',
        '2027-04-20 18:00',
        '2027-04-24 10:00',
        '2027-04-28 10:00',
        '2027-05-20 10:00',
      ]);
      assert.match(to(moved)[0]?.calendar ?? '', /SEQUENCE:1[^]*DTSTART:20270420T080000Z/);
      assert.deepEqual(to(gone).map(wallOf), ['2027-04-04 12:00']);
      assert.match(to(gone)[0]?.calendar ?? '', /SEQUENCE:1[^]*STATUS:CANCELLED/);
      assert.doesNotMatch(to(gone)[0]?.text ?? '', /manage\.html/);
    });

    it('sends nothing more to who was erased, nor aftercare when the next session has come', async () => {
      const [erased = ''] = await bookVisits(
        test.database,
        [
          { date: '2027-04-10', time: '14:00', service: 'touch-up' },
          { date: '2027-04-10', time: '14:00', service: 'treatment', email: 'course@example.com' },
          { date: '2027-04-17', time: '14:00', service: 'treatment', email: 'Course@example.com' },
        ],
        now,
      );
      await passUntil(at('2027-04-11', '12:00'));
      server.take();
      await test.database.query('delete from client_details where booking_id = $1', [erased]);
      await passUntil(at('2027-06-30', '12:00'));
      assert.deepEqual(
        server.take().map((mail) => `${mail.to[0]} ${wallOf(mail)}`),
        [
          'course@example.com 2027-04-14 10:00',
          'Course@example.com 2027-04-15 14:00',
          'Course@example.com 2027-04-17 18:00',
          'Course@example.com 2027-04-21 10:00',
          'Course@example.com 2027-04-25 10:00',
          'Course@example.com 2027-05-17 10:00',
        ],
      );
      const left = await states();
      assert.equal(left['dropped erased'], 3);
      assert.equal(left['dropped next-session'], 2);
    });

    it('tells of all sessions of a course in one letter, and reminds of each', async () => {
      const person = { time: '10:00', service: 'treatment', email: 'course@example.com' };
      const ids = await bookVisits(
        test.database,
        ['2027-04-10', '2027-04-20', '2027-04-30'].map((date) => ({ ...person, date })),
        now,
      );
      await inOneCourse(ids);
      await worker.run();
      const [mail, ...more] = server.take();
      assert.ok(mail && more.length === 0);
      assert.match(mail.subject, /^Fadeaway Studio: your 3 appointments from Sat,? 10 Apr 2027, 10:00$/);
      assert.match(mail.text, /10 April 2027 at 10:00\r?\n.*20 April 2027 at 10:00\r?\n.*30 April 2027 at 10:00/);
      assert.equal(mail.calendar?.match(/BEGIN:VEVENT/g)?.length, 3);
      await moveVisit(test.database, ids[1] ?? '', '2027-04-21', '10:00', now);
      await cancelVisit(test.database, ids[2] ?? '', now);
      await worker.run();
      const [first, second, ...others] = server.take().sort((a, b) => a.subject.length - b.subject.length);
      assert.ok(first && second && others.length === 0);
      assert.match(first.subject, /your appointments have changed$/);
      assert.match(first.text, /21 April 2027 at 10:00\r?\n/);
      assert.doesNotMatch(first.text, /20 April|30 April/);
      assert.match(second.subject, /30 Apr 2027, 10:00 is cancelled$/);
    });

    it('gives the course’s one reference in all that it writes of its sessions', async () => {
      const person = { time: '10:00', service: 'treatment', email: 'course@example.com' };
      const ids = await bookVisits(
        test.database,
        ['2027-04-10', '2027-04-20', '2027-05-30'].map((date) => ({ ...person, date })),
        now,
      );
      const references = (text: string) => text.match(/SMP-\w+/g);
      const own = (await test.database.query<{ reference: string }>('select reference from booking')).map(
        ({ reference }) => reference,
      );
      await inOneCourse(ids);
      const course = `SMP-${ids[0]?.slice(0, 8)}`;
      await worker.run();
      const [booked] = server.take();
      assert.deepEqual(references(booked?.text ?? ''), [course]);
      assert.deepEqual(references(booked?.calendar ?? '')?.sort(), own.sort(), 'an entry has its session’s');
      await cancelVisit(test.database, ids[2] ?? '', now);
      await worker.run();
      const [cancelled] = server.take();
      assert.deepEqual(references(cancelled?.text ?? ''), [course]);
      await passUntil(at('2027-04-04', '12:00'));
      const [reminder] = server.take();
      assert.match(reminder?.text ?? '', /in a week/);
      assert.deepEqual(references(reminder?.text ?? ''), [course]);
      // What was booked apart has its own.
      await bookVisits(test.database, [{ ...person, date: '2027-06-20' }], now);
      await worker.run();
      const [single] = server.take();
      const [stored] = await test.database.query<{ reference: string }>(
        `select reference from booking where course_id is null`,
      );
      assert.deepEqual(references(single?.text ?? ''), [stored?.reference]);
    });

    it('names the place of each session of a course where they are at several', async () => {
      const person = { time: '10:00', service: 'treatment', email: 'course@example.com' };
      for (const locale of ['en', 'ar']) {
        const dates = ['2027-04-10', '2027-04-20', '2027-04-30'];
        const ids = await bookVisits(
          test.database,
          dates.map((date) => ({ ...person, date, locale })),
          now,
        );
        await inOneCourse(ids);
        await test.database.query(`update booking set location_id = 'northgate' where id = $1`, [ids[1]]);
        await worker.run();
        const [mail] = server.take();
        const lines = (mail?.text ?? '').split(/\r?\n/);
        const places = lines.flatMap((line, index) =>
          /Example Wharf|Fiction Lane/.test(line) ? [{ line, index }] : [],
        );
        assert.equal(places.length, 3, mail?.text);
        for (const [at, { line, index }] of places.entries()) {
          assert.match(line, at === 1 ? /Fiction Lane/ : /Example Wharf/);
          assert.equal(line.startsWith('\u2068'), locale === 'ar', 'an address keeps its direction');
          assert.match(lines[index - 1] ?? '', /2027/, 'below its date');
        }
        await test.clear();
      }
    });

    describe('of a course', () => {
      const person = { time: '10:00', service: 'treatment', email: 'course@example.com' };
      const course = async (...dates: string[]) => {
        const ids = await bookVisits(
          test.database,
          dates.map((date) => ({ ...person, date })),
          now,
        );
        await inOneCourse(ids);
        return ids;
      };
      /** As their owner does it, by the link in the mail. */
      const cancelTogether = async (...bookingIds: string[]) => {
        const adapter = adapterOver(test.database, { now: () => now });
        const [bookingId = ''] = bookingIds;
        const token = testSigner.manageToken({ bookingId, version: 1, expiresAt: now + DAY });
        const { version = 0 } = (await adapter.getBooking?.(token)) ?? {};
        await adapter.cancel?.({ token, version, bookingIds }, { operationId: randomUUID() });
        await test.database.query(
          'update outbox set created_at = to_timestamp($1::float8) where delivered_at is null',
          [now / 1000],
        );
      };

      it('that are cancelled together are told of in one letter, without those that were cancelled before', async () => {
        const [first = '', ...rest] = await course('2027-04-10', '2027-04-20', '2027-04-30');
        await worker.run();
        server.take();
        await cancelTogether(first);
        await worker.run();
        const [one, ...others] = server.take();
        assert.ok(one && others.length === 0);
        assert.match(one.subject, /^Fadeaway Studio: Sat,? 10 Apr 2027, 10:00 is cancelled$/);
        assert.match(one.text, /This appointment is cancelled:/);
        await cancelTogether(...rest);
        await worker.run();
        const [mail, ...more] = server.take();
        assert.ok(mail && more.length === 0);
        assert.match(mail.subject, /^Fadeaway Studio: 2 appointments from Tue,? 20 Apr 2027, 10:00 are cancelled$/);
        assert.match(
          mail.text,
          /These appointments are cancelled:\s+Tue.*20 April 2027 at 10:00\r?\n.*30 April 2027 at 10:00/,
        );
        assert.doesNotMatch(mail.text, /10 April/);
        assert.equal(mail.calendar?.match(/STATUS:CANCELLED/g)?.length, 2);
        await passUntil(at('2027-06-30', '12:00'));
        assert.deepEqual(server.take(), [], 'nothing follows');
      });

      it('are told of in one letter also where their events are planned for apart', async () => {
        const planning = { now, quiet: QUIET_HOURS, timeZone: ZONE };
        const letters = (kind: string) => test.count('message', `kind = '${kind}'`);
        const other = { date: '2027-04-12', time: '10:00' };
        const crowd = (count: number) =>
          bookVisits(
            test.database,
            Array.from({ length: count }, () => other),
            now,
          );
        // A batch is fifty: the course has its first two events in one, its last in the next.
        await crowd(48);
        const ids = await course('2027-04-10', '2027-04-20', '2027-04-30');
        assert.deepEqual(
          [(await planEvents(test.database, planning)).count, (await planEvents(test.database, planning)).count],
          [50, 1],
        );
        assert.equal(await letters('booking.confirmed'), 48 + 1);
        await worker.run();
        server.take();
        const gone = await crowd(49);
        for (const id of gone) await cancelVisit(test.database, id, now);
        await test.database.query(`delete from outbox where kind <> 'booking.cancelled'`);
        await cancelTogether(...ids);
        // Two servers plan at the same time.
        const planned = await Promise.all([planEvents(test.database, planning), planEvents(test.database, planning)]);
        assert.deepEqual(planned.map(({ count }) => count).sort(), [2, 50]);
        assert.equal(await letters('booking.cancelled'), 49 + 1);
        await worker.run();
        const told = server.take().filter(({ to }) => to[0] === person.email);
        assert.equal(told.length, 1);
        assert.match(told[0]?.subject ?? '', /3 appointments from .* are cancelled$/);
      });

      it('has one new link for all sessions when the clinic takes the earlier ones back, each time that it does', async () => {
        const ids = await course('2027-03-20', '2027-03-30', '2027-04-10');
        await cancelTogether(ids[1] ?? '');
        await worker.run();
        server.take();
        const adapter = adapterOver(test.database, { now: () => now });
        const opens = async (token: string) =>
          adapter.getBooking?.(token).then(
            (managed) => managed.sessions.length,
            (error: unknown) => (error as { code: string }).code,
          );
        let known = testSigner.manageToken({ bookingId: ids[0] ?? '', version: 1, expiresAt: now + 90 * DAY });
        for (const round of [1, 2]) {
          assert.equal(await opens(known), 3);
          assert.equal(await renewLinks(test.database, ids[0] ?? '', now), 3);
          assert.equal(await opens(known), 'unauthorized');
          await worker.run();
          const [mail, ...more] = server.take();
          assert.ok(mail && more.length === 0, `one letter, round ${round}`);
          assert.equal(mail.subject, 'Fadeaway Studio: a new link to your appointments');
          assert.match(mail.text, /links in earlier emails no longer work/);
          assert.match(mail.text, /20 March 2027 at 10:00\r?\n.*10 April 2027 at 10:00/);
          assert.doesNotMatch(mail.text, /30 March/);
          known = decodeURIComponent(/manage\.html#t=([\w.%-]+)/.exec(mail.text)?.[1] ?? '');
        }
        assert.equal(await opens(known), 3);
        // Those of earlier reminders too, and those of the next ones are good again.
        const grant = { about: 'booking', ref: ids[0] ?? '', tokenVersion: 2 } as const;
        assert.equal(await stopReminders(test.database, { ...grant, purpose: 'stop' }, now), undefined);
        assert.equal(
          await confirmAttendance(test.database, { ...grant, purpose: 'attend', version: 1 }, now),
          undefined,
        );
        await passUntil(at('2027-03-19', '12:00'));
        const reminder = server.take().find(({ text }) => text.includes('/messages/attend'));
        const fresh = (page: 'stop' | 'attend') =>
          readMessageToken(
            testSigner,
            page,
            new URL(linkIn(reminder?.text ?? '', `/messages/${page}`).trim()).searchParams.get('m') ?? '',
          ) ?? assert.fail(page);
        assert.equal((await confirmAttendance(test.database, fresh('attend'), now))?.state, 'confirmed');
        assert.ok(await stopReminders(test.database, fresh('stop'), now));
      });

      it('are told of while others stand, though one was cancelled before the letter went out', async () => {
        const ids = await course('2027-04-10', '2027-04-20', '2027-04-30');
        await planEvents(test.database, { now, quiet: QUIET_HOURS, timeZone: ZONE });
        const [first] = await test.database.query<{ ref: string }>(
          `select ref::text as ref from message where kind = 'booking.confirmed'`,
        );
        await cancelTogether(first?.ref ?? '');
        await worker.run();
        const subjects = server.take().map(({ subject }) => subject.replace(/ (?:from|Sat|Tue|Fri).*? 10:00/, ''));
        assert.deepEqual(subjects.sort(), ['Fadeaway Studio: is cancelled', 'Fadeaway Studio: your 2 appointments']);
        await cancelTogether(...ids.filter((id) => id !== first?.ref));
        await worker.run();
        assert.equal(server.take().length, 1);
      });

      it('are told of anew whenever one of those that stand is moved, whatever has happened to the others', async () => {
        const ids = await course('2027-04-10', '2027-04-20', '2027-04-30');
        await worker.run();
        server.take();
        const subjects: string[] = [];
        const lastMoved = [...ids].sort().at(-1) ?? '';
        const dropped = [...ids].sort().at(1) ?? '';
        await moveVisit(test.database, dropped, '2027-05-10', '10:00', now);
        await worker.run();
        await cancelTogether(dropped);
        await worker.run();
        await moveVisit(test.database, lastMoved, '2027-05-20', '10:00', now);
        await worker.run();
        for (const { subject } of server.take()) subjects.push(subject.replace(/^.*?: /, ''));
        assert.equal(subjects.filter((one) => one === 'your appointments have changed').length, 2, subjects.join('\n'));
      });
    });

    it('links to preparation and aftercare with the dates of all sessions of the course that stand', async () => {
      const person = { time: '10:00', service: 'treatment', email: 'course@example.com' };
      const dates = ['2027-04-20', '2027-03-30', '2027-04-30', '2027-04-10'];
      const ids = await bookVisits(
        test.database,
        dates.map((date) => ({ ...person, date })),
        now,
      );
      await inOneCourse(ids);
      const pages = (mails: readonly ReceivedMail[]) =>
        mails.flatMap(({ text, html }) =>
          [text, html].map((body) => /(?:preparation|aftercare)\.html#date=([\d,-]+)/.exec(body)?.[1]),
        );
      await worker.run();
      assert.deepEqual(new Set(pages(server.take())), new Set(['2027-03-30,2027-04-10,2027-04-20,2027-04-30']));
      await cancelVisit(test.database, ids[3] ?? '', now);
      await worker.run();
      server.take();
      await passUntil(at('2027-04-04', '12:00'));
      const mails = server.take();
      assert.deepEqual(mails.map(wallOf), [
        '2027-03-23 10:00',
        '2027-03-28 10:00',
        '2027-03-30 18:00',
        '2027-04-03 10:00',
      ]);
      assert.deepEqual(new Set(pages(mails)), new Set(['2027-03-30,2027-04-20,2027-04-30']));
      // Somebody else's, and what was booked apart, is not among them.
      await bookVisits(test.database, [{ ...person, date: '2027-05-20' }], now);
      await worker.run();
      assert.deepEqual(new Set(pages(server.take())), new Set(['2027-05-20']));
    });

    it('acknowledges a request, and reminds of it only once it is confirmed', async () => {
      const visit = { date: '2027-03-30', time: '14:30', status: 'requested' } as const;
      const [, confirmed = ''] = await bookVisits(test.database, [visit, visit], now);
      await worker.run();
      assert.ok(server.take().every(({ subject }) => subject.startsWith('Fadeaway Studio: your request for ')));
      await test.database.query(`update booking set status = 'confirmed' where id = $1`, [confirmed]);
      await passUntil(at('2027-04-30', '12:00'));
      assert.deepEqual(
        server.take().map(({ to }) => to[0]),
        [`${confirmed}@example.com`],
      );
    });

    it('says nothing of a request that waits once it is confirmed', async () => {
      server.judge = () => 451;
      const [id = ''] = await bookVisits(
        test.database,
        [{ date: '2027-03-30', time: '14:30', status: 'requested' }],
        now,
      );
      await worker.run();
      server.judge = () => undefined;
      now += 10_000;
      await decideRequest(test.database, id, { decision: 'confirm', version: 1 }, now);
      await worker.run();
      now += HOUR;
      await worker.run();
      assert.deepEqual(
        server.take().map(({ subject }) => subject.replace(/ on .*/, '')),
        ['Fadeaway Studio: your appointment'],
      );
      assert.equal((await states())['dropped overtaken'], 1);
      // Planned only once all of it has happened.
      const [late = ''] = await bookVisits(
        test.database,
        [{ date: '2027-03-31', time: '14:30', status: 'requested' }],
        now,
      );
      await decideRequest(test.database, late, { decision: 'confirm', version: 1 }, now);
      await worker.run();
      assert.equal(server.take().length, 1);
    });

    it('promises no appointment where a request is moved, or its links are new', async () => {
      const [id = ''] = await bookVisits(
        test.database,
        [{ date: '2027-03-30', time: '14:30', status: 'requested' }],
        now,
      );
      await worker.run();
      server.take();
      await moveVisit(test.database, id, '2027-04-02', '10:00', now);
      await worker.run();
      const [moved] = server.take();
      assert.match(moved?.subject ?? '', /your request for Fri,? 2 Apr 2027, 10:00$/);
      assert.match(moved?.text ?? '', /The time is kept for you; it is an appointment once we have confirmed it/);
      assert.match(moved?.calendar ?? '', /SEQUENCE:1[^]*STATUS:TENTATIVE/);
      await renewLinks(test.database, id, now);
      await worker.run();
      const [renewed] = server.take();
      assert.match(renewed?.text ?? '', /The links in earlier emails no longer work[^]*once we have confirmed it/);
      await decideRequest(test.database, id, { decision: 'confirm', version: 2 }, now);
      await renewLinks(test.database, id, now);
      await worker.run();
      for (const { text } of server.take()) assert.doesNotMatch(text, /once we have confirmed/);
    });

    it('fills nobody’s mailbox with bookings that others make and cancel in their name', async () => {
      const visit = { date: '2027-03-30', time: '14:30' };
      const victim = { ...visit, email: 'victim@example.com' };
      for (let round = 0; round < 15; round += 1) {
        const [id = ''] = await bookVisits(test.database, [{ ...victim, email: 'Victim@example.com' }], now);
        await worker.run();
        await cancelVisit(test.database, id, now);
        await worker.run();
        now += MINUTE;
      }
      assert.equal(server.take().length, 20);
      assert.equal((await states())['dropped too-many'], 10, 'of which the desk tells');
      const ids = await bookVisits(test.database, [victim, visit], now);
      await worker.run();
      assert.deepEqual(
        server.take().map(({ to }) => to[0]),
        [`${ids[1]}@example.com`],
        'others get theirs',
      );
      now += DAY;
      await bookVisits(test.database, [victim], now);
      await worker.run();
      assert.equal(server.take().length, 1, 'the next day');
    });

    it('tells what the clinic decides on a request, and reminds of what it has confirmed', async () => {
      const visit = { date: '2027-03-30', time: '14:30', status: 'requested' } as const;
      const course = { ...visit, email: 'course@example.com' };
      const other = { ...visit, email: 'other@example.com' };
      const ids = await bookVisits(test.database, [course, { ...course, date: '2027-04-10' }, other], now);
      const [yes = '', later = '', no = ''] = ids;
      await inOneCourse([yes, later]);
      await worker.run();
      server.take();
      now += HOUR;
      const confirmed = await decideRequest(test.database, later, { decision: 'confirm', version: 1 }, now);
      assert.deepEqual(confirmed, { count: 2 }, 'all that was asked for together');
      const declined = await decideRequest(test.database, no, { decision: 'decline', version: 1 }, now);
      assert.deepEqual(declined, { count: 1 });
      await worker.run();
      const told = server.take();
      assert.equal(told.length, 2);
      const about = (email: string) => told.find(({ to }) => to[0] === email);
      assert.match(about(course.email)?.subject ?? '', /your 2 appointments from Tue,? 30 Mar 2027, 14:30$/);
      assert.match(about(other.email)?.text ?? '', /can’t confirm.*no longer kept/s);
      await passUntil(at('2027-05-30', '12:00'));
      const reminded = new Set(server.take().map(({ to }) => to[0]));
      assert.deepEqual(reminded, new Set([course.email]));
    });

    it('drops a reminder whose moment has passed by more than a day, and not one that is later by less', async () => {
      await bookVisits(
        test.database,
        [
          { date: '2027-04-10', time: '14:00' },
          { date: '2027-04-10', time: '19:00' },
        ],
        now,
      );
      await worker.run();
      server.take();
      now = at('2027-04-09', '15:00');
      await worker.run();
      assert.equal(server.take().length, 1);
      assert.deepEqual(await states(), { sent: 3, 'dropped late': 1 });
      // An answer that is days late is none either.
      await bookVisits(test.database, [{ date: '2027-05-10', time: '14:00' }], now - 2 * DAY);
      await worker.run();
      assert.deepEqual(server.take(), []);
    });

    it('tries again what a server puts off, later each time, and gives up what it refuses', async () => {
      const visits = ['ok', 'later', 'never'].map((name) => ({
        date: '2027-03-11',
        time: '14:00',
        email: `${name}@example.com`,
      }));
      await bookVisits(test.database, visits, now);
      let tries = 0;
      server.judge = (address) => {
        if (address.startsWith('never')) return 550;
        return address.startsWith('later') && (tries += 1) < 4 ? 450 : undefined;
      };
      const start = now;
      await worker.run();
      assert.deepEqual(await states(), { sent: 1, 'waiting smtp-450': 1, 'dead smtp-550': 1 });
      await passUntil(start + HOUR);
      assert.deepEqual(
        server.take().map((mail) => [mail.to[0], (mail.at - start) / MINUTE]),
        [
          ['ok@example.com', 0],
          ['later@example.com', 1 + 2 + 4],
        ],
      );
      assert.deepEqual(await states(), { sent: 2, 'dead smtp-550': 1 });
      assert.doesNotMatch(lines.join(''), /example\.com|No such luck/);
    });

    it('keeps everything for a server that can’t be reached, and does not wear it out', async () => {
      await bookVisits(
        test.database,
        Array.from({ length: 30 }, () => ({ date: '2027-03-11', time: '14:00' })),
        now,
      );
      let asked = 0;
      server.judge = () => ((asked += 1), 'hang-up' as const);
      await worker.run();
      assert.ok(asked > 0 && asked <= 2, `asked ${asked} times`);
      server.judge = () => undefined;
      await passUntil(now + HOUR);
      assert.equal(server.take().length, 30);
    });

    it('sends within minutes of a server’s return, however long that was away, and then bears with being put off', async () => {
      await bookVisits(test.database, [{ date: '2027-04-11', time: '14:00' }], now);
      const start = now;
      server.judge = () => 'hang-up';
      await passUntil(start + 10 * HOUR);
      // As servers do with who is new to them.
      let asked = 0;
      server.judge = () => ((asked += 1) > 1 ? undefined : 450);
      await passUntil(start + 11 * HOUR);
      const [mail] = server.take();
      assert.ok(mail, 'it was not given up');
      assert.ok(mail.at - start <= 10 * HOUR + 20 * MINUTE, `${(mail.at - start) / MINUTE} minutes`);
    });

    it('hands a letter a dozen times at most to a server that takes it and does not say so in time', async () => {
      await bookVisits(test.database, [{ date: '2027-04-11', time: '14:00' }], now);
      await worker.close();
      worker = workerWith({ mail: smtpTransport({ url: server.url, timeoutMs: 150 }) });
      server.delayMs = 1_000;
      try {
        await passUntil(now + 26 * HOUR);
      } finally {
        server.delayMs = 0;
      }
      const { length } = server.take();
      assert.ok(length >= 8 && length <= 12, `${length} times`);
      assert.equal(await test.count('message', `kind = 'booking.confirmed' and state = 'dead'`), 1);
    });

    it('sends again with the same key when it is not known whether it went out, after a lease', async () => {
      await bookVisits(test.database, [{ date: '2027-03-11', time: '14:00' }], now);
      await worker.run();
      const [first] = server.take();
      // The process died between sending and marking.
      await test.database.query(
        `update message set state = 'claimed', done_at = null, try_at = to_timestamp($1::float8)`,
        [(now + LEASE_MS) / 1000],
      );
      now += LEASE_MS - 1000;
      await worker.run();
      assert.equal(server.mails.length, 0, 'another may still be at it');
      now += 1000;
      await worker.run();
      const [second] = server.take();
      assert.ok(first && second);
      assert.equal(second.sendKey, first.sendKey);
      assert.equal(second.headers.get('message-id'), first.headers.get('message-id'));
    });

    it('sends a dozen times at most what each process dies over', async () => {
      await bookVisits(test.database, [{ date: '2027-04-11', time: '14:00' }], now);
      for (let times = 0; times < 20; times += 1) {
        await worker.run();
        now += LEASE_MS;
        await test.database.query(
          `update message set state = 'claimed', done_at = null, claim = gen_random_uuid(), try_at = to_timestamp($1::float8)
           where state = 'sent'`,
          [now / 1000],
        );
      }
      assert.equal(server.take().length, 12);
      assert.equal(
        await test.count('message', `kind = 'booking.confirmed' and state = 'dead' and reason = 'unsure'`),
        1,
      );
    });

    it('plans by when somebody booked, however much later that is', async () => {
      await bookVisits(test.database, [{ date: '2027-03-13', time: '08:00' }], now);
      // 20 hours before the reminder is due; by then no server has looked.
      now = at('2027-03-11', '06:00');
      await passUntil(at('2027-03-13', '12:00'));
      assert.deepEqual(server.take().map(wallOf), ['2027-03-11 06:00', '2027-03-11 08:00']);
    });

    it('writes to an address three times a day about consultations, whoever sends them and whatever becomes of them', async () => {
      const adapter = adapterOver(test.database, { now: () => now });
      const submit = async (email: string) => {
        const sent = await adapter.submitConsultation?.(consultationDraft({ email }), { operationId: randomUUID() });
        await test.database.query(
          'update outbox set created_at = to_timestamp($1::float8) where delivered_at is null',
          [now / 1000],
        );
        return sent ?? assert.fail();
      };
      const letters = async () => {
        await worker.run();
        return server.take().map(({ to }) => to[0]);
      };
      for (let times = 0; times < 2; times += 1) await submit('Ann@example.com');
      assert.equal((await letters()).length, 2);
      // Also not by sending, having it told of and taking it back again.
      for (let times = 0; times < 3; times += 1) {
        const { consultationId, consultationToken } = await submit('ANN@example.com');
        await worker.run();
        await adapter.eraseConsultation?.({ consultationId, consultationToken }, { operationId: randomUUID() });
      }
      await submit('ben@example.com');
      assert.deepEqual((await letters()).sort(), ['ANN@example.com', 'ben@example.com'], 'one more, and the control');
      assert.equal(await test.count('outbox', 'delivered_at is null'), 0);
      now += DAY;
      await submit('ann@example.com');
      assert.deepEqual(await letters(), ['ann@example.com'], 'the next day');
      now += DAY;
      await worker.tidy();
      assert.equal(await test.count('letter_counted'), 0, 'of nobody is anything left');
    });

    it('counts letters about consultations one after another, however many plan at once', async () => {
      const adapter = adapterOver(test.database, { now: () => now });
      for (let times = 0; times < 12; times += 1) {
        await adapter.submitConsultation?.(consultationDraft({ email: 'ann@example.com' }), {
          operationId: randomUUID(),
        });
      }
      const events = await test.database.query<{ ref: string }>('select ref::text as ref from outbox');
      const counted = await Promise.all(
        events.map(({ ref }) => test.database.transaction((transaction) => countLetter(transaction, ref, now))),
      );
      assert.deepEqual(tally(counted.map(String)), { true: 3, false: 9 });
    });

    it('follows a session up that was booked on the same day', async () => {
      await bookVisits(test.database, [{ date: '2027-03-10', time: '14:00', service: 'treatment' }], now);
      await passUntil(at('2027-03-12', '12:00'));
      assert.deepEqual(server.take().map(wallOf), ['2027-03-10 12:00', '2027-03-10 18:00']);
    });

    it('tells of all else when something can’t be planned for, and of that once it can', async () => {
      const [broken = ''] = await bookVisits(test.database, [{ date: '2027-03-11', time: '14:00' }], now);
      const zone = (name: string) =>
        test.database.query('update booking set time_zone = $2 where id = $1', [broken, name]);
      await zone('Elsewhere/Town');
      await bookVisits(
        test.database,
        Array.from({ length: 3 }, () => ({ date: '2027-03-11', time: '14:00' })),
        now,
      );
      await worker.run();
      await worker.run();
      assert.equal(server.take().length, 3);
      assert.equal(lines.filter((line) => line.includes('messages.plan')).length, 1, 'tried once a minute');
      await zone(ZONE);
      now += MINUTE;
      await worker.run();
      assert.equal(server.take().length, 1);
      assert.equal(await test.count('outbox', 'delivered_at is null'), 0);
    });

    it('does not send again what the database could not be told of at once', async () => {
      let refuses = 2;
      const query: typeof test.database.query = (sql, parameters) =>
        parameters?.[2] === 'sent' && (refuses -= 1) >= 0
          ? Promise.reject(new Error('Connection terminated'))
          : test.database.query(sql, parameters);
      await worker.close();
      worker = workerWith({
        database: {
          ...test.database,
          kind: test.database.kind,
          query,
          transaction: (work) => test.database.transaction(work),
        },
      });
      await bookVisits(test.database, [{ date: '2027-03-11', time: '14:00' }], now);
      await passUntil(now + HOUR);
      assert.equal(server.take().length, 1);
      assert.deepEqual(await states(), { sent: 1 });
      assert.ok(refuses < 0);
    });

    it('gives nothing up for what a server has against us', async () => {
      await bookVisits(test.database, [{ date: '2027-03-11', time: '14:00' }], now);
      server.judgeSender = () => 550;
      await worker.run();
      assert.deepEqual(await states(), { 'waiting smtp-550': 1 });
      server.judgeSender = () => undefined;
      server.judge = () => 530;
      await passUntil(now + 2 * MINUTE);
      assert.deepEqual(await states(), { 'waiting smtp-530': 1 });
      server.judge = () => undefined;
      await passUntil(now + HOUR);
      assert.equal(server.take().length, 1);
    });

    it('drops what waits for a date that a visit no longer has, also where nobody has planned for the new one', async () => {
      const [id = ''] = await bookVisits(test.database, [{ date: '2027-03-30', time: '14:00' }], now);
      await worker.run();
      server.take();
      await moveVisit(test.database, id, '2027-03-13', '14:00', now);
      await test.database.query('update outbox set delivered_at = now() where delivered_at is null');
      await passUntil(at('2027-04-10', '12:00'));
      assert.deepEqual(server.take(), []);
      assert.deepEqual(await states(), { sent: 1, 'dropped late': 1 });
    });

    it('gives a message to one worker, and to another only when there is no lease', async () => {
      await bookVisits(test.database, [{ date: '2027-03-11', time: '14:00' }], now);
      await planEvents(test.database, { now, quiet: QUIET_HOURS, timeZone: ZONE });
      const claims = async (leaseMs: number) => {
        const claim = () => claimMessages(test.database, { channel: 'mail', now, leaseMs, limit: 10 });
        const [first, second] = [await claim(), await claim()];
        return [first.length, second.length];
      };
      assert.deepEqual(await claims(0), [1, 1], 'the control: without a lease both have it');
      assert.deepEqual(await claims(LEASE_MS), [1, 0]);
    });

    it('stays one mail to one person, whatever a name holds', async () => {
      const names = [
        ...hostileTexts.map((text) => text.replaceAll(/[\0\p{Cs}]/gu, '').slice(0, 120) || 'x'),
        'A\r\nBcc: evil@example.net\r\n\r\nHello',
        'A\nSubject: other',
        'A, evil@example.net',
        '"A" <evil@example.net>,',
        '=?utf-8?q?A=0D=0ABcc:_evil@example.net?=',
        'Win a prize at https://evil.example.net',
      ];
      const emails = ['a,evil@example.net', 'group:evil@example.net;', '(x)a@example.com', "o'neil+1@example.com"];
      const visits = [
        ...names.map((name) => ({ date: '2027-03-11', time: '14:00', name })),
        ...emails.map((email) => ({ date: '2027-03-11', time: '14:00', email })),
      ];
      await bookVisits(test.database, visits, now);
      await worker.run();
      const mails = server.take();
      assert.deepEqual(await states(), { sent: names.length + 1, 'dead address': 3 });
      assert.equal(mails.length, names.length + 1);
      for (const mail of mails) {
        assert.equal(mail.to.length, 1);
        assert.ok(!mail.to.includes('evil@example.net'));
        const allowed = [
          'x-send-key content-language auto-submitted from to subject message-id date mime-version content-type'.split(
            ' ',
          ),
        ].flat();
        assert.deepEqual(
          [...mail.headers.keys()].filter((name) => !allowed.includes(name)),
          [],
        );
        assert.match(mail.subject, /^Fadeaway Studio: your appointment on /);
        assert.doesNotMatch(
          mail.html,
          new RegExp(`<(script|img|svg|iframe|a href="(?!https://fadeaway))|${PWNED}\\(\\)"`),
        );
        assert.doesNotMatch(mail.text, /Hello [^,\n]*(https?:|www)/, 'nobody advertises through the clinic');
      }
    });

    it('stops reminders of a person when asked to, and keeps telling of what happens to the booking', async () => {
      const person = { service: 'touch-up', email: 'Ann@example.com' };
      const [first = ''] = await bookVisits(
        test.database,
        [
          { ...person, date: '2027-04-10', time: '14:00' },
          { ...person, date: '2027-05-10', time: '14:00', email: 'ann@example.com' },
          { ...person, date: '2027-04-10', time: '14:00', email: 'other@example.com' },
        ],
        now,
      );
      await passUntil(at('2027-04-03', '11:00'));
      const mail = server
        .take()
        .find(({ to, headers }) => to[0] === 'Ann@example.com' && headers.has('list-unsubscribe'));
      assert.ok(mail);
      const url = /^<(https:.*)>$/.exec(mail.headers.get('list-unsubscribe') ?? '')?.[1] ?? '';
      assert.equal(mail.headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
      assert.equal(linkIn(mail.text, '/messages/stop'), url);
      const token = new URL(url).searchParams.get('m') ?? '';
      const grant = readMessageToken(testSigner, 'stop', token);
      assert.deepEqual(grant, { purpose: 'stop', about: 'booking', ref: first, tokenVersion: 1 });
      for (const forged of [
        token.slice(0, -1),
        token.replace('b.', 't.'),
        `${token}.`,
        '',
        'b..',
        token.toUpperCase(),
      ]) {
        assert.equal(readMessageToken(testSigner, 'stop', forged), undefined, forged);
      }
      assert.equal(readMessageToken(testSigner, 'offer', token), undefined);

      assert.ok(await stopReminders(test.database, grant ?? assert.fail(), now));
      await moveVisit(test.database, first, '2027-04-12', '14:00', now);
      await bookVisits(test.database, [{ ...person, date: '2027-06-10', time: '14:00', service: 'consultation' }], now);
      await passUntil(at('2027-07-30', '12:00'));
      const ann = server.take().filter(({ to }) => to[0]?.toLowerCase() === 'ann@example.com');
      assert.deepEqual(ann.map(wallOf), ['2027-04-03 11:00', '2027-04-03 11:00', '2027-06-08 14:00']);
    });

    it('asks with the reminder whether they are coming, by a link for each session of a course and in their language', async () => {
      const person = { time: '14:00', email: 'course@example.com', locale: 'de' };
      const ids = await bookVisits(
        test.database,
        ['2027-03-20', '2027-03-30'].map((date) => ({ ...person, date })),
        now,
      );
      await inOneCourse(ids);
      await moveVisit(test.database, ids[1] ?? '', '2027-03-31', '14:00', now);
      await worker.run();
      for (const { text } of server.take()) assert.doesNotMatch(text, /messages\/attend/, 'only a reminder asks');
      await passUntil(at('2027-04-20', '12:00'));
      const mails = server.take();
      assert.deepEqual(mails.map(wallOf), ['2027-03-18 14:00', '2027-03-29 14:00']);
      const grants = mails.map(({ text, html }) => {
        const url = linkIn(text, '/messages/attend').trim();
        assert.match(text, new RegExp(`Ich komme:\\s+${url.replaceAll(/[.?]/g, '\\$&')}\\s`));
        assert.ok(html.includes(`<a href="${url}">Ich komme</a>`));
        assert.match(text, /manage\.html/);
        return readMessageToken(testSigner, 'attend', new URL(url).searchParams.get('m') ?? '');
      });
      const shared = { purpose: 'attend', about: 'booking', tokenVersion: 1 };
      assert.deepEqual(grants, [
        { ...shared, ref: ids[0], version: 1 },
        { ...shared, ref: ids[1], version: 2 },
      ]);
    });

    it('sends a text message to who agreed to it, with clinic, time and link', async () => {
      const visit = { date: '2027-04-10', time: '14:00', service: 'touch-up', phone: '020 7946 0999' };
      await bookVisits(
        test.database,
        // Who wants news has not agreed to be texted about appointments, nor the other way round.
        [{ ...visit, texts: true, email: 'text@example.com' }, visit, { ...visit, texts: 'news' }],
        now,
      );
      await passUntil(at('2027-04-09', '12:00'));
      assert.equal(texts.length, 1);
      assert.match(
        texts[0]?.text ?? '',
        /^Fadeaway Studio: your appointment is on Sat,? 10 Apr 2027, 14:00\. To see or change it: https:\/\/fadeaway\.example\/manage\.html#t=\S+ I am coming: https:\/\/fadeaway\.example\/messages\/attend\?m=b\.\S+ No more texts: https:\/\/fadeaway\.example\/messages\/consents\?m=p\.\S+$/,
      );
      assert.doesNotMatch(lines.join(''), /Fadeaway|0999|manage/);
      // Without a service for texts there is nothing to do, and nothing to worry about.
      await worker.close();
      worker = workerWith({ sms: undefined });
      await bookVisits(test.database, [{ ...visit, date: '2027-05-10', texts: true }], now);
      await passUntil(at('2027-05-09', '12:00'));
      assert.equal((await states())['dropped no-sms'], 1);
    });

    describe('when the service for texts', () => {
      /** Two reminders by text that are due, and later mails. */
      const textsAndMails = async () => {
        const texted = { date: '2027-04-10', time: '14:00', phone: '020 7946 0999', texts: true };
        await bookVisits(test.database, [texted, texted], now);
        await worker.run();
        server.take();
        now = at('2027-04-08', '14:00');
      };
      const bookLater = () => bookVisits(test.database, [{ date: '2027-05-10', time: '14:00' }], now);

      it(
        'hangs, sends mails at their time all the same, also those that come to be due meanwhile',
        { timeout: 120_000 },
        async () => {
          let release = () => {};
          const released = new Promise<void>((resolve) => (release = resolve));
          await worker.close();
          worker = workerWith({ sms: { send: () => released } });
          await textsAndMails();
          const came = (count: number) =>
            new Promise<void>((resolve) => {
              server.onMail = () => server.mails.length >= count && resolve();
            });
          const reminders = came(2);
          await worker.start(20);
          await reminders;
          await bookLater();
          now += MINUTE;
          const answer = came(3);
          await answer;
          server.onMail = () => {};
          assert.deepEqual(server.take().map(wallOf), ['2027-04-08 14:00', '2027-04-08 14:00', '2027-04-08 14:01']);
          release();
          await worker.close();
          await workerWith().run();
          assert.deepEqual(await states(), { sent: 7, waiting: 1 });
        },
      );

      it('hangs, gives up on it before the lease is over, and tries again', { timeout: 120_000 }, async () => {
        let hangs = true;
        let sends = 0;
        let begun = () => {};
        const hanging = new Promise<void>((resolve) => (begun = resolve));
        await worker.close();
        worker = workerWith({
          // Without timers, which are not the system's here.
          mail: { send: async () => {}, close: async () => {} },
          sms: {
            send: () => {
              // Both are under way, each with its own patience.
              if ((sends += 1) === 2) begun();
              return hangs ? new Promise(() => {}) : Promise.resolve();
            },
          },
        });
        await textsAndMails();
        mock.timers.enable({ apis: ['setTimeout'] });
        try {
          const run = worker.run();
          await hanging;
          mock.timers.tick(LEASE_MS / 2);
          await run;
        } finally {
          mock.timers.reset();
        }
        assert.equal((await states())['waiting too-slow'], 2);
        assert.equal(await test.count('message', `reason = 'too-slow' and attempts = 1`), 2, 'they may have gone out');
        hangs = false;
        await passUntil(now + 5 * MINUTE);
        assert.deepEqual(await states(), { sent: 6 });
      });

      it('can not be reached, sends mails at their time, and texts once it can', async () => {
        let tries = 0;
        let isThere = false;
        await worker.close();
        worker = workerWith({
          sms: {
            send: async () => {
              tries += 1;
              if (!isThere) throw new MessageFailure('unreachable', 'ECONNREFUSED');
            },
          },
        });
        await textsAndMails();
        await worker.run();
        assert.equal(server.take().length, 2);
        assert.equal(tries, 2, 'it is not worn out');
        await bookLater();
        await worker.run();
        assert.equal(server.take().length, 1, 'in the pause of the other');
        isThere = true;
        await passUntil(now + 5 * MINUTE);
        assert.deepEqual(await states(), { sent: 7, waiting: 1 });
      });

      it('is there, and the mail server is not: texts go out at their time', async () => {
        await textsAndMails();
        server.judge = () => 'hang-up';
        await worker.run();
        assert.equal(texts.length, 2);
      });
    });

    describe('of touch-ups', () => {
      const sign = (channels: TouchUpChannel[]) => {
        const consents = channels.map((channel) => ({
          purpose: `touch-up-${channel}` as const,
          granted: true,
          version: '1',
          at: '2027-03-10T12:00:00Z',
          wording: `You may remind me by ${channel}.`,
        }));
        const dates = { check: '2027-05-20', review: '2028-03-10', refresh: '2029-09-10' };
        const contact = { name: 'Ann Sample', email: 'ann@example.com', phone: '020 7946 0999' };
        const wish = { lastSession: '2027-03-08', contact, channels, consents, dates, locale: 'en' };
        const adapter = adapterOver(test.database, { now: () => now });
        return adapter.signUpForTouchUps?.(wish, { operationId: randomUUID() });
      };

      it('come on their dates in the morning, by the channels that were asked for', async () => {
        await sign(['email', 'sms']);
        await passUntil(at('2030-01-01', '12:00'));
        const mails = server.take();
        const dates = ['2027-05-20 10:00', '2028-03-10 10:00', '2029-09-10 10:00'];
        assert.deepEqual(mails.map(wallOf), ['2027-03-10 12:00', ...dates]);
        for (const { subject } of mails.slice(1)) assert.equal(subject, 'A reminder from Fadeaway Studio');
        assert.equal(texts.length, 3);
        for (const { text } of [...mails, ...texts]) {
          assert.match(text, /Stop reminders: https:\/\/fadeaway\.example\/messages\/stop\?m=t\./);
        }
        for (const { text } of mails) assert.match(text, /https:\/\/fadeaway\.example\/reminders\.html#r=\S{50}/);
        for (const { text } of mails.slice(1)) assert.match(text, /https:\/\/fadeaway\.example\/touch-up\.html#book/);
        assert.match(texts[0]?.text ?? '', /^Fadeaway Studio: the reminder that you asked for\. https:/);
      });

      it('are confirmed by text message to who wants no mails', async () => {
        await sign(['sms']);
        await worker.run();
        assert.deepEqual(server.take(), []);
        assert.match(texts[0]?.text ?? '', /^Fadeaway Studio: we will remind you, as you asked\. .*reminders\.html#r=/);
      });

      it('go by the dates as they stand, once each, however often somebody signs up', async () => {
        const day = 24 * HOUR;
        for (let time = 0; time < 3; time += 1) await sign(['email']);
        await passUntil(now + day / 2);
        assert.equal(server.take().length, 1, 'nobody’s mailbox is filled by others');
        await passUntil(now + day);
        await sign(['email']);
        await passUntil(now + 1);
        assert.equal(server.take().length, 1, 'who has lost the link gets it again the next day');
        const token = await mailedTokenOf(test.database)('ann@example.com');
        const adapter = adapterOver(test.database, { now: () => now });
        const plan = await adapter.getTouchUps?.(token);
        assert.ok(plan);
        const dates = { ...plan.dates, check: '2027-06-01' };
        await adapter.updateTouchUps?.({ token, version: plan.version, dates }, { operationId: randomUUID() });
        await passUntil(at('2030-01-01', '12:00'));
        assert.deepEqual(server.take().map(wallOf), ['2027-06-01 10:00', '2028-03-10 10:00', '2029-09-10 10:00']);
      });

      it('end with those of visits, and those of visits with them: the page says that there are no more', async () => {
        const visit = { date: '2027-05-30', time: '14:30', email: 'Ann@example.com', phone: '(020) 7946-0999' };
        const other = { ...visit, phone: '020 7946 0111' };
        const book = async () => {
          await test.clear();
          return bookVisits(test.database, [visit, other], now);
        };
        const left = async () => {
          texts.length = 0;
          server.take();
          await passUntil(at('2030-01-01', '12:00'));
          now = at('2027-03-10', '12:00');
          return server.take().length + texts.length;
        };
        const stop = async (about: 'booking' | 'touch-up', ref = '') => {
          await worker.run();
          assert.ok(await stopReminders(test.database, { purpose: 'stop', about, ref, tokenVersion: 1 }, now));
        };
        const plan = async () =>
          (await test.database.query<{ id: string }>('select id::text as id from touch_up'))[0]?.id ?? '';
        await book();
        await sign(['email']);
        await worker.run();
        assert.equal(await left(), 5, 'the control');
        const [id] = await book();
        await sign(['email']);
        await stop('booking', id);
        assert.equal(await left(), 0);
        await book();
        await sign(['email']);
        await stop('touch-up', await plan());
        assert.equal(await left(), 0);
        // Whoever has a text to a number of their own has not shown that the address is theirs.
        await book();
        await sign(['email', 'sms']);
        await sign(['email']);
        await stop('touch-up', await plan());
        assert.equal(await left(), 1);
        // The page of the plan speaks of that alone.
        await book();
        await sign(['email']);
        await worker.run();
        const token = await mailedTokenOf(test.database)('ann@example.com');
        await adapterOver(test.database).stopTouchUps?.({ token }, { operationId: randomUUID() });
        assert.equal(await left(), 2);
      });

      it('begin again after a stop only with a letter to whoever was promised to hear no more', async () => {
        await sign(['email']);
        await worker.run();
        const [asked] = server.take();
        assert.match(asked?.text ?? '', /stop the reminders with the link below, and you hear no more of us/);
        const token = await mailedTokenOf(test.database)('ann@example.com');
        const adapter = adapterOver(test.database, { now: () => now });
        await adapter.stopTouchUps?.({ token }, { operationId: randomUUID() });
        now += HOUR;
        await sign(['email']);
        await worker.run();
        assert.equal((await adapter.getTouchUps?.(token))?.stopped, false);
        assert.equal(server.take().length, 1, 'within the day in which nobody else is told again');
        await sign(['email']);
        await worker.run();
        assert.equal(server.take().length, 0, 'once for each stop');
      });

      it('end when they are stopped', async () => {
        await sign(['email']);
        await passUntil(at('2027-05-21', '12:00'));
        const mails = server.take();
        assert.equal(mails.length, 2, 'the control: until then they come');
        const token = new URL(linkIn(mails[1]?.text ?? '', '/messages/stop')).searchParams.get('m') ?? '';
        const grant = readMessageToken(testSigner, 'stop', token);
        assert.ok(grant && (await stopReminders(test.database, grant, now)));
        await passUntil(at('2030-01-01', '12:00'));
        assert.deepEqual(server.take(), []);
      });
    });
  });
}

describe('a mail that is not taken', () => {
  /** A server of few words: it greets, agrees to all, and leaves or hangs once it has the mail, or at once. */
  const failing = async (until: 'nothing' | 'mail', how: 'leaves' | 'hangs'): Promise<unknown> => {
    const sockets = new Set<Socket>();
    const listening = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      const end = () => (how === 'leaves' ? socket.destroy() : undefined);
      if (until === 'nothing') return end();
      socket.write('220 hello\r\n');
      let isMail = false;
      return socket.on('data', (data) => {
        const text = String(data);
        if (isMail) return text.endsWith('\r\n.\r\n') ? end() : undefined;
        isMail = text.startsWith('DATA');
        return socket.write(isMail ? '354 go on\r\n' : '250 yes\r\n');
      });
    });
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const { port } = listening.address() as AddressInfo;
    const transport = smtpTransport({ url: `smtp://127.0.0.1:${port}`, timeoutMs: 200 });
    const mailbox = { name: 'Ann', address: 'ann@example.com' };
    const mail = {
      sendKey: randomUUID(),
      from: mailbox,
      to: mailbox,
      subject: 'x',
      text: 'x',
      html: 'x',
      language: 'en',
    };
    try {
      return await transport.send(mail).then(
        () => 'sent',
        (error: unknown) => (error instanceof MessageFailure ? error.kind : error),
      );
    } finally {
      await transport.close();
      for (const socket of sockets) socket.destroy();
      listening.close();
    }
  };

  it('was not handed over where nobody greeted', { timeout: 60_000 }, async () => {
    assert.equal(await failing('nothing', 'hangs'), 'unreachable');
    assert.equal(await failing('nothing', 'leaves'), 'unreachable');
  });

  it('may be there where whoever has it says nothing more', { timeout: 60_000 }, async () => {
    assert.equal(await failing('mail', 'hangs'), 'unsure');
    assert.equal(await failing('mail', 'leaves'), 'unsure');
  });

  it('is told apart by what its error says', () => {
    const kindOf = (error: object) => failureOf(Object.assign(new Error('x'), error)).kind;
    const conn = { code: 'ESOCKET', command: 'CONN' };
    for (const [error, kind] of [
      [{ ...conn, originalCode: 'ECONNREFUSED' }, 'unreachable'],
      [{ ...conn, originalCode: 'ETIMEDOUT', syscall: 'connect' }, 'unreachable'],
      [{ ...conn, originalCode: 'CERT_HAS_EXPIRED' }, 'unreachable'],
      [{ code: 'EDNS', command: 'CONN' }, 'unreachable'],
      [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'unreachable'],
      [{ code: 'ECONNECTION', command: 'CONN', responseCode: 421 }, 'unreachable'],
      [{ ...conn, originalCode: 'ECONNRESET', syscall: 'read' }, 'unsure'],
      [{ code: 'ETIMEDOUT', command: 'CONN', timeoutType: 'SOCKET_TIMEOUT' }, 'unsure'],
      [{}, 'unsure'],
    ] as const) {
      assert.equal(kindOf(error), kind, JSON.stringify(error));
    }
  });
});
