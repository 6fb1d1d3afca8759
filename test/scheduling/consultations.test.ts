import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SchedulingAdapter, UploadOptions, WriteOptions } from '../../src/adapters/adapter.js';
import type { Consultation, ConsultationDraft } from '../../src/domain/consultation/consultation.js';
import type { Photo, PhotoUpload } from '../../src/domain/consultation/photo.js';
import { SmpError } from '../../src/domain/errors.js';
import { deletePhoto, eraseConsultation, submitConsultation, uploadPhoto } from '../../src/scheduling/consultations.js';
import { Scheduler, type SchedulerOptions, type WriteOutcome } from '../../src/scheduling/scheduler.js';
import { OPERATION, adapterWith } from './support/fixture.js';
import { VirtualClock } from './support/virtual-clock.js';

const PROOF = { consultationId: 'c-1', consultationToken: '0123456789abcdef' };
const CONSULTATION: Consultation = { ...PROOF, reference: 'SMP-7K3Q9F' };
const PHOTO: Photo = { angle: 'front', bytes: 3, width: 8, height: 8 };
const DRAFT: ConsultationDraft = {
  questionnaire: { id: 'standard', version: '1' },
  answers: { gender: 'a' },
  outcome: { findings: [], consultation: true, treatment: 'open' },
  contact: { name: 'Ada Example', email: 'ada@example.org' },
  consents: [{ purpose: 'privacy', granted: true, version: '1', at: '2026-11-22T09:00:00+00:00' }],
};
const OPTIONS = { operationId: OPERATION };
const lost = (): SmpError => new SmpError('network', 'lost');
const imageOf = (...bytes: number[]): Blob => new Blob([Uint8Array.from(bytes)], { type: 'image/png' });
const upload = (image = imageOf(1, 2, 3)): PhotoUpload => ({ ...PROOF, angle: 'front', image });

function setUp(parts: Partial<SchedulingAdapter>, options: SchedulerOptions = {}) {
  const clock = new VirtualClock();
  const capabilities = { holds: true, waitlist: true, consultations: true, photos: true };
  const adapter = adapterWith({
    capabilities,
    submitConsultation: () => Promise.resolve(CONSULTATION),
    eraseConsultation: () => Promise.resolve(),
    uploadPhoto: () => Promise.resolve(PHOTO),
    deletePhoto: () => Promise.resolve(),
    ...parts,
  });
  const scheduler = new Scheduler(adapter, { clock, random: () => 0.5, locks: undefined, ...options });
  return { clock, scheduler };
}

const codeOf = (outcome: WriteOutcome<unknown>) => (outcome.status === 'confirmed' ? undefined : outcome.error.code);

describe('what a Scheduler can do for a consultation', () => {
  const all = {
    holds: true,
    waitlist: true,
    consultations: true,
    photos: true,
    management: false,
    courses: false,
    touchUps: false,
  };

  it('is what the adapter declares and has methods for, and the clinic leaves on', () => {
    const { scheduler } = setUp({});
    assert.deepEqual(scheduler.capabilities(), all);
    assert.deepEqual(scheduler.capabilities({ capabilities: { photos: false } }), { ...all, photos: false });
    for (const [missing, capability] of [
      ['submitConsultation', 'consultations'],
      ['eraseConsultation', 'consultations'],
      ['uploadPhoto', 'photos'],
      ['deletePhoto', 'photos'],
    ] as const) {
      const without = setUp({ [missing]: undefined }).scheduler;
      assert.deepEqual(without.capabilities(), { ...all, [capability]: false }, missing);
    }
  });

  it('is nothing where the adapter says nothing of it', () => {
    const { scheduler } = setUp({ capabilities: { holds: true, waitlist: true } });
    assert.deepEqual(scheduler.capabilities(), { ...all, consultations: false, photos: false });
  });
});

