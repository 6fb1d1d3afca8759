import { ContextConsumer } from '@lit/context';
import { assert } from '@esm-bundle/chai';
import fc from 'fast-check';
import { LitElement } from 'lit';
import '../../../src/define.js';
import { enquiryContext } from '../../../src/context/enquiry-context.js';
import { HAIR_LOSS_BANDS } from '../../../src/domain/consultation/hair-loss.js';
import { decodeDesign, encodeDesign } from '../../../src/domain/design/design-code.js';
import {
  DEFAULT_DESIGN,
  DESIGN_CHOICES,
  DESIGN_LIMITS,
  designFrom,
  withShape,
} from '../../../src/domain/design/hairline-design.js';
import type { HairlineDesign } from '../../../src/domain/design/hairline-design.js';
import { DEFAULT_SHADES } from '../../../src/domain/design/pigment.js';
import { SHAPE_GEOMETRY } from '../../../src/domain/design/hairline.js';
import { SmpHairlinePicker } from '../../../src/elements/hairline-picker/hairline-picker.js';
import { type SmpHairlineChangedEvent } from '../../../src/events/hairline-changed-event.js';
import { type SmpHairlineSelectedEvent } from '../../../src/events/hairline-selected-event.js';
import { en as words } from '../../../src/locales/hairline/en.js';
import { engine } from '../../support/browser.js';
import { backend, clinic, useClinicPage } from '../../support/clinic-page.js';
import { Gate } from '../../support/fault-adapter.js';
import { HairlinePickerHarness, usePickers } from '../../support/hairline-picker.harness.js';
import { errorsOf, usePageReports } from '../../support/page-reports.js';
import { until } from '../../support/until.js';

const integer = (name: keyof typeof DESIGN_LIMITS): fc.Arbitrary<number> =>
  fc.integer({ min: DESIGN_LIMITS[name][0], max: DESIGN_LIMITS[name][1] });

/** Any design that there can be. */
const designs: fc.Arbitrary<HairlineDesign> = fc.record({
  version: fc.constant(1 as const),
  shape: fc.constantFrom(...DESIGN_CHOICES.shape),
  edge: fc.constantFrom(...DESIGN_CHOICES.edge),
  temples: fc.constantFrom(...DESIGN_CHOICES.temples),
  view: fc.constantFrom(...DESIGN_CHOICES.view),
  shade: fc.oneof(fc.constantFrom('shade-1', 'shade-5'), fc.stringMatching(/^[\w-]{1,40}$/)),
  midHeight: integer('midHeight'),
  leftCorner: integer('leftCorner'),
  rightCorner: integer('rightCorner'),
  temporalPeak: integer('temporalPeak'),
  peakDepth: integer('peakDepth'),
  density: integer('density'),
  sessions: integer('sessions'),
  seed: integer('seed'),
});

/** What scripts put where a design belongs: other things altogether, or designs with strange parts. */
const nearlyDesigns = fc.oneof(
  fc.anything(),
  fc.record(
    Object.fromEntries(
      Object.keys(DEFAULT_DESIGN).map((name) => [
        name,
        fc.oneof(
          fc.constant(DEFAULT_DESIGN[name as keyof HairlineDesign]),
          fc.double(),
          fc.integer(),
          fc.string(),
          fc.anything(),
        ),
      ]),
    ),
    { requiredKeys: [] },
  ),
);

