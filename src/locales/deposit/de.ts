import type { DepositMessages } from './messages.js';

/** German. */
export const de: DepositMessages = {
  deposit: 'Anzahlung',
  payDeposit: 'Anzahlung leisten',
  alreadyPaid: 'Falls Sie die Anzahlung bereits geleistet haben, brauchen Sie nichts weiter zu tun.',
  paid: 'Sie sind von der Zahlungsseite zurück. Wir prüfen, ob Ihre Zahlung eingegangen ist.',
  unpaid:
    'Sie sind von der Zahlungsseite zurück. Die Zahlung wurde anscheinend nicht abgeschlossen. Bitte melden Sie sich bei uns, wenn Sie die Anzahlung auf anderem Weg leisten möchten.',
};
