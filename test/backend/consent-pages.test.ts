import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { ConsentPurpose } from 'smp-widgets/server';
import { fakeClinic } from 'smp-widgets/testing';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import { openConsultation, readConsultation } from '../../demo/backend/consultation-record.js';
import { loadHealthCipher } from '../../demo/backend/health-cipher.js';
import { silentLog } from '../../demo/backend/log.js';
import type { OutgoingMail } from '../../demo/backend/mail-transport.js';
import { signer } from '../../demo/backend/manage-token.js';
import { readDeskList } from '../../demo/backend/desk-list.js';
import { readBooked } from '../../demo/backend/message-subject.js';
import { messageToken, type MessageGrant } from '../../demo/backend/message-token.js';
import { MessageWorker } from '../../demo/backend/message-worker.js';
import { exportPerson } from '../../demo/backend/person-record.js';
import { PhotoStore } from '../../demo/backend/photo-store.js';
import { startServer, type RunningServer } from '../../demo/backend/server.js';
import { adapterOver, operationId, soon, touchUpWish, useDatabase } from '../support/backend.js';
import { bookVisits } from '../support/booked-visits.js';
import { consultationDraft } from '../support/consultation-drafts.js';
import { pngFile } from '../support/photo-files.js';

const KEY = 'signs the links of the page of consents';
const HEALTH_KEY = Buffer.alloc(32, 'health key of the tests').toString('base64');
const secret = signer(Buffer.from(KEY, 'utf8'));
const cipher = loadHealthCipher({ key: HEALTH_KEY });
const EMAIL = 'chris@example.com';
const GIVEN = ['health-data', 'photos-assessment', 'photos-publication', 'marketing-email', 'marketing-sms'] as const;
const SITE = 'https://fadeaway.example';

