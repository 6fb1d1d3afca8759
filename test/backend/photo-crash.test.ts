import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { PhotoAngle } from 'smp-widgets/server';
import { loadHealthCipher } from '../../demo/backend/health-cipher.js';
import { photoPlaceOf, type PhotoRow } from '../../demo/backend/photo-record.js';
import { PhotoStore } from '../../demo/backend/photo-store.js';
import { demoSeed } from '../../demo/backend/demo-seed.js';
import { openPglite } from '../../demo/backend/pglite-database.js';
import { applyRetention } from '../../demo/backend/retention.js';
import { operationId } from '../support/backend.js';
import { consultationDraft } from '../support/consultation-drafts.js';
import { fillDataDirectory } from '../support/data-directory.js';
import { pngFile } from '../support/photo-files.js';
import { ServerProcess } from '../support/server-process.js';

const ANGLES: readonly PhotoAngle[] = ['front', 'top', 'crown', 'left', 'right', 'donor'];
const ROUNDS = 3;
const ENOUGH = 20;

describe('a server process that takes photos', () => {
  const directory = mkdtempSync(join(tmpdir(), 'smp-photo-crash-'));
  after(() => rmSync(directory, { recursive: true, force: true }));

  it(`has a whole file for every photo it knows of when it is killed amid uploads, ${ROUNDS} times`, async () => {
    const settings = demoSeed.clinic.consultation;
    const draft = consultationDraft({ settings, answers: { expectations: 'Zebrafinch' }, name: 'Zebrafinch Person' });
    const output: string[] = [];
    const acknowledged = new Map<string, number>();
    await fillDataDirectory(directory);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const server = await ServerProcess.start({ DATA_DIR: directory });
      const sent = await fetch(`${server.url}/smp/v1/consultations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': operationId() },
        body: JSON.stringify(draft),
      });
      assert.equal(sent.status, 201, await sent.clone().text());
      const { consultationId, consultationToken } = (await sent.json()) as Record<string, string>;
      let count = 0;
      let killed: Promise<number | null> | undefined;
      const upload = async (angle: PhotoAngle): Promise<void> => {
        for (let width = 1; ; width += 1) {
          const bytes = pngFile(1 + (width % 2000), 300, [], randomBytes(1)[0]);
          const answer = await fetch(`${server.url}/smp/v1/consultations/${consultationId}/photos/${angle}`, {
            method: 'PUT',
            headers: {
              'content-type': 'image/png',
              'idempotency-key': operationId(),
              authorization: `Bearer ${consultationToken}`,
            },
            body: bytes,
          }).catch(() => undefined);
          if (answer?.status !== 200) return;
          acknowledged.set(`${consultationId}/${angle}`, bytes.length);
          count += 1;
          if (count >= ENOUGH) killed ??= server.end('SIGKILL');
        }
      };
      await Promise.all(ANGLES.map(upload));
      assert.ok(killed, 'uploads ended before the process was killed');
      assert.equal(await killed, null);
      output.push(server.output);
    }
    assert.doesNotMatch(output.join(''), /zebrafinch/i);

    const database = await openPglite(directory);
    const photos = new PhotoStore(join(directory, 'photos'));
    const cipher = loadHealthCipher({ directory });
    try {
      const rows = await database.query<PhotoRow>(
        'select *, consultation_id::text as consultation_id from consultation_photo',
      );
      assert.deepEqual(
        rows.map(({ consultation_id, angle }) => `${consultation_id}/${angle}`).sort(),
        [...acknowledged.keys()].sort(),
        'what was acknowledged is there',
      );
      for (const { consultation_id, angle, storage_name, bytes } of rows) {
        const sealed = await photos.read(storage_name);
        assert.ok(sealed, 'a row without its file');
        assert.equal(cipher.open(sealed, photoPlaceOf(consultation_id, angle)).length, bytes);
      }
      // Files without a row are what a crash may leave; housekeeping takes them away, and no others.
      await applyRetention(database, { cipher, photos, now: () => Date.now() + 2 * 3_600_000 });
      assert.deepEqual(readdirSync(photos.directory).sort(), rows.map(({ storage_name }) => storage_name).sort());
    } finally {
      await database.close();
    }
  });
});
