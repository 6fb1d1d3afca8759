import type { JourneyMessages } from './messages.js';

/** Arabic. */
export const ar: JourneyMessages = {
  steps: {
    consultation: 'عنك',
    design: 'تصميمك',
    booking: 'موعدك',
    care: 'عنايتك',
  },
  stepsLabel: 'الخطوات',
  place: (number, of) => `الخطوة ${number} من ${of}`,
  allSteps: 'إظهار كل الخطوات',
  done: 'تمت',
  skipped: 'تم تخطيها الآن',
  goOn: (step) => `متابعة: ${step}`,
  goBack: (step) => `رجوع: ${step}`,
  skip: 'تخطي هذه الخطوة الآن',
  restored: 'مرحبًا بعودتك. أنت حيث توقفت. لا تُحفظ إجاباتك عن صحتك ولا صورك على هذا الجهاز أبدًا.',
  sentTitle: 'أُرسلت إجاباتك',
  aftercare: 'للقراءة من الآن: الأيام التالية',
  touchUps: 'للقراءة من الآن: السنوات التالية',
};
