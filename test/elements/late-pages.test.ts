import { assert } from '@esm-bundle/chai';
import { engine } from '../support/browser.js';
import { backend, clinic, useClinicPage } from '../support/clinic-page.js';
import { errorsOf } from '../support/page-reports.js';
import { isShown, textOf } from '../support/slot-booker.harness.js';
import { until } from '../support/until.js';
import { framedPage } from './consultation/support/framed-page.js';

/** Elements, and the files that their pages are in. */
const PAGES: readonly (readonly [markup: string, file: string])[] = [
  ['<smp-slot-booker></smp-slot-booker>', 'slot-booker/booker'],
  ['<smp-slot-booker course></smp-slot-booker>', 'slot-booker/course-booker'],
  ['<smp-consultation></smp-consultation>', 'consultation/consulting'],
  ['<smp-hairline-picker></smp-hairline-picker>', 'hairline-picker/picking'],
  ['<smp-booking-manager></smp-booking-manager>', 'booking-manager/managing'],
  ['<smp-touch-up-reminder></smp-touch-up-reminder>', 'touch-up-reminder/reminding'],
  ['<smp-journey></smp-journey>', 'journey/journeying'],
];

describe(`elements whose pages do not come in ${engine}`, () => {
  const page = useClinicPage();

  for (const [markup, file] of PAGES) {
    it(`say so, and show the clinic’s number unless the page has something else to show: ${markup}`, async () => {
      const { document, settled } = await framedPage(page, { missing: [`src/elements/${file}.ts`] });
      const uncaught: unknown[] = [];
      document.defaultView?.addEventListener('unhandledrejection', ({ reason }) => uncaught.push(reason));
      const errors = errorsOf(document.body);
      const around = Object.assign(document.createElement('smp-clinic'), { adapter: backend() });
      document.body.append(around);
      around.innerHTML = markup;
      const [element] = around.children;
      const number = () => element?.shadowRoot?.querySelector('[part=phone]');
      const bars = () => element?.shadowRoot?.querySelectorAll('.skeleton').length;
      await until('the number is shown', () => textOf(number()) === clinic.phone);
      assert.equal(number()?.getAttribute('href'), 'tel:02079460100');
      assert.equal(bars(), 0, 'nothing looks as if it would come');
      assert.deepEqual(errors, ['network']);
      const fallback = Object.assign(document.createElement('p'), { textContent: 'Write to us' });
      element?.append(fallback);
      assert.isTrue(isShown(fallback));
      assert.isFalse(number()?.checkVisibility());

      const online = () => document.defaultView?.dispatchEvent(new Event('online'));
      online();
      await until('they are asked for again', () => errors.length === 2);
      element?.remove();
      online();
      await settled();
      assert.lengthOf(errors, 2, 'by nobody who has left');
      assert.isEmpty(uncaught);
    });
  }
});
