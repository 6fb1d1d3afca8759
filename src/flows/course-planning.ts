import { dateIssue, planCourse, type CoursePlan, type DateIssue } from '../domain/course/course-plan.js';
import type { CourseOffer } from '../domain/course/course-offer.js';
import { isSmpError, SmpError } from '../domain/errors.js';
import type { Slot } from '../domain/slot.js';
import { addDays, daysBetween } from '../domain/time/plain-date.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { defined } from './booking-request.js';
import { setSessions, type CourseBackend, type CourseRecord } from './course-record.js';
import { windowSlots, type SessionWindow } from './course-slots.js';
import type { CourseSessionState } from './course-state.js';
import { ShownCalendar } from './shown-calendar.js';
import type { SlotChoice } from './slot-calendar.js';

/** What a plan is looked for with. */
interface Search {
  /** The session from which the windows of those after it are counted. It has a time. */
  readonly anchor: number;
  readonly fixed: readonly (Slot | undefined)[];
  readonly kept?: readonly (Slot | undefined)[];
  /** Tried before everything else, for one session. */
  readonly first?: { readonly session: number; readonly slots: readonly Slot[] };
  /** Not to be offered: it is gone. */
  readonly gone?: Slot;
}

/** Planning: which course, when its first session is, and what follows for the others. */
export class CoursePlanning {
  readonly record: CourseRecord;
  readonly calendar: ShownCalendar;
  readonly #releaseHold: (index: number) => void;

  /** @param releaseHold lets go what is held of a session that gets another time */
  constructor(record: CourseRecord, releaseHold: (index: number) => void) {
    this.record = record;
    this.#releaseHold = releaseHold;
    this.calendar = new ShownCalendar(record, {
      open: () => this.openCalendar(),
      best: (first) => this.#best(first),
      gone: () => {
        const { step } = record.state;
        if (!record.busy && (step === 'first' || step === 'session')) record.without(['slot']);
      },
    });
  }

  /** Starts over with an offer. */
  choose(offer: CourseOffer): void {
    const { record } = this;
    for (const index of record.state.sessions.keys()) this.#releaseHold(index);
    record.without(
      ['practitioner', 'location', 'slot', 'date', 'cursor', 'dateIssue', 'changing', 'problem', 'error'],
      {
        ...defined({ practitioner: record.preset.practitioner, location: record.preset.location }),
        offer,
        issues: [],
        planning: 'idle',
      },
    );
    setSessions(
      record,
      offer.sessions.map(({ service, role }) => ({
        service,
        ...(role && { role }),
        durationMinutes: record.state.clinic?.services.find(({ id }) => id === service)?.durationMinutes ?? 0,
      })),
    );
    record.go('first');
    this.openCalendar();
  }

  /** With whom and where; `undefined`: no preference. The first time is chosen anew. */
  wish(wish: { readonly practitioner?: string | undefined; readonly location?: string | undefined }): void {
    this.record.without(
      ['practitioner', 'location', 'slot', 'date', 'cursor', 'dateIssue', 'problem', 'error'],
      defined(wish),
    );
    this.openCalendar();
  }

  /** Shows the calendar for another time of a session. */
  startChange(index: number): void {
    const { record } = this;
    const session = record.state.sessions[index];
    if (!session) return;
    record.without(['slot', 'date', 'cursor', 'dateIssue', 'problem', 'error'], { changing: index, planning: 'idle' });
    record.go('session');
    const { nearest } = this.#allowedFrom(index);
    const date = session.slot?.localDate ?? nearest;
    if (date !== undefined) record.set({ cursor: date });
    this.openCalendar();
  }

  /** Shows the times of a date, or why it can't be taken. */
  chooseDate(date: PlainDate): void {
    this.calendar.turnTo(date);
    const issue = this.issueOf(date);
    this.record.without(date === this.record.state.date ? ['dateIssue'] : ['slot', 'dateIssue', 'problem', 'error'], {
      date,
      ...(issue && { dateIssue: issue }),
      issues: [],
    });
    if (!issue) this.calendar.tell();
  }

  chooseSlot(slot: Slot): boolean {
    if (!this.calendar.shows(slot)) return false;
    this.record.without(['problem', 'error'], { slot, issues: [] });
    this.record.tell({ kind: 'selected', slot });
    return true;
  }

