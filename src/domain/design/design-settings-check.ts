import { DENSITIES } from './density.js';
import type { Density } from './density.js';
import { DEFAULT_DESIGN_SETTINGS } from './design-settings.js';
import type { DesignPreset, DesignSettings } from './design-settings.js';
import { DESIGN_LIMITS, designFrom, withShape } from './hairline-design.js';
import type { HairlineDesign } from './hairline-design.js';
import { EDGES, HAIRLINE_SHAPES } from './hairline.js';
import type { Shade } from './pigment.js';

const MOST_SHADES = 24;
const MOST_PRESETS = 12;
const MOST_NAME = 60;
const ID = /^[\w-]{1,40}$/;
const COLOUR = /^#[\da-f]{6}$/i;

/** A mistake in a clinic's settings: where it stands, `shades[2].colour`, and why it is one. */
export interface DesignSettingsProblem {
  readonly path: string;
  readonly message: string;
}

type Told = (path: string, message: string) => void;
type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

/**
 * Reads the `design` of a clinic's profile: `shades`, `presets`, `start`, `shapes`, `edges` and `densities`, each of them
 * optional. A part that holds a mistake is told, and the default takes its place; never throws.
 */
export function checkDesignSettings(value: unknown): {
  readonly settings: DesignSettings;
  readonly problems: readonly DesignSettingsProblem[];
} {
  const problems: DesignSettingsProblem[] = [];
  const told: Told = (path, message) => void problems.push({ path, message });
  const usual = DEFAULT_DESIGN_SETTINGS;
  const given = fieldsOf(value);
  if (!given) {
    if (value !== undefined) told('design', 'is not an object');
    return { settings: usual, problems };
  }
  const shades = shadesOf(given['shades'], told) ?? usual.shades;
  const shapes = someOf(given['shapes'], HAIRLINE_SHAPES, 'shapes', told) ?? usual.shapes;
  const edges = someOf(given['edges'], EDGES, 'edges', told) ?? usual.edges;
  const densities = densitiesOf(given['densities'], told) ?? usual.densities;
  const known = (design: HairlineDesign, path: string): HairlineDesign => {
    if (shades.some(({ id }) => id === design.shade)) return design;
    const shade = shades[Math.floor(shades.length / 2)]?.id ?? design.shade;
    const start = fieldsOf(given['start']);
    if (path !== 'start' || start?.['shade'] !== undefined) told(`${path}.shade`, 'is not one of the shades');
    return { ...design, shade };
  };
  const start = known(designOf(given['start'], usual.start, 'start', told), 'start');
  const presets = presetsOf(given['presets'], start, known, told) ?? usual.presets;
  return { settings: { shades, presets, start, shapes, edges, densities }, problems };
}

function shadesOf(value: unknown, told: Told): readonly Shade[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_SHADES) {
    told('shades', `is not a list of 1 to ${MOST_SHADES}`);
    return undefined;
  }
  const shades: Shade[] = [];
  for (const [index, one] of (value as unknown[]).entries()) {
    const { id, colour, name } = fieldsOf(one) ?? {};
    const path = `shades[${index}]`;
    if (typeof id !== 'string' || !ID.test(id)) told(`${path}.id`, 'is not 1 to 40 letters, digits, - or _');
    else if (shades.some((other) => other.id === id)) told(`${path}.id`, 'is there twice');
    else if (typeof colour !== 'string' || !COLOUR.test(colour)) told(`${path}.colour`, 'is not #rrggbb');
    else if (name !== undefined && !isName(name)) told(`${path}.name`, `is not a text of 1 to ${MOST_NAME}`);
    else shades.push({ id, colour, ...(name !== undefined && { name }) });
  }
  return shades.length === value.length ? shades : undefined;
}

function presetsOf(
  value: unknown,
  start: HairlineDesign,
  known: (design: HairlineDesign, path: string) => HairlineDesign,
  told: Told,
): readonly DesignPreset[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length > MOST_PRESETS) {
    told('presets', `is not a list of at most ${MOST_PRESETS}`);
    return undefined;
  }
  return (value as unknown[]).flatMap((one, index): DesignPreset[] => {
    const { id, name, design } = fieldsOf(one) ?? {};
    const path = `presets[${index}]`;
    if (typeof id !== 'string' || !ID.test(id)) told(`${path}.id`, 'is not 1 to 40 letters, digits, - or _');
    else if (!isName(name)) told(`${path}.name`, `is not a text of 1 to ${MOST_NAME}`);
    else return [{ id, name, design: known(designOf(design, start, `${path}.design`, told), `${path}.design`) }];
    return [];
  });
}

/** A design over another one; a shape brings its own place. */
function designOf(value: unknown, base: HairlineDesign, path: string, told: Told): HairlineDesign {
  if (value === undefined) return base;
  const shape = HAIRLINE_SHAPES.find((one) => one === fieldsOf(value)?.['shape']);
  const { design, problems } = designFrom(value, shape ? withShape(base, shape) : base);
  for (const { field, message } of problems) told(field === 'design' ? path : `${path}.${field}`, message);
  return design;
}

function someOf<T extends string>(
  value: unknown,
  all: readonly T[],
  path: string,
  told: Told,
): readonly T[] | undefined {
  if (value === undefined) return undefined;
  const some = Array.isArray(value) ? all.filter((one) => value.includes(one)) : [];
  if (Array.isArray(value) && some.length > 0 && some.length === value.length) return some;
  told(path, `is not a list of some of ${all.join(', ')}`);
  return undefined;
}

function densitiesOf(value: unknown, told: Told): Readonly<Record<Density, number>> | undefined {
  if (value === undefined) return undefined;
  const given = fieldsOf(value) ?? {};
  const [least, most] = DESIGN_LIMITS.density;
  const densities: Record<Density, number> = { ...DENSITIES };
  for (const name of Object.keys(DENSITIES) as Density[]) {
    const dots = given[name];
    if (dots === undefined) continue;
    if (typeof dots === 'number' && Number.isInteger(dots) && dots >= least && dots <= most) densities[name] = dots;
    else told(`densities.${name}`, `is not a whole number from ${least} to ${most}`);
  }
  return densities;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MOST_NAME;
}
