/** Named densities, in dots per cm² of skin. Natural follicular units are 65 to 110 per cm². */
export const DENSITIES = { light: 40, natural: 65, full: 90, bold: 110 } as const;
export type Density = keyof typeof DENSITIES;

/** The named density that is nearest to a number of dots per cm². */
export function densityName(dots: number): Density {
  const names = Object.keys(DENSITIES) as Density[];
  return names.reduce((best, name) =>
    Math.abs(DENSITIES[name] - dots) < Math.abs(DENSITIES[best] - dots) ? name : best,
  );
}