  /**
   * Why the session that is to be at another time can't be on a date: too near to the session before it, or too far
   * from it. The sessions after it follow, so they keep it from nothing.
   */
  issueOf(date: PlainDate): DateIssue | undefined {
    const { offer, changing } = this.record.state;
    if (!offer || changing === undefined || this.record.state.step !== 'session') return undefined;
    return dateIssue({ gapDays: offer.gapDays, slots: this.#slots.slice(0, changing) }, changing, date);
  }

  /** Would the session after it, as it stands, have to move? */
  movesNext(date: PlainDate): boolean {
    const { offer, changing } = this.record.state;
    if (!offer || changing === undefined) return false;
    const slots = this.#slots.map((slot, index) => (index > changing ? slot : undefined));
    return dateIssue({ gapDays: offer.gapDays, slots }, changing, date) !== undefined;
  }

  /** Takes the chosen time into the plan, and plans what follows from it. */
  async take(chosen: Slot | undefined): Promise<void> {
    const { record } = this;
    const { step, changing } = record.state;
    const index = step === 'session' ? (changing ?? 0) : 0;
    if (record.fixed || (step !== 'first' && step !== 'session')) return;
    if (!chosen) return record.set({ issues: [{ field: 'slot', code: 'missing' }] });
    const issue = this.issueOf(chosen.localDate);
    const found = { slot: chosen, date: chosen.localDate, cursor: chosen.localDate };
    record.without(['dateIssue', 'error', 'problem'], { ...found, ...(issue && { dateIssue: issue }), issues: [] });
    if (issue) return;
    const named = step === 'session' ? await this.#withSame(chosen, index) : chosen;
    const slots = this.#slots;
    const plan = await this.#search({
      anchor: index,
      fixed: slots.map((slot, session) => (session < index ? slot : session === index ? named : undefined)),
      ...(step === 'session' && { kept: slots }),
    });
    if (!plan?.ok) return;
    this.#accept(plan.slots, step === 'session' ? 'moved' : undefined, index);
    record.without(['changing', 'slot'], {});
    record.go('plan');
  }

