import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** What would break a strict content security policy, or let a backend's text become markup. */
const UNSAFE_IMPORTS = [
  ['lit/directives/unsafe-html.js', 'Backend text is never markup.'],
  ['lit/directives/unsafe-svg.js', 'Backend text is never markup.'],
  ['lit/directives/unsafe-mathml.js', 'Backend text is never markup.'],
  ['lit/directives/style-map.js', 'Inline styles are blocked by a strict policy: set a custom property.'],
  ['lit/static-html.js', 'Backend text is never markup.'],
].map(([name, message]) => ({ name, message }));

const restrictedImports = (...paths) => ['error', { paths: [...UNSAFE_IMPORTS, ...paths] }];

/** What `src` does without. */
const UNSAFE_SYNTAX = [
  {
    selector: "ImportDeclaration[source.value='zod/mini'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    message: 'Only the namespace import is left out of a bundle by every bundler.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of texts.' },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Text is never markup.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=|<style|<script/]',
    message: 'A strict policy blocks inline styles and scripts in templates.',
  },
];
const NON_NULL = { selector: 'TSNonNullExpression', message: 'Show that it is there.' };

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'coverage/',
      '.browser-tests/',
      'storybook-static/',
      'demo/data/',
      '**/*.d.ts',
    ],
  },
  // Imports a Vue component, whose type only vue-tsc knows.
  { ignores: ['demo/frameworks/vue/src/main.ts'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // By name they are read once each; a project service, made for editors, takes an eighth longer over all of them.
        project: [
          'tsconfig.json',
          ...['demo/frameworks/angular', 'demo/frameworks/svelte', 'test/types/frameworks'].map(
            (folder) => `${folder}/tsconfig.json`,
          ),
        ],
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // There are no enums: the compiler refuses them.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // What comes from a page or a backend may be other than its type says, and is checked all the same.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // An adapter's optional methods are looked at before they are called.
      '@typescript-eslint/unbound-method': 'off',
      // A schema and its type share one name; several nouns share one file only where they are one thought.
      '@typescript-eslint/no-redeclare': 'off',
      // `strictTypeChecked` knows better, yet an adapter's method may be async only to fit the contract.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y, 'no-unsanitized': noUnsanitized },
    languageOptions: { globals: { ...globals.browser } },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      ...lit.configs['flat/all'].rules,
      // Lit passes a template's own classes and conditions through these on purpose.
      'lit/no-template-arrow': 'off',
      'lit/no-template-map': 'off',
      'lit/no-template-bind': 'error',
      'lit/no-native-attributes': 'off',
      ...wc.configs['flat/best-practice'].rules,
      'wc/guard-super-call': 'off',
      'wc/max-elements-per-file': ['error', { max: 1 }],
      ...litA11y.configs.recommended.rules,
      ...noUnsanitized.configs.recommended.rules,
      'no-console': ['error', { allow: ['warn'] }],
      'no-alert': 'error',
      'no-eval': 'error',
      'no-restricted-imports': restrictedImports({ name: 'zod', message: "Use `import * as z from 'zod/mini'`." }),
      'no-restricted-syntax': ['error', ...UNSAFE_SYNTAX, NON_NULL],
    },
  },
  {
    // Loops over typed arrays: an index that is counted in the loop itself is there.
    files: ['src/scalp/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': [
        'error',
        ...UNSAFE_SYNTAX,
        { ...NON_NULL, selector: "TSNonNullExpression[expression.type!='MemberExpression']" },
      ],
    },
  },
  {
    files: ['src/elements/*/define.ts', 'src/embed/**/*.ts'],
    rules: { 'wc/define-tag-after-class-definition': 'off' },
  },
  {
    files: ['test/**/*.ts', 'demo/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // `node:test` gives promises nobody waits for; the runner does.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['describe', 'it', 'test', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
            },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      // Tests throw what a bad adapter throws, and print what they found.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['test/types/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { globals: { ...globals.node } },
  },
  {
    files: ['demo/site/**/*.{js,mjs}', 'demo/wordpress/**/*.js', '.ci/story-page.mjs'],
    languageOptions: { globals: { ...globals.browser } },
  },
);
