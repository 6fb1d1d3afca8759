import ts from 'typescript';

/**
 * TypeScript transformer: writes Lit's `@property()` and `@state()` as one `static properties`, which says the same in
 * fewer bytes and needs none of the decorators' run-time code.
 */
export const writeStaticProperties = (context) => (file) => {
  const { factory } = context;

  const decoratorOf = (member) => {
    if (!ts.isPropertyDeclaration(member)) return undefined;
    const found = ts
      .getDecorators(member)
      ?.map(({ expression }) => expression)
      .find(
        (call) =>
          ts.isCallExpression(call) &&
          ts.isIdentifier(call.expression) &&
          /^(?:property|state)$/.test(call.expression.text),
      );
    return found && { name: found.expression.text, options: found.arguments[0] };
  };

  const optionsOf = ({ name, options }) => {
    if (name === 'property') return options ?? factory.createObjectLiteralExpression();
    return factory.createObjectLiteralExpression([
      factory.createPropertyAssignment('state', factory.createTrue()),
      factory.createPropertyAssignment('attribute', factory.createFalse()),
    ]);
  };

  const plain = (member) =>
    factory.updatePropertyDeclaration(
      member,
      member.modifiers?.filter((modifier) => !ts.isDecorator(modifier)),
      member.name,
      member.questionToken,
      member.type,
      member.initializer,
    );

  const rewrite = (node) => {
    if (!ts.isClassDeclaration(node)) return ts.visitEachChild(node, rewrite, context);
    const declared = node.members.filter(decoratorOf);
    if (declared.length === 0) return node;
    const properties = factory.createPropertyDeclaration(
      [factory.createModifier(ts.SyntaxKind.StaticKeyword)],
      'properties',
      undefined,
      undefined,
      factory.createObjectLiteralExpression(
        declared.map((member) => factory.createPropertyAssignment(member.name, optionsOf(decoratorOf(member)))),
      ),
    );
    const members = node.members.map((member) => (decoratorOf(member) ? plain(member) : member));
    return factory.updateClassDeclaration(node, node.modifiers, node.name, node.typeParameters, node.heritageClauses, [
      properties,
      ...members,
    ]);
  };
  return ts.visitEachChild(file, rewrite, context);
};
