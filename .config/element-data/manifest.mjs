const inDist = (path) => path.replace(/^src\/(.*)\.ts$/, 'dist/$1.js');
const definition = (path) => path.replace(/[^/]+\.ts$/, 'define.ts');

/** Leaves out what is not said. */
const said = (entry) =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined && value !== '' && value !== false),
  );

/** A type as it is written, or the words that a text may be. */
export const typeTextOf = ({ type, choices }) => choices?.map((word) => `'${word}'`).join(' | ') ?? type;

const fieldOf = (property) =>
  said({
    kind: 'field',
    name: property.name,
    description: property.text,
    type: { text: typeTextOf(property) },
    default: property.default,
    attribute: property.attribute,
    reflects: property.reflects,
    readonly: property.readonly,
    privacy: 'public',
  });

const attributeOf = (property) =>
  said({
    name: property.attribute,
    fieldName: property.name,
    description: property.text,
    type: { text: typeTextOf(property) },
    default: property.default,
  });

/** Another element's, which this one hands on. */
const handedOnOf = (property) => ({
  ...said({ name: property.attribute, description: property.text, type: { text: typeTextOf(property) } }),
  inheritedFrom: { name: property.sources[0].className, module: inDist(property.sources[0].path) },
});

const methodOf = ({ method, parameters, returns, text }) => ({
  kind: 'method',
  name: method,
  description: text,
  privacy: 'public',
  parameters: parameters.map(({ name, type, optional }) => said({ name, type: { text: type }, optional })),
  return: { type: { text: returns } },
});

const partOf = ({ name, text, default: initial }) => said({ name, description: text, default: initial });
/** The default slot has the empty name. */
const slotOf = ({ name, text }) => ({ name, description: text });

const SUPERCLASS = { name: 'LitElement', package: 'lit' };

const declarationOf = (element, base) => ({
  kind: 'class',
  customElement: true,
  name: element.className,
  tagName: element.tag,
  description: element.text,
  superclass: base,
  attributes: [
    ...element.properties.filter(({ attribute }) => attribute).map(attributeOf),
    ...element.handedOn.map(handedOnOf),
  ],
  members: [...element.properties.map(fieldOf), ...element.methods.map(methodOf)],
  events: element.events.map(({ name, type, text }) => ({
    name,
    description: text,
    type: { text: type, references: [{ name: type, package: 'smp-widgets', module: 'dist/index.js' }] },
  })),
  slots: element.slots.map(slotOf),
  cssParts: [...element.parts, ...element.innerParts].map(partOf),
  cssProperties: element.tokens.map(partOf),
  cssStates: element.states.map(partOf),
});

const eventDeclarationOf = ({ className, text, fields }) => ({
  kind: 'class',
  name: className,
  description: text,
  superclass: { name: 'Event', package: 'global:' },
  members: fields.map((field) => ({
    kind: 'field',
    name: field.name,
    description: field.text,
    type: { text: field.type },
    readonly: true,
    privacy: 'public',
  })),
});

/** The custom elements manifest: what the elements offer, without anything that is not public. */
export function manifestOf(elements, events) {
  const js = (name, module) => ({ kind: 'js', name, declaration: { name, module } });
  const modules = elements.flatMap((element) => {
    const path = inDist(element.path);
    const declaration = { name: element.className, module: path };
    return [
      {
        kind: 'javascript-module',
        path,
        declarations: [declarationOf(element, SUPERCLASS)],
        exports: [js(element.className, path)],
      },
      {
        kind: 'javascript-module',
        path: inDist(definition(element.path)),
        declarations: [],
        exports: [{ kind: 'custom-element-definition', name: element.tag, declaration }],
      },
    ];
  });
  const index = {
    kind: 'javascript-module',
    path: 'dist/index.js',
    declarations: events.map(eventDeclarationOf),
    exports: [
      ...elements.map(({ className, path }) => js(className, inDist(path))),
      ...events.map(({ className }) => js(className, 'dist/index.js')),
    ],
  };
  return { schemaVersion: '2.1.0', readme: 'README.md', modules: [index, ...modules] };
}
