import { html, type TemplateResult } from 'lit';
import { chance, hairline, rise, without, type Hair, type Place } from './hair.js';
import {
  asking,
  BARE,
  bowed,
  BROWS,
  closeUp,
  crown,
  face,
  fromRear,
  FULL,
  inFrame,
  mirrored,
  parted,
  profile,
  rear,
  shaved,
  swatch,
  type Part,
} from './heads.js';

const { abs, atan2, floor, hypot, max, min, sin } = Math;

/** 1 at the middle of the top, 0 at the forehead and at the crown: thinning that leaves the front line be. */
const onTop = (along: number): number => min(rise(54, 30, along), rise(-50, -10, along));

/** Small round spots, scattered over the back of the head. */
function punched({ x, z }: Place): number {
  const row = (z + 2) * 6;
  const column = (x + 2) * 5;
  const cell = floor(row) * 9 + floor(column);
  const off = (at: number, index: number) => (at % 1) - 0.2 - chance(index) * 0.6;
  return z < 0.1 && abs(x) < 0.8 ? (hypot(off(column, cell), off(row, cell + 5)) - 0.23) * 20 : 1;
}

/** The thinner of full hair and another. */
const spared =
  (hair: Hair): Hair =>
  (at) =>
    min(FULL(at), hair(at));

/**
 * What each drawing shows. The Norwood–Hamilton stages go by the clinical landmarks, where 0 is the line from ear to ear. In 2 the corners stay before it,
 * in 3 they come near it, in 4 and 5 a band of hair parts them from the crown; in the forms with an `a` the whole front
 * goes back, to that line in 3a and beyond it in 4a and 5a. 6 has no band, 7 only hair round the sides.
 */
const DRAWINGS: Readonly<Record<string, () => Part>> = {
  'norwood-1': () => bowed(FULL),
  'norwood-2': () => bowed(hairline(56, 35)),
  'norwood-2a': () => bowed(hairline(38, 36, 36)),
  'norwood-3': () => bowed(hairline(52, 10)),
  'norwood-3a': () => bowed(hairline(14, 12, 36)),
  'norwood-3-vertex': () => bowed(hairline(54, 34, 30, 17)),
  'norwood-4': () => bowed(hairline(44, 2, 30, 22)),
  'norwood-4a': () => bowed(hairline(-6, -8, 38)),
  'norwood-5': () => bowed(hairline(13, 6, 30, 29)),
  'norwood-5a': () => bowed(hairline(-28, -30, 38)),
  'norwood-6': () => bowed(hairline(-51, -51, 38, 0, 28)),
  'norwood-7': () => bowed(hairline(-90, -90, 47, 0, 24)),
  'ludwig-1': () => parted((along, stray) => 2 + stray * stray * 8 * onTop(along)),
  'ludwig-2': () => parted((along, stray) => 3 + (6 + stray * 14) * onTop(along)),
  'ludwig-3': () => parted((along, stray) => 3 + (26 + stray * 10) * onTop(along)),
  'female-frontal': () => parted((along, stray) => 2 + (12 + stray * 12) * rise(-20, 56, along)),
  'female-temporal': () => parted(() => 2, 30),
  'aa-patchy': () => bowed(without(FULL, [-18, 22, 13], [18, -8, 10], [30, 36, 8])),
  'aa-totalis': () => [BARE, BROWS],
  'aa-universalis': () => BARE,
  'aa-ophiasis': () => fromRear(rear(spared(({ z }) => max((z + 0.05) * 9, z < -0.5 ? 0.3 : 0)))),
  diffuse: () => bowed((at) => FULL(at) * 0.45),
  scarring: () => bowed(without(FULL, [-2, 2, 14], [14, 8, 10], [10, -16, 11], [-14, 16, 7], [24, -10, 6])),
  traction: () =>
    bowed((at) => min(max(hairline(44, 22)(at), FULL(at) * 0.1), (abs(sin(atan2(at.x, at.ahead) * 8)) - 0.25) * 8)),
  chemo: () => bowed((at) => FULL(at) * 0.1, []),
  'surgical-trauma': () =>
    bowed(spared(({ aside, along }) => (abs(along - 13) < 25 ? abs(aside - 14 - along / 3) - 4 : 1))),
  'scar-fut': () => fromRear(shaved(spared(({ x, z }) => (abs(z + 0.2 - x * x * 0.2) - 0.035) * 40))),
  'scar-fue': () => fromRear(shaved(spared(punched))),
  unsure: () => asking,
  'photo-front': () => inFrame(face()),
  'photo-front-parted': () => inFrame(parted(() => 2)),
  'photo-top': () => inFrame(bowed(FULL)),
  'photo-crown': () => inFrame(crown()),
  'photo-left': () => inFrame(profile()),
  'photo-right': () => inFrame(mirrored(profile())),
  'photo-donor': () => inFrame(fromRear(rear(FULL))),
  'photo-temple-left': () => closeUp(profile(), 34, 36),
  'photo-temple-right': () => mirrored(closeUp(profile(), 34, 36)),
  'photo-donor-left': () => closeUp(fromRear(rear(FULL)), 34, 54),
  'photo-donor-right': () => closeUp(fromRear(rear(FULL)), 66, 54),
  // How skin looks that takes sun in the six ways of Fitzpatrick.
  'type-1': () => swatch('#f3d9c8'),
  'type-2': () => swatch('#e6bf9f'),
  'type-3': () => swatch('#d2a27a'),
  'type-4': () => swatch('#ac7850'),
  'type-5': () => swatch('#7b4e33'),
  'type-6': () => swatch('#4a2f23'),
};

/** Names of all drawings. */
export const DRAWING_NAMES: readonly string[] = Object.keys(DRAWINGS);

const drawn: Record<string, Part | undefined> = {};

/** A drawing by its name; undefined where there is none. It says nothing by itself: words stand beside it. */
export function drawing(name: string): TemplateResult | undefined {
  if (!Object.hasOwn(DRAWINGS, name)) return undefined;
  return html`<svg
    class="drawing"
    viewBox="0 0 100 100"
    fill="none"
    stroke="currentColor"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${(drawn[name] ??= DRAWINGS[name]?.())}
  </svg>`;
}
