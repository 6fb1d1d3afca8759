import { ContextConsumer } from '@lit/context';
import { assert } from '@esm-bundle/chai';
import { LitElement } from 'lit';
import { enquiryContext } from '../../../src/context/enquiry-context.js';
import { DEFAULT_DESIGN, withShape, type HairlineDesign } from '../../../src/domain/design/hairline-design.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { engine } from '../../support/browser.js';
import { until } from '../../support/until.js';

/** Says something in the enquiry, as the picker does. */
class SmpTestDrawer extends LitElement {
  readonly enquiry = new ContextConsumer(this, { context: enquiryContext, subscribe: true });
}
customElements.define('smp-test-drawer', SmpTestDrawer);

const DESIGN = withShape(DEFAULT_DESIGN, 'm-shape');

describe(`<smp-slot-booker> and a hairline design in ${engine}`, () => {
  const page = useClinicPage();

  /** Books with this in the enquiry; the backend, once the booking stands. */
  async function booked(design: unknown) {
    const adapter = backend();
    const around = page.clinic({ adapter });
    const drawer = document.createElement('smp-test-drawer') as SmpTestDrawer;
    around.append(drawer);
    const booker = page.booker({ service: 'talk' }, around);
    await booker.toCheck();
    await until('there is an enquiry', () => drawer.enquiry.value);
    drawer.enquiry.value?.update({ design: design as HairlineDesign });
    await booker.confirm();
    await booker.confirmed();
    return adapter;
  }

  it('sends along what was drawn', async () => {
    const adapter = await booked(DESIGN);
    assert.deepEqual(adapter.state.bookings[0]?.draft.design, DESIGN);
  });

  it('books without what is no design', async () => {
    const adapter = await booked({ ...DESIGN, density: 900 });
    assert.lengthOf(adapter.state.bookings, 1);
    assert.isUndefined(adapter.state.bookings[0]?.draft.design);
  });
});
