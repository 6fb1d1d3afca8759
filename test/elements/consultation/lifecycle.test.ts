import { assert } from '@esm-bundle/chai';
import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import type { Question } from '../../../src/domain/consultation/question.js';
import { SmpConsultation } from '../../../src/elements/consultation/consultation.js';
import { en as words } from '../../../src/locales/consultation/en.js';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { backend, clinic, useClinicPage } from '../../support/clinic-page.js';
import { ConsultationHarness, consultationOn, option, type Sayings } from '../../support/consultation.harness.js';
import { Gate } from '../../support/fault-adapter.js';
import { countListeners } from '../../support/listeners.js';
import { usePageReports } from '../../support/page-reports.js';
import { secondCopy } from '../../support/second-copy.js';
import { ADA, isShown, textOf } from '../../support/slot-booker.harness.js';
import { turn, until } from '../../support/until.js';
import { asking, backendAsking, backendWith, EVERY_KIND } from './support/clinic-questions.js';
import { framedPage } from './support/framed-page.js';
import { addPhoto, photoFile } from './support/photo-file.js';

const { questions } = words;

/** Does the browser ask before the page is left? */
function asksBeforeLeaving(): boolean {
  const leave = new Event('beforeunload', { cancelable: true });
  dispatchEvent(leave);
  return leave.defaultPrevented;
}

