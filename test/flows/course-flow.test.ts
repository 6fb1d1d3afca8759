import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fault, MemoryCall, MemoryMethod } from '../../src/adapters/memory.js';
import type { ScreeningOutcome } from '../../src/domain/consultation/screening.js';
import { gapIssue } from '../../src/domain/course/session-gap.js';
import { SmpError } from '../../src/domain/errors.js';
import { COURSE_CLINIC, CourseBench, FULL, type CourseBenchOptions } from '../support/course.js';
import { settle } from '../support/manual-clock.js';

/** A backend that books single times only. */
const SINGLE = { capabilities: { courses: false } };
const ONE_OFFER = { clinic: { courses: [FULL] } };

/** Something goes wrong with the calls of a method, counted from 1, that have a number in the list. */
function faulty(
  method: MemoryMethod,
  numbers: readonly number[],
  fault: Fault,
): (call: MemoryCall) => Fault | undefined {
  let count = 0;
  return (call) => (call.method === method && numbers.includes(++count) ? fault : undefined);
}

const REFUSED: Fault = { kind: 'throw', error: new SmpError('validation', 'Not today') };

describe('CourseFlow', () => {
  it('books a course session by session where the backend knows no courses', async () => {
    const bench = await CourseBench.open(SINGLE);
    assert.equal(bench.state.step, 'offer');
    assert.deepEqual(
      bench.state.offers.map(({ id }) => id),
      ['full', 'scars'],
    );
    await bench.toPlan();
    assert.deepEqual(bench.dates, ['2026-11-23', '2026-12-03', '2026-12-14']);
    assert.deepEqual(
      bench.state.sessions.map(({ role, durationMinutes, partOfDay, daysAfter }) => [
        role,
        durationMinutes,
        partOfDay,
        daysAfter,
      ]),
      [
        ['foundation', 180, 'morning', undefined],
        ['density', 120, 'morning', 10],
        ['detail', 120, 'morning', 11],
      ],
    );
    await bench.clock.run(bench.flow.hold());
    assert.equal(bench.state.step, 'details');
    assert.equal(bench.adapter.state.holds.length, 3);
    assert.equal(bench.state.secondsLeft, 600);
    bench.fill();
    await bench.clock.run(bench.flow.submitDetails());
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.state.booked?.sessions.length, 3);
    assert.deepEqual(
      bench.standing.map(({ booking }) => booking.slot.localDate),
      bench.dates,
    );
    assert.deepEqual(bench.adapter.state.holds, []);
    assert.deepEqual(bench.state.standing, []);
    assert.deepEqual(
      bench.takeNews().filter((kind) => kind !== 'step' && kind !== 'dated'),
      ['planned', 'held', 'confirmed'],
    );
  });

  it('goes straight to the first time where there is one offer, and back to nothing before it', async () => {
    const bench = await CourseBench.open(ONE_OFFER);
    assert.equal(bench.state.step, 'first');
    assert.equal(bench.flow.previous, undefined);
    const fixed = await CourseBench.open({ preset: { offer: 'scars' } });
    assert.equal(fixed.state.offer?.id, 'scars');
  });

  it('fails where there is no course, or not the one that the page names', async () => {
    const none = await CourseBench.open({ clinic: { courses: [] } });
    assert.equal(none.state.error?.code, 'not-found');
    const other = await CourseBench.open({ preset: { offer: 'gone' } });
    assert.equal(other.state.status, 'failed');
  });

  it('suggests the offer for the hair loss that was told', async () => {
    const told = async (pattern: string) => {
      const answers = { presentation: 'male', hairLossPatternMale: pattern };
      return (await CourseBench.open({ preset: { enquiry: { answers } } })).state.suggested;
    };
    assert.equal(await told('norwood-6'), 'full');
    assert.equal(await told('aa-patchy'), 'scars');
    assert.equal(await told('norwood-2'), undefined);
  });

  it('starts after a patch test, and after the date that a consultation gave', async () => {
    const bench = await CourseBench.open();
    bench.flow.chooseOffer('scars');
    await settle();
    // It is Sunday noon, and the test takes 48 hours.
    assert.equal(bench.state.date, '2026-11-24');
    assert.equal(bench.time().localTime, '12:00');
    await bench.clock.run(bench.flow.takeSlot(bench.time()));
    bench.flow.changeSession(0);
    await settle();
    assert.ok(bench.state.calendar.days.get('2026-11-24')?.every(({ localTime }) => localTime > '12:00'));
    const untested = await CourseBench.open();
    untested.flow.chooseOffer('full');
    await settle();
    assert.equal(untested.time('2026-11-24').localTime, '09:00', 'without a test, control');
    const screening = {
      findings: [],
      consultation: true,
      treatment: 'request' as const,
      earliestTreatment: '2026-12-09',
    };
    const screened = await CourseBench.open({ preset: { enquiry: { screening } } });
    await screened.toPlan('scars');
    assert.equal(screened.dates[0], '2026-12-09');
    assert.equal(screened.flow.limits.booking, 'request');
    await screened.clock.run(screened.flow.hold());
    screened.fill();
    await screened.clock.run(screened.flow.submitDetails());
    await screened.confirm();
    assert.deepEqual(
      screened.standing.map(({ booking }) => booking.status),
      ['requested', 'requested'],
    );
  });

  for (const alternatives of ['near ones', 'none']) {
    it(`plans no first session anew before a patch test can have been, with ${alternatives} to choose from`, async () => {
      const fault: { kind: 'throw'; error: unknown } = { kind: 'throw', error: undefined };
      const bench = await CourseBench.open({ faults: faulty('bookCourse', [1], fault) });
      await bench.toPlan('scars');
      assert.equal(bench.state.sessions[0]?.slot?.start, '2026-11-24T12:00:00+00:00');
      // The second is early in the day, so that an early time would suit the first best.
      await bench.change(1, '2026-12-08');
      assert.equal(bench.state.sessions[1]?.slot?.localTime, '09:00');
      await bench.clock.run(bench.flow.hold());
      bench.fill();
      await bench.clock.run(bench.flow.submitDetails());
      const { slots } = await bench.adapter.listSlots({ service: 'short', from: '2026-11-24', to: '2026-11-24' });
      const early = slots.filter(({ localTime }) => localTime < '12:00');
      assert.ok(early.length > 0);
      fault.error = new SmpError('slot-taken', 'Taken', {
        alternatives: alternatives === 'none' ? [] : early,
        issues: [{ pointer: '/sessions/0', code: 'slot-taken' }],
      });
      await bench.confirm();
      const [first] = bench.state.sessions;
      assert.equal(first?.notice, 'lost');
      assert.ok(Date.parse(first.slot?.start ?? '') > Date.parse('2026-11-24T12:00:00Z'), first.slot?.start);
    });
  }

  it('shows which dates can’t be and why when a session is to be changed', async () => {
    const bench = await CourseBench.open();
    await bench.toPlan();
    bench.flow.changeSession(1);
    await settle();
    assert.equal(bench.state.step, 'session');
    assert.deepEqual(bench.flow.dateIssue('2026-11-25'), {
      issue: 'too-soon',
      neighbour: 'previous',
      nearest: '2026-11-30',
    });
    assert.equal(bench.flow.dateIssue('2026-12-24')?.issue, 'too-late');
    assert.equal(bench.flow.dateIssue('2026-12-10'), undefined);
    assert.equal(bench.flow.movesOthers('2026-12-10'), true);
    assert.equal(bench.flow.movesOthers('2026-12-04'), false);
    bench.flow.chooseDate('2026-11-25');
    assert.equal(bench.state.dateIssue?.issue, 'too-soon');
    bench.flow.chooseSlot(bench.time('2026-11-25'));
    await bench.clock.run(bench.flow.takeSlot());
    assert.equal(bench.state.step, 'session');
    assert.equal(bench.dates[1], '2026-12-03');
  });

  it('takes no time of a date that is not shown any more', async () => {
    const bench = await CourseBench.open();
    bench.flow.chooseOffer('full');
    await settle();
    const drawn = bench.time();
    bench.flow.chooseDate([...bench.state.calendar.days.keys()].at(-1) ?? '');
    assert.equal(bench.flow.chooseSlot(drawn), false);
    assert.equal(bench.state.slot, undefined);
    assert.equal(bench.flow.chooseSlot(bench.time()), true);
  });

  it('opens on the times nearest to the one that a session has, where its own day has none left', async () => {
    const bench = await CourseBench.open();
    await bench.toPlan();
    bench.flow.changeSession(1);
    await settle();
    assert.equal(bench.state.date, '2026-12-03');
    bench.flow.goTo('plan');
    for (let slot = bench.state.sessions[1]?.slot; slot;) {
      await bench.rivalsBook(slot);
      const day: string = slot.localDate;
      const { slots } = await bench.adapter.listSlots({ service: slot.id.split('~')[0] ?? '', from: day, to: day });
      slot = slots[0];
    }
    bench.flow.changeSession(1);
    await settle();
    assert.equal(bench.state.date, '2026-12-02');
    assert.equal(bench.state.cursor, '2026-12-02');
  });

  it('moves those after a changed session only as far as it must, and says so', async () => {
    const bench = await CourseBench.open();
    await bench.toPlan();
    await bench.change(1, '2026-12-04');
    assert.deepEqual(bench.dates, ['2026-11-23', '2026-12-04', '2026-12-14']);
    assert.ok(bench.state.sessions.every(({ notice }) => notice === undefined));
    await bench.change(1, '2026-12-10');
    assert.deepEqual(bench.dates.slice(0, 2), ['2026-11-23', '2026-12-10']);
    const [, changed, moved] = bench.state.sessions;
    assert.equal(changed?.notice, undefined);
    assert.equal(moved?.notice, 'moved');
    assert.equal(moved.earlier?.localDate, '2026-12-14');
    assert.equal(gapIssue(bench.dates.map(String), FULL.gapDays), undefined);
    assert.deepEqual(bench.news.filter(({ kind }) => kind === 'planned').at(-1), { kind: 'planned', changed: [2] });
  });

  it('stays with the person whom the visitor chose', async () => {
    const bench = await CourseBench.open();
    bench.flow.chooseOffer('full');
    bench.flow.choosePractitioner('ben');
    await settle();
    await bench.clock.run(bench.flow.takeSlot(bench.time()));
    assert.deepEqual(
      bench.state.sessions.map(({ slot }) => slot?.practitioner),
      ['ben', 'ben', 'ben'],
    );
  });

  it('stays with the person of a session that is put on another day, where they are free then', async () => {
    const bench = await CourseBench.open(ONE_OFFER);
    const people = () => bench.state.sessions.map(({ slot }) => slot?.practitioner);
    await bench.clock.run(bench.flow.takeSlot(bench.time('2026-11-26')));
    const [first = ''] = people();
    assert.deepEqual(people(), [first, first, first]);
    // Both are there on a Thursday; the calendar names nobody.
    await bench.change(1, '2026-12-10');
    assert.deepEqual([bench.dates[1], ...people()], ['2026-12-10', first, first, first]);

    // On the day after, somebody else has booked them at the first of the times.
    const day = { service: 'short', from: '2026-12-11', to: '2026-12-11' };
    const { slots } = await bench.adapter.listSlots({ ...day, practitioner: first });
    const rival = { name: 'Rival', email: 'rival@example.org' };
    const draft = { service: 'short', slotId: slots[0]?.id ?? '', contact: rival, consents: [] };
    await bench.adapter.createBooking(draft, { operationId: 'booked-by-somebody-else' });
    await bench.change(1, '2026-12-11');
    assert.deepEqual([bench.dates[1], bench.state.step], ['2026-12-11', 'plan']);
    assert.notEqual(people()[1], first);
    await bench.change(1, '2026-12-10');
    assert.equal(people()[1], first, 'with the person of the session before, once they are free again');
  });

  describe('where somebody is free only for the first session', () => {
    // Ben works on Thursdays and Fridays; eleven days after a Thursday is a Monday.
    const rare = { clinic: { courses: [{ ...FULL, gapDays: { min: 11, default: 11, max: 11 } }] } };
    const people = ({ state }: CourseBench) => state.sessions.map(({ slot }) => slot?.practitioner);

    it('plans the others with somebody else, and names them', async () => {
      const bench = await CourseBench.open(rare);
      bench.flow.choosePractitioner('ben');
      await settle();
      await bench.clock.run(bench.flow.takeSlot(bench.time('2026-11-26')));
      assert.equal(bench.state.step, 'plan');
      assert.deepEqual(people(bench), ['ben', 'ana', 'ana']);
    });

    it('keeps to whom the page fixes, and tells that there is no plan', async () => {
      const bench = await CourseBench.open({ ...rare, preset: { practitioner: 'ben' } });
      await bench.clock.run(bench.flow.takeSlot(bench.time('2026-11-26')));
      assert.equal(bench.state.step, 'first');
      assert.deepEqual(bench.state.problem, { session: 1, reason: 'no-slots' });
      assert.ok(bench.takeNews().includes('unplannable'));
    });

    it('takes no alternative with anybody but whom the page fixes', async () => {
      const fault: { kind: 'throw'; error: unknown } = { kind: 'throw', error: undefined };
      const bench = await CourseBench.open({
        preset: { practitioner: 'ben' },
        faults: faulty('bookCourse', [1], fault),
        clinic: { courses: [FULL] },
      });
      await bench.toCheck();
      const day = bench.state.sessions[1]?.slot?.localDate ?? '';
      const { slots } = await bench.adapter.listSlots({ service: 'short', from: day, to: day, practitioner: 'ana' });
      const issues = [{ pointer: '/sessions/1', code: 'slot-taken' }];
      fault.error = new SmpError('slot-taken', 'Taken', { alternatives: slots.slice(0, 2), issues });
      await bench.confirm();
      assert.equal(bench.state.sessions[1]?.notice, 'lost');
      assert.deepEqual(people(bench), ['ben', 'ben', 'ben']);
    });
  });

  it('starts over with the person and the place that the page names by now, unless it is on its way', async () => {
    const bench = await CourseBench.open({ ...ONE_OFFER, preset: { practitioner: 'ana' } });
    await bench.toPlan();
    bench.flow.preset({ practitioner: 'ben', enquiry: { service: 'long' } });
    await settle();
    assert.equal(bench.state.step, 'first');
    assert.equal(bench.state.practitioner, 'ben');
    await bench.toPlan();
    assert.ok(bench.state.sessions.every(({ slot }) => slot?.practitioner === 'ben'));
    bench.flow.preset({ practitioner: 'ben', location: 'soho' });
    await settle();
    assert.equal(bench.state.location, 'soho');
    await bench.toCheck();
    bench.flow.preset({ practitioner: 'ben', location: 'soho', enquiry: { note: 'Flags: Scar' } });
    assert.equal(bench.state.step, 'check', 'control: it names the same');
    const sending = bench.flow.confirm();
    bench.flow.preset({ practitioner: 'ana' });
    await bench.clock.run(sending);
    assert.ok(bench.standing.every(({ booking }) => booking.slot.practitioner === 'ben'));
  });

  it('plans with whoever the first time falls to where the visitor names nobody', async () => {
    const bench = await CourseBench.open();
    bench.flow.chooseOffer('full');
    await settle();
    bench.flow.chooseDate('2026-11-26');
    const chosen = bench.time('2026-11-26');
    assert.equal(chosen.practitioner, undefined);
    await bench.clock.run(bench.flow.takeSlot(chosen));
    const people = bench.state.sessions.map(({ slot }) => slot?.practitioner);
    assert.match(people[0] ?? '', /^(ana|ben)$/);
    assert.equal(new Set(people).size, 1);
    assert.equal(bench.adapter.state.holds.length, 1);
    await bench.clock.run(bench.flow.hold());
    assert.deepEqual(new Set(bench.state.sessions.map(({ hold }) => hold?.slot.practitioner)), new Set(people));
  });

  it('tells that the first time is taken, and shows what is free', async () => {
    const bench = await CourseBench.open();
    bench.flow.chooseOffer('full');
    await settle();
    const chosen = bench.time();
    await bench.rivalsBook(chosen);
    await bench.clock.run(bench.flow.takeSlot(chosen));
    await settle();
    assert.equal(bench.state.step, 'first');
    assert.equal(bench.state.error?.code, 'slot-taken');
    assert.notEqual(bench.time(chosen.localDate).start, chosen.start);
    await bench.clock.run(bench.flow.takeSlot(bench.time(chosen.localDate)));
    assert.equal(bench.state.step, 'plan');
  });

  it('tells that there is no plan when the clinic’s calendar ends too soon', async () => {
    const bench = await CourseBench.open();
    bench.flow.chooseOffer('full');
    await settle();
    bench.flow.turnTo('2027-03-22');
    await settle();
    await bench.clock.run(bench.flow.takeSlot(bench.time('2027-03-19')));
    assert.equal(bench.state.step, 'first');
    assert.equal(bench.state.planning, 'failed');
    assert.deepEqual(bench.state.problem, { session: 1, reason: 'no-slots' });
    await bench.clock.run(bench.flow.takeSlot(bench.time('2026-11-23')));
    assert.equal(bench.state.step, 'plan');
    assert.equal(bench.state.problem, undefined);
    bench.flow.goTo('first');
    bench.flow.turnTo('2027-03-22');
    await settle();
    await bench.clock.run(bench.flow.takeSlot(bench.time('2027-03-19')));
    assert.ok(bench.state.problem);
    bench.flow.chooseDate('2027-03-18');
    assert.equal(bench.state.problem, undefined, 'another day is another wish');
  });
});

