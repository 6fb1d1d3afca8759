import type { LauncherMessages } from './messages.js';

/** German. */
export const de: LauncherMessages = {
  title: 'Beratung und Termin',
  close: 'Schließen',
  loading: 'Einen Moment',
  failed: 'Das ließ sich nicht laden. Prüfen Sie, ob Sie online sind, oder versuchen Sie es gleich noch einmal.',
  retry: 'Erneut versuchen',
  callUs: 'Sie können uns auch anrufen:',
  leavingTitle: 'Ihre Antworten sind noch nicht abgeschickt',
  leavingHint: 'Sie bleiben hier, solange diese Seite offen ist. Sie können also zurückkommen.',
  stay: 'Weiter antworten',
  leave: 'Vorerst schließen',
};
