import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { fakeClinic } from 'smp-widgets/testing';
import { decideRequest } from '../../demo/backend/desk-decision.js';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import { OutboxFolder } from '../../demo/backend/folder-transport.js';
import { jsonLog, silentLog } from '../../demo/backend/log.js';
import type { OutgoingMail } from '../../demo/backend/mail-transport.js';
import { messagePages } from '../../demo/backend/message-pages.js';
import { messageToken } from '../../demo/backend/message-token.js';
import { MessageWorker } from '../../demo/backend/message-worker.js';
import { startServer } from '../../demo/backend/server.js';
import { offerFreeTimes } from '../../demo/backend/waitlist-offer.js';
import {
  adapterOver,
  confirmWaits,
  operationId,
  soon,
  testCipher,
  testSigner,
  useDatabase,
  visitor,
} from '../support/backend.js';
import { exportPerson, erasePerson } from '../../demo/backend/person-record.js';
import { readDeskList } from '../../demo/backend/desk-list.js';
import { consultationDraft } from '../support/consultation-drafts.js';
import { bookVisits, cancelVisit, moveVisit } from '../support/booked-visits.js';
import { MailServer } from '../support/mail-server.js';

const HOUR = 3_600_000;
const OFFER_MS = 12 * HOUR;
const SITE = 'https://fadeaway.example';

