import { isSmpError, SmpError } from '../domain/errors.js';
import type { ManagedBooking, ManagedSession } from '../domain/managed-booking.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { getBooking } from '../scheduling/management.js';
import type { ClinicBackend } from './clinic-backend.js';
import type { ManagementNotice, ManagementPage, ManagementState } from './management-state.js';

/** Something that happened, for events and announcements. */
export type ManagementNews =
  | { readonly kind: 'page'; readonly page: ManagementPage }
  | { readonly kind: 'shown' | 'moved' | 'cancelled'; readonly managed: ManagedBooking }
  | { readonly kind: 'dated'; readonly date: PlainDate; readonly free: number }
  | { readonly kind: 'refused' | 'failed'; readonly error: SmpError };

/** What a {@link ManagementFlow} is given. */
export interface ManagementFlowOptions {
  /** After each change of the state. */
  readonly changed: () => void;
  readonly tell: (news: ManagementNews) => void;
}

/** What is changed here needs code of its own, which is there once it is wanted. */
interface OpenChange {
  suspend(): void;
  resume(): void;
}

type Optional =
  | 'managed'
  | 'session'
  | 'practitioner'
  | 'location'
  | 'cursor'
  | 'date'
  | 'slot'
  | 'gapIssue'
  | 'lost'
  | 'notice'
  | 'error';

/** Nothing is chosen or under way. */
const AT_REST = { moves: [], planning: false, cancelling: [], change: 'idle' } as const;

/** What stands only while something is chosen. */
const CHOSEN: readonly Optional[] = ['session', 'slot', 'date', 'cursor', 'lost', 'notice', 'error', 'gapIssue'];

/**
 * What a client does with the link in their mail, without a DOM: looks at a booking or a course. What they change there
 * is a {@link ManagementChange}.
 */
export class ManagementFlow {
  state: ManagementState = {
    status: 'loading',
    page: 'overview',
    calendar: { status: 'idle', days: new Map(), complete: false },
    ...AT_REST,
  };
  token: string | undefined;
  backend: ClinicBackend | null | undefined;
  /** Set by what changes the booking. */
  change: OpenChange | undefined;
  #request: AbortController | undefined;
  readonly #options: ManagementFlowOptions;

  constructor(options: ManagementFlowOptions) {
    this.#options = options;
  }

  /** Sessions that can still be changed online. */
  get changeable(): readonly ManagedSession[] {
    return this.state.managed?.sessions.filter(({ changeableUntil }) => changeableUntil !== undefined) ?? [];
  }

  /** May something have been changed that nothing has been heard of? Then only the same can be sent again. */
  get unresolved(): boolean {
    return this.state.change === 'unresolved';
  }

  /** Opens what the token stands for; another token opens another booking. */
  open(token: string | undefined): void {
    if (token === this.token) return;
    this.token = token;
    this.change?.suspend();
    this.without(['managed', ...CHOSEN], { page: 'overview', ...AT_REST });
    void this.load();
  }

  /** Gives the backend, as soon as its code has loaded. */
  connect(backend: ClinicBackend): void {
    if (this.backend === backend) return;
    this.backend = backend;
    void this.load();
  }

  /** Reads the booking anew. */
  async load(notice?: ManagementNotice): Promise<void> {
    this.#request?.abort();
    const { token, backend } = this;
    if (!backend) return;
    if (!token) return this.refuse();
    const request = new AbortController();
    this.#request = request;
    if (!this.state.managed) this.set({ status: 'loading' });
    try {
      const managed = await getBooking(backend.scheduler, token, { signal: request.signal });
      if (!request.signal.aborted) this.show(managed, notice);
    } catch (cause) {
      if (request.signal.aborted) return;
      const error = isSmpError(cause) ? cause : new SmpError('unknown', 'Reading the booking failed', { cause });
      if (isOpaque(error)) return this.refuse();
      this.set({ status: 'failed', error });
      this.tell({ kind: 'failed', error });
    }
  }

  /** Stops waiting for reads. What has been sent goes on. */
  suspend(): void {
    this.#request?.abort();
    this.change?.suspend();
  }

  /** Takes up what {@link suspend} stopped. */
  resume(): void {
    if (this.#request?.signal.aborted && this.state.status === 'loading') void this.load();
    this.change?.resume();
  }

  /** The link opens nothing, for whatever reason. */
  refuse(): void {
    this.without(['managed', 'error'], { status: 'refused', page: 'overview' });
  }

  /** Shows a booking as the backend says it stands. */
  show(managed: ManagedBooking, notice?: ManagementNotice): void {
    this.without(CHOSEN, {
      status: 'ready',
      managed,
      ...AT_REST,
      ...(notice && { notice }),
    });
    this.change?.suspend();
    this.go('overview');
    this.tell({ kind: 'shown', managed });
  }

  go(page: ManagementPage): void {
    if (page === this.state.page) return;
    this.set({ page });
    this.tell({ kind: 'page', page });
  }

  tell(news: ManagementNews): void {
    this.#options.tell(news);
  }

  /** Takes values away and sets others. */
  without(names: readonly Optional[], part: Partial<ManagementState>): void {
    const state = { ...this.state };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy, and the names are optional ones
    for (const name of names) delete state[name];
    this.state = state;
    this.set(part);
  }

  set(part: Partial<ManagementState>): void {
    this.state = { ...this.state, ...part };
    this.#options.changed();
  }
}

/** A token that opens nothing is not told why. */
function isOpaque({ code }: SmpError): boolean {
  return code === 'unauthorized' || code === 'not-found' || code === 'validation';
}
