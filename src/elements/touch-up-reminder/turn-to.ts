import { adoptStyles } from 'lit';
import type { LitElement } from 'lit';
import { reminderStyles } from './reminder.styles.js';

/** Gives the focus to what has to be read next, once it is drawn. */
export async function turnTo(host: LitElement, selector: string): Promise<void> {
  await host.updateComplete;
  host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}

/** Adds the looks of reminders to those of the estimate. */
export function adoptReminderStyles({ renderRoot }: LitElement): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  const sheet = reminderStyles.styleSheet;
  if (!sheet) adoptStyles(renderRoot, [reminderStyles]);
  else if (!renderRoot.adoptedStyleSheets.includes(sheet)) {
    renderRoot.adoptedStyleSheets = [...renderRoot.adoptedStyleSheets, sheet];
  }
}
