import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Question } from '../../domain/consultation/question.js';
import { safeUrl } from '../../domain/web-address.js';
import { isGranted } from '../../flows/consultation-request.js';
import { answerRow } from '../form/answer-row.template.js';
import { consentBox } from '../form/field.template.js';
import { backButton, heading } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { problems } from '../form/problems.template.js';
import {
  answerText,
  droppedNotice,
  errorNotice,
  heldNotice,
  issueText,
  phoneLink,
  shortText,
  wrongWith,
  type ConsultingView,
} from './consulting-view.js';

/** The page on which everything is read once more and sent. */
export function checkPage(view: ConsultingView): Part {
  const { flow, state, words, common, consents } = view;
  const { submission, asked, error, privacy, clinic } = state;
  const sending = submission === 'sending' || submission === 'checking';
  const unresolved = submission === 'unresolved';
  const policy = safeUrl(clinic?.policies?.privacyUrl ?? '', document.baseURI);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void flow.submit();
  };
  const row = (question: Question, label: string, value: string | undefined) =>
    answerRow(common, label, value, unresolved ? undefined : () => flow.change(question.id));
  return html`<form novalidate @submit=${onSubmit} part="page">
    ${flow.hasPrevious ? backButton(common.back, () => flow.back()) : nothing} ${heading(common.checkTitle)}
    ${droppedNotice(view)}
    ${problems(
      common,
      state.issues.map((issue) => ({ id: issue.field, text: issueText(view, issue) })),
    )}
    <dl class="rows" part="answers">
      ${asked
        .filter(({ kind }) => kind !== 'consent')
        .map((question) => {
          const { kind } = question;
          if (kind !== 'contact') return row(question, shortText(view, question), valueOf(view, question));
          const { name, email, phone } = state.contact;
          const phoneAsked = flow.phone !== 'none';
          return html`${row(question, common.name, name.trim())} ${row(question, common.email, email.trim())}
          ${phoneAsked ? row(question, common.phone, phone.trim()) : nothing}`;
        })}
      ${view.hasDesign ? answerRow(common, common.design, common.designGoes) : nothing}
    </dl>
    <h3>${words.consentsTitle}</h3>
    <dl class="rows" part="answers">
      ${asked
        .filter(({ kind }) => kind === 'consent')
        .flatMap((question) =>
          (question.purposes ?? []).map((purpose) =>
            row(question, consents[purpose].wording, isGranted(state, purpose) ? words.agreed : words.notAgreed),
          ),
        )}
    </dl>
    ${heldNotice(view)}
    <p class="muted small">${words.withdrawHint}</p>
    <div class="field">
      ${consentBox(common, {
        id: 'privacy',
        label: consents.privacy.wording,
        checked: live(privacy),
        wrong: wrongWith(view, 'privacy'),
        onChange: (granted) => flow.setPrivacy(granted),
      })}
      ${
        policy
          ? html`<p class="small">
              <a href=${policy} target="_blank" rel="noopener noreferrer">${common.privacyPolicy} ${common.newTab}</a>
            </p>`
          : nothing
      }
    </div>
    ${error && !unresolved ? html`${errorNotice(view)} ${phoneLink(view)}` : nothing}
    ${submission === 'checking' ? html`<p class="notice" role="status">${words.checking}</p>` : nothing}
    ${
      unresolved
        ? html`<div class="notice" role="alert" part="unresolved">
            <h3>${common.unresolvedTitle}</h3>
            <p>${words.unresolvedHint}</p>
            ${phoneLink(view)}
          </div>`
        : nothing
    }
    <slot name="legal"></slot>
    <div class="actions">
      <button class="button" part="button" aria-disabled=${sending}>
        ${sending ? words.submitting : unresolved ? common.checkAgain : words.submit}
      </button>
    </div>
  </form>`;
}

function valueOf(view: ConsultingView, question: Question): string | undefined {
  if (question.kind !== 'photos') return answerText(view, question);
  const usable = view.state.photos.filter(({ image }) => image).length;
  return usable > 0 ? view.words.photoCount(usable) : undefined;
}
