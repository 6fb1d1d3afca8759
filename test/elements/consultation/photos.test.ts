import { assert } from '@esm-bundle/chai';
import type { SchedulingAdapter, UploadOptions } from '../../../src/adapters/adapter.js';
import type { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { PhotoUpload } from '../../../src/domain/consultation/photo.js';
import { SmpError } from '../../../src/domain/errors.js';
import { en as words } from '../../../src/locales/consultation/en.js';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { backend, clinic, useClinicPage } from '../../support/clinic-page.js';
import { consultationOn, type ConsultationHarness, type Sayings } from '../../support/consultation.harness.js';
import { overridden, Weather } from '../../support/fault-adapter.js';
import { usePageReports } from '../../support/page-reports.js';
import { isShown, textOf } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';
import { addPhoto, photoFile } from './support/photo-file.js';

const { questions, photoProblems } = words;
const ASSESSMENT = words.consents['photos-assessment'](clinic.name);
const CONSENTED: Sayings = { [questions.photosConsent.label]: [ASSESSMENT] };
const [FRONT] = words.photos.front;
const [TOP] = words.photos.top;
const [CROWN] = words.photos.crown;

const encoder = new TextEncoder();
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part)));
const u32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** The beginning of a PNG that claims to be so large. */
const pngOfSize = (width: number, height: number): File =>
  new File(
    [bytes([0x89], 'PNG\r\n\x1a\n', u32(13), 'IHDR', u32(width), u32(height), [8, 2, 0, 0, 0, 0, 0, 0, 0])],
    'large.png',
    { type: 'image/png' },
  );

