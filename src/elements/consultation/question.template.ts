import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Question, QuestionOption } from '../../domain/consultation/question.js';
import { PHOTOS } from '../../flows/consultation-request.js';
import {
  consentBox,
  describedBy,
  emailField,
  fieldHead,
  optionalLabel,
  textArea,
  textField,
  wrongLine,
} from '../form/field.template.js';
import { backButton } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { problems } from '../form/problems.template.js';
import {
  droppedNotice,
  errorNotice,
  heldNotice,
  hintText,
  issueText,
  labelText,
  optionsOf,
  optionText,
  phoneLink,
  wrongWith,
  type ConsultingView,
} from './consulting-view.js';
import { drawing } from './drawings/drawing.js';
import { anglesOf, photoList } from './photos.template.js';

/** The page of one question. */
export function questionPage(view: ConsultingView): TemplateResult {
  const { flow, state, words, common } = view;
  const { question, restored } = state;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void flow.next();
  };
  return html`<form novalidate @submit=${onSubmit} part="page">
    ${flow.hasPrevious ? backButton(common.back, () => flow.back()) : nothing}
    ${restored ? html`<p class="notice">${words.restored}</p>` : nothing} ${droppedNotice(view)}
    ${problems(
      common,
      state.issues.map((issue) => ({ id: targetOf(view, issue.field), text: issueText(view, issue) })),
    )}
    <p class="muted small" part="progress">${words.position(flow.position, flow.length)}</p>
    ${body(view, question)} ${errorNotice(view)}
    <div class="actions"><button class="button" part="button">${common.continue}</button></div>
    ${phoneLink(view)}
  </form>`;
}

/** The field that a line of the summary leads to: of choices the first. */
function targetOf(view: ConsultingView, field: string): string {
  const { question } = view.state;
  if (field !== question.id) return field;
  if (question.kind === 'photos') {
    const [angle] = anglesOf(view, question);
    return `photo-${view.state.photos.find(({ status }) => status === 'preparing')?.angle ?? angle}`;
  }
  const [first] = optionsOf(view, question);
  if (question.kind === 'date') return `${field}.day`;
  return first ? `${field}.${first.value}` : field;
}

function title(view: ConsultingView, question: Question): TemplateResult {
  const { words, common } = view;
  // Of consents nothing is expected, so none is called optional.
  const optional = !question.required && !['consent', 'photos', 'contact'].includes(question.kind);
  return html`<h2 tabindex="-1" part="heading">
    ${labelText(view, question)}${optional ? html` <small class="muted">(${common.optional})</small>` : nothing}
    ${question.kind === 'multi' ? html`<span class="out-of-sight">${words.several}</span>` : nothing}
  </h2>`;
}

function body(view: ConsultingView, question: Question): Part {
  const { id, kind } = question;
  switch (kind) {
    case 'text':
    case 'number':
      return html`${title(view, question)} ${lineOf(view, question)}`;
    case 'long-text':
      return html`${title(view, question)}
      ${textArea(view.common, { ...typed(view, question), max: question.maxLength ?? 1000 })}`;
    case 'contact':
      return html`${title(view, question)} ${hint(view, question)} ${contactFields(view)}`;
    case 'photos':
      return html`${title(view, question)} ${hint(view, question)} ${wrongLine(view.common, id, wrongWith(view, id))}
      ${photoList(view, question)}`;
    default: {
      const said = hint(view, question);
      const wrong = wrongWith(view, id);
      const ends = kind === 'scale' ? ['low', 'high'] : [];
      return html`<fieldset
        class=${kind === 'picture' ? 'pictures' : kind === 'scale' ? 'scale' : 'choices'}
        aria-describedby=${describedBy(id, said !== nothing && 'hint', wrong !== undefined && 'wrong', ...ends)}
      >
        <legend>${title(view, question)}</legend>
        ${said} ${wrongLine(view.common, id, wrong)} ${fieldsOf(view, question)}
      </fieldset>`;
    }
  }
}

function fieldsOf(view: ConsultingView, question: Question): Part {
  if (question.kind === 'date') return dateFields(view, question);
  if (question.kind === 'consent') return consentFields(view, question);
  const options = optionsOf(view, question);
  const [low, high] = question.ends ?? view.words.questions[question.id]?.ends ?? [];
  return html`<div class="cards">
    ${question.kind === 'scale' ? html`<span class="small" id="${question.id}-low">${low}</span>` : nothing}
    ${options.map((option) => choice(view, question, option))}
    ${question.kind === 'scale' ? html`<span class="small" id="${question.id}-high">${high}</span>` : nothing}
  </div>`;
}

function hint(view: ConsultingView, question: Question): Part {
  const text = hintText(view, question);
  const several = question.kind === 'multi' ? view.words.several : undefined;
  if (!text && !several) return nothing;
  return html`<p class="muted" id="${question.id}-hint">${text} ${several}</p>`;
}

