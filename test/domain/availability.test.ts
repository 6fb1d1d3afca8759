import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BusyTimes } from '../../src/domain/busy-times.js';
import { isSmpError } from '../../src/domain/errors.js';
import { SlotPage } from '../../src/domain/slot.js';
import { slotId } from '../../src/domain/slot-id.js';
import { daily, engine, EVERY_DAY, NOTHING_BUSY, NOW, slotsOf, times } from './clinic-fixture.js';

const HOUR = 3_600_000;
const day = (date: string) => ({ from: date, to: date });
const at = (instant: string): number => Date.parse(instant);
const busyAt = (practitioner: string, start: string, end: string) => ({ practitioner, start: at(start), end: at(end) });
const refusal = (code: string, pointer?: string) => (error: unknown) =>
  isSmpError(error) && error.code === code && (pointer === undefined || error.issues?.[0]?.pointer === pointer);

describe('the query of free times', () => {
  it('can’t be asked in a zone that nobody knows', () => {
    assert.throws(() => engine({}, { timeZone: 'Europe/Atlantis' }), refusal('invalid-config'));
  });

  it('runs from today at the clinic over 35 days unless it says otherwise', () => {
    const { from, to, today } = engine({}, { timeZone: 'Pacific/Kiritimati' }).resolve({ service: 'consult' }, NOW);
    assert.deepEqual({ from, to, today }, { from: '2026-11-23', to: '2026-12-27', today: '2026-11-23' });
  });

  it('may span 62 days and no more', () => {
    const availability = engine();
    availability.resolve({ service: 'call', from: '2026-12-01', to: '2027-01-31' }, NOW);
    for (const dates of [
      { from: '2026-12-01', to: '2027-02-01' },
      { from: '2026-12-02', to: '2026-12-01' },
      { from: '2026-12-01', to: 'soon' },
    ]) {
      assert.throws(() => availability.resolve({ service: 'call', ...dates }, NOW), refusal('validation', '/to'));
    }
    for (const from of ['2026-02-30', '9901-01-01', '9999-12-31']) {
      assert.throws(() => availability.resolve({ service: 'call', from }, NOW), refusal('validation', '/from'));
    }
    availability.resolve({ service: 'call', from: '9900-12-31' }, NOW);
  });

  it('is refused for names that are not there', () => {
    const availability = engine();
    for (const query of [
      { service: 'nothing' },
      { service: 'toString' },
      { service: 'call', practitioner: 'zoe' },
      { service: 'call', location: 'york' },
    ]) {
      assert.throws(() => availability.resolve(query, NOW), refusal('not-found'), JSON.stringify(query));
    }
  });
});

