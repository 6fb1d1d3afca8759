import type { CourseMessages } from './messages.js';

const sessions = (count: number): string => (count === 1 ? '1 sessie' : `${count} sessies`);
const days = (count: number): string => (count === 1 ? '1 dag' : `${count} dagen`);

/** Dutch. */
export const nl = {
  chooseOffer: 'Welke behandeling wilt u?',
  suggested: 'Past bij wat u ons hebt verteld',
  sessions,
  forAll: (price) => `${price} in totaal`,

  firstTitle: 'Wanneer kunt u de eerste keer komen?',
  sessionTitle: (number) => `Een andere tijd voor sessie ${number}`,
  sofar: (time) => `Tot nu toe: ${time}`,
  session: (number, role) => (role === undefined ? `Sessie ${number}` : `Sessie ${number}: ${role}`),
  role: {
    foundation: 'basis',
    density: 'dichtheid en tint',
    detail: 'details en overgangen',
    refine: 'laatste verfijningen',
  },
  takeTime: 'Deze tijd kiezen',
  takesTime: 'De andere tijden zoeken',

  planTitle: 'Uw sessies',
  planHint: (min, max) =>
    `We stellen deze tijden voor. Uw huid heeft tussen twee sessies minstens ${days(min)} nodig; na ${days(max)} willen we eerst met u overleggen. U kunt elke tijd wijzigen.`,
  daysAfter: (count) => `${days(count)} later`,
  lost: 'De vorige tijd is door iemand anders geboekt. Dit is een nieuwe.',
  moved: 'Deze moest ook worden verplaatst. Dit is een nieuwe tijd.',
  noTime: 'Nog geen tijd gevonden',
  planning: 'Tijden zoeken',
  changeTime: 'Tijd wijzigen',
  tooSoon: (min) => `Te vroeg: uw huid heeft minstens ${days(min)} nodig om te genezen. Kies een latere dag.`,
  tooLate: (max) => `Te laat: meer dan ${days(max)} na de sessie ervoor. Kies een eerdere dag.`,
  movesOthers: 'De sessies na deze worden dan ook verplaatst.',
  unplannable: 'Er zijn geen tijden die bij elkaar passen. Begin met een andere dag, of bel ons.',
  hold: 'Deze tijden vasthouden',
  holding: 'Uw tijden worden vastgehouden',
  held: (minutes) => `Uw tijden worden ${minutes === 1 ? 'een minuut' : `${minutes} minuten`} vastgehouden.`,
  heldEnded: 'Uw tijden worden niet meer vastgehouden.',

  confirm: (count) => `${sessions(count)} boeken`,
  request: (count) => `${sessions(count)} aanvragen`,
  confirmedTitle: 'Uw sessies zijn geboekt',
  requestedTitle: 'We hebben uw aanvraag ontvangen',

  remainsTitle: 'Niet alle sessies konden worden geboekt',
  remainsHint: 'De behandeling is niet geboekt. Deze sessies staan toch nog vast. Bel ons, of probeer ze te annuleren:',
  remainsCall:
    'De behandeling is niet geboekt. Deze sessies staan toch nog vast en kunnen hier niet worden geannuleerd. Bel ons hierover:',
  standing: 'Deze sessies staan al in onze agenda:',
  cancelled:
    'Er is niets geboekt: een van de sessies kon niet worden geboekt, en daarom zijn de andere weer geannuleerd.',
  tryAgain: 'Ze annuleren',
} as const satisfies CourseMessages;
