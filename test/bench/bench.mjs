// `npm run bench`: how fast pages load and answer beside a bare page, what stays in memory, and the backend's speed.
// `--json` for machines, `--only loading,interaction,drawing,leaks,backend`, `--runs 9`.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../.ci/build.mjs';
import { installPackages } from '../../.ci/setup.mjs';
import { ROOT } from '../../.config/entries.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: 'loading,interaction,drawing,leaks,backend' },
    runs: { type: 'string', default: '9' },
  },
});
const wanted = values.only.split(',');
const say = values.json ? () => undefined : console.log;

installPackages();
ensureBuilt();
const { launch } = await import('./slow-browser.mjs');
const { startPages } = await import('./page-server.mjs');
const { measureLoading } = await import('./loading.mjs');
const { measureDrawing } = await import('./drawing.mjs');
const { measureInteraction } = await import('./interaction.mjs');
const { measureLeaks } = await import('./leaks.mjs');

const ms = (number) => `${number.toFixed(0).padStart(6)} ms`;
const ratio = (number) => `${number.toFixed(2)}×`;
const goal = (kept) => (kept ? 'goal kept' : 'GOAL MISSED');
const results = {};

async function inBrowser() {
  const pages = await startPages();
  const browser = await launch();
  try {
    if (wanted.includes('loading')) {
      results.loading = await measureLoading(browser, pages.url, Number(values.runs));
      say('\nLoading, CPU ÷4, slow 4G, medians; × is beside the bare page');
      for (const [
        name,
        { paintMs, widgetMs, readyMs, blockedMs, paintRatio, widgetRatio, readyRatio, requests, bytes },
      ] of Object.entries(results.loading)) {
        say(
          `  ${name.padEnd(8)} first paint ${ms(paintMs)} ${ratio(paintRatio)}   the widget's ${ms(widgetMs)} ${ratio(widgetRatio)}   first time to click ${ms(readyMs)} ${ratio(readyRatio)}   blocked ${ms(blockedMs)}   ${requests} requests, ${(bytes / 1024).toFixed(1)} kB`,
        );
      }
      const { paintRatio, readyRatio } = results.loading.loader;
      say(`  loader ≤ 1.0×: first paint ${goal(paintRatio <= 1)}, first time to click ${goal(readyRatio <= 1)}`);
    }
    if (wanted.includes('interaction')) {
      say('\nInteraction to next paint, CPU ÷4');
      results.interaction = {};
      for (const [name, path] of [
        ['ordinary', '/loader'],
        ['10,080 times', '/many'],
      ]) {
        const result = await measureInteraction(browser, pages.url + path);
        results.interaction[name] = result;
        for (const [what, { medianMs, worstMs, clicks }] of [
          ['day', result.day],
          ['month', result.month],
        ]) {
          say(
            `  ${name.padEnd(14)} ${what.padEnd(6)} median ${ms(medianMs)}   worst ${ms(worstMs)} of ${clicks}   ${goal(worstMs <= 48)} (≤ 48 ms)`,
          );
        }
      }
    }
    if (wanted.includes('drawing')) {
      say('\nHairline preview, 640 × 640');
      results.drawing = await measureDrawing(browser, pages.url);
      for (const [cpu, redrawGoal, framesGoal] of [
        [1, 4, 58],
        [4, 14, 45],
      ]) {
        const one = results.drawing[cpu];
        say(
          `  CPU ÷${cpu}  first view ${ms(one.coarseMs)}, fine ${ms(one.fineMs)}   ${cpu === 1 ? goal(one.coarseMs <= 120 && one.fineMs <= 900) : ''} (≤ 120, 900)\n` +
            `         20,000 places anew ${ms(one.fieldMs)} (≤ 12), all ${one.places.toLocaleString('en')} ${ms(one.freshMs)}   ${one.dots.toLocaleString('en')} dots redrawn ${one.redrawMs.toFixed(1)} ms   ${goal(one.redrawMs <= redrawGoal)} (≤ ${redrawGoal})   with another line ${one.shapedMs.toFixed(1)} ms\n` +
            `         beside 40,000 plain dots of 3 × 3 pixels, ${one.plainMs.toFixed(1)} ms: places ${ratio(one.fieldMs / one.plainMs)}, redrawn ${ratio(one.redrawMs / one.plainMs)}\n` +
            `         dragged ${one.framesPerSecond.toFixed(0)} frames a second   ${goal(one.framesPerSecond >= framesGoal)} (≥ ${framesGoal})   another side ${ms(one.viewMs)} (≤ 80)`,
        );
      }
      const { times, canvasPixelsKept } = results.drawing.cycles;
      say(
        `  canvas kept after ${times} times in and out of the page: ${canvasPixelsKept} px   ${goal(canvasPixelsKept === 0)}`,
      );
    }
    if (wanted.includes('leaks')) {
      results.leaks = await measureLeaks(browser, pages.url);
      const { times, growth, before, after } = results.leaks;
      say(`\nMemory after ${times} times in and out of the page`);
      for (const name of ['heap', 'nodes', 'listeners']) {
        say(
          `  ${name.padEnd(10)} ${before[name]} → ${after[name]}   ${(growth[name] * 100).toFixed(1)} %   ${goal(growth[name] <= 0.05)} (≤ 5 %)`,
        );
      }
    }
  } finally {
    await browser.close();
    await pages.close();
  }
}

if (wanted.some((part) => part !== 'backend')) await inBrowser();
if (wanted.includes('backend')) {
  say('\nBackend');
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/bench/backend.ts', ...(values.json ? ['--json'] : [])],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  );
  if (status !== 0) process.exitCode = 1;
  else if (values.json) results.backend = JSON.parse(stdout);
  else say(stdout.trimEnd().replace(/^/gm, '  '));
}
if (values.json) console.log(JSON.stringify(results, null, 2));
