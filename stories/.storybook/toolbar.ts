import type { Preview } from '@storybook/web-components-vite';
import { storyClinics } from '../support/fake-clinics.js';
import { networks } from '../support/network.js';
import { PSEUDO } from '../support/pseudo-words.js';
import { themes } from '../support/themes.js';

type Tools = NonNullable<Preview['globalTypes']>;
type Icon = NonNullable<NonNullable<Tools[string]['toolbar']>['icon']>;

interface Item {
  readonly value: string;
  readonly title: string;
}

/** `first`: what the tool is called while nothing else was chosen. */
const titled = (list: Readonly<Record<string, { readonly title: string }>>, first?: string): Item[] =>
  Object.entries(list).map(([value, { title }], index) => ({ value, title: (index === 0 && first) || title }));

const tool = (name: string, description: string, icon: Icon, items: readonly Item[]): Tools[string] => ({
  name,
  description,
  toolbar: { icon, title: name, items: [...items], dynamicTitle: true },
});

/** The languages that the elements speak. */
const LOCALES: readonly (readonly [tag: string, name: string])[] = [
  ['', 'Language'],
  ['en-GB', 'English (UK)'],
  ['en-US', 'English (US)'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['it', 'Italiano'],
  ['nl', 'Nederlands'],
  ['pt', 'Português'],
  ['tr', 'Türkçe'],
  ['pl', 'Polski'],
  ['ar', 'العربية'],
  [PSEUDO, 'Pseudo: accents, and longer'],
];

/** What can be changed for every story at once. */
export const toolbar: Tools = {
  theme: tool('Theme', 'The look that a clinic begins with', 'paintbrush', [
    { value: '', title: 'Theme' },
    ...titled(themes),
  ]),
  accent: { name: 'Accent', description: 'The clinic’s colour' },
  radius: tool('Corners', 'Roundness of corners', 'bottombar', [
    { value: '', title: 'Corners' },
    { value: '0', title: 'Square' },
    { value: '0.25em', title: 'Slightly round' },
    { value: '1.25em', title: 'Round' },
  ]),
  font: tool('Font', 'Font family', 'paragraph', [
    { value: '', title: 'Font' },
    { value: 'system-ui, sans-serif', title: 'System' },
    { value: 'Georgia, "Times New Roman", serif', title: 'Serif' },
    { value: '"Courier New", monospace', title: 'Monospace' },
  ]),
  locale: tool(
    'Language',
    'The language of the clinic’s page',
    'globe',
    LOCALES.map(([value, title]) => ({ value, title })),
  ),
  direction: tool('Direction', 'The direction that the page is written in', 'transfer', [
    { value: 'auto', title: 'Direction' },
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  width: tool('Width', 'The width of the column', 'grow', [
    { value: '', title: 'Width' },
    { value: '320', title: '320 px' },
    { value: '480', title: '480 px' },
    { value: '768', title: '768 px' },
  ]),
  network: tool('Backend', 'How the clinic’s backend answers', 'cloud', titled(networks, 'Backend')),
  clinic: tool('Clinic', 'The invented clinic', 'home', titled(storyClinics, 'Clinic')),
};