describe(`photos in <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();

  afterEach(() => assert.isEmpty(reports.uncaught));

  const atPhotos = (adapter: SchedulingAdapter = backend()): Promise<ConsultationHarness> =>
    consultationOn(page, { adapter }).goTo(questions.photos.label, CONSENTED);

  /** Chooses a file, and waits until it is known whether it can be used. */
  async function choose(consultation: ConsultationHarness, angle: string, file: File): Promise<HTMLElement> {
    await addPhoto(consultation, angle, file);
    await consultation.shows('how it ended', () => {
      const text = textOf(consultation.photo(angle));
      return text.includes(words.photoReady) || consultation.photo(angle).querySelector('[role=alert]');
    });
    return consultation.photo(angle);
  }

  /** The photos that arrived, by their angles. */
  const arrived = (adapter: MemoryAdapter): string[] =>
    (adapter.state.consultations.at(-1)?.photos ?? []).map(({ angle }) => angle);

  /** The backend with uploads that go on as far as a test lets them. */
  function slowUploads(adapter: MemoryAdapter) {
    const uploads: { photo: PhotoUpload; options: UploadOptions; finish: () => Promise<void> }[] = [];
    const slow: SchedulingAdapter = overridden(adapter, {
      uploadPhoto: (photo, options) =>
        new Promise((resolve, reject) => {
          const finish = async (): Promise<void> => {
            const stored = await adapter.uploadPhoto?.(photo, options);
            if (stored) resolve(stored);
          };
          options.signal?.addEventListener('abort', () => reject(new SmpError('aborted', 'given up')));
          uploads.push({ photo, options, finish });
        }),
    });
    return { slow, uploads };
  }

  it('shows what was chosen, and how to take each photo', async () => {
    const consultation = await atPhotos();
    for (const text of Object.values(words.photos)) {
      const [label, hint = ''] = typeof text === 'string' ? [text] : text;
      const place = consultation.photo(label);
      assert.include(textOf(place), hint);
      assert.isTrue(isShown(place.querySelector('svg') as Element), 'a drawing stands where the photo will');
    }
    const place = await choose(consultation, FRONT, await photoFile());
    const canvas = place.querySelector('canvas');
    assert.isTrue(canvas !== null && isShown(canvas));
    assert.equal(canvas?.getAttribute('aria-label'), words.photoAlt(FRONT));
    const colours = (): string => {
      const { width = 0, height = 0 } = canvas ?? {};
      const at = (x: number, y: number) => [...(canvas?.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])];
      return width > 0 ? JSON.stringify([at(2, 2), at(width - 3, height - 3)]) : '';
    };
    await until('it is drawn', () => {
      const [[dark = 255] = [], [light = 0] = []] = JSON.parse(colours() || '[]') as number[][];
      return dark < 60 && light > 120;
    });
    assert.isEmpty(consultation.all('img'), 'no address of a photo is made');
  });

  it('sends them after the answers, made smaller and without what a camera adds', async () => {
    const adapter = backend();
    const consultation = await atPhotos(adapter);
    await choose(consultation, FRONT, await photoFile({ width: 3000, height: 1500 }));
    await choose(consultation, CROWN, await photoFile({ type: 'image/png', name: 'crown.png' }));
    assert.equal(adapter.state.calls.uploadPhoto, 0, 'nothing leaves before the answers do');
    await consultation.continue();
    await consultation.toCheck();
    assert.equal(consultation.answer(questions.photos.short), words.photoCount(2));
    await consultation.send();
    await consultation.at(words.sentTitle);
    await consultation.shows('that all is sent', () =>
      consultation.parts('photo').every((place) => textOf(place).includes(words.photoSent)),
    );
    assert.deepEqual(arrived(adapter), ['front', 'crown']);
    const [front] = adapter.state.consultations[0]?.photos ?? [];
    assert.deepEqual([front?.width, front?.height], [2048, 1024]);
    assert.deepEqual([...(front?.content.slice(0, 3) ?? [])], [0xff, 0xd8, 0xff]);
    assert.notInclude(consultation.text(), words.photosSending);
  });

  const refusals: Readonly<Record<string, readonly [() => Promise<File> | File, string]>> = {
    'a text': [() => new File(['hello'], 'notes.txt', { type: 'text/plain' }), photoProblems['not-a-photo']],
    'a text that calls itself a photo': [
      () => new File(['<svg onload=alert(1)>'], 'head.jpg', { type: 'image/jpeg' }),
      photoProblems['not-a-photo'],
    ],
    nothing: [() => new File([], 'head.jpg', { type: 'image/jpeg' }), photoProblems['not-a-photo']],
    'a GIF': [
      () => new File([bytes('GIF89a', [1, 1, 1, 1, 0, 0, 0])], 'head.gif', { type: 'image/gif' }),
      photoProblems['not-a-photo'],
    ],
    'a photo that is cut off': [
      async () => new File([(await photoFile()).slice(0, 300)], 'head.jpg', { type: 'image/jpeg' }),
      photoProblems.unreadable,
    ],
    'a tiny photo': [() => photoFile({ width: 120, height: 400 }), photoProblems['too-small']],
    'a file of 16 MB': [
      () => new File([new Uint8Array(16 * 1024 * 1024)], 'head.jpg', { type: 'image/jpeg' }),
      photoProblems['too-many-bytes'],
    ],
    'a few bytes that stand for too many pixels': [() => pngOfSize(20_000, 20_000), photoProblems['too-many-pixels']],
    'a HEIC file that this browser can’t read': [
      () => new File([bytes(u32(24), 'ftypheic', u32(0), 'mif1heic', new Array<number>(100).fill(0))], 'a.heic'),
      photoProblems.heic,
    ],
  };
  for (const [what, [make, problem]] of Object.entries(refusals)) {
    it(`says in words why it can’t take ${what}, and takes another instead`, async () => {
      const adapter = backend();
      const consultation = await atPhotos(adapter);
      const place = await choose(consultation, FRONT, await make());
      assert.include(textOf(place.querySelector('[role=alert]')), problem);
      assert.isNull(place.querySelector('canvas'));
      await choose(consultation, FRONT, await photoFile());
      assert.notInclude(consultation.alert(), problem);
      await consultation.toSent();
      await until('it has arrived', () => arrived(adapter).length === 1);
    });
  }

  it('goes on with a photo that it can’t take, and sends the others', async () => {
    const adapter = backend();
    const consultation = await atPhotos(adapter);
    await choose(consultation, FRONT, new File(['no'], 'no.jpg', { type: 'image/jpeg' }));
    await choose(consultation, TOP, await photoFile());
    await consultation.continue();
    await consultation.toCheck();
    assert.equal(consultation.answer(questions.photos.short), words.photoCount(1));
    await consultation.send();
    await consultation.at(words.sentTitle);
    await until('the other has arrived', () => arrived(adapter).length === 1);
    assert.deepEqual(arrived(adapter), ['top']);
    await consultation.element.updateComplete;
    assert.notInclude(consultation.text(), words.photosSending);
  });

  it('replaces a photo, and removes one', async () => {
    const adapter = backend();
    const consultation = await atPhotos(adapter);
    await choose(consultation, FRONT, await photoFile({ width: 400, height: 400 }));
    await choose(consultation, FRONT, await photoFile({ width: 600, height: 300 }));
    await choose(consultation, TOP, await photoFile());
    await consultation.press(`${words.photoRemove}: ${TOP}`);
    assert.isNull(consultation.photo(TOP).querySelector('canvas'));
    assert.include(textOf(consultation.photo(TOP)), words.photoChoose);
    await consultation.toSent();
    await until('it has arrived', () => arrived(adapter).length > 0);
    const photos = adapter.state.consultations[0]?.photos ?? [];
    assert.deepEqual(
      photos.map(({ angle, width, height }) => [angle, width, height]),
      [['front', 600, 300]],
    );
  });

  it('keeps the focus in the place of a photo that is removed', async () => {
    const consultation = await atPhotos();
    await choose(consultation, FRONT, await photoFile());
    const button = consultation.button(`${words.photoRemove}: ${FRONT}`);
    button.focus();
    button.click();
    await consultation.element.updateComplete;
    const focused = consultation.focused();
    assert.isTrue(focused !== undefined && consultation.photo(FRONT).contains(focused));
  });

  it('takes the same file again after it was removed', async () => {
    const consultation = await atPhotos();
    const file = await photoFile();
    await choose(consultation, FRONT, file);
    await consultation.press(`${words.photoRemove}: ${FRONT}`);
    assert.equal(
      consultation
        .all('input[type=file]')
        .map((input) => (input as HTMLInputElement).value)
        .join(''),
      '',
    );
    await choose(consultation, FRONT, file);
    assert.isDefined(consultation.photo(FRONT).querySelector('canvas'));
  });

  it('shows what was chosen again when the page is turned to again', async () => {
    const consultation = await atPhotos();
    await choose(consultation, FRONT, await photoFile());
    await consultation.continue();
    await consultation.press(en.back);
    assert.equal(consultation.heading(), questions.photos.label);
    assert.isNotNull(consultation.photo(FRONT).querySelector('canvas'));
  });

  it('waits for a photo that is being prepared, and says so', async () => {
    const consultation = await atPhotos();
    await addPhoto(consultation, FRONT, await photoFile({ width: 4000, height: 3000 }));
    assert.include(consultation.spoken(), words.photoPreparing);
    await consultation.continue();
    assert.deepEqual(consultation.problems(), [words.issues.preparing]);
    assert.isTrue(consultation.focused() === consultation.part('problems'));
    consultation.part('problems')?.querySelector('a')?.click();
    assert.isFalse(consultation.focused() === consultation.part('problems'), 'its link leads to the photos');
    await consultation.shows('that it is ready', () => consultation.spoken().includes(words.photoReady));
    await consultation.continue();
    assert.notEqual(consultation.heading(), questions.photos.label);
  });

  it('says that photos without consent are not sent, keeps them, and sends them with it', async () => {
    const adapter = backend();
    const consultation = await atPhotos(adapter);
    await choose(consultation, FRONT, await photoFile());
    await consultation.toCheck(CONSENTED);
    assert.notInclude(consultation.spoken(), words.photosHeld);
    await consultation.press(`${en.change} ${ASSESSMENT}`);
    assert.notInclude(consultation.spoken(), words.photosHeld);
    await consultation.choose(ASSESSMENT, false);
    assert.include(consultation.spoken(), words.photosHeld);
    await consultation.continue();
    await consultation.toCheck();
    assert.include(consultation.spoken(), words.photosHeld);
    assert.isUndefined(consultation.answer(questions.photos.short));
    await consultation.press(`${en.change} ${ASSESSMENT}`);
    await consultation.choose(ASSESSMENT);
    assert.notInclude(consultation.spoken(), words.photosHeld);
    await consultation.continue();
    await consultation.toCheck();
    assert.equal(consultation.answer(questions.photos.short), words.photoCount(1));
    await consultation.toSent();
    await consultation.shows('that it is sent', () => textOf(consultation.photo(FRONT)).includes(words.photoSent));
    assert.deepEqual(arrived(adapter), ['front']);
  });

  it('sends no photo without consent', async () => {
    const adapter = backend();
    const consultation = await atPhotos(adapter);
    await choose(consultation, FRONT, await photoFile());
    await consultation.toCheck(CONSENTED);
    await consultation.press(`${en.change} ${ASSESSMENT}`);
    await consultation.choose(ASSESSMENT, false);
    await consultation.continue();
    await consultation.toSent();
    assert.equal(adapter.state.calls.uploadPhoto, 0);
    assert.isEmpty(consultation.parts('photo'));
    assert.isFalse(consultation.element.unsent);
  });

  it('shows how far each has come while it is sent', async () => {
    const adapter = backend();
    const { slow, uploads } = slowUploads(adapter);
    const consultation = await atPhotos(slow);
    await choose(consultation, FRONT, await photoFile());
    await choose(consultation, TOP, await photoFile());
    await consultation.toSent();
    await until('the first is sent', () => uploads.length === 1);
    assert.include(consultation.spoken(), words.photosSending);
    for (const fraction of [0.25, 0.5, 0.8]) {
      uploads[0]?.options.onProgress?.(fraction);
      await consultation.element.updateComplete;
      const bar = consultation.photo(FRONT).querySelector('progress');
      assert.equal(bar?.value, fraction);
      assert.include(textOf(consultation.photo(FRONT)), words.photoSending(fraction * 100));
    }
    assert.equal(uploads.length, 1, 'one after the other');
    await uploads[0]?.finish();
    await until('the second is sent', () => uploads.length === 2);
    assert.include(textOf(consultation.photo(FRONT)), words.photoSent);
    await uploads[1]?.finish();
    await consultation.shows('that both are sent', () => textOf(consultation.photo(TOP)).includes(words.photoSent));
    assert.deepEqual(arrived(adapter), ['front', 'top']);
    assert.isEmpty(consultation.all('progress'));
  });

  it('stops sending one photo, and sends it again when asked to', async () => {
    const adapter = backend();
    const { slow, uploads } = slowUploads(adapter);
    const consultation = await atPhotos(slow);
    await choose(consultation, FRONT, await photoFile());
    await choose(consultation, TOP, await photoFile());
    await consultation.toSent();
    await until('the first is sent', () => uploads.length === 1);
    await consultation.element.updateComplete;
    await consultation.press(`${words.photoCancel}: ${FRONT}`);
    await until('the second is sent', () => uploads.length === 2);
    assert.include(textOf(consultation.photo(FRONT)), words.photoFailed);
    assert.notInclude(textOf(consultation.photo(FRONT)), en.errors.unknown, 'the visitor knows why');
    await uploads[1]?.finish();
    assert.deepEqual(arrived(adapter), ['top']);
    await consultation.press(`${words.photoRetry}: ${FRONT}`);
    await until('it is sent again', () => uploads.length === 3);
    await uploads[2]?.finish();
    await consultation.shows('that it is sent', () => textOf(consultation.photo(FRONT)).includes(words.photoSent));
    assert.sameMembers(arrived(adapter), ['front', 'top']);
    assert.notInclude(consultation.buttons().join(), words.photoRetry);
  });

  it('says what failed and why, and sends that alone once more', async () => {
    const error = new SmpError('unauthorized', 'no');
    const weather = new Weather('uploadPhoto', { kind: 'refuse', error }, 1);
    const adapter = backend({ faults: weather.faults });
    const consultation = await atPhotos(adapter);
    await choose(consultation, FRONT, await photoFile());
    await choose(consultation, TOP, await photoFile());
    await consultation.toSent();
    const again = `${words.photoRetry}: ${FRONT}`;
    await consultation.shows('a way to send it again', () => consultation.buttons().includes(again));
    assert.include(textOf(consultation.photo(FRONT)), words.photoFailed);
    assert.notMatch(textOf(consultation.photo(FRONT)), /Not sent\.?$/, 'it says why');
    await consultation.shows('that the other is sent', () => textOf(consultation.photo(TOP)).includes(words.photoSent));
    const { uploadPhoto } = adapter.state.calls;
    assert.notInclude(consultation.buttons(), `${words.photoRetry}: ${TOP}`);
    await consultation.press(again);
    await consultation.shows('that it is sent', () => textOf(consultation.photo(FRONT)).includes(words.photoSent));
    assert.equal(adapter.state.calls.uploadPhoto, uploadPhoto + 1);
    assert.deepEqual(arrived(adapter).sort(), ['front', 'top']);
  });

  it('sends a photo once whose answer was lost', async () => {
    const weather = new Weather('uploadPhoto', { kind: 'lose' }, 1);
    const adapter = backend({ faults: weather.faults });
    const consultation = await atPhotos(adapter);
    await choose(consultation, FRONT, await photoFile());
    await consultation.toSent();
    await consultation.shows('that it is sent', () => textOf(consultation.photo(FRONT)).includes(words.photoSent));
    assert.deepEqual(arrived(adapter), ['front']);
  });

  it('withdraws what has arrived together with the answers, and sends no more', async () => {
    const adapter = backend();
    const { slow, uploads } = slowUploads(adapter);
    const consultation = await atPhotos(slow);
    await choose(consultation, FRONT, await photoFile());
    await choose(consultation, TOP, await photoFile());
    await consultation.toSent();
    await until('the first is sent', () => uploads.length === 1);
    await consultation.withdraw();
    await consultation.at(words.withdrawnTitle);
    assert.isEmpty(adapter.state.consultations);
    assert.isTrue(uploads[0]?.options.signal?.aborted);
    assert.lengthOf(uploads, 1);
  });

  it('asks for none where the backend takes none', async () => {
    const adapter = backend({ capabilities: { photos: false } });
    const consultation = await consultationOn(page, { adapter }).toCheck();
    assert.isUndefined(consultation.answer(ASSESSMENT));
    assert.isUndefined(consultation.answer(questions.photos.short));
  });

  it('keeps none in the browser’s storage', async () => {
    const consultation = await atPhotos();
    await choose(consultation, FRONT, await photoFile());
    await consultation.continue();
    const stored = JSON.stringify(Object.entries(sessionStorage)) + JSON.stringify(Object.entries(localStorage));
    assert.notMatch(stored, /photos|image|blob|front/i);
  });
});
