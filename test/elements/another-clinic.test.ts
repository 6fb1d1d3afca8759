import { assert } from '@esm-bundle/chai';
import { ContextEvent } from '@lit/context';
import { enquiryContext, type EnquiryContext } from '../../src/context/enquiry-context.js';
import { visitor } from '../../src/controllers/visitor.js';
import type { Enquiry } from '../../src/domain/enquiry.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import { en as consulting } from '../../src/locales/consultation/en.js';
import { en as planning } from '../../src/locales/course/en.js';
import { en as words } from '../../src/locales/en.js';
import { en as travelling } from '../../src/locales/journey/en.js';
import { engine } from '../support/browser.js';
import { backend, clinic, useClinicPage } from '../support/clinic-page.js';
import { consultationOn } from '../support/consultation.harness.js';
import { courseBackend, courses, toCheck, toPlan } from '../support/course-page.js';
import { Gate } from '../support/fault-adapter.js';
import { journeyOn } from '../support/journey.harness.js';
import { ADA, textOf } from '../support/slot-booker.harness.js';
import { until } from '../support/until.js';

/** Another clinic that offers the same at the same times. */
const southlight = { ...clinic, id: 'southlight', name: 'Southlight Clinic' };

function enquiryOf(element: HTMLElement): EnquiryContext {
  let found: EnquiryContext | undefined;
  element.dispatchEvent(new ContextEvent(enquiryContext, element, (value) => (found = value)));
  if (!found) throw new Error('Nothing carries what is said');
  return found;
}

