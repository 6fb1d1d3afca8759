// `npm run bench`: how fast pages load and answer beside a bare page, what stays in memory, and the backend's speed. Ends
// with an error where a ratio is over its limit. `--json` for machines, `--only loading,interaction,drawing,leaks,backend`,
// `--runs 9`.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../.ci/build.mjs';
import { installPackages } from '../../.ci/setup.mjs';
import { ROOT } from '../../.config/entries.mjs';
import { judge } from './limits.mjs';
import { report, reportJudgements } from './report.mjs';

const PARTS = ['loading', 'interaction', 'drawing', 'leaks', 'backend'];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: PARTS.join(',') },
    runs: { type: 'string', default: '9' },
  },
});
const wanted = values.only.split(',');
const unknown = wanted.find((part) => !PARTS.includes(part));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}" to measure; there are ${PARTS.join(', ')}`);
const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs > 0)) throw new Error(`--runs is a number from 1, not "${values.runs}"`);
const say = values.json ? () => undefined : console.log;

installPackages();
ensureBuilt();
const { launch } = await import('./slow-browser.mjs');
const { startPages } = await import('./page-server.mjs');
const { measureLoading } = await import('./loading.mjs');
const { measureDrawing } = await import('./drawing.mjs');
const { measureInteraction } = await import('./interaction.mjs');
const { measureLeaks } = await import('./leaks.mjs');

const IN_BROWSER = {
  loading: (browser, url) => measureLoading(browser, url, runs),
  interaction: async (browser, url) => ({
    ordinary: await measureInteraction(browser, `${url}/loader`),
    '10,080 times': await measureInteraction(browser, `${url}/many`),
  }),
  drawing: measureDrawing,
  leaks: measureLeaks,
};
const results = {};
const note = (part, result) => {
  results[part] = result;
  say(report(part, result));
};

async function inBrowser(parts) {
  const pages = await startPages();
  const browser = await launch();
  try {
    for (const part of parts) note(part, await IN_BROWSER[part](browser, pages.url));
  } finally {
    await browser.close();
    await pages.close();
  }
}

function onBackend() {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'test/bench/backend.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error('The backend could not be measured');
  return JSON.parse(stdout);
}

const inPages = PARTS.filter((part) => part in IN_BROWSER && wanted.includes(part));
if (inPages.length > 0) await inBrowser(inPages);
if (wanted.includes('backend')) note('backend', onBackend());

const judgements = judge(results);
say(reportJudgements(judgements));
if (values.json) console.log(JSON.stringify({ ...results, judgements }, null, 2));
if (judgements.some(({ isWithin }) => !isWithin)) process.exitCode = 1;
