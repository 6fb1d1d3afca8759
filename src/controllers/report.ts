import { SmpError } from '../domain/errors.js';
import { SmpErrorEvent } from '../events/error-event.js';
import { warn } from './warning.js';

/** Tells the page and its developer that an element can't do its work: a warning, and `smp-error` on the element. */
export function report(host: EventTarget, error: SmpError): void {
  warn(error.code, error.message);
  host.dispatchEvent(new SmpErrorEvent(error));
}

const told = new WeakMap<EventTarget, Set<string>>();

/** Reports what a page or a clinic has written wrongly: each mistake once, and not while the element is drawn. */
export function complain(host: EventTarget, message: string): void {
  const known = told.get(host) ?? new Set();
  if (known.has(message)) return;
  told.set(host, known.add(message));
  queueMicrotask(() => report(host, new SmpError('invalid-config', message)));
}
