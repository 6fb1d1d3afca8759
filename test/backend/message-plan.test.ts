import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isWorthPlanning, planReminders, planTouchUps, type PlannedVisit } from '../../demo/backend/message-plan.js';
import { formatsOf } from '../../src/locales/formats.js';
import { LANGUAGES } from '../../src/locales/languages.js';
import { momentWords, wordsFor } from '../../demo/backend/message-words.js';
import { afterQuiet, instantOf, parseQuietHours, QUIET_HOURS, quietUntil } from '../../demo/backend/quiet-hours.js';

const ZONE = 'Europe/London';
const HOUR = 3_600_000;
const visit: PlannedVisit = {
  localDate: '2027-03-30',
  localTime: '14:30',
  durationMinutes: 180,
  isTreatment: true,
  sms: false,
};
const timesOf = (plan: ReturnType<typeof planReminders>) =>
  plan.map(({ kind, channel, at }) => `${kind} ${channel} ${at === 'now' ? at : `${at.date} ${at.time}`}`);

describe('planReminders', () => {
  it('plans preparation, reminder and four days of aftercare around a treatment', () => {
    assert.deepEqual(timesOf(planReminders(visit, QUIET_HOURS)), [
      'booking.prepare mail 2027-03-23 10:00',
      'booking.remind mail 2027-03-28 14:30',
      'booking.aftercare-0 mail 2027-03-30 18:00',
      'booking.aftercare-4 mail 2027-04-03 10:00',
      'booking.aftercare-8 mail 2027-04-07 10:00',
      'booking.aftercare-30 mail 2027-04-29 10:00',
    ]);
  });

  it('plans only the reminder for a consultation, by text message too for who agreed to it', () => {
    assert.deepEqual(timesOf(planReminders({ ...visit, isTreatment: false, sms: true }, QUIET_HOURS)), [
      'booking.remind mail 2027-03-28 14:30',
      'booking.remind sms 2027-03-28 14:30',
    ]);
  });

  it('follows a late session up after its end, or in the morning when it is quiet by then', () => {
    const aftercare = (localTime: string, durationMinutes: number) =>
      timesOf(planReminders({ ...visit, localTime, durationMinutes }, QUIET_HOURS)).find((one) => one.includes('-0 '));
    assert.equal(aftercare('16:00', 180), 'booking.aftercare-0 mail 2027-03-30 19:30');
    assert.equal(aftercare('17:00', 180), 'booking.aftercare-0 mail 2027-03-31 08:00');
    assert.equal(aftercare('22:00', 180), 'booking.aftercare-0 mail 2027-03-31 08:00');
  });

  it('leaves out what is due in a moment or was before the booking', () => {
    const planned = (bookedOn: string) =>
      planReminders(visit, QUIET_HOURS).filter(
        ({ kind, at }) =>
          at !== 'now' &&
          isWorthPlanning(kind, instantOf(at, ZONE), instantOf({ date: bookedOn, time: '12:00' }, ZONE)),
      );
    assert.equal(planned('2027-03-20')[0]?.kind, 'booking.prepare');
    assert.equal(planned('2027-03-27')[0]?.kind, 'booking.remind');
    assert.equal(planned('2027-03-28')[0]?.kind, 'booking.aftercare-0');
    assert.ok(isWorthPlanning('booking.remind', 12 * HOUR, 0));
    assert.ok(!isWorthPlanning('booking.remind', 12 * HOUR - 1, 0));
  });

  it('follows a session up that was booked on the same day, but none that was booked after its evening', () => {
    const evening = instantOf({ date: '2027-03-30', time: '18:00' }, ZONE);
    assert.ok(isWorthPlanning('booking.aftercare-0', evening, evening - 3 * HOUR));
    assert.ok(!isWorthPlanning('booking.aftercare-0', evening, evening + 1));
  });
});

describe('planTouchUps', () => {
  it('plans each date by each channel, and none that is not set', () => {
    const plan = { checkOn: '2027-05-11', reviewOn: '2028-03-30', refreshOn: null, channels: ['mail', 'sms'] } as const;
    assert.deepEqual(timesOf(planTouchUps(plan, QUIET_HOURS)), [
      'touch-up.check-6w mail 2027-05-11 10:00',
      'touch-up.check-6w sms 2027-05-11 10:00',
      'touch-up.review-12m mail 2028-03-30 10:00',
      'touch-up.review-12m sms 2028-03-30 10:00',
    ]);
  });

  it('leaves out a review that falls on the refresh', () => {
    const plan = { checkOn: null, reviewOn: '2028-03-30', refreshOn: '2028-03-30', channels: ['mail'] } as const;
    assert.deepEqual(timesOf(planTouchUps(plan, QUIET_HOURS)), ['touch-up.refresh mail 2028-03-30 10:00']);
  });
});

