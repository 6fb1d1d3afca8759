import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Slot, SlotQuery } from '../../src/domain/slot.js';
import { addDays, daysBetween } from '../../src/domain/time/plain-date.js';
import { windowSlots } from '../../src/flows/course-slots.js';
import type { SlotSource } from '../../src/flows/slot-calendar.js';

const slot = (service: string, localDate: string): Slot => ({
  id: `${service} ${localDate}`,
  start: `${localDate}T09:00:00Z`,
  end: `${localDate}T10:00:00Z`,
  localDate,
  localTime: '09:00',
  timeZone: 'UTC',
  offset: '+00:00',
});

/** A time each day until `last`. */
class Source implements SlotSource {
  readonly asked: SlotQuery[] = [];
  readonly #last: string;

  constructor(last = '2029-12-31') {
    this.#last = last;
  }

  listSlots(query: SlotQuery) {
    this.asked.push(query);
    const { service, from = '', to = '' } = query;
    assert.ok(daysBetween(from, to) < 62, 'no query is too long');
    const dates = Array.from({ length: daysBetween(from, to) + 1 }, (_, day) => addDays(from, day));
    const slots = dates.filter((date) => date <= this.#last).map((date) => slot(service, date));
    const nextAvailable = to < this.#last ? addDays(to, 1) : null;
    return Promise.resolve({ timeZone: 'UTC', today: from, from, to, slots, asOf: `${from}T00:00:00Z`, nextAvailable });
  }
}

const spanOf = (slots: readonly Slot[] = []) => [slots.at(0)?.localDate, slots.at(-1)?.localDate];

describe('windowSlots', () => {
  it('asks once for sessions of one service, and gives each what lies in its window', async () => {
    const source = new Source();
    const lists = await windowSlots(
      source,
      [
        undefined,
        { service: 'a', from: '2027-01-08', to: '2027-01-31' },
        { service: 'a', from: '2027-01-15', to: '2027-03-02' },
      ],
      { practitioner: 'ana' },
    );
    assert.deepEqual(source.asked, [{ service: 'a', practitioner: 'ana', from: '2027-01-08', to: '2027-03-02' }]);
    assert.deepEqual(lists[0], []);
    assert.deepEqual(spanOf(lists[1]), ['2027-01-08', '2027-01-31']);
    assert.deepEqual(spanOf(lists[2]), ['2027-01-15', '2027-03-02']);
  });

  it('asks in parts for a long window, and leaves no day out', async () => {
    const source = new Source();
    const [list = []] = await windowSlots(source, [{ service: 'a', from: '2027-01-01', to: '2027-06-30' }], {});
    assert.equal(source.asked.length, 3);
    assert.equal(list.length, 181);
    assert.equal(new Set(list.map(({ id }) => id)).size, 181);
  });

  it('stops where the calendar ends', async () => {
    const source = new Source('2027-02-01');
    await windowSlots(source, [{ service: 'a', from: '2027-01-01', to: '2027-06-30' }], {});
    assert.equal(source.asked.length, 1);
  });
});
