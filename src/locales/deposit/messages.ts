/** The words of a deposit, which the clinic's own payment page takes. Whether money has arrived is the clinic's to say. */
export interface DepositMessages {
  /** Before what the clinic says of it. */
  readonly deposit: string;
  readonly payDeposit: string;
  /** Beside a link to pay: nobody knows of a payment before the clinic has looked. */
  readonly alreadyPaid: string;
  /** After the payment page. */
  readonly paid: string;
  /** After the payment page was left by its way out. */
  readonly unpaid: string;
}
