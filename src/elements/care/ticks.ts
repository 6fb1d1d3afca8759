import { visitor } from '../../controllers/visitor.js';

/** Rises when the form of what is kept changes. */
const PREFIX = 'smp-care/1/';

/** What was ticked on this page, also where storage is refused. */
const known = new Map<string, string>();

/** Codes of the steps that a visitor has ticked off. `of` names the clinic and the session. */
export const ticked = (of: string): readonly string[] =>
  (known.get(of) ?? visitor.lastingStorage()?.getItem(PREFIX + of) ?? '').split(',');

/** Ticks a step off, or unticks it. Its code is kept and nothing else, on the device alone. */
export function toggleTick(of: string, code: string): void {
  const codes = ticked(of).filter((one) => one && one !== code);
  const text = (ticked(of).includes(code) ? codes : [...codes, code]).join();
  known.set(of, text);
  try {
    const storage = visitor.lastingStorage();
    if (text) storage?.setItem(PREFIX + of, text);
    else storage?.removeItem(PREFIX + of);
  } catch {
    // Full or forbidden: the page remembers it.
  }
}