describe('CourseFlow, holding', () => {
  it('plans a session anew whose time somebody else took, near it, and tells', async () => {
    const bench = await CourseBench.open();
    await bench.toPlan();
    const lost = bench.state.sessions[1]?.slot;
    assert.ok(lost);
    await bench.rivalsBook(lost);
    await bench.clock.run(bench.flow.hold());
    assert.equal(bench.state.step, 'plan');
    const [first, second, third] = bench.state.sessions;
    assert.ok(first?.hold);
    assert.equal(second?.notice, 'lost');
    assert.deepEqual(second.earlier?.start, lost.start);
    assert.notEqual(second.slot?.start, lost.start);
    assert.equal(third?.notice, undefined);
    assert.equal(gapIssue(bench.dates.map(String), FULL.gapDays), undefined);
    await bench.clock.run(bench.flow.hold());
    assert.equal(bench.state.step, 'details');
    assert.equal(bench.adapter.state.holds.length, 3);
  });

  it('goes on where a session is not kept, which is booked all the same', async () => {
    const bench = await CourseBench.open();
    await bench.toPlan();
    const { holdSlot } = bench.adapter;
    let asked = 0;
    bench.adapter.holdSlot = (...given) => {
      asked += 1;
      if (asked === 1) return Promise.reject(new SmpError('not-supported', 'Not this one'));
      return holdSlot?.apply(bench.adapter, given) ?? Promise.reject(new Error('no holds'));
    };
    await bench.clock.run(bench.flow.hold());
    assert.equal(bench.state.step, 'details');
    assert.deepEqual(
      bench.state.sessions.map(({ hold }) => hold !== undefined),
      [true, false, true],
    );
  });

  it('lets go what a changed session held, and everything when another course is started', async () => {
    const bench = await CourseBench.open();
    await bench.toPlan();
    await bench.clock.run(bench.flow.hold());
    bench.flow.goTo('plan');
    await bench.change(2, '2026-12-16');
    assert.equal(bench.adapter.state.holds.length, 2);
    await bench.clock.run(bench.flow.hold());
    assert.equal(bench.adapter.state.holds.length, 3);
    bench.flow.restart();
    await settle();
    assert.deepEqual(bench.adapter.state.holds, []);
    assert.deepEqual(bench.state.sessions, []);
  });

  it('counts down to the end, and holds anew after it', async () => {
    const bench = await CourseBench.open();
    await bench.toPlan();
    await bench.clock.run(bench.flow.hold());
    await bench.clock.advance(590_000);
    assert.equal(bench.state.secondsLeft, 10);
    await bench.clock.run(bench.flow.extendHold());
    assert.ok(bench.state.secondsLeft > 500);
    await bench.clock.advance(700_000);
    assert.equal(bench.state.secondsLeft, 0);
    await bench.clock.run(bench.flow.extendHold());
    assert.equal(bench.adapter.state.holds.length, 3);
    const kinds = bench.takeNews();
    assert.ok(kinds.includes('hold-ending') && kinds.includes('hold-expired'));
  });

  it('goes on without holds where the backend has none', async () => {
    const bench = await CourseBench.open({ capabilities: { holds: false } });
    await bench.toCheck();
    await bench.confirm();
    assert.equal(bench.standing.length, 3);
    assert.equal(bench.adapter.state.calls.holdSlot, 0);
  });
});

