import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_DESIGN, withShape } from '../../src/domain/design/hairline-design.js';
import type { HairlineDesign } from '../../src/domain/design/hairline-design.js';
import { DesignFlow } from '../../src/flows/design-flow.js';

/** A flow, and whether each of its changes was settled. */
function begun(): { flow: DesignFlow; settled: boolean[] } {
  const settled: boolean[] = [];
  return { flow: new DesignFlow((one) => void settled.push(one)), settled };
}

describe('DesignFlow', () => {
  it('counts all of a drag as one step', () => {
    const { flow, settled } = begun();
    for (const midHeight of [83, 86, 90]) flow.change({ midHeight }, false);
    assert.equal(flow.state.canUndo, false);
    flow.change({ midHeight: 91 });
    assert.deepEqual(settled, [false, false, false, true]);
    flow.undo();
    assert.deepEqual(flow.state.design, DEFAULT_DESIGN);
    assert.equal(flow.state.canUndo, false);
    flow.redo();
    assert.equal(flow.state.design.midHeight, 91);
  });

  it('takes a drag back that ended where it began, and one that was given up', () => {
    const { flow, settled } = begun();
    flow.change({ midHeight: 90 }, false);
    flow.change({ midHeight: DEFAULT_DESIGN.midHeight });
    flow.change({ leftCorner: 120 }, false);
    flow.letGo();
    assert.deepEqual(flow.state.design, DEFAULT_DESIGN);
    assert.equal(flow.state.canUndo, false);
    assert.equal(settled.includes(true), false);
    flow.letGo();
    assert.deepEqual(flow.state.design, DEFAULT_DESIGN);
  });

  it('keeps what can be taken back when a page gives back the design that is shown', () => {
    const { flow } = begun();
    flow.change({ midHeight: 90 });
    flow.load({ ...flow.state.design });
    assert.equal(flow.state.canUndo, true);
    flow.load({ ...flow.state.design, midHeight: 95 });
    assert.equal(flow.state.canUndo, false);
    assert.equal(flow.state.design.midHeight, 95);
    assert.equal(flow.start(DEFAULT_DESIGN), false);
  });

  it('shows the last session in place of one that there is not any more', () => {
    const { flow } = begun();
    flow.show({ stage: 'session-3' });
    flow.change({ sessions: 2 });
    assert.equal(flow.state.stage, 'session-2');
    flow.show({ stage: 'session-9' });
    assert.equal(flow.state.stage, 'session-2');
    flow.change({ sessions: 4 });
    flow.show({ stage: 'session-4' });
    flow.undo();
    assert.equal(flow.state.stage, 'session-2');
    flow.show({ stage: 'years-5' });
    flow.change({ sessions: 1 });
    assert.equal(flow.state.stage, 'years-5');
  });

  it('goes back and forth along any steps, and never turns the head', () => {
    const step = fc.oneof(
      fc.integer({ min: 60, max: 110 }).map((midHeight) => ({ midHeight })),
      fc.integer({ min: 20, max: 130 }).map((density) => ({ density })),
      fc.constantFrom('soft-broken', 'medium', 'defined').map((edge) => ({ edge })),
    ) as fc.Arbitrary<Partial<HairlineDesign>>;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const { flow } = begun();
        const seen = [flow.state.design];
        for (const one of steps) {
          flow.change(one);
          if (flow.state.canUndo && flow.state.design !== seen.at(-1)) seen.push(flow.state.design);
        }
        flow.look('top');
        const last = flow.state.design;
        let back = 0;
        while (flow.state.canUndo) {
          flow.undo();
          back++;
        }
        assert.ok(back <= 100);
        assert.equal(flow.state.design.view, 'top');
        while (flow.state.canRedo) flow.redo();
        assert.deepEqual(flow.state.design, last);
      }),
      { numRuns: 200 },
    );
  });

  it('forgets what was taken back once something else is done', () => {
    const { flow } = begun();
    flow.change({ density: 90 });
    flow.undo();
    flow.change({ density: 40 });
    assert.equal(flow.state.canRedo, false);
  });

  it('is chosen until it changes', () => {
    const { flow } = begun();
    flow.choose();
    flow.look('left');
    flow.show({ stage: 'session-1' });
    assert.equal(flow.state.chosen, true);
    flow.change({ density: 41 });
    assert.equal(flow.state.chosen, false);
  });

  it('begins elsewhere only for who has changed nothing', () => {
    const { flow } = begun();
    const suggested = withShape(DEFAULT_DESIGN, 'round');
    flow.start(suggested);
    assert.deepEqual(flow.state.design, suggested);
    flow.change({ density: 100 });
    flow.start(DEFAULT_DESIGN);
    assert.equal(flow.state.design.density, 100);
    flow.reset();
    assert.deepEqual(flow.state.design, DEFAULT_DESIGN);
    flow.undo();
    assert.equal(flow.state.design.density, 100);
  });

  it('begins nowhere else once the page has set a design, or the visitor has chosen one', () => {
    const { flow } = begun();
    assert.equal(flow.start(withShape(DEFAULT_DESIGN, 'round')), true);
    flow.choose();
    assert.equal(flow.start(DEFAULT_DESIGN), false);
    assert.equal(flow.state.design.shape, 'round');
    const given = withShape(DEFAULT_DESIGN, 'straight');
    flow.load(given);
    assert.equal(flow.start(DEFAULT_DESIGN), false);
    assert.deepEqual(flow.state.design, given);
    flow.change({ density: 40 });
    flow.reset();
    assert.deepEqual(flow.state.design, given);
    flow.preset(DEFAULT_DESIGN);
    assert.equal(flow.start(given), true);
  });

  it('begins nowhere else under a finger', () => {
    const { flow } = begun();
    flow.change({ midHeight: 90 }, false);
    assert.equal(flow.start(withShape(DEFAULT_DESIGN, 'round')), false);
    assert.equal(flow.state.design.midHeight, 90);
  });

  it('is renewed with nothing chosen and nothing to take back, however it came to be', () => {
    const { flow, settled } = begun();
    const given = withShape(DEFAULT_DESIGN, 'straight');
    flow.load(given);
    flow.change({ density: 40 });
    flow.choose();
    settled.length = 0;
    flow.renew();
    assert.deepEqual(flow.state.design, given);
    assert.deepEqual(
      [flow.state.chosen, flow.state.canUndo, flow.state.canRedo, settled.includes(true)],
      [false, false, false, false],
    );
    assert.equal(flow.start(DEFAULT_DESIGN), false);
  });

  it('steps back to what stood before, also where a drag came to nothing without being let go', () => {
    const { flow } = begun();
    flow.change({ density: 90 });
    // A slider that is moved away and back again does not say that it is let go.
    flow.change({ midHeight: 95 }, false);
    flow.change({ midHeight: DEFAULT_DESIGN.midHeight }, false);
    flow.undo();
    flow.change({ density: 110 });
    flow.undo();
    assert.deepEqual(flow.state.design, DEFAULT_DESIGN);
  });

  it('gives up a drag when the design is set, or a step is taken, meanwhile', () => {
    const { flow } = begun();
    flow.change({ midHeight: 95 }, false);
    flow.load(DEFAULT_DESIGN);
    flow.change({ density: 90 });
    flow.undo();
    assert.deepEqual(flow.state.design, DEFAULT_DESIGN);
    flow.change({ midHeight: 95 }, false);
    flow.redo();
    assert.deepEqual(flow.state.design, { ...DEFAULT_DESIGN, density: 90 });
  });
});