describe('free times', () => {
  it('are one for each start and location when anyone will do, and carry no practitioner', () => {
    const slots = slotsOf(engine(), { service: 'consult', ...day('2026-12-01') });
    assert.equal(slots.length, 15);
    assert.deepEqual(slots[0], {
      id: slotId({ service: 'consult', location: 'soho', start: at('2026-12-01T09:00:00Z') }),
      start: '2026-12-01T09:00:00+00:00',
      end: '2026-12-01T09:45:00+00:00',
      localDate: '2026-12-01',
      localTime: '09:00',
      timeZone: 'Europe/London',
      offset: '+00:00',
      location: 'soho',
    });
    assert.equal(times(slots).at(-1), '16:00');
  });

  it('are a practitioner’s own, and carry the name, when one is asked for', () => {
    const slots = slotsOf(engine(), { service: 'consult', practitioner: 'ben', ...day('2026-12-01') });
    assert.deepEqual(times(slots), ['10:00', '10:30', '11:00', '11:30', '12:00', '12:30', '13:00']);
    assert.ok(slots.every(({ practitioner, location }) => practitioner === 'ben' && location === 'soho'));
  });

  it('are none of a practitioner who does not offer the service', () => {
    assert.deepEqual(slotsOf(engine(), { service: 'session', practitioner: 'ben' }), []);
  });

  it('leave out where a practitioner does not work and where a service is not offered', () => {
    const hours = [...daily('09:00', '11:00', 'soho'), ...daily('14:00', '16:00', 'leeds')];
    const availability = engine(
      { practitioners: [{ practitioner: 'ana', hours }] },
      { practitioners: [{ id: 'ana', name: 'Ana', locations: ['leeds'] }] },
    );
    const consults = slotsOf(availability, { service: 'consult', ...day('2026-12-01') });
    assert.deepEqual(times(consults), ['14:00', '14:30', '15:00']);
    assert.deepEqual(slotsOf(availability, { service: 'session' }), []);
    assert.deepEqual(slotsOf(availability, { service: 'consult', location: 'soho' }), []);
  });

  it('of one moment come in the clinic’s order of locations', () => {
    const availability = engine({
      practitioners: [
        { practitioner: 'ana', hours: daily('09:00', '10:00', 'leeds') },
        { practitioner: 'ben', hours: daily('09:00', '10:00', 'soho') },
      ],
    });
    const slots = slotsOf(availability, { service: 'consult', ...day('2026-12-01') });
    assert.deepEqual(
      slots.map(({ location }) => location),
      ['soho', 'leeds'],
    );
    assert.equal(new Set(slots.map(({ id }) => id)).size, 2);
  });

  it('by video are wherever somebody works, without a location', () => {
    const availability = engine({
      practitioners: [
        { practitioner: 'ana', hours: [...daily('09:00', '10:00', 'leeds'), ...daily('20:00', '21:00')] },
        { practitioner: 'ben', hours: daily('09:30', '10:30', 'soho') },
      ],
    });
    const slots = slotsOf(availability, { service: 'call', location: 'soho', ...day('2026-12-01') });
    assert.deepEqual(times(slots), ['09:00', '09:30', '10:00', '20:00', '20:30']);
    assert.ok(slots.every((slot) => !('location' in slot)));
    assert.deepEqual(times(slotsOf(availability, { service: 'consult', ...day('2026-12-01') })), ['09:00', '09:30']);
  });

  it('need no locations in a clinic that has none', () => {
    const availability = engine(
      { practitioners: [{ practitioner: 'ana', hours: daily('09:00', '10:00') }] },
      { locations: [] },
    );
    const slots = slotsOf(availability, { service: 'consult', ...day('2026-12-01') });
    assert.deepEqual(times(slots), ['09:00']);
    assert.ok(slots.every((slot) => !('location' in slot)));
  });

  it('keep breaks free and start afresh after them', () => {
    const availability = engine({
      practitioners: [
        {
          practitioner: 'ana',
          hours: daily('09:00', '15:00', 'soho'),
          breaks: EVERY_DAY.map((weekday) => ({ weekday, from: '12:10', to: '12:50' })),
        },
      ],
    });
    assert.deepEqual(times(slotsOf(availability, { service: 'consult', ...day('2026-12-01') })), [
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '12:50',
      '13:20',
      '13:50',
    ]);
  });

  it('run on through hours that overlap or touch', () => {
    const hours = [
      ...daily('09:00', '11:00', 'soho'),
      ...daily('10:30', '12:00', 'soho'),
      ...daily('12:00', '13:00', 'soho'),
    ];
    const availability = engine({ practitioners: [{ practitioner: 'ana', hours }] });
    assert.deepEqual(times(slotsOf(availability, { service: 'session', ...day('2026-12-01') })), [
      '09:00',
      '09:30',
      '10:00',
    ]);
  });

  it('leave out days off of everyone, one practitioner or one place', () => {
    const daysOff = [
      { from: '2026-12-01', to: '2026-12-02', practitioner: 'ana' },
      { from: '2026-12-02', to: '2026-12-02' },
      { from: '2026-12-04', to: '2026-12-04', location: 'soho' },
    ];
    const slots = slotsOf(engine({ daysOff }), { service: 'consult', from: '2026-11-30', to: '2026-12-04' });
    const count = (date: string): number => slots.filter(({ localDate }) => localDate === date).length;
    assert.deepEqual(
      ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'].map(count),
      [15, 7, 0, 15, 0],
    );
  });

  it('follow the step of the service or else of the clinic', () => {
    const rules = { stepMinutes: 60, services: { call: { stepMinutes: 45 } } };
    const availability = engine({ rules });
    assert.deepEqual(times(slotsOf(availability, { service: 'session', ...day('2026-12-01') })), [
      '09:00',
      '10:00',
      '11:00',
      '12:00',
      '13:00',
      '14:00',
    ]);
    assert.deepEqual(times(slotsOf(availability, { service: 'call', practitioner: 'ben', ...day('2026-12-01') })), [
      '10:00',
      '10:45',
      '11:30',
      '12:15',
      '13:00',
    ]);
  });

  it('leave room for buffers round what is taken, not round opening hours', () => {
    const rules = { services: { consult: { bufferBeforeMinutes: 15, bufferAfterMinutes: 30 } } };
    const busy = new BusyTimes([busyAt('ben', '2026-12-01T11:45:00Z', '2026-12-01T12:15:00Z')]);
    const slots = slotsOf(engine({ rules }), { service: 'consult', practitioner: 'ben', ...day('2026-12-01') }, busy);
    assert.deepEqual(times(slots), ['10:00', '10:30', '12:30', '13:00']);
  });

  it('stay open to anyone while one practitioner is free', () => {
    const ana = busyAt('ana', '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z');
    const ben = busyAt('ben', '2026-12-01T12:00:00Z', '2026-12-02T00:00:00Z');
    const slots = slotsOf(engine(), { service: 'consult', ...day('2026-12-01') }, new BusyTimes([ana, ben]));
    assert.deepEqual(times(slots), ['10:00', '10:30', '11:00']);
  });

  it('begin after the notice and end with the window, to the minute', () => {
    const availability = engine({ rules: { noticeMinutes: 24 * 60, windowDays: 2 } });
    const slots = slotsOf(availability, { service: 'call' }, NOTHING_BUSY, at('2026-11-30T11:30:00Z'));
    assert.equal(slots[0]?.start, '2026-12-01T11:30:00+00:00');
    assert.equal(slots.at(-1)?.start, '2026-12-02T11:30:00+00:00');
    const later = slotsOf(availability, { service: 'call' }, NOTHING_BUSY, at('2026-11-30T11:30:00.001Z'));
    assert.equal(later[0]?.start, '2026-12-01T12:00:00+00:00');
    const sooner = slotsOf(availability, { service: 'call' }, NOTHING_BUSY, at('2026-11-30T11:29:59.999Z'));
    assert.equal(sooner.at(-1)?.start, '2026-12-02T11:00:00+00:00');
  });

  it('may need more notice for one service than for another', () => {
    const availability = engine({ rules: { noticeMinutes: 60, services: { session: { noticeMinutes: 72 * 60 } } } });
    assert.equal(slotsOf(availability, { service: 'consult' })[0]?.start, '2026-11-22T13:00:00+00:00');
    assert.equal(slotsOf(availability, { service: 'session' })[0]?.start, '2026-11-25T12:00:00+00:00');
  });

  it('reach to the end of the day', () => {
    const availability = engine({ practitioners: [{ practitioner: 'ana', hours: daily('22:30', '24:00') }] });
    const slots = slotsOf(availability, { service: 'call', ...day('2026-12-31') });
    assert.deepEqual(times(slots), ['22:30', '23:00', '23:30']);
    assert.equal(slots.at(-1)?.end, '2027-01-01T00:00:00+00:00');
  });

  it('are none in the past', () => {
    assert.deepEqual(slotsOf(engine(), { service: 'call', from: '2026-10-01', to: '2026-11-21' }), []);
    assert.equal(slotsOf(engine(), { service: 'call', from: '2026-10-01', to: '2026-11-22' })[0]?.localTime, '12:00');
  });
});

