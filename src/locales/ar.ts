import { isolated } from './isolate.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

const plural = pluralOf('ar');

const minutes = (number: number) =>
  plural(number, {
    one: 'دقيقة واحدة',
    two: 'دقيقتان',
    few: `${number} دقائق`,
    other: `${number} دقيقة`,
  });
const hours = (number: number) =>
  plural(number, {
    one: 'ساعة واحدة',
    two: 'ساعتان',
    few: `${number} ساعات`,
    other: `${number} ساعة`,
  });
const times = (number: number) =>
  plural(number, {
    zero: 'لا مواعيد',
    one: 'موعد واحد',
    two: 'موعدان',
    few: `${number} مواعيد`,
    many: `${number} موعدًا`,
    other: `${number} موعد`,
  });
const characters = (number: number) =>
  plural(number, {
    one: 'حرف واحد',
    two: 'حرفان',
    few: `${number} أحرف`,
    many: `${number} حرفًا`,
    other: `${number} حرف`,
  });

/** Arabic. */
export const ar = {
  language: 'ar',

  back: 'رجوع',
  continue: 'متابعة',
  retry: 'إعادة المحاولة',
  optional: 'اختياري',
  loading: 'جارٍ البحث عن المواعيد المتاحة',
  wait: 'لحظة من فضلك',
  callUs: 'يمكنك أيضًا الاتصال بنا:',

  chooseService: 'ما المطلوب حجزه؟',
  minutes,
  hours: (number, rest) => hours(number) + (rest > 0 ? ` و${minutes(rest)}` : ''),
  mode: { 'in-person': 'في العيادة', video: 'مكالمة فيديو', phone: 'مكالمة هاتفية' },

  afterConsultation: 'يمكن حجزه بعد حديثك مع الاختصاصي. يُرجى حجز استشارة أولًا.',
  underAge: 'يجب ألّا يقل عمرك عن 18 عامًا للحجز هنا. يسعدنا اتصالك بنا.',
  treatmentFrom: (date) => `بناءً على إجاباتك، تبدأ العلاجات اعتبارًا من ${date}.`,
  chooseTime: 'اختيار اليوم والوقت',
  practitioner: 'الاختصاصي',
  anyPractitioner: 'بلا تفضيل',
  location: 'الفرع',
  anyLocation: 'أي فرع',
  clinicTime: (zone) => `المواعيد معروضة بتوقيت العيادة (${zone}).`,
  yourTime: (time) => `${time} بتوقيتك`,
  previousWeek: 'الأسبوع السابق',
  nextWeek: 'الأسبوع التالي',
  previousMonth: 'الشهر السابق',
  nextMonth: 'الشهر التالي',
  showMonth: 'عرض الشهر',
  showWeek: 'عرض الأسبوع',
  free: (number) => `متاح: ${number}`,
  freeTimes: (number) =>
    plural(number, {
      zero: 'لا مواعيد متاحة',
      one: 'موعد واحد متاح',
      two: 'موعدان متاحان',
      few: `${number} مواعيد متاحة`,
      many: `${number} موعدًا متاحًا`,
      other: `${number} موعد متاح`,
    }),
  timesOn: (number, date) => `${times(number)} يوم ${date}`,
  noTimesOn: (date) => `لا توجد مواعيد متاحة يوم ${date}.`,
  morning: 'صباحًا',
  afternoon: 'بعد الظهر',
  evening: 'مساءً',
  holdTime: 'الاحتفاظ بهذا الموعد',
  holding: 'جارٍ الاحتفاظ بهذا الموعد لك',
  timeMissing: 'يُرجى اختيار موعد',
  fullyBooked: 'جميع مواعيدنا محجوزة حاليًا',
  fullyBookedHint: 'لا توجد مواعيد متاحة للحجز عبر الإنترنت. قد تتوفر مواعيد لدى اختصاصي آخر أو في فرع آخر.',
  joinWaitlist: 'الانضمام إلى قائمة الانتظار',

  lostTitle: 'حُجز هذا الموعد للتو',
  lostHint: (time) => `حجز شخص آخر موعد ${time} قبلك. ما ذكرته لنا لا يزال هنا.`,
  lostAlternatives: 'أقرب المواعيد المتاحة:',
  lostNone: 'يُرجى اختيار موعد آخر أدناه.',

  held: (time) => `نحتفظ لك بموعد ${time}.`,
  heldMinutes: (number) => `المتبقي: ${minutes(number)}`,
  heldSeconds: (whole, seconds) => `المتبقي: ${whole}:${String(seconds).padStart(2, '0')}`,
  holdEnding: (seconds) => {
    const rounded = Math.round(seconds / 60);
    const left =
      seconds >= 60
        ? plural(rounded, { two: 'دقيقتين', other: minutes(rounded) })
        : plural(seconds, {
            one: 'ثانية واحدة',
            two: 'ثانيتين',
            few: `${seconds} ثوانٍ`,
            other: `${seconds} ثانية`,
          });
    return `لا يزال بإمكاننا الاحتفاظ بموعدك لمدة ${left}.`;
  },
  holdEnded: 'لم نعد نحتفظ بهذا الموعد. ربما لا يزال متاحًا.',
  extendHold: 'تمديد الاحتفاظ به',
  holdAgain: 'الاحتفاظ به من جديد',

  yourDetails: 'بياناتك',
  name: 'الاسم الكامل',
  email: 'البريد الإلكتروني',
  emailHint: 'نرسل إليه تأكيد الحجز.',
  phone: 'رقم الهاتف',
  phoneHint: 'للأسئلة المتعلقة بهذا الموعد فقط.',
  note: 'هل هناك ما ينبغي أن نعرفه؟',
  noteHint: 'يُرجى عدم ذكر تفاصيل طبية هنا. نسألك عنها على انفراد.',
  characters: (left) => (left >= 0 ? `المتبقي: ${characters(left)}` : `الزائد: ${characters(-left)}`),
  privacyConsent: (clinic) => `أوافق على استخدام ${isolated(clinic)} لبياناتي من أجل ترتيب هذا الموعد.`,
  privacyPolicy: 'سياسة الخصوصية',
  emailSuggestion: (address) => `هل المقصود ${isolated(address)}؟`,

  problemTitle: 'هناك مشكلة',
  errorPrefix: 'خطأ:',
  nameMissing: 'يُرجى إدخال اسمك الكامل',
  nameInvalid: 'يجب ألّا يزيد الاسم على 120 حرفًا',
  emailMissing: 'يُرجى إدخال بريدك الإلكتروني',
  emailInvalid: `يُرجى إدخال بريد إلكتروني بالصيغة الصحيحة، مثل ${isolated('name@example.com')}`,
  phoneMissing: 'يُرجى إدخال رقم هاتفك',
  phoneInvalid: `يُرجى إدخال رقم هاتف، مثل ${isolated('04 000 0000')} أو ${isolated('+971 4 000 0000')}`,
  noteTooLong: 'يجب ألّا تزيد رسالتك على 1000 حرف',
  consentMissing: 'يُرجى تحديد المربع لنتمكن من ترتيب موعدك',

  checkTitle: 'مراجعة إجاباتك',
  design: 'تصميم خط الشعر',
  designGoes: 'يُرسل مع الحجز كما اخترته',
  change: 'تغيير',
  service: 'الموعد',
  when: 'التوقيت',
  where: 'المكان',
  who: 'مع',
  notProvided: 'لم يُذكر',
  cancellationPolicy: 'التغيير أو الإلغاء',
  confirm: 'تأكيد الحجز',
  request: 'طلب الحجز',
  sending: 'جارٍ إرسال حجزك',
  checking: 'يستغرق الأمر وقتًا أطول من المعتاد. نتحقق الآن من حجزك.',
  unresolvedTitle: 'لم يصلنا رد بعد',
  unresolvedHint: 'ربما وصل حجزك. لمعرفة ذلك يُرجى التحقق مجددًا: لن يُحجز لك مرتين، وما أدخلته يبقى هنا.',
  checkAgain: 'التحقق مجددًا',

  confirmedTitle: 'تم حجز موعدك',
  requestedTitle: 'تم إرسال طلبك',
  reference: 'رقمك المرجعي',
  confirmedNext: (address) =>
    `بريدك الإلكتروني المسجَّل لدينا هو ${isolated(address)}. يُرجى الاحتفاظ برقمك المرجعي تحسبًا للحاجة إلى الاتصال بنا.`,
  requestedNext: (address) =>
    `ستنظر العيادة في طلبك وتكتب إليك على ${isolated(address)}. وحتى ذلك الحين يبقى ما اخترته محفوظًا لك.`,
  whatNext: 'ما الخطوة التالية',
  addToCalendar: 'إضافة الموعد إلى التقويم',
  calendarFile: `ملف تقويم (${isolated('.ics')})`,
  calendarTitle: (clinic) => `موعد في ${isolated(clinic)}`,
  calendarReference: (reference) => `الرقم المرجعي ${isolated(reference)}`,
  calendarPhone: (phone) => `الهاتف ${isolated(phone)}`,
  newTab: '(يُفتح في علامة تبويب جديدة)',
  bookAnother: 'حجز موعد آخر',

  waitlistTitle: 'الانضمام إلى قائمة الانتظار',
  waitlistHint: 'يُرجى ترك بياناتك لتتصل بك العيادة عندما يتوفر موعد.',
  waitlistedTitle: 'أنت على قائمة الانتظار',
  waitlistedHint: (address) =>
    `ستكتب إليك العيادة على ${isolated(address)} عندما يتوفر موعد. إذا أرسلت قبل ذلك رابطًا للتأكيد، فيرجى فتحه.`,

  failedTitle: 'عذرًا، لا يمكن الحجز هنا الآن',
  failedTimes: 'تعذّر تحميل المواعيد المتاحة',
  errors: {
    network: 'انقطع الاتصال. يُرجى التأكد من اتصالك بالإنترنت ثم المحاولة مجددًا.',
    timeout: 'لم يستجب نظام العيادة في الوقت المحدد. يُرجى المحاولة مجددًا.',
    'rate-limited': 'جرت محاولات كثيرة. يُرجى الانتظار قليلًا ثم المحاولة مجددًا.',
    'not-found': 'ما تعرضه هذه الصفحة لم يعد متاحًا للحجز عبر الإنترنت.',
    unauthorized: 'لم يعد هذا الموعد محفوظًا لك. يُرجى اختياره من جديد.',
    unknown: 'حدث خطأ من جانبنا. ما أدخلته لا يزال هنا.',
  },
} as const satisfies Messages;
