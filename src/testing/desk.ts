import type { AdapterCapabilities, SchedulingAdapter } from '../adapters/adapter.js';
import { Booking, type BookingDraft } from '../domain/booking.js';
import {
  TouchUpPlan,
  type TouchUpChannel,
  type TouchUpConsent,
  type TouchUpRequest,
  type TouchUpUpdate,
} from '../domain/care/touch-up-request.js';
import { Clinic } from '../domain/clinic.js';
import type { ConsentPurpose } from '../domain/consultation/consent.js';
import type { ConsultationProof } from '../domain/consultation/consultation-proof.js';
import { Consultation, type ConsultationDraft } from '../domain/consultation/consultation.js';
import { Photo, type PhotoName, type PhotoUpload } from '../domain/consultation/photo.js';
import { applySettings } from '../domain/consultation/questionnaire-settings.js';
import { screen } from '../domain/consultation/screen.js';
import type { Contact } from '../domain/contact.js';
import { Course, type CourseDraft } from '../domain/course/course.js';
import { isSmpError, type SmpError } from '../domain/errors.js';
import { Hold, type HoldProof, type HoldRequest } from '../domain/hold.js';
import { ManagedBooking } from '../domain/managed-booking.js';
import { type CancelRequest, type RescheduleRequest } from '../domain/management-request.js';
import type { Service } from '../domain/service.js';
import { Slot, SlotPage, type SlotQuery } from '../domain/slot.js';
import { addDays, addMonths } from '../domain/time/plain-date.js';
import type { WaitlistRequest } from '../domain/waitlist.js';
import { check, checkValid, frozen, outcomeOf } from './assert.js';
import { fillQuestionnaire } from './filled-questionnaire.js';
import type { AdapterHarness } from './harness.js';
import { afterFirstDay, at, daysOf, timeAndPlace } from './listed-slots.js';

const MAX_PAGES = 50;
const MAX_TRIES = 20;

/** Times of one service to test with: from the second free day on, so that no notice runs out amid a test. */
export interface Scene {
  readonly clinic: Clinic;
  readonly service: Service;
  /** Times for whoever is free. */
  readonly anyone: readonly Slot[];
  /** A person with times of their own, and those times. */
  readonly practitioner: string;
  readonly own: readonly Slot[];
}

/**
 * The front desk that a test talks to: calls the adapter as the Scheduler would, with frozen arguments, checks the form
 * of each answer, and sends a write again with the same operation id while the adapter says that this may help.
 */
export class Desk {
  readonly adapter: SchedulingAdapter;
  readonly capabilities: AdapterCapabilities;
  readonly #harness: AdapterHarness;
  #count = 0;

  constructor(harness: AdapterHarness, capabilities: AdapterCapabilities) {
    this.#harness = harness;
    this.adapter = harness.adapter;
    this.capabilities = capabilities;
  }

  /** An operation id that this test has not used. */
  operation(): string {
    this.#count += 1;
    // Unique among all runs: a backend may keep its database.
    const random = Math.random().toString(36).slice(2, 12).padEnd(10, '0');
    return `suite-${Date.now().toString(36)}-${random}-${this.#count}`;
  }

  /** Makes all live holds run out. */
  async expireHolds(): Promise<void> {
    const harness = this.#harness;
    check(harness.expireHolds, 'the suite needs expireHolds() in the harness of an adapter that declares holds');
    await harness.expireHolds();
  }

  async clinic(): Promise<Clinic> {
    return checkValid(Clinic, await this.adapter.getClinic(), 'the clinic');
  }

  async page(query: SlotQuery): Promise<SlotPage> {
    return checkValid(SlotPage, await this.adapter.listSlots(frozen({ ...query })), 'the page of slots');
  }

  /** All pages of a query. */
  async slots(query: SlotQuery): Promise<Slot[]> {
    const slots: Slot[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const answer = await this.page(cursor === undefined ? query : { ...query, cursor });
      slots.push(...answer.slots);
      cursor = answer.next;
      if (cursor === undefined) return slots;
    }
    throw new Error(`a query should end within ${MAX_PAGES} pages`);
  }

  /** Is a time of this slot's start, person and place listed? */
  async lists(service: string, slot: Slot): Promise<boolean> {
    const query = { service, from: slot.localDate, to: slot.localDate };
    const slots = await this.slots(slot.practitioner ? { ...query, practitioner: slot.practitioner } : query);
    return slots.some((one) => one.id === slot.id);
  }

