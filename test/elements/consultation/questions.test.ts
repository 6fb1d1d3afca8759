import { assert } from '@esm-bundle/chai';
import { en as words } from '../../../src/locales/consultation/en.js';
import { en } from '../../../src/locales/en.js';
import { backend, clinic, useClinicPage } from '../../support/clinic-page.js';
import { engine } from '../../support/browser.js';
import { consultationOn, option, type ConsultationHarness } from '../../support/consultation.harness.js';
import { ADA, isShown, textOf } from '../../support/slot-booker.harness.js';
import { answered, backendAsking, lastDraft, question } from './support/clinic-questions.js';

const { questions, issues } = words;

describe(`the questions of <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();

  /** The page of one question of a clinic's own, and the backend behind it. */
  async function ask(id: string, changes: Parameters<typeof question>[1] = {}) {
    const asked = question(id, changes);
    const adapter = backendAsking(asked);
    const consultation = consultationOn(page, { adapter });
    await consultation.goTo(asked.label ?? '');
    return { adapter, consultation, heading: asked.label ?? '' };
  }

  /** What arrives at the backend when all is sent from here. */
  async function sent(consultation: ConsultationHarness) {
    await consultation.continue();
    assert.isEmpty(consultation.problems());
    await consultation.toSent();
  }

  /** Continue, the problem that is told, and where its link leads. */
  async function refused(consultation: ConsultationHarness): Promise<HTMLElement | undefined> {
    await consultation.continue();
    assert.isTrue(consultation.focused() === consultation.part('problems'), 'the summary has the focus');
    consultation.part('problems')?.querySelector('a')?.click();
    return consultation.focused();
  }

  it('ask for one of several', async () => {
    const { adapter, consultation } = await ask('look');
    assert.deepEqual(
      consultation.choices().map(({ name, chosen, input }) => [name, chosen, input.type]),
      [
        ['Soft Few dots', false, 'radio'],
        ['Crisp', false, 'radio'],
      ],
    );
    assert.include(consultation.text(), 'There is no wrong one.');
    await consultation.choose('Soft');
    await consultation.choose('Crisp');
    assert.deepEqual(consultation.chosen(), ['Crisp']);
    await sent(consultation);
    assert.equal(answered(adapter, 'look'), 'crisp');
  });

  it('ask again for what is required, and lead to the first choice', async () => {
    const { consultation, heading } = await ask('look');
    const target = await refused(consultation);
    assert.deepEqual(consultation.problems(), [issues.missing]);
    assert.isTrue(target === consultation.choices()[0]?.input);
    assert.equal(consultation.heading(), heading);
    await consultation.choose('Soft');
    await consultation.continue();
    assert.equal(consultation.heading(), questions.contact.label);
  });

  it('may be left out, and say so', async () => {
    const { adapter, consultation } = await ask('shape');
    assert.include(textOf(consultation.part('heading')), `(${en.optional})`);
    await sent(consultation);
    assert.isUndefined(answered(adapter, 'shape'));
  });

  it('ask for several, of which one rules the others out', async () => {
    const { adapter, consultation } = await ask('places');
    assert.include(consultation.text(), words.several);
    assert.isTrue(consultation.choices().every(({ input }) => input.type === 'checkbox'));
    await consultation.choose('Top');
    await consultation.choose('Sides');
    assert.deepEqual(consultation.chosen(), ['Top', 'Sides']);
    await consultation.choose('Nowhere');
    assert.deepEqual(consultation.chosen(), ['Nowhere']);
    await consultation.choose('Sides');
    assert.deepEqual(consultation.chosen(), ['Sides']);
    await consultation.choose('Sides', false);
    assert.isEmpty(consultation.chosen());
    await consultation.choose('Top');
    await sent(consultation);
    assert.deepEqual(answered(adapter, 'places'), ['top']);
  });

  it('ask again for several that are required', async () => {
    const { consultation } = await ask('places', { required: true });
    await consultation.choose('Top');
    await consultation.choose('Top', false);
    const target = await refused(consultation);
    assert.deepEqual(consultation.problems(), [issues.missing]);
    assert.isTrue(target === consultation.choices()[0]?.input);
  });

  it('show a drawing beside the words of each choice', async () => {
    const { adapter, consultation } = await ask('shape');
    const pictures = consultation.parts('picture');
    assert.lengthOf(pictures, 2);
    for (const picture of pictures) {
      const drawn = picture.querySelector('svg');
      assert.isTrue(drawn !== null && isShown(drawn));
      assert.equal(textOf(picture), '', 'the words stand beside it');
    }
    assert.notEqual(pictures[0]?.innerHTML, pictures[1]?.innerHTML);
    pictures[1]?.click();
    await consultation.element.updateComplete;
    assert.deepEqual(consultation.chosen(), ['Shape B']);
    await sent(consultation);
    assert.equal(answered(adapter, 'shape'), 'b');
  });

  it('show a drawing of every hair-loss pattern that is built in', async () => {
    for (const [set, heading] of [
      [option('presentation', 'male'), questions.hairLossPatternMale.label],
      [option('presentation', 'female'), questions.hairLossPatternFemale.label],
      [option('presentation', 'other'), questions.hairLossPatternOther.label],
    ] as const) {
      const consultation = consultationOn(page, { adapter: backend() });
      await consultation.goTo(questions.presentation.label);
      await consultation.choose(set);
      await consultation.continue();
      assert.equal(consultation.heading(), heading);
      const drawn = consultation.parts('picture').map(({ innerHTML }) => innerHTML.replace(/<!--.*?-->/g, ''));
      assert.equal(drawn.length, consultation.choices().length);
      assert.equal(new Set(drawn).size, drawn.length, 'no two are the same');
      consultation.element.remove();
      sessionStorage.clear();
    }
  });

  it('ask for a place on a scale', async () => {
    const { adapter, consultation } = await ask('worry');
    assert.deepEqual(
      consultation.choices().map(({ name }) => name),
      ['1', '2', '3', '4', '5'],
    );
    assert.match(consultation.text(), /Not at all 1 2 3 4 5 Very/);
    await consultation.choose('4');
    await sent(consultation);
    assert.equal(answered(adapter, 'worry'), 4);
  });

  it('ask for a place on a scale of the clinic’s own', async () => {
    const { adapter, consultation } = await ask('worry', { min: 0, max: 10, required: true });
    assert.lengthOf(consultation.choices(), 11);
    const target = await refused(consultation);
    assert.isTrue(target === consultation.choices()[0]?.input);
    await consultation.choose('0');
    await sent(consultation);
    assert.equal(answered(adapter, 'worry'), 0);
  });

  for (const [typed, arrives] of [
    ['3', 3],
    [' 12 ', 12],
    ['0', 0],
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['١٢', 12],
    ['٢٫٥', 2.5],
    ['۲,۵', 2.5],
    ['', undefined],
    ['   ', undefined],
  ] as const) {
    it(`read a number from "${typed}"`, async () => {
      const { adapter, consultation, heading } = await ask('visits');
      await consultation.type(heading, typed);
      await sent(consultation);
      assert.equal(answered(adapter, 'visits'), arrives);
    });
  }

  for (const typed of ['-1', '13', 'many', '1/2', '١٣', '3 or 4', 'NaN', 'Infinity', '1e99']) {
    it(`take "${typed}" for no number between the two`, async () => {
      const { consultation, heading } = await ask('visits');
      await consultation.type(heading, typed);
      const target = await refused(consultation);
      assert.deepEqual(consultation.problems(), [words.between(0, 12)]);
      assert.isTrue(target === consultation.field(heading));
      assert.equal(consultation.field(heading).value, typed, 'what was typed stays');
      await consultation.type(heading, '5');
      await consultation.continue();
      assert.equal(consultation.heading(), questions.contact.label);
    });
  }

  it('take no comma of thousands for one of decimals', async () => {
    const { adapter, consultation, heading } = await ask('visits', { max: 5000 });
    await consultation.type(heading, '1,200');
    await consultation.continue();
    if (consultation.problems().length > 0) return;
    await consultation.toSent();
    assert.equal(answered(adapter, 'visits'), 1200);
  });

  it('ask for a line of text, of which not too much', async () => {
    const { adapter, consultation, heading } = await ask('nickname');
    await consultation.type(heading, 'thirteen long');
    const target = await refused(consultation);
    assert.deepEqual(consultation.problems(), [issues['too-long']]);
    assert.isTrue(target === consultation.field(heading));
    await consultation.type(heading, 'Ada');
    await sent(consultation);
    assert.equal(answered(adapter, 'nickname'), 'Ada');
  });

  it('take spaces for no text', async () => {
    const { consultation, heading } = await ask('nickname', { required: true });
    await consultation.type(heading, '   ');
    await refused(consultation);
    assert.deepEqual(consultation.problems(), [issues.missing]);
  });

  it('ask for a longer text, and tell how much room is left', async () => {
    const { adapter, consultation, heading } = await ask('story');
    assert.equal(consultation.field(heading).localName, 'textarea');
    await consultation.type(heading, 'a'.repeat(50));
    assert.notInclude(consultation.text(), en.characters(250));
    await consultation.type(heading, 'a'.repeat(290));
    assert.include(consultation.text(), en.characters(10));
    await consultation.type(heading, 'a'.repeat(301));
    assert.include(consultation.text(), en.characters(-1));
    const target = await refused(consultation);
    assert.deepEqual(consultation.problems(), [issues['too-long']]);
    assert.isTrue(target === consultation.field(heading));
    await consultation.type(heading, 'Two\nlines');
    await consultation.continue();
    await consultation.toCheck();
    assert.equal(consultation.answer('Tell us more'), 'Two lines');
    await consultation.send();
    await consultation.at(words.sentTitle);
    assert.equal(answered(adapter, 'story'), 'Two\nlines');
  });

  for (const [typed, arrives, read] of [
    [{ day: '27', month: '3', year: '2024' }, '2024-03-27', '27 March 2024'],
    [{ day: '7', month: 'March', year: '2024' }, '2024-03-07', '7 March 2024'],
    [{ month: 'mar', year: '2024' }, '2024-03', 'March 2024'],
    [{ month: '12', year: '1999' }, '1999-12', 'December 1999'],
    [{ year: '2024' }, '2024', '2024'],
    [{}, undefined, en.notProvided],
  ] as const) {
    it(`read a date from ${JSON.stringify(typed)}`, async () => {
      const { adapter, consultation } = await ask('since');
      assert.include(consultation.text(), words.dateHint);
      await consultation.typeDate(typed);
      await consultation.continue();
      await consultation.toCheck();
      assert.equal(consultation.answer('Since when?'), read);
      await consultation.send();
      await consultation.at(words.sentTitle);
      assert.equal(answered(adapter, 'since'), arrives);
    });
  }

  for (const [id, typed, problem] of [
    ['since', { day: '31', month: '2', year: '2024' }, issues['not-a-date']],
    ['since', { day: '1', month: '', year: '2024' }, issues['not-a-date']],
    ['since', { day: '1', month: '13', year: '2024' }, issues['not-a-date']],
    ['since', { month: 'x', year: '2024' }, issues['not-a-date']],
    ['since', { day: '1', month: '2', year: '24' }, issues['not-a-date']],
    ['since', { day: '1', month: '2', year: '1024' }, issues['not-a-date']],
    ['since', { day: '1', month: '2', year: '2190' }, issues['in-future']],
    ['wedding', { day: '1', month: '2', year: '1999' }, issues['in-past']],
  ] as const) {
    it(`take ${JSON.stringify(typed)} for no date for "${id}"`, async () => {
      const { consultation } = await ask(id);
      await consultation.typeDate(typed);
      const target = await refused(consultation);
      assert.deepEqual(consultation.problems(), [problem]);
      assert.isTrue(target === consultation.field(words.day));
      assert.equal(consultation.field(words.year).value, typed.year, 'what was typed stays');
    });
  }

  it('ask for a date to come', async () => {
    const { adapter, consultation } = await ask('wedding');
    await consultation.typeDate({ month: 'June', year: '2199' });
    await sent(consultation);
    assert.equal(answered(adapter, 'wedding'), '2199-06');
  });

  it('ask for yes or no, and take “not sure” for an answer', async () => {
    const { adapter, consultation } = await ask('sure', { required: true });
    assert.deepEqual(
      consultation.choices().map(({ name }) => name),
      Object.values(words.yesNo),
    );
    const target = await refused(consultation);
    assert.isTrue(target === consultation.choices()[0]?.input);
    await consultation.choose(words.yesNo.unsure);
    await sent(consultation);
    assert.equal(answered(adapter, 'sure'), 'unsure');
  });

  it('ask for each consent apart, unticked, and expect none', async () => {
    const adapter = backend();
    const consultation = consultationOn(page, { adapter });
    await consultation.goTo(questions.marketingConsent.label);
    assert.deepEqual(
      consultation.choices().map(({ name, chosen, input }) => [name, chosen, input.type]),
      [
        ['Send me news.', false, 'checkbox'],
        [words.consents['marketing-sms'](clinic.name), false, 'checkbox'],
      ],
    );
    assert.notInclude(textOf(consultation.part('heading')), en.optional);
    await consultation.choose('Send me news.');
    await sent(consultation);
    assert.deepEqual(
      lastDraft(adapter).consents.map(({ purpose, granted, version }) => [purpose, granted, version]),
      [
        ['privacy', true, '1'],
        ['health-data', true, 'default-1-en'],
        ['photos-assessment', false, 'default-1-en'],
        ['photos-publication', false, 'default-1-en'],
        ['marketing-email', true, '1'],
        ['marketing-sms', false, 'default-1-en'],
      ],
    );
  });

  it('say what happens without consent to health data, and ask nothing about health then', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.goTo(questions.healthConsent.label);
    assert.include(consultation.text(), words.skipHealth);
    await consultation.continue();
    assert.equal(consultation.heading(), questions.currentHairLength.label);
  });

  it('ask how to reach the visitor', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.goTo(questions.contact.label);
    const target = await refused(consultation);
    assert.deepEqual(consultation.problems(), [en.nameMissing, en.emailMissing]);
    assert.isTrue(target === consultation.field(en.name));
    const [, second] = consultation.part('problems')?.querySelectorAll('a') ?? [];
    second?.click();
    assert.isTrue(consultation.focused() === consultation.field(en.email));
    await consultation.fillContact({ email: 'ada', phone: 'none of your business' });
    await consultation.continue();
    assert.deepEqual(consultation.problems(), [en.emailInvalid, en.phoneInvalid]);
    assert.include(consultation.description(consultation.field(en.email)), en.emailInvalid);
    await consultation.fillContact({ email: 'ada@gmial.com', phone: '' });
    await consultation.press(en.emailSuggestion('ada@gmail.com'));
    assert.equal(consultation.field(en.email).value, 'ada@gmail.com');
    await consultation.continue();
    await consultation.at(words.outcomeTitle);
  });

  for (const phone of ['required', 'none'] as const) {
    it(`ask for the phone number as the clinic wishes: ${phone}`, async () => {
      const adapter = backend({ clinic: { ...clinic, policies: { phone } } });
      const consultation = consultationOn(page, { adapter });
      await consultation.goTo(questions.contact.label);
      await consultation.fillContact();
      if (phone === 'none') assert.throws(() => consultation.field(en.phone));
      else {
        await consultation.continue();
        assert.deepEqual(consultation.problems(), [en.phoneMissing]);
        await consultation.fillContact({ phone: ADA.phone });
      }
      await consultation.continue();
      await consultation.toCheck();
      assert.equal(consultation.answer(en.phone), phone === 'none' ? undefined : ADA.phone);
      await consultation.send();
      await consultation.at(words.sentTitle);
      assert.equal(lastDraft(adapter).contact.phone, phone === 'none' ? undefined : ADA.phone);
      // Nobody has asked to be called.
      assert.include(consultation.text(), words.sentNext(ADA.email));
    });
  }

  it('need a phone number of whoever wants to be called, and nobody else', async () => {
    const adapter = backend();
    const consultation = consultationOn(page, { adapter });
    const called = { [questions.contactChannel.label]: option('contactChannel', 'phone') };
    await consultation.goTo(questions.contact.label, called);
    await consultation.fillContact();
    await consultation.continue();
    assert.deepEqual(consultation.problems(), [en.phoneMissing]);
    await consultation.fillContact({ phone: ADA.phone });
    await consultation.continue();
    await consultation.toSent();
    assert.equal(lastDraft(adapter).contact.phone, ADA.phone);
    assert.include(consultation.text(), words.sentNext(ADA.phone));
  });

  it('ask for photos only with consent to them, and expect none', async () => {
    const adapter = backend();
    const consultation = consultationOn(page, { adapter });
    await consultation.goTo(questions.photosConsent.label);
    await consultation.choose(words.consents['photos-assessment'](clinic.name));
    await consultation.continue();
    assert.equal(consultation.heading(), questions.photos.label);
    assert.deepEqual(
      consultation.parts('photo').map((place) => textOf(place.querySelector('h3'))),
      [
        'Front',
        'Front, hair parted',
        'Top',
        'Crown',
        'Left side',
        'Right side',
        'Back',
        'Left temple',
        'Right temple',
        'Back left',
        'Back right',
      ],
    );
    assert.include(consultation.text(), words.photoLocal);
    await sent(consultation);
    assert.isEmpty(adapter.state.consultations[0]?.photos);
  });
});
