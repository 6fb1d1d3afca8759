import { assert } from '@esm-bundle/chai';
import { en as words } from '../../../src/locales/consultation/en.js';
import { en } from '../../../src/locales/en.js';
import { axeViolations, bringToRest, showsAxeAll, violations } from '../../support/accessibility.js';
import { can, emulateMedia, engine, setViewport } from '../../support/browser.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { consultationOn, option, type ConsultationHarness } from '../../support/consultation.harness.js';
import { isShown, nameOf, textOf } from '../../support/slot-booker.harness.js';
import { backendAsking, EVERY_KIND } from './support/clinic-questions.js';
import { STATES } from './support/states.js';

const { questions } = words;

/** Things to press that are smaller than a fingertip, and others that are smaller than the least of all. */
function smallTargets(consultation: ConsultationHarness): string[] {
  return consultation
    .all('button, a[href], input, textarea, label:has(> input)')
    .filter((element) => isShown(element) && getComputedStyle(element).clipPath === 'none')
    .flatMap((element) => {
      const area = element.closest('label') ?? element;
      const { width, height } = area.getBoundingClientRect();
      const isMain = element.matches('[part~=button], [part~=input], [part~=option], [part~=option] > input');
      const isInText = element.matches('a[href]') && element.closest('p, li') !== null;
      const least = isMain ? 44 : isInText ? 0 : 24;
      const fits = width >= least - 0.5 && height >= least - 0.5;
      return fits ? [] : [`${element.outerHTML.slice(0, 120)}: ${width.toFixed(1)} × ${height.toFixed(1)}`];
    });
}

/** What reaches beyond the element. */
function overflow(consultation: ConsultationHarness): string[] {
  const box = consultation.element.getBoundingClientRect();
  const found = consultation
    // A drawing cuts off what reaches beyond it.
    .all(':not(svg *)')
    .filter((element) => isShown(element) && getComputedStyle(element).clipPath === 'none')
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < box.left - 1 || right > box.right + 1;
    })
    .map((element) => element.outerHTML.slice(0, 120));
  const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return excess > 0 ? [...found, `the page is ${excess} px too wide`] : found;
}

/** Text that stands over other text, or is cut off. */
function crowded(consultation: ConsultationHarness): string[] {
  return consultation
    .all('button, label, legend, p, dd, dt, h2, h3, b')
    .filter((element) => isShown(element) && getComputedStyle(element).clipPath === 'none')
    .filter(
      (element) =>
        (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2) &&
        !['visible', 'clip'].includes(getComputedStyle(element).overflow),
    )
    .map((element) => element.outerHTML.slice(0, 120));
}

