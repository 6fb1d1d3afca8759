import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WriteOptions } from '../../src/adapters/adapter.js';
import { demoSchedule } from '../../src/adapters/demo-clinic.js';
import { memoryAdapter, type MemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/memory.js';
import { isSameToken } from '../../src/adapters/memory-token.js';
import type { ConsentPurpose } from '../../src/domain/consultation/consent.js';
import type { ConsultationDraft } from '../../src/domain/consultation/consultation.js';
import { applySettings } from '../../src/domain/consultation/questionnaire-settings.js';
import { DEFAULT_DESIGN } from '../../src/domain/design/hairline-design.js';
import { isSmpError, type SmpErrorCode } from '../../src/domain/errors.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import { fillQuestionnaire } from '../../src/testing/filled-questionnaire.js';
import { tinyPhoto } from '../../src/testing/tiny-photo.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const { questionnaire } = applySettings(undefined);

let count = 0;
const operation = (): WriteOptions => ({ operationId: `operation-${String((count += 1)).padStart(12, '0')}` });

const open = (options: MemoryAdapterOptions = {}): Required<MemoryAdapter> =>
  memoryAdapter({ now: () => NOW, busy: [], ...options }) as Required<MemoryAdapter>;

function draftOf(...granted: ConsentPurpose[]): ConsultationDraft {
  const { answers, consents } = fillQuestionnaire(questionnaire, granted);
  return {
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    answers: answers as ConsultationDraft['answers'],
    outcome: { findings: [], consultation: true, treatment: 'open' },
    contact: { name: 'Visitor', email: 'visitor@example.com' },
    consents,
  };
}

const refusal =
  (code: SmpErrorCode, ...issues: string[]) =>
  (error: unknown) =>
    isSmpError(error, code) &&
    (issues.length === 0 || String((error.issues ?? []).map((one) => `${one.pointer} ${one.code}`)) === String(issues));

const consult = (adapter: Required<MemoryAdapter>, draft = draftOf('health-data', 'photos-assessment')) =>
  adapter.submitConsultation(draft, operation());

async function book(adapter: Required<MemoryAdapter>, consultation?: object) {
  const [slot] = (await adapter.listSlots({ service: 'consultation' })).slots;
  assert.ok(slot);
  const { contact, consents } = draftOf();
  const draft = { service: 'consultation', slotId: slot.id, contact, consents, ...(consultation && { consultation }) };
  return adapter.createBooking(draft as Parameters<typeof adapter.createBooking>[0], operation());
}

describe('memoryAdapter and consultations', () => {
  it('shows what was sent, with its photos, as a copy', async () => {
    const adapter = open();
    const draft = draftOf('health-data', 'photos-assessment');
    const consultation = await consult(adapter, draft);
    const image = tinyPhoto({ width: 9, height: 7 });
    await adapter.uploadPhoto({ ...consultation, angle: 'top', image }, operation());
    const [kept] = adapter.state.consultations;
    assert.deepEqual(kept?.consultation, consultation);
    assert.deepEqual(kept?.draft, draft);
    const content = new Uint8Array(await image.arrayBuffer());
    assert.deepEqual(kept?.photos, [{ angle: 'top', bytes: image.size, width: 9, height: 7, content }]);
    kept.photos[0]?.content.fill(0);
    assert.deepEqual(adapter.state.consultations[0]?.photos[0]?.content, content);
  });

  it('gives ids and tokens that nobody guesses', async () => {
    const adapter = open();
    const all = await Promise.all(Array.from({ length: 40 }, () => consult(adapter)));
    const texts = all.flatMap(({ consultationId, consultationToken }) => [consultationId, consultationToken]);
    assert.equal(new Set(texts).size, 80);
    // 62 signs, so 22 of them are 131 bits.
    for (const text of texts) assert.match(text, /^[A-Za-z0-9]{22,}$/);
  });

  it('names what is wrong with the answers, and keeps nothing of them', async () => {
    const adapter = open();
    const draft = draftOf('health-data');
    const [required] = questionnaire.questions.filter(({ kind, required }) => required && kind !== 'contact');
    assert.ok(required);
    const { [required.id]: _, ...answers } = draft.answers;
    const missing = consult(adapter, { ...draft, answers });
    await assert.rejects(missing, (error) => {
      assert.ok(isSmpError(error, 'validation'));
      assert.ok(error.issues?.some(({ pointer, code }) => pointer === `/answers/${required.id}` && code === 'missing'));
      return true;
    });
    const unasked = { ...draft, answers: { ...draft.answers, nobodyAsked: 'x' } };
    await assert.rejects(consult(adapter, unasked), refusal('validation', '/answers/nobodyAsked not-asked'));
    assert.deepEqual(adapter.state.consultations, []);
  });

  it('asks what the clinic asks', async () => {
    const plain = await open().getClinic();
    const [first] = questionnaire.questions.filter(
      ({ kind, required, health }) => !required && !health && kind === 'single',
    );
    assert.ok(first);
    const clinic = { ...plain, consultation: { questionnaire: { version: '2', remove: [first.id] } } };
    const asked = applySettings(clinic.consultation).questionnaire;
    assert.ok(!asked.questions.some(({ id }) => id === first.id), 'the setting leaves the question out');
    const adapter = open({ clinic });
    const { answers, consents } = fillQuestionnaire(asked, ['health-data']);
    const named = { id: asked.id, version: asked.version };
    const draft = { ...draftOf(), questionnaire: named, answers, consents } as ConsultationDraft;
    await consult(adapter, draft);
    const [value = ''] = (first.options ?? []).map((option) => option.value);
    const more = { ...draft, answers: { ...answers, [first.id]: value } } as ConsultationDraft;
    await assert.rejects(consult(adapter, more), refusal('validation', `/answers/${first.id} not-asked`));
  });

  it('takes answers to an earlier questionnaire, if there is consent to health questions', async () => {
    const adapter = open();
    const earlier = { questionnaire: { id: questionnaire.id, version: 'earlier' }, answers: { gone: 'yes' } };
    await consult(adapter, { ...draftOf('health-data'), ...earlier });
    await assert.rejects(consult(adapter, { ...draftOf(), ...earlier }), refusal('validation', '/consents no-consent'));
    await consult(adapter, { ...draftOf(), ...earlier, answers: {} });
    assert.equal(adapter.state.consultations.length, 2);
  });

  it('links a booking that names its consultation, and a consultation that names its booking', async () => {
    const adapter = open();
    const one = await consult(adapter);
    const { bookingId } = await book(adapter, one);
    assert.deepEqual(adapter.state.consultations[0]?.bookingIds, [bookingId]);
    const { bookingId: other, manageToken = '' } = await book(adapter);
    await consult(adapter, { ...draftOf(), booking: { bookingId: other, manageToken } });
    assert.deepEqual(adapter.state.consultations[1]?.bookingIds, [other]);
  });

  it('leaves to the clinic what a consultation leaves to it, whatever is sent', async () => {
    const plain = await open().getClinic();
    const services = plain.services.map(({ confirmation: _, ...service }) => service);
    const adapter = open({ clinic: { ...plain, services }, schedule: demoSchedule });
    const outcomes = [
      [{}, 'confirmed'],
      [{ earliestTreatment: '2026-12-14' }, 'confirmed'],
      [{ earliestTreatment: '2027-02-01' }, 'requested'],
      [{ treatment: 'request' }, 'requested'],
    ] as const;
    const { contact, consents } = draftOf();
    for (const [outcome, status] of outcomes) {
      const draft = { ...draftOf('health-data'), outcome: { ...draftOf().outcome, ...outcome } };
      const { consultationId, consultationToken } = await consult(adapter, draft);
      const consultation = { consultationId, consultationToken };
      const [slot] = (await adapter.listSlots({ service: 'treatment', from: '2026-12-14' })).slots;
      const sent = { service: 'treatment', slotId: slot?.id ?? '', contact, consents, consultation };
      assert.equal((await adapter.createBooking(sent, operation())).status, status, JSON.stringify(outcome));
    }
  });

  it('keeps what a consultation leaves of times when a session is moved', async () => {
    const adapter = open();
    const outcome = { ...draftOf().outcome, earliestTreatment: '2026-12-10', patchTestHours: 48 };
    const consultation = await consult(adapter, { ...draftOf('health-data'), outcome });
    const free = async (from: string) =>
      (await adapter.listSlots({ service: 'treatment', from })).slots[0] ?? assert.fail('no free time');
    const first = await free('2026-12-14');
    const second = await free(addDays(first.localDate, 10));
    const third = await free(addDays(second.localDate, 10));
    const { contact, consents } = draftOf();
    const sessions = [first, second, third].map(({ id }) => ({ service: 'treatment', slotId: id }));
    const { consultationId, consultationToken } = consultation;
    const course = await adapter.bookCourse(
      { course: 'shaved-look', sessions, contact, consents, consultation: { consultationId, consultationToken } },
      operation(),
    );
    const { manageToken: token = '' } = course;
    const managed = await adapter.getBooking(token);
    const limits = { from: '2026-12-10', leadHours: 48 };
    assert.deepEqual(
      managed.sessions.map((session) => session.limits),
      [limits, limits, limits],
    );
    const [session] = managed.sessions;
    const move = async (from: string) =>
      adapter.reschedule(
        {
          token,
          version: managed.version,
          moves: [{ bookingId: session?.bookingId ?? '', slotId: (await free(from)).id }],
        },
        operation(),
      );
    await assert.rejects(move('2026-12-07'), refusal('validation', '/moves/0/slotId too-soon'));
    assert.deepEqual(await adapter.getBooking(token), managed, 'nothing is moved');
    const moved = (await move('2026-12-11')).sessions[0];
    assert.equal(moved?.slot.localDate, '2026-12-11');
    await adapter.eraseConsultation({ consultationId, consultationToken }, operation());
    assert.deepEqual((await adapter.getBooking(token)).sessions[0]?.limits, { from: '2026-12-11' }, 'later only');
  });

  it('keeps the design of a booking and of a consultation, and nothing of what is none', async () => {
    const adapter = open();
    const design = DEFAULT_DESIGN;
    const [slot] = (await adapter.listSlots({ service: 'consultation' })).slots;
    assert.ok(slot);
    const { contact, consents } = draftOf();
    const draft = { service: 'consultation', slotId: slot.id, contact, consents };
    const wrong = { ...design, seed: -1 };
    const said = refusal('validation', '/design/seed invalid');
    await assert.rejects(adapter.createBooking({ ...draft, design: wrong }, operation()), said);
    await assert.rejects(consult(adapter, { ...draftOf(), design: wrong }), said);
    assert.deepEqual([adapter.state.bookings, adapter.state.consultations], [[], []]);
    await adapter.createBooking({ ...draft, design }, operation());
    await consult(adapter, { ...draftOf(), design });
    assert.deepEqual(adapter.state.bookings[0]?.draft.design, design);
    assert.deepEqual(adapter.state.consultations[0]?.draft.design, design);
  });

  it('books nothing with a forged proof, and keeps the time free', async () => {
    const adapter = open();
    const { consultationId, consultationToken } = await consult(adapter);
    const forged = { consultationId, consultationToken: consultationToken.replace(/.$/, '~') };
    await assert.rejects(book(adapter, forged), refusal('unauthorized'));
    assert.deepEqual(adapter.state.bookings, []);
    assert.deepEqual(adapter.state.consultations[0]?.bookingIds, []);
    await book(adapter, { consultationId, consultationToken });
  });

  it('refuses a consultation for a booking that is another’s or not there', async () => {
    const adapter = open();
    const { bookingId } = await book(adapter);
    const naming = (booking: ConsultationDraft['booking']) =>
      consult(adapter, { ...draftOf(), ...(booking && { booking }) });
    await assert.rejects(naming({ bookingId, manageToken: 'forged' }), refusal('unauthorized'));
    await assert.rejects(naming({ bookingId: 'none', manageToken: 'forged' }), refusal('not-found'));
    assert.deepEqual(adapter.state.consultations, []);
  });

  it('forgets a consultation with its photos, and its booking stays', async () => {
    const adapter = open();
    const proof = await consult(adapter);
    await adapter.uploadPhoto({ ...proof, angle: 'front', image: tinyPhoto() }, operation());
    await book(adapter, proof);
    const other = await consult(adapter);
    await adapter.eraseConsultation(proof, operation());
    assert.deepEqual(
      adapter.state.consultations.map(({ consultation }) => consultation),
      [other],
    );
    assert.equal(adapter.state.bookings.length, 1);
    // A booking that was on its way meanwhile is not lost.
    await book(adapter, proof);
    assert.equal(adapter.state.bookings.length, 2);
  });

  it('keeps one photo of an angle, the last, and deletes only what is named', async () => {
    const adapter = open();
    const proof = await consult(adapter);
    const put = (angle: 'front' | 'top', width: number) =>
      adapter.uploadPhoto({ ...proof, angle, image: tinyPhoto({ width }) }, operation());
    await put('front', 16);
    await put('top', 16);
    await put('front', 32);
    const kept = () => adapter.state.consultations[0]?.photos.map(({ angle, width }) => `${angle} ${width}`).sort();
    assert.deepEqual(kept(), ['front 32', 'top 16']);
    await adapter.deletePhoto({ ...proof, angle: 'front' }, operation());
    assert.deepEqual(kept(), ['top 16']);
  });

  it('takes an upload under a used id for the same only when its bytes are', async () => {
    const adapter = open();
    const proof = await consult(adapter);
    const options = operation();
    const send = (grey: number) =>
      adapter.uploadPhoto({ ...proof, angle: 'front', image: tinyPhoto({ grey }) }, options);
    assert.deepEqual(await send(1), await send(1));
    // As long, and the same at its beginning.
    await assert.rejects(send(2), refusal('validation', ' key-reused'));
  });

  it('brings a deleted photo not back when a copy of its upload comes late', async () => {
    const adapter = open();
    const proof = await consult(adapter);
    const options = operation();
    const upload = () => adapter.uploadPhoto({ ...proof, angle: 'front', image: tinyPhoto() }, options);
    await upload();
    await adapter.deletePhoto({ ...proof, angle: 'front' }, operation());
    await upload();
    assert.deepEqual(adapter.state.consultations[0]?.photos, []);
  });

  it('names why a photo is not taken', async () => {
    const adapter = open();
    const proof = await consult(adapter);
    const send = (image: Blob) => adapter.uploadPhoto({ ...proof, angle: 'front', image }, operation());
    await assert.rejects(send(new Blob(['<svg/>'])), refusal('validation', '/image not-a-photo'));
    await assert.rejects(send(tinyPhoto({ width: 2049, height: 1 })), refusal('validation', '/image too-large'));
    await assert.rejects(send(tinyPhoto({ comment: 'x' })), refusal('validation', '/image metadata'));
    const shy = await consult(adapter, draftOf('health-data'));
    const image = tinyPhoto();
    const unwanted = adapter.uploadPhoto({ ...shy, angle: 'front', image }, operation());
    await assert.rejects(unwanted, refusal('validation', ' no-consent'));
  });

  it('suffers faults like every other method', async () => {
    const calls: string[] = [];
    const adapter = open({
      faults: ({ method, attempt }) => {
        calls.push(`${method} ${attempt}`);
        return method === 'submitConsultation' && attempt === 1 ? { kind: 'lose' } : undefined;
      },
    });
    const [draft, options] = [draftOf(), operation()];
    await assert.rejects(adapter.submitConsultation(draft, options), refusal('network'));
    const proof = await adapter.submitConsultation(draft, options);
    assert.equal(adapter.state.consultations.length, 1);
    await adapter.eraseConsultation(proof, operation());
    assert.deepEqual(calls, ['submitConsultation 1', 'submitConsultation 2', 'eraseConsultation 1']);
    assert.equal(adapter.state.calls.submitConsultation, 2);
  });

  it('has only the methods that it declares', () => {
    const { submitConsultation, uploadPhoto } = open({ capabilities: { consultations: false, photos: false } });
    assert.deepEqual([submitConsultation, uploadPhoto], [undefined, undefined]);
  });
});

describe('isSameToken', () => {
  it('takes nothing but the whole for the same', () => {
    assert.equal(isSameToken('abc', 'abc'), true);
    for (const other of ['abd', 'ab', 'abcd', '', 'ABC', 'cba']) assert.equal(isSameToken('abc', other), false, other);
    assert.equal(isSameToken('', 'a'), false);
  });
});
