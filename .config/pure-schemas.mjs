import ts from 'typescript';

/** Does this make a schema from another one: `ShortText.check(z.minLength(1))`? */
const checksMore = ({ expression }) =>
  ts.isPropertyAccessExpression(expression) &&
  expression.name.text === 'check' &&
  ts.isIdentifier(expression.expression);

/** Is this a chain of calls that begins at `z`, such as `z.string().check(z.minLength(1))`? */
function startsAtZod(node) {
  let current = node;
  while (ts.isCallExpression(current) || ts.isPropertyAccessExpression(current)) current = current.expression;
  return ts.isIdentifier(current) && current.text === 'z';
}

/**
 * TypeScript transformer: marks the zod calls of a module's own constants as pure. Making a schema has no effect, but a
 * bundler can't see that through `.check(…)`, so without the mark whoever imports one function of a module would load
 * all of its schemas, and zod.
 */
export const markSchemasPure = (context) => (file) => {
  const mark = (node) => {
    // What a function does when it is called is not the making of a schema.
    if (ts.isFunctionLike(node)) return node;
    const visited = ts.visitEachChild(node, mark, context);
    const isLinkOfChain = node.parent && ts.isPropertyAccessExpression(node.parent);
    if (ts.isCallExpression(node) && !isLinkOfChain && (startsAtZod(node) || checksMore(node))) {
      ts.addSyntheticLeadingComment(visited, ts.SyntaxKind.MultiLineCommentTrivia, '@__PURE__', false);
    }
    return visited;
  };
  const visit = (node) => (ts.isVariableStatement(node) ? ts.visitEachChild(node, mark, context) : node);
  return ts.visitEachChild(file, visit, context);
};
