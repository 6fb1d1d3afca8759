import type { LauncherMessages } from './messages.js';

/** Dutch. */
export const nl: LauncherMessages = {
  title: 'Consult en afspraak',
  close: 'Sluiten',
  loading: 'Een ogenblik',
  leavingTitle: 'Uw antwoorden zijn nog niet verzonden',
  leavingHint: 'Ze blijven hier zolang deze pagina open is. U kunt er dus naar terugkeren.',
  stay: 'Verder antwoorden',
  leave: 'Voor nu sluiten',
};
