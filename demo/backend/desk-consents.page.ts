import { html } from 'hono/html';
import type { ConsentPurpose, ConsentRecord } from 'smp-widgets/server';
import { clinicTime, type Markup } from './desk-page.js';

/** What a table of consents is told. */
export interface ConsentsPart {
  readonly consents: readonly ConsentRecord[];
  /** ISO instant. */
  readonly receivedAt: string;
  readonly timeZone: string;
  /** When one that was given has ended, or how it is ended. */
  readonly withdrawal: (purpose: ConsentPurpose) => Markup;
}

/** What somebody was asked for, and whether they agreed. */
export function consentsPart({ consents, receivedAt, timeZone, withdrawal }: ConsentsPart): Markup {
  return html`<section>
    <h2>Consents</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Purpose</th>
          <th scope="col">Given</th>
          <th scope="col">Wording</th>
          <th scope="col">Visitor’s clock</th>
          <th scope="col">Received</th>
          <th scope="col">Withdrawn</th>
        </tr>
      </thead>
      <tbody>
        ${consents.map(
          ({ purpose, granted, version, at }) =>
            html`<tr>
              <td data-name="Purpose">${purpose}</td>
              <td data-name="Given">${granted ? 'yes' : 'no'}</td>
              <td data-name="Wording">${version}</td>
              <td data-name="Visitor’s clock">${clinicTime(at, timeZone)}</td>
              <td data-name="Received">${clinicTime(receivedAt, timeZone)}</td>
              <td data-name="Withdrawn">${granted ? withdrawal(purpose) : html`–`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** When somebody withdrew, and by which way. */
export const withdrawnWords = ({ at, by }: { readonly at: string; readonly by: string }, timeZone: string): Markup =>
  html`${clinicTime(at, timeZone)}, ${by === 'person' ? 'by their link' : 'at the desk'}`;
