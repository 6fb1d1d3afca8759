import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { SHAPE_GEOMETRY } from '../../domain/design/hairline.js';
import type { HairlineShape } from '../../domain/design/hairline.js';
import { powerOf } from '../../scalp/hairline-curve.js';

/** A forehead with the line of a shape, drawn from the same numbers as the picture. */
export function shapeDrawing(shape: HairlineShape): SVGTemplateResult {
  const { midHeight, leftCorner, peakDepth } = SHAPE_GEOMETRY[shape];
  const power = powerOf(shape);
  const up = (mm: number) => (43 - (mm - 50) * 0.6).toFixed(1);
  const line = Array.from({ length: 25 }, (_, k) => {
    const u = Math.abs(k / 12 - 1);
    const dip = peakDepth * (1 - Math.exp(-((u / 0.25) ** 2)));
    return `${(13 + k * 1.58).toFixed(1)} ${up(midHeight + dip + (leftCorner - midHeight - peakDepth) * u ** power)}`;
  });
  return svg`<svg class="shape" viewBox="0 0 64 48" aria-hidden="true" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">
    <path class="head" d="M9 47C3 20 14 2 32 2s29 18 23 45" />
    <path d="M10 42 ${line.join(' ')} 54 42" stroke-width="2.4" />
  </svg>`;
}