describe('CourseFlow, booking', () => {
  it('names what is to be put right in the details', async () => {
    const bench = await CourseBench.open();
    await bench.toPlan();
    await bench.clock.run(bench.flow.hold());
    await bench.clock.run(bench.flow.submitDetails());
    assert.deepEqual(
      bench.state.issues.map(({ field }) => field),
      ['name', 'email', 'privacy'],
    );
    assert.equal(bench.state.step, 'details');
  });

  it('asks no second time for what was agreed to with a consultation, and passes it on as it was given', async () => {
    const privacy = { version: 'of-the-consultation', at: '2026-11-22T11:50:00.000Z' };
    const bench = await CourseBench.open({ preset: { enquiry: { privacy } } });
    await bench.toPlan();
    await bench.clock.run(bench.flow.hold());
    await bench.clock.run(bench.flow.submitDetails());
    assert.deepEqual(
      bench.state.issues.map(({ field }) => field),
      ['name', 'email'],
    );
    bench.flow.setDetail('name', 'Ada Example');
    bench.flow.setDetail('email', 'ada@example.org');
    await bench.clock.run(bench.flow.submitDetails());
    await bench.confirm();
    assert.deepEqual(bench.adapter.state.bookings[0]?.draft.consents, [
      { purpose: 'privacy', granted: true, ...privacy },
    ]);
  });

  it('leads back to the details when the consultation with the consent is withdrawn before it is sent', async () => {
    const privacy = { version: 'of-the-consultation', at: '2026-11-22T11:50:00.000Z' };
    const bench = await CourseBench.open({ preset: { enquiry: { privacy, note: 'Flags: Scar' } } });
    await bench.toPlan();
    await bench.clock.run(bench.flow.hold());
    bench.fill();
    bench.flow.setConsent('privacy', false);
    bench.flow.setDetail('note', 'Ring twice.');
    await bench.clock.run(bench.flow.submitDetails());
    assert.equal(bench.state.step, 'check');
    assert.equal(bench.flow.note, 'Ring twice.\n\nFlags: Scar');
    bench.flow.preset({ enquiry: {} });
    assert.equal(bench.state.step, 'details');
    await bench.confirm();
    assert.equal(bench.standing.length, 0, 'nothing goes out without the consent');
    bench.flow.preset({ enquiry: { privacy, note: 'Flags: None' } });
    await bench.clock.run(bench.flow.submitDetails());
    await bench.confirm();
    assert.deepEqual(
      bench.adapter.state.bookings.map(({ draft }) => [draft.consents[0]?.granted, draft.note]),
      Array.from({ length: 3 }, () => [true, 'Ring twice.\n\nFlags: None']),
    );
  });

  it('cancels what was booked when a later session is refused', async () => {
    const bench = await CourseBench.open({ ...SINGLE, faults: faulty('createBooking', [3], REFUSED) });
    await bench.toCheck();
    await bench.confirm();
    assert.equal(bench.state.step, 'check');
    assert.equal(bench.state.error?.code, 'validation');
    assert.deepEqual(bench.standing, []);
    assert.deepEqual(bench.state.standing, []);
    assert.equal(bench.adapter.state.calls.cancel, 2);
    assert.ok(bench.takeNews().includes('undone'));
    assert.equal(bench.state.undone, true);
    await bench.confirm();
    assert.equal(bench.state.undone, undefined);
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.standing.length, 3);
  });

  it('plans a session anew that is taken while the course is booked', async () => {
    const bench = await CourseBench.open({ capabilities: { holds: false, courses: false } });
    await bench.toCheck();
    const lost = bench.state.sessions[2]?.slot;
    assert.ok(lost);
    await bench.rivalsBook(lost);
    await bench.confirm();
    assert.equal(bench.state.step, 'plan');
    assert.equal(bench.state.sessions[2]?.notice, 'lost');
    assert.deepEqual(bench.standing, []);
    await bench.clock.run(bench.flow.hold());
    assert.equal(bench.state.step, 'check');
    await bench.confirm();
    assert.equal(bench.standing.length, 3);
  });

  it('tells which references remain where nothing can be cancelled online', async () => {
    const faults = faulty('createBooking', [2], REFUSED);
    const bench = await CourseBench.open({ faults, capabilities: { courses: false, management: false } });
    await bench.toCheck();
    await bench.confirm();
    assert.equal(bench.state.step, 'remains');
    assert.deepEqual(
      bench.state.standing.map(({ booking, cancellation }) => [booking.reference, cancellation]),
      bench.standing.map(({ booking }) => [booking.reference, 'unavailable']),
    );
    assert.equal(bench.state.standing.length, 1);
    assert.equal(bench.state.error?.code, 'validation');
  });

  it('asks again to cancel what may still stand', async () => {
    let reachable = false;
    let count = 0;
    const faults = ({ method }: MemoryCall): Fault | undefined => {
      if (method === 'createBooking' && ++count === 2) return REFUSED;
      if (method !== 'cancel' || reachable) return undefined;
      return { kind: 'throw', error: new SmpError('network', 'Gone') };
    };
    const bench = await CourseBench.open({ ...SINGLE, faults });
    await bench.toCheck();
    await bench.confirm();
    assert.equal(bench.state.step, 'remains');
    assert.equal(bench.state.standing[0]?.cancellation, 'unclear');
    assert.equal(bench.standing.length, 1);
    reachable = true;
    await bench.clock.run(bench.flow.undo());
    assert.deepEqual(bench.standing, []);
    assert.equal(bench.state.step, 'check');
  });

  it('never calls it a failure when no answer comes, and sends the same again', async () => {
    let silent = true;
    const faults = ({ method, operationId }: MemoryCall): Fault | undefined => {
      if (method !== 'createBooking') return undefined;
      ids.push(operationId ?? '');
      return silent && ids.length > 1 ? { kind: 'throw', error: new SmpError('network', 'Gone') } : undefined;
    };
    const ids: string[] = [];
    const bench = await CourseBench.open({ ...SINGLE, faults });
    await bench.toCheck();
    await bench.confirm();
    assert.ok(bench.flow.unresolved);
    assert.equal(bench.state.submission, 'unresolved');
    assert.equal(bench.state.unclear, 1);
    assert.equal(bench.state.standing.length, 1);
    assert.equal(bench.flow.previous, undefined);
    bench.flow.goTo('plan');
    assert.equal(bench.state.step, 'check');
    silent = false;
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.standing.length, 3);
    assert.equal(new Set(ids).size, 3);
  });

  it('books all sessions at once where the backend knows courses', async () => {
    const bench = await CourseBench.open();
    await bench.toCheck();
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.adapter.state.calls.bookCourse, 1);
    assert.equal(bench.adapter.state.calls.createBooking, 0);
    assert.equal(bench.state.booked?.course?.course, 'full');
    assert.deepEqual(
      bench.standing.map(({ booking }) => booking.slot.localDate),
      bench.dates,
    );
    assert.deepEqual(bench.adapter.state.holds, []);
  });

  it('books none of a course of which one session is taken, and plans that one near its time', async () => {
    const bench = await CourseBench.open({ capabilities: { holds: false } });
    await bench.toCheck();
    const [first, second, third] = bench.state.sessions.map(({ slot }) => slot);
    assert.ok(second);
    await bench.rivalsBook(second);
    await bench.confirm();
    assert.equal(bench.state.step, 'plan');
    assert.deepEqual(bench.standing, []);
    assert.deepEqual(
      bench.state.sessions.map(({ notice }) => notice),
      [undefined, 'lost', undefined],
    );
    assert.equal(bench.state.sessions[0]?.slot?.id, first?.id);
    assert.equal(bench.state.sessions[2]?.slot?.id, third?.id);
    assert.deepEqual(
      bench.news.filter(({ kind }) => kind === 'lost'),
      [{ kind: 'lost', session: 1 }],
    );
    await bench.clock.run(bench.flow.hold());
    await bench.confirm();
    assert.equal(bench.standing.length, 3);
  });

  it('sends a course again as it was after no answer, and books it once', async () => {
    const ids: string[] = [];
    let silent = true;
    const faults = ({ method, operationId = '' }: MemoryCall): Fault | undefined => {
      if (method !== 'bookCourse') return undefined;
      ids.push(operationId);
      return silent ? { kind: 'lose' } : undefined;
    };
    const bench = await CourseBench.open({ faults });
    await bench.toCheck();
    await bench.confirm();
    assert.ok(bench.flow.unresolved);
    assert.equal(bench.state.booked, undefined);
    bench.flow.setDetail('note', 'Ring twice.');
    silent = false;
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.standing.length, 3);
    assert.equal(new Set(ids).size, 1);
  });

  it('starts another course when it is told to, with the contact details kept', async () => {
    for (const options of [{}, ONE_OFFER]) {
      const bench = await CourseBench.open(options);
      await bench.toPlan();
      await bench.clock.run(bench.flow.hold());
      bench.fill();
      await bench.clock.run(bench.flow.submitDetails());
      await bench.confirm();
      const { name } = bench.state.details;
      bench.flow.restart();
      const { step, sessions, booked, offer, details } = bench.state;
      assert.equal(step, options === ONE_OFFER ? 'first' : 'offer');
      assert.equal(booked, undefined);
      assert.equal(offer?.id, options === ONE_OFFER ? 'full' : undefined);
      assert.ok(sessions.every(({ slot, hold }) => !slot && !hold));
      assert.deepEqual([details.name, details.consents], [name, {}]);
      assert.equal(bench.standing.length, 3, 'what is booked stands');
      await bench.toPlan();
      await bench.clock.run(bench.flow.hold());
      await bench.clock.run(bench.flow.submitDetails());
      assert.equal(bench.state.issues.length > 0, true, 'the consents are asked for again');
    }
  });

  it('lets go of what it holds when it starts anew, and never amid a course that may be booked', async () => {
    const bench = await CourseBench.open({ faults: faulty('bookCourse', [1, 2, 3, 4, 5, 6, 7, 8], { kind: 'lose' }) });
    await bench.toPlan();
    await bench.clock.run(bench.flow.hold());
    assert.equal(bench.adapter.state.holds.length, 3);
    bench.flow.restart();
    await settle();
    assert.equal(bench.adapter.state.holds.length, 0);
    assert.equal(bench.state.step, 'offer');
    await bench.toPlan();
    await bench.clock.run(bench.flow.hold());
    bench.fill();
    await bench.clock.run(bench.flow.submitDetails());
    await bench.confirm();
    assert.equal(bench.state.submission, 'unresolved');
    bench.flow.restart();
    assert.equal(bench.state.step, 'check');
    assert.equal(bench.state.submission, 'unresolved');
  });

  it('leaves the clinic’s own profile as it was', async () => {
    const before = structuredClone(COURSE_CLINIC);
    const bench = await CourseBench.open();
    await bench.toCheck();
    assert.deepEqual(COURSE_CLINIC, before);
  });
});

