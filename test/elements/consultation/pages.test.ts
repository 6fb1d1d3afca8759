import { assert } from '@esm-bundle/chai';
import { SmpError } from '../../../src/domain/errors.js';
import { en as words } from '../../../src/locales/consultation/en.js';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { backend, clinic, useClinicPage } from '../../support/clinic-page.js';
import {
  consultationOn,
  option,
  stagesOf,
  type ConsultationHarness,
  type Sayings,
} from '../../support/consultation.harness.js';
import { Gate, Weather } from '../../support/fault-adapter.js';
import { errorsOf, usePageReports } from '../../support/page-reports.js';
import { ADA, isShown, textOf } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';
import {
  AGE,
  asking,
  backendAsking,
  backendWith,
  CONTACT,
  EVERY_KIND,
  lastDraft,
  question,
} from './support/clinic-questions.js';

const { questions, findings } = words;

describe(`the pages of <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();

  it('lead from the first question to the confirmation', async () => {
    const adapter = backend();
    const consultation = consultationOn(page, { adapter });
    const stages = stagesOf(page.element);
    const submitted: (string | undefined)[] = [];
    page.element.addEventListener('smp-consultation-submitted', ({ reference }) => submitted.push(reference));
    await consultation.ready();
    assert.equal(consultation.element.reference, '');
    await consultation.toSent();
    const [stored] = adapter.state.consultations;
    assert.equal(consultation.reference(), stored?.consultation.reference);
    assert.equal(consultation.element.reference, stored?.consultation.reference);
    assert.deepEqual(submitted, [stored?.consultation.reference]);
    assert.deepEqual(
      stages.filter((stage, index) => stage !== stages[index - 1]),
      ['question', 'outcome', 'check', 'sent'],
    );
    assert.include(consultation.text(), words.sentNext(ADA.email));
    // What follows a booking is no news here.
    assert.notInclude(consultation.text(), clinic.policies?.nextSteps ?? 'nothing');
    assert.equal(stored?.draft.contact.name, ADA.name);
    assert.equal(stored?.draft.locale, 'en');
  });

  it('tell nothing of an answer in their events', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    const told: string[] = [];
    for (const name of ['smp-step-changed', 'smp-consultation-submitted', 'smp-consultation-withdrawn', 'smp-error']) {
      page.element.addEventListener(name, (event) => {
        const fields = Object.entries(event).filter(([field]) => field !== 'isTrusted');
        told.push(JSON.stringify(fields));
      });
    }
    await consultation.toSent({ [questions.healthBody.label]: [option('healthBody', 'diabetes')] });
    assert.isAbove(told.length, 10);
    assert.notMatch(told.join(), /diabetes|norwood|question[A-Z]|healthBody/i);
  });

  it('number the questions, as many as will be asked', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.ready();
    const of = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);
    const [first, most] = of(consultation.progress());
    assert.equal(first, 1);
    assert.equal(consultation.progress(), words.position(1, most ?? 0));
    await consultation.goTo(questions.healthConsent.label);
    const [third, all] = of(consultation.progress());
    assert.equal(third, 3);
    await consultation.say();
    assert.deepEqual(of(consultation.progress()), [3, all]);
    for (let number = 3; consultation.heading() !== words.outcomeTitle; number++) {
      assert.equal(of(consultation.progress())[0], number);
      await consultation.say();
      await consultation.continue();
    }
  });

  it('lead back, with the answers kept', async () => {
    const consultation = consultationOn(page, { adapter: backendAsking(...EVERY_KIND) });
    await consultation.ready();
    assert.notInclude(consultation.buttons(), en.back);
    const said: Sayings = {
      'Which look?': 'Crisp',
      'Which places?': ['Top', 'Sides'],
      'Which shape?': 'Shape B',
      'How worried are you?': '3',
      'How many visits before?': '2',
      'What shall we call you?': 'Ada',
      'Tell us more': 'Not much.',
      'Since when?': { day: '1', month: '2', year: '2020' },
      'When is the wedding?': { month: 'June', year: '2199' },
      'Are you sure?': 'Yes',
    };
    await consultation.toOutcome(said);
    await consultation.press(en.back);
    assert.equal(consultation.heading(), questions.contact.label);
    assert.equal(consultation.field(en.name).value, ADA.name);
    const kept: Record<string, unknown> = {};
    for (let pages = EVERY_KIND.length; pages > 0; pages--) {
      await consultation.press(en.back);
      const { length } = consultation.choices();
      const typed = consultation.all('input, textarea').map((control) => (control as HTMLInputElement).value);
      kept[consultation.heading()] = length > 0 ? consultation.chosen() : typed;
    }
    assert.deepEqual(kept, {
      'Which look?': ['Crisp'],
      'Which places?': ['Top', 'Sides'],
      'Which shape?': ['Shape B'],
      'How worried are you?': ['3'],
      'How many visits before?': ['2'],
      'What shall we call you?': ['Ada'],
      'Tell us more': ['Not much.'],
      'Since when?': ['1', '2', '2020'],
      'When is the wedding?': ['', 'June', '2199'],
      'Are you sure?': ['Yes'],
    });
    await consultation.press(en.back);
    await consultation.ready();
    assert.deepEqual(consultation.chosen(), ['Yes']);
  });

  it('give the focus to the heading of each page', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.ready();
    assert.isUndefined(consultation.focused(), 'not before anything was done');
    await consultation.say();
    await consultation.continue();
    assert.isTrue(consultation.focused() === consultation.part('heading'));
    await consultation.press(en.back);
    assert.isTrue(consultation.focused() === consultation.part('heading'));
    await consultation.toOutcome();
    assert.isTrue(consultation.focused() === consultation.part('heading'));
    await consultation.continue();
    assert.isTrue(consultation.focused() === consultation.part('heading'));
    await consultation.send();
    await consultation.at(words.sentTitle);
    assert.isTrue(consultation.focused() === consultation.part('heading'));
  });

  it('keep the focus of a visitor who chooses', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.ready();
    const { input } = consultation.choice('Yes');
    input.focus();
    input.click();
    await consultation.element.updateComplete;
    assert.isTrue(consultation.focused() === input);
  });

  it('take the summary of problems away once they are put right', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.ready();
    await consultation.continue();
    assert.include(textOf(consultation.part('problems')), en.problemTitle);
    assert.include(consultation.text(), `${en.errorPrefix} ${words.issues.missing}`);
    await consultation.say();
    await consultation.continue();
    assert.equal(consultation.heading(), questions.treatmentGoal.label);
    assert.isUndefined(consultation.part('problems'));
    assert.notInclude(consultation.text(), en.errorPrefix);
  });

  it('show the clinic’s number on the way', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.ready();
    assert.equal(textOf(consultation.part('phone')), clinic.phone);
    assert.equal(consultation.part('phone')?.getAttribute('href'), 'tel:02079460100');
  });
});

describe(`the outcome in <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();
  const outcome = async (sayings: Sayings = {}): Promise<ConsultationHarness> => {
    const consultation = consultationOn(page, { adapter: backend() });
    return consultation.toOutcome(sayings);
  };

  it('is clear where nothing stands in the way', async () => {
    const consultation = await outcome();
    assert.isEmpty(consultation.findings());
    assert.include(consultation.text(), words.outcomeClear);
    assert.include(consultation.text(), words.bookConsultation);
    assert.include(consultation.text(), words.treatment.open);
    assert.include(consultation.text(), words.noAdvice);
  });

  for (const [what, page, choice, [title, advice], effect, treatment] of [
    [
      'a wait',
      questions.healthBody.label,
      option('healthBody', 'breastfeeding'),
      findings.breastfeeding,
      words.effects.defer,
      'after-consultation',
    ],
    [
      'a doctor’s letter',
      questions.healthBody.label,
      option('healthBody', 'epilepsy'),
      findings.epilepsy,
      words.effects.letter,
      'after-consultation',
    ],
    [
      'a look together',
      questions.healthSkin.label,
      option('healthSkin', 'trichotillomania'),
      findings.trichotillomania,
      words.effects.review,
      'request',
    ],
    [
      'something to know',
      questions.healthMedicines.label,
      option('healthMedicines', 'bloodDonor'),
      findings.bloodDonor,
      words.effects.inform,
      'open',
    ],
  ] as const) {
    it(`is kind where it is ${what}`, async () => {
      const consultation = await outcome({ [page]: [choice] });
      const [finding = '', ...others] = consultation.findings();
      assert.isEmpty(others);
      assert.include(finding, title);
      assert.include(finding, effect);
      assert.include(finding, advice);
      assert.include(consultation.text(), words.outcomeFound);
      assert.include(consultation.text(), words.bookConsultation);
      assert.include(consultation.text(), words.treatment[treatment]);
    });
  }

  it('names the date from which a treatment is possible', async () => {
    const consultation = await outcome({ [questions.healthSkin.label]: [option('healthSkin', 'sunburnTan')] });
    const [finding = ''] = consultation.findings();
    const date = /From (\d{1,2} \w+ \d{4})/.exec(finding)?.[1] ?? '';
    const days = (Date.parse(`${date} UTC`) - Date.now()) / 86_400_000;
    assert.isTrue(days > 12 && days < 15, `${date} is in two weeks`);
    assert.include(consultation.text(), words.treatmentFrom(date));
  });

  it('names the patch test and its hours', async () => {
    const consultation = await outcome({ [questions.healthBody.label]: [option('healthBody', 'allergy')] });
    assert.include(consultation.findings()[0], words.effects['patch-test']);
    assert.include(consultation.findings()[0], words.effects.review);
    assert.include(consultation.text(), words.patchTest(48));
  });

  it('asks in person where health is not talked about here', async () => {
    const consultation = await outcome({ [questions.healthConsent.label]: null });
    assert.lengthOf(consultation.findings(), 1);
    assert.include(consultation.findings()[0], findings['in-person'][1]);
    assert.include(consultation.text(), words.treatment.request);
  });

  it('ends for those under 18, sends nothing, and can be corrected', async () => {
    const adapter = backend();
    const consultation = consultationOn(page, { adapter });
    await consultation.ready();
    await consultation.choose(option('ageConfirm18', 'no'));
    await consultation.continue();
    assert.equal(consultation.heading(), words.blockedTitle);
    assert.include(consultation.findings().join(), findings.under18[1]);
    assert.equal(consultation.text().split(words.blockedTitle).length, 2, 'it is said once');
    assert.isUndefined(consultation.part('button'));
    assert.notInclude(consultation.text(), words.bookConsultation);
    assert.isDefined(consultation.part('phone'));
    await consultation.press(en.back);
    await consultation.ready();
    assert.deepEqual(consultation.chosen(), ['No']);
    await consultation.choose(option('ageConfirm18', 'yes'));
    await consultation.toSent();
    assert.lengthOf(adapter.state.consultations, 1);
  });

  it('is in the clinic’s words where it has some', async () => {
    const adapter = backendWith({
      screening: {
        rules: [
          {
            flag: 'epilepsy',
            when: { question: 'healthBody', is: 'epilepsy' },
            effects: [{ kind: 'review' }],
            title: 'Our title',
            advice: 'Our advice',
          },
        ],
        patchTestHours: 72,
      },
    });
    const consultation = consultationOn(page, { adapter });
    await consultation.toOutcome({
      [questions.healthBody.label]: [option('healthBody', 'epilepsy'), option('healthBody', 'allergy')],
    });
    const finding = consultation.findings().find((one) => one.includes('Our title')) ?? '';
    assert.include(finding, 'Our advice');
    assert.include(finding, words.effects.review);
    assert.notInclude(finding, words.effects.letter);
    assert.include(consultation.text(), words.patchTest(72));
  });

  it('is what the booker beside it hears of', async () => {
    const around = page.clinic({ adapter: backend() });
    const consultation = consultationOn(page, {}, around);
    await consultation.toSent({ [questions.healthBody.label]: [option('healthBody', 'epilepsy')] });
    const booker = page.booker({ service: 'session' }, around);
    await booker.shows('what the answers mean', () => booker.text().includes(en.afterConsultation));
  });

  it('is what the menu of services keeps to: the first that can be booked is chosen', async () => {
    const services = [...clinic.services].sort(
      (one, other) => Number(other.id === 'session') - Number(one.id === 'session'),
    );
    const around = page.clinic({ adapter: backend({ clinic: { ...clinic, services } }) });
    const booker = page.booker({}, around);
    const consultation = consultationOn(page, {}, around);
    await consultation.toSent({ [questions.healthBody.label]: [option('healthBody', 'epilepsy')] });
    await booker.shows('what the answers mean', () => booker.text().includes(en.afterConsultation));
    assert.equal(booker.heading(), en.chooseService);
    await booker.continue();
    await booker.atTimes();
  });
});

