import { svg, type TemplateResult } from 'lit';
import { chance, DEGREE, fromBehind, fromFront, growth, hairline, short, type Hair } from './hair.js';

const { cos, sin } = Math;

/** Some of a drawing. Its colour is that of the text around it. */
export type Part = TemplateResult<2> | readonly Part[];

const line = (path: string, width = 1.2): Part =>
  svg`<path d=${path} stroke-width=${width} stroke-linecap="round"></path>`;
const hairs = (path: string): Part => svg`<path d=${path} stroke-width=".75" stroke-opacity=".85"></path>`;

/** The same, with left and right changed over. */
export const mirrored = (part: Part): Part => svg`<g transform="matrix(-1 0 0 1 100 0)">${part}</g>`;

const both = (path: string, width?: number): Part => [line(path, width), mirrored(line(path, width))];

/** All hair, behind a hairline that never moved. */
export const FULL = hairline(62, 60, 38);

// A bowed head, as one sees one's own in a mirror: hairline and crown in one view.
const above = fromFront(70, 44);
const top = growth(above);
const LIDS = both('M35 79c3 1 5 1 8 0M47.5 79c0 2-1 3-1 4.5q1 1.5 3.5 1.5', 0.8);
const SIDES = 'M22.5 46c-4-3-7 0-6 6 1 5 4 8 7.5 7M3 95c2-9 12-13 29-16';

/** The brows of a bowed head. */
export const BROWS = both('M33 75c4-2.5 7-3 11-1.5', 1.4);

/** A bowed head without hair or brows. */
export const BARE = [both(`M50 10C34 10 22.5 25 22.5 46c0 16 6 28 14 37q5 6 13.5 6${SIDES}`), LIDS];

/** A bowed head with short hair. */
export const bowed = (hair: Hair, brows = BROWS): Part => [hairs(top(hair)), BARE, brows];

const dashes = svg`<path d="M26 56c2-8 6-12 10-11 5 2 6 10 14 10M50 17c-13 0-13 14 0 14" stroke-dasharray="1.5 2"></path>`;

/** A bowed head without hair, and dashes where it may have been. */
export const asking: Part = [BARE, BROWS, dashes, mirrored(dashes)];

const behind = fromBehind(6, 42);

/** Strokes of short hair, seen from behind. */
export const rear = growth(behind);

/** Strokes of shaved hair, seen from behind, fine enough for scars. */
export const shaved = growth(behind, 4500, 0.03);

/** A head from behind, with such strokes. */
export const fromRear = (strokes: string): Part => [
  hairs(strokes),
  both('M50 7C34 7 22 22 22 42c0 9 4 18 9 24 1 6 0 10-2 14-6 4-18 5-24 13M22 40c-4-3-7 1-6 7 1 5 4 8 8 7'),
];

/**
 * A bowed head with long hair, parted in the middle. `bare` says how many degrees aside a strand begins, by the degrees
 * along and by chance; `back` how far the hair at the temples has gone back.
 */
export function parted(bare: (along: number, chance: number) => number, back = 0): Part {
  let path = '';
  for (let index = 0; index < 84; index++) {
    const way = index / 84;
    const side = (index % 2) * 2 - 1;
    const along = 58 - 110 * way;
    const aside = bare(along, chance(index + 9)) * DEGREE;
    const level = cos(aside);
    const [left, y] = above(side * sin(aside), level * sin(along * DEGREE), level * cos(along * DEGREE));
    const out = (far: number, down: number) => `${short(50 + side * far)} ${short(down)} `;
    const stray = chance(index) * 3;
    // Every other strand ends on the head, or the sides would be too dark.
    const long = index & 2 || way < 0.2;
    const far = long ? 1 : 0.7 + stray / 10;
    path += `M${short(left)} ${short(y)}C${out(11 + 6 * way, y - 3 - back * (1 - way) ** 2)}${out((25 + 9 * way) * far, 58 - 38 * way)}${out((27 + 10 * way) * far, y + (68 - 16 * way - y) * far)}`;
    if (long) path += `S${out(24 + 13 * way + stray, 84)}${out(22 + 15 * way + stray, 95 - stray)}`;
  }
  return [hairs(path), both('M25 64c1.5 8 5 13 11.5 19q5 6 13.5 6'), LIDS, BROWS];
}

const frame = both('M4 16V4h12M4 84v12h12');

/** A head as it should stand before the camera. */
export const inFrame = (head: Part): Part => [svg`<g transform="translate(12 12) scale(.76)">${head}</g>`, frame];

/** A part of a head from near by; what reaches beyond the picture is cut off. */
export const closeUp = (head: Part, left: number, top: number): Part => [
  svg`<g transform=${`translate(${50 - left * 1.6} ${50 - top * 1.6}) scale(1.6)`}>${head}</g>`,
  frame,
];

/** A colour of skin. */
export const swatch = (colour: string): Part => svg`<circle cx="50" cy="50" r="36" fill=${colour}></circle>`;

/** A face from the front. */
export const face = (): Part => [
  hairs(growth(fromFront(6, 42))(FULL)),
  both(
    'M50 7C34 7 22 22 22 42c0 16 5 25 12 33q6 7 16 7M22 42c-4-3-6 1-5 7 1 5 4 8 6 7M38 79c0 6-1 8-3 10-8 3-16 4-22 8',
  ),
  both('M31 42c4-2.5 7-3 11-1.5M33 48c3-2 6-2 9 0M43 69q3.5 1.5 7 1.5', 1),
  line('M48 48c0 5-2 8-2 11 1 2 7 2 8 0', 1),
];

const beside = growth((x, y, z) => [55 - 33 * y, 40 - 33 * z, x]);

/** A head whose left side is seen. */
export const profile = (): Part => [
  hairs(beside(FULL)),
  line(
    'M43 96c-2-4-2-7-1-11-8 2-15 1-16-3-1-3 1-4 0-6-2-1-3-2-2-4-2-1-2-3 0-5-5-1-8-2-7-4l6-12c-1-6-1-12 0-16C26 17 39 7 56 7c21 0 34 14 33 34-1 15-9 22-10 33-1 8 0 14 2 22M55 46c4-6 11-3 11 3 0 6-5 8-6 12-3 3-6 0-6-4M25 42c2-2 4-2 7-1M26 47h4',
  ),
];

/** The back of a head from above, with the whorl in its middle. */
export const crown = (): Part => [
  hairs(growth(fromBehind(42, 45))(FULL)),
  both(`M50 10C34 10 22 26 22 44c0 12 4 22 11 28q6 6 17 6${SIDES}`),
];
