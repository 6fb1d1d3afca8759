import type { LauncherMessages } from './messages.js';

/** German. */
export const de: LauncherMessages = {
  title: 'Beratung und Termin',
  close: 'Schließen',
  loading: 'Einen Moment',
  leavingTitle: 'Ihre Antworten sind noch nicht abgeschickt',
  leavingHint: 'Sie bleiben hier, solange diese Seite offen ist. Sie können also zurückkommen.',
  stay: 'Weiter antworten',
  leave: 'Vorerst schließen',
};