describe(`what the page says to <smp-hairline-picker> in ${engine}`, () => {
  const pickers = usePickers();
  const reports = usePageReports();

  afterEach(() => assert.isEmpty(reports.uncaught));

  const ATTRIBUTES: readonly (readonly [string, string, Partial<HairlineDesign>])[] = [
    ['shape', 'm-shape', { shape: 'm-shape', ...SHAPE_GEOMETRY['m-shape'] }],
    ['edge', 'medium', { edge: 'medium' }],
    ['temples', 'defined', { temples: 'defined' }],
    ['mid-height', '97', { midHeight: 97 }],
    ['left-corner', '61', { leftCorner: 61 }],
    ['right-corner', '139', { rightCorner: 139 }],
    ['temporal-peak', '17', { temporalPeak: 17 }],
    ['peak-depth', '13', { peakDepth: 13 }],
    ['shade', 'shade-1', { shade: 'shade-1' }],
    ['density', '77', { density: 77 }],
    ['density', 'full', { density: 90 }],
    ['sessions', '5', { sessions: 5 }],
    ['seed', '65535', { seed: 65_535 }],
    ['view', 'top', { view: 'top' }],
  ];

  it('takes each attribute of the design, at the start, later, and away again', async () => {
    const picker = await pickers().ready();
    const errors = errorsOf(picker.element);
    for (const [name, text, part] of ATTRIBUTES) {
      const design = { ...DEFAULT_DESIGN, ...part };
      const from = pickers({ [name]: text });
      await from.usable();
      assert.deepEqual(from.element.design, design, name);
      from.element.remove();
      picker.element.setAttribute(name, text);
      await picker.update();
      assert.deepEqual(picker.element.design, design, `${name}, later`);
      picker.element.removeAttribute(name);
      await picker.update();
      assert.deepEqual(picker.element.design, DEFAULT_DESIGN, `${name}, away again`);
    }
    assert.isEmpty(errors);
    assert.isEmpty(reports.warnings);
  });

  it('takes each attribute of the head and of the moment', async () => {
    const picker = await pickers({ skin: '9', hair: 'shade-1', pattern: 'norwood-7', stage: 'session-2' }).usable();
    await picker.dressing(words.pattern);
    const errors = errorsOf(picker.element);
    const seen = () => [
      picker.picked(words.skin),
      picker.picked(words.hair),
      picker.list(words.pattern).value,
      picker.picked(words.time),
    ];
    assert.deepEqual(seen(), [words.tone(9), words.shades['shade-1'], 'norwood-7', words.afterSession(2)]);
    picker.element.skin = 2;
    picker.element.stage = 'years-3';
    await picker.update();
    assert.deepEqual(seen(), [words.tone(2), words.shades['shade-1'], 'norwood-7', words.inYears(3)]);
    for (const [name, text] of [
      ['skin', '11'],
      ['hair', 'green'],
      ['pattern', 'curly'],
      ['stage', 'session-0'],
    ] as const) {
      picker.element.setAttribute(name, text);
      await picker.update();
      assert.deepEqual(errors.splice(0), ['invalid-config'], name);
      picker.element.removeAttribute(name);
      picker.element.seed = 1;
      await picker.update();
      assert.isEmpty(errors, `${name}, away again`);
    }
  });

  it('takes what was set before its code was there', async () => {
    const design: HairlineDesign = { ...withShape(DEFAULT_DESIGN, 'm-shape'), seed: 321, density: 88 };
    const early = (tag: string, properties: object): HTMLElement => {
      const element = document.createElement(tag);
      Object.assign(element, properties);
      document.body.append(element);
      return element;
    };
    // Tags of their own stand for elements that wait for their class.
    const elements = [
      early('smp-early-picker-1', { design }),
      early('smp-early-picker-2', { value: encodeDesign(design) }),
      early('smp-early-picker-3', { shape: 'm-shape', seed: 321, density: 88 }),
    ];
    for (const element of elements) {
      customElements.define(element.localName, class extends SmpHairlinePicker {});
      const picker = await new HairlinePickerHarness(element as SmpHairlinePicker).usable();
      assert.deepEqual(picker.element.design, design, element.localName);
      assert.equal(picker.element.value, encodeDesign(design));
      picker.element.value = encodeDesign(DEFAULT_DESIGN);
      assert.deepEqual(picker.element.design, DEFAULT_DESIGN, 'and goes on taking it');
      element.remove();
    }
  });

  it('gives any design as a text, and takes it back from there', async () => {
    const picker = await pickers().usable();
    fc.assert(
      fc.property(designs, (design) => {
        picker.element.design = design;
        const { value } = picker.element;
        picker.element.design = DEFAULT_DESIGN;
        picker.element.value = value;
        assert.deepEqual(picker.element.design, design);
        assert.equal(picker.element.value, value);
      }),
      { numRuns: 300 },
    );
    await picker.update();
    assert.isEmpty(reports.warnings);
  });

  it('takes anything for a design without harm, and says once that it is none', async () => {
    const picker = await pickers().usable();
    const errors = errorsOf(picker.element);
    await fc.assert(
      fc.asyncProperty(nearlyDesigns, async (value) => {
        picker.element.design = value as HairlineDesign;
        await picker.update();
        assert.isEmpty(designFrom(picker.element.design).problems);
        assert.isDefined(decodeDesign(picker.element.value));
        const wrong = Boolean(value) && designFrom(value).problems.length > 0;
        assert.deepEqual(errors.splice(0), wrong ? ['invalid-config'] : []);
      }),
      { numRuns: 300 },
    );
  });

  it('takes anything for a value without harm, and says once that it is none', async () => {
    const picker = await pickers().usable();
    const errors = errorsOf(picker.element);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.anything(), designs.map(encodeDesign)),
        async (value) => {
          picker.element.value = value as string;
          await picker.update();
          assert.isEmpty(designFrom(picker.element.design).problems);
          const wrong = Boolean(value) && decodeDesign(value as string) === undefined;
          assert.deepEqual(errors.splice(0), wrong ? ['invalid-config'] : []);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says once what is wrong with several attributes', async () => {
    const picker = pickers({ shape: 'square', 'mid-height': '7', edge: 'razor', stage: 'soon' });
    const errors = errorsOf(picker.element);
    await picker.usable();
    assert.deepEqual(errors, ['invalid-config', 'invalid-config'], 'of the design, and of the head');
    assert.deepEqual(picker.element.design, { ...DEFAULT_DESIGN, midHeight: 60 });
  });

  describe('as a field of a form', () => {
    let form: HTMLFormElement;
    beforeEach(() => {
      form = document.createElement('form');
      form.innerHTML = '<fieldset></fieldset>';
      document.body.append(form);
    });
    afterEach(() => form.remove());

    const inForm = (attributes: Readonly<Record<string, string>> = {}) =>
      pickers({ name: 'hairline', ...attributes }, form.elements[0] ?? form).usable();
    const sent = () => new FormData(form).get('hairline');

    it('is sent as it is now', async () => {
      const picker = await inForm();
      assert.isTrue([...form.elements].includes(picker.element));
      assert.equal(sent(), encodeDesign(DEFAULT_DESIGN));
      await picker.choose(words.edge, words.edges.defined);
      assert.equal(sent(), encodeDesign({ ...DEFAULT_DESIGN, edge: 'defined' }));
      picker.element.value = encodeDesign(withShape(DEFAULT_DESIGN, 'round'));
      await picker.update();
      assert.equal(sent(), encodeDesign(withShape(DEFAULT_DESIGN, 'round')));
    });

    it('takes the visitor to the button that chooses, where that is missing', async () => {
      const picker = await inForm({ required: '' });
      assert.isFalse(form.reportValidity());
      await until('the button has the focus', () => picker.root.activeElement === picker.button(words.choose));
    });

    it('has to be chosen where it is required, and again after a change or a reset', async () => {
      const picker = await inForm({ required: '' });
      assert.isTrue(picker.element.matches(':invalid'));
      await picker.press(words.choose);
      assert.isTrue(form.checkValidity());
      await picker.choose(words.edge, words.edges.defined);
      assert.isFalse(form.checkValidity());
      await picker.press(words.choose);
      form.reset();
      await picker.update();
      assert.isFalse(form.checkValidity());
      await picker.press(words.choose);
      form.reset();
      await picker.update();
      assert.isFalse(form.checkValidity(), 'also where nothing else has changed');
      picker.element.required = false;
      await picker.update();
      assert.isTrue(form.checkValidity());
    });

    it('never keeps a form that nobody can fill in', async () => {
      const picker = await inForm({ required: '', readonly: '' });
      assert.isTrue(form.checkValidity());
      assert.equal(sent(), picker.element.value);
    });

    it('is neither used nor sent while its fieldset is disabled', async () => {
      const picker = await inForm({ required: '' });
      const [fieldset] = form.elements;
      assert.instanceOf(fieldset, HTMLFieldSetElement);
      fieldset.disabled = true;
      await picker.update();
      assert.isNull(sent());
      assert.isTrue(form.checkValidity());
      const slider = picker.slider(words.midHeight);
      assert.isNotNull(slider.closest('[inert]'));
      slider.focus();
      assert.isNull(picker.root.activeElement);
      fieldset.disabled = false;
      await picker.update();
      slider.focus();
      assert.equal(picker.root.activeElement, slider);
      assert.equal(sent(), picker.element.value);
    });

    it('comes back as the browser has kept it', async () => {
      const design = withShape(DEFAULT_DESIGN, 'rectangular');
      const picker = await inForm();
      picker.element.formStateRestoreCallback(encodeDesign(design));
      await picker.update();
      assert.deepEqual(picker.element.design, design);
      assert.equal(sent(), encodeDesign(design));
      // Before the code of it is there, as after a reload.
      const next = pickers({ name: 'next' }, form);
      next.element.formStateRestoreCallback(encodeDesign(design));
      await next.usable();
      assert.deepEqual(next.element.design, design);
      for (const state of [null, new FormData(), 'no design']) next.element.formStateRestoreCallback(state);
      assert.deepEqual(next.element.design, design);
    });

    it('never sends the form by its own buttons', async () => {
      const picker = await inForm();
      let submits = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submits++;
      });
      for (const button of picker.root.querySelectorAll('button')) {
        if (button !== picker.button(words.save)) button.click();
      }
      await picker.update();
      assert.equal(submits, 0);
    });
  });
});

