import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { isSmpError, type Answers, type Consultation, type SmpErrorCode } from 'smp-widgets/server';
import { openConsultation, readConsultation } from '../../demo/backend/consultation-record.js';
import type { Database } from '../../demo/backend/database.js';
import { healthCipher, SealBroken, type HealthCipher } from '../../demo/backend/health-cipher.js';
import { photoPlaceOf, readPhotos } from '../../demo/backend/photo-record.js';
import { openPostgres } from '../../demo/backend/postgres-database.js';
import { applyRetention } from '../../demo/backend/retention.js';
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
import { consultationDraft, consentsTo } from '../support/consultation-drafts.js';
import { jpegFile, jpegSegment, pngFile } from '../support/photo-files.js';

const DAY = 86_400_000;
const refused = (code: SmpErrorCode) => (error: unknown) => isSmpError(error, code);
const image = (bytes: Buffer<ArrayBuffer> = pngFile(40, 50)) => new Blob([bytes]);
const key = () => ({ operationId: operationId() });

/** Everything that a database holds, as text: bytes both as they are and as hexadecimal. */
async function dump(database: Database): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    for (const row of await database.query(`select * from ${name}`)) {
      for (const value of Object.values(row)) {
        if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString('latin1'));
        else texts.push(typeof value === 'string' ? value : JSON.stringify(value));
      }
    }
  }
  return texts.join('\n');
}

const filesOf = (directory: string): string =>
  readdirSync(directory)
    .map((name) => `${name}\n${readFileSync(join(directory, name)).toString('latin1')}`)
    .join('\n');

