import type { TouchUpMessages } from './messages.js';

/** Turkish. */
export const tr = {
  title: 'Ne zaman yeniden bakmalı',
  estimate: 'Bir tahmindir, söz değildir. Noktaların ne kadar kaldığı kişiden kişiye değişir.',
  names: { check: 'Kontrol', review: 'İlk değerlendirme', refresh: 'Yenileme' },
  hints: {
    check: 'Noktalar yerine oturmuştur ve klinik, daha fazlası gerekip gerekmediğini görür.',
    review: 'Noktaların nasıl kaldığına bakmak için.',
    refresh: 'Birçok kişinin noktaları yeniletmeyi düşündüğü zaman.',
  },
  about: (month) => `${month} civarı`,
  due: 'artık her an',

  lastSession: 'Son seansınız ne zamandı?',
  lastSessionHint: 'Emin değilseniz yakın bir gün de olur.',
  counted: (day) => `Son seansınızdan, ${day} tarihinden itibaren hesaplandı.`,
  lastSessionWrong: 'Lütfen son seansınızın gününü yazın, örneğin son birkaç yıldan bir gün.',

  refine: 'Bana daha uygun hâle getir',
  stays: 'Yanıtlarınız bu sayfada kalır. Saklanmaz ve gönderilmez.',
  unsure: 'Emin değilim',
  skin: 'Saçlı derim',
  skins: { dry: 'Kuru', normal: 'Normal', oily: 'Yağlı' },
  sun: 'Güneş görüyor',
  suns: { low: 'Seyrek', medium: 'Bazen', high: 'Çok' },
  scar: 'Bir ize işlem yapıldı',
  scars: { yes: 'Evet', no: 'Hayır' },

  calendar: 'Takvimime ekle',
  calendarHint: 'Kendi takviminiz için bu tarihleri içeren bir dosya. Klinik bundan haberdar olmaz.',
  calendarDone: 'Takvim dosyası hazırlandı. Tarihleri eklemek için dosyayı açın.',
  entry: (clinic) => (clinic === undefined ? 'Hatırlatma: klinik aranacak' : `Hatırlatma: ${clinic} aranacak`),
  entryNote: 'Bu zamanlar için bir hatırlatma. Randevu alınmadı.',
  book: 'Rötuş için randevu al',
  remind: 'Bana hatırlat',
} as const satisfies TouchUpMessages;
