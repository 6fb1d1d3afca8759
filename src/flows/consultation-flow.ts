import type { Attribution } from '../domain/attribution.js';
import type { Clinic } from '../domain/clinic.js';
import type { Answer, Answers } from '../domain/consultation/answer.js';
import { answerIssue } from '../domain/consultation/answer-check.js';
import type { QuestionId } from '../domain/consultation/code.js';
import type { ConsentPurpose } from '../domain/consultation/consent.js';
import type { ConsultationProof } from '../domain/consultation/consultation-proof.js';
import type { ConsultationMemory } from '../domain/consultation/consultation-memory.js';
import type { BookingProof, Consultation, ConsultationDraft } from '../domain/consultation/consultation.js';
import type { PhotoAngle } from '../domain/consultation/photo.js';
import type { Question } from '../domain/consultation/question.js';
import { answerTo, walk, type Questionnaire } from '../domain/consultation/questionnaire.js';
import { screen } from '../domain/consultation/screen.js';
import type { ScreeningOutcome, ScreeningRule } from '../domain/consultation/screening.js';
import type { Contact } from '../domain/contact.js';
import type { HairlineDesign } from '../domain/design/hairline-design.js';
import { SmpError } from '../domain/errors.js';
import type { PlainDate } from '../domain/time/instant.js';
import { newOperationId, OperationLog } from '../scheduling/operation.js';
import type { Scheduler } from '../scheduling/scheduler.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type * as Checks from './consultation-checks.js';
import { ConsultationPhotos } from './consultation-photos.js';
import type { PreparePhoto } from './consultation-photos.js';
import { answersTo, consultationRequest, isGranted, isStorable } from './consultation-request.js';
import type { ConsentWordings } from './consultation-request.js';
import type { ConsultationIssue, ConsultationState, ConsultationStep, ContactField } from './consultation-state.js';
import { isDesignRefused } from './draft-refusal.js';
import type { Draft } from './draft.js';
import { dateFields, knownDate } from './known-date.js';

/** What is asked and what it means: the defaults, or the clinic's own. */
export interface ConsultationPlan {
  readonly questionnaire: Questionnaire;
  readonly rules: readonly ScreeningRule[];
  /** A patch test comes this many hours before a treatment. */
  readonly patchTestHours: number;
}

/** What a {@link ConsultationFlow} is given. */
export interface ConsultationFlowOptions {
  /** The device's calendar: milliseconds since 1970. */
  readonly now: () => number;
  /** Today, where the visitor is. */
  readonly today: () => PlainDate;
  /** Names of the months in the visitor's language, January first. */
  readonly months: () => readonly string[];
  readonly consents: (clinic: string) => ConsentWordings;
  readonly prepare: PreparePhoto;
  readonly draft?: Draft<ConsultationMemory> | undefined;
  readonly attribution?: (() => Attribution) | undefined;
  readonly locale?: (() => string) | undefined;
}

/** What a flow tells beside its state. */
export type ConsultationNews =
  /** Another page is shown. */
  | { readonly kind: 'page' }
  | { readonly kind: 'issues' }
  /** The answers are complete, or have changed since they were. Without an outcome: what was told before holds no more. */
  | { readonly kind: 'screened'; readonly outcome?: ScreeningOutcome }
  /** Sent; without `consultation` it goes along with the booking. */
  | { readonly kind: 'submitted'; readonly consultation?: Consultation }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'refused'; readonly error: SmpError };

const CONTACT_FIELDS: readonly ContactField[] = ['name', 'email', 'phone'];
const NO_CONTACT = { name: '', email: '', phone: '' };
const NO_PLAN: Questionnaire = { id: 'none', version: '0', questions: [{ id: 'none', kind: 'text' }] };

type Passing = 'outcome' | 'consultation' | 'error';

/**
 * A consultation from its first question to its confirmation, without a DOM.
 *
 * Answers given once stay, whatever is changed before them; what is sent is the answers to the questions that are asked
 * at that moment. Health answers, free text and photos never leave memory except to the clinic.
 */
