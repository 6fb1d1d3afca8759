import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Clinic } from '../../../src/domain/clinic.js';
import { ConsentPurpose } from '../../../src/domain/consultation/consent.js';
import { Question } from '../../../src/domain/consultation/question.js';

describe('consents', () => {
  it('can be asked for every purpose, by a clinic and by one question', () => {
    const consents = ConsentPurpose.options.map((purpose) => ({ purpose, wording: 'I agree.', version: '1' }));
    assert.deepEqual(Clinic.shape.consents.parse(consents), consents);
    const purposes = ConsentPurpose.options;
    assert.deepEqual(Question.parse({ id: 'consent', kind: 'consent', purposes }).purposes, purposes);
    assert.equal(Clinic.shape.consents.safeParse([...consents, ...consents]).success, false);
  });
});
