import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { elementNames, filesBelow, ROOT } from '../.config/entries.mjs';

const parse = (path, text) => ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
const oneLine = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

const textOf = (comment) => oneLine(typeof comment === 'string' ? comment : ts.getTextOfJSDocComment(comment));

const classesOf = (file) => file.statements.filter((statement) => ts.isClassDeclaration(statement));

const isHidden = (member) =>
  ts.isPrivateIdentifier(member.name) ||
  ts.getCombinedModifierFlags(member) &
    (ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static);

/** What stands in `/** … *\/` above a node, without its tags. */
const summaryOf = (node) => textOf(ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment);

const decoratorOf = (member, name) =>
  (ts.getDecorators(member) ?? [])
    .map(({ expression }) => expression)
    .find((call) => ts.isCallExpression(call) && call.expression.getText() === name);

/** The text of one option of `@property({ … })`. */
function optionOf(call, name) {
  const [options] = call.arguments;
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  const found = options.properties.find((option) => option.name?.getText() === name);
  return found && ts.isPropertyAssignment(found) ? found.initializer.getText() : undefined;
}

const attributeOf = (option, property) => {
  if (option === 'false') return undefined;
  return option ? option.replace(/^['"]|['"]$/g, '') : property.toLowerCase();
};

/** `[--smp-radius=0.6em] - Roundness.` or `name - Text.` taken apart. */
function named(text) {
  const [, bracketed, plain, rest] =
    /^(?:\[([^\]]+)\]|(\{[^}]*\}\s+\S+|\S+))(?:\s+-\s+|\s*-\s+|\s+|$)([\s\S]*)$/.exec(text) ?? [];
  const [name, fallback] = (bracketed ?? plain ?? '').split(/=(.*)/s);
  return { name: name === '-' ? '' : name, default: fallback, text: oneLine(rest) };
}

