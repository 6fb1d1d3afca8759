import { html } from 'lit';
import type { DepositMessages } from '../../locales/deposit/messages.js';
import type { Messages } from '../../locales/messages.js';
import type { Part } from '../form/part.js';

/** The link to the clinic's payment page. */
export const payLink = (words: Messages, own: DepositMessages, url: string): Part =>
  html`<a class="button" href=${url} rel="noopener noreferrer" target="_blank" part="deposit"
    >${own.payDeposit}<span class="out-of-sight"> ${words.newTab}</span></a
  >`;
