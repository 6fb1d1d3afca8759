import type { DepositMessages } from './messages.js';

/** English. */
export const en: DepositMessages = {
  deposit: 'Deposit',
  payDeposit: 'Pay the deposit',
  alreadyPaid: 'If you have already paid the deposit, there is nothing more to do.',
  paid: 'You are back from the payment page. We check whether your payment has arrived.',
  unpaid:
    'You are back from the payment page. It seems that the payment was not finished. Please contact us if you would like to pay the deposit another way.',
};