describe('free times where the clocks change', () => {
  const night = (zone: string, from: string, to: string) =>
    engine({ practitioners: [{ practitioner: 'ana', hours: daily(from, to) }] }, { timeZone: zone, locations: [] });

  it('leave out a gap', () => {
    const slots = slotsOf(night('Europe/London', '00:00', '04:00'), { service: 'call', ...day('2027-03-28') });
    assert.deepEqual(times(slots), ['00:00', '00:30', '02:00', '02:30', '03:00', '03:30']);
    assert.equal(slots[1]?.end, '2027-03-28T02:00:00+01:00');
    assert.ok(slots.every((slot) => !('fold' in slot)));
  });

  it('tell the hour that comes twice apart', () => {
    const slots = slotsOf(
      night('Europe/London', '00:30', '02:30'),
      { service: 'call', ...day('2027-10-31') },
      NOTHING_BUSY,
      at('2027-10-01T00:00:00Z'),
    );
    assert.deepEqual(
      slots.map(({ localTime, offset, fold }) => [localTime, offset, fold]),
      [
        ['00:30', '+01:00', undefined],
        ['01:00', '+01:00', 0],
        ['01:30', '+01:00', 0],
        ['01:00', '+00:00', 1],
        ['01:30', '+00:00', 1],
        ['02:00', '+00:00', undefined],
      ],
    );
    assert.equal(new Set(slots.map(({ id }) => id)).size, slots.length);
  });

  it('close the first time that the clock shows the closing time', () => {
    const slots = slotsOf(
      night('Europe/London', '00:30', '01:30'),
      { service: 'call', ...day('2027-10-31') },
      NOTHING_BUSY,
      at('2027-10-01T00:00:00Z'),
    );
    assert.deepEqual(
      slots.map(({ start }) => start.slice(11)),
      ['00:30:00+01:00', '01:00:00+01:00'],
    );
  });

  it('open and close where the clock jumps when the hour does not exist', () => {
    const opens = slotsOf(night('Europe/London', '01:15', '03:00'), { service: 'call', ...day('2027-03-28') });
    assert.deepEqual(times(opens), ['02:15']);
    const closes = slotsOf(night('Europe/London', '00:00', '01:45'), { service: 'call', ...day('2027-03-28') });
    assert.deepEqual(times(closes), ['00:00', '00:30']);
  });

  it('know half hours, two hours and midnights that are skipped', () => {
    const lordHowe = slotsOf(
      night('Australia/Lord_Howe', '01:30', '03:00'),
      { service: 'call', ...day('2027-10-03') },
      NOTHING_BUSY,
      at('2027-09-01T00:00:00Z'),
    );
    assert.deepEqual(times(lordHowe), ['01:30', '02:30']);
    const lordHoweFold = slotsOf(night('Australia/Lord_Howe', '01:00', '02:30'), {
      service: 'call',
      ...day('2027-04-04'),
    });
    assert.deepEqual(
      lordHoweFold.map(({ localTime, fold }) => `${localTime}/${fold ?? ''}`),
      ['01:00/', '01:30/0', '01:30/1', '02:00/'],
    );
    const troll = slotsOf(night('Antarctica/Troll', '00:00', '04:00'), { service: 'call', ...day('2027-03-28') });
    assert.deepEqual(times(troll), ['00:00', '00:30', '03:00', '03:30']);
    const beirut = slotsOf(night('Asia/Beirut', '00:00', '02:00'), { service: 'call', ...day('2027-03-28') });
    assert.deepEqual(times(beirut), ['01:00', '01:30']);
    const eve = slotsOf(night('Asia/Beirut', '23:00', '24:00'), { service: 'call', ...day('2027-03-27') });
    assert.deepEqual(
      eve.map(({ start, end }) => [start, end]),
      [
        ['2027-03-27T23:00:00+02:00', '2027-03-27T23:30:00+02:00'],
        ['2027-03-27T23:30:00+02:00', '2027-03-28T01:00:00+03:00'],
      ],
    );
  });

  it('offer nothing on a day that never was', () => {
    const apia = night('Pacific/Apia', '09:00', '17:00');
    const slots = slotsOf(
      apia,
      { service: 'call', from: '2011-12-29', to: '2011-12-31' },
      NOTHING_BUSY,
      at('2011-12-28T00:00:00Z'),
    );
    assert.deepEqual([...new Set(slots.map(({ localDate }) => localDate))], ['2011-12-29', '2011-12-31']);
  });
});

