import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarFile } from '../../src/calendar/ics.js';
import { touchUpEvents } from '../../src/calendar/touch-up-events.js';
import { DEFAULT_TOUCH_UPS } from '../../src/domain/care/touch-up.js';
import { ReminderFlow } from '../../src/flows/reminder-flow.js';

function reminder(today = '2026-11-24') {
  let changes = 0;
  const flow = new ReminderFlow({ today: () => today, changed: () => (changes += 1) });
  const shown = () => flow.state.dates.map(({ kind, date, past }) => `${kind} ${date}${past ? ' past' : ''}`);
  return { flow, shown, changes: () => changes };
}

describe('ReminderFlow', () => {
  it('asks for the last session, and shows no date before it knows', () => {
    const { flow, shown } = reminder();
    assert.equal(flow.state.asks, true);
    flow.answer({ skin: 'oily' });
    assert.deepEqual(shown(), []);
    assert.equal(flow.state.estimate, undefined);
  });

  it('shows the dates of a session that the page tells, without asking', () => {
    const { flow, shown, changes } = reminder();
    flow.tell('2026-11-20');
    assert.equal(flow.state.asks, false);
    assert.deepEqual(shown(), ['check 2027-01-01', 'review 2027-11-20', 'refresh 2029-05-20']);
    assert.equal(changes(), 1);
  });

  it('takes a typed day, keeps on asking, and refuses days that can’t be', () => {
    const { flow, shown } = reminder();
    flow.type('2026-11-20');
    assert.equal(shown().length, 3);
    assert.equal(flow.state.asks, true);
    for (const wrong of ['', '1999-12-31', '2028-01-01', '2026-02-30', 'soon']) {
      flow.type(wrong);
      assert.equal(flow.state.wrong, true, wrong);
      assert.deepEqual(shown(), [], wrong);
      assert.equal(flow.state.lastSession, undefined);
    }
    flow.type('2027-11-24');
    assert.equal(flow.state.wrong, false);
  });

  it('moves the refresh with the answers, and back when one is taken away', () => {
    const { flow } = reminder();
    flow.tell('2026-11-20');
    flow.answer({ skin: 'oily' });
    flow.answer({ sun: 'high' });
    assert.equal(flow.state.estimate?.refresh, '2028-05-20');
    flow.answer({ skin: undefined });
    assert.equal(flow.state.estimate?.refresh, '2028-11-20');
  });

  it('leaves out a review that falls on the refresh', () => {
    const { flow, shown } = reminder();
    flow.tell('2026-11-20');
    flow.answer({ skin: 'oily', sun: 'high', scar: true });
    assert.deepEqual(shown(), ['check 2027-01-01', 'refresh 2027-11-20']);
  });

  it('offers a calendar only what lies ahead', () => {
    const { flow, shown } = reminder();
    flow.tell('2025-01-10');
    assert.deepEqual(shown(), ['check 2025-02-21 past', 'review 2026-01-10 past', 'refresh 2027-07-10']);
    assert.deepEqual(
      flow.ahead.map(({ kind }) => kind),
      ['refresh'],
    );
  });

  it('follows the clinic’s own figures, whenever they come', () => {
    const { flow } = reminder();
    flow.tell('2026-11-20');
    flow.settle({ ...DEFAULT_TOUCH_UPS, refreshMonths: 48 });
    assert.equal(flow.state.estimate?.refresh, '2030-11-20');
  });

  it('asks again when the page takes its date away, and keeps what a visitor typed', () => {
    const { flow, shown } = reminder();
    flow.tell('2026-11-20');
    flow.tell(undefined);
    assert.equal(flow.state.asks, true);
    assert.deepEqual(shown(), []);
    flow.type('2026-11-19');
    flow.tell(undefined);
    assert.equal(flow.state.lastSession, '2026-11-19');
  });
});

describe('touchUpEvents', () => {
  const words = { title: 'Reminder: call Fern', note: 'No appointment.', phone: 'Phone: 020 7946 0100' };
  const events = (stamp: string) =>
    touchUpEvents([{ kind: 'check', date: '2027-01-01' }], words, { lastSession: '2026-11-20', clinic: 'fern', stamp });

  it('writes a private whole day that says nothing of the treatment', () => {
    const text = calendarFile(events('2026-11-24T10:00:00Z'));
    assert.match(text, /DTSTART;VALUE=DATE:20270101\r\n/);
    assert.match(text, /SUMMARY:Reminder: call Fern\r\n/);
    assert.match(text, /TRIGGER:-PT900M/);
    assert.match(text, /CLASS:PRIVATE/);
    assert.doesNotMatch(text, /pigment|scalp|skin|scar|sun/i);
  });

  it('changes the entries of an earlier file and adds none', () => {
    const [first] = events('2026-11-24T10:00:00Z');
    const [second] = events('2026-11-24T10:05:00Z');
    assert.equal(first?.uid, second?.uid);
    assert.ok((second?.sequence ?? 0) > (first?.sequence ?? 0));
  });
});
