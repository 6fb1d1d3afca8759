import { ContextConsumer } from '@lit/context';
import { assert } from '@esm-bundle/chai';
import { LitElement } from 'lit';
import { enquiryContext } from '../../../src/context/enquiry-context.js';
import { DEFAULT_DESIGN, withShape } from '../../../src/domain/design/hairline-design.js';
import { engine } from '../../support/browser.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { consultationOn } from '../../support/consultation.harness.js';
import { until } from '../../support/until.js';

/** Says something in the enquiry, as the picker does. */
class SmpTestDrawer extends LitElement {
  readonly enquiry = new ContextConsumer(this, { context: enquiryContext, subscribe: true });
}
customElements.define('smp-test-drawer', SmpTestDrawer);

describe(`<smp-consultation> and a hairline design in ${engine}`, () => {
  const page = useClinicPage();

  it('sends along what was drawn, before it or meanwhile', async () => {
    const adapter = backend();
    const around = page.clinic({ adapter });
    const drawer = document.createElement('smp-test-drawer') as SmpTestDrawer;
    around.append(drawer);
    await until('there is an enquiry', () => drawer.enquiry.value);
    drawer.enquiry.value?.update({ design: DEFAULT_DESIGN });
    const consultation = consultationOn(page, {}, around);
    await consultation.ready();
    const design = withShape(DEFAULT_DESIGN, 'straight');
    drawer.enquiry.value?.update({ design });
    await consultation.toSent();
    assert.deepEqual(adapter.state.consultations[0]?.draft.design, design);
  });

  it('knows what was drawn before its code was there', async () => {
    const adapter = backend();
    const around = page.clinic({ adapter });
    const drawer = document.createElement('smp-test-drawer') as SmpTestDrawer;
    around.append(drawer);
    await until('there is an enquiry', () => drawer.enquiry.value);
    drawer.enquiry.value?.update({ design: DEFAULT_DESIGN });
    const consultation = consultationOn(page, {}, around);
    await consultation.toSent();
    assert.deepEqual(adapter.state.consultations[0]?.draft.design, DEFAULT_DESIGN);
  });
});
