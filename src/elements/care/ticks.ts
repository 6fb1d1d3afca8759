import { visitor } from '../../controllers/visitor.js';

/** Rises when the form of what is kept changes. */
const PREFIX = 'smp-care/1/';

/** What could not be kept on the device: the page remembers it. */
const known = new Map<string, string>();

/** Codes of the steps that a visitor has ticked off. `of` names the clinic and the session. */
export function ticked(of: string): readonly string[] {
  let kept;
  try {
    kept = visitor.lastingStorage()?.getItem(PREFIX + of);
  } catch {
    // Broken storage holds nothing.
  }
  return (known.get(of) ?? kept ?? '').split(',').filter(Boolean);
}

/** Ticks a step off, or unticks it. Its code is kept and nothing else, on the device alone. */
export function setTick(of: string, code: string, on: boolean): void {
  const text = [...ticked(of).filter((one) => one !== code), ...(on ? [code] : [])].join();
  known.set(of, text);
  try {
    const storage = visitor.lastingStorage();
    if (text) storage?.setItem(PREFIX + of, text);
    else storage?.removeItem(PREFIX + of);
    if (storage) known.delete(of);
  } catch {
    // Full or forbidden.
  }
}