/** The words that a text begins with when they are all that a text may be: "`left`, `right` or `top`." */
function choicesIn(text) {
  const [sentence] = /^`[^`]+`(?:(?:, | or )`[^`]+`)+(?=[.:])/.exec(text) ?? [];
  return sentence?.match(/(?<=`)[^`]+(?=`(?:,| or |$))/g)?.filter((word) => /^[\w-]+$/.test(word));
}

/** The tag's whole text, also where the parser has split a type or a name off. */
const rawTag = (tag) =>
  oneLine(
    tag
      .getText()
      .replace(/^@\w+/, '')
      .replace(/^\s*\*\s?/gm, ''),
  );

/** What `@attr` of an accessor says: an element without Lit keeps its values in its attributes. */
const attributeTag = (member) => {
  const tag = ts.getJSDocTags(member).find(({ tagName }) => tagName.text === 'attr');
  return tag && textOf(tag.comment);
};

/** Set by the page, and only declared by the class. */
const isDeclared = (member) => member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);

/** The members of a class, those of the classes of ours that it extends first. `path` is that of its file. */
function membersOf(path, file, declaration) {
  const base = declaration.heritageClauses?.[0]?.types[0]?.expression.getText();
  const from = file.statements
    .filter(ts.isImportDeclaration)
    .find(({ importClause }) => importClause?.namedBindings?.elements?.some(({ name }) => name.text === base));
  if (!from?.moduleSpecifier.text.startsWith('.')) return declaration.members;
  const basePath = join(dirname(path), from.moduleSpecifier.text).replace(/\.js$/, '.ts');
  const baseFile = parse(basePath, readFileSync(join(ROOT, basePath), 'utf8'));
  const inherited = classesOf(baseFile).find(({ name }) => name?.text === base);
  if (!inherited) throw new Error(`${path}: ${base} is not in ${basePath}.`);
  return [...membersOf(basePath, baseFile, inherited), ...declaration.members];
}

/** Describes the element class in one source text. `path` tells where it stands. */
export function describeElement(path, source) {
  const file = parse(path, source);
  const declaration = classesOf(file).find((node) => ts.getJSDocTags(node).some((tag) => tag.tagName.text === 'tag'));
  if (!declaration) throw new Error(`${path}: no class says its @tag.`);
  const tags = (name) => ts.getJSDocTags(declaration).filter((tag) => tag.tagName.text === name);
  const list = (name) => tags(name).map((tag) => named(rawTag(tag)));

  const properties = [];
  const methods = [];
  for (const member of membersOf(path, file, declaration)) {
    if (!member.name || isHidden(member)) continue;
    const name = member.name.getText();
    const call = decoratorOf(member, 'property');
    const type = member.type ? oneLine(member.type.getText()) : undefined;
    if (call) {
      const initial = member.initializer?.getText();
      const isBoolean = optionOf(call, 'type') === 'Boolean';
      const summary = summaryOf(member);
      properties.push({
        name,
        attribute: attributeOf(optionOf(call, 'attribute'), name),
        type: type ?? (isBoolean ? 'boolean' : 'string'),
        default: initial,
        reflects: optionOf(call, 'reflect') === 'true',
        choices: choicesIn(summary),
        text: summary,
      });
    } else if (ts.isGetAccessor(member) && attributeTag(member)) {
      properties.push({ name, attribute: attributeTag(member), type: type ?? '', text: summaryOf(member) });
    } else if (ts.isPropertyDeclaration(member) && isDeclared(member)) {
      properties.push({ name, attribute: undefined, type: type ?? '', text: summaryOf(member) });
    } else if (ts.isGetAccessor(member)) {
      properties.push({ name, readonly: true, type: type ?? '', text: summaryOf(member) });
    } else if (
      ts.isMethodDeclaration(member) &&
      !/Callback$|^(render|willUpdate|updated|firstUpdated|update)$/.test(name)
    ) {
      const parameters = member.parameters.map((parameter) => ({
        name: parameter.name.getText(),
        type: oneLine(parameter.type?.getText()),
        optional: Boolean(parameter.questionToken ?? parameter.initializer),
      }));
      const written = member.parameters.map((parameter) => parameter.getText()).join(', ');
      methods.push({
        name: `${name}(${written})`,
        method: name,
        parameters,
        returns: oneLine(member.type?.getText()) || 'void',
        text: summaryOf(member),
      });
    }
  }
  return {
    path,
    tag: rawTag(tags('tag')[0]),
    className: declaration.name.text,
    text: (ts.getTextOfJSDocComment(ts.getJSDocCommentsAndTags(declaration).find(ts.isJSDoc)?.comment) ?? '').trim(),
    properties,
    methods,
    slots: list('slot'),
    events: tags('fires').map((tag) => {
      const [, type, name, text] = /^\{(\w+)\}\s+(\S+)\s+-\s+(.*)$/.exec(rawTag(tag)) ?? [];
      if (!type) throw new Error(`${path}: "@fires ${rawTag(tag)}" is not "{Type} name - When."`);
      return { type, name, text };
    }),
    parts: list('csspart'),
    partsOf: list('partsof'),
    innerParts: [],
    handsOn: tags('handson').length > 0,
    handedOn: [],
    tokens: list('cssprop'),
    states: list('cssstate'),
  };
}

/** Describes the event classes: name, fields, whether it can be cancelled. */
export function describeEvents() {
  return filesBelow('src/events').flatMap((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return classesOf(parse(path, text)).map((declaration) => ({
      path,
      className: declaration.name.text,
      name: /static readonly type = '([^']+)'/.exec(declaration.getText())?.[1],
      cancelable: /cancelable: true/.test(declaration.getText()),
      text: summaryOf(declaration),
      fields: declaration.members
        .filter((member) => ts.isPropertyDeclaration(member) && !isHidden(member))
        .map((member) => ({
          name: member.name.getText(),
          type: oneLine(member.type?.getText()),
          text: summaryOf(member),
        })),
    }));
  });
}

/** Parts of elements inside, as `@partsof booking - smp-slot-booker` names them: `booking-day`. */
const innerPartsOf = ({ path, partsOf }, elements) =>
  partsOf.flatMap(({ name: prefix, text: tag }) => {
    const inner = elements.find((one) => one.tag === tag);
    if (!inner) throw new Error(`${path}: @partsof names <${tag}>, which is not there.`);
    return inner.parts.map(({ name, text }) => ({
      name: `${prefix}-${name}`,
      text: `Inside, \`${name}\` of \`<${tag}>\`: ${text}`,
    }));
  });

/**
 * What an element with `@handson` takes for those that it makes: all their attributes, save what it has itself. A clinic
 * is for what stands in it.
 */
function handedOnBy({ handsOn, properties }, elements) {
  if (!handsOn) return [];
  const found = new Map();
  for (const { tag, className, path, handsOn: isSame, properties: theirs } of elements) {
    if (isSame || tag === 'smp-clinic') continue;
    for (const property of theirs) {
      const { attribute, name } = property;
      if (!attribute || properties.some((own) => own.attribute === attribute)) continue;
      const { sources = [], ...first } = found.get(attribute) ?? property;
      found.set(attribute, { ...first, sources: [...sources, { tag, className, path, name }] });
    }
  }
  return [...found.values()]
    .map((property) => ({
      ...property,
      text: `For ${property.sources.map(({ tag }) => `\`<${tag}>\``).join(', ')}: ${property.text}`,
    }))
    .sort((one, other) => (one.attribute < other.attribute ? -1 : 1));
}

/** Describes every element of the package, in the order of their folders. */
export function describeElements() {
  const elements = elementNames().map((name) => {
    const path = `src/elements/${name}/${name}.ts`;
    if (!existsSync(join(ROOT, path))) throw new Error(`${path} is not there.`);
    return describeElement(path, readFileSync(join(ROOT, path), 'utf8'));
  });
  return elements.map((element) => ({
    ...element,
    innerParts: innerPartsOf(element, elements),
    handedOn: handedOnBy(element, elements),
  }));
}
