import { isolated } from '../isolate.js';
import type { TouchUpMessages } from './messages.js';

/** Arabic. */
export const ar: TouchUpMessages = {
  title: 'متى تُعاد المعاينة',
  estimate: 'تقدير وليس وعدًا. تختلف مدة بقاء النقاط من شخص إلى آخر.',
  names: { check: 'فحص المتابعة', review: 'المراجعة الأولى', refresh: 'التجديد' },
  hints: {
    check: 'تكون النقاط قد استقرت، وترى العيادة هل يحتاج بعضها إلى المزيد.',
    review: 'نظرة على مدى ثبات النقاط.',
    refresh: 'حين يفكر كثيرون في تجديد النقاط.',
  },
  about: (month) => `نحو ${month}`,
  due: 'في أي وقت الآن',

  lastSession: 'متى كانت آخر جلسة لك؟',
  lastSessionHint: 'عند الشك يكفي يوم قريب منها.',
  counted: (day) => `محسوبة من آخر جلسة لك يوم ${day}.`,
  lastSessionWrong: 'يُرجى إدخال يوم آخر جلسة لك، مثل يوم في السنوات القليلة الماضية.',

  refine: 'تقدير أنسب لك',
  stays: 'تبقى إجاباتك في هذه الصفحة. لا تُحفظ ولا تُرسل.',
  unsure: 'لست على يقين',
  skin: 'فروة رأسي',
  skins: { dry: 'جافة', normal: 'عادية', oily: 'دهنية' },
  sun: 'تتعرض للشمس',
  suns: { low: 'نادرًا', medium: 'أحيانًا', high: 'كثيرًا' },
  scar: 'عولجت ندبة',
  scars: { yes: 'نعم', no: 'لا' },

  calendar: 'الإضافة إلى تقويمي',
  calendarHint: 'ملف بهذه التواريخ لتقويمك الخاص. لا تعلم العيادة شيئًا عنه.',
  calendarDone: 'تم إنشاء ملف التقويم. يُرجى فتحه لإضافة التواريخ.',
  entry: (clinic) => (clinic === undefined ? 'تذكير: الاتصال بالعيادة' : `تذكير: الاتصال بـ ${isolated(clinic)}`),
  entryNote: 'تذكير في هذا الوقت تقريبًا. لم يُحجز أي موعد.',
  book: 'حجز جلسة تجديد',
  remind: 'ذكّروني',
};