  /** How many practitioners have this time, at this place, free. */
  async free(service: string, slot: Slot): Promise<number> {
    const { practitioners } = await this.clinic();
    const query = { service, from: slot.localDate, to: slot.localDate };
    let count = 0;
    for (const { id, services } of practitioners) {
      if (services && !services.includes(service)) continue;
      const slots = await this.slots({ ...query, practitioner: id });
      if (slots.some((one) => timeAndPlace(one) === timeAndPlace(slot))) count += 1;
    }
    return count;
  }

  /** A time for anyone that more than one practitioner has free, and how many have; as many as there are in a small clinic. */
  async shared({ clinic, service, anyone }: Scene): Promise<{ readonly slot: Slot; readonly free: number }> {
    const counts = new Map<string, number>();
    for (const { id, services } of clinic.practitioners) {
      if (services && !services.includes(service.id)) continue;
      for (const slot of await this.slots({ service: service.id, practitioner: id })) {
        const key = timeAndPlace(slot);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    const free = (slot: Slot): number => counts.get(timeAndPlace(slot)) ?? 0;
    const slot = anyone.find((one) => free(one) > 1) ?? at(anyone, 0);
    check(free(slot) > 0, 'a listed time should have somebody free');
    return { slot, free: free(slot) };
  }

  /** The alternatives of a refusal: one to three slots. */
  alternatives(error: SmpError): readonly Slot[] {
    const { alternatives = [] } = error;
    check(alternatives.length >= 1, 'slot-taken should come with alternatives while there are free times');
    check(alternatives.length <= 3, `slot-taken should come with at most 3 alternatives, not ${alternatives.length}`);
    for (const slot of alternatives) checkValid(Slot, slot, 'an alternative');
    return alternatives;
  }

  /** Times to test with. @throws Error when the clinic has too few */
  async scene(): Promise<Scene> {
    const clinic = await this.clinic();
    // Services in person first: their times also have a place.
    const services = clinic.services.filter(({ mode }) => mode === 'in-person');
    services.push(...clinic.services.filter(({ mode }) => mode !== 'in-person'));
    const found: string[] = [];
    for (const service of services) {
      const anyone = afterFirstDay(await this.slots({ service: service.id }));
      for (const { id } of clinic.practitioners) {
        const own = afterFirstDay(await this.slots({ service: service.id, practitioner: id }).catch(() => []));
        const days = daysOf(own).length;
        if (days >= 8 && own.length >= 30 && anyone.length >= 30) {
          return { clinic, service, anyone, practitioner: id, own };
        }
        found.push(`${own.length} on ${days} of “${id}” and ${anyone.length} of anyone for “${service.id}”`);
      }
    }
    throw new Error(
      'the suite needs a clinic with a practitioner who has 30 free times of one service on 8 days within five weeks,' +
        ` the first free day left out; it found ${found.join(', ') || 'nobody and nothing'}`,
    );
  }

  /** A visitor whom no other test knows. */
  visitor(): Contact {
    this.#count += 1;
    return { name: `Test Visitor ${this.#count}`, email: `visitor-${this.#count}@example.com`, phone: '020 7946 0123' };
  }

  draft(service: string, slot: Slot, more: Partial<BookingDraft> = {}): BookingDraft {
    const consents = [{ purpose: 'privacy' as const, granted: true, version: 'suite-1', at: new Date().toISOString() }];
    return { service, slotId: slot.id, contact: this.visitor(), consents, ...more };
  }

  async book(draft: BookingDraft, operationId = this.operation()): Promise<Booking> {
    const booking = await patiently(() => this.adapter.createBooking(frozen(draft), { operationId }));
    return checkValid(Booking, booking, 'the booking');
  }

  async hold(request: HoldRequest, operationId = this.operation()): Promise<Hold> {
    const { adapter } = this;
    check(adapter.holdSlot, 'an adapter that declares holds has holdSlot');
    const { holdSlot } = adapter;
    const hold = await patiently(() => holdSlot.call(adapter, frozen(request), { operationId }));
    return checkValid(Hold, hold, 'the hold');
  }

  async extend(proof: HoldProof, operationId = this.operation()): Promise<Hold> {
    const { adapter } = this;
    check(adapter.extendHold, 'an adapter that declares holds has extendHold');
    const { extendHold } = adapter;
    const hold = await patiently(() => extendHold.call(adapter, frozen(proofOf(proof)), { operationId }));
    return checkValid(Hold, hold, 'the extended hold');
  }

  async release(proof: HoldProof, operationId = this.operation()): Promise<void> {
    const { adapter } = this;
    check(adapter.releaseHold, 'an adapter that declares holds has releaseHold');
    const { releaseHold } = adapter;
    await patiently(() => releaseHold.call(adapter, frozen(proofOf(proof)), { operationId }));
  }

  async joinWaitlist(request: WaitlistRequest, operationId = this.operation()): Promise<void> {
    const { adapter } = this;
    check(adapter.joinWaitlist, 'an adapter that declares a waiting list has joinWaitlist');
    const { joinWaitlist } = adapter;
    const answer: unknown = await patiently(() => joinWaitlist.call(adapter, frozen(request), { operationId }));
    check(answer === undefined, 'joinWaitlist should answer nothing');
  }

  /** The clinic's questionnaire, filled in with these consents. */
  async consultation(granted: readonly ConsentPurpose[] = ['health-data']): Promise<ConsultationDraft> {
    const { consultation } = await this.clinic();
    const { questionnaire, rules, patchTestHours } = applySettings(consultation ?? {});
    const { answers, consents } = fillQuestionnaire(questionnaire, granted);
    const today = new Date().toISOString().slice(0, 10);
    return {
      questionnaire: { id: questionnaire.id, version: questionnaire.version },
      answers: answers as ConsultationDraft['answers'],
      outcome: screen(rules, { questionnaire, answers, today, patchTestHours }),
      contact: this.visitor(),
      consents,
      locale: 'en',
    };
  }

  async consult(draft: ConsultationDraft, operationId = this.operation()): Promise<Consultation> {
    const { adapter } = this;
    check(adapter.submitConsultation, 'an adapter that declares consultations has submitConsultation');
    const { submitConsultation } = adapter;
    const answer = await patiently(() => submitConsultation.call(adapter, frozen(draft), { operationId }));
    return checkValid(Consultation, answer, 'the consultation');
  }

  async eraseConsultation(proof: ConsultationProof, operationId = this.operation()): Promise<void> {
    const { adapter } = this;
    check(adapter.eraseConsultation, 'an adapter that declares consultations has eraseConsultation');
    const { eraseConsultation } = adapter;
    const { consultationId, consultationToken } = proof;
    const sent = frozen({ consultationId, consultationToken });
    await patiently(() => eraseConsultation.call(adapter, sent, { operationId }));
  }

  async upload(photo: PhotoUpload, operationId = this.operation()): Promise<Photo> {
    const { adapter } = this;
    check(adapter.uploadPhoto, 'an adapter that declares photos has uploadPhoto');
    const { uploadPhoto } = adapter;
    const { consultationId, consultationToken, angle, image } = photo;
    const sent = { consultationId, consultationToken, angle, image };
    const answer = await patiently(() => uploadPhoto.call(adapter, sent, { operationId }));
    return checkValid(Photo, answer, 'the photo');
  }

  async deletePhoto(name: PhotoName, operationId = this.operation()): Promise<void> {
    const { adapter } = this;
    check(adapter.deletePhoto, 'an adapter that declares photos has deletePhoto');
    const { deletePhoto } = adapter;
    const { consultationId, consultationToken, angle } = name;
    const sent = frozen({ consultationId, consultationToken, angle });
    await patiently(() => deletePhoto.call(adapter, sent, { operationId }));
  }

  /** The manage token of a booking. */
  token({ manageToken }: Booking): string {
    check(manageToken, 'an adapter that declares management gives each booking a manageToken');
    return manageToken;
  }

  async managed(token: string): Promise<ManagedBooking> {
    const { adapter } = this;
    check(adapter.getBooking, 'an adapter that declares management has getBooking');
    return checkValid(ManagedBooking, await adapter.getBooking(token), 'the managed booking');
  }

  async bookCourse(draft: CourseDraft, operationId = this.operation()): Promise<Course> {
    const { adapter } = this;
    check(adapter.bookCourse, 'an adapter that declares courses has bookCourse');
    const { bookCourse } = adapter;
    const course = await patiently(() => bookCourse.call(adapter, frozen(draft), { operationId }));
    return checkValid(Course, course, 'the course');
  }

  async reschedule(request: RescheduleRequest, operationId = this.operation()): Promise<ManagedBooking> {
    const { adapter } = this;
    check(adapter.reschedule, 'an adapter that declares management has reschedule');
    const { reschedule } = adapter;
    const answer = await patiently(() => reschedule.call(adapter, frozen(request), { operationId }));
    return checkValid(ManagedBooking, answer, 'the moved booking');
  }

  async cancel(request: CancelRequest, operationId = this.operation()): Promise<ManagedBooking> {
    const { adapter } = this;
    check(adapter.cancel, 'an adapter that declares management has cancel');
    const { cancel } = adapter;
    const answer = await patiently(() => cancel.call(adapter, frozen(request), { operationId }));
    return checkValid(ManagedBooking, answer, 'the cancelled booking');
  }

  /** A wish to be reminded by mail, of dates some weeks, a year and more from now. */
  touchUps(contact: Contact = this.visitor()): TouchUpRequest {
    const today = new Date().toISOString().slice(0, 10);
    return {
      lastSession: addDays(today, -3),
      contact,
      channels: ['email'],
      consents: [this.touchUpConsent('email')],
      dates: { check: addDays(today, 39), review: addMonths(today, 12), refresh: addMonths(today, 30) },
      locale: 'en',
    };
  }

  touchUpConsent(channel: TouchUpChannel): TouchUpConsent {
    const at = new Date().toISOString();
    return { purpose: `touch-up-${channel}`, granted: true, version: 'suite-1', at, wording: `Write by ${channel}` };
  }

  async signUp(request: TouchUpRequest, operationId = this.operation()): Promise<void> {
    const { adapter } = this;
    check(adapter.signUpForTouchUps, 'an adapter that declares touchUps has signUpForTouchUps');
    const { signUpForTouchUps } = adapter;
    const answer: unknown = await patiently(() => signUpForTouchUps.call(adapter, frozen(request), { operationId }));
    check(answer === undefined, 'signUpForTouchUps should answer nothing: what it says, it says to everybody');
  }

  /** The token that somebody was sent. */
  async touchUpToken({ email }: Pick<Contact, 'email'>): Promise<string> {
    const harness = this.#harness;
    check(harness.touchUpToken, 'the suite needs touchUpToken() in the harness of an adapter that declares touchUps');
    return harness.touchUpToken(email);
  }

  async touchUpPlan(token: string): Promise<TouchUpPlan> {
    const { adapter } = this;
    check(adapter.getTouchUps, 'an adapter that declares touchUps has getTouchUps');
    return checkValid(TouchUpPlan, await adapter.getTouchUps(token), 'the touch-up plan');
  }

  async updateTouchUps(update: TouchUpUpdate, operationId = this.operation()): Promise<TouchUpPlan> {
    const { adapter } = this;
    check(adapter.updateTouchUps, 'an adapter that declares touchUps has updateTouchUps');
    const { updateTouchUps } = adapter;
    const answer = await patiently(() => updateTouchUps.call(adapter, frozen(update), { operationId }));
    return checkValid(TouchUpPlan, answer, 'the changed touch-up plan');
  }

  async stopTouchUps(token: string, operationId = this.operation()): Promise<void> {
    const { adapter } = this;
    check(adapter.stopTouchUps, 'an adapter that declares touchUps has stopTouchUps');
    const { stopTouchUps } = adapter;
    await patiently(() => stopTouchUps.call(adapter, frozen({ token }), { operationId }));
  }

  /** Takes the slot for a while, or for good where the backend has no holds. */
  async take(service: string, slot: Slot): Promise<void> {
    if (this.capabilities.holds) await this.hold({ service, slotId: slot.id });
    else await this.book(this.draft(service, slot));
  }
}

/** Id and token of a hold, without what else it says. */
export function proofOf({ holdId, holdToken }: HoldProof): HoldProof {
  return { holdId, holdToken };
}

/** A hold without the time it has left: that runs on between two answers to one operation. */
export function timeless({ expiresInMs: _, ...hold }: Hold): Omit<Hold, 'expiresInMs'> {
  return hold;
}

async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await outcomeOf(call);
    if (outcome.ok) return outcome.value;
    const { error } = outcome;
    if (!isSmpError(error) || !error.retryable || tries === MAX_TRIES) throw error;
    await new Promise((resolve) => setTimeout(resolve, Math.min(error.retryAfterMs ?? 25, 1000)));
  }
}