describe(`<smp-consultation> for everybody, in ${engine}`, () => {
  const page = useClinicPage();
  const root = document.documentElement;

  afterEach(() => {
    root.style.removeProperty('color-scheme');
    page.element.removeAttribute('style');
  });

  for (const [name, reach] of Object.entries(STATES)) {
    it(`has nothing in anybody’s way: ${name}`, async function () {
      if (!showsAxeAll) this.skip();
      const consultation = await reach(page);
      const found: string[] = [];
      const look = async (how: string, only?: string[]): Promise<void> => {
        await consultation.element.updateComplete;
        for (const violation of await violations(page.element, only)) found.push(`${how}: ${violation}`);
      };
      await look('light');
      root.style.colorScheme = 'dark';
      await look('dark', ['color-contrast', 'link-in-text-block']);
      root.style.removeProperty('color-scheme');
      root.dir = 'rtl';
      await look('right to left', ['target-size', 'scrollable-region-focusable']);
      assert.equal(found.join('\n'), '');
    });
  }

  describe('fits the narrowest screen and a finger', () => {
    // Once for all: it takes some engines half a second.
    before(() => setViewport({ width: 320, height: 800 }));
    after(() => setViewport({ width: 800, height: 600 }));

    for (const [name, reach] of Object.entries(STATES)) {
      it(`also with wider text: ${name}`, async () => {
        // An engine whose windows can't be that narrow gets a page that is.
        page.element.style.maxInlineSize = '320px';
        const consultation = await reach(page);
        for (const dir of ['ltr', 'rtl']) {
          root.dir = dir;
          assert.equal(overflow(consultation).join('\n'), '', dir);
          assert.equal(smallTargets(consultation).join('\n'), '', dir);
        }
        const spacing = new CSSStyleSheet();
        spacing.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
        );
        consultation.root.adoptedStyleSheets.push(spacing);
        assert.equal(overflow(consultation).join('\n'), '', 'with wider text');
        assert.equal(crowded(consultation).join('\n'), '', 'nothing is cut off');
      });
    }
  });

  it('has nothing in anybody’s way with colours of the visitor’s own', async function () {
    if (!can('emulateMedia')) this.skip();
    this.timeout(120_000);
    const found: string[] = [];
    await emulateMedia({ 'forced-colors': 'active' });
    for (const [name, reach] of Object.entries(STATES)) {
      page.element.replaceChildren();
      sessionStorage.clear();
      bringToRest((await reach(page)).element);
      for (const violation of await violations(page.element)) found.push(`${name}: ${violation}`);
    }
    await emulateMedia({});
    assert.equal(found.join('\n'), '');
  });

  it('shows what is chosen with colours of the visitor’s own', async function () {
    if (!can('emulateMedia')) this.skip();
    await emulateMedia({ 'forced-colors': 'active' });
    const consultation = await (STATES['a picture chosen'] as (typeof STATES)[string])(page);
    const looks = (element: Element | undefined): string => {
      const { backgroundColor, borderColor, outlineStyle } = getComputedStyle(element as Element);
      return [backgroundColor, borderColor, outlineStyle].join();
    };
    const options = consultation.parts('option');
    const chosen = options.find((one) => one.querySelector('input')?.checked);
    assert.notEqual(looks(chosen), looks(options.find((one) => one !== chosen)));
    await emulateMedia({});
  });

  for (const accent of ['#ffe9a8', '#000000', '#7fffd4']) {
    it(`stays readable with the clinic’s colour ${accent}`, async function () {
      if (!showsAxeAll) this.skip();
      page.element.style.setProperty('--smp-accent', accent);
      await (STATES['a picture chosen'] as (typeof STATES)[string])(page);
      const found = await violations(page.element, ['color-contrast']);
      root.style.colorScheme = 'dark';
      assert.equal([...found, ...(await violations(page.element, ['color-contrast']))].join('\n'), '');
    });
  }

  it('moves nothing where motion is not wanted', async function () {
    if (!can('emulateMedia')) this.skip();
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    const consultation = await (STATES['a picture chosen'] as (typeof STATES)[string])(page);
    const moving = consultation.all('*').filter((element) => {
      const { transitionDuration, transitionProperty, animationName } = getComputedStyle(element);
      return animationName !== 'none' || (transitionProperty !== 'none' && parseFloat(transitionDuration) > 0);
    });
    await emulateMedia({});
    assert.isEmpty(moving.map((element) => element.outerHTML.slice(0, 80)));
  });

  it('would be noticed otherwise', async () => {
    const consultation = await consultationOn(page, { adapter: backend() }).ready();
    const image = document.createElement('img');
    consultation.root.append(image);
    assert.isTrue((await axeViolations(page.element)).some((violation) => violation.startsWith('image-alt')));
    image.remove();
    assert.isEmpty(await axeViolations(page.element));
    const input = consultation.root.querySelector('input');
    for (const name of ['aria-describedby', 'aria-labelledby', 'aria-controls', 'aria-errormessage']) {
      input?.setAttribute(name, 'nowhere');
      const found = await axeViolations(page.element);
      assert.isTrue(
        found.some((violation) => violation.startsWith(`missing-id: ${name} "nowhere"`)),
        name,
      );
      input?.removeAttribute(name);
    }
    const label = consultation.root.appendChild(document.createElement('label'));
    label.htmlFor = 'nowhere';
    assert.isTrue((await axeViolations(page.element)).some((violation) => violation.startsWith('missing-id: for ')));
    label.remove();
    const wide = document.createElement('div');
    wide.style.inlineSize = '3000px';
    wide.style.blockSize = '10px';
    consultation.root.append(wide);
    assert.isNotEmpty(overflow(consultation));
    const small = document.createElement('button');
    small.style.cssText = 'inline-size: 10px; block-size: 10px; padding: 0; border: 0';
    consultation.root.append(small);
    assert.isNotEmpty(smallTargets(consultation));
    const cut = document.createElement('p');
    cut.style.cssText = 'block-size: 8px; overflow: hidden';
    cut.textContent = 'Cut off';
    consultation.root.append(cut);
    assert.isNotEmpty(crowded(consultation));
  });
});

