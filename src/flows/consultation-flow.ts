import type { Clinic } from '../domain/clinic.js';
import type { Answer } from '../domain/consultation/answer.js';
import { answerIssue } from '../domain/consultation/answer-check.js';
import type { QuestionId } from '../domain/consultation/code.js';
import { holds } from '../domain/consultation/condition.js';
import type { ConsentPurpose } from '../domain/consultation/consent.js';
import type { BookingProof } from '../domain/consultation/consultation.js';
import type { PhotoAngle } from '../domain/consultation/photo.js';
import type { Question } from '../domain/consultation/question.js';
import type { Questionnaire } from '../domain/consultation/questionnaire.js';
import { screen } from '../domain/consultation/screen.js';
import type { ScreeningOutcome, ScreeningRule } from '../domain/consultation/screening.js';
import type { HairlineDesign } from '../domain/design/hairline-design.js';
import type { SmpError } from '../domain/errors.js';
import { plainDigits } from '../domain/plain-digits.js';
import type { Scheduler } from '../scheduling/scheduler.js';
import { keep, recall } from './consultation-keeping.js';
import { ConsultationRecord } from './consultation-record.js';
import type { ConsultationFlowOptions, ConsultationNews, ConsultationPlan } from './consultation-record.js';
import { isGranted, PHOTOS } from './consultation-request.js';
import type { ConsultationIssue, ConsultationState, ContactField } from './consultation-state.js';
import { ConsultationSubmission } from './consultation-submission.js';
import { filledIn, type KnownContact } from './known-contact.js';
import { dateFields, knownDate } from './known-date.js';

/**
 * A consultation from its first question to its confirmation, without a DOM.
 *
 * Answers given once stay, whatever is changed before them; what is sent is the answers to the questions that are asked
 * at that moment. Health answers, free text and photos never leave memory except to the clinic.
 */
export class ConsultationFlow {
  /** Questions that were asked and answered when the page was turned to. */
  #answered: readonly Question[] = [];
  /** What stood there when a change was begun on the check page. */
  #unchanged: Pick<ConsultationState, 'answers' | 'typed' | 'contact' | 'decided'>;
  /** Questions whose page was left with Continue. */
  readonly #passed = new Set<QuestionId>();
  #passedOn = false;
  /** The contact details that were filled in last. */
  #said: KnownContact | undefined;
  readonly #record: ConsultationRecord;
  readonly #submission: ConsultationSubmission;

  constructor(options: ConsultationFlowOptions) {
    this.#record = new ConsultationRecord(options);
    this.#submission = new ConsultationSubmission(this.#record, (id) => this.change(id));
    this.#unchanged = this.state;
  }

  get state(): ConsultationState {
    return this.#record.state;
  }

  /** Place of the page among the pages that will be asked, from 1. */
  get position(): number {
    const { asked, question } = this.state;
    return asked.findIndex(({ id }) => id === question.id) + 1;
  }

