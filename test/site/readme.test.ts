import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createHandler } from 'smp-widgets/server';
import { BUDGETS } from '../../.ci/size.mjs';
import { httpAdapter } from '../../src/adapters/http.js';
import { isSmpError } from '../../src/domain/errors.js';
import { salonAdapter } from './salon-adapter.js';
import { openSalon } from './support/salon.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
  it('shows the adapter that is compiled and tried here', () => {
    const source = readFileSync(new URL('salon-adapter.ts', import.meta.url), 'utf8');
    assert.ok(readme.includes(`\`\`\`ts\n${source}\`\`\``));
  });

  it('shows an adapter that books, knows a request again and tells of lost times', async (context) => {
    const { answer } = openSalon({ days: 3, hours: [10] });
    context.mock.method(globalThis, 'fetch', (address: string, init?: RequestInit) =>
      answer(new Request(address, init)),
    );
    const handler = createHandler(salonAdapter('https://salon.example'), { basePath: '/smp' });
    const client = httpAdapter('https://clinic.example/smp', { fetch: (request) => handler(request) });
    const { slots } = await client.listSlots({ service: 'consultation' });
    assert.equal(slots.length, 3);
    const [slot] = slots;
    assert.ok(slot);
    assert.match(slot.localTime, /^1[01]:00$/);
    const draft = {
      service: 'consultation',
      slotId: slot.id,
      contact: { name: 'Ada Example', email: 'ada@example.com' },
      consents: [],
    };
    const first = await client.createBooking(draft, { operationId: 'first-operation-1' });
    assert.equal(first.reference, 'A-001');
    assert.deepEqual(await client.createBooking(draft, { operationId: 'first-operation-1' }), first);
    await assert.rejects(client.createBooking(draft, { operationId: 'other-operation-2' }), (error) =>
      isSmpError(error, 'slot-taken'),
    );
  });

  it('names the sizes that are held', () => {
    for (const bytes of Object.values(BUDGETS)) assert.ok(readme.includes(`${bytes / 1024} kB`), `${bytes / 1024} kB`);
  });

  it('leads to files that are there', () => {
    for (const file of ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md']) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const targets = [...text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(
        ([, link, source]) => link ?? source ?? '',
      );
      for (const target of targets.filter((path) => !/^(?:https?:|mailto:|#)/.test(path))) {
        const path = join(dirname(join(ROOT, file)), target.replace(/#.*$/, ''));
        assert.ok(existsSync(path), `${file}: ${target}`);
      }
    }
  });
});
