import { html, nothing } from 'lit';
import type { ConsentPurpose } from '../../domain/consultation/consent.js';
import { asksTexts } from '../../flows/asks-texts.js';
import type { BookingIssue, BookingState, DetailField } from '../../flows/booking-state.js';
import { MAX_NOTE } from '../../domain/note.js';
import { safeUrl } from '../../domain/web-address.js';
import type { Messages } from '../../locales/messages.js';
import { consentBox, emailField, optionalLabel, textArea, textField } from '../form/field.template.js';
import { problems } from '../form/problems.template.js';
import { backLink, errorNotice, heading, issueOf } from './booker-view.js';
import type { BookerView, Part, Turning } from './booker-view.js';
import { holdBar } from './hold-bar.template.js';

/** The page that asks how to reach the visitor. */
export function detailsPage(view: BookerView): Part {
  const { flow, words } = view;
  const intro = html`${backLink(view)} ${heading(words.yourDetails)} ${holdBar(view)}`;
  return detailsForm(view, words.continue, () => flow.submitDetails(), intro, errorNotice(view));
}

/** The page that asks for the same, to be told when a time becomes free. */
export function waitlistPage(view: WaitlistView): Part {
  const { flow, words } = view;
  const intro = html`${backLink(view)} ${heading(words.waitlistTitle)}
    <p>${words.waitlistHint}</p>`;
  return detailsForm(view, words.joinWaitlist, () => flow.joinWaitlist(), intro, errorNotice(view));
}

/** What the pages of the waitlist draw from, in a booking and in that of a course. */
export interface WaitlistView extends DetailsView, Pick<BookerView, 'phone'> {
  readonly flow: DetailsView['flow'] & Turning & { joinWaitlist(): Promise<void>; restart(): void };
  readonly state: DetailsView['state'] & Pick<BookingState, 'error'> & { readonly step: string };
}

/** What the fields of the details draw from, whatever they are asked for. */
export interface DetailsView {
  readonly flow: {
    setDetail(field: DetailField, value: string): void;
    setConsent(purpose: ConsentPurpose, granted: boolean): void;
  };
  readonly state: Pick<BookingState, 'clinic' | 'consents' | 'details' | 'issues' | 'submission'>;
  readonly words: Messages;
}

/** The fields, with what goes before them, and the button that sends them on. */
export function detailsForm(
  view: DetailsView,
  button: string,
  submit: () => Promise<void>,
  intro: Part,
  error: Part,
): Part {
  const { flow, state, words } = view;
  const { clinic, details, submission } = state;
  const sending = submission === 'sending' || submission === 'checking';
  const asksPhone = clinic?.policies?.phone ?? 'optional';
  const texts = asksTexts(details, state.consents);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!sending) void submit();
  };
  return html`<form novalidate @submit=${onSubmit} part="page">
    ${intro}
    ${problems(
      words,
      state.issues.map((issue) => ({ id: issue.field, text: issueText(words, issue) })),
    )}
    ${error} ${textField(words, { ...typed(view, 'name'), label: words.name, autocomplete: 'name' })}
    ${emailField(words, typed(view, 'email'))}
    ${
      asksPhone === 'none'
        ? nothing
        : textField(words, {
            ...typed(view, 'phone'),
            label: asksPhone === 'required' || texts ? words.phone : optionalLabel(words.phone, words),
            hint: texts ? undefined : words.phoneHint,
            autocomplete: 'tel',
            type: 'tel',
            maxlength: 60,
          })
    }
    ${textArea(words, {
      ...typed(view, 'note'),
      label: optionalLabel(words.note, words),
      hint: words.noteHint,
      max: MAX_NOTE,
    })}
    ${state.consents.map(({ purpose, wording, at }) => {
      if (at) return nothing;
      const policy = purpose === 'privacy' && safeUrl(clinic?.policies?.privacyUrl ?? '', document.baseURI);
      return html`<div class="field">
        ${consentBox(words, {
          id: purpose,
          label: wording,
          checked: details.consents[purpose] ?? false,
          wrong: wrong(view, purpose),
          onChange: (granted) => flow.setConsent(purpose, granted),
        })}
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

/** What stands in a field of the details, and what is wrong with it. */
const typed = (view: DetailsView, id: DetailField) => ({
  id,
  value: view.state.details[id],
  wrong: wrong(view, id),
  onInput: (value: string) => view.flow.setDetail(id, value),
});

function wrong(view: DetailsView, field: BookingIssue['field']): string | undefined {
  const issue = issueOf(view, field);
  return issue && issueText(view.words, issue);
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
