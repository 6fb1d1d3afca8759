import type { LauncherMessages } from './messages.js';

/** Turkish. */
export const tr: LauncherMessages = {
  title: 'Danışma ve randevu',
  close: 'Kapat',
  loading: 'Bir dakika',
  failed: 'Bu bölüm yüklenemedi. İnternete bağlı olduğunuzu kontrol edin ya da birazdan yeniden deneyin.',
  retry: 'Yeniden dene',
  callUs: 'Bizi telefonla da arayabilirsiniz:',
  leavingTitle: 'Yanıtlarınız henüz gönderilmedi',
  leavingHint: 'Bu sayfa açık kaldığı sürece burada kalırlar, dilediğinizde geri dönebilirsiniz.',
  stay: 'Yanıtlamaya devam et',
  leave: 'Şimdilik kapat',
};
