import { assert } from '@esm-bundle/chai';
import { en as words } from '../../../src/locales/consultation/en.js';
import { en } from '../../../src/locales/en.js';
import { engine, press, type } from '../../support/browser.js';
import { backend, clinic, useClinicPage } from '../../support/clinic-page.js';
import { consultationOn, option, type ConsultationHarness } from '../../support/consultation.harness.js';
import { labelOf, tabTo } from '../../support/keyboard.js';
import { ADA, isShown } from '../../support/slot-booker.harness.js';
import { backendAsking, EVERY_KIND, lastDraft, question } from './support/clinic-questions.js';

const { questions } = words;

describe(`the keyboard in <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();

  /** Chooses one of several that rule each other out: into the group with Tab, to the choice with arrows. */
  async function pick(consultation: ConsultationHarness, name: string): Promise<void> {
    const choices = consultation.choices();
    const index = choices.findIndex((choice) => choice.name.startsWith(name));
    assert.isAtLeast(index, 0, `${name} on ${consultation.heading()}`);
    await tabTo(consultation.root, choices[0]?.name ?? '');
    if (index === 0) await press('Space');
    for (let steps = 0; steps < index; steps++) await press('ArrowDown');
    await consultation.shows(`${name} is chosen`, () => consultation.chosen().join().startsWith(name));
    assert.include(labelOf(consultation.focused() as HTMLElement), name);
  }

  /** Ticks or unticks one of several. */
  async function tick(consultation: ConsultationHarness, name: string): Promise<void> {
    await tabTo(consultation.root, name);
    const was = consultation.choice(name).chosen;
    await press('Space');
    await consultation.shows(`${name} is ticked or not`, () => consultation.choice(name).chosen !== was);
  }

  /** Turns the page with Enter, and finds the focus on its heading. */
  async function enter(consultation: ConsultationHarness, heading: string): Promise<void> {
    await press('Enter');
    await consultation.at(heading);
    await consultation.shows('the focus on the heading', () => consultation.focused() === consultation.part('heading'));
  }

  it('is all that a consultation needs', async function () {
    this.timeout(60_000);
    const adapter = backend();
    const consultation = await consultationOn(page, { adapter }).ready();

    await tabTo(consultation.root, option('ageConfirm18', 'yes'));
    await press('Enter');
    await consultation.shows('what is to be put right', () => consultation.focused() === consultation.part('problems'));
    await tabTo(consultation.root, words.issues.missing);
    await press('Enter');
    await consultation.shows('the first choice', () => consultation.focused()?.matches('input'));
    await press('Space');
    await enter(consultation, questions.treatmentGoal.label);
    await pick(consultation, option('treatmentGoal', 'density'));
    await enter(consultation, questions.healthConsent.label);
    await tick(consultation, 'I agree');
    await tabTo(consultation.root, en.continue);
    await enter(consultation, questions.presentation.label);
    await pick(consultation, option('presentation', 'male'));
    await enter(consultation, questions.hairLossPatternMale.label);
    await pick(consultation, option('hairLossPatternMale', 'norwood-3'));
    await enter(consultation, questions.progression.label);
    await pick(consultation, option('progression', 'stable'));
    await enter(consultation, questions.previousTreatments.label);
    await tick(consultation, option('previousTreatments', 'minoxidil'));
    await tick(consultation, option('previousTreatments', 'transplant-fue'));
    await enter(consultation, questions.transplantDate.label);
    await tabTo(consultation.root, words.day);
    await type('27');
    await tabTo(consultation.root, words.month);
    await type('March');
    await tabTo(consultation.root, words.year);
    await type('2019');
    await enter(consultation, questions.treatmentDates.label);
    await tabTo(consultation.root, questions.treatmentDates.label);
    await type('since 2022');
    await enter(consultation, questions.healthSkin.label);
    await tick(consultation, option('healthSkin', 'moles'));
    await tick(consultation, option('healthSkin', 'none'));
    assert.deepEqual(consultation.chosen(), [option('healthSkin', 'none')]);
    await enter(consultation, questions.healthBody.label);
    await tick(consultation, option('healthBody', 'none'));
    await enter(consultation, questions.healthMedicines.label);
    await tick(consultation, option('healthMedicines', 'none'));
    await enter(consultation, questions.currentHairLength.label);
    await pick(consultation, option('currentHairLength', 'short'));
    await enter(consultation, questions.hairColour.label);
    await pick(consultation, option('hairColour', 'red'));
    for (const heading of [questions.skinTone, questions.scalpSkinType, questions.expectations]) {
      await enter(consultation, heading.label);
      await tabTo(consultation.root, en.continue);
    }
    await tabTo(consultation.root, questions.expectations.label, ['Shift', 'Tab']);
    await type('Soft');
    await tabTo(consultation.root, en.continue);
    await enter(consultation, questions.timeframe.label);
    await tabTo(consultation.root, en.continue);
    await enter(consultation, questions.howHeard.label);
    await tabTo(consultation.root, en.continue);
    await enter(consultation, questions.photosConsent.label);
    await tick(consultation, words.consents['photos-assessment'](clinic.name));
    await enter(consultation, questions.photos.label);
    await tabTo(consultation.root, en.continue);
    await enter(consultation, questions.marketingConsent.label);
    await tabTo(consultation.root, en.continue);
    await enter(consultation, questions.contactChannel.label);
    await tabTo(consultation.root, en.continue);
    await enter(consultation, questions.contact.label);
    await tabTo(consultation.root, en.name);
    await type(ADA.name);
    await tabTo(consultation.root, en.email);
    await type(ADA.email);
    await enter(consultation, words.outcomeTitle);
    await tabTo(consultation.root, en.continue);
    await enter(consultation, en.checkTitle);
    await tabTo(consultation.root, `${en.change} ${questions.hairColour.short}`);
    await enter(consultation, questions.hairColour.label);
    await tabTo(consultation.root, option('hairColour', 'red'));
    await press('ArrowDown');
    await enter(consultation, en.checkTitle);
    assert.equal(consultation.answer(questions.hairColour.short), option('hairColour', 'grey'));
    await tabTo(consultation.root, words.submit);
    await press('Enter');
    await consultation.shows('what is to be put right', () => consultation.focused() === consultation.part('problems'));
    await tabTo(consultation.root, consultation.problems()[0] ?? '');
    await press('Enter');
    await press('Space');
    await tabTo(consultation.root, words.submit);
    await enter(consultation, words.sentTitle);

    const { answers } = lastDraft(adapter);
    assert.equal(answers['transplantDate'], '2019-03-27');
    assert.deepEqual(answers['previousTreatments'], ['minoxidil', 'transplant-fue']);
    assert.equal(answers['hairLossPatternMale'], 'norwood-3');
    assert.equal(answers['hairColour'], 'grey');
    assert.equal(answers['expectations'], 'Soft');
    assert.isEmpty(adapter.state.consultations[0]?.photos);
  });

  it('leads back with Enter on Back, and on from there', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.goTo(questions.healthConsent.label);
    await tabTo(consultation.root, en.back, ['Shift', 'Tab']);
    await enter(consultation, questions.treatmentGoal.label);
    await tabTo(consultation.root, option('treatmentGoal', 'shavedLook'));
    await enter(consultation, questions.healthConsent.label);
  });

  it('stops once at a group of which one can be chosen', async () => {
    const consultation = await consultationOn(page, { adapter: backendAsking(question('worry')) }).goTo(
      'How worried are you?',
    );
    await consultation.choose('3');
    const stops: string[] = [];
    consultation.part('heading')?.focus();
    for (let presses = 0; presses < 2; presses++) {
      await press('Tab');
      stops.push(labelOf(consultation.focused() as HTMLElement));
    }
    assert.deepEqual(stops, ['3', en.continue]);
  });

  it('goes along a scale with the arrows', async () => {
    const consultation = await consultationOn(page, { adapter: backendAsking(question('worry')) }).goTo(
      'How worried are you?',
    );
    await consultation.choose('3');
    await tabTo(consultation.root, '3');
    await press('ArrowRight');
    await consultation.shows('the next', () => consultation.chosen().join() === '4');
    await press('ArrowLeft');
    await press('ArrowLeft');
    await consultation.shows('the one before', () => consultation.chosen().join() === '2');
  });

  it('writes a line into a longer text with Enter, and turns no page', async () => {
    const consultation = await consultationOn(page, { adapter: backendAsking(question('story')) }).goTo('Tell us more');
    await tabTo(consultation.root, 'Tell us more');
    await type('One');
    await press('Enter');
    await type('Two');
    assert.equal(consultation.field('Tell us more').value, 'One\nTwo');
    assert.equal(consultation.heading(), 'Tell us more');
  });

  /** Is there a ring around the element that has the focus, or around its label? */
  function isRinged(consultation: ConsultationHarness): boolean {
    const focused = consultation.focused();
    return [focused, focused?.closest('label')].some((element) => {
      const { outlineStyle = 'none', outlineWidth = '' } = element ? getComputedStyle(element) : {};
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
  }

  /** WebKit shows no focus in a window that is not in front, and where several run at a time only one is. */
  const showsFocus = (consultation: ConsultationHarness): boolean =>
    engine !== 'webkit' || (consultation.focused()?.matches(':focus-visible') ?? false);

  it('sees where it is', async function () {
    const consultation = consultationOn(page, { adapter: backendAsking(...EVERY_KIND) });
    await consultation.ready();
    await tabTo(consultation.root, option('ageConfirm18', 'yes'));
    if (!showsFocus(consultation)) this.skip();
    await consultation.shows('a ring around the choice', () => isRinged(consultation));
    await tabTo(consultation.root, en.continue);
    await consultation.shows('a ring around the button', () => isRinged(consultation));
  });

  it('sees where it is among the places for photos', async function () {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.goTo(questions.photos.label, {
      [questions.photosConsent.label]: [words.consents['photos-assessment'](clinic.name)],
    });
    const input = await tabTo(consultation.root, words.photoChoose);
    assert.equal((input as HTMLInputElement).type, 'file');
    if (!showsFocus(consultation)) this.skip();
    await consultation.shows('a ring around its place', () => isRinged(consultation));
    assert.isTrue(isShown(input.closest('label') as Element));
  });

  it('stays where it was on the page while a consultation loads', async () => {
    const search = document.createElement('input');
    page.element.append(search);
    search.focus();
    await consultationOn(page, { adapter: backend() }).ready();
    assert.isTrue(document.activeElement === search);
  });

  it('stays where it was on the page while earlier answers come back', async () => {
    const first = consultationOn(page, { adapter: backend() });
    await first.goTo(questions.photosConsent.label);
    first.element.remove();
    const search = document.createElement('input');
    page.element.append(search);
    search.focus();
    const again = consultationOn(page, { adapter: backend() });
    await again.shows('that they are back', () => again.text().includes(words.restored));
    assert.isTrue(document.activeElement === search);
  });
});