describe('a page of free times', () => {
  it('is what the wire knows as one', () => {
    const page = engine().page({ service: 'consult', ...day('2026-12-01') }, NOTHING_BUSY, NOW);
    assert.deepEqual(SlotPage.parse(page), page);
    assert.equal(page.today, '2026-11-22');
    assert.equal(page.asOf, '2026-11-22T12:00:00+00:00');
    assert.equal(page.nextAvailable, '2026-12-02');
  });

  it('names the next date with a free time, or none to the end of the window', () => {
    const busy = new BusyTimes([busyAt('ana', '2026-11-01T00:00:00Z', '2026-12-20T16:30:00Z')]);
    const availability = engine({ rules: { windowDays: 40 } });
    const query = { service: 'call', practitioner: 'ana', from: '2026-11-22', to: '2026-11-28' };
    assert.equal(availability.page(query, busy, NOW).nextAvailable, '2026-12-20');
    const search = availability.resolve(query, NOW);
    assert.equal(availability.nextAvailable(search, busy, NOW, '2026-12-19'), null);
    const full = new BusyTimes([{ practitioner: 'ana', start: 0, end: at('2027-01-01T12:00:00.001Z') }]);
    assert.equal(availability.page(query, full, NOW).nextAvailable, null);
    const last = new BusyTimes([{ practitioner: 'ana', start: 0, end: at('2027-01-01T12:00:00Z') }]);
    assert.equal(availability.page(query, last, NOW).nextAvailable, '2027-01-01');
    assert.equal(availability.lastDate(NOW), '2027-01-01');
  });

  it('goes on after its cursor until all is told', () => {
    const practitioners = ['ana', 'ben'].map((practitioner, index) => ({
      practitioner,
      hours: daily('00:00', '24:00', index ? 'leeds' : 'soho'),
    }));
    const availability = engine({ practitioners, rules: { stepMinutes: 5 } });
    const query = { service: 'consult', from: '2026-12-01', to: '2026-12-20' };
    const whole = slotsOf(availability, query);
    assert.ok(whole.length > 10_000);
    const told = [];
    let page = availability.page(query, NOTHING_BUSY, NOW);
    told.push(...page.slots);
    while (page.next !== undefined) {
      page = availability.page({ ...query, cursor: page.next }, NOTHING_BUSY, NOW);
      told.push(...page.slots);
    }
    assert.deepEqual(told, whole);
    assert.deepEqual(availability.page({ ...query, cursor: whole.at(-1)?.id ?? '' }, NOTHING_BUSY, NOW).slots, []);
    for (const cursor of ['nonsense', slotId({ service: 'call', start: NOW })]) {
      assert.throws(() => availability.page({ ...query, cursor }, NOTHING_BUSY, NOW), refusal('validation', '/cursor'));
    }
  });
});

