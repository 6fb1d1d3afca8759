import type { DepositMessages } from './messages.js';

/** Arabic. */
export const ar: DepositMessages = {
  deposit: 'الدفعة المقدمة',
  payDeposit: 'سداد الدفعة المقدمة',
  alreadyPaid: 'إذا سبق أن سددت الدفعة المقدمة، فلا يلزمك القيام بأي شيء آخر.',
  paid: 'لقد عدت من صفحة الدفع. سنتحقق من وصول دفعتك إلينا.',
  unpaid:
    'لقد عدت من صفحة الدفع. يبدو أن عملية الدفع لم تكتمل. يُرجى التواصل معنا إذا رغبت في سداد الدفعة المقدمة بطريقة أخرى.',
};