describe('CourseFlow, after a reload', () => {
  it('has the plan and the details, and holds the same times again', async () => {
    const bench = await CourseBench.open();
    await bench.toPlan();
    await bench.clock.run(bench.flow.hold());
    bench.fill();
    bench.flow.setDetail('note', 'My skin itches.');
    await bench.clock.run(bench.flow.submitDetails());
    assert.doesNotMatch(bench.storage.text, /itches/);
    const again = await bench.reloaded();
    assert.equal(again.state.step, 'plan');
    assert.deepEqual(again.dates, bench.dates);
    assert.equal(again.state.details.name, 'Ada Example');
    await again.clock.run(again.flow.hold());
    assert.equal(again.state.step, 'details');
    assert.deepEqual(again.dates, bench.dates);
    assert.equal(again.adapter.state.holds.length, 3);
  });

  it('has the consent that was given with a consultation, so that a copy says the same as the first', async () => {
    const privacy = { version: 'of-the-consultation', at: '2026-11-22T11:50:00.000Z' };
    const ids: string[] = [];
    let silent = true;
    const faults = ({ method, operationId = '' }: MemoryCall): Fault | undefined => {
      if (method !== 'bookCourse') return undefined;
      ids.push(operationId);
      return silent ? { kind: 'lose' } : undefined;
    };
    const bench = await CourseBench.open({ faults });
    bench.flow.preset({ enquiry: { privacy } });
    await bench.toPlan();
    await bench.clock.run(bench.flow.hold());
    bench.fill();
    bench.flow.setConsent('privacy', false);
    await bench.clock.run(bench.flow.submitDetails());
    await bench.confirm();
    assert.ok(bench.flow.unresolved);
    silent = false;
    const again = await bench.reloaded();
    await again.confirm();
    assert.equal(again.state.step, 'confirmed');
    assert.equal(new Set(ids).size, 1);
    assert.deepEqual(again.adapter.state.bookings[0]?.draft.consents, [
      { purpose: 'privacy', granted: true, ...privacy },
    ]);
  });

  it('drops a plan with somebody else where another page says with whom it is, and keeps the details', async () => {
    const bench = await CourseBench.open();
    await bench.toPlan();
    await bench.clock.run(bench.flow.hold());
    bench.fill();
    await bench.clock.run(bench.flow.submitDetails());
    const again = await bench.reloaded({ practitioner: bench.clinic.practitioners[0]?.id });
    assert.equal(again.state.step, 'offer');
    assert.deepEqual(
      again.state.sessions.filter(({ slot }) => slot),
      [],
    );
    assert.equal(again.state.details.name, 'Ada Example');
  });

  for (const courses of [true, false]) {
    it(`sends ${courses ? 'the course' : 'its sessions'} again that nothing was heard of`, async () => {
      let silent = true;
      let count = 0;
      const faults = ({ method }: MemoryCall): Fault | undefined => {
        if (method !== 'bookCourse' && method !== 'createBooking') return undefined;
        count += 1;
        return silent && (courses || count > 1) ? { kind: 'lose' } : undefined;
      };
      const bench = await CourseBench.open({ faults, capabilities: { courses } });
      await bench.toCheck();
      bench.flow.setDetail('note', 'Ring twice.');
      await bench.confirm();
      assert.ok(bench.flow.unresolved);
      const again = await bench.reloaded();
      assert.equal(again.state.step, 'check');
      assert.ok(again.flow.unresolved);
      assert.equal(again.state.standing.length, courses ? 0 : 1);
      silent = false;
      await again.confirm();
      assert.equal(again.state.step, 'confirmed');
      assert.equal(again.standing.length, 3);
      assert.equal((await again.reloaded()).state.step, 'offer');
    });
  }

  it('still sends what was not answered after somebody has booked on a page for another course', async () => {
    let silent = true;
    const faults = ({ method }: MemoryCall): Fault | undefined =>
      silent && method === 'bookCourse' ? { kind: 'lose' } : undefined;
    const bench = await CourseBench.open({ faults });
    await bench.toCheck('scars');
    await bench.confirm();
    assert.ok(bench.flow.unresolved);
    bench.flow.suspend();
    silent = false;
    const other = await CourseBench.open({ preset: { offer: 'full' } }, bench);
    await other.toCheck();
    await other.confirm();
    assert.equal(other.state.step, 'confirmed');
    const again = await bench.reloaded();
    assert.equal(again.state.offer?.id, 'scars');
    assert.ok(again.flow.unresolved);
    await again.confirm();
    assert.equal(again.standing.length, 5);
  });

  for (const [courses, holds] of [
    [true, true],
    [true, false],
    [false, false],
  ] as const) {
    const kind = `${courses ? 'as a whole' : 'session by session'}, ${holds ? 'with' : 'without'} holds`;

    it(`finds what it sent, from a page at another address and in another language: ${kind}`, async () => {
      let silent = true;
      const now = { landingPath: '/book', language: 'en' };
      const ids: string[] = [];
      const faults = ({ method, operationId = '' }: MemoryCall): Fault | undefined => {
        if (method !== 'bookCourse' && method !== 'createBooking') return undefined;
        ids.push(operationId);
        return silent ? { kind: 'lose' } : undefined;
      };
      const bench = await CourseBench.open({
        faults,
        capabilities: { courses, holds },
        attribution: () => ({ landingPath: now.landingPath }),
        locale: () => now.language,
      });
      bench.flow.preset({
        enquiry: { consultation: { consultationId: 'c-1', consultationToken: 'token-of-the-consultation' } },
      });
      await bench.toCheck();
      await bench.confirm();
      assert.ok(bench.flow.unresolved);
      silent = false;
      now.landingPath = '/contact';
      now.language = 'de';
      const again = await bench.reloaded();
      await again.confirm();
      assert.equal(again.state.step, 'confirmed');
      assert.equal(again.standing.length, 3);
      assert.ok(again.standing.every(({ draft }) => draft.locale === 'en'));
      assert.equal(new Set(ids).size, courses ? 1 : 3);
    });
  }

  it('holds nothing any more for whoever starts anew on hearing that it was refused', async () => {
    for (const [error, stays] of [
      [new SmpError('slot-taken', 'Gone', { issues: [{ pointer: '/sessions/1', code: 'taken' }] }), 1],
      [new SmpError('hold-expired', 'Too late'), 3],
      [new SmpError('validation', 'No', { issues: [{ pointer: '/contact/email', code: 'format' }] }), 3],
      [new SmpError('not-supported', 'No'), 3],
    ] as const) {
      for (const leaves of [false, true]) {
        const bench = await CourseBench.open({
          faults: ({ method }) => (method === 'bookCourse' ? { kind: 'refuse', error } : undefined),
        });
        await bench.toCheck();
        assert.equal(bench.adapter.state.holds.length, 3);
        if (leaves) bench.flow.listen(({ kind }) => kind === 'refused' && bench.flow.restart());
        await bench.clock.run(bench.flow.confirm());
        await settle();
        const { holds } = bench.adapter.state;
        if (leaves) assert.deepEqual(holds, [], error.code);
        else assert.ok(holds.length >= stays, `control: ${error.code}`);
        if (leaves) assert.deepEqual(bench.state.sessions, [], error.code);
      }
    }
  });

  it('forgets what another clinic was told, or what was ended', async () => {
    const bench = await CourseBench.open();
    await bench.toCheck();
    bench.storage.items.set(
      'smp-widgets/course',
      (bench.storage.getItem('smp-widgets/course') ?? '').replace('"fern"', '"moss"'),
    );
    assert.equal((await bench.reloaded()).state.step, 'offer');
    const ended = await CourseBench.open();
    await ended.toCheck();
    ended.flow.restart();
    assert.equal((await ended.reloaded()).state.step, 'offer');
  });
});