describe('submitConsultation', () => {
  it('gives what the adapter gives, without what the schema does not know', async () => {
    const { clock, scheduler } = setUp({
      submitConsultation: () => Promise.resolve({ ...CONSULTATION, answers: DRAFT.answers } as Consultation),
    });
    const outcome = await clock.run(submitConsultation(scheduler, DRAFT, OPTIONS));
    assert.deepEqual(outcome, { status: 'confirmed', value: CONSULTATION });
  });

  it('sends it again under the same id while the answer is lost', async () => {
    const ids: string[] = [];
    const { clock, scheduler } = setUp({
      submitConsultation: (_, { operationId }) => {
        ids.push(operationId);
        return ids.length < 3 ? Promise.reject(lost()) : Promise.resolve(CONSULTATION);
      },
    });
    assert.equal((await clock.run(submitConsultation(scheduler, DRAFT, OPTIONS))).status, 'confirmed');
    assert.deepEqual(ids, [OPERATION, OPERATION, OPERATION]);
  });

  it('is not stopped by a signal once it is sent', async () => {
    const controller = new AbortController();
    const { clock, scheduler } = setUp({
      submitConsultation: () => {
        controller.abort();
        return Promise.resolve(CONSULTATION);
      },
    });
    const outcome = await clock.run(submitConsultation(scheduler, DRAFT, { ...OPTIONS, signal: controller.signal }));
    assert.equal(outcome.status, 'confirmed');
  });

  for (const [what, answer] of [
    ['nothing', undefined],
    ['no token', { consultationId: 'c-1', reference: 'SMP-1' }],
    ['a token that anybody could guess', { ...CONSULTATION, consultationToken: 'short' }],
    ['an id with a space', { ...CONSULTATION, consultationId: 'c 1' }],
    ['an error page', '<html>'],
  ] as const) {
    it(`ends as unknown on an answer that is ${what}`, async () => {
      const { clock, scheduler } = setUp({ submitConsultation: () => Promise.resolve(answer as never) });
      const outcome = await clock.run(submitConsultation(scheduler, DRAFT, OPTIONS));
      assert.deepEqual([outcome.status, codeOf(outcome)], ['unknown', 'invalid-response']);
    });
  }

  it('refuses what is no consultation, unsent', async () => {
    let calls = 0;
    const { clock, scheduler } = setUp({
      submitConsultation: () => {
        calls += 1;
        return Promise.resolve(CONSULTATION);
      },
    });
    for (const more of [
      { contact: { name: '', email: 'ada@example.org' } },
      { answers: { gender: { no: 'object' } } },
      { booking: { bookingId: 'b', manageToken: '' } },
    ]) {
      const outcome = await clock.run(submitConsultation(scheduler, { ...DRAFT, ...more } as never, OPTIONS));
      assert.deepEqual([outcome.status, codeOf(outcome)], ['refused', 'validation']);
    }
    assert.equal(calls, 0);
  });

  it('says not-supported where the adapter has no such method', async () => {
    const { clock, scheduler } = setUp({ submitConsultation: undefined } as never);
    assert.equal(codeOf(await clock.run(submitConsultation(scheduler, DRAFT, OPTIONS))), 'not-supported');
  });
});

describe('eraseConsultation and deletePhoto', () => {
  it('hand on the proof, and confirm with nothing', async () => {
    const seen: unknown[] = [];
    const note = (request: unknown): Promise<never> => {
      seen.push(request);
      return Promise.resolve('whatever' as never);
    };
    const { clock, scheduler } = setUp({ eraseConsultation: note, deletePhoto: note });
    const done = { status: 'confirmed', value: undefined };
    assert.deepEqual(await clock.run(eraseConsultation(scheduler, { ...CONSULTATION }, OPTIONS)), done);
    assert.deepEqual(await clock.run(deletePhoto(scheduler, { ...CONSULTATION, angle: 'top' }, OPTIONS)), done);
    assert.deepEqual(seen, [PROOF, { ...PROOF, angle: 'top' }]);
  });
});

