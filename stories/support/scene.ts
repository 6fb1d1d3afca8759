import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import { storyClinics } from './fake-clinics.js';
import type { StoryClinicName } from './fake-clinics.js';
import { networks } from './network.js';
import type { NetworkName } from './network.js';
import { themes } from './themes.js';
import type { ThemeName, Tokens } from './themes.js';

/** The toolbar, as a story finds it. */
export interface SceneGlobals {
  readonly theme: ThemeName;
  /** A colour, or empty for the theme's. */
  readonly accent: string;
  readonly radius: string;
  readonly font: string;
  /** A language tag, or empty for the page's. */
  readonly locale: string;
  readonly direction: 'auto' | 'ltr' | 'rtl';
  /** Width of the column in pixels, or empty for all there is. */
  readonly width: string;
  readonly network: NetworkName;
  readonly clinic: StoryClinicName;
}

/** What a story may say of itself beside its attributes. */
export interface SceneParameters {
  /** What stands between the element's tags, as HTML. */
  readonly content?: string;
  /** What has happened before the story begins. Gives properties to set on the element. */
  readonly prepare?: (adapter: MemoryAdapter) => Promise<Readonly<Record<string, unknown>>>;
  /** The backend as the elements see it. Default: as it is. */
  readonly adapter?: (adapter: MemoryAdapter) => SchedulingAdapter;
  /** Height that the page keeps free until the element is there. */
  readonly reserve?: string;
}

/** All there is to know of what a story shows. */
export interface Scene extends SceneParameters {
  readonly tag: string;
  /** By name; empty for those that need no value. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Tokens that stand on the element itself. */
  readonly own: Tokens;
  /** Tokens that stand on the `<smp-clinic>` around it. */
  readonly tokens: Tokens;
  readonly globals: SceneGlobals;
}

/** What Storybook tells of a story that is to be shown. */
export interface SceneContext {
  readonly component?: unknown;
  readonly args: Readonly<Record<string, unknown>>;
  readonly initialArgs: Readonly<Record<string, unknown>>;
  readonly globals: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The toolbar before anybody has touched it. */
export const INITIAL_GLOBALS: SceneGlobals = {
  theme: '',
  accent: '',
  radius: '',
  font: '',
  locale: '',
  direction: 'auto',
  width: '',
  network: 'instant',
  clinic: 'fadeaway',
};

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** The scene that a story is, under the toolbar as it is. */
export function sceneOf({ component, args, initialArgs, globals, parameters }: SceneContext): Scene {
  const attributes: Record<string, string> = {};
  const own: Record<`--smp-${string}`, string> = {};
  for (const [name, value] of Object.entries(args)) {
    if (typeof value !== 'string' && typeof value !== 'number' && value !== true) continue;
    const text = value === true ? '' : String(value);
    // A control that was emptied means an attribute that is not there.
    if (text === '' && value !== true && initialArgs[name] !== '') continue;
    if (isToken(name)) own[name] = text;
    else attributes[name] = text;
  }
  const set = readGlobals(globals);
  return {
    ...(parameters['scene'] as SceneParameters | undefined),
    tag: String(component),
    attributes,
    own,
    tokens: {
      ...(set.accent && { '--smp-accent': set.accent }),
      ...(set.radius && { '--smp-radius': set.radius }),
      ...(set.font && { '--smp-font': set.font }),
    },
    globals: set,
  };
}

/** The direction that a page in this language is written in, where the toolbar says nothing. */
export function directionOf({ globals: { direction, locale } }: Scene): '' | 'ltr' | 'rtl' {
  if (direction !== 'auto') return direction;
  return RIGHT_TO_LEFT.includes(locale.split('-')[0] ?? '') ? 'rtl' : '';
}

const isToken = (name: string): name is `--smp-${string}` => name.startsWith('--smp-');

/** What stands in an address may be anything. */
function readGlobals(globals: Readonly<Record<string, unknown>>): SceneGlobals {
  const text = (name: keyof SceneGlobals): string => {
    const value = globals[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : INITIAL_GLOBALS[name];
  };
  const one = <T extends string>(name: keyof SceneGlobals, known: Readonly<Record<T, unknown>>, usual: T): T => {
    const value = text(name);
    return value in known ? (value as T) : usual;
  };
  return {
    theme: one<ThemeName>('theme', { '': 0, ...themes }, INITIAL_GLOBALS.theme),
    accent: text('accent'),
    radius: text('radius'),
    font: text('font'),
    locale: text('locale'),
    direction: one<SceneGlobals['direction']>('direction', { auto: 0, ltr: 0, rtl: 0 }, 'auto'),
    width: text('width'),
    network: one('network', networks, INITIAL_GLOBALS.network),
    clinic: one('clinic', storyClinics, INITIAL_GLOBALS.clinic),
  };
}
