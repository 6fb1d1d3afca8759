import { DEFAULT_TOUCH_UPS, touchUpEstimate } from '../domain/care/touch-up.js';
import type { FadeAnswers, TouchUpDates, TouchUpEstimate, TouchUpSettings } from '../domain/care/touch-up.js';
import { addMonths, isPlainDate } from '../domain/time/plain-date.js';
import type { PlainDate } from '../domain/time/plain-date.js';

/** One date of the plan that is shown. */
export interface ReminderDate {
  readonly kind: keyof TouchUpDates;
  readonly date: PlainDate;
  /** It lies before today. */
  readonly past: boolean;
}

/** All that a touch-up reminder shows. */
export interface ReminderState {
  /** The session that the dates count from. */
  readonly lastSession?: PlainDate;
  /** Nobody told the last session: the visitor is asked for it. */
  readonly asks: boolean;
  /** What was typed is no day that a last session could be on. */
  readonly wrong: boolean;
  readonly answers: FadeAnswers;
  readonly estimate?: TouchUpEstimate;
  /** In order of time. A review that falls on the refresh is left out. */
  readonly dates: readonly ReminderDate[];
}

/** What a {@link ReminderFlow} is given. */
export interface ReminderFlowOptions {
  /** Today on the visitor's calendar. */
  readonly today: () => PlainDate;
  /** After each change of the state. */
  readonly changed: () => void;
}

/** No last session is taken that lies before this. */
const EARLIEST: PlainDate = '2000-01-01';
/** A course that is booked may end this many months from now. */
const MONTHS_AHEAD = 12;

/**
 * Works out when to look at a treatment again, without a DOM. Answers about skin, sun and scars are kept here alone and
 * forgotten with it: nothing that it hands out holds them but its state.
 */
export class ReminderFlow {
  state: ReminderState = { asks: true, wrong: false, answers: {}, dates: [] };
  #settings: TouchUpSettings = DEFAULT_TOUCH_UPS;
  readonly #options: ReminderFlowOptions;

  constructor(options: ReminderFlowOptions) {
    this.#options = options;
  }

  /** The dates that still lie ahead, for a calendar. */
  get ahead(): readonly ReminderDate[] {
    return this.state.dates.filter(({ past }) => !past);
  }

  /** The clinic's own figures. */
  settle(settings: TouchUpSettings): void {
    this.#settings = settings;
    this.#estimate({});
  }

  /** Tells the last session from the page or from what was booked. What is no fitting day leaves the question open. */
  tell(lastSession: PlainDate | undefined): void {
    if (lastSession === undefined || !this.#fits(lastSession)) {
      // What the visitor has typed stands.
      if (!this.state.asks) this.#forget({ asks: true, wrong: false });
      return;
    }
    this.#estimate({ lastSession, asks: false, wrong: false });
  }

  /** Takes what the visitor typed. */
  type(text: string): void {
    if (this.#fits(text)) this.#estimate({ lastSession: text, wrong: false });
    else this.#forget({ wrong: true });
  }

  /** Takes one answer; undefined for “not sure”. */
  answer(part: FadeAnswers): void {
    this.#estimate({ answers: { ...this.state.answers, ...part } });
  }

  #fits(date: string): boolean {
    return isPlainDate(date) && date >= EARLIEST && date <= addMonths(this.#options.today(), MONTHS_AHEAD);
  }

  #forget(part: Partial<ReminderState>): void {
    const { asks, wrong, answers } = { ...this.state, ...part };
    this.state = { asks, wrong, answers, dates: [] };
    this.#options.changed();
  }

  #estimate(part: Partial<ReminderState>): void {
    this.state = { ...this.state, ...part };
    const { lastSession, answers } = this.state;
    if (lastSession !== undefined) {
      const estimate = touchUpEstimate(lastSession, answers, this.#settings);
      const today = this.#options.today();
      const kinds = estimate.review === estimate.refresh ? (['check', 'refresh'] as const) : KINDS;
      const dates = kinds.map((kind) => ({ kind, date: estimate[kind], past: estimate[kind] < today }));
      this.state = { ...this.state, estimate, dates };
    }
    this.#options.changed();
  }
}

const KINDS = ['check', 'review', 'refresh'] as const;
