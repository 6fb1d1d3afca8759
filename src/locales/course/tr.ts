import type { CourseMessages } from './messages.js';

// Nouns stay singular after a number.
const sessions = (count: number): string => `${count} seans`;

/** Turkish. */
export const tr = {
  chooseOffer: 'Hangi işlemi istersiniz?',
  suggested: 'Bize söylediklerinize uyuyor',
  sessions,
  forAll: (price) => `toplam ${price}`,

  firstTitle: 'İlk olarak ne zaman gelebilirsiniz?',
  sessionTitle: (number) => `${number}. seans için başka bir saat`,
  sofar: (time) => `Şimdiye kadar: ${time}`,
  session: (number, role) => (role === undefined ? `${number}. seans` : `${number}. seans: ${role}`),
  role: {
    foundation: 'temel',
    density: 'yoğunluk ve ton',
    detail: 'ayrıntı ve geçişler',
    refine: 'son dokunuşlar',
  },
  takeTime: 'Bu saati seç',
  takesTime: 'Diğer saatler aranıyor',

  planTitle: 'Seanslarınız',
  planHint: (min, max) =>
    `Bu saatleri öneriyoruz. Cildinizin iki seans arasında en az ${min} güne ihtiyacı var; ${max} günden sonra önce sizinle konuşmak isteriz. Her birini değiştirebilirsiniz.`,
  daysAfter: (days) => `${days} gün sonra`,
  lost: 'Önceki saati başka biri aldı. Bu, yeni bir saat.',
  moved: 'Bunun da taşınması gerekti. Bu, yeni bir saat.',
  noTime: 'Henüz saat bulunamadı',
  planning: 'Saatler aranıyor',
  changeTime: 'Saati değiştir',
  tooSoon: (min) =>
    `Çok erken: cildinizin iyileşmesi için en az ${min} gün gerekir. Lütfen daha sonraki bir gün seçin.`,
  tooLate: (max) => `Çok geç: önceki seanstan ${max} günden fazla sonra. Lütfen daha erken bir gün seçin.`,
  movesOthers: 'Bundan sonraki seanslar da taşınır.',
  unplannable: 'Birbirine uyan saatler yok. Lütfen başka bir günle başlayın veya bizi arayın.',
  hold: 'Bu saatleri ayır',
  holding: 'Saatleriniz ayrılıyor',
  held: (minutes) => `Saatleriniz ${minutes === 1 ? 'bir' : minutes} dakika boyunca ayrılır.`,
  heldEnded: 'Saatleriniz artık ayrılmış değil.',

  confirm: (count) => `${sessions(count)} için randevu al`,
  request: (count) => `${sessions(count)} için randevu iste`,
  confirmedTitle: 'Seanslarınızın randevuları alındı',
  requestedTitle: 'İsteğiniz bize ulaştı',

  remainsTitle: 'Tüm seanslar için randevu alınamadı',
  remainsHint:
    'İşlem için randevu alınmadı. Bu seanslar ise hâlâ geçerli. Lütfen bizi arayın veya onları iptal etmeyi deneyin:',
  remainsCall:
    'İşlem için randevu alınmadı. Bu seanslar ise hâlâ geçerli ve buradan iptal edilemiyor. Lütfen bunlar için bizi arayın:',
  standing: 'Şu seanslar takvimimizde zaten yer alıyor:',
  cancelled:
    'Hiçbir randevu alınmış değil: seanslardan biri için randevu alınamadı, bu nedenle diğerleri de iptal edildi.',
  tryAgain: 'Seansları iptal et',
} as const satisfies CourseMessages;
