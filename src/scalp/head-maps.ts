import type { HeadView } from '../domain/design/hairline-design.js';
import { cameraOf } from './camera.js';
import { marchHead } from './head-map.js';
import type { HeadMap } from './head-map.js';

/** Pixels along a side of the maps: a rough one for the first glance, a coarse one at once, a fine one after. */
const ROUGH = 64;
const COARSE = 96;
const FINE = 640;

/** The head as it is seen from each side. The same for whoever draws it, and long work: worth sharing. */
export class HeadMaps {
  readonly #maps = new Map<HeadView, HeadMap>();

  /** The finest map of a view so far. */
  of(view: HeadView): HeadMap {
    let map = this.#maps.get(view);
    if (!map) this.#maps.set(view, (map = march(view, COARSE)));
    return map;
  }

  /** What can be had of a view in the least time. */
  glance(view: HeadView): HeadMap {
    return this.#maps.get(view) ?? march(view, ROUGH);
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

/** A map at a go. */
function march(view: HeadView, size: number): HeadMap {
  const steps = marchHead(cameraOf(view), size);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
