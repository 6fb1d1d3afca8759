import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openPglite } from '../../demo/backend/pglite-database.js';
import { operationId, soon, visitor } from '../support/backend.js';
import { fillDataDirectory } from '../support/data-directory.js';
import { HttpClient } from '../support/http-client.js';
import { ServerProcess } from '../support/server-process.js';

const ROUNDS = 3;
const WRITERS = 8;
const ENOUGH = 25;

describe('a server process on PGlite', () => {
  const directory = mkdtempSync(join(tmpdir(), 'smp-crash-'));
  after(() => rmSync(directory, { recursive: true, force: true }));

  it(`loses nothing that it has acknowledged when it is killed amid writes, ${ROUNDS} times`, async () => {
    interface Wish {
      readonly key: string;
      readonly body: object;
      bookingId?: string;
    }
    const wishes: Wish[] = [];
    const output: string[] = [];
    let acknowledged = 0;

    const send = async (client: HttpClient, wish: Wish): Promise<boolean> => {
      const answer = await client.post('/smp/v1/bookings', wish.body, { 'idempotency-key': wish.key });
      if (answer.status !== 201) return false;
      const { bookingId } = answer.json() as { bookingId: string };
      if (wish.bookingId !== undefined) assert.equal(bookingId, wish.bookingId, 'an acknowledged booking is another');
      else acknowledged += 1;
      wish.bookingId = bookingId;
      return true;
    };

    await fillDataDirectory(directory);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const server = await ServerProcess.start({ DATA_DIR: directory });
      const client = new HttpClient(server.url, WRITERS);
      // What was asked for before the crash is asked for again, answered or not: once each, with the same answer.
      for (const wish of wishes) assert.ok(await send(client, wish), 'a booking from before the crash is gone');
      const { slots } = (await client.get(`/smp/v1/slots?service=consultation-video&from=${soon()}`)).json() as {
        slots: { id: string; start: string }[];
      };
      const before = acknowledged;
      const writers = Array.from({ length: WRITERS }, async () => {
        for (;;) {
          const slot = slots.shift();
          if (!slot) return;
          const body = { service: 'consultation-video', slotId: slot.id, ...visitor('Marker Visitor') };
          const wish: Wish = { key: operationId(), body };
          wishes.push(wish);
          // The answer to what is under way when the process dies is never heard.
          if (!(await send(client, wish).catch(() => false))) return;
          if (acknowledged - before >= ENOUGH) void kill();
        }
      });
      let killed: Promise<number | null> | undefined;
      const kill = () => (killed ??= server.end('SIGKILL'));
      await Promise.all(writers);
      assert.equal(await killed, null, 'the process was to be killed amid writes');
      assert.ok(existsSync(join(directory, 'server.pid')), 'the lock of the dead process is left');
      assert.ok(acknowledged - before < slots.length, 'there was more to write');
      output.push(server.output);
      client.close();
    }

    const last = await ServerProcess.start({ DATA_DIR: directory });
    const client = new HttpClient(last.url);
    await assert.rejects(ServerProcess.start({ DATA_DIR: directory }), /data directory is in use by process \d+/);
    for (const wish of wishes) assert.ok(await send(client, wish));
    client.close();
    assert.equal(await last.end('SIGTERM'), 0, 'a server that is told to end ends well');
    assert.ok(!existsSync(join(directory, 'server.pid')), 'and gives its lock back');
    output.push(last.output);
    assert.doesNotMatch(output.join(''), /marker/i);

    const database = await openPglite(directory);
    const rows = await database.query<{ id: string }>(`select id::text as id from booking where status = 'confirmed'`);
    const clients = await database.query('select booking_id from client_details');
    const outbox = await database.query('select distinct ref from outbox');
    await database.close();
    assert.deepEqual(new Set(rows.map(({ id }) => id)), new Set(wishes.map(({ bookingId }) => bookingId)));
    assert.equal(rows.length, wishes.length);
    assert.equal(clients.length, rows.length);
    assert.equal(outbox.length, rows.length);
  });
});
