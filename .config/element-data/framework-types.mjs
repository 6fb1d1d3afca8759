const comment = (text, indent) => {
  const safe = text.replaceAll('*/', '*\\/').replaceAll(/\s*\n\s*/g, ' ');
  return `${indent}/** ${safe} */`;
};
const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);
const camel = (name) => name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
const pascal = (name) => camel(`-${name}`);

const member = (name, type, text) => [comment(text, '  '), `  ${key(name)}?: ${type} | undefined;`];

/** The type of a property, from the class itself, so that the two cannot differ. */
const propertyType = ({ className }, { name }) => `${className}['${name}']`;

/** What may be written as an attribute whose property is spelt otherwise. */
const ATTRIBUTE_TYPES = { boolean: 'boolean', number: 'number | string' };
const attributeType = ({ type }) => ATTRIBUTE_TYPES[type] ?? 'string';

const settable = ({ properties }) => properties.filter(({ readonly }) => !readonly);

/** Elements that others stand in: what those tell bubbles up through them. */
const AROUND = ['smp-clinic', 'smp-journey', 'smp-launcher'];

/** Properties, and attributes that are spelt otherwise, by the name one writes. */
function propsOf(element) {
  const named = new Map(
    settable(element).map((property) => [property.name, [propertyType(element, property), property.text]]),
  );
  for (const property of settable(element)) {
    const { attribute, text } = property;
    if (attribute && !named.has(attribute)) named.set(attribute, [attributeType(property), text]);
  }
  for (const property of element.handedOn) {
    named.set(property.attribute, [attributeType(property), property.text]);
  }
  return [...named].flatMap(([name, [type, text]]) => member(name, type, text));
}

/** What an element may hear: what it fires, and what bubbles up from the widgets inside it. */
function heardBy(element, events) {
  const own = new Map(element.events.map((event) => [event.name, event]));
  if (AROUND.includes(element.tag)) {
    for (const { name, className, text } of events) if (!own.has(name)) own.set(name, { name, type: className, text });
  }
  return [...own.values()];
}

const handlersOf = (element, events, named) =>
  heardBy(element, events).flatMap(({ name, type, text }) => member(named(name), `((event: ${type}) => void)`, text));

const jsxProps = (element, events) => [...propsOf(element), ...handlersOf(element, events, (name) => `on${name}`)];

/** Solid writes attributes, or properties and listeners by a prefix. */
const solidProps = (element, events) => [
  ...settable(element).flatMap((property) => {
    const { name, attribute, text } = property;
    const type = propertyType(element, property);
    return [...member(attribute ?? name, type, text), ...member(`prop:${name}`, type, text)];
  }),
  ...element.handedOn.flatMap((one) => member(one.attribute, attributeType(one), one.text)),
  ...handlersOf(element, events, (name) => `on:${name}`),
];

const vueProps = (element, events) => [
  ...propsOf(element),
  ...handlersOf(element, events, (name) => `on${pascal(name)}`),
];

const tokensOf = (elements) => {
  const tokens = new Map(elements.flatMap((element) => element.tokens).map((token) => [token.name, token]));
  return [...tokens.values()].flatMap(({ name, text }) => [
    comment(text, '    '),
    `    '${name}'?: string | undefined;`,
  ]);
};

/** How each framework takes the types of elements: what is imported, whose interface grows, and by what. */
const FRAMEWORKS = {
  react: {
    title: 'React 19',
    imports: "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    props: jsxProps,
    all: 'DetailedHTMLProps<HTMLAttributes<Element>, Element>',
    more: { class: 'string | undefined' },
    // The other frameworks take any custom property in a style.
    styles: 'CSSProperties',
    open: ["declare module 'react' {", '  namespace JSX {', '    interface IntrinsicElements {'],
  },
  preact: {
    title: 'Preact',
    imports: "import type { ClassAttributes, HTMLAttributes } from 'preact';",
    props: jsxProps,
    all: 'HTMLAttributes<Element> & ClassAttributes<Element>',
    open: ["declare module 'preact' {", '  namespace JSX {', '    interface IntrinsicElements {'],
  },
  solid: {
    title: 'Solid',
    imports: "import type { JSX } from 'solid-js';",
    props: solidProps,
    all: 'JSX.HTMLAttributes<Element>',
    open: ["declare module 'solid-js' {", '  namespace JSX {', '    interface IntrinsicElements {'],
  },
  vue: {
    title: 'Vue 3',
    imports: "import type { HTMLAttributes, PublicProps } from 'vue';",
    props: vueProps,
    all: 'HTMLAttributes & PublicProps',
    entry: (own, element) => `new () => ${element} & { $props: Props<${own}> }`,
    open: ["declare module 'vue' {", '  interface GlobalComponents {'],
  },
  svelte: {
    title: 'Svelte 5',
    imports: "import type { HTMLAttributes } from 'svelte/elements';",
    props: jsxProps,
    all: 'HTMLAttributes<Element>',
    open: ["declare module 'svelte/elements' {", '  interface SvelteHTMLElements {'],
  },
};

/** Frameworks whose templates can be checked. */
export const FRAMEWORK_NAMES = Object.keys(FRAMEWORKS);

/** The declarations that teach one framework's templates the elements, as the text of a `.d.ts` file. */
export function typesFor(framework, elements, events) {
  const { title, imports, props, all, more = {}, styles, entry, open } = FRAMEWORKS[framework];
  const names = [...elements, ...events].map(({ className }) => className);
  const generic = /\bElement\b/.test(all);
  const entryOf = entry ?? ((own, element) => `Props<${own}, ${element}>`);
  const indent = '  '.repeat(open.length);
  return [
    `// Types of the elements for ${title}. Importing this file changes nothing else.`,
    imports,
    `import type {\n${names.map((name) => `  ${name},\n`).join('')}} from './index.js';`,
    '',
    `type Props<Own${generic ? ', Element' : ''}> = Own & Omit<${all}, keyof Own>;`,
    '',
    ...elements.flatMap((element) => [
      comment(element.text, ''),
      `export interface ${element.className}Props {`,
      ...Object.entries(more).map(([name, type]) => `  ${name}?: ${type};`),
      ...props(element, events),
      '}',
      '',
    ]),
    ...open,
    ...elements.flatMap(({ tag, className, text }) => [
      comment(text, indent),
      `${indent}'${tag}': ${entryOf(`${className}Props`, className)};`,
    ]),
    ...open.slice(1).map((_, index) => `${'  '.repeat(open.length - index - 1)}}`),
    ...(styles ? [`  interface ${styles} {`, ...tokensOf(elements), '  }'] : []),
    '}',
    '',
  ].join('\n');
}
