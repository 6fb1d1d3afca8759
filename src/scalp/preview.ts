import type { HairLossPattern } from '../domain/consultation/hair-loss.js';
import type { HairlineDesign, HeadView } from '../domain/design/hairline-design.js';
import type { StageLook } from '../domain/design/treatment-stage.js';
import { cameraOf, FRAME } from './camera.js';
import { dotField, prepareTile } from './dot-field.js';
import type { DotField } from './dot-field.js';
import { hairDensity } from './hair-pattern.js';
import type { HeadMap } from './head-map.js';
import { HeadMaps } from './head-maps.js';
import { lightHead } from './light.js';
import { Painter, sightOf } from './painter.js';
import type { Sight } from './painter.js';
import { Region } from './region.js';
import { prepareChart } from './scalp-chart.js';

type Rgb = readonly [number, number, number];

/** What a picture shows. */
export interface PreviewScene {
  readonly design: HairlineDesign;
  readonly view: HeadView;
  readonly look: StageLook;
  /** The pigment's colour on white. */
  readonly pigment: Rgb;
  /** The stubble's colour on white. */
  readonly hair: Rgb;
  readonly skin: Rgb;
  /** The hair that is left. */
  readonly pattern: HairLossPattern;
  /** The picture is without pigment up to this share of its width. */
  readonly before: number;
}

/** Width of a dot of pigment and of stubble in mm, and how much light it takes: 0.3–0.4 mm as drawn. */
const DOT = 0.4;
const STUBBLE = 0.36;
const STRENGTH = 0.68;

/** What of a design says where its dots are. */
const FORM = [
  'shape',
  'midHeight',
  'leftCorner',
  'rightCorner',
  'temporalPeak',
  'peakDepth',
  'edge',
  'temples',
] as const satisfies readonly (keyof HairlineDesign)[];

/**
 * Draws a scene into a square of pixels. It keeps what does not change from one picture to the next: dragging a handle
 * works out the weights anew, and another session, density or shade only the dots.
 */
export class Preview {
  readonly #maps: HeadMaps;
  readonly #painter = new Painter();
  readonly #stubble = new Painter();
  #field: DotField | undefined;
  #seed: number | undefined;
  #region: Region | undefined;
  #shaped: HairlineDesign | undefined;
  #seen: Sight | undefined;
  #hair: Float32Array | undefined;
  #pattern: HairLossPattern | undefined;
  #none = new Float32Array(0);
  #sights = new WeakMap<HeadMap, Sight>();
  #base: Uint8ClampedArray | undefined;
  #lit: readonly unknown[] = [];

  constructor(maps = new HeadMaps()) {
    this.#maps = maps;
  }

  /** Draws into `picture`, `side` × `side` pixels of red, green, blue and alpha. Returns how many dots of pigment. */
  draw(scene: PreviewScene, side: number, picture: Uint8ClampedArray): number {
    const field = this.field(scene.design.seed);
    const sight = this.#sightOf(field, scene.view);
    const hair = this.#hairOf(field, scene.pattern);
    picture.set(this.#baseOf(scene, side, field, sight, hair));
    return this.#dots(scene, side, picture, field, sight, hair, side / FRAME);
  }

  /** Draws dots over what is in the picture, where `sight` has them; `perMm` is pixels for a mm. */
  drawOver(scene: PreviewScene, side: number, picture: Uint8ClampedArray, sight: Sight, perMm: number): number {
    return this.#dots(scene, side, picture, this.field(scene.design.seed), sight, this.#none, perMm);
  }

  /** All places for a seed. */
  field(seed: number): DotField {
    if (this.#field && this.#seed === seed) return this.#field;
    this.#seed = seed;
    this.#field = dotField(seed);
    this.#none = new Float32Array(this.#field.count);
    this.#region = this.#hair = undefined;
    this.#sights = new WeakMap();
    return this.#field;
  }

  /** Draws the bare head, which is there at once, as far as it is worked out. */
  head({ view, skin }: PreviewScene, side: number, picture: Uint8ClampedArray): void {
    lightHead(this.#maps.glance(view), cameraOf(view), skin, side, picture);
  }

  /** Makes ready what `draw` needs, giving way after each part. */
  *prepare({ design, view, pattern }: PreviewScene): Generator<void, void> {
    yield* prepareChart();
    prepareTile();
    yield;
    const field = this.field(design.seed);
    yield;
    this.#hairOf(field, pattern);
    yield;
    this.#maps.of(view);
    yield;
    this.#regionOf(field, design, this.#sightOf(field, view));
  }

  #dots(
    { design, look, pigment, before }: PreviewScene,
    side: number,
    picture: Uint8ClampedArray,
    field: DotField,
    sight: Sight,
    hair: Float32Array,
    perMm: number,
  ): number {
    const { weights } = this.#regionOf(field, design, sight);
    const spread = { over: hair, part: weights, density: design.density, share: look.share };
    const strength = Math.min(1.2, STRENGTH * look.strength);
    if (look.redness > 0) {
      const flush = { rgb: [255, 205, 198], width: 1.7, strength: 0.16 * look.redness } as const;
      this.#stubble.dots(picture, side, field, sight, spread, flush, before, perMm);
    }
    const ink = { rgb: pigment, width: DOT * look.width, strength };
    return this.#painter.dots(picture, side, field, sight, spread, ink, before, perMm);
  }

  #regionOf(field: DotField, design: HairlineDesign, sight: Sight): Region {
    const shaped = this.#region && this.#seen === sight ? this.#shaped : undefined;
    const region = (this.#region ??= new Region(field));
    if (!shaped || FORM.some((part) => shaped[part] !== design[part])) region.shape(design, sight.which);
    this.#shaped = design;
    this.#seen = sight;
    return region;
  }

  #hairOf(field: DotField, pattern: HairLossPattern): Float32Array {
    if (!this.#hair || this.#pattern !== pattern) this.#hair = hairDensity(field, pattern);
    this.#pattern = pattern;
    return this.#hair;
  }

  #sightOf(field: DotField, view: HeadView): Sight {
    const map = this.#maps.of(view);
    let sight = this.#sights.get(map);
    if (!sight) this.#sights.set(map, (sight = sightOf(field, cameraOf(view), map)));
    return sight;
  }

  /** Skin and stubble. */
  #baseOf(scene: PreviewScene, side: number, field: DotField, sight: Sight, hair: Float32Array): Uint8ClampedArray {
    const map = this.#maps.of(scene.view);
    const lit = [map, side, field, hair, scene.skin.join(), scene.hair.join()];
    if (this.#base && lit.every((one, i) => one === this.#lit[i])) return this.#base;
    this.#lit = lit;
    const base = this.#base?.length === side * side * 4 ? this.#base : new Uint8ClampedArray(side * side * 4);
    lightHead(map, cameraOf(scene.view), scene.skin, side, base);
    const spread = { over: this.#none, part: hair, density: 1, share: 1 };
    this.#stubble.dots(base, side, field, sight, spread, { rgb: scene.hair, width: STUBBLE, strength: STRENGTH });
    return (this.#base = base);
  }
}
