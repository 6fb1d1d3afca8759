// `npm run cdn -- FOLDER [--base https://cdn.example/smp]`: lays the built scripts out for a content delivery network.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { filesBelow, ROOT } from '../.config/entries.mjs';

const CDN = 'dist/cdn';
const ENTRY = 'smp-widgets.js';

/** What a page pastes to have every file checked: an import map, since a tag's `integrity` covers only its own file. */
export function pinnedSnippet(base, digests) {
  const modules = Object.entries(digests).filter(([path]) => /\/.*\.js$/.test(path));
  const integrity = Object.fromEntries(modules.map(([path, digest]) => [`${base}/${path}`, digest]));
  return `<script type="importmap">
${JSON.stringify({ integrity }, null, 2)}
</script>
<script async crossorigin="anonymous" src="${base}/${ENTRY}" integrity="${digests[ENTRY]}"></script>
`;
}

/**
 * Copies the build to `FOLDER/0.1.0/`, which never changes again, and to `FOLDER/v0/`, which moves on with each release
 * and keeps the files that pages loaded a moment ago still name. Throws where a version is there with other content.
 */
export function layOut(folder, version, base = '.') {
  const fixed = join(folder, version);
  const moving = join(folder, `v${version.split('.')[0]}`);
  const files = filesBelow(CDN).map((path) => path.slice(CDN.length + 1));
  for (const file of files) {
    const target = join(fixed, file);
    if (existsSync(target) && !readFileSync(target).equals(readFileSync(join(ROOT, CDN, file)))) {
      throw new Error(`${version} has been laid out with other content (${file}). A version never changes: raise it.`);
    }
  }
  for (const target of [fixed, moving]) {
    for (const file of files) {
      mkdirSync(dirname(join(target, file)), { recursive: true });
      cpSync(join(ROOT, CDN, file), join(target, file));
    }
  }
  const digests = JSON.parse(readFileSync(join(ROOT, CDN, 'sri.json'), 'utf8'));
  writeFileSync(join(fixed, 'snippet.html'), pinnedSnippet(`${base.replace(/\/+$/, '')}/${version}`, digests));
  return { fixed, moving, files: files.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { base: { type: 'string' } } });
  const [folder] = positionals;
  if (!folder || !existsSync(join(ROOT, CDN, 'sri.json'))) {
    console.error(folder ? 'There is no build: run `npm run build` first.' : 'Say into which folder.');
    process.exit(1);
  }
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { fixed, moving, files } = layOut(folder, version, values.base);
  console.log(`${files} files in ${fixed} and ${moving}`);
}
