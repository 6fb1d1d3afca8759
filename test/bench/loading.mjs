import { deepQuery, median, openSlow } from './slow-browser.mjs';

/** Notes when the first time can be clicked: it is on the screen and nothing lies over it. */
const watch = `${deepQuery}
globalThis.marks = {};
const look = () => {
  for (const [mark, selector] of [['widget', '[part~=page], [part~=calendar], .ghost, .skeleton, [part~=time]'], ['ready', '[part~=time]']]) {
    if (marks[mark] !== undefined) continue;
    const found = deepQuery(selector);
    const box = found?.getBoundingClientRect();
    if (box?.width > 0 && box.top < innerHeight) {
      const over = found.getRootNode().elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 5));
      if (mark === 'widget' || found === over || found.contains(over)) marks[mark] = performance.now();
    }
  }
  if (marks.ready === undefined) requestAnimationFrame(look);
};
requestAnimationFrame(look);
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') marks.paint = entry.startTime;
}).observe({ type: 'paint', buffered: true });
globalThis.blocked = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) blocked += Math.max(0, entry.duration - 50);
}).observe({ type: 'longtask', buffered: true });`;

async function once(browser, url) {
  const { page, close } = await openSlow(browser);
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction('marks.ready !== undefined && marks.paint !== undefined', undefined, { timeout: 60_000 });
  const result = await page.evaluate(
    `({ ...marks, blocked, requests: performance.getEntriesByType('resource').length, bytes: performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.encodedBodySize, 0) })`,
  );
  await close();
  return result;
}

/**
 * Loads each page several times in turn, so that a slow moment of the machine meets all of them alike, and compares the
 * medians with the bare page's.
 */
export async function measureLoading(browser, url, runs) {
  const names = ['bare', 'loader', 'bundle'];
  const results = Object.fromEntries(names.map((name) => [name, []]));
  await once(browser, `${url}/bare`);
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) results[name].push(await once(browser, `${url}/${name}`));
  }
  const of = (name, key) => median(results[name].map((result) => result[key]));
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        paintMs: of(name, 'paint'),
        widgetMs: of(name, 'widget'),
        readyMs: of(name, 'ready'),
        blockedMs: of(name, 'blocked'),
        requests: of(name, 'requests'),
        bytes: of(name, 'bytes'),
        paintRatio: of(name, 'paint') / of('bare', 'paint'),
        widgetRatio: of(name, 'widget') / of('bare', 'paint'),
        readyRatio: of(name, 'ready') / of('bare', 'ready'),
      },
    ]),
  );
}
