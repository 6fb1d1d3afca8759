import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeElements, describeEvents } from '../../.ci/element-docs.mjs';
import { ROOT } from '../entries.mjs';
import { cssDataOf, htmlDataOf, webTypesOf } from './editor-data.mjs';
import { FRAMEWORK_NAMES, typesFor } from './framework-types.mjs';
import { manifestOf } from './manifest.mjs';

/** Every file that tells tools of the elements, by its name in `dist`. All say what the sources' comments say. */
export function elementDataFiles() {
  const elements = describeElements();
  const events = describeEvents();
  const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
  const about = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return {
    'custom-elements.json': json(manifestOf(elements, events)),
    'vscode.html-custom-data.json': json(htmlDataOf(elements)),
    'vscode.css-custom-data.json': json(cssDataOf(elements)),
    'web-types.json': json(webTypesOf(elements, about)),
    ...Object.fromEntries(
      FRAMEWORK_NAMES.flatMap((name) => [
        [`${name}.d.ts`, typesFor(name, elements, events)],
        // So that importing the types costs nothing and fails nowhere.
        [`${name}.js`, 'export {};\n'],
      ]),
    ),
  };
}

/** Rollup plugin: writes those files. */
export const elementData = () => ({
  name: 'element-data',
  generateBundle() {
    for (const [fileName, source] of Object.entries(elementDataFiles())) {
      this.emitFile({ type: 'asset', fileName, source });
    }
  },
});
