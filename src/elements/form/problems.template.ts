import { html, nothing } from 'lit';
import type { Messages } from '../../locales/messages.js';
import type { Part } from './part.js';

/** One thing to put right: the id of its field, and what to do in words. */
export interface ProblemLine {
  readonly id: string;
  readonly text: string;
}

/** All that is to be put right, at the top of the page; it takes the focus and leads to each field. */
export function problems({ problemTitle }: Messages, lines: readonly ProblemLine[]): Part {
  if (lines.length === 0) return nothing;
  const onClick = (event: Event, id: string) => {
    event.preventDefault();
    const root = event.target instanceof Element ? event.target.getRootNode() : undefined;
    if (root instanceof ShadowRoot) root.getElementById(id)?.focus();
  };
  return html`<div
    class="notice bad"
    id="problems"
    tabindex="-1"
    role="group"
    aria-labelledby="problems-title"
    part="problems"
  >
    <h3 id="problems-title">${problemTitle}</h3>
    <ul>
      ${lines.map(
        ({ id, text }) => html`<li><a href="#${id}" @click=${(event: Event) => onClick(event, id)}>${text}</a></li>`,
      )}
    </ul>
  </div>`;
}