describe(`the check page of <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();

  it('has a row for every answer, with a way to change it', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    const headings: string[] = [];
    await consultation.ready();
    for (; consultation.heading() !== words.outcomeTitle;) {
      headings.push(consultation.heading());
      await consultation.say();
      await consultation.continue();
    }
    await consultation.toCheck();
    const rows = consultation.answers();
    for (const { label, change } of rows) assert.equal(change, `${en.change} ${label}`);
    const elsewhere: readonly string[] = [
      questions.contact.label,
      questions.healthConsent.label,
      questions.photosConsent.label,
      questions.marketingConsent.label,
    ];
    for (const { label, short } of Object.values(questions)) {
      if (headings.includes(label) && !elsewhere.includes(label)) assert.isDefined(consultation.answer(short), short);
    }
    assert.equal(consultation.answer(questions.treatmentGoal.short), option('treatmentGoal', 'shavedLook'));
    assert.equal(consultation.answer(questions.healthBody.short), option('healthBody', 'none'));
    assert.equal(consultation.answer(questions.howHeard.short), en.notProvided);
    assert.equal(consultation.answer(en.name), ADA.name);
    assert.equal(consultation.answer(en.email), ADA.email);
    assert.equal(consultation.answer(en.phone), en.notProvided);
    assert.equal(consultation.answer(words.consents['health-data'](clinic.name)), words.agreed);
    assert.equal(consultation.answer('Send me news.'), words.notAgreed);
  });

  it('leads from every row to its page and back', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.toCheck();
    const rows = consultation.answers();
    assert.isAbove(rows.length, 20);
    for (const { change } of rows) {
      await consultation.press(change);
      assert.notEqual(consultation.heading(), en.checkTitle, change);
      assert.isTrue(consultation.focused() === consultation.part('heading'));
      await consultation.continue();
      assert.equal(consultation.heading(), en.checkTitle, change);
      await consultation.press(change);
      await consultation.press(en.back);
      assert.equal(consultation.heading(), en.checkTitle, change);
    }
    assert.deepEqual(consultation.answers(), rows);
  });

  it('shows a change, and asks what has to be asked because of it', async () => {
    const adapter = backend();
    const consultation = consultationOn(page, { adapter });
    await consultation.toCheck();
    await consultation.press(`${en.change} ${questions.presentation.short}`);
    await consultation.choose(option('presentation', 'female'));
    await consultation.continue();
    assert.notEqual(consultation.progress(), '');
    assert.include(consultation.text(), words.dropped);
    assert.include(consultation.text(), questions.hairLossPatternMale.short);
    await consultation.choose(option('hairLossPatternFemale', 'ludwig-1'));
    await consultation.continue();
    // A cause is looked for with this pattern.
    while (![en.checkTitle, words.outcomeTitle].includes(consultation.heading() as 'Check your answers')) {
      assert.notInclude(consultation.text(), words.dropped);
      await consultation.say();
      await consultation.continue();
    }
    await consultation.toCheck();
    assert.equal(
      consultation.answer(questions.hairLossPatternFemale.short),
      option('hairLossPatternFemale', 'ludwig-1'),
    );
    await consultation.send();
    await consultation.at(words.sentTitle);
    const { answers } = lastDraft(adapter);
    assert.equal(answers['hairLossPatternFemale'], 'ludwig-1');
    assert.notProperty(answers, 'hairLossPatternMale');
  });

  it('says that health answers fall away when their consent is taken back, and sends none of them', async () => {
    const adapter = backend();
    const consultation = consultationOn(page, { adapter });
    await consultation.toCheck({ [questions.healthBody.label]: [option('healthBody', 'epilepsy')] });
    await consultation.press(`${en.change} ${words.consents['health-data'](clinic.name)}`);
    await consultation.choose('I agree that', false);
    await consultation.continue();
    assert.include(consultation.text(), words.dropped, 'it says what is not needed any more');
    assert.include(consultation.text(), questions.healthBody.short);
    await consultation.toCheck();
    assert.isUndefined(consultation.answer(questions.healthBody.short));
    await consultation.send();
    await consultation.at(words.sentTitle);
    assert.notProperty(lastDraft(adapter).answers, 'healthBody');
    assert.isFalse(lastDraft(adapter).consents.find(({ purpose }) => purpose === 'health-data')?.granted);
  });

  it('takes a change back with Back, together with all that it would have asked', async () => {
    const adapter = backend();
    const consultation = consultationOn(page, { adapter });
    await consultation.toCheck();
    const before = consultation.answers();

    await consultation.press(`${en.change} ${questions.presentation.short}`);
    await consultation.choose(option('presentation', 'female'));
    await consultation.press(en.back);
    assert.equal(consultation.heading(), en.checkTitle);
    assert.deepEqual(consultation.answers(), before);

    await consultation.press(`${en.change} ${questions.presentation.short}`);
    await consultation.choose(option('presentation', 'female'));
    await consultation.continue();
    assert.notEqual(consultation.heading(), en.checkTitle);
    await consultation.press(en.back);
    assert.equal(consultation.heading(), en.checkTitle);
    assert.deepEqual(consultation.answers(), before);

    await consultation.press(`${en.change} ${questions.healthSkin.short}`);
    await consultation.choose(option('healthSkin', 'none'), false);
    await consultation.press(en.back);
    assert.deepEqual(consultation.answers(), before, 'a required answer is still there');

    await consultation.press(`${en.change} ${en.email}`);
    await consultation.type(en.email, 'nonsense');
    await consultation.press(en.back);
    assert.deepEqual(consultation.answers(), before, 'and an address that can be written to');

    await consultation.send();
    await consultation.at(words.sentTitle);
    assert.equal(lastDraft(adapter).answers['hairLossPatternMale'], 'norwood-5');
  });

  it('shows what the answers mean again when that has changed', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.toCheck();
    await consultation.press(`${en.change} ${questions.healthBody.short}`);
    await consultation.choose(option('healthBody', 'epilepsy'));
    await consultation.continue();
    assert.equal(consultation.heading(), questions.medications.label, 'it is asked because of the change');
    await consultation.continue();
    assert.equal(consultation.heading(), words.outcomeTitle);
    assert.include(consultation.findings().join(), findings.epilepsy[0]);
    await consultation.continue();
    assert.equal(consultation.heading(), en.checkTitle);
    assert.equal(consultation.answer(questions.healthBody.short), option('healthBody', 'epilepsy'));
  });

  it('ends for somebody who turns out to be under 18', async () => {
    const adapter = backend();
    const consultation = consultationOn(page, { adapter });
    await consultation.toCheck();
    await consultation.press(`${en.change} ${questions.ageConfirm18.short}`);
    await consultation.choose(option('ageConfirm18', 'no'));
    await consultation.continue();
    assert.equal(consultation.heading(), words.blockedTitle);
    assert.isUndefined(consultation.part('button'));
    await consultation.press(en.back);
    await consultation.choose(option('ageConfirm18', 'yes'));
    await consultation.continue();
    await consultation.toSent();
    assert.lengthOf(adapter.state.consultations, 1);
  });

  it('sends nothing before the box is ticked, and leads to it', async () => {
    const adapter = backend();
    const consultation = consultationOn(page, { adapter });
    await consultation.toCheck();
    assert.equal(consultation.privacyWording(), 'I agree to be contacted.');
    assert.isEmpty(consultation.chosen());
    await consultation.continue();
    assert.lengthOf(consultation.problems(), 1);
    assert.isTrue(consultation.focused() === consultation.part('problems'));
    consultation.part('problems')?.querySelector('a')?.click();
    assert.isTrue(consultation.focused() === consultation.choices()[0]?.input);
    assert.equal(consultation.choices()[0]?.input.getAttribute('aria-invalid'), 'true');
    assert.equal(adapter.state.calls.submitConsultation, 0);
    await consultation.send();
    await consultation.at(words.sentTitle);
  });

  it('speaks of the consultation, not of an appointment', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.toCheck();
    await consultation.continue();
    assert.notMatch(consultation.text(), /appointment|booking/i);
  });

  it('leads to the privacy policy, in another tab', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.toCheck();
    const [link] = consultation.all('a[target]');
    assert.equal(link?.getAttribute('href'), clinic.policies?.privacyUrl);
    assert.equal(link?.getAttribute('rel'), 'noopener noreferrer');
    assert.include(textOf(link), en.newTab);
  });

  it('leads back to the outcome', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.toCheck();
    await consultation.press(en.back);
    assert.equal(consultation.heading(), words.outcomeTitle);
  });

  it('says that it is sending, and can’t be sent twice or left meanwhile', async () => {
    const gate = new Gate();
    const sound = backend();
    const consultation = consultationOn(page, { adapter: gate.before(sound, 'submitConsultation') });
    await consultation.toCheck();
    await consultation.send();
    await until('it is sent', () => gate.waiting === 1);
    await consultation.element.updateComplete;
    assert.equal(textOf(consultation.part('button')), words.submitting);
    assert.equal(consultation.part('button')?.getAttribute('aria-disabled'), 'true');
    assert.notInclude(consultation.buttons(), en.back);
    await consultation.submit();
    await consultation.submit();
    gate.open();
    await consultation.at(words.sentTitle);
    assert.equal(sound.state.calls.submitConsultation, 1);
  });

  it('shows the privacy box as it counts while it is sending', async () => {
    const gate = new Gate();
    const error = new SmpError('unauthorized', 'no');
    const weather = new Weather('submitConsultation', { kind: 'refuse', error });
    const sound = backend({ faults: weather.faults });
    const consultation = consultationOn(page, { adapter: gate.before(sound, 'submitConsultation') });
    await consultation.toCheck();
    await consultation.send();
    await until('it is sent', () => gate.waiting === 1);
    const box = consultation.choices()[0]?.input;
    box?.click();
    await consultation.element.updateComplete;
    gate.open();
    await consultation.shows('that it failed', () => consultation.part('error'));
    const ticked = box?.checked;
    weather.calm();
    await consultation.continue();
    const granted = sound.state.consultations.length > 0;
    assert.equal(granted, ticked, 'nothing is sent as agreed that stands there as not agreed');
  });

  it('tells of a refusal, and keeps it all', async () => {
    const error = new SmpError('rate-limited', 'slow');
    const weather = new Weather('submitConsultation', { kind: 'refuse', error });
    const adapter = backend({ faults: weather.faults });
    const consultation = consultationOn(page, { adapter });
    await consultation.toCheck();
    const before = consultation.answers();
    await consultation.send();
    await consultation.shows('that it failed', () => consultation.part('error'));
    assert.include(consultation.alert(), en.errors['rate-limited']);
    assert.include(consultation.text(), clinic.phone ?? 'nothing');
    assert.deepEqual(consultation.answers(), before);
    await consultation.press(`${en.change} ${questions.hairColour.short}`);
    assert.isUndefined(consultation.part('error'), 'what failed is not told on another page');
    await consultation.continue();
    weather.calm();
    await consultation.submit();
    await consultation.at(words.sentTitle);
    assert.isUndefined(consultation.part('error'));
  });

  for (const code of ['unauthorized', 'not-found', 'validation', 'invalid-response'] as const) {
    it(`speaks of no time and no booking where it fails: ${code}`, async () => {
      const weather = new Weather('submitConsultation', { kind: 'refuse', error: new SmpError(code, 'no') });
      const consultation = consultationOn(page, { adapter: backend({ faults: weather.faults }) });
      await consultation.toCheck();
      await consultation.send();
      await consultation.shows('that it failed', () => consultation.part('error') ?? consultation.part('unresolved'));
      assert.notMatch(consultation.alert(), /\b(time|times|held|book|booking|appointment)\b/i);
    });
  }

  it('leads to the field that the backend refuses', async () => {
    const error = new SmpError('validation', 'no', { issues: [{ pointer: '/contact/email', code: 'invalid' }] });
    const weather = new Weather('submitConsultation', { kind: 'refuse', error }, 1);
    const consultation = consultationOn(page, { adapter: backend({ faults: weather.faults }) });
    await consultation.toCheck();
    await consultation.send();
    await consultation.at(questions.contact.label);
    assert.deepEqual(consultation.problems(), [en.emailInvalid]);
    assert.isTrue(consultation.focused() === consultation.part('problems'));
    await consultation.type(en.email, 'ada@example.org');
    await consultation.continue();
    assert.equal(consultation.heading(), en.checkTitle);
    await consultation.submit();
    await consultation.at(words.sentTitle);
  });

  it('calls nothing failed whose answer was lost, and finds it again', async () => {
    const weather = new Weather('submitConsultation', { kind: 'lose' });
    const adapter = backend({ faults: weather.faults });
    const consultation = consultationOn(page, { adapter });
    await consultation.toCheck();
    await consultation.send();
    await consultation.shows('that there is no answer', () => consultation.part('unresolved'));
    assert.include(consultation.alert(), words.unresolvedHint);
    assert.isUndefined(consultation.part('error'));
    assert.deepEqual(consultation.buttons(), [en.checkAgain]);
    weather.calm();
    await consultation.press(en.checkAgain);
    await consultation.at(words.sentTitle);
    assert.lengthOf(adapter.state.consultations, 1);
  });
});

describe(`the end of <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();

  it('shows what the page has to say next', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    consultation.element.innerHTML = '<p>Call us</p><a slot="next" href="#book">Book now</a>';
    const [fallback, next] = consultation.element.children as unknown as [Element, Element];
    await consultation.ready();
    assert.isFalse(isShown(fallback));
    assert.isFalse(isShown(next));
    await consultation.toSent();
    assert.isTrue(isShown(next));
    assert.isFalse(isShown(fallback));
  });

  it('withdraws what was sent, and starts again with nothing but the contact', async () => {
    const adapter = backend();
    const consultation = consultationOn(page, { adapter });
    const withdrawn: Event[] = [];
    page.element.addEventListener('smp-consultation-withdrawn', (event) => withdrawn.push(event));
    await consultation.toSent();
    await consultation.withdraw();
    await consultation.at(words.withdrawnTitle);
    assert.isTrue(consultation.focused() === consultation.part('heading'));
    assert.lengthOf(withdrawn, 1);
    assert.isEmpty(adapter.state.consultations);
    assert.include(consultation.text(), words.withdrawnHint);
    assert.equal(consultation.element.reference, '');
    await consultation.press(words.another);
    await consultation.ready();
    assert.isEmpty(consultation.chosen());
    await consultation.goTo(questions.contact.label);
    assert.equal(consultation.field(en.name).value, ADA.name);
    await consultation.toSent();
    assert.lengthOf(adapter.state.consultations, 1);
  });

  it('says so when the withdrawal did not arrive', async () => {
    const error = new SmpError('unauthorized', 'no');
    const weather = new Weather('eraseConsultation', { kind: 'refuse', error }, 1);
    const consultation = consultationOn(page, { adapter: backend({ faults: weather.faults }) });
    await consultation.toSent();
    await consultation.withdraw();
    await consultation.shows('that it failed', () => consultation.part('error'));
    assert.equal(consultation.heading(), words.sentTitle);
    await consultation.withdraw();
    await consultation.at(words.withdrawnTitle);
  });

  it('hands the answers to the booking where the backend takes no consultations', async () => {
    const adapter = backend({ capabilities: { consultations: false, photos: false } });
    const around = page.clinic({ adapter });
    const consultation = consultationOn(page, {}, around);
    const submitted: unknown[] = [];
    page.element.addEventListener('smp-consultation-submitted', ({ reference }) => submitted.push(reference));
    await consultation.toCheck();
    await consultation.send();
    await consultation.at(words.keptTitle);
    assert.deepEqual(submitted, [undefined]);
    assert.equal(consultation.reference(), '');
    assert.notInclude(consultation.buttons(), words.withdraw);
    assert.include(consultation.text(), words.keptNext);
    assert.isTrue(consultation.element.unsent, 'a reload would lose the answers');
    const booker = page.booker({ service: 'talk' }, around);
    await booker.toDetails();
    // The consent that was given with the answers stands.
    const { privacy: _privacy, ...own } = ADA;
    await booker.fill(own);
    await booker.continue();
    const gist = new RegExp(`^${ADA.note}\\s+Flags: .*shaved`, 'is');
    await booker.shows('the gist of the answers', () => gist.test(booker.answers()[en.note] ?? ''));
    await booker.confirm();
    await until('it is booked', () => adapter.state.bookings.length === 1);
    assert.match(adapter.state.bookings[0]?.draft.note ?? '', gist);
    await until('nothing would be lost any more', () => !consultation.element.unsent);
  });

  it('begins anew when the page says so', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.goTo(questions.healthConsent.label);
    consultation.element.reset();
    await consultation.ready();
    assert.isEmpty(consultation.chosen());
  });

  it('goes along with a booking that was made before', async () => {
    const adapter = backend();
    const around = page.clinic({ adapter });
    const booker = page.booker({ service: 'talk' }, around);
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    const consultation = consultationOn(page, {}, around);
    await consultation.goTo(questions.contact.label);
    assert.equal(consultation.field(en.name).value, ADA.name, 'nothing is asked twice');
    await consultation.toSent();
    const [booking] = adapter.state.bookings;
    assert.deepEqual(adapter.state.consultations[0]?.bookingIds, booking ? [booking.booking.bookingId] : undefined);
  });
});