describe('the page on which people withdraw what they agreed to', () => {
  const test = useDatabase('pglite');
  const photoDir = mkdtempSync(join(tmpdir(), 'smp-consents-'));
  const keyBefore = process.env['MANAGE_TOKEN_KEY'];
  let server: RunningServer | undefined;
  let now = Date.now();
  let id = '';

  before(async () => {
    await test.reset();
    process.env['MANAGE_TOKEN_KEY'] = KEY;
    server = await startServer({
      database: test.database,
      healthKey: HEALTH_KEY,
      photoDir,
      mail: { send: async () => {}, close: async () => {} },
      // The test sends.
      sendEveryMs: 86_400_000,
      rateLimits: false,
      now: () => now,
    });
  });
  after(async () => {
    await server?.close();
    rmSync(photoDir, { recursive: true });
    if (keyBefore === undefined) delete process.env['MANAGE_TOKEN_KEY'];
    else process.env['MANAGE_TOKEN_KEY'] = keyBefore;
  });

  const adapter = () =>
    adapterOver(test.database, { cipher, signer: secret, photos: new PhotoStore(photoDir), now: () => now });
  /** A consultation with all consents and one photo. */
  const consult = async ({ email = EMAIL, locale = 'en' } = {}) => {
    const { submitConsultation, uploadPhoto } = adapter();
    assert.ok(submitConsultation && uploadPhoto);
    const answers = {
      photosConsent: ['photos-assessment', 'photos-publication'],
      marketingConsent: ['marketing-email', 'marketing-sms'],
      healthMedicines: ['bloodThinners'],
      expectations: 'Marker of hope',
    };
    const draft = consultationDraft({ name: 'Chris Example', email, answers, consents: GIVEN });
    const consents = draft.consents.map((one) => ({ ...one, version: `default-1-${locale}` }));
    const { consultationId, consultationToken } = await submitConsultation(
      { ...draft, consents, locale },
      { operationId: operationId() },
    );
    const photo = { angle: 'top', image: new Blob([pngFile(40, 50)]) } as const;
    await uploadPhoto({ consultationId, consultationToken, ...photo }, { operationId: operationId() });
    return consultationId;
  };
  const pathOf = (grant: Partial<MessageGrant> & { ref: string }) =>
    `/messages/consents?m=${messageToken(secret, { purpose: 'consents', about: 'consultation', ...grant })}`;
  const chosen = (purpose: ConsentPurpose, { ref = id, from = pathOf({ ref: id }), of = 'consultation' } = {}) =>
    `${from}&of=${of}.${ref}&consent=${purpose}`;
  const show = (path: string, headers = {}) => fetch(`${server?.url}${path}`, { headers });
  const post = (path: string) => fetch(`${server?.url}${path}`, { method: 'POST' });
  const textOf = async (answer: Promise<Response>, status = 200) => {
    const { status: own, headers } = await answer;
    assert.equal(own, status);
    assert.match(headers.get('cache-control') ?? '', /no-store/);
    return (await answer).text();
  };
  const content = async () => {
    const tables = ['consultation', 'client_details', 'waitlist', 'consultation_photo', 'outbox'];
    const rows = await Promise.all(tables.map((table) => test.database.query(`select * from ${table} order by 1, 2`)));
    return JSON.stringify(rows);
  };
  const rowOf = async (ref = id) => {
    const row = await readConsultation(test.database, ref);
    assert.ok(row);
    return row;
  };
  const withdrawn = async (ref = id) => (await rowOf(ref)).consents_withdrawn;
  const isTexted = async (ref: string) => (await readBooked(test.database, ref))?.plan.sms;

  beforeEach(async () => {
    await test.clear();
    now = Date.now();
    id = await consult();
  });

  it('is linked in the mail that says that the answers have come, which tells nothing of them', async () => {
    const mails: OutgoingMail[] = [];
    const worker = new MessageWorker({
      database: test.database,
      book: new ClinicBook(),
      mail: { send: async (mail) => void mails.push(mail), close: async () => {} },
      signer: secret,
      siteUrl: SITE,
      backendUrl: SITE,
      quiet: undefined,
      log: silentLog,
      now: () => now,
    });
    await worker.run();
    const [mail, ...more] = mails;
    assert.ok(mail && more.length === 0);
    assert.deepEqual(mail.to, { name: 'Chris Example', address: EMAIL });
    assert.doesNotMatch(mail.text, /thinner|hair|scalp|Marker/i);
    const path = new RegExp(`${SITE}(/messages/consents\\?m=[\\w.-]+)`).exec(mail.text)?.[1] ?? '';
    assert.equal(path, pathOf({ ref: id }));
    await worker.close();
  });

  it('lists each consent with its words, version and date, and changes nothing', async () => {
    const before = await content();
    const page = await textOf(show(pathOf({ ref: id })));
    assert.doesNotMatch(page, /<script|<form/);
    for (const purpose of GIVEN) assert.ok(page.includes(`&amp;consent=${purpose}"`), purpose);
    assert.match(page, /Fadeaway Studio may publish my photos/);
    assert.match(page, /Given on \S+,? 22 November 2026 by a tick on our website\. Wording: default-1-en/);
    assert.equal(page.match(/<li>/g)?.length, GIVEN.length + 1);
    assert.equal(await content(), before);
  });

  it('asks before it withdraws, says what that means, and does it once however often it is asked', async () => {
    const path = chosen('health-data');
    const before = await content();
    const asked = await textOf(show(path));
    assert.match(asked, /Do you want to withdraw this consent\?/);
    assert.match(asked, /all that you wrote in your own words, is erased for good/);
    assert.match(asked, /<form method="post"><button>Withdraw consent<\/button>/);
    assert.equal(await content(), before, 'a GET changes nothing');

    const first = { at: new Date(now).toISOString(), by: 'person' };
    assert.match(await textOf(post(path)), /The consent is withdrawn/);
    now += 60_000;
    const once = await content();
    assert.match(await textOf(post(path)), /The consent is withdrawn/);
    const again = await textOf(show(path));
    assert.match(again, /The consent is withdrawn/);
    assert.doesNotMatch(again, /<form/);
    assert.equal(await content(), once, 'twice is once');
    assert.deepEqual(await withdrawn(), { 'health-data': first });
    const [listed] = (await readDeskList(test.database, cipher)).consultations;
    assert.deepEqual(listed?.consentsWithdrawn, ['health-data'], 'the clinic is told');
    const { answers } = openConsultation(cipher, await rowOf()) ?? {};
    assert.equal(answers?.['healthMedicines'], undefined);
    assert.doesNotMatch(JSON.stringify(answers), /Marker/);
    assert.equal(answers?.['treatmentGoal'], 'shavedLook', 'what tells nothing of health stays');
    assert.match(await textOf(show(pathOf({ ref: id }))), /You withdrew this on /);
    const { consultations } = await exportPerson(test.database, cipher, EMAIL);
    assert.deepEqual(consultations[0]?.['consentsWithdrawn'], { 'health-data': first });
  });

  it('lets go of what only that consent allowed, and of nothing else', async () => {
    const files = readdirSync(photoDir).length;
    await textOf(post(chosen('photos-publication')));
    assert.equal(await test.count('consultation_photo', 'true'), 1, 'publishing is another matter');
    await textOf(post(chosen('photos-assessment')));
    assert.equal(await test.count('consultation_photo', 'true'), 0);
    assert.equal(readdirSync(photoDir).length, files - 1);
    assert.deepEqual(Object.keys(await withdrawn()).sort(), ['photos-assessment', 'photos-publication']);
    assert.ok(openConsultation(cipher, await rowOf())?.answers['healthMedicines'], 'the answers stay');
  });

  it('ends news and texts wherever the address that a mail went to has agreed to them, and nowhere else', async () => {
    const other = await consult({ email: 'Chris@example.com' });
    const stranger = await consult({ email: 'somebody@example.com' });
    const visit = { date: soon(9), time: '10:00', phone: '020 7946 0999', texts: true };
    const [own = '', second = '', sameNumber = '', others = ''] = await bookVisits(
      test.database,
      [
        { ...visit, email: EMAIL },
        { ...visit, phone: '020 7946 0222', email: 'CHRIS@example.com' },
        // Anybody can book with an address of their own and another's number.
        { ...visit, phone: '+020 7946-0999', email: 'new@example.com' },
        { ...visit, phone: '020 7946 0111', email: 'else@example.com' },
      ],
      now,
    );
    const mark = { at: new Date(now).toISOString(), by: 'person' };
    await textOf(post(chosen('marketing-email')));
    assert.deepEqual(await withdrawn(other), { 'marketing-email': mark });
    assert.deepEqual(await withdrawn(stranger), {});
    const texted = () => Promise.all([own, second, sameNumber, others].map(isTexted));
    assert.deepEqual(await texted(), [true, true, true, true]);
    const path = chosen('appointment-sms', { of: 'booking', ref: own });
    assert.match(await textOf(show(path)), /wherever you gave us the email address/);
    await textOf(post(path));
    assert.deepEqual(await texted(), [false, false, true, true]);
  });

  it('shows who comes from a text message nothing but the consent to texts', async () => {
    const visit = { date: soon(9), time: '10:00', phone: '020 7946 0999', texts: true };
    // Anybody can book with another's address and a number of their own.
    const [ref = ''] = await bookVisits(test.database, [{ ...visit, email: EMAIL }], now);
    const from = pathOf({ about: 'phone', ref });
    const page = await textOf(show(from));
    assert.equal(page.match(/<li>/g)?.length, 1);
    assert.match(page, /consent=appointment-sms/);
    const before = await content();
    for (const purpose of ['health-data', 'privacy'] as const) {
      await textOf(post(chosen(purpose, { from })), 404);
    }
    assert.equal(await content(), before);
    await textOf(post(chosen('appointment-sms', { from, of: 'booking', ref })));
    assert.equal(await isTexted(ref), false);
  });

  it('ends texts to the number that a text went to, not those of an address that it was booked with', async () => {
    const visit = { date: soon(9), time: '10:00', phone: '020 7946 0111', texts: true };
    const [ref = '', theirs = '', sameNumber = '', abroad = ''] = await bookVisits(
      test.database,
      [
        { ...visit, phone: '020 7946 0999', email: EMAIL },
        { ...visit, email: EMAIL },
        { ...visit, phone: '+020 7946-0999', email: 'new@example.com' },
        // Nothing here knows the clinic's country code.
        { ...visit, phone: '+44 20 7946 0999', email: 'new@example.com' },
      ],
      now,
    );
    const path = chosen('appointment-sms', { from: pathOf({ about: 'phone', ref }), of: 'booking', ref });
    assert.match(await textOf(show(path)), /wherever you gave us the phone number[^.]* in the same way/);
    await textOf(post(path));
    const texted = await Promise.all([ref, theirs, sameNumber, abroad].map(isTexted));
    assert.deepEqual(texted, [false, true, false, true]);
  });

  it('lists reminders that the address was signed up for, with the link that stops them', async () => {
    const wish = touchUpWish('Chris@example.com', '2026-11-20');
    const hostile = 'Pay at https://evil.example';
    const consents = wish.consents.map((one) => ({ ...one, wording: hostile }));
    await adapter().signUpForTouchUps?.({ ...wish, consents }, { operationId: operationId() });
    await adapter().signUpForTouchUps?.(touchUpWish('else@example.com', '2026-11-20'), { operationId: operationId() });
    const [plan] = await test.database.query<{ id: string }>(
      `select id::text as id from touch_up where lower(email) = $1`,
      [EMAIL],
    );
    const list = await textOf(show(pathOf({ ref: id })));
    assert.match(list, /Reminders that you asked for/);
    assert.doesNotMatch(list, /evil/, 'anybody can sign up anybody, in words of their own');
    const [, path = '', ...others] = /href="(\/messages\/stop\?m=[^"]+)"/.exec(list) ?? [];
    assert.deepEqual(others, []);
    assert.match(await textOf(post(path)), /You get no more reminders/);
    assert.equal(await test.count('touch_up', `stopped_at is not null and id = '${plan?.id ?? ''}'`), 1);
    assert.equal(await test.count('touch_up', 'stopped_at is not null'), 1);
    const after = await textOf(show(pathOf({ ref: id })));
    assert.doesNotMatch(after, /messages\/stop/);
    assert.match(after, /Reminders that you asked for[^]*You withdrew this on/);

    const visit = { date: soon(9), time: '10:00', phone: '020 7946 0999', texts: true };
    const [ref = ''] = await bookVisits(test.database, [{ ...visit, email: EMAIL }], now);
    const byText = await textOf(show(pathOf({ about: 'phone', ref })));
    assert.doesNotMatch(byText, /Reminders that you asked for/, 'nor to who has the phone');
  });

  it('ends a consent that was given with a course for all of its sessions, and for no other booking', async () => {
    const visit = { time: '10:00', email: EMAIL };
    const [first = '', second = '', apart = ''] = await bookVisits(
      test.database,
      [9, 30, 60].map((days) => ({ ...visit, date: soon(days) })),
      now,
    );
    await test.database.query(
      `with made as (
         insert into course (id, offer_id, reference, gap_min_days, gap_default_days, gap_max_days)
         values (gen_random_uuid(), 'offer', 'SMP-' || left($1::text, 8), 7, 10, 30) returning id)
       update booking set course_id = made.id from made where booking.id = any ($2::uuid[])`,
      [first, [first, second]],
    );
    const consents = [{ purpose: 'photos-publication', granted: true, version: '1', at: '2026-11-22T10:00:00Z' }];
    await test.database.query('update client_details set consents = $1::text::jsonb', [JSON.stringify(consents)]);
    const from = pathOf({ about: 'booking', ref: second });
    await textOf(post(chosen('photos-publication', { from, of: 'booking', ref: first })));
    const marked = await test.database.query<{ id: string }>(
      `select booking_id::text as id from client_details where jsonb_exists(consents_withdrawn, 'photos-publication')`,
    );
    assert.deepEqual(marked.map(({ id: one }) => one).sort(), [first, second].sort());
    assert.match(await textOf(show(chosen('photos-publication', { from, of: 'booking', ref: apart }))), /<form/);
  });

  it('knows a consent that a server of an earlier version notes as withdrawn while this one starts', async () => {
    const at = new Date(now).toISOString();
    await test.database.query('update consultation set consents_withdrawn = $2::text::jsonb where id = $1', [
      id,
      JSON.stringify({ 'marketing-email': at }),
    ]);
    assert.match(await textOf(show(pathOf({ ref: id }))), /We noted on \S+,? \d+ \w+ \d+ that you withdrew this/);
    const noted = { 'marketing-email': { at, by: 'clinic' } };
    assert.deepEqual(await withdrawn(), noted);
    const { consultations } = await exportPerson(test.database, cipher, EMAIL);
    assert.deepEqual(consultations[0]?.['consentsWithdrawn'], noted);
    assert.match(await textOf(post(chosen('marketing-email'))), /The consent is withdrawn/);
  });

  it('erases a consultation with the consent that all of it rests on, and says so from then on', async () => {
    const path = chosen('privacy');
    assert.match(await textOf(show(path)), /Your answers and photos, and your name and address with them, are erased/);
    for (const answer of [post(path), post(path), show(pathOf({ ref: id }))]) {
      const page = await textOf(answer);
      assert.match(page, /Your answers and photos are erased/);
      assert.doesNotMatch(page, /<form/);
    }
    const row = await rowOf();
    assert.deepEqual([row.email, row.answers], [null, null]);
    assert.deepEqual(row.consents_withdrawn, { privacy: { at: new Date(now).toISOString(), by: 'person' } });
    assert.equal(await test.count('outbox', `kind = 'consultation.withdrawn'`), 1);
  });

  it('keeps the consent that an appointment needs, and says why', async () => {
    const [ref = ''] = await bookVisits(test.database, [{ date: soon(9), time: '10:00', email: EMAIL }], now);
    const consents = JSON.stringify([{ purpose: 'privacy', granted: true, version: '1', at: '2026-11-22T10:00:00Z' }]);
    await test.database.query('update client_details set consents = $2::text::jsonb where booking_id = $1', [
      ref,
      consents,
    ]);
    const from = pathOf({ about: 'booking', ref });
    assert.match(await textOf(show(from)), /We need this as long as you have an appointment/);
    const before = await content();
    for (const ask of [show, post]) await textOf(ask(chosen('privacy', { from, of: 'booking', ref })), 404);
    assert.equal(await content(), before);
  });

  it('says the same of every link that is none, and does nothing', async () => {
    const other = await consult({ email: 'somebody@example.com' });
    const [renewed = ''] = await bookVisits(test.database, [{ date: soon(9), time: '10:00', email: EMAIL }], now);
    await test.database.query('update booking set token_version = 2 where id = $1', [renewed]);
    const path = pathOf({ ref: id });
    const stop = messageToken(secret, { purpose: 'stop', about: 'booking', ref: renewed });
    const wrong = [
      '/messages/consents',
      '/messages/consents?m=',
      `${path}x`,
      path.replace(id, other),
      pathOf({ ref: '00000000-0000-4000-8000-000000000000' }),
      pathOf({ ref: id, tokenVersion: 2 }),
      pathOf({ about: 'touch-up', ref: id }),
      pathOf({ about: 'booking', ref: renewed }),
      `/messages/consents?m=${stop}`,
      // Right, but not theirs, or not to be had.
      chosen('health-data', { ref: other }),
      chosen('appointment-sms'),
      `${path}&of=consultation.${id}&consent=unheard-of`,
      `${path}&of=consultation.none&consent=health-data`,
    ];
    const before = await content();
    const said = new Set<string>();
    for (const one of wrong) for (const ask of [show, post]) said.add(await textOf(ask(one), 404));
    said.add(await textOf(post(path), 404));
    assert.equal(said.size, 1);
    assert.equal(await content(), before);
  });

  it('shows no version of a wording that a stranger has made up', async () => {
    const { submitConsultation, signUpForTouchUps } = adapter();
    assert.ok(submitConsultation && signUpForTouchUps);
    const email = 'victim@example.com';
    const words = 'URGENT: pay your deposit today at https://evil.example/pay';
    for (const version of [words, 'pay-at-evil.example', 'call-020-7946-0999', 'default-1-en']) {
      const wish = touchUpWish(email, '2026-11-20');
      await signUpForTouchUps(
        { ...wish, consents: wish.consents.map((one) => ({ ...one, version })) },
        { operationId: operationId() },
      );
      const draft = consultationDraft({ name: 'Victim', email });
      const { consultationId } = await submitConsultation(
        { ...draft, consents: draft.consents.map((one) => ({ ...one, version })) },
        { operationId: operationId() },
      );
      const page = await textOf(show(pathOf({ ref: consultationId })));
      assert.doesNotMatch(page, /evil|020-7946/, version);
      assert.match(page, /Wording: –/);
      const exported = JSON.stringify(await exportPerson(test.database, cipher, email));
      assert.ok(exported.includes(version), 'the record has what was sent');
    }
    const own = { purpose: 'privacy' as const, version: 'Spring 2026', wording: 'Our own words.' };
    await test.reset({ ...fakeClinic, clinic: { ...fakeClinic.clinic, consents: [own] } });
    await test.database.query('update clinic set revision = revision + 1000');
    const draft = consultationDraft({ name: 'Own', email: 'own@example.com' });
    const { consultationId } = await submitConsultation(
      { ...draft, consents: draft.consents.map((one) => ({ ...one, version: own.version })) },
      { operationId: operationId() },
    );
    const page = await textOf(show(pathOf({ ref: consultationId })));
    assert.match(page, /Our own words\.[^]*Wording: Spring 2026/);
    await test.reset();
  });

  it('speaks the person’s language, with the words that they agreed to', async () => {
    for (const [locale, direction, words] of [
      ['de', 'ltr', /Worin Sie eingewilligt haben/],
      ['ar', 'rtl', /ما وافقت عليه/],
      ['pt-BR', 'ltr', /O que aceitou/],
    ] as const) {
      const ref = await consult({ email: `${locale}@example.com`, locale });
      const page = await textOf(show(pathOf({ ref }), { 'accept-language': 'fr' }));
      assert.match(page, new RegExp(`<html lang="${locale.slice(0, 2)}" dir="${direction}">`));
      assert.match(page, words);
      assert.equal(page.includes('<blockquote'), locale !== 'pt-BR', 'nobody invents words for a version');
    }
  });
});