describe('quiet hours', () => {
  it('move a moment to their end, past midnight too', () => {
    const moved = (time: string, from = '20:00', until = '08:00') => {
      const { date, time: then } = afterQuiet({ date: '2027-03-27', time }, { from, until });
      return `${date} ${then}`;
    };
    assert.equal(moved('19:59'), '2027-03-27 19:59');
    assert.equal(moved('20:00'), '2027-03-28 08:00');
    assert.equal(moved('00:00'), '2027-03-27 08:00');
    assert.equal(moved('07:59'), '2027-03-27 08:00');
    assert.equal(moved('08:00'), '2027-03-27 08:00');
    assert.equal(moved('13:30', '13:00', '14:00'), '2027-03-27 14:00');
    assert.equal(moved('23:30', '13:00', '14:00'), '2027-03-27 23:30');
  });

  it('end in time to come where the clock shows their end twice', () => {
    const quiet = { from: '22:00', until: '01:30' };
    const first = Date.parse('2027-10-31T00:10:00Z');
    const until = Date.parse('2027-10-31T00:30:00Z');
    assert.equal(quietUntil(first, ZONE, quiet), until, 'ten past one');
    assert.equal(quietUntil(first + HOUR, ZONE, quiet), until + HOUR, 'ten past one again');
  });

  it('go by the clinic’s clock on the days when it changes', () => {
    // At 01:00 on 28 March the clocks go forward: the night is an hour shorter.
    const evening = Date.parse('2027-03-27T20:00:00Z');
    assert.equal(quietUntil(evening, ZONE, QUIET_HOURS), Date.parse('2027-03-28T07:00:00Z'));
    assert.equal(quietUntil(Date.parse('2027-03-28T07:00:00Z'), ZONE, QUIET_HOURS), undefined);
    assert.equal(quietUntil(Date.parse('2027-03-28T18:59:00Z'), ZONE, QUIET_HOURS), undefined);
    assert.equal(quietUntil(Date.parse('2027-03-28T19:00:00Z'), ZONE, QUIET_HOURS), Date.parse('2027-03-29T07:00:00Z'));
    assert.equal(quietUntil(evening, ZONE, undefined), undefined);
  });

  it('are read from a setting', () => {
    assert.deepEqual(parseQuietHours('21:30 - 07:00'), { from: '21:30', until: '07:00' });
    assert.equal(parseQuietHours('off'), 'off');
    for (const wrong of ['', '20:00', '20-8', '24:00-08:00', '08:00-08:00']) {
      assert.equal(parseQuietHours(wrong), undefined, wrong);
    }
  });
});

describe('words of messages', () => {
  it('write dates as the client does, without converting them', () => {
    // With or without a comma: that is for the engine's data to say. 01:30 is not on the clock that day.
    assert.match(
      momentWords(wordsFor('en').dates, '2027-03-28', '01:30', 'long'),
      /^Sunday,? 28 March 2027 at 0?1:30$/,
    );
    assert.match(momentWords(wordsFor('en-US').dates, '2027-03-28', '14:30', 'short'), /^Sun, Mar 28, 2027, 2:30 PM$/);
  });

  it('write times as the pages do', () => {
    const seen = new Set<string>();
    for (const locale of ['en', 'en-US', 'en-GB', 'de-AT', 'fr-CA', 'es-MX', 'pt-BR', ...LANGUAGES]) {
      const { dates } = wordsFor(locale);
      for (const time of ['09:00', '14:30']) {
        const shown = formatsOf(dates).time(time).replaceAll(/\s/gu, ' ');
        for (const month of ['long', 'short'] as const) {
          const said = momentWords(dates, '2027-03-28', time, month);
          assert.match(said, new RegExp(`(^|\\D)${shown}`), `${locale}: ${said}, not ${shown}`);
        }
        seen.add(shown);
      }
    }
    for (const form of ['9:00', '09:00', '9:00 AM']) assert.ok(seen.has(form), `control: ${form}`);
  });

  it('are English where there are none, and for tags that are none', () => {
    for (const locale of [null, undefined, '', 'xx-YY', 'xx', 'en-', '<b>', 'en-u-ca-buddhist']) {
      const { words, dates } = wordsFor(locale);
      assert.equal(words.language, 'en', String(locale));
      assert.match(momentWords(dates, '2027-03-28', '14:30', 'long'), /2027/, String(locale));
    }
  });
});
