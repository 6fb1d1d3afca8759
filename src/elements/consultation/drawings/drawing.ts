import { html, svg, type TemplateResult } from 'lit';

// One head for each view, drawn once; what differs from stage to stage is a handful of numbers. Everything is the colour
// of the text around it: a line for the head, a tone for hair, so the set works on any ground and in forced colours.

/** From above and in front, as one sees one's own bowed head in a mirror. */
const HEAD = 'M17 60C11 24 31 6 50 6s39 18 33 54c-1 13-9 24-16 30-9 8-25 8-34 0-7-6-15-17-16-30';
const EARS = 'M17 55c-6-3-9 3-6 9 2 5 6 7 9 5M83 55c6-3 9 3 6 9-2 5-6 7-9 5';
const BROWS = 'M29 72c4-2 9-2 14 0M57 72c5-2 10-2 14 0';
const NOSE = 'M48 75l-3 9c3 2 7 2 10 0';
/** From behind. */
const NAPE = 'M17 54C14 22 31 6 50 6s36 16 33 48c-1 12-5 20-12 26l1 15H28l1-15c-7-6-11-14-12-26';
const BACK_EARS = 'M17 48c-5-2-8 3-6 9 2 5 5 7 8 5M83 48c5-2 8 3 6 9-2 5-5 7-8 5';
/** From the side, looking left. */
const PROFILE =
  'M41 96V86c-8 2-15 1-16-4-1-3 1-4 0-6-2-1-3-2-2-4-2-1-2-3 0-5-5-1-8-2-7-4l8-14c-2-7-2-13 0-18C29 14 43 6 58 6c19 0 31 14 30 34-1 15-9 22-10 33-1 8 0 14 2 23';
const PROFILE_EAR = 'M56 47c4-6 11-3 11 3 0 6-5 8-6 12-3 3-6 0-6-4';

/** Where hair ends: at the middle of the forehead, at the corner of each temple, and the width of what hangs between. */
interface Front {
  readonly middle: number;
  readonly corner: readonly [aside: number, height: number];
  readonly tuft: number;
  readonly temple?: readonly [aside: number, height: number];
}

const both = (path: (x: (aside: number) => number) => string): string => path((aside) => 50 + aside);

/** The hair that is left: the outline of the head down to the sideburns, and back along the hairline. */
function hair({ middle, corner: [aside, height], tuft, temple: [out, low] = [27, 60] }: Front): string {
  return both(
    (x) =>
      `M17 60C11 24 31 6 50 6s39 18 33 54l-2 9-3-1 ${x(out) - 78} ${low - 68}` +
      `C${x(out - 1)} ${(low + height) / 2} ${x(aside + 5)} ${height + 3} ${x(aside)} ${height}` +
      `C${x(aside - 5)} ${height - 2} ${x(tuft)} ${middle} 50 ${middle}` +
      `C${x(-tuft)} ${middle} ${x(5 - aside)} ${height - 2} ${x(-aside)} ${height}` +
      `C${x(-aside - 5)} ${height + 3} ${x(1 - out)} ${(low + height) / 2} ${x(-out)} ${low}` +
      `L22 68l-3 1z`,
  );
}

/** An ellipse to be cut out. */
const spot = (x: number, y: number, rx: number, ry = rx): string =>
  `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${rx * 2} 0a${rx} ${ry} 0 1 0-${rx * 2} 0`;

const FULL: Front = { middle: 57, corner: [20, 55], tuft: 8 };

const STAGES: Readonly<Record<string, string>> = {
  1: hair(FULL),
  2: hair({ middle: 56, corner: [19, 49], tuft: 8 }),
  '2a': hair({ middle: 50, corner: [19, 49], tuft: 12 }),
  3: hair({ middle: 54, corner: [17, 39], tuft: 6 }),
  '3a': hair({ middle: 43, corner: [19, 42], tuft: 12 }),
  '3-vertex': hair({ middle: 55, corner: [18, 45], tuft: 7 }) + spot(50, 22, 9, 8),
  4: hair({ middle: 49, corner: [17, 37], tuft: 5 }) + spot(50, 21, 13, 9),
  '4a': hair({ middle: 34, corner: [19, 35], tuft: 12 }),
  5: hair({ middle: 40, corner: [19, 35], tuft: 8 }) + spot(50, 20, 18, 10),
  '5a': hair({ middle: 25, corner: [21, 29], tuft: 12 }),
  6: hair({ middle: 13, corner: [25, 30], tuft: 15, temple: [28, 58] }),
  7: 'M17 60c-1-7-1-13 1-20 5 7 8 13 8 22l-4 6-3 1zM83 60c1-7 1-13-1-20-5 7-8 13-8 22l4 6 3 1z',
};

