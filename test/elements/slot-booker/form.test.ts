import { assert } from '@esm-bundle/chai';
import { SmpBookingConfirmedEvent } from '../../../src/events/booking-confirmed-event.js';
import { SmpBookingRequestedEvent } from '../../../src/events/booking-requested-event.js';
import { SmpSlotHeldEvent } from '../../../src/events/slot-held-event.js';
import { SmpSlotSelectedEvent } from '../../../src/events/slot-selected-event.js';
import { SmpStepChangedEvent } from '../../../src/events/step-changed-event.js';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { errorsOf } from '../../support/page-reports.js';
import { ADA, SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';

describe(`<smp-slot-booker> in a form of the page, in ${engine}`, () => {
  const page = useClinicPage();

  function inForm(): { form: HTMLFormElement; fieldset: HTMLFieldSetElement; booker: SlotBookerHarness } {
    page.write(
      `<form><input name="hat" value="yes"><fieldset>
        <smp-slot-booker name="appointment" service="talk" required></smp-slot-booker>
      </fieldset></form>`,
    );
    const element = page.find('smp-slot-booker');
    element.adapter = backend();
    return { form: page.find('form'), fieldset: page.find('fieldset'), booker: new SlotBookerHarness(element) };
  }

  const sent = (form: HTMLFormElement): Record<string, unknown> => Object.fromEntries(new FormData(form).entries());

  async function book(booker: SlotBookerHarness): Promise<string> {
    await booker.toCheck();
    await booker.confirm();
    return booker.confirmed();
  }

  it('has the reference as its value, and none before', async () => {
    const { form, booker } = inForm();
    await booker.atTimes();
    assert.deepEqual(sent(form), { hat: 'yes' });
    assert.equal(booker.element.value, '');
    const reference = await book(booker);
    assert.deepEqual(sent(form), { hat: 'yes', appointment: reference });
    assert.equal(booker.element.value, reference);
    assert.equal(booker.element.booking?.reference, reference);
  });

  it('keeps the form from being sent before a booking is made, if it is required', async () => {
    const { form, booker } = inForm();
    await booker.atTimes();
    assert.isTrue(booker.element.matches(':invalid'));
    assert.isFalse(form.checkValidity());
    await book(booker);
    assert.isTrue(form.checkValidity());
    assert.isTrue(booker.element.matches(':valid'));
  });

  it('takes whoever wants to send the form before to where a booking is made', async () => {
    const { form, booker } = inForm();
    await booker.atTimes();
    await booker.element.updateComplete;
    const button = document.createElement('button');
    form.append(button);
    form.addEventListener('submit', (event) => event.preventDefault());
    button.click();
    assert.equal(document.activeElement, booker.element);
  });

  it('lets the form be sent if it is not', async () => {
    const { form, booker } = inForm();
    booker.element.required = false;
    await booker.atTimes();
    assert.isTrue(form.checkValidity());
  });

  it('never sends the page’s form by its own buttons', async () => {
    const { form, booker } = inForm();
    let submits = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submits += 1;
    });
    await book(booker);
    assert.equal(submits, 0);
  });

  it('can’t be used while its fieldset is disabled', async () => {
    const { fieldset, booker } = inForm();
    await booker.atTimes();
    fieldset.disabled = true;
    await booker.shows('that it is off', () => booker.parts('time')[0]?.closest('[inert]'));
    booker.parts('time')[0]?.querySelector('input')?.focus();
    assert.isUndefined(booker.focused());
    fieldset.disabled = false;
    await booker.shows('that it is on', () => !booker.parts('time')[0]?.closest('[inert]'));
    await book(booker);
  });

  it('starts anew when the form is reset after a booking', async () => {
    const { form, booker } = inForm();
    await book(booker);
    form.reset();
    await booker.at(en.chooseTime);
    await booker.element.updateComplete;
    assert.equal(booker.element.value, '');
    assert.deepEqual(sent(form), { hat: 'yes' });
    assert.isFalse(form.checkValidity());
  });

  it('starts anew when the page says so', async () => {
    const { booker } = inForm();
    await book(booker);
    booker.element.reset();
    await booker.atTimes();
    assert.equal(booker.element.value, '');
  });

  it('counts among the elements of the form', () => {
    const { form, booker } = inForm();
    assert.isTrue([...form.elements].includes(booker.element));
    assert.equal(booker.element.getAttribute('name'), 'appointment');
  });
});