/** Says something in the enquiry, as a consultation does. */
class SmpTestSpeaker extends LitElement {
  readonly enquiry = new ContextConsumer(this, { context: enquiryContext, subscribe: true });
}
customElements.define('smp-test-speaker', SmpTestSpeaker);

/** Answers about health, which have to stay where they are. */
const ANSWERS = {
  hairColour: 'black',
  presentation: 'female',
  healthBody: ['epilepsy'],
  medications: 'MARK-medicine',
};

describe(`what <smp-hairline-picker> offers in ${engine}`, () => {
  const pickers = usePickers();
  const page = useClinicPage();
  const reports = usePageReports();

  afterEach(() => assert.isEmpty(reports.uncaught));

  const ASH = { id: 'ash', colour: '#6b6a6c', name: 'Ash' };

  it('is what the page says, without a clinic, and later something else', async () => {
    const picker = pickers();
    const errors = errorsOf(picker.element);
    picker.element.settings = {
      shades: [ASH],
      presets: [{ id: 'house', name: 'House style', design: { shape: 'round' } }],
      start: { shape: 'straight' },
      edges: ['medium'],
    };
    await picker.usable();
    await until('it is offered', () => picker.labels(words.shade).join() === 'Ash');
    assert.deepEqual(picker.labels(words.edge), [words.edges.medium]);
    assert.equal(picker.element.design?.shape, 'straight');
    await picker.choose(words.presets, 'House style');
    assert.equal(picker.element.design?.shape, 'round');
    assert.equal(picker.element.design?.shade, 'ash');
    picker.element.settings = { densities: { full: 95 } };
    await until('all shades are back', () => picker.labels(words.shade).length === 5);
    await picker.choose(words.density, words.densities.full);
    assert.equal(picker.element.design?.density, 95);
    assert.isEmpty(errors);
    picker.element.settings = { shades: 'ash' } as object;
    await until('it is told', () => errors.length > 0);
    assert.deepEqual(errors, ['invalid-config']);
    assert.lengthOf(picker.labels(words.shade), 5);
  });

  it('is named in the clinic’s own letters, and what it does not offer as all do', async () => {
    for (const lang of ['en', 'fr', 'tr', 'ar']) {
      const picker = pickers({ lang });
      picker.element.settings = { shades: [{ ...ASH, name: 'SMP Ash' }] };
      await picker.usable();
      const described = () => picker.canvas.getAttribute('aria-label') ?? '';
      await until('it is offered', () => described().includes('SMP Ash'));
      picker.element.design = DEFAULT_DESIGN;
      await picker.update();
      assert.notMatch(described(), /SMP Ash|shade-/, lang);
      if (lang === 'en') assert.include(described(), 'shade: medium,');
    }
  });

  it('leaves stubble as all have it, whatever pigments there are', async () => {
    const picker = pickers({ hair: 'shade-5' });
    picker.element.settings = { shades: [ASH, { id: 'shade-5', colour: '#ffffff', name: 'Chalk' }] };
    await picker.usable();
    await until('it is offered', () => picker.labels(words.shade).length === 2);
    await picker.dressing(words.pattern);
    assert.lengthOf(picker.labels(words.hair), DEFAULT_SHADES.length);
    assert.equal(picker.picked(words.hair), words.shades['shade-5']);
    await picker.choose(words.hair, words.shades['shade-1'] ?? '');
    assert.equal(picker.picked(words.hair), words.shades['shade-1']);
  });

  it('is what the page says, before what the clinic’s profile does', async () => {
    const profile = { ...clinic, design: { shades: [{ ...ASH, name: 'Coal' }], shapes: ['round'] } };
    const around = page.clinic({ adapter: backend({ clinic: profile }) });
    const own = pickers({}, around);
    own.element.settings = { shades: [ASH] };
    const other = await pickers({}, around).usable();
    await until('the clinic is known', () => other.labels(words.shade).join() === 'Coal');
    await own.usable();
    await until('the page is heard', () => own.labels(words.shade).join() === 'Ash');
    assert.lengthOf(own.labels(words.shape), 8);
  });

  it('is what all offer once it stands in a clinic that offers nothing of its own, or the page says no more', async () => {
    const design = { shades: [ASH], start: { shape: 'straight' } };
    const around = page.clinic({ adapter: backend({ clinic: { ...clinic, design } }) });
    const picker = await pickers({}, around).usable();
    await until('the clinic is known', () => picker.labels(words.shade).join() === 'Ash');
    page.clinic({ adapter: backend() }).append(picker.element);
    await until('all shades are back', () => picker.labels(words.shade).length === DEFAULT_SHADES.length);
    assert.equal(picker.element.design?.shape, DEFAULT_DESIGN.shape);
    picker.element.settings = { shades: [ASH] };
    await until('the page is heard', () => picker.labels(words.shade).join() === 'Ash');
    Object.assign(picker.element, { settings: undefined });
    await until('all shades are back', () => picker.labels(words.shade).length === DEFAULT_SHADES.length);
  });

  it('is that of the clinic before as long as the next one has not answered', async () => {
    const gate = new Gate();
    const profile = { ...clinic, design: { shades: [ASH] } };
    const around = page.clinic({ adapter: backend({ clinic: profile }) });
    const picker = await pickers({}, around).usable();
    await until('the clinic is known', () => picker.labels(words.shade).join() === 'Ash');
    around.adapter = gate.before(backend(), 'getClinic');
    await until('the next one is asked', () => gate.waiting > 0);
    await picker.update();
    assert.deepEqual(picker.labels(words.shade), ['Ash']);
    gate.open();
    await until('all shades are back', () => picker.labels(words.shade).length === DEFAULT_SHADES.length);
  });

  it('begins with a line that goes with the years, where the page knows them', async () => {
    const young = await pickers({ age: '46' }).usable();
    const older = await pickers({ age: '58' }).usable();
    await until('there is a suggestion', () => older.element.design?.shape === 'mature-receded');
    assert.equal(young.element.design?.shape, DEFAULT_DESIGN.shape);
    assert.notInclude(older.root.textContent, words.suggested, 'nothing was answered');
    young.element.age = 50;
    await until('it follows', () => young.element.design?.shape === 'mature-receded');
    const strange = await pickers({ age: 'very' }).usable();
    assert.equal(strange.element.design?.shape, DEFAULT_DESIGN.shape);
    const given = await pickers({ age: '70', value: encodeDesign(withShape(DEFAULT_DESIGN, 'straight')) }).usable();
    await given.update();
    assert.equal(given.element.design?.shape, 'straight');
    const events: string[] = [];
    older.element.addEventListener('smp-hairline-selected', (event) => events.push(JSON.stringify(event.design)));
    await older.press(words.choose);
    assert.notMatch(events.join(), /age|58/);
  });

  it('names all hair there is, and what was said of it', async () => {
    const picker = await pickers({ pattern: 'norwood-6' }).usable();
    assert.isNull(picker.root.querySelector('select'), 'its words come when they are asked for');
    const list = await picker.dressing(words.pattern);
    assert.lengthOf(list.options, Object.keys(HAIR_LOSS_BANDS).length);
    assert.equal(list.value, 'norwood-6');
    assert.isAbove(list.selectedOptions[0]?.label.length ?? 0, 5);
    list.value = 'scar-fue';
    list.dispatchEvent(new Event('change', { bubbles: true }));
    assert.match(await picker.news(), new RegExp(`^${words.pattern}: `));
  });
});

