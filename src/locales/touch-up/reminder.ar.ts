import { isolated } from '../isolate.js';
import type { TouchUpReminderMessages } from './reminder-messages.js';

/** Arabic. */
export const reminderAr: TouchUpReminderMessages = {
  signUpTitle: 'يمكننا تذكيرك',
  ways: 'كيف يمكننا تذكيرك؟',
  consents: {
    email: (clinic) =>
      `بالبريد الإلكتروني: أسمح لـ ${isolated(clinic)} بمراسلتي بشأن هذه التواريخ، أربع مرات في المجموع على الأكثر. في كل رسالة رابط لإيقافها.`,
    sms: (clinic) =>
      `برسالة نصية: أسمح لـ ${isolated(clinic)} بإرسال رسائل نصية إليّ بشأن هذه التواريخ، أربع مرات في المجموع على الأكثر. قد تفرض شركة الاتصالات رسومًا على الرسائل. تذكر كل رسالة كيفية إيقافها.`,
  },
  phoneHint: 'لهذه التذكيرات فقط.',
  wayMissing: 'يُرجى تحديد طريقة للتذكير، أو إضافة التواريخ إلى تقويمك بدلًا من ذلك',
  signUp: 'ذكّروني',
  sending: 'جارٍ الإرسال',
  notNow: 'ليس الآن',
  signedTitle: 'سنذكّرك',
  signedNext: (where) =>
    `أُرسلت رسالة إلى ${isolated(where)}. يعرض رابطها التواريخ، ويتيح لك تغييرها أو إيقاف التذكيرات.`,
  unresolvedHint: 'ربما وصل طلبك. يُرجى إرساله مرة أخرى للتأكد: لن تصلك التذكيرات مرتين.',

  planTitle: 'تذكيراتك',
  planNext: (where) => `تُرسل إلى ${isolated(where)}. لا يمكن لأحد غيرك رؤيتها أو تغييرها دون رابطك.`,
  passed: 'مضى',
  wrong: {
    invalid: (date) => `يُرجى إدخال تاريخ في «${isolated(date)}»`,
    past: (date) => `يُرجى إدخال تاريخ قادم في «${isolated(date)}»`,
    order: (date) => `يُرجى إدخال تاريخ في «${isolated(date)}» بعد الذي قبله`,
  },
  save: 'حفظ',
  stopTitle: 'إنهاء التذكيرات',
  stopHint: 'تبقى المواعيد التي حجزتها كما هي.',
  stop: 'إيقاف كل التذكيرات',
  stoppedTitle: 'أُوقفت تذكيراتك',
  stoppedHint: 'لن يصلك منا شيء بعد الآن. إذا غيّرت رأيك، يمكنك طلب التذكير من جديد في أي وقت.',
  notice: {
    saved: 'حُفظت تغييراتك.',
    unchanged: 'لا شيء للحفظ: كل شيء كما كان.',
    changed: 'تغيّرت التذكيرات في مكان آخر في هذه الأثناء. هذا وضعها الحالي.',
  },
  refusedTitle: 'هذا الرابط لا يعمل',
  refusedHint: 'قد يكون غير كامل، أو لم يعد مستخدمًا. في أحدث رسالة منا رابط يعمل.',
  failedTitle: 'لا يمكننا عرض تذكيراتك الآن',
};
