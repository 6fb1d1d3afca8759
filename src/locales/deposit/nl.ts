import type { DepositMessages } from './messages.js';

/** Dutch. */
export const nl: DepositMessages = {
  deposit: 'Aanbetaling',
  payDeposit: 'De aanbetaling doen',
  alreadyPaid: 'Als u de aanbetaling al hebt gedaan, hoeft u niets meer te doen.',
  paid: 'U bent terug van de betaalpagina. We gaan na of uw betaling is binnengekomen.',
  unpaid:
    'U bent terug van de betaalpagina. Het lijkt erop dat de betaling niet is afgerond. Neem contact met ons op als u de aanbetaling op een andere manier wilt doen.',
};
