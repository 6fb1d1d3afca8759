import type { TouchUpReminderMessages } from './reminder-messages.js';

/** Dutch. */
export const reminderNl = {
  signUpTitle: 'We kunnen u herinneren',
  ways: 'Hoe mogen we u herinneren?',
  consents: {
    email: (clinic) =>
      `Per e-mail: ${clinic} mag mij over deze datums schrijven, in totaal hoogstens vier keer. Elk bericht heeft een link waarmee ze stoppen.`,
    sms: (clinic) =>
      `Per sms: ${clinic} mag mij over deze datums sms’en, in totaal hoogstens vier keer. Mijn provider kan kosten rekenen. In elke sms staat hoe ze stoppen.`,
  },
  phoneHint: 'Alleen voor deze herinneringen.',
  wayMissing: 'Vink een manier aan, of zet de datums in uw eigen agenda',
  signUp: 'Herinner mij',
  sending: 'Bezig met verzenden',
  notNow: 'Nu niet',
  signedTitle: 'We herinneren u eraan',
  signedNext: (where) =>
    `Er is een bericht onderweg naar ${where}. De link toont de datums; u kunt ze daar wijzigen of de herinneringen stoppen.`,
  unresolvedHint:
    'Uw verzoek kan zijn aangekomen. Verstuur het nog eens om zeker te zijn: u wordt niet dubbel herinnerd.',

  planTitle: 'Uw herinneringen',
  planNext: (where) => `Ze gaan naar ${where}. Zonder uw link kan niemand anders ze zien of wijzigen.`,
  passed: 'voorbij',
  wrong: {
    invalid: (date) => `Vul een datum in bij ‘${date}’`,
    past: (date) => `Vul een datum in de toekomst in bij ‘${date}’`,
    order: (date) => `Vul bij ‘${date}’ een datum in die na de vorige komt`,
  },
  save: 'Opslaan',
  stopTitle: 'Geen herinneringen meer',
  stopHint: 'Afspraken die u hebt gemaakt, blijven staan.',
  stop: 'Alle herinneringen stoppen',
  stoppedTitle: 'Uw herinneringen zijn gestopt',
  stoppedHint: 'U hoort niets meer van ons. Als u van gedachten verandert, meldt u zich gewoon opnieuw aan.',
  notice: {
    saved: 'Uw wijzigingen zijn opgeslagen.',
    unchanged: 'Er is niets om op te slaan: alles is zoals het was.',
    changed: 'De herinneringen zijn intussen ergens anders gewijzigd. Zo staan ze nu.',
  },
  refusedTitle: 'Deze link werkt niet',
  refusedHint: 'Hij is misschien niet volledig of niet meer in gebruik. Ons nieuwste bericht heeft er een die werkt.',
  failedTitle: 'We kunnen uw herinneringen nu niet tonen',
} as const satisfies TouchUpReminderMessages;
