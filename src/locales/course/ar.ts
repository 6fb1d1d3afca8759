import { pluralOf } from '../plural.js';
import type { CourseMessages } from './messages.js';

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
  plural(number, { one: 'جلسة واحدة', two: 'جلستين', few: `${number} جلسات`, other: `${number} جلسة` });

/** Arabic. */
export const ar: CourseMessages = {
  chooseOffer: 'ما العلاج المطلوب؟',
  suggested: 'يناسب ما ذكرته لنا',
  sessions: (count) => plural(count, { two: 'جلستان', other: sessions(count) }),
  forAll: (price) => `الإجمالي: ${price}`,

  firstTitle: 'متى يمكنك الحضور أول مرة؟',
  sessionTitle: (number) => `موعد آخر للجلسة ${number}`,
  sofar: (time) => `الموعد حتى الآن: ${time}`,
  session: (number, role) => (role === undefined ? `الجلسة ${number}` : `الجلسة ${number}: ${role}`),
  role: {
    foundation: 'الأساس',
    density: 'الكثافة ودرجة اللون',
    detail: 'التفاصيل والدمج',
    refine: 'اللمسات الأخيرة',
  },
  takeTime: 'اختيار هذا الموعد',
  takesTime: 'جارٍ البحث عن المواعيد الأخرى',

  planTitle: 'جلساتك',
  planHint: (min, max) =>
    `نقترح هذه المواعيد. يحتاج جلدك إلى ${days(min)} على الأقل بين جلستين؛ وبعد ${days(max)} نودّ أن نتحدث معك أولًا. يمكنك تغيير كل موعد منها.`,
  daysAfter: (number) => `بعد ${days(number)}`,
  lost: 'حجز شخص آخر الموعد السابق. هذا موعد جديد.',
  moved: 'لزم نقل هذا أيضًا. هذا موعد جديد.',
  noTime: 'لم يُعثر على موعد بعد',
  planning: 'جارٍ البحث عن مواعيد',
  changeTime: 'تغيير الموعد',
  tooSoon: (min) => `مبكر جدًا: يحتاج جلدك إلى ${days(min)} على الأقل ليلتئم. يُرجى اختيار يوم أبعد.`,
  tooLate: (max) => `متأخر جدًا: أكثر من ${days(max)} بعد الجلسة السابقة. يُرجى اختيار يوم أقرب.`,
  movesOthers: 'ستُنقل الجلسات التالية لهذه أيضًا.',
  unplannable: 'لا توجد مواعيد تتوافق معًا. يُرجى البدء بيوم آخر، أو الاتصال بنا.',
  hold: 'حفظ هذه المواعيد',
  holding: 'جارٍ حفظ مواعيدك',
  held: (minutes) =>
    `مواعيدك محفوظة لمدة ${plural(minutes, {
      one: 'دقيقة واحدة',
      two: 'دقيقتين',
      few: `${minutes} دقائق`,
      other: `${minutes} دقيقة`,
    })}.`,
  heldEnded: 'لم تعد مواعيدك محفوظة.',

  confirm: (count) => `حجز ${sessions(count)}`,
  request: (count) => `طلب ${sessions(count)}`,
  confirmedTitle: 'تم حجز جلساتك',
  requestedTitle: 'وصلنا طلبك',

  remainsTitle: 'تعذّر حجز جميع الجلسات',
  remainsHint: 'لم يُحجز العلاج. ومع ذلك تبقى هذه الجلسات قائمة. يُرجى الاتصال بنا، أو محاولة إلغائها:',
  remainsCall: 'لم يُحجز العلاج. ومع ذلك تبقى هذه الجلسات قائمة، ولا يمكن إلغاؤها هنا. يُرجى الاتصال بنا بشأنها:',
  standing: 'هذه الجلسات مسجّلة لدينا بالفعل:',
  cancelled: 'لا يوجد أي حجز: تعذّر حجز إحدى الجلسات، لذلك أُلغيت الجلسات الأخرى.',
  tryAgain: 'إلغاؤها',
};
