import type { AskedConsent, BookingDetails } from './booking-state.js';

/** Does the visitor agree to text messages? Then there has to be a number for them. */
export const asksTexts = ({ consents }: BookingDetails, asked: readonly AskedConsent[]): boolean =>
  asked.some(({ purpose }) => purpose.endsWith('-sms') && consents[purpose]);