describe(`the link of <smp-hairline-picker> in ${engine}`, () => {
  const pickers = usePickers();
  const address = location.href;

  afterEach(() => history.replaceState(null, '', address));

  const linked = (design: HairlineDesign) => `#smp-design=${encodeDesign(design)}`;
  const STRAIGHT = withShape(DEFAULT_DESIGN, 'straight');

  it('is followed when the page is opened by it, and when it is opened already', async () => {
    history.replaceState(null, '', linked(STRAIGHT));
    const picker = await pickers().usable();
    assert.equal(picker.element.design?.shape, 'straight');
    location.hash = linked(withShape(DEFAULT_DESIGN, 'm-shape'));
    await until('it is followed', () => picker.element.design?.shape === 'm-shape');
    await picker.choose(words.edge, words.edges.defined);
    location.hash = '#elsewhere';
    await until('it is elsewhere', () => location.hash === '#elsewhere');
    await picker.update();
    assert.equal(picker.element.design?.edge, 'defined');
    picker.element.remove();
    location.hash = linked(STRAIGHT);
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(picker.element.design?.shape, 'm-shape', 'not after it has left');
  });

  it('leaves a design alone that the page has set', async () => {
    const picker = await pickers({ value: encodeDesign(STRAIGHT) }).usable();
    location.hash = linked(withShape(DEFAULT_DESIGN, 'm-shape'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(picker.element.design?.shape, 'straight');
  });

  it('leads to the same page, without the way on which the visitor has come', async () => {
    history.replaceState(null, '', `?page_id=12&utm_source=post&gclid=x&wbraid=y&fbclid=z&msclkid=v&lang=de#top`);
    const picker = await pickers().usable();
    let copied = '';
    const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void (copied = text)) },
    });
    await picker.press(words.copyLink);
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else Reflect.deleteProperty(navigator, 'clipboard');
    const { origin, pathname, search, hash } = new URL(copied);
    assert.equal(origin + pathname, location.origin + location.pathname);
    assert.equal(search, '?page_id=12&lang=de');
    assert.equal(hash, linked(DEFAULT_DESIGN));
  });
});