describe('CourseFlow, waitlist', () => {
  const CLOSED = [{ from: '2026-01-01', to: '2028-01-01' }];
  const waiting = async (options: CourseBenchOptions = {}) => {
    const bench = await CourseBench.open({ daysOff: CLOSED, ...options });
    bench.flow.chooseOffer('full');
    await settle();
    return bench;
  };

  it('takes a visitor for whom nothing is free, for the first session', async () => {
    const bench = await waiting({ preset: { practitioner: 'ana' } });
    assert.equal(bench.state.calendar.days.size, 0);
    assert.equal(bench.flow.takesWaitlist, true);
    bench.flow.goTo('waitlist');
    assert.equal(bench.flow.previous, 'first');
    await bench.clock.run(bench.flow.joinWaitlist());
    assert.equal(bench.state.step, 'waitlist');
    assert.deepEqual(
      bench.state.issues.map(({ field }) => field),
      ['name', 'email', 'privacy'],
    );
    bench.fill();
    bench.takeNews();
    await Promise.all([bench.clock.run(bench.flow.joinWaitlist()), bench.clock.run(bench.flow.joinWaitlist())]);
    assert.equal(bench.state.step, 'waitlisted');
    assert.deepEqual(bench.takeNews(), ['waitlisted', 'step']);
    const [request, none] = bench.adapter.state.waitlist;
    assert.equal(none, undefined);
    assert.deepEqual(
      { ...request, consents: request?.consents.map(({ purpose, granted }) => [purpose, granted]) },
      {
        service: 'long',
        practitioner: 'ana',
        contact: { name: 'Ada Example', email: 'ada@example.org' },
        consents: [['privacy', true]],
        locale: 'en',
      },
    );
    bench.flow.goTo('first');
    assert.equal(bench.state.step, 'waitlisted', 'that is done');
    bench.flow.restart();
    assert.equal(bench.state.step, 'offer');
  });

  it('waits for times that a consultation leaves, and lets the clinic decide', async () => {
    const screening: ScreeningOutcome = {
      findings: [],
      consultation: true,
      treatment: 'request',
      earliestTreatment: '2027-01-12',
    };
    const bench = await waiting({ preset: { enquiry: { screening } } });
    bench.flow.goTo('waitlist');
    bench.fill();
    await bench.clock.run(bench.flow.joinWaitlist());
    const [request] = bench.adapter.state.waitlist;
    assert.deepEqual([request?.from, request?.request], ['2027-01-12', true]);
  });

  it('takes a visitor for whom no plan can be made, and none where the backend has no waitlist', async () => {
    for (const waitlist of [true, false]) {
      const bench = await CourseBench.open({ capabilities: { waitlist } });
      bench.flow.chooseOffer('full');
      await settle();
      bench.flow.turnTo('2027-03-22');
      await settle();
      await bench.clock.run(bench.flow.takeSlot(bench.time('2027-03-19')));
      assert.ok(bench.state.problem);
      assert.equal(bench.flow.takesWaitlist, waitlist);
      if (!waitlist) continue;
      assert.equal(bench.adapter.state.holds.length, 1, 'the first time is kept');
      bench.flow.goTo('waitlist');
      bench.fill();
      await bench.clock.run(bench.flow.joinWaitlist());
      await settle();
      assert.equal(bench.state.step, 'waitlisted');
      assert.deepEqual(bench.adapter.state.holds, [], 'and let go of once they wait');
    }
  });

  it('keeps the answers when it is refused, and says why', async () => {
    const bench = await waiting({
      faults: ({ method }) =>
        method === 'joinWaitlist' ? { kind: 'refuse', error: new SmpError('validation', 'Not like this') } : undefined,
    });
    bench.flow.goTo('waitlist');
    bench.fill();
    await bench.clock.run(bench.flow.joinWaitlist());
    assert.equal(bench.state.step, 'waitlist');
    assert.equal(bench.state.error?.code, 'validation');
    assert.equal(bench.state.details.name, 'Ada Example');
    bench.flow.goTo('first');
    assert.equal(bench.state.error, undefined);
  });

  it('does not offer it while another time is looked for, since the plan stands', async () => {
    const bench = await CourseBench.open();
    await bench.toPlan();
    bench.flow.changeSession(1);
    await settle();
    assert.equal(bench.flow.takesWaitlist, false);
  });
});
