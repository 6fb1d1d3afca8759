import { designAdvice } from '../design/design-advice.js';
import { designSummary } from '../design/design-summary.js';
import type { Shade } from '../design/pigment.js';
import { cutAtLines, MAX_NOTE } from '../note.js';
import type { Answer, Answers } from './answer.js';
import { holds } from './condition.js';
import type { ConsultationDraft } from './consultation.js';
import { defaultQuestionnaire } from './default-questionnaire.js';
import { hairLossOf, type HairLoss } from './hair-loss.js';
import { plainLine, wrapped } from './plain-lines.js';
import type { Question } from './question.js';
import type { QuestionWords } from './question-words.js';
import { answerTo, type Questionnaire } from './questionnaire.js';
import { defaultScreeningRules } from './screening-rules.js';
import type { ScreeningEffectKind, ScreeningRule } from './screening.js';
import { summaryLabels, type SummaryLabels } from './summary-labels.js';

/** The consultation that is summed up. */
export type SummedUp = Pick<ConsultationDraft, 'questionnaire' | 'outcome' | 'contact' | 'consents' | 'design'> & {
  readonly answers: Answers;
};

/** In which words, and by which questions. */
export interface SummaryOptions {
  /** Words of the built-in questions and flags. */
  readonly words: Pick<QuestionWords, 'questions' | 'findings' | 'yesNo'>;
  /** The questionnaire that was answered. Default: the built-in one. */
  readonly questionnaire?: Questionnaire | undefined;
  /** The screening table that was used, for the clinic's own titles. Default: the built-in one. */
  readonly rules?: readonly ScreeningRule[] | undefined;
  /** The clinic's pigments, for their names in a design. Default: the built-in ones. */
  readonly palette?: readonly Shade[] | undefined;
  /** Default: English. */
  readonly labels?: SummaryLabels | undefined;
}

