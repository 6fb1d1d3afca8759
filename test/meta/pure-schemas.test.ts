import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rollup } from 'rollup';
import ts from 'typescript';
import { markSchemasPure } from '../../.config/pure-schemas.mjs';

const source = `
import * as z from 'zod/mini';
export const Name = z.string().check(z.minLength(1), z.regex(/^a/));
export const ShortName = Name.check(z.maxLength(3));
export const initial = (text) => { z.parse(Name, text); return text[0]; };
`;

/** What is left of the module when only \`initial\` is wanted from it. */
async function shaken(mark: boolean): Promise<string> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    transformers: { before: mark ? [markSchemasPure] : [] },
  });
  const modules: Record<string, string> = {
    entry: "import { initial } from 'source'; globalThis.initial = initial;",
    source: outputText.replace('z.parse(Name, text);', ''),
  };
  const bundle = await rollup({
    input: 'entry',
    external: ['zod/mini'],
    plugins: [{ name: 'memory', resolveId: (id) => (id in modules ? id : null), load: (id) => modules[id] ?? null }],
    treeshake: { moduleSideEffects: (_id, external) => !external },
  });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
}

describe('schemas', () => {
  it('are left out of a bundle that does not use them', async () => {
    assert.doesNotMatch(await shaken(true), /zod/);
  });

  it('would come along if they were not marked', async () => {
    assert.match(await shaken(false), /zod/);
  });

  it('are marked only where they are made, not where they are used', () => {
    const { outputText } = ts.transpileModule(source, { transformers: { before: [markSchemasPure] } });
    assert.equal(outputText.match(/@__PURE__/g)?.length, 5);
    assert.match(outputText, /\{ z\.parse\(/);
  });
});
