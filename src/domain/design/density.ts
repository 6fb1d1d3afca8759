/** Named densities, in dots per cm² of skin. Natural follicular units are 65 to 110 per cm². */
export const DENSITIES = { light: 40, natural: 65, full: 90, bold: 110 } as const;
export type Density = keyof typeof DENSITIES;

/** The named density that is nearest to a number of dots per cm². */
export function densityName(dots: number, densities: Readonly<Record<Density, number>> = DENSITIES): Density {
  const names = Object.keys(densities) as Density[];
  return names.reduce((best, name) =>
    Math.abs(densities[name] - dots) < Math.abs(densities[best] - dots) ? name : best,
  );
}
