import { css } from 'lit';
import { bookingStyles } from '../calendar/booking.styles.js';

/** What the pages that change a booking add to the manager's looks: those of choosing a time, and of what can't be undone. */
export const changingStyles = [
  bookingStyles,
  css`
    .grave {
      background: var(--_danger);
      border-color: var(--_danger);
      color: var(--_surface);
    }
  `,
];
