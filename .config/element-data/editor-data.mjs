import { typeTextOf } from './manifest.mjs';

const isBoolean = ({ type }) => type === 'boolean';
const list = (title, lines) => (lines.length === 0 ? [] : [`**${title}**`, ...lines.map((line) => `- ${line}`), '']);

/** Its own, and those of others that it hands on. */
const attributesOf = ({ properties, handedOn }) => [...properties.filter(({ attribute }) => attribute), ...handedOn];

/** What an editor shows of an element. */
const describe = ({ text, slots, events, parts, states, properties }) =>
  [
    text,
    '',
    ...list(
      'Properties without an attribute',
      properties
        .filter(({ attribute }) => !attribute)
        .map(({ name, text: what, readonly }) => `\`${name}\`${readonly ? ' (read only)' : ''}: ${what}`),
    ),
    ...list(
      'Events',
      events.map(({ name, type, text: when }) => `\`${name}\` (\`${type}\`): ${when}`),
    ),
    ...list(
      'Slots',
      slots.map(({ name, text: what }) => `${name ? `\`${name}\`` : 'default'}: ${what}`),
    ),
    ...list(
      'Parts',
      parts.map(({ name, text: what }) => `\`${name}\`: ${what}`),
    ),
    ...list(
      'States',
      states.map(({ name, text: what }) => `\`:state(${name})\`: ${what}`),
    ),
  ]
    .join('\n')
    .trim();

const markdown = (value) => ({ kind: 'markdown', value });

/** Tags and attributes for `html.customData` of Visual Studio Code, and whatever else reads that format. */
export const htmlDataOf = (elements) => ({
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tag,
    description: markdown(describe(element)),
    attributes: attributesOf(element).map((property) => ({
      name: property.attribute,
      description: markdown(property.text),
      ...(isBoolean(property) && { valueSet: 'v' }),
      ...(property.choices && { values: property.choices.map((name) => ({ name })) }),
    })),
  })),
});

const unique = (entries) => [...new Map(entries.map((entry) => [entry.name, entry])).values()];

/** Custom properties and parts for `css.customData` of Visual Studio Code. */
export const cssDataOf = (elements) => ({
  version: 1.1,
  properties: unique(elements.flatMap(({ tokens }) => tokens)).map(({ name, text, default: initial }) => ({
    name,
    description: markdown(initial ? `${text}\n\nDefault: \`${initial}\`` : text),
  })),
  pseudoElements: unique(elements.flatMap(({ parts, innerParts }) => [...parts, ...innerParts])).map(
    ({ name, text }) => ({
      name: `::part(${name})`,
      description: markdown(text),
    }),
  ),
});

const webType = ({ name, text, default: initial }) => ({
  name,
  description: text,
  ...(initial !== undefined && { default: initial }),
});

/** What JetBrains editors read. */
export const webTypesOf = (elements, { name, version }) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name,
  version,
  'js-types-syntax': 'typescript',
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tag,
        description: element.text,
        source: { module: name, symbol: element.className },
        attributes: attributesOf(element).map((property) => ({
          name: property.attribute,
          description: property.text,
          ...(property.default !== undefined && { default: property.default }),
          value: isBoolean(property)
            ? { kind: 'no-value', type: 'boolean' }
            : { kind: 'plain', type: typeTextOf(property) },
        })),
        slots: element.slots.map(webType),
        js: {
          properties: element.properties.map((property) => ({
            name: property.name,
            description: property.text,
            type: typeTextOf(property),
            ...(property.default !== undefined && { default: property.default }),
            ...(property.readonly && { 'read-only': true }),
          })),
          events: element.events.map(({ name: event, type, text }) => ({ name: event, description: text, type })),
        },
        css: {
          parts: [...element.parts, ...element.innerParts].map(webType),
          properties: element.tokens.map(webType),
          'pseudo-classes': element.states.map((state) => ({ ...webType(state), name: `state(${state.name})` })),
        },
      })),
    },
  },
});