/** Long hair, parted in the middle, and what shows along the parting. */
const LONG =
  'M50 4C28 4 10 22 11 54c0 15-3 26-5 40h18c-2-12-1-22 1-28 6-2 16-5 25-9 9 4 19 7 25 9 2 6 3 16 1 28h18c-2-14-5-25-5-40C90 22 72 4 50 4';
const parting = (width: number, top = 16, end = 53): string =>
  `M50 ${top}C${50 + width} ${top + 8} ${50 + width} ${end - 8} 50 ${end}C${50 - width} ${end - 8} ${50 - width} ${top + 8} 50 ${top}`;

/** Short hair from behind, above the line of the neck. */
const BEHIND = 'M17 54C14 22 31 6 50 6s36 16 33 48c-1 9-4 17-9 22-8-3-40-3-48 0-5-5-8-13-9-22';

const FUE =
  'M34 50h0M42 47h0M50 51h0M58 47h0M66 50h0M31 58h0M38 56h0M46 60h0M54 57h0M62 60h0M69 57h0M35 66h0M43 68h0M51 66h0M59 69h0M66 65h0';
const SPARSE =
  'M27 40c4-16 13-24 23-24s19 8 23 24M34 46c3-12 9-19 16-19s13 7 16 19M41 50c2-8 5-12 9-12s7 4 9 12M22 54c1-26 13-42 28-42s27 16 28 42';

const line = (d: string, width = 2) =>
  svg`<path d=${d} fill="none" stroke="currentColor" stroke-width=${width} stroke-linecap="round" stroke-linejoin="round"></path>`;
const tone = (d: string, opacity = 0.6) =>
  svg`<path d=${d} fill="currentColor" fill-opacity=${opacity} fill-rule="evenodd"></path>`;
const dots = (d: string, width = 2.4) =>
  svg`<path d=${d} fill="none" stroke="currentColor" stroke-width=${width} stroke-linecap="round" stroke-dasharray="0 5"></path>`;

type Part = ReturnType<typeof line>;

const face = (...parts: Part[]): Part[] => [...parts, line(HEAD), line(EARS), line(`${BROWS}${NOSE}`, 1.6)];
const behind = (...parts: Part[]): Part[] => [...parts, line(NAPE), line(BACK_EARS)];
const woman = (show: string, ...more: Part[]): Part[] => [
  line('M25 66c1 14 8 24 15 27 6 3 14 3 20 0 7-3 14-13 15-27'),
  tone(LONG + show),
  ...more,
  line(`M50 4C28 4 10 22 11 54c0 15-3 26-5 40M50 4c22 0 40 18 39 50 0 15 3 26 5 40`),
  line(`M33 74c3-2 7-2 10-1M57 73c3-1 7-1 10 1${NOSE}`, 1.6),
];

/** Corners of a viewfinder. */
const FRAME = 'M4 16V4h12M84 4h12v12M96 84v12H84M16 96H4V84';
const inFrame = (parts: Part[]): Part[] => [
  svg`<g transform="translate(12 13) scale(.76)">${parts}</g>`,
  line(FRAME, 2.4),
];
const side = [
  tone(
    'M31 26C35 13 46 6 58 6c19 0 31 14 30 34-1 12-6 19-9 28-3 1-6 1-9 0-2-5-1-9-3-12 2-3 2-10-3-12-4-2-8 0-9 4-3-4-2-8-5-11-7-2-13-5-19-11',
  ),
  line(PROFILE),
  line(PROFILE_EAR),
];
const front = [
  tone('M20 44C16 20 32 6 50 6s34 14 30 38c-2-8-5-14-8-18-12 3-32 3-44 0-3 4-6 10-8 18'),
  line('M20 46C15 20 32 6 50 6s35 14 30 40c-1 22-14 42-30 42S21 68 20 46'),
  line('M20 44c-5-2-7 3-5 9 1 5 4 7 7 6M80 44c5-2 7 3 5 9-1 5-4 7-7 6'),
  line('M31 44c4-2 8-2 12 0M57 44c4-2 8-2 12 0M48 48l-2 14c2 2 6 2 8 0M42 73c5 3 11 3 16 0', 1.6),
];

