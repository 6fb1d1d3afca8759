import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { isSmpError, type SchedulingAdapter, type WaitlistRequest } from 'smp-widgets/server';
import { fakeClinic } from 'smp-widgets/testing';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import { isConsented, withdrawConsent, type Consenting } from '../../demo/backend/consent-withdrawal.js';
import { sqlState, type Row } from '../../demo/backend/database.js';
import { silentLog } from '../../demo/backend/log.js';
import { MessageFailure, type MailTransport, type OutgoingMail } from '../../demo/backend/mail-transport.js';
import { messagePages } from '../../demo/backend/message-pages.js';
import { MessageWorker } from '../../demo/backend/message-worker.js';
import { closeOffers, readOffer, takeBackOffer } from '../../demo/backend/offer-record.js';
import { erasePerson } from '../../demo/backend/person-record.js';
import type { QuietHours } from '../../demo/backend/quiet-hours.js';
import { offerFreeTimes, offerNow, takeOffer } from '../../demo/backend/waitlist-offer.js';
import { tidy } from '../../demo/backend/housekeeping.js';
import { askUnasked, dismissFromWaitlist, removeFromWaitlist } from '../../demo/backend/waitlist.js';
import type { Database, Queries } from '../../demo/backend/database.js';
import {
  adapterOver,
  confirmWaits,
  ENGINES,
  operationId,
  soon,
  testCipher,
  testSigner,
  useDatabase,
  visitor,
} from '../support/backend.js';
import { bookVisits, cancelVisit } from '../support/booked-visits.js';

const DAY = 86_400_000;
const OFFER_MS = DAY / 2;
const SITE = 'https://fadeaway.example';