describe(`<smp-consultation> before it is ready, and where it fails, in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();

  it('shows the page’s own content until it is ready', async () => {
    const gate = new Gate();
    const consultation = consultationOn(page, { adapter: gate.before(backend(), 'getClinic') });
    consultation.element.innerHTML = '<p>Call us</p>';
    const fallback = consultation.element.firstElementChild as Element;
    await until('it has asked', () => gate.waiting > 0);
    await consultation.element.updateComplete;
    assert.isTrue(isShown(fallback));
    assert.isFalse(consultation.element.matches(':state(ready)'));
    gate.open();
    await consultation.ready();
    assert.isFalse(isShown(fallback));
    assert.isTrue(consultation.element.matches(':state(ready)'));
  });

  it('shows it again where nothing can be asked, and can be asked again', async () => {
    const error = new SmpError('network', 'down');
    const weather = new Weather('getClinic', { kind: 'refuse', error });
    const consultation = consultationOn(page, {
      adapter: backend({ faults: weather.faults }),
      phone: '020 7946 0199',
    });
    const codes = errorsOf(page.element);
    consultation.element.innerHTML = '<p>Write to us</p>';
    const fallback = consultation.element.firstElementChild as Element;
    await consultation.shows('that it failed', () => consultation.part('error'));
    assert.isTrue(isShown(fallback));
    assert.include(consultation.alert(), words.failedTitle);
    assert.include(consultation.alert(), '020 7946 0199');
    assert.deepEqual(codes, ['network']);
    weather.calm();
    await consultation.press(en.retry);
    await consultation.ready();
    assert.isFalse(isShown(fallback));
  });

  for (const [mistake, settings, told] of [
    [
      'a question without words',
      asking({ id: 'mystery', kind: 'yes-no' }),
      'Question “mystery”: it has no label, and none is built in',
    ],
    [
      'a choice that is there twice',
      asking(
        question('look', {
          options: [
            { value: 'a', label: 'A' },
            { value: 'a', label: 'B' },
          ],
        }),
      ),
      'Question “look”: the value “a” is there twice',
    ],
    [
      'a picture that nobody drew',
      asking(question('shape', { options: [{ value: 'a', label: 'A', picture: 'unicorn' }] })),
      'Question “shape”: option “a” has no drawing: “unicorn” is none of ours',
    ],
    [
      'nobody’s age',
      { questionnaire: { version: '1', questions: [question('look'), CONTACT] } },
      'Question “ageConfirm18”: it has to come first, be required of all, and have the answers “yes” and “no” only',
    ],
    ['no contact', { questionnaire: { version: '1', questions: [AGE] } }, 'No question of kind “contact”'],
    [
      'a kind that is none',
      { questionnaire: { version: '1', questions: [AGE, { id: 'x', kind: 'guess' }] } },
      'Question “x”',
    ],
    ['a slip of the pen', { questionaire: {} }, 'questionaire'],
  ] as const) {
    it(`asks the default questionnaire where the clinic’s own has ${mistake}, and says so to the developer`, async () => {
      const messages: string[] = [];
      page.element.addEventListener('smp-error', ({ error }) => messages.push(`${error.code}: ${error.message}`));
      const adapter = backendWith(settings);
      const consultation = consultationOn(page, { adapter });
      await consultation.ready();
      assert.isNotEmpty(messages);
      assert.isTrue(messages.every((message) => message.startsWith('invalid-config: ')));
      assert.include(messages.join('\n'), told);
      assert.include(reports.warnings.join('\n'), told);
      await consultation.toSent();
      assert.equal(lastDraft(adapter).questionnaire.id, 'smp-consultation');
    });
  }

  it('says nothing to the developer of a questionnaire without mistake', async () => {
    const codes = errorsOf(page.element);
    const adapter = backendAsking(...EVERY_KIND);
    const consultation = consultationOn(page, { adapter });
    await consultation.goTo('Which look?');
    await consultation.toSent();
    assert.isEmpty(codes);
    assert.isEmpty(reports.warnings);
    assert.deepEqual(lastDraft(adapter).questionnaire, { id: 'northlight', version: '7' });
  });
});