describe('uploadPhoto', () => {
  it('gives what was stored, and sends the very image with each try', async () => {
    const seen: (readonly number[])[] = [];
    const { clock, scheduler } = setUp({
      uploadPhoto: async ({ image }) => {
        seen.push([...new Uint8Array(await image.arrayBuffer())]);
        if (seen.length < 2) throw lost();
        return PHOTO;
      },
    });
    const outcome = await clock.run(uploadPhoto(scheduler, upload(), OPTIONS));
    assert.deepEqual(outcome, { status: 'confirmed', value: PHOTO });
    assert.deepEqual(seen, [
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('waits a minute for each try, where a booking has ten seconds', async () => {
    const { clock, scheduler } = setUp({
      uploadPhoto: async () => {
        await clock.sleep(59_000);
        return PHOTO;
      },
    });
    assert.equal((await clock.run(uploadPhoto(scheduler, upload(), OPTIONS))).status, 'confirmed');
    assert.equal(clock.now(), 59_000);
  });

  it('ends, too, when it hangs', async () => {
    const { clock, scheduler } = setUp({ uploadPhoto: () => new Promise<never>(() => undefined) });
    const outcome = await clock.run(uploadPhoto(scheduler, upload(), OPTIONS));
    assert.deepEqual([outcome.status, codeOf(outcome)], ['unknown', 'timeout']);
    assert.ok(clock.now() <= 95_000, String(clock.now()));
  });

  it('is stopped by its signal while it is under way, and may have arrived', async () => {
    const controller = new AbortController();
    let given: AbortSignal | undefined;
    const { clock, scheduler } = setUp({
      uploadPhoto: (_, { signal }) => {
        given = signal;
        queueMicrotask(() => controller.abort());
        return new Promise<never>(() => undefined);
      },
    });
    const outcome = await clock.run(uploadPhoto(scheduler, upload(), { ...OPTIONS, signal: controller.signal }));
    assert.deepEqual([outcome.status, codeOf(outcome)], ['unknown', 'aborted']);
    assert.equal(given?.aborted, true);
    assert.equal(clock.now(), 0);
  });

  it('is stopped while it waits to be sent again', async () => {
    const controller = new AbortController();
    let calls = 0;
    const { clock, scheduler } = setUp({
      uploadPhoto: () => {
        calls += 1;
        return Promise.reject(new SmpError('rate-limited', 'busy'));
      },
    });
    const outcome = await clock.run(
      uploadPhoto(scheduler, upload(), {
        ...OPTIONS,
        signal: controller.signal,
        onRetry: () => controller.abort(),
      }),
    );
    // Turned away unread, so nothing was stored.
    assert.deepEqual([outcome.status, codeOf(outcome), calls], ['refused', 'aborted', 1]);
  });

  it('is not sent at all when it was stopped before', async () => {
    const { clock, scheduler } = setUp({ uploadPhoto: () => assert.fail('sent') });
    const options = { ...OPTIONS, signal: AbortSignal.abort() };
    const outcome = await clock.run(uploadPhoto(scheduler, upload(), options));
    assert.deepEqual([outcome.status, codeOf(outcome)], ['refused', 'aborted']);
  });

  it('is one upload when asked for twice at a time, and two of two images', async () => {
    let calls = 0;
    const { clock, scheduler } = setUp({
      uploadPhoto: async () => {
        calls += 1;
        return PHOTO;
      },
    });
    const one = upload();
    const again = () => uploadPhoto(scheduler, { ...one }, OPTIONS);
    const [first, second] = await clock.run(Promise.all([again(), again()]));
    assert.equal(first, second);
    assert.equal(calls, 1);
    // JSON has the same to say of any two images.
    await clock.run(Promise.all([again(), uploadPhoto(scheduler, upload(imageOf(4, 5, 6)), OPTIONS)]));
    assert.equal(calls, 3);
  });

  it('tells how much is out, from 0 to 1, and is not stopped by who listens', async () => {
    const told: number[] = [];
    const report = ({ onProgress }: UploadOptions): Promise<Photo> => {
      for (const fraction of [0, 0.5, NaN, -1, 7, 1]) onProgress?.(fraction);
      return Promise.resolve(PHOTO);
    };
    const { clock, scheduler } = setUp({ uploadPhoto: (_, options) => report(options) });
    const onProgress = (fraction: number): never => {
      told.push(fraction);
      throw new Error('listener');
    };
    assert.equal((await clock.run(uploadPhoto(scheduler, upload(), { ...OPTIONS, onProgress }))).status, 'confirmed');
    assert.deepEqual(told, [0, 0.5, 1, 1]);
  });

  it('hands on no listener where nobody listens', async () => {
    let options: WriteOptions | undefined;
    const { clock, scheduler } = setUp({
      uploadPhoto: (_, given) => {
        options = given;
        return Promise.resolve(PHOTO);
      },
    });
    await clock.run(uploadPhoto(scheduler, upload(), OPTIONS));
    assert.deepEqual(Object.keys(options ?? {}).sort(), ['operationId', 'signal']);
  });

  for (const [what, answer] of [
    ['of no size', { ...PHOTO, width: 0 }],
    ['of an angle that nobody knows', { ...PHOTO, angle: 'below' }],
    ['nothing', undefined],
  ] as const) {
    it(`ends as unknown on a photo ${what}`, async () => {
      const { clock, scheduler } = setUp({ uploadPhoto: () => Promise.resolve(answer as never) });
      const outcome = await clock.run(uploadPhoto(scheduler, upload(), OPTIONS));
      assert.deepEqual([outcome.status, codeOf(outcome)], ['unknown', 'invalid-response']);
    });
  }

  it('refuses what is no image, unsent', async () => {
    const { clock, scheduler } = setUp({ uploadPhoto: () => assert.fail('sent') });
    for (const image of ['data:image/png;base64,', {}, null, new Uint8Array(3)]) {
      const outcome = await clock.run(uploadPhoto(scheduler, { ...upload(), image: image as never }, OPTIONS));
      assert.deepEqual([outcome.status, codeOf(outcome)], ['refused', 'validation']);
    }
  });
});
