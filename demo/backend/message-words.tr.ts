import type { LetterWords, MessageFacts, MessageWords } from './message-words.js';

const details = ({ when, place, reference }: MessageFacts): string =>
  [when, place, reference === undefined ? undefined : `Referans ${reference}`].filter(Boolean).join('\n');

const call = ({ phone }: MessageFacts): string[] =>
  phone === undefined ? [] : [`Bizi ${phone} numarasından da arayabilirsiniz.`];

const aftercare =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `${facts.clinic}: randevunuzdan sonra`,
    paragraphs: [
      ...said,
      'Sizi kaygılandıran bir şey varsa sonraki mesajı beklemeyin: kime sorulacağı ve ne zaman acil olduğu sayfada yazıyor.',
      ...call(facts),
    ],
  });

const touchUp =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `${facts.clinic}: bir hatırlatma`,
    paragraphs: ['Bu zamanlarda size yazmamızı istemiştiniz.', ...said, ...call(facts)],
  });

/** Turkish. */
export const tr: MessageWords = {
  language: 'tr',
  greeting: (name) => (name === '' ? 'Merhaba' : `Merhaba ${name}`),
  closing: (clinic) => clinic,
  letters: {
    'booking.confirmed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: ${facts.count} randevunuz, ilki ${facts.shortWhen}`
          : `${facts.clinic}: ${facts.shortWhen} randevunuz`,
      paragraphs: [
        facts.count > 1 ? 'Randevularınız alındı.' : 'Randevunuz alındı.',
        details(facts),
        `Ekteki dosya ${facts.count > 1 ? 'onları' : 'onu'} takviminize ekler.`,
        ...call(facts),
      ],
    }),
    'booking.requested': (facts) => ({
      subject: `${facts.clinic}: ${facts.shortWhen} için isteğiniz`,
      paragraphs: [
        facts.count > 1
          ? 'İsteğiniz bize ulaştı. Saatler sizin için ayrıldı; biz onayladığımızda randevu olurlar.'
          : 'İsteğiniz bize ulaştı. Saat sizin için ayrıldı; biz onayladığımızda randevu olur.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.declined': (facts) => ({
      subject: `${facts.clinic}: ${facts.shortWhen} için isteğiniz`,
      paragraphs: [
        'Üzgünüz: talebinizi onaylayamıyoruz.',
        details(facts),
        facts.count > 1
          ? 'Bu saatler artık sizin için ayrılmıyor. Başka saatler seçebilir veya bizimle görüşebilirsiniz.'
          : 'Bu saat artık sizin için ayrılmıyor. Başka bir saat seçebilir veya bizimle görüşebilirsiniz.',
        ...call(facts),
      ],
    }),
    'booking.moved': (facts) => ({
      subject:
        facts.count > 1 ? `${facts.clinic}: randevularınız değişti` : `${facts.clinic}: randevunuz ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'Randevularınız değiştirildi. Şimdiki durum şöyle:'
          : 'Randevunuzun saati değişti. Önceki saat artık sizin için ayrılmış değil.',
        details(facts),
        `Ekteki dosya ${facts.count > 1 ? 'onları' : 'onu'} takviminizde değiştirir.`,
        ...call(facts),
      ],
    }),
    'booking.cancelled': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: ${facts.shortWhen} ile başlayan ${facts.count} randevunuz iptal edildi`
          : `${facts.clinic}: ${facts.shortWhen} iptal edildi`,
      paragraphs: [
        facts.count > 1 ? 'Bu randevular iptal edildi:' : 'Bu randevu iptal edildi:',
        details(facts),
        `Yapmanız gereken başka bir şey yok ve ${facts.count > 1 ? 'bunlarla' : 'bununla'} ilgili hatırlatma almayacaksınız.`,
        ...call(facts),
      ],
    }),
    'booking.renewed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: randevularınız için yeni bağlantı`
          : `${facts.clinic}: randevunuz için yeni bağlantı`,
      paragraphs: [
        facts.count > 1
          ? 'Randevularınız için yeni bir bağlantı gönderiyoruz. Önceki e-postalardaki bağlantılar artık çalışmıyor; randevularınız olduğu gibi kalıyor.'
          : 'Randevunuz için yeni bir bağlantı gönderiyoruz. Önceki e-postalardaki bağlantılar artık çalışmıyor; randevunuz olduğu gibi kalıyor.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.prepare': (facts) => ({
      subject: `${facts.clinic}: ${facts.shortWhen} randevunuz`,
      paragraphs: [
        'Randevunuza bir hafta var.',
        details(facts),
        'Bazı şeylere şimdi başlamak en iyisidir. Aşağıdaki sayfa bunları gün gün sıralar.',
        ...call(facts),
      ],
    }),
    'booking.remind': (facts) => ({
      subject: `${facts.clinic}: ${facts.shortWhen} randevunuz`,
      paragraphs: [
        'Randevunuz yaklaşıyor.',
        details(facts),
        'Size hâlâ uyuyorsa lütfen aşağıdaki ilk bağlantıyla bize bildirin; bildirmeseniz de randevunuz geçerlidir. Uymuyorsa lütfen bize kısa sürede bildirin ki saati başka biri alabilsin.',
        ...call(facts),
      ],
    }),
    'booking.aftercare-0': aftercare(
      'Geldiğiniz için teşekkür ederiz.',
      'Önümüzdeki günlerde neler bekleyeceğiniz ve nelerden uzak duracağınız aşağıdaki sayfada yazıyor.',
    ),
    'booking.aftercare-4': aftercare(
      'Birkaç gün geçti. Yapılacaklar bu sıralarda değişir; aşağıdaki sayfada bulabilirsiniz.',
    ),
    'booking.aftercare-8': aftercare(
      'Bir haftadan biraz fazla geçti. Neleri yeniden yapabileceğiniz ve nelerin beklemesi gerektiği aşağıdaki sayfada yazıyor.',
    ),
    'booking.aftercare-30': aftercare(
      'Bir ay geçti ve dikkat etmeniz gerekenlerin çoğu sona erdi. Neleri sürdürmenin iyi olduğu aşağıdaki sayfada yazıyor.',
    ),
    'consultation.received': (facts) => ({
      subject: `${facts.clinic}: yanıtlarınız bize ulaştı`,
      paragraphs: [
        'Teşekkür ederiz. Yanıtlarınız ulaştı. Okuyup size dönüş yapacağız.',
        'Aşağıdaki bağlantı neleri kabul ettiğinizi gösterir. Her onay orada geri alınabilir; adresiniz yanlışlıkla yazıldıysa da.',
        ...call(facts),
      ],
    }),
    'waitlist.joined': (facts) => ({
      subject: `${facts.clinic}: bekleme listesine katıldığınızı lütfen onaylayın`,
      paragraphs: [
        'Bu adres bekleme listemize yazıldı. Lütfen yedi gün içinde aşağıdaki bağlantıyla onaylayın: size uyan bir saat boşaldığında ancak o zaman yazarız.',
        'Bunu siz yapmadıysanız bir şey yapmanız gerekmez: size bir daha yazmayız.',
        ...call(facts),
      ],
    }),
    'waitlist.removed': (facts) => ({
      subject: `${facts.clinic}: artık bekleme listemizde değilsiniz`,
      paragraphs: [
        'Sizi bekleme listemizden çıkardık, bu nedenle size artık saat önermeyeceğiz. Sabrınız için teşekkür ederiz.',
        'Dilerseniz bir saati kendiniz seçebilir veya bizimle görüşebilirsiniz.',
        ...call(facts),
      ],
    }),
    'waitlist.offer': (facts) => ({
      subject: `${facts.clinic}: ${facts.shortWhen} için boş saat`,
      paragraphs: [
        'Bir saat boşaldı:',
        details(facts),
        `Bu saat ${facts.until ?? ''} saatine kadar sizin için ayrıldı. İstemiyorsanız yapmanız gereken bir şey yok: sıradaki kişiye sorulur.`,
        ...call(facts),
      ],
    }),
    'touch-up.signed': (facts) => ({
      subject: `${facts.clinic}: hatırlatmalar`,
      paragraphs: [
        'Yeniden bakma zamanı geldiğinde size hatırlatmamızı istediniz. Hatırlatacağız. Aşağıdaki bağlantı tarihleri gösterir ve değiştirmenizi sağlar.',
        'Bunu isteyen siz değilseniz hatırlatmaları aşağıdaki bağlantıyla durdurun; bizden bir daha haber almazsınız.',
      ],
    }),
    'touch-up.check-6w': touchUp('Her şeyin nasıl yerine oturduğuna bakma zamanı.'),
    'touch-up.review-12m': touchUp('Yıllık kontrol zamanı.'),
    'touch-up.refresh': touchUp('Yeniden gelme zamanı olabilir. Ne kadar erken olacağı kişiden kişiye değişir.'),
  },
  deposit: ({ text, reference }) =>
    [
      `Kapora: ${text}`,
      `Ödeme için referans: ${reference}`,
      'Kaporayı zaten ödediyseniz başka bir şey yapmanız gerekmez.',
    ].join('\n'),
  text(kind, { clinic, shortWhen }) {
    if (kind === 'touch-up.signed')
      return `${clinic}: istediğiniz gibi size hatırlatacağız. Tarihleri görmek veya değiştirmek için:`;
    return kind.startsWith('touch-up.')
      ? `${clinic}: istediğiniz hatırlatma.`
      : `${clinic}: randevunuz ${shortWhen}. Görmek veya değiştirmek için:`;
  },
  links: {
    attend: 'Geleceğim',
    deposit: 'Kaporayı öde',
    manage: 'Randevunuzu görün, taşıyın veya iptal edin',
    preparation: 'Nasıl hazırlanmalı',
    aftercare: 'Yapılacaklar ve beklenecekler',
    booking: 'Randevu alın',
    join: 'Evet, bir saat boşalınca bana yazın',
    offer: 'Bakın ve bu saati alın',
    touchUp: 'Hatırlatmalarınızı görün veya değiştirin',
    consents: 'Onaylarınızı görün veya geri alın',
  },
  calendar: {
    title: (clinic) => `Randevu: ${clinic}`,
    reference: (reference) => `Referans ${reference}`,
    phone: (phone) => `Telefon ${phone}`,
  },
  stopNote: 'Bu mesajı, bizde randevunuz olduğu veya hatırlatma istediğiniz için alıyorsunuz.',
  stopLink: 'Hatırlatmaları durdurun',
  stopPage: {
    title: 'Hatırlatmaları durdurma',
    question: 'Bizden artık hatırlatma almak istemiyor musunuz? Randevularınız olduğu gibi kalır.',
    button: 'Hatırlatmaları durdur',
    done: 'Artık hatırlatma almayacaksınız.',
    kept: 'Randevularınız olduğu gibi kalır. Biri taşınır veya iptal edilirse size yine haber veririz.',
  },
  leaveNote: 'Bu mesajı, bekleme listemizde olduğunuz için alıyorsunuz.',
  leaveLink: 'Bekleme listesinden çıkın',
  leavePage: {
    title: 'Bekleme listesinden çıkma',
    question: 'Bekleme listemizden çıkmak istiyor musunuz? O zaman size başka saat önermeyiz.',
    button: 'Listeden çık',
    done: 'Artık bekleme listemizde değilsiniz.',
    again: 'O zamandan sonra yeniden katıldıysanız, son e-postamızdaki bağlantıyla listeden çıkabilirsiniz.',
  },
  joinPage: {
    title: 'Bekleme listemiz',
    question: 'Size uyan bir saat boşaldığında size yazalım mı?',
    phone: (phone) =>
      `Sizin için şu telefon numarası verildi: ${phone}. Sizin değilse onaylamayın ve kendi numaranızla yeniden katılın.`,
    button: 'Evet, bana yazın',
    done: 'Bekleme listemizdesiniz. Size uyan bir saat boşaldığında size yazarız.',
    later:
      'Bu adres o zamandan sonra bekleme listemize yeniden yazıldı. Geçerli olan, bununla ilgili e-postamızdaki bağlantıdır.',
    gone: 'Hâlâ bir saat beklemek istiyorsanız bekleme listemize yeniden katılabilirsiniz.',
  },
  attendPage: {
    title: 'Randevunuz',
    question: (when) => `Randevunuz: ${when}. Gelecek misiniz?`,
    button: 'Geleceğim',
    done: (when) => `Teşekkür ederiz. Sizi bekliyoruz: ${when}.`,
    changed: 'Bu randevu sonradan taşındı veya iptal edildi. Son durum, size gönderdiğimiz en son e-postada.',
  },
  offerPage: {
    title: 'Sizin için bir saat',
    question: (when, until) => `${when} randevusu ${until} saatine kadar sizin için ayrıldı. İster misiniz?`,
    button: 'Bu saati al',
    booked: (when) => `${when} için randevunuz alındı. Ayrıntıları içeren e-posta yolda.`,
    requested: (when) => `${when} için talebinizi aldık. Ayrıntıları içeren e-posta yolda.`,
    onRequest: 'Biz onayladığımızda randevu olur.',
    gone: 'Bu saat artık sizin için ayrılmış değil.',
    waiting: 'Hâlâ bekleme listesindesiniz.',
    over: 'Bekleme listesi için size artık yazmayacağız. Dilerseniz bir saati kendiniz seçebilir veya bizimle görüşebilirsiniz.',
  },
  noTexts: 'Artık SMS gelmesin',
  consentPage: {
    title: 'Kabul ettikleriniz',
    intro: 'Her onay kendi başınadır: birini istediğiniz zaman geri alabilirsiniz, diğerleri olduğu gibi kalır.',
    none: 'Kayıtlı bir onayınız yok.',
    of: {
      consultation: (date) => `Yanıtlarınızla birlikte: ${date}`,
      booking: (date) => `Randevunuzu alırken: ${date}`,
      waitlist: (date) => `Bekleme listesine katılırken: ${date}`,
    },
    reminders: 'İstediğiniz hatırlatmalar',
    names: {
      privacy: 'Bilgilerinizin kullanılması',
      'health-data': 'Sağlığınız hakkında söyledikleriniz',
      'photos-assessment': 'Size danışmanlık için fotoğraflar',
      'photos-publication': 'Fotoğraflarınızın yayımlanması',
      'appointment-sms': 'Randevularınızla ilgili SMS',
      'marketing-email': 'E-postayla haberler ve teklifler',
      'marketing-sms': 'SMS ile haberler ve teklifler',
    },
    given: (date, version) => `Web sitemizde kutu işaretlenerek verildi: ${date}. Metin: ${version}`,
    withdrawn: {
      person: (date) => `Siz geri aldınız: ${date}.`,
      clinic: (date) => `İsteğiniz üzerine geri alındı olarak not ettik: ${date}.`,
    },
    needed:
      'Randevunuz olduğu veya randevu beklediğiniz sürece buna ihtiyacımız var. Sona ermesini istiyorsanız lütfen bizi arayın.',
    withdraw: 'Geri al',
    question: 'Bu onayı geri almak istiyor musunuz?',
    effects: {
      privacy:
        'Yanıtlarınız ve fotoğraflarınız, onlarla birlikte adınız ve adresiniz kalıcı olarak silinir. Randevularınız olduğu gibi kalır; her şeyi yüz yüze konuşuruz.',
      'health-data':
        'Sağlığınız hakkında bize söyledikleriniz ve kendi sözlerinizle yazdığınız her şey kalıcı olarak silinir. Randevularınız olduğu gibi kalır; bunu yüz yüze konuşuruz.',
      'photos-assessment': 'Fotoğraflarınız kalıcı olarak silinir. Randevularınız olduğu gibi kalır.',
      'photos-publication': 'Bundan sonra hiçbir fotoğrafınızı yayımlamayız ve yayımlananları kaldırırız.',
      'appointment-sms': 'Randevularınızla ilgili artık SMS almazsınız. E-postalar gelmeye devam eder.',
      'marketing-email':
        'Artık e-postayla haber ve teklif almazsınız. Randevularınızla ilgili mesajlar gelmeye devam eder.',
      'marketing-sms': 'Artık SMS ile haber ve teklif almazsınız. Randevularınızla ilgili mesajlar gelmeye devam eder.',
    },
    reach: {
      email: 'Bu, bağlantının geldiği e-posta adresini bize verdiğiniz her yerde geçerlidir.',
      phone:
        'Bu, bağlantının geldiği telefon numarasını bize aynı biçimde, örneğin ülke koduyla yazarak verdiğiniz her yerde geçerlidir.',
    },
    button: 'Onayı geri al',
    keep: 'Olduğu gibi bırak',
    done: 'Onay geri alındı',
    erased: 'Yanıtlarınız ve fotoğraflarınız silindi',
    back: 'Tüm onaylara dön',
    rights:
      'Hakkınızda sakladığımız her şeyin bir kopyasını veya hepsinin silinmesini istiyorsanız bize yazın veya bizi arayın.',
  },
  wrongLink: 'Bu bağlantı eksik veya artık kullanılmıyor.',
};
