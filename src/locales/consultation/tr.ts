import type { ConsultationMessages } from './messages.js';
import { questionsTr } from './questions.tr.js';

/** Turkish. */
export const tr = {
  ...questionsTr,
  position: (number, count) => `Soru ${number}/${count}`,
  restored:
    'Önceki yanıtlarınızı bu cihazda sakladık. Sağlığınızla ilgili yanıtlar ve fotoğraflar hiçbir zaman saklanmaz: lütfen onları yeniden verin.',
  dropped: 'Bir yanıtı değiştirdiğiniz için artık şunlara ihtiyacımız yok:',
  several: 'Uyanların tümünü seçin.',
  day: 'Gün',
  month: 'Ay',
  year: 'Yıl',
  dateHint: 'Örneğin 27 3 2024. Emin değilseniz ay ve yıl veya yalnızca yıl da yeterlidir.',
  issues: {
    missing: 'Bir yanıt seçin veya yazın',
    'too-long': 'Yanıtınız çok uzun',
    'not-a-date': 'Gerçek bir tarih yazın, örneğin 27 3 2024, veya yalnızca yılı',
    'in-future': 'Tarih bugün veya geçmişte olmalıdır',
    'in-past': 'Tarih bugün veya gelecekte olmalıdır',
    unconfirmed: 'Size yanıt verebilmemiz için kutuyu işaretleyin',
    preparing: 'Fotoğrafınız hâlâ hazırlanıyor. Lütfen biraz bekleyin',
    unknown: 'Bu yanıtı kontrol edin',
  },
  between: (min, max) => `${min} ile ${max} arasında bir sayı yazın`,
  consents: {
    privacy: (clinic) =>
      `Bilgilerimin bu ön görüşmeyi yanıtlamak ve randevuları düzenlemek için ${clinic} tarafından kullanılmasını kabul ediyorum.`,
    'health-data': (clinic) =>
      `Burada sağlığım hakkında söylediklerimin, bana danışmanlık vermek ve işlemimi planlamak için ${clinic} tarafından saklanmasını ve kullanılmasını kabul ediyorum.`,
    'photos-assessment': (clinic) =>
      `${clinic}, bana danışmanlık vermek ve işlemimi planlamak için fotoğraflarımı kullanabilir.`,
    'photos-publication': (clinic) => `${clinic}, fotoğraflarımı yayımlayabilir, örneğin internet sitesinde.`,
    'appointment-sms': (clinic) => `${clinic}, bana randevularımla ilgili SMS gönderebilir.`,
    'marketing-email': (clinic) => `${clinic}, bana e-postayla haber ve teklif gönderebilir.`,
    'marketing-sms': (clinic) => `${clinic}, bana SMS ile haber ve teklif gönderebilir.`,
  },
  skipHealth: 'Bu onay olmadan sağlık sorularını atlarız ve uygulayıcınız bunları size yüz yüze sorar.',
  emailHint: 'Yanıtımızı buraya göndeririz.',
  phoneHint: 'Yalnızca bu ön görüşmeyle ilgili sorular için.',

  photoChoose: 'Fotoğraf seç',
  photoReplace: 'Değiştir',
  photoRemove: 'Kaldır',
  photoCancel: 'İptal et',
  photoRetry: 'Yeniden gönder',
  photoPreparing: 'Fotoğrafınız hazırlanıyor',
  photoReady: 'Gönderilmeye hazır',
  photoSending: (percent) => `Gönderiliyor, %${percent}`,
  photoSent: 'Gönderildi',
  photoFailed: 'Gönderilmedi',
  photoAlt: (angle) => `Fotoğrafınız: ${angle}`,
  photoLocal:
    'Siz yanıtlarınızı gönderene kadar fotoğraflar bu cihazda kalır. Onları küçültür ve yer gibi gizli verileri sileriz.',
  photosSending: 'Fotoğraflarınız gönderiliyor. Lütfen bu sayfayı açık tutun.',
  photosHeld:
    'Seçtiğiniz fotoğraflar gönderilmeyecek, çünkü kullanılmalarına onay vermediniz. Yanıtlarınızı gönderene kadar bu sayfada kalırlar: onay verirseniz birlikte gönderilirler.',
  photoProblems: {
    'not-a-photo': 'Bu dosya bir fotoğraf değil. JPEG, PNG veya WebP dosyası seçin',
    heic: 'Bu tarayıcı HEIC fotoğrafları okuyamıyor. Fotoğrafı burada çekin veya önce JPEG olarak kaydedin',
    'too-many-bytes': 'Fotoğraf 15 MB’den küçük olmalıdır',
    'too-many-pixels': 'Fotoğraf 64 megapikselden az olmalıdır',
    'too-small': 'Fotoğraf çok küçük. Eni ve boyu en az 200 piksel olmalıdır',
    'out-of-memory': 'Fotoğraf bu cihaz için çok büyük. Daha küçük bir fotoğraf seçin',
    blocked: 'Bu tarayıcının izlemeye karşı koruması fotoğrafları bozuyor. Başka bir tarayıcı kullanın',
    unreadable: 'Bu fotoğraf okunamıyor. Bozulmuş olabilir. Başka bir fotoğraf seçin',
  },

  outcomeTitle: 'Yanıtlarınız ne anlama geliyor',
  outcomeClear: 'Bize söylediklerinizde işleme engel olan bir şey yok.',
  outcomeFound: 'Bize söylediğiniz için teşekkür ederiz. Yanıtlarınızdan bazıları planlama için önemli:',
  blockedTitle: '18 yaşını doldurmuş olmanız gerekir',
  effects: {
    block: 'Henüz mümkün değil',
    defer: 'Zaman gerekiyor',
    letter: 'Doktor yazısı',
    review: 'Buna birlikte bakarız',
    inform: 'Bilmekte yarar var',
    'patch-test': 'Cilt testi',
  },
  until: (date) => `${date} tarihinden itibaren`,
  bookableTitle: 'Ne için randevu alabilirsiniz',
  bookConsultation: 'Her zaman bir ön görüşme için.',
  treatment: {
    open: 'Bir işlem için.',
    request: 'İstek olarak bir işlem için: uygulayıcınız onaylar.',
    'after-consultation': 'Uygulayıcınız sizinle görüştükten sonra bir işlem için.',
    none: 'Şimdilik hiçbir şey için.',
  },
  treatmentFrom: (date) => `İşlemler ${date} tarihinden itibaren mümkün.`,
  patchTest: (hours) => `İşlemden en az ${hours} saat önce cildinizde biraz pigment deneriz.`,
  noAdvice:
    'Bu, tıbbi tavsiye değildir. Uygulayıcınız sizinle birlikte karar verir. Reçeteli bir ilacı bunun için asla bırakmayın.',

  consentsTitle: 'Neleri kabul ediyorsunuz',
  agreed: 'Evet',
  notAgreed: 'Hayır',
  withdrawHint: 'Onayınızı istediğiniz zaman geri çekebilirsiniz: sonraki sayfada veya kliniğe ulaşarak.',
  submit: 'Yanıtlarımı gönder',
  submitting: 'Yanıtlarınız gönderiliyor',
  checking: 'Bu, her zamankinden uzun sürüyor. Yanıtlarınızın ulaşıp ulaşmadığını kontrol ediyoruz.',
  unresolvedHint:
    'Yanıtlarınız ulaşmış olabilir. Öğrenmek için yeniden kontrol edin: hiçbir şey iki kez gönderilmez ve burada hiçbir şey kaybolmaz.',
  photoCount: (count) => `${count} fotoğraf`,

  sentTitle: 'Yanıtlarınız gönderildi',
  sentNext: (address) => `Uygulayıcınız onları okur ve size yanıt verir: ${address}.`,
  keptTitle: 'Yanıtlarınız hazır',
  keptNext:
    'Randevunuzun notunda kliniğe gider. Bu cihazda saklanmazlar: bu sayfayı kapatmadan veya yenilemeden önce randevu alın.',
  withdraw: 'Yanıtlarımı geri çek',
  withdrawAsk: 'Klinik o zaman yanıtlarınızı ve fotoğraflarınızı siler. Bu geri alınamaz.',
  withdrawing: 'Geri çekiliyor',
  withdrawnTitle: 'Yanıtlarınız silindi',
  withdrawnHint: 'Yanıtlarınız da fotoğraflarınız da artık klinikte yok.',
  another: 'Yeniden başla',
  failedTitle: 'Üzgünüz, bu sorular şu anda burada sorulamıyor',
} as const satisfies ConsultationMessages;
