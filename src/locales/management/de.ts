import type { ManagementMessages } from './messages.js';

const days = (number: number): string => (number === 1 ? '1 Tag' : `${number} Tage`);

/** German. */
export const de: ManagementMessages = {
  title: (sessions) => (sessions === 1 ? 'Ihr Termin' : 'Ihre Termine'),
  session: (number, of) => `Sitzung ${number} von ${of}`,
  status: { confirmed: 'Gebucht', requested: 'Wartet auf die Klinik', cancelled: 'Abgesagt' },
  notice: {
    moved: 'Der Termin ist verlegt. Wir schicken Ihnen eine E-Mail mit der neuen Zeit.',
    cancelled: 'Der Termin ist abgesagt. Wir schicken Ihnen zur Bestätigung eine E-Mail.',
    changed: 'Das wurde inzwischen an anderer Stelle geändert. Es ist nichts geschehen. So ist der Stand.',
    gone: 'Das lässt sich nicht mehr ändern. So ist der Stand.',
  },
  changeableUntil: (time) => `Bis ${time} Uhr können Sie ihn hier verlegen oder absagen.`,
  notChangeable: 'Hier lässt sich das nicht mehr ändern. Bitte rufen Sie uns an.',
  move: 'Anderen Termin wählen',
  cancel: 'Absagen',
  cancelAll: 'Alle absagen',
  updateCalendar: 'Ihren Kalender aktualisieren',

  refusedTitle: 'Dieser Link öffnet nichts',
  refusedHint:
    'Vielleicht ist er unvollständig, zu alt oder durch einen neueren ersetzt. Bitte öffnen Sie den Link in unserer letzten E-Mail noch einmal, oder rufen Sie uns an.',
  failedTitle: 'Ihr Termin kann gerade nicht angezeigt werden',

  timeTitle: 'Anderen Termin wählen',
  sofar: (time) => `Bisher: ${time} Uhr`,
  gap: {
    same: () => 'Das ist der Termin, den Sie haben. Bitte wählen Sie einen anderen.',
    'too-soon': (min) =>
      `Ihre Haut braucht nach der vorigen Sitzung mindestens ${days(min)}, um zu heilen. Bitte wählen Sie einen späteren Tag.`,
    'too-late': (_, max) =>
      `Das ist mehr als ${days(max)} nach der vorigen Sitzung. Bitte wählen Sie einen früheren Tag, oder rufen Sie uns an.`,
  },
  review: 'Weiter',
  planning: 'Ihre anderen Sitzungen werden geprüft',

  moveTitle: 'Auf diesen Termin verlegen?',
  from: 'Von',
  to: 'Auf',
  followers: (min) =>
    `Zwischen Sitzungen müssen mindestens ${days(min)} liegen, damit Ihre Haut heilen kann. Diese verschieben sich auch:`,
  noTime: (session) =>
    `Für Sitzung ${session} gibt es keinen freien Termin, der passt. Bitte wählen Sie einen anderen Tag, oder rufen Sie uns an.`,
  moveConfirm: (sessions) => (sessions === 1 ? 'Termin verlegen' : `${sessions} Sitzungen verlegen`),

  cancelTitle: (sessions) => (sessions === 1 ? 'Diesen Termin absagen?' : 'Diese Termine absagen?'),
  cancelConfirm: (sessions) => (sessions === 1 ? 'Termin absagen' : `${sessions} Termine absagen`),
  keep: 'Behalten',

  sending: 'Wird gesendet',
  checking: 'Das dauert länger als sonst. Wir prüfen, was angekommen ist.',
  unresolvedHint:
    'Vielleicht ist Ihre Änderung angekommen. Prüfen Sie es erneut: Nichts geschieht doppelt. Wenn das nicht hilft, rufen Sie uns bitte an.',
};
