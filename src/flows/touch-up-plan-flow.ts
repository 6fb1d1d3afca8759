import type { TouchUpChannel, TouchUpPlan, TouchUpUpdate } from '../domain/care/touch-up-request.js';
import type { TouchUpDates } from '../domain/care/touch-up.js';
import { isSmpError, SmpError } from '../domain/errors.js';
import { isPlainDate } from '../domain/time/plain-date.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { getTouchUps, stopTouchUps, updateTouchUps } from '../scheduling/touch-ups.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type { WriteProgress } from './booking-state.js';
import { writeCarefully } from './careful-write.js';
import type { ClinicBackend } from './clinic-backend.js';

/** What became of the last change. `changed`: somebody else was quicker. */
export type PlanNotice = 'saved' | 'unchanged' | 'changed';

/** A date to put right, or that no way is left. */
export interface PlanIssue {
  readonly field: keyof TouchUpDates | 'ways';
  readonly code: 'invalid' | 'past' | 'order' | 'missing';
}

/** All that a page for a plan of touch-ups shows. */
export interface PlanState {
  /** `refused`: the link opens nothing, for whatever reason. `failed`: the backend can't be asked. */
  readonly status: 'loading' | 'ready' | 'refused' | 'failed';
  readonly plan?: TouchUpPlan;
  /** As they stand in the fields. */
  readonly dates: TouchUpDates;
  readonly channels: readonly TouchUpChannel[];
  readonly issues: readonly PlanIssue[];
  readonly progress: WriteProgress;
  readonly notice?: PlanNotice;
  readonly error?: SmpError;
}

/** What a {@link TouchUpPlanFlow} is given. */
export interface PlanFlowOptions {
  /** Today on the clinic's calendar. */
  readonly today: () => PlainDate;
  /** After each change of the state. */
  readonly changed: () => void;
  readonly tell: (news: 'issues' | 'noticed' | 'updated' | 'stopped' | SmpError) => void;
}

const KINDS = ['check', 'review', 'refresh'] as const;
const NO_DATES: TouchUpDates = { check: '', review: '', refresh: '' };

/** What somebody does with the link of their reminders, without a DOM: looks, changes, stops. */
export class TouchUpPlanFlow {
  state: PlanState = { status: 'loading', dates: NO_DATES, channels: [], issues: [], progress: 'idle' };
  #token = '';
  #backend: ClinicBackend | undefined;
  #request: AbortController | undefined;
  #again: (() => Promise<void>) | undefined;
  readonly #options: PlanFlowOptions;

  constructor(options: PlanFlowOptions) {
    this.#options = options;
  }

