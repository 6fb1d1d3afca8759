/** A pigment as a clinic offers it. */
export interface Shade {
  /** 1–40 letters, digits, `-` or `_`. */
  readonly id: string;
  /** `#rrggbb`, as the pigment looks on white; the preview multiplies it over the skin. */
  readonly colour: string;
  /** The clinic's own name for it; the locale's where there is none. */
  readonly name?: string;
}

/**
 * Pigment is a black thinned with water to the shade of shaved stubble, and no chart of shades is a standard of the
 * trade: these five are a model of it, from the stubble of blond or white hair to that of black hair.
 */
export const DEFAULT_SHADES: readonly Shade[] = [
  { id: 'shade-1', colour: '#8c857d' },
  { id: 'shade-2', colour: '#6f6861' },
  { id: 'shade-3', colour: '#55504b' },
  { id: 'shade-4', colour: '#3d3936' },
  { id: 'shade-5', colour: '#2a2826' },
];

/** The ten tones of the Monk Skin Tone scale, by Ellis Monk (skintone.google, CC BY 4.0), from the lightest. */
export const SKIN_TONES = [
  '#f6ede4',
  '#f3e7db',
  '#f7ead0',
  '#eadaba',
  '#d7bd96',
  '#a07e56',
  '#825c43',
  '#604134',
  '#3a312a',
  '#292420',
] as const;

/** Red, green and blue of `#rrggbb`, 0 to 255. */
export function rgbOf(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
