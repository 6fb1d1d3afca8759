import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
// The build's own list of files, so that a test can't look past one.
import { filesBelow, ROOT } from '../../../.config/entries.mjs';

/** One import or re-export, as a module writes it. */
export interface ImportLine {
  /** As written: `./slot.js`, `lit`. */
  readonly specifier: string;
  /** Path below `src` without ending, for a module of the package itself. */
  readonly target?: string;
  /** Gone when compiled. */
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

export interface SourceModule {
  /** Path below `src` without ending: `domain/time/plain-date`. */
  readonly name: string;
  readonly text: string;
  readonly imports: readonly ImportLine[];
}

/** Reads the import lines of one module. */
export function parseModule(name: string, text: string): SourceModule {
  const file = ts.createSourceFile(`${name}.ts`, text, ts.ScriptTarget.ES2022, true);
  const imports: ImportLine[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean, dynamic = false): void => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const written = specifier.text;
    const target = written.startsWith('.')
      ? { target: posix.join(posix.dirname(name), written).replace(/\.js$/, '') }
      : {};
    imports.push({ specifier: written, ...target, typeOnly, dynamic });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const named = clause?.namedBindings;
      const allTypes =
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.length > 0 &&
        named.elements.every((element) => element.isTypeOnly);
      add(node.moduleSpecifier, clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { name, text, imports };
}

/** Every module of the package. */
export function sourceModules(): readonly SourceModule[] {
  return filesBelow('src')
    .filter((path) => path.endsWith('.ts'))
    .map((path) => parseModule(path.slice('src/'.length, -'.ts'.length), readFileSync(join(ROOT, path), 'utf8')));
}
