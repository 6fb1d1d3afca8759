import { html, nothing } from 'lit';
import type { Service } from '../../domain/service.js';
import { heading, serviceFacts } from './booker-view.js';
import type { BookerView, Part } from './booker-view.js';

/** The menu of services. */
export function servicePage(view: BookerView): Part {
  const { flow, state, words } = view;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const chosen = new FormData(event.currentTarget).get('service');
    if (typeof chosen === 'string') flow.chooseService(chosen);
    // What was chosen can't be booked any more.
    else event.currentTarget.querySelector<HTMLElement>('input:enabled')?.focus();
  };
  const isRuledOut = ({ id }: Service) => flow.limits(id).booking === 'after-consultation';
  const offered = state.clinic?.services.filter((service) => !isRuledOut(service)) ?? [];
  const { id: chosen } = offered.find(({ id }) => id === state.service) ?? offered[0] ?? {};
  return html`<form novalidate @submit=${onSubmit} part="page">
    ${heading(words.chooseService)}
    <fieldset class="cards">
      <legend class="out-of-sight">${words.chooseService}</legend>
      ${state.clinic?.services.map(
        (service) =>
          html`<label part="service">
            <input
              type="radio"
              name="service"
              ?disabled=${isRuledOut(service)}
              .value=${service.id}
              ?checked=${service.id === chosen}
            />
            <b>${service.name}</b>
            <span class="muted small">${serviceFacts(view, service)}</span>
            ${isRuledOut(service) ? html`<span class="small">${words.afterConsultation}</span>` : nothing}
            ${service.description ? html`<bdi class="small">${service.description}</bdi>` : nothing}
          </label>`,
      )}
    </fieldset>
    <div class="actions"><button class="button" part="button">${words.continue}</button></div>
  </form>`;
}
