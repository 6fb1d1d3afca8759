import type { GivenConsent } from '../domain/consultation/consent.js';
import type { Attribution } from '../domain/attribution.js';
import type { Answers } from '../domain/consultation/answer.js';
import type { ConsultationMemory } from '../domain/consultation/consultation-memory.js';
import type { Consultation } from '../domain/consultation/consultation.js';
import { walk, type Questionnaire } from '../domain/consultation/questionnaire.js';
import type { ScreeningOutcome, ScreeningRule } from '../domain/consultation/screening.js';
import type { SmpError } from '../domain/errors.js';
import type { PlainDate } from '../domain/time/instant.js';
import type { Scheduler } from '../scheduling/scheduler.js';
import { onDemand } from './checks-on-demand.js';
import type * as Checks from './consultation-checks.js';
import { ConsultationPhotos } from './consultation-photos.js';
import type { PreparePhoto } from './consultation-photos.js';
import type { ConsentWordings } from './consultation-request.js';
import type { ConsultationState, ConsultationStep } from './consultation-state.js';
import type { Draft } from './draft.js';

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
  /** Names of the months in the visitor's language, January first; after December, their other forms. */
  readonly months: () => readonly string[];
  readonly consents: (clinic: string) => ConsentWordings;
  readonly prepare: PreparePhoto;
  /** Loads what writes the answers down for the note of a booking, where the backend takes no consultations. */
  readonly loadNote: () => Promise<(state: ConsultationState) => string | undefined>;
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
  /** Sent; without `consultation` it goes along with the booking, as its `note`. */
  | {
      readonly kind: 'submitted';
      readonly consultation?: Consultation;
      readonly note?: string | undefined;
      readonly privacy?: GivenConsent;
    }
  | { readonly kind: 'withdrawn' }
  /** Begun anew, perhaps by somebody else. */
  | { readonly kind: 'restarted' }
  | { readonly kind: 'refused'; readonly error: SmpError };

const NO_CONTACT = { name: '', email: '', phone: '' };
const NO_PLAN: Questionnaire = { id: 'none', version: '0', questions: [{ id: 'none', kind: 'text' }] };

/** The keys of the state that may be taken out again. */
type Passing = 'outcome' | 'consultation' | 'error';

/** What stands of a consultation, whom to tell when it changes, and the backend that it is sent to. */
export class ConsultationRecord {
  state: ConsultationState = blank(NO_PLAN);
  plan: ConsultationPlan = { questionnaire: NO_PLAN, rules: [], patchTestHours: 48 };
  scheduler: Scheduler | undefined;
  readonly photos: ConsultationPhotos;
  readonly options: ConsultationFlowOptions;
  readonly #subscribers = new Set<() => void>();
  readonly #listeners = new Set<(news: ConsultationNews) => void>();

  constructor(options: ConsultationFlowOptions) {
    this.options = options;
    this.photos = new ConsultationPhotos({
      prepare: options.prepare,
      changed: () => this.set({ photos: this.photos.list }),
    });
  }

  /** Is it on its way? */
  get busy(): boolean {
    return this.state.submission === 'sending' || this.state.submission === 'checking';
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

  /** What is shown with these answers: the questions that are asked with them. */
  asking(answers: Answers): Pick<ConsultationState, 'answers' | 'asked' | 'counting'> {
    const { asked, answers: counting } = walk(this.plan.questionnaire, answers);
    return { answers, asked, counting };
  }

  /** Nothing is answered; who it is stays. */
  startOver(step: ConsultationStep): void {
    const { clinic, contact } = this.state;
    this.state = { ...blank(this.plan.questionnaire), contact, step, status: 'ready' };
    this.set({ ...this.asking({}), ...(clinic && { clinic }) });
  }

  go(step: ConsultationStep): void {
    this.set({ step, ...(step !== 'question' && { returning: false }) });
    this.tell({ kind: 'page' });
  }

  /** Loads what is needed to go on. Without it the visitor is told to try again. */
  onDemand<Code>(load: () => Promise<Code>): Promise<Code | undefined> {
    return onDemand(load, (error) => this.set({ error }));
  }

  /** What it is checked and sent by. */
  checks(): Promise<typeof Checks | undefined> {
    return this.onDemand(() => import('./consultation-checks.js'));
  }

  set(patch: Partial<ConsultationState>): void {
    this.state = { ...this.state, ...patch };
    for (const subscriber of this.#subscribers) subscriber();
  }

  without(keys: readonly Passing[], patch: Partial<ConsultationState>): void {
    const state: Omit<ConsultationState, Passing> & Partial<Pick<ConsultationState, Passing>> = { ...this.state };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy, and the keys are optional ones
    for (const key of keys) delete state[key];
    this.state = state;
    this.set(patch);
  }

  tell(news: ConsultationNews): void {
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
    decided: {},
    photos: [],
    dropped: [],
    returning: false,
    restored: false,
    issues: [],
    submission: 'idle',
    withdrawal: 'idle',
  };
}
