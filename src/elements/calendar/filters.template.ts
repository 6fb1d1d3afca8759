import { html, nothing } from 'lit';
import type { BookingState } from '../../flows/booking-state.js';
import type { Messages } from '../../locales/messages.js';
import type { Part } from '../form/part.js';

/** What the choice of whose times are listed draws from. */
export interface FiltersView {
  readonly flow: {
    /** `undefined`: no preference. */
    choosePractitioner(practitioner: string | undefined): void;
    /** `undefined`: any location. */
    chooseLocation(location: string | undefined): void;
  };
  readonly state: Pick<BookingState, 'clinic' | 'service' | 'practitioner' | 'location'>;
  readonly words: Messages;
}

/** Whose times are listed, and where: shown where there is a choice. */
export function filters({ flow, state, words }: FiltersView): Part {
  const { clinic, service } = state;
  if (!clinic) return html`<div class="ghost filters"></div>`;
  const offered = clinic.services.find(({ id }) => id === service);
  const fits = (services?: readonly string[]) => !services || service === undefined || services.includes(service);
  const people = clinic.practitioners.filter(({ services }) => fits(services));
  const places = clinic.locations.filter(({ id }) => !offered?.locations || offered.locations.includes(id));
  const needsPlace = offered?.mode === 'in-person' && places.length > 1;
  if (people.length < 2 && !needsPlace) return nothing;
  const choice = (
    id: string,
    label: string,
    any: string,
    chosen: string | undefined,
    options: readonly { readonly id: string; readonly name: string }[],
    choose: (id: string | undefined) => void,
  ) =>
    html`<div class="field">
      <label class="label" for=${id}>${label}</label>
      <select
        class="input"
        id=${id}
        @change=${({ target }: Event) => {
          choose((target as HTMLSelectElement).value || undefined);
        }}
      >
        <option value="" .selected=${chosen === undefined}>${any}</option>
        ${options.map((option) => html`<option value=${option.id} .selected=${option.id === chosen}>${option.name}</option>`)}
      </select>
    </div>`;
  return html`<div class="filters">
    ${
      people.length > 1
        ? choice('practitioner', words.practitioner, words.anyPractitioner, state.practitioner, people, (id) =>
            flow.choosePractitioner(id),
          )
        : nothing
    }
    ${
      needsPlace
        ? choice('location', words.location, words.anyLocation, state.location, places, (id) => flow.chooseLocation(id))
        : nothing
    }
  </div>`;
}