  /** A time with whoever the session is with, or else the one before it; as it was chosen where they are not free then. */
  async #withSame(chosen: Slot, index: number): Promise<Slot> {
    const { backend, state } = this.record;
    const { service, slot } = state.sessions[index] ?? {};
    const practitioner = slot?.practitioner ?? state.sessions[index - 1]?.slot?.practitioner;
    if (!backend || service === undefined || chosen.practitioner !== undefined || !practitioner) return chosen;
    const { localDate: day, location, start } = chosen;
    this.record.set({ planning: 'loading' });
    const wish = { service, practitioner, ...defined({ location }), from: day, to: day };
    try {
      const { slots } = await backend.scheduler.listSlots(wish);
      return slots.find((one) => one.start === start && one.location === location) ?? chosen;
    } catch {
      // The times of the other sessions are asked for next: that says so, if nothing can be listed.
      return chosen;
    }
  }

  /** A session's time is gone: another is looked for, among the nearest ones first. The others stay where they can. */
  async lose(index: number, alternatives: readonly Slot[]): Promise<void> {
    const { record } = this;
    const lost = this.#slots[index];
    if (!lost) return;
    this.#releaseHold(index);
    record.tell({ kind: 'lost', session: index });
    setSessions(
      record,
      record.state.sessions.map((session, at) => (at === index ? without(session, 'slot') : session)),
    );
    record.without(['changing', 'slot', 'problem']);
    record.go('plan');
    const slots = this.#slots;
    const kept = Object.entries(this.#kept) as [keyof Slot, string][];
    const late = alternatives.filter((slot) => record.isLate(slot) && kept.every(([key, id]) => slot[key] === id));
    const first = { session: index, slots: late };
    // Those before it stay if that can be; else only the visitor's first time does.
    const stayBefore = slots.map((slot, at) => (at < index ? slot : undefined));
    const stayFirst = slots.map((slot, at) => (at === 0 ? slot : undefined));
    const plan =
      (await this.#search({ anchor: index - 1, fixed: stayBefore, kept: slots, first, gone: lost }, index < 2)) ??
      (index < 2 ? undefined : await this.#search({ anchor: 0, fixed: stayFirst, kept: slots, first, gone: lost }));
    if (plan?.ok) this.#accept(plan.slots, 'lost', index, lost);
  }

  /** Looks once more for a plan, after none was found or times could not be listed. */
  async retry(): Promise<void> {
    const { record } = this;
    const open = this.#slots.findIndex((slot) => !slot);
    if (record.fixed || record.state.step !== 'plan' || open < 0) return;
    const slots = this.#slots;
    record.without(['problem', 'error']);
    const stay = slots.map((slot, at) => (at < open ? slot : undefined));
    const plan = await this.#search({ anchor: open - 1, fixed: stay, kept: slots });
    if (plan?.ok) this.#accept(plan.slots, 'lost', open);
  }

  /** Asks for the times that the calendar shows. */
  openCalendar(): void {
    const { state, backend } = this.record;
    const { practitioner, location, step, changing = 0, sessions } = state;
    if (step !== 'first' && step !== 'session') return;
    const index = step === 'session' ? changing : 0;
    const service = sessions[index]?.service;
    const choice = service === undefined ? undefined : { service, ...defined({ practitioner, location }) };
    const limits = this.record.limits();
    const { from = limits.from } = this.#allowedFrom(index);
    const start = { ...limits, ...(from !== undefined && { from }) };
    this.calendar.open(backend?.scheduler, choice, start);
  }

  get #slots(): readonly (Slot | undefined)[] {
    return this.record.state.sessions.map(({ slot }) => slot);
  }

  /** With whom and where all sessions are, as the page says; what visitors only start with may change. */
  get #kept(): { readonly practitioner?: string; readonly location?: string } {
    const { preset, state } = this.record;
    return defined({
      practitioner: preset.practitioner ? state.practitioner : undefined,
      location: preset.location ? state.location : undefined,
    });
  }

  /** From which date a session's times are listed: those too near to the one before are shown with their reason. */
  #allowedFrom(index: number): { readonly from?: PlainDate; readonly nearest?: PlainDate } {
    const before = this.#slots[index - 1]?.localDate;
    const { offer } = this.record.state;
    if (before === undefined || !offer) return {};
    return { from: addDays(before, 1), nearest: addDays(before, offer.gapDays.default) };
  }

  /** Undefined after a failure. Without `last`, a search that finds nothing says nothing. */
  async #search(search: Search, last = true): Promise<CoursePlan | undefined> {
    const { record } = this;
    const { backend } = record;
    const { offer, practitioner, location, sessions } = record.state;
    const kept = this.#kept;
    if (!backend || !offer) return undefined;
    record.set({ planning: 'loading' });
    try {
      const windows = this.#windows(search, offer);
      const anchor = search.fixed[search.anchor];
      const person = practitioner ?? anchor?.practitioner;
      const place = location ?? anchor?.location;
      // First with the same person at the same place, then with anybody anywhere, as far as the page leaves that open.
      const wishes = [
        defined({ practitioner: person, location: place }),
        { ...defined({ location: place }), ...kept },
        kept,
      ];
      const sizes = wishes.map((wish) => Object.keys(wish).length);
      let plan: CoursePlan | undefined;
      for (const [at, wish] of wishes.entries()) {
        if (at > 0 && sizes[at] === sizes[at - 1]) continue;
        const named = person !== undefined && wish.practitioner === undefined;
        const lists = await this.#list(backend, windows, wish, named);
        const offered = sessions.map((_, index) =>
          lists.flatMap((listed) => listed[index] ?? []).filter(({ id }) => id !== search.gone?.id),
        );
        plan = this.#plan(search, offer, offered);
        if (plan.ok) break;
      }
      if (!plan?.ok && !last) return undefined;
      record.set({ planning: plan?.ok ? 'idle' : 'failed', ...(plan && !plan.ok && { problem: plan.problem }) });
      if (!plan?.ok) record.tell({ kind: 'unplannable' });
      return plan;
    } catch (cause) {
      const error = isSmpError(cause) ? cause : new SmpError('unknown', 'The times could not be listed', { cause });
      record.set({ planning: 'failed', error });
      return undefined;
    }
  }

  /** The times of each session. `named`: those of each person by name, so that a plan can say with whom a session is. */
  #list(
    { scheduler }: CourseBackend,
    windows: readonly (SessionWindow | undefined)[],
    wish: Omit<SlotChoice, 'service'>,
    named: boolean,
  ): Promise<(readonly (readonly Slot[])[])[]> {
    const limits = this.record.limits();
    const people = (named && this.record.state.clinic?.practitioners) || [];
    if (people.length === 0) return Promise.all([windowSlots(scheduler, windows, wish, limits)]);
    return Promise.all(
      people.map(({ id: practitioner, services }) => {
        const theirs = windows.map((span) => (span && (services?.includes(span.service) ?? true) ? span : undefined));
        return windowSlots(scheduler, theirs, { ...wish, practitioner }, limits);
      }),
    );
  }

  #plan({ fixed, kept, first }: Search, { gapDays }: CourseOffer, offered: readonly (readonly Slot[])[]): CoursePlan {
    const request = { gapDays, fixed, notBefore: this.record.limits().from, ...(kept && { kept }) };
    const nearest = first && offered.map((slots, index) => (index === first.session ? first.slots : slots));
    const soon = nearest && planCourse({ ...request, offered: nearest });
    if (soon?.ok) return soon;
    const all = first && offered.map((slots, index) => (index === first.session ? [...first.slots, ...slots] : slots));
    return planCourse({ ...request, offered: all ?? offered });
  }

  /** Where the sessions may be, counted from the one whose time is fixed; before the first, from the second. */
  #windows({ anchor, fixed, kept }: Search, offer: CourseOffer): (SessionWindow | undefined)[] {
    const { min, max } = offer.gapDays;
    const { today = '' } = this.record.state.calendar;
    const start = fixed[anchor]?.localDate;
    const second = kept?.[1]?.localDate;
    return offer.sessions.map(({ service }, index) => {
      if (fixed[index]) return undefined;
      if (start !== undefined) {
        return { service, from: addDays(start, (index - anchor) * min), to: addDays(start, (index - anchor) * max) };
      }
      if (second === undefined) return undefined;
      const from = addDays(second, -max);
      const { from: possible = today } = this.record.limits();
      const earliest = possible > today ? possible : today;
      const to = addDays(second, -min);
      return index === 0 && to >= earliest ? { service, from: from > earliest ? from : earliest, to } : undefined;
    });
  }

  /** Takes a plan over. `notice` tells why a time is another than it was, for the session at `index`. */
  #accept(slots: readonly Slot[], notice: 'moved' | 'lost' | undefined, index: number, lost?: Slot): void {
    const { record } = this;
    const changed: number[] = [];
    const sessions = record.state.sessions.map((session, at): CourseSessionState => {
      const slot = slots[at];
      const { notice: _notice, earlier: _earlier, ...rest } = session;
      if (slot && slot.id === session.slot?.id) return notice === 'lost' ? session : rest;
      this.#releaseHold(at);
      const { hold: _hold, ...free } = rest;
      const asked = notice !== 'lost' && at === index;
      const earlier = at === index && lost ? lost : session.slot;
      if (notice && !asked) changed.push(at);
      const why = at === index ? notice : 'moved';
      return {
        ...free,
        ...(slot && { slot }),
        ...(notice && !asked && { notice: why, ...(earlier && { earlier }) }),
      } as CourseSessionState;
    });
    record.without(['problem', 'error'], { planning: 'idle' });
    setSessions(record, sessions);
    record.tell({ kind: 'planned', changed });
  }

  /** Of a session that has a time, the times nearest to it are shown. */
  #best(firstFree: PlainDate | undefined): { readonly date: PlainDate | undefined; readonly isKnown: boolean } {
    const { step, changing = 0, sessions, calendar } = this.record.state;
    const own = step === 'session' ? sessions[changing]?.slot?.localDate : undefined;
    const off = (day: PlainDate) => (own === undefined ? 0 : Math.abs(daysBetween(own, day)));
    const free = [...calendar.days.keys()].sort().filter((day) => !this.issueOf(day));
    return {
      date: free.sort((one, other) => off(one) - off(other))[0] ?? firstFree,
      isKnown: own === undefined || calendar.complete || (calendar.knownTo ?? '') >= own,
    };
  }
}

function without(session: CourseSessionState, key: 'slot' | 'hold'): CourseSessionState {
  const { [key]: _gone, ...rest } = session;
  return rest;
}