describe(`what the page tells <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();

  it('may be told before the element’s code is there', async () => {
    const early = document.createElement('smp-early-booker');
    const adapter = backend();
    Object.assign(early, { adapter, service: 'visit', contactName: 'Grace Early' });
    page.element.append(early);
    const booker = customElements.get('smp-slot-booker');
    assert.isDefined(booker);
    customElements.define('smp-early-booker', class extends booker {});
    const harness = new SlotBookerHarness(early as SlotBookerHarness['element']);
    await harness.toDetails();
    assert.equal(harness.field(en.name).value, 'Grace Early');
    assert.isAbove(adapter.state.calls.listSlots, 0);
  });

  it('prefills the contact by attributes', async () => {
    page.write(
      `<smp-slot-booker service="talk" contact-name="Grace Example" contact-email="grace@example.com"
        contact-phone="020 7946 0777"></smp-slot-booker>`,
    );
    page.find('smp-slot-booker').adapter = backend();
    const [booker] = page.bookers() as [SlotBookerHarness];
    await booker.toDetails();
    assert.deepInclude(booker.details(), {
      name: 'Grace Example',
      email: 'grace@example.com',
      phone: '020 7946 0777',
      privacy: false,
    });
  });

  it('does not overwrite what the visitor typed', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.toDetails();
    await booker.fill(ADA);
    booker.element.contactName = 'Somebody Else';
    await booker.element.updateComplete;
    assert.equal(booker.details().name, ADA.name);
  });

  it('may change the service while the visitor chooses', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    booker.element.service = 'session';
    await booker.shows('another service', () => booker.text().includes('Session'));
    await booker.toCheck();
    assert.include(booker.answers()[en.service], 'Session');
  });

  it('may take back what it has fixed', async () => {
    page.write('<smp-slot-booker service="visit" practitioner="ben" location="west"></smp-slot-booker>');
    const { element } = page.bookers()[0] as SlotBookerHarness;
    const errors = errorsOf(element);
    element.adapter = backend();
    const [booker] = page.bookers() as [SlotBookerHarness];
    await booker.atTimes();
    const isEarly = () => booker.times().some((time) => time.startsWith('09:00'));
    assert.isFalse(isEarly());
    assert.notInclude(booker.buttons(), en.back);
    element.removeAttribute('practitioner');
    element.removeAttribute('location');
    await booker.shows('the times of all', isEarly);
    element.removeAttribute('service');
    await booker.shows('that there is a choice', () => booker.buttons().includes(en.back));
    await booker.press(en.back);
    await booker.chooseService('Session');
    await booker.atTimes();
    assert.isEmpty(errors);
  });

  it('may go from one backend to another', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    const other = backend();
    booker.element.adapter = other;
    await until('the other is asked', () => other.state.calls.listSlots > 0);
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(other.state.bookings, 1);
  });

  it('need not know every attribute', async () => {
    page.write('<smp-slot-booker service="talk" colour="red" required="maybe" dir="sideways"></smp-slot-booker>');
    page.find('smp-slot-booker').adapter = backend();
    const [booker] = page.bookers() as [SlotBookerHarness];
    await booker.toCheck();
  });
});

describe(`what <smp-slot-booker> tells the page in ${engine}`, () => {
  const page = useClinicPage();

  it('comes as typed events that leave shadow roots', async () => {
    const outer = document.createElement('div');
    const shadow = outer.attachShadow({ mode: 'open' });
    const inner = document.createElement('div');
    shadow.append(inner);
    page.element.append(outer);
    const seen: Event[] = [];
    for (const name of [
      'smp-step-changed',
      'smp-slot-selected',
      'smp-slot-held',
      'smp-booking-requested',
      'smp-booking-confirmed',
    ]) {
      document.addEventListener(name, (event) => seen.push(event), { once: true });
    }
    const booker = page.booker({ adapter: backend(), service: 'talk' }, inner);
    await booker.toCheck();
    await booker.confirm();
    const reference = await booker.confirmed();
    const found = <T extends Event>(type: new (...args: never[]) => T): T => {
      const event = seen.find((one): one is T => one instanceof type);
      if (!event) throw new Error(`No ${type.name}`);
      assert.isTrue(event.bubbles && event.composed, type.name);
      assert.equal(event.cancelable, event instanceof SmpBookingRequestedEvent, type.name);
      return event;
    };
    assert.equal(found(SmpSlotSelectedEvent).slot.localTime, '10:00');
    assert.equal(found(SmpSlotHeldEvent).hold.slot.localTime, '10:00');
    assert.equal(found(SmpBookingRequestedEvent).draft.contact.email, ADA.email);
    assert.equal(found(SmpBookingConfirmedEvent).booking.reference, reference);
    assert.isString(found(SmpStepChangedEvent).step);
  });

  it('lets the page keep a booking from being sent', async () => {
    const adapter = backend();
    const booker = page.booker({ adapter, service: 'talk' });
    const refuse = (event: Event): void => event.preventDefault();
    page.element.addEventListener('smp-booking-requested', refuse);
    await booker.toCheck();
    await booker.confirm();
    await booker.element.updateComplete;
    assert.include(booker.buttons(), en.confirm, 'nothing is under way');
    page.element.removeEventListener('smp-booking-requested', refuse);
    await booker.confirm();
    await booker.confirmed();
    assert.equal(adapter.state.calls.createBooking, 1);
  });

  it('tells of one confirmation once', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    let confirmations = 0;
    booker.element.addEventListener('smp-booking-confirmed', () => (confirmations += 1));
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    booker.element.remove();
    page.element.append(booker.element);
    await booker.confirmed();
    assert.equal(confirmations, 1);
  });
});

describe(`where the visitor came from, in ${engine}`, () => {
  const page = useClinicPage();
  const { href } = location;

  afterEach(() => history.replaceState(null, '', href));

  it('reaches the backend with the booking, and the rest of the address does not', async () => {
    const { pathname } = location;
    const said = {
      utm_source: 'insta gram',
      utm_medium: 'social',
      utm_campaign: 'winter',
      utm_term: 'smp',
      utm_content: 'a/b',
      gclid: 'g1',
      gbraid: 'g2',
      wbraid: 'w1',
      fbclid: 'f1',
      msclkid: 'm1',
    };
    const query = new URLSearchParams({ ...said, session: 'secret', email: 'ada@example.com' });
    history.replaceState(null, '', `${pathname}?${query.toString()}#secret`);
    const adapter = backend();
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    const { referrer, ...attribution } = adapter.state.bookings[0]?.draft.attribution ?? {};
    assert.deepEqual(attribution, { ...said, landingPath: pathname });
    assert.notMatch(referrer ?? '', /[?#]/);
    assert.equal(adapter.state.bookings[0]?.draft.locale, 'en');
  });

  it('is cut where it is too long', async () => {
    history.replaceState(null, '', `${location.pathname}?utm_source=${'x'.repeat(2000)}`);
    const adapter = backend();
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(adapter.state.bookings[0]?.draft.attribution?.utm_source ?? '', 500);
  });
});
