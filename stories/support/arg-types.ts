import type { ArgTypes } from '@storybook/web-components-vite';
import { fakeClinic } from '../../src/testing/fake-clinic.js';
import { declarationOf, tags } from './element-manifest.js';
import type { Entry } from './element-manifest.js';

const { clinic } = fakeClinic;
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

/** What the fake clinic knows by id. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  service: ids(clinic.services),
  practitioner: ids(clinic.practitioners),
  location: ids(clinic.locations),
  course: ['', ...ids((clinic.courses ?? []) as { id: string }[])],
  // What a launcher can open.
  opens: tags.map((tag) => tag.replace('smp-', '')).filter((name) => !['clinic', 'launcher'].includes(name)),
};
/** Attributes that would lead away from the story's own clinic. */
const FIXED = ['endpoint', 'demo'];

/** The tables of an element's page, and controls for its attributes and tokens. */
export function argTypesOf(tag: string): ArgTypes {
  const { attributes = [], members = [], slots, events, cssParts, cssProperties, cssStates } = declarationOf(tag);
  const rows = (category: string, entries: readonly Entry[] = []): ArgTypes =>
    Object.fromEntries(
      entries.map((entry) => [
        // Slots, parts and states may bear the same name.
        `${category} ${entry.name}`,
        { ...row(category, entry), name: entry.name || '(default)', control: false },
      ]),
    );
  return {
    ...Object.fromEntries(
      attributes.map((entry) => [entry.name, { ...row('attributes', entry), ...controlOf(entry) }]),
    ),
    ...Object.fromEntries(
      (cssProperties ?? []).map((entry) => [
        entry.name,
        { ...row('tokens', entry), control: isColour(entry) ? { type: 'color' } : { type: 'text' } },
      ]),
    ),
    ...rows(
      'properties',
      members.filter(({ kind, attribute, privacy }) => kind === 'field' && !attribute && privacy !== 'private'),
    ),
    ...rows(
      'methods',
      members.filter(({ kind }) => kind === 'method').map((entry) => ({ ...entry, name: `${entry.name}()` })),
    ),
    ...rows('slots', slots),
    ...rows('events', events),
    ...rows('parts', cssParts),
    ...rows(
      'states',
      (cssStates ?? []).map((entry) => ({ ...entry, name: `:state(${entry.name})` })),
    ),
  };
}

function row(category: string, { name, description = '', type, default: initial }: Entry): ArgTypes[string] {
  return {
    name,
    description,
    table: {
      category,
      ...(type && { type: { summary: type.text } }),
      ...(initial !== undefined && { defaultValue: { summary: initial } }),
    },
  };
}

function controlOf({ name, type, description = '' }: Entry): ArgTypes[string] {
  if (FIXED.includes(name)) return { control: false };
  const options = KNOWN[name] ?? choicesIn(type?.text ?? '') ?? wordsIn(description);
  if (options) return { control: { type: 'select' }, options: [undefined, ...options] };
  if (type?.text === 'boolean') return { control: { type: 'boolean' } };
  if (type?.text === 'number') return { control: { type: 'number' } };
  return { control: { type: 'text' } };
}

/** The literals of a union: `'a' | 'b'`. */
function choicesIn(type: string): string[] | undefined {
  const words = type.split('|').map((part) => /^\s*'([^']+)'\s*$/.exec(part)?.[1]);
  return words.length > 1 && words.every((word) => word !== undefined) ? words : undefined;
}

/** The words that a description begins with: "`left`, `right` or `top`." */
function wordsIn(description: string): string[] | undefined {
  const [list] = /^`[\w-]+`(?:(?:, | or )`[\w-]+`)+\./.exec(description) ?? [];
  return list?.match(/[\w-]+(?=`)/g) ?? undefined;
}

const isColour = ({ default: initial = '' }: Entry): boolean => /^#|light-dark\(/.test(initial);
