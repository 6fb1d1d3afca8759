import type { Clinic } from '../domain/clinic.js';
import type { ConsentPurpose } from '../domain/consultation/consent.js';
import { hairLossOf } from '../domain/consultation/hair-loss.js';
import type { ServiceLimits } from '../domain/consultation/service-limits.js';
import type { CourseOffer } from '../domain/course/course-offer.js';
import { offersOf } from '../domain/course/course-offers.js';
import type { DateIssue } from '../domain/course/course-plan.js';
import { SmpError } from '../domain/errors.js';
import type { Slot } from '../domain/slot.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { askedConsents, renewConsents } from './asked-consents.js';
import type { DetailField } from './booking-state.js';
import { CourseHold } from './course-hold.js';
import { CoursePlanning } from './course-planning.js';
import { courseRecord, isPaused } from './course-record.js';
import type { CourseBackend, CourseFlowOptions, CoursePreset, CourseRecord } from './course-record.js';
import type { CourseNews, CourseState, CourseStep } from './course-state.js';
import { restoreCourse } from './course-restoring.js';
import { CourseSubmission } from './course-submission.js';
import { VisitDetails } from './visit-details.js';
import { isSameWish } from './visit-record.js';

export type { CourseBackend, CourseFlowOptions, CoursePreset, CourseScheduler } from './course-record.js';
export type { CourseNews, CourseState, CourseStep } from './course-state.js';

/**
 * A course of sessions from the choice of an offer to its confirmation, without a DOM.
 *
 * The visitor chooses the first time; the others are planned, and any of them can be changed. Wishes go in as method
 * calls and come back as a new `state`. Nothing is called booked before the backend said so, and a course is booked as
 * a whole or the state tells which sessions stand.
 */
export class CourseFlow {
  #restored = false;
  readonly #record: CourseRecord;
  readonly #planning: CoursePlanning;
  readonly #hold: CourseHold;
  readonly #details: VisitDetails;
  readonly #submission: CourseSubmission;

