import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SmpError } from '../../src/domain/errors.js';
import type { Slot, SlotPage, SlotQuery } from '../../src/domain/slot.js';
import { MAX_QUERY_DAYS } from '../../src/domain/slot-limits.js';
import { addDays, daysBetween } from '../../src/domain/time/plain-date.js';
import { SlotCalendar, type SlotCalendarState, type SlotSource } from '../../src/flows/slot-calendar.js';
import { settle } from '../support/manual-clock.js';

const TODAY = '2026-11-22';
const CHOICE = { service: 'call' };

const slotAt = (localDate: string, localTime = '09:00'): Slot => ({
  id: `${localDate}T${localTime}`,
  start: `${localDate}T${localTime}:00+00:00`,
  end: `${localDate}T${localTime}:30+00:00`,
  localDate,
  localTime,
  timeZone: 'Europe/London',
  offset: '+00:00',
});

interface Shop {
  /** Dates with a free time. */
  readonly free: readonly string[];
  /** Tells `nextAvailable`. Default true. */
  readonly tells?: boolean;
  /** Ends each page this many days after its start, whatever was asked for. */
  readonly pageDays?: number;
}

/** A backend that answers by the contract and writes down what it was asked. */
class Source implements SlotSource {
  readonly asked: SlotQuery[] = [];
  readonly signals: (AbortSignal | undefined)[] = [];
  shop: Shop;
  error: unknown;
  gate: Promise<void> | undefined;

  constructor(shop: Shop) {
    this.shop = shop;
  }

  async listSlots(query: SlotQuery, { signal }: { signal?: AbortSignal } = {}): Promise<SlotPage> {
    this.asked.push(query);
    this.signals.push(signal);
    const { free, tells = true, pageDays } = this.shop;
    const error = this.error;
    await this.gate;
    if (error !== undefined) throw error;
    const from = query.from ?? TODAY;
    const wanted = query.to ?? addDays(from, 34);
    const to = pageDays === undefined ? wanted : addDays(from, pageDays - 1);
    return {
      timeZone: 'Europe/London',
      today: TODAY,
      from,
      to,
      slots: free.filter((date) => date >= from && date <= to).flatMap((date) => [slotAt(date), slotAt(date, '10:00')]),
      asOf: '2026-11-22T12:00:00+00:00',
      ...(tells && { nextAvailable: free.find((date) => date > to) ?? null }),
    };
  }
}

function calendarOf(shop: Shop) {
  const source = new Source(shop);
  const states: SlotCalendarState[] = [];
  const calendar: SlotCalendar = new SlotCalendar(() => states.push(calendar.state));
  return { calendar, source, states, ranges: () => source.asked.map(({ from, to }) => [from, to]) };
}

const days = ({ state }: SlotCalendar): string[] => [...state.days.keys()].sort();

