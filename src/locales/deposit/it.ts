import type { DepositMessages } from './messages.js';

/** Italian. */
export const it: DepositMessages = {
  deposit: 'Acconto',
  payDeposit: 'Paga l’acconto',
  alreadyPaid: 'Se ha già versato l’acconto, non deve fare altro.',
  paid: 'Ritorno dalla pagina di pagamento. Verificheremo se il pagamento è arrivato.',
  unpaid:
    'Ritorno dalla pagina di pagamento. Sembra che il pagamento non sia stato completato. Ci contatti, per favore, se desidera versare l’acconto in un altro modo.',
};
