import { html, nothing } from 'lit';
import type { LanguageController } from '../../controllers/language-controller.js';
import { depositLink } from '../../domain/course/deposit-link.js';
import { depositWords } from '../../locales/deposit/words.js';
import { addToCalendar } from '../calendar/add-to-calendar.template.js';
import { forgetPayment, paymentOf } from '../deposit/payment.js';
import { loadPaymentPage, paymentNotice } from '../deposit/payment.template.js';
import { payLink } from '../deposit/pay-link.template.js';
import type { Part } from '../form/part.js';
import type { ManagingView } from './managing-view.js';

/** What stands beside the sessions of a booking: what is to be paid in advance, and the ways to keep them in a calendar. */
export type Beside = Awaited<ReturnType<typeof loadBeside>>;

/** Comes with its words, while the booking is asked for: nothing moves once that is there. */
export async function loadBeside(language: LanguageController) {
  await language.add(depositWords);
  const payment = await loadPaymentPage(language);
  return {
    /** For whoever comes back from the clinic's payment page. */
    payment: ({ words, phone }: ManagingView) => payment?.(words, phone),

    /** The visitor goes on from there: neither a change nor the page loaded again tells them once more. */
    goOn: forgetPayment,

    /** What the clinic asks for in advance of a course, and that the visitor is back from paying it. */
    deposit({ state, words, phone }: ManagingView): Part {
      const own = language.of(depositWords);
      // A page that has the token from elsewhere shows the booking at once.
      const made = paymentOf();
      const back = made ? paymentNotice(words, own, made, phone) : nothing;
      const due = state.managed?.deposit;
      if (!due) return back;
      const link = due.url === undefined ? undefined : depositLink(due.url, due.reference, location.href);
      return html`${back}
        <div class="notice" part="terms">
          <h3>${own.deposit}</h3>
          <p><bdi>${due.text}</bdi></p>
          <p>${words.reference}: <bdi>${due.reference}</bdi></p>
          <p class="muted small">${own.alreadyPaid}</p>
          ${link === undefined ? nothing : html`<div class="actions">${payLink(words, own, link)}</div>`}
        </div>`;
    },

    /** The ways to add the sessions to a calendar; where none stands, to mark them as cancelled in it. */
    calendars({ state: { managed, clinic }, words, own, now }: ManagingView): Part {
      if (!managed || !clinic) return nothing;
      const bookings = managed.sessions;
      const title = bookings.some(({ status }) => status !== 'cancelled') ? undefined : own.updateCalendar;
      return addToCalendar({ bookings, clinic, words, now, title });
    },
  };
}
