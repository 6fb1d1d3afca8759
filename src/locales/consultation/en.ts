import type { ConsultationMessages } from './messages.js';
import { questionsEn } from './questions.en.js';

/** English. */
export const en = {
  ...questionsEn,
  position: (number, count) => `Question ${number} of ${count}`,
  restored:
    'We kept your earlier answers on this device. Anything about your health, and photos, is never kept: please give those again.',
  dropped: 'Because you changed an answer, we no longer need:',
  several: 'Select all that apply.',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  dateHint: 'For example, 27 3 2024. If you are not sure, the month and year, or the year, will do.',
  issues: {
    missing: 'Select or enter an answer',
    'too-long': 'Your answer is too long',
    'not-a-date': 'Enter a real date, like 27 3 2024, or just the year',
    'in-future': 'The date must be today or in the past',
    'in-past': 'The date must be today or in the future',
    unconfirmed: 'Tick the box so that we may answer you',
    preparing: 'Your photo is still being prepared. Please wait a moment',
    unknown: 'Check this answer',
  },
  between: (min, max) => `Enter a number from ${min} to ${max}`,
  consents: {
    privacy: (clinic) =>
      `I agree that ${clinic} uses my details to answer this consultation and to arrange appointments.`,
    'health-data': (clinic) =>
      `I agree that ${clinic} stores and uses what I say here about my health, to advise me and to plan my treatment.`,
    'photos-assessment': (clinic) => `${clinic} may use my photos to advise me and to plan my treatment.`,
    'photos-publication': (clinic) => `${clinic} may publish my photos, for example on its website.`,
    'appointment-sms': (clinic) => `${clinic} may send me text messages about my appointments.`,
    'marketing-email': (clinic) => `${clinic} may send me news and offers by email.`,
    'marketing-sms': (clinic) => `${clinic} may send me news and offers by text message.`,
  },
  skipHealth: 'Without this we skip the questions about your health, and your practitioner asks you in person.',
  emailHint: 'We send our answer here.',
  phoneHint: 'Only for questions about this consultation.',

  photoChoose: 'Choose a photo',
  photoReplace: 'Replace',
  photoRemove: 'Remove',
  photoCancel: 'Cancel',
  photoRetry: 'Send again',
  photoPreparing: 'Preparing your photo',
  photoReady: 'Ready to send',
  photoSending: (percent) => `Sending, ${percent} %`,
  photoSent: 'Sent',
  photoFailed: 'Not sent',
  photoAlt: (angle) => `Your photo: ${angle}`,
  photoLocal:
    'Photos stay on this device until you send your answers. We make them smaller and remove hidden data such as the place.',
  photosSending: 'Your photos are being sent. Please keep this page open.',
  photosHeld:
    'The photos you chose will not be sent, because you have not agreed that we use them. They stay on this page until you send your answers: agree, and they go along.',
  photoProblems: {
    'not-a-photo': 'This file is not a photo. Choose a JPEG, PNG or WebP file',
    heic: 'This browser can’t read HEIC photos. Take the photo here, or save it as JPEG first',
    'too-many-bytes': 'The photo must be smaller than 15 MB',
    'too-many-pixels': 'The photo must have fewer than 64 megapixels',
    'too-small': 'The photo is too small. It must be at least 200 pixels wide and high',
    'out-of-memory': 'The photo is too large for this device. Choose a smaller one',
    blocked: 'This browser’s protection against tracking spoils photos. Use another browser',
    unreadable: 'This photo can’t be read. It may be damaged. Choose another',
  },

  outcomeTitle: 'What your answers mean',
  outcomeClear: 'Nothing you told us stands in the way of a treatment.',
  outcomeFound: 'Thank you for telling us. A few of your answers matter for planning:',
  blockedTitle: 'You need to be 18',
  effects: {
    block: 'Not possible yet',
    defer: 'Needs time',
    letter: 'Doctor’s letter',
    review: 'We look at this together',
    inform: 'Good to know',
    'patch-test': 'Patch test',
  },
  until: (date) => `From ${date}`,
  bookableTitle: 'What you can book',
  bookConsultation: 'A consultation, at any time.',
  treatment: {
    open: 'A treatment.',
    request: 'A treatment, as a request: your practitioner confirms it.',
    'after-consultation': 'A treatment, once your practitioner has spoken with you.',
    none: 'Nothing for now.',
  },
  treatmentFrom: (date) => `Treatments are possible from ${date}.`,
  patchTest: (hours) => `We try a little pigment on your skin at least ${hours} hours before a treatment.`,
  noAdvice:
    'This is not medical advice. Your practitioner decides with you. Never stop a prescribed medicine for this.',

  consentsTitle: 'What you agree to',
  agreed: 'Yes',
  notAgreed: 'No',
  withdrawHint: 'You can withdraw your consent at any time: on the next page, or by contacting the clinic.',
  submit: 'Send my answers',
  submitting: 'Sending your answers',
  checking: 'This is taking longer than usual. We are checking whether your answers arrived.',
  unresolvedHint:
    'Your answers may have arrived. Check again to find out: nothing is sent twice, and nothing here is lost.',
  photoCount: (count) => (count === 1 ? '1 photo' : `${count} photos`),

  sentTitle: 'Your answers have been sent',
  sentNext: (address) => `Your practitioner reads them and gets back to you at ${address}.`,
  keptTitle: 'Your answers are ready',
  keptNext:
    'They go to the clinic in the note of your booking. We don’t keep them on this device: book before you close or reload this page.',
  withdraw: 'Withdraw my answers',
  withdrawAsk: 'The clinic then deletes your answers and photos. This can’t be undone.',
  withdrawing: 'Withdrawing',
  withdrawnTitle: 'Your answers have been deleted',
  withdrawnHint: 'The clinic no longer has them, nor your photos.',
  another: 'Start again',
  failedTitle: 'Sorry, this can’t be asked here right now',
} as const satisfies ConsultationMessages;