describe(`Another clinic in place of the first, in ${engine}`, () => {
  const page = useClinicPage();

  it('gets nothing of a booking that was begun at the first, where the time is let go', async () => {
    const [first, other] = [backend(), backend({ clinic: southlight })];
    const booker = page.booker({ adapter: first, service: 'talk' });
    await booker.toCheck();
    assert.lengthOf(first.state.holds, 1);
    booker.element.adapter = other;
    await booker.atTimes();
    await until('the time is let go', () => first.state.holds.length === 0);
    await booker.toDetails('15:00');
    // Who it is need not be typed again; all else was said to the first.
    const { name, email, phone } = ADA;
    assert.deepInclude(booker.details(), { name, email, phone, note: '', privacy: false });
    await booker.fill({ privacy: true });
    await booker.continue();
    await booker.at(words.checkTitle);
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(first.state.bookings, 0);
    assert.lengthOf(other.state.bookings, 1);
  });

  it('gets nothing while nobody knows yet whose backend it is: the booking goes to the one that it names', async () => {
    const [first, other] = [backend(), backend({ clinic: southlight })];
    const gate = new Gate();
    const booker = page.booker({ adapter: first, service: 'talk' });
    await booker.toCheck();
    booker.element.adapter = gate.before(other, 'getClinic');
    await until('the other is asked', () => gate.waiting > 0);
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(first.state.bookings, 1);
    gate.open();
    await booker.atTimes();
    assert.equal(other.state.calls.createBooking ?? 0, 0);
    assert.equal(booker.element.value, '');
  });

  it('is not taken for another one when its profile is read again', async () => {
    const adapter = backend();
    const around = page.clinic({ adapter });
    const booker = page.booker({ service: 'talk' }, around);
    await booker.toCheck();
    enquiryOf(booker.element).update({ note: 'Takes blood thinners' });
    around.adapter = Object.assign(Object.create(adapter) as typeof adapter, {});
    await until('it is read again', () => adapter.state.calls.getClinic === 2);
    await around.updateComplete;
    await booker.element.updateComplete;
    assert.equal(booker.heading(), words.checkTitle);
    await booker.confirm();
    await booker.confirmed();
    assert.include(adapter.state.bookings[0]?.draft.note ?? '', 'blood thinners');
  });

  it('plans no course of the first', async () => {
    const [first, other] = [
      courseBackend(),
      courseBackend({}, { clinic: { ...southlight, courses: courses.slice(1) } }),
    ];
    const booker = page.booker({ adapter: first, course: 'two' });
    await toPlan(booker);
    await toCheck(booker);
    assert.lengthOf(first.state.holds, 2);
    booker.element.adapter = other;
    await booker.at(planning.firstTitle);
    await until('the times are let go', () => first.state.holds.length === 0);
    await toPlan(booker);
    assert.lengthOf(other.state.bookings, 0);
  });

  it('is told who the visitor is and what they would like, nothing of their health and no proof', async () => {
    const [first, other] = [backend(), backend({ clinic: southlight })];
    const around = page.clinic({ adapter: first });
    const booker = page.booker({ service: 'talk' }, around);
    await booker.atTimes();
    const said: Enquiry = {
      contact: { name: ADA.name, email: ADA.email },
      answers: { bloodThinners: 'yes' },
      screening: { consultation: true, treatment: 'after-consultation', findings: [] },
      privacy: { version: 'north-1', at: '2026-11-30T07:00:00Z' },
      consultation: { consultationId: 'c-1', consultationToken: 'token-of-the-consultation' },
      note: 'Takes blood thinners',
      bookingId: 'b-1',
      waitlisted: true,
    };
    const before = enquiryOf(booker.element);
    before.update(said);
    around.adapter = other;
    await until('the other is asked', () => (other.state.calls.listSlots ?? 0) > 0);
    // The answer to something that was sent to the first.
    before.update({ bookingId: 'b-2' });
    const { contact, ...others } = enquiryOf(booker.element).enquiry;
    assert.deepEqual(contact, said.contact);
    assert.isEmpty(Object.values(others).filter((value) => value !== undefined));
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    const sent = JSON.stringify(other.state.bookings[0]);
    for (const word of ['north-1', 'blood thinners', 'token-of-the-consultation']) assert.notInclude(sent, word);
  });

  it('is asked its own questions, without the answers that the first was given', async () => {
    const [first, other] = [backend(), backend({ clinic: southlight })];
    const consultation = consultationOn(page, { adapter: first });
    await consultation.toCheck();
    consultation.element.adapter = other;
    await consultation.at(consulting.questions.ageConfirm18.label);
    assert.isEmpty(consultation.chosen());
    assert.isFalse(consultation.element.unsent);
    await consultation.toSent();
    assert.lengthOf(first.state.consultations, 0);
    assert.lengthOf(other.state.consultations, 1);
  });

  for (const inside of [false, true]) {
    it(`has done none of the steps of a journey ${inside ? 'inside <smp-clinic>' : 'that stands alone'}`, async () => {
      const [first, other] = [backend(), backend({ clinic: southlight })];
      const around = page.clinic({ adapter: first });
      const journey = inside ? journeyOn(page, {}, around) : journeyOn(page, { adapter: first });
      await (await journey.consultation()).toSent();
      assert.deepEqual(journey.ways(), [travelling.goOn(travelling.steps.design)]);
      (inside ? around : journey.element).adapter = other;
      await until('it is to be done', () => journey.ways().join() === travelling.skip);
      const consultation = await journey.consultation();
      await consultation.at(consulting.questions.ageConfirm18.label);
      const { enquiry } = enquiryOf(consultation.element);
      assert.equal(enquiry.contact?.email, ADA.email);
      assert.isUndefined(enquiry.consultation);
      assert.isUndefined(enquiry.screening);
      await consultation.toSent();
      assert.lengthOf(other.state.consultations, 1);
    });
  }

  it('is signed up with for touch-ups by who agrees to that one', async () => {
    const make = (profile: typeof clinic) =>
      backend({ clinic: { ...profile, touchUps: { channels: ['email'] } }, now: Date.now });
    const [first, other] = [make(clinic), make(southlight)];
    const around = page.clinic({ adapter: first });
    const element = document.createElement('smp-touch-up-reminder');
    element.date = addDays(visitor.today(), -3);
    around.append(element);
    const find = (selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
    await until('the way to sign up', () => find('[part=remind]'));
    find('[part=remind]')?.click();
    await until('the form', () => textOf(find('[part=sign-up-form]')).includes(clinic.name));
    around.adapter = other;
    await until('the form of the first has gone', () => !find('[part=sign-up-form]') && find('[part=remind]'));
    find('[part=remind]')?.click();
    await until('the form', () => textOf(find('[part=sign-up-form]')).includes(southlight.name));
    const type = (id: string, text: string) => {
      const input = find(`#${id}`);
      if (!(input instanceof HTMLInputElement)) throw new Error(`No ${id}`);
      input.value = text;
      input.dispatchEvent(new Event('input'));
    };
    find('#way-email')?.click();
    await element.updateComplete;
    type('remind-name', ADA.name);
    type('remind-email', ADA.email);
    await element.updateComplete;
    find('button[part=sign-up]')?.click();
    await until('it is stored', () => find('[part=signed]'));
    assert.deepEqual([first.state.touchUps.length, other.state.touchUps.length], [0, 1]);
  });
});
