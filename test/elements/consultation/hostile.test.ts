import { assert } from '@esm-bundle/chai';
import type { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import type { Clinic } from '../../../src/domain/clinic.js';
import type { ConsentPurpose } from '../../../src/domain/consultation/consent.js';
import type { Question } from '../../../src/domain/consultation/question.js';
import { SmpError } from '../../../src/domain/errors.js';
import { en as words } from '../../../src/locales/consultation/en.js';
import { en } from '../../../src/locales/en.js';
import { caseCount, engine, setViewport } from '../../support/browser.js';
import { backend, clinic, useClinicPage } from '../../support/clinic-page.js';
import { consultationOn, type ConsultationHarness } from '../../support/consultation.harness.js';
import { overridden } from '../../support/fault-adapter.js';
import { planted, useHarmWatch } from '../../support/harm.js';
import { fitting, hostileTexts, PWNED } from '../../support/hostile-texts.js';
import { usePageReports } from '../../support/page-reports.js';
import { isShown } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';
import { asking } from './support/clinic-questions.js';
import { framedPage, STRICT } from './support/framed-page.js';
import { spoiltSettings } from './support/spoilt-settings.js';
import { dice } from './support/dice.js';

const PURPOSES: readonly ConsentPurpose[] = [
  'privacy',
  'health-data',
  'photos-assessment',
  'photos-publication',
  'appointment-sms',
  'marketing-email',
  'marketing-sms',
];

/** The clinic with one text in every place that holds text. */
function saying(text: string): Clinic {
  const short = fitting(text, 200);
  const long = fitting(text, 2000);
  const options = ['one', 'two'].map((value) => ({ value, label: short, hint: short }));
  const question = (id: string, rest: Partial<Question> & Pick<Question, 'kind'>): Question => ({
    id,
    label: short,
    hint: long,
    ...rest,
  });
  const settings = asking(
    question('consentOne', { kind: 'consent', purposes: ['health-data', 'marketing-email', 'marketing-sms'] }),
    question('single', { kind: 'single', options }),
    question('several', { kind: 'multi', options }),
    question('picture', { kind: 'picture', options: options.map((one) => ({ ...one, picture: 'norwood-2' })) }),
    question('scale', { kind: 'scale', ends: [short, short] }),
    question('number', { kind: 'number' }),
    question('text', { kind: 'text' }),
    question('story', { kind: 'long-text' }),
    question('day', { kind: 'date' }),
    question('sure', { kind: 'yes-no' }),
    question('consentTwo', { kind: 'consent', purposes: ['photos-assessment', 'photos-publication'] }),
    question('pictures', { kind: 'photos' }),
  );
  const rules = [
    {
      flag: 'ours',
      when: { question: 'ageConfirm18', is: 'yes' },
      effects: [{ kind: 'review' }],
      title: short,
      advice: long,
    },
  ];
  return {
    ...clinic,
    name: short,
    phone: short,
    policies: { cancellation: long, nextSteps: long, privacyUrl: long },
    consents: PURPOSES.map((purpose) => ({ purpose, wording: long, version: short })),
    consultation: { ...settings, screening: { rules } },
  };
}

function backendSaying(text: string): MemoryAdapter {
  const adapter = backend({ clinic: saying(text) });
  return overridden(adapter, {
    submitConsultation: async (draft, options) => {
      const stored = await adapter.submitConsultation?.(draft, options);
      return { consultationId: '', consultationToken: '', ...stored, reference: fitting(text, 200) };
    },
  });
}

describe(`hostile text in <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();
  const harm = useHarmWatch();
  const unharmed = ({ root }: ConsultationHarness, where: string): void => harm.unharmed(root, where);

  /** Answers whatever the page asks, with the same text where text is asked for. */
  async function answerWith(consultation: ConsultationHarness, text: string): Promise<void> {
    const controls = consultation.all('input, textarea') as (HTMLInputElement | HTMLTextAreaElement)[];
    const write = (control: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
      control.value = value;
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const [first] = controls;
    if (controls.some(({ autocomplete }) => autocomplete === 'email')) {
      for (const control of controls) {
        if (control.autocomplete === 'email') write(control, 'ada@example.com');
        else if (control.autocomplete === 'name') write(control, fitting(text.trim() || 'x', 100));
      }
    } else if (first?.type === 'radio') first.click();
    else if (first?.type === 'checkbox') for (const control of controls) control.click();
    else if (first?.inputMode === 'decimal') write(first, '7');
    else if (controls.length === 1 && first && first.type !== 'file') write(first, text.slice(0, 150));
    await consultation.element.updateComplete;
  }

  for (const text of hostileTexts) {
    it(`is text on every page, and all is sent: ${JSON.stringify(text.slice(0, 30))}`, async () => {
      const adapter = backendSaying(text);
      const consultation = await consultationOn(page, { adapter }).ready();
      const met: string[] = [];
      for (let pages = 0; consultation.heading() !== words.outcomeTitle; pages++) {
        assert.isBelow(pages, 30);
        unharmed(consultation, consultation.progress());
        await answerWith(consultation, text);
        unharmed(consultation, `${consultation.progress()}, answered`);
        met.push(consultation.progress());
        await consultation.continue();
        assert.isEmpty(consultation.problems(), met.at(-1));
      }
      assert.lengthOf(met, 14);
      unharmed(consultation, 'outcome');
      assert.isTrue(consultation.parts('finding').some((found) => found.textContent.includes(fitting(text, 200))));
      await consultation.continue();
      assert.equal(consultation.heading(), en.checkTitle);
      unharmed(consultation, 'answers');
      consultation.choices()[0]?.input.click();
      await consultation.submit();
      await consultation.at(words.sentTitle);
      unharmed(consultation, 'sent');
    });
  }

  it('does not widen the page, however long its words', async () => {
    await setViewport({ width: 400, height: 800 });
    try {
      const long = hostileTexts.find(({ length }) => length === 2000) ?? '';
      const consultation = await consultationOn(page, { adapter: backendSaying(long) }).ready();
      const excess = (): number => {
        const { right } = consultation.element.getBoundingClientRect();
        const shown = consultation.all('*').filter((one) => isShown(one) && getComputedStyle(one).clipPath === 'none');
        return Math.max(0, ...shown.map((element) => element.getBoundingClientRect().right - right));
      };
      for (let pages = 0; consultation.heading() !== en.checkTitle; pages++) {
        assert.isBelow(pages, 30);
        assert.isAtMost(excess(), 1, `${consultation.progress()} ${consultation.heading().slice(0, 20)}`);
        await answerWith(consultation, long);
        await consultation.continue();
      }
      assert.isAtMost(excess(), 1, 'answers');
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  it('is not read from an error', async () => {
    const adapter = backend();
    const angry: SchedulingAdapter = overridden(adapter, {
      submitConsultation: () =>
        Promise.reject(
          new SmpError('validation', `<img src=x onerror=${PWNED}()>`, { issues: [{ pointer: '<b>', code: '<i>' }] }),
        ),
    });
    const consultation = consultationOn(page, { adapter: angry });
    await consultation.toCheck();
    await consultation.send();
    await consultation.shows('that it is refused', () => consultation.alert() !== '');
    unharmed(consultation, 'error');
    assert.notInclude(consultation.text(), '<img');
  });

  it('breaks no strict policy, on no page', async function () {
    this.timeout(60_000);
    const frame = await framedPage(page, { policy: STRICT });
    const broken: string[] = [];
    frame.document.addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective));
    for (const text of hostileTexts.slice(0, 6)) {
      const consultation = await frame.consultation({ adapter: backendSaying(text) }).ready();
      for (let pages = 0; consultation.heading() !== en.checkTitle; pages++) {
        assert.isBelow(pages, 30);
        await answerWith(consultation, text);
        await consultation.continue();
        assert.isEmpty(broken, consultation.progress());
      }
      consultation.choices()[0]?.input.click();
      await consultation.submit();
      await consultation.at(words.sentTitle);
      unharmed(consultation, 'sent');
      consultation.element.remove();
      sessionStorage.clear();
    }
    assert.isEmpty(broken);
    const image = frame.document.createElement('img');
    image.src = 'data:,';
    frame.document.body.append(image);
    await until('a breach would be heard of', () => broken.length > 0);
  });

  it('would be noticed if it were run', async () => {
    const consultation = await consultationOn(page, { adapter: backendSaying('x') }).ready();
    const heading = consultation.part('heading');
    if (!heading) throw new Error('No heading');
    heading.innerHTML = hostileTexts[0] ?? '';
    assert.isNotEmpty(planted(consultation.root));
    await consultation.shows('that it ran', () => harm.runs() > 0);
  });
});

const SEED = 20261123;
const VARIANTS = caseCount(300);
const AT_ONCE = 30;

describe(`${VARIANTS} spoilt settings drawn by <smp-consultation> in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();
  const random = dice(SEED);
  const ends = { asked: 0, refused: 0 };
  let pwned = 0;

  beforeEach(() => {
    pwned = 0;
    Object.assign(globalThis, { [PWNED]: () => (pwned += 1) });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, PWNED);
  });

  for (let first = 0; first < VARIANTS; first += AT_ONCE) {
    it(`can be filled in with settings ${first + 1} to ${first + AT_ONCE} (seed ${SEED})`, async () => {
      for (let turn = 0; turn < AT_ONCE; turn++) {
        const consultation = spoiltSettings(random);
        const told: string[] = [];
        const onError = ({ error }: { readonly error: Error }): void => void told.push(error.message);
        page.element.addEventListener('smp-error', onError, { once: false });
        const shown = consultationOn(page, { adapter: backend({ clinic: { ...clinic, consultation } }) });
        const where = `settings ${first + turn + 1}: ${JSON.stringify(consultation)?.slice(0, 2000)}`;
        await until(`there is a page with ${where}`, () => shown.choices().length > 0);
        assert.include(shown.text(), words.questions.ageConfirm18.label, where);
        assert.match(shown.progress(), /^Question 1 of \d+$/, where);
        const choices = shown.choices().map(({ name }) => name);
        assert.lengthOf(choices, 2, where);
        shown.choices()[0]?.input.click();
        await shown.submit();
        await until(
          `it goes on with ${where}`,
          () => shown.progress().startsWith('Question 2 ') || shown.problems().length > 0 || shown.part('finding'),
        );
        if (told.length > 0) {
          ends.refused += 1;
          assert.isTrue(
            told.every((message) => message.length > 10 && message.length < 1000),
            where,
          );
          assert.include([words.questions.treatmentGoal.label, words.blockedTitle], shown.heading(), where);
        } else ends.asked += 1;
        const found = shown.all('script, img, iframe, style, object, [onerror], [onload], [href^="javascript:"]');
        assert.isEmpty(
          found.map(({ outerHTML }) => outerHTML),
          where,
        );
        page.element.removeEventListener('smp-error', onError);
        shown.element.remove();
        sessionStorage.clear();
      }
      assert.equal(pwned, 0);
      assert.isEmpty(reports.uncaught);
      assert.isUndefined(({} as Record<string, unknown>)['polluted']);
    });
  }

  it('met both ends', () => {
    assert.equal(ends.asked + ends.refused, VARIANTS);
    assert.isAbove(ends.asked, VARIANTS / 10);
    assert.isAbove(ends.refused, VARIANTS / 3);
  });
});