describe('SlotCalendar', () => {
  it('leaves the dates of the first question to the server', async () => {
    const { calendar, source, states } = calendarOf({ free: ['2026-11-24', '2027-02-01'] });
    await calendar.open(source, CHOICE);
    assert.deepEqual(source.asked, [{ service: 'call' }]);
    assert.deepEqual(
      states.map(({ status }) => status),
      ['idle', 'loading', 'ready'],
    );
    assert.equal(calendar.state.today, TODAY);
    assert.equal(calendar.state.knownTo, '2026-12-26');
    assert.equal(calendar.state.complete, false);
    assert.equal(calendar.firstFree, '2026-11-24');
    assert.deepEqual(
      calendar.state.days.get('2026-11-24')?.map(({ localTime }) => localTime),
      ['09:00', '10:00'],
    );
  });

  it('asks for the whole choice', async () => {
    const { calendar, source } = calendarOf({ free: [] });
    await calendar.open(source, { service: 'call', practitioner: 'ben', location: 'leeds' });
    assert.deepEqual(source.asked, [{ service: 'call', practitioner: 'ben', location: 'leeds' }]);
  });

  it('is idle without a backend or a choice', async () => {
    const { calendar, source } = calendarOf({ free: [] });
    await calendar.open(undefined, CHOICE);
    await calendar.open(source, undefined);
    await calendar.reload();
    await calendar.extendTo('2027-01-31');
    assert.equal(calendar.state.status, 'idle');
    assert.deepEqual(source.asked, []);
  });

  it('follows nextAvailable to the first free date', async () => {
    const { calendar, source, ranges } = calendarOf({ free: ['2027-02-10'] });
    await calendar.open(source, CHOICE);
    assert.deepEqual(ranges(), [
      [undefined, undefined],
      ['2026-12-27', addDays('2026-12-27', 45)],
    ]);
    assert.equal(addDays('2026-12-27', 45), '2027-02-10');
    assert.equal(calendar.firstFree, '2027-02-10');
  });

  it('gets there in steps when it is more than 62 days away', async () => {
    const { calendar, source, ranges } = calendarOf({ free: ['2027-06-01'] });
    await calendar.open(source, CHOICE);
    assert.equal(calendar.firstFree, '2027-06-01');
    for (const [from, to] of ranges().slice(1)) {
      assert.ok(from !== undefined && to !== undefined && daysBetween(from, to) < MAX_QUERY_DAYS);
    }
    assert.equal(source.asked.length, 4);
  });

  it('searches page by page where the backend does not tell the next free date', async () => {
    const { calendar, source, ranges } = calendarOf({ free: ['2027-02-10'], tells: false });
    await calendar.open(source, CHOICE);
    assert.deepEqual(ranges(), [
      [undefined, undefined],
      ['2026-12-27', '2027-01-30'],
      ['2027-01-31', '2027-03-06'],
    ]);
    assert.equal(calendar.firstFree, '2027-02-10');
    assert.equal(calendar.state.complete, false);
  });

  it('stops after a dozen pages where nothing is ever free', async () => {
    const { calendar, source } = calendarOf({ free: [], tells: false });
    await calendar.open(source, CHOICE);
    assert.equal(source.asked.length, 12);
    assert.equal(calendar.state.status, 'ready');
    assert.equal(calendar.firstFree, undefined);
  });

  it('is complete once there is nothing after what is known', async () => {
    const { calendar, source } = calendarOf({ free: ['2026-11-24'] });
    await calendar.open(source, CHOICE);
    assert.equal(calendar.state.complete, true);
    await calendar.extendTo('2027-05-31');
    assert.equal(source.asked.length, 1);
  });

  it('is complete and empty when fully booked', async () => {
    const { calendar, source } = calendarOf({ free: [] });
    await calendar.open(source, CHOICE);
    assert.equal(source.asked.length, 1);
    assert.equal(calendar.state.complete, true);
    assert.equal(calendar.state.days.size, 0);
    assert.equal(calendar.firstFree, undefined);
  });

  it('gives up on a backend whose pages do not move on', async () => {
    const { calendar, source } = calendarOf({ free: [], tells: false, pageDays: 0 });
    await calendar.open(source, CHOICE);
    assert.equal(source.asked.length, 2);
    assert.equal(calendar.state.complete, true);
  });

  it('learns further dates once, and keeps those it knows', async () => {
    const { calendar, source, ranges } = calendarOf({ free: ['2026-11-24', '2027-01-20', '2027-09-01'] });
    await calendar.open(source, CHOICE);
    await calendar.extendTo('2027-01-31');
    await calendar.extendTo('2027-01-31');
    await calendar.extendTo('2026-12-31');
    assert.deepEqual(ranges(), [
      [undefined, undefined],
      ['2026-12-27', '2027-01-31'],
    ]);
    assert.deepEqual(days(calendar), ['2026-11-24', '2027-01-20']);
  });

  it('never asks for more than 62 days at once', async () => {
    const { calendar, source, ranges } = calendarOf({ free: ['2026-11-24', '2027-06-10', '2027-09-01'] });
    await calendar.open(source, CHOICE);
    await calendar.extendTo('2027-06-30');
    for (const [from, to] of ranges().slice(1)) {
      assert.ok(from !== undefined && to !== undefined && daysBetween(from, to) < MAX_QUERY_DAYS, `${from} to ${to}`);
    }
    assert.ok((calendar.state.knownTo ?? '') >= '2027-06-30');
    assert.deepEqual(days(calendar), ['2026-11-24', '2027-06-10']);
  });

  it('asks for each date once, without gaps', async () => {
    const { calendar, source, ranges } = calendarOf({ free: ['2026-11-24', '2027-09-01'], pageDays: 20 });
    await calendar.open(source, CHOICE);
    await calendar.extendTo('2027-03-31');
    let known = '2026-12-11';
    for (const [from] of ranges().slice(1)) {
      assert.equal(from, addDays(known, 1));
      known = addDays(known, 20);
    }
    assert.equal(calendar.state.knownTo, known);
  });

  it('shows nothing of the choice before', async () => {
    const { calendar, source, states } = calendarOf({ free: ['2026-11-24'] });
    await calendar.open(source, CHOICE);
    states.length = 0;
    source.shop = { free: ['2026-11-30'] };
    await calendar.open(source, { service: 'consult' });
    assert.ok(states.every((state) => !state.days.has('2026-11-24')));
    assert.deepEqual(days(calendar), ['2026-11-30']);
  });

  it('drops an earlier answer that comes late, and stops waiting for it', async () => {
    const { calendar, source } = calendarOf({ free: ['2026-11-24'] });
    let release = (): void => {};
    source.gate = new Promise((resolve) => (release = resolve));
    const first = calendar.open(source, CHOICE);
    source.gate = undefined;
    source.shop = { free: ['2026-11-30'] };
    await calendar.open(source, { service: 'consult' });
    assert.equal(source.signals[0]?.aborted, true);
    source.shop = { free: ['2026-12-25'] };
    release();
    await first;
    assert.deepEqual(days(calendar), ['2026-11-30']);
    assert.equal(calendar.state.status, 'ready');
  });

  it('drops an earlier failure that comes late', async () => {
    const { calendar, source } = calendarOf({ free: ['2026-11-24'] });
    source.error = new SmpError('network', 'Late');
    let release = (): void => {};
    source.gate = new Promise((resolve) => (release = resolve));
    const first = calendar.open(source, CHOICE);
    source.gate = undefined;
    source.error = undefined;
    await calendar.open(source, CHOICE);
    release();
    await first;
    assert.equal(calendar.state.status, 'ready');
    assert.equal(calendar.state.error, undefined);
  });

  it('tells why the times could not be had, and keeps those it has', async () => {
    const { calendar, source } = calendarOf({ free: ['2026-11-24', '2027-01-20'] });
    await calendar.open(source, CHOICE);
    source.error = new SmpError('timeout', 'Slow');
    await calendar.extendTo('2027-01-31');
    assert.equal(calendar.state.status, 'failed');
    assert.equal(calendar.state.error?.code, 'timeout');
    assert.deepEqual(days(calendar), ['2026-11-24']);
    source.error = undefined;
    await calendar.extendTo('2027-01-31');
    assert.equal(calendar.state.status, 'ready');
    assert.equal(calendar.state.error, undefined);
    assert.deepEqual(days(calendar), ['2026-11-24', '2027-01-20']);
  });

  it('turns whatever a source throws into a typed error', async () => {
    const { calendar, source } = calendarOf({ free: [] });
    source.error = 'nonsense';
    await calendar.open(source, CHOICE);
    assert.equal(calendar.state.error?.code, 'unknown');
    assert.equal(calendar.state.error.cause, 'nonsense');
  });

  it('forgets on reload what is not free any more', async () => {
    const { calendar, source } = calendarOf({ free: ['2026-11-24', '2026-11-25', '2027-01-20', '2027-09-01'] });
    await calendar.open(source, CHOICE);
    await calendar.extendTo('2027-01-31');
    source.shop = { free: ['2026-11-25', '2027-01-21', '2027-09-01'] };
    const reloading = calendar.reload();
    assert.equal(calendar.state.status, 'loading');
    assert.deepEqual(days(calendar), ['2026-11-24', '2026-11-25', '2027-01-20']);
    await reloading;
    assert.deepEqual(days(calendar), ['2026-11-25', '2027-01-21']);
    assert.ok((calendar.state.knownTo ?? '') >= '2027-01-31');
  });

  it('looks further on reload when all that was free is gone', async () => {
    const { calendar, source } = calendarOf({ free: ['2026-11-24', '2027-03-01'] });
    await calendar.open(source, CHOICE);
    source.shop = { free: ['2027-03-01'] };
    await calendar.reload();
    assert.equal(calendar.firstFree, '2027-03-01');
  });

  it('stops waiting when closed, and keeps what is shown', async () => {
    const { calendar, source } = calendarOf({ free: ['2026-11-24'] });
    await calendar.open(source, CHOICE);
    calendar.close();
    assert.equal(calendar.state.status, 'ready');
    let release = (): void => {};
    source.gate = new Promise((resolve) => (release = resolve));
    const reloading = calendar.reload();
    calendar.close();
    assert.equal(calendar.state.status, 'idle');
    assert.deepEqual(days(calendar), ['2026-11-24']);
    release();
    await reloading;
    await settle();
    assert.equal(calendar.state.status, 'idle');
  });

  it('ends up at the last date that was wanted when the visitor pages on quickly', async () => {
    const { calendar, source } = calendarOf({ free: ['2026-11-24', '2027-01-20', '2027-02-10', '2027-09-01'] });
    await calendar.open(source, CHOICE);
    void calendar.extendTo('2027-01-31');
    void calendar.extendTo('2027-02-28');
    await settle();
    assert.ok((calendar.state.knownTo ?? '') >= '2027-02-28', `known to ${calendar.state.knownTo}`);
    assert.ok(days(calendar).includes('2027-02-10'));
  });
});
