import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, it } from 'node:test';
import { designSummary, HairlineDesign, isSmpError, type Consultation } from 'smp-widgets/server';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import { openConsultation, readConsultation } from '../../demo/backend/consultation-record.js';
import { openView } from '../../demo/backend/consultation-view.js';
import { loadHealthCipher, SealBroken } from '../../demo/backend/health-cipher.js';
import { erasePerson, exportPerson } from '../../demo/backend/person-record.js';
import { applyRetention } from '../../demo/backend/retention.js';
import { startServer } from '../../demo/backend/server.js';
import {
  adapterOver,
  ENGINES,
  operationId,
  soon,
  testCipher,
  testPhotos,
  useDatabase,
  visitor,
} from '../support/backend.js';
import { consultationDraft } from '../support/consultation-drafts.js';

const DAY = 86_400_000;
const DESIGN = HairlineDesign.parse({
  version: 1,
  shape: 'widows-peak',
  midHeight: 66,
  leftCorner: 96,
  rightCorner: 97,
  temporalPeak: 8,
  peakDepth: 8,
  edge: 'medium',
  temples: 'defined',
  shade: 'shade-4',
  density: 90,
  sessions: 2,
  seed: 4711,
  view: 'front',
});
const OTHER: HairlineDesign = { ...DESIGN, shape: 'rectangular', shade: 'shade-1' };
const WRONG: HairlineDesign = { ...DESIGN, density: 900 };
const EMAIL = 'visitor@example.com';
const key = () => ({ operationId: operationId() });
const proofOf = ({ consultationId, consultationToken }: Consultation) => ({ consultationId, consultationToken });
const isDesignRefusal = (error: unknown): boolean =>
  isSmpError(error, 'validation') && error.issues?.some(({ pointer }) => pointer === '/design/density') === true;

