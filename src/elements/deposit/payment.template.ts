import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LanguageController } from '../../controllers/language-controller.js';
import type { DepositMessages } from '../../locales/deposit/messages.js';
import { depositWords } from '../../locales/deposit/words.js';
import type { Messages } from '../../locales/messages.js';
import { phoneLine } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { forgetPayment, paymentOf, type Payment } from './payment.js';

/** Says that the visitor is back from the clinic's payment page. What came of it is the clinic's to say. */
export function paymentNotice(
  words: Messages,
  own: DepositMessages,
  { reference, isPaid }: Payment,
  phone: string | undefined,
): Part {
  return html`<div class="notice" role="status" part="payment">
    <p>${isPaid ? own.paid : own.unpaid}</p>
    ${/^[\w-]{1,64}(, [\w-]{1,64})*$/.test(reference) ? html`<p>${words.reference}: <bdi>${reference}</bdi></p>` : nothing}
    ${isPaid ? nothing : phoneLine(words, phone)}
  </div>`;
}

/**
 * A page with that notice; `goOn` is called when the visitor goes on from there. Without it they can't, and the page's
 * own content follows.
 */
export type PaymentPage = (words: Messages, phone: string | undefined, goOn?: () => void) => TemplateResult;

/** The page for whoever comes back from the clinic's payment page, once its words are there. Undefined: nobody does. */
export async function loadPaymentPage(language: LanguageController): Promise<PaymentPage | undefined> {
  const payment = paymentOf();
  if (!payment) return undefined;
  await language.add(depositWords);
  return (words, phone, goOn) => {
    const onClick = () => {
      forgetPayment();
      goOn?.();
    };
    return html`<div class="page" part="page" lang=${language.language} dir=${language.dir}>
      ${paymentNotice(words, language.of(depositWords), payment, phone)}
      ${
        goOn
          ? html`<div>
              <button type="button" class="button quiet" part="button" @click=${onClick}>${words.continue}</button>
            </div>`
          : html`<div><slot></slot></div>`
      }
    </div>`;
  };
}
