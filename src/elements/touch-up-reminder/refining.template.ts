import { html } from 'lit';
import type { Part } from '../form/part.js';
import type { Reminding } from './reminding.js';

export { refiningStyles } from './refining.styles.js';

/** Questions that make an estimate fit better. The answers stay on the page. */
export function questions(page: Reminding): Part {
  const { own, flow } = page;
  const { skin, sun, scar } = flow.state.answers;
  const named = <T extends string>(words: Readonly<Record<T, string>>) => Object.entries(words) as [T, string][];
  return html`<div class="questions">
    <p class="muted small">${own.stays}</p>
    ${choice(page, 'skin', own.skin, named(own.skins), skin, (value) => flow.answer({ skin: value }))}
    ${choice(page, 'sun', own.sun, named(own.suns), sun, (value) => flow.answer({ sun: value }))}
    ${choice(page, 'scar', own.scar, named(own.scars), scar === undefined ? scar : scar ? 'yes' : 'no', (value) =>
      flow.answer({ scar: value === undefined ? undefined : value === 'yes' }),
    )}
  </div>`;
}

function choice<T extends string>(
  page: Reminding,
  name: string,
  legend: string,
  options: readonly (readonly [T, string])[],
  current: T | undefined,
  onPick: (value: T | undefined) => void,
): Part {
  const every: readonly (readonly [T | undefined, string])[] = [...options, [undefined, page.own.unsure]];
  return html`<fieldset class="choices">
    <legend class="label">${legend}</legend>
    <div class="chips">
      ${every.map(
        ([value, label]) =>
          html`<label part="option"
            ><input
              type="radio"
              name=${name}
              .value=${value ?? 'unsure'}
              .checked=${value === current}
              @change=${() => {
                onPick(value);
                sayRefresh(page);
              }}
            />${label}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** An answer moves the refresh, which stands above it: ears are told. */
function sayRefresh(page: Reminding): void {
  const { dates } = page.flow.state;
  const refresh = dates.find(({ kind }) => kind === 'refresh');
  if (!refresh) return;
  page.say(() => {
    const { own, formats } = page;
    return `${own.names.refresh}: ${refresh.past ? own.due : own.about(formats.month(refresh.date))}`;
  });
}
