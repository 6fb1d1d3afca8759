// Writes the tables of the README from the sources. `--check` only says whether they are current.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { ROOT } from '../.config/entries.mjs';
import { describeElements, describeEvents } from './element-docs.mjs';

const START = '<!-- tables from the sources: start -->';
const END = '<!-- tables from the sources: end -->';

const cell = (text) => (text ?? '').replaceAll('|', '\\|');
const code = (text) => (text ? `\`${text}\`` : '');
const table = (head, rows) =>
  rows.length === 0
    ? []
    : [
        `| ${head.join(' | ')} |`,
        `|${head.map(() => '---').join('|')}|`,
        ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
        '',
      ];

const section = (title, head, rows) => (rows.length === 0 ? [] : [`**${title}**`, '', ...table(head, rows)]);

function elementSection(element, events) {
  const { tag, text, properties, methods, slots, parts, partsOf, handedOn, tokens, states } = element;
  const eventRow = ({ name, type, text: when }) => {
    const event = events.find(({ className }) => className === type);
    const fields = (event?.fields ?? []).map((field) => code(`${field.name}: ${field.type}`)).join(', ');
    return [code(name), fields, when + (event?.cancelable ? ' Can be cancelled.' : '')];
  };
  return [
    `### \`<${tag}>\``,
    '',
    text,
    '',
    ...section(
      'Attributes and properties',
      ['attribute', 'property', 'type', 'default', ''],
      properties.map((property) => [
        code(property.attribute),
        code(property.name) + (property.readonly ? ' (read only)' : ''),
        code(property.type),
        code(property.default),
        property.text,
      ]),
    ),
    ...(handedOn.length === 0
      ? []
      : [`Handed on to what it opens: ${handedOn.map(({ attribute }) => code(attribute)).join(', ')}.`, '']),
    ...section(
      'Methods',
      ['method', ''],
      methods.map((method) => [code(method.name), method.text]),
    ),
    ...section(
      'Slots',
      ['slot', ''],
      slots.map((slot) => [slot.name ? code(slot.name) : '(default)', slot.text]),
    ),
    ...section('Events', ['event', 'fields', 'when'], element.events.map(eventRow)),
    ...section(
      'Parts',
      ['part', ''],
      parts.map((part) => [code(part.name), part.text]),
    ),
    ...(partsOf.length === 0
      ? []
      : [
          `The parts of the elements inside, with a word before their names: ${partsOf
            .map(({ name, text: inner }) => `${code(`${name}-…`)} are those of ${code(`<${inner}>`)}`)
            .join(', ')}.`,
          '',
        ]),
    ...section(
      'Tokens',
      ['custom property', 'default', ''],
      tokens.map((token) => [code(token.name), code(token.default), token.text]),
    ),
    ...section(
      'States',
      ['state', ''],
      states.map((state) => [code(`:state(${state.name})`), state.text]),
    ),
  ];
}

/** The README with its tables made anew. */
export async function withTables(readme) {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`README.md needs the lines "${START}" and "${END}".`);
  const events = describeEvents();
  const tables = describeElements().flatMap((element) => elementSection(element, events));
  const options = await prettier.resolveConfig(join(ROOT, 'README.md'));
  return prettier.format([before + START, '', ...tables, END + after].join('\n'), { ...options, parser: 'markdown' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(ROOT, 'README.md');
  const readme = existsSync(path) ? readFileSync(path, 'utf8') : '';
  try {
    const current = await withTables(readme);
    if (!process.argv.includes('--check')) writeFileSync(path, current);
    else if (current !== readme) throw new Error('The tables in README.md are out of date: run `node .ci/docs.mjs`.');
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
