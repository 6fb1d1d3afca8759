import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BookingDraft } from '../../src/domain/booking.js';
import { DEFAULT_DESIGN, withShape } from '../../src/domain/design/hairline-design.js';
import type { HairlineDesign } from '../../src/domain/design/hairline-design.js';
import { SmpError } from '../../src/domain/errors.js';
import { BookingBench, type Town, type BookingOptions } from '../support/booking.js';

const DESIGN = withShape(DEFAULT_DESIGN, 'widows-peak');
const OTHER = withShape(DEFAULT_DESIGN, 'straight');
const wishing = (design: unknown, options: BookingOptions = {}): BookingOptions => ({
  ...options,
  preset: { enquiry: { design: design as HairlineDesign } },
});
/** As many answers as the Scheduler is willing to wait for. */
const lost = () => Array.from({ length: 5 }, () => ({ kind: 'lose' as const }));

/** The designs of all bookings that were sent, in order. */
const sentDesigns = ({ sent }: Town) =>
  sent.filter(({ method }) => method === 'createBooking').map(({ request }) => (request as BookingDraft).design);

describe('BookingFlow, the hairline design', () => {
  it('goes along with the booking', async () => {
    const bench = await BookingBench.open(wishing(DESIGN));
    await bench.toCheck();
    await bench.confirm();
    assert.deepEqual(bench.town.bookings[0]?.draft.design, DESIGN);
  });

  it('is the one that stands in the enquiry when the booking is sent', async () => {
    const bench = await BookingBench.open(wishing(DESIGN));
    await bench.toCheck();
    bench.flow.preset({ enquiry: { design: OTHER } });
    await bench.confirm();
    assert.deepEqual(bench.town.bookings[0]?.draft.design, OTHER);
  });

  it('is shown to the page with the draft', async () => {
    const drafts: BookingDraft[] = [];
    const mayRequest = (draft: BookingDraft) => drafts.push(draft) > 0;
    const bench = await BookingBench.open(wishing(DESIGN, { mayRequest }));
    await bench.toCheck();
    await bench.confirm();
    assert.deepEqual(drafts[0]?.design, DESIGN);
  });

  for (const [what, design] of [
    ['no design at all', undefined],
    ['a text', 'straight'],
    ['a list', ['straight']],
    ['a tree', { version: 1, more: { more: [] } }],
    ['something that can’t be copied', { version: 1, act: () => undefined }],
    ['a part of a design', { version: 1, shape: 'straight' }],
    ['a design out of its limits', { ...DESIGN, density: 900 }],
    ['a design of another version', { ...DESIGN, version: 2 }],
  ] as const) {
    it(`keeps nobody from booking: ${what}`, async () => {
      const bench = await BookingBench.open(wishing(design));
      await bench.toCheck();
      await bench.confirm();
      assert.equal(bench.state.step, 'confirmed');
      assert.deepEqual(
        bench.town.bookings.map(({ draft }) => draft.design),
        [undefined],
      );
      assert.equal(bench.state.error, undefined);
      assert.ok(!bench.takeNews().includes('refused'));
    });
  }

  it('is left out for a backend that knows of none', async () => {
    const bench = await BookingBench.open(wishing(DESIGN));
    await bench.toCheck();
    const error = new SmpError('validation', 'Unknown', { issues: [{ pointer: '/design', code: 'unknown-field' }] });
    bench.town.faults.createBooking = [{ kind: 'refuse', error }];
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.deepEqual(sentDesigns(bench.town), [DESIGN, undefined]);
    assert.equal(new Set(bench.town.operations('createBooking')).size, 2, 'other content has another id');
  });

  it('stays left out while nothing has been heard of the booking without it', async () => {
    const bench = await BookingBench.open(wishing({ ...DESIGN, density: 900 }));
    await bench.toCheck();
    bench.town.interceptions.createBooking = async (call, request) => {
      const answer = await call();
      if ((request as BookingDraft).design) return answer;
      throw new SmpError('network', 'Lost');
    };
    await bench.confirm();
    assert.equal(bench.state.submission, 'unresolved');
    delete bench.town.interceptions.createBooking;
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
    assert.equal(sentDesigns(bench.town).filter((design) => design).length, 1);
  });

  it('is not blamed for what is wrong with something else', async () => {
    const bench = await BookingBench.open(wishing(DESIGN));
    await bench.toCheck();
    const issues = [{ pointer: '/contact/email', code: 'format' }];
    bench.town.faults.createBooking = [{ kind: 'refuse', error: new SmpError('validation', 'No', { issues }) }];
    await bench.confirm();
    assert.equal(bench.state.step, 'details');
    assert.deepEqual(sentDesigns(bench.town), [DESIGN]);
  });

  for (const holds of [true, false]) {
    describe(`with a backend ${holds ? 'with' : 'without'} holds`, () => {
      const options = (design: unknown) => wishing(design, { capabilities: { holds } });

      it('stays as it was sent while nothing has been heard of the booking', async () => {
        const bench = await BookingBench.open(options(DESIGN));
        await bench.toCheck();
        bench.town.faults.createBooking = lost();
        await bench.confirm();
        assert.equal(bench.state.submission, 'unresolved');
        bench.flow.preset({ enquiry: { design: OTHER } });
        await bench.confirm();
        assert.equal(bench.state.step, 'confirmed');
        assert.equal(bench.town.bookings.length, 1);
        assert.equal(new Set(bench.town.operations('createBooking')).size, 1);
        for (const design of sentDesigns(bench.town)) assert.deepEqual(design, DESIGN);
      });

      it('finds the booking again after a reload, when it is drawn again', async () => {
        const bench = await BookingBench.open(options(DESIGN));
        await bench.toCheck();
        bench.town.faults.createBooking = lost();
        await bench.confirm();
        const reloaded = await bench.reloaded();
        await reloaded.confirm();
        assert.equal(reloaded.state.step, 'confirmed');
        assert.equal(bench.town.bookings.length, 1);
        assert.equal(new Set(bench.town.operations('createBooking')).size, 1);
      });

      it('makes no second booking after a reload that has lost it', async () => {
        const bench = await BookingBench.open(options(DESIGN));
        await bench.toCheck();
        bench.town.faults.createBooking = lost();
        await bench.confirm();
        const { storage, town } = bench;
        bench.flow.suspend();
        const reloaded = await BookingBench.open({ capabilities: { holds } }, town, storage);
        await reloaded.confirm();
        assert.equal(town.bookings.length, 1);
        assert.deepEqual(town.bookings[0]?.draft.design, DESIGN);
        assert.notEqual(reloaded.state.step, 'time', 'nobody is told that the own time is taken');
      });
    });
  }

  it('is another one for the next try once the booking was refused', async () => {
    const bench = await BookingBench.open(wishing(DESIGN));
    await bench.toCheck();
    await bench.town.backend.releaseHold?.(
      { holdId: bench.state.hold?.holdId ?? '', holdToken: bench.state.hold?.holdToken ?? '' },
      { operationId: crypto.randomUUID() },
    );
    await bench.town.rivalsBook(bench.time());
    await bench.confirm();
    assert.ok(bench.state.lost);
    bench.flow.preset({ enquiry: { design: OTHER } });
    await bench.holdTime(1);
    await bench.confirm();
    assert.deepEqual(bench.town.bookings[0]?.draft.design, OTHER);
  });
});
