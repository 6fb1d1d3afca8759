import type { ConsultationMessages } from './messages.js';
import { questionsNl } from './questions.nl.js';

/** Dutch. */
export const nl = {
  ...questionsNl,
  position: (number, count) => `Vraag ${number} van ${count}`,
  restored:
    'We hebben uw eerdere antwoorden op dit apparaat bewaard. Alles over uw gezondheid, en foto’s, bewaren we hier nooit: geef die opnieuw op.',
  dropped: 'Omdat u een antwoord hebt gewijzigd, hebben we dit niet meer nodig:',
  several: 'Kies alles wat van toepassing is.',
  day: 'Dag',
  month: 'Maand',
  year: 'Jaar',
  dateHint: 'Bijvoorbeeld 27 3 2024. Als u het niet zeker weet, is de maand en het jaar, of alleen het jaar, genoeg.',
  issues: {
    missing: 'Kies een antwoord of vul het in',
    'too-long': 'Uw antwoord is te lang',
    'not-a-date': 'Vul een bestaande datum in, zoals 27 3 2024, of alleen het jaar',
    'in-future': 'De datum moet vandaag zijn of in het verleden liggen',
    'in-past': 'De datum moet vandaag zijn of in de toekomst liggen',
    unconfirmed: 'Vink het vakje aan, zodat we u kunnen antwoorden',
    preparing: 'Uw foto wordt nog voorbereid. Wacht een ogenblik',
    unknown: 'Controleer dit antwoord',
  },
  between: (min, max) => `Vul een getal in van ${min} tot en met ${max}`,
  consents: {
    privacy: (clinic) =>
      `Ik ga ermee akkoord dat ${clinic} mijn gegevens gebruikt om op dit consult te antwoorden en afspraken te regelen.`,
    'health-data': (clinic) =>
      `Ik ga ermee akkoord dat ${clinic} opslaat en gebruikt wat ik hier over mijn gezondheid zeg, om mij te adviseren en mijn behandeling te plannen.`,
    'photos-assessment': (clinic) =>
      `${clinic} mag mijn foto’s gebruiken om mij te adviseren en mijn behandeling te plannen.`,
    'photos-publication': (clinic) => `${clinic} mag mijn foto’s publiceren, bijvoorbeeld op de eigen website.`,
    'appointment-sms': (clinic) => `${clinic} mag mij sms-berichten over mijn afspraken sturen.`,
    'marketing-email': (clinic) => `${clinic} mag mij nieuws en aanbiedingen per e-mail sturen.`,
    'marketing-sms': (clinic) => `${clinic} mag mij nieuws en aanbiedingen per sms sturen.`,
  },
  skipHealth:
    'Zonder dit akkoord slaan we de vragen over uw gezondheid over, en stelt uw behandelaar ze u persoonlijk.',
  emailHint: 'Hierheen sturen we ons antwoord.',
  phoneHint: 'Alleen voor vragen over dit consult.',

  photoChoose: 'Een foto kiezen',
  photoReplace: 'Vervangen',
  photoRemove: 'Verwijderen',
  photoCancel: 'Annuleren',
  photoRetry: 'Opnieuw versturen',
  photoPreparing: 'Uw foto wordt voorbereid',
  photoReady: 'Klaar om te versturen',
  photoSending: (percent) => `Versturen, ${percent}%`,
  photoSent: 'Verstuurd',
  photoFailed: 'Niet verstuurd',
  photoAlt: (angle) => `Uw foto: ${angle}`,
  photoLocal:
    'Foto’s blijven op dit apparaat totdat u uw antwoorden verstuurt. We maken ze kleiner en verwijderen verborgen gegevens, zoals de plaats.',
  photosSending: 'Uw foto’s worden verstuurd. Houd deze pagina open.',
  photosHeld:
    'De foto’s die u hebt gekozen worden niet verstuurd, omdat u geen toestemming hebt gegeven om ze te gebruiken. Ze blijven op deze pagina tot u uw antwoorden verstuurt: geeft u toestemming, dan gaan ze mee.',
  photoProblems: {
    'not-a-photo': 'Dit bestand is geen foto. Kies een JPEG-, PNG- of WebP-bestand',
    heic: 'Deze browser kan HEIC-foto’s niet lezen. Maak de foto hier, of sla hem eerst op als JPEG',
    'too-many-bytes': 'De foto moet kleiner zijn dan 15 MB',
    'too-many-pixels': 'De foto moet minder dan 64 megapixel hebben',
    'too-small': 'De foto is te klein. Hij moet minstens 200 pixels breed en hoog zijn',
    'out-of-memory': 'De foto is te groot voor dit apparaat. Kies een kleinere',
    blocked: 'De bescherming van deze browser tegen tracking bederft foto’s. Gebruik een andere browser',
    unreadable: 'Deze foto kan niet worden gelezen. Misschien is hij beschadigd. Kies een andere',
  },

  outcomeTitle: 'Wat uw antwoorden betekenen',
  outcomeClear: 'Niets van wat u ons hebt verteld, staat een behandeling in de weg.',
  outcomeFound: 'Fijn dat u ons dit hebt verteld. Een paar van uw antwoorden zijn belangrijk voor de planning:',
  blockedTitle: 'U moet 18 zijn',
  effects: {
    block: 'Nog niet mogelijk',
    defer: 'Heeft tijd nodig',
    letter: 'Brief van uw arts',
    review: 'Dit bekijken we samen',
    inform: 'Goed om te weten',
    'patch-test': 'Huidtest',
  },
  until: (date) => `Vanaf ${date}`,
  bookableTitle: 'Wat u kunt boeken',
  bookConsultation: 'Een consult, op elk moment.',
  treatment: {
    open: 'Een behandeling.',
    request: 'Een behandeling, als aanvraag: uw behandelaar bevestigt die.',
    'after-consultation': 'Een behandeling, nadat uw behandelaar met u heeft gesproken.',
    none: 'Voorlopig niets.',
  },
  treatmentFrom: (date) => `Behandelingen zijn mogelijk vanaf ${date}.`,
  patchTest: (hours) => `We proberen minstens ${hours} uur voor een behandeling een beetje pigment op uw huid.`,
  noAdvice:
    'Dit is geen medisch advies. Uw behandelaar beslist samen met u. Stop hiervoor nooit met een voorgeschreven medicijn.',

  consentsTitle: 'Waarmee u akkoord gaat',
  agreed: 'Ja',
  notAgreed: 'Nee',
  withdrawHint:
    'U kunt uw toestemming op elk moment intrekken: op de volgende pagina, of door contact op te nemen met de kliniek.',
  submit: 'Mijn antwoorden versturen',
  submitting: 'Uw antwoorden worden verstuurd',
  checking: 'Dit duurt langer dan normaal. We controleren of uw antwoorden zijn aangekomen.',
  unresolvedHint:
    'Uw antwoorden zijn misschien aangekomen. Controleer het opnieuw om dat te weten: er wordt niets dubbel verstuurd, en hier gaat niets verloren.',
  photoCount: (count) => (count === 1 ? '1 foto' : `${count} foto’s`),

  sentTitle: 'Uw antwoorden zijn verstuurd',
  sentNext: (address) => `Uw behandelaar leest ze en antwoordt u via ${address}.`,
  keptTitle: 'Uw antwoorden zijn klaar',
  keptNext:
    'Ze gaan in de opmerking bij uw boeking naar de kliniek. We bewaren ze niet op dit apparaat: boek voordat u deze pagina sluit of opnieuw laadt.',
  withdraw: 'Mijn antwoorden intrekken',
  withdrawAsk: 'De kliniek verwijdert dan uw antwoorden en foto’s. Dat kan niet ongedaan worden gemaakt.',
  withdrawing: 'Bezig met intrekken',
  withdrawnTitle: 'Uw antwoorden zijn verwijderd',
  withdrawnHint: 'De kliniek heeft ze niet meer, en uw foto’s ook niet.',
  another: 'Opnieuw beginnen',
  failedTitle: 'Helaas kunnen we u deze vragen hier nu niet stellen',
} as const satisfies ConsultationMessages;
