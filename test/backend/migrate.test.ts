import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { migrate, statementsOf } from '../../demo/backend/migrate.js';
import { openPostgres } from '../../demo/backend/postgres-database.js';
import { seedIfEmpty } from '../../demo/backend/seed.js';
import { startPostgres } from '../support/postgres.js';
import { useDatabase } from '../support/backend.js';

const NAMES = readdirSync(new URL('../../demo/backend/migrations/', import.meta.url));
const SCRIPTS = NAMES.length;

describe('migrate', () => {
  it('runs each script once, however many servers start at once', async () => {
    const cluster = await startPostgres();
    const url = await cluster.createDatabase('several');
    const databases = await Promise.all(Array.from({ length: 4 }, () => openPostgres({ url, connections: 2 })));
    try {
      const runs = await Promise.all(databases.map((database) => migrate(database)));
      assert.deepEqual(runs.map((run) => run.length).sort(), [0, 0, 0, SCRIPTS]);
      const seeded = await Promise.all(databases.map((database) => seedIfEmpty(database)));
      assert.deepEqual(seeded.filter(Boolean), [true]);
    } finally {
      await Promise.all(databases.map((database) => database.close()));
      await cluster.stop();
    }
  });

  it('has scripts whose numbers are their own, but for two that databases know by their names', () => {
    const numbers = NAMES.map((name) => name.slice(0, 3));
    const shared = numbers.filter((number, index) => numbers.indexOf(number) !== index);
    assert.deepEqual(shared, ['019']);
  });

  it('splits scripts at the ends of statements, not inside of functions', () => {
    const script = '-- one; two\nselect 1;\n\ncreate function f() as $$\nbegin;\nend;\n$$;\n';
    assert.deepEqual(statementsOf(script), ['select 1;', 'create function f() as $$\nbegin;\nend;\n$$;']);
    assert.throws(() => statementsOf('select 1'), /middle of a statement/);
  });
});

describe('transactions', () => {
  const test = useDatabase('postgres');

  it('are run again when the database gave up on them', async () => {
    await test.database.script(
      'create table counter (id int primary key, value int); insert into counter values (1, 0), (2, 0)',
    );
    // Two that lock the same rows in opposite order meet in the middle: one of them is the deadlock's victim.
    let arrived = 0;
    let meet = (): void => {};
    const both = new Promise<void>((resolve) => (meet = resolve));
    let runs = 0;
    const add = (first: number, second: number) =>
      test.database.transaction(async (transaction) => {
        runs += 1;
        await transaction.query('update counter set value = value + 1 where id = $1', [first]);
        arrived += 1;
        if (arrived === 2) meet();
        await both;
        await transaction.query('update counter set value = value + 1 where id = $1', [second]);
      });
    await Promise.all([add(1, 2), add(2, 1)]);
    assert.deepEqual(await test.database.query('select value from counter order by id'), [{ value: 2 }, { value: 2 }]);
    assert.equal(runs, 3);
  });

  it('leave nothing behind when their work fails', async () => {
    await test.database.script('create table left_over (id int)');
    const failing = test.database.transaction(async (transaction) => {
      await transaction.query('insert into left_over values (1)');
      throw new Error('no');
    });
    await assert.rejects(failing, /no/);
    assert.deepEqual(await test.database.query('select * from left_over'), []);
  });
});
