import { assert } from '@esm-bundle/chai';
import type { MemoryAdapter } from '../../../src/adapters/memory.js';
import { SmpError } from '../../../src/domain/errors.js';
import { en as consultationWords } from '../../../src/locales/consultation/en.js';
import { en as courseWords } from '../../../src/locales/course/en.js';
import { en as paying } from '../../../src/locales/deposit/en.js';
import { en } from '../../../src/locales/en.js';
import { en as hairlineWords } from '../../../src/locales/hairline/en.js';
import { en as words } from '../../../src/locales/journey/en.js';
import { violations } from '../../support/accessibility.js';
import { engine, setViewport } from '../../support/browser.js';
import { CareHarness } from '../../support/care.harness.js';
import { backend, clinic, useClinicPage } from '../../support/clinic-page.js';
import { consultationOn, option, type ConsultationHarness } from '../../support/consultation.harness.js';
import { courseBackend, courses, press, toCheck, toPlan } from '../../support/course-page.js';
import { Gate, overridden, Weather } from '../../support/fault-adapter.js';
import { HairlinePickerHarness } from '../../support/hairline-picker.harness.js';
import { JourneyHarness, journeyOn, type JourneySettings } from '../../support/journey.harness.js';
import { ADA, textOf } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';
import { framedPage } from '../consultation/support/framed-page.js';

const { steps: names } = words;
const consent = clinic.consents?.[0]?.wording ?? '';

/** Goes to the appointment without a word on oneself. */
async function toBooking(journey: JourneyHarness): Promise<JourneyHarness> {
  await journey.at('consultation');
  await journey.skip();
  await journey.at('design');
  await journey.skip();
  return journey.at('booking');
}

/** The steps that an element tells of, in order; the pages inside them aside. */
function stepsOf(element: EventTarget): string[] {
  const told: string[] = [];
  element.addEventListener('smp-step-changed', (event) => {
    if ('step' in event && String(event.step) in names) told.push(String(event.step));
  });
  return told;
}

