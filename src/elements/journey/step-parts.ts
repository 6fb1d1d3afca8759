/** All parts of the elements in the steps. */
const PARTS =
  'advice alternative answers book button calendar calendars caption change controls countdown date ' +
  'dates day day-free deposit disclaimer error estimate expect finding flags handle heading hold input ' +
  'leave lost notice option page payment phone photo picture plan print problems progress reference ' +
  'remind save service session sign-up sign-up-form signed stop stretch terms tick time timeline times ' +
  'today undo undone unresolved';

/**
 * Makes the parts of an element in a step parts of the journey, with a word before their names since others have parts of
 * the same name: `booking-day`. The main button of each step is also a `button`, as the journey's own is.
 */
export const exportedParts = (step: string): string =>
  ['button', ...PARTS.split(' ').map((part) => `${part}:${step}-${part}`)].join();
