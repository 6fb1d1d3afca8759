import { deepQuery, median, openSlow } from './slow-browser.mjs';

const watch = `${deepQuery}
globalThis.interactions = [];
new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries()) if (interactionId) interactions.push({ interactionId, duration });
}).observe({ type: 'event', durationThreshold: 16, buffered: true });
globalThis.middleOf = (selector) => {
  const found = deepQuery(selector);
  if (!found) return undefined;
  found.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = found.getBoundingClientRect();
  return width > 0 ? { x: left + width / 2, y: top + height / 2 } : undefined;
};`;

const frames = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
  );

/** Clicks something and gives how long it took until the next paint; 8 where it was too quick to be told. */
async function click(page, selector) {
  const middle = await page.evaluate(`middleOf(${JSON.stringify(selector)})`);
  if (!middle) return undefined;
  await page.evaluate('interactions.length = 0');
  await page.mouse.click(middle.x, middle.y);
  await frames(page);
  await frames(page);
  const durations = await page.evaluate('interactions.map(({ duration }) => duration)');
  return Math.max(8, ...durations);
}

/** Time to the next paint when another day is chosen and when the calendar is turned, at a fourth of the speed. */
export async function measureInteraction(browser, url, rounds = 8) {
  const { page, close } = await openSlow(browser, { network: false });
  await page.setViewportSize({ width: 900, height: 1000 });
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForFunction(`deepQuery('[part~=time]')`, undefined, { timeout: 60_000 });
  await frames(page);
  const day = [];
  const month = [];
  for (let round = 0; round < rounds; round += 1) {
    day.push(await click(page, '[part~=day-free][aria-pressed=false]'));
    month.push(await click(page, '.by-month:last-child[aria-disabled=false]'));
    await page.waitForTimeout(300);
    day.push(await click(page, '[part~=day-free][aria-pressed=false]'));
    month.push(await click(page, '.by-month:nth-last-child(2)[aria-disabled=false]'));
    await page.waitForTimeout(300);
  }
  const slots = await page.evaluate(`deepQuery('smp-slot-booker').shadowRoot.querySelectorAll('[part~=time]').length`);
  await close();
  const summary = (times) => {
    const known = times.filter((time) => time !== undefined).sort((a, b) => a - b);
    return { medianMs: median(known), worstMs: known.at(-1), clicks: known.length };
  };
  return { day: summary(day), month: summary(month), timesShown: slots };
}