describe('who can take a slot', () => {
  const start = at('2026-12-01T10:00:00Z');
  const anyone = slotId({ service: 'consult', location: 'soho', start });

  it('is everyone free at that time, in the clinic’s order', () => {
    const found = engine({ rules: { services: { consult: { bufferAfterMinutes: 15 } } } }).candidates(
      anyone,
      NOTHING_BUSY,
      NOW,
    );
    assert.deepEqual(
      found.map(({ practitioner }) => practitioner),
      ['ana', 'ben'],
    );
    assert.equal(found[1]?.slot.practitioner, 'ben');
    assert.equal(found[1]?.slot.id, anyone);
    assert.deepEqual(found[0]?.occupied, { start, end: start + HOUR });
    const busy = new BusyTimes([busyAt('ana', '2026-12-01T10:30:00Z', '2026-12-01T10:45:00Z')]);
    assert.deepEqual(
      engine()
        .candidates(anyone, busy, NOW)
        .map(({ practitioner }) => practitioner),
      ['ben'],
    );
  });

  it('is the one who was asked for', () => {
    const id = slotId({ service: 'consult', practitioner: 'ben', location: 'soho', start });
    assert.deepEqual(
      engine()
        .candidates(id, NOTHING_BUSY, NOW)
        .map(({ practitioner }) => practitioner),
      ['ben'],
    );
  });

  it('is nobody when the time can’t be booked', () => {
    const candidates = (key: Partial<Parameters<typeof slotId>[0]>) =>
      engine({
        rules: { noticeMinutes: 60, windowDays: 90 },
        daysOff: [{ from: '2026-12-25', to: '2026-12-25' }],
      }).candidates(slotId({ service: 'consult', location: 'soho', start, ...key }), NOTHING_BUSY, NOW);
    assert.equal(candidates({}).length, 2);
    assert.deepEqual(candidates({ start: start + 60_000 }), [], 'off the grid');
    assert.deepEqual(candidates({ start: at('2026-12-01T08:30:00Z') }), [], 'before opening');
    assert.deepEqual(candidates({ start: at('2026-12-01T16:30:00Z') }), [], 'past closing');
    assert.deepEqual(candidates({ start: at('2026-12-25T10:00:00Z') }), [], 'day off');
    assert.deepEqual(candidates({ start: at('2026-11-22T12:30:00Z') }), [], 'notice');
    assert.deepEqual(candidates({ start: at('2026-11-20T12:30:00Z') }), [], 'past');
    assert.deepEqual(candidates({ start: at('2027-06-01T10:00:00Z') }), [], 'window');
    assert.deepEqual(candidates({ location: 'leeds' }), [], 'nobody there');
    assert.deepEqual(candidates({ service: 'session', location: 'leeds' }), [], 'not offered there');
    assert.deepEqual(candidates({ service: 'session', practitioner: 'ben' }), [], 'not offered by them');
    assert.deepEqual(candidates({ service: 'call', location: 'soho' }), [], 'video has no place');
  });

  it('is not asked of ids that the clinic never gave', () => {
    const availability = engine();
    for (const id of [
      '',
      'nonsense',
      's~*~soho~0',
      slotId({ service: 'consult', practitioner: 'zoe', location: 'soho', start }),
      slotId({ service: 'consult', location: 'york', start }),
      slotId({ service: 'toString', start }),
      'consult~*~soho~zzzzzzzz',
      'consult~*~soho~-zzzzz',
    ]) {
      assert.throws(() => availability.candidates(id, NOTHING_BUSY, NOW), refusal('not-found'), id);
      assert.throws(() => availability.alternatives(id, NOTHING_BUSY, NOW), refusal('not-found'), id);
      assert.throws(() => availability.spanAround(id), refusal('not-found'), id);
      assert.throws(() => availability.occupied(id), refusal('not-found'), id);
    }
  });
});