for (const engine of ENGINES) {
  describe(`designs on ${engine}`, () => {
    const test = useDatabase(engine);
    beforeEach(() => test.clear());

    const open = async () => {
      const adapter = adapterOver(test.database);
      const { submitConsultation: submit, eraseConsultation: erase } = adapter;
      assert.ok(submit && erase);
      const { slots } = await adapter.listSlots({ service: 'consultation', from: soon() });
      const [slot, later] = [slots[0], slots.at(-1)];
      assert.ok(slot && later);
      const draft = { service: 'consultation', slotId: slot.id, ...visitor() };
      return { adapter, submit, erase, draft, slot, later };
    };
    const stored = async (id: string, cipher = testCipher) => {
      const row = await readConsultation(test.database, id);
      assert.ok(row);
      return openConsultation(cipher, row);
    };
    const exported = () => exportPerson(test.database, testCipher, EMAIL);

    it('are kept with the booking, held before or not', async () => {
      const { adapter, draft, later } = await open();
      await adapter.createBooking({ ...draft, design: DESIGN }, key());
      const hold = await adapter.holdSlot?.({ service: 'consultation', slotId: later.id }, key());
      assert.ok(hold);
      await adapter.createBooking({ ...draft, slotId: later.id, hold, design: OTHER }, key());
      const { bookings } = await exported();
      assert.deepEqual(
        bookings.map(({ design }) => design),
        [DESIGN, OTHER],
      );
    });

    it('are kept with the consultation, sealed in a place of their own', async () => {
      const { submit } = await open();
      const { consultationId } = await submit({ ...consultationDraft(), design: DESIGN }, key());
      const plain = await submit(consultationDraft(), key());
      assert.deepEqual((await stored(consultationId))?.design, DESIGN);
      assert.equal((await stored(plain.consultationId))?.design, undefined);
      const { consultations } = await exported();
      assert.deepEqual(
        consultations.map(({ design }) => design),
        [DESIGN, undefined],
      );
      const [row] = await test.database.query<{ design: Uint8Array }>(
        'select design from consultation where design is not null',
      );
      assert.doesNotMatch(Buffer.from(row?.design ?? []).toString('latin1'), /widows|4711/);
      await test.database.query('update consultation set design = $2 where id = $1', [
        plain.consultationId,
        row?.design,
      ]);
      await assert.rejects(stored(plain.consultationId), SealBroken);
    });

    it('are refused where they are none, and nothing is kept', async () => {
      const { adapter, submit, draft } = await open();
      await assert.rejects(adapter.createBooking({ ...draft, design: WRONG }, key()), isDesignRefusal);
      await assert.rejects(submit({ ...consultationDraft(), design: WRONG }, key()), isDesignRefusal);
      for (const table of ['booking', 'client_details', 'consultation', 'outbox']) {
        assert.equal(await test.count(table), 0, table);
      }
      await adapter.createBooking({ ...draft, design: DESIGN }, key());
    });

    it('tell one operation from another', async () => {
      const { adapter, submit, draft } = await open();
      const operation = key();
      const booking = await adapter.createBooking({ ...draft, design: DESIGN }, operation);
      assert.deepEqual(await adapter.createBooking({ ...draft, design: { ...DESIGN } }, operation), booking);
      const reused = (error: unknown) => isSmpError(error, 'validation') && error.issues?.[0]?.code === 'key-reused';
      await assert.rejects(adapter.createBooking({ ...draft, design: OTHER }, operation), reused);
      const consultation = { ...consultationDraft(), design: DESIGN };
      await submit(consultation, operation);
      await assert.rejects(submit({ ...consultation, design: OTHER }, operation), reused);
    });

    it('go with what they came with', async () => {
      const { adapter, submit, erase, draft, slot } = await open();
      const consultation = await submit({ ...consultationDraft(), design: DESIGN }, key());
      await adapter.createBooking({ ...draft, design: OTHER, consultation: proofOf(consultation) }, key());
      await erase(proofOf(consultation), key());
      assert.equal(await test.count('consultation', 'design is not null'), 0);
      assert.equal((await exported()).bookings.length, 1, 'the booking is still to come, and so is its design');
      await erasePerson(test.database, testPhotos(), EMAIL, Date.parse(slot.end) + DAY);
      assert.equal(await test.count('client_details'), 0);
      const left = await test.database.query('select * from booking');
      assert.doesNotMatch(JSON.stringify(left), /rectangular/);
    });

    it('can’t be left behind in a consultation that is withdrawn', async () => {
      const { submit } = await open();
      const { consultationId } = await submit({ ...consultationDraft(), design: DESIGN }, key());
      await assert.rejects(
        test.database.query(
          `update consultation set withdrawn_at = now(), answers = null, told = null, outcome = null, hair_loss = null,
             name = null, email = null, phone = null, locale = null, attribution = null where id = $1`,
          [consultationId],
        ),
        /withdrawn_is_empty/,
      );
    });

    it('are sealed again after a change of keys', async () => {
      const { submit } = await open();
      const { consultationId } = await submit({ ...consultationDraft(), design: DESIGN }, key());
      const plain = await submit(consultationDraft(), key());
      const [fresh, health] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
      const before = adapterOver(test.database, { cipher: loadHealthCipher({ key: health }) });
      const other = await before.submitConsultation?.({ ...consultationDraft(), design: OTHER }, key());
      assert.ok(other);
      const both = loadHealthCipher({ key: fresh, previous: health });
      const tally = await applyRetention(test.database, { cipher: both });
      assert.deepEqual([tally.resealed, tally.broken], [1, 2], 'two have another key that is not known');
      const only = loadHealthCipher({ key: fresh });
      assert.deepEqual((await stored(other.consultationId, only))?.design, OTHER);
      assert.deepEqual((await stored(consultationId))?.design, DESIGN);
      assert.equal((await stored(plain.consultationId))?.design, undefined);
    });

    it('are called as the clinic calls its pigments, which pages are told of', async () => {
      const mistakes: string[] = [];
      const adapter = adapterOver(test.database, { onSettingsMistake: (code) => mistakes.push(code) });
      const offering = (settings: object) =>
        test.database.query('update clinic set design = $1::text::jsonb', [JSON.stringify(settings)]);
      const settings = { shades: [{ id: 'shade-4', colour: '#333333', name: 'Slate' }] };
      try {
        await offering(settings);
        assert.deepEqual((await adapter.getClinic()).design, settings);
        assert.deepEqual(mistakes, []);
        const { consultationId = '' } =
          (await adapter.submitConsultation?.({ ...consultationDraft(), design: DESIGN }, key())) ?? {};
        const view = await openView(
          test.database,
          testCipher,
          await new ClinicBook().open(test.database),
          consultationId,
        );
        assert.match(view?.content?.summary.design[0]?.value ?? '', /shade Slate,/);
        await offering({ shades: [{ id: 'x', colour: 'red' }] });
        await adapter.getClinic();
        assert.deepEqual(mistakes, ['design.shades[0].colour']);
      } finally {
        await test.database.query('update clinic set design = null');
      }
    });

    it('are shown to the practitioner in words', async () => {
      const password = 'correct horse: battery';
      const healthKey = randomBytes(32).toString('base64');
      const adapter = adapterOver(test.database, { cipher: loadHealthCipher({ key: healthKey }) });
      const { draft, later } = await open();
      const consultation = await adapter.submitConsultation?.({ ...consultationDraft(), design: DESIGN }, key());
      assert.ok(consultation);
      const proof = proofOf(consultation);
      await adapter.createBooking({ ...draft, design: DESIGN, consultation: proof }, key());
      const second = { ...draft, slotId: later.id, design: OTHER, consultation: proof };
      const { reference } = await adapter.createBooking(second, key());
      const server = await startServer({
        database: test.database,
        healthKey,
        clinicPassword: password,
        rateLimits: false,
        log: () => undefined,
      });
      try {
        const authorization = `Basic ${Buffer.from(`clinic:${password}`).toString('base64')}`;
        const ask = async (path: string) =>
          (await fetch(`${server.url}${path}`, { headers: { authorization } })).text();
        const list = await ask('/clinic/');
        for (const design of [DESIGN, OTHER]) assert.ok(list.includes(designSummary(design)));
        const page = await ask(`/clinic/consultations/${consultation.consultationId}`);
        assert.match(page, /<h2>Design<\/h2>/);
        assert.equal(page.split(designSummary(DESIGN)).length, 2, 'the design of a booking is told where it differs');
        assert.ok(page.includes(`Hairline of booking ${reference}`));
        assert.ok(page.includes(designSummary(OTHER)));
        assert.match(page, /low for an adult/);
        assert.ok(page.indexOf('<h2>Flags</h2>') < page.indexOf('<h2>Design</h2>'));
      } finally {
        await server.close();
      }
    });
  });
}