export class ConsultationFlow {
  #state: ConsultationState;
  #plan: ConsultationPlan = { questionnaire: NO_PLAN, rules: [], patchTestHours: 48 };
  #scheduler: Scheduler | undefined;
  #booking: BookingProof | undefined;
  /** As it stands in the enquiry, and as it was sent last. */
  #design: HairlineDesign | undefined;
  #sentDesign: HairlineDesign | undefined;
  /** Questions that were asked and answered when the page was turned to. */
  #answered: readonly Question[] = [];
  /** What stood there when a change was begun on the check page. */
  #unchanged: Pick<ConsultationState, 'answers' | 'typed' | 'contact'> = {
    answers: {},
    typed: {},
    contact: NO_CONTACT,
  };
  /** Questions whose page was left with Continue. */
  #passed = new Set<QuestionId>();
  readonly #options: ConsultationFlowOptions;
  readonly #photos: ConsultationPhotos;
  /** Without storage: health answers must not leave so much as a digest there. */
  readonly #operations: OperationLog;
  readonly #subscribers = new Set<() => void>();
  readonly #listeners = new Set<(news: ConsultationNews) => void>();

  constructor(options: ConsultationFlowOptions) {
    this.#options = options;
    this.#operations = new OperationLog({ clinic: '', now: options.now });
    this.#photos = new ConsultationPhotos({
      prepare: options.prepare,
      changed: () => this.#set({ photos: this.#photos.list }),
    });
    this.#state = blank(NO_PLAN);
  }

  get state(): ConsultationState {
    return this.#state;
  }

  /** Place of the page among the pages that will be asked, from 1. */
  get position(): number {
    const { asked, question } = this.#state;
    return asked.findIndex(({ id }) => id === question.id) + 1;
  }

  /** Has something been said that would be lost with the page? */
  get unsent(): boolean {
    const { step, answers, photos } = this.#state;
    if (step === 'withdrawn') return false;
    if (step === 'sent') return photos.some(({ status }) => status === 'sending' || status === 'waiting');
    return Object.keys(answers).length > 0 || photos.length > 0;
  }

  /** Does the backend take consultations, or do the answers go along with a booking? */
  get takesConsultations(): boolean {
    return this.#scheduler?.capabilities(this.#state.clinic).consultations === true;
  }

  /** The row of the screening table that raises a flag, for the clinic's own words. */
  ruleOf(flag: string): ScreeningRule | undefined {
    return this.#plan.rules.find((rule) => rule.flag === flag);
  }

  /** Is there a page before this one? */
  get hasPrevious(): boolean {
    const { step, returning, submission } = this.#state;
    if (submission === 'unresolved' || this.#busy) return false;
    return step === 'check' || step === 'outcome' || (step === 'question' && (returning || this.position > 1));
  }

  /** Calls back after each change; returns what ends it. */
  subscribe(subscriber: () => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** Calls back with what happened, for events; returns what ends it. */
  listen(listener: (news: ConsultationNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Fills in what was said elsewhere, where nothing stands yet. */
  preset(said: {
    readonly contact?: Partial<Contact> | undefined;
    readonly booking?: BookingProof | undefined;
    readonly design?: HairlineDesign | undefined;
  }): void {
    this.#booking = said.booking;
    this.#design = said.design;
    this.#set({ contact: filledIn(this.#state.contact, said.contact) });
  }

  /** Gives all that is needed to begin. A clinic that is given again changes nothing. */
  open(scheduler: Scheduler, clinic: Clinic, plan: ConsultationPlan): void {
    this.#scheduler = scheduler;
    if (this.#state.status === 'ready') return this.#set({ clinic });
    const { consultations, photos } = scheduler.capabilities(clinic);
    this.#plan = photos && consultations ? plan : { ...plan, questionnaire: withoutPhotos(plan.questionnaire) };
    const { contact } = this.#state;
    this.#state = { ...blank(this.#plan.questionnaire), contact, clinic, status: 'ready' };
    this.#set(this.#asking({}));
    void this.#restore();
  }

  /** Ends the consultation with an error that the visitor can't mend. */
  fail(error: SmpError): void {
    if (this.#state.status !== 'ready') this.#set({ status: 'failed', error });
  }

  /** Takes an answer; `undefined` takes it back. */
  answer(id: QuestionId, answer: Answer | undefined): void {
    if (this.#busy) return;
    const { [id]: _before, ...others } = this.#state.answers;
    this.#set({ ...this.#asking(answer === undefined ? others : { ...others, [id]: answer }) });
  }

  /** Ticks a choice of several, or unticks it. An exclusive one unticks the others, and they it. */
  toggle({ id, options = [] }: Question, value: string, ticked: boolean): void {
    const before = this.#state.answers[id];
    const isExclusive = (one: string) => options.some((option) => option.value === one && option.exclusive === true);
    const others = (typeof before === 'object' ? before : []).filter(
      (one) => one !== value && (!ticked || (!isExclusive(value) && !isExclusive(one))),
    );
    const chosen = ticked ? [...others, value] : others;
    this.answer(id, chosen.length > 0 ? chosen : undefined);
  }

  /** Takes what stands in a field whose text is read when the page is left: a number, or a part of a date. */
  type(field: string, text: string): void {
    if (!this.#busy) this.#set({ typed: { ...this.#state.typed, [field]: text } });
  }

  /** What stands in such a field. */
  typed(field: string): string {
    const { typed, answers } = this.#state;
    if (typed[field] !== undefined) return typed[field];
    const [id = '', part] = field.split('.');
    const answer = answers[id];
    if (part === undefined) return answer === undefined ? '' : String(answer);
    return typeof answer === 'string' ? dateFields(answer)[part as 'day' | 'month' | 'year'] : '';
  }

  setContact(field: ContactField, value: string): void {
    if (!this.#busy) this.#set({ contact: { ...this.#state.contact, [field]: value } });
  }

  /** The visitor has read how personal data are used. */
  setPrivacy(privacy: boolean): void {
    // Drawn again in any case: the box shows what counts.
    this.#set(this.#busy ? {} : { privacy });
  }

  addPhoto(angle: PhotoAngle, file: Blob): Promise<void> {
    this.#set({ issues: [] });
    return this.#photos.add(angle, file);
  }

  removePhoto(angle: PhotoAngle): void {
    this.#photos.remove(angle);
  }

  cancelPhoto(angle: PhotoAngle): void {
    this.#photos.cancel(angle);
  }

  /** Leaves the page of a question for the next, or names what is to be put right. */
  async next(): Promise<void> {
    const { step, question } = this.#state;
    if (this.#busy || this.#state.status !== 'ready') return;
    if (step === 'outcome') return this.#state.outcome?.consultation ? this.#go('check') : undefined;
    if (step !== 'question') return;
    const wrong = this.#read(question);
    const issues = wrong
      ? [wrong]
      : question.kind === 'contact'
        ? await this.#contactIssues()
        : this.#photoIssues(question);
    if (this.#state.question !== question || !issues) return;
    this.#without(['error'], { issues });
    if (issues.length > 0) return this.#tell({ kind: 'issues' });
    this.#passed.add(question.id);
    const { asked } = this.#state;
    const dropped = this.#answered.filter(({ id }) => !asked.some((one) => one.id === id));
    this.#letPhotosGo();
    this.#remember();
    this.#set({ dropped, restored: false });
    const outcome = this.#screen();
    const { returning } = this.#state;
    const following = returning
      ? asked.find((one) => this.#isOpen(one))
      : asked[asked.findIndex(({ id }) => id === question.id) + 1];
    // What was answered and is not offered any more has to be asked again before the end.
    const open = following ?? asked.find((one) => this.#isOpen(one));
    if (open && outcome.consultation) {
      // Whoever was found under age and is not after all may be shown times again.
      if (this.#state.outcome?.consultation === false) {
        this.#without(['outcome'], {});
        this.#tell({ kind: 'screened' });
      }
      return this.#ask(open);
    }
    const same = JSON.stringify(outcome) === JSON.stringify(this.#state.outcome);
    this.#set({ outcome });
    this.#tell({ kind: 'screened', outcome });
    this.#go(returning && same ? 'check' : 'outcome');
  }

  /** Leads to the page before; answers stay. Of a change that was begun on the check page nothing stays. */
  back(): void {
    const { step, returning, asked } = this.#state;
    if (!this.hasPrevious) return;
    this.#without(['error'], { issues: [], dropped: [] });
    if (step === 'check') return this.#go('outcome');
    const before = step === 'outcome' ? asked.at(-1) : asked[this.position - 2];
    if (step === 'outcome' && this.#state.outcome?.consultation === false) return this.#go('question');
    if (step === 'question' && returning) return this.#takeBack();
    if (before) this.#ask(before);
  }

  /** The check page shows what can be sent: a change that was not carried through never was. */
  #takeBack(): void {
    const { answers, ...fields } = this.#unchanged;
    this.#set({ ...fields, ...this.#asking(answers) });
    this.#remember();
    this.#go('check');
  }

  /** Leads from the check page to a question, and from there back. */
  change(id: QuestionId): void {
    const question = this.#state.asked.find((one) => one.id === id);
    if (!question || this.#busy || this.#state.submission === 'unresolved') return;
    const { answers, typed, contact } = this.#state;
    this.#unchanged = { answers, typed, contact };
    this.#without(['error'], { returning: true, issues: [], dropped: [] });
    this.#ask(question);
  }

  /** Sends it all. Sending again while one is under way does nothing. */
  async submit(): Promise<void> {
    const scheduler = this.#scheduler;
    const { clinic, step } = this.#state;
    if (this.#busy || step !== 'check' || !scheduler || !clinic) return;
    if (!this.#state.privacy) {
      this.#set({ issues: [{ field: 'privacy', code: 'unconfirmed' }] });
      return this.#tell({ kind: 'issues' });
    }
    if (!this.takesConsultations) {
      this.#options.draft?.clear();
      this.#tell({ kind: 'submitted' });
      return this.#go('sent');
    }
    const calls = await this.#checks();
    // A second click may have been dealt with while the code was loading.
    if (!calls || this.#busy || this.#state.step !== 'check') return;
    // What nothing has been heard of is sent again as it was, whatever was drawn since.
    if (this.#state.submission !== 'unresolved') this.#sentDesign = this.#design;
    const draft = this.#request(clinic);
    if (!draft) return;
    let outcome = await this.#send(calls, scheduler, draft);
    if (draft.design && isDesignRefused(outcome)) {
      const { design: _design, ...rest } = draft;
      this.#sentDesign = undefined;
      outcome = await this.#send(calls, scheduler, rest);
    }
    if (outcome.status !== 'confirmed') return this.#refuse(outcome.error, outcome.status === 'refused');
    this.#options.draft?.clear();
    this.#set({ consultation: outcome.value });
    this.#tell({ kind: 'submitted', consultation: outcome.value });
    this.#go('sent');
    await this.sendPhotos();
  }

  async #send(
    calls: typeof Checks,
    scheduler: Scheduler,
    unstamped: ConsultationDraft,
  ): Promise<WriteOutcome<Consultation>> {
    const { operationId, begunAt } = this.#operations.begin('consultation', unstamped);
    const at = new Date(begunAt).toISOString();
    const draft = { ...unstamped, consents: unstamped.consents.map((consent) => ({ ...consent, at })) };
    this.#without(['error'], { submission: 'sending', issues: [] });
    const onRetry = () => this.#set({ submission: 'checking' });
    const outcome = await calls.submitConsultation(scheduler, draft, { operationId, onRetry });
    this.#operations.conclude('consultation', operationId, outcome);
    this.#set({ submission: outcome.status === 'unknown' ? 'unresolved' : 'idle' });
    return outcome;
  }

  /** Sends the photos that wait or have failed. */
  async sendPhotos(): Promise<void> {
    const { consultation } = this.#state;
    const calls = await this.#checks();
    if (!consultation || !calls || !this.#scheduler || this.#photos.list.length === 0) return;
    await this.#photos.send(this.#scheduler, proofOf(consultation), calls);
  }

  /** Has the clinic forget what was sent. */
  async withdraw(): Promise<void> {
    const { consultation } = this.#state;
    const calls = await this.#checks();
    if (!consultation || !calls || !this.#scheduler || this.#state.withdrawal === 'sending') return;
    this.#photos.clear();
    this.#without(['error'], { withdrawal: 'sending' });
    const operation = { operationId: newOperationId() };
    const outcome = await calls.eraseConsultation(this.#scheduler, proofOf(consultation), operation);
    this.#set({ withdrawal: 'idle' });
    if (outcome.status !== 'confirmed') return this.#set({ error: outcome.error });
    this.#startOver('withdrawn');
    this.#tell({ kind: 'withdrawn' });
    this.#tell({ kind: 'page' });
  }

  /** Begins anew, with nothing but the contact details. */
  restart(): void {
    if (this.#busy) return;
    this.#photos.clear();
    this.#options.draft?.clear();
    this.#startOver('question');
    this.#tell({ kind: 'page' });
  }

  #startOver(step: ConsultationStep): void {
    const { clinic, contact } = this.#state;
    this.#passed.clear();
    this.#state = { ...blank(this.#plan.questionnaire), contact, step, status: 'ready' };
    this.#set({ ...this.#asking({}), ...(clinic && { clinic }) });
  }

  get #busy(): boolean {
    return this.#state.submission === 'sending' || this.#state.submission === 'checking';
  }

  /** What is shown with these answers: the questions that are asked with them. */
  #asking(answers: Answers): Pick<ConsultationState, 'answers' | 'asked' | 'counting'> {
    const { asked, answers: counting } = walk(this.#plan.questionnaire, answers);
    return { answers, asked, counting };
  }

  /** Does its page have to be shown yet, before all can be sent? */
  #isOpen(question: Question): boolean {
    const answer = this.#state.counting[question.id];
    return !this.#passed.has(question.id) || this.#wrongWith(question, answer) !== undefined;
  }

  #wrongWith(question: Question, answer: Answer | undefined) {
    return answerIssue(question, answer, { today: this.#options.today() });
  }

  /** Reads the fields of a page into its answer. Undefined: all is right. */
  #read(question: Question): ConsultationIssue | undefined {
    const { id, kind } = question;
    const { typed } = this.#state;
    if (kind === 'date') {
      const [day, month, year] = ['day', 'month', 'year'].map((part) => this.typed(`${id}.${part}`));
      const date = knownDate({ day: day ?? '', month: month ?? '', year: year ?? '' }, this.#options.months());
      if (date === null) return { field: id, code: 'not-a-date' };
      this.answer(id, date);
    } else if (kind === 'number' && typed[id] !== undefined) {
      // A comma before three figures may part thousands or decimals; nobody can tell which.
      const text = typed[id].trim().replace(/,(?!\d{3}$)/, '.');
      if (text !== '' && !Number.isFinite(Number(text))) return { field: id, code: 'invalid' };
      this.answer(id, text === '' ? undefined : Number(text));
    } else if (kind === 'text' || kind === 'long-text') {
      const text = this.#state.answers[id];
      if (typeof text === 'string' && text.trim() === '') this.answer(id, undefined);
    }
    const code = this.#wrongWith(question, this.#state.counting[id]);
    return code && { field: id, code };
  }

  #photoIssues({ kind, id }: Question): ConsultationIssue[] {
    const waits = kind === 'photos' && this.#photos.list.some(({ status }) => status === 'preparing');
    return waits ? [{ field: id, code: 'preparing' }] : [];
  }

  async #contactIssues(): Promise<ConsultationIssue[] | undefined> {
    const { contact, clinic } = this.#state;
    const checks = await this.#checks();
    if (!checks || !clinic) return undefined;
    return checks
      .detailIssues({ ...contact, note: '', consents: {} }, clinic, [])
      .flatMap(({ field, code }) =>
        field === 'slot' || field === 'service' || field === 'note' ? [] : [{ field, code }],
      );
  }

  /** Photos without consent are let go as soon as the consent is. */
  #letPhotosGo(): void {
    if (!isGranted(this.#state, 'photos-assessment')) this.#photos.clear();
  }

  #screen(): ScreeningOutcome {
    const { questionnaire, rules, patchTestHours } = this.#plan;
    const { answers } = this.#state;
    return screen(rules, { questionnaire, answers, today: this.#options.today(), patchTestHours });
  }

  /** What is sent, before the moment of its consents is known. */
  #request(clinic: Clinic): ConsultationDraft | undefined {
    const { attribution, locale, consents } = this.#options;
    const origin = { consents: consents(clinic.name), booking: this.#booking, design: this.#sentDesign };
    return consultationRequest(this.#state, { ...origin, attribution: attribution?.(), locale: locale?.() }, 0);
  }

  #refuse(error: SmpError, decided: boolean): void {
    if (decided) this.#tell({ kind: 'refused', error });
    const fields = (error.issues ?? []).flatMap(({ pointer }) => {
      const field = CONTACT_FIELDS.find((name) => pointer === `/contact/${name}`);
      return field ? [{ field, code: 'invalid' as const }] : [];
    });
    const contact = this.#state.asked.find(({ kind }) => kind === 'contact');
    if (!decided || fields.length === 0 || !contact) return this.#set({ error });
    this.change(contact.id);
    this.#set({ issues: fields });
    this.#tell({ kind: 'issues' });
  }

  #ask(question: Question): void {
    this.#show(question);
    this.#tell({ kind: 'page' });
  }

  #show(question: Question): void {
    const { asked, answers } = this.#state;
    this.#answered = asked.filter(({ id }) => answers[id] !== undefined);
    this.#set({ step: 'question', question });
  }

  #go(step: ConsultationStep): void {
    this.#set({ step, ...(step !== 'question' && { returning: false }) });
    this.#tell({ kind: 'page' });
  }

  #remember(): void {
    const { clinic, asked, counting, contact, questionnaire } = this.#state;
    if (!clinic) return;
    this.#options.draft?.write({
      clinic: clinic.id,
      questionnaire: { id: questionnaire.id, version: questionnaire.version },
      answers: answersTo(asked.filter(isStorable), counting) as ConsultationMemory['answers'],
      ...contact,
    });
  }

  /** After a reload the answers come back that may be stored, as far as they still fit what is asked. */
  async #restore(): Promise<void> {
    const kept = this.#options.draft?.read();
    const checks = kept === undefined ? undefined : await this.#checks();
    const memory = checks?.ConsultationMemory.safeParse(kept).data;
    const { clinic, questionnaire, contact, answers } = this.#state;
    if (!memory || memory.clinic !== clinic?.id || Object.keys(answers).length > 0) return;
    const fitting = questionnaire.questions.filter(
      (question) =>
        isStorable(question) &&
        answerTo(memory.answers, question.id) !== undefined &&
        this.#wrongWith(question, memory.answers[question.id]) === undefined,
    );
    if (fitting.length === 0) return;
    for (const { id } of fitting) this.#passed.add(id);
    this.#set({
      ...this.#asking(answersTo(fitting, memory.answers)),
      contact: filledIn(contact, memory),
      restored: true,
    });
    const { asked } = this.#state;
    const first = asked.find((one) => this.#isOpen(one)) ?? asked[0];
    // Not told: nobody has turned a page, and the focus stays where the visitor has it.
    if (first) this.#show(first);
  }

  /** Checks and calls come in a file of their own. Without it the visitor is told to try again. */
  async #checks(): Promise<typeof Checks | undefined> {
    try {
      return await import('./consultation-checks.js');
    } catch (cause) {
      this.#set({ error: new SmpError('network', 'The code of the widget did not load', { cause }) });
      return undefined;
    }
  }

  #set(patch: Partial<ConsultationState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const subscriber of this.#subscribers) subscriber();
  }

  #without(keys: readonly Passing[], patch: Partial<ConsultationState>): void {
    const state: Omit<ConsultationState, Passing> & Partial<Pick<ConsultationState, Passing>> = { ...this.#state };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy, and the keys are optional ones
    for (const key of keys) delete state[key];
    this.#state = state;
    this.#set(patch);
  }

  #tell(news: ConsultationNews): void {
    for (const listener of this.#listeners) listener(news);
  }
}

function blank(questionnaire: Questionnaire): ConsultationState {
  const [question = { id: 'none', kind: 'text' }] = questionnaire.questions;
  return {
    status: 'loading',
    step: 'question',
    questionnaire,
    asked: [],
    question,
    answers: {},
    counting: {},
    typed: {},
    contact: NO_CONTACT,
    privacy: false,
    photos: [],
    dropped: [],
    returning: false,
    restored: false,
    issues: [],
    submission: 'idle',
    withdrawal: 'idle',
  };
}

/** The contact details as they stand, with what is known from elsewhere where nothing stands. */
function filledIn(
  contact: ConsultationState['contact'],
  known: { readonly [Field in ContactField]?: string | undefined } = {},
): ConsultationState['contact'] {
  const { name, email, phone } = contact;
  return { name: name || (known.name ?? ''), email: email || (known.email ?? ''), phone: phone || (known.phone ?? '') };
}

const proofOf = ({ consultationId, consultationToken }: Consultation): ConsultationProof => ({
  consultationId,
  consultationToken,
});

/** The questionnaire for a backend that takes no photos: nobody is asked for any, nor for consent to them. */
function withoutPhotos(questionnaire: Questionnaire): Questionnaire {
  const isPhoto = (purpose: ConsentPurpose) => purpose.startsWith('photos');
  const questions = questionnaire.questions
    .filter(({ kind }) => kind !== 'photos')
    .map((question) =>
      question.purposes ? { ...question, purposes: question.purposes.filter((one) => !isPhoto(one)) } : question,
    )
    .filter(({ purposes }) => purposes?.length !== 0);
  return { ...questionnaire, questions };
}