describe(`the life of <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();

  afterEach(() => assert.isEmpty(reports.uncaught));

  it('goes on where it was when it is moved', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.goTo(questions.presentation.label);
    await consultation.choose(option('presentation', 'female'));
    const elsewhere = document.createElement('div');
    page.element.append(elsewhere);
    elsewhere.append(consultation.element);
    await consultation.element.updateComplete;
    assert.equal(consultation.heading(), questions.presentation.label);
    assert.deepEqual(consultation.chosen(), [option('presentation', 'female')]);
    await consultation.toSent();
  });

  it('goes on sending while it is moved', async () => {
    const gate = new Gate();
    const adapter = backend();
    const consultation = consultationOn(page, { adapter: gate.before(adapter, 'submitConsultation') });
    await consultation.toCheck();
    await consultation.send();
    await until('it is sent', () => gate.waiting === 1);
    const elsewhere = document.createElement('div');
    page.element.append(elsewhere);
    elsewhere.append(consultation.element);
    gate.open();
    await consultation.at(words.sentTitle);
    assert.lengthOf(adapter.state.consultations, 1);
  });

  it('knows what came of its sending when it left and comes back', async () => {
    const gate = new Gate();
    const adapter = backend();
    const consultation = consultationOn(page, { adapter: gate.before(adapter, 'submitConsultation') });
    await consultation.toCheck();
    await consultation.send();
    await until('it is sent', () => gate.waiting === 1);
    consultation.element.remove();
    gate.open();
    await until('it has its reference', () => consultation.element.reference);
    page.element.append(consultation.element);
    await consultation.at(words.sentTitle);
    assert.equal(consultation.reference(), adapter.state.consultations[0]?.consultation.reference);
  });

  it('keeps two on a page apart', async () => {
    const [one, other] = [backend(), backend()];
    const first = consultationOn(page, { adapter: one });
    const second = consultationOn(page, { adapter: other });
    await first.ready();
    await second.ready();
    await first.choose(option('ageConfirm18', 'yes'));
    await second.choose(option('ageConfirm18', 'no'));
    await second.continue();
    assert.deepEqual(first.chosen(), [option('ageConfirm18', 'yes')]);
    assert.equal(second.heading(), words.blockedTitle);
    await first.toSent();
    assert.equal(second.heading(), words.blockedTitle);
    assert.lengthOf(one.state.consultations, 1);
    assert.isEmpty(other.state.consultations);
  });

  it('takes no harm from being defined twice', async () => {
    for (const script of ['elements/consultation/define.ts', 'define.ts']) await import(secondCopy(`src/${script}`));
    assert.equal(customElements.get('smp-consultation'), SmpConsultation);
    assert.isTrue(document.createElement('smp-consultation') instanceof SmpConsultation);
    await consultationOn(page, { adapter: backend() }).ready();
  });

  it('takes what was set before its code was there', async () => {
    const adapter = backend();
    // A tag of its own stands for an element that waits for its class.
    const element = document.createElement('smp-late-consultation');
    Object.assign(element, { adapter });
    page.element.append(element);
    customElements.define('smp-late-consultation', class extends SmpConsultation {});
    await new ConsultationHarness(element as SmpConsultation).ready();
    assert.equal(adapter.state.calls.getClinic, 1);
  });

  it('may come by a parser, a copy and a template, and before the clinic around it', async () => {
    page.write('<template><smp-clinic demo><smp-consultation></smp-consultation></smp-clinic></template>');
    const copy = document.importNode(page.find('template').content, true);
    page.element.append(copy.cloneNode(true), copy);
    const found = [...page.element.querySelectorAll('smp-consultation')];
    assert.lengthOf(found, 2);
    for (const element of found) await new ConsultationHarness(element).ready();
  });

  it('leaves nobody listening after it has come and gone', async () => {
    await consultationOn(page, { adapter: backend() }).ready();
    page.element.replaceChildren();
    const listeners = countListeners();
    try {
      let most = 0;
      for (let times = 0; times < 20; times++) {
        const around = page.clinic({ adapter: backend() });
        const consultation = await consultationOn(page, {}, around).ready();
        most = Math.max(most, listeners.count());
        if (times % 2 === 0) page.element.append(consultation.element);
        around.remove();
        consultation.element.remove();
      }
      await turn();
      assert.isAbove(most, 0, 'it does listen while it is there');
      assert.equal(listeners.count(), 0);
    } finally {
      listeners.stop();
    }
  });

  it('does not listen when it left before its code came', async () => {
    const listeners = countListeners();
    try {
      const consultation = consultationOn(page, { adapter: backend() });
      consultation.element.remove();
      await turn();
      await turn();
      assert.equal(listeners.count(), 0);
      page.element.append(consultation.element);
      await consultation.ready();
    } finally {
      listeners.stop();
    }
  });

  it('says so when code that it needs on the way does not load, and keeps what was typed', async () => {
    const frame = await framedPage(page, { missing: ['src/flows/consultation-checks.ts'] });
    const consultation = frame.consultation({ adapter: backend() });
    await consultation.goTo(questions.contact.label);
    await consultation.fillContact();
    await consultation.submit();
    await consultation.shows('that it failed', () => consultation.alert() !== '');
    assert.include(consultation.alert(), en.errors.network);
    assert.equal(consultation.heading(), questions.contact.label);
    assert.equal(consultation.field(en.name).value, ADA.name);
  });

  it('calls no photo damaged when what prepares it does not load', async () => {
    const frame = await framedPage(page, { missing: ['src/controllers/photo-preparation.ts'] });
    const consultation = frame.consultation({ adapter: backend() });
    const [front] = words.photos.front;
    await consultation.goTo(questions.photos.label, {
      [questions.photosConsent.label]: [words.consents['photos-assessment'](clinic.name)],
    });
    await addPhoto(consultation, front, await photoFile());
    await consultation.shows('that it failed', () => consultation.photo(front).querySelector('[role=alert]'));
    const text = textOf(consultation.photo(front));
    assert.include(text, en.errors.network);
    assert.notInclude(text, words.photoProblems.unreadable);
  });

  it('says so when what writes its answers down for a booking does not load, and calls nothing kept', async () => {
    const frame = await framedPage(page, { missing: ['src/elements/consultation/consultation-plan.ts'] });
    const uncaught: unknown[] = [];
    frame.document.defaultView?.addEventListener('unhandledrejection', ({ reason }) => uncaught.push(reason));
    const consultation = frame.consultation({
      adapter: backend({ capabilities: { consultations: false, photos: false } }),
    });
    const told: unknown[] = [];
    consultation.element.addEventListener('smp-consultation-submitted', (event) => told.push(event));
    await consultation.toCheck();
    await consultation.send();
    await consultation.shows('that it failed', () => consultation.alert() !== '');
    assert.include(consultation.alert(), en.errors.network);
    await frame.settled();
    assert.equal(consultation.heading(), en.checkTitle);
    assert.isEmpty(told);
    assert.isTrue(consultation.element.unsent);
    assert.isEmpty(uncaught);
  });

  it('sends to the clinic that it stands in, whichever one’s questions come last', async () => {
    const [asks, usual] = [backendWith(asking()), backend()];
    const [before, around] = [page.clinic({ adapter: asks }), page.clinic({ adapter: usual })];
    const other = await consultationOn(page, {}, before).ready();
    const consultation = await consultationOn(page, {}, around).ready();
    before.append(consultation.element);
    around.append(consultation.element);
    await consultation.toSent();
    assert.isEmpty(asks.state.consultations);
    assert.lengthOf(usual.state.consultations, 1);
    await other.toSent();
    assert.lengthOf(asks.state.consultations, 1, 'the other clinic takes some as well');
  });

  it('leaves the page’s own content where its pages do not load', async () => {
    const frame = await framedPage(page, { missing: ['src/elements/consultation/consulting.ts'] });
    const consultation = frame.consultation({ adapter: backend() });
    consultation.element.innerHTML = '<p>Call us</p>';
    const fallback = consultation.element.firstElementChild as Element;
    await frame.settled();
    assert.isTrue(isShown(fallback));
    assert.isUndefined(consultation.part('heading'));
  });

  it('takes no room where it is hidden', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    consultation.element.hidden = true;
    await consultation.ready();
    assert.isFalse(isShown(consultation.element));
  });

  it('keeps the room that it will need while it loads', async () => {
    const gate = new Gate();
    const consultation = consultationOn(page, { adapter: gate.before(backend(), 'getClinic') });
    const below = document.createElement('p');
    below.textContent = 'Below';
    page.element.append(below);
    await consultation.element.updateComplete;
    const before = below.getBoundingClientRect().top - consultation.element.getBoundingClientRect().top;
    gate.open();
    await consultation.ready();
    assert.equal(below.getBoundingClientRect().top - consultation.element.getBoundingClientRect().top, before);
    assert.isAbove(before, 300);
  });
});

describe(`leaving the page of <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();

  it('is asked about only while something would be lost', async () => {
    const consultation = await consultationOn(page, { adapter: backend() }).ready();
    assert.isFalse(asksBeforeLeaving(), 'nothing is said yet');
    await consultation.choose(option('ageConfirm18', 'yes'));
    assert.isTrue(asksBeforeLeaving());
    await consultation.toCheck();
    assert.isTrue(asksBeforeLeaving());
    await consultation.send();
    await consultation.at(words.sentTitle);
    assert.isFalse(asksBeforeLeaving(), 'all has arrived');
    await consultation.withdraw();
    await consultation.at(words.withdrawnTitle);
    assert.isFalse(asksBeforeLeaving());
  });

  it('is not asked about by an element that has left', async () => {
    const consultation = await consultationOn(page, { adapter: backend() }).ready();
    await consultation.choose(option('ageConfirm18', 'yes'));
    consultation.element.remove();
    assert.isFalse(asksBeforeLeaving());
    page.element.append(consultation.element);
    assert.isTrue(asksBeforeLeaving());
  });

  it('is asked about while photos are on their way', async () => {
    const gate = new Gate();
    const adapter: SchedulingAdapter = gate.before(backend(), 'uploadPhoto');
    const consultation = consultationOn(page, { adapter });
    await consultation.goTo(questions.photos.label, {
      [questions.photosConsent.label]: [words.consents['photos-assessment'](clinic.name)],
    });
    await addPhoto(consultation, words.photos.front[0], await photoFile());
    await consultation.shows('that it is ready', () => consultation.spoken().includes(words.photoReady));
    await consultation.toSent();
    await until('it is on its way', () => gate.waiting === 1);
    assert.isTrue(asksBeforeLeaving());
    gate.open();
    await consultation.shows('that it is sent', () => consultation.text().includes(words.photoSent));
    assert.isFalse(asksBeforeLeaving());
  });
});

