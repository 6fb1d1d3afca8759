import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { minifyCss, minifyHtml, minifyTemplates } from '../../.config/template-minify.mjs';

function compiled(source: string): string {
  return ts
    .transpileModule(source, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      transformers: { before: [minifyTemplates] },
    })
    .outputText.replace('"use strict";\n', '');
}

describe('minified templates', () => {
  it('keep their meaning', () => {
    const source = `
const card = html\`
  <!-- a note -->
  <p
    class="card  wide"
    ?hidden=\${off}
    @click=\${go}
  >
    \${name} <b>and</b> <i>more</i>
  </p>
  <pre>
  two   spaces
</pre>
  <textarea>
 kept
</textarea>
  <br />
\`;`;
    assert.equal(
      compiled(source).trim(),
      'const card = html ` <p class="card  wide" ?hidden=${off} @click=${go}> ${name} <b>and</b> <i>more</i> </p> <pre>\n  two   spaces\n</pre> <textarea>\n kept\n</textarea> <br /> `;',
    );
  });

  it('keep the slash that closes an SVG element, and the space before it', () => {
    assert.deepEqual(minifyHtml(['<path d=', ' />\n  <path d="M0  0"/>']), ['<path d=', ' /> <path d="M0  0"/>']);
  });

  it('keep the space between attributes that an expression parts', () => {
    assert.deepEqual(minifyHtml(['<a href=', '\n   title="x">', '</a>']), ['<a href=', ' title="x">', '</a>']);
  });

  it('keep an expression that stands in a comment where it is', () => {
    assert.deepEqual(minifyHtml(['<!-- off:\n ', ' -->  <p></p>']), ['<!-- off:\n ', ' --> <p></p>']);
  });

  it('keep escapes', () => {
    assert.equal(
      compiled('const x = html`<p>\\`${a}\\${b}\\\\</p>`;').trim(),
      'const x = html `<p>\\`${a}\\${b}\\\\</p>`;',
    );
  });

  it('leave other templates alone', () => {
    const source = 'const x = `a   b`;\nconst y = sql `select   1`;';
    assert.equal(compiled(source).trim(), source);
  });
});

describe('minified styles', () => {
  it('keep modern syntax', () => {
    const source = `
      :host(:state(ready)) {
        --_ink: light-dark(oklch(from var(--smp-accent) min(l, 0.5) c h), red);
        .day {
          &:focus-visible { outline: 2px solid; }
          @container (inline-size > 30em) { display: none; }
        }
        ::part(day) { color: color-mix(in oklab, var(--a) 50%, blue); }
      }
      @starting-style { .page { opacity: 0; } }`;
    const minified = minifyCss(source);
    for (const kept of [
      'light-dark(',
      'from var(--smp-accent)',
      '&:focus-visible',
      '@container',
      '@starting-style',
      '::part(day)',
      ':state(ready)',
      'color-mix(',
    ]) {
      assert.ok(minified.includes(kept), kept);
    }
    assert.ok(minified.length < source.length * 0.8);
  });

  it('are put into css literals without expressions', () => {
    assert.equal(
      compiled('const x = css`\n  p {\n    color: #ffffff;\n  }\n`;').trim(),
      'const x = css `p{color:#fff}`;',
    );
    const expression = 'const x = css `p {  color: ${c}; }`;';
    assert.equal(compiled(expression).trim(), expression);
  });

  it('end the build where they are broken', () => {
    assert.throws(() => minifyCss('p { color: ; } }'));
  });
});
