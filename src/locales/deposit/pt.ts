import type { DepositMessages } from './messages.js';

/** Portuguese. */
export const pt: DepositMessages = {
  deposit: 'Sinal',
  payDeposit: 'Pagar o sinal',
  alreadyPaid: 'Se já pagou o sinal, não precisa de fazer mais nada.',
  paid: 'Voltou da página de pagamento. Vamos verificar se recebemos o seu pagamento.',
  unpaid:
    'Voltou da página de pagamento. Parece que o pagamento não foi concluído. Contacte-nos, por favor, se quiser pagar o sinal de outra forma.',
};