describe('the pages that messages lead to', () => {
  const test = useDatabase('pglite');
  const mails: OutgoingMail[] = [];
  const adapter = () => adapterOver(test.database, { holdSeconds: OFFER_MS / 1000 });
  let book = new ClinicBook();

  const ask = (path: string, body?: string) =>
    messagePages(
      {
        database: test.database,
        book,
        signer: testSigner,
        cipher: testCipher,
        adapter: adapter(),
        log: silentLog,
        now: Date.now,
      },
      () => '192.0.2.1',
    ).request(
      path,
      body === undefined
        ? {}
        : { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    );
  /** Sends what waits, whatever the hour. */
  const send = () =>
    new MessageWorker({
      database: test.database,
      book,
      mail: { send: async (mail) => void mails.push(mail), close: async () => {} },
      signer: testSigner,
      siteUrl: SITE,
      backendUrl: SITE,
      quiet: undefined,
      log: silentLog,
    }).run();
  const offer = (
    options: { quiet?: { from: string; until: string }; now?: number; adapter?: ReturnType<typeof adapter> } = {},
  ) =>
    offerFreeTimes({
      database: test.database,
      adapter: options.adapter ?? adapter(),
      timeZone: 'Europe/London',
      quiet: options.quiet,
      now: options.now ?? Date.now(),
      offerMs: OFFER_MS,
    });

  beforeEach(async () => {
    await test.clear();
    // A clinic that is stored anew counts its changes anew.
    book = new ClinicBook();
    mails.length = 0;
  });

  const stopped = () => test.count('client_details', 'reminders_stopped_at is not null');
  const stopPath = async () => {
    const [ref = ''] = await bookVisits(
      test.database,
      [{ date: soon(20), time: '10:00', email: 'a@example.com' }],
      Date.now(),
    );
    return `/messages/stop?m=${messageToken(testSigner, { purpose: 'stop', about: 'booking', ref })}`;
  };

  it('ask before they stop reminders, since mail scanners follow links', async () => {
    const path = await stopPath();
    const page = await ask(path);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<form method="post"><button>Stop reminders<\/button>/);
    for (const [name, value] of [
      ['referrer-policy', /^no-referrer$/],
      ['cache-control', /no-store/],
      ['content-security-policy', /default-src 'none'/],
    ] as const) {
      assert.match(page.headers.get(name) ?? '', value);
    }
    assert.equal(await stopped(), 0);
    const done = await ask(path, '');
    assert.equal(done.status, 200);
    assert.match(await done.text(), /You get no more reminders/);
    assert.equal(await stopped(), 1);
  });

  it('stop reminders with one click of a mail program, once however often', async () => {
    const path = await stopPath();
    for (let count = 0; count < 2; count += 1) {
      assert.equal((await ask(path, 'List-Unsubscribe=One-Click')).status, 200);
    }
    assert.equal(await stopped(), 1);
    assert.equal(await test.count('booking', `status = 'confirmed'`), 1, 'the booking stays');
  });

  it('know the stop links of mails that went out before links had versions', async () => {
    const [ref = ''] = await bookVisits(test.database, [{ date: soon(20), time: '10:00' }], Date.now());
    const path = `/messages/stop?m=b.${ref}.${testSigner.digest(`messages.stop\nb.${ref}`)}`;
    assert.equal((await ask(path)).status, 200);
    await test.database.query('update booking set token_version = 2 where id = $1', [ref]);
    assert.equal((await ask(path, '')).status, 404);
    assert.equal(await stopped(), 0);
  });

  it('do nothing for a link that is none, and say nothing of it', async () => {
    const path = await stopPath();
    for (const wrong of ['/messages/stop', '/messages/stop?m=', `${path}x`, path.replace('stop', 'offer')]) {
      assert.equal((await ask(wrong)).status, 404, wrong);
      assert.equal((await ask(wrong, '')).status, 404, wrong);
    }
    assert.equal(await stopped(), 0);
    assert.equal((await ask(path, 'x'.repeat(5000))).status, 413);
  });

  describe('and who is coming', () => {
    const book = async (...dates: string[]) => {
      const visits = dates.map((date) => ({ date, time: '10:00', email: 'a@example.com' }));
      return bookVisits(test.database, visits, Date.now());
    };
    const path = (ref: string, { version = 1, tokenVersion = 1 } = {}) =>
      `/messages/attend?m=${messageToken(testSigner, { purpose: 'attend', about: 'booking', ref, tokenVersion, version })}`;
    const coming = async () =>
      (await readDeskList(test.database, testCipher)).bookings.filter(({ attending }) => attending).map(({ id }) => id);

    it('ask first, and note it once however often it is said', async () => {
      const [id = ''] = await book(soon(2));
      const page = await ask(path(id));
      assert.equal(page.status, 200);
      assert.match(await page.text(), /Are you coming\?<\/p>\s*<form method="post"><button>I am coming<\/button>/);
      assert.deepEqual(await coming(), [], 'a GET confirms nothing');
      const said = async () =>
        (await test.database.query('select attending_at from client_details where booking_id = $1', [id]))[0];
      assert.match(await (await ask(path(id), '')).text(), /We expect you on /);
      assert.deepEqual(await coming(), [id]);
      const first = await said();
      assert.match(await (await ask(path(id), '')).text(), /We expect you on /);
      const again = await (await ask(path(id))).text();
      assert.match(again, /We expect you on /);
      assert.doesNotMatch(again, /<button>/);
      assert.deepEqual(await said(), first);
    });

    it('note it of each session of a course on its own', async () => {
      const ids = await book(soon(2), soon(12), soon(22));
      assert.equal((await ask(path(ids[1] ?? ''), '')).status, 200);
      assert.deepEqual(await coming(), [ids[1]]);
      assert.equal((await ask(path(ids[0] ?? ''), '')).status, 200);
      assert.deepEqual(new Set(await coming()), new Set([ids[0], ids[1]]));
    });

    it('say so where the appointment was moved or cancelled since, and forget what was said of the earlier time', async () => {
      const [moved = '', gone = ''] = await book(soon(2), soon(3));
      for (const id of [moved, gone]) await ask(path(id), '');
      assert.equal((await coming()).length, 2);
      await moveVisit(test.database, moved, soon(5), '11:00', Date.now());
      await cancelVisit(test.database, gone, Date.now());
      assert.deepEqual(await coming(), []);
      for (const id of [moved, gone]) {
        for (const answer of [await ask(path(id)), await ask(path(id), '')]) {
          assert.equal(answer.status, 410);
          const text = await answer.text();
          assert.match(text, /moved or cancelled since/);
          assert.doesNotMatch(text, /<button>/);
        }
      }
      assert.deepEqual(await coming(), []);
      await ask(path(moved, { version: 2 }), '');
      assert.deepEqual(await coming(), [moved], 'the link of the next reminder counts');
    });

    it('tell nothing of a link that is none, was taken back or has had its day', async () => {
      const [id = '', past = '', forgotten = ''] = await book(soon(2), soon(-1), soon(4));
      await test.database.query('delete from client_details where booking_id = $1', [forgotten]);
      const stop = messageToken(testSigner, { purpose: 'stop', about: 'booking', ref: id });
      const wrongLink = await (await ask('/messages/attend')).text();
      const wrong = [
        `${path(id)}x`,
        path(id).replace('.1.1.', '.1.2.'),
        path(id).replace('.1.1.', '.1.'),
        path(id).replace(id, past),
        path(id).replace('attend', 'stop'),
        path(id).replace('attend', 'offer'),
        `/messages/attend?m=${stop}`,
        `/messages/attend?m=${messageToken(testSigner, { purpose: 'attend', about: 'booking', ref: id })}`,
        `/messages/attend?m=${messageToken(testSigner, { purpose: 'attend', about: 'touch-up', ref: id, version: 1 })}`,
        path(operationId()),
        path(id, { tokenVersion: 2 }),
        path(past),
        path(forgotten),
      ];
      for (const one of wrong) {
        for (const answer of [await ask(one), await ask(one, '')]) {
          assert.equal(answer.status, 404, one);
          assert.equal(await answer.text(), wrongLink, one);
        }
      }
      assert.equal(await test.count('client_details', 'attending_at is not null'), 0);
      assert.equal((await ask(path(id), '')).status, 200, 'the control');
    });

    it('are told of by the desk’s export, and forgotten with the person', async () => {
      const [id = ''] = await book(soon(2));
      await ask(path(id), '');
      const { bookings } = await exportPerson(test.database, testCipher, 'a@example.com');
      assert.match(String(bookings[0]?.['attendanceConfirmedAt']), /^\d{4}-\d\d-\d\dT/);
      await cancelVisit(test.database, id, Date.now());
      await erasePerson(test.database, undefined, 'a@example.com', Date.now());
      assert.equal(await test.count('client_details', 'attending_at is not null'), 0);
    });
  });

  describe('and the waiting list', () => {
    const wait = async (email: string, options: { practitioner?: string; from?: string; to?: string } = {}) => {
      await adapter().joinWaitlist?.(
        { service: 'consultation', ...visitor('Wanda Waiting'), contact: { name: 'Wanda Waiting', email }, ...options },
        { operationId: operationId() },
      );
      await send();
      mails.length = 0;
      await confirmWaits(test);
    };
    const linkOf = (mail: OutgoingMail | undefined) =>
      (/https:\/\/fadeaway\.example(\/messages\/offer\?m=\S+)/.exec(mail?.text ?? '') ?? [])[1] ?? '';
    /** A day on which one practitioner has no time left. */
    const fillUp = async () => {
      const person = { service: 'consultation', practitioner: 'maya' };
      // Whatever day of the week that is, the studio may be closed on it.
      const date = (await adapter().listSlots({ ...person, from: soon(9) })).slots[0]?.localDate ?? '';
      const query = { ...person, from: date, to: date };
      const { slots } = await adapter().listSlots(query);
      const bookings: string[] = [];
      for (const slot of slots) {
        const booked = await adapter()
          .createBooking({ service: 'consultation', slotId: slot.id, ...visitor() }, { operationId: operationId() })
          .catch(() => undefined);
        if (booked) bookings.push(booked.manageToken ?? '');
      }
      assert.deepEqual((await adapter().listSlots(query)).slots, []);
      await send();
      mails.length = 0;
      return { date, bookings };
    };

    it('offers a time that falls free to the next in line, who books it with a click', async () => {
      const { date, bookings } = await fillUp();
      for (const name of ['first', 'second'])
        await wait(`${name}@example.com`, { practitioner: 'maya', from: date, to: date });
      assert.equal(await offer(), 0, 'nothing is free');
      const managed = await adapter().getBooking?.(bookings[1] ?? '');
      const { version = 0, sessions = [] } = managed ?? {};
      await adapter().cancel?.(
        { token: bookings[1] ?? '', version, bookingIds: [sessions[0]?.bookingId ?? ''] },
        { operationId: operationId() },
      );
      assert.equal(await offer({ quiet: { from: '00:00', until: '23:59' } }), 0, 'nobody is asked at night');
      assert.equal(await offer(), 1);
      assert.equal(await offer(), 0, 'the time is kept for the first');
      await send();
      const mail = mails.find(({ to }) => to.address === 'first@example.com');
      assert.ok(mail && !mails.some(({ to }) => to.address === 'second@example.com'));
      assert.match(mail.subject, /^Fadeaway Studio: a time on /);
      assert.doesNotMatch(mail.text, /consultation/i);
      const path = linkOf(mail);
      assert.match(await (await ask(path)).text(), /<button>Take this time/);
      const before = await test.count('booking', `status = 'confirmed'`);
      const taken = await Promise.all([ask(path, ''), ask(path, '')]);
      for (const answer of taken) assert.match(await answer.text(), /is booked/);
      assert.equal(await test.count('booking', `status = 'confirmed'`), before + 1);
      assert.equal(await test.count('waitlist'), 1, 'who has a booking waits no longer');
      mails.length = 0;
      await send();
      assert.deepEqual(
        mails.map(({ to, subject }) => `${to.address} ${subject.slice(0, 32)}`),
        ['first@example.com Fadeaway Studio: your appointmen'],
      );
    });

    it('offers it to the second when the first lets it run out, and tells the first that it has gone', async () => {
      const { date, bookings } = await fillUp();
      for (const name of ['first', 'second'])
        await wait(`${name}@example.com`, { practitioner: 'maya', from: date, to: date });
      const managed = await adapter().getBooking?.(bookings[0] ?? '');
      const { version = 0, sessions = [] } = managed ?? {};
      await adapter().cancel?.(
        { token: bookings[0] ?? '', version, bookingIds: [sessions[0]?.bookingId ?? ''] },
        { operationId: operationId() },
      );
      await offer();
      await send();
      const path = linkOf(mails.find(({ to }) => to.address === 'first@example.com'));
      await test.expireHolds();
      mails.length = 0;
      assert.equal(await offer(), 1);
      await send();
      assert.deepEqual(
        mails.map(({ to }) => to.address),
        ['second@example.com'],
      );
      for (const answer of [await ask(path), await ask(path, '')]) {
        assert.equal(answer.status, 410);
        assert.match(await answer.text(), /no longer kept for you/);
      }
      await test.expireHolds();
      assert.equal(await offer(), 0, 'nobody is asked twice for one time');
    });

    it('says what is true of a time that the clinic has to confirm', async () => {
      const { services } = fakeClinic.clinic;
      const onRequest = services.map((one) =>
        one.id === 'consultation' ? { ...one, confirmation: 'request' as const } : one,
      );
      await test.reset({ ...fakeClinic, clinic: { ...fakeClinic.clinic, services: onRequest } });
      try {
        await wait('only@example.com');
        assert.equal(await offer(), 1);
        await send();
        const path = linkOf(mails[0]);
        assert.match(await (await ask(path)).text(), /once we have confirmed it[^]*<button>Take this time/);
        for (const answer of [await ask(path, ''), await ask(path, ''), await ask(path)]) {
          const text = await answer.text();
          assert.match(text, /We have your request for [^]*once we have confirmed it/);
          assert.doesNotMatch(text, /is booked|<button>/);
        }
        const [booking] = await test.database.query<{ id: string }>(
          `select id::text as id from booking where status = 'requested'`,
        );
        await decideRequest(test.database, booking?.id ?? '', { decision: 'confirm', version: 1 }, Date.now());
        assert.match(await (await ask(path)).text(), /is booked/);
        await cancelVisit(test.database, booking?.id ?? '', Date.now());
        const gone = await ask(path);
        assert.equal(gone.status, 410);
        assert.doesNotMatch(await gone.text(), /is booked|still on the waiting list/);
      } finally {
        await test.reset();
      }
    });

    it('says that somebody still waits only to who is offered other times', async () => {
      await wait('only@example.com');
      for (const [count, said] of [
        [1, /still on the waiting list/],
        [2, /still on the waiting list/],
        [3, /do not write to you about the waiting list any more/],
      ] as const) {
        assert.equal(await offer(), 1);
        mails.length = 0;
        await send();
        const path = linkOf(mails[0]);
        await test.expireHolds();
        const text = await (await ask(path)).text();
        assert.match(text, said);
        assert.equal(/still on/.test(text), count < 3);
      }
      assert.equal(await offer(), 0);
    });

    it('speaks the language of who waits, also when the time is theirs', async () => {
      await adapter().joinWaitlist?.(
        { service: 'consultation', ...visitor('Wanda Waiting'), locale: 'de' },
        { operationId: operationId() },
      );
      await confirmWaits(test);
      await offer();
      await send();
      const path = linkOf(mails.find(({ subject }) => subject.includes('freie Zeit')));
      assert.match(await (await ask(path)).text(), /<html lang="de"[^]*Diese Zeit nehmen/);
      assert.match(await (await ask(path, '')).text(), /<html lang="de"[^]*ist gebucht/);
    });

    it('is left by a link in each of its mails, and a time that was kept is free for the next', async () => {
      const joined = async (email: string) => {
        await adapter().joinWaitlist?.(
          { service: 'consultation', practitioner: 'maya', ...visitor(), contact: { name: 'Wanda Waiting', email } },
          { operationId: operationId() },
        );
        await send();
        return mails.splice(0)[0];
      };
      const leaveOf = (mail: OutgoingMail | undefined) => {
        const url = /Leave the waiting list: (\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
        assert.equal(mail?.stopUrl, url, 'mail programs know it too');
        assert.ok(mail?.html.includes(`<a href="${url}">Leave the waiting list</a>`));
        assert.match(mail?.text ?? '', /because you are on our waiting list/);
        return url.slice(SITE.length);
      };
      const fromFirst = leaveOf(await joined('first@example.com'));
      leaveOf(await joined('second@example.com'));
      await confirmWaits(test);
      assert.equal(await offer(), 2);
      await send();
      const offered = mails.find(({ to }) => to.address === 'first@example.com');
      const path = leaveOf(offered);
      assert.equal(path, fromFirst);
      assert.match(await (await ask(path)).text(), /<button>Leave the list/);
      assert.equal(await test.count('waitlist'), 2);
      for (const wrong of [`${path}x`, path.replace('stop', 'offer'), path.replace('stop', 'attend')]) {
        assert.equal((await ask(wrong, '')).status, 404);
      }
      assert.match(await (await ask(path, '')).text(), /no longer on our waiting list/);
      assert.equal(await test.count('waitlist', `email_key = 'first@example.com'`), 0);
      assert.equal(await test.count('waitlist'), 1, 'the other waits on');
      assert.equal(await test.count('booking', `status = 'held'`), 1, 'what was kept for the first is free');
      assert.equal((await ask(path, '')).status, 200, 'there is nothing more to leave');
      const gone = await ask(linkOf(offered));
      assert.equal(gone.status, 410);
      assert.doesNotMatch(await gone.text(), /still on the waiting list/);
    });

    it('offers another time at once to whom a visitor was too quick for', async () => {
      await wait('only@example.com');
      const quick = adapter();
      const taken: string[] = [];
      const made = await offer({
        adapter: Object.assign(Object.create(quick) as typeof quick, {
          listSlots: quick.listSlots.bind(quick),
          releaseHold: quick.releaseHold?.bind(quick),
          holdSlot: async (...[wish, key]: Parameters<NonNullable<typeof quick.holdSlot>>) => {
            if (taken.length === 0) {
              taken.push(wish.slotId);
              await quick.createBooking({ ...wish, ...visitor() }, { operationId: operationId() });
            }
            return quick.holdSlot?.(wish, key);
          },
        }),
      });
      assert.equal(made, 1);
      assert.equal(await test.count('booking', `status = 'held'`), 1);
      assert.equal(await test.count('waitlist_offer', `slot_id = '${taken[0] ?? ''}'`), 0);
    });

    it('makes one offer however often is looked at the same time', async () => {
      await wait('only@example.com');
      const made = await Promise.all([offer(), offer(), offer()]);
      assert.equal(
        made.reduce((sum, count) => sum + count, 0),
        1,
      );
      assert.equal(await test.count('booking', `status = 'held'`), 1);
      assert.equal(await test.count('waitlist_offer'), 1);
    });
  });
});

describe('the outbox of a server without a mail server', () => {
  const test = useDatabase('pglite');
  const dataDir = mkdtempSync(join(tmpdir(), 'smp-outbox-'));
  after(() => rmSync(dataDir, { recursive: true, force: true }));
  const PASSWORD = 'correct horse battery staple';
  const authorization = `Basic ${Buffer.from(`clinic:${PASSWORD}`).toString('base64')}`;

  it('shows the clinic what would have been sent, and forgets it with the person', async () => {
    await test.clear();
    const name = '<img src=x onerror=alert(1)>';
    const [id = ''] = await bookVisits(
      test.database,
      [
        { date: soon(3), time: '10:00', name, email: 'Ann@example.com' },
        { date: soon(3), time: '11:00' },
      ],
      Date.now(),
    );
    const draft = consultationDraft({ email: 'phoned@example.com' });
    const contact = { ...draft.contact, phone: '+44 20 7946 0777' };
    await adapterOver(test.database).submitConsultation?.({ ...draft, contact }, { operationId: operationId() });
    const folder = new OutboxFolder(join(dataDir, 'outbox'));
    const server = await startServer({ database: test.database, dataDir, clinicPassword: PASSWORD, rateLimits: false });
    try {
      for (let tries = 0; (await folder.keys()).size < 3 && tries < 500; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const get = (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
        fetch(`${server.url}/clinic/${path}`, {
          ...init,
          headers: { authorization, origin: server.url, ...init.headers },
        });
      const list = await (await get('outbox/')).text();
      assert.match(list, /No mail server is set/);
      const [row] = await test.database.query<{ id: string }>(
        `select id::text as id from message where ref = $1 and kind = 'booking.confirmed'`,
        [id],
      );
      const key = row?.id ?? '';
      assert.ok(list.includes(`/clinic/outbox/${key}`));
      const page = await (await get(`outbox/${key}`)).text();
      assert.match(page, new RegExp(`/manage\\.html#t=`));
      assert.ok(page.includes(`${server.url}/manage.html`), 'links lead to this server');
      assert.doesNotMatch(page, /<img/);
      const mail = await get(`outbox/${key}/mail`);
      assert.equal(mail.headers.get('content-type'), 'message/rfc822');
      assert.match(await mail.text(), /^X-Send-Key: /m);
      assert.equal((await fetch(`${server.url}/clinic/outbox/${key}`)).status, 401);
      for (const wrong of ['..%2f..%2fclinic-password', 'x', operationId()]) {
        assert.equal((await get(`outbox/${wrong}`)).status, 404, wrong);
      }

      await test.database.query(`update message set state = 'dead', reason = 'smtp-550' where id = $1`, [key]);
      assert.match(await (await get('outbox/')).text(), /These people were not reached[^]*smtp-550/);
      assert.equal((await get(`outbox/${key}/retry`, { method: 'POST', redirect: 'manual' })).status, 303);
      assert.equal((await get(`outbox/${key}/retry`, { method: 'POST', redirect: 'manual' })).status, 404);

      const erase = (contact: string) =>
        get('erase', {
          method: 'POST',
          body: `contact=${encodeURIComponent(contact)}`,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        });
      assert.equal((await erase('ann@example.com')).status, 200);
      assert.equal((await get(`outbox/${key}`)).status, 404);
      assert.equal((await folder.keys()).size, 2);
      // By their number, also what went to the address that they gave with it.
      assert.equal((await erase('020 7946 0777')).status, 200);
      assert.equal((await folder.keys()).size, 2, 'another number');
      assert.equal((await erase(contact.phone)).status, 200);
      assert.equal((await folder.keys()).size, 1, 'what others were sent stays');
    } finally {
      await server.close();
    }
  });
});

describe('the text messages of a server with a mail server and no service for texts', () => {
  const test = useDatabase('pglite');
  const PASSWORD = 'correct horse battery staple';
  /** There is no event for what the server does by itself, so it is asked every few milliseconds. */
  const until = async (question: () => Promise<boolean>) => {
    for (let tries = 0; !(await question()); tries += 1) {
      assert.ok(tries < 1000, 'waited in vain');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('are noted in the log without their number or words, and the desk says so', async () => {
    await test.clear();
    const mails = await MailServer.start();
    const lines: string[] = [];
    let now = Date.now();
    const server = await startServer({
      database: test.database,
      smtpUrl: mails.url,
      clinicPassword: PASSWORD,
      rateLimits: false,
      quietHours: 'off',
      sendEveryMs: 20,
      now: () => now,
      log: jsonLog((line) => lines.push(line)),
    });
    try {
      const visit = { date: soon(20), time: '10:00', phone: '020 7946 0999', name: 'Ann Sample' };
      const [id = ''] = await bookVisits(test.database, [{ ...visit, texts: true }], now);
      const told = () => test.count('message', `kind = 'booking.remind' and channel = 'sms' and reason = 'no-sms'`);
      await until(async () => mails.mails.length === 1);
      now = Date.parse(`${soon(18)}T12:00:00Z`);
      await until(async () => (await told()) === 1);
      const [row] = await test.database.query<{ id: string }>(
        `select id::text as id from message where ref = $1 and channel = 'sms'`,
        [id],
      );
      const noted = lines.filter((line) => line.includes('"sms.not-sent"'));
      assert.equal(noted.length, 1);
      assert.ok(noted[0]?.includes(row?.id ?? 'none'));
      assert.doesNotMatch(lines.join(''), /0999|Ann|Fadeaway|messages\/|manage|example/);
      const authorization = `Basic ${Buffer.from(`clinic:${PASSWORD}`).toString('base64')}`;
      const desk = await fetch(`${server.url}/clinic/outbox/`, { headers: { authorization } });
      assert.match(await desk.text(), /No service for text messages is set/);
    } finally {
      await server.close();
      await mails.close();
    }
  });
});