  /**
   * How many pages will be asked. A consent that is still to be asked for counts as given, for the questions that hang on
   * it: fewer of them are a better surprise than more.
   */
  get length(): number {
    const { answers, asked } = this.state;
    const ahead = asked.filter(({ id, kind }) => kind === 'consent' && !this.#passed.has(id));
    if (ahead.length === 0) return asked.length;
    const given = ahead.map(({ id, purposes }): [QuestionId, Answer] => [id, purposes ?? []]);
    return this.#record.asking({ ...answers, ...Object.fromEntries(given) }).asked.length;
  }

  /** Has something been said that would be lost with the page? */
  get unsent(): boolean {
    const { step, answers, photos } = this.state;
    if (step === 'withdrawn') return false;
    if (step === 'sent') {
      return this.takesConsultations
        ? photos.some(({ status }) => status === 'sending' || status === 'waiting')
        : !this.#passedOn;
    }
    return Object.keys(answers).length > 0 || photos.length > 0;
  }

  /** Does the backend take consultations, or do the answers go along with a booking? */
  get takesConsultations(): boolean {
    return this.#record.scheduler?.capabilities(this.state.clinic).consultations === true;
  }

  /** Does the visitor want to be called or texted? */
  get byPhone(): boolean {
    return ['phone', 'text'].includes(String(this.state.counting['contactChannel']));
  }

  /** Is a phone number asked for? Whoever wants to be called or texted gives one. */
  get phone(): 'required' | 'optional' | 'none' {
    return this.byPhone ? 'required' : (this.state.clinic?.policies?.phone ?? 'optional');
  }

  /** The row of the screening table that raises a flag with these answers, for the clinic's own words. */
  ruleOf(flag: string): ScreeningRule | undefined {
    return this.#record.plan.rules.find((rule) => rule.flag === flag && holds(rule.when, this.state.counting));
  }

  /** Is there a page before this one? */
  get hasPrevious(): boolean {
    const { step, returning, submission } = this.state;
    if (submission === 'unresolved' || this.#record.busy) return false;
    return step === 'check' || step === 'outcome' || (step === 'question' && (returning || this.position > 1));
  }

  /** Calls back after each change; returns what ends it. */
  subscribe(subscriber: () => void): () => void {
    return this.#record.subscribe(subscriber);
  }

  /** Calls back with what happened, for events; returns what ends it. */
  listen(listener: (news: ConsultationNews) => void): () => void {
    return this.#record.listen(listener);
  }

  /** Fills in what was said elsewhere, where nothing stands yet. */
  preset(said: {
    readonly contact?: KnownContact | undefined;
    readonly booking?: BookingProof | undefined;
    /** Of a booking, whose note the answers went along with; or they went with a wish for a time. */
    readonly bookingId?: string | undefined;
    readonly waitlisted?: boolean | undefined;
    readonly design?: HairlineDesign | undefined;
  }): void {
    this.#submission.booking = said.booking;
    this.#submission.design = said.design;
    this.#passedOn = said.bookingId !== undefined || said.waitlisted === true;
    if (this.#record.busy || this.state.submission === 'unresolved') return;
    this.#record.set({ contact: filledIn(this.state.contact, said.contact, this.#said) });
    this.#said = said.contact;
  }

  /** Gives all that is needed to begin. A clinic that is given again changes nothing. */
  open(scheduler: Scheduler, clinic: Clinic, plan: ConsultationPlan): void {
    this.#record.scheduler = scheduler;
    if (this.state.status === 'ready') return this.#record.set({ clinic });
    const { consultations, photos } = scheduler.capabilities(clinic);
    this.#record.plan = photos && consultations ? plan : { ...plan, questionnaire: withoutPhotos(plan.questionnaire) };
    this.#record.set({ clinic });
    this.#record.startOver('question');
    void this.#restore();
  }

  /** Ends the consultation with an error that the visitor can't mend. */
  fail(error: SmpError): void {
    if (this.state.status !== 'ready') this.#record.set({ status: 'failed', error });
  }

  /** Takes an answer; `undefined` takes it back. */
  answer(id: QuestionId, answer: Answer | undefined): void {
    if (this.#record.busy) return;
    const { [id]: _before, ...others } = this.state.answers;
    this.#record.set({ ...this.#record.asking(answer === undefined ? others : { ...others, [id]: answer }) });
  }

  /** Ticks a choice of several, or unticks it. An exclusive one unticks the others, and they it. */
  toggle({ id, options = [] }: Question, value: string, ticked: boolean): void {
    const before = this.state.answers[id];
    const isExclusive = (one: string) => options.some((option) => option.value === one && option.exclusive === true);
    const others = (typeof before === 'object' ? before : []).filter(
      (one) => one !== value && (!ticked || (!isExclusive(value) && !isExclusive(one))),
    );
    const chosen = ticked ? [...others, value] : others;
    this.answer(id, chosen.length > 0 ? chosen : undefined);
  }

  /** Takes what stands in a field whose text is read when the page is left: a number, or a part of a date. */
  type(field: string, text: string): void {
    if (!this.#record.busy) this.#record.set({ typed: { ...this.state.typed, [field]: text } });
  }

  /** What stands in such a field. */
  typed(field: string): string {
    const { typed, answers } = this.state;
    if (typed[field] !== undefined) return typed[field];
    const [id = '', part] = field.split('.');
    const answer = answers[id];
    if (part === undefined) return answer === undefined ? '' : String(answer);
    return typeof answer === 'string' ? dateFields(answer)[part as 'day' | 'month' | 'year'] : '';
  }

  setContact(field: ContactField, value: string): void {
    if (!this.#record.busy) this.#record.set({ contact: { ...this.state.contact, [field]: value } });
  }

  /** The visitor has read how personal data are used. */
  setPrivacy(privacy: boolean): void {
    // Drawn again in any case: the box shows what counts.
    const settled = this.#record.busy || this.state.submission === 'unresolved';
    this.#record.set(settled ? {} : { privacy, ...this.#decided(['privacy'], () => privacy) });
  }

  addPhoto(angle: PhotoAngle, file: Blob): Promise<void> {
    this.#record.set({ issues: [] });
    return this.#record.photos.add(angle, file);
  }

  removePhoto(angle: PhotoAngle): void {
    this.#record.photos.remove(angle);
  }

  cancelPhoto(angle: PhotoAngle): void {
    this.#record.photos.cancel(angle);
  }

  /** Leaves the page of a question for the next, or names what is to be put right. */
  async next(): Promise<void> {
    const { step, question } = this.state;
    if (this.#record.busy || this.state.status !== 'ready') return;
    if (step === 'outcome') return this.state.outcome?.consultation ? this.#record.go('check') : undefined;
    if (step !== 'question') return;
    const wrong = this.#read(question);
    const issues = wrong
      ? [wrong]
      : question.kind === 'contact'
        ? await this.#contactIssues()
        : this.#photoIssues(question);
    if (this.state.question !== question || !issues) return;
    this.#record.without(['error'], { issues });
    if (issues.length > 0) return this.#record.tell({ kind: 'issues' });
    this.#passed.add(question.id);
    const { asked } = this.state;
    const dropped = this.#answered.filter(
      // Of photos without consent the pages tell as long as there are any.
      ({ id, kind }) => !asked.some((one) => one.id === id) && (kind !== 'photos' || isGranted(this.state, PHOTOS)),
    );
    keep(this.#record);
    const consents = question.kind === 'consent' ? (question.purposes ?? []) : [];
    const decided = this.#decided(consents, (purpose) => isGranted(this.state, purpose));
    this.#record.set({ dropped, restored: false, ...decided });
    const outcome = this.#screen();
    const { returning } = this.state;
    const following = returning
      ? asked.find((one) => this.#isOpen(one))
      : asked[asked.findIndex(({ id }) => id === question.id) + 1];
    // What was answered and is not offered any more has to be asked again before the end.
    const open = following ?? asked.find((one) => this.#isOpen(one));
    if (open && outcome.consultation) {
      // Whoever was found under age and is not after all may be shown times again.
      if (this.state.outcome?.consultation === false) {
        this.#record.without(['outcome'], {});
        this.#record.tell({ kind: 'screened' });
      }
      return this.#ask(open);
    }
    const same = JSON.stringify(outcome) === JSON.stringify(this.state.outcome);
    this.#record.set({ outcome });
    this.#record.tell({ kind: 'screened', outcome });
    this.#record.go(returning && same ? 'check' : 'outcome');
  }

  /** Leads to the page before; answers stay. Of a change that was begun on the check page nothing stays. */
  back(): void {
    const { step, returning, asked } = this.state;
    if (!this.hasPrevious) return;
    this.#record.without(['error'], { issues: [], dropped: [] });
    if (step === 'check') return this.#record.go('outcome');
    const before = step === 'outcome' ? asked.at(-1) : asked[this.position - 2];
    if (step === 'outcome' && this.state.outcome?.consultation === false) return this.#record.go('question');
    if (step === 'question' && returning) return this.#takeBack();
    if (before) this.#ask(before);
  }

  /** The check page shows what can be sent: a change that was not carried through never was. */
  #takeBack(): void {
    const { answers, ...fields } = this.#unchanged;
    this.#record.set({ ...fields, ...this.#record.asking(answers) });
    keep(this.#record);
    this.#record.go('check');
  }

  /** Leads from the check page to a question, and from there back. */
  change(id: QuestionId): void {
    const question = this.state.asked.find((one) => one.id === id);
    if (!question || this.#record.busy || this.state.submission === 'unresolved') return;
    const { answers, typed, contact, decided } = this.state;
    this.#unchanged = { answers, typed, contact, decided };
    this.#record.without(['error'], { returning: true, issues: [], dropped: [] });
    this.#ask(question);
  }

  /** Sends it all. Sending again while one is under way does nothing. */
  submit(): Promise<void> {
    return this.#submission.submit();
  }

  /** Sends the photos that wait, and once more the one of this angle that has failed. */
  sendPhotos(again?: PhotoAngle): Promise<void> {
    return this.#submission.sendPhotos(again);
  }

  /** Has the clinic forget what was sent. */
  withdraw(): Promise<void> {
    return this.#submission.withdraw(() => this.#passed.clear());
  }

  /** Begins anew, with nothing but the contact details. */
  restart(): void {
    if (this.#record.busy) return;
    this.#record.photos.clear();
    this.#record.options.draft?.clear();
    this.#passed.clear();
    this.#record.startOver('question');
    this.#record.tell({ kind: 'restarted' });
    this.#record.tell({ kind: 'page' });
  }

  /** Does its page have to be shown yet, before all can be sent? */
  #isOpen(question: Question): boolean {
    const answer = this.state.counting[question.id];
    return !this.#passed.has(question.id) || this.#wrongWith(question, answer) !== undefined;
  }

  #wrongWith(question: Question, answer: Answer | undefined) {
    return answerIssue(question, answer, { today: this.#record.options.today() });
  }

  /** Reads the fields of a page into its answer. Undefined: all is right. */
  #read(question: Question): ConsultationIssue | undefined {
    const { id, kind } = question;
    const { typed } = this.state;
    if (kind === 'date') {
      const [day, month, year] = ['day', 'month', 'year'].map((part) => this.typed(`${id}.${part}`));
      const date = knownDate({ day: day ?? '', month: month ?? '', year: year ?? '' }, this.#record.options.months());
      if (date === null) return { field: id, code: 'not-a-date' };
      this.answer(id, date);
    } else if (kind === 'number' && typed[id] !== undefined) {
      // A comma before three figures may part thousands or decimals; nobody can tell which.
      const text = plainDigits(typed[id])
        .replace('٫', '.')
        .replace(/,(?!\d{3}$)/, '.');
      if (text !== '' && !Number.isFinite(Number(text))) return { field: id, code: 'invalid' };
      this.answer(id, text === '' ? undefined : Number(text));
    } else if (kind === 'text' || kind === 'long-text') {
      const text = this.state.answers[id];
      if (typeof text === 'string' && text.trim() === '') this.answer(id, undefined);
    }
    const code = this.#wrongWith(question, this.state.counting[id]);
    return code && { field: id, code };
  }

  #photoIssues({ kind, id }: Question): ConsultationIssue[] {
    const waits = kind === 'photos' && this.#record.photos.list.some(({ status }) => status === 'preparing');
    return waits ? [{ field: id, code: 'preparing' }] : [];
  }

  async #contactIssues(): Promise<ConsultationIssue[] | undefined> {
    const { contact, clinic } = this.state;
    const checks = await this.#record.checks();
    if (!checks || !clinic) return undefined;
    const asked = { ...clinic, policies: { ...clinic.policies, phone: this.phone } };
    return checks
      .detailIssues({ ...contact, note: '', consents: {} }, asked, [])
      .flatMap(({ field, code }) =>
        field === 'slot' || field === 'service' || field === 'note' ? [] : [{ field, code }],
      );
  }

  /** Notes what is said to these consents. One to which nothing else is said keeps its words and its time. */
  #decided(
    purposes: readonly ConsentPurpose[],
    granted: (purpose: ConsentPurpose) => boolean,
  ): Pick<ConsultationState, 'decided'> {
    const decided = { ...this.state.decided };
    const { consents, now } = this.#record.options;
    const wordings = consents(this.state.clinic?.name ?? '');
    for (const purpose of purposes) {
      const said = granted(purpose);
      if (decided[purpose]?.granted === said) continue;
      const { version } = wordings[purpose];
      decided[purpose] = { purpose, granted: said, version, at: new Date(now()).toISOString() };
    }
    return { decided };
  }

  #screen(): ScreeningOutcome {
    const { questionnaire, rules, patchTestHours } = this.#record.plan;
    const { answers } = this.state;
    return screen(rules, { questionnaire, answers, today: this.#record.options.today(), patchTestHours });
  }

  #ask(question: Question): void {
    this.#show(question);
    this.#record.tell({ kind: 'page' });
  }

  #show(question: Question): void {
    const { asked, answers, photos } = this.state;
    this.#answered = asked.filter(
      ({ id, kind }) => answers[id] !== undefined || (kind === 'photos' && photos.length > 0),
    );
    this.#record.set({ step: 'question', question });
  }

  /** After a reload the answers come back that may be stored, as far as they still fit what is asked. */
  async #restore(): Promise<void> {
    const fitting = await recall(this.#record, (question, answer) => this.#wrongWith(question, answer) === undefined);
    if (fitting.length === 0) return;
    for (const { id } of fitting) this.#passed.add(id);
    const { asked } = this.state;
    const first = asked.find((one) => this.#isOpen(one)) ?? asked[0];
    // Not told: nobody has turned a page, and the focus stays where the visitor has it.
    if (first) this.#show(first);
  }
}

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
