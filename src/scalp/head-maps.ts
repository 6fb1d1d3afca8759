import type { HeadView } from '../domain/design/hairline-design.js';
import { cameraOf } from './camera.js';
import { marchHead } from './head-map.js';
import type { HeadMap } from './head-map.js';

/** Pixels along a side of the maps: a coarse one at once, a fine one after. */
const COARSE = 96;
const FINE = 640;

/** The head as it is seen from each side. The same for whoever draws it, and long work: worth sharing. */
export class HeadMaps {
  readonly #maps = new Map<HeadView, HeadMap>();

  /** The finest map of a view so far. */
  of(view: HeadView): HeadMap {
    let map = this.#maps.get(view);
    if (!map) {
      const steps = marchHead(cameraOf(view), COARSE);
      let step = steps.next();
      while (!step.done) step = steps.next();
      this.#maps.set(view, (map = step.value));
    }
    return map;
  }

  /** Is the finest map of this view ready? */
  fine(view: HeadView): boolean {
    return this.#maps.get(view)?.size === FINE;
  }

  /** Works out the fine map of a view, giving way after each small part. */
  *refine(view: HeadView): Generator<void, void> {
    this.#maps.set(view, yield* marchHead(cameraOf(view), FINE, this.of(view)));
  }
}