describe(`what <smp-hairline-picker> tells in ${engine}`, () => {
  const pickers = usePickers();
  const page = useClinicPage();
  const reports = usePageReports();

  afterEach(() => assert.isEmpty(reports.uncaught));

  /** All that is told of a design from now on, as it reaches the window. */
  function heard(): (SmpHairlineChangedEvent | SmpHairlineSelectedEvent)[] {
    const events: (SmpHairlineChangedEvent | SmpHairlineSelectedEvent)[] = [];
    const listen = (event: SmpHairlineChangedEvent | SmpHairlineSelectedEvent) => void events.push(event);
    page.element.addEventListener('smp-hairline-changed', listen);
    page.element.addEventListener('smp-hairline-selected', listen);
    return events;
  }

  async function inClinic(attributes: Readonly<Record<string, string>> = {}, design?: unknown) {
    const profile = { ...clinic, ...(design !== undefined && { design }) };
    const around = page.clinic({ adapter: backend({ clinic: profile }) });
    const speaker = document.createElement('smp-test-speaker') as SmpTestSpeaker;
    around.append(speaker);
    const picker = await pickers(attributes, around).usable();
    await until('there is an enquiry', () => speaker.enquiry.value);
    const say = async (part: object) => {
      speaker.enquiry.value?.update(part);
      await picker.update();
    };
    return { picker, say, enquiry: () => speaker.enquiry.value?.enquiry };
  }

  it('tells once of each thing that is done, to everybody around', async () => {
    const outside = document.createElement('div');
    page.element.append(outside);
    const inner = outside.attachShadow({ mode: 'closed' });
    const picker = await pickers({}, inner as unknown as Element).usable();
    const events = heard();
    const told = () => events.splice(0).map(({ type }) => type.replace('smp-hairline-', ''));
    await picker.choose(words.shape, words.shapes.round);
    assert.deepEqual(told(), ['changed']);
    await picker.press(words.more(words.midHeight));
    assert.deepEqual(told(), ['changed']);
    await picker.press(words.undo);
    await picker.press(words.redo);
    await picker.press(words.reset);
    assert.deepEqual(told(), ['changed', 'changed', 'changed']);
    await picker.press(words.reset);
    await picker.press(words.redo);
    assert.isEmpty(told(), 'nothing was done');
    await picker.choose(words.view, words.views.top);
    await picker.choose(words.time, words.before);
    await picker.choose(words.skin, words.tone(8));
    await picker.press(words.compare);
    await picker.slide(words.compare, 30);
    assert.isEmpty(told(), 'the design is the same');
    await picker.press(words.choose);
    assert.deepEqual(told(), ['selected']);
    picker.element.design = withShape(DEFAULT_DESIGN, 'straight');
    picker.element.edge = 'medium';
    await picker.update();
    assert.isEmpty(told(), 'the page knows what it has set itself');
  });

  it('tells of the design and of nothing else', async () => {
    const { picker, say } = await inClinic();
    await say({ answers: ANSWERS });
    await until('there is a suggestion', () => picker.element.design?.shape === 'round');
    const events = heard();
    await picker.choose(words.edge, words.edges.medium);
    await picker.press(words.choose);
    assert.lengthOf(events, 2);
    for (const event of events) {
      assert.isTrue(event.bubbles && event.composed);
      assert.sameMembers(Object.keys(event.design), Object.keys(DEFAULT_DESIGN));
      assert.deepEqual(event.design, picker.element.design);
      assert.equal(event.code, encodeDesign(event.design));
      assert.sameMembers(
        Object.keys(event).filter((name) => name !== 'isTrusted'),
        ['design', 'code'],
      );
    }
  });

  it('begins with what was said in the consultation', async () => {
    const { picker, say, enquiry } = await inClinic();
    assert.notInclude(picker.root.textContent, words.suggested);
    await say({ answers: ANSWERS });
    await until('there is a suggestion', () => picker.element.design?.shade === 'shade-5');
    assert.equal(picker.element.design?.shape, 'round');
    assert.isUndefined(enquiry()?.design, 'nothing is chosen by itself');
    await picker.update();
    assert.include(picker.root.textContent, words.suggested);
    assert.equal(picker.picked(words.hair), words.shades['shade-5']);
    await say({ answers: { ...ANSWERS, hairColour: 'blonde' } });
    await until('there is another', () => picker.element.design?.shade === 'shade-1');
  });

  it('leaves a design alone that the visitor has changed, or chosen', async () => {
    const { picker, say } = await inClinic();
    await picker.choose(words.edge, words.edges.defined);
    await picker.dressing(words.pattern);
    const { design } = picker.element;
    await say({ answers: ANSWERS });
    await until('the head has its hair', () => picker.picked(words.hair) === words.shades['shade-5']);
    assert.deepEqual(picker.element.design, design);
    assert.notInclude(picker.root.textContent, words.suggested);
    await picker.press(words.choose);
    await picker.choose(words.view, words.views.left);
    await say({ answers: { ...ANSWERS, hairColour: 'blonde', hairLossPatternFemale: 'ludwig-2' } });
    await until('it is heard', () => picker.list(words.pattern).value === 'ludwig-2');
    assert.deepEqual(picker.element.design, design && { ...design, view: 'left' });
  });

  it('keeps a choice, and the side it is looked at from, when other things are said', async () => {
    const { picker, say, enquiry } = await inClinic();
    await picker.press(words.choose);
    await picker.choose(words.view, words.views.left);
    await say({ contact: { name: 'Ada Example' } });
    assert.include(picker.said, words.chosen);
    assert.equal(picker.element.design?.view, 'left');
    assert.deepEqual(enquiry()?.design, DEFAULT_DESIGN);
  });

  it('brings back what was chosen when it comes again', async () => {
    const { picker, enquiry } = await inClinic({}, { start: { shape: 'straight' } });
    await until('it begins as the clinic does', () => picker.element.design?.shape === 'straight');
    await picker.choose(words.shape, words.shapes['m-shape']);
    await picker.press(words.choose);
    const around = picker.element.parentElement;
    picker.element.remove();
    const again = await pickers({}, around ?? document.body).usable();
    await until('it is back', () => again.element.design?.shape === 'm-shape');
    for (let turns = 0; turns < 5; turns++) await again.update();
    assert.deepEqual(again.element.design, enquiry()?.design);
  });

  it('shows the design that the page or a link has given, wherever the clinic or its visitors would begin', async () => {
    const given = withShape(DEFAULT_DESIGN, 'rectangular');
    const { picker, say } = await inClinic(
      { value: encodeDesign(given) },
      { start: { shape: 'straight' }, edges: ['soft-broken', 'medium'] },
    );
    await until('the clinic is known', () => !picker.labels(words.edge).includes(words.edges.defined));
    assert.deepEqual(picker.element.design, given);
    await say({ answers: ANSWERS });
    await until('the head has its hair', () => picker.picked(words.hair) === words.shades['shade-5']);
    assert.deepEqual(picker.element.design, given);
    assert.notInclude(picker.root.textContent, words.suggested);
  });
});