  constructor(options: CourseFlowOptions) {
    const record = (this.#record = courseRecord(options));
    this.#planning = new CoursePlanning(record, (index) => this.#hold.release(index));
    this.#hold = new CourseHold(this.#planning);
    this.#details = new VisitDetails(record);
    this.#submission = new CourseSubmission(this.#planning, this.#hold, this.#details);
  }

  get state(): CourseState {
    return this.#record.state;
  }

  /** May something have been booked that nothing has been heard of? Then only the same can be sent again. */
  get unresolved(): boolean {
    return this.#record.unresolved;
  }

  /** Was booking put off with some sessions standing? They can be cancelled, or the rest be booked. */
  get paused(): boolean {
    return isPaused(this.#record);
  }

  /**
   * Can the visitor ask to be told when a time becomes free? For the session that has none, which is the first where
   * nothing is free; not while another time is looked for, since the plan stands.
   */
  get takesWaitlist(): boolean {
    const { backend, state } = this.#record;
    return state.step !== 'session' && (backend?.scheduler.capabilities(state.clinic).waitlist ?? false);
  }

  /** What a consultation and a patch test leave of the chosen offer. */
  get limits(): ServiceLimits {
    return this.#record.limits();
  }

  /** The page before this one, if there is one. */
  get previous(): CourseStep | undefined {
    if (this.#record.fixed) return undefined;
    const { step, offers } = this.state;
    switch (step) {
      case 'first':
        return this.#record.preset.offer !== undefined || offers.length === 1 ? undefined : 'offer';
      case 'plan':
      case 'waitlist':
        return 'first';
      case 'session':
      case 'details':
        return 'plan';
      case 'check':
        return 'details';
      default:
        return undefined;
    }
  }

  /** The note as it goes to the clinic. */
  get note(): string {
    return this.#details.note;
  }

  /** Calls back after each change; returns what ends it. */
  subscribe(subscriber: (state: CourseState) => void): () => void {
    return this.#record.subscribe(subscriber);
  }

  /** Calls back with what happened, for events; returns what ends it. */
  listen(listener: (news: CourseNews) => void): () => void {
    return this.#record.listen(listener);
  }

  /** Fixes or fills in choices. Details that the visitor has typed stay. */
  preset(preset: CoursePreset): void {
    const record = this.#record;
    const before = record.preset;
    record.preset = preset;
    const { step, clinic, offer } = record.state;
    this.#details.fill(preset.enquiry?.contact);
    renewConsents(record);
    if (!clinic) return;
    this.#suggest();
    if (offer && !record.fixed && !isSameWish(preset, before)) this.#planning.choose(offer);
    if (preset.offer !== before.offer) return this.open(clinic);
    // What was said in a consultation meanwhile may rule out times that are shown.
    const screened = preset.enquiry?.screening !== before.enquiry?.screening;
    if (screened && (step === 'first' || step === 'session')) this.#planning.openCalendar();
  }

  /** Gives the backend, as soon as its code has loaded. */
  connect(backend: CourseBackend): void {
    if (this.#record.backend === backend) return;
    this.#record.backend = backend;
    this.#planning.openCalendar();
  }

  /** Gives the clinic's profile, as soon as it is there. */
  open(clinic: Clinic): void {
    const record = this.#record;
    if (record.fixed) return;
    const wanted = record.preset.offer;
    const offers = offersOf(clinic).filter(({ id }) => wanted === undefined || id === wanted);
    record.set({ clinic, offers, consents: askedConsents(record, clinic) });
    const [only, another] = offers;
    if (!only) {
      const what = wanted === undefined ? 'courses' : `course "${wanted}"`;
      const error = new SmpError('not-found', `The clinic has no ${what}`);
      this.fail(error);
      return record.tell({ kind: 'failed', error });
    }
    record.without(['error'], { status: 'ready' });
    this.#suggest();
    const isFirst = !this.#restored;
    this.#restored = true;
    if (isFirst && restoreCourse(record)) return;
    if (!another && record.state.offer?.id !== only.id) this.#planning.choose(only);
  }

  /** Ends the booking with an error that the visitor can't mend. */
  fail(error: SmpError): void {
    this.#planning.calendar.close();
    this.#record.set({ status: 'failed', error });
  }

  /** Chooses a course, and asks for the times of its first session. */
  chooseOffer(id: string): void {
    const offer = this.state.offers.find((one) => one.id === id);
    if (this.#record.fixed || !offer) return;
    if (offer.id === this.state.offer?.id) this.goTo('first');
    else this.#planning.choose(offer);
  }

  /** `undefined`: no preference. On the page `first` or `session`. */
  choosePractitioner(practitioner: string | undefined): void {
    if (!this.#record.fixed) this.#planning.wish({ practitioner, location: this.state.location });
  }

  /** `undefined`: any location. On the page `first` or `session`. */
  chooseLocation(location: string | undefined): void {
    if (!this.#record.fixed) this.#planning.wish({ practitioner: this.state.practitioner, location });
  }

  /** Turns the calendar to a date without choosing it. */
  turnTo(wanted: PlainDate): void {
    this.#planning.calendar.turnTo(wanted);
  }

  /** Shows the times of a date, or why it can't be taken. */
  chooseDate(date: PlainDate): void {
    if (!this.#record.fixed) this.#planning.chooseDate(date);
  }

  /** Marks a time of the date that is shown, and no other; {@link takeSlot} takes it. Is it marked? */
  chooseSlot(slot: Slot): boolean {
    return !this.#record.fixed && this.#planning.chooseSlot(slot);
  }

  /** Why the session that is to be at another time can't be on a date; undefined: it can. */
  dateIssue(date: PlainDate): DateIssue | undefined {
    return this.#planning.issueOf(date);
  }

  /** Would sessions after the one that is to be at another time have to move, were it on this date? */
  movesOthers(date: PlainDate): boolean {
    return this.#planning.movesNext(date);
  }

  /** Takes the chosen time for the first session, or for the one that is changed, and plans those after it. */
  async takeSlot(slot: Slot | undefined = this.state.slot): Promise<void> {
    const found = slot && (await this.#hold.holdFirst(slot));
    if (found || !slot) return this.#planning.take(found);
    // It is taken: what is still free is shown.
    this.#planning.calendar.reload();
  }

  /** Shows the calendar for another time of a session, counted from 0. */
  changeSession(index: number): void {
    if (!this.#record.fixed) this.#planning.startChange(index);
  }

  /** Looks once more for times, after none were found or they could not be listed. */
  async replan(): Promise<void> {
    await this.#planning.retry();
  }

  /** Asks for the times of the calendar again. */
  reload(): void {
    this.#planning.calendar.reload();
  }

  /** Keeps all sessions for this visitor and goes on. A backend without holds only goes on. */
  async hold(): Promise<void> {
    const record = this.#record;
    if (record.state.step !== 'plan' || !(await this.#hold.hold())) return;
    record.without(['undone']);
    record.remember();
    record.go(record.detailsChecked ? 'check' : 'details');
  }

  /** Asks for more time with what is held, or holds it anew. */
  async extendHold(): Promise<void> {
    await this.#hold.extend();
  }

  setDetail(field: DetailField, value: string): void {
    this.#details.setDetail(field, value);
  }

  setConsent(purpose: ConsentPurpose, granted: boolean): void {
    this.#details.setConsent(purpose, granted);
  }

  /** Checks the details; goes on to the check page, or names what is to be put right. */
  async submitDetails(): Promise<void> {
    if (!this.#record.fixed && this.state.step === 'details') await this.#details.submit();
  }

  /** Sends the course. After no answer: the same once more. While one is under way it does nothing. */
  async confirm(): Promise<void> {
    await this.#submission.confirm();
  }

  /**
   * Puts the visitor on the waitlist for the first session that has no time, with the details that stand in the fields.
   */
  async joinWaitlist(): Promise<void> {
    const { step, sessions } = this.state;
    if (this.#record.fixed || step !== 'waitlist') return;
    await this.#details.joinWaitlist((sessions.find(({ slot }) => !slot) ?? sessions[0])?.service);
    // Who waits keeps no times from others.
    if (this.#record.state.step === 'waitlisted') this.#releaseAll();
  }

  /** On the page `remains`: tries once more to cancel what stands. While {@link paused}: cancels it. */
  async undo(): Promise<void> {
    await this.#submission.undo();
  }

  /** Shows a page that has been there; answers stay. */
  goTo(step: CourseStep): void {
    const record = this.#record;
    if (record.fixed || step === 'session' || step === 'confirmed' || step === 'waitlisted' || step === 'remains')
      return;
    if (step !== 'offer' && !record.state.offer) return;
    record.without(['problem', 'error', 'undone', 'dateIssue', 'changing'], {
      issues: [],
      submission: 'idle',
      holding: 'idle',
    });
    record.go(step);
    if (step === 'first') this.#planning.openCalendar();
  }

  #releaseAll(): void {
    for (const index of this.#record.state.sessions.keys()) this.#hold.release(index);
  }

  /** Starts another course, with the contact details kept. Nothing while a course is under way, or part of one stands. */
  restart(): void {
    const record = this.#record;
    const { step, details, offers } = record.state;
    // Whoever hears of a refusal may start anew at once, before the times are held or planned again.
    if (record.waiting || record.unresolved || step === 'remains') return;
    this.#releaseAll();
    record.options.draft?.clear();
    record.detailsChecked = false;
    const chosen = ['offer', 'practitioner', 'location', 'cursor', 'date', 'slot', 'dateIssue', 'changing'] as const;
    record.without([...chosen, 'booked', 'problem', 'undone', 'error'], {
      sessions: [],
      details: { ...details, note: '', consents: {} },
      issues: [],
      secondsLeft: 0,
      submission: 'idle',
      holding: 'idle',
    });
    const [only, another] = offers;
    if (only && !another) this.#planning.choose(only);
    else record.go('offer');
  }

  /** The page can be seen again: clocks are read anew, and times that may have gone are asked for. */
  wake(): void {
    const { step, calendar } = this.state;
    this.#hold.check();
    if ((step === 'first' || step === 'session') && calendar.status === 'ready') this.reload();
  }

  /** Stops waiting for reads. What has been sent goes on. */
  suspend(): void {
    this.#planning.calendar.close();
  }

  /** Takes up the reads that {@link suspend} stopped. */
  resume(): void {
    this.#planning.calendar.resume();
  }

  #suggest(): void {
    const record = this.#record;
    const offer = suggestedOffer(record.state.offers, record.preset.enquiry?.answers);
    record.without(['suggested'], offer && { suggested: offer.id });
  }
}

/** The offer for what the answers say of the hair loss, if they say anything. */
function suggestedOffer(
  offers: readonly CourseOffer[],
  answers: Parameters<typeof hairLossOf>[0] | undefined,
): CourseOffer | undefined {
  const band = answers && hairLossOf(answers)?.band;
  if (band === undefined || band === 'none') return undefined;
  const wanted = band === 'scar-alopecia' ? 'scar' : band;
  return offers.find(({ bands }) => bands?.includes(wanted));
}
