import type { MemoryAdapter } from '../../../../src/adapters/memory.js';
import { SmpError } from '../../../../src/domain/errors.js';
import { en as words } from '../../../../src/locales/consultation/en.js';
import { en } from '../../../../src/locales/en.js';
import { backend, type useClinicPage } from '../../../support/clinic-page.js';
import {
  consultationOn,
  option,
  type ConsultationHarness,
  type Sayings,
} from '../../../support/consultation.harness.js';
import { Gate, Weather } from '../../../support/fault-adapter.js';
import { ADA } from '../../../support/slot-booker.harness.js';
import { until } from '../../../support/until.js';
import { backendAsking, EVERY_KIND } from './clinic-questions.js';
import { addPhoto, photoFile } from './photo-file.js';

type Page = ReturnType<typeof useClinicPage>;

const { questions } = words;
const PHOTOS: Sayings = { [questions.photosConsent.label]: [words.consents['photos-assessment']('Northlight Clinic')] };

/** A page of a clinic's own question, as it is first met. */
const kind = (label: string) => async (page: Page) =>
  consultationOn(page, { adapter: backendAsking(...EVERY_KIND) }).goTo(label, { 'Which look?': 'Crisp' });

/** The same, with something to put right. */
const wrong =
  (label: string, say: (consultation: ConsultationHarness) => Promise<unknown>) =>
  async (page: Page): Promise<ConsultationHarness> => {
    const required = EVERY_KIND.map((one) => (one.label === label ? { ...one, required: true } : one));
    const consultation = consultationOn(page, { adapter: backendAsking(...required) });
    await consultation.goTo(label, { 'Which look?': 'Crisp' });
    await say(consultation);
    await consultation.continue();
    return consultation.shows('the problems', () => consultation.part('problems'));
  };

/** A consultation that is sent with a photo. */
async function sentWithPhoto(page: Page, adapter: MemoryAdapter): Promise<ConsultationHarness> {
  const consultation = consultationOn(page, { adapter });
  await consultation.goTo(questions.photos.label, PHOTOS);
  await addPhoto(consultation, words.photos.front[0], await photoFile());
  await consultation.shows('that it is ready', () => consultation.spoken().includes(words.photoReady));
  return consultation.toSent();
}