describe(`<smp-journey> in ${engine}`, () => {
  const page = useClinicPage();
  const size = { width: innerWidth, height: innerHeight };
  afterEach(() => setViewport(size));

  it('leads from the first question to the care, asks nothing twice and sends all of it together', async () => {
    const adapter = backend();
    const told = stepsOf(page.element);
    const journey = journeyOn(page, {}, page.clinic({ adapter }));

    assert.isFalse(journey.element.unsent);
    const consultation = await journey.consultation();
    assert.equal(journey.heading(), `${words.place(1, 4)}: ${names.consultation}`);
    assert.deepEqual(journey.ways(), [words.skip]);
    await consultation.toSent();
    assert.isFalse(journey.element.unsent);
    assert.deepEqual(await violations(journey.element), []);
    await journey.press(words.goOn(names.design));

    const picker = await journey.picker();
    assert.equal(journey.focused(), journey.part('heading'));
    assert.deepEqual(await violations(journey.element), []);
    await picker.press(hairlineWords.choose);

    const booker = await journey.booker();
    await booker.chooseService('Session');
    await booker.toDetails();
    assert.equal(booker.field(en.name).value, ADA.name);
    assert.equal(booker.field(en.email).value, ADA.email);
    // Agreed to with the consultation.
    assert.throws(() => booker.field(consent));
    await booker.continue();
    await booker.confirm();
    await booker.confirmed(en.requestedTitle);
    assert.deepEqual(await violations(journey.element), []);
    const [booking] = adapter.state.bookings;
    const agreed = adapter.state.consultations[0]?.draft.consents.find(({ purpose }) => purpose === 'privacy');
    const passedOn = booking?.draft.consents.find(({ purpose }) => purpose === 'privacy');
    assert.deepEqual([passedOn?.granted, passedOn?.version], [true, agreed?.version]);
    assert.equal(
      booking?.draft.consultation?.consultationId,
      adapter.state.consultations[0]?.consultation.consultationId,
    );
    assert.isDefined(booking?.draft.design);

    await journey.press(words.goOn(names.care));
    await journey.at('care');
    const care = await new CareHarness(journey.find('smp-preparation')).ready();
    assert.include(care.text(), '30 November 2026');
    assert.deepEqual(await violations(journey.element), []);
    assert.deepEqual(told, ['design', 'booking', 'care']);
    assert.deepEqual(journey.shown(), ['smp-preparation']);
  });

  it('has the next step’s words there before it is gone to', async () => {
    const isDutch = (element: Element) => element.shadowRoot?.querySelector('[lang=nl]') !== null;
    // No other test here speaks Dutch, so that none of its words are there; nor does this one import any.
    const fetched = () =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => /\/nl-\w+\.js$/.test(name));
    document.documentElement.lang = 'nl';
    const journey = journeyOn(page, {}, page.clinic({ adapter: backend() }));
    await until('it is in Dutch', () => isDutch(journey.element) && journey.elements().length > 0);
    const ofAll = 'the common words, the journey’s, the consultation’s and the picker’s';
    await until(ofAll, () => fetched().length === 4);
    const before = fetched();
    journey.part('ways')?.querySelector('button')?.click();
    await until('it is at the design', () => journey.shown().includes('smp-hairline-picker'));
    const picker = await new HairlinePickerHarness(journey.find('smp-hairline-picker')).usable();
    assert.isTrue(isDutch(picker.element));
    assert.deepEqual(fetched(), before);
  });

  it('needs one connection for all steps, also with a backend of its own', async () => {
    let asked = 0;
    const memory = backend();
    const adapter = overridden<MemoryAdapter>(memory, {
      getClinic: (options) => {
        asked += 1;
        return memory.getClinic(options);
      },
    });
    const journey = await toBooking(journeyOn(page, { adapter, contactName: ADA.name, contactEmail: ADA.email }));
    const booker = await journey.booker();
    await booker.chooseService('Video talk');
    await booker.toDetails();
    assert.equal(booker.field(en.name).value, ADA.name);
    assert.equal(asked, 1);
  });

  it('shows a fictional clinic', async () => {
    const journey = await journeyOn(page, { demo: true }).at('consultation');
    await until('its number is there', () => journey.phone() === '020 7946 0111');
  });

  it('says the clinic’s number once where it asks, as its questions do by themselves', async () => {
    const hasPhone = (consultation: ConsultationHarness) => consultation.part('phone')?.checkVisibility() ?? false;
    const journey = journeyOn(page, {}, page.clinic({ adapter: backend() }));
    const inJourney = await journey.consultation();
    await until('its number is there', () => journey.phone() === clinic.phone);
    assert.isFalse(hasPhone(inJourney));
    const alone = await consultationOn(page, { adapter: backend() }).ready();
    assert.isTrue(hasPhone(alone));
  });

  it('loses nothing on the way back', async () => {
    const journey = journeyOn(page, {}, page.clinic({ adapter: backend() }));
    const consultation = await journey.consultation();
    await consultation.goTo(consultationWords.questions.treatmentGoal.label);
    await consultation.choose(option('treatmentGoal', 'density'));
    await journey.skip();
    assert.isTrue(journey.element.unsent);
    const picker = await journey.picker();
    await picker.choose(hairlineWords.shape, hairlineWords.shapes.straight);
    await journey.skip();
    await (await journey.booker()).chooseService('Video talk');
    await journey.press(words.goBack(names.design));
    assert.equal((await journey.picker()).picked(hairlineWords.shape), hairlineWords.shapes.straight);
    await journey.press(words.goBack(names.consultation));
    const again = await journey.consultation();
    assert.equal(again.heading(), consultationWords.questions.treatmentGoal.label);
    assert.include(again.chosen()[0], option('treatmentGoal', 'density'));
    await journey.press(words.goOn(names.design));
    await journey.press(words.goOn(names.booking));
    await (await journey.booker()).atTimes();
  });

  it('names its steps, and leads only where one may go', async () => {
    const journey = await toBooking(journeyOn(page, {}, page.clinic({ adapter: backend() })));
    const skipped = (name: string) => `${name} (${words.skipped})`;
    assert.deepEqual(journey.steps(), [
      { name: skipped(names.consultation), current: false, open: true },
      { name: skipped(names.design), current: false, open: true },
      { name: names.booking, current: true, open: false },
      { name: names.care, current: false, open: false },
    ]);
    assert.deepEqual(journey.ways(), [words.goBack(names.design)]);
    assert.equal(journey.phone(), clinic.phone);
  });

  it('takes steps from its attribute, and else from the clinic', async () => {
    const own = { ...clinic, journey: { steps: ['booking', 'care'] } };
    const inProfile = journeyOn(page, {}, page.clinic({ adapter: backend({ clinic: own }) }));
    await inProfile.at('booking');
    assert.deepEqual(
      inProfile.steps().map(({ name }) => name),
      [names.booking, names.care],
    );
    const onPage = journeyOn(page, { steps: 'design booking', skippable: '' }, page.clinic({ adapter: backend() }));
    await onPage.at('design');
    assert.deepEqual(onPage.ways(), []);
  });

  it('books a course where the clinic says so, unless the page says otherwise', async () => {
    const own = { ...clinic, courses, journey: { steps: ['booking', 'care'], booking: 'course' } };
    const courseIn = async (settings: JourneySettings) => {
      const journey = await journeyOn(page, settings, page.clinic({ adapter: backend({ clinic: own }) })).at('booking');
      return journey.find('smp-slot-booker').course;
    };
    assert.equal(await courseIn({}), '');
    assert.equal(await courseIn({ steps: 'booking' }), '', 'also where the page says the steps itself');
    assert.equal(await courseIn({ course: 'two' }), 'two');
    assert.isUndefined(await courseIn({ booking: 'single' }));
    assert.isUndefined(await courseIn({ service: 'visit' }));
  });

  it('books a course where the page asks for one later', async () => {
    const journey = await journeyOn(page, { steps: 'booking' }, page.clinic({ adapter: courseBackend() })).at(
      'booking',
    );
    await (await journey.booker()).chooseService('Visit');
    journey.element.booking = 'course';
    await until('it books a course', () => journey.element.shadowRoot?.querySelector('smp-slot-booker')?.course === '');
    await (await journey.booker()).at(courseWords.chooseOffer);
  });

  it('tells what the clinic can’t mean, and books a single appointment', async () => {
    const errors: string[] = [];
    page.element.addEventListener('smp-error', ({ error }) => errors.push(`${error.code}: ${error.message}`));
    const own = { ...clinic, journey: { steps: ['booking'], booking: 'both' } };
    const journey = await journeyOn(page, {}, page.clinic({ adapter: backend({ clinic: own }) })).at('booking');
    await (await journey.booker()).chooseService('Visit');
    assert.deepEqual(errors, ['invalid-config: journey: booking: "both" is not one of single, course']);
  });

  describe('where the page has its own rules and words', () => {
    const style = document.createElement('style');
    style.textContent = `
      smp-journey::part(button) { background: rgb(1, 2, 3); }
      smp-journey::part(booking-heading) { letter-spacing: 3px; }
      smp-journey::part(heading) { letter-spacing: 1px; }`;
    beforeEach(() => document.head.append(style));
    afterEach(() => style.remove());

    /** Words of the page's, and whether they are seen. */
    const wordsAt = (element: Element, slot: string) => {
      const line = Object.assign(document.createElement('p'), { slot, textContent: `Ours, ${slot}` });
      element.append(line);
      return () => line.getBoundingClientRect().height > 0;
    };

    it('takes them for what is inside of a step too', async () => {
      const journey = await journeyOn(page, { steps: 'booking care' }, page.clinic({ adapter: backend() })).at(
        'booking',
      );
      const booker = await journey.booker();
      await booker.chooseService('Visit');
      await booker.toDetails();
      const button = booker.part('button');
      assert.equal(button && getComputedStyle(button).backgroundColor, 'rgb(1, 2, 3)');
      const [inside, bar] = [booker.part('heading'), journey.part('heading')];
      assert.equal(inside && getComputedStyle(inside).letterSpacing, '3px');
      assert.equal(bar && getComputedStyle(bar).letterSpacing, '1px');
    });

    it('shows them above and below each step, and what is legal where something is sent', async () => {
      const journey = journeyOn(page, {}, page.clinic({ adapter: backend() }));
      const { element } = journey;
      const seen = { heading: wordsAt(element, 'heading'), footer: wordsAt(element, 'footer') };
      const legal = wordsAt(element, 'legal');
      const consultation = await journey.consultation();
      assert.isFalse(legal());
      await consultation.toCheck();
      assert.isTrue(legal(), 'before the answers are sent');
      await consultation.send();
      await consultation.at(consultationWords.sentTitle);
      await journey.press(words.goOn(names.design));
      await journey.picker();
      assert.isFalse(legal());
      await journey.skip();
      const booker = await journey.booker();
      await booker.chooseService('Visit');
      await booker.toDetails();
      assert.isFalse(legal());
      await booker.continue();
      await booker.at(en.checkTitle);
      assert.isTrue(legal(), 'before the appointment is booked');
      assert.isTrue(seen.heading() && seen.footer());
    });
  });

  it('tells a step that is none', async () => {
    const errors: string[] = [];
    page.element.addEventListener('smp-error', ({ error }) => errors.push(error.message), { once: true });
    await journeyOn(page, { steps: 'booking pay' }, page.clinic({ adapter: backend() })).at('booking');
    assert.deepEqual(errors, ['steps: "pay" is not one of consultation, design, booking, care']);
  });

  it('ends with the consultation where that rules out any appointment', async () => {
    const journey = journeyOn(page, {}, page.clinic({ adapter: backend() }));
    const consultation = await journey.consultation();
    const age = consultationWords.questions.ageConfirm18.label;
    await consultation.goTo(consultationWords.blockedTitle, { [age]: option('ageConfirm18', 'no') });
    assert.deepEqual(journey.ways(), []);
    assert.deepEqual(
      journey.steps().map(({ open }) => open),
      [false, false, false, false],
    );
  });

  it('prepares nobody for a session who comes to talk', async () => {
    const journey = await toBooking(journeyOn(page, {}, page.clinic({ adapter: backend() })));
    const booker = await journey.booker();
    await booker.chooseService('Visit');
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    await journey.press(words.goOn(names.care));
    const care = await new CareHarness((await journey.at('care')).find('smp-preparation')).ready();
    assert.notInclude(care.text(), '2026');
  });

  it('goes on after a reload where it was, without what was said of the visitor’s health', async () => {
    const adapter = backend();
    const journey = journeyOn(page, {}, page.clinic({ adapter }));
    await (await journey.consultation()).toSent();
    await journey.press(words.goOn(names.design));
    await (await journey.picker()).press(hairlineWords.choose);
    await journey.booker();
    const stored = Object.entries(sessionStorage).flat().join(' ');
    assert.include(stored, ADA.name);
    assert.notMatch(stored, /norwood|shavedLook|healthBody/);

    page.element.replaceChildren();
    const again = journeyOn(page, {}, page.clinic({ adapter }));
    const booker = await again.booker();
    assert.include(again.part('restored')?.textContent ?? '', words.restored);
    await booker.chooseService('Video talk');
    await booker.toDetails();
    assert.equal(booker.field(en.name).value, ADA.name);
    // Agreed to with the consultation.
    assert.throws(() => booker.field(consent));
    await booker.continue();
    await booker.confirm();
    const reference = await booker.confirmed();
    assert.isDefined(adapter.state.bookings[0]?.draft.consultation);
    assert.isDefined(adapter.state.bookings[0].draft.design);

    page.element.replaceChildren();
    const last = await journeyOn(page, {}, page.clinic({ adapter })).at('booking');
    assert.include(last.part('receipt')?.textContent ?? '', reference);
    assert.deepEqual(last.ways(), [words.goOn(names.care), words.goBack(names.design)]);
    await last.press(`${names.consultation} (${words.done})`);
    assert.include(last.part('receipt')?.textContent ?? '', words.sentTitle);
    assert.deepEqual(await violations(last.element), []);
    assert.lengthOf(adapter.state.consultations, 1);
  });

  describe('at the address that the clinic’s payment page leads back to', () => {
    const paid = (fragment: string) => history.replaceState(null, '', `#${fragment}`);
    afterEach(() => history.replaceState(null, '', location.pathname + location.search));

    for (const [fragment, said] of [
      ['smp-paid', paying.paid],
      ['smp-payment-cancelled', paying.unpaid],
    ] as const) {
      it(`says at #${fragment} first that the visitor is back, and leads on from there`, async () => {
        paid(`${fragment}=SMP-7QX`);
        const journey = journeyOn(page, {}, page.clinic({ adapter: backend() }));
        await until('that they are back', () => journey.part('payment'));
        assert.include(textOf(journey.part('payment')), said);
        assert.include(textOf(journey.part('payment')), 'SMP-7QX');
        assert.lengthOf(journey.elements(), 0);
        assert.isEmpty(await violations(journey.element));
        await journey.press(en.continue);
        await journey.at('consultation');
        assert.isUndefined(journey.part('payment'));
        assert.equal(journey.focused(), journey.part('heading'));
        assert.equal(location.hash, '', 'who loads the page again is not told again');
      });
    }

    it('says so once where the first step would say it too, and loses nothing that was booked', async () => {
      const around = page.clinic({ adapter: courseBackend() });
      const settings = { steps: 'booking care', course: 'two' };
      const journey = await journeyOn(page, settings, around).at('booking');
      const booker = await journey.booker();
      await toPlan(booker);
      await toCheck(booker);
      await press(booker, 'button');
      await until('it is booked', () => booker.element.value !== '');
      const reference = booker.element.value;

      paid(`smp-paid=${reference}`);
      journey.element.remove();
      const again = journeyOn(page, settings, around);
      await until('that they are back', () => again.part('payment'));
      await again.press(en.continue);
      await again.at('booking');
      assert.include(textOf(again.part('receipt')), reference);
      assert.isUndefined(again.part('payment'));
      await again.press(words.goOn(names.care));
    });

    it('repeats no message that somebody wrote into the address', async () => {
      paid(`smp-paid=${encodeURIComponent('Call 0900 123 to get your money back')}`);
      const journey = journeyOn(page, {}, page.clinic({ adapter: backend() }));
      await until('that they are back', () => journey.part('payment'));
      assert.notInclude(journey.root.textContent ?? '', '0900');
    });
  });

  it('shows the page’s own content until it is ready, and again when the clinic can’t be reached', async () => {
    const weather = new Weather('getClinic', { kind: 'refuse', error: new SmpError('network', 'down') });
    const around = page.clinic({ adapter: backend({ faults: weather.faults }) });
    const { element } = journeyOn(page, { phone: '020 7946 0199' });
    const fallback = document.createElement('p');
    fallback.textContent = 'Call us';
    element.append(fallback);
    const isSeen = () => fallback.getBoundingClientRect().height > 0;
    around.append(element);
    await until('the content is seen', isSeen);
    const consultation = () => element.shadowRoot?.querySelector('smp-consultation');
    await until('the failure is told', () => consultation()?.shadowRoot?.querySelector('[role=alert]'));
    assert.isTrue(isSeen());
    weather.calm();
    consultation()?.shadowRoot?.querySelector('button')?.click();
    await until('it is gone', () => !isSeen());
  });

  it('looks as if it would come only as long as it may', async () => {
    const weather = new Weather('getClinic', { kind: 'refuse', error: new SmpError('network', 'down') });
    const gate = new Gate();
    const around = page.clinic({ adapter: gate.before(backend({ faults: weather.faults }), 'getClinic') });
    const { element } = journeyOn(page, {}, around);
    const bars = () => element.shadowRoot?.querySelectorAll('.skeleton').length;
    await until('it is waited for', () => bars() === 1);
    gate.open();
    const consultation = () => element.shadowRoot?.querySelector('smp-consultation');
    await until('the failure is told', () => consultation()?.shadowRoot?.querySelector('[role=alert]'));
    assert.equal(bars(), 0);
  });

  it('says that a step has not come, and asks for it again on a press and with the connection', async () => {
    const { document: framed } = await framedPage(page, { missing: ['src/elements/hairline-picker/picking.ts'] });
    const around = Object.assign(framed.createElement('smp-clinic'), { adapter: backend() });
    around.innerHTML = '<smp-journey steps="design booking"></smp-journey>';
    framed.body.append(around);
    const root = () => around.firstElementChild?.shadowRoot;
    const failed = () => root()?.querySelector('[part=error]');
    const again = async (asked: () => void) => {
      await until('it is told', failed);
      const before = failed();
      asked();
      await until('it is asked for', () => failed() !== before);
    };
    await again(() => failed()?.querySelector('button')?.click());
    await again(() => framed.defaultView?.dispatchEvent(new Event('online')));
    await until('it is told again', failed);
    assert.include(textOf(failed()), en.errors['network'] ?? '');
    assert.equal(root()?.querySelectorAll('.skeleton').length, 0);
  });

  it('begins each step at its top, also below the bar of a dialog', async () => {
    await setViewport({ width: 700, height: 500 });
    page.write(
      `<dialog style="block-size: 400px; padding: 0; border: 0"><div style="block-size: 80px">Bar</div>
      <div id="content" style="block-size: 320px; overflow: auto"></div></dialog>`,
    );
    const content = page.element.querySelector<HTMLElement>('#content');
    page.element.querySelector('dialog')?.showModal();
    const around = page.clinic({ adapter: backend() });
    content?.append(around);
    const journey = journeyOn(page, { skippable: 'consultation design' }, around);
    await journey.at('consultation');
    await journey.consultation();
    // So far that the top is hidden, and still inside the window.
    content?.scrollTo(0, 60);
    const top = () =>
      (journey.part('bar')?.getBoundingClientRect().top ?? 0) - (content?.getBoundingClientRect().top ?? 0);
    assert.isBelow(top(), 0);
    assert.isAbove(journey.element.getBoundingClientRect().top, 0);
    await journey.skip();
    await journey.at('design');
    assert.isAtLeast(top(), 0);
    assert.isBelow(top(), 40);
  });

  it('shows plain text of the page’s own where the first step is the appointment', async () => {
    const weather = new Weather('getClinic', { kind: 'refuse', error: new SmpError('network', 'down') });
    const around = page.clinic({ adapter: backend({ faults: weather.faults }) });
    const { element } = journeyOn(page, { steps: 'booking', booking: 'single' });
    element.append('Call us on 020 7946 0199');
    around.append(element);
    const isSeen = () => {
      const words = document.createRange();
      words.selectNodeContents(element);
      return words.getBoundingClientRect().height > 0;
    };
    const booker = () => element.shadowRoot?.querySelector('smp-slot-booker');
    await until('the failure is told', () => booker()?.shadowRoot?.querySelector('[role=alert]'));
    assert.isTrue(isSeen());
    weather.calm();
    booker()?.shadowRoot?.querySelector('button')?.click();
    await until('it is gone', () => !isSeen());
  });

  it('takes the space between two lines of the page for no content', async () => {
    const gate = new Gate();
    const around = page.clinic({ adapter: gate.before(backend(), 'listSlots') });
    const { element } = journeyOn(page, { steps: 'booking', service: 'talk' });
    element.append('\n  ');
    around.append(element);
    const booker = () => element.shadowRoot?.querySelector('smp-slot-booker');
    await until('the booker is there', () => booker()?.shadowRoot?.querySelector('[aria-busy=true], .skeleton'));
    assert.isNull(booker()?.querySelector('slot:not([slot])') ?? null);
    gate.open();
  });

  it('goes by the clinic again where an attribute is taken away', async () => {
    const errors: string[] = [];
    page.element.addEventListener('smp-error', ({ error }) => errors.push(error.message));
    page.write('<smp-journey steps="booking care" skippable="" course="two"></smp-journey>');
    const element = page.find('smp-journey');
    page.clinic({ adapter: courseBackend() }).append(element);
    const journey = await new JourneyHarness(element).at('booking');
    const booker = () => journey.root.querySelector('smp-slot-booker');
    assert.equal(booker()?.course, 'two');
    element.removeAttribute('course');
    await until('one appointment is booked', () => booker() && booker()?.course === undefined);
    element.removeAttribute('skippable');
    element.removeAttribute('steps');
    await until('all steps are there', () => journey.steps().length === 4);
    assert.deepEqual(errors, []);
  });

  it('folds its steps to one line on a phone, and fits it', async () => {
    await setViewport({ width: 320, height: 640 });
    const journey = await toBooking(journeyOn(page, {}, page.clinic({ adapter: backend() })));
    await journey.booker();
    const list = journey.part('steps');
    assert.equal(list?.getBoundingClientRect().height, 0);
    await journey.press(words.allSteps);
    assert.isAbove(list?.getBoundingClientRect().height ?? 0, 100);
    // A window of WebKit can't be that narrow.
    assert.isAtMost(document.documentElement.scrollWidth, Math.max(320, innerWidth));
    assert.deepEqual(await violations(journey.element), []);
    await journey.press(`${names.design} (${words.skipped})`);
    await journey.at('design');
    assert.equal(list?.getBoundingClientRect().height, 0);
  });
});
