import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Database } from '../../demo/backend/database.js';
import { startServer, type RunningServer } from '../../demo/backend/server.js';
import {
  adapterOver,
  ENGINES,
  operationId,
  soon,
  tally,
  useDatabase,
  visitor,
  type TestDatabase,
} from '../support/backend.js';
import { HttpClient, type Answer } from '../support/http-client.js';

const BOOKERS = { pglite: 500, postgres: 1000 };
/** PGlite has one session and works them off one by one. */
const HOLDS = { pglite: 500, postgres: 2000 };
const OVERLAPPING = `select count(*)::int as pairs from booking a join booking b
  on a.id < b.id and a.resource_id = b.resource_id and a.during && b.during
  where a.status in ('held', 'requested', 'confirmed') and b.status in ('held', 'requested', 'confirmed')`;

async function overlappingPairs(database: Database): Promise<number> {
  const [row] = await database.query<{ pairs: number }>(OVERLAPPING);
  return row?.pairs ?? -1;
}

/** Many at once: nothing is awaited before all have been sent. */
function rush<Result>(count: number, one: (index: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => one(index)));
}

const codeOf = (answer: Answer): string =>
  answer.status < 300 ? String(answer.status) : `${answer.status} ${String(answer.json()['code'])}`;

for (const engine of ENGINES) {
  describe(`races on ${engine}, over HTTP`, () => {
    const test = useDatabase(engine);

    /** A real server, and the ids of the free times of one practitioner. */
    async function serve(body: (client: HttpClient, slotIds: string[], server: RunningServer) => Promise<void>) {
      await test.clear();
      const server = await startServer({ database: test.database, rateLimits: false, timeoutMs: 300_000 });
      const client = new HttpClient(server.url);
      try {
        const page = await client.get(`/smp/v1/slots?service=consultation&practitioner=maya&from=${soon()}`);
        const slotIds = (page.json()['slots'] as { id: string }[]).map(({ id }) => id);
        await body(client, slotIds, server);
      } finally {
        client.close();
        await server.close();
      }
    }

    const book = (client: HttpClient, slotId: string | undefined, key = operationId()) =>
      client.post('/smp/v1/bookings', { service: 'consultation', slotId, ...visitor() }, { 'idempotency-key': key });

    it(`gives one time to one of ${BOOKERS[engine]} bookers`, async () => {
      await serve(async (client, slotIds) => {
        const before = await deadlocks(test);
        const answers = await rush(BOOKERS[engine], () => book(client, slotIds[4]));
        assert.deepEqual(tally(answers.map(codeOf)), { 201: 1, '409 slot-taken': BOOKERS[engine] - 1 });
        assert.equal(await test.count('booking', `status = 'confirmed'`), 1);
        assert.equal(await deadlocks(test), before, 'deadlocks');
        for (const answer of answers.filter(({ status }) => status === 409)) {
          assert.ok((answer.json()['alternatives'] as unknown[]).length > 0, 'a refusal comes with other times');
        }
      });
    });

    it('makes one booking of 500 copies of one request, with one answer', async () => {
      await serve(async (client, slotIds) => {
        const key = operationId();
        const answers = await rush(500, () => book(client, slotIds[4], key));
        assert.deepEqual(tally(answers.map(codeOf)), { 201: 500 });
        const bodies = answers.map((answer) => JSON.stringify({ ...answer.json(), serverTime: '' }));
        assert.equal(new Set(bodies).size, 1);
        assert.equal(await test.count('booking'), 1);
        assert.equal(await test.count('client_details'), 1);
        assert.equal(await test.count('outbox'), 1);
      });
    });

    it('makes one booking of one hold that 100 confirm with keys of their own', async () => {
      await serve(async (client, slotIds) => {
        const slotId = slotIds[4];
        const key = { 'idempotency-key': operationId() };
        const hold = (await client.post('/smp/v1/holds', { service: 'consultation', slotId }, key)).json();
        const { holdId, holdToken } = hold;
        const draft = { service: 'consultation', slotId, hold: { holdId, holdToken }, ...visitor() };
        const answers = await rush(100, () =>
          client.post('/smp/v1/bookings', draft, { 'idempotency-key': operationId() }),
        );
        assert.deepEqual(tally(answers.map(codeOf)), { 201: 100 });
        assert.equal(new Set(answers.map((answer) => answer.json()['bookingId'])).size, 1);
        assert.equal(await test.count('booking'), 1);
      });
    });

    it(`makes no two holds overlap among ${HOLDS[engine]} at random`, async () => {
      await serve(async (client) => {
        const ids: { service: string; slotId: string }[] = [];
        for (const service of ['consultation-video', 'consultation', 'treatment', 'touch-up']) {
          const page = await client.get(`/smp/v1/slots?service=${service}&from=${soon()}`);
          const slots = page.json()['slots'] as { id: string }[];
          for (const { id } of slots.slice(0, 40)) ids.push({ service, slotId: id });
        }
        const random = generator(7);
        const wishes = Array.from({ length: HOLDS[engine] }, () => ids[Math.floor(random() * ids.length)]);
        const answers = await rush(HOLDS[engine], (index) =>
          client.post('/smp/v1/holds', wishes[index], { 'idempotency-key': operationId() }),
        );
        const counts = tally(answers.map(codeOf));
        const held = counts['201'] ?? 0;
        assert.deepEqual(counts, { 201: held, '409 slot-taken': HOLDS[engine] - held });
        assert.equal(await test.count('booking', `status = 'held'`), held);
        assert.ok(held >= 20, `only ${held} holds stood`);
        assert.equal(await overlappingPairs(test.database), 0);
      });
    });

    it('neither loses nor doubles a hold when visitors swap their times', async () => {
      await serve(async (client, slotIds) => {
        const take = async (slotId: string | undefined, replaces?: unknown) =>
          client.post(
            '/smp/v1/holds',
            { service: 'consultation', slotId, ...(replaces ? { replaces } : {}) },
            { 'idempotency-key': operationId() },
          );
        const proofs = await rush(12, async (index) => {
          const { holdId, holdToken } = (await take(slotIds[index * 3])).json();
          return { holdId, holdToken };
        });
        for (let round = 1; round <= 3; round += 1) {
          // Each wants the time that the next one has, and some the one that overlaps with their own.
          const answers = await rush(12, (index) =>
            take(slotIds[(round === 2 ? index * 3 + 1 : ((index + round) % 12) * 3) % slotIds.length], proofs[index]),
          );
          answers.forEach((answer, index) => {
            if (answer.status !== 201) return assert.equal(codeOf(answer), '409 slot-taken');
            const { holdId, holdToken } = answer.json();
            proofs[index] = { holdId, holdToken };
          });
          assert.equal(await test.count('booking', `status = 'held'`), 12, 'each visitor has one hold');
          assert.equal(await overlappingPairs(test.database), 0);
        }
      });
    });
  });
}

