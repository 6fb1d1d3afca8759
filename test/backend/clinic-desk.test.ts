import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Consultation } from 'smp-widgets/server';
import { ClinicAccess, isOwnPage } from '../../demo/backend/clinic-access.js';
import { loadHealthCipher } from '../../demo/backend/health-cipher.js';
import { jsonLog } from '../../demo/backend/log.js';
import { PhotoStore } from '../../demo/backend/photo-store.js';
import {
  CLINIC_PASSWORD_FILE,
  startServer,
  type RunningServer,
  type ServerOptions,
} from '../../demo/backend/server.js';
import { adapterOver, ENGINES, operationId, soon, touchUpWish, useDatabase, visitor } from '../support/backend.js';
import { bookVisits } from '../support/booked-visits.js';
import { consultationDraft } from '../support/consultation-drafts.js';
import { pngFile } from '../support/photo-files.js';

const DAY = 86_400_000;
const PASSWORD = 'correct horse: battery';
const key = () => ({ operationId: operationId() });
const basic = (password: string, user = 'clinic') => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

for (const engine of ENGINES) {
  describe(`the clinic’s desk on ${engine}`, () => {
    const test = useDatabase(engine);
    const directory = mkdtempSync(join(tmpdir(), 'smp-desk-'));
    const photoDir = join(directory, 'photos');
    const healthKey = Buffer.alloc(32, 'health key of the tests').toString('base64');
    const lines: string[] = [];
    let server: RunningServer | undefined;
    let now = Date.now();

    before(async () => {
      await test.reset();
      server = await startServer({
        database: test.database,
        healthKey,
        photoDir,
        clinicPassword: PASSWORD,
        rateLimits: false,
        now: () => now,
        log: jsonLog((line) => lines.push(line)),
      });
    });
    after(async () => {
      await server?.close();
      rmSync(directory, { recursive: true });
    });

    const ask = (path: string, init: { method?: string; body?: string; headers?: Record<string, string> } = {}) =>
      fetch(`${server?.url}${path}`, {
        redirect: 'manual',
        ...init,
        headers: { authorization: basic(PASSWORD), ...init.headers },
      });
    const json = async (path: string, init: Parameters<typeof ask>[1] = {}) => {
      const answer = await ask(path, { ...init, headers: { accept: 'application/json', ...init.headers } });
      assert.equal(answer.status, 200, path);
      return (await answer.json()) as Record<string, unknown>;
    };
    /** What is sent from a form of the desk. */
    const form = (contact: string) => ({
      method: 'POST',
      headers: own(),
      body: `contact=${encodeURIComponent(contact)}`,
    });
    const own = () => ({ origin: server?.url ?? '', 'content-type': 'application/x-www-form-urlencoded' });

    const adapter = () =>
      adapterOver(test.database, {
        cipher: loadHealthCipher({ key: healthKey }),
        photos: new PhotoStore(photoDir),
        now: () => now,
      });
    /** A consultation with a photo, and a booking that it goes with. */
    const comeIn = async (said: Parameters<typeof consultationDraft>[0] = {}) => {
      const { submitConsultation, uploadPhoto, createBooking, listSlots } = bound();
      const draft = consultationDraft({ answers: { healthMedicines: ['bloodThinners'] }, ...said });
      const consultation = await submitConsultation(draft, key());
      await uploadPhoto({ ...proofOf(consultation), angle: 'top', image: new Blob([pngFile(40, 50)]) }, key());
      const { slots } = await listSlots({ service: 'consultation', from: soon() });
      const booking = await createBooking(
        {
          service: 'consultation',
          slotId: slots.at(-1)?.id ?? '',
          ...visitor(draft.contact.name),
          contact: draft.contact,
          note: `Note of ${draft.contact.name}`,
          consultation: proofOf(consultation),
        },
        key(),
      );
      return { consultation, booking, draft };
    };
    const bound = () => {
      const one = adapter();
      const { submitConsultation, uploadPhoto } = one;
      assert.ok(submitConsultation && uploadPhoto);
      const createBooking = one.createBooking.bind(one);
      return { submitConsultation, uploadPhoto, createBooking, listSlots: one.listSlots.bind(one) };
    };
    /** As if it had been sealed with a key that this server does not have. */
    const breakSeal = ({ consultationId }: Consultation) =>
      test.database.query(`update consultation set answers = answers || '\\x00'::bytea where id = $1`, [
        consultationId,
      ]);
    const proofOf = ({ consultationId, consultationToken }: Consultation) => ({ consultationId, consultationToken });

    it('lets nobody in without the password, and tells nothing', async () => {
      const { consultation } = await comeIn({ name: 'Locked Away' });
      const id = consultation.consultationId;
      for (const path of [
        '/clinic/',
        `/clinic/consultations/${id}`,
        `/clinic/consultations/${id}/photos/top`,
        '/clinic/export',
        '/clinic/desk.css',
        '/clinic/nowhere',
      ]) {
        for (const authorization of [
          '',
          'Basic',
          'Basic !!!',
          basic(''),
          basic(PASSWORD, 'admin'),
          `Bearer ${PASSWORD}`,
        ]) {
          const answer = await ask(path, { headers: { authorization, 'x-forwarded-for': path } });
          assert.ok([401, 429].includes(answer.status), `${path}: ${answer.status}`);
          assert.equal(answer.headers.get('cache-control'), 'no-store');
          assert.doesNotMatch(await answer.text(), /locked|away/i);
        }
      }
    });

    it('shows what has come in, flags first, to those who know it', async () => {
      const fresh = await serving();
      const { consultation, booking } = await comeIn({ name: '<i>Robin</i> & "Sample"' });
      const answer = await fresh('/clinic/');
      assert.equal(answer.status, 200);
      const page = await answer.text();
      assert.match(page, /blood thinners/);
      assert.ok(page.includes(consultation.reference) && page.includes(booking.reference));
      assert.ok(page.includes('&lt;i&gt;Robin&lt;/i&gt; &amp; &quot;Sample&quot;'), 'what visitors write is text');
      assert.doesNotMatch(page, /<i>|<script|\sstyle=|\son\w+=/);
      for (const [name, value] of [
        ['cache-control', 'no-store'],
        ['x-robots-tag', /noindex/],
        ['x-content-type-options', 'nosniff'],
        ['content-security-policy', /default-src 'none'.*frame-ancestors 'none'/],
      ] as const) {
        const found = answer.headers.get(name) ?? '';
        assert.ok(typeof value === 'string' ? found === value : value.test(found), `${name}: ${found}`);
      }
    });

    it('leads from a consultation of the list to its booking', async () => {
      const { consultation, booking } = await comeIn({ name: 'Linked Person' });
      const path = `/clinic/bookings/${booking.bookingId}`;
      const rows = (await (await ask('/clinic/')).text()).split('<tr>');
      const row = rows.find((one) => one.includes(`>${consultation.reference}</a></td>`)) ?? '';
      assert.ok(row.includes(`href="${path}">${booking.reference}</a>`), row);
    });

    it('says in its navigation which page is open', async () => {
      const { booking } = await comeIn({ name: 'Current Page' });
      const marked = async (path: string) =>
        [...(await (await ask(path)).text()).matchAll(/href="([^"]*)" aria-current="page"/g)].map(([, to]) => to);
      for (const path of ['/clinic/', '/clinic/waiting/', '/clinic/outbox/']) {
        assert.deepEqual(await marked(`${path}?before=2000000000000`), [path]);
      }
      assert.deepEqual(await marked(`/clinic/bookings/${booking.bookingId}`), []);
    });

    /** Another server on the same database, since the first one has had enough of wrong passwords. */
    const serving = async () => {
      await server?.close();
      server = await startServer({
        database: test.database,
        healthKey,
        photoDir,
        clinicPassword: PASSWORD,
        rateLimits: false,
        now: () => now,
        log: jsonLog((line) => lines.push(line)),
      });
      return ask;
    };

    it('names the course of a session, which a deposit is paid under', async () => {
      const fresh = await serving();
      const { booking, draft } = await comeIn({ name: 'Cora Sample', email: 'cora@example.com' });
      await test.database.query(
        `with made as (
           insert into course (id, offer_id, reference, gap_min_days, gap_default_days, gap_max_days)
           values (gen_random_uuid(), 'offer', 'SMP-COURSE-1', 7, 10, 30) returning id)
         update booking set course_id = made.id from made where booking.reference = $1`,
        [booking.reference],
      );
      assert.ok((await (await fresh('/clinic/')).text()).includes('SMP-COURSE-1'));
      const kept = await json('/clinic/export', form(draft.contact.email));
      assert.match(JSON.stringify(kept), /"course":"SMP-COURSE-1"/);
    });

    it('shows one consultation: flags, answers in words, consents, photos', async () => {
      const { consultation, booking } = await comeIn({ name: 'Sam Specimen' });
      const path = `/clinic/consultations/${consultation.consultationId}`;
      const page = await (await ask(path)).text();
      const order = ['<h2>Flags</h2>', '<h2>Contact</h2>', '<h2>Health</h2>', '<h2>Photos</h2>', '<h2>Consents</h2>'];
      const places = order.map((heading) => page.indexOf(heading));
      assert.ok(!places.includes(-1), places.join());
      assert.deepEqual(
        [...places].sort((left, right) => left - right),
        places,
      );
      assert.ok(page.includes('The visitor was told something else'));
      const link = `<a class="number" href="/clinic/bookings/${booking.bookingId}">${booking.reference}</a>`;
      assert.ok(page.includes(link), 'leads to the booking');
      assert.ok(
        (await (await ask(`/clinic/bookings/${booking.bookingId}`)).text()).includes(`href="${path}"`),
        'and back',
      );
      const view = await json(path);
      assert.equal(view['reference'], consultation.reference);
      const photo = await ask(`${path}/photos/top`);
      assert.equal(photo.headers.get('content-type'), 'image/png');
      assert.match(photo.headers.get('content-disposition') ?? '', /^attachment/);
      assert.equal(photo.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(photo.headers.get('cache-control'), 'no-store');
      assert.deepEqual(Buffer.from(await photo.arrayBuffer()), pngFile(40, 50));
      for (const wrong of [`${path}/photos/front`, `${path}/photos/..%2f`, '/clinic/consultations/1', `${path}x`]) {
        assert.equal((await ask(wrong)).status, 404, wrong);
      }
    });

    it('erases one consultation, when a page of its own asks for it', async () => {
      const { consultation } = await comeIn();
      const path = `/clinic/consultations/${consultation.consultationId}`;
      const stored = () => test.count('consultation', `id = '${consultation.consultationId}' and withdrawn_at is null`);
      for (const headers of [
        {},
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: server?.url ?? '', 'sec-fetch-site': 'cross-site' },
        { origin: server?.url ?? '', 'sec-fetch-site': 'same-site' },
      ]) {
        assert.equal((await ask(`${path}/erase`, { method: 'POST', headers })).status, 403, JSON.stringify(headers));
      }
      assert.equal((await ask(`${path}/erase`)).status, 404, 'a link erases nothing');
      assert.equal(await stored(), 1);
      const answer = await ask(`${path}/erase`, { method: 'POST', headers: own() });
      assert.equal(answer.status, 303);
      assert.equal(await stored(), 0);
      assert.match(await (await ask(path)).text(), /Withdrawn/);
      assert.equal((await ask(`${path}/photos/top`)).status, 404);
    });

    it('withdraws one consent, with what only it allowed, and notes when', async () => {
      now = Date.now();
      const purposes = ['health-data', 'photos-assessment', 'photos-publication', 'marketing-email'] as const;
      const ticked = {
        photosConsent: ['photos-assessment', 'photos-publication'],
        marketingConsent: ['marketing-email'],
      };
      const told = { presentation: 'male', hairLossPatternMale: 'norwood-5', expectations: 'Marker of hope' };
      const answers = { ...ticked, ...told, healthMedicines: ['bloodThinners'] };
      const said = { name: 'Chris Example', answers, consents: purposes };
      const { consultation } = await comeIn({ ...said, email: 'Chris@example.com' });
      const { consultation: earlier } = await comeIn({ ...said, email: 'chris@example.com' });
      const path = `/clinic/consultations/${consultation.consultationId}`;
      const withdraw = (purpose: string, init = {}) =>
        ask(`${path}/consents/${purpose}/withdraw`, { method: 'POST', headers: own(), ...init });
      type View = { content: Record<string, unknown>; consentsWithdrawn: Record<string, unknown>; photos: unknown[] };
      const view = async (at = path) => (await json(at)) as unknown as View;
      const page = await (await ask(path)).text();
      for (const purpose of purposes) assert.ok(page.includes(`/consents/${purpose}/withdraw`), purpose);
      assert.ok(!page.includes('/consents/privacy/withdraw'), 'without it there is no consultation');
      for (const purpose of ['privacy', 'unheard-of']) assert.equal((await withdraw(purpose)).status, 404, purpose);
      assert.equal((await withdraw('marketing-email', { headers: {} })).status, 403);
      assert.deepEqual((await view()).consentsWithdrawn, {});

      const first = { at: new Date(now).toISOString(), by: 'clinic' };
      assert.equal((await withdraw('marketing-email')).status, 303);
      now += DAY;
      assert.equal((await withdraw('marketing-email')).status, 303, 'twice is once');
      assert.deepEqual((await view()).consentsWithdrawn, { 'marketing-email': first });
      assert.ok((await view()).content['hairLoss'], 'the others stay');
      const others = await view(`/clinic/consultations/${earlier.consultationId}`);
      assert.deepEqual(others.consentsWithdrawn, { 'marketing-email': first }, 'news go to a person');

      const photoFiles = readdirSync(photoDir).length;
      assert.equal((await withdraw('photos-assessment')).status, 303);
      assert.deepEqual((await view()).photos, []);
      assert.equal(readdirSync(photoDir).length, photoFiles - 1);
      const image = new Blob([pngFile(40, 50)]);
      await assert.rejects(bound().uploadPhoto({ ...proofOf(consultation), angle: 'top', image }, key()), /consent/);

      const second = { at: new Date(now).toISOString(), by: 'clinic' };
      assert.equal((await withdraw('health-data')).status, 303);
      const { content, consentsWithdrawn } = await view();
      assert.deepEqual(consentsWithdrawn, {
        'marketing-email': first,
        'photos-assessment': second,
        'health-data': second,
      });
      assert.equal(content['hairLoss'], undefined);
      assert.doesNotMatch(JSON.stringify(content), /bloodThinners|norwood|Marker of hope/i);
      const left = content['answers'] as Record<string, unknown>;
      assert.equal(left['treatmentGoal'], 'shavedLook');
      assert.equal(left['healthConsent'], undefined);
      const { findings } = content['outcome'] as { findings: { flag: string }[] };
      assert.deepEqual(
        findings.map(({ flag }) => flag),
        ['in-person'],
      );
      const exported = await json('/clinic/export', form('chris@example.com'));
      const records = exported['consultations'] as { consents: unknown[]; consentsWithdrawn: unknown }[];
      assert.deepEqual(records.map((one) => one.consentsWithdrawn).at(0), consentsWithdrawn);
      assert.equal(records[0]?.consents.length, 5, 'what was given before is still known');
    });

    it('shows one booking: whose it is, how they are reached, their note and consents', async () => {
      const { createBooking, listSlots } = bound();
      const { slots } = await listSlots({ service: 'consultation', from: soon(8) });
      const contact = { name: 'Quiet <b>Caller</b>', email: 'quiet+1@example.com', phone: '(020) 7946-0555' };
      const { bookingId, reference } = await createBooking(
        {
          service: 'consultation',
          slotId: slots[0]?.id ?? '',
          ...visitor(),
          contact,
          note: 'I come in a <i>wheelchair</i>.\nIs there a lift?',
        },
        key(),
      );
      const path = `/clinic/bookings/${bookingId}`;
      assert.match(await (await ask('/clinic/')).text(), new RegExp(`href="${path}">${reference}<`));
      lines.length = 0;
      const answer = await ask(path);
      assert.equal(answer.status, 200);
      const page = await answer.text();
      assert.ok(page.includes('Quiet &lt;b&gt;Caller&lt;/b&gt;'), 'what visitors write is text');
      assert.ok(page.includes('I come in a &lt;i&gt;wheelchair&lt;/i&gt;.\nIs there a lift?'));
      assert.ok(page.includes('href="mailto:quiet%2B1@example.com"') && page.includes('href="tel:02079460555"'));
      assert.match(page, /data-name="Purpose">privacy[^]*2026-11/);
      assert.doesNotMatch(page, /<b>|<i>|<script|\sstyle=|\son\w+=/);
      const [line = ''] = lines.filter((one) => one.includes('clinic.request'));
      assert.ok(line.includes(`"record":"${bookingId}"`));
      assert.doesNotMatch(line, /quiet|wheel|0555/i);
      const { phone, note, sessions } = await json(path);
      assert.deepEqual(
        [phone, note, sessions],
        [contact.phone, 'I come in a <i>wheelchair</i>.\nIs there a lift?', []],
      );
      assert.equal((await ask(path, { headers: { authorization: '' } })).status, 401);
      assert.equal((await ask(`/clinic/bookings/${operationId()}`)).status, 404);
      await test.database.query('delete from client_details where booking_id = $1', [bookingId]);
      assert.match(await (await ask(path)).text(), /have been erased/);
    });

    it('leads from a session to the others of its course, and decides on them there, too', async () => {
      const [first = '', second = ''] = await bookVisits(
        test.database,
        ['2031-03-10', '2031-03-20'].map((date) => ({ date, time: '10:00', status: 'requested' as const })),
        now,
      );
      await test.database.query(
        `with made as (
           insert into course (id, offer_id, reference, gap_min_days, gap_default_days, gap_max_days)
           values (gen_random_uuid(), 'offer', 'SMP-COURSE', 7, 10, 30) returning id)
         update booking set course_id = made.id from made where booking.id = any ($1::uuid[])`,
        [[first, second]],
      );
      const page = await (await ask(`/clinic/bookings/${first}`)).text();
      assert.match(page, new RegExp(`SMP-COURSE[^]*href="/clinic/bookings/${second}"`));
      assert.match(page, new RegExp(`name="version" value="1"[^]*formaction="/clinic/bookings/${first}/confirm"`));
    });

    it('finds a booking, a course and a consultation by what a client says on the phone', async () => {
      const { consultation, booking } = await comeIn({ name: 'Fin Sample', email: 'fin@example.com' });
      const [first = '', second = ''] = await bookVisits(
        test.database,
        ['2031-05-10', '2031-05-20'].map((date) => ({ date, time: '10:00' })),
        now,
      );
      await test.database.query(
        `with made as (
           insert into course (id, offer_id, reference, gap_min_days, gap_default_days, gap_max_days)
           values (gen_random_uuid(), 'offer', 'SMP-C4RSE7', 7, 10, 30) returning id)
         update booking set course_id = made.id from made where booking.id = any ($1::uuid[])`,
        [[first, second]],
      );
      const leadsTo = async (said: string) =>
        (await ask(`/clinic/find?reference=${encodeURIComponent(said)}`)).headers.get('location');
      for (const said of [booking.reference, ` ${booking.reference.toLowerCase()} `, booking.reference.slice(4)]) {
        assert.equal(await leadsTo(said), `/clinic/bookings/${booking.bookingId}`, said);
      }
      assert.equal(await leadsTo(consultation.reference), `/clinic/consultations/${consultation.consultationId}`);
      assert.equal(await leadsTo('smp c4 rse 7'), `/clinic/bookings/${first}`);
      await test.database.query(`update booking set status = 'cancelled' where id = $1`, [first]);
      assert.equal(await leadsTo('SMP-C4RSE7'), `/clinic/bookings/${second}`, 'the first that stands');
      for (const said of ['', 'SMP-', 'SMP-NOSUCH', '%']) assert.equal(await leadsTo(said), '/clinic/?found=nothing');
      assert.match(await (await ask('/clinic/?found=nothing')).text(), /Nothing has this reference/);
      assert.match(await (await ask('/clinic/')).text(), /action="\/clinic\/find"[^]*name="reference"/);
      const asked = await ask('/clinic/find?reference=SMP-NOSUCH', { headers: { accept: 'application/json' } });
      assert.equal(asked.status, 404);
      assert.ok(!lines.join('').includes('C4RSE7'), 'what was asked for is in no log');
    });

    it('tells of whom no message has reached how to reach them, and of nobody else', async () => {
      const { consultation } = await comeIn({ name: 'Dead Consultation', email: 'dead.letter@example.com' });
      const [booking = ''] = await bookVisits(
        test.database,
        [{ date: '2031-04-10', time: '10:00', name: 'Dead Booking', phone: '020 7946 0333' }],
        now,
      );
      const { signUpForTouchUps } = adapter();
      assert.ok(signUpForTouchUps);
      const wish = touchUpWish('dead.touch@example.com', '2026-11-20');
      await signUpForTouchUps({ ...wish, contact: { ...wish.contact, name: 'Dead Touch-up' } }, key());
      const contact = { name: 'Dead Waiting', email: 'dead.waiting@example.com', phone: '020 7946 0444' };
      await adapter().joinWaitlist?.({ service: 'consultation', ...visitor(), contact }, key());
      const refs = await test.database.query<{ kind: string; ref: string }>(
        `select kind, ref::text as ref from (values ('booking.confirmed', $1::uuid), ('consultation.received', $2::uuid)) as one (kind, ref)
         union all select 'touch-up.signed', id::text from touch_up where email = 'dead.touch@example.com'
         union all select 'waitlist.joined', id::text from waitlist where email = 'dead.waiting@example.com'`,
        [booking, consultation.consultationId],
      );
      await test.database.query(
        `insert into message (id, kind, ref, version, channel, time_zone, due_at, try_at, created_at, done_at, state)
         select gen_random_uuid(), kind, ref, 900, 'mail', 'Europe/London', now(), now(), now(), now(), 'dead'
         from jsonb_to_recordset($1::text::jsonb) as made (kind text, ref uuid)
         on conflict on constraint message_once do nothing`,
        [JSON.stringify(refs)],
      );
      const page = await (await ask('/clinic/outbox/')).text();
      for (const said of [
        ...['Dead Consultation', 'dead.letter@example.com', 'Dead Booking', '020 7946 0333', 'Dead Touch-up'],
        ...['dead.touch@example.com', 'Dead Waiting', '020 7946 0444', `href="/clinic/bookings/${booking}"`],
        `href="/clinic/consultations/${consultation.consultationId}"`,
      ]) {
        assert.ok(page.includes(said), said);
      }
      await test.database.query(`update message set state = 'sent' where version = 900`);
      assert.doesNotMatch(await (await ask('/clinic/outbox/')).text(), /Dead|dead\.|0333|0444/);
    });

    it('confirms or declines a request, once, and by a page of its own only', async () => {
      const { createBooking, listSlots } = bound();
      const { slots } = await listSlots({ service: 'treatment', from: soon() });
      const [one, two] = await Promise.all(
        [slots[0], slots.at(-1)].map((slot) =>
          createBooking({ service: 'treatment', slotId: slot?.id ?? '', ...visitor() }, key()),
        ),
      );
      assert.ok(one && two);
      assert.equal(one.status, 'requested');
      assert.match(await (await ask('/clinic/')).text(), new RegExp(`bookings/${one.bookingId}/confirm`));
      const decide = (id: string, decision: string, headers = own()) =>
        ask(`/clinic/bookings/${id}/${decision}`, { method: 'POST', headers, body: 'version=1' });
      const other = { ...own(), origin: 'https://evil.example' };
      assert.equal((await decide(one.bookingId, 'confirm', other)).status, 403);
      assert.equal((await decide(one.bookingId, 'confirm')).headers.get('location'), '/clinic/?decided=confirm');
      assert.equal((await decide(two.bookingId, 'decline')).headers.get('location'), '/clinic/?decided=decline');
      // What is decided stays.
      assert.equal((await decide(one.bookingId, 'decline')).headers.get('location'), '/clinic/?decided=before');
      assert.match(await (await ask('/clinic/?decided=before')).text(), /decided before/);
      const rows = await test.database.query(
        `select status, version, kind from booking join outbox on ref = booking.id
         where booking.id = any ($1::uuid[]) and kind <> 'booking.requested' order by kind`,
        [[one.bookingId, two.bookingId]],
      );
      assert.deepEqual(rows, [
        { status: 'confirmed', version: 2, kind: 'booking.confirmed' },
        { status: 'cancelled', version: 2, kind: 'booking.declined' },
      ]);
    });

    it('decides on nothing that the client has changed since the list was looked at', async () => {
      const { createBooking, listSlots } = bound();
      const { slots } = await listSlots({ service: 'treatment', from: soon(10) });
      const [first] = slots;
      const other = slots.find(({ localDate }) => localDate !== first?.localDate);
      const {
        bookingId,
        manageToken = '',
        version,
      } = await createBooking({ service: 'treatment', slotId: first?.id ?? '', ...visitor() }, key());
      const shown = async () => {
        const { bookings } = (await json('/clinic/')) as { bookings: { id: string; version: number }[] };
        const form = `name="version" value="${bookings.find(({ id }) => id === bookingId)?.version}"`;
        assert.ok((await (await ask('/clinic/')).text()).includes(form));
        return form.replaceAll(/name="version" value="(\d+)"/g, 'version=$1');
      };
      const decide = (body: string, accept = 'text/html') =>
        ask(`/clinic/bookings/${bookingId}/confirm`, { method: 'POST', headers: { ...own(), accept }, body });
      const earlier = await shown();
      const moves = [{ bookingId, slotId: other?.id ?? '' }];
      await adapter().reschedule?.({ token: manageToken, version, moves }, key());
      const answer = await decide(earlier);
      assert.equal(answer.headers.get('location'), '/clinic/?decided=changed');
      assert.match(await (await ask('/clinic/?decided=changed')).text(), /changed it since you looked/);
      assert.equal((await decide(earlier, 'application/json')).status, 409);
      assert.equal((await decide('')).headers.get('location'), '/clinic/?decided=changed');
      assert.equal(await test.count('booking', `id = '${bookingId}' and status = 'requested'`), 1);
      assert.equal((await decide(await shown())).headers.get('location'), '/clinic/?decided=confirm');
    });

    it('takes the links of a booking back and has new ones sent, by a page of its own only', async () => {
      const { booking } = await comeIn({ name: 'Stray Mail', email: 'stray@example.com' });
      const path = `/clinic/bookings/${booking.bookingId}/renew-links`;
      assert.ok((await (await ask('/clinic/')).text()).includes(path));
      const opens = async (token = '') =>
        (await fetch(`${server?.url}/smp/v1/manage`, { headers: { authorization: `Bearer ${token}` } })).status;
      // The server of this test signs with a key of its own.
      const versionOf = async () =>
        (
          await test.database.query<{ token_version: number; version: number }>(
            'select token_version, version from booking where id = $1',
            [booking.bookingId],
          )
        )[0];
      assert.equal(await opens(booking.manageToken), 401);
      assert.ok(await adapter().getBooking?.(booking.manageToken ?? ''));
      const other = { ...own(), origin: 'https://evil.example' };
      assert.equal((await ask(path, { method: 'POST', headers: other })).status, 403);
      assert.ok(await adapter().getBooking?.(booking.manageToken ?? ''), 'nothing has happened');
      const answer = await ask(path, { method: 'POST', headers: own() });
      assert.equal(answer.headers.get('location'), '/clinic/?links=renewed');
      assert.match(await (await ask('/clinic/?links=renewed')).text(), /no longer work/);
      await assert.rejects(adapter().getBooking?.(booking.manageToken ?? '') ?? Promise.resolve(), {
        code: 'unauthorized',
      });
      assert.deepEqual(await versionOf(), { token_version: 2, version: 1 }, 'the booking is as it was');
      assert.equal(await test.count('outbox', `kind = 'booking.renewed' and ref = '${booking.bookingId}'`), 1);
      const nobody = `/clinic/bookings/${operationId()}/renew-links`;
      assert.equal((await ask(nobody, { method: 'POST', headers: own() })).status, 404);
    });

    it('says what happens to links before it renews them, and shows the new one to hand over', async () => {
      const { booking } = await comeIn({ name: 'Lost <b>Mailbox</b>', email: 'lost@example.com' });
      const path = `/clinic/bookings/${booking.bookingId}/renew-links`;
      const version = async () =>
        (
          await test.database.query<{ token_version: number }>('select token_version from booking where id = $1', [
            booking.bookingId,
          ])
        )[0]?.token_version;
      const asking = await ask(path);
      assert.equal(asking.status, 200);
      const asked = await asking.text();
      assert.match(asked, /stop working/);
      assert.match(asked, /Mail it to lost@example\.com/);
      assert.ok(asked.includes(booking.reference) && asked.includes('Lost &lt;b&gt;Mailbox'));
      assert.equal(await version(), 1, 'asking changes nothing');
      const shown = await ask(path, { method: 'POST', headers: own(), body: 'delivery=show' });
      assert.equal(shown.status, 200);
      assert.equal(shown.headers.get('cache-control'), 'no-store');
      const text = await shown.text();
      assert.equal(await version(), 2);
      assert.equal(await test.count('outbox', `kind = 'booking.renewed' and ref = '${booking.bookingId}'`), 0);
      const token = decodeURIComponent(/value="http[^"]+\/manage\.html#t=([^"]+)"/.exec(text)?.[1] ?? '');
      const answer = await fetch(`${server?.url}/smp/v1/manage`, { headers: { authorization: `Bearer ${token}` } });
      assert.equal(answer.status, 200, 'the link works');
      assert.doesNotMatch(lines.join('\n'), new RegExp(token.slice(0, 40)), 'the log does not tell it');
      const sent = await ask(path, { method: 'POST', headers: own(), body: 'delivery=mail' });
      assert.equal(sent.headers.get('location'), '/clinic/?links=renewed');
      assert.equal(await test.count('outbox', `kind = 'booking.renewed' and ref = '${booking.bookingId}'`), 1);
      assert.equal((await ask(`/clinic/bookings/${operationId()}/renew-links`)).status, 404);
    });

    it('exports and erases all of one person, but what an appointment to come needs', async () => {
      const email = 'Whole.Person@example.com';
      const { consultation, booking, draft } = await comeIn({ name: 'Whole Person', email });
      await adapter().joinWaitlist?.(
        { service: 'consultation', ...visitor('Whole Person'), contact: draft.contact },
        key(),
      );
      await adapter().signUpForTouchUps?.(touchUpWish(email, '2026-11-20'), key());
      await comeIn({ name: 'Other Person', email: 'other@example.com' });
      const person = form(' whole.person@EXAMPLE.com');
      const record = await json('/clinic/export', person);
      const text = JSON.stringify(record);
      for (const part of [
        consultation.reference,
        booking.reference,
        'bloodThinners',
        'Note of Whole Person',
        '2026-11',
      ]) {
        assert.ok(text.includes(part), part);
      }
      assert.ok(text.includes(`/clinic/consultations/${consultation.consultationId}/photos/top`));
      assert.equal((record['waitingList'] as unknown[]).length, 1);
      assert.equal((record['touchUps'] as unknown[]).length, 1);
      assert.ok(text.includes('You may write to me about these dates.'), 'the words that were agreed to');
      assert.doesNotMatch(text, /Other Person/);

      const erase = () => json('/clinic/erase', form(email.toLowerCase()));
      assert.match(await (await ask('/clinic/erase/ask', form('whole.person@example.com'))).text(), /Erase for good/);
      const first = await erase();
      assert.deepEqual(
        [first['consultations'], first['photos'], first['bookings'], first['waitingList']],
        [1, 1, 0, 1],
      );
      assert.ok((first['kept'] as string[]).some((one) => one.includes(booking.reference) && one.includes('to come')));
      assert.deepEqual((await json('/clinic/export', person))['consultations'], []);

      // The appointment passes.
      now += 400 * DAY;
      assert.equal((await erase())['bookings'], 1);
      now = Date.now();
      const gone = await json('/clinic/export', person);
      for (const kind of ['consultations', 'bookings', 'waitingList', 'touchUps'])
        assert.deepEqual(gone[kind], [], kind);
      const everything = JSON.stringify([
        await test.database.query('select * from consultation'),
        await test.database.query('select * from client_details'),
        await test.database.query('select * from waitlist'),
        await test.database.query('select * from touch_up'),
        await test.database.query('select * from idempotency'),
        await test.database.query('select * from outbox'),
      ]);
      assert.doesNotMatch(everything, /whole/i);
      assert.match(everything, /Other Person/);
      assert.equal(readdirSync(photoDir).length, await test.count('consultation_photo'));
    });

    it('takes whom to export or erase from forms of its own only, and from no address', async () => {
      await comeIn({ name: 'Form Person', email: 'form.person@example.com' });
      const person = form('form.person@example.com');
      for (const path of ['/clinic/export', '/clinic/erase/ask', '/clinic/erase']) {
        assert.equal((await ask(`${path}?${person.body}`)).status, 404, path);
        const elsewhere = { ...person, headers: { ...person.headers, origin: 'https://elsewhere.example' } };
        assert.equal((await ask(path, elsewhere)).status, 403, path);
      }
      assert.doesNotMatch(await (await ask('/clinic/')).text(), /method="get"/i);
      assert.match(await (await ask('/clinic/erase/ask', form(' '))).text(), /Enter an email address/);
      const file = await ask('/clinic/export', person);
      assert.equal(file.headers.get('content-disposition'), 'attachment; filename="person.json"');
      assert.equal(file.headers.get('cache-control'), 'no-store');
      // The control: nothing was erased so far, and is by the form.
      assert.match(await file.text(), /Form Person/);
      assert.equal((await json('/clinic/erase', person))['consultations'], 1);
    });

    it('exports and erases by the phone number of somebody who gave no email address', async () => {
      const { channels: _, consents, contact, ...wish } = touchUpWish('nobody@example.com', '2026-11-20');
      const phone = '+44 20 7946 0999';
      const agreed = consents.map((consent) => ({ ...consent, purpose: 'touch-up-sms' as const }));
      await adapter().signUpForTouchUps?.(
        { ...wish, contact: { name: contact.name, phone }, channels: ['sms'], consents: agreed },
        key(),
      );
      await adapter().signUpForTouchUps?.(touchUpWish('someone.else@example.com', '2026-11-20'), key());
      const written = form('(+44) 20-7946-0999');
      const found = async () => (await json('/clinic/export', written))['touchUps'] as { phone: string }[];
      assert.deepEqual(
        (await found()).map((one) => one.phone),
        [phone],
      );
      assert.match(await (await ask('/clinic/erase/ask', written)).text(), /442079460999/);
      assert.equal((await json('/clinic/erase', written))['touchUps'], 1);
      assert.deepEqual(await found(), []);
      assert.equal(await test.count('touch_up', `email = 'someone.else@example.com'`), 1);
      for (const nobody of ['', '+', 'nobody']) {
        const record = await json('/clinic/export', form(nobody));
        for (const kind of ['consultations', 'bookings', 'waitingList', 'touchUps']) assert.deepEqual(record[kind], []);
      }
    });

    it('logs who looked at which record, and nothing of the person', async () => {
      lines.length = 0;
      const { consultation } = await comeIn({ name: 'Zebrafinch Person', email: 'zebrafinch@example.com' });
      const id = consultation.consultationId;
      for (const path of ['/clinic/', `/clinic/consultations/${id}`, `/clinic/consultations/${id}/photos/top`]) {
        assert.equal((await ask(path)).status, 200);
      }
      await ask('/clinic/export', form('zebrafinch@example.com'));
      await ask('/clinic/consultations/zebrafinch');
      await ask('/clinic/zebrafinch');
      const written = lines.join('');
      assert.match(
        written,
        new RegExp(`"who":"clinic","route":"GET /clinic/consultations/:id","status":200,"record":"${id}"`),
      );
      assert.match(written, /"route":"POST \/clinic\/export","status":200/);
      for (const secret of [/zebrafinch/i, /blood/i, new RegExp(consultation.consultationToken), /correct horse/]) {
        assert.doesNotMatch(written, secret);
      }
    });

    it('stays calm when a record can’t be opened', async () => {
      const { consultation } = await comeIn({ name: 'Locked Out', email: 'locked@example.com' });
      await breakSeal(consultation);
      const page = await ask(`/clinic/consultations/${consultation.consultationId}`);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /can’t be opened[^]*Erase this consultation/);
      const list = await ask('/clinic/');
      assert.equal(list.status, 200);
      assert.match(await list.text(), /Can’t be opened/);
      const { consultations } = await json('/clinic/export', form('locked@example.com'));
      const [exported] = consultations as Record<string, unknown>[];
      assert.deepEqual([exported?.['unreadable'], exported?.['answers']], [true, undefined]);
    });

    it('erases whose consultation can’t be opened, and lets go of their answers', async () => {
      const { consultation } = await comeIn({ name: 'Locked Out', email: 'locked.out@example.com' });
      const id = consultation.consultationId;
      await breakSeal(consultation);
      const withdraw = `/clinic/consultations/${id}/consents/health-data/withdraw`;
      await json(withdraw, { method: 'POST', headers: own() });
      const { content } = (await json(`/clinic/consultations/${id}`)) as { content: { answers: unknown } };
      assert.deepEqual(content.answers, {}, 'of what nobody can open nothing is kept');
      await breakSeal(consultation);
      const person = form('locked.out@example.com');
      assert.match(await (await ask('/clinic/erase/ask', person)).text(), /Consultations: 1/);
      const erasure = await json('/clinic/erase', person);
      assert.equal(erasure['consultations'], 1);
      assert.equal(await test.count('consultation', `email = 'locked.out@example.com'`), 0);
    });
  });
}

