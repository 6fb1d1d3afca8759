import type { TouchUpReminderMessages } from './reminder-messages.js';

/** Turkish. */
export const reminderTr = {
  signUpTitle: 'Size hatırlatabiliriz',
  ways: 'Size nasıl hatırlatabiliriz?',
  consents: {
    email: (clinic) =>
      `E-posta ile: ${clinic} bana bu tarihlerle ilgili toplam en çok dört kez yazabilir. Her iletide bunları durduran bir bağlantı vardır.`,
    sms: (clinic) =>
      `SMS ile: ${clinic} bana bu tarihlerle ilgili toplam en çok dört kez SMS gönderebilir. Operatörüm SMS için ücret alabilir. Her birinde nasıl durdurulacağı yazar.`,
  },
  phoneHint: 'Yalnızca bu hatırlatmalar için.',
  wayMissing: 'Bir hatırlatma yolu işaretleyin ya da tarihleri kendi takviminize ekleyin',
  signUp: 'Bana hatırlat',
  sending: 'Gönderiliyor',
  notNow: 'Şimdi değil',
  signedTitle: 'Size hatırlatacağız',
  signedNext: (where) =>
    `${where} adresine bir ileti gönderildi. İçindeki bağlantı tarihleri gösterir; oradan değiştirebilir veya hatırlatmaları durdurabilirsiniz.`,
  unresolvedHint: 'İsteğiniz ulaşmış olabilir. Emin olmak için yeniden gönderin: size iki kez hatırlatılmaz.',

  planTitle: 'Hatırlatmalarınız',
  planNext: (where) =>
    `${where} adresine gönderilir. Bağlantınız olmadan başka kimse bunları göremez veya değiştiremez.`,
  passed: 'geçti',
  wrong: {
    invalid: (date) => `“${date}” için bir tarih girin`,
    past: (date) => `“${date}” için ileri bir tarih girin`,
    order: (date) => `“${date}” için öncekinden sonra gelen bir tarih girin`,
  },
  save: 'Kaydet',
  stopTitle: 'Hatırlatma istemiyorum',
  stopHint: 'Aldığınız randevular olduğu gibi kalır.',
  stop: 'Tüm hatırlatmaları durdur',
  stoppedTitle: 'Hatırlatmalarınız durduruldu',
  stoppedHint: 'Artık size yazmayacağız. Fikrinizi değiştirirseniz istediğiniz zaman yeniden kaydolun.',
  notice: {
    saved: 'Değişiklikleriniz kaydedildi.',
    unchanged: 'Kaydedilecek bir şey yok: her şey eskisi gibi.',
    changed: 'Hatırlatmalar bu arada başka bir yerde değiştirildi. Şu anki durum budur.',
  },
  refusedTitle: 'Bu bağlantı çalışmıyor',
  refusedHint: 'Eksik olabilir veya artık kullanılmıyor olabilir. En yeni iletimizde çalışan bir bağlantı vardır.',
  failedTitle: 'Hatırlatmalarınızı şu anda gösteremiyoruz',
} as const satisfies TouchUpReminderMessages;