const DRAWINGS: Readonly<Record<string, () => Part[]>> = {
  ...Object.fromEntries(Object.entries(STAGES).map(([stage, path]) => [`norwood-${stage}`, () => face(tone(path))])),
  'ludwig-1': () => woman(parting(5)),
  'ludwig-2': () => woman(parting(13, 14)),
  'ludwig-3': () => woman(parting(26, 10)),
  'female-frontal': () => woman('M50 16C52 30 56 46 64 61c-5-2-10-3-14-4-4 1-9 2-14 4 8-15 12-31 14-45'),
  'female-temporal': () =>
    woman(
      `${parting(3)}M25 66c-1-9 3-17 11-20-1 6-1 10 1 16-4 2-8 3-12 4M75 66c1-9-3-17-11-20 1 6 1 10-1 16 4 2 8 3 12 4`,
    ),
  'aa-patchy': () => face(tone(hair(FULL) + spot(37, 32, 7) + spot(62, 22, 5) + spot(68, 44, 4))),
  'aa-totalis': () => face(),
  'aa-universalis': () => [line(HEAD), line(EARS), line(NOSE, 1.6)],
  'aa-ophiasis': () =>
    behind(
      tone(
        'M17 48C16 20 32 6 50 6s34 14 33 42c-4 4-9 6-14 6H31c-5 0-10-2-14-6M29 71c14-4 28-4 42 0l-1 5c-13-3-27-3-40 0z',
      ),
    ),
  diffuse: () => face(tone(hair(FULL), 0.16), dots(SPARSE)),
  scarring: () =>
    face(
      tone(`${hair(FULL)}M40 18l8-4 9 2 7 7-3 6 4 6-8 5-7-3-8 4-6-6 3-6-3-5z`),
      line('M46 22l8 8M54 21l-5 12M44 30l11-2', 1.2),
    ),
  traction: () =>
    face(
      tone(hair({ middle: 49, corner: [21, 43], tuft: 14 })),
      line('M41 45C36 33 36 20 40 9M59 45c5-12 5-25 1-36M50 47V8M31 43c-5-8-5-17-2-26M69 43c5-8 5-17 2-26', 1.2),
    ),
  chemo: () =>
    face(dots('M27 44c4-17 13-25 23-25s19 8 23 25M36 48c3-11 8-16 14-16s11 5 14 16M45 50c1-4 3-6 5-6s4 2 5 6', 2)),
  'surgical-trauma': () =>
    face(tone(`${hair(FULL)}M60 14l11 22-3 2-11-22z`), line('M62 20l5-2M65 26l5-2M68 32l5-2', 1.4)),
  'scar-fut': () => behind(tone(`${BEHIND}M24 56c17 6 35 6 52 0l1 4c-18 6-36 6-54 0z`)),
  'scar-fue': () =>
    behind(
      tone(BEHIND, 0.35),
      svg`<path d=${FUE} fill="none" stroke="Canvas" stroke-width="4" stroke-linecap="round"></path>`,
      line(FUE, 1.2),
    ),
  unsure: () => face(dots('M23 60c2-10 12-16 27-16s25 6 27 16', 2.2)),
  'photo-front': () => inFrame(front),
  'photo-top': () => inFrame(face(tone(STAGES['2'] ?? ''))),
  'photo-crown': () =>
    inFrame(
      behind(
        tone(BEHIND),
        svg`<path d="M50 24c4 0 6 3 4 6-3 4-10 2-10-4 0-7 9-10 15-6" fill="none" stroke="Canvas" stroke-width="2.4" stroke-linecap="round"></path>`,
      ),
    ),
  'photo-left': () => inFrame(side),
  'photo-right': () => inFrame([svg`<g transform="matrix(-1 0 0 1 100 0)">${side}</g>`]),
  'photo-donor': () => inFrame(behind(tone(BEHIND))),
};

/** Names of all drawings. */
export const DRAWING_NAMES: readonly string[] = Object.keys(DRAWINGS);

/** A drawing by its name; undefined where there is none. It says nothing by itself: words stand beside it. */
export function drawing(name: string): TemplateResult | undefined {
  if (!Object.hasOwn(DRAWINGS, name)) return undefined;
  return html`<svg class="drawing" viewBox="0 0 100 100" aria-hidden="true">${DRAWINGS[name]?.()}</svg>`;
}
