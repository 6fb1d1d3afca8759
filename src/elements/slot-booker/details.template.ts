import { html, nothing } from 'lit';
import type { BookingIssue, DetailField } from '../../flows/booking-state.js';
import { MAX_NOTE } from '../../flows/detail-limits.js';
import { safeUrl } from '../../domain/web-address.js';
import type { Messages } from '../../locales/messages.js';
import { backLink, errorNotice, heading, issueOf } from './booker-view.js';
import type { BookerView, Part } from './booker-view.js';
import { holdBar } from './hold-bar.template.js';
import { suggestedAddress } from './suggested-address.js';

/** The page that asks how to reach the visitor. */
export function detailsPage(view: BookerView): Part {
  const { flow, words } = view;
  return page(view, words.yourDetails, words.continue, () => flow.submitDetails(), holdBar(view));
}

/** The page that asks for the same, to be told when a time becomes free. */
export function waitlistPage(view: BookerView): Part {
  const { flow, words } = view;
  return page(
    view,
    words.waitlistTitle,
    words.joinWaitlist,
    () => flow.joinWaitlist(),
    html`<p>${words.waitlistHint}</p>`,
  );
}

function page(view: BookerView, title: string, button: string, submit: () => Promise<void>, intro: Part): Part {
  const { flow, state, words } = view;
  const { clinic, details, submission } = state;
  const sending = submission === 'sending' || submission === 'checking';
  const asksPhone = clinic?.policies?.phone ?? 'optional';
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!sending) void submit();
  };
  const suggestion = suggestedAddress(details.email);
  return html`<form novalidate @submit=${onSubmit} part="page">
    ${backLink(view)} ${heading(title)} ${intro} ${summary(view)} ${errorNotice(view)}
    ${field(view, 'name', words.name, '', { autocomplete: 'name', type: 'text', maxlength: 200 })}
    ${field(view, 'email', words.email, words.emailHint, { autocomplete: 'email', type: 'email', maxlength: 300 })}
    ${
      suggestion === undefined
        ? nothing
        : html`<p class="small">
            <button type="button" class="link" @click=${() => flow.setDetail('email', suggestion)}>
              ${words.emailSuggestion(suggestion)}
            </button>
          </p>`
    }
    ${
      asksPhone === 'none'
        ? nothing
        : field(
            view,
            'phone',
            asksPhone === 'required' ? words.phone : `${words.phone} (${words.optional})`,
            words.phoneHint,
            { autocomplete: 'tel', type: 'tel', maxlength: 60 },
          )
    }
    <div class="field">
      <label class="label" for="note">${words.note} <span class="muted">(${words.optional})</span></label>
      <p class="muted small" id="note-hint">${words.noteHint}</p>
      ${wrong(view, 'note')}
      <textarea
        class="input"
        id="note"
        rows="4"
        aria-describedby="note-hint note-wrong note-left"
        aria-invalid=${issueOf(view, 'note') ? 'true' : nothing}
        .value=${details.note}
        @input=${onInput(view, 'note')}
      ></textarea>
      ${
        details.note.length > MAX_NOTE - 200
          ? html`<p class="muted small" id="note-left">${words.characters(MAX_NOTE - details.note.trim().length)}</p>`
          : nothing
      }
    </div>
    ${state.consents.map(({ purpose, wording }) => {
      const policy = purpose === 'privacy' && safeUrl(clinic?.policies?.privacyUrl ?? '', document.baseURI);
      return html`<div class="field">
        ${wrong(view, purpose)}
        <label class="consent">
          <input
            type="checkbox"
            id=${purpose}
            .checked=${details.consents[purpose] ?? false}
            aria-describedby="${purpose}-wrong"
            aria-invalid=${issueOf(view, purpose) ? 'true' : nothing}
            @change=${(event: Event) => {
              if (event.target instanceof HTMLInputElement) flow.setConsent(purpose, event.target.checked);
            }}
          />
          <span>${wording}</span>
        </label>
        ${
          policy
            ? html`<p class="small">
                <a href=${policy} target="_blank" rel="noopener noreferrer">${words.privacyPolicy} ${words.newTab}</a>
              </p>`
            : nothing
        }
      </div>`;
    })}
    <div class="actions">
      <button class="button" part="button" aria-disabled=${sending}>${sending ? words.sending : button}</button>
    </div>
  </form>`;
}

interface Typing {
  readonly autocomplete: 'name' | 'email' | 'tel';
  readonly type: 'text' | 'email' | 'tel';
  readonly maxlength: number;
}

function field(
  view: BookerView,
  name: Exclude<DetailField, 'note'>,
  label: string,
  hint: string,
  typing: Typing,
): Part {
  const { details } = view.state;
  return html`<div class="field">
    <label class="label" for=${name}>${label}</label>
    ${hint ? html`<p class="muted small" id="${name}-hint">${hint}</p>` : nothing} ${wrong(view, name)}
    <input
      class="input"
      id=${name}
      name=${name}
      part="input"
      type=${typing.type}
      autocomplete=${typing.autocomplete}
      maxlength=${typing.maxlength}
      spellcheck="false"
      autocapitalize=${name === 'name' ? 'words' : 'off'}
      aria-describedby="${name}-hint ${name}-wrong"
      aria-invalid=${issueOf(view, name) ? 'true' : nothing}
      .value=${details[name]}
      @input=${onInput(view, name)}
    />
  </div>`;
}

function onInput({ flow }: BookerView, name: DetailField) {
  return (event: Event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) flow.setDetail(name, target.value);
  };
}

function wrong(view: BookerView, name: BookingIssue['field']): Part {
  const issue = issueOf(view, name);
  if (!issue) return nothing;
  return html`<p class="wrong" id="${name}-wrong">
    <span class="out-of-sight">${view.words.errorPrefix} </span>${issueText(view.words, issue)}
  </p>`;
}

/** All that is to be put right, at the top of the page; it takes the focus and leads to each field. */
function summary(view: BookerView): Part {
  const { issues } = view.state;
  if (issues.length === 0) return nothing;
  const { words } = view;
  const onClick = (event: Event, field: string) => {
    event.preventDefault();
    const root = event.target instanceof Element ? event.target.getRootNode() : undefined;
    if (root instanceof ShadowRoot) root.getElementById(field)?.focus();
  };
  return html`<div
    class="notice bad"
    id="problems"
    tabindex="-1"
    role="group"
    aria-labelledby="problems-title"
    part="problems"
  >
    <h3 id="problems-title">${words.problemTitle}</h3>
    <ul>
      ${issues.map(
        (issue) =>
          html`<li>
            <a href="#${issue.field}" @click=${(event: Event) => onClick(event, issue.field)}
              >${issueText(words, issue)}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}

function issueText(words: Messages, { field, code }: BookingIssue): string {
  switch (field) {
    case 'name':
      return code === 'missing' ? words.nameMissing : words.nameInvalid;
    case 'email':
      return code === 'missing' ? words.emailMissing : words.emailInvalid;
    case 'phone':
      return code === 'missing' ? words.phoneMissing : words.phoneInvalid;
    case 'note':
      return words.noteTooLong;
    case 'slot':
    case 'service':
      return words.timeMissing;
    default:
      return words.consentMissing;
  }
}
