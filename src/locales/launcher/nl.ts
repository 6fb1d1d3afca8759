import type { LauncherMessages } from './messages.js';

/** Dutch. */
export const nl: LauncherMessages = {
  title: 'Consult en afspraak',
  close: 'Sluiten',
  loading: 'Een ogenblik',
  failed: 'Dit kon niet worden geladen. Controleer of u online bent of probeer het zo meteen opnieuw.',
  retry: 'Opnieuw proberen',
  callUs: 'U kunt ons ook bellen:',
  leavingTitle: 'Uw antwoorden zijn nog niet verzonden',
  leavingHint: 'Ze blijven hier zolang deze pagina open is. U kunt er dus naar terugkeren.',
  stay: 'Verder antwoorden',
  leave: 'Voor nu sluiten',
};
