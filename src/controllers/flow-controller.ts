import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something that tells when its state has changed. */
export interface Subscribable {
  subscribe(subscriber: () => void): () => void;
}

/** Renders its host whenever a flow's state changes, while the host is in the document. */
export class FlowController implements ReactiveController {
  #end: (() => void) | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #flow: Subscribable;

  constructor(host: ReactiveControllerHost, flow: Subscribable) {
    this.#host = host;
    this.#flow = flow;
    host.addController(this);
  }

  hostConnected(): void {
    this.#end = this.#flow.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end?.();
  }
}
