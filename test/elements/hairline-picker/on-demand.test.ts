import { assert } from '@esm-bundle/chai';
import '../../../src/define.js';
import { DEFAULT_DESIGN } from '../../../src/domain/design/hairline-design.js';
import { DEFAULT_SHADES } from '../../../src/domain/design/pigment.js';
import { en as words } from '../../../src/locales/hairline/en.js';
import { engine } from '../../support/browser.js';
import { backend, clinic, useClinicPage } from '../../support/clinic-page.js';
import { HairlinePickerHarness } from '../../support/hairline-picker.harness.js';
import { errorsOf, usePageReports } from '../../support/page-reports.js';
import { until } from '../../support/until.js';
import { framedPage } from '../consultation/support/framed-page.js';
import { photoFile } from '../consultation/support/photo-file.js';

/** What is pressed or opened, and the file without which nothing comes of it. */
const ON_DEMAND: readonly (readonly [string, string, (picker: HairlinePickerHarness) => void])[] = [
  ['a surprise', 'src/domain/design/surprising-design.ts', (picker) => picker.button(words.surprise).click()],
  [
    'the picture to keep',
    'src/elements/hairline-picker/saved-picture.ts',
    (picker) => picker.button(words.save).click(),
  ],
  [
    'the names of hair',
    'src/elements/hairline-picker/worn-patterns.ts',
    (picker) => {
      for (const details of picker.root.querySelectorAll('details')) details.open = true;
    },
  ],
];

describe(`<smp-hairline-picker> without a connection in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();

  afterEach(() => assert.isEmpty(reports.uncaught));

  async function without(...missing: readonly string[]) {
    const frame = await framedPage(page, { missing });
    const uncaught: unknown[] = [];
    frame.document.defaultView?.addEventListener('unhandledrejection', ({ reason }) => uncaught.push(reason));
    const element = frame.document.createElement('smp-hairline-picker');
    frame.document.body.append(element);
    return { picker: await new HairlinePickerHarness(element).usable(), uncaught, settled: () => frame.settled() };
  }

  for (const [name, file, ask] of ON_DEMAND) {
    it(`says so when ${name} does not come, and keeps the design and the rest at work`, async () => {
      const { picker, uncaught, settled } = await without(file);
      await picker.choose(words.edge, words.edges.defined);
      const { design } = picker.element;
      assert.equal(picker.alert, '');
      ask(picker);
      await picker.alerted();
      assert.equal(picker.alert, words.failed);
      assert.deepEqual(picker.element.design, design);
      await settled();
      assert.isEmpty(uncaught);
      await picker.press(words.undo);
      assert.equal(picker.element.design?.edge, DEFAULT_DESIGN.edge);
    });
  }

  it('offers what all do where the clinic’s own can’t be looked at, tells the page, and asks again', async () => {
    const frame = await framedPage(page, { missing: ['src/domain/design/design-settings-check.ts'] });
    const around = frame.document.createElement('smp-clinic');
    const codes = errorsOf(around);
    const uncaught: unknown[] = [];
    frame.document.defaultView?.addEventListener('unhandledrejection', ({ reason }) => uncaught.push(reason));
    const shades = [{ id: 'ash', colour: '#6b6a6c', name: 'Ash' }];
    around.adapter = backend({ clinic: { ...clinic, design: { shades } } });
    frame.document.body.append(around);
    const element = frame.document.createElement('smp-hairline-picker');
    around.append(element);
    const picker = await new HairlinePickerHarness(element).usable();
    await until('it is told', () => codes.length > 0);
    assert.deepEqual(codes, ['network']);
    assert.lengthOf(picker.labels(words.shade), DEFAULT_SHADES.length);
    // There is news of the clinic.
    around.phone = '020 7946 0199';
    await until('it has asked again', () => codes.length > 1);
    assert.deepEqual(codes, ['network', 'network']);
    await frame.settled();
    assert.isEmpty(uncaught);
  });

  it('suggests nothing where the code for that does not come, tells the page, and tries again', async () => {
    const { picker, uncaught, settled } = await without('src/domain/design/design-suggestion.ts');
    const codes = errorsOf(picker.element);
    const start = picker.element.design;
    picker.element.age = 58;
    await until('it is told', () => codes.length > 0);
    assert.deepEqual(picker.element.design, start);
    for (const age of [undefined, 58]) {
      Object.assign(picker.element, { age });
      await picker.update();
    }
    await until('it has tried again', () => codes.length > 1);
    assert.deepEqual(codes, ['network', 'network']);
    await picker.choose(words.edge, words.edges.defined);
    assert.equal(picker.element.design?.edge, 'defined');
    await settled();
    assert.isEmpty(uncaught);
  });

  it('says so when a photo can’t be opened', async () => {
    const { picker } = await without('src/elements/hairline-picker/photo-marks.ts');
    await picker.choosePhoto(await photoFile({ width: 400, height: 400 }));
    assert.equal(picker.alert, words.photoFailed);
    await picker.press(words.undo);
    assert.doesNotThrow(() => picker.choice(words.view, words.views.front));
  });

  it('says nothing of the kind where all of it comes', async () => {
    const { picker } = await without();
    for (const [, , ask] of ON_DEMAND.filter(([name]) => name !== 'the picture to keep')) ask(picker);
    await until('it is another design', () => picker.element.design?.seed !== DEFAULT_DESIGN.seed);
    await until('hair is named', () => picker.root.querySelector('select'));
    assert.equal(picker.alert, '');
  });
});
