import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Hold } from '../../src/domain/hold.js';
import { HoldCountdown } from '../../src/flows/hold-countdown.js';
import { NOW } from '../support/booking.js';
import { ManualClock } from '../support/manual-clock.js';

/** `expiresAt` is nonsense on purpose: a countdown that trusts calendar time is wrong on a device whose clock is. */
const holdOf = (expiresInMs: number): Hold => ({
  holdId: 'hold',
  holdToken: 'token',
  expiresAt: '2036-01-01T00:00:00Z',
  expiresInMs,
  slot: {
    id: 'slot',
    start: '2026-12-01T09:00:00+00:00',
    end: '2026-12-01T10:00:00+00:00',
    localDate: '2026-12-01',
    localTime: '09:00',
    timeZone: 'Europe/London',
    offset: '+00:00',
  },
});

function countdownOf() {
  const clock = new ManualClock(NOW);
  const ticks: number[] = [];
  const countdown = new HoldCountdown(clock, (seconds) => ticks.push(seconds));
  return { clock, ticks, countdown };
}

describe('HoldCountdown', () => {
  it('has no time left without a hold', () => {
    const { countdown, ticks } = countdownOf();
    countdown.check();
    assert.equal(countdown.secondsLeft, 0);
    assert.deepEqual(ticks, []);
  });

  it('counts each second once, down to zero, and then rests', async () => {
    const { clock, ticks, countdown } = countdownOf();
    countdown.start(holdOf(5000));
    assert.equal(countdown.secondsLeft, 5);
    await clock.advance(20_000);
    assert.deepEqual(ticks, [4, 3, 2, 1, 0]);
    assert.equal(clock.waiting, 0);
  });

  it('shows a second that has begun', async () => {
    const { clock, ticks, countdown } = countdownOf();
    countdown.start(holdOf(2500));
    assert.equal(countdown.secondsLeft, 3);
    await clock.advance(499);
    assert.equal(countdown.secondsLeft, 3);
    await clock.advance(1);
    assert.equal(countdown.secondsLeft, 2);
    await clock.advance(5000);
    assert.deepEqual(ticks, [2, 1, 0]);
  });

  it('is right whenever it is asked, whatever its timers do', () => {
    const { clock, countdown } = countdownOf();
    countdown.start(holdOf(600_000));
    clock.jump(123_456);
    assert.equal(countdown.secondsLeft, 477);
    clock.jump(10_000_000);
    assert.equal(countdown.secondsLeft, 0);
  });

  it('reads the clock at once after sleep', async () => {
    const { clock, ticks, countdown } = countdownOf();
    countdown.start(holdOf(600_000));
    clock.jump(300_000);
    countdown.check();
    assert.deepEqual(ticks, [300]);
    await clock.advance(2000);
    assert.deepEqual([...new Set(ticks)], [300, 299, 298]);
  });

  it('starts afresh with another hold', async () => {
    const { clock, ticks, countdown } = countdownOf();
    countdown.start(holdOf(3000));
    await clock.advance(1000);
    countdown.start(holdOf(10_000));
    assert.equal(clock.waiting, 1);
    await clock.advance(2000);
    assert.deepEqual(ticks, [2, 9, 8]);
  });

  it('is silent once stopped', async () => {
    const { clock, ticks, countdown } = countdownOf();
    countdown.start(holdOf(3000));
    countdown.stop();
    await clock.advance(10_000);
    countdown.check();
    assert.deepEqual(ticks, []);
    assert.equal(countdown.secondsLeft, 0);
    assert.equal(clock.waiting, 0);
  });

  it('counts from the moment that it is told', async () => {
    const { clock, countdown } = countdownOf();
    await clock.advance(10_000);
    countdown.start(holdOf(60_000), 3000);
    assert.equal(countdown.secondsLeft, 53);
  });

  it('has nothing to count where no time is left', async () => {
    const { clock, countdown } = countdownOf();
    countdown.start(holdOf(0));
    assert.equal(countdown.secondsLeft, 0);
    assert.equal(clock.waiting, 0);
  });
});
