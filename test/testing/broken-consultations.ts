import type { WriteOptions } from '../../src/adapters/adapter.js';
import type { ConsultationProof } from '../../src/domain/consultation/consultation-proof.js';
import type { Consultation, ConsultationDraft } from '../../src/domain/consultation/consultation.js';
import { photoHeader } from '../../src/domain/consultation/photo-header.js';
import { MAX_PHOTO_BYTES, type Photo, type PhotoUpload } from '../../src/domain/consultation/photo.js';
import { isSmpError, SmpError } from '../../src/domain/errors.js';
import { tinyPhoto } from '../../src/testing/tiny-photo.js';
import { anew, type BrokenAdapter, type Whole } from './broken-adapters.js';

const done = (): Promise<void> => Promise.resolve();

/** What `call` answers, or this instead of a refusal of one of these codes. */
async function insteadOf<T>(call: () => Promise<T>, other: T, ...codes: string[]): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isSmpError(error) || !codes.includes(error.code)) throw error;
    return other;
  }
}

/** Takes uploads that should be refused, all with the same innocent picture. */
const takesAnyPhoto = (whole: Whole) => ({
  uploadPhoto: async (photo: PhotoUpload, options: WriteOptions): Promise<Photo> =>
    insteadOf(
      () => whole.uploadPhoto(photo, options),
      { angle: photo.angle, bytes: 1, width: 8, height: 8 },
      'validation',
    ),
});

/** Knows all tokens, so that any will do. */
function withoutTokens(whole: Whole) {
  const tokens = new Map<string, string>();
  const right = <Proof extends ConsultationProof>(proof: Proof): Proof => ({
    ...proof,
    consultationToken: tokens.get(proof.consultationId) ?? proof.consultationToken,
  });
  return {
    submitConsultation: async (draft: ConsultationDraft, options: WriteOptions): Promise<Consultation> => {
      const consultation = await whole.submitConsultation(draft, options);
      tokens.set(consultation.consultationId, consultation.consultationToken);
      return consultation;
    },
    eraseConsultation: (proof: ConsultationProof, options: WriteOptions) =>
      whole.eraseConsultation(right(proof), options),
    uploadPhoto: (photo: PhotoUpload, options: WriteOptions) => whole.uploadPhoto(right(photo), options),
  };
}

const refusesTwice = () => {
  const seen = new Set<string>();
  return (key: string): void => {
    if (seen.has(key)) throw new SmpError('not-found', 'Gone already');
    seen.add(key);
  };
};

