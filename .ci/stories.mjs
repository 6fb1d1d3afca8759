// Builds Storybook, opens every page of it in Chromium and says what is wrong: `node .ci/stories.mjs [--only text]`.
// `--reuse` takes the build that is there.
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ROOT } from '../.config/entries.mjs';
import { chromiumPath } from './chromium.mjs';
import { gatherNews, goOn, overflow, snippetDifferences } from './story-page.mjs';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, reuse: { type: 'boolean', default: false } },
});
/** Not what `npm run build-storybook` makes: this build holds the controls, too. */
const FOLDER = join(ROOT, 'node_modules/.cache/smp-widgets/stories');
/** Pages that are open at a time. */
const PAGES = 4;
/** A story that has not ended by then never will, in milliseconds. */
const LIMIT = 90_000;
const NARROW = { width: 320, height: 800 };
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
/** What the controls are there to show: the kind of problem that each has to have. */
const CONTROL = 'control:';
/** Stories that warn their developer, as they have to. */
const WARNS = 'warns';
/** Stories that warn once somebody has looked long enough. */
const MAY_WARN = 'may-warn';

function build() {
  const storybook = join(ROOT, 'node_modules/storybook/dist/bin/dispatcher.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [storybook, 'build', '-c', 'stories/.storybook', '-o', FOLDER, '--loglevel', 'warn'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1', STORY_CONTROLS: '1' },
    },
  );
  if (status !== 0) throw new Error(`Storybook could not be built.\n${stdout}\n${stderr}`);
}

/** Serves the build. */
async function serve() {
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const path = normalize(join(FOLDER, decodeURIComponent(pathname)));
    if (!path.startsWith(FOLDER) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    // Kept, so that what the pages share is compiled once.
    response.setHeader('cache-control', 'max-age=3600');
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    createReadStream(path).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** A window of the browser that goes through stories, one after the other, and says what is wrong with each. */
class Viewer {
  #page;
  #entry;
  #problems = [];
  #warned = false;
  #fresh = true;
  #context;
  #url;

  constructor(context, url) {
    this.#context = context;
    this.#url = url;
  }

  /** Opens one page of Storybook. Gives what is wrong with it, by kind. */
  async look(entry) {
    const { id, type, tags } = entry;
    this.#entry = entry;
    this.#problems = [];
    this.#warned = false;
    // What a page has warned of once it does not warn of again, and what goes wrong late would be another story's.
    const alone = type === 'docs' || tags.some((tag) => [WARNS, MAY_WARN].includes(tag) || tag.startsWith(CONTROL));
    try {
      if (alone || this.#fresh) await this.#open(`${this.#url}/iframe.html?id=${id}&viewMode=${type}`);
      else await this.#page.evaluate(goOn, id);
      this.#fresh = alone;
      await this.#page.waitForFunction(() => window.storyNews.rendered, undefined, { timeout: LIMIT });
      this.#problems.push(...(await this.#page.evaluate(() => window.storyNews.problems)));
      if (type === 'story') await this.#examine();
    } catch (error) {
      this.#fresh = true;
      this.#problems.push(`never ends: ${error.message.split('\n')[0]}`);
    }
    return this.#problems;
  }

  async #examine() {
    const page = this.#page;
    if (!(await page.evaluate(() => window.storyNews.looked))) this.#problems.push('a11y: nobody has looked');
    const beyond = await page.evaluate(overflow);
    if (beyond > 0) this.#problems.push(`overflow: ${beyond} px at ${NARROW.width} px`);
    this.#problems.push(...(await page.evaluate(snippetDifferences)).map((text) => `snippet: ${text}`));
    if (this.#entry.tags.includes(WARNS) && !this.#warned) {
      this.#problems.push('console: the warning for developers is missing');
    }
  }

  async #open(address) {
    await this.#page?.close();
    const page = await this.#context.newPage();
    this.#page = page;
    page.on('console', (message) => this.#onConsole(message.type(), message.text().split('\n')[0]));
    page.on('pageerror', (error) => this.#problems.push(`uncaught: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 400) this.#problems.push(`console: ${response.status()} ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(this.#url)) {
        this.#problems.push(`elsewhere: ${request.url()}`);
      }
    });
    await page.goto(address);
  }

  #onConsole(type, text) {
    const mayWarn = [WARNS, MAY_WARN].some((tag) => this.#entry.tags.includes(tag));
    if (mayWarn && type === 'warning' && text.startsWith('[smp-widgets] ')) this.#warned = true;
    else if (['error', 'warning'].includes(type)) this.#problems.push(`console: ${text}`);
  }
}

/** A control is right when it has the problem that it is there to show. */
function judge({ tags }, problems) {
  const wanted = tags.find((tag) => tag.startsWith(CONTROL))?.slice(CONTROL.length);
  if (!wanted) return problems;
  return problems.some((text) => text.startsWith(`${wanted}: `)) ? [] : [`the problem "${wanted}" was not seen`];
}

async function main() {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  if (!values.reuse || !existsSync(join(FOLDER, 'index.json'))) build();
  console.log(`built after ${seconds()} s`);
  const entries = Object.values(JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')).entries);
  const waiting = entries.filter(({ id }) => id.includes(values.only));
  const controls = waiting.filter(({ tags }) => tags.some((tag) => tag.startsWith(CONTROL)));
  const total = waiting.length;
  if (values.only === '' && controls.length === 0) throw new Error('The controls are missing.');

  const server = await serve();
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  let failed = 0;
  const work = async () => {
    const context = await browser.newContext({ viewport: NARROW, locale: 'en-GB', timezoneId: 'Europe/London' });
    // A busy machine is as slow to serve a page as to draw it.
    context.setDefaultNavigationTimeout(LIMIT);
    await context.addInitScript(gatherNews);
    const viewer = new Viewer(context, server.url);
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
      const since = performance.now();
      const problems = judge(entry, await viewer.look(entry));
      if (problems.length > 0) failed += 1;
      const time = ((performance.now() - since) / 1000).toFixed(1);
      console.log(`${problems.length === 0 ? '✔' : '✖'} ${time.padStart(5)} s  ${entry.id}`);
      for (const text of problems) console.log(`    ${text}`);
    }
    await context.close();
  };
  try {
    await Promise.all(Array.from({ length: PAGES }, work));
  } finally {
    await browser.close();
    server.close();
  }
  console.log(`# ${total} stories, ${total - failed} passed, ${failed} failed, in ${seconds()} s`);
  process.exitCode = failed > 0 || total === 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