  /** Opens what the token stands for; an empty one opens nothing. */
  open(token: string): void {
    if (token === this.#token) return;
    this.#token = token;
    this.state = { status: 'loading', dates: NO_DATES, channels: [], issues: [], progress: 'idle' };
    void this.load();
  }

  /** Gives the backend, as soon as its code has loaded. */
  connect(backend: ClinicBackend): void {
    if (this.#backend === backend) return;
    this.#backend = backend;
    void this.load();
  }

  /** Nothing can be asked. */
  fail(error: SmpError): void {
    this.#set({ status: 'failed', error });
  }

  /** Reads the plan anew. */
  async load(notice?: PlanNotice): Promise<void> {
    const backend = this.#backend;
    this.#request?.abort();
    if (!backend) return;
    if (this.#token === '') return this.#set({ status: 'refused' });
    const { signal } = (this.#request = new AbortController());
    try {
      const plan = await getTouchUps(backend.scheduler, this.#token, { signal });
      if (!signal.aborted) this.#show(plan, notice);
    } catch (cause) {
      if (signal.aborted) return;
      const error = isSmpError(cause) ? cause : new SmpError('unknown', 'Reading the plan failed', { cause });
      if (error.code === 'unauthorized' || error.code === 'validation') return this.#set({ status: 'refused' });
      this.#set({ status: 'failed', error });
      this.#options.tell(error);
    }
  }

  setDate(kind: keyof TouchUpDates, text: string): void {
    this.#set({ dates: { ...this.state.dates, [kind]: text } });
  }

  choose(channel: TouchUpChannel, isChosen: boolean): void {
    const others = this.state.channels.filter((one) => one !== channel);
    this.#set({ channels: isChosen ? [...others, channel] : others });
  }

  /** Stores other dates and ways. @param wordings the sentences beside the boxes */
  async save(wordings: Readonly<Record<TouchUpChannel, string>>): Promise<void> {
    const { plan, dates, channels } = this.state;
    if (!plan || this.#busy) return;
    const issues = this.#issues(plan);
    if (issues.length > 0) {
      this.#fresh({ issues });
      return this.#options.tell('issues');
    }
    const moved = KINDS.some((kind) => dates[kind] !== plan.dates[kind]);
    const added = channels.filter((channel) => !plan.channels.includes(channel));
    const otherWays = added.length > 0 || channels.length !== plan.channels.length;
    if (!moved && !otherWays) {
      this.#fresh({ notice: 'unchanged' });
      return this.#options.tell('noticed');
    }
    const consents = added.map(
      (channel) =>
        ({ purpose: `touch-up-${channel}`, granted: true, version: 'default-1', wording: wordings[channel] }) as const,
    );
    const update: Omit<TouchUpUpdate, 'consents'> = {
      token: this.#token,
      version: plan.version,
      ...(moved && { dates }),
      ...(otherWays && { channels: [...channels].sort() }),
    };
    await this.#send<TouchUpPlan>(
      'touch-up-plan',
      { update, consents },
      (backend) =>
        ({ begunAt, ...options }) => {
          const at = new Date(begunAt).toISOString();
          const sent = { ...update, ...(consents.length > 0 && { consents: consents.map((one) => ({ ...one, at })) }) };
          return updateTouchUps(backend.scheduler, sent, options);
        },
      (changed) => {
        this.#show(changed, 'saved');
        this.#options.tell('updated');
      },
    );
  }

  /** Ends all reminders. */
  async stop(): Promise<void> {
    const { plan } = this.state;
    if (!plan || this.#busy) return;
    const stop = { token: this.#token };
    await this.#send<undefined>(
      'touch-up-stop',
      stop,
      (backend) =>
        ({ begunAt: _, ...options }) =>
          stopTouchUps(backend.scheduler, stop, options),
      () => {
        this.#show({ ...plan, channels: [], stopped: true });
        this.#options.tell('stopped');
      },
    );
  }

  /** Sends once more what has not been heard of. */
  async again(): Promise<void> {
    if (this.state.progress === 'unresolved') await this.#again?.();
  }

  /** Stops waiting for reads. What has been sent goes on. */
  suspend(): void {
    this.#request?.abort();
  }

  get #busy(): boolean {
    return this.state.progress !== 'idle';
  }

  async #send<T>(
    kind: string,
    content: object,
    by: (backend: ClinicBackend) => Parameters<typeof writeCarefully<T>>[3],
    done: (value: T) => void,
  ): Promise<void> {
    const backend = this.#backend;
    const token = this.#token;
    if (!backend) return;
    this.#again = async () => {
      this.#fresh({ progress: 'sending' });
      const checking = () => this.#set({ progress: 'checking' });
      const outcome: WriteOutcome<T> = await writeCarefully(backend, kind, content, by(backend), checking);
      if (token !== this.#token) return;
      if (outcome.status === 'confirmed') return done(outcome.value);
      const { error } = outcome;
      if (outcome.status === 'unknown') return this.#set({ progress: 'unresolved', error });
      this.#set({ progress: 'idle' });
      if (error.code === 'unauthorized') this.#set({ status: 'refused' });
      else if (error.code === 'version-conflict' || error.code === 'not-found') void this.load('changed');
      else this.#set({ error });
    };
    await this.#again();
  }

  #issues(plan: TouchUpPlan): PlanIssue[] {
    const { dates, channels } = this.state;
    const issues = KINDS.flatMap((field, index): PlanIssue[] => {
      const date = dates[field];
      const before = KINDS[index - 1];
      if (!isPlainDate(date)) return [{ field, code: 'invalid' }];
      if (date !== plan.dates[field] && date < this.#options.today()) return [{ field, code: 'past' }];
      // A review may fall on the refresh, and is left out then.
      const isLater = !before || date > dates[before] || (field === 'refresh' && date === dates[before]);
      return isLater ? [] : [{ field, code: 'order' }];
    });
    return channels.length > 0 ? issues : [...issues, { field: 'ways', code: 'missing' }];
  }

  #show(plan: TouchUpPlan, notice?: PlanNotice): void {
    const { dates, channels } = plan;
    this.#fresh({ status: 'ready', plan, dates, channels, progress: 'idle', ...(notice && { notice }) });
    if (notice) this.#options.tell('noticed');
  }

  /** Without what was said of the change before. */
  #fresh(part: Partial<PlanState>): void {
    const { notice: _, error: __, ...rest } = this.state;
    this.state = { ...rest, issues: [] };
    this.#set(part);
  }

  #set(part: Partial<PlanState>): void {
    this.state = { ...this.state, ...part };
    this.#options.changed();
  }
}
