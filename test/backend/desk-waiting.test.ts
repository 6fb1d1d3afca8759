import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { WaitlistRequest } from 'smp-widgets/server';
import type { DeskWaiting, ListedWaiting } from '../../demo/backend/desk-waiting.js';
import { tidy } from '../../demo/backend/housekeeping.js';
import type { OutgoingMail } from '../../demo/backend/mail-transport.js';
import { startServer, type RunningServer } from '../../demo/backend/server.js';
import { adapterOver, confirmWaits, ENGINES, operationId, soon, useDatabase, visitor } from '../support/backend.js';
import { fitting, hostileTexts } from '../support/hostile-texts.js';

const PASSWORD = 'correct horse: battery';
const authorization = `Basic ${Buffer.from(`clinic:${PASSWORD}`).toString('base64')}`;

for (const engine of ENGINES) {
  describe(`the desk’s page of the waiting list on ${engine}`, () => {
    const test = useDatabase(engine);
    const mails: OutgoingMail[] = [];
    const lines: string[] = [];
    let onMail = () => {};
    let server: RunningServer | undefined;

    const serverWith = (options: Partial<Parameters<typeof startServer>[0]> = {}) =>
      startServer({
        database: test.database,
        clinicPassword: PASSWORD,
        rateLimits: false,
        quietHours: 'off',
        log: (_level, event, fields) => void lines.push(JSON.stringify([event, fields])),
        ...options,
      });

    before(async () => {
      await test.reset();
      const mail = {
        send: async (one: OutgoingMail) => {
          mails.push(one);
          onMail();
        },
        close: async () => {},
      };
      server = await serverWith({ mail, sendEveryMs: 20 });
    });
    after(() => server?.close());
    beforeEach(async () => {
      await test.clear();
      mails.length = 0;
      lines.length = 0;
    });

    /** The next mail to somebody that holds such a link. */
    const mailTo = (address: string, link: string) =>
      new Promise<OutgoingMail>((resolve) => {
        onMail = () => {
          const found = mails.find(({ to, text }) => to.address === address && text.includes(link));
          if (found) resolve(found);
        };
        onMail();
      });
    const ask = (
      path: string,
      init: { method?: string; headers?: Record<string, string>; server?: RunningServer } = {},
    ) =>
      fetch(`${(init.server ?? server)?.url}${path}`, {
        redirect: 'manual',
        method: init.method ?? 'GET',
        headers: { authorization, ...init.headers },
      });
    const post = (path: string, headers: Record<string, string> = { origin: server?.url ?? '' }) =>
      ask(path, { method: 'POST', headers });
    const list = async (): Promise<readonly ListedWaiting[]> => {
      const answer = await ask('/clinic/waiting/', { headers: { accept: 'application/json' } });
      assert.equal(answer.status, 200);
      return ((await answer.json()) as DeskWaiting).waiting;
    };
    const join = async (name: string, wish: Partial<WaitlistRequest> = {}): Promise<string> => {
      const email = `${(await test.count('waitlist')) + 1}@example.com`;
      await adapterOver(test.database).joinWaitlist?.(
        { service: 'consultation', ...visitor(), contact: { name, email }, ...wish },
        { operationId: operationId() },
      );
      return (await list()).find((one) => one.email === (wish.contact?.email ?? email))?.id ?? '';
    };
    /** The same of somebody who has confirmed it, and was asked by mail. */
    const wait = async (...wish: Parameters<typeof join>): Promise<string> => {
      const id = await join(...wish);
      await confirmWaits(test);
      await test.database.query(`update outbox set delivered_at = clock_timestamp()`);
      return id;
    };
    const page = async (search = '') => (await ask(`/clinic/waiting/${search}`)).text();

    it('is for those who know the password, and changes nothing that another page asks for', async () => {
      const id = await wait('Locked Away');
      const paths = ['offer', 'dismiss', 'remove'].map((what) => `/clinic/waiting/${id}/${what}`);
      // One of its own, since it has enough of wrong passwords before long.
      const locked = await serverWith();
      for (const path of ['/clinic/waiting/', ...paths]) {
        const method = path.endsWith('/') ? 'GET' : 'POST';
        for (const wrong of ['', 'Basic', `Basic ${Buffer.from('clinic:wrong password').toString('base64')}`]) {
          const headers = { authorization: wrong, origin: server?.url ?? '' };
          const answer = await ask(path, { method, headers, server: locked });
          assert.ok([401, 429].includes(answer.status), `${path}: ${answer.status}`);
          assert.doesNotMatch(await answer.text(), /locked/i);
        }
      }
      await locked.close();
      for (const path of paths) {
        for (const headers of [{}, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
          assert.equal((await post(path, headers)).status, 403, path);
        }
        assert.notEqual((await ask(path)).status, 200, 'nor by a link');
      }
      assert.equal(await test.count('waitlist', 'removed_at is null and offers = 0'), 1);
    });

    it('tells who waits for what, since when and how it stands, next in line first', async () => {
      await join('Una Asked');
      await wait('Ada First', { practitioner: 'maya', from: soon(3), to: soon(9), request: true });
      await wait('Ben Second', {
        service: 'treatment',
        contact: { name: 'Ben Second', email: 'ben@example.com', phone: '020 7946 0111' },
      });
      const late = await wait('Cat Over');
      await test.database.query('update waitlist set offers = 3 where id = $1', [late]);
      const gone = await wait('Dot Gone');
      await test.database.query('update waitlist set to_date = current_date - 2 where id = $1', [gone]);
      await test.database.query(`update waitlist set confirmed_at = null where name = 'Una Asked'`);
      assert.deepEqual(
        (await list()).map(({ name, state }) => `${name} ${state}`),
        ['Ada First waiting', 'Ben Second waiting', 'Dot Gone over', 'Cat Over passed', 'Una Asked asked'],
      );
      const text = (await page()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
      for (const said of [
        /Ada First [^A-Z]* .*with Maya Fairweather .*asks for your decision .* to /,
        /020 7946 0111/,
        /nothing more is offered by itself offered a time 3 times/,
        /their dates are over/,
        /not confirmed yet asked \d/,
      ]) {
        assert.match(text, said);
      }
      assert.equal((await list())[0]?.from, soon(3));
      const offered = [...(await page()).matchAll(/aria-label="Offer ([\w ]+) a time"/g)].map(([, name]) => name);
      assert.deepEqual(offered, ['Ada First', 'Ben Second', 'Cat Over'], 'nothing fits dates that are over');
    });

    it('says of nobody that they were asked whom nobody has asked', async () => {
      const contact = { name: 'Ada First', email: 'ada@example.com' };
      for (const practitioner of ['maya', 'idris', 'tomasz', undefined]) {
        await join('Ada First', { contact, ...(practitioner !== undefined && { practitioner }) });
      }
      const asked = (await list()).map(({ practitioner, askedAt }) => [practitioner, askedAt !== null]);
      assert.deepEqual(asked, [
        ['maya', true],
        ['idris', true],
        ['tomasz', true],
        [null, false],
      ]);
      assert.equal((await page()).match(/not asked yet/g)?.length, 1);
    });

    it('shows what people write as text, and no note, which may tell of health', async () => {
      const names = hostileTexts.map((text) => fitting(text.replaceAll(/[\0\p{Cs}]/gu, '').trim(), 120));
      for (const [index, name] of names.entries()) {
        const contact = { name, email: `hostile.${index}@example.com` };
        await test.database.query(
          `insert into waitlist (id, service_id, practitioner_id, location_id, email_key, name, email, phone, note, consents,
             confirmed_at)
           values (gen_random_uuid(), $1, $1, $1, $2, $3, $2, $1, 'I take blood thinners', '[]', clock_timestamp())`,
          [name, contact.email, name],
        );
      }
      const shown = await page();
      assert.doesNotMatch(shown, /blood thinners/);
      assert.doesNotMatch(JSON.stringify(await list()), /blood thinners/);
      assert.ok(!/<(img|script|svg|iframe|a href="javascript)/i.test(shown), 'no tag of theirs');
      // Whatever is said in an attribute stays within it.
      for (const [, value = ''] of shown.matchAll(/aria-label="([^"]*)"/g)) assert.doesNotMatch(value, /[<>"]/);
      assert.equal((shown.match(/<tr>/g) ?? []).length, names.length + 1);
    });

    it('offers a time out of turn, which is kept and told of', async () => {
      await wait('Ada First');
      const id = await wait('Ben Second');
      const answer = await post(`/clinic/waiting/${id}/offer`);
      assert.equal(answer.headers.get('location'), '/clinic/waiting/?offer=made');
      await mailTo('2@example.com', '/messages/offer?m=');
      const [first] = await list();
      assert.deepEqual([first?.name, first?.state], ['Ben Second', 'offered']);
      assert.match(await page('?offer=made'), /role="status">A time is kept for them/);
      assert.match(await page(), /is kept for them/);
      const again = await post(`/clinic/waiting/${id}/offer`);
      assert.equal(again.headers.get('location'), '/clinic/waiting/?offer=already');
      assert.match(await page('?offer=already'), /kept for them already/);
      assert.equal(await test.count('booking', `status = 'held'`), 1);
    });

    it('takes somebody off with a letter, and frees what was kept for them', async () => {
      const id = await wait('Ada First', { locale: 'de' });
      await post(`/clinic/waiting/${id}/offer`);
      await mailTo('1@example.com', '/messages/offer?m=');
      const answer = await post(`/clinic/waiting/${id}/dismiss`);
      assert.equal(answer.headers.get('location'), '/clinic/waiting/?removed=told');
      const mail = await mailTo('1@example.com', '/booking.html');
      assert.match(mail.subject, /nicht mehr auf unserer Warteliste/);
      assert.deepEqual(await list(), []);
      assert.equal(await test.count('booking', `status = 'held'`), 0);
      assert.equal((await post(`/clinic/waiting/${id}/dismiss`)).status, 404, 'once');
      assert.equal((await post(`/clinic/waiting/${id}/offer`)).headers.get('location'), '/clinic/waiting/?offer=none');
      await test.database.query(`update waitlist set removed_at = removed_at - interval '3 days'`);
      await tidy(test.database, Date.now());
      assert.equal(await test.count('waitlist'), 0, 'and forgets them');
      assert.doesNotMatch(lines.join(''), /Ada|example\.com/);
    });

    it('lets who was taken off join again, and then sends no letter that they are off', async () => {
      const id = await wait('Ada First');
      await test.database.query(`update waitlist set removed_at = clock_timestamp() where id = $1`, [id]);
      const contact = { name: 'Ada First', email: '1@example.com' };
      await join('Ada First', { contact });
      assert.deepEqual(
        (await list()).map(({ state, name }) => `${name} ${state}`),
        ['Ada First asked'],
      );
      assert.equal((await post(`/clinic/waiting/${id}/dismiss`)).status, 404, 'who has not confirmed gets no letter');
    });

    it('takes somebody off silently', async () => {
      const id = await wait('Ada First');
      const answer = await post(`/clinic/waiting/${id}/remove`);
      assert.equal(answer.headers.get('location'), '/clinic/waiting/?removed=silently');
      assert.equal(await test.count('waitlist'), 0);
      assert.equal(await test.count('outbox', `kind = 'waitlist.removed'`), 0);
      for (const wrong of [id, operationId(), '1', '..%2f']) {
        assert.ok((await post(`/clinic/waiting/${wrong}/remove`)).status === 404);
      }
    });

    it('offers neither times nor letters where no messages are sent', async () => {
      const id = await wait('Ada First');
      const silent = await serverWith();
      try {
        const shown = await (await ask('/clinic/waiting/', { server: silent })).text();
        assert.match(shown, /Take off silently/);
        assert.doesNotMatch(shown, /Offer a time|Take off with a letter/);
        for (const what of ['offer', 'dismiss']) {
          const init = { method: 'POST', headers: { origin: silent.url }, server: silent };
          assert.equal((await ask(`/clinic/waiting/${id}/${what}`, init)).status, 404);
        }
      } finally {
        await silent.close();
      }
    });
  });
}
