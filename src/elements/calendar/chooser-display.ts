import type { ReactiveControllerHost } from 'lit';
import type { ChooserView } from './chooser-view.js';

/** How a calendar and its times are shown, whatever the flow says. Returns what tells it, and what changes it. */
export function chooserDisplay(
  host: ReactiveControllerHost,
): () => Pick<ChooserView, 'monthOpen' | 'toggleMonth' | 'shown' | 'due' | 'press'> {
  let monthOpen = false;
  const shown: ChooserView['shown'] = { month: undefined };
  let due: ChooserView['due'];
  const toggleMonth = () => {
    monthOpen = !monthOpen;
    host.requestUpdate();
  };
  const press: ChooserView['press'] = (what, act) => {
    due = what;
    act();
    // The first task after the next paint.
    requestAnimationFrame(() =>
      setTimeout(() => {
        due = undefined;
        host.requestUpdate();
      }),
    );
  };
  return () => ({ monthOpen, toggleMonth, shown, due, press });
}
