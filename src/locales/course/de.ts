import type { CourseMessages } from './messages.js';

const days = (number: number): string => (number === 1 ? '1 Tag' : `${number} Tage`);
/** After a preposition that takes the dative. */
const ofDays = (number: number): string => (number === 1 ? '1 Tag' : `${number} Tagen`);
const sessions = (number: number): string => (number === 1 ? '1 Sitzung' : `${number} Sitzungen`);

/** German. */
export const de: CourseMessages = {
  chooseOffer: 'Welche Behandlung möchten Sie?',
  suggested: 'Passt zu dem, was Sie uns gesagt haben',
  sessions,
  forAll: (price) => `${price} insgesamt`,

  firstTitle: 'Wann können Sie zum ersten Mal kommen?',
  sessionTitle: (number) => `Anderer Termin für Sitzung ${number}`,
  sofar: (time) => `Bisher: ${time} Uhr`,
  session: (number, role) => (role === undefined ? `Sitzung ${number}` : `Sitzung ${number}: ${role}`),
  role: {
    foundation: 'Grundlage',
    density: 'Dichte und Farbton',
    detail: 'Feinheiten und Übergänge',
    refine: 'letzte Verfeinerungen',
  },
  takeTime: 'Diesen Termin nehmen',
  takesTime: 'Die weiteren Termine werden gesucht',

  planTitle: 'Ihre Sitzungen',
  planHint: (min, max) =>
    `Wir schlagen diese Termine vor. Ihre Haut braucht zwischen zwei Sitzungen mindestens ${days(min)}; nach ${ofDays(max)} möchten wir zuerst mit Ihnen sprechen. Sie können jeden Termin ändern.`,
  daysAfter: (number) => `${days(number)} später`,
  lost: 'Den bisherigen Termin hat jemand anderes genommen. Dies ist ein neuer.',
  moved: 'Auch dieser musste verlegt werden. Dies ist ein neuer Termin.',
  noTime: 'Noch kein Termin gefunden',
  planning: 'Termine werden gesucht',
  changeTime: 'Termin ändern',
  tooSoon: (min) =>
    `Zu früh: Ihre Haut braucht mindestens ${days(min)}, um zu heilen. Bitte wählen Sie einen späteren Tag.`,
  tooLate: (max) => `Zu spät: mehr als ${days(max)} nach der vorigen Sitzung. Bitte wählen Sie einen früheren Tag.`,
  movesOthers: 'Die Sitzungen danach würden sich auch verschieben.',
  unplannable:
    'Es gibt keine Termine, die zusammenpassen. Bitte beginnen Sie mit einem anderen Tag, oder rufen Sie uns an.',
  hold: 'Diese Termine freihalten',
  holding: 'Ihre Termine werden freigehalten',
  held: (minutes) =>
    `Ihre Termine werden noch ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`} für Sie freigehalten.`,
  heldEnded: 'Ihre Termine werden nicht mehr freigehalten.',

  confirm: (count) => `${sessions(count)} buchen`,
  request: (count) => `${sessions(count)} anfragen`,
  confirmedTitle: 'Ihre Sitzungen sind gebucht',
  requestedTitle: 'Wir haben Ihre Anfrage',

  remainsTitle: 'Nicht alle Sitzungen konnten gebucht werden',
  remainsHint:
    'Die Behandlung wurde nicht gebucht. Diese Sitzungen bestehen trotzdem. Bitte rufen Sie uns an, oder versuchen Sie, sie abzusagen:',
  remainsCall:
    'Die Behandlung wurde nicht gebucht. Diese Sitzungen bestehen trotzdem und lassen sich hier nicht absagen. Bitte rufen Sie uns deswegen an:',
  standing: 'Diese Sitzungen stehen schon in unserem Kalender:',
  cancelled:
    'Es ist nichts gebucht: Eine der Sitzungen konnte nicht gebucht werden, deshalb sind die anderen wieder abgesagt.',
  tryAgain: 'Sitzungen absagen',
};
