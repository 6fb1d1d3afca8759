import { assert } from '@esm-bundle/chai';
import { memoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory.js';
import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import type { Slot } from '../../../src/domain/slot.js';
import { en } from '../../../src/locales/en.js';
import { screened } from '../../support/answers.js';
import { can, engine, setTimeZone } from '../../support/browser.js';
import { backend, clinic, MONDAY, schedule, useClinicPage } from '../../support/clinic-page.js';
import { overridden } from '../../support/fault-adapter.js';
import type { SlotBookerHarness } from '../../support/slot-booker.harness.js';

const DAY = 86_400_000;
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The clinic in another zone, open all day long. */
const clinicIn = (timeZone: string, now = MONDAY): MemoryAdapter =>
  memoryAdapter({
    clinic: { ...clinic, timeZone },
    schedule: {
      practitioners: [
        {
          practitioner: 'ben',
          hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
        },
      ],
      rules: { stepMinutes: 60, windowDays: 3 },
    },
    now: () => now,
  });

/** Slots as a server with other zone data writes them. */
const rewritten = (adapter: MemoryAdapter, write: (slot: Slot) => Slot): SchedulingAdapter =>
  overridden(adapter, {
    listSlots: async (query, options) => {
      const answer = await adapter.listSlots(query, options);
      return { ...answer, slots: answer.slots.map(write) };
    },
    holdSlot: async (request, options) => {
      const hold = await adapter.holdSlot?.(request, options);
      if (!hold) throw new Error('No holds');
      return { ...hold, slot: write(hold.slot) };
    },
    createBooking: async (draft, options) => {
      const booking = await adapter.createBooking(draft, options);
      return { ...booking, slot: write(booking.slot) };
    },
  });

const hints = (booker: SlotBookerHarness): string[] => booker.times().filter((time) => time.includes('your time'));

describe(`times in <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();

  it('of a day before can’t be chosen in the moment that another day takes to be drawn', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    const [, other] = booker.days().filter(({ free }) => free);
    const before = booker.parts('times')[0]?.textContent;
    const [drawn] = booker.parts('time');
    other?.element.click();
    await booker.element.updateComplete;
    assert.equal(booker.parts('times')[0]?.textContent, before, 'control: the times before still stand');
    drawn?.click();
    await booker.shows('the other day', () => booker.parts('times')[0]?.textContent !== before);
    assert.equal(booker.chosenTime(), '');
    await booker.pick('10:30');
    assert.equal(booker.chosenTime(), '10:30');
  });

  it('are the clinic’s, with the visitor’s beside them where they differ', async () => {
    const booker = page.booker({ adapter: clinicIn('Pacific/Kiritimati'), service: 'talk' });
    await booker.atTimes();
    const times = booker.times();
    assert.isNotEmpty(times);
    assert.deepEqual(hints(booker), times, 'each has a hint');
    for (const time of times) assert.match(time, /^\d\d:\d\d.*your time$/);
    await booker.toCheck(times.at(-1)?.slice(0, 5));
    assert.include(booker.answers()[en.when], 'your time');
  });

  it('have no hint where the visitor’s clock agrees', async () => {
    const booker = page.booker({ adapter: clinicIn(here), service: 'talk' });
    await booker.atTimes();
    assert.isEmpty(hints(booker));
    await booker.toCheck(booker.times()[0]);
    assert.notInclude(booker.answers()[en.when], 'your time');
  });

  it('have none where another zone tells the same time', async function () {
    if (!can('setTimeZone')) this.skip();
    await setTimeZone('Europe/Lisbon');
    try {
      const booker = page.booker({ adapter: backend(), service: 'talk' });
      await booker.atTimes();
      assert.isEmpty(hints(booker));
    } finally {
      await setTimeZone('');
    }
  });

  it('are told with the visitor’s own day where that differs', async function () {
    if (!can('setTimeZone')) this.skip();
    await setTimeZone('Pacific/Auckland');
    try {
      const booker = page.booker({ adapter: backend(), service: 'talk' });
      await booker.atTimes();
      assert.match(booker.times().at(-1) ?? '', /^17:30 Tue,? 1 Dec, 06:30 your time$/);
    } finally {
      await setTimeZone('');
    }
  });

  it('name the clinic’s zone once', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    assert.lengthOf(booker.text().match(/Times are shown in clinic time/g) ?? [], 1);
  });

  for (const [lang, time, weekday] of [
    ['en-GB', /^13:00$/, 'Mon'],
    ['en-US', /^1:00\sPM$/, 'Sun'],
    ['en-AU', /^1:00\spm$/i, 'Mon'],
    ['en', /^\d{1,2}:00/, ''],
    ['xx-nonsense-1', /^\d{1,2}:00/, ''],
  ] as const) {
    it(`are written as in ${lang}`, async () => {
      document.documentElement.lang = lang;
      const adapter = clinicIn(here, Date.parse('2026-12-01T00:00:00Z'));
      const booker = page.booker({ adapter, service: 'talk' });
      await booker.atTimes();
      const [day] = booker.days().filter(({ free, chosen }) => free && !chosen);
      day?.element.click();
      await booker.element.updateComplete;
      const [, , , , , , , , , , , , , one = ''] = booker.times();
      assert.match(one, time);
      if (weekday) assert.equal(booker.all('th')[0]?.textContent, weekday);
    });
  }

  it('follow the language of the place they stand in', async () => {
    const section = document.createElement('section');
    section.lang = 'en-US';
    page.element.append(section);
    const booker = page.booker({ adapter: backend(), service: 'talk' }, section);
    await booker.atTimes();
    assert.equal(booker.all('th')[0]?.textContent, 'Sun');
  });

  it('are the server’s, whatever the browser thinks of the zone', async () => {
    // As if the law had changed the clocks by an hour, and the browser had not heard of it.
    const adapter = rewritten(backend(), (slot) => {
      const [hours = '', minutes = ''] = slot.localTime.split(':');
      const localTime = `${String(Number(hours) + 1).padStart(2, '0')}:${minutes}`;
      return { ...slot, localTime, offset: '+01:00' };
    });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.atTimes();
    assert.match(booker.times()[0] ?? '', /^10:00/, 'the instant is 09:00 by the browser’s data');
    await booker.toCheck('11:00');
    assert.match(booker.answers()[en.when] ?? '', /11:00/);
    await booker.confirm();
    await booker.confirmed();
    assert.match(booker.answers()[en.when] ?? '', /11:00/);
  });

  it('are the server’s also for a zone that the browser has never heard of', async () => {
    const zone = 'Europe/Atlantis';
    const told = rewritten(backend(), (slot) => ({ ...slot, timeZone: zone }));
    const adapter = overridden(told, {
      getClinic: async (options) => ({ ...(await told.getClinic(options)), timeZone: zone }),
    });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck('10:00');
    assert.match(booker.answers()[en.when] ?? '', /10:00/);
    assert.include(booker.answers()[en.when], zone);
    await booker.confirm();
    await booker.confirmed();
    await booker.shows('the ways into a calendar', () => booker.part('calendars'));
  });

  it('are the server’s where the browser’s Intl has gone wrong', async () => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...Reflect.apply(resolvedOptions, this, []), timeZone: undefined as unknown as string };
    };
    try {
      const booker = page.booker({ adapter: backend(), service: 'talk' });
      await booker.atTimes();
      assert.match(booker.times()[0] ?? '', /^09:00/);
    } finally {
      Intl.DateTimeFormat.prototype.resolvedOptions = resolvedOptions;
    }
  });

  for (const years of [-10, 10]) {
    it(`are the same on a device that is ${Math.abs(years)} years ${years < 0 ? 'behind' : 'ahead'}`, async () => {
      const usual = page.booker({ adapter: backend(), service: 'talk' });
      await usual.atTimes();
      const [days, times] = [usual.days().map(({ name, today }) => [name, today]), usual.times()];
      usual.element.remove();
      const real = Date.now;
      Date.now = () => real() + years * 365.25 * DAY;
      try {
        const adapter = backend();
        const booker = page.booker({ adapter, service: 'talk' });
        await booker.atTimes();
        assert.deepEqual(
          booker.days().map(({ name, today }) => [name, today]),
          days,
        );
        assert.deepEqual(booker.times(), times);
        await booker.toCheck();
        await booker.confirm();
        await booker.confirmed();
        assert.lengthOf(adapter.state.bookings, 1);
      } finally {
        Date.now = real;
      }
    });
  }

  it('tell the two halves of an hour that comes twice apart', async () => {
    const night = Date.parse('2026-10-24T20:00:00Z');
    const booker = page.booker({ adapter: clinicIn('Europe/London', night), service: 'talk' });
    await booker.atTimes();
    await booker.pickDay('2026-10-25');
    const twice = booker.times().filter((time) => time.startsWith('01:00'));
    assert.lengthOf(twice, 2);
    assert.notEqual(twice[0], twice[1]);
    assert.include(twice[1], '+00:00');
    const second = booker.parts('time').filter((chip) => chip.textContent.includes('01:00'))[1];
    second?.querySelector('input')?.click();
    await booker.hold();
    await booker.at(en.yourDetails);
  });

  it('are grouped by part of day', async () => {
    const booker = page.booker({ adapter: backend({ schedule }), service: 'talk' });
    await booker.atTimes();
    assert.deepEqual(
      booker.all('[part~=times] [role=group]').map((group) => group.getAttribute('aria-label')),
      [en.morning, en.afternoon, en.evening],
    );
  });

  it('begin once a patch test can have been, and the page says from when', async () => {
    const around = page.clinic({ adapter: backend() });
    // It is Monday, eight o'clock; thirty hours later it is Tuesday afternoon.
    await screened(around, { patchTestHours: 30 });
    const booker = page.booker({ service: 'session' }, around);
    await booker.atTimes();
    assert.equal(booker.times()[0]?.slice(0, 5), '14:00');
    assert.match(booker.text(), /treatments start from Tuesday,? 1 December/);
    const other = page.booker({ adapter: backend(), service: 'session' });
    await other.atTimes();
    await other.pickDay('2026-12-01');
    assert.equal(other.times()[0]?.slice(0, 5), '09:00', 'control');
  });
});
