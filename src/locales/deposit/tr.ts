import type { DepositMessages } from './messages.js';

/** Turkish. */
export const tr: DepositMessages = {
  deposit: 'Kapora',
  payDeposit: 'Kaporayı öde',
  alreadyPaid: 'Kaporayı zaten ödediyseniz başka bir şey yapmanız gerekmez.',
  paid: 'Ödeme sayfasından döndünüz. Ödemenizin bize ulaşıp ulaşmadığını kontrol edeceğiz.',
  unpaid:
    'Ödeme sayfasından döndünüz. Görünüşe göre ödeme tamamlanmadı. Kaporayı başka bir yolla ödemek isterseniz lütfen bizimle iletişime geçin.',
};
