import type { ReactiveControllerHost } from 'lit';
import type { ChooserView } from './chooser-view.js';

/** Lets a narrow calendar show the whole month, in place of a week. Returns what says which, and what changes it. */
export function monthSwitch(host: ReactiveControllerHost): () => Pick<ChooserView, 'monthOpen' | 'toggleMonth'> {
  let monthOpen = false;
  const toggleMonth = () => {
    monthOpen = !monthOpen;
    host.requestUpdate();
  };
  return () => ({ monthOpen, toggleMonth });
}
