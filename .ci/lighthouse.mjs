// Runs Lighthouse over the booking page of the clinic's site, as the reference backend serves it, and fails below what
// is held. Run by `node --import tsx .ci/lighthouse.mjs`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import * as constants from 'lighthouse/core/config/constants.js';
import puppeteer from 'puppeteer-core';
import { ROOT } from '../.config/entries.mjs';
import { openPglite } from '../demo/backend/pglite-database.js';
import { startServer } from '../demo/backend/server.js';
import { fillDataDirectory } from '../test/support/data-directory.ts';
import { chromiumPath } from './chromium.mjs';

const PAGE = '/booking.html';
/** What a page has to reach of 100 in each category. */
const HELD = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 95 };
/** Speed depends on what else the machine does, so it is measured again; nothing else is. */
const MOST_RUNS = 3;
/**
 * Lighthouse plays a mid-range phone by slowing the machine down four times, and takes a fast one for granted: one whose
 * index is about this. A slower machine, or one that does other things meanwhile, is slowed down less.
 */
const FAST_MACHINE = 1500;
const SLOWDOWN = 4;

/** Audits that took points, as lines. */
function faultsOf({ categories, audits }, id) {
  return categories[id].auditRefs
    .filter(({ id: audit, weight }) => weight > 0 && audits[audit].score !== null && audits[audit].score < 1)
    .map(({ id: audit }) => `  ${audit}: ${audits[audit].displayValue ?? audits[audit].title}`);
}

/** How much to slow a machine down that was as fast as this. */
const slowdownFor = (index) => Math.min(SLOWDOWN, Math.max(1, (SLOWDOWN * index) / FAST_MACHINE));

/** One run: the points of each category, and what was found. */
async function run(url, port, onlyCategories, cpuSlowdownMultiplier) {
  const throttling = { ...constants.throttling.mobileSlow4G, cpuSlowdownMultiplier };
  const { lhr } = await lighthouse(url, { port, onlyCategories, throttling, logLevel: 'error', output: 'json' });
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const { benchmarkIndex } = lhr.environment;
  console.log(`index of the machine ${benchmarkIndex}, slowed down ${cpuSlowdownMultiplier.toFixed(1)} times`);
  const results = Object.entries(lhr.categories).map(([id, { score }]) => ({
    id,
    points: Math.round(score * 100),
    faults: faultsOf(lhr, id),
  }));
  return { benchmarkIndex, results };
}

async function main() {
  const directory = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const executablePath = chromiumPath();
  await fillDataDirectory(directory);
  const database = await openPglite(directory);
  const server = await startServer({
    database,
    siteDir: join(ROOT, 'demo/site'),
    sdkDir: join(ROOT, 'dist'),
    rateLimits: false,
  });
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const { port } = new URL(browser.wsEndpoint());
  const low = [];
  try {
    let wanted = Object.keys(HELD);
    let slowdown = SLOWDOWN;
    for (let tries = 1; wanted.length > 0; tries += 1) {
      const { benchmarkIndex, results } = await run(server.url + PAGE, Number(port), wanted, slowdown);
      slowdown = slowdownFor(benchmarkIndex);
      for (const { id, points } of results) console.log(`${id.padEnd(16)} ${points} of ${HELD[id]}`);
      const missed = results.filter(({ id, points }) => points < HELD[id]);
      const again = tries < MOST_RUNS ? missed.filter(({ id }) => id === 'performance') : [];
      low.push(...missed.filter((result) => !again.includes(result)));
      wanted = again.map(({ id }) => id);
    }
  } finally {
    await browser.close();
    await server.close();
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  }
  for (const { id, points, faults } of low) {
    console.error([`${PAGE}: ${id} has ${points} points, ${HELD[id]} are held.`, ...faults].join('\n'));
  }
  if (low.length > 0) process.exitCode = 1;
}

await main();