/** Adapters that break one clause of what consultations and photos promise. */
export const brokenConsultations: readonly BrokenAdapter[] = [
  {
    what: 'gives every consultation the same reference',
    fails: ['takes a consultation and tells its reference'],
    change: (whole) => ({
      submitConsultation: async (draft, options) => ({
        ...(await whole.submitConsultation(draft, options)),
        reference: 'SMP-1',
      }),
    }),
  },
  {
    what: 'forgets the operation ids of consultations',
    fails: [
      'answers a consultation sent again with the same consultation',
      'makes one consultation of many copies at a time',
      'refuses a used operation id with another consultation',
    ],
    change: (whole) => ({ submitConsultation: (draft) => whole.submitConsultation(draft, anew()) }),
  },
  {
    what: 'wants to know about health',
    fails: ['takes a consultation without consent to health questions'],
    change: (whole) => ({
      submitConsultation: (draft, options) =>
        draft.consents.some(({ purpose, granted }) => purpose === 'health-data' && granted)
          ? whole.submitConsultation(draft, options)
          : Promise.reject(new SmpError('validation', 'Consent first')),
    }),
  },
  {
    what: 'takes health answers without consent',
    fails: ['refuses health answers without consent on record'],
    change: (whole) => ({
      submitConsultation: (draft, options) =>
        insteadOf(
          () => whole.submitConsultation(draft, options),
          { consultationId: 'one', consultationToken: '0123456789abcdef', reference: 'SMP-1' },
          'validation',
        ),
    }),
  },
  {
    what: 'believes any token of a consultation',
    fails: ['forgets no consultation for a wrong token', 'takes and forgets no photo for a wrong token'],
    change: withoutTokens,
  },
  {
    what: 'does not look at the consultation that a booking names',
    fails: ['links a booking with the consultation before it'],
    change: (whole) => ({
      createBooking: ({ consultation: _, ...draft }, options) => whole.createBooking(draft, options),
    }),
  },
  {
    what: 'books nothing with a consultation that is gone',
    fails: ['books with a consultation that was withdrawn'],
    change: (whole) => {
      const gone = new Set<string>();
      return {
        eraseConsultation: async (proof, options) => {
          gone.add(proof.consultationId);
          await whole.eraseConsultation(proof, options);
        },
        createBooking: (draft, options) =>
          gone.has(draft.consultation?.consultationId ?? '')
            ? Promise.reject(new SmpError('not-found', 'No such consultation'))
            : whole.createBooking(draft, options),
      };
    },
  },
  {
    what: 'does not look at the booking that a consultation names',
    fails: ['links a consultation with the booking before it'],
    change: (whole) => ({
      submitConsultation: ({ booking: _, ...draft }, options) => whole.submitConsultation(draft, options),
    }),
  },
  {
    what: 'complains of a consultation that is gone',
    fails: ['forgets a consultation, once or twice asked'],
    change: (whole) => {
      const note = refusesTwice();
      return {
        eraseConsultation: async (proof, options) => {
          note(proof.consultationId);
          await whole.eraseConsultation(proof, options);
        },
      };
    },
  },
  {
    what: 'confirms what was only asked for',
    fails: ['keeps a booking waiting that only asks for a time'],
    change: (whole) => ({
      createBooking: ({ request: _, ...draft }, options) => whole.createBooking(draft, options),
    }),
  },
  {
    what: 'tells the wrong size of a photo',
    fails: ['stores a photo and tells its size'],
    change: (whole) => ({
      uploadPhoto: async (photo, options) => ({ ...(await whole.uploadPhoto(photo, options)), width: 1 }),
    }),
  },
  {
    what: 'takes a photo once only',
    fails: ['answers a photo sent again with the same photo'],
    change: (whole) => {
      const note = refusesTwice();
      return {
        uploadPhoto: async (photo, options) => {
          note(photo.consultationId);
          return whole.uploadPhoto(photo, options);
        },
      };
    },
  },
  {
    what: 'keeps the first photo of an angle',
    fails: ['puts a later photo in the place of an earlier one'],
    change: (whole) => {
      const first = new Map<string, Photo>();
      return {
        uploadPhoto: async (photo, options) => {
          const key = `${photo.consultationId} ${photo.angle}`;
          const stored = first.get(key) ?? (await whole.uploadPhoto(photo, options));
          first.set(key, stored);
          return stored;
        },
      };
    },
  },
  {
    what: 'takes any photo',
    fails: ['refuses a photo without consent to photos', 'refuses what is no photo'],
    change: takesAnyPhoto,
  },
  {
    what: 'takes metadata out without a word',
    fails: ['refuses a photo with metadata'],
    change: (whole) => ({
      uploadPhoto: (photo, options) => whole.uploadPhoto({ ...photo, image: tinyPhoto() }, options),
    }),
  },
  {
    what: 'takes photos of any size',
    fails: ['refuses a photo of more pixels than a page sends'],
    change: (whole) => ({
      uploadPhoto: async (photo, options) => {
        const { width = 0 } = photoHeader(new Uint8Array(await photo.image.arrayBuffer())) ?? {};
        return whole.uploadPhoto(width > 2048 ? { ...photo, image: tinyPhoto() } : photo, options);
      },
    }),
  },
  {
    what: 'takes photos of any weight',
    fails: ['refuses a photo of more bytes than a page sends'],
    change: (whole) => ({
      uploadPhoto: (photo, options) =>
        whole.uploadPhoto(photo.image.size > MAX_PHOTO_BYTES ? { ...photo, image: tinyPhoto() } : photo, options),
    }),
  },
  {
    what: 'knows only one kind of photo',
    fails: ['takes photos of each kind that a page sends'],
    change: (whole) => ({
      uploadPhoto: async (photo, options) => {
        const { type } = photoHeader(new Uint8Array(await photo.image.arrayBuffer())) ?? {};
        if (type === 'image/webp') throw new SmpError('validation', 'Not a JPEG or PNG');
        return whole.uploadPhoto(photo, options);
      },
    }),
  },
  {
    what: 'complains of a photo that is gone',
    fails: ['forgets a photo, once or twice asked'],
    change: (whole) => {
      const note = refusesTwice();
      return {
        deletePhoto: async (name, options) => {
          note(`${name.consultationId} ${name.angle}`);
          await whole.deletePhoto(name, options);
        },
      };
    },
  },
  {
    what: 'keeps what is withdrawn',
    fails: ['takes no photo for a consultation that was withdrawn'],
    change: () => ({ eraseConsultation: done }),
  },
];
