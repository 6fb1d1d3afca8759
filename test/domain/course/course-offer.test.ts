import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Clinic } from '../../../src/domain/clinic.js';
import { CourseBand, CourseOffer } from '../../../src/domain/course/course-offer.js';
import { offersOf } from '../../../src/domain/course/course-offers.js';
import { COURSE_SOURCES } from '../../../src/domain/course/course-sources.js';
import { courseTemplate } from '../../../src/domain/course/course-template.js';
import { CourseDraft } from '../../../src/domain/course/course.js';

const OFFER = {
  id: 'full-course',
  name: 'Full course',
  sessions: [{ service: 'long', role: 'foundation' }, { service: 'short' }],
  gapDays: { min: 7, default: 10, max: 30 },
};

const accepts = (change: object): boolean => CourseOffer.safeParse({ ...OFFER, ...change }).success;

describe('CourseOffer', () => {
  it('takes what a clinic sells', () => {
    assert.ok(accepts({}));
    assert.ok(accepts({ bands: ['full', 'scar'], price: { amount: 900, currency: 'GBP' }, patchTestHours: 48 }));
    assert.ok(accepts({ deposit: { text: 'A deposit of £50', url: 'https://pay.example.org/fern' } }));
  });

  it('refuses a course of one session, or of eight', () => {
    assert.ok(!accepts({ sessions: OFFER.sessions.slice(1) }));
    assert.ok(accepts({ sessions: Array<object>(7).fill({ service: 'long' }) }));
    assert.ok(!accepts({ sessions: Array<object>(8).fill({ service: 'long' }) }));
  });

  it('refuses distances out of order or out of bounds', () => {
    for (const [min, usual, max] of [
      [10, 7, 30],
      [7, 31, 30],
      [0, 7, 30],
      [7, 10, 366],
    ]) {
      assert.ok(!accepts({ gapDays: { min, default: usual, max } }), `${min} ${usual} ${max}`);
    }
  });

  it('links to https addresses only', () => {
    for (const url of ['http://pay.example.org/', 'javascript:alert(1)', 'mailto:pay@example.org', '/pay', '']) {
      assert.ok(!accepts({ deposit: { text: 'A deposit', url } }), url);
    }
  });

  it('refuses a patch test that is too near or too far', () => {
    assert.ok(!accepts({ patchTestHours: 23 }));
    assert.ok(!accepts({ patchTestHours: 169 }));
  });
});

describe('offersOf', () => {
  const services = ['long', 'short'].map((id) => ({
    id,
    name: id,
    kind: 'treatment' as const,
    mode: 'in-person' as const,
    durationMinutes: 60,
  }));

  it('reads what stands in the profile of a clinic', () => {
    const clinic = { id: 'a', name: 'A', timeZone: 'UTC', locations: [], services, practitioners: [] };
    assert.deepEqual(offersOf(Clinic.parse({ ...clinic, courses: [OFFER] })), [OFFER]);
  });

  it('leaves out what is ill-formed and what names a service that is not there', () => {
    const lost = { ...OFFER, sessions: [{ service: 'long' }, { service: 'gone' }] };
    assert.deepEqual(offersOf({ services, courses: [null, { ...OFFER, gapDays: 7 }, lost, OFFER] }), [OFFER]);
  });

  it('reads nothing else', () => {
    for (const courses of [undefined, null, 'all', { ...OFFER }]) assert.deepEqual(offersOf({ services, courses }), []);
    assert.equal(offersOf({ services, courses: Array<object>(30).fill(OFFER) }).length, 20);
  });
});

describe('CourseDraft', () => {
  const draft = {
    course: 'full-course',
    sessions: [
      { service: 'long', slotId: 'a' },
      { service: 'short', slotId: 'b', hold: { holdId: 'h', holdToken: 't' } },
    ],
    contact: { name: 'Ada Example', email: 'ada@example.org' },
    consents: [],
  };

  it('names a slot for each session, and none of its own', () => {
    assert.deepEqual(CourseDraft.parse({ ...draft, slotId: 'c', service: 'long' }), draft);
  });

  it('is refused with a single session', () => {
    assert.ok(!CourseDraft.safeParse({ ...draft, sessions: draft.sessions.slice(1) }).success);
  });
});

describe('courseTemplate', () => {
  const hours = (band: CourseBand, sessions?: number): number[] =>
    courseTemplate(band, sessions).sessions.map((one) => one.hours);

  it('has the hours of each band', () => {
    assert.deepEqual(hours('early'), [2, 1.5]);
    assert.deepEqual(hours('early', 3), [2, 2, 1.5]);
    assert.deepEqual(hours('moderate'), [3, 2.5, 2]);
    assert.deepEqual(hours('advanced'), [4, 3, 2]);
    assert.deepEqual(hours('full', 4), [4, 3.5, 3.5, 2.5]);
    assert.deepEqual(hours('scar'), [3, 2.5, 2]);
  });

  it('keeps to the number of sessions that a band takes', () => {
    assert.equal(hours('moderate', 7).length, 3);
    assert.equal(hours('full', 1).length, 3);
  });

  it('makes an offer that is accepted, for every band', () => {
    for (const band of CourseBand.def.entries ? Object.values(CourseBand.def.entries) : []) {
      const { sessions, gapDays } = courseTemplate(band);
      assert.ok(accepts({ sessions: sessions.map(({ role }) => ({ service: 'long', role })), gapDays, bands: [band] }));
      assert.equal(sessions[0]?.role, 'foundation');
      assert.ok(COURSE_SOURCES[band].sources.every(({ url }) => url.startsWith('https://')));
    }
  });

  it('hands out a copy of its distances', () => {
    assert.notEqual(courseTemplate('full').gapDays, courseTemplate('full').gapDays);
    assert.deepEqual(courseTemplate('full').gapDays, { min: 7, default: 10, max: 30 });
  });
});
