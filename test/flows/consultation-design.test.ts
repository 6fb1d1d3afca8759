import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_DESIGN, withShape } from '../../src/domain/design/hairline-design.js';
import type { HairlineDesign } from '../../src/domain/design/hairline-design.js';
import { SmpError } from '../../src/domain/errors.js';
import { ConsultationBench } from '../support/consultation.js';

const DESIGN = withShape(DEFAULT_DESIGN, 'mature-receded');
const OTHER = withShape(DEFAULT_DESIGN, 'round');

/** At the check page, with this in the enquiry. */
async function checking(design: unknown): Promise<ConsultationBench> {
  const bench = await ConsultationBench.open();
  bench.flow.preset({ design: design as HairlineDesign });
  await bench.goTo('check');
  return bench;
}
const stored = ({ backend }: ConsultationBench) => backend.state.consultations.map(({ draft }) => draft.design);

describe('ConsultationFlow, the hairline design', () => {
  it('goes along with the consultation, with consent to health questions or without', async () => {
    const bench = await checking(DESIGN);
    await bench.submit();
    assert.deepEqual(stored(bench), [DESIGN]);
    const silent = await ConsultationBench.open();
    silent.flow.preset({ design: DESIGN });
    await silent.goTo('check', { healthConsent: undefined });
    await silent.submit();
    assert.deepEqual(stored(silent), [DESIGN]);
  });

  it('is the one that stands in the enquiry when the consultation is sent', async () => {
    const bench = await checking(DESIGN);
    bench.flow.preset({ design: OTHER });
    await bench.submit();
    assert.deepEqual(stored(bench), [OTHER]);
  });

  for (const [what, design] of [
    ['no design at all', undefined],
    ['a text', 'straight'],
    ['a part of a design', { version: 1 }],
    ['a design out of its limits', { ...DESIGN, leftCorner: 1 }],
  ] as const) {
    it(`keeps nobody from sending the answers: ${what}`, async () => {
      const bench = await checking(design);
      await bench.submit();
      assert.equal(bench.page, 'sent');
      assert.deepEqual(stored(bench), [undefined]);
    });
  }

  it('is left out for a backend that knows of none', async () => {
    const bench = await checking(DESIGN);
    const error = new SmpError('validation', 'Unknown', { issues: [{ pointer: '/design', code: 'unknown-field' }] });
    bench.faults.submitConsultation = [{ kind: 'refuse', error }];
    bench.takeNews();
    await bench.submit();
    assert.equal(bench.page, 'sent');
    assert.deepEqual(stored(bench), [undefined]);
    assert.ok(!bench.takeNews().includes('refused'));
  });

  it('stays as it was sent while nothing has been heard of the consultation', async () => {
    const bench = await checking(DESIGN);
    bench.faults.submitConsultation = Array.from({ length: 5 }, () => ({ kind: 'lose' }));
    await bench.submit();
    assert.equal(bench.state.submission, 'unresolved');
    bench.flow.preset({ design: OTHER });
    await bench.submit();
    assert.equal(bench.page, 'sent');
    assert.deepEqual(stored(bench), [DESIGN]);
  });
});
