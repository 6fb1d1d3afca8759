import { plainLine } from '../consultation/plain-lines.js';
import { densityName } from './density.js';
import type { HairlineDesign } from './hairline-design.js';
import { DEFAULT_SHADES, type Shade } from './pigment.js';

const SHAPES: Readonly<Record<HairlineDesign['shape'], string>> = {
  'natural-rounded': 'Rounded',
  straight: 'Straight',
  'widows-peak': 'Widow’s peak',
  'mature-receded': 'Mature, set back',
  'juvenile-low': 'Low, as in youth',
  'm-shape': 'M-shaped',
  round: 'Round',
  rectangular: 'Rectangular',
};

const EDGES: Readonly<Record<HairlineDesign['edge'], string>> = {
  'soft-broken': 'soft broken edge',
  medium: 'medium edge',
  defined: 'defined edge',
};

/** Of mm, as practitioners measure them. */
const cm = (mm: number): string => (mm / 10).toFixed(1);

/**
 * A design in one line of English for whoever draws it on the client: "Rounded, soft broken edge, 8.2 cm above the brows,
 * corners 9.2 and 9.3 cm (left, right), …". Left and right are the client's own.
 * @param palette the clinic's pigments, for their names. Default: the built-in ones
 */
export function designSummary(design: HairlineDesign, palette: readonly Shade[] = DEFAULT_SHADES): string {
  const { shape, edge, midHeight, leftCorner, rightCorner, peakDepth, temples, temporalPeak, density, sessions } =
    design;
  return [
    SHAPES[shape],
    EDGES[edge],
    `${cm(midHeight)} cm above the brows`,
    ...(peakDepth > 0 ? [`middle dips ${cm(peakDepth)} cm`] : []),
    `corners ${cm(leftCorner)} and ${cm(rightCorner)} cm (left, right)`,
    `${temples} temples${temporalPeak > 0 ? ` ${cm(temporalPeak)} cm forward` : ''}`,
    `shade ${shadeName(design.shade, palette)}`,
    `${densityName(density)} density (${density} dots/cm²)`,
    sessions === 1 ? '1 session' : `${sessions} sessions`,
  ].join(', ');
}

/** The clinic's name for a shade; of the built-in ones the number, of others the id. */
function shadeName(id: string, palette: readonly Shade[]): string {
  const name = plainLine(palette.find((shade) => shade.id === id)?.name ?? '');
  return name || id.replace(/^shade-(?=\d+$)/, '');
}
