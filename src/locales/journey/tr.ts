import type { JourneyMessages } from './messages.js';

/** Turkish. */
export const tr = {
  steps: {
    consultation: 'Sizin hakkınızda',
    design: 'Tasarımınız',
    booking: 'Randevunuz',
    care: 'Bakımınız',
  },
  stepsLabel: 'Adımlar',
  place: (number, of) => `Adım ${number}/${of}`,
  allSteps: 'Tüm adımları göster',
  done: 'tamamlandı',
  skipped: 'şimdilik atlandı',
  goOn: (step) => `Devam: ${step}`,
  goBack: (step) => `Geri: ${step}`,
  skip: 'Şimdilik atla',
  restored:
    'Yeniden hoş geldiniz. Kaldığınız yerdesiniz. Sağlığınızla ilgili yanıtlarınız ve fotoğraflarınız bu cihazda asla saklanmaz.',
  sentTitle: 'Yanıtlarınız gönderildi',
  aftercare: 'Şimdiden okuyun: sonraki günler',
  touchUps: 'Şimdiden okuyun: sonraki yıllar',
} satisfies JourneyMessages;