function choice(view: ConsultingView, question: Question, option: QuestionOption): TemplateResult {
  const { flow, state } = view;
  const { id, kind } = question;
  const { value } = option;
  const { label, hint: more } = optionText(view, question, option);
  const answer = state.answers[id];
  const several = kind === 'multi';
  const checked = typeof answer === 'object' ? answer.includes(value) : String(answer) === value;
  const onChange = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    if (several) flow.toggle(question, value, event.target.checked);
    else flow.answer(id, kind === 'scale' ? Number(value) : value);
  };
  // Ticked before it is named: an input of another question that is drawn over would untick others of the new name.
  return html`<label part="option" class=${option.exclusive ? 'alone' : ''}>
    <input
      type=${several ? 'checkbox' : 'radio'}
      id="${id}.${value}"
      .checked=${live(checked)}
      name=${id}
      aria-invalid=${wrongWith(view, id) === undefined ? nothing : 'true'}
      @change=${onChange}
    />
    ${kind === 'picture' ? html`<span part="picture" class="picture">${drawing(option.picture ?? value)}</span>` : nothing}
    <b>${label}</b> ${more ? html`<span class="muted small">${more}</span>` : nothing}
  </label>`;
}

const typed = (view: ConsultingView, question: Question) => {
  const { flow } = view;
  const { id, kind } = question;
  return {
    id,
    // The heading says it to the eye.
    label: html`<span class="out-of-sight">${labelText(view, question)}</span>`,
    hint: hintText(view, question),
    value: flow.typed(id),
    wrong: wrongWith(view, id),
    onInput: (value: string) => (kind === 'number' ? flow.type(id, value) : flow.answer(id, value || undefined)),
  };
};

function lineOf(view: ConsultingView, question: Question): Part {
  const field = typed(view, question);
  return textField(
    view.common,
    question.kind === 'number'
      ? { ...field, inputmode: 'decimal', maxlength: 12 }
      : { ...field, maxlength: (question.maxLength ?? 200) + 50 },
  );
}

function dateFields(view: ConsultingView, { id }: Question): Part {
  const { flow, words } = view;
  const wrong = wrongWith(view, id);
  return html`<p class="muted small" id="${id}-example">${words.dateHint}</p>
    <div class="date">
      ${(['day', 'month', 'year'] as const).map((part) => {
        const field = `${id}.${part}`;
        return html`<div class="field">
          ${fieldHead(view.common, { id: field, label: words[part], wrong: undefined })}
          <input
            class="input"
            part="input"
            id=${field}
            size=${part === 'year' ? 4 : part === 'month' ? 8 : 2}
            maxlength="20"
            inputmode=${part === 'month' ? nothing : 'numeric'}
            autocomplete="off"
            aria-describedby=${describedBy(id, 'example', wrong !== undefined && 'wrong')}
            aria-invalid=${wrong === undefined ? nothing : 'true'}
            .value=${flow.typed(field)}
            @input=${(event: Event) => {
              if (event.target instanceof HTMLInputElement) flow.type(field, event.target.value);
            }}
          />
        </div>`;
      })}
    </div>`;
}

function consentFields(view: ConsultingView, question: Question): Part {
  const { flow, state, words, common, consents } = view;
  const { id, purposes = [] } = question;
  const ticked = state.answers[id];
  return html`${purposes.map((purpose) =>
    consentBox(common, {
      id: `${id}.${purpose}`,
      label: consents[purpose].wording,
      checked: typeof ticked === 'object' && ticked.includes(purpose),
      wrong: undefined,
      onChange: (granted) => flow.toggle(question, purpose, granted),
    }),
  )}
  ${purposes.includes('health-data') ? html`<p class="muted">${words.skipHealth}</p>` : nothing}
  ${purposes.includes(PHOTOS) ? heldNotice(view) : nothing}`;
}

function contactFields(view: ConsultingView): Part {
  const { flow, state, words, common } = view;
  const { phone } = flow;
  const field = (id: 'name' | 'email' | 'phone') => ({
    id,
    value: state.contact[id],
    wrong: wrongWith(view, id),
    onInput: (value: string) => flow.setContact(id, value),
  });
  return html`${textField(common, { ...field('name'), label: common.name, autocomplete: 'name' })}
  ${emailField({ ...common, emailHint: words.emailHint }, field('email'))}
  ${
    phone === 'none'
      ? nothing
      : textField(common, {
          ...field('phone'),
          label: phone === 'required' ? common.phone : optionalLabel(common.phone, common),
          hint: words.phoneHint,
          autocomplete: 'tel',
          type: 'tel',
          maxlength: 60,
        })
  }`;
}
