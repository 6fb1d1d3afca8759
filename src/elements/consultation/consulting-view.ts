import { html, nothing } from 'lit';
import type { Answer } from '../../domain/consultation/answer.js';
import { valuesOf } from '../../domain/consultation/questionnaire.js';
import type { Question, QuestionOption } from '../../domain/consultation/question.js';
import type { OptionText } from '../../domain/consultation/question-words.js';
import { isGranted, PHOTOS, type ConsentWordings } from '../../flows/consultation-request.js';
import type { ConsultationFlow } from '../../flows/consultation-flow.js';
import type { ConsultationIssue, ConsultationState } from '../../flows/consultation-state.js';
import type { ConsultationMessages } from '../../locales/consultation/messages.js';
import type { Formats } from '../../locales/formats.js';
import type { Messages } from '../../locales/messages.js';
import { phoneLine } from '../form/page.template.js';
import type { Part } from '../form/part.js';

/** What the templates of a consultation draw from. */
export interface ConsultingView {
  readonly flow: ConsultationFlow;
  readonly state: ConsultationState;
  /** Words that all elements share. */
  readonly common: Messages;
  readonly words: ConsultationMessages;
  readonly formats: Formats;
  readonly consents: ConsentWordings;
  /** The clinic's phone number, if one is known. */
  readonly phone: string | undefined;
  /** A hairline design goes along. */
  readonly hasDesign: boolean;
}

const YES_NO = ['yes', 'no', 'unsure'] as const;

/** The choices of a question, as they are offered with these answers. */
export function optionsOf(view: ConsultingView, { kind, options = [], min = 1, max = 5 }: Question): QuestionOption[] {
  if (kind === 'yes-no') return YES_NO.map((value) => ({ value }));
  if (kind === 'scale') return Array.from({ length: max - min + 1 }, (_, index) => ({ value: String(min + index) }));
  const offered = valuesOf({ id: '', kind, options }, view.state.counting);
  return options.filter(({ value }) => offered?.includes(value));
}

const labelOf = (text: OptionText | undefined): string | undefined => (typeof text === 'object' ? text[0] : text);

/** What a choice is called, and what stands under it. */
export function optionText({ words }: ConsultingView, { id, kind }: Question, option: QuestionOption) {
  const own = words.questions[id]?.options?.[option.value];
  const known = kind === 'yes-no' ? words.yesNo[option.value as 'yes'] : own;
  return {
    label: option.label ?? labelOf(known) ?? option.value,
    hint: option.hint ?? (typeof own === 'object' && option.label === undefined ? own[1] : undefined),
  };
}

/** The question itself. */
export const labelText = ({ words }: ConsultingView, { id, label }: Question): string =>
  label ?? words.questions[id]?.label ?? id;

/** The question as a short name in a list. */
export const shortText = ({ words }: ConsultingView, { id, label }: Question): string =>
  label ?? words.questions[id]?.short ?? id;

export const hintText = ({ words }: ConsultingView, { id, hint, label }: Question): string | undefined =>
  hint ?? (label === undefined ? words.questions[id]?.hint : undefined);

/** An answer in words. */
export function answerText(view: ConsultingView, question: Question): string | undefined {
  const answer: Answer | undefined = view.state.counting[question.id];
  if (answer === undefined) return undefined;
  if (question.kind === 'date') return view.formats.knownDate(String(answer));
  const options = optionsOf(view, question);
  const text = (value: string) => {
    const option = options.find((one) => one.value === value);
    return option && question.kind !== 'scale' ? optionText(view, question, option).label : value;
  };
  return typeof answer === 'object' ? answer.map(text).join('\n') : text(String(answer));
}

/** What is wrong with a field of the page, in words. */
export function issueText({ words, common, state }: ConsultingView, { field, code }: ConsultationIssue): string {
  const { issues } = words;
  if (field === 'name') return code === 'missing' ? common.nameMissing : common.nameInvalid;
  if (field === 'email') return code === 'missing' ? common.emailMissing : common.emailInvalid;
  if (field === 'phone') return code === 'missing' ? common.phoneMissing : common.phoneInvalid;
  const { kind, min = kind === 'scale' ? 1 : 0, max = kind === 'scale' ? 5 : 100 } = state.question;
  if (['too-small', 'too-large', 'invalid'].includes(code) && kind === 'number') return words.between(min, max);
  return issues[code] ?? issues.unknown;
}

/** What is wrong with this field, if anything, in words. */
export function wrongWith(view: ConsultingView, field: ConsultationIssue['field']): string | undefined {
  const issue = view.state.issues.find((one) => one.field === field);
  return issue && issueText(view, issue);
}

/** Why something failed. The words for some codes speak of times that are booked, which nothing here is about. */
export const errorText = ({ errors }: Messages, code = 'unknown'): string =>
  (code === 'unauthorized' || code === 'not-found' ? undefined : errors[code]) ?? errors.unknown;

/** Why the last wish was not granted, if it was not. */
export const errorNotice = (view: ConsultingView): Part =>
  view.state.error
    ? html`<div class="notice bad" role="alert" part="error">
        <p>${errorText(view.common, view.state.error.code)}</p>
      </div>`
    : nothing;

/** Says which answers fell away with the change of another. */
export function droppedNotice(view: ConsultingView): Part {
  const { dropped } = view.state;
  if (dropped.length === 0) return nothing;
  return html`<div class="notice" id="dropped">
    <p>${view.words.dropped}</p>
    <ul class="bullets">
      ${dropped.map((one) => html`<li>${shortText(view, one)}</li>`)}
    </ul>
  </div>`;
}

/** Says that photos were chosen and will not be sent, and why. */
export const heldNotice = ({ state, words }: ConsultingView): Part =>
  state.photos.some(({ image }) => image) && !isGranted(state, PHOTOS)
    ? html`<div class="notice" role="status"><p>${words.photosHeld}</p></div>`
    : nothing;

/** The clinic's number, to be called with one touch. */
export const phoneLink = ({ common, phone }: ConsultingView): Part => (phone ? phoneLine(common, phone) : nothing);
