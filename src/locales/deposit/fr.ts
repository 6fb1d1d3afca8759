import type { DepositMessages } from './messages.js';

/** French. */
export const fr: DepositMessages = {
  deposit: 'Acompte',
  payDeposit: 'Payer l’acompte',
  alreadyPaid: 'Si vous avez déjà payé l’acompte, vous n’avez rien d’autre à faire.',
  paid: 'Vous revenez de la page de paiement. Nous vérifions si votre paiement nous est bien parvenu.',
  unpaid:
    'Vous revenez de la page de paiement. Il semble que le paiement n’ait pas été finalisé. Veuillez nous contacter si vous souhaitez payer l’acompte autrement.',
};
