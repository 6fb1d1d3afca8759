import type { TouchUpReminderMessages } from './reminder-messages.js';

/** German. */
export const reminderDe = {
  signUpTitle: 'Wir können Sie erinnern',
  ways: 'Wie dürfen wir Sie erinnern?',
  consents: {
    email: (clinic) =>
      `Per E-Mail: ${clinic} darf mir zu diesen Terminen schreiben, insgesamt höchstens viermal. Jede Nachricht hat einen Link, der sie beendet.`,
    sms: (clinic) =>
      `Per SMS: ${clinic} darf mir zu diesen Terminen SMS schicken, insgesamt höchstens viermal. Mein Anbieter kann SMS berechnen. In jeder steht, wie ich sie beende.`,
  },
  phoneHint: 'Nur für diese Erinnerungen.',
  wayMissing: 'Kreuzen Sie einen Weg an, oder tragen Sie die Tage stattdessen in Ihren eigenen Kalender ein',
  signUp: 'Erinnern Sie mich',
  sending: 'Wird gesendet',
  notNow: 'Jetzt nicht',
  signedTitle: 'Wir erinnern Sie',
  signedNext: (where) =>
    `Eine Nachricht ist unterwegs an ${where}. Ihr Link zeigt die Tage; dort können Sie sie ändern oder die Erinnerungen beenden.`,
  unresolvedHint:
    'Ihr Wunsch kann angekommen sein. Senden Sie ihn noch einmal, um sicher zu sein: Sie werden nicht doppelt erinnert.',

  planTitle: 'Ihre Erinnerungen',
  planNext: (where) => `Sie gehen an ${where}. Ohne Ihren Link kann niemand sonst sie sehen oder ändern.`,
  passed: 'vorbei',
  wrong: {
    invalid: (date) => `Geben Sie bei „${date}“ ein Datum ein`,
    past: (date) => `Geben Sie bei „${date}“ ein künftiges Datum ein`,
    order: (date) => `Geben Sie bei „${date}“ ein Datum ein, das nach dem vorigen liegt`,
  },
  save: 'Speichern',
  stopTitle: 'Keine Erinnerungen mehr',
  stopHint: 'Termine, die Sie gebucht haben, bleiben bestehen.',
  stop: 'Alle Erinnerungen beenden',
  stoppedTitle: 'Ihre Erinnerungen sind beendet',
  stoppedHint: 'Sie hören nichts mehr von uns. Wenn Sie es sich anders überlegen, melden Sie sich jederzeit neu an.',
  notice: {
    saved: 'Ihre Änderungen sind gespeichert.',
    unchanged: 'Es gibt nichts zu speichern: Alles ist wie zuvor.',
    changed: 'Die Erinnerungen wurden inzwischen anderswo geändert. So stehen sie jetzt.',
  },
  refusedTitle: 'Dieser Link funktioniert nicht',
  refusedHint:
    'Er ist vielleicht unvollständig oder nicht mehr in Gebrauch. Unsere neueste Nachricht enthält einen, der funktioniert.',
  failedTitle: 'Wir können Ihre Erinnerungen gerade nicht zeigen',
} as const satisfies TouchUpReminderMessages;
