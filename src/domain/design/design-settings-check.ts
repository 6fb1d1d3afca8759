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
const MOST_PROBLEMS = 50;
const ID = /^[\w-]{1,40}$/;
const COLOUR = /^#[\da-f]{6}$/i;

/** A mistake in a clinic's settings: where it stands, `shades[2].colour`, and why it is one. */
export interface DesignSettingsProblem {
  readonly path: string;
  readonly message: string;
}

type Told = (path: string, message: string) => void;
type Fields = Readonly<Record<string, unknown>>;
/** A design with what the clinic offers in the place of what it does not; told where the design was given so. */
type Offered = (design: HairlineDesign, wanted: Fields | undefined, path: string) => HairlineDesign;

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
  const told: Told = (path, message) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ path, message });
  };
  const usual = DEFAULT_DESIGN_SETTINGS;
  const given = fieldsOf(value);
  if (!given) {
    if (value !== undefined) told('design', 'is not an object');
    return { settings: usual, problems };
  }
  strangers(given, Object.keys(usual), '', told);
  const shades = shadesOf(given['shades'], told) ?? usual.shades;
  const shapes = someOf(given['shapes'], HAIRLINE_SHAPES, 'shapes', told) ?? usual.shapes;
  const edges = someOf(given['edges'], EDGES, 'edges', told) ?? usual.edges;
  const densities = densitiesOf(given['densities'], told) ?? usual.densities;
  const offered: Offered = (design, wanted, path) => {
    let { shade, shape, edge } = design;
    if (!shades.some(({ id }) => id === shade)) {
      if (wanted?.['shade'] !== undefined) told(`${path}.shade`, 'is not one of the shades');
      shade = shades[Math.floor(shades.length / 2)]?.id ?? shade;
    }
    if (!edges.includes(edge)) {
      if (wanted?.['edge'] !== undefined) told(`${path}.edge`, 'is not one of the edges');
      edge = edges[0] ?? edge;
    }
    if (shapes.includes(shape)) return { ...design, shade, edge };
    if (wanted?.['shape'] !== undefined) told(`${path}.shape`, 'is not one of the shapes');
    shape = shapes[0] ?? shape;
    return { ...withShape(design, shape), shade, edge };
  };
  const start = designOf(given['start'], usual.start, 'start', offered, told);
  const presets = presetsOf(given['presets'], start, offered, told) ?? usual.presets;
  return { settings: { shades, presets, start, shapes, edges, densities }, problems };
}

/** Tells the names that nothing reads, since one that is misspelt changes nothing. */
function strangers(given: Fields, known: readonly string[], path: string, told: Told): void {
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) told(path + (ID.test(name) ? name : '?'), 'is not known');
  }
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
  offered: Offered,
  told: Told,
): readonly DesignPreset[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length > MOST_PRESETS) {
    told('presets', `is not a list of at most ${MOST_PRESETS}`);
    return undefined;
  }
  const presets: DesignPreset[] = [];
  for (const [index, one] of (value as unknown[]).entries()) {
    const { id, name, design } = fieldsOf(one) ?? {};
    const path = `presets[${index}]`;
    if (typeof id !== 'string' || !ID.test(id)) told(`${path}.id`, 'is not 1 to 40 letters, digits, - or _');
    else if (presets.some((other) => other.id === id)) told(`${path}.id`, 'is there twice');
    else if (!isName(name)) told(`${path}.name`, `is not a text of 1 to ${MOST_NAME}`);
    else presets.push({ id, name, design: designOf(design, start, `${path}.design`, offered, told) });
  }
  return presets;
}

/** A design over another one; a shape brings its own place. */
function designOf(value: unknown, base: HairlineDesign, path: string, offered: Offered, told: Told): HairlineDesign {
  if (value === undefined) return offered(base, undefined, path);
  const wanted = fieldsOf(value);
  if (wanted) strangers(wanted, Object.keys(base), `${path}.`, told);
  const shape = HAIRLINE_SHAPES.find((one) => one === wanted?.['shape']);
  const { design, problems } = designFrom(value, shape ? withShape(base, shape) : base);
  for (const { field, message } of problems) told(field === 'design' ? path : `${path}.${field}`, message);
  return offered(design, wanted, path);
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
  const given = fieldsOf(value);
  if (!given) {
    told('densities', 'is not an object');
    return undefined;
  }
  const names = Object.keys(DENSITIES) as Density[];
  strangers(given, names, 'densities.', told);
  const [least, most] = DESIGN_LIMITS.density;
  const densities: Record<Density, number> = { ...DENSITIES };
  for (const name of names) {
    const dots = given[name];
    if (dots === undefined) continue;
    if (typeof dots === 'number' && Number.isInteger(dots) && dots >= least && dots <= most) densities[name] = dots;
    else told(`densities.${name}`, `is not a whole number from ${least} to ${most}`);
  }
  // Two of the same number could not be told apart.
  const level = names.find((name, index) => index > 0 && densities[name] <= densities[names[index - 1] ?? name]);
  if (level === undefined) return densities;
  told(`densities.${level}`, 'is not more than the one before it');
  return undefined;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MOST_NAME;
}
