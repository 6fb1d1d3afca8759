import { pluralOf } from '../plural.js';
import type { ManagementMessages } from './messages.js';

const plural = pluralOf('ar');

/** After a preposition or as the second part of a name, as are all of these. */
const days = (number: number): string =>
  plural(number, {
    one: 'يوم واحد',
    two: 'يومين',
    few: `${number} أيام`,
    many: `${number} يومًا`,
    other: `${number} يوم`,
  });
const sessions = (number: number): string =>
  plural(number, { two: 'جلستين', few: `${number} جلسات`, other: `${number} جلسة` });
const appointments = (number: number): string =>
  plural(number, {
    two: 'موعدين',
    few: `${number} مواعيد`,
    many: `${number} موعدًا`,
    other: `${number} موعد`,
  });

/** Arabic. */
export const ar: ManagementMessages = {
  title: (count) => plural(count, { one: 'موعدك', two: 'موعداك', other: 'مواعيدك' }),
  session: (number, of) => `الجلسة ${number} من ${of}`,
  status: { confirmed: 'محجوز', requested: 'بانتظار العيادة', cancelled: 'ملغى' },
  notice: {
    moved: 'تم نقله. نرسل إليك رسالة بالبريد الإلكتروني بالموعد الجديد.',
    cancelled: 'تم إلغاؤه. نرسل إليك رسالة تأكيد بالبريد الإلكتروني.',
    changed: 'جرى تغييره في مكان آخر في هذه الأثناء. لم يُنفَّذ شيء. هذا وضعه الحالي.',
    gone: 'لم يعد تغييره ممكنًا. هذا وضعه الحالي.',
  },
  changeableUntil: (time) => `يمكنك نقله أو إلغاؤه هنا حتى ${time}.`,
  notChangeable: 'لم يعد تغييره هنا ممكنًا. يُرجى الاتصال بنا.',
  move: 'اختيار موعد آخر',
  cancel: 'إلغاء الموعد',
  cancelAll: 'إلغاء الكل',
  updateCalendar: 'تحديث التقويم',

  refusedTitle: 'هذا الرابط لا يفتح شيئًا',
  refusedHint:
    'ربما كان ناقصًا أو قديمًا جدًا أو حلّ محلّه رابط أحدث. يُرجى فتح الرابط من أحدث رسالة منا بالبريد الإلكتروني مرة أخرى، أو الاتصال بنا.',
  failedTitle: 'لا يمكن عرض موعدك الآن',

  timeTitle: 'اختيار موعد آخر',
  sofar: (time) => `الموعد حتى الآن: ${time}`,
  gap: {
    same: () => 'هذا هو موعدك الحالي. يُرجى اختيار موعد آخر.',
    'too-soon': (min) => `يحتاج جلدك إلى ${days(min)} على الأقل ليلتئم بعد الجلسة السابقة. يُرجى اختيار يوم أبعد.`,
    'too-late': (_, max) => `هذا بعد أكثر من ${days(max)} من الجلسة السابقة. يُرجى اختيار يوم أقرب، أو الاتصال بنا.`,
  },
  review: 'متابعة',
  planning: 'جارٍ النظر في جلساتك الأخرى',

  moveTitle: 'هل يُنقل إلى هذا الموعد؟',
  from: 'من',
  to: 'إلى',
  followers: (min) => `يلزم فاصل من ${days(min)} على الأقل بين الجلسات ليلتئم جلدك. لذلك تُنقل هذه أيضًا:`,
  noTime: (session) => `لا يوجد موعد متاح مناسب للجلسة ${session}. يُرجى اختيار يوم آخر، أو الاتصال بنا.`,
  moveConfirm: (count) => (count === 1 ? 'نقل الموعد' : `نقل ${sessions(count)}`),

  cancelTitle: (count) =>
    plural(count, { one: 'هل يُلغى هذا الموعد؟', two: 'هل يُلغى هذان الموعدان؟', other: 'هل تُلغى هذه المواعيد؟' }),
  cancelConfirm: (count) => (count === 1 ? 'إلغاء الموعد' : `إلغاء ${appointments(count)}`),
  keep: 'الإبقاء عليه',

  sending: 'جارٍ الإرسال',
  checking: 'يستغرق الأمر وقتًا أطول من المعتاد. نتحقق الآن مما وصل.',
  unresolvedHint: 'ربما وصل تغييرك. يُرجى التحقق مجددًا: لا يُنفَّذ شيء مرتين. إذا لم يُجدِ ذلك، فيُرجى الاتصال بنا.',
};
