import { transform } from 'lightningcss';
import ts from 'typescript';

/** Minifies a whole style sheet, keeping modern syntax as it is. Throws on a syntax error. */
export function minifyCss(code, filename = 'style.css') {
  return transform({ filename, code: Buffer.from(code), minify: true }).code.toString();
}

const RAW_TEXT = /^(pre|textarea)$/i;

/**
 * Collapses white space in the literal parts of an `html` or `svg` template to single spaces, and drops comments.
 * Never inside `<pre>`, `<textarea>` or attribute values; never to nothing between tags, since a space between inline
 * elements shows; self-closing slashes stay, since `<path/>` needs them in SVG.
 */
export function minifyHtml(parts) {
  let state = 'text';
  let quote = '';
  let raw = '';
  return parts.map((part, index) => {
    let out = '';
    for (let i = 0; i < part.length;) {
      const rest = part.slice(i);
      if (state === 'comment') {
        const end = rest.indexOf('-->');
        const length = end < 0 ? rest.length : end + 3;
        out += rest.slice(0, length);
        if (end >= 0) state = 'text';
        i += length;
      } else if (state === 'text' && rest.startsWith('<!--')) {
        const end = rest.indexOf('-->');
        if (end < 0) {
          // An expression stands inside the comment: lit counts it, so the comment stays.
          state = 'comment';
          continue;
        }
        i += end + 3;
      } else if (state === 'text' && raw === '' && /^\s/.test(rest)) {
        i += /^\s+/.exec(rest)[0].length;
        if (!out.endsWith(' ')) out += ' ';
      } else if (state === 'text' && /^<\/?[a-z]/i.test(rest)) {
        const [tag, slash, name] = /^<(\/?)([^\s/>]*)/.exec(rest);
        if (RAW_TEXT.test(name)) raw = slash ? '' : name;
        out += tag;
        i += tag.length;
        state = 'tag';
      } else if (state === 'tag' && quote === '' && /^\s/.test(rest)) {
        i += /^\s+/.exec(rest)[0].length;
        // `<b >` needs no space, `a=${x} b` and `a=${x}/` do.
        if (part[i] !== '>' && !out.endsWith(' ')) out += ' ';
      } else {
        const char = part[i];
        if (state === 'tag') {
          if (quote !== '') {
            if (char === quote) quote = '';
          } else if (char === '"' || char === "'") quote = char;
          else if (char === '>') state = 'text';
        }
        out += char;
        i += 1;
      }
    }
    // Where a tag is split by an expression the space before the next attribute is part of the syntax.
    return index === 0 && state === 'text' && out === ' ' && parts.length === 1 ? '' : out;
  });
}

const escapeTemplate = (text) => text.replace(/\\|`|\$\{/g, '\\$&');

const templateParts = (template) =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];

function withParts(factory, template, parts) {
  const [head, ...rest] = parts;
  if (ts.isNoSubstitutionTemplateLiteral(template)) {
    return factory.createNoSubstitutionTemplateLiteral(head, escapeTemplate(head));
  }
  const spans = template.templateSpans.map((span, index) => {
    const last = index === template.templateSpans.length - 1;
    const text = rest[index];
    const make = last ? factory.createTemplateTail : factory.createTemplateMiddle;
    return factory.updateTemplateSpan(span, span.expression, make(text, escapeTemplate(text)));
  });
  return factory.updateTemplateExpression(template, factory.createTemplateHead(head, escapeTemplate(head)), spans);
}

/** TypeScript transformer: minifies expression-free `css` literals, and the white space of `html` and `svg` ones. */
export const minifyTemplates = (context) => (file) => {
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isTaggedTemplateExpression(visited) || !ts.isIdentifier(visited.tag)) return visited;
    const { tag, template, typeArguments } = visited;
    const parts = templateParts(template);
    let minified;
    if (tag.text === 'css' && parts.length === 1) minified = [minifyCss(parts[0], file.fileName)];
    else if (tag.text === 'html' || tag.text === 'svg') minified = minifyHtml(parts);
    else return visited;
    return context.factory.updateTaggedTemplateExpression(
      visited,
      tag,
      typeArguments,
      withParts(context.factory, template, minified),
    );
  };
  return ts.visitNode(file, visit);
};