describe('alternatives to a slot', () => {
  const start = at('2026-12-01T12:00:00Z');

  it('are the nearest free ones of the same choice', () => {
    const id = slotId({ service: 'consult', practitioner: 'ben', location: 'soho', start });
    const busy = new BusyTimes([busyAt('ben', '2026-12-01T11:30:00Z', '2026-12-01T13:00:00Z')]);
    const found = engine().alternatives(id, busy, NOW);
    assert.deepEqual(
      found.map(({ start: time }) => time.slice(0, 16)),
      ['2026-12-01T13:00', '2026-12-01T10:30', '2026-12-01T10:00'],
    );
    assert.ok(found.every(({ practitioner }) => practitioner === 'ben'));
    const anyone = engine().alternatives(slotId({ service: 'consult', location: 'soho', start }), busy, NOW, {
      count: 2,
    });
    assert.deepEqual(times(anyone), ['11:30', '12:30']);
    assert.ok(anyone.every((slot) => !('practitioner' in slot)));
  });

  it('never hold the slot itself, and reach into other days', () => {
    const id = slotId({ service: 'session', location: 'soho', start: at('2026-12-01T09:00:00Z') });
    const busy = new BusyTimes([busyAt('ana', '2026-11-25T00:00:00Z', '2026-12-08T00:00:00Z')]);
    const found = engine().alternatives(id, busy, NOW);
    assert.deepEqual(
      found.map(({ localDate }) => localDate),
      ['2026-11-24', '2026-11-24', '2026-11-24'],
    );
    assert.equal(found[0]?.localTime, '14:00');
    const free = engine().alternatives(id, NOTHING_BUSY, NOW);
    assert.ok(free.length === 3 && free.every((slot) => slot.id !== id));
  });

  it('need the busy times of the span that they tell', () => {
    const id = slotId({ service: 'session', location: 'soho', start });
    const span = engine().spanAround(id, 31);
    assert.ok(
      span.start <= at('2026-10-31T00:00:00Z') - 24 * HOUR && span.end >= at('2027-01-02T00:00:00Z') + 24 * HOUR,
    );
  });
});
