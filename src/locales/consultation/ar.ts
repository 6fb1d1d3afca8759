import { isolated } from '../isolate.js';
import { pluralOf } from '../plural.js';
import type { ConsultationMessages } from './messages.js';
import { questionsAr } from './questions.ar.js';

const plural = pluralOf('ar');

/** Arabic. */
export const ar = {
  ...questionsAr,
  position: (number, count) => `السؤال ${number} من ${count}`,
  restored:
    'احتفظنا بإجاباتك السابقة على هذا الجهاز. أما ما يخص صحتك، وكذلك الصور، فلا يُحفظ أبدًا: يُرجى تقديمها من جديد.',
  dropped: 'لأنك غيّرت إجابة، لم نعد نحتاج إلى:',
  several: 'يُرجى اختيار كل ما ينطبق.',
  day: 'اليوم',
  month: 'الشهر',
  year: 'السنة',
  dateHint: 'مثلًا: 27 3 2024. عند الشك يكفي الشهر والسنة، أو السنة وحدها.',
  issues: {
    missing: 'يُرجى اختيار إجابة أو إدخالها',
    'too-long': 'إجابتك طويلة جدًا',
    'not-a-date': 'يُرجى إدخال تاريخ صحيح، مثل 27 3 2024، أو السنة فقط',
    'in-future': 'يجب أن يكون التاريخ اليوم أو في الماضي',
    'in-past': 'يجب أن يكون التاريخ اليوم أو في المستقبل',
    unconfirmed: 'يُرجى تحديد المربع لنتمكن من الرد عليك',
    preparing: 'لا تزال صورتك قيد التجهيز. يُرجى الانتظار لحظة',
    unknown: 'يُرجى مراجعة هذه الإجابة',
  },
  between: (min, max) => `يُرجى إدخال رقم من ${min} إلى ${max}`,
  consents: {
    privacy: (clinic) => `أوافق على استخدام ${isolated(clinic)} لبياناتي للرد على هذه الاستشارة وترتيب المواعيد.`,
    'health-data': (clinic) =>
      `أوافق على تخزين ${isolated(clinic)} لما أذكره هنا عن صحتي وعلى استخدامه، لتقديم المشورة لي والتخطيط لعلاجي.`,
    'photos-assessment': (clinic) => `أسمح لـ ${isolated(clinic)} باستخدام صوري لتقديم المشورة لي والتخطيط لعلاجي.`,
    'photos-publication': (clinic) => `أسمح لـ ${isolated(clinic)} بنشر صوري، على الموقع الإلكتروني مثلًا.`,
    'appointment-sms': (clinic) => `أسمح لـ ${isolated(clinic)} بإرسال رسائل نصية إليّ بشأن مواعيدي.`,
    'marketing-email': (clinic) => `أسمح لـ ${isolated(clinic)} بإرسال الأخبار والعروض إليّ بالبريد الإلكتروني.`,
    'marketing-sms': (clinic) => `أسمح لـ ${isolated(clinic)} بإرسال الأخبار والعروض إليّ برسائل نصية.`,
  },
  skipHealth: 'من دون ذلك نتجاوز الأسئلة عن صحتك، ويسألك الاختصاصي شخصيًا.',
  emailHint: 'نرسل إليه ردّنا.',
  phoneHint: 'للأسئلة المتعلقة بهذه الاستشارة فقط.',

  photoChoose: 'اختيار صورة',
  photoReplace: 'استبدال',
  photoRemove: 'إزالة',
  photoCancel: 'إلغاء',
  photoRetry: 'إعادة الإرسال',
  photoPreparing: 'جارٍ تجهيز صورتك',
  photoReady: 'جاهزة للإرسال',
  photoSending: (percent) => `جارٍ الإرسال، ${percent}%`,
  photoSent: 'أُرسلت',
  photoFailed: 'لم تُرسل',
  photoAlt: (angle) => `صورتك: ${angle}`,
  photoLocal: 'تبقى الصور على هذا الجهاز حتى إرسال إجاباتك. نصغّر حجمها ونزيل منها البيانات الخفية كالمكان.',
  photosSending: 'جارٍ إرسال صورك. يُرجى إبقاء هذه الصفحة مفتوحة.',
  photosHeld:
    'لن تُرسل الصور التي اخترتها لأنك لم توافق على استخدامها. ستبقى في هذه الصفحة حتى ترسل إجاباتك: إن وافقت أُرسلت معها.',
  photoProblems: {
    'not-a-photo': 'هذا الملف ليس صورة. يُرجى اختيار ملف JPEG أو PNG أو WebP',
    heic: 'لا يستطيع هذا المتصفح قراءة صور HEIC. يُرجى التقاط الصورة هنا، أو حفظها بصيغة JPEG أولًا',
    'too-many-bytes': 'يجب أن يقل حجم الصورة عن 15 ميغابايت',
    'too-many-pixels': 'يجب أن تقل دقة الصورة عن 64 ميغابكسل',
    'too-small': 'الصورة صغيرة جدًا. يجب ألّا يقل عرضها وارتفاعها عن 200 بكسل',
    'out-of-memory': 'الصورة كبيرة جدًا على هذا الجهاز. يُرجى اختيار صورة أصغر',
    blocked: 'حماية هذا المتصفح من التتبع تُفسد الصور. يُرجى استخدام متصفح آخر',
    unreadable: 'تتعذر قراءة هذه الصورة. ربما كانت تالفة. يُرجى اختيار صورة أخرى',
  },

  outcomeTitle: 'ما تعنيه إجاباتك',
  outcomeClear: 'لا شيء مما ذكرته لنا يحول دون العلاج.',
  outcomeFound: 'شكرًا لإخبارنا. بعض إجاباتك مهم للتخطيط:',
  blockedTitle: 'يجب ألّا يقل عمرك عن 18 عامًا',
  effects: {
    block: 'غير ممكن بعد',
    defer: 'يحتاج إلى وقت',
    letter: 'خطاب من الطبيب',
    review: 'ننظر في هذا معًا',
    inform: 'للعلم',
    'patch-test': 'اختبار حساسية',
  },
  until: (date) => `اعتبارًا من ${date}`,
  bookableTitle: 'ما يمكنك حجزه',
  bookConsultation: 'استشارة، في أي وقت.',
  treatment: {
    open: 'علاج.',
    request: 'علاج، بصيغة طلب: يؤكده الاختصاصي.',
    'after-consultation': 'علاج، بعد أن يتحدث الاختصاصي معك.',
    none: 'لا شيء في الوقت الحالي.',
  },
  treatmentFrom: (date) => `العلاجات ممكنة اعتبارًا من ${date}.`,
  patchTest: (hours) => {
    const ahead = plural(hours, {
      one: 'ساعة واحدة',
      two: 'ساعتين',
      few: `${hours} ساعات`,
      other: `${hours} ساعة`,
    });
    return `نجرّب قليلًا من الصبغة على جلدك قبل العلاج بمدة لا تقل عن ${ahead}.`;
  },
  noAdvice: 'هذه ليست مشورة طبية. يقرر الاختصاصي معك. لا ينبغي أبدًا إيقاف دواء موصوف من أجل هذا.',

  consentsTitle: 'ما تشمله موافقتك',
  agreed: 'نعم',
  notAgreed: 'لا',
  withdrawHint: 'يمكنك سحب موافقتك في أي وقت: في الصفحة التالية، أو بالتواصل مع العيادة.',
  submit: 'إرسال إجاباتي',
  submitting: 'جارٍ إرسال إجاباتك',
  checking: 'يستغرق الأمر وقتًا أطول من المعتاد. نتحقق الآن من وصول إجاباتك.',
  unresolvedHint: 'ربما وصلت إجاباتك. لمعرفة ذلك يُرجى التحقق مجددًا: لا يُرسل شيء مرتين، ولا يُفقد شيء هنا.',
  photoCount: (count) =>
    plural(count, {
      one: 'صورة واحدة',
      two: 'صورتان',
      few: `${count} صور`,
      other: `${count} صورة`,
    }),

  sentTitle: 'تم إرسال إجاباتك',
  sentNext: (address) => `يقرؤها الاختصاصي ويرد عليك على ${isolated(address)}.`,
  keptTitle: 'إجاباتك جاهزة',
  keptNext:
    'تُرسل إلى العيادة ضمن ملاحظة حجزك. لا نحتفظ بها على هذا الجهاز: يُرجى الحجز قبل إغلاق هذه الصفحة أو إعادة تحميلها.',
  withdraw: 'سحب إجاباتي',
  withdrawAsk: 'عندئذٍ تحذف العيادة إجاباتك وصورك. لا يمكن التراجع عن ذلك.',
  withdrawing: 'جارٍ السحب',
  withdrawnTitle: 'تم حذف إجاباتك',
  withdrawnHint: 'لم تعد لدى العيادة، ولا صورك.',
  another: 'البدء من جديد',
  failedTitle: 'عذرًا، لا يمكن طرح هذه الأسئلة هنا الآن',
} as const satisfies ConsultationMessages;
