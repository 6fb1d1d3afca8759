import { assert } from '@esm-bundle/chai';
import { ContextEvent } from '@lit/context';
import { enquiryContext, type EnquiryContext } from '../../src/context/enquiry-context.js';
import { visitor } from '../../src/controllers/visitor.js';
import type { Enquiry } from '../../src/domain/enquiry.js';
import { SmpError } from '../../src/domain/errors.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import { en as consulting } from '../../src/locales/consultation/en.js';
import { en as planning } from '../../src/locales/course/en.js';
import { en as words } from '../../src/locales/en.js';
import { en as travelling } from '../../src/locales/journey/en.js';
import { en as managing } from '../../src/locales/management/en.js';
import { reminderWords } from '../../src/locales/touch-up/reminder-words.js';
import { engine } from '../support/browser.js';
import { backend, clinic, useClinicPage } from '../support/clinic-page.js';
import { consultationOn } from '../support/consultation.harness.js';
import { courseBackend, courses, toCheck, toPlan } from '../support/course-page.js';
import { Gate, overridden } from '../support/fault-adapter.js';
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

/** Books the first free time; gives the booking's token. */
async function made(adapter: ReturnType<typeof backend>): Promise<string> {
  const { slots } = await adapter.listSlots({ service: 'talk' });
  const booking = await adapter.createBooking(
    { service: 'talk', slotId: slots[0]?.id ?? '', contact: { name: ADA.name, email: ADA.email }, consents: [] },
    { operationId: crypto.randomUUID() },
  );
  return booking.manageToken ?? '';
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

  for (const course of [false, true]) {
    it(`is given no time that was still asked for at the first${course ? ', for a course' : ''}: it is let go there`, async () => {
      const make = (profile: typeof clinic) =>
        course ? courseBackend({}, { clinic: { ...profile, courses } }) : backend({ clinic: profile });
      const [first, other] = [make(clinic), make(southlight)];
      const gate = new Gate();
      let isHeldUp = false;
      const adapter = overridden(first, {
        holdSlot: async (...request) => {
          const answer = first.holdSlot?.(...request);
          if (isHeldUp) await gate.passed;
          return answer ?? Promise.reject(new Error('It can’t hold'));
        },
      });
      const booker = page.booker({ adapter, ...(course ? { course: 'two' } : { service: 'talk' }) });
      if (course) await toPlan(booker);
      else await booker.pick('10:00');
      const sent: unknown[] = [];
      booker.element.addEventListener('smp-slot-held', (event) => sent.push(event));
      isHeldUp = true;
      booker.part('button')?.click();
      await until('it is held', () => first.state.holds.length > 0);
      booker.element.adapter = other;
      await until('the other is asked', () => (other.state.calls.listSlots ?? 0) > 0);
      gate.open();
      await until('it is let go', () => (first.state.calls.releaseHold ?? 0) > 0 && first.state.holds.length === 0);
      assert.isEmpty(sent);
      assert.lengthOf(other.state.holds, 0);
    });

    it(`does not keep from the page what became of ${course ? 'a course' : 'a booking'} under way at the first`, async () => {
      const make = (profile: typeof clinic) =>
        course ? courseBackend({}, { clinic: { ...profile, courses } }) : backend({ clinic: profile });
      const [first, other] = [make(clinic), make(southlight)];
      const gate = new Gate();
      const adapter = gate.before(first, course ? 'bookCourse' : 'createBooking');
      const booker = page.booker({ adapter, ...(course ? { course: 'two' } : { service: 'talk' }) });
      const told: string[] = [];
      booker.element.addEventListener('smp-booking-confirmed', ({ booking }) => told.push(booking.bookingId));
      booker.element.addEventListener('smp-course-confirmed', ({ sessions }) =>
        told.push(...sessions.map(({ bookingId }) => bookingId)),
      );
      if (course) {
        await toPlan(booker);
        await toCheck(booker);
      } else await booker.toCheck();
      await booker.confirm();
      await until('it is stored', () => first.state.bookings.length > 0);
      booker.element.adapter = other;
      await until('the other is asked', () => (other.state.calls.listSlots ?? 0) > 0);
      assert.isEmpty(told);
      gate.open();
      await until('the page is told', () => told.length > 0);
      assert.deepEqual(
        told,
        first.state.bookings.map(({ booking }) => booking.bookingId),
      );
      assert.equal(booker.element.value, '', 'it is not the other clinic’s');
    });

    it(`is chosen with nothing left held at the first where ${course ? 'a course' : 'a booking'} under way there is refused`, async () => {
      const make = (profile: typeof clinic) =>
        course ? courseBackend({}, { clinic: { ...profile, courses } }) : backend({ clinic: profile });
      const [first, other] = [make(clinic), make(southlight)];
      const gate = new Gate();
      let isSent = false;
      const refuse = async () => {
        isSent = true;
        await gate.passed;
        throw new SmpError('not-supported', 'Not today');
      };
      const adapter = overridden(first, course ? { bookCourse: refuse } : { createBooking: refuse });
      const booker = page.booker({ adapter, ...(course ? { course: 'two' } : { service: 'talk' }) });
      if (course) {
        await toPlan(booker);
        await toCheck(booker);
      } else await booker.toCheck();
      await booker.confirm();
      await until('it is sent', () => isSent);
      assert.lengthOf(first.state.holds, course ? 2 : 1);
      const told: string[] = [];
      booker.element.addEventListener('smp-booking-refused', ({ error }) => told.push(error.code));
      booker.element.adapter = other;
      await until('the other is asked', () => (other.state.calls.listSlots ?? 0) > 0);
      gate.open();
      await until('the page is told', () => told.length > 0);
      await until('it is let go', () => first.state.holds.length === 0);
      if (course) await toPlan(booker);
      else await booker.toDetails('15:00');
      assert.lengthOf(other.state.holds, 1);
    });
  }

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

  for (const inside of [false, true]) {
    it(`is never told the token of a booking, ${inside ? 'inside <smp-clinic>' : 'where it stands alone'}`, async () => {
      const [first, other, third] = [backend(), backend({ clinic: southlight }), backend({ clinic: southlight })];
      const mine = await made(first);
      const theirs = await made(other);
      const around = page.clinic({ adapter: first });
      const element = Object.assign(document.createElement('smp-booking-manager'), { token: mine });
      const use = (adapter: typeof first) => ((inside ? around : element).adapter = adapter);
      if (inside) around.append(element);
      else page.element.append(Object.assign(element, { adapter: first }));
      const find = (selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
      const calls = ({ state }: typeof first) => state.calls.getBooking ?? 0;
      await until('it is shown', () => find('[part=session]'));
      for (const adapter of [other, first, third]) {
        use(adapter);
        if (adapter === first) await until('it is shown again', () => find('[part=session]'));
        else await until('the link opens nothing', () => textOf(find('h2')) === managing.refusedTitle);
      }
      assert.deepEqual([calls(first), calls(other), calls(third)], [2, 0, 0]);
      element.token = theirs;
      use(other);
      await until('the other one’s is shown', () => find('[part=session]'));
      assert.equal(calls(first), 2);
      use(Object.assign(Object.create(other) as typeof other, {}));
      await until('it is read again', () => calls(other) === 2);
    });
  }

  it('is not told the token of a plan of touch-ups', async () => {
    const make = (profile: typeof clinic) =>
      backend({ clinic: { ...profile, touchUps: { channels: ['email'] } }, now: Date.now });
    const [first, other] = [make(clinic), make(southlight)];
    const around = page.clinic({ adapter: first });
    const element = Object.assign(document.createElement('smp-touch-up-reminder'), { token: 'x'.repeat(40) });
    around.append(element);
    const heading = () => textOf(element.shadowRoot?.querySelector('h2'));
    await until('the first is asked', () => first.state.calls.getTouchUps === 1);
    around.adapter = other;
    await until('the other is there', () => other.state.calls.getClinic === 1);
    await until('the link opens nothing', () => heading() === reminderWords.en.refusedTitle);
    assert.equal(other.state.calls.getTouchUps ?? 0, 0);
    around.adapter = first;
    await until('the first is asked again', () => first.state.calls.getTouchUps === 2);
    assert.equal(other.state.calls.getTouchUps ?? 0, 0);
  });

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