/** An adapter of which one method is another. */
const withMethods = (target: SchedulingAdapter, methods: Partial<SchedulingAdapter>): SchedulingAdapter =>
  new Proxy(target, {
    get(_, key: keyof SchedulingAdapter) {
      const found: unknown = methods[key] ?? target[key];
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });

for (const engine of ENGINES) {
  describe(`the waiting list, on ${engine}`, () => {
    const test = useDatabase(engine);
    const mails: OutgoingMail[] = [];
    let book = new ClinicBook();

    const adapter = () => adapterOver(test.database, { holdSeconds: OFFER_MS / 1000 });
    const offer = (options: { now?: number; adapter?: SchedulingAdapter; quiet?: QuietHours } = {}) =>
      offerFreeTimes({
        database: test.database,
        adapter: options.adapter ?? adapter(),
        timeZone: 'Europe/London',
        quiet: options.quiet,
        now: options.now ?? Date.now(),
        offerMs: OFFER_MS,
      });
    /** Puts an address on the list; whoever has it is asked whether they want to wait. */
    const enter = (email: string, wish: Partial<WaitlistRequest> = {}) =>
      adapter().joinWaitlist?.(
        { service: 'consultation', ...visitor(), contact: { name: 'Wanda Waiting', email }, ...wish },
        { operationId: operationId() },
      );
    /** The same, and they confirm. */
    const join = async (...wish: Parameters<typeof enter>) => {
      await enter(...wish);
      await confirmWaits(test);
    };
    /** Sends what waits, whatever the hour. */
    const send = async (how: { now?: number; mail?: MailTransport['send'] } = {}) => {
      await new MessageWorker({
        database: test.database,
        book,
        mail: { send: how.mail ?? (async (mail) => void mails.push(mail)), close: async () => {} },
        ...(how.now !== undefined && { now: () => how.now ?? 0 }),
        signer: testSigner,
        siteUrl: SITE,
        backendUrl: SITE,
        quiet: undefined,
        log: silentLog,
      }).run();
      return mails.splice(0);
    };
    const ask = (
      path: string,
      { body, now = Date.now, language }: { body?: string; now?: () => number; language?: string } = {},
    ) =>
      messagePages(
        {
          database: test.database,
          book,
          signer: testSigner,
          cipher: testCipher,
          adapter: adapter(),
          log: silentLog,
          now,
        },
        () => '192.0.2.1',
      ).request(path, {
        headers: {
          ...(language !== undefined && { 'accept-language': language }),
          ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(body !== undefined && { method: 'POST', body }),
      });
    const linkOf = (mail: OutgoingMail | undefined, page: 'join' | 'offer' | 'stop') =>
      new RegExp(`${SITE}(/messages/${page}\\?m=[\\w.-]+)`).exec(mail?.text ?? '')?.[1] ?? '';
    /** Makes an offer, and answers the link to it. */
    const offered = async (options?: { now?: number }) => {
      assert.equal(await offer(options), 1);
      const [mail] = (await send()).filter(({ text }) => text.includes('/messages/offer'));
      return linkOf(mail, 'offer');
    };
    const offerIds = async () =>
      (
        await test.database.query<{ id: string }>('select id::text as id from waitlist_offer order by created_at, id')
      ).map(({ id }) => id);
    const entries = () =>
      test.database.query<{ offers: number; from: string | null; to: string | null; name: string; joined: number }>(
        `select offers, to_char(from_date, 'YYYY-MM-DD') as "from", to_char(to_date, 'YYYY-MM-DD') as "to", name,
           extract(epoch from created_at)::float8 as joined from waitlist order by created_at`,
      );

    /** As if all that has happened had happened a day earlier. */
    const aDayLater = async () => {
      for (const [table, ...moments] of [
        ['letter_counted', 'sent_at'],
        ['message', 'done_at'],
        ['waitlist', 'created_at', 'told_at'],
      ]) {
        const earlier = moments.map((moment) => `${moment} = ${moment} - interval '1 day'`).join(', ');
        await test.database.query(`update ${table} set ${earlier}`);
      }
    };
    const joined = () => test.count('outbox', `kind = 'waitlist.joined'`);
    /** A process that dies once it has kept a time for somebody, and before it can tell of it. */
    const dying = () => {
      const real = adapter();
      return withMethods(real, {
        holdSlot: async (...write) => {
          await real.holdSlot?.(...write);
          throw new Error('The process dies');
        },
      });
    };

    beforeEach(async () => {
      await test.clear();
      book = new ClinicBook();
      mails.length = 0;
    });

    it('does not tell somebody whose dates are over that they still wait', async () => {
      await join('a@example.com', { to: soon(6) });
      const path = await offered();
      await test.expireHolds();
      assert.match(await (await ask(path)).text(), /You are still on the waiting list/);
      const later = () => Date.now() + 8 * DAY;
      assert.match(
        await (await ask(path, { now: later })).text(),
        /do not write to you about the waiting list any more/,
      );
    });

    it('is left by a link however often it is pressed, and says so kindly', async () => {
      await enter('a@example.com', { locale: 'de' });
      const [mail] = await send();
      const path = linkOf(mail, 'stop');
      assert.match(await (await ask(path, { body: '' })).text(), /Sie stehen nicht mehr auf unserer Warteliste/);
      for (const body of [undefined, 'List-Unsubscribe=One-Click', '']) {
        const answer = await ask(path, { language: 'de-DE,de;q=0.9', ...(body !== undefined && { body }) });
        assert.equal(answer.status, 200);
        const text = await answer.text();
        assert.match(text, /<html lang="de"/);
        assert.match(text, /Sie stehen nicht mehr auf unserer Warteliste/);
        assert.match(text, /inzwischen wieder eingetragen/);
        assert.doesNotMatch(text, /<button>/);
      }
      await join('a@example.com');
      assert.equal((await ask(path, { body: '' })).status, 200);
      assert.equal(await test.count('waitlist'), 1, 'an old link does not undo that they joined again');
      assert.equal((await ask(`${path}x`, { body: '' })).status, 404);
    });

    it('takes who joins again after three offers for somebody new', async () => {
      await join('first@example.com');
      const paths: string[] = [];
      for (let count = 0; count < 3; count += 1) {
        paths.push(await offered());
        await test.expireHolds();
      }
      assert.equal(await offer(), 0);
      await aDayLater();
      await enter('first@example.com', { contact: { name: 'Wanda Again', email: 'First@Example.com' }, locale: 'fr' });
      const [entry, other] = await entries();
      assert.deepEqual([entry?.offers, entry?.name, other], [0, 'Wanda Again', undefined]);
      const [told] = await send();
      assert.match(told?.subject ?? '', /liste d’attente/, 'they are asked whether they want to wait');
      await confirmWaits(test);
      // What they were offered of their earlier wish may be offered again.
      assert.equal(await offer(), 1);
      const [first, , , fourth] = await test.database.query<{ slot_id: string }>(
        'select slot_id from waitlist_offer order by created_at, wish',
      );
      assert.equal(fourth?.slot_id, first?.slot_id);
      await test.expireHolds();
      assert.match(await (await ask(paths[2] ?? '')).text(), /toujours sur la liste d’attente/);
      for (let count = 1; count < 3; count += 1) {
        assert.equal(await offer(), 1);
        await test.expireHolds();
      }
      assert.equal(await offer(), 0, 'three, and no more');
    });

    it('takes who joins again once their dates are over for somebody new, at the end of the line', async () => {
      await join('first@example.com');
      await test.database.query(`update waitlist set to_date = current_date - 2`);
      await join('second@example.com');
      await join('first@example.com');
      assert.deepEqual(
        (await entries()).map(({ to }) => to),
        [null, null],
      );
      assert.equal(await offer(), 2);
      const [first] = (await send()).filter(({ text }) => text.includes('/messages/offer'));
      assert.ok(first);
      const [order] = await test.database.query<{ email: string }>(
        'select email from waitlist join waitlist_offer on waitlist_id = waitlist.id order by slot_id limit 1',
      );
      assert.equal(order?.email, 'second@example.com');
    });

    it('keeps the turn of who joins again while they wait, and takes other dates as well', async () => {
      await join('first@example.com', { from: soon(10), to: soon(20) });
      const [before] = await entries();
      await join('first@example.com', {
        from: soon(15),
        to: soon(30),
        contact: { name: 'X', email: 'first@example.com' },
      });
      const [wider, none] = await entries();
      assert.deepEqual(wider, { ...before, to: soon(30) }, 'neither name nor turn');
      assert.equal(none, undefined);
      await join('first@example.com');
      assert.deepEqual((await entries())[0], { ...before, from: null, to: null });
      assert.equal(await test.count('outbox', `kind = 'waitlist.joined'`), 1);
    });

    it('offers times that are weeks away, and whatever dates were wished', async () => {
      const { schedule } = fakeClinic;
      const rules = { ...schedule.rules, noticeMinutes: 45 * 1440 };
      await test.reset({ ...fakeClinic, schedule: { ...schedule, rules } });
      try {
        await join('any@example.com');
        await join('from@example.com', { from: soon(-50) });
        await join('long@example.com', { from: soon(1), to: soon(100) });
        await join('soon@example.com', { to: soon(40) });
        assert.equal(await offer(), 3);
        assert.equal(await test.count('waitlist', `offers = 0 and email_key = 'soon@example.com'`), 1);
      } finally {
        await test.reset();
      }
    });

    it('tells who took an offer that it is theirs, though the server died before it noted so', async () => {
      await join('a@example.com');
      const path = await offered();
      const [id = ''] = await offerIds();
      const found = await readOffer(test.database, id, Date.now());
      assert.ok(found?.state === 'open');
      // The booking alone, as a process that dies behind it leaves things.
      await adapter().createBooking(
        {
          service: 'consultation',
          slotId: found.slotId,
          hold: { holdId: found.holdId, holdToken: testSigner.holdToken(found.holdId) },
          ...visitor(),
        },
        { operationId: `offer-${id}` },
      );
      assert.match(await (await ask(path)).text(), /is booked/);
      assert.match(await (await ask(path, { body: '' })).text(), /is booked/);
      assert.equal(await offer(), 0, 'who has a booking waits no longer');
      assert.equal(await test.count('waitlist'), 0);
    });

    it('tells who took an offer that it is theirs, though it ran out in the very moment', async () => {
      await join('a@example.com');
      const path = await offered();
      const [id = ''] = await offerIds();
      const real = adapter();
      const late = withMethods(real, {
        createBooking: async (...write) => {
          await test.expireHolds();
          return real.createBooking(...write);
        },
      });
      assert.equal(await takeOffer(test.database, { adapter: late, signer: testSigner }, id, Date.now()), true);
      assert.match(await (await ask(path)).text(), /is booked/);
      assert.equal(await test.count('waitlist'), 0);
      const [booking] = await test.database.query<{ id: string }>(`select id from booking where status = 'confirmed'`);
      await cancelVisit(test.database, booking?.id ?? '', Date.now());
      assert.equal((await ask(path)).status, 410);
    });

    it('says that an offer is gone for as long as the link is kept, though its time is forgotten', async () => {
      await join('a@example.com', { locale: 'de' });
      const path = await offered();
      await test.expireHolds();
      await tidy(test.database, Date.now());
      await test.database.query(`update booking set updated_at = updated_at - interval '3 days'`);
      await tidy(test.database, Date.now());
      assert.equal(await test.count('booking'), 0);
      for (const body of [undefined, '']) {
        const answer = await ask(path, body === undefined ? {} : { body });
        assert.equal(answer.status, 410);
        assert.match(await answer.text(), /<html lang="de"[^]*nicht mehr für Sie freigehalten/);
      }
    });

    it('says that an offer is gone when the clinic no longer has the service', async () => {
      await join('a@example.com');
      const path = await offered();
      await test.database.query(`delete from service where id = 'consultation'`);
      await test.database.query('update clinic set name = name');
      book = new ClinicBook();
      try {
        assert.equal((await ask(path, { body: '' })).status, 410);
      } finally {
        await test.reset();
      }
    });

    it('frees what was kept for somebody who is erased', async () => {
      await join('a@example.com');
      await join('b@example.com');
      assert.equal(await offer(), 2);
      const erasure = await erasePerson(test.database, undefined, 'a@example.com', Date.now());
      assert.equal(erasure.waitingList, 1);
      assert.equal(await test.count('booking', `status = 'held'`), 1);
    });

    it('keeps no time for nobody when processes look at different moments', async () => {
      const wanted = { service: 'consultation', practitioner: 'maya' } as const;
      for (let round = 0; round < 5; round += 1) {
        await test.clear();
        await join('only@example.com', { practitioner: 'maya' });
        const { slots } = await adapter().listSlots({ ...wanted, from: soon(3) });
        // Each process sees another time as the first that is free.
        const real = adapter();
        const seeing = (at: number) =>
          withMethods(real, {
            listSlots: async (query) => ({ ...(await real.listSlots(query)), slots: slots.slice(at * 3, at * 3 + 1) }),
          });
        const made = await Promise.all([0, 1, 2].map((at) => offer({ adapter: seeing(at) })));
        assert.equal(
          made.reduce((sum, count) => sum + count, 0),
          1,
        );
        assert.equal(await test.count('booking', `status = 'held'`), 1);
      }
    });

    it('offers another time when a process died between keeping one and telling of it', async () => {
      await join('only@example.com', { practitioner: 'maya' });
      await assert.rejects(offer({ adapter: dying() }), /dies/);
      assert.equal(await offer(), 1);
    });

    it('frees a time of which nobody was told, since a process died, and no other', async () => {
      await join('only@example.com');
      const { slots } = await adapter().listSlots({ service: 'consultation', from: soon(5) });
      const visitors = { service: 'consultation', slotId: slots[0]?.id ?? '' };
      await adapter().holdSlot?.(visitors, { operationId: operationId() });
      for (let looks = 0; looks < 3; looks += 1) await assert.rejects(offer({ adapter: dying() }), /dies/);
      assert.equal(await offer(), 1);
      assert.equal(await test.count('booking', `status = 'held'`), 5, 'another process may be about to tell');
      await test.database.query(`update booking set created_at = created_at - interval '10 minutes'`);
      assert.equal(await offer(), 0);
      const held = await test.database.query<{ slot_id: string }>(`select slot_id from booking where status = 'held'`);
      const [kept] = await test.database.query<{ slot_id: string }>('select slot_id from waitlist_offer');
      assert.deepEqual(held.map(({ slot_id }) => slot_id).sort(), [visitors.slotId, kept?.slot_id].sort());
    });

    it('makes no offer of a time that was freed meanwhile', async () => {
      await join('only@example.com');
      const real = adapter();
      const slow = withMethods(real, {
        holdSlot: async (...write) => {
          const hold = await real.holdSlot?.(...write);
          assert.ok(hold);
          await test.database.query(`update booking set created_at = created_at - interval '10 minutes'`);
          await offer({
            now: Date.now() - 1,
            adapter: withMethods(real, { listSlots: () => assert.fail('enough') }),
          }).catch(() => {});
          return hold;
        },
      });
      await offer({ adapter: slow });
      assert.equal(await test.count('waitlist_offer'), 0);
      assert.equal(await test.count('booking', `status = 'held'`), 0);
      assert.equal(await offer(), 1);
    });

    it('frees a time at once when the offer of it can not be stored', async () => {
      await join('only@example.com');
      const { database } = test;
      const failing = new Proxy(database, {
        get(_, key: keyof typeof database) {
          if (key === 'transaction') return () => Promise.reject(new Error('The disk is full'));
          const found: unknown = database[key];
          return typeof found === 'function' ? (found.bind(database) as unknown) : found;
        },
      });
      await assert.rejects(
        offerFreeTimes({
          database: failing,
          adapter: adapter(),
          timeZone: 'Europe/London',
          quiet: undefined,
          now: Date.now(),
          offerMs: OFFER_MS,
        }),
        /disk is full/,
      );
      assert.equal(await test.count('booking', `status = 'held'`), 0);
      assert.equal(await offer(), 1);
    });

    it('offers times to all though it fails for somebody before them', async () => {
      await join('first@example.com', { service: 'treatment' });
      await join('second@example.com');
      const real = adapter();
      const failing = withMethods(real, {
        listSlots: (query) =>
          query.service === 'treatment' ? Promise.reject(new Error('The hours are broken')) : real.listSlots(query),
      });
      await assert.rejects(offer({ adapter: failing }), /hours are broken/);
      assert.equal(await test.count('waitlist_offer'), 1);
    });

    it('refuses a first date that nobody lives to see', async () => {
      for (const from of ['9999-12-31', '9901-01-01']) {
        await assert.rejects(
          async () => enter('far@example.com', { from }),
          (error) => {
            assert.ok(isSmpError(error, 'validation'));
            assert.deepEqual(error.issues, [{ pointer: '/from', code: 'range' }]);
            return true;
          },
        );
      }
      assert.equal(await test.count('waitlist'), 0);
      await join('patient@example.com', { from: '9900-12-31' });
      assert.equal(await offer(), 0);
    });

    it('refuses dates that are over', async () => {
      const isRange = (error: unknown) => {
        assert.ok(isSmpError(error, 'validation'));
        assert.deepEqual(error.issues, [{ pointer: '/to', code: 'range' }]);
        return true;
      };
      for (let times = 0; times < 3; times += 1) {
        await assert.rejects(async () => join('a@example.com', { to: soon(-2) }), isRange);
      }
      assert.deepEqual([await test.count('waitlist'), await joined()], [0, 0]);
      await join('a@example.com', { to: soon(0) });
      assert.equal(await joined(), 1);
    });

    describe('asks whoever has an address whether they want to wait', () => {
      const asks = async () => (await send()).filter(({ text }) => text.includes('/messages/join'));

      it('and keeps no time for them, nor writes again, before they have said so', async () => {
        await enter('a@example.com');
        assert.equal(await offer(), 0);
        const [mail, other] = await asks();
        assert.equal(other, undefined);
        assert.match(mail?.text ?? '', /within seven days/);
        const path = linkOf(mail, 'join');
        assert.match(await (await ask(path)).text(), /<button>Yes, write to me/);
        assert.equal(await offer(), 0, 'a look is none');
        for (let times = 0; times < 2; times += 1) {
          assert.match(await (await ask(path, { body: '' })).text(), /You are on our waiting list/);
        }
        assert.equal(await offer(), 1);
        const [offered] = await send();
        assert.match(offered?.text ?? '', /messages\/offer/);
        assert.equal(linkOf(offered, 'join'), '');
      });

      it('and shows them the phone number, which is theirs once they confirm it', async () => {
        const contact = { name: 'Wanda Waiting', email: 'a@example.com', phone: '020 7946 0111' };
        await enter('a@example.com', { contact });
        const path = linkOf((await asks())[0], 'join');
        assert.match(await (await ask(path)).text(), /020 7946 0111/);
        await ask(path, { body: '' });
        // Somebody else who knows the address: for this wish, and for another.
        const strangers = { ...contact, phone: '020 7946 0222' };
        await enter('a@example.com', { contact: strangers });
        await enter('a@example.com', { contact: strangers, service: 'treatment' });
        assert.equal(await test.count('waitlist', `phone = '020 7946 0222' and confirmed_at is not null`), 0);
        await ask(path, { body: '' });
        assert.equal(await test.count('waitlist', `phone = '020 7946 0222' and confirmed_at is not null`), 0);
        assert.equal(await test.count('waitlist', `phone = '020 7946 0111' and confirmed_at is not null`), 1);
        const taken = await offered();
        await ask(taken, { body: '' });
        assert.equal(await test.count('client_details', `phone <> '020 7946 0111'`), 0);
      });

      it('and asks anew when an entry that is over is joined again with another number', async () => {
        await join('a@example.com', { contact: { name: 'A', email: 'a@example.com', phone: '020 7946 0111' } });
        await test.database.query('update waitlist set to_date = current_date - 2');
        const [first] = await asks();
        assert.equal(first, undefined, 'which was answered already');
        await enter('a@example.com', { contact: { name: 'A', email: 'a@example.com', phone: '020 7946 0222' } });
        assert.equal(await offer(), 0);
        const path = linkOf((await asks())[0], 'join');
        assert.match(await (await ask(path)).text(), /020 7946 0222/);
        assert.equal(await offer(), 0);
      });

      it('and takes the last thing that was said before they confirm, by the last mail alone', async () => {
        const contact = { name: 'Wanda Waiting', email: 'a@example.com', phone: '020 7946 0110' };
        await enter('a@example.com', { contact });
        const early = linkOf((await asks())[0], 'join');
        await enter('a@example.com', { contact: { ...contact, phone: '020 7946 0111' } });
        const late = linkOf((await asks())[0], 'join');
        assert.notEqual(late, early);
        for (const body of [undefined, '']) {
          const answer = await ask(early, body === undefined ? {} : { body });
          assert.equal(answer.status, 410);
          const text = await answer.text();
          assert.match(text, /our email about that is the one that counts/);
          assert.doesNotMatch(text, /join our waiting list again|<button>/, 'which would make the late one worthless');
        }
        assert.equal(await test.count('waitlist', 'confirmed_at is not null'), 0);
        assert.equal((await ask(late, { body: '' })).status, 200);
        assert.equal(await test.count('waitlist', `confirmed_at is not null and phone = '020 7946 0111'`), 1);
        await test.database.query('update waitlist set to_date = current_date - 2');
        assert.match(await (await ask(late)).text(), /join our waiting list again/, 'the control');
      });

      it('at most three times a day, however many ask at once, and once for all that one person waits for', async () => {
        const services = ['consultation', 'treatment', 'touch-up'];
        await Promise.all(
          ['maya', undefined].flatMap((practitioner) =>
            services.map(async (service) => enter('A@example.com', { service, ...(practitioner && { practitioner }) })),
          ),
        );
        const mails = await asks();
        assert.equal(mails.length, 3);
        for (let times = 0; times < 3; times += 1) await enter('a@example.com');
        assert.deepEqual(await asks(), []);
        await ask(linkOf(mails[0], 'join'), { body: '' });
        const waiting = await test.count('waitlist', 'confirmed_at is not null');
        assert.equal(waiting, await test.count('waitlist'), 'all of them');
        assert.ok(waiting > 3);
        await aDayLater();
        await enter('a@example.com', { service: 'consultation', practitioner: 'idris' });
        assert.equal((await asks()).length, 1);
      });

      it('and forgets whoever does not answer within a week', async () => {
        await join('b@example.com');
        await enter('a@example.com');
        const path = linkOf((await asks())[0], 'join');
        await test.database.query(`update message set done_at = done_at - interval '6 days'`);
        await tidy(test.database, Date.now());
        assert.equal(await test.count('waitlist'), 2);
        await test.database.query(`update message set done_at = done_at - interval '2 days'`);
        await tidy(test.database, Date.now());
        assert.equal(await test.count('waitlist', `email_key = 'b@example.com'`), 1);
        assert.equal(await test.count('waitlist'), 1);
        assert.equal((await ask(path, { body: '' })).status, 404);
      });

      const services = ['consultation', 'treatment', 'touch-up'];
      const night: QuietHours = { from: '00:00', until: '23:59' };
      /** As often as anybody is asked on one day. They say yes to it. */
      const askedAllDay = async () => {
        for (const service of services) await enter('a@example.com', { service });
        const mails = await asks();
        assert.equal(mails.length, 3);
        await ask(linkOf(mails[2], 'join'), { body: '' });
      };

      it('a day later, and by day, where that could not be done at once', async () => {
        await askedAllDay();
        await enter('a@example.com', { service: 'consultation', practitioner: 'maya' });
        await enter('a@example.com', { service: 'treatment', practitioner: 'maya' });
        await offer();
        await tidy(test.database, Date.now());
        assert.deepEqual(await asks(), [], 'not on the same day');
        assert.equal(await test.count('waitlist', 'confirmed_at is null'), 2, 'nor forgotten');
        await aDayLater();
        await offer({ quiet: night });
        await tidy(test.database, Date.now());
        assert.deepEqual(await asks(), [], 'not at night');
        await Promise.all([1, 2, 3].map(() => askUnasked(test.database, soon(0))));
        await offer();
        const [mail, ...others] = await asks();
        assert.deepEqual(others, []);
        const asked = `confirmed_at is null and told_at > clock_timestamp() - interval '1 hour'`;
        assert.equal(await test.count('waitlist', asked), 1, 'the desk sees when');
        assert.equal((await ask(linkOf(mail, 'join'), { body: '' })).status, 200);
        assert.equal(await test.count('waitlist', 'confirmed_at is null'), 0);
      });

      it('and writes no more to who does not answer, however much was written down at once', async () => {
        const wishes = services.flatMap((service) => [{ service }, { service, practitioner: 'maya' }]);
        for (const wish of wishes) await enter('a@example.com', wish);
        const contact = { name: 'Rival', email: 'a@example.com' };
        for (const wish of wishes) await enter('a@example.com', { ...wish, practitioner: 'idris', contact });
        assert.equal((await asks()).length, 3);
        await enter('a@example.com', { service: 'consultation', location: 'riverside' });
        assert.equal(await test.count('waitlist'), 10);
        for (let days = 1; days <= 8; days += 1) {
          await aDayLater();
          await tidy(test.database, Date.now());
          await offer();
          assert.deepEqual(await send(), [], `after ${days} days`);
        }
        assert.equal(await test.count('waitlist'), 0, 'it is forgotten with what was asked');
      });

      it('and asks once that is forgotten who was written down later by another name', async () => {
        for (const service of services) await enter('a@example.com', { service });
        assert.equal((await asks()).length, 3);
        const contact = { name: 'Rival', email: 'a@example.com' };
        await enter('a@example.com', { practitioner: 'maya', contact });
        for (let days = 1; days <= 8; days += 1) await aDayLater();
        await offer();
        assert.deepEqual(await asks(), []);
        await tidy(test.database, Date.now());
        await offer();
        assert.equal((await asks()).length, 1);
        assert.equal(await test.count('waitlist', `name = 'Rival'`), 1);
        assert.equal(await test.count('waitlist'), 1);
      });

      it('three times a day, though they leave the list in between', async () => {
        for (let times = 0; times < 5; times += 1) {
          await enter('A@example.com');
          const [mail] = await asks();
          if (mail) await ask(linkOf(mail, 'stop'), { body: '' });
          assert.equal(mail !== undefined, times < 3);
        }
        await enter('b@example.com');
        assert.equal((await asks()).length, 1, 'the control');
        for (const email of ['A@example.com', 'b@example.com'])
          await erasePerson(test.database, undefined, email, Date.now());
        assert.equal(await test.count('letter_counted'), 0, 'of nobody is anything left');
      });

      for (const [who, end] of [
        ['has let three offers pass', 'offers = 3'],
        ['was taken off', 'removed_at = clock_timestamp()'],
        ['wanted dates that are over', 'to_date = current_date - 2'],
      ] as const) {
        it(`before anything else who ${who} and joins again, also on a day of many`, async () => {
          await askedAllDay();
          const first = `service_id = 'consultation'`;
          await test.database.query(`update waitlist set ${end} where ${first}`);
          await enter('a@example.com');
          await offer();
          assert.deepEqual(await asks(), []);
          const anew = `${first} and confirmed_at is null and removed_at is null and offers = 0 and to_date is null`;
          assert.equal(await test.count('waitlist', anew), 1);
          await aDayLater();
          await tidy(test.database, Date.now());
          await offer();
          const [mail] = await asks();
          assert.equal((await ask(linkOf(mail, 'join'), { body: '' })).status, 200);
          assert.equal(await test.count('waitlist', `${first} and confirmed_at is not null and offers = 0`), 1);
        });
      }

      it('and does not ask who has left, been taken off or confirmed before the mail went out', async () => {
        await enter('a@example.com');
        await confirmWaits(test);
        await enter('b@example.com');
        await test.database.query(`delete from waitlist where email_key = 'b@example.com'`);
        assert.deepEqual(await send(), []);
      });
    });

    it('takes the dates of who joins again for those that count now, and only adds those of somebody else', async () => {
      const contact = { name: 'Wanda Waiting', email: 'a@example.com', phone: '020 7946 0111' };
      await join('a@example.com', { contact });
      const [before] = await entries();
      // A consultation has said since from when on treatment is possible.
      await join('a@example.com', {
        contact: { ...contact, name: ' wanda waiting', phone: '02079460111' },
        from: soon(30),
      });
      assert.deepEqual((await entries())[0], { ...before, from: soon(30) }, 'and keeps their turn');
      for (const other of [
        { ...contact, phone: '020 7946 0222' },
        { ...contact, name: 'Rival' },
        { name: 'Wanda Waiting', email: contact.email },
      ]) {
        await join('a@example.com', { contact: other, from: soon(60), to: soon(61) });
      }
      assert.deepEqual((await entries())[0], { ...before, from: soon(30) });
      assert.equal(await offer(), 1);
      const [slot] = await test.database.query<{ day: string }>(
        `select to_char(local_start, 'YYYY-MM-DD') as day from booking where status = 'held'`,
      );
      assert.ok((slot?.day ?? '') >= soon(30));
    });

    describe('on joining again', () => {
      const contact = { name: 'Wanda Waiting', email: 'a@example.com', phone: '020 7946 0111' };
      const [privacy] = visitor().consents;
      assert.ok(privacy);
      const texts = (granted = true) => [privacy, { ...privacy, purpose: 'appointment-sms' as const, granted }];
      const confirm = async () => {
        const [mail] = (await send()).filter(({ text }) => text.includes('/messages/join'));
        await ask(linkOf(mail, 'join'), { body: '' });
      };
      const withdraw = async () => {
        const [row] = await test.database.query<{ id: string }>('select id::text as id from waitlist');
        const withdrawal = { of: 'waitlist', id: row?.id ?? '', purpose: 'appointment-sms', by: 'email' } as const;
        const opened = await book.open(test.database);
        await withdrawConsent(test.database, { cipher: testCipher, opened }, withdrawal, Date.now());
      };
      const isOn = async () => {
        const [row] = await test.database.query<Consenting & Row>('select consents, consents_withdrawn from waitlist');
        return row !== undefined && isConsented(row, 'appointment-sms');
      };

      it('takes a consent that the same person gives anew, and nobody else', async () => {
        await enter('a@example.com', { contact, consents: texts() });
        await confirm();
        await withdraw();
        for (const other of [
          { ...contact, phone: '020 7946 0222' },
          { ...contact, name: 'Rival' },
        ]) {
          await enter('a@example.com', { contact: other, consents: texts() });
        }
        await enter('a@example.com', { contact, consents: texts(false) });
        assert.equal(await isOn(), false);
        assert.equal(await test.count('waitlist', `jsonb_exists(consents_withdrawn, 'appointment-sms')`), 1);
        const path = await offered();
        await enter('a@example.com', { contact, consents: texts() });
        assert.equal(await isOn(), true);
        await ask(path, { body: '' });
        assert.equal(
          await test.count('client_details', `consents @> '[{"purpose": "appointment-sms", "granted": true}]'`),
          1,
        );
      });

      it('takes no consent any more that the same person does not give again', async () => {
        await enter('a@example.com', { contact, consents: texts() });
        await confirm();
        await enter('a@example.com', { contact: { ...contact, name: 'Rival' }, consents: texts(false) });
        assert.equal(await isOn(), true);
        await enter('a@example.com', { contact, consents: texts(false) });
        assert.equal(await isOn(), false);
      });

      for (const [when, end] of [
        ['over', 'to_date = current_date - 2'],
        ['not confirmed', 'confirmed_at = null'],
      ] as const) {
        it(`keeps a consent withdrawn until it is confirmed that it is given anew, when the wish is ${when}`, async () => {
          await enter('a@example.com', { contact, consents: texts() });
          await confirm();
          await withdraw();
          await test.database.query(`update waitlist set ${end}`);
          await enter('a@example.com', { contact, consents: texts() });
          assert.equal(await isOn(), false, 'anybody who knows the address can join');
          await confirm();
          assert.equal(await isOn(), true);
        });
      }

      it('keeps what is withdrawn after that, before it is confirmed', async () => {
        await enter('a@example.com', { contact, consents: texts() });
        await confirm();
        await withdraw();
        await test.database.query('update waitlist set to_date = current_date - 2');
        await enter('a@example.com', { contact, consents: texts() });
        const visit = { date: soon(9), time: '10:00', email: 'a@example.com', texts: true };
        const [id = ''] = await bookVisits(test.database, [visit], Date.now());
        const withdrawal = { of: 'booking', id, purpose: 'appointment-sms', by: 'email' } as const;
        const opened = await book.open(test.database);
        await withdrawConsent(test.database, { cipher: testCipher, opened }, withdrawal, Date.now());
        await confirm();
        assert.equal(await test.count('waitlist', 'confirmed_at is not null'), 1);
        assert.equal(await isOn(), false);
      });
    });

    it('only asks for a time that was kept before the dates that count now', async () => {
      await join('a@example.com');
      const path = await offered();
      await join('a@example.com', { from: soon(50) });
      assert.match(await (await ask(path)).text(), /once we have confirmed it/);
      await ask(path, { body: '' });
      assert.equal(await test.count('booking', `status = 'requested'`), 1);
    });

    it('does not count an offer that ran out before its mail could be sent', async () => {
      await join('a@example.com');
      await send();
      const away = () => Promise.reject(new MessageFailure('unreachable', 'ECONNREFUSED'));
      for (let count = 0; count < 3; count += 1) {
        assert.equal(await offer(), 1);
        await send({ mail: away });
        await test.expireHolds();
        assert.deepEqual(await send({ now: Date.now() + 20 * 60_000 }), []);
      }
      assert.equal((await entries())[0]?.offers, 0);
      assert.equal(await offer(), 1);
      assert.equal((await send()).length, 1, 'the control: one that was sent counts');
      await test.expireHolds();
      assert.equal((await entries())[0]?.offers, 1);
    });

    it('counts an offer that ran out though its mail may have arrived, and offers another time then', async () => {
      await join('a@example.com');
      await send();
      assert.equal(await offer(), 1);
      let path = '';
      const silent = (mail: OutgoingMail) => {
        path = linkOf(mail, 'offer');
        return Promise.reject(new MessageFailure('unsure', 'ETIMEDOUT'));
      };
      await send({ mail: silent });
      await test.expireHolds();
      assert.deepEqual(await send({ now: Date.now() + 20 * 60_000 }), []);
      assert.equal((await entries())[0]?.offers, 1);
      assert.equal((await ask(path)).status, 410, 'the link says that it is gone');
      assert.equal(await offer(), 1);
      const slots = await test.database.query('select distinct slot_id from waitlist_offer');
      assert.equal(slots.length, 2);
    });

    it('frees a time at once whose offer no mailbox takes', async () => {
      await join('nobody@example.com');
      await send();
      assert.equal(await offer(), 1);
      await send({ mail: () => Promise.reject(new MessageFailure('refused', 'smtp-550')) });
      assert.equal(await test.count('booking', `status = 'held'`), 1);
      await test.database.query('update waitlist set offers = 3');
      assert.equal(await offer(), 0);
      assert.equal(await test.count('booking', `status = 'held'`), 0);
    });

    // The embedded database has one connection, on which nothing happens between two statements of a transaction.
    const options = { skip: engine === 'pglite', timeout: 60_000 };
    for (const [what, end] of [
      ['is taken', async () => closeOffers(test.database, Date.now())],
      ['is taken back', async () => takeBackOffer(test.database, (await offerIds())[0] ?? '')],
    ] as const) {
      it(`is left in the moment that an offer ${what}, and neither waits for the other for good`, options, async () => {
        const { database } = test;
        await join('a@example.com');
        await offer();
        if (what === 'is taken') {
          await database.query(
            `update booking set status = 'confirmed', reference = 'SMP-7K3Q9F', hold_expires_at = null`,
          );
        }
        let runs = 0;
        let ending: Promise<unknown> = Promise.resolve();
        await database.transaction(async (transaction) => {
          runs += 1;
          await transaction.query('select from waitlist for update');
          if (runs === 1) {
            ending = end().then(() => 'done', sqlState);
            const waits = `select true from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'`;
            while ((await database.query(waits)).length === 0);
          }
          await removeFromWaitlist(transaction, 'true', []);
        });
        assert.deepEqual([await ending, runs], ['done', 1]);
        assert.equal(await test.count('waitlist'), 0);
      });
    }

    for (const how of ['with a letter', 'silently'] as const) {
      it(`keeps no time for who is taken off ${how} in the moment that they are offered one`, options, async () => {
        await join('a@example.com');
        await send();
        const { database } = test;
        const [entry] = await database.query<{ id: string }>('select id::text as id from waitlist');
        const id = entry?.id ?? '';
        let taking: Promise<unknown> = Promise.resolve();
        const held = new Proxy(database, {
          get(_, key: keyof Database) {
            if (key !== 'transaction') {
              const found: unknown = database[key];
              return typeof found === 'function' ? (found.bind(database) as unknown) : found;
            }
            return <Result>(work: (transaction: Queries) => Promise<Result>) =>
              database.transaction(async (transaction) => {
                const done = await work(transaction);
                if ((await transaction.query('select from waitlist_offer')).length === 0) return done;
                // The offer is stored and not committed.
                taking = database.transaction<unknown>((other) =>
                  how === 'silently'
                    ? removeFromWaitlist(other, 'id = $1', [id])
                    : dismissFromWaitlist(other, id, Date.now()),
                );
                const waits = `select true from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'`;
                while ((await database.query(waits)).length === 0);
                return done;
              });
          },
        });
        const made = await offerFreeTimes({
          ...{ database: held, adapter: adapter(), timeZone: 'Europe/London', quiet: undefined },
          ...{ now: Date.now(), offerMs: OFFER_MS },
        });
        await taking;
        assert.equal(made, 1, 'the control: it was made');
        assert.equal(await test.count('booking', `status = 'held'`), 0);
        const letters = await send();
        assert.deepEqual(
          letters.filter(({ text }) => text.includes('/messages/offer')),
          [],
        );
        assert.equal(letters.length, how === 'silently' ? 0 : 1);
      });
    }

    it('does not let who was taken off book by a link that they have', async () => {
      await join('a@example.com');
      const path = await offered();
      assert.equal((await ask(path)).status, 200);
      await test.database.query('update waitlist set removed_at = clock_timestamp()');
      assert.equal((await ask(path)).status, 410);
      assert.equal((await ask(path, { body: '' })).status, 410);
      assert.equal(await test.count('booking', `status = 'confirmed'`), 0);
    });

    it('offers a time out of turn where the clinic says so, also to who has let all offers pass', async () => {
      await join('first@example.com');
      await join('second@example.com');
      await test.database.query(`update waitlist set offers = 3 where email_key = 'second@example.com'`);
      const [second] = await test.database.query<{ id: string }>(
        `select id::text as id from waitlist where email_key = 'second@example.com'`,
      );
      const now = (quiet?: { from: string; until: string }) =>
        offerNow(
          {
            ...{ database: test.database, adapter: adapter(), timeZone: 'Europe/London', quiet },
            ...{ now: Date.now(), offerMs: OFFER_MS },
          },
          second?.id ?? '',
        );
      assert.equal(await now({ from: '00:00', until: '23:59' }), 'quiet');
      assert.equal(await now(), 'made');
      assert.equal(await now(), 'already', 'one at a time');
      const offers = (await send()).filter(({ text }) => text.includes('/messages/offer'));
      assert.deepEqual(
        offers.map(({ to }) => to.address),
        ['second@example.com'],
      );
      await test.database.query('update waitlist set confirmed_at = null');
      await test.expireHolds();
      assert.equal(await now(), 'none', 'nor to who has not confirmed');
    });

    it('leaves contact and consents as they are while a time is kept for somebody', async () => {
      await join('a@example.com', {
        contact: { name: 'Wanda Waiting', email: 'a@example.com', phone: '020 7946 0111' },
      });
      let path = '';
      for (let count = 0; count < 3; count += 1) {
        path = await offered();
        if (count < 2) await test.expireHolds();
      }
      await aDayLater();
      const other = { name: 'Somebody Else', email: 'a@example.com', phone: '020 7946 0222' };
      for (let times = 0; times < 2; times += 1)
        await join('a@example.com', { contact: other, consents: [], note: 'x' });
      assert.equal(
        await test.count('waitlist', `name = 'Wanda Waiting' and phone = '020 7946 0111' and note is null`),
        1,
      );
      assert.equal(await test.count('waitlist', `consents = '[]'::jsonb`), 0);
      assert.equal(await joined(), 1, 'and nobody is told');
      assert.equal(await offer(), 0, 'nor offered another');
      assert.equal(await test.count('waitlist', 'wish = 2'), 1, 'asked for once more, however often');
      assert.match(await (await ask(path, { body: '' })).text(), /is booked/);
      assert.equal(await test.count('client_details', `phone = '020 7946 0111'`), 1);
      assert.equal(await test.count('waitlist'), 0);
    });

    it('goes on offering to who joined again while their third offer was open', async () => {
      await join('a@example.com');
      for (let count = 0; count < 3; count += 1) {
        await offered();
        if (count < 2) await test.expireHolds();
      }
      await join('a@example.com');
      await test.expireHolds();
      assert.equal(await offer(), 1);
    });

    it('asks for a time where the clinic decides, and says so before', async () => {
      await join('a@example.com', { service: 'consultation', request: true });
      await join('b@example.com', { service: 'consultation' });
      await join('b@example.com', { service: 'consultation', request: true });
      await join('b@example.com', { service: 'consultation' });
      assert.equal(await offer(), 2);
      const paths = (await send()).map((mail) => linkOf(mail, 'offer')).filter((path) => path !== '');
      assert.equal(paths.length, 2);
      for (const path of paths) {
        assert.match(await (await ask(path)).text(), /once we have confirmed it/);
        await ask(path, { body: '' });
      }
      assert.equal(await test.count('booking', `status = 'requested'`), 2);
      await join('c@example.com', { service: 'consultation' });
      const path = await offered();
      assert.doesNotMatch(await (await ask(path)).text(), /once we have confirmed it/, 'control');
      await ask(path, { body: '' });
      assert.equal(await test.count('booking', `status = 'confirmed'`), 1, 'control');
    });

    it('passes a time on, oldest first, until somebody takes it', async () => {
      const wanted = { service: 'consultation', practitioner: 'maya' };
      const { slots } = await adapter().listSlots({ ...wanted, from: soon(5) });
      const day = slots[0]?.localDate ?? '';
      const booked: string[] = [];
      for (const slot of slots.filter(({ localDate }) => localDate === day)) {
        const booking = await adapter()
          .createBooking({ service: 'consultation', slotId: slot.id, ...visitor() }, { operationId: operationId() })
          .catch(() => undefined);
        if (booking) booked.push(booking.bookingId);
      }
      const names = ['ann', 'ben', 'cat'];
      for (const name of names) {
        await join(`${name}@example.com`, { practitioner: 'maya', from: day, to: day });
      }
      assert.equal(await offer(), 0, 'nothing is free');
      await cancelVisit(test.database, booked[1] ?? '', Date.now());
      await send();
      const asked: string[] = [];
      let path = '';
      for (const name of names) {
        assert.equal(await offer(), 1);
        assert.equal(await offer(), 0, 'it is kept for one');
        const [mail] = await send();
        asked.push(mail?.to.address ?? name);
        path = linkOf(mail, 'offer');
        if (name !== 'cat') await test.expireHolds();
      }
      assert.deepEqual(asked, ['ann@example.com', 'ben@example.com', 'cat@example.com']);
      assert.match(await (await ask(path, { body: '' })).text(), /is booked/);
      assert.equal(await test.count('waitlist'), 2);
    });
  });
}
