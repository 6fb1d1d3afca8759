import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Course, CourseOffer } from 'smp-widgets/server';
import { fakeClinic } from 'smp-widgets/testing';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import { noteDeposit } from '../../demo/backend/course-deposit.js';
import { decideRequest } from '../../demo/backend/desk-decision.js';
import { jsonLog } from '../../demo/backend/log.js';
import type { OutgoingMail } from '../../demo/backend/mail-transport.js';
import { MessageWorker } from '../../demo/backend/message-worker.js';
import { startServer, type RunningServer } from '../../demo/backend/server.js';
import { LANGUAGES } from '../../src/locales/languages.js';
import { adapterOver, ENGINES, operationId, soon, testSigner, useDatabase, visitor } from '../support/backend.js';

const PASSWORD = 'correct horse: battery';
const SITE = 'https://fadeaway.example';
const TEXT = 'We ask for £150.\nIt is taken off the price.';
const URL_TODAY = 'https://pay.fadeaway.example/?shop=7';
/** What nobody but the client has to know. */
const TELLING = /treatment|pigment|scalp|hair|shaved|session|£|deposit/i;

/** The clinic with what it asks for in advance; what is booked there is booked at once, unless it is asked for. */
function clinicWith(deposit: Partial<CourseOffer['deposit']> = {}) {
  const [offer] = fakeClinic.clinic.courses as CourseOffer[];
  const courses = [{ ...offer, deposit: { text: TEXT, url: URL_TODAY, ...deposit } }];
  const services = fakeClinic.clinic.services.map((service) => ({ ...service, confirmation: 'instant' as const }));
  return { ...fakeClinic, clinic: { ...fakeClinic.clinic, services, courses } };
}

