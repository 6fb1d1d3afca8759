/** Shapes of a hairline: `straight` is also sold as “edge-up” or “box”; the last three are those named for women. */
export const HAIRLINE_SHAPES = [
  'natural-rounded',
  'straight',
  'widows-peak',
  'mature-receded',
  'juvenile-low',
  'm-shape',
  'round',
  'rectangular',
] as const;
export type HairlineShape = (typeof HAIRLINE_SHAPES)[number];

/** How the line begins: scattered dots of rising density, between the two, or crisp. */
export const EDGES = ['soft-broken', 'medium', 'defined'] as const;
export type Edge = (typeof EDGES)[number];

/** How strongly the line is drawn at the temples, seen from the side. */
export const TEMPLES = ['soft', 'medium', 'defined'] as const;
export type Temples = (typeof TEMPLES)[number];

/** Where a hairline lies on the head; all in whole mm, measured over the skin. */
export interface HairlineGeometry {
  /** Middle of the line above the glabella (the smooth spot between the brows). 70 to 100 is usual. */
  readonly midHeight: number;
  /** The corner on the client's left, above the brow, on the line from the outer corner of the eye to the crown. */
  readonly leftCorner: number;
  /** The corner on the client's right. */
  readonly rightCorner: number;
  /** How far the temple reaches forward; 0 for none. */
  readonly temporalPeak: number;
  /** How far the middle dips below the line on both sides of it; 0 for none. */
  readonly peakDepth: number;
}

/**
 * Where each shape starts. The middle 85 mm up is between the 70 mm of a bold line and the 100 mm of a careful one (mid
 * frontal point, 7–10 cm above the glabella); corners are level with the middle or above it (Shapiro, frontotemporal
 * angle), and left and right differ a little, as they do in nature.
 */
export const SHAPE_GEOMETRY: Readonly<Record<HairlineShape, HairlineGeometry>> = {
  'natural-rounded': { midHeight: 82, leftCorner: 92, rightCorner: 93, temporalPeak: 8, peakDepth: 0 },
  straight: { midHeight: 80, leftCorner: 82, rightCorner: 82, temporalPeak: 12, peakDepth: 0 },
  'widows-peak': { midHeight: 86, leftCorner: 96, rightCorner: 97, temporalPeak: 8, peakDepth: 8 },
  'mature-receded': { midHeight: 92, leftCorner: 112, rightCorner: 114, temporalPeak: 5, peakDepth: 2 },
  'juvenile-low': { midHeight: 68, leftCorner: 74, rightCorner: 74, temporalPeak: 12, peakDepth: 0 },
  'm-shape': { midHeight: 80, leftCorner: 104, rightCorner: 105, temporalPeak: 10, peakDepth: 4 },
  round: { midHeight: 80, leftCorner: 86, rightCorner: 87, temporalPeak: 10, peakDepth: 0 },
  rectangular: { midHeight: 76, leftCorner: 80, rightCorner: 80, temporalPeak: 12, peakDepth: 0 },
};
