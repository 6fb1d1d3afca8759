import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SchedulingAdapter } from '../adapters/adapter.js';
import { clinicContext } from '../context/clinic-context.js';
import type { ClinicContext } from '../context/clinic-context.js';
import { ClinicConnection } from '../flows/clinic-connection.js';
import type { ClinicConnectionState } from '../flows/clinic-connection.js';
import { report } from './report.js';
import { visitor } from './visitor.js';
import { warn } from './warning.js';

/** An element that may name a backend of its own. */
export interface ClinicHost extends ReactiveControllerHost, HTMLElement {
  endpoint?: string | null | undefined;
  adapter?: SchedulingAdapter | null | undefined;
  phone?: string | undefined;
  /** Shows a fictional clinic that lives in the page's memory. */
  demo?: boolean | undefined;
}

/** Opens a connection that reports its failure on an element: a warning for the developer and an `smp-error` event. */
export function connectionOf(host: HTMLElement, changed: (state: ClinicConnectionState) => void): ClinicConnection {
  return new ClinicConnection({
    storage: visitor.storage,
    now: visitor.now,
    warn,
    changed: (state) => {
      changed(state);
      if (state.error) report(host, state.error);
    },
  });
}

/**
 * Connects an element to its clinic: the `<smp-clinic>` around it, or its own `endpoint`, `adapter` or `demo`, which win.
 * The host is updated, and `changed` called, whenever there is news of the connection.
 */
export class ClinicController implements ReactiveController {
  /** Undefined until a clinic has been found. */
  value: ClinicContext | undefined;
  readonly #host: ClinicHost;
  readonly #changed: (value: ClinicContext) => void;
  readonly #own: ClinicConnection;
  readonly #around: ContextConsumer<typeof clinicContext, ClinicHost>;

  constructor(host: ClinicHost, changed: (value: ClinicContext) => void) {
    this.#host = host;
    this.#changed = changed;
    this.#own = connectionOf(host, (state) => this.#set({ ...state, ...this.#ownWords() }));
    this.#around = new ContextConsumer(host, {
      context: clinicContext,
      subscribe: true,
      callback: (value) => {
        if (!this.#hasOwn) this.#set(value);
      },
    });
    host.addController(this);
  }

  /** A clinic around this element may be defined after it; then it is asked again. */
  hostConnected(): void {
    if (!this.#host.closest('smp-clinic:not(:defined)')) return;
    void customElements.whenDefined('smp-clinic').then(() => this.#around.hostConnected());
  }

  /** Finds the connection anew, once attributes and properties are there. */
  hostUpdate(): void {
    const { endpoint, adapter, demo } = this.#host;
    const alone = !this.#around.value && !this.#host.closest('smp-clinic');
    if (this.#hasOwn || alone) return void this.#own.connect({ endpoint, adapter, demo });
    const { value } = this.#around;
    if (!value || value === this.value) return;
    // It had one of its own before.
    this.#own.close();
    this.#set(value);
  }

  get #hasOwn(): boolean {
    const { endpoint, adapter, demo } = this.#host;
    return (endpoint ?? adapter) != null || demo === true;
  }

  #ownWords(): Pick<ClinicContext, 'messages' | 'phone' | 'retry'> {
    return {
      messages: this.#around.value?.messages ?? {},
      phone: this.#host.phone,
      retry: () => void this.#own.retry(),
    };
  }

  #set(value: ClinicContext): void {
    this.value = value;
    this.#changed(value);
    this.#host.requestUpdate();
  }
}
