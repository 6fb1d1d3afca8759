import type { LetterWords, MessageFacts, MessageWords } from './message-words.js';

/** A name or number as a unit of its own, or the text around it would change the order of its parts. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

const details = ({ when, place, reference }: MessageFacts): string =>
  [
    when,
    place === undefined ? undefined : isolated(place),
    reference === undefined ? undefined : `الرقم المرجعي ${isolated(reference)}`,
  ]
    .filter(Boolean)
    .join('\n');

const call = ({ phone }: MessageFacts): string[] =>
  phone === undefined ? [] : [`يمكنك أيضًا الاتصال بنا على ${isolated(phone)}.`];

const visits = (count: number): string =>
  count === 2 ? 'موعداك' : count <= 10 ? `مواعيدك الـ ${count}` : `مواعيدك وعددها ${count}`;

const aftercare =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `بعد موعدك في ${isolated(facts.clinic)}`,
    paragraphs: [
      ...said,
      'إذا أقلقك شيء فلا داعي لانتظار الرسالة التالية: تذكر الصفحة من يُسأل، ومتى يكون الأمر عاجلًا.',
      ...call(facts),
    ],
  });

const touchUp =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `تذكير من ${isolated(facts.clinic)}`,
    paragraphs: ['طلبت منا أن نكتب إليك في هذا الوقت تقريبًا.', ...said, ...call(facts)],
  });

/** Arabic. */
export const ar: MessageWords = {
  language: 'ar',
  direction: 'rtl',
  greeting: (name) => (name === '' ? 'مرحبًا' : `مرحبًا ${isolated(name)}`),
  closing: (clinic) => isolated(clinic),
  letters: {
    'booking.confirmed': (facts) => ({
      subject:
        facts.count > 1
          ? `${isolated(facts.clinic)}: ${visits(facts.count)} ابتداءً من ${facts.shortWhen}`
          : `${isolated(facts.clinic)}: موعدك يوم ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'تم حجز مواعيدك.' : 'تم حجز موعدك.',
        details(facts),
        `يضيف الملف المرفق ${facts.count > 1 ? 'المواعيد' : 'الموعد'} إلى تقويمك.`,
        ...call(facts),
      ],
    }),
    'booking.requested': (facts) => ({
      subject: `${isolated(facts.clinic)}: طلبك ليوم ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'وصلنا طلبك. الأوقات محفوظة لك، وتصبح مواعيد بعد أن نؤكدها.'
          : 'وصلنا طلبك. الوقت محفوظ لك، ويصبح موعدًا بعد أن نؤكده.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.declined': (facts) => ({
      subject: `${isolated(facts.clinic)}: طلبك ليوم ${facts.shortWhen}`,
      paragraphs: [
        'نأسف: لا يمكننا تأكيد طلبك.',
        details(facts),
        facts.count > 1
          ? 'لم تعد هذه الأوقات محفوظة لك. يمكنك اختيار أوقات أخرى، أو التحدث معنا.'
          : 'لم يعد هذا الوقت محفوظًا لك. يمكنك اختيار وقت آخر، أو التحدث معنا.',
        ...call(facts),
      ],
    }),
    'booking.moved': (facts) => ({
      subject:
        facts.count > 1
          ? `${isolated(facts.clinic)}: تغيّرت مواعيدك`
          : `${isolated(facts.clinic)}: موعدك يوم ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'تغيّرت مواعيدك. هذا وضعها الحالي:' : 'أصبح لموعدك وقت آخر. لم يعد الوقت السابق محفوظًا لك.',
        details(facts),
        `يغيّر الملف المرفق ${facts.count > 1 ? 'المواعيد' : 'الموعد'} في تقويمك.`,
        ...call(facts),
      ],
    }),
    'booking.cancelled': (facts) => ({
      subject:
        facts.count > 1
          ? `${isolated(facts.clinic)}: أُلغيت مواعيدك (${facts.count}) بدءًا من ${facts.shortWhen}`
          : `${isolated(facts.clinic)}: أُلغي موعد ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'أُلغيت هذه المواعيد:' : 'أُلغي هذا الموعد:',
        details(facts),
        `ليس عليك فعل أي شيء آخر، ولن تصلك تذكيرات أخرى ${facts.count > 1 ? 'بها' : 'به'}.`,
        ...call(facts),
      ],
    }),
    'booking.renewed': (facts) => ({
      subject:
        facts.count > 1
          ? `${isolated(facts.clinic)}: رابط جديد لمواعيدك`
          : `${isolated(facts.clinic)}: رابط جديد لموعدك`,
      paragraphs: [
        facts.count > 1
          ? 'هذا رابط جديد لمواعيدك. لم تعد الروابط في الرسائل السابقة تعمل، وتبقى مواعيدك كما هي.'
          : 'هذا رابط جديد لموعدك. لم تعد الروابط في الرسائل السابقة تعمل، ويبقى موعدك كما هو.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.prepare': (facts) => ({
      subject: `${isolated(facts.clinic)}: موعدك يوم ${facts.shortWhen}`,
      paragraphs: [
        'موعدك بعد أسبوع.',
        details(facts),
        'من الأفضل البدء ببعض الأمور الآن. تسردها الصفحة أدناه يومًا بيوم.',
        ...call(facts),
      ],
    }),
    'booking.remind': (facts) => ({
      subject: `${isolated(facts.clinic)}: موعدك يوم ${facts.shortWhen}`,
      paragraphs: [
        'موعدك يقترب.',
        details(facts),
        'إذا كان لا يزال يناسبك، فيُرجى إخبارنا بالرابط الأول أدناه، ويبقى موعدك قائمًا من دون ذلك أيضًا. وإلا فيُرجى إخبارنا قريبًا، ليستفيد شخص آخر من الوقت.',
        ...call(facts),
      ],
    }),
    'booking.aftercare-0': aftercare(
      'شكرًا لحضورك.',
      'تبيّن الصفحة أدناه ما يمكن توقعه في الأيام المقبلة، وما ينبغي تركه وشأنه.',
    ),
    'booking.aftercare-4': aftercare('مضت بضعة أيام. يتغيّر ما ينبغي فعله في هذا الوقت تقريبًا؛ تبيّنه الصفحة أدناه.'),
    'booking.aftercare-8': aftercare('مضى أسبوع ونيّف. تبيّن الصفحة أدناه ما يمكنك فعله من جديد، وما ينبغي أن ينتظر.'),
    'booking.aftercare-30': aftercare(
      'مضى شهر، وانتهى معظم ما كان عليك مراعاته. تبيّن الصفحة أدناه ما يحسن الاستمرار فيه.',
    ),
    'consultation.received': (facts) => ({
      subject: `${isolated(facts.clinic)}: وصلتنا إجاباتك`,
      paragraphs: [
        'شكرًا لك. وصلت إجاباتك. نقرؤها ونعود إليك.',
        'يعرض الرابط أدناه ما تمت الموافقة عليه، ويمكن سحب كل موافقة هناك، حتى لو أُدخل هذا العنوان خطأً.',
        ...call(facts),
      ],
    }),
    'waitlist.joined': (facts) => ({
      subject: `${isolated(facts.clinic)}: يرجى تأكيد الانضمام إلى قائمة الانتظار`,
      paragraphs: [
        'أُضيف هذا العنوان إلى قائمة الانتظار لدينا. يرجى تأكيد ذلك خلال سبعة أيام عبر الرابط أدناه: عندها فقط نكتب إليك عندما يتوفر وقت يناسبك.',
        'إذا لم يكن هذا الطلب منك فلا حاجة إلى فعل أي شيء: لن نكتب إليك مرة أخرى.',
        ...call(facts),
      ],
    }),
    'waitlist.removed': (facts) => ({
      subject: `${isolated(facts.clinic)}: لم يعد اسمك على قائمة الانتظار لدينا`,
      paragraphs: [
        'أزلنا اسمك من قائمة الانتظار لدينا، فلن نعرض عليك أوقاتًا أخرى. شكرًا لصبرك.',
        'يمكنك اختيار وقت بنفسك أو التحدث إلينا.',
        ...call(facts),
      ],
    }),
    'waitlist.offer': (facts) => ({
      subject: `${isolated(facts.clinic)}: وقت متاح يوم ${facts.shortWhen}`,
      paragraphs: [
        'توفر وقت:',
        details(facts),
        `هو محفوظ لك حتى ${facts.until ?? ''}. إذا لم يكن مناسبًا لك، فليس عليك فعل أي شيء: يُسأل من يليك في القائمة.`,
        ...call(facts),
      ],
    }),
    'touch-up.signed': (facts) => ({
      subject: `تذكيرات من ${isolated(facts.clinic)}`,
      paragraphs: [
        'طلبت منا تذكيرك عندما يحين وقت معاينة أخرى. سنفعل ذلك. يعرض الرابط أدناه التواريخ ويتيح لك تغييرها.',
        'إذا لم يكن الطلب منك، فيمكنك إيقاف التذكيرات بالرابط أدناه، ولن يصلك منا شيء بعد ذلك.',
      ],
    }),
    'touch-up.check-6w': touchUp('حان وقت معاينة كيف استقر كل شيء.'),
    'touch-up.review-12m': touchUp('حان وقت المعاينة السنوية.'),
    'touch-up.refresh': touchUp('ربما حان وقت الحضور من جديد. يختلف الموعد من شخص إلى آخر.'),
  },
  deposit: ({ text, reference }) =>
    [
      `الدفعة المقدمة: ${isolated(text)}`,
      `الرقم المرجعي للدفع: ${isolated(reference)}`,
      'إذا سبق أن سددت الدفعة المقدمة، فلا يلزمك القيام بأي شيء آخر.',
    ].join('\n'),
  text(kind, { clinic, shortWhen }) {
    if (kind === 'touch-up.signed') return `${isolated(clinic)}: سنذكّرك كما طلبت. للاطلاع على التواريخ أو تغييرها:`;
    return kind.startsWith('touch-up.')
      ? `${isolated(clinic)}: التذكير الذي طلبته.`
      : `${isolated(clinic)}: موعدك يوم ${shortWhen}. للاطلاع عليه أو تغييره:`;
  },
  links: {
    attend: 'سأحضر',
    deposit: 'سداد الدفعة المقدمة',
    manage: 'الاطلاع على موعدك أو نقله أو إلغاؤه',
    preparation: 'كيفية التحضير',
    aftercare: 'ما ينبغي فعله وما يمكن توقعه',
    booking: 'حجز موعد',
    join: 'نعم، راسلوني عندما يتوفر وقت',
    offer: 'الاطلاع على الوقت وقبوله',
    touchUp: 'الاطلاع على تذكيراتك أو تغييرها',
    consents: 'الاطلاع على موافقاتك أو سحبها',
  },
  calendar: {
    title: (clinic) => `موعد في ${isolated(clinic)}`,
    reference: (reference) => `الرقم المرجعي ${isolated(reference)}`,
    phone: (phone) => `الهاتف ${isolated(phone)}`,
  },
  stopNote: 'تصلك هذه الرسالة لأن لديك موعدًا عندنا، أو لأنك طلبت تذكيرات.',
  stopLink: 'إيقاف التذكيرات',
  stopPage: {
    title: 'إيقاف التذكيرات',
    question: 'هل المطلوب ألّا تصلك تذكيرات منا بعد الآن؟ تبقى مواعيدك كما هي.',
    button: 'إيقاف التذكيرات',
    done: 'لن تصلك تذكيرات بعد الآن.',
    kept: 'تبقى مواعيدك كما هي. إذا نُقل أحدها أو أُلغي، فسنخبرك بذلك.',
  },
  leaveNote: 'تصلك هذه الرسالة لأنك على قائمة الانتظار لدينا.',
  leaveLink: 'مغادرة قائمة الانتظار',
  leavePage: {
    title: 'مغادرة قائمة الانتظار',
    question: 'هل المطلوب مغادرة قائمة الانتظار لدينا؟ لن نعرض عليك أوقاتًا أخرى بعد ذلك.',
    button: 'مغادرة القائمة',
    done: 'لم يعد اسمك على قائمة الانتظار لدينا.',
    again: 'إذا كان الاسم قد سُجّل مجددًا منذ ذلك الحين، فالرابط الوارد في آخر رسالة منّا يتيح المغادرة.',
  },
  joinPage: {
    title: 'قائمة الانتظار لدينا',
    question: 'هل نكتب إليك عندما يتوفر وقت يناسبك؟',
    phone: (phone) =>
      `رقم الهاتف المسجّل لدينا هو ${isolated(phone)}. إذا لم يكن رقمك، فيرجى عدم التأكيد والتسجيل من جديد برقمك.`,
    button: 'نعم، راسلوني',
    done: 'أنت على قائمة الانتظار لدينا. نكتب إليك عندما يتوفر وقت يناسبك.',
    later: 'أُضيف هذا العنوان مجددًا إلى قائمة الانتظار لدينا بعد ذلك. الرابط المعتمد هو الوارد في رسالتنا بهذا الشأن.',
    gone: 'إذا كنت ما زلت تريد انتظار وقت، فيمكنك التسجيل من جديد في قائمة الانتظار لدينا.',
  },
  attendPage: {
    title: 'موعدك',
    question: (when) => `موعدك ${when}. هل ستحضر؟`,
    button: 'سأحضر',
    done: (when) => `شكرًا لك. ننتظر حضورك ${when}.`,
    changed: 'نُقل هذا الموعد أو أُلغي بعد ذلك. في آخر رسالة منا إليك ما آل إليه.',
  },
  offerPage: {
    title: 'وقت متاح لك',
    question: (when, until) => `${when} محفوظ لك حتى ${until}. هل نحجزه لك؟`,
    button: 'قبول هذا الوقت',
    booked: (when) => `تم حجز ${when}. في طريقها إليك رسالة بالتفاصيل.`,
    requested: (when) => `وصلنا طلبك لوقت ${when}. في طريقها إليك رسالة بالتفاصيل.`,
    onRequest: 'يصبح موعدًا عندما نؤكده.',
    gone: 'لم يعد هذا الوقت محفوظًا لك.',
    waiting: 'ما زلت على قائمة الانتظار.',
    over: 'لن نراسلك بعد الآن بشأن قائمة الانتظار. يمكنك اختيار وقت بنفسك أو التحدث إلينا.',
  },
  noTexts: 'إيقاف الرسائل النصية',
  consentPage: {
    title: 'ما وافقت عليه',
    intro: 'كل موافقة قائمة بذاتها: يمكنك سحب أي منها في أي وقت، وتبقى الأخرى كما هي.',
    none: 'لا توجد موافقة مسجّلة باسمك.',
    of: {
      consultation: (date) => `مع إجاباتك بتاريخ ${date}`,
      booking: (date) => `مع حجزك بتاريخ ${date}`,
      waitlist: (date) => `عند الانضمام إلى قائمة الانتظار بتاريخ ${date}`,
    },
    reminders: 'التذكيرات التي طلبتها',
    names: {
      privacy: 'استخدام بياناتك',
      'health-data': 'ما تذكره عن صحتك',
      'photos-assessment': 'صور لتقديم المشورة لك',
      'photos-publication': 'نشر صورك',
      'appointment-sms': 'رسائل نصية بشأن مواعيدك',
      'marketing-email': 'الأخبار والعروض بالبريد الإلكتروني',
      'marketing-sms': 'الأخبار والعروض برسائل نصية',
    },
    given: (date, version) => `أُعطيت بتاريخ ${date} بوضع علامة على موقعنا. الصيغة: ${isolated(version)}`,
    withdrawn: {
      person: (date) => `سُحبت من جانبك بتاريخ ${date}.`,
      clinic: (date) => `سجّلنا سحبها بطلب منك بتاريخ ${date}.`,
    },
    needed: 'نحتاج إلى هذه ما دام لديك موعد أو كنت في انتظار موعد. لإنهائها يُرجى الاتصال بنا.',
    withdraw: 'سحب',
    question: 'هل تريد سحب هذه الموافقة؟',
    effects: {
      privacy: 'تُمحى نهائيًا إجاباتك وصورك ومعها اسمك وعنوانك. تبقى مواعيدك كما هي، ونتحدث عندئذ عن كل شيء وجهًا لوجه.',
      'health-data':
        'يُمحى نهائيًا ما ذكرته لنا عن صحتك وكل ما كتبته بكلماتك. تبقى مواعيدك كما هي، ونتحدث عن ذلك وجهًا لوجه.',
      'photos-assessment': 'تُمحى صورك نهائيًا. تبقى مواعيدك كما هي.',
      'photos-publication': 'لن ننشر أي صورة لك من الآن، ونزيل ما نُشر منها.',
      'appointment-sms': 'لن تصلك رسائل نصية بشأن مواعيدك بعد الآن. تستمر رسائل البريد الإلكتروني.',
      'marketing-email': 'لن تصلك أخبار وعروض بالبريد الإلكتروني بعد الآن. تستمر الرسائل بشأن مواعيدك.',
      'marketing-sms': 'لن تصلك أخبار وعروض برسائل نصية بعد الآن. تستمر الرسائل بشأن مواعيدك.',
    },
    reach: {
      email: 'يسري هذا أينما أعطيتنا عنوان البريد الإلكتروني الذي وصل إليه هذا الرابط.',
      phone: 'يسري هذا أينما أعطيتنا رقم الهاتف الذي وصل إليه هذا الرابط مكتوبًا بالطريقة نفسها، مثلًا مع رمز البلد.',
    },
    button: 'سحب الموافقة',
    keep: 'إبقاؤها كما هي',
    done: 'سُحبت الموافقة',
    erased: 'مُحيت إجاباتك وصورك',
    back: 'العودة إلى كل الموافقات',
    rights: 'للحصول على نسخة من كل ما نحفظه عنك، أو لمحوه كله، يُرجى الكتابة إلينا أو الاتصال بنا.',
  },
  wrongLink: 'هذا الرابط غير مكتمل، أو لم يعد مستخدمًا.',
};
