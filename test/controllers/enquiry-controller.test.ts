import { assert } from '@esm-bundle/chai';
import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import { enquiryContext } from '../../src/context/enquiry-context.js';
import { EnquiryController } from '../../src/controllers/enquiry-controller.js';

/** An element without a DOM, which asks for contexts of the one that is around it. */
class Host extends EventTarget {
  around: EventTarget | undefined;
  readonly #controllers = new Set<ReactiveController>();

  override dispatchEvent(event: Event): boolean {
    return this.around ? this.around.dispatchEvent(event) : super.dispatchEvent(event);
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }

  requestUpdate(): void {
    // There is nothing to draw.
  }

  put(around?: EventTarget): void {
    this.around = around;
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  take(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}

const of = (host: Host) => host as unknown as ReactiveElement;
const consentTo = (version: string) => ({ version, at: '2026-11-22T12:00:00Z' });

describe('EnquiryController', () => {
  it('lays what an element adds that has left the page over what has been said since', () => {
    const page = new Host();
    const enquiry = new EnquiryController(of(page), () => undefined);
    const host = new Host();
    const booker = new ContextConsumer(of(host), { context: enquiryContext, subscribe: true });
    host.put(page);
    assert.ok(booker.value);
    host.take();
    enquiry.value.update({ privacy: consentTo('1') });
    booker.value.update({ bookingId: 'b-1' });
    assert.deepEqual(enquiry.value.enquiry, { privacy: consentTo('1'), bookingId: 'b-1' });
  });

  it('goes on with what was said where it is moved out of its clinic', () => {
    const clinic = new Host();
    const around = new EnquiryController(of(clinic), () => undefined);
    const host = new Host();
    let told = 0;
    const journey = new EnquiryController(of(host), () => (told += 1));
    host.put(clinic);
    journey.value.update({ service: 'talk' });
    assert.equal(around.value.enquiry.service, 'talk');
    host.take();
    host.put();
    const before = told;
    journey.value.update({ contact: { name: 'Ada' } });
    assert.deepEqual(journey.value.enquiry, { service: 'talk', contact: { name: 'Ada' } });
    assert.ok(told > before);
    assert.equal(around.value.enquiry.contact, undefined);
  });

  it('keeps nothing but who it is and what they would like for another clinic, and takes nothing late of the first', () => {
    const enquiry = new EnquiryController(of(new Host()), () => undefined);
    const { update } = enquiry.value;
    update({ contact: { name: 'Ada' }, note: 'Takes blood thinners', privacy: consentTo('1') });
    enquiry.startOver();
    update({ bookingId: 'b-1' });
    const { contact, ...others } = enquiry.value.enquiry;
    assert.deepEqual(contact, { name: 'Ada' });
    assert.deepEqual(others, { design: undefined });
  });

  it('leaves the enquiry of the clinic around it to that one', () => {
    const clinic = new Host();
    const around = new EnquiryController(of(clinic), () => undefined);
    const host = new Host();
    const journey = new EnquiryController(of(host), () => undefined);
    host.put(clinic);
    journey.value.update({ note: 'Takes blood thinners' });
    journey.startOver();
    assert.equal(around.value.enquiry.note, 'Takes blood thinners');
  });
});
