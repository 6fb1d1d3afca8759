import type { TouchUpMessages } from './messages.js';

/** German. */
export const de: TouchUpMessages = {
  title: 'Wann man wieder hinsieht',
  estimate: 'Eine Schätzung, kein Versprechen. Wie lange Punkte halten, ist von Mensch zu Mensch verschieden.',
  names: { check: 'Nachkontrolle', review: 'Erste Überprüfung', refresh: 'Auffrischung' },
  hints: {
    check: 'Die Punkte haben sich gesetzt, und die Klinik sieht, ob welche noch mehr brauchen.',
    review: 'Ein Blick darauf, wie sich die Punkte gehalten haben.',
    refresh: 'Wenn viele daran denken, die Punkte auffrischen zu lassen.',
  },
  about: (month) => `etwa ${month}`,
  due: 'jetzt jederzeit',

  lastSession: 'Wann war Ihre letzte Sitzung?',
  lastSessionHint: 'Wenn Sie nicht sicher sind, genügt ein Tag in der Nähe.',
  counted: (day) => `Gerechnet ab Ihrer letzten Sitzung am ${day}.`,
  lastSessionWrong: 'Bitte geben Sie den Tag Ihrer letzten Sitzung ein, etwa einen aus den letzten Jahren.',

  refine: 'Genauer für Sie schätzen',
  stays: 'Ihre Antworten bleiben auf dieser Seite. Sie werden nicht gespeichert oder gesendet.',
  unsure: 'Nicht sicher',
  skin: 'Meine Kopfhaut ist',
  skins: { dry: 'Trocken', normal: 'Normal', oily: 'Fettig' },
  sun: 'Sie bekommt Sonne',
  suns: { low: 'Selten', medium: 'Manchmal', high: 'Viel' },
  scar: 'Eine Narbe wurde behandelt',
  scars: { yes: 'Ja', no: 'Nein' },

  calendar: 'In meinen Kalender eintragen',
  calendarHint: 'Eine Datei mit diesen Daten für Ihren eigenen Kalender. Die Klinik erfährt davon nichts.',
  calendarDone: 'Die Kalenderdatei ist erstellt. Öffnen Sie sie, um die Daten einzutragen.',
  entry: (clinic) => (clinic === undefined ? 'Erinnerung: Klinik anrufen' : `Erinnerung: ${clinic} anrufen`),
  entryNote: 'Eine Erinnerung für ungefähr diese Zeit. Es wurde kein Termin vereinbart.',
  book: 'Auffrischung buchen',
  remind: 'Erinnern Sie mich',
};