describe(`what is said to those who listen to <smp-consultation>, in ${engine}`, () => {
  const page = useClinicPage();
  const ask = (label: string): Promise<ConsultationHarness> =>
    consultationOn(page, { adapter: backendAsking(...EVERY_KIND) }).goTo(label, { 'Which look?': 'Crisp' });

  for (const label of [
    'Which look?',
    'Which places?',
    'Which shape?',
    'How worried are you?',
    'Are you sure?',
    'Since when?',
  ]) {
    it(`is the question around its choices: ${label}`, async () => {
      const consultation = await ask(label);
      const [group, ...others] = consultation.all('fieldset');
      assert.isEmpty(others);
      const legend = group?.querySelector('legend');
      assert.isTrue(legend === group?.firstElementChild);
      assert.isTrue(textOf(legend).startsWith(label));
      assert.lengthOf(consultation.all('h2'), 1);
      const controls = consultation.all('input');
      assert.isNotEmpty(controls);
      assert.isTrue(controls.every((control) => group?.contains(control)));
    });
  }

  it('is what a choice is called, with its hint', async () => {
    const consultation = await ask('Which look?');
    const names = consultation.all('input').map((input) => textOf((input as HTMLInputElement).labels?.[0]));
    assert.deepEqual(names, ['Soft Few dots', 'Crisp']);
    assert.equal(consultation.description(consultation.all('fieldset')[0] as Element), 'There is no wrong one.');
  });

  it('is the words of a picture, and nothing of the drawing', async () => {
    const consultation = await ask('Which shape?');
    for (const drawn of consultation.all('[part=picture] svg')) assert.equal(drawn.getAttribute('aria-hidden'), 'true');
  });

  it('is what the ends of a scale mean', async () => {
    const consultation = await ask('How worried are you?');
    const heard = (input: HTMLInputElement) =>
      `${textOf(input.labels?.[0])} ${input.getAttribute('aria-label') ?? ''} ${consultation.description(input)} ${consultation.description(consultation.all('fieldset')[0] as Element)}`;
    const [first, last] = [consultation.choices()[0], consultation.choices().at(-1)];
    assert.include(heard(first?.input as HTMLInputElement), 'Not at all');
    assert.include(heard(last?.input as HTMLInputElement), 'Very');
  });

  it('is that several can be chosen', async () => {
    const consultation = await ask('Which places?');
    const group = consultation.all('fieldset')[0] as Element;
    const heard = `${textOf(group.querySelector('legend'))} ${consultation.description(group)}`;
    assert.include(heard, words.several);
  });

  for (const label of ['How many visits before?', 'What shall we call you?', 'Tell us more']) {
    it(`is the question as the name of its field: ${label}`, async () => {
      const consultation = await ask(label);
      const [control, ...others] = consultation.all('input, textarea') as HTMLInputElement[];
      assert.isEmpty(others);
      assert.equal(textOf(control?.labels?.[0]), label);
    });
  }

  it('is how a date is typed', async () => {
    const consultation = await ask('Since when?');
    for (const part of [words.day, words.month, words.year]) {
      assert.include(consultation.description(consultation.field(part)), words.dateHint);
    }
  });

  for (const [label, say, problem] of [
    ['How many visits before?', { 'How many visits before?': 'x' }, words.between(0, 12)],
    ['What shall we call you?', { 'What shall we call you?': 'thirteen long' }, words.issues['too-long']],
    ['Since when?', { 'Since when?': { day: '1' } }, words.issues['not-a-date']],
  ] as const) {
    it(`is what is wrong with a field, at the field: ${label}`, async () => {
      const consultation = await ask(label);
      await consultation.say(say);
      await consultation.continue();
      const controls = consultation.all('input');
      for (const control of controls) {
        assert.equal(control.getAttribute('aria-invalid'), 'true');
        assert.include(consultation.description(control), `${en.errorPrefix} ${problem}`);
      }
    });
  }

  it('is what is wrong with a choice, at the group and its first choice', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.ready();
    await consultation.continue();
    assert.include(consultation.description(consultation.all('fieldset')[0] as Element), words.issues.missing);
    assert.isTrue(consultation.choices().every(({ input }) => input.getAttribute('aria-invalid') === 'true'));
  });

  it('is that there is a problem, as the name of the summary that has the focus', async () => {
    const consultation = consultationOn(page, { adapter: backend() });
    await consultation.ready();
    await consultation.continue();
    const summary = consultation.focused() as Element;
    assert.equal(summary.getAttribute('role'), 'group');
    assert.equal(
      textOf(consultation.root.getElementById(summary.getAttribute('aria-labelledby') ?? '')),
      en.problemTitle,
    );
  });

  it('is what each button of the check page changes', async () => {
    const consultation = await consultationOn(page, { adapter: backend() }).toCheck();
    const names = consultation.buttons().filter((name) => name.startsWith(en.change));
    assert.isAbove(names.length, 20);
    for (const name of names) assert.isAbove(name.length, en.change.length + 1);
    assert.equal(new Set(names).size, names.length, 'no two are called the same');
  });

  it('is what each place for a photo is for', async () => {
    const consultation = await (STATES['photos chosen and refused'] as (typeof STATES)[string])(page);
    const inputs = consultation.all('input[type=file]') as HTMLInputElement[];
    assert.lengthOf(inputs, 11);
    const names = inputs.map((input) => textOf(input.labels?.[0]));
    assert.equal(new Set(names).size, 11);
    for (const [index, text] of Object.values(words.photos).entries()) {
      assert.include(names[index], typeof text === 'string' ? text : text[0]);
    }
    const [front] = words.photos.front;
    assert.equal(consultation.all('canvas')[0]?.getAttribute('aria-label'), words.photoAlt(front));
    assert.include(consultation.all('[part=photo] button').map(nameOf).join(), `${words.photoRemove}: ${front}`);
  });

  it('is announced: what fails at once, what goes on in its turn', async () => {
    const reach = (name: string) => {
      page.element.replaceChildren();
      sessionStorage.clear();
      return (STATES[name] as (typeof STATES)[string])(page);
    };
    assert.include((await reach('a refusal')).alert(), en.errors['rate-limited']);
    assert.include((await reach('sending without an answer')).alert(), words.unresolvedHint);
    assert.include((await reach('failed')).alert(), words.failedTitle);
    assert.include((await reach('photos chosen and refused')).alert(), words.photoProblems['not-a-photo']);
    assert.include((await reach('photos chosen and refused')).spoken(), words.photoReady);
    assert.include((await reach('sending photos')).spoken(), words.photosSending);
    assert.include((await reach('photos that failed')).alert(), words.photoFailed);
  });

  it('is in the language of the words', async () => {
    document.documentElement.lang = 'fi';
    const consultation = await consultationOn(page, { adapter: backend() }).ready();
    assert.equal(consultation.part('heading')?.closest('[lang]')?.getAttribute('lang'), 'en');
    await consultation.choose(option('ageConfirm18', 'yes'));
    await consultation.continue();
    assert.equal(consultation.heading(), questions.treatmentGoal.label);
  });
});
