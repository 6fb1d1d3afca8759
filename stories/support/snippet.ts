import { directionOf } from './scene.js';
import type { Scene } from './scene.js';

/** Where a clinic serves the folder `dist/cdn` of the package from, in what is copied. */
export const SCRIPT = '/sdk/smp-widgets.js';
/** Where the package's themes are served from. */
const THEMES = '/sdk/themes';
/** The clinic's backend, in what is copied. */
export const ENDPOINT = '/smp';

/** The HTML that shows on a clinic's page what a story shows: script, style sheet, clinic and element. */
export function snippetOf(scene: Scene): string {
  const { tag, attributes, content = '', globals } = scene;
  const { locale, theme } = globals;
  const direction = directionOf(scene);
  const around = {
    endpoint: ENDPOINT,
    ...(locale && { lang: locale }),
    ...(direction && { dir: direction }),
  };
  const inside = content.trim();
  const clinic =
    tag === 'smp-clinic'
      ? element(tag, { ...around, ...attributes }, inside)
      : element('smp-clinic', around, element(tag, attributes, inside));
  const style = rules(scene);
  return [
    `<script type="module" src="${SCRIPT}"></script>`,
    ...(theme ? [`<link rel="stylesheet" href="${THEMES}/${theme}.css" />`] : []),
    ...(style ? [`<style>\n${indent(style)}\n</style>`] : []),
    '',
    clinic,
  ].join('\n');
}

/** Declarations that the element and the clinic around it are given, by selector. */
export function declarationsOf({ tag, own, tokens, globals, reserve }: Scene): Map<string, Record<string, string>> {
  const around = {
    ...(globals.width && { 'max-inline-size': `${globals.width}px` }),
    ...tokens,
  };
  const found = new Map<string, Record<string, string>>();
  const add = (selector: string, declarations: Record<string, string>) => {
    if (Object.keys(declarations).length === 0) return;
    found.set(selector, { ...found.get(selector), ...declarations });
  };
  add('smp-clinic', around);
  add(tag, own);
  if (reserve) add(tag, { display: 'block', 'min-block-size': reserve });
  return found;
}

function rules(scene: Scene): string {
  return [...declarationsOf(scene)]
    .map(([selector, declarations]) => {
      const lines = Object.entries(declarations).map(([name, value]) => `  ${name}: ${value};`);
      return `${selector} {\n${lines.join('\n')}\n}`;
    })
    .join('\n');
}

function element(tag: string, attributes: Readonly<Record<string, string>>, content: string): string {
  const list = Object.entries(attributes).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escape(value)}"`,
  );
  const start = `<${tag}${list.join('')}>`;
  return content === '' ? `${start}</${tag}>` : `${start}\n${indent(content)}\n</${tag}>`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');
