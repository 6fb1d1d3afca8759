import { ContextConsumer, ContextProvider } from '@lit/context';
import type { ReactiveElement } from 'lit';
import { enquiryContext } from '../context/enquiry-context.js';
import type { EnquiryContext } from '../context/enquiry-context.js';
import type { Enquiry } from '../domain/enquiry.js';

/**
 * Gives the elements inside a host one enquiry: that of the `<smp-clinic>` around it, or where there is none, one of its
 * own.
 */
export class EnquiryController {
  readonly #provider: ContextProvider<typeof enquiryContext, ReactiveElement>;
  readonly #changed: () => void;

  /** `changed` is called whenever something has been said. */
  constructor(host: ReactiveElement, changed: () => void) {
    this.#changed = changed;
    this.#provider = new ContextProvider(host, { context: enquiryContext, initialValue: this.#own({}) });
    new ContextConsumer(host, { context: enquiryContext, subscribe: true, callback: (value) => this.#provide(value) });
  }

  get value(): EnquiryContext {
    return this.#provider.value;
  }

  #own(enquiry: Enquiry): EnquiryContext {
    return { enquiry, update: (part) => this.#provide(this.#own({ ...enquiry, ...part })) };
  }

  #provide(value: EnquiryContext): void {
    this.#provider.setValue(value);
    this.#changed();
  }
}
