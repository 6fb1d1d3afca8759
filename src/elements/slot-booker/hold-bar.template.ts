import { html, nothing } from 'lit';
import type { BookerView, Part } from './booker-view.js';

/** Below this many seconds the seconds are counted. */
const COUNTED_SECONDS = 120;
/** Below this many seconds more time can be had. */
const EXTENDABLE_SECONDS = 240;

/** The chosen time and how long it is still held. */
export function holdBar({ flow, state, words, formats }: BookerView): Part {
  const { slot, hold, secondsLeft, extendable, holding } = state;
  // Nothing can be changed while it is not known what has been booked; the time stands among the answers.
  if (!slot || flow.unresolved) return nothing;
  const change = html`<button type="button" class="link" @click=${() => flow.goTo('time')}>
    ${words.change}<span class="out-of-sight"> ${words.when}</span>
  </button>`;
  if (!hold) {
    return html`<div class="notice actions">
      <p class="held">${formats.slot(slot)}</p>
      ${change}
    </div>`;
  }
  const busy = holding === 'sending' || holding === 'checking';
  const more = (text: string) =>
    html`<button type="button" class="button quiet" aria-disabled=${busy} @click=${() => void flow.extendHold()}>
      ${text}
    </button>`;
  if (secondsLeft === 0) {
    return html`<div class="notice bad actions">
      <p class="held">${formats.slot(slot)}<br />${words.holdEnded}</p>
      ${more(words.holdAgain)} ${change}
    </div>`;
  }
  const minutes = Math.floor(secondsLeft / 60);
  const left =
    secondsLeft > COUNTED_SECONDS
      ? words.heldMinutes(Math.ceil(secondsLeft / 60))
      : words.heldSeconds(minutes, secondsLeft % 60);
  return html`<div class="notice actions" part="hold">
    <p class="held">${words.held(formats.slot(slot))} <span class="muted" part="countdown">${left}</span></p>
    ${extendable && secondsLeft < EXTENDABLE_SECONDS ? more(words.extendHold) : nothing} ${change}
  </div>`;
}
