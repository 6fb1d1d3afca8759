import { html, nothing } from 'lit';
import type { Messages } from '../../locales/messages.js';
import type { Part } from './part.js';
import { suggestedAddress } from './suggested-address.js';

/** A field of a form: what it is called, what stands in it, and what is wrong with it, if anything. */
export interface Field {
  /** Id within the shadow root, and name within the form. */
  readonly id: string;
  readonly label: unknown;
  readonly hint?: string | undefined;
  readonly value: string;
  /** What is to be put right, in words. */
  readonly wrong: string | undefined;
  readonly onInput: (value: string) => void;
}

/** A field of one line. */
export interface TextField extends Field {
  readonly type?: 'text' | 'email' | 'tel';
  readonly autocomplete?: 'name' | 'email' | 'tel' | 'off';
  readonly inputmode?: 'numeric' | 'decimal';
  readonly maxlength?: number;
}

const valueOf = (event: Event): string => {
  const { target } = event;
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
};

/** For `aria-describedby`: the ids of the parts of a field that are shown, such as its `hint`. */
export const describedBy = (id: string, ...parts: readonly (string | false | undefined)[]) =>
  parts
    .filter(Boolean)
    .map((part) => `${id}-${part}`)
    .join(' ') || nothing;

/** What is wrong with the field of this id, for eyes and for `aria-describedby`. */
export function wrongLine({ errorPrefix }: Messages, id: string, wrong: string | undefined): Part {
  if (wrong === undefined) return nothing;
  return html`<p class="wrong" id="${id}-wrong"><span class="out-of-sight">${errorPrefix} </span>${wrong}</p>`;
}

/** The label of a field that may stay empty. */
export const optionalLabel = (label: string, { optional }: Messages): Part =>
  html`${label} <span class="muted">(${optional})</span>`;

/** Label, hint and error of a field, above it. */
export function fieldHead(words: Messages, { id, label, hint, wrong }: Omit<Field, 'value' | 'onInput'>): Part {
  return html`<label class="label" for=${id}>${label}</label>
    ${hint ? html`<p class="muted small" id="${id}-hint">${hint}</p>` : nothing} ${wrongLine(words, id, wrong)}`;
}

/** A field of one line, with all that belongs to it. */
export function textField(words: Messages, field: TextField): Part {
  const { id, hint, value, wrong, onInput, type = 'text', autocomplete = 'off', inputmode, maxlength = 200 } = field;
  return html`<div class="field">
    ${fieldHead(words, field)}
    <input
      class="input"
      id=${id}
      name=${id}
      part="input"
      type=${type}
      autocomplete=${autocomplete}
      inputmode=${inputmode ?? nothing}
      maxlength=${maxlength}
      spellcheck="false"
      autocapitalize=${autocomplete === 'name' ? 'words' : 'off'}
      aria-describedby=${describedBy(id, hint && 'hint', wrong !== undefined && 'wrong')}
      aria-invalid=${wrong === undefined ? nothing : 'true'}
      .value=${value}
      @input=${(event: Event) => onInput(valueOf(event))}
    />
  </div>`;
}

/** The field for an email address, which offers to mend a slip of the finger. */
export function emailField(words: Messages, field: Omit<Field, 'label' | 'hint'>): Part {
  const suggestion = suggestedAddress(field.value);
  return html`${textField(words, {
    ...field,
    label: words.email,
    hint: words.emailHint,
    autocomplete: 'email',
    type: 'email',
    maxlength: 300,
  })}
  ${
    suggestion === undefined
      ? nothing
      : html`<p class="small">
          <button type="button" class="link" @click=${() => field.onInput(suggestion)}>
            ${words.emailSuggestion(suggestion)}
          </button>
        </p>`
  }`;
}

/** A field for several lines. Tells how many characters are left, once there are few. */
export function textArea(words: Messages, field: Field & { readonly max: number }): Part {
  const { id, hint, value, wrong, onInput, max } = field;
  const isNearlyFull = value.length > max - 200;
  return html`<div class="field">
    ${fieldHead(words, field)}
    <textarea
      class="input"
      id=${id}
      rows="4"
      aria-describedby=${describedBy(id, hint && 'hint', wrong !== undefined && 'wrong', isNearlyFull && 'left')}
      aria-invalid=${wrong === undefined ? nothing : 'true'}
      .value=${value}
      @input=${(event: Event) => onInput(valueOf(event))}
    ></textarea>
    ${
      isNearlyFull
        ? html`<p class="muted small" id="${id}-left">${words.characters(max - value.trim().length)}</p>`
        : nothing
    }
  </div>`;
}

/** A box to tick. */
export interface Box {
  readonly id: string;
  readonly label: string;
  /** True or false; `live()` of it where something else may tick the box. */
  readonly checked: unknown;
  readonly wrong: string | undefined;
  readonly onChange: (checked: boolean) => void;
}

/** A box to tick, with its sentence beside it. */
export function consentBox(words: Messages, { id, label, checked, wrong, onChange }: Box): Part {
  return html`${wrongLine(words, id, wrong)}
    <label class="consent">
      <input
        type="checkbox"
        id=${id}
        .checked=${checked}
        aria-describedby=${describedBy(id, wrong !== undefined && 'wrong')}
        aria-invalid=${wrong === undefined ? nothing : 'true'}
        @change=${(event: Event) => {
          onChange((event.target as HTMLInputElement).checked);
        }}
      />
      <bdi>${label}</bdi>
    </label>`;
}
