import assert from 'node:assert/strict';
import type { AdapterCapabilities } from '../../src/adapters/adapter.js';
import { memoryAdapter, type Fault, type MemoryAdapter, type MemoryMethod } from '../../src/adapters/memory.js';
import { Clinic } from '../../src/domain/clinic.js';
import type { Answer } from '../../src/domain/consultation/answer.js';
import type { ConsentPurpose } from '../../src/domain/consultation/consent.js';
import { defaultQuestionnaire } from '../../src/domain/consultation/default-questionnaire.js';
import type { Question } from '../../src/domain/consultation/question.js';
import { defaultScreeningRules } from '../../src/domain/consultation/screening-rules.js';
import { ConsultationFlow } from '../../src/flows/consultation-flow.js';
import type {
  ConsultationFlowOptions,
  ConsultationNews,
  ConsultationPlan,
} from '../../src/flows/consultation-record.js';
import type { ConsentWordings } from '../../src/flows/consultation-request.js';
import type { PreparePhoto } from '../../src/flows/consultation-photos.js';
import type { ConsultationState } from '../../src/flows/consultation-state.js';
import { Draft } from '../../src/flows/draft.js';
import { Scheduler } from '../../src/scheduling/scheduler.js';
import { tinyPhoto } from '../../src/testing/tiny-photo.js';
import { CLINIC, NOW, SCHEDULE, TabStorage } from './booking.js';
import { ManualClock, settle } from './manual-clock.js';

export const TODAY = '2026-11-22';

export const DEFAULT_PLAN: ConsultationPlan = {
  questionnaire: defaultQuestionnaire,
  rules: defaultScreeningRules,
  patchTestHours: 48,
};

const PURPOSES: readonly ConsentPurpose[] = [
  'privacy',
  'health-data',
  'photos-assessment',
  'photos-publication',
  'appointment-sms',
  'marketing-email',
  'marketing-sms',
];
const CONSENTS = Object.fromEntries(
  PURPOSES.map((purpose) => [purpose, { purpose, wording: `I agree to ${purpose}.`, version: `test-${purpose}` }]),
) as ConsentWordings;

export interface ConsultationOptions {
  readonly clinic?: Partial<Clinic>;
  readonly plan?: Partial<ConsultationPlan>;
  readonly capabilities?: Partial<AdapterCapabilities>;
  readonly prepare?: PreparePhoto;
  readonly locale?: () => string;
  readonly loadNote?: ConsultationFlowOptions['loadNote'];
}

/** What an attentive visitor says, unless a test says otherwise. */
const ORDINARY: Readonly<Record<string, Answer>> = {
  ageConfirm18: 'yes',
  treatmentGoal: 'shavedLook',
  healthConsent: ['health-data'],
  presentation: 'male',
  hairLossPatternMale: 'norwood-5',
  progression: 'stable',
  willKeepShaved: 'yes',
};

/** A photo that is ready to be sent. */
export const photoFile = (): Blob => tinyPhoto({ width: 300, height: 300 });

/** One page with a consultation on it, as a visitor uses it. */
export class ConsultationBench {
  readonly clock = new ManualClock(NOW);
  readonly clinic: Clinic;
  readonly backend: MemoryAdapter;
  readonly faults: Partial<Record<MemoryMethod, Fault[]>> = {};
  readonly storage: TabStorage;
  readonly flow: ConsultationFlow;
  readonly scheduler: Scheduler;
  readonly news: ConsultationNews[] = [];
  readonly #options: ConsultationOptions;

  constructor(options: ConsultationOptions = {}, storage = new TabStorage(), backend?: MemoryAdapter) {
    this.#options = options;
    this.storage = storage;
    this.clinic = Clinic.parse({ ...CLINIC, ...options.clinic });
    this.backend =
      backend ??
      memoryAdapter({
        clinic: this.clinic,
        schedule: SCHEDULE,
        now: this.clock.wall,
        ...(options.capabilities && { capabilities: options.capabilities }),
        faults: ({ method }) => this.faults[method]?.shift(),
      });
    this.scheduler = new Scheduler(this.backend, { clock: this.clock, random: () => 0.5, locks: undefined });
    this.flow = new ConsultationFlow({
      now: this.clock.wall,
      today: () => TODAY,
      months: () => ['January', 'February', 'March'],
      consents: () => CONSENTS,
      prepare: options.prepare ?? (async (file) => ({ image: file })),
      loadNote: options.loadNote ?? (async () => () => 'The gist'),
      draft: new Draft(storage, 'consultation', this.clock.wall),
      locale: options.locale ?? (() => 'en'),
    });
    this.flow.listen((news) => this.news.push(news));
  }

  static async open(options: ConsultationOptions = {}, storage?: TabStorage): Promise<ConsultationBench> {
    const bench = new ConsultationBench(options, storage);
    await bench.load();
    return bench;
  }

  async load(): Promise<void> {
    this.flow.open(this.scheduler, this.clinic, { ...DEFAULT_PLAN, ...this.#options.plan });
    await settle();
    await import('../../src/flows/consultation-checks.js');
    await settle();
  }

  /** The same tab, loaded again. */
  async reloaded(): Promise<ConsultationBench> {
    const bench = new ConsultationBench(this.#options, this.storage, this.backend);
    await bench.load();
    return bench;
  }

  get state(): ConsultationState {
    return this.flow.state;
  }

  /** Id of the question whose page is shown, or the stage. */
  get page(): string {
    return this.state.step === 'question' ? this.state.question.id : this.state.step;
  }

  takeNews(): string[] {
    return this.news.splice(0).map(({ kind }) => kind);
  }

  /** Answers the question that is shown: with `said`, as an attentive visitor would, or with its first good choice. */
  answer(said: Readonly<Record<string, Answer | undefined>> = {}): void {
    const { question } = this.state;
    const { id, kind } = question;
    if (kind === 'contact') {
      this.flow.setContact('name', 'Ada Example');
      this.flow.setContact('email', 'ada@example.org');
    }
    if (kind === 'contact' || kind === 'photos') return;
    const answer = id in said ? said[id] : (ORDINARY[id] ?? (question.required ? usual(question) : undefined));
    this.flow.answer(id, answer);
  }

  /** Continue. */
  async next(): Promise<void> {
    await this.clock.run(this.flow.next());
  }

  /** Answers and goes on until a page is reached. */
  async goTo(page: string, said: Readonly<Record<string, Answer | undefined>> = {}): Promise<void> {
    for (let pages = 0; this.page !== page; pages++) {
      assert.ok(pages < 120, `${page} is not reached; the page is ${this.page}`);
      const before = this.page;
      if (this.state.step === 'question') this.answer(said);
      await this.next();
      assert.notEqual(this.page, before, `the page ${before} can't be left: ${JSON.stringify(this.state.issues)}`);
    }
  }

  /** Waits, in real time, until the page shows something; code that is loaded on demand may take a while. */
  async waitFor(shown: (state: ConsultationState) => boolean): Promise<void> {
    for (let turn = 0; !shown(this.state); turn++) {
      assert.ok(turn < 5000, 'waited in vain');
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  async submit(): Promise<void> {
    this.flow.setPrivacy(true);
    await this.clock.run(this.flow.submit());
  }
}

/** The choice that stands in nobody's way. */
function usual({ kind, options = [] }: Question): Answer | undefined {
  if (kind === 'yes-no') return 'no';
  if (kind === 'multi') return [options.find(({ exclusive }) => exclusive)?.value ?? options[0]?.value ?? ''];
  return options[0]?.value;
}
