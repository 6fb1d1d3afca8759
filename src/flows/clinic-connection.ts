import type { SchedulingAdapter } from '../adapters/adapter.js';
import type { Clinic } from '../domain/clinic.js';
import { isSmpError, SmpError } from '../domain/errors.js';
import type { ClinicBackend } from './clinic-backend.js';
import type { DraftStorage } from './draft.js';

/** Where a clinic's backend is to be found: one of the three. An attribute that was taken away is `null`. */
export interface ClinicSource {
  /** Base address of a backend that speaks the wire protocol. */
  readonly endpoint?: string | null | undefined;
  readonly adapter?: SchedulingAdapter | null | undefined;
  /** A fictional clinic that lives in the page's memory. */
  readonly demo?: boolean | undefined;
}

/** How far a connection has come. The backend can be asked before the clinic's profile is there. */
export interface ClinicConnectionState {
  readonly status: 'connecting' | 'ready' | 'failed';
  readonly backend?: ClinicBackend;
  readonly clinic?: Clinic;
  readonly error?: SmpError;
}

/** What a {@link ClinicConnection} is given by the page. */
export interface ClinicConnectionOptions {
  readonly storage: () => DraftStorage | undefined;
  readonly now: () => number;
  readonly changed: (state: ClinicConnectionState) => void;
  /** Something for developers. */
  readonly warn: (code: string, message: string) => void;
}

/** Loads what is needed to speak to a clinic's backend, and the clinic's profile. The last source given wins. */
export class ClinicConnection {
  state: ClinicConnectionState = { status: 'connecting' };
  #source: ClinicSource = {};
  #request: AbortController | undefined;
  readonly #options: ClinicConnectionOptions;

  constructor(options: ClinicConnectionOptions) {
    this.#options = options;
  }

  /** Connects, unless it is this source already. */
  async connect(source: ClinicSource): Promise<void> {
    const { endpoint, adapter, demo } = this.#source;
    if (this.#request && endpoint === source.endpoint && adapter === source.adapter && demo === source.demo) return;
    this.#source = source;
    await this.retry();
  }

  /** Connects once more. */
  async retry(): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    const { signal } = request;
    this.#set({ status: 'connecting' });
    try {
      const backend = await this.#backend();
      if (signal.aborted) return;
      this.#set({ status: 'connecting', backend });
      const clinic = await backend.scheduler.getClinic({ signal });
      if (!signal.aborted) this.#set({ status: 'ready', backend, clinic });
    } catch (cause) {
      if (signal.aborted) return;
      const error = isSmpError(cause)
        ? cause
        : new SmpError('network', 'The code of the widget did not load', { cause });
      this.#set({ status: 'failed', error });
    }
  }

  /** Stops waiting for an answer, and is connected no more. */
  close(): void {
    this.#request?.abort();
    this.#request = undefined;
  }

  async #backend(): Promise<ClinicBackend> {
    const { endpoint, adapter, demo } = this.#source;
    if (!adapter && endpoint == null && !demo) {
      throw new SmpError(
        'invalid-config',
        'Set endpoint="…" or the adapter property, or put it into <smp-clinic demo>',
      );
    }
    const [{ clinicBackend }, used] = await Promise.all([
      import('./clinic-backend.js'),
      adapter ?? (demo ? demoAdapter() : httpBackend(endpoint ?? '')),
    ]);
    if (typeof used.getClinic !== 'function') throw new SmpError('invalid-config', 'The adapter has no getClinic()');
    const { storage, now, warn } = this.#options;
    return clinicBackend(
      used,
      { clinic: endpoint ?? used.name, now, storage },
      { onDiagnostic: ({ code, method, message }) => warn(code, `${method}: ${message}`) },
    );
  }

  #set(state: ClinicConnectionState): void {
    this.state = state;
    this.#options.changed(state);
  }
}

async function httpBackend(endpoint: string): Promise<SchedulingAdapter> {
  const { httpAdapter } = await import('../adapters/http.js');
  return httpAdapter(endpoint);
}

async function demoAdapter(): Promise<SchedulingAdapter> {
  const { memoryAdapter } = await import('../adapters/memory.js');
  return memoryAdapter();
}
