import { html, nothing } from 'lit';
import { heading, serviceFacts } from './booker-view.js';
import type { BookerView, Part } from './booker-view.js';

/** The menu of services. */
export function servicePage(view: BookerView): Part {
  const { flow, state, words } = view;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen =
      event.currentTarget instanceof HTMLFormElement ? new FormData(event.currentTarget).get('service') : null;
    if (typeof chosen === 'string') flow.chooseService(chosen);
  };
  return html`<form novalidate @submit=${onSubmit} part="page">
    ${heading(words.chooseService)}
    <fieldset class="cards">
      <legend class="out-of-sight">${words.chooseService}</legend>
      ${state.clinic?.services.map(
        (service, index) =>
          html`<label part="service">
            <input
              type="radio"
              name="service"
              ?disabled=${flow.limits(service.id).booking === 'after-consultation'}
              .value=${service.id}
              ?checked=${state.service === undefined ? index === 0 : service.id === state.service}
            />
            <b>${service.name}</b>
            <span class="muted small">${serviceFacts(view, service)}</span>
            ${
              flow.limits(service.id).booking === 'after-consultation'
                ? html`<span class="small">${words.afterConsultation}</span>`
                : nothing
            }
            ${service.description ? html`<bdi class="small">${service.description}</bdi>` : nothing}
          </label>`,
      )}
    </fieldset>
    <div class="actions"><button class="button" part="button">${words.continue}</button></div>
  </form>`;
}