/** Every state that a visitor can meet, and the way to it. */
export const STATES: Readonly<Record<string, (page: Page) => Promise<ConsultationHarness>>> = {
  loading: async (page) => {
    const gate = new Gate();
    const consultation = consultationOn(page, { adapter: gate.before(backend(), 'getClinic') });
    consultation.element.append('Call us');
    await until('it has asked', () => gate.waiting > 0);
    return consultation;
  },
  failed: async (page) => {
    const error = new SmpError('network', 'down');
    const adapter = backend({ faults: new Weather('getClinic', { kind: 'refuse', error }).faults });
    const consultation = consultationOn(page, { adapter, phone: '020 7946 0199' });
    consultation.element.append('Write to us');
    return consultation.shows('that it failed', () => consultation.part('error'));
  },
  'one of several': kind('Which look?'),
  'one of several, none chosen': wrong('Which look?', async () => undefined),
  several: kind('Which places?'),
  'several, none chosen': wrong('Which places?', async () => undefined),
  'a picture': kind('Which shape?'),
  'a picture, none chosen': wrong('Which shape?', async () => undefined),
  'a picture chosen': async (page) => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.goTo(questions.hairLossPatternMale.label);
    return consultation.choose(option('hairLossPatternMale', 'norwood-5'));
  },
  'a scale': kind('How worried are you?'),
  'a scale, none chosen': wrong('How worried are you?', async () => undefined),
  'a number': kind('How many visits before?'),
  'a wrong number': wrong('How many visits before?', (one) => one.type('How many visits before?', 'many')),
  'a text': kind('What shall we call you?'),
  'too long a text': wrong('What shall we call you?', (one) => one.type('What shall we call you?', 'thirteen long')),
  'a long text': kind('Tell us more'),
  'too long a long text': wrong('Tell us more', (one) => one.type('Tell us more', 'a'.repeat(301))),
  'a date': kind('Since when?'),
  'a wrong date': wrong('Since when?', (one) => one.typeDate({ day: '31', month: '2', year: '2024' })),
  'yes or no': kind('Are you sure?'),
  'yes or no, none chosen': wrong('Are you sure?', async () => undefined),
  'a consent': async (page) => consultationOn(page, { adapter: backend() }).goTo(questions.healthConsent.label),
  'several consents': async (page) => consultationOn(page, { adapter: backend() }).goTo(questions.photosConsent.label),
  contact: async (page) => consultationOn(page, { adapter: backend() }).goTo(questions.contact.label),
  'contact with problems': async (page) => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.goTo(questions.contact.label);
    await consultation.fillContact({ name: '', email: 'ada@gmial', phone: 'x' });
    return consultation.continue();
  },
  photos: async (page) => consultationOn(page, { adapter: backend() }).goTo(questions.photos.label, PHOTOS),
  'photos chosen and refused': async (page) => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.goTo(questions.photos.label, PHOTOS);
    await addPhoto(consultation, words.photos.front[0], await photoFile());
    await addPhoto(consultation, words.photos.top[0], new File(['no'], 'no.txt', { type: 'text/plain' }));
    return consultation.shows(
      'both ends',
      () => consultation.alert() !== '' && consultation.all('canvas').length === 1,
    );
  },
  'what has come back': async (page) => {
    const first = consultationOn(page, { adapter: backend() });
    await first.goTo(questions.photosConsent.label);
    first.element.remove();
    const again = consultationOn(page, { adapter: backend() });
    return again.shows('that it has come back', () => again.text().includes(words.restored));
  },
  'what has fallen away': async (page) => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.toCheck();
    await consultation.press(`${en.change} ${questions.presentation.short}`);
    await consultation.choose(option('presentation', 'female'));
    return consultation.continue();
  },
  'a clear outcome': async (page) => consultationOn(page, { adapter: backend() }).toOutcome(),
  'an outcome with findings': async (page) =>
    consultationOn(page, { adapter: backend() }).toOutcome({
      [questions.healthBody.label]: ['pregnant', 'epilepsy', 'allergy'].map((value) => option('healthBody', value)),
      [questions.healthSkin.label]: [option('healthSkin', 'sunburnTan')],
      [questions.healthMedicines.label]: [option('healthMedicines', 'bloodDonor')],
    }),
  'the outcome under 18': async (page) => {
    const consultation = await consultationOn(page, { adapter: backend() }).ready();
    await consultation.choose(option('ageConfirm18', 'no'));
    return consultation.continue();
  },
  'the answers': async (page) => consultationOn(page, { adapter: backend() }).toCheck(),
  'the answers, not agreed to': async (page) => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.toCheck();
    return consultation.continue();
  },
  sending: async (page) => {
    const gate = new Gate();
    const consultation = consultationOn(page, { adapter: gate.before(backend(), 'submitConsultation') });
    await consultation.toCheck();
    await consultation.send();
    await until('it is sent', () => gate.waiting > 0);
    return consultation;
  },
  'sending without an answer': async (page) => {
    const weather = new Weather('submitConsultation', { kind: 'lose' });
    const consultation = consultationOn(page, { adapter: backend({ faults: weather.faults }) });
    await consultation.toCheck();
    await consultation.send();
    return consultation.shows('that there is no answer', () => consultation.part('unresolved'));
  },
  'a refusal': async (page) => {
    const error = new SmpError('rate-limited', 'slow');
    const weather = new Weather('submitConsultation', { kind: 'refuse', error });
    const consultation = consultationOn(page, { adapter: backend({ faults: weather.faults }) });
    await consultation.toCheck();
    await consultation.send();
    return consultation.shows('why', () => consultation.part('error'));
  },
  sent: async (page) => consultationOn(page, { adapter: backend() }).toSent(),
  'sending photos': async (page) => {
    const weather = new Weather('uploadPhoto', { kind: 'hang' });
    const consultation = await sentWithPhoto(page, backend({ faults: weather.faults }));
    return consultation.shows('how far it has come', () => consultation.all('progress').length > 0);
  },
  'photos that failed': async (page) => {
    const error = new SmpError('unauthorized', 'no');
    const weather = new Weather('uploadPhoto', { kind: 'refuse', error });
    const consultation = await sentWithPhoto(page, backend({ faults: weather.faults }));
    return consultation.shows('that it failed', () => consultation.buttons().join().includes(words.photoRetry));
  },
  'a withdrawal that failed': async (page) => {
    const error = new SmpError('unauthorized', 'no');
    const weather = new Weather('eraseConsultation', { kind: 'refuse', error });
    const consultation = await consultationOn(page, { adapter: backend({ faults: weather.faults }) }).toSent();
    await consultation.withdraw();
    return consultation.shows('that it failed', () => consultation.part('error'));
  },
  withdrawn: async (page) => {
    const consultation = await consultationOn(page, { adapter: backend() }).toSent();
    await consultation.withdraw();
    return consultation.at(words.withdrawnTitle);
  },
  'kept for the booking': async (page) => {
    const adapter = backend({ capabilities: { consultations: false, photos: false } });
    const consultation = consultationOn(page, { adapter });
    await consultation.toCheck({ [questions.contact.label]: null }).catch(() => undefined);
    await consultation.fillContact(ADA);
    await consultation.toCheck();
    await consultation.send();
    return consultation.at(words.keptTitle);
  },
};