describe(`a reload of the page of <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();
  const stored = (): string => Object.entries<string>(sessionStorage).flat().join('\n');
  /** The questions whose answers are kept. */
  const keptIds = (): string[] => {
    const kept = JSON.parse(sessionStorage.getItem('smp-widgets/consultation') ?? '{}') as {
      readonly draft?: { readonly answers?: object };
    };
    return Object.keys(kept.draft?.answers ?? {});
  };
  const SAID: Sayings = {
    [questions.hairColour.label]: option('hairColour', 'red'),
    [questions.medications.label]: 'MARK-medicine',
    [questions.expectations.label]: 'MARK-hopes',
    [questions.skinTone.label]: option('skinTone', 'type-2'),
    [questions.timeframe.label]: option('timeframe', 'months'),
    [questions.healthBody.label]: [option('healthBody', 'epilepsy')],
  };

  it('brings back the ordinary answers, and none about health', async () => {
    const adapter = backend();
    const first = consultationOn(page, { adapter });
    await first.toOutcome(SAID);
    page.element.replaceChildren();
    const again = consultationOn(page, { adapter });
    await again.at(questions.treatmentGoal.label);
    assert.include(again.text(), words.restored);
    const met: Record<string, string[]> = {};
    await again.goTo(questions.healthConsent.label);
    assert.notInclude(again.text(), words.restored, 'it is said once');
    assert.isEmpty(again.chosen(), 'a consent is given anew');
    for (; again.heading() !== questions.contact.label;) {
      met[again.heading()] =
        again.choices().length > 0
          ? again.chosen()
          : [...again.all('input, textarea')].map((one) => (one as HTMLInputElement).value);
      await again.say();
      await again.continue();
    }
    assert.deepEqual(met[questions.hairColour.label], [option('hairColour', 'red')]);
    assert.deepEqual(met[questions.timeframe.label], [option('timeframe', 'months')]);
    assert.isEmpty(met[questions.presentation.label]);
    assert.isEmpty(met[questions.healthBody.label]);
    assert.isEmpty(met[questions.skinTone.label]);
    assert.deepEqual(met[questions.expectations.label], ['']);
    assert.equal(again.field(en.name).value, ADA.name);
    assert.equal(again.field(en.email).value, ADA.email);
  });

  it('finds no answer about health, no free text, no goal and no consent in the storage, on no page', async () => {
    const mayBeKept = [
      'ageConfirm18',
      'currentHairLength',
      'willKeepShaved',
      'hairColour',
      'scalpSkinType',
      'timeframe',
      'howHeard',
    ];
    const consultation = await consultationOn(page, { adapter: backend() }).ready();
    for (let pages = 0; consultation.heading() !== en.checkTitle; pages++) {
      assert.isBelow(pages, 60);
      await consultation.say(SAID);
      await consultation.continue();
      const text = stored();
      assert.notInclude(text, 'MARK', consultation.heading());
      assert.notInclude(text, 'health', consultation.heading());
      assert.notInclude(text, 'consent', consultation.heading());
      assert.isEmpty(keptIds().filter((id) => !mayBeKept.includes(id)));
      for (const value of ['shavedLook', 'norwood', 'epilepsy', 'type-2']) assert.notInclude(text, value);
    }
    assert.include(keptIds(), 'hairColour');
    assert.include(stored(), 'red', 'what may be kept is kept');
    assert.isEmpty(Object.entries<string>(localStorage).filter(([, value]) => /MARK|norwood|Ada/.test(value)));
  });

  it('finds nothing in the storage once all is sent', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.toSent(SAID);
    assert.notMatch(stored(), /red|Ada|MARK|ageConfirm/);
    page.element.replaceChildren();
    const again = await consultationOn(page, { adapter: backend() }).ready();
    assert.notInclude(again.text(), words.restored);
  });

  it('finds nothing in the storage after a new beginning', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.goTo(questions.photosConsent.label, SAID);
    assert.include(stored(), 'red');
    consultation.element.reset();
    assert.notInclude(stored(), 'red');
  });

  it('keeps no unstored, health or written answer of a clinic’s own either', async () => {
    const settings = asking(
      { id: 'consentHere', kind: 'consent', label: 'May we?', purposes: ['health-data'] },
      ...EVERY_KIND,
      { id: 'secretScale', kind: 'scale', label: 'How bad?', health: true },
      {
        id: 'secretChoice',
        kind: 'single',
        label: 'Which one?',
        unstored: true,
        options: [{ value: 'hush', label: 'Hush' }],
      },
    );
    const consultation = consultationOn(page, { adapter: backendWith(settings) });
    await consultation.toOutcome({
      'May we?': ['I agree'],
      'What shall we call you?': 'MARK-name',
      'Tell us more': 'MARK-story',
      'How bad?': '4',
      'Which one?': 'Hush',
      'How worried are you?': '2',
    });
    assert.notMatch(stored(), /MARK|secretScale|secretChoice|hush|consentHere/);
    assert.match(stored(), /"worry":2/);
  });

  it('takes nothing from another clinic', async () => {
    const first = consultationOn(page, { adapter: backend() });
    await first.goTo(questions.photosConsent.label, SAID);
    page.element.replaceChildren();
    const elsewhere = consultationOn(page, { adapter: backend({ clinic: { ...clinic, id: 'southlight' } }) });
    await elsewhere.ready();
    await turn();
    assert.isEmpty(elsewhere.chosen());
  });

  it('keeps what still fits another questionnaire', async () => {
    const first = consultationOn(page, { adapter: backendAsking(...EVERY_KIND) });
    await first.goTo('How worried are you?', { 'Which look?': 'Crisp', 'Which shape?': 'Shape B' });
    page.element.replaceChildren();
    const [look, ...others] = EVERY_KIND;
    const changed: Question = { ...look, id: 'look', kind: 'single', options: [{ value: 'bold', label: 'Bold' }] };
    const again = consultationOn(page, { adapter: backendAsking(changed, ...others) });
    await again.at('Which look?');
    assert.isEmpty(again.chosen());
    await again.choose('Bold');
    await again.goTo('Which shape?');
    assert.deepEqual(again.chosen(), ['Shape B']);
  });

  for (const [kind, text] of [
    ['no JSON', '{'],
    ['another version', '{"version":99,"at":0,"draft":{}}'],
    ['nonsense', JSON.stringify({ version: 1, at: Date.now(), draft: { clinic: 7, answers: [], name: {} } })],
    [
      'answers of other kinds',
      JSON.stringify({
        version: 1,
        at: Date.now(),
        draft: {
          clinic: clinic.id,
          questionnaire: { id: 'x', version: '1' },
          answers: { ageConfirm18: 7, hairColour: ['red'], healthBody: ['epilepsy'], __proto__x: 'y' },
          name: 'N',
        },
      }),
    ],
  ] as const) {
    it(`minds ${kind} in the storage little`, async () => {
      sessionStorage.setItem('smp-widgets/consultation', text);
      const adapter = backend();
      const consultation = await consultationOn(page, { adapter }).ready();
      await turn();
      assert.isEmpty(consultation.chosen());
      await consultation.toSent();
      assert.lengthOf(adapter.state.consultations, 1);
    });
  }

  for (const how of ['absent', 'throwing'] as const) {
    it(`is no matter where storage is ${how}`, async () => {
      const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
      const get = (): undefined => {
        if (how === 'throwing') throw new DOMException('Not allowed', 'SecurityError');
        return undefined;
      };
      Object.defineProperty(window, 'sessionStorage', { configurable: true, get });
      try {
        await consultationOn(page, { adapter: backend() }).toSent();
      } finally {
        if (own) Object.defineProperty(window, 'sessionStorage', own);
      }
    });
  }

  it('goes on where the first question is open', async () => {
    const first = consultationOn(page, { adapter: backendWith(asking()) });
    await first.goTo(questions.contact.label);
    page.element.replaceChildren();
    const again = consultationOn(page, { adapter: backendWith(asking()) });
    await again.at(questions.contact.label);
    await again.press(en.back);
    assert.deepEqual(again.chosen(), [option('ageConfirm18', 'yes')]);
  });
});
