import type { LitElement } from 'lit';

/** Gives the focus to what has to be read next, once it is drawn. */
export async function turnTo(host: LitElement, selector: string): Promise<void> {
  await host.updateComplete;
  host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}