for (const engine of ENGINES) {
  describe(`deposits on ${engine}`, () => {
    const test = useDatabase(engine);
    const mails: OutgoingMail[] = [];
    let server: RunningServer | undefined;
    let now = Date.now();
    let worker: MessageWorker | undefined;

    beforeEach(async () => {
      await test.database.script('truncate course cascade');
      await test.reset(clinicWith());
      now = Date.now();
      mails.length = 0;
      await worker?.close();
      worker = new MessageWorker({
        database: test.database,
        book: new ClinicBook(),
        mail: { send: async (mail) => void mails.push(mail), close: async () => undefined },
        signer: testSigner,
        siteUrl: SITE,
        backendUrl: SITE,
        quiet: undefined,
        log: jsonLog(() => undefined),
        now: () => now,
      });
    });
    before(() => {
      now = Date.now();
    });
    after(async () => {
      await worker?.close();
      await server?.close();
    });

    const adapter = () => adapterOver(test.database, { now: () => now });

    /** Books the clinic's course, ten days between its sessions. */
    async function booked({ request = false, locale = 'en' } = {}): Promise<Course> {
      const one = adapter();
      assert.ok(one.bookCourse);
      const sessions: { service: string; slotId: string }[] = [];
      for (const days of [6, 16, 26]) {
        const { slots } = await one.listSlots({ service: 'treatment', from: soon(days) });
        const slot = slots.find(({ practitioner }) => practitioner !== undefined) ?? slots[0];
        sessions.push({ service: 'treatment', slotId: slot?.id ?? '' });
      }
      const draft = { course: 'shaved-look', sessions, ...visitor('Ann Sample'), locale, request };
      return one.bookCourse(draft, { operationId: operationId() });
    }
    const managed = async (token = '') => {
      const one = adapter();
      assert.ok(one.getBooking);
      return one.getBooking(token);
    };
    const told = async (): Promise<OutgoingMail> => {
      await worker?.run();
      const [mail, ...more] = mails.splice(0);
      assert.ok(mail);
      assert.equal(more.length, 0);
      return mail;
    };
    /** The address that a mail leads to for payment. */
    const payLinkIn = (body: string): URL | undefined => {
      const found = /https:\/\/pay\.[^\s"<]+/.exec(body)?.[0].replaceAll('&amp;', '&');
      return found === undefined ? undefined : new URL(found);
    };

    it('asks for the deposit in the mail that says that the course is booked', async () => {
      const course = await booked();
      const mail = await told();
      assert.doesNotMatch(mail.subject, TELLING);
      for (const body of [mail.text, mail.html]) {
        assert.ok(body.includes('Deposit: We ask for £150. It is taken off the price.'), body);
        assert.ok(body.includes(`Reference for the payment: ${course.reference}`));
        assert.ok(body.includes('If you have already paid'));
        const link = payLinkIn(body);
        assert.deepEqual(Object.fromEntries(link?.searchParams ?? []), {
          shop: '7',
          reference: course.reference,
          return_url: `${SITE}/manage.html#smp-paid=${course.reference}`,
          cancel_url: `${SITE}/manage.html#smp-payment-cancelled=${course.reference}`,
        });
      }
      assert.deepEqual((await managed(course.manageToken)).deposit, {
        reference: course.reference,
        text: TEXT,
        url: URL_TODAY,
      });
    });

    it('asks for it once the desk has agreed to what was asked for, not before', async () => {
      const course = await booked({ request: true });
      const asked = await told();
      assert.equal(payLinkIn(asked.text), undefined);
      assert.doesNotMatch(asked.text, /£150/);
      assert.equal((await managed(course.manageToken)).deposit, undefined);
      await decideRequest(test.database, course.sessions[1]?.bookingId ?? '', { decision: 'confirm', version: 1 }, now);
      const confirmed = await told();
      assert.equal(payLinkIn(confirmed.text)?.searchParams.get('reference'), course.reference);
      assert.equal(payLinkIn(confirmed.html)?.searchParams.get('reference'), course.reference);
      assert.equal((await managed(course.manageToken)).deposit?.reference, course.reference);
    });

    it('asks for it at once where the clinic takes it with the request', async () => {
      await test.reset(clinicWith({ payOnRequest: true }));
      const course = await booked({ request: true });
      assert.equal(payLinkIn((await told()).text)?.searchParams.get('reference'), course.reference);
      assert.ok((await managed(course.manageToken)).deposit);
    });

    it('asks in each language for what was agreed on, at the address of today', async () => {
      for (const language of LANGUAGES) {
        const { reference } = await booked({ locale: language });
        const courses = clinicWith({ text: 'It has become dearer.', url: 'https://pay.example/new' }).clinic.courses;
        await test.database.query('update clinic set courses = $1::text::jsonb', [JSON.stringify(courses)]);
        const mail = await told();
        assert.equal(mail.language, language);
        for (const body of [mail.text, mail.html]) {
          assert.ok(body.includes('We ask for £150. It is taken off the price.'), language);
          assert.ok(!body.includes('dearer'));
          assert.equal(payLinkIn(body)?.pathname, '/new');
          assert.ok(body.includes(reference));
        }
        assert.match(mail.html, language === 'ar' ? /<html lang="ar" dir="rtl">/ : /<html lang="\w\w" dir="ltr">/);
        await test.reset(clinicWith());
      }
    });

    it('says how to pay where the clinic has no payment page, and nothing where it asks for nothing', async () => {
      const { clinic, ...rest } = clinicWith();
      const [offer] = clinic.courses;
      for (const deposit of [{ text: 'In cash, please.' }, undefined]) {
        const courses = [{ ...offer, deposit }];
        await test.reset({ ...rest, clinic: { ...clinic, courses } });
        const course = await booked();
        const mail = await told();
        assert.equal(payLinkIn(mail.html), undefined);
        assert.equal(mail.text.includes('In cash, please.'), deposit !== undefined);
        assert.equal(mail.text.includes('Reference for the payment'), deposit !== undefined);
        assert.equal((await managed(course.manageToken)).deposit?.text, deposit?.text);
      }
    });

    it('is asked for no more once the clinic has it, and again if it has not after all', async () => {
      const course = await booked();
      assert.ok(await noteDeposit(test.database, course.courseId, true, now));
      assert.equal(payLinkIn((await told()).text), undefined);
      const { deposit, version } = await managed(course.manageToken);
      assert.equal(deposit, undefined);
      assert.equal(version, course.version, 'nothing of the sessions has changed');
      assert.ok(await noteDeposit(test.database, course.courseId, false, now));
      assert.ok((await managed(course.manageToken)).deposit);
      assert.ok(!(await noteDeposit(test.database, operationId(), true, now)), 'of no course');
    });

    it('is asked for in advance only, and not for what is cancelled', async () => {
      const course = await booked();
      const one = adapter();
      assert.ok(one.cancel);
      now += 10 * 86_400_000;
      assert.equal((await managed(course.manageToken)).deposit, undefined);
      now = Date.now();
      const cancelled = await one.cancel(
        {
          token: course.manageToken ?? '',
          version: course.version,
          bookingIds: course.sessions.map(({ bookingId }) => bookingId),
        },
        { operationId: operationId() },
      );
      assert.equal(cancelled.deposit, undefined);
    });

    describe('at the desk', () => {
      const ask = (
        path: string,
        init: { method?: string; accept?: string; origin?: string; body?: URLSearchParams } = {},
      ) =>
        fetch(`${server?.url}${path}`, {
          redirect: 'manual',
          method: init.method ?? 'GET',
          ...(init.body && { body: init.body }),
          headers: {
            authorization: `Basic ${Buffer.from(`clinic:${PASSWORD}`).toString('base64')}`,
            accept: init.accept ?? 'text/html',
            ...(init.method && { origin: init.origin ?? server?.url ?? '' }),
          },
        });
      beforeEach(async () => {
        await server?.close();
        server = await startServer({
          database: test.database,
          clinicPassword: PASSWORD,
          rateLimits: false,
          log: jsonLog(() => undefined),
        });
      });

      it('shows what is due under which reference, once for a course, and notes what has come', async () => {
        const course = await booked();
        const page = await (await ask('/clinic/')).text();
        assert.equal(page.split('We ask for £150.').length, 2, 'once');
        assert.ok(page.includes(course.reference));
        const path = /formaction="(\/clinic\/courses\/[\w-]+\/deposit-received)"/.exec(page)?.[1] ?? '';
        assert.equal((await ask(path, { method: 'POST', origin: 'https://elsewhere.example' })).status, 403);
        const noted = await ask(path, { method: 'POST' });
        assert.equal(noted.status, 303);
        assert.match(await (await ask(noted.headers.get('location') ?? '')).text(), /Noted\./);
        const after = await (await ask('/clinic/')).text();
        assert.ok(!after.includes('We ask for £150.') && after.includes(`Deposit under ${course.reference}, received`));
        assert.equal((await managed(course.manageToken)).deposit, undefined);

        const exported = (await (
          await ask('/clinic/export', { method: 'POST', body: new URLSearchParams({ contact: 'visitor@example.com' }) })
        ).json()) as {
          bookings: { course: string; deposit: string; depositReceivedAt: string | null }[];
        };
        assert.equal(exported.bookings[0]?.deposit, TEXT);
        assert.match(exported.bookings[0]?.depositReceivedAt ?? '', /^\d{4}-/);

        const open = await ask(path.replace('received', 'open'), { method: 'POST', accept: 'application/json' });
        assert.deepEqual(await open.json(), { received: false });
        assert.ok((await managed(course.manageToken)).deposit);
      });

      it('knows no deposit of a course that has none, or of no course', async () => {
        for (const id of [operationId(), 'x']) {
          assert.equal((await ask(`/clinic/courses/${id}/deposit-received`, { method: 'POST' })).status, 404);
        }
      });
    });
  });
}