for (const engine of ENGINES) {
  describe(`consultations on ${engine}`, () => {
    const test = useDatabase(engine);
    const photos = testPhotos();
    const empty = async () => {
      await test.reset();
      await photos.remove(readdirSync(photos.directory));
    };
    beforeEach(empty);
    afterEach(empty);

    const opened = (options = {}) => {
      const adapter = adapterOver(test.database, options);
      const {
        submitConsultation: submit,
        eraseConsultation: erase,
        uploadPhoto: upload,
        deletePhoto: remove,
      } = adapter;
      assert.ok(submit && erase && upload && remove);
      return { adapter, submit, erase, upload, remove };
    };
    const proofOf = ({ consultationId, consultationToken }: Consultation) => ({ consultationId, consultationToken });
    const files = () => readdirSync(photos.directory);

    it('keeps the outcome that it has worked out beside what the visitor was told', async () => {
      const { submit } = opened();
      const draft = consultationDraft({ answers: { healthMedicines: ['bloodThinners'] } });
      const { consultationId } = await submit(draft, key());
      const row = await readConsultation(test.database, consultationId);
      assert.ok(row);
      const content = openConsultation(testCipher, row);
      assert.deepEqual(content?.answers, draft.answers);
      assert.deepEqual(content.told, draft.outcome);
      assert.deepEqual(
        content.outcome.findings.map(({ flag, effects }) => [flag, effects]),
        [['bloodThinners', ['letter']]],
      );
      assert.equal(content.outcome.treatment, 'after-consultation');
      assert.deepEqual(row.consents, draft.consents);
      assert.ok(Math.abs(row.consents_ms - Date.now()) < DAY, 'the server notes when consents came by its own clock');
    });

    it('keeps the band to plan by beside the pattern that the visitor has picked', async () => {
      const { submit } = opened();
      const answers = { presentation: 'male', hairLossPatternMale: 'norwood-5' };
      const { consultationId } = await submit(consultationDraft({ answers }), key());
      const row = await readConsultation(test.database, consultationId);
      const hairLoss = { pattern: 'norwood-5', band: 'advanced', selfReported: true };
      assert.deepEqual(row && openConsultation(testCipher, row)?.hairLoss, hairLoss);
      const unsure = consultationDraft({ answers: { ...answers, hairLossPatternMale: 'unsure' } });
      const other = await readConsultation(test.database, (await submit(unsure, key())).consultationId);
      assert.equal(other?.hair_loss, null);
    });

    it('refuses what does not fit the clinic’s questionnaire, and keeps nothing of it', async () => {
      const { submit } = opened();
      const draft = consultationDraft();
      const { ageConfirm18: _age, ...answers } = draft.answers;
      await assert.rejects(submit({ ...draft, answers }, key()), refused('validation'));
      const health = { ...draft, consents: consentsTo('privacy', 'photos-assessment') };
      await assert.rejects(submit(health, key()), refused('validation'));
      for (const table of ['consultation', 'idempotency', 'outbox']) assert.equal(await test.count(table), 0, table);
    });

    it('takes answers to an earlier questionnaire, but none on health without consent', async () => {
      const { submit } = opened();
      const questionnaire = { id: 'earlier', version: '1' };
      await submit({ ...consultationDraft(), questionnaire }, key());
      await submit(
        { ...consultationDraft({ consents: [] }), questionnaire, answers: { treatmentGoal: 'scar' } },
        key(),
      );
      const answers = { treatmentGoal: 'scar', ownQuestion: 'yes' };
      await assert.rejects(
        submit({ ...consultationDraft({ consents: [] }), questionnaire, answers }, key()),
        refused('validation'),
      );
    });

    it('asks what the clinic wants asked, and goes by the defaults where that is a mistake', async () => {
      const settings = {
        questionnaire: {
          version: 'own',
          add: [
            {
              id: 'budget',
              after: 'timeframe',
              kind: 'single',
              label: 'Budget?',
              options: [{ value: 'low', label: 'Low' }],
            },
          ],
        },
      };
      const mistakes: string[] = [];
      const { adapter, submit } = opened({ onSettingsMistake: (code: string) => mistakes.push(code) });
      const set = (value: unknown) =>
        test.database.query('update clinic set consultation = $1::text::jsonb', [JSON.stringify(value)]);
      await set(settings);
      assert.deepEqual((await adapter.getClinic()).consultation, settings);
      await submit(consultationDraft({ settings, answers: { budget: 'low' } }), key());
      await assert.rejects(
        submit(consultationDraft({ settings, answers: { budget: 'high' } }), key()),
        refused('validation'),
      );
      assert.deepEqual(mistakes, []);
      await set({ questionnaire: { version: 'own', remove: ['noSuchQuestion'] } });
      await submit(consultationDraft(), key());
      await adapter.getClinic();
      assert.deepEqual(mistakes, ['unknown-question']);
    });

    it('answers a repeated operation the same, and stores it once', async () => {
      const { submit } = opened();
      const draft = consultationDraft();
      const operation = key();
      const [first, second] = await Promise.all([submit(draft, operation), submit(draft, operation)]);
      assert.deepEqual(second, first);
      assert.equal(await test.count('consultation'), 1);
      const other = consultationDraft({ answers: { healthSkin: ['keloid'] } });
      await assert.rejects(submit(other, operation), refused('validation'));
    });

    it('keeps a fingerprint that nobody without the key can compare with guesses', async () => {
      const { createHash } = await import('node:crypto');
      const { submit } = opened();
      await submit(consultationDraft(), key());
      const [row] = await test.database.query<{ fingerprint: string; count: number }>('select * from idempotency');
      assert.ok(row);
      const canonical = (value: unknown): string =>
        Array.isArray(value)
          ? `[${value.map(canonical).join(',')}]`
          : typeof value === 'object' && value !== null
            ? `{${Object.entries(value)
                .sort(([left], [right]) => (left < right ? -1 : 1))
                .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
                .join(',')}}`
            : JSON.stringify(value);
      const guess = createHash('sha256').update(canonical(consultationDraft())).digest('base64url');
      assert.notEqual(row.fingerprint, guess);
      // The control: what may be guessed of a request that is not about health is found like this.
      const request = { service: 'consultation', ...visitor() };
      await opened().adapter.joinWaitlist?.(request, key());
      const plain = createHash('sha256').update(canonical(request)).digest('base64url');
      assert.equal(await test.count('idempotency', `fingerprint = '${plain}'`), 1);
    });

    it('never takes the token of another consultation, or one that was made up', async () => {
      const { adapter, submit, erase, upload, remove } = opened();
      const [mine, theirs] = [await submit(consultationDraft(), key()), await submit(consultationDraft(), key())];
      await upload({ ...proofOf(theirs), angle: 'top', image: image() }, key());
      const { slots } = await adapter.listSlots({ service: 'consultation', from: soon() });
      const slotId = slots[0]?.id ?? '';
      const booking = await adapter.createBooking({ service: 'consultation', slotId, ...visitor() }, key());
      for (const token of [
        mine.consultationToken,
        booking.manageToken ?? '',
        `${theirs.consultationToken}x`,
        'x'.repeat(43),
      ]) {
        const proof = { consultationId: theirs.consultationId, consultationToken: token };
        await assert.rejects(erase(proof, key()), refused('unauthorized'));
        await assert.rejects(upload({ ...proof, angle: 'front', image: image() }, key()), refused('unauthorized'));
        await assert.rejects(remove({ ...proof, angle: 'top' }, key()), refused('unauthorized'));
        const draft = { service: 'consultation', slotId: slots[9]?.id ?? '', ...visitor(), consultation: proof };
        await assert.rejects(adapter.createBooking(draft, key()), refused('unauthorized'));
      }
      assert.equal(await test.count('consultation', 'withdrawn_at is null'), 2);
      assert.equal(await test.count('consultation_photo'), 1);
      assert.equal(await test.count('booking'), 1);
      assert.equal(files().length, 1);
      // The control: with its own token each of them works.
      await upload({ ...proofOf(theirs), angle: 'front', image: image() }, key());
      await remove({ ...proofOf(theirs), angle: 'top' }, key());
      await erase(proofOf(theirs), key());
      assert.equal(await test.count('consultation', 'withdrawn_at is null'), 1);
    });

    it('takes a token back when its version is raised', async () => {
      const { submit, erase } = opened();
      const proof = proofOf(await submit(consultationDraft(), key()));
      await test.database.query('update consultation set token_version = 2');
      await assert.rejects(erase(proof, key()), refused('unauthorized'));
    });

    it('links with a booking that comes after it, in one transaction with the proof', async () => {
      const { adapter, submit } = opened();
      const consultation = await submit(consultationDraft(), key());
      const { slots } = await adapter.listSlots({ service: 'touch-up', from: soon() });
      const draft = {
        service: 'touch-up',
        slotId: slots[0]?.id ?? '',
        ...visitor(),
        consultation: proofOf(consultation),
      };
      const operation = key();
      const booking = await adapter.createBooking({ ...draft, request: true }, operation);
      assert.equal(booking.status, 'requested');
      assert.deepEqual(await adapter.createBooking({ ...draft, request: true }, operation), booking);
      const rows = await test.database.query(
        'select id::text as id, consultation_id::text as consultation from booking',
      );
      assert.deepEqual(rows, [{ id: booking.bookingId, consultation: consultation.consultationId }]);
    });

    it('keeps what it leaves of times when the booking is moved, and allows later ones once it is withdrawn', async () => {
      const { adapter, submit, erase } = opened();
      const answers = { healthMedicines: ['topicalRetinoidPeel'], healthBody: ['allergy'] };
      const consultation = await submit(consultationDraft({ answers }), key());
      const { getBooking, reschedule } = adapter as Required<typeof adapter>;
      const free = async (days: number) => {
        const from = new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
        const { slots } = await adapter.listSlots({ service: 'treatment', from });
        return slots[0] ?? assert.fail('no free time');
      };
      const [tooSoon, own, other] = [await free(10), await free(40), await free(35)];
      const linked = { ...visitor(), consultation: proofOf(consultation) };
      const { bookingId, manageToken: token = '' } = await adapter.createBooking(
        { service: 'treatment', slotId: own.id, ...linked, request: true },
        key(),
      );
      const { version, sessions } = await getBooking.call(adapter, token);
      const { from = '', leadHours } = sessions[0]?.limits ?? {};
      assert.ok(from > tooSoon.localDate && from <= other.localDate, from);
      assert.equal(leadHours, 48);
      const move = (slotId: string) =>
        reschedule.call(adapter, { token, version, moves: [{ bookingId, slotId }] }, key());
      await assert.rejects(
        move(tooSoon.id),
        (error) => isSmpError(error, 'validation') && error.issues?.[0]?.code === 'too-soon',
      );
      assert.equal((await getBooking.call(adapter, token)).sessions[0]?.slot.start, own.start);
      const moved = await move(other.id);
      assert.equal(moved.sessions[0]?.slot.start, other.start);

      const stranger = adapterOver(test.database, { cipher: healthCipher(randomBytes(32)) });
      const unsealed = await stranger.getBooking?.(token);
      assert.equal(unsealed?.sessions[0]?.bookingId, bookingId);
      assert.equal(unsealed?.sessions[0]?.limits, undefined);
      await erase(proofOf(consultation), key());
      const forgotten = (await getBooking.call(adapter, token)).sessions[0];
      assert.deepEqual(forgotten?.limits, { from: other.localDate }, 'later times only');
      const later = await reschedule.call(
        adapter,
        { token, version: moved.version, moves: [{ bookingId, slotId: own.id }] },
        key(),
      );
      assert.equal(later.sessions[0]?.slot.start, own.start);
    });

    it('leaves to the clinic what its answers leave to it, whatever is sent', async () => {
      const { adapter, submit } = opened();
      const bookCourse = adapter.bookCourse?.bind(adapter) ?? assert.fail('no courses');
      const approves = (confirmation: 'request' | null) =>
        test.database.query(`update service set confirmation = $1 where id = 'treatment'`, [confirmation]);
      await approves(null);
      const free = async (service: string, days: number) => {
        const from = new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
        return (await adapter.listSlots({ service, from })).slots[0]?.id ?? assert.fail('no free time');
      };
      const statusOf = async (answers: Answers, service: string, days: number) => {
        const consultation = proofOf(await submit(consultationDraft({ answers }), key()));
        const slotId = await free(service, days);
        return (await adapter.createBooking({ service, slotId, ...visitor(), consultation }, key())).status;
      };
      const soon = { healthMedicines: ['topicalRetinoidPeel'] };
      const letter = { healthMedicines: ['bloodThinners'] };
      assert.equal(await statusOf({}, 'treatment', 10), 'confirmed');
      assert.equal(await statusOf(soon, 'treatment', 10), 'requested');
      assert.equal(await statusOf(soon, 'treatment', 40), 'confirmed');
      assert.equal(await statusOf(letter, 'treatment', 50), 'requested');
      assert.equal(await statusOf(letter, 'consultation', 10), 'confirmed');

      const consultation = proofOf(await submit(consultationDraft({ answers: letter }), key()));
      const sessions = [];
      for (const days of [60, 70, 80]) {
        sessions.push({ service: 'treatment', slotId: await free('treatment', days) });
      }
      const course = await bookCourse({ course: 'shaved-look', sessions, ...visitor(), consultation }, key());
      assert.deepEqual(
        course.sessions.map(({ status }) => status),
        ['requested', 'requested', 'requested'],
      );
      await approves('request');
    });

    it('links with a booking that was made before it', async () => {
      const { adapter, submit } = opened();
      const { slots } = await adapter.listSlots({ service: 'consultation', from: soon() });
      const book = (index: number) =>
        adapter.createBooking({ service: 'consultation', slotId: slots[index]?.id ?? '', ...visitor() }, key());
      const [mine, theirs] = [await book(0), await book(9)];
      const proof = { bookingId: mine.bookingId, manageToken: mine.manageToken ?? '' };
      const { consultationId } = await submit({ ...consultationDraft(), booking: proof }, key());
      const linked = `consultation_id = '${consultationId}'`;
      assert.equal(await test.count('booking', `${linked} and id = '${mine.bookingId}'`), 1);
      assert.deepEqual(mine.version, 1);
      for (const [booking, code] of [
        [{ ...proof, bookingId: theirs.bookingId }, 'unauthorized'],
        [{ ...proof, manageToken: 'x'.repeat(60) }, 'unauthorized'],
        [{ ...proof, bookingId: 'no-such-booking' }, 'not-found'],
      ] as const) {
        await assert.rejects(submit({ ...consultationDraft(), booking }, key()), refused(code));
      }
      assert.equal(await test.count('consultation'), 1);
    });

    it('does not keep anybody from booking whose consultation is gone', async () => {
      const { adapter, submit, erase } = opened();
      const consultation = proofOf(await submit(consultationDraft(), key()));
      await erase(consultation, key());
      const { slots } = await adapter.listSlots({ service: 'consultation', from: soon() });
      const draft = { service: 'consultation', slotId: slots[0]?.id ?? '', ...visitor(), consultation };
      assert.equal((await adapter.createBooking(draft, key())).status, 'confirmed');
      assert.equal(await test.count('booking', 'consultation_id is not null'), 0);
    });

    describe('photos', () => {
      it('are sealed in a file, and come out as they went in', async () => {
        const { submit, upload } = opened();
        const proof = proofOf(await submit(consultationDraft(), key()));
        const bytes = pngFile(40, 50);
        const photo = await upload({ ...proof, angle: 'crown', image: image(bytes) }, key());
        assert.deepEqual(photo, { angle: 'crown', bytes: bytes.length, width: 40, height: 50 });
        const [row] = await readPhotos(test.database, [proof.consultationId]);
        const sealed = await photos.read(row?.storage_name ?? '');
        assert.ok(sealed && !sealed.includes(bytes.subarray(0, 8)));
        assert.deepEqual(testCipher.open(sealed, photoPlaceOf(proof.consultationId, 'crown')), bytes);
        assert.throws(() => testCipher.open(sealed, photoPlaceOf(proof.consultationId, 'front')), SealBroken);
      });

      it('take the place of an earlier one of their angle, and leave no file behind', async () => {
        const { submit, upload, remove } = opened();
        const proof = proofOf(await submit(consultationDraft(), key()));
        const send = (angle: 'top' | 'left', width: number, operation = key()) =>
          upload({ ...proof, angle, image: image(pngFile(width, 10)) }, operation);
        const operation = key();
        const first = await send('top', 10, operation);
        assert.deepEqual(await send('top', 10, operation), first, 'the same operation again');
        assert.deepEqual(await send('top', 10), first, 'the same photo in another operation');
        await assert.rejects(send('top', 11, operation), refused('validation'), 'another photo in the same operation');
        await Promise.all([send('top', 12), send('top', 13), send('left', 14)]);
        assert.equal(await test.count('consultation_photo'), 2);
        assert.equal(files().length, 2);
        await remove({ ...proof, angle: 'top' }, key());
        await remove({ ...proof, angle: 'top' }, key());
        assert.equal(await test.count('consultation_photo', `angle = 'left'`), 1);
        assert.equal(files().length, 1);
      });

      it('are refused with metadata, too large, or without consent, and leave nothing behind', async () => {
        const { submit, upload } = opened();
        const proof = proofOf(await submit(consultationDraft(), key()));
        const exif = jpegFile(20, 20, [jpegSegment(0xe1, Buffer.from('Exif\0\0'))]);
        for (const bytes of [exif, pngFile(2049, 4), Buffer.from('no photo')]) {
          await assert.rejects(upload({ ...proof, angle: 'top', image: image(bytes) }, key()), refused('validation'));
        }
        const other = proofOf(await submit(consultationDraft({ consents: ['health-data'] }), key()));
        await assert.rejects(upload({ ...other, angle: 'top', image: image() }, key()), refused('validation'));
        const none = { consultationId: '00000000-0000-4000-8000-000000000000', consultationToken: 'x'.repeat(43) };
        await assert.rejects(upload({ ...none, angle: 'top', image: image() }, key()), refused('not-found'));
        assert.equal(await test.count('consultation_photo'), 0);
        assert.deepEqual(files(), []);
      });

      it('leave no file behind when the database gives up', async () => {
        const { submit, upload } = opened();
        const proof = proofOf(await submit(consultationDraft(), key()));
        await test.database.script('alter table consultation_photo add constraint none check (width > 100) not valid');
        await assert.rejects(upload({ ...proof, angle: 'top', image: image() }, key()), refused('unknown'));
        await test.database.script('alter table consultation_photo drop constraint none');
        assert.deepEqual(files(), []);
      });
    });

    describe('withdrawing', () => {
      it('leaves the record of the consents and nothing of the person', async () => {
        const { submit, upload, erase } = opened();
        const draft = consultationDraft({ name: 'Marker-Name', email: 'marker@example.com' });
        const operation = key();
        const proof = proofOf(await submit({ ...draft, attribution: { utm_source: 'Marker-Source' } }, operation));
        await upload({ ...proof, angle: 'top', image: image() }, key());
        assert.match(await dump(test.database), /marker/i);
        await erase(proof, key());
        await erase(proof, key());
        assert.doesNotMatch(await dump(test.database), /marker/i);
        assert.deepEqual(files(), []);
        const [row] = await test.database.query('select consents, withdrawn_at from consultation');
        assert.deepEqual(row?.['consents'], draft.consents);
        assert.ok(row?.['withdrawn_at']);
        await assert.rejects(upload({ ...proof, angle: 'top', image: image() }, key()), refused('not-found'));
        const again = submit({ ...draft, attribution: { utm_source: 'Marker-Source' } }, operation);
        await assert.rejects(again, refused('not-found'));
      });

      it('wins over a photo that is under way', async () => {
        const { submit, upload, erase } = opened();
        const proof = proofOf(await submit(consultationDraft(), key()));
        const uploads = Array.from({ length: 4 }, () => upload({ ...proof, angle: 'top', image: image() }, key()));
        await Promise.allSettled([...uploads, erase(proof, key())]);
        assert.equal(await test.count('consultation_photo'), 0);
        assert.deepEqual(files(), []);
      });
    });

    describe('what lies in the database', () => {
      const MARK = 'Zebrafinch';
      const store = async (cipher: HealthCipher) => {
        const { submit, upload } = opened({ cipher });
        const draft = consultationDraft({
          answers: { healthBody: ['allergy'], medications: `${MARK} daily`, expectations: `${MARK} on my head` },
        });
        assert.equal(draft.answers['medications'], `${MARK} daily`);
        const operation = key();
        const proof = proofOf(await submit(draft, operation));
        await submit(draft, operation);
        // A photo with the mark in its coded picture.
        const photo = jpegFile(30, 30);
        const at = photo.indexOf(Buffer.of(0x12, 0xff, 0x00, 0x34));
        const bytes = Buffer.concat([photo.subarray(0, at), Buffer.from(MARK), photo.subarray(at)]);
        await upload({ ...proof, angle: 'top', image: image(bytes) }, key());
        await assert.rejects(submit({ ...draft, answers: { ...draft.answers, [MARK]: 'yes' } }, key()));
        return { stored: await dump(test.database), written: filesOf(photos.directory), proof };
      };

      it('tells nothing of what was answered, photographed or found', async () => {
        const { stored, written } = await store(testCipher);
        for (const secret of [MARK, 'allergy', 'patch-test', 'norwood', 'JFIF']) {
          assert.ok(!stored.includes(secret), `${secret} is in the database`);
          assert.ok(!written.includes(secret), `${secret} is among the photos`);
        }
      });

      it('would tell everything were it not sealed, which this test then sees', async () => {
        const open: HealthCipher = {
          keyId: Buffer.alloc(8),
          seal: (content) => Buffer.concat([Buffer.alloc(21), content]),
          open: (sealed) => Buffer.from(sealed.subarray(21)),
        };
        const { stored, written } = await store(open);
        for (const secret of [MARK, 'allergy', 'patch-test']) assert.ok(stored.includes(secret), secret);
        for (const secret of [MARK, 'JFIF']) assert.ok(written.includes(secret), secret);
      });

      it('can not be moved to another row or column, changed, or read with another key', async () => {
        const { submit } = opened();
        const ids: string[] = [];
        for (const flag of ['keloid', 'none']) {
          ids.push((await submit(consultationDraft({ answers: { healthSkin: [flag] } }), key())).consultationId);
        }
        const [first = '', second = ''] = ids;
        const read = async (id: string, cipher = testCipher) => {
          const row = await readConsultation(test.database, id);
          assert.ok(row);
          return openConsultation(cipher, row);
        };
        assert.ok(await read(first));
        await assert.rejects(read(first, healthCipher(randomBytes(32))), SealBroken);
        await test.database.query(
          `update consultation set answers = (select answers from consultation other where other.id = $2) where id = $1`,
          [first, second],
        );
        await assert.rejects(read(first), SealBroken);
        await test.database.query('update consultation set outcome = told where id = $1', [second]);
        await assert.rejects(read(second), SealBroken);
      });
    });

    describe('housekeeping', () => {
      const run = (options: { now?: number; cipher?: HealthCipher } = {}) =>
        applyRetention(test.database, {
          cipher: options.cipher ?? testCipher,
          photos,
          retention: { days: 30, bookedDays: 365 },
          now: () => options.now ?? Date.now(),
        });
      const nothing = { erased: 0, files: 0, resealed: 0, broken: 0 };

      it('erases what nobody booked after 30 days, and the rest a year after its last booking', async () => {
        const { adapter, submit, upload } = opened();
        const alone = proofOf(await submit(consultationDraft(), key()));
        const booked = proofOf(await submit(consultationDraft(), key()));
        for (const proof of [alone, booked]) await upload({ ...proof, angle: 'top', image: image() }, key());
        const { slots } = await adapter.listSlots({ service: 'consultation', from: soon() });
        const [slot] = slots;
        assert.ok(slot);
        await adapter.createBooking(
          { service: 'consultation', slotId: slot.id, ...visitor(), consultation: booked },
          key(),
        );
        const now = Date.now();
        assert.deepEqual(await run({ now: now + 29 * DAY }), nothing);
        assert.equal((await run({ now: now + 31 * DAY })).erased, 1);
        assert.deepEqual(await test.database.query('select id::text as id from consultation'), [
          { id: booked.consultationId },
        ]);
        assert.equal(files().length, 1);
        const end = Date.parse(slot.end);
        assert.equal((await run({ now: end + 364 * DAY })).erased, 0);
        assert.equal((await run({ now: end + 366 * DAY })).erased, 1);
        assert.deepEqual(files(), []);
        assert.equal(await test.count('consultation_photo'), 0);
        assert.equal(await test.count('booking'), 1, 'the diary stays');
      });

      // Only there can something else be written while a statement runs.
      if (engine === 'postgres') {
        it('keeps one with which somebody books while it is being looked for', async () => {
          const { adapter, submit } = opened();
          const consultation = proofOf(await submit(consultationDraft(), key()));
          const old = proofOf(await submit(consultationDraft(), key()));
          const { slots } = await adapter.listSlots({ service: 'consultation', from: soon() });
          // In the search, once it has begun, reckoning with days waits for as long as somebody has this lock.
          const LOCK = 5;
          await test.database.script(
            `create schema slow;
             create function slow.make_interval(days int) returns interval language plpgsql volatile as $$
             begin
               perform pg_advisory_xact_lock_shared(${LOCK});
               return pg_catalog.make_interval(days => days);
             end $$`,
          );
          const url = `${test.url ?? ''}&options=${encodeURIComponent('-c search_path=slow,pg_catalog,public')}`;
          const slow = await openPostgres({ url });
          const waiting = async () => {
            const rows = await test.database.query(
              `select from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted`,
            );
            return rows.length > 0;
          };
          try {
            const run = await test.database.transaction(async (keeper) => {
              await keeper.query(`select pg_advisory_xact_lock(${LOCK})`);
              const running = applyRetention(slow, { cipher: testCipher, now: () => Date.now() + 31 * DAY });
              let over = false;
              void running.finally(() => (over = true)).catch(() => undefined);
              while (!over && !(await waiting()));
              assert.ok(!over, 'it waits');
              await adapter.createBooking(
                { service: 'consultation', slotId: slots[0]?.id ?? '', ...visitor(), consultation },
                key(),
              );
              return { running };
            });
            // The control: the other is erased.
            assert.equal((await run.running).erased, 1);
            assert.deepEqual(await test.database.query('select id::text as id from consultation'), [
              { id: consultation.consultationId },
            ]);
            assert.equal(await test.count('consultation', `id = '${old.consultationId}'`), 0);
          } finally {
            await slow.close();
            await test.database.script('drop schema slow cascade');
          }
        });
      }

      it('forgets the record of a withdrawn consultation 30 days later, and those whose booking was cancelled', async () => {
        const { adapter, submit, erase } = opened();
        await erase(proofOf(await submit(consultationDraft(), key())), key());
        const consultation = proofOf(await submit(consultationDraft(), key()));
        const { slots } = await adapter.listSlots({ service: 'consultation', from: soon() });
        await adapter.createBooking(
          { service: 'consultation', slotId: slots[0]?.id ?? '', ...visitor(), consultation },
          key(),
        );
        await test.database.query(`update booking set status = 'cancelled'`);
        assert.equal((await run({ now: Date.now() + 29 * DAY })).erased, 0);
        assert.equal((await run({ now: Date.now() + 31 * DAY })).erased, 2);
      });

      it('removes files that no photo belongs to, once no upload can be about to claim them', async () => {
        const { submit, upload } = opened();
        const proof = proofOf(await submit(consultationDraft(), key()));
        await upload({ ...proof, angle: 'top', image: image() }, key());
        await photos.write(Buffer.from('orphan'));
        assert.deepEqual(await run(), nothing);
        assert.deepEqual(await run({ now: Date.now() + 2 * 3_600_000 }), { ...nothing, files: 1 });
        const [row] = await readPhotos(test.database, [proof.consultationId]);
        assert.deepEqual(files(), [row?.storage_name]);
      });

      it('seals everything again after a change of keys, so that the earlier one can go', async () => {
        const { submit, upload } = opened();
        const draft = consultationDraft();
        const proof = proofOf(await submit(draft, key()));
        const bytes = pngFile(40, 50);
        await upload({ ...proof, angle: 'top', image: image(bytes) }, key());
        const oldKey = randomBytes(32);
        const nextKey = randomBytes(32);
        // What the tests' own key has sealed can't be opened by one who knows neither key, and is left as it is.
        assert.deepEqual(await run({ cipher: healthCipher(nextKey, [oldKey]) }), { ...nothing, broken: 2 });
        await empty();
        const before = opened({ cipher: healthCipher(oldKey) });
        const again = proofOf(await before.submit(draft, key()));
        await before.upload({ ...again, angle: 'top', image: image(bytes) }, key());
        assert.deepEqual(await run({ cipher: healthCipher(nextKey, [oldKey]) }), { ...nothing, resealed: 2 });
        assert.deepEqual(await run({ cipher: healthCipher(nextKey, [oldKey]) }), nothing);
        const alone = healthCipher(nextKey);
        const row = await readConsultation(test.database, again.consultationId);
        assert.ok(row);
        assert.deepEqual(openConsultation(alone, row)?.answers, draft.answers);
        const [photo] = await readPhotos(test.database, [again.consultationId]);
        const sealed = await photos.read(photo?.storage_name ?? '');
        assert.ok(sealed);
        assert.deepEqual(alone.open(sealed, photoPlaceOf(again.consultationId, 'top')), bytes);
        assert.equal(files().length, 1);
      });
    });
  });
}