describe('what keeps races from being lost', () => {
  const test = useDatabase('postgres');

  /** Looks first and then books, as if nobody else were there; books once `looked` has seen enough of them look. */
  async function checkThenInsert(database: Database, looked: () => Promise<void>): Promise<boolean> {
    return database.transaction(async (transaction) => {
      const taken = await transaction.query(
        `select true from booking where resource_id = 'maya' and status = 'confirmed'
           and during && tstzrange('2027-01-04 10:00Z', '2027-01-04 10:45Z', '[)')`,
      );
      await looked();
      if (taken.length > 0) return false;
      await transaction.query(
        `insert into booking (id, status, resource_id, service_id, slot_id, local_start, time_zone, duration_minutes,
           starts_at, during, reference)
         values (gen_random_uuid(), 'confirmed', 'maya', 'consultation', 'x', '2027-01-04 10:00', 'Europe/London', 45,
           '2027-01-04 10:00Z', tstzrange('2027-01-04 10:00Z', '2027-01-04 10:45Z', '[)'), gen_random_uuid()::text)`,
      );
      return true;
    });
  }

  it('books a time twice where it is only looked up first (control)', async () => {
    await test.clear();
    await withoutConstraint(test.database, async () => {
      const looked = afterCalls(10);
      const won = await rush(200, () => checkThenInsert(test.database, looked));
      assert.ok(won.filter(Boolean).length > 1, 'the harness must be able to show a double booking');
      assert.ok((await overlappingPairs(test.database)) > 0);
    });
  });

  it('refuses all but one of the same bookings with the constraint', async () => {
    await test.clear();
    const looked = afterCalls(10);
    const won = await rush(50, () => checkThenInsert(test.database, looked).catch(() => false));
    assert.equal(won.filter(Boolean).length, 1);
    assert.equal(await overlappingPairs(test.database), 0);
  });

  it('lets two have one time without the constraint (control)', async () => {
    await test.clear();
    const adapter = adapterOver(test.database);
    const { slots } = await adapter.listSlots({ service: 'consultation', practitioner: 'maya', from: soon() });
    await withoutConstraint(test.database, async () => {
      // Same name, so that the statements still find it, but it refuses nothing that differs in its id.
      await test.database.script(
        `alter table booking add constraint no_overlap exclude using gist (id with =, during with &&)`,
      );
      const outcomes = await rush(50, () =>
        adapter
          .createBooking(
            { service: 'consultation', slotId: slots[4]?.id ?? '', ...visitor() },
            { operationId: operationId() },
          )
          .then(
            () => true,
            () => false,
          ),
      );
      assert.equal(outcomes.filter(Boolean).length, 50);
      assert.ok((await overlappingPairs(test.database)) > 0);
    });
  });
});

async function withoutConstraint(database: Database, body: () => Promise<void>): Promise<void> {
  const [found] = await database.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'no_overlap'`,
  );
  assert.ok(found);
  await database.script('alter table booking drop constraint no_overlap');
  try {
    await body();
  } finally {
    await database.script(`
      truncate booking, client_details, waitlist, idempotency, outbox cascade;
      alter table booking drop constraint if exists no_overlap;
      alter table booking add constraint no_overlap ${found.definition};`);
  }
}

async function deadlocks({ database }: TestDatabase): Promise<number> {
  await database.query('select pg_stat_clear_snapshot()');
  const [row] = await database.query<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  return row?.deadlocks ?? 0;
}

/** Resolves for all who call it once so many have. */
function afterCalls(count: number): () => Promise<void> {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  let calls = 0;
  return () => {
    calls += 1;
    if (calls === count) open();
    return opened;
  };
}

/** Numbers from 0 up to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
