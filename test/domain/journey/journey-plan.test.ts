import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { journeyPlan } from '../../../src/domain/journey/journey-plan.js';

const ALL = ['consultation', 'design', 'booking', 'care'];

describe('journeyPlan', () => {
  it('has all steps, of which two can be skipped, where nobody says otherwise', () => {
    assert.deepEqual(journeyPlan(), {
      steps: ALL,
      skippable: ['consultation', 'design'],
      booking: 'single',
      problems: [],
    });
  });

  it('takes the page’s steps in the page’s order', () => {
    const { steps, problems } = journeyPlan({ steps: ' booking,consultation  care ' });
    assert.deepEqual(steps, ['booking', 'consultation', 'care']);
    assert.deepEqual(problems, []);
  });

  it('takes the profile’s where the page says nothing, and the page’s before them', () => {
    const profile = { steps: ['booking', 'care'], skippable: [] };
    assert.deepEqual(journeyPlan({}, profile).steps, ['booking', 'care']);
    assert.deepEqual(journeyPlan({}, profile).skippable, []);
    assert.deepEqual(journeyPlan({ steps: 'design booking', skippable: 'design' }, profile), {
      steps: ['design', 'booking'],
      skippable: ['design'],
      booking: 'single',
      problems: [],
    });
  });

  it('lets nothing be skipped where the page says so', () => {
    assert.deepEqual(journeyPlan({ skippable: '' }).skippable, []);
  });

  it('takes a step once, and all where none is left', () => {
    assert.deepEqual(journeyPlan({ steps: 'booking booking' }).steps, ['booking']);
    assert.deepEqual(journeyPlan({ steps: '' }).steps, ALL);
    assert.deepEqual(journeyPlan({ steps: 'nowhere' }).steps, ALL);
  });

  it('tells what is no step, and leaves it out', () => {
    const { steps, problems } = journeyPlan({ steps: 'booking payment' });
    assert.deepEqual(steps, ['booking']);
    assert.deepEqual(problems, ['steps: "payment" is not one of consultation, design, booking, care']);
  });

  it('books a course where the profile says so, unless the page says otherwise', () => {
    const clinic = { journey: { booking: 'course' }, courses: [{ id: 'two' }] };
    assert.equal(journeyPlan({}, clinic.journey, clinic.courses).booking, 'course');
    assert.equal(journeyPlan({ booking: 'single' }, clinic.journey, clinic.courses).booking, 'single');
    assert.equal(journeyPlan({ booking: 'course' }, { booking: 'single' }).booking, 'course');
    assert.deepEqual(journeyPlan({}, clinic.journey, clinic.courses).problems, []);
  });

  it('tells what can’t be booked, and goes by what comes after it', () => {
    const courses = [{ id: 'two' }];
    const onPage = journeyPlan({ booking: 'both' }, { booking: 'course' }, courses);
    assert.equal(onPage.booking, 'course');
    assert.deepEqual(onPage.problems, ['booking: "both" is not one of single, course']);
    for (const booking of [7, null, {}, ['course'], 'courses']) {
      const inProfile = journeyPlan({}, { booking }, courses);
      assert.equal(inProfile.booking, 'single');
      assert.equal(inProfile.problems.length, 1, String(inProfile.problems));
    }
  });

  it('tells of a profile that wants courses and has none', () => {
    for (const courses of [undefined, [], 'two']) {
      const { booking, problems } = journeyPlan({}, { booking: 'course' }, courses);
      assert.equal(booking, 'single');
      assert.deepEqual(problems, ['journey: booking: the clinic has no courses']);
    }
  });

  for (const [what, profile] of [
    ['no object', 'booking'],
    ['null', null],
    ['no list', { steps: 'booking' }],
    ['no names', { steps: [7, null, {}], skippable: [[]] }],
  ] as const) {
    it(`goes by the usual where the profile has ${what}, and tells it`, () => {
      const { steps, problems } = journeyPlan({}, profile);
      assert.deepEqual(steps, ALL);
      assert.ok(problems.length > 0);
    });
  }
});
