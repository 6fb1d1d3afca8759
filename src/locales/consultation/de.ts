import type { ConsultationMessages } from './messages.js';
import { questionsDe } from './questions.de.js';

/** German. */
export const de = {
  ...questionsDe,
  position: (number, count) => `Frage ${number} von ${count}`,
  restored:
    'Wir haben Ihre früheren Antworten auf diesem Gerät aufbewahrt. Angaben zu Ihrer Gesundheit und Fotos werden nie aufbewahrt: Bitte geben Sie diese noch einmal an.',
  dropped: 'Weil Sie eine Antwort geändert haben, brauchen wir nicht mehr:',
  several: 'Wählen Sie alles aus, was zutrifft.',
  day: 'Tag',
  month: 'Monat',
  year: 'Jahr',
  dateHint: 'Zum Beispiel 27 3 2024. Wenn Sie nicht sicher sind, genügen Monat und Jahr oder das Jahr.',
  issues: {
    missing: 'Wählen Sie eine Antwort oder geben Sie eine ein',
    'too-long': 'Ihre Antwort ist zu lang',
    'not-a-date': 'Geben Sie ein echtes Datum ein, zum Beispiel 27 3 2024, oder nur das Jahr',
    'in-future': 'Das Datum muss heute oder in der Vergangenheit liegen',
    'in-past': 'Das Datum muss heute oder in der Zukunft liegen',
    unconfirmed: 'Setzen Sie das Häkchen, damit wir Ihnen antworten dürfen',
    preparing: 'Ihr Foto wird noch vorbereitet. Bitte warten Sie einen Moment',
    unknown: 'Prüfen Sie diese Antwort',
  },
  between: (min, max) => `Geben Sie eine Zahl von ${min} bis ${max} ein`,
  consents: {
    privacy: (clinic) =>
      `Ich bin damit einverstanden, dass ${clinic} meine Angaben verwendet, um diese Beratungsanfrage zu beantworten und Termine zu vereinbaren.`,
    'health-data': (clinic) =>
      `Ich bin damit einverstanden, dass ${clinic} speichert und verwendet, was ich hier über meine Gesundheit sage, um mich zu beraten und meine Behandlung zu planen.`,
    'photos-assessment': (clinic) =>
      `${clinic} darf meine Fotos verwenden, um mich zu beraten und meine Behandlung zu planen.`,
    'photos-publication': (clinic) =>
      `${clinic} darf meine Fotos veröffentlichen, zum Beispiel auf der eigenen Website.`,
    'appointment-sms': (clinic) => `${clinic} darf mir SMS zu meinen Terminen schicken.`,
    'marketing-email': (clinic) => `${clinic} darf mir Neuigkeiten und Angebote per E-Mail schicken.`,
    'marketing-sms': (clinic) => `${clinic} darf mir Neuigkeiten und Angebote per SMS schicken.`,
  },
  skipHealth:
    'Ohne das überspringen wir die Fragen zu Ihrer Gesundheit, und Ihre Fachkraft fragt Sie persönlich danach.',
  emailHint: 'Dorthin schicken wir unsere Antwort.',
  phoneHint: 'Nur für Fragen zu dieser Beratung.',

  photoChoose: 'Foto wählen',
  photoReplace: 'Ersetzen',
  photoRemove: 'Entfernen',
  photoCancel: 'Abbrechen',
  photoRetry: 'Erneut senden',
  photoPreparing: 'Ihr Foto wird vorbereitet',
  photoReady: 'Bereit zum Senden',
  photoSending: (percent) => `Wird gesendet, ${percent} %`,
  photoSent: 'Gesendet',
  photoFailed: 'Nicht gesendet',
  photoAlt: (angle) => `Ihr Foto: ${angle}`,
  photoLocal:
    'Fotos bleiben auf diesem Gerät, bis Sie Ihre Antworten senden. Wir verkleinern sie und entfernen verborgene Daten wie den Ort.',
  photosSending: 'Ihre Fotos werden gesendet. Bitte lassen Sie diese Seite geöffnet.',
  photosHeld:
    'Die Fotos, die Sie gewählt haben, werden nicht gesendet, weil Sie ihrer Verwendung nicht zugestimmt haben. Sie bleiben auf dieser Seite, bis Sie Ihre Antworten senden: Wenn Sie zustimmen, gehen sie mit.',
  photoProblems: {
    'not-a-photo': 'Diese Datei ist kein Foto. Wählen Sie eine JPEG-, PNG- oder WebP-Datei',
    heic: 'Dieser Browser kann HEIC-Fotos nicht lesen. Machen Sie das Foto hier, oder speichern Sie es zuerst als JPEG',
    'too-many-bytes': 'Das Foto muss kleiner als 15 MB sein',
    'too-many-pixels': 'Das Foto muss weniger als 64 Megapixel haben',
    'too-small': 'Das Foto ist zu klein. Es muss mindestens 200 Pixel breit und hoch sein',
    'out-of-memory': 'Das Foto ist zu groß für dieses Gerät. Wählen Sie ein kleineres',
    blocked: 'Der Schutz dieses Browsers vor Tracking verfälscht Fotos. Verwenden Sie einen anderen Browser',
    unreadable: 'Dieses Foto lässt sich nicht lesen. Vielleicht ist es beschädigt. Wählen Sie ein anderes',
  },

  outcomeTitle: 'Was Ihre Antworten bedeuten',
  outcomeClear: 'Nichts, was Sie uns gesagt haben, steht einer Behandlung im Weg.',
  outcomeFound: 'Danke, dass Sie uns das gesagt haben. Einige Ihrer Antworten sind wichtig für die Planung:',
  blockedTitle: 'Sie müssen 18 sein',
  effects: {
    block: 'Noch nicht möglich',
    defer: 'Braucht Zeit',
    letter: 'Ärztliches Schreiben',
    review: 'Das sehen wir uns gemeinsam an',
    inform: 'Gut zu wissen',
    'patch-test': 'Verträglichkeitstest',
  },
  until: (date) => `Ab ${date}`,
  bookableTitle: 'Was Sie buchen können',
  bookConsultation: 'Eine Beratung, jederzeit.',
  treatment: {
    open: 'Eine Behandlung.',
    request: 'Eine Behandlung, als Anfrage: Ihre Fachkraft bestätigt sie.',
    'after-consultation': 'Eine Behandlung, sobald Ihre Fachkraft mit Ihnen gesprochen hat.',
    none: 'Vorerst nichts.',
  },
  treatmentFrom: (date) => `Behandlungen sind ab ${date} möglich.`,
  patchTest: (hours) =>
    `Wir probieren mindestens ${hours === 1 ? '1 Stunde' : `${hours} Stunden`} vor einer Behandlung etwas Pigment auf Ihrer Haut aus.`,
  noAdvice:
    'Das ist kein ärztlicher Rat. Ihre Fachkraft entscheidet mit Ihnen. Setzen Sie dafür nie ein verschriebenes Medikament ab.',

  consentsTitle: 'Worin Sie einwilligen',
  agreed: 'Ja',
  notAgreed: 'Nein',
  withdrawHint:
    'Sie können Ihre Einwilligung jederzeit widerrufen: auf der nächsten Seite oder indem Sie sich an die Klinik wenden.',
  submit: 'Meine Antworten senden',
  submitting: 'Ihre Antworten werden gesendet',
  checking: 'Das dauert länger als sonst. Wir prüfen, ob Ihre Antworten angekommen sind.',
  unresolvedHint:
    'Vielleicht sind Ihre Antworten angekommen. Prüfen Sie es erneut: Nichts wird doppelt gesendet, und hier geht nichts verloren.',
  photoCount: (count) => (count === 1 ? '1 Foto' : `${count} Fotos`),

  sentTitle: 'Ihre Antworten sind gesendet',
  sentNext: (address) => `Ihre Fachkraft liest sie und meldet sich bei Ihnen: ${address}.`,
  keptTitle: 'Ihre Antworten sind fertig',
  keptNext:
    'Sie gehen in der Notiz zu Ihrer Buchung an die Klinik. Auf diesem Gerät bewahren wir sie nicht auf: Buchen Sie bitte, bevor Sie diese Seite schließen oder neu laden.',
  withdraw: 'Meine Antworten zurückziehen',
  withdrawAsk: 'Die Klinik löscht dann Ihre Antworten und Fotos. Das lässt sich nicht rückgängig machen.',
  withdrawing: 'Wird zurückgezogen',
  withdrawnTitle: 'Ihre Antworten sind gelöscht',
  withdrawnHint: 'Die Klinik hat sie nicht mehr, auch Ihre Fotos nicht.',
  another: 'Neu beginnen',
  failedTitle: 'Das kann hier leider gerade nicht gefragt werden',
} as const satisfies ConsultationMessages;