/** One line of a summary. */
export interface SummaryRow {
  /** The question, consent or field it comes from. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** A flag, in words. */
export interface SummaryFlag extends SummaryRow {
  readonly effects: readonly ScreeningEffectKind[];
  /** First date for a treatment. */
  readonly until?: string;
}

/** A consultation on one page, for whoever treats its visitor. All texts are plain, on one line each. */
export interface ConsultationSummary {
  /** Most serious first. */
  readonly flags: readonly SummaryFlag[];
  /** What can be booked, and from when. */
  readonly booking: SummaryRow;
  /** What the visitor took for the own pattern, and what to plan by. */
  readonly hairLoss: readonly SummaryRow[];
  readonly pattern?: HairLoss;
  readonly wishes: readonly SummaryRow[];
  /** The hairline that the visitor would like. Empty: none was drawn. */
  readonly design: readonly SummaryRow[];
  /** One row that says so, where the visitor did not consent to health questions. */
  readonly health: readonly SummaryRow[];
  readonly history: readonly SummaryRow[];
  readonly consents: readonly SummaryRow[];
  readonly contact: readonly SummaryRow[];
  /** All of it as plain text of at most 80 columns, flags first, fit for a mail. */
  readonly text: string;
}

const PATTERNS = ['presentation', 'hairLossPatternMale', 'hairLossPatternFemale', 'hairLossPatternOther'];
const HISTORY = [
  'progression',
  'hairLossDuration',
  'familyHistory',
  'scalpSymptoms',
  'previousTreatments',
  'transplantDate',
  'laserRemovalDate',
  'treatmentDates',
  'scars',
  'scarDate',
  'scarPale',
];

/** Sums up a consultation for a practitioner. */
export function consultationSummary(consultation: SummedUp, options: SummaryOptions): ConsultationSummary {
  const { labels = summaryLabels } = options;
  const { answers, consents, contact } = consultation;
  const consented = consents.some(({ purpose, granted }) => purpose === 'health-data' && granted);
  const rows = answerRows(consultation, options).filter(({ question }) => consented || !question.health);
  const rowsOf = (wanted: (question: Pick<Question, 'id' | 'health'>) => boolean) =>
    rows.filter(({ question }) => wanted(question)).map(({ row }) => row);

  const pattern = consented ? hairLossOf(answers) : undefined;
  const inPerson = { id: 'in-person', label: labels.health, value: labels.inPerson };
  const hairLoss = rowsOf(({ id }) => PATTERNS.includes(id));
  if (pattern) {
    const band = `${pattern.pattern}, ${labels.bands[pattern.band] ?? pattern.band} (${labels.selfReported})`;
    hairLoss.push({ id: 'band', label: labels.band, value: band });
  }
  const row = (id: string, label: string, value = ''): SummaryRow => ({ id, label, value: plainLine(value) });
  const summary: Omit<ConsultationSummary, 'text'> = {
    flags: flagRows(consultation, options),
    booking: bookingRow(consultation, labels),
    hairLoss,
    ...(pattern && { pattern }),
    wishes: rowsOf(({ id, health }) => !health && !PATTERNS.includes(id) && !HISTORY.includes(id)),
    design: designRows(consultation, options),
    health: consented
      ? rowsOf(({ id, health }) => health === true && !PATTERNS.includes(id) && !HISTORY.includes(id))
      : [inPerson],
    history: rowsOf(({ id }) => HISTORY.includes(id)),
    consents: consents.map(({ purpose, granted, version, at }) =>
      row(purpose, labels.purposes[purpose] ?? purpose, `${granted ? labels.yes : labels.no} (${version}, ${at})`),
    ),
    contact: [
      row('name', labels.name, contact.name),
      row('email', labels.email, contact.email),
      row('phone', labels.phone, contact.phone),
    ].filter(({ value }) => value !== ''),
  };
  return { ...summary, text: textOf(consultation, summary, labels) };
}

/** An answer of this length makes room for shorter ones, in UTF-16 units. */
const LONG = 200;

/**
 * The gist of a consultation for a note of at most `max` UTF-16 units, which hold at least a line: flags first, then hair
 * loss and answers, one a line, long ones last, without contact and consents. What does not fit is left out by whole
 * lines, and the last line says so.
 */
export function shortSummary(consultation: SummedUp, options: SummaryOptions, max = MAX_NOTE): string {
  const { labels = summaryLabels } = options;
  const { flags, booking, hairLoss, wishes, design, health, history } = consultationSummary(consultation, options);
  const rows = [booking, ...hairLoss, ...health, ...history, ...wishes, ...design];
  const isLong = ({ value }: SummaryRow) => value.length > LONG;
  const lines = [
    ...(flags.length > 0 ? [`${labels.flags}:`] : [`${labels.flags}: ${labels.noFlags}`]),
    ...flags.map(({ label, value }) => `- ${label} (${value})`),
    ...[...rows.filter((row) => !isLong(row)), ...rows.filter(isLong)].map(({ label, value }) => `${label}: ${value}`),
  ];
  return cutAtLines(lines.join('\n'), max, labels.more);
}

function flagRows({ answers, outcome }: SummedUp, options: SummaryOptions): SummaryFlag[] {
  const { words, rules = defaultScreeningRules, labels = summaryLabels } = options;
  return outcome.findings.map(({ flag, effects, until }) => {
    const own = rules.find((rule) => rule.flag === flag && holds(rule.when, answers))?.title;
    const known = Object.hasOwn(words.findings, flag) ? words.findings[flag]?.[0] : undefined;
    const value = effects.map((kind) =>
      kind === 'defer' && until !== undefined ? `${labels.from} ${until}` : labels.effects[kind],
    );
    return {
      id: flag,
      label: plainLine(own ?? known ?? flag),
      value: value.join(', '),
      effects,
      ...(until !== undefined && { until }),
    };
  });
}

function bookingRow({ outcome }: SummedUp, labels: SummaryLabels): SummaryRow {
  const { treatment, earliestTreatment, patchTestHours } = outcome;
  const value = [
    labels.treatment[treatment],
    ...(earliestTreatment === undefined ? [] : [`${labels.earliest} ${earliestTreatment}`]),
    ...(patchTestHours === undefined ? [] : [`${patchTestHours} ${labels.patchTest}`]),
  ];
  return { id: 'booking', label: labels.booking, value: value.join(', ') };
}

function designRows({ design }: SummedUp, { palette, labels = summaryLabels }: SummaryOptions): SummaryRow[] {
  if (!design) return [];
  const advice = designAdvice(design).map(({ code }) => labels.designAdvice[code] ?? code);
  return [
    { id: 'design', label: labels.hairline, value: designSummary(design, palette) },
    ...(advice.length > 0 ? [{ id: 'design-advice', label: labels.toTalkAbout, value: advice.join('; ') }] : []),
  ];
}

type AnswerRow = { readonly question: Pick<Question, 'id' | 'health'>; readonly row: SummaryRow };

/** Answers in the order of their questions. Of one to an unknown question nobody knows whether it is about health. */
function answerRows({ answers }: SummedUp, options: SummaryOptions): AnswerRow[] {
  const { words, questionnaire = defaultQuestionnaire } = options;
  const known = questionnaire.questions.filter(({ kind }) => kind !== 'consent');
  const unknown = Object.keys(answers).filter((id) => !questionnaire.questions.some((one) => one.id === id));
  return [...known, ...unknown.map((id): Question => ({ id, kind: 'text', health: true }))].flatMap((question) => {
    const { id, label } = question;
    const answer = answerTo(answers, id);
    if (answer === undefined) return [];
    const text = Object.hasOwn(words.questions, id) ? words.questions[id] : undefined;
    const row = { id, label: plainLine(label ?? text?.short ?? id), value: valueText(question, answer, words) };
    return [{ question, row }];
  });
}

function valueText(question: Question, answer: Answer, words: SummaryOptions['words']): string {
  const { id, kind, options = [] } = question;
  const text = Object.hasOwn(words.questions, id) ? words.questions[id]?.options : undefined;
  const name = (value: string): string => {
    if (kind === 'yes-no') return words.yesNo[value as 'yes'] ?? value;
    const known = text && Object.hasOwn(text, value) ? text[value] : undefined;
    return options.find((one) => one.value === value)?.label ?? (typeof known === 'object' ? known[0] : known) ?? value;
  };
  return plainLine((typeof answer === 'object' ? answer : [String(answer)]).map(name).join(', '));
}

function textOf(
  { questionnaire }: SummedUp,
  summary: Omit<ConsultationSummary, 'text'>,
  labels: SummaryLabels,
): string {
  const { flags, booking, hairLoss, health, history, wishes, design, contact, consents } = summary;
  const section = (title: string, rows: readonly SummaryRow[]) =>
    rows.length === 0
      ? []
      : ['', title.toUpperCase(), ...rows.map(({ label, value }) => wrapped(`  ${label}: ${value}`))];
  return [
    wrapped(plainLine(`${labels.title} (${questionnaire.id}, ${questionnaire.version})`)),
    ...(flags.length > 0 ? section(labels.flags, flags) : ['', labels.flags.toUpperCase(), `  ${labels.noFlags}`]),
    wrapped(`  ${booking.label}: ${booking.value}`),
    ...section(labels.hairLoss, hairLoss),
    ...section(labels.health, health),
    ...section(labels.history, history),
    ...section(labels.wishes, wishes),
    ...section(labels.design, design),
    ...section(labels.contact, contact),
    ...section(labels.consents, consents),
    '',
  ].join('\n');
}
