import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { httpAdapter } from 'smp-widgets/adapters/http';
import { createHandler, type SchedulingAdapter } from 'smp-widgets/server';
import { newOperationId } from '../../src/scheduling/operation.js';
import { Scheduler, type WriteOutcome } from '../../src/scheduling/scheduler.js';
import { FaultNetwork } from '../scheduling/support/fault-network.js';
import { seededRandom } from '../scheduling/support/random.js';
import { VirtualClock } from '../scheduling/support/virtual-clock.js';
import { adapterOver, ENGINES, soon, useDatabase, visitor, type TestDatabase } from '../support/backend.js';

const SERVICE = 'consultation-video';
const VISITORS = { pglite: 60, postgres: 160 };
/** So many want one of two times. */
const GROUP = 4;
const SETTLED_MS = 300_000;

interface Ending {
  readonly email: string;
  /** The booking that the visitor was shown. */
  readonly shown?: string;
}

/** To this server each request is a new one. */
const forgetful = (backend: SchedulingAdapter): SchedulingAdapter => ({
  name: backend.name,
  capabilities: { holds: false, waitlist: false },
  getClinic: (options) => backend.getClinic(options),
  listSlots: (query, options) => backend.listSlots(query, options),
  createBooking: (draft) => backend.createBooking(draft, { operationId: newOperationId() }),
});

/** Lets visitors book through the real Scheduler over a bad network, and answers what each was told in the end. */
async function play(test: TestDatabase, count: number, seed: number, server = (backend: SchedulingAdapter) => backend) {
  await test.clear();
  const random = seededRandom(seed);
  const clock = new VirtualClock();
  const backend = server(adapterOver(test.database));
  const { slots } = await backend.listSlots({ service: SERVICE, from: soon() });
  const handler = createHandler(backend);
  const network = new FaultNetwork({ handler, clock, random, faultRate: 0.6, calmFrom: SETTLED_MS });
  clock.busy = () => network.busy > 0;

  /** Asks with one operation id until it is known what came of it, as the page does. */
  async function insist<T>(write: (operationId: string) => Promise<WriteOutcome<T>>) {
    const operationId = newOperationId();
    for (;;) {
      const outcome = await write(operationId);
      if (outcome.status === 'confirmed') return outcome;
      if (outcome.status === 'refused' && outcome.error.code !== 'rate-limited') return outcome;
      await clock.sleep(20_000 * random());
    }
  }

  async function visit(index: number): Promise<Ending> {
    const adapter = httpAdapter('http://clinic.example', {
      fetch: network.pageFetch({ gone: false }),
      capabilities: { ...backend.capabilities, waitlist: false },
    });
    const scheduler = new Scheduler(adapter, { clock, random, locks: undefined });
    const email = `visitor-${index}@example.com`;
    const details = { ...visitor(), contact: { name: `Visitor ${index}`, email } };
    const pair = Math.floor(index / GROUP) * 2;
    let slotId = slots[(pair + Math.floor(random() * 2)) % slots.length]?.id ?? '';
    const holds = backend.capabilities.holds && random() < 0.7;
    await clock.sleep(random() * 5_000);
    for (let tries = 0; tries < 4; tries += 1) {
      let draft = { service: SERVICE, slotId, ...details };
      let error;
      if (holds) {
        const request = { service: SERVICE, slotId };
        const held = await insist((operationId) => scheduler.holdSlot(request, { operationId }));
        if (held.status === 'refused') error = held.error;
        else draft = { ...draft, ...{ hold: { holdId: held.value.holdId, holdToken: held.value.holdToken } } };
      }
      if (!error) {
        const booked = await insist((operationId) => scheduler.createBooking(draft, { operationId }));
        if (booked.status === 'confirmed') return { email, shown: booked.value.bookingId };
        error = booked.error;
      }
      assert.equal(error.code, 'slot-taken');
      slotId = error.alternatives?.[Math.floor(random() * error.alternatives.length)]?.id ?? slotId;
    }
    return { email };
  }

  const endings = await clock.run(Promise.all(Array.from({ length: count }, (_, index) => visit(index))));
  while (network.underWay.size > 0) await clock.run(Promise.allSettled(network.underWay));
  const faults = [...network.counts].reduce((sum, [fault, times]) => sum + (fault === 'none' ? 0 : times), 0);
  return { endings, faults, harm: await judge(test, endings) };
}

async function judge(test: TestDatabase, endings: readonly Ending[]) {
  const rows = await test.database.query<{ email: string; id: string }>(
    `select email, booking_id::text as id from client_details join booking on booking.id = booking_id
     where status = 'confirmed'`,
  );
  const harm = { lost: 0, duplicate: 0, falseRefusal: 0 };
  for (const { email, shown } of endings) {
    const own = rows.filter((row) => row.email === email).map(({ id }) => id);
    if (shown !== undefined && !own.includes(shown)) harm.lost += 1;
    if (own.length > 1) harm.duplicate += 1;
    if (shown === undefined && own.length > 0) harm.falseRefusal += 1;
  }
  return harm;
}

for (const engine of ENGINES) {
  describe(`visitors on a bad network, with ${engine}`, () => {
    const test = useDatabase(engine);

    it(`are told the truth, all ${VISITORS[engine]} of them`, async () => {
      const { endings, faults, harm } = await play(test, VISITORS[engine], 11);
      assert.deepEqual(harm, { lost: 0, duplicate: 0, falseRefusal: 0 });
      const booked = endings.filter(({ shown }) => shown !== undefined).length;
      assert.ok(booked > VISITORS[engine] / 2, `only ${booked} booked`);
      assert.ok(faults > VISITORS[engine], `only ${faults} faults struck`);
      assert.equal(await test.count('booking', `status = 'confirmed'`), booked);
      assert.equal(await test.count('outbox'), booked);
    });

    it('are harmed by a server that knows no request again (control)', async () => {
      const { harm } = await play(test, 40, 12, forgetful);
      assert.ok(harm.duplicate + harm.falseRefusal > 3, JSON.stringify(harm));
    });
  });
}
