import { html, noChange, nothing } from 'lit';
import type { Slot } from '../../domain/slot.js';
import type { Part } from '../form/part.js';
import type { ChooserView } from './chooser-view.js';

/** Hours at which the afternoon and the evening begin. */
const NOON = '12:00';
const EVENING = '17:00';

/** The free times of the chosen date, by part of day, as radio buttons. */
export function times(view: ChooserView): Part {
  const { state, words, formats, due } = view;
  if (due) return noChange;
  const { calendar, date } = state;
  const slots = (date !== undefined && calendar.days.get(date)) || [];
  if (date === undefined && calendar.status !== 'ready') {
    return html`<div class="times" aria-busy="true">
      <div class="chips">${Array.from({ length: 8 }, () => html`<div class="chip ghost"></div>`)}</div>
    </div>`;
  }
  if (date === undefined) return nothing;
  const groups: readonly (readonly [string, readonly Slot[]])[] = [
    [words.morning, slots.filter(({ localTime }) => localTime < NOON)],
    [words.afternoon, slots.filter(({ localTime }) => localTime >= NOON && localTime < EVENING)],
    [words.evening, slots.filter(({ localTime }) => localTime >= EVENING)],
  ];
  return html`<fieldset class="times" part="times">
    <legend class="label">
      ${slots.length > 0 ? words.timesOn(slots.length, formats.day(date)) : words.noTimesOn(formats.day(date))}
    </legend>
    ${groups.map(([name, part]) =>
      part.length === 0
        ? nothing
        : html`<div role="group" aria-label=${name}>
            <p class="muted small" aria-hidden="true">${name}</p>
            <div class="chips">${part.map((slot) => chip(view, slot))}</div>
          </div>`,
    )}
  </fieldset>`;
}

function chip({ flow, state, words, formats, visitorZone }: ChooserView, slot: Slot): Part {
  const elsewhere = formats.elsewhere(slot, visitorZone);
  const place = state.location === undefined && state.clinic?.locations.find(({ id }) => id === slot.location);
  const several = (state.clinic?.locations.length ?? 0) > 1;
  return html`<label class="chip" part="time">
    <input
      type="radio"
      name="slot"
      .value=${slot.id}
      .checked=${state.slot?.id === slot.id}
      @click=${(event: Event) => {
        // It may have been drawn for another day, which is shown no longer; or something is under way. Then the choice stays.
        if (state.slot?.id !== slot.id && !flow.chooseSlot(slot)) event.preventDefault();
      }}
    />
    <span>${formats.time(slot.localTime)}${slot.fold === 1 ? ` (${slot.offset})` : nothing}</span>
    ${place && several ? html`<small><bdi>${place.name}</bdi></small>` : nothing}
    ${elsewhere === undefined ? nothing : html`<small>${words.yourTime(elsewhere)}</small>`}
  </label>`;
}
