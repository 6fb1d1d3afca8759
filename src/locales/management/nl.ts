import type { ManagementMessages } from './messages.js';

const days = (count: number): string => (count === 1 ? '1 dag' : `${count} dagen`);

/** Dutch. */
export const nl = {
  title: (sessions) => (sessions === 1 ? 'Uw afspraak' : 'Uw afspraken'),
  session: (number, of) => `Sessie ${number} van ${of}`,
  status: { confirmed: 'Geboekt', requested: 'Wacht op de kliniek', cancelled: 'Geannuleerd' },
  notice: {
    moved: 'De afspraak is verplaatst. We sturen u een e-mail met de nieuwe tijd.',
    cancelled: 'De afspraak is geannuleerd. We sturen u een e-mail ter bevestiging.',
    changed: 'Dit is intussen ergens anders gewijzigd. Er is niets gedaan. Zo staat het er nu voor.',
    gone: 'Dit kan niet meer worden gewijzigd. Zo staat het er nu voor.',
  },
  changeableUntil: (time) => `U kunt de afspraak hier verplaatsen of annuleren tot ${time}.`,
  notChangeable: 'De afspraak kan hier niet meer worden gewijzigd. Bel ons.',
  move: 'Een andere tijd kiezen',
  cancel: 'Annuleren',
  cancelAll: 'Alles annuleren',
  updateCalendar: 'Werk uw agenda bij',

  refusedTitle: 'Deze link opent niets',
  refusedHint:
    'De link is misschien onvolledig, te oud of vervangen door een nieuwere. Open opnieuw de link in onze laatste e-mail, of bel ons.',
  failedTitle: 'Uw afspraak kan nu niet worden getoond',

  timeTitle: 'Een andere tijd kiezen',
  sofar: (time) => `Tot nu toe: ${time}`,
  gap: {
    same: () => 'Dit is de tijd die u al hebt. Kies een andere.',
    'too-soon': (min) =>
      `Uw huid heeft na de sessie ervoor minstens ${days(min)} nodig om te genezen. Kies een latere dag.`,
    'too-late': (_, max) => `Dit is meer dan ${days(max)} na de sessie ervoor. Kies een eerdere dag, of bel ons.`,
  },
  review: 'Verder',
  planning: 'Uw andere sessies worden bekeken',

  moveTitle: 'Naar deze tijd verplaatsen?',
  from: 'Van',
  to: 'Naar',
  followers: (min) =>
    `Tussen sessies moet minstens ${days(min)} zitten, zodat uw huid kan genezen. Deze worden ook verplaatst:`,
  noTime: (session) => `Er is geen vrije tijd die past voor sessie ${session}. Kies een andere dag, of bel ons.`,
  moveConfirm: (sessions) => (sessions === 1 ? 'De afspraak verplaatsen' : `${sessions} sessies verplaatsen`),

  cancelTitle: (sessions) => (sessions === 1 ? 'Deze afspraak annuleren?' : 'Deze afspraken annuleren?'),
  cancelConfirm: (sessions) => (sessions === 1 ? 'De afspraak annuleren' : `${sessions} afspraken annuleren`),
  keep: 'Laten staan',

  sending: 'Bezig met versturen',
  checking: 'Dit duurt langer dan normaal. We controleren wat er is aangekomen.',
  unresolvedHint:
    'Uw wijziging is misschien aangekomen. Controleer het opnieuw: er wordt niets dubbel gedaan. Als dat niet helpt, bel ons dan.',
} as const satisfies ManagementMessages;
