import { ContextConsumer, ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import { enquiryContext } from '../context/enquiry-context.js';
import type { EnquiryContext } from '../context/enquiry-context.js';
import { forAnotherClinic, openEnquiry } from './open-enquiry.js';

/**
 * Gives the elements inside a host one enquiry: that of the `<smp-clinic>` around it, or where there is none, one of its
 * own. A host that is moved out of its clinic goes on with what was said there.
 */
export class EnquiryController implements ReactiveController {
  /** Whose the enquiry is. */
  #from: 'own' | 'around' | 'left' = 'own';
  readonly #provider: ContextProvider<typeof enquiryContext, ReactiveElement>;
  readonly #changed: () => void;

  /** `changed` is called whenever something has been said. */
  constructor(host: ReactiveElement, changed: () => void) {
    this.#changed = changed;
    this.#provider = new ContextProvider(host, { context: enquiryContext });
    openEnquiry(this.#provider, {}, changed);
    new ContextConsumer(host, {
      context: enquiryContext,
      subscribe: true,
      callback: (value) => {
        this.#from = 'around';
        this.#provider.setValue(value);
        changed();
      },
    });
    // After the consumer, which has asked by then whether there is a clinic around.
    host.addController(this);
  }

  get value(): EnquiryContext {
    return this.#provider.value;
  }

  hostConnected(): void {
    if (this.#from !== 'left') return;
    this.#from = 'own';
    openEnquiry(this.#provider, this.value.enquiry, this.#changed);
  }

  hostDisconnected(): void {
    if (this.#from === 'around') this.#from = 'left';
  }

  /** Another clinic has taken the place of the first. A `<smp-clinic>` around sees to its enquiry by itself. */
  startOver(): void {
    if (this.#from !== 'around') openEnquiry(this.#provider, forAnotherClinic(this.value.enquiry), this.#changed);
  }
}
