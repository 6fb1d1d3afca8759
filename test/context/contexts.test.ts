import { ContextConsumer, ContextProvider, createContext } from '@lit/context';
import { assert } from '@esm-bundle/chai';
import { LitElement } from 'lit';
import type { ClinicContext } from '../../src/context/clinic-context.js';
import type { EnquiryContext } from '../../src/context/enquiry-context.js';
import { en } from '../../src/locales/en.js';
import { backend, useClinicPage } from '../support/clinic-page.js';
import { until } from '../support/until.js';

// As another copy of the package on the same page would make them.
const clinicContext = createContext<ClinicContext>(Symbol.for('smp-widgets/clinic@1'));
const enquiryContext = createContext<EnquiryContext>(Symbol.for('smp-widgets/enquiry@1'));

class SmpListener extends LitElement {
  readonly clinic = new ContextConsumer(this, { context: clinicContext, subscribe: true });
  readonly enquiry = new ContextConsumer(this, { context: enquiryContext, subscribe: true });
}
customElements.define('smp-test-listener', SmpListener);

class SmpForeignClinic extends LitElement {
  readonly enquiry = new ContextProvider(this, {
    context: enquiryContext,
    initialValue: { enquiry: { contact: { name: 'Grace Example' } }, update: () => undefined },
  });
  override createRenderRoot(): this {
    return this;
  }
}
customElements.define('smp-test-enquiry', SmpForeignClinic);

describe('what <smp-clinic> gives to what is inside it', () => {
  const page = useClinicPage();

  it('is met by another copy of the package', async () => {
    const around = page.clinic({ adapter: backend(), phone: '020 7946 0333', messages: { back: 'Return' } });
    const listener = document.createElement('smp-test-listener') as SmpListener;
    around.append(listener);
    await until('the clinic is ready', () => listener.clinic.value?.status === 'ready');
    assert.equal(listener.clinic.value?.clinic?.name, 'Northlight Clinic');
    assert.equal(listener.clinic.value?.phone, '020 7946 0333');
    assert.deepEqual(listener.clinic.value?.messages, { back: 'Return' });
    assert.isDefined(listener.clinic.value?.backend);
    assert.deepEqual(listener.enquiry.value?.enquiry, {});
  });

  it('tells what a visitor has said, each part beside the others', async () => {
    const around = page.clinic({ adapter: backend() });
    const listener = document.createElement('smp-test-listener') as SmpListener;
    around.append(listener);
    await until('there is an enquiry', () => listener.enquiry.value);
    listener.enquiry.value?.update({ note: 'Hello' });
    listener.enquiry.value?.update({ contact: { name: 'Ada' } });
    assert.deepEqual(listener.enquiry.value?.enquiry, { note: 'Hello', contact: { name: 'Ada' } });
  });

  it('is told of a booking', async () => {
    const adapter = backend();
    const around = page.clinic({ adapter });
    const listener = document.createElement('smp-test-listener') as SmpListener;
    around.append(listener);
    const booker = page.booker({ service: 'talk' }, around);
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    const { enquiry } = listener.enquiry.value ?? {};
    assert.equal(enquiry?.bookingId, adapter.state.bookings[0]?.booking.bookingId);
    assert.equal(enquiry?.service, 'talk');
  });

  it('may also come from elsewhere', async () => {
    const around = document.createElement('smp-test-enquiry');
    page.element.append(around);
    const booker = page.booker({ service: 'talk', adapter: backend() }, around);
    await booker.toDetails();
    assert.equal(booker.field(en.name).value, 'Grace Example');
  });
});
