import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import type { Fault, MemoryCall, MemoryMethod } from '../../src/adapters/memory.js';

/** An adapter with some of its methods put in place of its own. */
export function overridden<A extends SchedulingAdapter>(adapter: A, methods: Partial<SchedulingAdapter>): A {
  return Object.assign(Object.create(adapter) as A, methods);
}

/** Something that others wait for until it is opened. */
export class Gate {
  /** Resolves when the gate is opened. */
  readonly passed: Promise<void>;
  /** How many have come to it. */
  waiting = 0;
  #open: () => void = () => undefined;

  constructor() {
    this.passed = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#open();
  }

  /** The adapter, with answers of one method kept back until the gate is opened. What was asked is done at once. */
  before<A extends SchedulingAdapter>(adapter: A, method: MemoryMethod): A {
    const call = adapter[method]?.bind(adapter) as ((...args: unknown[]) => Promise<unknown>) | undefined;
    const kept = async (...args: unknown[]): Promise<unknown> => {
      const answer = call?.(...args);
      answer?.catch(() => undefined);
      this.waiting += 1;
      await this.passed;
      return answer;
    };
    return overridden(adapter, { [method]: kept });
  }
}

/** Faults that strike one method as long as they are switched on. */
export class Weather {
  #fault: Fault | undefined;
  #left = 0;
  readonly #method: MemoryMethod;

  constructor(method: MemoryMethod, fault?: Fault, times = Infinity) {
    this.#method = method;
    this.#fault = fault;
    this.#left = times;
  }

  /** The fault strikes the next calls. */
  strike(fault: Fault, times = Infinity): void {
    this.#fault = fault;
    this.#left = times;
  }

  calm(): void {
    this.#fault = undefined;
  }

  /** For `memoryAdapter({ faults })`. */
  readonly faults = ({ method }: MemoryCall): Fault | undefined => {
    if (method !== this.#method || !this.#fault || this.#left <= 0) return undefined;
    this.#left -= 1;
    return this.#fault;
  };
}
