import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/memory.js';
import type { Clinic } from '../../src/domain/clinic.js';
import { SmpError } from '../../src/domain/errors.js';
import { ClinicConnection, type ClinicConnectionState } from '../../src/flows/clinic-connection.js';
import { CLINIC, NOW, SCHEDULE, TabStorage } from '../support/booking.js';

function connectionOf() {
  const states: ClinicConnectionState[] = [];
  const warnings: string[] = [];
  const connection = new ClinicConnection({
    storage: () => new TabStorage(),
    now: () => NOW,
    changed: (state) => states.push(state),
    warn: (code) => warnings.push(code),
  });
  return { connection, states, warnings };
}

const adapterOf = (clinic: Partial<Clinic> = {}, options: MemoryAdapterOptions = {}): SchedulingAdapter =>
  memoryAdapter({ clinic: { ...CLINIC, ...clinic }, schedule: SCHEDULE, now: () => NOW, ...options });

describe('ClinicConnection', () => {
  it('gives the backend before the clinic’s profile is there', async () => {
    const { connection, states } = connectionOf();
    await connection.connect({ adapter: adapterOf() });
    assert.deepEqual(
      states.map(({ status, backend, clinic }) => [status, backend !== undefined, clinic?.id]),
      [
        ['connecting', false, undefined],
        ['connecting', true, undefined],
        ['ready', true, 'fern'],
      ],
    );
    assert.equal(connection.state, states.at(-1));
  });

  it('connects once to the same source', async () => {
    const { connection, states } = connectionOf();
    const adapter = adapterOf();
    await connection.connect({ adapter });
    await connection.connect({ adapter });
    assert.equal(states.length, 3);
  });

  it('takes the last source when another is named meanwhile', async () => {
    const { connection, states } = connectionOf();
    const first = connection.connect({ adapter: adapterOf({ id: 'first' }) });
    const second = connection.connect({ adapter: adapterOf({ id: 'second' }) });
    await Promise.all([first, second]);
    assert.equal(connection.state.clinic?.id, 'second');
    assert.ok(states.every(({ clinic }) => clinic?.id !== 'first'));
  });

  it('has a clinic of its own to show', async () => {
    const { connection } = connectionOf();
    await connection.connect({ demo: true });
    assert.equal(connection.state.clinic?.id, 'fadeaway');
  });

  it('says what is missing where nothing is named', async () => {
    const { connection } = connectionOf();
    await connection.connect({});
    assert.equal(connection.state.status, 'failed');
    assert.equal(connection.state.error?.code, 'invalid-config');
  });

  it('says so when the adapter is none', async () => {
    for (const nonsense of [{}, { name: 'x', capabilities: {} }, { getClinic: 5 }]) {
      const { connection } = connectionOf();
      await connection.connect({ adapter: nonsense as unknown as SchedulingAdapter });
      assert.equal(connection.state.error?.code, 'invalid-config');
    }
  });

  it('fails with a typed error, warns, and may be tried again', async () => {
    const { connection, warnings } = connectionOf();
    let allowed = false;
    const adapter = adapterOf(
      {},
      {
        faults: ({ method }) =>
          method === 'getClinic' && !allowed
            ? { kind: 'refuse', error: new SmpError('unauthorized', 'Who are you?') }
            : undefined,
      },
    );
    await connection.connect({ adapter });
    assert.equal(connection.state.status, 'failed');
    assert.equal(connection.state.error?.code, 'unauthorized');
    assert.deepEqual(warnings, ['unauthorized']);
    allowed = true;
    await connection.retry();
    assert.equal(connection.state.status, 'ready');
    assert.equal(connection.state.error, undefined);
  });
});
