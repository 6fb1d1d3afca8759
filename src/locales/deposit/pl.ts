import type { DepositMessages } from './messages.js';

/** Polish. */
export const pl: DepositMessages = {
  deposit: 'Przedpłata',
  payDeposit: 'Wpłać przedpłatę',
  alreadyPaid: 'Jeśli przedpłata została już wpłacona, nic więcej nie trzeba robić.',
  paid: 'Płatność: powrót ze strony operatora. Sprawdzimy, czy płatność do nas dotarła.',
  unpaid:
    'Płatność: powrót ze strony operatora. Wygląda na to, że płatność nie została dokończona. Prosimy o kontakt, jeśli przedpłata ma zostać wpłacona w inny sposób.',
};
