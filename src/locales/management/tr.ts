import type { ManagementMessages } from './messages.js';

/** Turkish. */
export const tr = {
  title: (sessions) => (sessions === 1 ? 'Randevunuz' : 'Randevularınız'),
  session: (number, of) => `Seans ${number}/${of}`,
  status: { confirmed: 'Alındı', requested: 'Klinikten yanıt bekleniyor', cancelled: 'İptal edildi' },
  notice: {
    moved: 'Randevu taşındı. Yeni saati size e-postayla gönderiyoruz.',
    cancelled: 'Randevu iptal edildi. Bunu onaylamak için size e-posta gönderiyoruz.',
    changed: 'Bu, o arada başka bir yerde değiştirildi. Hiçbir şey yapılmadı. Şu anki durum böyle.',
    gone: 'Bu artık değiştirilemez. Şu anki durum böyle.',
  },
  changeableUntil: (time) => `Randevuyu ${time} saatine kadar buradan taşıyabilir veya iptal edebilirsiniz.`,
  notChangeable: 'Randevu artık buradan değiştirilemez. Lütfen bizi arayın.',
  move: 'Başka bir saat seç',
  cancel: 'İptal et',
  cancelAll: 'Tümünü iptal et',
  updateCalendar: 'Takviminizi güncelleyin',

  refusedTitle: 'Bu bağlantı hiçbir şey açmıyor',
  refusedHint:
    'Bağlantı eksik veya çok eski olabilir ya da yerine daha yenisi gelmiş olabilir. Lütfen son e-postamızdaki bağlantıyı yeniden açın veya bizi arayın.',
  failedTitle: 'Randevunuz şu anda gösterilemiyor',

  timeTitle: 'Başka bir saat seçin',
  sofar: (time) => `Şimdiye kadar: ${time}`,
  gap: {
    same: () => 'Bu, zaten sizin olan saat. Lütfen başka bir saat seçin.',
    'too-soon': (min) =>
      `Önceki seanstan sonra cildinizin iyileşmesi için en az ${min} gün gerekir. Lütfen daha sonraki bir gün seçin.`,
    'too-late': (_, max) =>
      `Bu, önceki seanstan ${max} günden fazla sonra. Lütfen daha erken bir gün seçin veya bizi arayın.`,
  },
  review: 'Devam et',
  planning: 'Diğer seanslarınıza bakılıyor',

  moveTitle: 'Bu saate taşınsın mı?',
  from: 'Önceki',
  to: 'Yeni',
  followers: (min) => `Cildinizin iyileşebilmesi için seanslar arasında en az ${min} gün olmalıdır. Şunlar da taşınır:`,
  noTime: (session) => `${session}. seans için uygun boş saat yok. Lütfen başka bir gün seçin veya bizi arayın.`,
  moveConfirm: (sessions) => (sessions === 1 ? 'Randevuyu taşı' : `${sessions} seansı taşı`),

  cancelTitle: (sessions) => (sessions === 1 ? 'Bu randevu iptal edilsin mi?' : 'Bu randevular iptal edilsin mi?'),
  cancelConfirm: (sessions) => (sessions === 1 ? 'Randevuyu iptal et' : `${sessions} randevuyu iptal et`),
  keep: 'Olduğu gibi kalsın',

  sending: 'Gönderiliyor',
  checking: 'Bu, her zamankinden uzun sürüyor. Nelerin ulaştığını kontrol ediyoruz.',
  unresolvedHint:
    'Değişikliğiniz ulaşmış olabilir. Yeniden kontrol edin: hiçbir şey iki kez yapılmaz. Bu işe yaramazsa lütfen bizi arayın.',
} as const satisfies ManagementMessages;
