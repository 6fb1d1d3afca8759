import { CareElement } from '../care/care-element.js';

/**
 * Shows how to care for the scalp after each session: what is normal, what to do, what to avoid, and which signs call for
 * help. Works inside `<smp-clinic>` or alone, with dates or in relative days.
 *
 * @tag smp-aftercare
 * @slot - Shown until the steps are there, and where their code does not load.
 * @slot heading - Above all pages: a heading of the page's own, say.
 * @slot footer - Below all pages: legal text, say.
 * @fires {SmpErrorEvent} smp-error - An attribute or the clinic's settings hold a mistake; the rest is used.
 * @csspart heading - The heading.
 * @csspart timeline - The steps of one session.
 * @csspart stretch - Some days on which the same matters.
 * @csspart today - The mark of today.
 * @csspart expect - What is normal in a stretch.
 * @csspart flags - The signs that call for help.
 * @csspart phone - The clinic's phone number.
 * @csspart calendar - The button that saves the steps as a calendar file.
 * @csspart print - The button that prints them.
 * @csspart disclaimer - Says whose advice goes first.
 * @cssstate ready - The steps are shown.
 */
export class SmpAftercare extends CareElement {
  protected override readonly carePart = 'aftercare';
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-aftercare': SmpAftercare;
  }
}