describe('access to the desk', () => {
  const request = (authorization: string) =>
    new Request('http://clinic.example/clinic/', { headers: { authorization } });

  it('needs a password of some length', () => {
    assert.throws(() => new ClinicAccess('elevenchars'), /12 characters/);
  });

  it('does not even listen to an address that has guessed ten times, though it guesses right', () => {
    const access = new ClinicAccess(PASSWORD);
    const statuses = Array.from({ length: 12 }, (_, index) =>
      access.turnAway(request(basic(`guess ${index}`)), '192.0.2.1'),
    );
    assert.deepEqual(
      statuses.map((turned) => turned?.status),
      [...Array.from({ length: 10 }, () => 401), 429, 429],
    );
    assert.equal(access.turnAway(request(basic(PASSWORD)), '192.0.2.1')?.status, 429);
    assert.equal(access.turnAway(request(basic(PASSWORD)), '192.0.2.2'), undefined);
  });

  it('is not used up by coming in', () => {
    const access = new ClinicAccess(PASSWORD);
    for (let count = 0; count < 100; count += 1) {
      assert.equal(access.turnAway(request(basic(PASSWORD)), '192.0.2.1'), undefined);
    }
  });

  it('is changed by pages of the desk only', () => {
    const from = (headers: Record<string, string>) =>
      isOwnPage(
        new Request('http://clinic.example/clinic/erase', {
          method: 'POST',
          headers: { host: 'clinic.example', ...headers },
        }),
      );
    assert.ok(from({ origin: 'https://clinic.example' }), 'a proxy in front speaks https');
    assert.ok(from({ 'sec-fetch-site': 'same-origin', origin: 'null' }));
    for (const headers of [
      {},
      { origin: 'http://clinic.example.evil' },
      { origin: 'not an origin' },
      { 'sec-fetch-site': 'none' },
    ]) {
      assert.ok(!from(headers), JSON.stringify(headers));
    }
  });
});

describe('the desk of a server', () => {
  const test = useDatabase('pglite');
  const directory = mkdtempSync(join(tmpdir(), 'smp-desk-'));
  after(() => rmSync(directory, { recursive: true }));
  const statusOf = async (options: ServerOptions, authorization: string) => {
    const server = await startServer({ database: test.database, ...options });
    try {
      return (await fetch(`${server.url}/clinic/`, { headers: { authorization } })).status;
    } finally {
      await server.close();
    }
  };

  it('is not there where no password is set or kept', async () => {
    assert.equal(await statusOf({}, basic(PASSWORD)), 404);
  });

  it('opens with the password that was made in the data directory', async () => {
    assert.equal(await statusOf({ dataDir: directory }, basic('x')), 401);
    const password = readFileSync(join(directory, CLINIC_PASSWORD_FILE), 'utf8');
    assert.ok(password.length >= 20);
    assert.equal(await statusOf({ dataDir: directory }, basic(password)), 200);
  });

  it('refuses to keep photos where the site is served from', async () => {
    const site = { siteDir: directory, photoDir: join(directory, 'photos') };
    await assert.rejects(startServer({ database: test.database, ...site }), /served/);
  });
});
